//! The failures that the documentation shows are real: each is made again, and must be what stands there, times and
//! ports aside. `make docs` (`UPDATE_DOCS=1`) writes those that have changed; what changed is then read in the diff.

mod common;

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use common::docs::{hold, is_update};
use common::volatile::without;
use common::{program, repository};
use tempfile::TempDir;

/// A program with a mistake, and the check that it fails.
struct Scene {
    program: &'static str,
    /// In `tests`.
    file: &'static str,
    check: &'static str,
}

const TOGETHER: Scene = Scene {
    program: "tcp-server",
    file: "misconceptions/04-tcp-server/new-buffer-for-each-line.patch",
    check: "04.lines-together",
};
const AT_ONCE: Scene = Scene {
    program: "udp-sender",
    file: "misconceptions/01-udp-sender/reads-all-input-first.patch",
    check: "01.at-once",
};
const IN_PIECES: Scene = Scene {
    program: "tcp-server",
    file: "misconceptions/04-tcp-server/keeps-the-last-piece.patch",
    check: "04.line-in-pieces",
};
const EVERYBODY: Scene =
    Scene { program: "chat-relay", file: "wrong/05-chat-relay/returns-too-early.py", check: "05.everybody" };

/// A short script that a course began with.
const fn first(program: &'static str, file: &'static str, check: &'static str) -> Scene {
    Scene { program, file, check }
}

/// What each of these fails, in the order of their page.
const FIRST: [Scene; 9] = [
    first("udp-sender", "first-programs/01-udp-sender/client.py", "01.nothing-typed"),
    first("udp-listener", "first-programs/02-udp-listener/listener.py", "02.at-once"),
    first("udp-listener", "first-programs/02-udp-listener/port-6000.py", "02.largest"),
    first("tcp-client", "first-programs/03-tcp-client/client.py", "03.server-closes"),
    first("tcp-client", "first-programs/03-tcp-client/by-name.py", "03.every-address"),
    first("tcp-server", "first-programs/04-tcp-server/server.py", "04.next-client"),
    first("tcp-server", "first-programs/04-tcp-server/with-select.py", "04.reset"),
    first("tcp-server", "first-programs/04-tcp-server/with-threads.py", "04.lines-together"),
    first("robot-relay", "first-programs/08-robot-relay/with-queue.py", "08.strangers"),
];

/// The failures between `<!-- failure -->` and `<!-- /failure -->`, one after another.
const PAGES: [(&str, &str, &[Scene]); 6] = [
    ("README.md", "en", &[TOGETHER]),
    ("README.fr.md", "fr", &[TOGETHER]),
    ("docs/en/reading-a-failure.md", "en", &[AT_ONCE, IN_PIECES, EVERYBODY]),
    ("docs/fr/lire-un-echec.md", "fr", &[AT_ONCE, IN_PIECES, EVERYBODY]),
    ("docs/en/from-script-to-program.md", "en", &FIRST),
    ("docs/fr/du-script-au-programme.md", "fr", &FIRST),
];

/// Those of which there is a picture, in `docs/pictures/LANG/CHECK.svg`.
const PICTURES: [Scene; 3] = [AT_ONCE, IN_PIECES, EVERYBODY];

impl Scene {
    fn command(&self) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(self.file);
        let exercise = self.file.split('/').nth(1).unwrap_or_default();
        let command = match self.file.ends_with(".patch") {
            true => program::patched(exercise, self.program, &path),
            false => program::whole(&path),
        };
        command.unwrap_or_else(|error| panic!("{}: {error}", self.file))
    }

    fn is_first(&self) -> bool {
        self.file.starts_with("first-programs/")
    }

    /// The checker that judges it, called as `make check` calls it.
    fn check(&self, lang: &str, svg: &Path) -> String {
        let mut checker = common::checker();
        checker.arg0("target/debug/checker").env("LC_ALL", "C.UTF-8");
        checker.args(["check", "--only", self.check, "--seed", "7", "--lang", lang, "--svg"]).arg(svg);
        checker.args(["--program", &format!("{}={}", self.program, self.command())]);
        if self.is_first() {
            // How much of a conversation is left out depends on the pieces in which a traceback comes.
            checker.arg("--verbose");
        }
        let output = checker.output().expect("the checker starts");
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// The report of the one failure: without the headline of the exercise and the total.
    fn report(&self, lang: &str) -> String {
        let folder = TempDir::new().expect("a folder");
        let all = self.check(lang, folder.path());
        let is_total = |line: &&str| line.starts_with("total") || line.starts_with("bonus");
        let lines = all.lines().skip_while(|line| !line.starts_with('✗')).take_while(|line| !is_total(line));
        let shown = lines.filter(|line| !is_of_a_traceback(line)).map(|line| self.as_called(line));
        shown.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    }

    /// A line of the report as it is where somebody else calls the checker: a student's own program needs no `--program`,
    /// and a script is called in the repository, wherever that is.
    fn as_called(&self, line: &str) -> String {
        if !self.is_first() {
            return line.split_once(" --program ").map_or(line, |(before, _)| before).to_owned();
        }
        let file = format!("checker/tests/{}", self.file);
        let own = repository().join(&file);
        line.replace(&self.command(), &format!("python3 {file}")).replace(&*own.to_string_lossy(), &file)
    }
}

/// Whether a line of the report shows what differs between versions of Python, and from run to run: the marks under a
/// line of code, and in the conversation the pieces in which a traceback comes, which stands as a whole at its end.
fn is_of_a_traceback(line: &str) -> bool {
    let marks = line.trim();
    let is_marks = !marks.is_empty() && marks.bytes().all(|byte| matches!(byte, b'^' | b'~'));
    is_marks || line.contains("\u{a0}ms ") && line.contains(" stderr ")
}

const MARKS: (&str, &str) = ("<!-- failure -->\n```\n", "\n```\n<!-- /failure -->");

#[test]
fn the_pages_show_what_the_checker_says() {
    for (page, lang, scenes) in PAGES {
        let reports: Vec<String> = scenes.iter().map(|scene| scene.report(lang)).collect();
        hold(page, MARKS, &reports, |old, new| lines(old) == lines(new));
    }
}

/// The lines of a report, in an order of their own: what two programs do at the same time stands in either order.
fn lines(report: &str) -> Vec<String> {
    let mut lines: Vec<String> = without(report).lines().map(str::to_owned).collect();
    lines.sort();
    lines
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
