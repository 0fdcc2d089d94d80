//! Partners in a deal, and the rest of it: an amount does not measure a partner or a buyer, and the other part of a
//! thing belongs to the same thing.

use super::{
    counted::Before,
    phrase::{self, Phrase},
};
use crate::types::{Document, Tags, WordList};

/// The phrase before a name and its preposition, because the amount measures that and not the name: "A contract with
/// the Larks worth £3m", "land in Tarn worth £2m".
pub fn with_name(document: &Document, name: &Phrase) -> Option<Phrase> {
    const LINKS: WordList<8> = WordList::of(["at", "between", "for", "from", "in", "near", "of", "with"]);
    let link = link_before(document, name)?;
    let named = document.tags(name.end - 1).any(Tags::CAPITALISED) && document.is_one_of(link, &LINKS);
    named.then(|| phrase::before(document, link))?
}

/// Whether a partner or place of the deal precedes a price, and only a pronoun says what was sold: "Sold it to Pike for
/// £3m", "bought it at a sale for £5".
pub fn is_sold_to_somebody(document: &Document, start: usize) -> bool {
    const LINKS: WordList<6> = WordList::of(["at", "from", "in", "on", "to", "with"]);
    let price = start.checked_sub(1).filter(|&at| document.is(at, "for"));
    let link = price.and_then(|at| link_before(document, &phrase::before(document, at)?));
    const THINGS: WordList<4> = WordList::of(["him", "it", "one", "them"]);
    let it = |at: usize| {
        document.tags(at).any(Tags::PRONOUN) && document.is(at + 1, "to") || document.is_one_of(at, &THINGS)
    };
    link.is_some_and(|link| document.is_one_of(link, &LINKS) && link > 0 && it(link - 1))
}

/// Whether a bracket restates in another currency the sum shortly before it: "£99 in Tarn (149 euros)".
pub fn is_converted(document: &Document, start: usize, before: &Before) -> bool {
    let bracket = start.checked_sub(1).filter(|&at| document.is(at, "("));
    let near = |at: usize| before.figure.end > document.sentence_tokens(start).start && at <= before.figure.end + 4;
    let money = |at: usize| (at..at + 4).any(|at| document.tags(at).any(Tags::CURRENCY));
    let first = before.figure.start.saturating_sub(1)..before.figure.end;
    let open = |at: usize| at > 0 && document.is(at - 1, "(");
    if open(first.start) || open(before.figure.start) {
        return false;
    }
    bracket.is_some_and(|at| at >= before.figure.end && near(at) && money(at + 1))
        && first.into_iter().any(|at| document.tags(at).any(Tags::CURRENCY))
}

/// The word before the phrase and its article.
fn link_before(document: &Document, phrase: &Phrase) -> Option<usize> {
    let before = phrase.start.checked_sub(1)?;
    Some(before.checked_sub(1).filter(|_| document.tags(before).any(Tags::DETERMINER)).unwrap_or(before))
}

/// The measured entity of the previous figure, if this one is the rest of it: "Sold 80% of the stake and kept the other
/// 20%".
pub fn rest(document: &Document, start: usize, before: &Before) -> Option<Phrase> {
    let word = start.checked_sub(2).filter(|&at| document.is(at, "the"))? + 1;
    let near = before.figure.end > document.sentence_tokens(start).start && before.figure.end <= word;
    let rest = near && document.is_one_of(word, const { &WordList::of(["other", "remaining"]) });
    rest.then(|| before.phrase.clone())?
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn those_who_deal_are_not_measured() {
        figures(
            "
Pike signed a contract with the Morfa Larks worth £3m, and sold it to Dorrin for £4m. Rowe sold it at a fair for £600.
                                                  ^^^ figure money value=3000000 unit=GBP counted=[contract]
                                                                                 ^^^ figure money value=4000000 unit=GBP
                                                                                                                 ^^^^ figure money value=600 unit=GBP
Tarn Salt sold 80% of its stake and kept the other 20%.
               ^^^ figure percent value=80 unit=percent counted=[stake]
                                                   ^^^ figure percent value=20 unit=percent counted=[stake]
",
        );
    }

    #[test]
    fn brackets_say_it_again() {
        figures(
            "
The bell costs £99 in Tarn (149 euros). The price of £99 compares favourably. Pike was fined £80 for using the bell.
               ^^^ figure money value=99 unit=GBP counted=[bell]
                            ^^^^^^^^^ figure money value=149 unit=EUR counted=[bell]
                                                     ^^^ figure money value=99 unit=GBP counted=[price]
                                                                                             ^^^ figure money value=80 unit=GBP
",
        );
    }
}
