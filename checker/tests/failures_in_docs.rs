//! The failures that the documentation shows are real: each is made again, and must be what stands there, times and
//! ports aside. `make docs` (`UPDATE_DOCS=1`) writes those that have changed; what changed is then read in the diff.

mod common;

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use common::volatile::without;
use common::{program, repository};
use tempfile::TempDir;

/// A program with a mistake, and the check that it fails.
struct Scene {
    program: &'static str,
    /// In `tests/misconceptions` or `tests/wrong`.
    file: &'static str,
    check: &'static str,
}

const TOGETHER: Scene =
    Scene { program: "tcp-server", file: "04-tcp-server/new-buffer-for-each-line.patch", check: "04.lines-together" };
const AT_ONCE: Scene =
    Scene { program: "udp-sender", file: "01-udp-sender/reads-all-input-first.patch", check: "01.at-once" };
const IN_PIECES: Scene =
    Scene { program: "tcp-server", file: "04-tcp-server/keeps-the-last-piece.patch", check: "04.line-in-pieces" };
const EVERYBODY: Scene =
    Scene { program: "chat-relay", file: "05-chat-relay/returns-too-early.py", check: "05.everybody" };

/// The failures between `<!-- failure -->` and `<!-- /failure -->`, one after another.
const PAGES: [(&str, &str, &[Scene]); 4] = [
    ("README.md", "en", &[TOGETHER]),
    ("README.fr.md", "fr", &[TOGETHER]),
    ("docs/en/reading-a-failure.md", "en", &[AT_ONCE, IN_PIECES, EVERYBODY]),
    ("docs/fr/lire-un-echec.md", "fr", &[AT_ONCE, IN_PIECES, EVERYBODY]),
];

/// Those of which there is a picture, in `docs/pictures/LANG/CHECK.svg`.
const PICTURES: [Scene; 3] = [AT_ONCE, IN_PIECES, EVERYBODY];

impl Scene {
    fn command(&self) -> String {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let exercise = self.file.split('/').next().unwrap_or_default();
        let command = match self.file.ends_with(".patch") {
            true => program::patched(exercise, self.program, &tests.join("misconceptions").join(self.file)),
            false => program::whole(&tests.join("wrong").join(self.file)),
        };
        command.unwrap_or_else(|error| panic!("{}: {error}", self.file))
    }

    /// The checker that judges it, called as `make check` calls it.
    fn check(&self, lang: &str, svg: &Path) -> String {
        let mut checker = common::checker();
        checker.arg0("target/debug/checker").env("LC_ALL", "C.UTF-8");
        checker.args(["check", "--only", self.check, "--seed", "7", "--lang", lang, "--svg"]).arg(svg);
        checker.args(["--program", &format!("{}={}", self.program, self.command())]);
        let output = checker.output().expect("the checker starts");
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// The report of the one failure: without the headline of the exercise and the total, and as a student sees it, whose
    /// program needs no `--program`.
    fn report(&self, lang: &str) -> String {
        let folder = TempDir::new().expect("a folder");
        let all = self.check(lang, folder.path());
        let lines = all.lines().skip_while(|line| !line.starts_with('✗')).take_while(|line| !line.starts_with("total"));
        let own = |line: &str| line.split_once(" --program ").map_or(line, |(before, _)| before).to_owned();
        lines.map(own).collect::<Vec<_>>().join("\n").trim_end().to_owned()
    }
}

fn is_update() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some()
}

const BEGIN: &str = "<!-- failure -->\n```\n";
const END: &str = "\n```\n<!-- /failure -->";

#[test]
fn the_pages_show_what_the_checker_says() {
    for (page, lang, scenes) in PAGES {
        let path = repository().join(page);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{page}: {error}"));
        let mut parts = text.split(BEGIN);
        let mut new = parts.next().unwrap_or_default().to_owned();
        let mut shown = 0;
        for (part, scene) in parts.zip(scenes) {
            let (old, rest) = part.split_once(END).unwrap_or_else(|| panic!("{page}: a failure has no end"));
            let report = scene.report(lang);
            let same = without(old) == without(&report);
            assert!(same || is_update(), "{page} is behind the checker: see `make docs`\n\n{old}\n\n{report}");
            new.extend([BEGIN, if same { old } else { &report }, END, rest]);
            shown += 1;
        }
        assert_eq!((shown, text.matches(BEGIN).count()), (scenes.len(), scenes.len()), "{page}: failures");
        if new != text {
            fs::write(&path, new).unwrap_or_else(|error| panic!("{page}: {error}"));
        }
    }
}

#[test]
fn the_pictures_are_what_the_checker_draws() {
    for (lang, scene) in ["en", "fr"].into_iter().flat_map(|lang| PICTURES.iter().map(move |scene| (lang, scene))) {
        let folder = TempDir::new().expect("a folder");
        scene.check(lang, folder.path());
        let name = format!("{}.svg", scene.check);
        let picture = fs::read_to_string(folder.path().join(&name)).expect("a picture");
        let path: PathBuf = repository().join("docs/pictures").join(lang).join(&name);
        let old = fs::read_to_string(&path).unwrap_or_default();
        if without(&old) == without(&picture) {
            continue;
        }
        assert!(is_update(), "{} is behind the checker: see `make docs`\n{picture}", path.display());
        fs::create_dir_all(repository().join("docs/pictures").join(lang)).expect("a folder");
        fs::write(&path, picture).expect("the picture is written");
    }
}
