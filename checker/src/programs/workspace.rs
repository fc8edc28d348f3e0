//! Where the students' repository is.

use std::path::{Path, PathBuf};

use crate::verdict::Message;

/// The nearest folder, from `start` upwards, that has a `Cargo.toml` and the folder that is asked for.
pub fn find_root(start: &Path, wanted: &str) -> Result<PathBuf, Message> {
    start
        .ancestors()
        .find(|folder| folder.join("Cargo.toml").is_file() && folder.join(wanted).is_dir())
        .map(Path::to_path_buf)
        .ok_or_else(|| Message::new("trouble-no-repository").with("folder", start.display()).with("wanted", wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_up_to_the_repository() {
        let top = tempfile::tempdir().expect("a folder for the test");
        let deep = top.path().join("exercises/04-tcp-server/src");
        std::fs::create_dir_all(&deep).expect("folders for the test");
        assert_eq!(find_root(&deep, "exercises").map_err(|m| m.id), Err("trouble-no-repository".to_owned()));

        std::fs::write(top.path().join("Cargo.toml"), "[workspace]\n").expect("a manifest for the test");
        assert_eq!(find_root(&deep, "exercises").ok().as_deref(), Some(top.path()));
        assert!(find_root(&deep, "solutions").is_err());
    }
}
