//! From evidence to a misconception, and its text.
