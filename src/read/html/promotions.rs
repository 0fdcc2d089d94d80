//! Leaves out what only leads to other pages among the paragraphs of an article: `Read more: …`,
//! lists of links.

use super::tags::tags;
use crate::read::markup;

/// Maximum number of bytes of a paragraph or list item that only leads to another page.
const LONGEST: usize = 200;
/// Minimum number of bytes of a paragraph that shows that the text has begun.
const BEGUN: usize = LONGEST / 4;
/// Maximum number of bytes of the words that introduce a list.
const OPENING: usize = 60;

/// A paragraph, heading or list item whose end has not been reached.
#[derive(Debug, Default, Clone, Copy)]
struct Block {
    start: usize,
    inner: usize,
    /// Bytes of text in its links.
    linked: usize,
}

/// Leaves out paragraphs of which more than half is links, and lists of only such items together
/// with the words that introduce them. Everything before the first paragraph stays.
pub fn without_promotions(content: &str) -> String {
    let mut text = Promotions { content, ..Promotions::default() };
    for tag in tags(content) {
        let list = tag.is("ul") || tag.is("ol");
        let heading = tag.name.len() == 2 && tag.name.starts_with(['h', 'H']);
        match tag.closing {
            false if tag.is("a") => text.link = Some(tag.end),
            true if tag.is("a") => text.end_link(tag.start),
            false if list => text.open_list(tag.start, tag.end),
            true if list => text.end_list(tag.end),
            false if tag.is("li") => text.item = Block { start: tag.start, inner: tag.end, linked: 0 },
            true if tag.is("li") => text.end_item(tag.start),
            false if tag.is("p") || heading => {
                text.block = Some(Block { start: tag.start, inner: tag.end, linked: 0 });
            }
            true if tag.is("p") || heading => text.end_block(tag.start, tag.end, heading),
            _ => {}
        }
    }
    text.kept + &content[text.from..]
}

/// The state of a pass through a text.
#[derive(Debug, Default)]
struct Promotions<'a> {
    content: &'a str,
    kept: String,
    /// The position from which nothing was kept or left out yet.
    from: usize,
    /// Whether the text has begun.
    any: bool,
    link: Option<usize>,
    block: Option<Block>,
    item: Block,
    /// Where the outermost open list begins, how many lists are open, whether all items so far lead
    /// to other pages, and how many items there were.
    list: usize,
    depth: usize,
    leads: bool,
    items: usize,
    /// The range of words that may introduce a list: `Read more on this:`.
    opening: Option<(usize, usize)>,
}

impl Promotions<'_> {
    fn length(&self, start: usize, end: usize) -> usize {
        markup::text(&self.content[start..end]).len()
    }

    fn leave_out(&mut self, start: usize, end: usize) {
        if start >= self.from {
            self.kept.push_str(&self.content[self.from..start]);
            self.from = end;
        }
    }

    fn end_link(&mut self, end: usize) {
        let length = self.link.take().map_or(0, |start| self.length(start, end));
        self.item.linked += length;
        if let Some(block) = &mut self.block {
            block.linked += length;
        }
    }

    fn end_block(&mut self, inner_end: usize, end: usize, heading: bool) {
        let Some(block) = self.block.take() else { return };
        let text = markup::text(&self.content[block.inner..inner_end]);
        let leads = self.any && text.len() < LONGEST && 2 * block.linked > text.len();
        self.any |= text.len() >= BEGUN;
        // Blocks inside a list stay or go with the list.
        if self.depth > 0 {
            return;
        }
        if leads && !heading {
            self.leave_out(block.start, end);
        }
        let opens = text.len() <= OPENING && (heading || text.ends_with(':'));
        self.opening = opens.then_some((block.start, end));
    }

    fn open_list(&mut self, start: usize, end: usize) {
        if self.depth == 0 {
            (self.list, self.leads, self.items) = (start, self.any, 0);
            let between = self.opening.map_or(0, |(_, opening)| self.length(opening, start));
            self.opening = self.opening.filter(|_| between == 0);
        }
        self.depth += 1;
        self.item = Block { start, inner: end, linked: 0 };
    }

    fn end_item(&mut self, end: usize) {
        let length = self.length(self.item.inner.min(end), end);
        self.leads &= length < LONGEST && 2 * self.item.linked > length;
        self.items += 1;
    }

    fn end_list(&mut self, end: usize) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 && self.leads && self.items > 0 {
            let start = self.opening.map_or(self.list, |(start, _)| start);
            self.leave_out(start, end);
        }
        self.leads &= self.depth > 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<p>The warden of the lock has counted all barges that passed since the ice went.</p>";

    #[track_caller]
    fn left(content: &str, expected: &str) {
        assert_eq!(without_promotions(content), expected);
    }

    #[test]
    fn paragraphs_that_lead_elsewhere_go() {
        let more = "<p><b>Read more:</b> <a href=/1>Who paid for the lock at Bramfield</a></p>";
        left(&format!("{TEXT}{more}{TEXT}"), &TEXT.repeat(2));
        left(&format!("{more}{TEXT}"), &format!("{more}{TEXT}"));
        let linked = "<p>The <a href=/1>warden</a> of the lock has counted barges.</p>";
        left(&format!("{TEXT}{linked}"), &format!("{TEXT}{linked}"));
    }

    #[test]
    fn lists_of_links_go_with_the_words_that_open_them() {
        let list = "<ul><li><a href=/1>Who paid for the lock</a></li> <li><p><a href=/2>Mill sold</a></p></li></ul>";
        for opening in ["", "<h3>More on this</h3>", "<p><b>More on this:</b></p>\n"] {
            left(&format!("{TEXT}{opening}{list}{TEXT}"), &TEXT.repeat(2));
        }
        let nested = "<ul><li><a href=/1>Locks</a><ul><li><a href=/2>Mills</a></li></ul></li></ul>";
        left(&format!("{TEXT}{nested}{TEXT}"), &TEXT.repeat(2));
    }

    #[test]
    fn lists_of_text_stay() {
        for list in [
            "<ul><li>The upper gate is <a href=/1>cast</a> anew.</li></ul>",
            "<ul><li><a href=/1>Who paid</a></li><li>Three paddles are replaced.</li></ul>",
            "<h3>Works</h3><ol><li>Three paddles are replaced.</li></ol>",
            "<ul></ul>",
        ] {
            let content = format!("{TEXT}{list}{TEXT}");
            left(&content, &content);
        }
        let lost = format!("{TEXT}</ul></li><li></p></a>{TEXT}");
        left(&lost, &lost);
    }
}
