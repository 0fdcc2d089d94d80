//! The label before a number in a row of several, as in tables and boxes: "Towers: 3 Bells: 27 Weight: 5 tonnes (11,000
//! lb)"; and words used as one: "Tarn, population 845", "Dow Up 96".

use super::{
    moved,
    phrase::{self, Phrase},
};
use crate::types::{Document, Tags, TokenKind};

/// Maximum number of tokens from a number to the colon of the next label, or from a label back to that of the last.
const NEAR: usize = 9;

/// The label whose colon precedes the number at tokens `start..end`, if another label is near or a bracket contains
/// both: "(speed limit: 65mph)".
pub fn before(document: &Document, start: usize, end: usize) -> Option<Phrase> {
    if let Some(word) = start.checked_sub(1).filter(|&at| document.is(at, "population") && closes(document, end)) {
        return Some(word..start);
    }
    if let Some(index) = start.checked_sub(1).and_then(|particle| moved::index_before(document, particle)) {
        // "Dow Up 96 Points" counts points.
        return (!document.is(end, "points")).then_some(index..index + 1);
    }
    let colon = start.checked_sub(1).filter(|&at| document.is(at, ":"))?;
    let label = phrase::before(document, colon)?;
    if label.start > 0 && document.is(label.start - 1, "(") {
        return Some(label);
    }
    if !document.tags(label.start).any(Tags::CAPITALISED) {
        return None;
    }
    let sentence = document.tokens[start].sentence;
    let is_label = |at: usize| {
        document.is(at, ":")
            && document.tokens[at].sentence == sentence
            && document.tokens[at - 1].kind == TokenKind::Word
            && document.tokens[label.start].sentence == sentence
            && !document.tags(at - 1).any(Tags::CUE)
            && !document.is_glued(at)
    };
    let last = label.start.saturating_sub(NEAR).max(1)..label.start;
    let near = (end + 1..end + NEAR).any(is_label) || last.rev().any(is_label) && is_value(document, label.start);
    near.then_some(label)
}

/// Whether nothing follows that the number could count: "Tarn, population 845, slept", "Tarn (population 845)".
fn closes(document: &Document, end: usize) -> bool {
    document.tokens.get(end).is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(Tags::CONJUNCTION))
}

/// Whether a value precedes the label at token `at`: a number, its unit, or a bracket.
fn is_value(document: &Document, at: usize) -> bool {
    at > 0 && (document.tags(at - 1).any(Tags::DIGITS | Tags::UNIT | Tags::PERCENT) || document.is(at - 1, ")"))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn populations_and_indexes() {
        figures(
            "
# Gales Send Dow Up 96 Despite Flood; Stocks Off 201
                    ^^ figure count value=96 change=up counted=[Dow]
                                                 ^^^ figure count value=201 change=down counted=[Stocks]

The people of Tarn, population 845, slept; Morfa (population 12,000) has a weir of old population 40 millers.
                               ^^^ figure count value=845 counted=[population]
                                                             ^^^^^^ figure count value=12000 counted=[population]
                                                                                                  ^^ figure count value=40 counted=[millers]
",
        );
    }

    #[test]
    fn rows_of_labels() {
        figures(
            "
Height: 70 metres (229 feet) Towers: 3 Bells: 27 Weight: 63 tonnes
        ^^^^^^^^^ figure measure value=70 unit=metre counted=[Height]
                   ^^^^^^^^ figure measure value=229 unit=foot counted=[Height]
                                     ^ figure count value=3 counted=[Towers]
                                              ^^ figure count value=27 counted=[Bells]
                                                         ^^^^^^^^^ figure measure value=63 unit=tonne counted=[Weight]
",
        );
    }

    #[test]
    fn one_label_alone() {
        figures(
            "
Pike said: 12 goats came.
           ^^ figure count value=12 counted=[goats]
",
        );
    }

    #[test]
    fn labels_in_brackets() {
        figures(
            "
Pike drove past the weir (speed limit: 65mph) on a horse.
                                       ^^^^^ figure measure value=65 unit=mile_per_hour counted=[speed limit]
",
        );
    }
}
