//! One package in a workspace of its own.
//!
//! A missing or broken `Cargo.toml` of one member keeps cargo from building any other. So what cargo would not even
//! look at is built again from a small workspace beside it, which has the same settings and that one member.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Writes the workspace that holds nothing but `member` (`exercises/04-tcp-server`), and returns its folder.
pub fn workspace(root: &Path, member: &Path) -> io::Result<PathBuf> {
    let folder = root.join("target/alone").join(member);
    let link = folder.join(member);
    if let Some(parent) = link.parent() {
        fs::create_dir_all(parent)?;
    }
    replace_link(&root.join(member), &link)?;
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    fs::write(folder.join("Cargo.toml"), with_one_member(&manifest, member))?;
    // Without the lock file cargo would choose versions anew, and ask the network for them.
    match fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(folder),
    }
}

fn replace_link(original: &Path, link: &Path) -> io::Result<()> {
    match fs::remove_file(link) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    match symlink(original, link) {
        // Another checker has just made the very same link.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// The workspace's manifest with `member` in the place of its members, as text: what else it says is none of ours.
fn with_one_member(manifest: &str, member: &Path) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for line in manifest.lines() {
        let key = line.split('=').next().unwrap_or_default().trim();
        in_list |= matches!(key, "members" | "default-members" | "exclude") && line.contains('=');
        if !in_list {
            out.push_str(line);
            out.push('\n');
        }
        if line.trim_start().starts_with("[workspace]") {
            out.push_str(&format!("members = [{:?}]\n", member.display().to_string()));
        }
        in_list &= !line.contains(']');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_one_member_and_all_else() {
        let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\n  \"checker\",\n  \"exercises/*\",\n]\n\
                        default-members = [\"checker\"]\n\n[workspace.package]\nedition = \"2024\"\n";
        assert_eq!(
            with_one_member(manifest, Path::new("exercises/04-tcp-server")),
            "[workspace]\nmembers = [\"exercises/04-tcp-server\"]\nresolver = \"3\"\n\n\
             [workspace.package]\nedition = \"2024\"\n"
        );
    }
}
