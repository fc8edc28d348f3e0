//! How fast the solutions of the chat and of the image transfer are, beside programs that do much the same. All
//! numbers are of one run, on loopback, the programs by turns: what counts is how they compare.
//!
//! usage: throughput [lines] [stuck] [memory] [one-line] [image] [loop]

mod contestants;
mod crowd;
mod idle;
mod image;
mod lines;
mod load;
mod memory;
mod one_line;
mod proc;
mod stuck;

use lines::Case;

/// As many as talk in a classroom, and as many as an event loop is made for.
const FEW: [Case; 6] = [("one", 3), ("one", 10), ("one", 100), ("all", 3), ("all", 10), ("all", 100)];
const MANY: [Case; 6] = [("one", 10), ("one", 100), ("one", 500), ("all", 10), ("all", 100), ("all", 500)];

fn main() {
    proc::allow_many_descriptors();
    let relays = contestants::relays();
    for relay in relays.iter().filter(|relay| !relay.is_installed()) {
        println!("{} is not installed\n", relay.name);
    }
    let parts: [(&str, &dyn Fn()); 6] = [
        ("lines", &|| lines::measure(&relays, &FEW)),
        ("stuck", &|| stuck::measure(&relays)),
        ("memory", &|| memory::measure(&relays)),
        ("one-line", &|| one_line::measure(&relays)),
        ("image", &image::measure),
        ("loop", &|| {
            let relays = contestants::beside_the_event_loop();
            lines::measure(&relays, &MANY);
            println!();
            idle::measure(&relays);
        }),
    ];
    // Cargo adds an option of its own.
    let chosen: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    for (name, measure) in parts {
        if chosen.is_empty() || chosen.iter().any(|chosen| chosen == name) {
            measure();
            println!();
        }
    }
}

/// The one in the middle.
fn median<T: PartialOrd + Copy>(all: &[T]) -> Option<T> {
    let mut all = all.to_vec();
    all.sort_by(|one, other| one.partial_cmp(other).expect("no measure is a NaN"));
    all.get(all.len() / 2).copied()
}

/// A number for a table, or a dash where there is none.
fn cell(number: Option<f64>, digits: usize) -> String {
    number.map_or("–".to_owned(), |number| format!("{number:.digits$}"))
}
