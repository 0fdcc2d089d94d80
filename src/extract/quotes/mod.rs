//! Quotes: sources and their content.

mod according_to;
mod adjuncts;
mod afterthought;
mod another;
mod appositions;
mod around;
mod as_said;
mod as_saying;
mod asked;
mod attribution;
mod behind_source;
mod beside;
mod called_by;
mod called_for;
mod clause;
mod colon;
mod compounds;
mod conditional;
mod cries;
mod cue_source;
mod cues;
mod dashes;
mod direct;
mod end_model;
mod ends;
mod far_plural;
mod finite;
mod found;
mod goes_on;
mod half_quoted;
mod headline;
mod headline_end;
mod headline_speaker;
mod heard;
mod heard_before;
mod hearers;
mod idioms;
mod in_view;
mod indirect;
mod infinitives;
mod inserted;
mod interposed;
mod links;
mod little;
mod mixed;
mod named_as;
mod named_work;
mod nested;
mod noun_cue;
mod object;
mod object_end;
mod of_noun;
mod openings;
mod parenthetical;
mod participles;
mod passive;
mod per;
mod performed;
mod phrases;
mod pull_quote;
mod relatives;
mod reporters;
mod said;
mod second;
mod silence;
mod sources;
mod speaking;
mod subordinate;
mod thoughts;
mod together;
mod trims;
mod turned;
mod vehicle;

pub use self::end_model::{FEATURES, Features, Model};
use super::{Anchored, Extractor, run, settle};
use crate::types::{Document, Fact, Quote, Tags};

/// All extractors of quotes. Of two that find the same words, the one listed first wins.
pub const EXTRACTORS: &[Extractor<Quote>] = &[
    pull_quote::EXTRACTOR,
    colon::EXTRACTOR,
    direct::EXTRACTOR,
    indirect::EXTRACTOR,
    parenthetical::EXTRACTOR,
    as_said::EXTRACTOR,
    according_to::EXTRACTOR,
    per::EXTRACTOR,
    asked::EXTRACTOR,
    in_view::EXTRACTOR,
    headline::EXTRACTOR,
    headline_end::EXTRACTOR,
    mixed::EXTRACTOR,
    called_by::EXTRACTOR,
    called_for::EXTRACTOR,
    object::EXTRACTOR,
    noun_cue::EXTRACTOR,
    passive::EXTRACTOR,
    heard::EXTRACTOR,
    half_quoted::EXTRACTOR,
    cries::EXTRACTOR,
];

/// All quotes of a document with the mention of their speaker, without overlaps, in order of their spans.
pub fn extract(document: &Document) -> Vec<Fact<Quote>> {
    extract_all(std::slice::from_ref(document)).pop().unwrap_or_default()
}

/// As [`extract`], for several documents.
pub fn extract_all(documents: &[Document]) -> Vec<Vec<Fact<Quote>>> {
    extract_from(documents, &super::anchored(documents, anchors()))
}

/// The tags from which the extractors start.
pub(super) fn anchors() -> Tags {
    super::anchors(&[EXTRACTORS])
}

/// As [`extract_all`], given the tokens to start from.
pub(super) fn extract_from(documents: &[Document], anchored: &[Anchored]) -> Vec<Vec<Fact<Quote>>> {
    run(&[EXTRACTORS], documents, anchored).into_iter().map(settle).collect()
}

/// The last possible end of a reported clause that starts at token `start`, and the places before it where it can end,
/// with their features: the training data of a model.
pub fn end_examples(document: &Document, start: usize) -> (usize, Vec<(usize, Features)>) {
    let end = clause::reach(document, start);
    (end, ends::places(document, &(start..end)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::{
        pipeline::analyse,
        types::{Article, Span},
    };

    /// Paragraphs with a quotation each and its attribution.
    const PARAGRAPHS: [&str; 8] = [
        "“The pool is cold,” Nora Finch said.",
        "Ivo Marsh added: “Nobody swims there now.”",
        "\"The roof leaks,\" said Ruth Amos, who chairs the club.",
        "“It is late,” Karl Benson said. “Go home and sleep.”",
        "''The lift failed twice,'' Petra Lind told the Otter Post.",
        "'We have no money,' Beth Roe said.",
        "Otto Vale called the plan “a gift to nobody”.",
        "Lena Fox said the council “would not pay for the roof” this year.",
    ];
    /// Words from which rules for quotes start, to be put in any order.
    const PIECES: [&str; 24] = [
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "''",
        "-",
        ",",
        ".",
        ":",
        "said",
        "says",
        "adding",
        "told",
        "claims",
        "according to",
        "that",
        "the mayor",
        "Nora Finch",
        "who",
        "she",
        "statement",
        "As",
    ];

    /// Content, form and speaker of every quote outside a part of the text.
    fn quotes_outside(text: &str, stretch: Span) -> Vec<String> {
        let article = Article::new("a", None, text);
        let (document, facts) = analyse(&article);
        let outside = facts.quotes.iter().filter(|quote| !quote.span.overlaps(stretch));
        let words = |quote: &crate::types::Quote| {
            let content: Vec<&str> = quote.content.iter().map(|&span| document.text(span)).collect();
            let speaker = quote.speaker.as_ref().map(|speaker| document.text(speaker.span));
            format!("{} {content:?} {speaker:?}", quote.form.name())
        };
        outside.map(|quote| words(&quote.detail)).collect()
    }

    /// Byte ranges of the quotation marks of a paragraph.
    fn marks(paragraph: &str) -> Vec<(usize, usize)> {
        let mark = |&(_, letter): &(usize, char)| matches!(letter, '“' | '”' | '"' | '\'');
        paragraph.char_indices().filter(mark).map(|(at, letter)| (at, at + letter.len_utf8())).collect()
    }

    proptest! {
        /// A mark left out or typed twice affects no other paragraph.
        #[test]
        fn an_odd_mark_harms_its_paragraph_only(
            chosen in prop::collection::vec(0..PARAGRAPHS.len(), 2..7),
            which in any::<prop::sample::Index>(),
            mark in any::<prop::sample::Index>(),
            doubled in any::<bool>(),
        ) {
            let paragraphs: Vec<&str> = chosen.iter().map(|&index| PARAGRAPHS[index]).collect();
            let odd = which.index(paragraphs.len());
            let marks = marks(paragraphs[odd]);
            let (start, end) = marks[mark.index(marks.len())];
            let mut changed = paragraphs[odd].to_owned();
            let twice = changed[start..end].repeat(2);
            changed.replace_range(start..end, if doubled { &twice } else { "" });
            let before: usize = paragraphs[..odd].iter().map(|paragraph| paragraph.len() + 2).sum();
            let mut mutated = paragraphs.clone();
            mutated[odd] = &changed;
            let whole = quotes_outside(&paragraphs.join("\n\n"), Span::new(before, before + paragraphs[odd].len()));
            let found = quotes_outside(&mutated.join("\n\n"), Span::new(before, before + changed.len()));
            prop_assert_eq!(whole, found, "{}", changed);
        }

        #[test]
        fn no_order_of_marks_and_cues_stops_it(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
            let text = pieces.join(" ");
            quotes_outside(&text, Span::new(0, 0));
            quotes_outside(&text.replace(" ' ", "'").replace(" , ", ", "), Span::new(0, 0));
        }
    }
}
