//! Lines that fit: wrapping, padding, leaving out.

/// Breaks `text` into lines of at most `width` characters, where its spaces are. A non-breaking space is none of
/// them, and a word that is longer than a line stays whole: it is most often a command to copy.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, width)).collect()
}

fn wrap_line(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if columns(line) + 1 + columns(word) <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// Paragraphs of a page: lines that follow each other are one, lines indented by four stay as they are.
pub fn wrap_page(page: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut paragraph = String::new();
    for line in page.lines() {
        if !line.trim().is_empty() && !is_example(line) {
            paragraph.push_str(line);
            paragraph.push(' ');
            continue;
        }
        end_paragraph(&mut paragraph, &mut lines, width);
        lines.push(line.trim_end().to_owned());
    }
    end_paragraph(&mut paragraph, &mut lines, width);
    lines
}

fn is_example(line: &str) -> bool {
    line.starts_with("    ")
}

fn end_paragraph(paragraph: &mut String, lines: &mut Vec<String>, width: usize) {
    if !paragraph.is_empty() {
        lines.extend(wrap(paragraph, width));
        paragraph.clear();
    }
}

/// How many columns a text takes: close enough for the letters of this course's languages.
pub fn columns(text: &str) -> usize {
    text.chars().count()
}

pub fn pad_left(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

pub fn pad_right(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// `left`, and `right` at the right edge.
pub fn to_both_edges(left: &str, right: &str, width: usize) -> (String, String) {
    let gap = width.saturating_sub(columns(left) + columns(right)).max(2);
    (left.to_owned(), format!("{}{right}", " ".repeat(gap)))
}

/// The beginning and the end of a list that is too long, and how many are left out between them. The end is what
/// tells how it went wrong, so it gets the greater part.
pub fn both_ends<T>(items: &[T], most: usize) -> (&[T], usize, &[T]) {
    if items.len() <= most {
        return (items, 0, &[]);
    }
    let first = most / 3;
    let last = most - first;
    (&items[..first], items.len() - most, &items[items.len() - last..])
}
