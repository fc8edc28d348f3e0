//! The folder of a room: named by the checker, made and removed by the room, and removed by the checker if the room
//! could not.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// A name that nobody has.
pub fn name() -> PathBuf {
    std::env::temp_dir().join(format!("checker-{:012x}", fastrand::u64(..1 << 48)))
}

/// Makes it, for this user alone. Whoever else may have the name does not get in.
pub fn make(folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new().mode(0o700).create(folder)
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
