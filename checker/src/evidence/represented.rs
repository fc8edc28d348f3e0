//! Questions about values that are shown as a language shows them to programmers.

use crate::verdict::Evidence;

impl Evidence {
    /// The text came in quotation marks.
    pub fn came_quoted(&self) -> bool {
        self.texts_wanted().iter().any(|text| {
            let quoted = |mark: &u8| [&[*mark], *text].concat();
            b"\"'".iter().any(|mark| self.came_has(&quoted(mark)) && !self.wanted_has(&quoted(mark)))
        })
    }

    /// The text came as a list of its bytes, `[104, 101, …`, or of its characters, `['h', 'e', …`.
    pub fn came_as_a_list(&self) -> bool {
        // A list of some is one, and of a long one not all is kept.
        const ENOUGH: usize = 4;
        self.texts_wanted().into_iter().filter(|text| text.len() >= ENOUGH).any(|text| {
            let list = |item: fn(u8) -> String| {
                let items: Vec<String> = text[..ENOUGH].iter().map(|byte| item(*byte)).collect();
                format!("[{}, ", items.join(", "))
            };
            let lists = [list(|byte| byte.to_string()), list(|byte| format!("'{}'", char::from(byte)))];
            lists.iter().any(|list| self.came_has(list.as_bytes()))
        })
    }

    /// What was wanted, and what stands behind its address, without the line's end.
    fn texts_wanted(&self) -> Vec<&[u8]> {
        let wanted = self.wanted.as_ref().filter(|wanted| wanted.left_out() == 0 && wanted.tail.is_empty());
        let Some(wanted) = wanted.map(|wanted| wanted.head.as_slice()) else { return Vec::new() };
        let behind = wanted.iter().position(|byte| *byte == b' ').map_or(wanted, |at| &wanted[at + 1..]);
        let texts = [wanted, behind].map(|text| text.strip_suffix(b"\n").unwrap_or(text));
        texts.into_iter().filter(|text| !text.is_empty()).collect()
    }
}
