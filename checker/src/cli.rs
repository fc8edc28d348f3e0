//! The command line, nothing else.

use std::ffi::OsString;
use std::num::{NonZeroU16, NonZeroU32, NonZeroU64, NonZeroUsize};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::output::{self, complain};
use crate::texts::{Lang, Texts};
use crate::verdict::Message;

/// A call of the checker, and the texts of whoever made it.
pub struct Call {
    pub command: Command,
    pub color: ColorChoice,
    pub texts: Texts,
    /// How the checker was called, for the calls that it tells others to make.
    pub me: String,
}

#[derive(Parser)]
#[command(name = "checker", disable_help_subcommand = true, arg_required_else_help = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
    #[arg(long, global = true, display_order = 100, value_name = "fr|en", value_parser = PossibleValuesParser::new(["fr", "en"]))]
    lang: Option<String>,
    #[arg(
        long,
        global = true,
        display_order = 101,
        value_name = "auto|always|never",
        default_value = "auto",
        hide_default_value = true
    )]
    color: ColorChoice,
}

#[derive(Subcommand)]
pub enum Command {
    Check(Check),
    List(List),
    Explain(Explain),
    Hint(Hint),
    Sensors(Sensors),
    Tank(Tank),
}

#[derive(Args)]
pub struct Check {
    pub exercises: Vec<String>,
    #[arg(long)]
    pub solutions: bool,
    #[arg(long = "program")]
    pub programs: Vec<String>,
    #[arg(long)]
    pub only: Vec<String>,
    #[arg(long, value_name = "human|json", default_value = "human", hide_default_value = true)]
    pub format: Format,
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    #[arg(long, short)]
    pub verbose: bool,
    #[arg(long, value_name = "FOLDER")]
    pub svg: Option<PathBuf>,
    #[arg(long)]
    pub no_namespaces: bool,
    #[arg(long)]
    pub pcap: Option<PathBuf>,
}

#[derive(Args)]
pub struct List {
    #[arg(long, value_name = "human|json", default_value = "human", hide_default_value = true)]
    pub format: Format,
}

#[derive(Args)]
pub struct Explain {
    pub name: Option<String>,
}

#[derive(Args)]
pub struct Hint {
    #[arg(value_name = "EXERCISE")]
    pub exercise: Option<String>,
}

#[derive(Args)]
pub struct Sensors {
    #[arg(long, value_name = "N", default_value = "1", hide_default_value = true)]
    pub robot: NonZeroU16,
    #[arg(long, value_name = "MS", default_value = "250", hide_default_value = true)]
    pub every: NonZeroU32,
    #[arg(long, value_name = "N")]
    pub count: Option<NonZeroU64>,
    // Not `seed`, which is about conversations.
    #[arg(long = "seed", value_name = "N")]
    pub sensor_seed: Option<u64>,
}

#[derive(Args)]
pub struct Tank {
    #[arg(default_value = "0.0.0.0:6002", hide_default_value = true)]
    pub bind: String,
    #[arg(long)]
    pub script: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

/// Reads the command line. An error is told already, as is what was asked for with `--help`: the status remains.
pub fn read(args: Vec<OsString>) -> Result<Call, ExitCode> {
    let texts = Texts::for_language(language(&args));
    let me = args.first().map_or_else(|| "checker".to_owned(), |me| me.to_string_lossy().into_owned());
    let mut known = in_words(Line::command().term_width(output::width(std::io::stdout())), &texts);
    let read = known.try_get_matches_from_mut(&args).and_then(|m| Line::from_arg_matches(&m));
    match read {
        Ok(line) => Ok(Call { command: line.command, color: line.color, texts, me }),
        Err(error) => {
            let mut words = args.iter().skip(1).filter_map(|word| word.to_str());
            let command = words.find(|word| known.find_subcommand(word).is_some());
            let call = command.map_or_else(|| me.clone(), |command| format!("{me} {command}"));
            Err(tell(&error, &texts, &call))
        }
    }
}

/// The language of the help and of the errors, which is needed before there is a command line that makes sense.
fn language(args: &[OsString]) -> Lang {
    let mut args = args.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = args.next() {
        let given = if argument == "--lang" { args.next() } else { argument.strip_prefix("--lang=") };
        if let Some(tag) = given.filter(|tag| ["fr", "en"].contains(tag)) {
            return Lang::from_tag(tag);
        }
    }
    Lang::from_environment()
}

/// Gives clap's command the words of the reader's language, as far as clap takes them.
fn in_words(command: clap::Command, texts: &Texts) -> clap::Command {
    let text = |id: &str| texts.text(&Message::new(id));
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(text("help-help"))
        .display_order(102)
        .global(true);
    let template = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}\n", text("help-usage"));
    let command = command.disable_help_flag(true).arg(help);
    let command = command.subcommand_help_heading(text("help-commands")).subcommand_value_name(text("value-command"));
    worded(command, "checker", &template, texts).mut_subcommands(|inner| {
        let name = inner.get_name().to_owned();
        worded(inner, &name, &template, texts)
    })
}

fn worded(command: clap::Command, name: &str, template: &str, texts: &Texts) -> clap::Command {
    let text = |id: &str| texts.text(&Message::new(id));
    let (arguments, options) = (text("help-arguments"), text("help-options"));
    command.about(text(&format!("help-{name}"))).help_template(template.to_owned()).mut_args(|arg| {
        let heading = if arg.is_positional() { &arguments } else { &options };
        let help = text(&format!("help-{}", arg.get_id().as_str().replace('_', "-")));
        let listed = arg.get_action().takes_values();
        let arg = arg.help(help).help_heading(heading.clone());
        // What a value is called where its name is no word that the checker itself knows.
        let name = format!("value-{}", arg.get_id());
        let arg = if texts.has(&name) { arg.value_name(text(&name)) } else { arg };
        // The value's name, `human|json`, tells them already.
        // `--seed -1` is a number that is not taken, and no option `-1`.
        let is_option = listed && !arg.is_positional();
        if listed { arg.hide_possible_values(true).allow_negative_numbers(is_option) } else { arg }
    })
}

/// Prints what clap has to say, and returns the exit status.
fn tell(error: &clap::Error, texts: &Texts, call: &str) -> ExitCode {
    if !error.use_stderr() {
        // Whoever closed the pipe early has read enough.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
    } else {
        complain(&texts.text(&wrong_usage(error)));
        complain(&texts.text(&Message::new("usage-see-help").with("call", call)));
    }
    ExitCode::from(2)
}

/// Clap's errors in our own words: clap itself speaks only English.
fn wrong_usage(error: &clap::Error) -> Message {
    let context = |kind| error.get(kind).map(words).unwrap_or_default();
    let id = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => "usage-no-value",
        ErrorKind::InvalidValue if !context(ContextKind::ValidValue).is_empty() => "usage-one-of",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-bad-value",
        ErrorKind::ArgumentConflict => "usage-twice",
        ErrorKind::InvalidUtf8 => "usage-not-utf-8",
        ErrorKind::MissingSubcommand => "usage-no-command",
        _ => return Message::new("usage-other").with("error", error.kind()),
    };
    let argument = match error.kind() {
        ErrorKind::InvalidSubcommand => context(ContextKind::InvalidSubcommand),
        _ => context(ContextKind::InvalidArg),
    };
    let closest = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(context).concat();
    Message::new(id)
        .with("argument", argument)
        .quoting("value", &context(ContextKind::InvalidValue))
        .with("valid", context(ContextKind::ValidValue))
        .with("suggested", if closest.is_empty() { "none" } else { "some" })
        .with("closest", closest)
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        other => other.to_string(),
    }
}
