//! A repetition: "every month", "twice a week", "each year", "every other week", "every two years".

use super::{
    amount, edges,
    length::Length,
    number,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::{
        Extractor,
        figures::{noun, verb},
    },
    lexicon::{LEXICON, TimeWord},
    types::{Document, Figure, Tags, WordList},
};
use rust_decimal::Decimal;

/// Repeated times.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.set",
    source: include_str!("set.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// Maximum number of tokens from the first word of a repetition to its unit.
const REACH: usize = 12;

/// The repetition whose unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let before = at.checked_sub(1)?;
    // "Every second household has a dog".
    if document.is(at, "second") && noun::is_noun(document, at + 1) && !verb::is_verb(document, at + 1) {
        return None;
    }
    if edges::is_any(document, before, &["a", "per", "each"])
        && let Some(times) = before.checked_sub(1).filter(|&times| edges::is_any(document, times, &["once", "twice"]))
    {
        return Some(Phrase::new(times..at + 1, Time::Every(Length::exactly(Decimal::ONE, unit).iso()?)));
    }
    // Most durations are not repetitions; looking for the words that make them so is cheaper.
    let often = const { &WordList::of(["each", "every"]) };
    (at.saturating_sub(REACH)..at).find(|&at| document.is_one_of(at, often))?;
    let rank = || number::ordinal(document, before).filter(|(rank, end)| *rank > 1 && *end == at);
    let (value, first) = if document.is(before, "other") {
        (Decimal::TWO, before)
    } else if let Some((rank, _)) = rank() {
        (Decimal::from(rank), before)
    } else {
        amount::counted(document, at)
            .map_or((Decimal::ONE, at), |amount| (amount.low.unwrap_or_default(), amount.start))
    };
    let start = first.checked_sub(1).filter(|&word| edges::is_any(document, word, &["every", "each"]))?;
    Some(Phrase::new(start..at + 1, Time::Every(Length::exactly(value, unit).iso()?)))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn repetitions_are_lengths_between() {
        figures_at(
            "2015-09-23",
            "
The bins go every third week.
            ^^^^^^^^^^^^^^^^ figure date resolved=P3W
Every second barn has an owl; the bell rings every second.
                                             ^^^^^^^^^^^^ figure date resolved=PT1S
The choir sings every month and tours every two years.
                ^^^^^^^^^^^ figure date resolved=P1M
                                      ^^^^^^^^^^^^^^^ figure date resolved=P2Y
",
        );
    }
}
