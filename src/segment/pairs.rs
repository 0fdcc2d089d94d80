//! Pairs of quotation marks: one pass over the marks of each paragraph, guided by the way they face.
//!
//! A quotation that its paragraph does not close continues where the next paragraph opens with a mark again; captions
//! between the two are skipped, and so are lines without a mark where each sentence has a line of its own. Otherwise it
//! ends with its paragraph, which also contains the effect of a stray mark: marks that the layout separates never form
//! a pair.

use crate::{
    lexicon::{Frame, LEXICON},
    types::{BlockKind, Document, Quotation, Span, Tags, TokenKind, WordList},
};

/// The most blocks, such as captions, between a paragraph and the one in which its quotation continues.
const BETWEEN: usize = 4;
/// The most one-sentence lines between the one that opens a quotation and the one that closes it.
const LINES: usize = 12;
/// The most tokens between a closing mark and the verb of speech after it.
const ATTRIBUTION: usize = 10;
/// The most quotations open at once, and the most marks to look ahead for the role of a mark.
const DEPTH: usize = 8;
const AHEAD: usize = 32;

/// Which marks can close each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    Angle,
}

/// A quotation not yet closed.
#[derive(Clone, Copy)]
struct Open {
    token: usize,
    style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
}

/// Records every outermost quotation of a document.
pub fn pair(document: &mut Document) {
    let mut quotations = std::mem::take(&mut document.quotations);
    let mut carried = None;
    let mut block = 0;
    while block < document.blocks.len() {
        let first = quotations.len();
        let left_open = walk(document, block, carried.take(), &mut quotations);
        block += 1;
        let Some(open) = left_open else { continue };
        let inner = first..quotations.len();
        let inside = |quotation: &Quotation| quotation.open as usize > open.token;
        let nested = quotations[inner].iter().any(inside);
        if let Some(next) = reopening(document, block, open, &quotations[first..]) {
            quotations.retain(|quotation| !inside(quotation));
            carried = Some(open);
            block = next;
        } else if !nested && open.style != Style::Single {
            let close = document.blocks[block - 1].tokens.end - 1;
            quotations.push(Quotation { open: open.token as u32, close, closed: false });
        }
    }
    document.quotations = quotations;
}

/// Pairs the marks of a block; returns the quotation it leaves open.
fn walk(document: &Document, block: usize, carried: Option<Open>, quotations: &mut Vec<Quotation>) -> Option<Open> {
    let marks = marks_of(document, block);
    let first = document.blocks[block].tokens.start as usize;
    let mut open: Vec<Open> = carried.into_iter().collect();
    for (index, &mark) in marks.iter().enumerate() {
        let at = mark as usize;
        let style = style(document, at);
        match role(document, marks, index, &open) {
            // A carried quotation is reopened here; this is not a new one.
            Some(Role::Opens) if (carried.is_some() && at == first) || open.len() == DEPTH => {}
            Some(Role::Opens) => {
                if let Some(before) = reopened(document, at, style, &open) {
                    quotations.push(Quotation { open: open[before].token as u32, close: mark - 1, closed: false });
                    open.truncate(before);
                }
                open.push(Open { token: at, style });
            }
            Some(Role::Closes) => {
                let Some(opened) = open.iter().rposition(|open| open.style == style) else { continue };
                let start = open[opened].token as u32;
                open.truncate(opened);
                let outside = quotations.partition_point(|quotation| quotation.open < start);
                quotations.truncate(outside);
                quotations.push(Quotation { open: start, close: mark, closed: true });
            }
            None => {}
        }
    }
    open.into_iter().find(|open| !is_doubled(document, open.token))
}

/// The open quotation that a mark at the start of a sentence reopens, because paragraphs have been run together; it
/// ends before the mark. It must have begun or been reopened in this block. If words of speech come before the mark,
/// the closing one was forgotten instead.
fn reopened(document: &Document, at: usize, style: Style, open: &[Open]) -> Option<usize> {
    let last = open.len().checked_sub(1).filter(|&last| open[last].style == style && style == Style::Double)?;
    let block = document.block_of(at).tokens.start as usize;
    let first = open[last].token;
    let near = at.saturating_sub(ATTRIBUTION).max(first)..at;
    let comma = near.clone().rev().find(|&at| document.is(at, ",")).unwrap_or(near.end);
    // `, he said.`, but `, we will continue to row.`, `, like a boat.`
    let base = |at: usize| document.tags(at - 1).any(Tags::AUXILIARY) || document.is(at - 1, "to");
    let other = |at: usize| at > 0 && base(at) || document.is(at, "like");
    let finite = |at: usize| document.ends_in(at, "d") || !other(at);
    let spoken = |at: usize| LEXICON.cues.get(document.tokens[at].word).is_some_and(|cue| cue.takes(Frame::Direct));
    let said = (comma..near.end).any(|at| document.tags(at).any(Tags::CUE) && finite(at) && spoken(at));
    let word = document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word);
    let begins =
        word && !said && at > 0 && matches!(document.word(at - 1), "." | "!" | "?" | "…") && !document.is_glued(at - 1);
    let own = first >= block
        || at > block && self::style(document, block) == style && document.tags(block).any(Tags::OPENING);
    (begins && last == 0 && own && first + 1 < at).then_some(last)
}

fn marks_of<'a>(document: &'a Document, block: usize) -> &'a [u32] {
    let tokens = &document.blocks[block].tokens;
    let marks = &document.quotation_marks;
    let start = marks.partition_point(|&mark| mark < tokens.start);
    let end = start + marks[start..].partition_point(|&mark| mark < tokens.end);
    if document.blocks[block].kind == BlockKind::Boilerplate { &[] } else { &marks[start..end] }
}

fn style(document: &Document, at: usize) -> Style {
    match document.word(at) {
        "'" | "’" | "‘" | "`" | "´" => Style::Single,
        "«" | "»" | "‹" | "›" => Style::Angle,
        _ => Style::Double,
    }
}

/// The role of the mark `marks[index]`, given the open quotations; `None` for apostrophes, inches and stray marks.
fn role(document: &Document, marks: &[u32], index: usize, open: &[Open]) -> Option<Role> {
    let at = marks[index] as usize;
    let style = style(document, at);
    let tags = document.tags(at);
    let is_open = open.iter().any(|open| open.style == style);
    let closes = tags.any(Tags::CLOSING) && (is_open || !tags.any(Tags::OPENING)) || is_open && is_torn(document, at);
    if style == Style::Single {
        return single_role(document, marks, index, is_open, closes);
    }
    if !closes {
        return Some(Role::Opens);
    }
    (is_open && !is_inch(document, marks, index, open)).then_some(Role::Closes)
}

/// Whether a closing mark has the space before it that belongs after it: `It is over, "the miller said.`
fn is_torn(document: &Document, at: usize) -> bool {
    if document.word(at) != "\"" || at == 0 || document.is_glued(at - 1) || !document.is_glued(at) {
        return false;
    }
    let next = document.tags(at + 1);
    let ended = match document.word(at - 1) {
        "," => true,
        "." | "?" | "!" => !next.any(Tags::CAPITALISED),
        _ => false,
    };
    // `up, "Ivo Marsh, head of boats and nets for Otter Rail, said.`
    let reach = if document.is(at - 1, ",") && next.any(Tags::CAPITALISED) { 2 * ATTRIBUTION } else { ATTRIBUTION };
    ended && is_attributed_within(document, at, reach)
}

/// The role of a single mark: it closes what is open unless it is a plural possessive, and opens only if it is closed
/// later in the same paragraph or is at its start or after a colon.
fn single_role(document: &Document, marks: &[u32], index: usize, is_open: bool, closes: bool) -> Option<Role> {
    let at = marks[index] as usize;
    let later = || {
        let ahead = marks[index + 1..].iter().take(AHEAD).map(|&mark| mark as usize);
        ahead.filter(|&at| style(document, at) == Style::Single)
    };
    if closes {
        let possessive = is_plural_possessive(document, at)
            && later().next().is_some_and(|next| !document.tags(next).any(Tags::OPENING));
        return (is_open && !possessive).then_some(Role::Closes);
    }
    let closed = later().any(|later| document.tags(later).any(Tags::CLOSING));
    let speech = at == document.block_of(at).tokens.start as usize || (at > 0 && document.is(at - 1, ":"));
    (!is_open && !is_elision(document, at) && (closed || speech)).then_some(Role::Opens)
}

/// `the players' lounge`: the mark is glued to an s, and a word follows.
fn is_plural_possessive(document: &Document, at: usize) -> bool {
    let plural = at > 0 && document.is_glued(at - 1) && document.word(at - 1).ends_with(['s', 'S']);
    let next = document.tokens.get(at + 1);
    plural && next.is_some_and(|next| next.kind == TokenKind::Word && !document.is_glued(at))
}

/// `’bout`, `'em`, `in ‘08`: an apostrophe for omitted letters or digits.
fn is_elision(document: &Document, at: usize) -> bool {
    const ELISIONS: WordList<12> =
        WordList::of(["em", "til", "till", "tis", "twas", "bout", "cause", "cos", "round", "n", "ere", "sup"]);
    const YEARS: WordList<7> = WordList::of(["by", "early", "from", "in", "late", "since", "until"]);
    let year = || document.tags(at + 1).any(Tags::DIGITS) && document.word(at + 1).len() == 2;
    let year = at > 0 && document.is_one_of(at - 1, &YEARS) && year();
    document.is_glued(at)
        && (year || is_decade(document, at + 1) || !document.is(at, "‘") && document.is_one_of(at + 1, &ELISIONS))
}

/// `60s` after its apostrophe.
fn is_decade(document: &Document, at: usize) -> bool {
    let digits = document.word(at).strip_suffix('s').unwrap_or(document.word(at)).len();
    let split = document.is_glued(at) && document.is(at + 1, "s");
    document.tags(at).any(Tags::DIGITS) && digits == 2 && (split || document.ends_in(at, "s"))
}

/// `5'11"`, or a straight mark glued to a number where a curly one closes later.
fn is_inch(document: &Document, marks: &[u32], index: usize, open: &[Open]) -> bool {
    let at = marks[index] as usize;
    let straight = |at: usize| document.word(at) == "\"";
    if !straight(at) || at == 0 || document.tokens[at - 1].kind != TokenKind::Number || !document.is_glued(at - 1) {
        return false;
    }
    let feet = at > 1 && document.tokens[at - 2].kind == TokenKind::Quotation && document.is_glued(at - 2);
    let curly = open.iter().any(|open| open.style == Style::Double && !straight(open.token))
        && marks[index + 1..].iter().take(AHEAD).any(|&mark| document.is(mark as usize, "”"));
    feet || curly
}

/// Whether another opening mark of its kind follows at once: it was typed twice.
fn is_doubled(document: &Document, at: usize) -> bool {
    document.is_glued(at) && document.word(at) == document.word(at + 1) && document.tags(at + 1).any(Tags::OPENING)
}

/// The block from `next` on in which a quotation continues that its own paragraph did not close.
///
/// `None` if a later quotation in its paragraph, or its continuation, has words of speech of its own: then a closing
/// mark was forgotten.
fn reopening(document: &Document, next: usize, open: Open, inner: &[Quotation]) -> Option<usize> {
    let last = document.blocks.len().min(next + BETWEEN);
    let block = (next..last).find(|&block| document.blocks[block].kind == BlockKind::Paragraph)?;
    let field = |block: usize| document.article.field(document.blocks[block].span).0;
    if field(block) != field(next - 1) {
        return None;
    }
    let first = document.blocks[block].tokens.start as usize;
    let attributed = |quotation: &Quotation| {
        quotation.open as usize > open.token && is_attributed(document, quotation.close as usize)
    };
    if let Some(line) = closing_line(document, next, open.style).filter(|_| !inner.iter().any(attributed)) {
        return Some(line);
    }
    // Some houses do not reopen; then the first mark of the next paragraph closes.
    let next_mark = first_mark(document, block, open.style)?;
    let opens = next_mark == first || !document.tags(next_mark).any(Tags::OPENING);
    let close = marks_of(document, block)[..]
        .iter()
        .map(|&mark| mark as usize)
        .find(|&mark| mark > first && style(document, mark) == open.style && document.tags(mark).any(Tags::CLOSING));
    let own = close.is_some_and(|close| is_attributed(document, close));
    (opens && !own && !inner.iter().any(attributed)).then_some(block)
}

/// The line from `next` on whose first mark closes, if each line directly follows the one before and those between have
/// no mark.
fn closing_line(document: &Document, next: usize, style: Style) -> Option<usize> {
    let follows = |block: usize| {
        let between = Span { start: document.blocks[block - 1].span.end, end: document.blocks[block].span.start };
        document.blocks[block].kind == BlockKind::Paragraph && document.text(between).matches('\n').count() == 1
    };
    let last = document.blocks.len().min(next + LINES);
    let lines = (next..last).take_while(|&block| follows(block));
    let (line, mark) = lines.filter_map(|block| first_mark(document, block, style).map(|mark| (block, mark))).next()?;
    let closes = mark > document.blocks[line].tokens.start as usize
        && (!document.tags(mark).any(Tags::OPENING) || is_torn(document, mark));
    closes.then_some(line)
}

/// The first mark of a style in a block.
fn first_mark(document: &Document, block: usize, kind: Style) -> Option<usize> {
    marks_of(document, block).iter().map(|&mark| mark as usize).find(|&mark| style(document, mark) == kind)
}

/// Whether a verb of speech follows the closing mark in its sentence: `," the mayor said`.
fn is_attributed(document: &Document, close: usize) -> bool {
    is_attributed_within(document, close, ATTRIBUTION)
}

fn is_attributed_within(document: &Document, close: usize, reach: usize) -> bool {
    let end = document.sentence_tokens(close).end.min(close + reach);
    if document.tags(close + 1).any(Tags::RELATIVE | Tags::AUXILIARY | Tags::PREPOSITION) {
        return false;
    }
    (close + 1..end)
        .take_while(|&at| document.tokens[at].kind != TokenKind::Quotation)
        .any(|at| document.tags(at).any(Tags::CUE) && !document.tags(at).any(Tags::CAPITALISED))
}

#[cfg(test)]
mod tests {
    use crate::{
        segment::segment,
        types::{Article, Buffers, Span},
    };

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::new("a", None, text);
        let document = segment(&article, Buffers::default());
        let span = |open: u32, close: u32| Span {
            start: document.tokens[open as usize].span.start,
            end: document.tokens[close as usize].span.end,
        };
        let found: Vec<&str> =
            document.quotations.iter().map(|found| document.text(span(found.open, found.close))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_of_every_style_are_paired() {
        check("\"So,\" he said. “No,” she said.", &["\"So,\"", "“No,”"]);
        check("”So,“ he said. “No,\" she said.", &["”So,“", "“No,\""]);
        check("''So,'' he said. «No», she said.", &["''So,''", "«No»"]);
        check("‘So,’ he said. 'No,' she said.", &["‘So,’", "'No,'"]);
    }

    #[test]
    fn apostrophes_are_not() {
        check("The crews' boats and the '90s hall, 'bout three o'clock.", &[]);
        check("In ‘08 it burned, and ‘nobody saw it’, he said.", &["‘nobody saw it’"]);
        check("In the ‘60s it burned, and ‘nobody saw it’, he said.", &["‘nobody saw it’"]);
        check("'The crews' boats sank,' the owners' club said.", &["'The crews' boats sank,'"]);
    }

    #[test]
    fn nested_marks_lie_inside() {
        check("“He said, \"Leave,\" and left,” she said.", &["“He said, \"Leave,\" and left,”"]);
        check("\"He said, 'Leave,' and left,\" she said.", &["\"He said, 'Leave,' and left,\""]);
    }

    #[test]
    fn inches_are_not_marks() {
        check("It is 6.1\" wide. \"Too big,\" he said.", &["\"Too big,\""]);
        check("“I am 5'11\" tall,” he said.", &["“I am 5'11\" tall,”"]);
    }

    #[test]
    fn a_quotation_reopens_at_each_paragraph() {
        check("He said: \"One.\n\n\"Two.\n\n\"Three.\"\n\nFour.", &["\"One.\n\n\"Two.\n\n\"Three.\""]);
        check(
            "He said: “One is one.\n\nThe chairman at the pool\n\n“Two is two.”\n\nHe left.",
            &["“One is one.\n\nThe chairman at the pool\n\n“Two is two.”"],
        );
    }

    #[test]
    fn a_quotation_runs_over_lines_of_a_sentence_each() {
        check(
            "\"The mill is old.\nIt leaks.\nWe sold it,\" said the miller.\n\"Good. \"",
            &["\"The mill is old.\nIt leaks.\nWe sold it,\"", "\"Good. \""],
        );
        check("\"It leaks.\nWe sold it, \"the miller said.", &["\"It leaks.\nWe sold it, \""]);
        check("\"The mill is old.\n\nIt leaks.\n\nWe sold it,\" he said.", &["\"The mill is old."]);
    }

    #[test]
    fn paragraphs_run_together_reopen() {
        check("Finch said: \"One is one. \"Two is two.\" He left.", &["\"One is one.", "\"Two is two.\""]);
        check(
            "He left. \"If it holds, we will continue to row. \"We like it.\"",
            &["\"If it holds, we will continue to row.", "\"We like it.\""],
        );
        check(
            "Finch said: \"Going in, they found it had sunk. \"It is gone.\" He left.",
            &["\"Going in, they found it had sunk.", "\"It is gone.\""],
        );
        check(
            "Finch said: \"One is one.\n\n\"Two is two. \"Three is three.\" He left.",
            &["\"One is one.\n\n\"Two is two.", "\"Three is three.\""],
        );
    }

    #[test]
    fn a_mark_with_its_space_on_the_wrong_side_closes() {
        check(
            "\"One is one, \"Finch said.\n\n\"Two is two. \"he added. \"Three.\"",
            &["\"One is one, \"", "\"Two is two. \"", "\"Three.\""],
        );
        check("\"He said, \"Leave,\" and left,\" she said.", &["\"He said, \"Leave,\" and left,\""]);
        check("\"We sold it, \"Ivo Marsh, head of boats and nets for the Otter club, said.", &["\"We sold it, \""]);
    }

    #[test]
    fn an_odd_mark_harms_its_paragraph_only() {
        check("The plan” failed. “No,” he said.", &["“No,”"]);
        check("“One, he said. “Two,” he said.\n\n“No,” she said.", &["“Two,”", "“No,”"]);
        check("He said: \"One.\n\n\"No,\" she said.", &["\"One.", "\"No,\""]);
        check("\"\"One,\" he said.\n\n\"No,\"\" she said.", &["\"One,\"", "\"No,\""]);
    }
}
