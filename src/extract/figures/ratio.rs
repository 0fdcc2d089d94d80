//! Two numbers compared as a ratio or odds: "a ratio of 3:1", "odds of 5-2", "by 4 to 1".
//! Its value is the first divided by the second.

use rust_decimal::Decimal;

use super::{
    numeral::{self, joins},
    quantity,
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    types::{Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList},
};

/// Ratios and odds.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.ratio",
    source: include_str!("ratio.rs"),
    anchors: Tags::DIGITS.with(Tags::NUMBER_WORD),
    extract,
};

/// Words before two numbers that make them a ratio.
const CUES: WordList<6> = WordList::of(["odds", "outnumber", "outnumbered", "proportion", "ratio", "ratios"]);

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    if let Some(fact) = to_one(document, at) {
        found.push(fact);
        return;
    }
    if !document.tags(at).any(Tags::DIGITS) || !document.tags(at + 2).any(Tags::DIGITS) {
        return;
    }
    let first = document.sentence_tokens(at).start;
    // "At odds with".
    let cue = |at: usize| document.is_one_of(at, &CUES) && !document.is(at + 1, "with");
    let cued = (first.max(at.saturating_sub(5))..at).any(cue);
    // "The 4/9 favourite", "at 5/1 odds".
    const BETS: WordList<8> =
        WordList::of(["chance", "favorite", "favourite", "favourites", "odds", "outsider", "shot", "shots"]);
    let cued = cued || document.is(at + 1, "/") && document.is_glued(at) && document.is_one_of(at + 3, &BETS);
    let link = document.is(at + 1, ":")
        || document.is(at + 1, "/")
        || document.is(at + 1, "to")
        || kinds::is_dash(document, at + 1);
    if !cued || !link {
        return;
    }
    let number = |at: usize| document.word(at).parse::<Decimal>().ok();
    let quotient = number(at).zip(number(at + 2)).and_then(|(one, other)| one.checked_div(other));
    let figure = Figure {
        kind: FigureKind::Proportion,
        value: quotient,
        low: quotient,
        high: quotient,
        step: Decimal::ONE,
        ..Figure::default()
    };
    found.extend(quotient.map(|_| quantity::fact(document, at..at + 3, EXTRACTOR.name, figure)));
}

/// A ratio to one in words: "Outnumbered by almost three to one", "a majority of two to one", "backed it two-to-one".
fn to_one(document: &Document, at: usize) -> Option<Fact<Figure>> {
    let dash = usize::from(kinds::is_dash(document, at + 1));
    let one = at + 2 + 2 * dash;
    if !document.is(at + 1 + dash, "to") || !(document.is(one, "one") || document.is(one, "1")) {
        return None;
    }
    if dash > 0 && !(joins(document, at + 1) && joins(document, at + 3)) {
        return None;
    }
    const BEFORE: WordList<6> = WordList::of(["a", "backed", "by", "of", "outnumber", "outnumbered"]);
    let free = at > 0 && (document.is_one_of(at - 1, &BEFORE) || document.tags(at - 1).any(Tags::BOUND));
    let times = numeral::at(document, at).filter(|numeral| free && numeral.tokens.len() == 1)?;
    let value = times.value().filter(|&value| value > Decimal::ONE && value <= Decimal::from(20))?;
    let word = document.tokens.get(one + 1);
    let closed = word.is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(CLOSED)) || dash > 0;
    let figure = Figure {
        kind: FigureKind::Proportion,
        value: Some(value),
        low: Some(value),
        high: Some(value),
        step: Decimal::ONE,
        ..Figure::default()
    };
    closed.then(|| quantity::fact(document, at..one + 1, EXTRACTOR.name, figure))
}

/// Tags of words that cannot begin a noun phrase.
const CLOSED: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::ADVERB);

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn ratios_and_odds() {
        figures(
            "
Sheep outnumber farmers by 4 to 1, at odds of 5-2 and a ratio of 3:2.
                           ^^^^^^ figure proportion value=4
                                              ^^^ figure proportion value=2.5 counted=[odds]
                                                                 ^^^ figure proportion value=1.5 counted=[ratio]
",
        );
    }

    #[test]
    fn so_many_to_one() {
        figures(
            "
Millers backed the weir by almost three to one, and goats had a two-to-one lead.
                           ^^^^^^^^^^^^^^^^^^^ figure proportion value=3 bound=approx
                                                                ^^^^^^^^^^ figure proportion value=2 counted=[lead]
",
        );
    }

    #[test]
    fn at_odds_with() {
        figures(
            "
Tarn was at odds with the 2-4 crew of Morfa.
                          ^^^ figure range low=2 high=4 counted=[crew]
",
        );
    }

    #[test]
    fn a_list_is_no_ratio() {
        figures(
            "
Rows A to C held 12 and 15 sheep.
                 ^^ figure count value=12 counted=[sheep]
                        ^^ figure count value=15 counted=[sheep]
",
        );
    }

    #[test]
    fn odds_before_their_noun() {
        figures(
            "
Pike is the 4/9 favourite, and Rowe came in at 5/1 odds.
            ^^^ figure proportion value=0.4444 counted=[favourite]
                                               ^^^ figure proportion value=5 counted=[odds]
",
        );
    }
}
