//! From a source file, or a patch of a solution, to a command line that starts the program.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock};

use serde::Deserialize;
use tempfile::TempDir;

use super::repository;

/// The command line for a whole program. One in a folder that bears an exercise's number (`09-event-relay`) may use the
/// libraries of that exercise.
pub fn whole(source: &Path) -> Result<String, String> {
    let path = source.to_string_lossy();
    let folder = || source.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    match source.extension().and_then(|extension| extension.to_str()) {
        // Without the packages that are installed beside Python: none of these needs one, and some make each start slow.
        Some("py") => Ok(words(&[python()?, "-S", &path])),
        Some("sh") => Ok(words(&["env", &format!("PYTHON={}", python()?), "sh", &path])),
        Some("rs") => compiled(&rust(&folder())?, "main.rs", vec![("main.rs".to_owned(), read(source)?)], None),
        Some("c") => compiled(&C.map(str::to_owned), "main.c", vec![("main.c".to_owned(), read(source)?)], None),
        _ => Err(format!("{path} is in a language that is known")),
    }
}

/// The command line for a program of an exercise's solution.
pub fn solution(exercise: &str, program: &str) -> Result<String, String> {
    let (main, sources) = sources(exercise, program)?;
    compiled_again(exercise, program, &main, sources)
}

/// The same with this patch.
pub fn patched(exercise: &str, program: &str, patch: &Path) -> Result<String, String> {
    with_patches(exercise, program, &[patch])
}

/// The same with two, one after the other.
pub fn patched_twice(exercise: &str, program: &str, patches: [&Path; 2]) -> Result<String, String> {
    with_patches(exercise, program, &patches)
}

fn with_patches(exercise: &str, program: &str, patches: &[&Path]) -> Result<String, String> {
    let (main, mut sources) = sources(exercise, program)?;
    for patch in patches {
        let diff = read(patch)?;
        let patched = diff.lines().find_map(|line| line.strip_prefix("--- a/src/")).unwrap_or(&main).to_owned();
        let source = sources.iter_mut().find(|(name, _)| *name == patched);
        let (_, text) = source.ok_or_else(|| format!("there is a {patched} among the sources of {exercise}"))?;
        *text = apply(&diff, text)?;
    }
    compiled_again(exercise, program, &main, sources)
}

/// The same with another text in one of its files.
pub fn changed(exercise: &str, program: &str, file: &str, text: &str) -> Result<String, String> {
    let (main, mut sources) = sources(exercise, program)?;
    let source = sources.iter_mut().find(|(name, _)| name == file);
    source.ok_or_else(|| format!("there is a {file} among the sources of {exercise}"))?.1 = text.to_owned();
    compiled_again(exercise, program, &main, sources)
}

/// The files that a program of a solution consists of, by their names: its main file, and the modules that it names.
pub fn files_of(exercise: &str, program: &str) -> Result<Vec<(String, String)>, String> {
    let (main, mut sources) = sources(exercise, program)?;
    let text = sources.iter().find(|(name, _)| *name == main).map(|(_, text)| text.clone()).unwrap_or_default();
    let module = |name: &str| name.strip_suffix(".rs").is_some_and(|name| text.contains(&format!("\nmod {name};\n")));
    sources.retain(|(name, _)| *name == main || module(name));
    Ok(sources)
}

/// The name of a solution's main file, and all its files.
fn sources(exercise: &str, program: &str) -> Result<(String, Sources), String> {
    let folder = repository().join("solutions").join(exercise).join("src");
    let mut sources = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        sources.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), read(&path)?));
    }
    // A crate of several programs has no `main.rs`.
    let own = format!("{program}.rs");
    let main = sources.iter().map(|(name, _)| name).find(|name| **name == own).cloned().unwrap_or("main.rs".to_owned());
    Ok((main, sources))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn words(words: &[&str]) -> String {
    shlex::try_join(words.iter().copied()).expect("no NUL in a path")
}

/// The interpreter itself: some `python3` are a script that looks for it, at every start.
fn python() -> Result<&'static str, String> {
    static PYTHON: OnceLock<Result<String, String>> = OnceLock::new();
    let find = || told_by("python3", &["-c", "import sys; print(sys.executable)"]);
    PYTHON.get_or_init(find).as_deref().map_err(Clone::clone)
}

/// The compiler itself, for the same reason.
fn rustc() -> Result<&'static str, String> {
    static RUSTC: OnceLock<Result<String, String>> = OnceLock::new();
    let find = || told_by("rustc", &["--print", "sysroot"]).map(|sysroot| format!("{sysroot}/bin/rustc"));
    RUSTC.get_or_init(find).as_deref().map_err(Clone::clone)
}

/// What a command prints.
fn told_by(command: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(command).args(arguments).output().map_err(|error| format!("{command}: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A compiler and its options.
type Compiler = [String];

/// Hundreds of programs are compiled and each is run a few times: nobody looks at their symbols.
const RUST: [&str; 6] = ["--edition", "2024", "--cap-lints", "allow", "-C", "strip=debuginfo"];
const C: [&str; 5] = ["cc", "-std=gnu11", "-O1", "-w", "-pthread"];

/// The compiler for the programs of an exercise, with the libraries that its solution has from its manifest.
fn rust(exercise: &str) -> Result<Vec<String>, String> {
    static KNOWN: Mutex<BTreeMap<String, Result<Vec<String>, String>>> = Mutex::new(BTreeMap::new());
    let number = exercise.get(..3).unwrap_or(exercise);
    let mut known = KNOWN.lock().expect("nobody panicked");
    let libraries = known.entry(number.to_owned()).or_insert_with(|| libraries(number)).clone()?;
    Ok([rustc()?].into_iter().chain(RUST).map(str::to_owned).chain(libraries).collect())
}

/// A line of cargo's, of which this much is read.
#[derive(Deserialize)]
struct Artifact {
    target: Target,
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
    name: String,
}

/// The options that name the libraries of the solution with this number (`09-`), which are built first.
fn libraries(number: &str) -> Result<Vec<String>, String> {
    let solutions = fs::read_dir(repository().join("solutions")).map_err(|error| format!("solutions: {error}"))?;
    let of_it = |folder: &fs::DirEntry| folder.file_name().to_string_lossy().starts_with(number);
    let Some(folder) = solutions.filter_map(Result::ok).find(of_it) else { return Ok(Vec::new()) };
    let manifest = folder.path().join("Cargo.toml");
    if !read(&manifest)?.contains("[dependencies]") {
        return Ok(Vec::new());
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--message-format", "json", "--manifest-path"]).arg(manifest);
    let output = cargo.arg("--target-dir").arg(target).output().map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let mut options = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(Artifact { target, filenames }) = serde_json::from_str(line) else { continue };
        let library = filenames.iter().find(|file| file.extension().is_some_and(|extension| extension == "rlib"));
        if let Some(file) = library.filter(|_| target.kind.iter().any(|kind| kind == "lib")) {
            let folder = file.parent().unwrap_or(file);
            options.extend(["--extern".to_owned(), format!("{}={}", target.name, file.display())]);
            options.extend(["-L".to_owned(), format!("dependency={}", folder.display())]);
        }
    }
    Ok(options)
}

/// The sources of a program, by their names.
type Sources = Vec<(String, String)>;

/// The same for a solution, or a version of one.
fn compiled_again(exercise: &str, program: &str, main: &str, sources: Sources) -> Result<String, String> {
    let mut compiler = rust(exercise)?;
    compiler.extend(["-C", "incremental=incremental"].map(str::to_owned));
    compiled(&compiler, main, sources, Some(&format!("{exercise}-{program}")))
}

/// The command line for the program that these are compiled to, now or in an earlier run. Solutions are compiled again
/// and again with a small change: in their own folder, where the compiler finds what it made of the others.
fn compiled(compiler: &Compiler, main: &str, mut sources: Sources, own: Option<&str>) -> Result<String, String> {
    sources.sort();
    let mut hasher = DefaultHasher::new();
    (compiler, main, &sources).hash(&mut hasher);
    let cache = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("programs");
    let program = cache.join(format!("{:016x}", hasher.finish()));
    if !program.exists() {
        let compile = |folder: &Path| compile(compiler, main, &sources, folder, &program);
        let in_words = |error: io::Error| error.to_string();
        let made = fs::create_dir_all(&cache).map_err(in_words).and_then(|()| match own {
            Some(own) => {
                let folder = cache.join(own);
                let _lock = locked(&folder).map_err(in_words)?;
                compile(&folder)
            }
            None => compile(TempDir::new_in(&cache).map_err(in_words)?.path()),
        });
        made.map_err(|error| format!("it compiles, but: {error}"))?;
    }
    Ok(words(&[&program.to_string_lossy()]))
}

fn compile(compiler: &Compiler, main: &str, sources: &Sources, folder: &Path, program: &Path) -> Result<(), String> {
    let words = |error: io::Error| error.to_string();
    for (name, text) in sources {
        fs::write(folder.join(name), text).map_err(words)?;
    }
    let mut command = Command::new(&compiler[0]);
    command.args(&compiler[1..]).args(["-o", "program", main]).current_dir(folder);
    let output = command.output().map_err(|error| format!("{}: {error}", compiler[0]))?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(told.lines().take(10).collect::<Vec<_>>().join("\n"));
    }
    // Another test may have been faster: then it is the same program.
    fs::rename(folder.join("program"), program).map_err(words)
}

/// Nobody else works in this folder until the lock is dropped.
fn locked(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let lock = File::create(folder.join("lock"))?;
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive)?;
    Ok(lock)
}

/// Applies a unified diff of one file. The lines that a hunk shows must stand there to the letter; where there are
/// several such places, the one nearest to the hunk's line number is meant.
fn apply(diff: &str, text: &str) -> Result<String, String> {
    let mut lines: Vec<&str> = text.lines().collect();
    for hunk in hunks(diff) {
        let (old, new) = (hunk.side('-'), hunk.side('+'));
        let places = (0..=lines.len().saturating_sub(old.len())).filter(|at| lines[*at..].starts_with(&old));
        let at = places.min_by_key(|at| at.abs_diff(hunk.at)).ok_or_else(|| {
            format!("the patch applies, but the solution has no such lines any more:\n{}", hunk.lines.join("\n"))
        })?;
        lines.splice(at..at + old.len(), new);
    }
    Ok(lines.join("\n") + "\n")
}

struct Hunk<'a> {
    /// How many lines come before it, once the hunks before it are applied.
    at: usize,
    lines: Vec<&'a str>,
}

impl<'a> Hunk<'a> {
    /// The lines before (`-`) or after (`+`) the change.
    fn side(&self, sign: char) -> Vec<&'a str> {
        let own = |line: &&&str| line.is_empty() || line.starts_with([' ', sign]);
        self.lines.iter().filter(own).map(|line| line.get(1..).unwrap_or_default()).collect()
    }
}

fn hunks(diff: &str) -> Vec<Hunk<'_>> {
    let mut hunks: Vec<Hunk> = Vec::new();
    for line in diff.lines() {
        if let Some((_, place)) = line.strip_prefix("@@ -").and_then(|places| places.split_once(" +")) {
            let number: String = place.chars().take_while(char::is_ascii_digit).collect();
            let number: usize = number.parse().unwrap_or_default();
            hunks.push(Hunk { at: number.saturating_sub(1), lines: Vec::new() });
        } else if let Some(hunk) = hunks.last_mut() {
            hunk.lines.push(line);
        }
    }
    hunks
}
