//! What a name that nobody knows may have been meant to be.

/// More than these are no help.
const MOST: usize = 3;

/// The names that are closest to `name`, the closest first.
pub fn names<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let name = name.to_lowercase();
    let mut close: Vec<(usize, &str)> = known
        .into_iter()
        .map(|known| (strsim::osa_distance(&name, known), known))
        .filter(|(distance, known)| *distance <= 1 + known.len() / 4 || is_part(&name, known))
        .collect();
    close.sort_unstable();
    close.dedup();
    close.into_iter().take(MOST).map(|(_, known)| known).collect()
}

/// `silent-client` means `04.silent-client`; parts of a word mean too much.
fn is_part(name: &str, known: &str) -> bool {
    name.len() >= 4 && known.contains(name)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_slip_finds_its_name() {
        let known = ["keeps-the-newline", "keeps-the-carriage-return", "04-tcp-server", "tcp-server"];
        assert_eq!(names("keep-the-newline", known), ["keeps-the-newline"]);
        assert_eq!(names("carriage", known), ["keeps-the-carriage-return"]);
        assert_eq!(names("TPC-server", known).first(), Some(&"tcp-server"));
        assert!(names("zzz", known).is_empty());
    }
}
