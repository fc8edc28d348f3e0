//! What differs from run to run in a report: times and ports, and with the times the room that columns take.

/// The same with `T ms` for each time and `:P` for each port that the system chose, and runs of blanks and of lines as
/// one.
pub fn without(report: &str) -> String {
    report.lines().map(|line| squeezed(&times(&ports(line)))).collect::<Vec<_>>().join("\n")
}

fn times(line: &str) -> String {
    let line = line.replace('\u{a0}', " ");
    let mut rest = line.as_str();
    let mut result = String::new();
    while let Some((before, after)) = rest.split_once(" ms") {
        let number = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',');
        result.push_str(before.trim_end_matches(number));
        result.push_str("T ms");
        rest = after;
    }
    result + rest
}

fn ports(line: &str) -> String {
    let mut parts = line.split(':');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        result.push(':');
        if digits == 5 {
            result.push('P');
            result.push_str(&part[digits..]);
        } else {
            result.push_str(part);
        }
    }
    result
}

fn squeezed(line: &str) -> String {
    let mut result = String::new();
    for char in line.trim().chars() {
        let again = matches!(char, ' ' | '─' | '-') && result.ends_with(char);
        if !again {
            result.push(char);
        }
    }
    result
}
