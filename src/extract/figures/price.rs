//! What a sum is paid for or measures: "£3m for the roof", "bought the mill from Pike in May for £3m", "a value of
//! £3m".

use super::{
    dealt,
    object::{listed_before, verb_before},
    phrase::{self, HowMany, Phrase},
    quantity,
    stated::Stated,
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, FigureKind, Tags, WordList},
};

/// The token after the words of a rate, after the brackets or, for the sum in brackets, after the closing one:
/// `£50-a-night room`, `£20m ($27m) barn`.
pub fn over_rate(document: &Document, end: usize) -> usize {
    if document.is(end, ")") {
        return end + 1;
    }
    if document.is(end, "(") {
        return over_brackets(document, end, 7);
    }
    let rate = kinds::is_dash(document, end) && document.is(end + 1, "a") && kinds::is_dash(document, end + 2);
    if rate { end + 4 } else { end }
}

/// The token after the bracket that closes the one at `open`, less than `reach` tokens from it; else `open`.
pub fn over_brackets(document: &Document, open: usize, reach: usize) -> usize {
    (open + 1..open + reach).find(|&at| document.is(at, ")")).map_or(open, |close| close + 1)
}

/// The purpose of an amount, if no noun before it is more specific: "£3m for the roof", "15% for men".
pub fn given_for(document: &Document, fact: &Stated, end: usize) -> Option<Phrase> {
    let end = over_rate(document, end + usize::from(document.is(end, ")")));
    let at = end + 1 + usize::from(document.tags(end + 1).any(Tags::DETERMINER));
    let given = document.is(end, "for") && fact.detail.kind != FigureKind::Measure;
    if !given {
        return None;
    }
    // "£5m for a 72% stake", "£90 for a £3 pie".
    let number = at + usize::from(document.tags(at).any(Tags::CURRENCY));
    let share = quantity::at(document, number).filter(|share| share.unit.is_some());
    let phrase = phrase::behind(document, share.map_or(at, |share| share.tokens.end), HowMany::Several);
    // "Fined £3m for using", "for doing just that".
    const OBJECTS: Tags = Tags::DETERMINER.with(Tags::PRONOUN).with(Tags::ADVERB).with(Tags::BOUND);
    phrase.filter(|phrase| {
        let named = (phrase.start + 1..phrase.end).all(|at| document.tags(at).any(Tags::CAPITALISED));
        let doing = named && document.ends_in(phrase.start, "ing");
        !document.tags(phrase.end - 1).any(Tags::ORDINAL)
            && !(doing && (phrase.len() > 1 || document.tags(phrase.end).any(OBJECTS)))
    })
}

/// The noun whose amount it is, with what it is in or of: "a value of £3m", "tickets in the gods for £20"; not "a rise
/// of" or "a total of". It begins at token `first` or later.
pub fn noun_before(document: &Document, first: usize, start: usize) -> Option<Phrase> {
    const EMPTY: WordList<14> = WordList::of([
        "total", "average", "minimum", "maximum", "record", "high", "low", "peak", "level", "times", "tune",
        "exchange", "return", "fraction",
    ]);
    // "A bill for a whopping £3m".
    let described = start > 2 && document.is(start - 2, "a") && kinds::is_word(document, start - 1);
    let preposition = start.checked_sub(if described { 3 } else { 1 })?;
    if !document.is_one_of(preposition, const { &WordList::of(["of", "for", "worth"]) }) {
        return None;
    }
    // "Her first offer, of £3m".
    let worth = document.is(preposition, "worth");
    let apposed = document.is(preposition, "of") || worth;
    let set_off = apposed && preposition > 1 && document.is(preposition - 1, ",");
    let preposition = preposition - usize::from(set_off);
    let noun = preposition.checked_sub(1)?;
    // "A price rise of 4%" measures the price.
    if document.is(preposition, "of") && document.tags(noun).any(Tags::CHANGE) {
        return phrase::before(document, noun);
    }
    // "A gift to the tune of £3m".
    let tune = noun > 1 && document.is(noun, "tune") && document.is(noun - 1, "the") && document.is(noun - 2, "to");
    if tune {
        return phrase::before(document, noun - 2);
    }
    // "On sale for £3m" does not say what is sold.
    if noun > 0 && document.is(noun, "sale") && document.is(noun - 1, "on") {
        return None;
    }
    // "A mother of three" is not a number of mothers.
    let other = document.tags(noun).any(Tags::CHANGE | Tags::PERSON_NOUN)
        && document.is(preposition, "of")
        && !is_group(document, noun);
    // "Robbed in January of £3m".
    let dated = document.tags(noun).any(Tags::MONTH | Tags::WEEKDAY) && document.tags(noun).any(Tags::CAPITALISED);
    if document.is_one_of(noun, &EMPTY) || other || dated {
        return None;
    }
    // "Tax cuts worth £3m".
    if worth && document.tags(noun).any(Tags::CHANGE) && endings::is_plural(document, noun) {
        return Some(phrase::before(document, noun).map_or(noun, |kind| kind.start)..preposition);
    }
    let phrase = phrase::before(document, preposition)?;
    // "Supposed to sell for £3".
    let verb = document.is(preposition, "for") && phrase.len() == 1 && phrase.start > 0;
    if verb && document.is(phrase.start - 1, "to") && !document.tags(phrase.start).any(Tags::CAPITALISED) {
        return None;
    }
    if worth {
        return Some(dealt::with_name(document, &phrase).unwrap_or(phrase));
    }
    // "Dorn Selling Mill for £3m".
    let sold = phrase.clone().rev().find(|&at| document.is_one_of(at, &BUYING) && at + 1 < phrase.end);
    if let Some(verb) = sold.filter(|_| document.is(preposition, "for")) {
        return Some(verb + 1..phrase.end);
    }
    Some(if document.is(preposition, "for") { with_nouns_before(document, first, phrase) } else { phrase })
}

/// Whether the noun at `at` denotes a group of that many people: "A family of five".
pub fn is_group(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["band", "cast", "crew", "family", "gang", "party", "team"]) })
}

/// Words that attach a phrase to another before a price.
const LINKS: WordList<5> = WordList::of(["at", "in", "of", "to", "with"]);

/// The phrase with those to which it is attached: "a stake in a school in Leeds".
fn with_nouns_before(document: &Document, first: usize, phrase: Phrase) -> Phrase {
    let mut start = phrase.start;
    for _ in 0..3 {
        let determined = start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DETERMINER)).unwrap_or(start);
        let link = determined.checked_sub(1).filter(|&at| document.is_one_of(at, &LINKS));
        let Some(before) = link.and_then(|link| phrase::before(document, link)) else { break };
        // "Left Pike with a bill for £3".
        let name = before.clone().all(|at| document.tags(at).any(Tags::CAPITALISED));
        if name && link.is_some_and(|link| document.is(link, "with")) {
            break;
        }
        start = before.start.max(first.min(before.end - 1));
    }
    start..phrase.end
}

/// Verbs of getting and giving something for a price.
const BUYING: WordList<22> = WordList::of([
    "acquire",
    "acquired",
    "acquires",
    "acquiring",
    "auctioned",
    "bought",
    "buy",
    "buying",
    "buys",
    "leased",
    "purchase",
    "purchased",
    "purchases",
    "purchasing",
    "rented",
    "sell",
    "selling",
    "sells",
    "sold",
    "unload",
    "unloading",
    "unloads",
]);

/// What is bought or sold: "Bought back the mill from Pike in May for £3m", "sold the mill, a ruin, for £5".
pub fn bought(document: &Document, start: usize) -> Option<Phrase> {
    start.checked_sub(1).filter(|&at| document.is(at, "for"))?;
    let verb = verb_before(document, start, &BUYING)?;
    let particle = document.is_one_of(verb + 1, const { &WordList::of(["back", "out", "up"]) });
    let at = verb + 1 + usize::from(particle);
    let owner = document.tags(at).any(Tags::DETERMINER) || document.tags(at).any(Tags::POSSESSIVE);
    phrase::behind(document, at + usize::from(owner), HowMany::Several).filter(|bought| bought.end < start)
}

/// The noun before the price at token `start`, as in [`noun_before`]; or what is traded, where that noun is only the
/// place or the agent: "bought the bell in a 1947 sale for £3", "a bell bought by a dealer for £5".
pub fn sized_or_traded(document: &Document, first: usize, start: usize) -> Option<Phrase> {
    let noun = noun_before(document, first, start)?;
    if !document.is(start - 1, "for") {
        return Some(noun);
    }
    let by_whom = || {
        let verb = listed_before(document, start, &BUYING).filter(|&at| document.is(at + 1, "by"))?;
        let be = document.tags(verb - 1).any(Tags::AUXILIARY);
        phrase::before(document, verb - usize::from(be))
    };
    let traded = bought(document, start).or_else(by_whom);
    // "Sold the mill for £5 and the barn for £3".
    let any = |from: usize, tags: Tags| (from..noun.start).any(|at| document.tags(at).any(tags));
    let apart = |from: usize| any(from, Tags::PREPOSITION | Tags::CONJUNCTION) && !any(from, Tags::CURRENCY);
    Some(traded.filter(|traded| traded.end <= noun.start && apart(traded.end)).unwrap_or(noun))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn where_and_by_whom_it_is_bought() {
        figures(
            "
Dale bought the bell in a 1947 sale for £250. A lamp bought by a Tarn dealer for £50 burned.
                          ^^^^ figure date resolved=1947
                                        ^^^^ figure money value=250 unit=GBP counted=[bell]
                                                                                 ^^^ figure money value=50 unit=GBP counted=[lamp]
",
        );
    }

    #[test]
    fn what_is_bought() {
        figures(
            "
The council bought back the salt mill from Dorrin in May for £3m.
                                                     ^^^ figure date
                                                             ^^^ figure money value=3000000 unit=GBP counted=[salt mill]
",
        );
    }

    #[test]
    fn what_somebody_pays_for() {
        figures(
            "
Tarn Salt will gladly pay £5m (US$ 6.4m) for a 72% stake. A glitch had a porter charged £90 for a £3 pie.
                          ^^^ figure money value=5000000 unit=GBP counted=[stake]
                               ^^^^^^^^ figure money value=6400000 unit=USD counted=[stake]
                                               ^^^ figure percent value=72 unit=percent counted=[stake]
                                                                                        ^^^ figure money value=90 unit=GBP counted=[pie]
                                                                                                  ^^ figure money value=3 unit=GBP counted=[pie]
",
        );
    }

    #[test]
    fn when_is_no_thing() {
        figures(
            "
Dorrin was robbed in January of £3m and made £20 in a single year.
                     ^^^^^^^ figure date
                                ^^^ figure money value=3000000 unit=GBP counted=[Dorrin]
                                             ^^^ figure money value=20 unit=GBP counted=[Dorrin]
",
        );
    }

    #[test]
    fn hours_and_deeds_have_no_price() {
        figures(
            "
The bid sank to £3 in early trading. Pike must shell out £90 for mooring just there.
                ^^ figure money value=3 unit=GBP change=down counted=[bid]
                                                         ^^^ figure money value=90 unit=GBP
",
        );
    }

    #[test]
    fn what_is_sold() {
        figures(
            "
Rowe sold the mill, a ruin, for £5 and took a gift to the tune of £90.
                                ^^ figure money value=5 unit=GBP counted=[mill]
                                                                  ^^^ figure money value=90 unit=GBP counted=[gift]
",
        );
    }

    #[test]
    fn what_is_worth_it() {
        figures(
            "
Dale will sell 90 shares of Tarn Salt, worth £55.
               ^^ figure count value=90 counted=[shares]
                                             ^^^ figure money value=55 unit=GBP counted=[shares]
",
        );
    }

    #[test]
    fn what_headlines_sell() {
        figures(
            "
Tarn Bank Selling Old Mill for £3m
                               ^^^ figure money value=3000000 unit=GBP counted=[Old Mill]
",
        );
    }

    #[test]
    fn cuts_worth_so_much() {
        figures(
            "
The board offered toll cuts worth £6bn.
                                  ^^^^ figure money value=6000000000 unit=GBP counted=[toll cuts]
",
        );
    }

    #[test]
    fn claims() {
        figures(
            "
Miller Sues Dorn for £3m
                     ^^^ figure money value=3000000 unit=GBP
",
        );
    }
}
