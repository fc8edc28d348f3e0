//! The picture of `checker tank`, on a real terminal: tmux. Where there is no tmux, nothing is tested.

mod common;

use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use common::docs::hold;
use common::running::PATIENCE;
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

const BEAT: &str = r#"{"cmd":"heartbeat"}"#;

/// Often enough on however busy a machine.
const OFTEN: Duration = Duration::from_millis(100);

/// A tank in a terminal of its own.
struct Screen {
    /// Where the server of this tmux listens, and what the script leaves behind.
    folder: TempDir,
}

impl Screen {
    /// Nothing where there is no tmux.
    fn start(lang: &str, (columns, lines): (u16, u16)) -> Option<Self> {
        if !has_tmux() {
            return None;
        }
        let screen = Self { folder: TempDir::new().expect("a folder") };
        let folder = screen.folder.path().display();
        let script = format!(
            "trap : INT; stty -g > {folder}/before; echo here before
             {} tank 127.0.0.1:0 --lang {lang} & echo $! > {folder}/pid; fg >/dev/null
             echo ended with $?; stty -g > {folder}/after; exec cat",
            shlex::try_quote(env!("CARGO_BIN_EXE_checker")).expect("a path"),
        );
        let script_file = screen.folder.path().join("script");
        fs::write(&script_file, script).expect("a script");
        let size = ["-x", &columns.to_string(), "-y", &lines.to_string()].map(str::to_owned);
        let mut start = screen.tmux(&["-f", "/dev/null", "new-session", "-d"]);
        // With job control, so that the tank has a process of its own to end.
        start.args(size).args(["bash", "--norc", "--noprofile", "-m"]).arg(script_file);
        run(&mut start);
        screen.shows(|picture| picture.contains("127.0.0.1:"));
        Some(screen)
    }

    fn tmux(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("tmux");
        command.env_remove("TMUX").env_remove("NO_COLOR").env("LC_ALL", "C.UTF-8");
        command.arg("-S").arg(self.folder.path().join("socket")).args(arguments);
        command
    }

    fn picture(&self) -> String {
        run(&mut self.tmux(&["capture-pane", "-p"]))
    }

    /// The picture as soon as it is like this.
    fn shows(&self, mut is_so: impl FnMut(&str) -> bool) -> String {
        let begun = Instant::now();
        loop {
            let picture = self.picture();
            if is_so(&picture) {
                return picture;
            }
            assert!(begun.elapsed() < PATIENCE, "{picture}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The picture as soon as all of this is in it, whatever lines it is broken into.
    fn tells(&self, words: &[&str]) -> String {
        self.tells_while(|| {}, words)
    }

    /// The same while something is done again and again: what is shown for a second may be missed on a busy machine.
    fn tells_while(&self, mut again: impl FnMut(), words: &[&str]) -> String {
        self.shows(|picture| {
            again();
            let told: String = picture.chars().filter(|char| !char.is_whitespace() && *char != '│').collect();
            words.iter().all(|words| told.contains(&words.replace([' ', '\u{a0}'], "")))
        })
    }

    fn resizes(&self, columns: u16, lines: u16) {
        run(&mut self.tmux(&["resize-window", "-x", &columns.to_string(), "-y", &lines.to_string()]));
    }

    fn types(&self, key: &str) {
        run(&mut self.tmux(&["send-keys", key]));
    }

    fn left(&self, file: &str) -> String {
        fs::read_to_string(self.folder.path().join(file)).unwrap_or_default().trim().to_owned()
    }

    fn ends_with(&self, signal: Signal) {
        let pid = self.left("pid").parse().ok().and_then(Pid::from_raw).expect("a process");
        kill_process(pid, signal).expect("the tank runs");
    }

    /// The tank has ended, and the terminal is as it was.
    fn is_given_back(&self, status: i32) {
        let picture = self.shows(|picture| picture.contains("ended with ") && !self.left("after").is_empty());
        assert!(picture.starts_with("here before\n"), "{picture}");
        assert!(picture.contains(&format!("ended with {status}\n")), "{picture}");
        assert_eq!(self.left("before"), self.left("after"));
        let flags = run(&mut self.tmux(&["display", "-p", "screen #{alternate_on} cursor #{cursor_flag}"]));
        assert_eq!(flags.trim(), "screen 0 cursor 1");
    }

    /// A driver whose heart beats so often.
    fn driver(&self, every: Duration) -> Driver {
        let picture = self.picture();
        let port = picture.split("127.0.0.1:").nth(1).expect("an address");
        let port: String = port.chars().take_while(char::is_ascii_digit).collect();
        Driver::to(port.parse().expect("a port"), every)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.tmux(&["kill-server"]).output();
    }
}

fn has_tmux() -> bool {
    let there = Command::new("tmux").arg("-V").output();
    there.inspect_err(|error| eprintln!("no tmux here, so nothing is tested: {error}")).is_ok()
}

fn run(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().expect("tmux starts");
    assert!(status.success(), "{command:?}: {}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).expect("UTF-8")
}

/// A driver whose heart beats until it is dropped, or holds it.
struct Driver {
    stream: TcpStream,
    beats: &'static AtomicBool,
    heart: Option<JoinHandle<()>>,
}

impl Driver {
    fn to(port: u16, every: Duration) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("the tank accepts");
        let beats: &AtomicBool = Box::leak(Box::new(AtomicBool::new(true)));
        let mut heart = stream.try_clone().expect("a handle");
        let heart = thread::spawn(move || {
            while beats.load(Ordering::Relaxed) && writeln!(heart, "{BEAT}").is_ok() {
                thread::sleep(every);
            }
        });
        Self { stream, beats, heart: Some(heart) }
    }

    /// With a heartbeat before it: it is at the wheel then.
    fn sends(&mut self, line: &str) {
        self.stream.write_all(format!("{BEAT}\n{line}\n").as_bytes()).expect("the tank reads");
    }

    fn moves(&mut self, angle: i32, strength: u32) {
        self.sends(&format!(r#"{{"cmd":"robotMovement","angle":{angle},"strength":{strength}}}"#));
    }

    fn falls_silent(&mut self) {
        self.beats.store(false, Ordering::Relaxed);
        if let Some(heart) = self.heart.take() {
            heart.join().expect("the heart");
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.falls_silent();
    }
}

/// What is drawn of the tank and its trail.
fn dots(picture: &str) -> String {
    picture.chars().filter(|char| ('\u{2801}'..='\u{28ff}').contains(char) || *char == '\n').collect()
}

#[test]
fn the_picture_follows_the_tank_at_any_size() {
    let Some(screen) = Screen::start("en", (80, 24)) else { return };
    screen.tells(&["Mini-tank on", "nobody at the wheel", "stands still", "q: quit"]);
    let mut driver = screen.driver(OFTEN);
    let address = driver.stream.local_addr().expect("an address");
    driver.moves(20, 40);
    let at_first = screen.tells(&[&format!("at the wheel: {address}"), "angle 20°  strength 40 %", "heartbeat 0."]);
    screen.shows(|picture| dots(picture) != dots(&at_first));
    for (columns, lines) in [(40, 24), (200, 50)] {
        screen.resizes(columns, lines);
        let says_it_all = || {
            driver.moves(20, 40);
            driver.sends("{'cmd':'buzz'}");
            driver.sends(r#"{"cmd":"buzz"}"#);
        };
        let picture =
            screen.tells_while(says_it_all, &["angle 20°", "wrong command", "JSON's quotation marks", "♪ BUZZ ♪"]);
        assert!(picture.lines().all(|line| line.chars().count() <= columns.into()), "{picture}");
        assert!(!dots(&picture).trim().is_empty(), "{picture}");
    }
    screen.resizes(80, 24);
    driver.falls_silent();
    screen.tells(&[&format!("LOST: no heartbeat from {address}"), "stands still", "The tank stops by itself"]);
    screen.types("q");
    screen.is_given_back(0);
}

#[test]
fn it_speaks_french() {
    let Some(screen) = Screen::start("fr", (80, 24)) else { return };
    let mut driver = screen.driver(OFTEN);
    driver.moves(-20, 40);
    screen.tells(&["Mini-tank sur", "aux commandes", "battement il y a 0,", "angle -20°", "q : quitter"]);
}

#[test]
fn no_size_is_too_small() {
    let Some(screen) = Screen::start("en", (80, 24)) else { return };
    let mut driver = screen.driver(OFTEN);
    driver.moves(5, 50);
    for (columns, lines) in [(1, 1), (2, 30), (3, 3), (300, 2), (40, 5), (12, 60), (110, 7)] {
        screen.resizes(columns, lines);
        driver.sends(r#"{"cmd":"an unknown command that takes several lines","and":"more of it"}"#);
    }
    screen.resizes(80, 24);
    screen.tells(&["at the wheel", "several lines"]);
    // Like any key.
    screen.types("C-c");
    screen.is_given_back(0);
}

#[test]
fn a_signal_ends_it_and_gives_the_terminal_back() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::INT, 130)] {
        let Some(screen) = Screen::start("en", (80, 24)) else { return };
        screen.ends_with(signal);
        screen.is_given_back(status);
    }
}

/// What a picture says, without what differs from run to run: times, ports, and where the tank is.
fn said(picture: &str) -> Vec<String> {
    let words = |line: &str| {
        let letters = line.chars().filter(|char| !char.is_ascii_digit() && !('▀'..='▟').contains(char));
        letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    picture.lines().filter(|line| line.contains(char::is_alphabetic)).map(words).collect()
}

/// The picture of the documentation; nothing if the machine was too busy for its heartbeats.
fn picture_of_a_drive(lang: &str) -> Option<String> {
    let screen = Screen::start(lang, (80, 29))?;
    let mut driver = screen.driver(Duration::from_millis(450));
    driver.moves(15, 60);
    thread::sleep(Duration::from_millis(1500));
    driver.moves(-35, 70);
    driver.sends(r#"{"cmd":"robotMovement","angle":270,"strength":70}"#);
    driver.sends(r#"{"cmd":"heartBeat"}"#);
    thread::sleep(Duration::from_millis(1500));
    driver.sends(r#"{"cmd":"buzz"}"#);
    let picture = screen.tells(&["♪ buzz"]);
    let was_lost = ["is lost", "est perdu"].iter().any(|words| picture.contains(words));
    let is_whole = ["♪ BUZZ ♪", "angle -35°"].iter().all(|words| picture.contains(words)) && !was_lost;
    is_whole.then(|| picture.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned())
}

#[test]
fn the_documentation_shows_the_picture() {
    if !has_tmux() {
        return;
    }
    for (page, lang) in [("docs/en/the-tank.md", "en"), ("docs/fr/le-tank.md", "fr")] {
        let picture = (0..10).find_map(|_| picture_of_a_drive(lang)).expect("one drive of ten goes well");
        let marks = ("<!-- picture -->\n```\n", "\n```\n<!-- /picture -->");
        hold(page, marks, &[picture], |old, new| said(old) == said(new));
    }
}
