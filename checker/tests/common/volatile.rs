//! What differs from run to run in a report: times and ports, and with the times the room that columns take.

/// The same with `T ms` for each time and `:P` for each port that the system chose, and runs of blanks and of lines as
/// one.
pub fn without(report: &str) -> String {
    report.lines().map(|line| squeezed(&times(&ports(line)))).collect::<Vec<_>>().join("\n")
}

/// A time and its unit are held together by a blank that does not break; in French, so are thousands and the rest.
fn times(line: &str) -> String {
    const UNIT: &str = "\u{a0}ms";
    let number = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',' | '\u{a0}');
    let mut rest = line;
    let mut result = String::new();
    while let Some((before, after)) = rest.split_once(UNIT) {
        result.extend([before.trim_end_matches(number), "T ms"]);
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
        // A port of five digits, or what is shown of one.
        if digits == 5 || digits > 0 && part[digits..].starts_with('…') {
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
