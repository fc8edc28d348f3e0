//! The texts that users read, in French and in English, out of the Fluent files in `locales/`.
