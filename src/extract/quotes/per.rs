//! A clause and the medium or paper that is cited after "per": `The barge sank on Sunday, per the Otter Post.`,
//! `Per a police report, the rope was new.`

use std::ops::Range;

use super::{
    around,
    attribution::{Attribution, quotes},
    clause, compounds, nested, phrases,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quote, Tags, TokenKind},
};

/// Content with "per" and its source.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.per", source: include_str!("per.rs"), anchors: Tags::CUE_NOUN, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    if !document.is(at, "per") || document.quotation_of(at).is_some() {
        return;
    }
    let sentence = clause::sentence(document, at);
    let first = at == sentence.start;
    if !first && !document.is(at - 1, ",") {
        return;
    }
    let source = phrases::behind(document, at + 1, sentence.end).filter(|source| can_be_taken_from(document, source));
    let Some(source) = source else { return };
    // `per Otter's`: the possessive belongs to the name if it owns nothing.
    let owned = source.end < sentence.end && document.tokens[source.end].kind == TokenKind::Possessive;
    let whole = owned && document.tokens.get(source.end + 1).is_none_or(|next| next.kind != TokenKind::Word);
    let source = source.start..source.end + usize::from(whole);
    let content =
        if first { Vec::from_iter(behind(document, source.end, sentence.end)) } else { around(document, at, &source) };
    // `Finch says it leaks, per the Otter Post`: Finch is the source.
    let whole = content.iter().map(|stretch| stretch.len()).sum::<usize>() > 2;
    if !whole || content.iter().any(|stretch| nested::is_anybodys(document, stretch, found)) {
        return;
    }
    let attribution = Attribution { content, cue: Some(at..at + 1), source: Some(source) };
    found.extend(quotes(document, EXTRACTOR.name, 0.87, attribution));
}

/// Whether the phrase can be what something is taken from: `the Otter Post`, `court papers`, but not that of `per
/// person`, `per the rules`.
fn can_be_taken_from(document: &Document, source: &Range<usize>) -> bool {
    let last = document.tags(source.end - 1);
    let time = Tags::MONTH | Tags::WEEKDAY | Tags::DAY_WORD | Tags::TIME_UNIT;
    let site = source.len() > 2 && compounds::ends_address(document, source.end - 2);
    let named = last.any(Tags::CAPITALISED) || site;
    let determined = document.tags(source.start).any(Tags::DETERMINER) || document.ends_in(source.end - 1, "s");
    let body = Tags::CUE_NOUN | Tags::ORGANISATION | Tags::TITLE | Tags::PERSON_NOUN;
    let spoken = determined && source.clone().any(|at| document.tags(at).any(body));
    !last.any(time) && (named || spoken)
}

/// The clause after the comma or colon at the end of `Per the Otter Post`.
fn behind(document: &Document, at: usize, limit: usize) -> Option<Range<usize>> {
    let parted = at + 1 < limit && matches!(document.sign(at), ',' | ':');
    let clause = at + 1..limit;
    if !parted || !clause::is_finite(document, clause.clone()) && !around::is_clause(document, clause) {
        return None;
    }
    Some(at + 1..clause::end(document, at + 1))
}

/// The clause before the comma and, if that is incomplete, its continuation after the source: `The barge, per the Otter
/// Post, sank`.
fn around(document: &Document, at: usize, source: &Range<usize>) -> Vec<Range<usize>> {
    let left = around::leading(document, at - 1);
    // `(it had no crew, per the Otter Post)`
    let open = left.clone().rev().find(|&at| matches!(document.word(at), "(" | ")"));
    let open = open.filter(|&open| document.is(open, "("));
    let left = open.map_or(left.start, |open| open + 1)..left.end;
    if left.is_empty() || around::is_open(document, left.clone()) {
        return Vec::new();
    }
    let quoted = document.quotation_of(left.end - 1).is_some();
    let whole = around::is_clause(document, left.clone()) && clause::has_verb(document, left.start + 1..left.end);
    if whole || quoted {
        return vec![left];
    }
    let limit = clause::sentence(document, at).end;
    let parted = source.end + 1 < limit && document.is(source.end, ",");
    let right = if parted { around::resumed(document, source.end + 1, limit, false) } else { None };
    right.map_or(Vec::new(), |right| vec![left, right])
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_a_medium_or_a_paper_tells() {
        quotes(
            "
The barge sank near Ostwick on Sunday, per the Tarn Post. Nobody was on board.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[per] speaker=[the Tarn Post]
Per a police report, the rope was cut with a saw.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[Per] speaker=[a police report]
The bell, per Tarn Radio, weighs nine tons.
^^^^^^^^ quote indirect cue=[per] speaker=[Tarn Radio]
                          ^^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn a_clause_in_brackets_stands_for_itself() {
        quotes(
            "
The barge sank off Ostwick (it had no crew, per the Tarn Post).
                            ^^^^^^^^^^^^^^ quote indirect cue=[per] speaker=[the Tarn Post]
",
        );
    }

    #[test]
    fn a_price_for_each_is_not_told() {
        quotes(
            "The fee is nine crowns, per person. The eel swims 40 miles, per season. It is paid in May, per the rules.",
        );
    }

    #[test]
    fn who_speaks_in_the_clause_is_the_source() {
        quotes(
            "
Finch says the rope was cut, per the Tarn Post.
           ^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn a_verb_that_reports_nothing_keeps_no_medium_out() {
        quotes(
            "
Lund showed no fear of the flood, per Tarn Radio. The miller goes on to work for the town, per the Tarn Post.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[per] speaker=[Tarn Radio]
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[per] speaker=[the Tarn Post]
Lund criticised the weir, per Tarn Radio.
                ^^^^^^^^ quote indirect cue=[criticised] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_mark_that_owns_nothing_ends_the_name() {
        quotes(
            "
The deal fell through, per Otter's.
^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[per] speaker=[Otter's]
",
        );
    }
}
