//! `--svg FOLDER`: the conversation of each judged check as a picture.

use std::fs;
use std::io;
use std::path::Path;

use crate::report::Judged;
use crate::report::diagram::svg;
use crate::texts::Texts;
use crate::verdict::Message;

/// Where the pictures go.
pub struct Pictures<'a> {
    folder: &'a Path,
}

impl<'a> Pictures<'a> {
    /// Makes the folder, with those above it, if it is not there.
    pub fn at(folder: &'a Path) -> Result<Self, Message> {
        let made = fs::create_dir_all(folder).map(|()| Self { folder });
        made.map_err(|error| trouble("trouble-svg-folder", folder, &error))
    }

    /// Writes `FOLDER/04.crlf.svg`, where there was a conversation.
    pub fn write(&self, judged: &Judged, texts: &Texts) -> Result<(), Message> {
        let Some(picture) = svg::picture(judged, texts) else { return Ok(()) };
        let file = self.folder.join(format!("{}.svg", judged.check.name));
        fs::write(&file, picture).map_err(|error| trouble("trouble-svg-file", &file, &error))
    }
}

fn trouble(id: &str, path: &Path, error: &io::Error) -> Message {
    Message::new(id).quoting("path", &path.to_string_lossy()).with("error", error)
}
