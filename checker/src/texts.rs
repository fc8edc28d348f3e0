//! The texts that users read, in French and in English, out of the Fluent files in `locales/`.
//!
//! A message that is missing shows as its own name: a report with one clumsy line is worth more than no report.

use std::collections::BTreeMap;
use std::fmt::Display;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::catalog::EXERCISES;
use crate::exercises::{Check, Exercise};
use crate::verdict::Message;

type Bundle = FluentBundle<FluentResource>;

/// The languages of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    En,
    Fr,
}

impl Lang {
    /// The user's language: of `LC_ALL`, `LC_MESSAGES` and `LANG`, the first that is not empty decides.
    pub fn from_environment() -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .map_or(Self::En, |tag| Self::from_tag(&tag))
    }

    /// `fr`, `fr_CH.UTF-8`, `French` … are French; whatever else there is, is English.
    pub fn from_tag(tag: &str) -> Self {
        let start = tag.get(..2).unwrap_or_default();
        if start.eq_ignore_ascii_case("fr") { Self::Fr } else { Self::En }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The files that belong to no exercise.
    fn common(self) -> &'static [&'static str] {
        match self {
            Self::En => &[
                include_str!("../locales/en/checker.ftl"),
                include_str!("../locales/en/commands.ftl"),
                include_str!("../locales/en/lab.ftl"),
                include_str!("../locales/en/misconceptions.ftl"),
                include_str!("../locales/en/tank.ftl"),
            ],
            Self::Fr => &[
                include_str!("../locales/fr/checker.ftl"),
                include_str!("../locales/fr/commands.ftl"),
                include_str!("../locales/fr/lab.ftl"),
                include_str!("../locales/fr/misconceptions.ftl"),
                include_str!("../locales/fr/tank.ftl"),
            ],
        }
    }

    fn decimal_mark(self) -> &'static str {
        match self {
            Self::En => ".",
            Self::Fr => ",",
        }
    }

    fn thousands_mark(self) -> &'static str {
        match self {
            Self::En => ",",
            Self::Fr => "\u{a0}",
        }
    }
}

/// All texts, in one language.
pub struct Texts {
    lang: Lang,
    common: Bundle,
    /// Each exercise's own, by the two digits that its checks' names start with: every exercise has a `title`.
    exercises: BTreeMap<String, Bundle>,
}

impl Texts {
    pub fn for_language(lang: Lang) -> Self {
        Self::with_exercises(lang, EXERCISES)
    }

    pub fn with_exercises(lang: Lang, exercises: &[&Exercise]) -> Self {
        let own = |exercise: &&Exercise| {
            let source = match lang {
                Lang::En => exercise.texts.en,
                Lang::Fr => exercise.texts.fr,
            };
            (format!("{:02}", exercise.number), bundle(lang, &[source]))
        };
        Self { lang, common: bundle(lang, lang.common()), exercises: exercises.iter().map(own).collect() }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message in the user's language.
    pub fn text(&self, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(name.as_str(), argument(value, self.lang));
        }
        look_up(&self.common, &message.id, None, &args).unwrap_or_else(|| message.id.clone())
    }

    /// The message `id`, with arguments.
    pub fn text_of(&self, id: &str, args: &[(&str, &dyn Display)]) -> String {
        let message = args.iter().fold(Message::new(id), |message, (name, value)| message.with(name, value));
        self.text(&message)
    }

    /// Whether there is a message `id`.
    pub fn has(&self, id: &str) -> bool {
        self.common.has_message(id)
    }

    /// An attribute of the message `id`: `.cause`, `.page`.
    pub fn attribute(&self, id: &str, attribute: &str) -> Option<String> {
        look_up(&self.common, id, Some(attribute), &FluentArgs::new())
    }

    /// "A TCP server"
    pub fn title(&self, exercise: &Exercise) -> String {
        let number = format!("{:02}", exercise.number);
        self.of_exercise(&number, "title", None).unwrap_or_else(|| exercise.name.to_owned())
    }

    /// What a check is about, in one sentence: "a silent client holds up nobody".
    pub fn purpose(&self, check: &Check) -> String {
        self.of_check(check, None).unwrap_or_else(|| check.name.to_owned())
    }

    /// What `checker explain` shows of a check.
    pub fn check_page(&self, check: &Check) -> Option<String> {
        self.of_check(check, Some("page"))
    }

    /// What somebody who begins with the stub of `program` needs to know, as the page of a misconception.
    pub fn beginning(&self, exercise: &Exercise, program: &str) -> Option<String> {
        self.of_exercise(&format!("{:02}", exercise.number), &format!("begin-{program}"), None)
    }

    /// Microseconds as milliseconds: "12.3 ms".
    pub fn millis(&self, micros: u64) -> String {
        self.tenths(micros.saturating_add(50) / 100) + "\u{a0}ms"
    }

    /// The same in few letters: from a second on, without tenths.
    pub fn short_millis(&self, micros: u64) -> String {
        match micros {
            0..1_000_000 => self.millis(micros),
            _ => grouped(micros.saturating_add(500) / 1000, self.lang) + "\u{a0}ms",
        }
    }

    /// Microseconds as seconds: "2.1 s".
    pub fn seconds(&self, micros: u64) -> String {
        self.tenths(micros.saturating_add(50_000) / 100_000) + "\u{a0}s"
    }

    fn tenths(&self, tenths: u64) -> String {
        format!("{}{}{}", grouped(tenths / 10, self.lang), self.lang.decimal_mark(), tenths % 10)
    }

    fn of_check(&self, check: &Check, attribute: Option<&str>) -> Option<String> {
        let (number, name) = check.name.split_once('.')?;
        self.of_exercise(number, &format!("check-{name}"), attribute)
    }

    fn of_exercise(&self, number: &str, id: &str, attribute: Option<&str>) -> Option<String> {
        look_up(self.exercises.get(number)?, id, attribute, &FluentArgs::new())
    }
}

/// What can be read of these sources; a test holds that it is all of them.
fn bundle(lang: Lang, sources: &[&str]) -> Bundle {
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // Marks of direction around each argument help nobody here, and spoil what is copied from a terminal.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => |_, _| None,
        Lang::Fr => |value, _| with_comma(value),
    }));
    // Fails only where the name is taken, and the bundle is empty yet.
    let _ = bundle.add_function("COUNT", move |args, _| counted(args, lang));
    for source in sources {
        bundle.add_resource_overriding(resource(source));
    }
    bundle
}

fn resource(source: &str) -> FluentResource {
    match FluentResource::try_new(source.to_owned()) {
        Ok(resource) => resource,
        Err((readable, _)) => readable,
    }
}

fn look_up(bundle: &Bundle, id: &str, attribute: Option<&str>, args: &FluentArgs) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    // An argument that is missing shows as `{$name}`.
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

/// A number where the text is one, so that plurals work; `007` and `127.0.0.1` stay as they are. A quotation gets the
/// marks of the language.
fn argument(text: &str, lang: Lang) -> FluentValue<'_> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    match text.parse::<f64>() {
        Ok(number) if plain && number.to_string() == text => FluentValue::try_number(text),
        _ if lang == Lang::Fr && text.starts_with('“') => text.replace('“', "«\u{a0}").replace('”', "\u{a0}»").into(),
        _ => FluentValue::from(text),
    }
}

fn with_comma(value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number.as_string().replace('.', ",")),
        _ => None,
    }
}

/// `COUNT($size)`: a number with its thousands apart, which a port or a process does not want.
fn counted<'a>(args: &[FluentValue<'a>], lang: Lang) -> FluentValue<'a> {
    match args {
        [FluentValue::Number(number)] => grouped(number.value as u64, lang).into(),
        [other] => other.clone(),
        _ => FluentValue::Error,
    }
}

fn grouped(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push_str(lang.thousands_mark());
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        let [en, fr] = [Lang::En, Lang::Fr].map(Texts::for_language);
        assert_eq!(en.millis(1_234_567), "1,234.6\u{a0}ms");
        assert_eq!(fr.millis(1_234_567), "1\u{a0}234,6\u{a0}ms");
        assert_eq!(
            (en.short_millis(999_900), fr.short_millis(1_234_567)),
            ("999.9\u{a0}ms".into(), "1\u{a0}235\u{a0}ms".into())
        );
        let late = |texts: &Texts| texts.text_of("said-drift", &[("n", &100), ("late", &2.5)]);
        assert!(late(&en).contains("2.5"), "{}", late(&en));
        assert!(late(&fr).contains("2,5"), "{}", late(&fr));
    }

    #[test]
    fn only_numbers_are_numbers() {
        for text in ["007", "127.0.0.1", "NaN", "inf", "1e3", "", "-"] {
            assert!(matches!(argument(text, Lang::En), FluentValue::String(_)), "{text}");
        }
        for text in ["7", "-7", "0.5", "65507"] {
            assert!(matches!(argument(text, Lang::En), FluentValue::Number(_)), "{text}");
        }
    }

    #[test]
    fn a_quotation_has_the_marks_of_the_language() {
        let unknown = Message::new("trouble-no-exercise").quoting("name", "42").quoting_all("names", ["01", "02"]);
        let told = [Lang::En, Lang::Fr].map(|lang| Texts::for_language(lang).text(&unknown));
        assert!(told[0].contains("“42”") && told[0].contains("“01”, “02”"), "{}", told[0]);
        assert!(told[1].contains("«\u{a0}42\u{a0}»") && !told[1].contains('“'), "{}", told[1]);
    }

    #[test]
    fn what_is_missing_shows_its_name() {
        let texts = Texts::for_language(Lang::En);
        assert_eq!(texts.text(&Message::new("no-such-text")), "no-such-text");
    }

    #[test]
    fn the_environment_names_the_language() {
        assert_eq!(Lang::from_tag("fr_CH.UTF-8"), Lang::Fr);
        assert_eq!(Lang::from_tag("C"), Lang::En);
    }
}
