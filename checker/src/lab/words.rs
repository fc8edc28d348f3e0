//! What is said in a conversation: it differs in every run, and follows from the seed.

use super::Lab;

const WORDS: [&str; 24] = [
    "anchor", "basalt", "cedar", "dune", "ember", "fjord", "glacier", "harbor", "iris", "juniper", "kelp", "lagoon",
    "maple", "nectar", "orchid", "pebble", "quartz", "ridge", "sable", "thistle", "umber", "violet", "willow",
    "zephyr",
];

impl Lab {
    /// A line of three words and a number, without its end: `cedar lagoon iris 4711`.
    pub fn words(&self) -> String {
        let rng = &mut self.world.borrow_mut().rng;
        let mut word = || WORDS[rng.usize(..WORDS.len())];
        let (one, two, three) = (word(), word(), word());
        format!("{one} {two} {three} {}", rng.u32(1000..10_000))
    }

    /// As many different lines.
    pub fn lines<const N: usize>(&self) -> [String; N] {
        std::array::from_fn(|at| format!("{} {}", self.words(), at + 1))
    }

    /// `length` bytes of small letters that nobody can know beforehand.
    pub fn letters(&self, length: usize) -> String {
        let rng = &mut self.world.borrow_mut().rng;
        std::iter::repeat_with(|| char::from(rng.u8(b'a'..=b'z'))).take(length).collect()
    }

    /// A number in this range.
    pub fn number(&self, range: std::ops::Range<usize>) -> usize {
        self.world.borrow_mut().rng.usize(range)
    }
}
