//! French and English say the same: the same files, messages, attributes and arguments.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// The arguments of each text, by `message` or `message.attribute`.
type Texts = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_text_is_there_in_both_languages() {
    let (en, fr) = (files("en"), files("fr"));
    assert_eq!(en.keys().collect::<Vec<_>>(), fr.keys().collect::<Vec<_>>());
    for (name, source) in &en {
        assert_eq!(texts(name, source), texts(name, &fr[name]), "{name}: English left, French right");
    }
}

#[test]
fn french_signs_keep_their_distance() {
    for (name, source) in files("fr") {
        let spoken = source.lines().filter(|line| !line.starts_with('#') && !line.starts_with("            "));
        for line in spoken {
            assert!(!breaks(line), "{name}: a plain space where none may break: {line}");
        }
    }
}

/// A space that a line could end at stands before a sign, or within guillemets; the colons of `::1` are no sign.
fn breaks(line: &str) -> bool {
    let words: Vec<&str> = line.trim().split(' ').collect();
    words.iter().skip(1).any(|word| matches!(word.trim_end_matches(['.', ',', ')']), ":" | ";" | "!" | "?" | "»"))
        || words.iter().any(|word| word.ends_with('«'))
}

#[test]
fn no_message_is_there_twice() {
    for lang in ["en", "fr"] {
        let mut seen = BTreeSet::new();
        let common =
            files(lang).into_iter().filter(|(name, _)| !name.starts_with(|first: char| first.is_ascii_digit()));
        for (name, source) in common {
            for id in source.lines().filter_map(message) {
                assert!(seen.insert(id.to_owned()), "{lang}/{name}: {id} is there twice");
            }
        }
    }
}

fn message(line: &str) -> Option<&str> {
    let (id, _) = line.split_once(" =")?;
    id.starts_with(|first: char| first.is_ascii_lowercase()).then_some(id)
}

fn files(lang: &str) -> BTreeMap<String, String> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "locales", lang].iter().collect();
    fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}

fn texts(name: &str, source: &str) -> Texts {
    let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
    let mut texts = Texts::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        if let Some(value) = &message.value {
            texts.insert(message.id.name.to_owned(), arguments(value));
        }
        for attribute in &message.attributes {
            texts.insert(format!("{}.{}", message.id.name, attribute.id.name), arguments(&attribute.value));
        }
    }
    texts
}

fn arguments(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => named(inline, &mut found),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                named(selector, &mut found);
                variants.iter().for_each(|variant| found.extend(arguments(&variant.value)));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
    found
}

fn named(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| named(argument, found));
        }
        _ => {}
    }
}
