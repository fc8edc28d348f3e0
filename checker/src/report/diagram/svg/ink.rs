//! The elements that a picture is made of, and what they look like in light, in the dark and on paper.

use std::fmt::Write;

/// How wide a letter is.
pub const LETTER: f64 = 7.8;

/// Shapes: the same in every light. What goes wrong is not told by its colour alone: it has a mark and broad lines, and
/// what is missing is dashed.
const SHAPES: &str = "
  text { font: 13px 'DejaVu Sans Mono', ui-monospace, Menlo, Consolas, monospace; white-space: pre }
  .title, .wrong text { font-weight: bold }
  .name { text-anchor: middle; font-weight: bold }
  .time { text-anchor: end }
  .said { text-anchor: middle }
  .lifeline, .arrow, .event { stroke-width: 1.5 }
  .wrong .arrow, .wrong .event { stroke-width: 2.5 }
  .missing .arrow { stroke-dasharray: 7 5 }";

/// The colours of one kind of light.
struct Palette {
    paper: &'static str,
    ink: &'static str,
    faint: &'static str,
    line: &'static str,
    name: &'static str,
    bad: &'static str,
}

const LIGHT: Palette =
    Palette { paper: "#ffffff", ink: "#1f2328", faint: "#59636e", line: "#8c959f", name: "#eef1f4", bad: "#b3261e" };
const DARK: Palette =
    Palette { paper: "#0d1117", ink: "#e6edf3", faint: "#9da7b1", line: "#6e7681", name: "#21262d", bad: "#ff8a80" };
const PRINT: Palette =
    Palette { paper: "#ffffff", ink: "#000000", faint: "#333333", line: "#555555", name: "#ffffff", bad: "#000000" };

impl Palette {
    /// Each colour is written where it is used: not every program that shows SVG knows variables.
    fn rules(&self) -> String {
        let Self { paper, ink, faint, line, name, bad } = self;
        format!(
            "
  text {{ fill: {ink} }} .time, .faint {{ fill: {faint} }} .paper {{ fill: {paper} }}
  .box {{ fill: {name}; stroke: {line} }} .lifeline {{ stroke: {line} }}
  .arrow, .event {{ stroke: {ink} }} .head, .event {{ fill: {ink} }} .wrong text, .wrong .head {{ fill: {bad} }}
  .wrong .arrow, .wrong .event {{ stroke: {bad} }} .wrong .event {{ fill: {bad} }} .missing .event {{ fill: {paper} }}"
        )
    }
}

fn look() -> String {
    let [light, dark, print] = [LIGHT, DARK, PRINT].map(|palette| palette.rules());
    format!("{SHAPES}{light}\n  @media (prefers-color-scheme: dark) {{{dark} }}\n  @media print {{{print} }}\n")
}

/// The inside of a picture, as it grows.
#[derive(Default)]
pub struct Ink(String);

impl Ink {
    pub fn text(&mut self, class: &str, x: f64, y: f64, text: &str) {
        if !text.is_empty() {
            self.element(format_args!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escaped(text)));
        }
    }

    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.element(format_args!(
            "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>"
        ));
    }

    /// The head of an arrow that ends here; `back` is the way to where it comes from, 1 or -1.
    pub fn head(&mut self, x: f64, y: f64, back: f64) {
        let base = x + 10.0 * back;
        self.element(format_args!(
            "<path class=\"head\" d=\"M{x:.1} {y:.1} L{base:.1} {:.1} L{base:.1} {:.1} Z\"/>",
            y - 5.0,
            y + 5.0
        ));
    }

    pub fn dot(&mut self, x: f64, y: f64) {
        self.element(format_args!("<circle class=\"event\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>"));
    }

    pub fn cross(&mut self, x: f64, y: f64) {
        for slope in [6.0, -6.0] {
            self.line("arrow", (x - 6.0, y - slope), (x + 6.0, y + slope));
        }
    }

    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        self.element(format_args!(
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"4\"/>"
        ));
    }

    /// What `draw` draws belongs together.
    pub fn group(&mut self, class: &str, draw: impl FnOnce(&mut Self)) {
        self.element(format_args!("<g class=\"{class}\">"));
        draw(self);
        self.element(format_args!("</g>"));
    }

    /// This, drawn over something else.
    pub fn over(self, under: Self) -> Self {
        Self(under.0 + &self.0)
    }

    fn element(&mut self, element: std::fmt::Arguments) {
        // Writing into a string does not fail.
        let _ = writeln!(self.0, "{element}");
    }

    /// The whole file.
    pub fn picture(self, (width, height): (f64, f64), title: &str, description: &str, lang: &str) -> String {
        let (title, description, look, body) = (escaped(title), escaped(description), look(), self.0);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
             viewBox=\"0 0 {width:.0} {height:.0}\" xml:lang=\"{lang}\" xml:space=\"preserve\" \
             role=\"graphics-document\" aria-labelledby=\"title\" aria-describedby=\"description\">\n\
             <title id=\"title\">{title}</title>\n<desc id=\"description\">{description}</desc>\n\
             <style>{look}</style>\n\
             <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n{body}</svg>\n"
        )
    }
}

/// A text as XML takes it. Control characters are written out before; two others are no characters to XML.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.extend(char.escape_unicode()),
            other if other.is_control() => escaped.extend(other.escape_unicode()),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_does_not_take_is_written_out() {
        assert_eq!(escaped("<a href=\"x\">&\n\u{1}\u{ffff}é"), "&lt;a href=&quot;x&quot;&gt;&amp; \\u{1}\\u{ffff}é");
    }
}
