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

    /// `length` bytes of small letters that nobody can know beforehand. There are sixteen, so that a number makes eight
    /// of them at once: a line may be 1 MiB long, and students run a checker that is not optimized.
    pub fn letters(&self, length: usize) -> String {
        let rng = &mut self.world.borrow_mut().rng;
        let mut letters = Vec::with_capacity(length + 8);
        while letters.len() < length {
            let eight = (rng.u64(..) & 0x0f0f_0f0f_0f0f_0f0f) + u64::from_ne_bytes([b'a'; 8]);
            letters.extend_from_slice(&eight.to_le_bytes());
        }
        letters.truncate(length);
        String::from_utf8_lossy(&letters).into_owned()
    }

    /// A number in this range.
    pub fn number(&self, range: std::ops::Range<usize>) -> usize {
        self.world.borrow_mut().rng.usize(range)
    }
}
