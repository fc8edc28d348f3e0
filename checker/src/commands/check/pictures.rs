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
    /// What kept one from being written, first. No grade is lost for it.
    trouble: Option<Message>,
}

impl<'a> Pictures<'a> {
    /// Makes the folder, with those above it, if it is not there.
    pub fn at(folder: &'a Path) -> Result<Self, Message> {
        let made = fs::create_dir_all(folder).map(|()| Self { folder, trouble: None });
        made.map_err(|error| trouble("trouble-svg-folder", folder, &error))
    }

    /// Writes `FOLDER/04.crlf.svg`, where there was a conversation.
    pub fn write(&mut self, judged: &Judged, texts: &Texts) {
        let Some(picture) = svg::picture(judged, texts) else { return };
        let file = self.folder.join(format!("{}.svg", judged.check.name));
        if let Err(error) = fs::write(&file, picture) {
            // A part of it is of no use to anybody.
            let _ = fs::remove_file(&file);
            self.trouble.get_or_insert_with(|| trouble("picture-not-written", &file, &error));
        }
    }

    /// Why there is a check without a picture; the first such reason.
    pub fn trouble(&self) -> Option<&Message> {
        self.trouble.as_ref()
    }
}

fn trouble(id: &str, path: &Path, error: &io::Error) -> Message {
    Message::new(id).quoting("path", &path.to_string_lossy()).with("error", error)
}
