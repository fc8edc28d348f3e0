//! Which segments of a stream are pieces of one line, or of one run of bytes without lines.

use std::collections::BTreeMap;

use crate::verdict::{Bytes, Event, What};

/// Who sends, to whom.
type Way<'a> = (&'a str, &'a str);

/// For each event that is one of several pieces, which it is and of how many.
pub fn of(events: &[Event]) -> Vec<Option<(usize, usize)>> {
    let mut pieces = vec![None; events.len()];
    let mut runs: BTreeMap<Way, Vec<usize>> = BTreeMap::new();
    for (at, event) in events.iter().enumerate() {
        let Some(to) = &event.to else { continue };
        let way = (event.who.as_str(), to.as_str());
        match &event.what {
            What::Segment(bytes) => {
                runs.entry(way).or_default().push(at);
                if ends_a_line(bytes) {
                    count(runs.remove(&way), &mut pieces);
                }
            }
            // Another connection is another stream.
            What::Connects(_) => {
                count(runs.remove(&way), &mut pieces);
                count(runs.remove(&(way.1, way.0)), &mut pieces);
            }
            _ => {}
        }
    }
    runs.into_values().for_each(|run| count(Some(run), &mut pieces));
    pieces
}

fn count(run: Option<Vec<usize>>, pieces: &mut [Option<(usize, usize)>]) {
    let run = run.unwrap_or_default();
    if run.len() > 1 {
        run.iter().enumerate().for_each(|(n, at)| pieces[*at] = Some((n + 1, run.len())));
    }
}

fn ends_a_line(bytes: &Bytes) -> bool {
    bytes.tail.last().or(bytes.head.last()) == Some(&b'\n')
}
