//! The folder of a room: made by the checker, removed by the room, and by the checker once more if the room could not.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// A new empty folder.
pub fn new() -> io::Result<PathBuf> {
    Ok(tempfile::Builder::new().prefix("checker-").tempdir()?.keep())
}

/// Removes a folder whose programs have ended, also where they took away the right to do so.
pub fn remove(folder: &Path) {
    if fs::remove_dir_all(folder).is_err() {
        unlock(folder);
        let _ = fs::remove_dir_all(folder);
    }
}

/// Gives back every right to the folders in it; links are not followed.
fn unlock(folder: &Path) {
    if !folder.symlink_metadata().is_ok_and(|kind| kind.is_dir()) {
        return;
    }
    let _ = fs::set_permissions(folder, Permissions::from_mode(0o700));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        unlock(&entry.path());
    }
}
