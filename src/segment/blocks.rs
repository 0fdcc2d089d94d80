//! The kind of each block: title, dateline, byline, caption, pull quote, boilerplate or paragraph.

use std::ops::Range;

use super::dateline;
use crate::{
    lexicon::{BoilerplatePlace, LEXICON},
    types::{BlockKind, Document, Tags, TokenKind, WordList},
};

/// The most words of a title, caption or signature.
const SHORT_LINE: usize = 20;
/// The most words of a line that begins with a boilerplate phrase.
const NOTICE: usize = 12;
/// Boilerplate phrases make a block of at most [`FEW`] sentences a notice, wherever they are. In a longer block, one
/// must be among the first [`OPENING`] tokens, with one for every [`DENSE`] sentences.
const FEW: usize = 3;
const OPENING: usize = 40;
const DENSE: usize = 6;
/// The most words of a name next to a date.
const SIGNATURE: usize = 4;
/// The most lines above a title.
const ABOVE_TITLE: usize = 4;

/// Sets the kind of every block.
pub fn classify(document: &mut Document) {
    let title_apart = !document.article.title.is_empty();
    let mut titled = false;
    for index in 0..document.blocks.len() {
        let kind = kind(document, index, titled || title_apart);
        let in_title = title_apart && document.article.title.contains(document.blocks[index].span);
        titled |= kind == BlockKind::Title || (kind == BlockKind::Paragraph && index >= ABOVE_TITLE);
        titled |= kind == BlockKind::Paragraph && is_prose(document, index);
        document.blocks[index].kind = if in_title { BlockKind::Title } else { kind };
    }
}

fn kind(document: &Document, index: usize, titled: bool) -> BlockKind {
    if is_boilerplate(document, index) {
        BlockKind::Boilerplate
    } else if is_dateline(document, index) {
        BlockKind::Dateline
    } else if is_byline(document, index) {
        BlockKind::Byline
    } else if is_pull_quote(document, index) {
        BlockKind::PullQuote
    } else if is_display_line(document, index) {
        if titled && !repeats_title(document, index) { BlockKind::Caption } else { BlockKind::Title }
    } else {
        BlockKind::Paragraph
    }
}

/// A phrase of menus and notices, or several short items with wide gaps between them.
fn is_boilerplate(document: &Document, index: usize) -> bool {
    let block = &document.blocks[index];
    let tokens = block.tokens.start as usize..block.tokens.end as usize;
    let mut phrases = tokens.clone().filter(|&at| {
        LEXICON.boilerplate.all(document.tokens[at].word).iter().any(|phrase| {
            let end = at + phrase.words.len();
            let matches =
                end <= tokens.end && phrase.words.iter().zip(at..).all(|(&word, at)| document.tokens[at].word == word);
            let placed = match phrase.place {
                BoilerplatePlace::Whole => at == tokens.start && end == tokens.end,
                BoilerplatePlace::Start => at == tokens.start && tokens.len() <= NOTICE && !is_prose(document, index),
                BoilerplatePlace::Anywhere => true,
            };
            matches && placed
        })
    });
    phrases.next().is_some_and(|first| is_notice(document, index, first, 1 + phrases.count()))
        || is_menu(document.text(block.span))
}

/// Whether `phrases` phrases, the first at token `first`, make a whole block a notice. In a text that is one long line,
/// they are above or below the article.
fn is_notice(document: &Document, index: usize, first: usize, phrases: usize) -> bool {
    let block = &document.blocks[index];
    let opens = first < block.tokens.start as usize + OPENING;
    block.sentences.len() <= FEW || opens && phrases * DENSE >= block.sentences.len()
}

/// `Home  News  Sport` or `Home | News | Sport`: capitalised items, separated by bars or wide gaps.
fn is_menu(line: &str) -> bool {
    if line.len() > 200 || line.ends_with(['.', '!', '?', '"', '”']) || line.split_whitespace().count() > 20 {
        return false;
    }
    let sets_apart = |separator: &&str| {
        let mut items = line.split(*separator).map(str::trim).filter(|item| !item.is_empty());
        line.contains(*separator) && items.clone().count() > 2 && items.all(|item| item.starts_with(char::is_uppercase))
    };
    ["|", "›", "»", ">", "•", "·", "  ", "\t", " \u{A0}"].iter().any(sets_apart)
}

/// A line with only a date, perhaps with time and place.
fn is_dateline(document: &Document, index: usize) -> bool {
    let block = &document.blocks[index];
    let tokens = block.tokens.start as usize..block.tokens.end as usize;
    if tokens.len() > 24 || index > 12 {
        return false;
    }
    let named = tokens.clone().any(|at| document.tags(at).any(Tags::MONTH))
        && tokens.clone().any(|at| document.tags(at).any(Tags::DIGITS));
    let stamped = dateline::timestamp(document.text(block.span)).is_some();
    let dated = named || stamped || dateline::numeric_date(document, tokens.clone()).is_some();
    let other = |at: &usize| {
        let tags = document.tags(*at);
        document.tokens[*at].kind == TokenKind::Word
            && !tags.any(Tags::MONTH | Tags::WEEKDAY | Tags::TIME_UNIT | Tags::PREPOSITION | Tags::CLOCK)
            && !is_dateline_word(document.word(*at))
    };
    let others = tokens.clone().filter(other).count();
    dated && (stamped || others == 0 || index > 0 && is_signed_date(document, tokens, others, other))
}

/// `4 May 2016 - Ann Reed`, `Ann Reed | 4 May 2016`: a full date and a few capitalised words, separated by a mark or
/// `by`.
fn is_signed_date(document: &Document, tokens: Range<usize>, others: usize, other: impl Fn(&usize) -> bool) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED) || document.is(at, "by");
    let apart =
        |at: usize| document.tokens[at].kind == TokenKind::Dash || document.is(at, "|") || document.is(at, "by");
    others <= SIGNATURE
        && tokens.clone().filter(&other).all(capital)
        && tokens.clone().any(apart)
        && dateline::full_date(document, tokens).is_some()
}

fn is_dateline_word(word: &str) -> bool {
    const WORDS: [&str; 31] = [
        "published",
        "filed",
        "story",
        "updated",
        "posted",
        "modified",
        "created",
        "last",
        "first",
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "gmt",
        "bst",
        "est",
        "edt",
        "pst",
        "pdt",
        "cst",
        "cdt",
        "utc",
        "et",
        "pt",
        "st",
        "nd",
        "rd",
        "th",
        // "7: 15 p. m.".
        "a",
        "p",
        "m",
    ];
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Only `By Jane Reed` or `Story by Jane Reed`.
fn is_byline(document: &Document, index: usize) -> bool {
    const WORK: WordList<6> = WordList::of(["report", "reporting", "story", "text", "words", "written"]);
    let block = &document.blocks[index];
    let tokens = block.tokens.start as usize..block.tokens.end as usize;
    let by = tokens.start + usize::from(document.is_one_of(tokens.start, &WORK));
    let opens = document.is(by, "by") && (2..=SHORT_LINE).contains(&tokens.len());
    opens
        && !ends_with_stop(document, index)
        && document.tags(by + 1).any(Tags::CAPITALISED)
        && !tokens.clone().any(|at| document.tags(at).any(Tags::AUXILIARY | Tags::DETERMINER | Tags::DIGITS))
}

/// `"…" - Name`: a quotation that fills the line up to a dash and a short signature.
fn is_pull_quote(document: &Document, index: usize) -> bool {
    let block = &document.blocks[index];
    let tokens = block.tokens.start as usize..block.tokens.end as usize;
    if !document.tags(tokens.start).any(Tags::OPENING) {
        return false;
    }
    let signature = tokens.clone().rev().take(SHORT_LINE).find(|&at| {
        document.tokens[at].kind == TokenKind::Dash && at > tokens.start && document.tags(at - 1).any(Tags::CLOSING)
    });
    signature.is_some_and(|dash| dash + 1 < tokens.end && document.tags(dash + 1).any(Tags::CAPITALISED))
}

/// A short line without the full stop of a sentence: a title above the text, a caption inside it.
fn is_display_line(document: &Document, index: usize) -> bool {
    let block = &document.blocks[index];
    let tokens = block.tokens.start as usize..block.tokens.end as usize;
    let words = tokens.clone().filter(|&at| document.tokens[at].kind == TokenKind::Word).count();
    document.blocks.len() > 1
        && (1..=SHORT_LINE).contains(&words)
        && !ends_with_stop(document, index)
        && !matches!(document.sign(tokens.end - 1), ':' | ',' | ';')
        && !document.tags(tokens.start).any(Tags::OPENING)
}

/// Whether the line is part of the separately given title, as pages print it above the text.
fn repeats_title(document: &Document, index: usize) -> bool {
    let title = document.article.title.of(&document.article.text);
    let line = document.text(document.blocks[index].span);
    line.len() > 20 && title.contains(line)
}

/// A line that ends like a sentence and is longer than a title.
fn is_prose(document: &Document, index: usize) -> bool {
    ends_with_stop(document, index) && document.blocks[index].tokens.len() > 8
}

/// Whether the block ends with a full stop or the like, apart from closing marks.
fn ends_with_stop(document: &Document, index: usize) -> bool {
    let block = &document.blocks[index];
    let last = (block.tokens.start as usize..block.tokens.end as usize)
        .rev()
        .find(|&at| document.tokens[at].kind != TokenKind::Quotation && !matches!(document.word(at), ")" | "]"));
    last.is_some_and(|at| matches!(document.word(at), "." | "!" | "?" | "…") || document.word(at).ends_with('.'))
}

#[cfg(test)]
mod tests {
    use crate::{
        segment::segment,
        types::{Article, BlockKind, BlockKind::*, Buffers},
    };

    fn kinds(text: &str) -> Vec<BlockKind> {
        let article = Article::new("a", None, text);
        segment(&article, Buffers::default()).blocks.iter().map(|block| block.kind).collect()
    }

    #[test]
    fn lines_of_a_page_are_told_apart() {
        let text = "Home | News | Sport\n\
            Harbour bridge to close for a year\n\
            By Martha Quill\n\
            09:30, 4 March 2021\n\
            The bridge across the harbour will close in May, the council said.\n\
            The harbour bridge from the east\n\
            \"We have no choice\" - Leader of the council Ruth Amos\n\
            Nobody else spoke.\n\
            This site uses cookies. By going on you agree.";
        let expected = [Boilerplate, Title, Byline, Dateline, Paragraph, Caption, PullQuote, Paragraph, Boilerplate];
        assert_eq!(kinds(text), expected);
    }

    #[test]
    fn a_single_line_is_a_paragraph() {
        assert_eq!(kinds("Leaves 7 Injured"), [Paragraph]);
    }

    #[test]
    fn a_title_printed_again_above_the_text_is_a_title() {
        let article = Article::new(
            "a",
            Some("Bridge to close for a year - Harbour News"),
            "Bridge to close for a year\nIt is old.",
        );
        let document = segment(&article, Buffers::default());
        assert_eq!(document.blocks[1].kind, Title);
    }

    #[test]
    fn a_link_above_the_text_is_no_title() {
        let text = "More on Harbour News\nThe bridge will close in May, the council said on Monday.\nIt is old.";
        assert_eq!(kinds(text), [Boilerplate, Paragraph, Paragraph]);
    }

    #[test]
    fn a_notice_in_a_text_of_one_line_is_none_of_the_whole() {
        let story = "Two barges met off Tarn in fog, and nobody was hurt when the rowers of both were taken to the mill. \
            The ferry was late by an hour. One of the barges sank at noon in the harbour, where wardens had tied it up.";
        assert_eq!(kinds(&format!("{story} All rights reserved.")), [Paragraph]);
        let long = format!("Share on Facebook {story} {story} Rowers saw the other.");
        assert_eq!(kinds(&long), [Paragraph]);
        let notice =
            "All rights reserved. Ferry News is a mark of Tarn. It is used here. No text is to be sold. Ask us.";
        assert_eq!(kinds(notice), [Boilerplate]);
    }

    #[test]
    fn lines_that_say_who_wrote_and_when() {
        let text = "Two barges collide off Tarn\n\
            Story by Ann Reed\n\
            4th May 2016 - Ann Reed\n\
            2016-05-04T10:32:00Z\n\
            The barges met in fog at four in the morning, and nobody was hurt.";
        assert_eq!(kinds(text), [Title, Byline, Dateline, Dateline, Paragraph]);
    }
}
