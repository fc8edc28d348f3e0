//! Builds the crates of a repository, so that one that cannot be built does not keep the others from it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Launch;
use super::alone;
use super::cargo::{Call, Diagnostic, Said};
use crate::verdict::Message;

/// A crate that is wanted.
pub struct Package {
    /// From the root of the repository: `exercises/04-tcp-server`.
    pub folder: PathBuf,
    /// `ex04-tcp-server`
    pub name: String,
    /// The programs that it is to build: the contracts' name, and the name that cargo knows.
    pub programs: Vec<(String, String)>,
}

/// What became of a package.
pub enum Built {
    /// Its programs, by the contracts' names.
    Programs(BTreeMap<String, Launch>),
    Failed(Failure),
}

/// Why a package has no program.
pub struct Failure {
    /// What the checker has to say, where cargo does not say it.
    pub message: Option<Message>,
    /// The compiler's, or cargo's, own words.
    pub text: String,
    /// The machine is to blame (a full disk, no linker, no network), not what is in the package.
    pub machine: bool,
}

/// Builds `packages` with one call of cargo where it can, and returns what became of each, in their order. `ready`
/// hears how many programs there are. An error means that cargo itself cannot be called.
pub fn build(root: &Path, packages: &[Package], colour: bool, ready: &dyn Fn(usize)) -> Result<Vec<Built>, Message> {
    let there: Vec<&Package> = packages.iter().filter(|package| root.join(&package.folder).exists()).collect();
    let said = if there.is_empty() {
        Said::default()
    } else {
        let names = there.iter().map(|package| package.name.as_str()).collect();
        Call { manifest: &root.join("Cargo.toml"), packages: names, colour }.run(ready)?
    };
    packages.iter().map(|package| package.outcome(root, &said, colour)).collect()
}

impl Package {
    fn outcome(&self, root: &Path, said: &Said, colour: bool) -> Result<Built, Message> {
        let folder = root.join(&self.folder);
        if !folder.exists() {
            let message = Message::new("build-no-folder").with("folder", folder.display());
            return Ok(Built::Failed(Failure { message: Some(message), text: String::new(), machine: false }));
        }
        match self.read(&folder, said) {
            Some(built) => Ok(built),
            None => self.build_alone(root, said, colour),
        }
    }

    /// What cargo said about this package; `None` if nothing.
    fn read(&self, folder: &Path, said: &Said) -> Option<Built> {
        let manifest = folder.join("Cargo.toml");
        let errors: Vec<&Diagnostic> = said.errors.iter().filter(|error| error.manifest == manifest).collect();
        if !errors.is_empty() {
            let text = errors.iter().map(|error| error.rendered.as_str()).collect();
            let at_source = errors.iter().any(|error| error.at_source);
            return Some(Built::Failed(if at_source {
                Failure::of_source(text)
            } else {
                Failure::of(text, &self.folder)
            }));
        }
        let mut programs = BTreeMap::new();
        for (name, target) in &self.programs {
            let built = said.programs.iter().find(|p| p.manifest == manifest && p.name == *target)?;
            programs.insert(name.clone(), Launch { argv: vec![built.file.clone()], folder: None });
        }
        Some(Built::Programs(programs))
    }

    /// Cargo did not come to this package: because of another one, or because of what it says in its own words.
    fn build_alone(&self, root: &Path, together: &Said, colour: bool) -> Result<Built, Message> {
        let Ok(workspace) = alone::workspace(root, &self.folder) else {
            return Ok(Built::Failed(Failure::of(together.stderr.clone(), &self.folder)));
        };
        let call = Call { manifest: &workspace.join("Cargo.toml"), packages: Vec::new(), colour };
        let said = call.run(&|_| ())?;
        if let Some(built) = self.read(&workspace.join(&self.folder), &said) {
            return Ok(built);
        }
        let rendered = said.errors.iter().map(|error| error.rendered.as_str());
        let text: String = rendered.chain([said.stderr.as_str()]).collect();
        let text = as_if_in(root, &workspace, &text);
        if text.is_empty() {
            return Ok(Built::Failed(self.no_program(&said)));
        }
        Ok(Built::Failed(Failure::of(text, &self.folder)))
    }

    /// The package builds, but not what the exercise asks for.
    fn no_program(&self, said: &Said) -> Failure {
        let wanted: Vec<&str> = self.programs.iter().map(|(_, target)| target.as_str()).collect();
        let found: Vec<&str> = said.programs.iter().map(|program| program.name.as_str()).collect();
        let id = if found.is_empty() { "build-no-program" } else { "build-other-program" };
        let message = Message::new(id)
            .with("manifest", self.folder.join("Cargo.toml").display())
            .with("wanted", wanted.join(", "))
            .with("found", found.join(", "));
        Failure { message: Some(message), text: String::new(), machine: false }
    }
}

/// Cargo's words about a workspace that was made here, with the student's own paths: they know no others.
fn as_if_in(root: &Path, workspace: &Path, text: &str) -> String {
    let text = text.replace(&workspace.display().to_string(), &root.display().to_string());
    match workspace.strip_prefix(root) {
        Ok(relative) => text.replace(&format!("{}/", relative.display()), ""),
        Err(_) => text,
    }
}

/// What cargo, rustc and the linker say when it is not the crate's fault.
const MACHINE: &[(&str, &str)] = &[
    ("(os error 28)", "build-disk-full"),
    ("No space left on device", "build-disk-full"),
    // A linker maps what it writes into its memory, and dies of a page that finds no place.
    ("[Bus error]", "build-disk-full"),
    ("(os error 122)", "build-disk-full"),
    ("linker `cc` not found", "build-no-linker"),
    ("(signal: 9, SIGKILL", "build-killed"),
    ("failed to download", "build-no-network"),
    ("download of ", "build-no-network"),
    ("Could not resolve host", "build-no-network"),
    ("(os error 13)", "build-not-allowed"),
    ("(os error 30)", "build-not-allowed"),
];

impl Failure {
    fn of_source(text: String) -> Self {
        Self { message: None, text, machine: false }
    }

    fn of(text: String, folder: &Path) -> Self {
        let cause = MACHINE.iter().find(|(words, _)| text.contains(words)).map(|(_, id)| *id);
        // A file of the package itself that may not be read is for its owner to mend.
        let own = cause == Some("build-not-allowed") && text.contains(&folder.display().to_string());
        Self { message: cause.map(Message::new), text, machine: cause.is_some() && !own }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_machines_faults() {
        let folder = Path::new("exercises/04-tcp-server");
        let machine = |text: &str| Failure::of(text.to_owned(), folder).machine;
        assert!(machine("error: failed to write /home/ana/lab/target/x: No space left on device (os error 28)"));
        assert!(machine("error: linker `cc` not found"));
        assert!(machine(
            "error: failed to open /home/ana/lab/target/debug/.cargo-lock: Permission denied (os error 13)"
        ));
        assert!(!machine("failed to read `/home/ana/lab/exercises/04-tcp-server/Cargo.toml`: (os error 13)"));
        assert!(!machine("error[E0308]: mismatched types"));
    }
}
