//! A duration whose unit follows the duration before it: "from six months to nine", "raised from two years to five".

use rust_decimal::Decimal;

use super::{
    amount,
    length::Length,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::{Extractor, figures::numeral},
    lexicon::{LEXICON, TimeWord},
    types::{Document, Figure, Tags, TokenKind},
};

/// Durations without a unit of their own.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.elided",
    source: include_str!("elided.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// Maximum number of tokens from the first duration back to its `from`.
const REACH: usize = 4;

/// The duration after the unit at `at` and a `to`, if nothing follows that it could count.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if !document.is(at + 1, "to") || !document.tags(at + 2).any(Tags::DIGITS | Tags::NUMBER_WORD) {
        return None;
    }
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let first = amount::before(document, at)?.start;
    let sentence = document.sentence_tokens(at).start;
    let mut near = first.saturating_sub(REACH).max(sentence)..first;
    let second = numeral::at(document, at + 2)?;
    let value = second.value().filter(|value| *value > Decimal::ZERO)?;
    (near.any(|at| document.is(at, "from")) && closes(document, second.tokens.end))
        .then(|| Phrase::new(second.tokens, Time::Length(Length::exactly(value, unit))))
}

/// Whether neither a noun nor a unit is at `at`.
fn closes(document: &Document, at: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::RELATIVE);
    let mark = |kind: TokenKind| matches!(kind, TokenKind::Mark | TokenKind::Quotation);
    document.tokens.get(at).is_none_or(|next| {
        (mark(next.kind) || next.tags.any(CLOSED)) && !next.tags.any(Tags::PERCENT | Tags::UNIT | Tags::CURRENCY)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn the_unit_is_that_of_the_first() {
        figures(
            "
Leave for wardens grew from six months to nine, and terms from a mere two years to 5 with 3 weeks to 12 fairs.
                            ^^^^^^^^^^ figure duration value=6 unit=month resolved=P6M
                                          ^^^^ figure duration value=9 unit=month resolved=P9M
                                                                      ^^^^^^^^^ figure duration value=2 unit=year resolved=P2Y
                                                                                   ^ figure duration value=5 unit=year resolved=P5Y
                                                                                          ^^^^^^^ figure duration value=3 unit=week resolved=P3W
                                                                                                     ^^ figure count value=12 counted=[fairs]
",
        );
    }
}
