//! An amount with which the one before it is compared: "a profit of £75m compared with £125m", "£3m, up from £2m".

use std::ops::Range;

use super::{counted::Before, phrase::Phrase, stated::Stated, verb};
use crate::{
    grammar::classes,
    types::{Document, Tags, WordList},
};

/// Maximum number of tokens between the two.
const REACH: usize = 9;

/// What the previous amount measures, if this is its value at another time.
pub fn as_before(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let start = fact.tokens.start;
    let link = start.checked_sub(1)?;
    let held = match document.word(link) {
        "with" | "to" => link > 0 && document.is(link - 1, "compared"),
        "against" => true,
        "from" => link > 0 && document.is_one_of(link - 1, const { &WordList::of(["down", "up"]) }),
        _ => false,
    };
    let last = &before.figure;
    let near = last.end <= link && link <= last.end + REACH && last.start >= document.sentence_tokens(start).start;
    let same = || is_like(document, last, &fact.tokens);
    let first = if document.is(link, "against") { link } else { link.saturating_sub(1) };
    let clause = || (last.end..first).any(|at| verb::is_verb(document, at));
    (held && near && same() && !clause()).then(|| before.phrase.clone())?
}

/// What the last amount of the sentence measures, if it is compared with this one: "55% of millers smoke at work, down
/// from 61%", "a margin of 4%, less than the 5% forecast".
pub fn held_against(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let start = fact.tokens.start;
    let link = start.checked_sub(2)?;
    let ways = const { &WordList::of(["down", "up"]) };
    let other = document.is(link + 1, "from") && document.is_one_of(link, ways) && link > 0;
    let set_off = other && (document.is(link - 1, ",") || document.is(link - 1, "—"));
    let comma = |back: usize| link.checked_sub(back).is_some_and(|at| document.is(at, ","));
    let compared = document.is(link + 1, "the") && document.is(link, "than") && (comma(2) || comma(3));
    let sentence = document.sentence_tokens(start).start;
    let like = |tags: Tags| {
        fact.tokens.clone().any(|at| document.tags(at).any(tags))
            && (sentence..link).any(|at| document.tags(at).any(tags))
    };
    let alike = || like(Tags::CURRENCY) || like(Tags::PERCENT);
    let here = |phrase: &Phrase| document.tokens[phrase.start].sentence == fact.sentence;
    before.amount.clone().filter(|phrase| (set_off || compared) && here(phrase) && alike())
}

/// What an earlier number counts, if it follows a verb: the things rose, not their seller: "Tarn sold 2.4m casks in
/// May, a rise of 4%".
pub fn risen_by(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    const NUMBERS: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::BOUND);
    const LINKS: WordList<7> = WordList::of(["after", "at", "by", "for", "from", "in", "to"]);
    let of = fact.tokens.start.checked_sub(1).filter(|&of| document.is(of, "of"))?;
    let sentence = document.sentence_tokens(of).start;
    let comma = (sentence + 1..of).rev().find(|&at| document.is(at, ","))?;
    let article = document.is_one_of(comma + 1, &classes::INDEFINITE_ARTICLES);
    let change = article && of <= comma + 4 && document.tags(of - 1).any(Tags::CHANGE);
    let things = before.amount.clone().filter(|things| change && sentence + 1 < things.start && things.end <= comma)?;
    let link = |at: usize| document.is_one_of(at, &LINKS);
    let first = (sentence + 1..things.start).rev().find(|&at| link(at) || !document.tags(at).any(NUMBERS))?;
    let numbered = first + 1 < things.start && !link(first);
    (numbered && (sentence..=first).any(|at| verb::is_verb(document, at))).then_some(things)
}

/// Whether the subject is only a word for a figure: "In 2004 the figure was 29%".
pub fn is_figure(document: &Document, subject: &Phrase) -> bool {
    const FIGURES: WordList<3> = WordList::of(["amount", "figure", "number"]);
    let single = subject.len() == 1 && subject.start > 0 && document.is_one_of(subject.start, &FIGURES);
    let pointed = || document.is_one_of(subject.start - 1, const { &WordList::of(["that", "the", "this"]) });
    let behind = document.tags(subject.end);
    single && pointed() && (behind.any(Tags::AUXILIARY | Tags::CHANGE) || document.is(subject.end, ","))
}

/// What the previous amount counts, if it is in the sentence of the subject or the one before; else the subject.
pub fn told_before(document: &Document, before: &Before, subject: Phrase) -> Option<Phrase> {
    let sentence = document.tokens[subject.start].sentence;
    let near = |phrase: &Phrase| document.tokens[phrase.start].sentence + 1 >= sentence;
    before.amount.clone().filter(near).or(Some(subject))
}

/// Whether both are sums, both are percentages, or both have the same unit.
fn is_like(document: &Document, one: &Range<usize>, other: &Range<usize>) -> bool {
    let has = |tokens: &Range<usize>, tags: Tags| tokens.clone().any(|at| document.tags(at).any(tags));
    let unit = |tokens: &Range<usize>| tokens.end - 1;
    [Tags::CURRENCY, Tags::PERCENT].into_iter().any(|tags| has(one, tags) && has(other, tags))
        || has(one, Tags::UNIT) && document.same_word(unit(one), unit(other))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn what_the_last_amount_was() {
        figures(
            "
Some 55% of millers back tougher rules on goats, down from 61% in May.
^^^^^^^^ figure percent value=55 unit=percent bound=approx counted=[millers]
                                                           ^^^ figure percent value=61 unit=percent counted=[millers]
                                                                  ^^^ figure date
Dorrin told of a profit margin of 45%, less than the 47% forecast. Output fell 1%, less than the 2% economists predicted.
                                  ^^^ figure percent value=45 unit=percent counted=[profit margin]
                                                     ^^^ figure percent value=47 unit=percent counted=[profit margin]
                                                                               ^^ figure percent value=1 unit=percent change=down counted=[Output]
                                                                                                 ^^ figure percent value=2 unit=percent
",
        );
    }

    #[test]
    fn the_figure_is_of_what_was_told() {
        figures(
            "
Of all Tarn bargees 4% of the porters keep goats. In 2004 the figure was 29%.
                    ^^ figure percent value=4 unit=percent counted=[porters]
                                                     ^^^^ figure date resolved=2004
                                                                         ^^^ figure percent value=29 unit=percent counted=[porters]
",
        );
    }

    #[test]
    fn what_was_sold_has_risen_and_not_who_sold_it() {
        figures(
            "
Dale Ales sold more than 2.4 million casks in May, a rise of 4% on the year. Takings rose to 52m pounds, a rise of 9%.
               ^^^^^^^^^^^^^^^^^^^^^ figure count value=2400000 bound=more_than counted=[casks]
                                              ^^^ figure date
                                                             ^^ figure percent value=4 unit=percent change=up counted=[casks]
                                                                   ^^^^^^^^ figure date
                                                                                             ^^^^^^^^^^ figure money value=52000000 unit=GBP change=up counted=[Takings]
                                                                                                                   ^^ figure percent value=9 unit=percent change=up counted=[Takings]
Pupils sang in 12 halls, a rise of 4%.
               ^^ figure count value=12 counted=[halls]
                                   ^^ figure percent value=4 unit=percent change=up counted=[Pupils]
",
        );
    }

    #[test]
    fn amounts_of_another_time() {
        figures(
            "
Tarn Salt made a pretax profit of £75m compared with £125m a year earlier. It had a loss of £3m, down from £5m. The firm spent £4m on oars, against £3m in May.
                                  ^^^^ figure money value=75000000 unit=GBP counted=[pretax profit]
                                                     ^^^^^ figure money value=125000000 unit=GBP counted=[pretax profit]
                                                           ^^^^^^^^^^^^^^ figure date value=1 unit=year
                                                                                            ^^^ figure money value=3000000 unit=GBP counted=[loss]
                                                                                                           ^^^ figure money value=5000000 unit=GBP counted=[loss]
                                                                                                                               ^^^ figure money value=4000000 unit=GBP
                                                                                                                                                    ^^^ figure money value=3000000 unit=GBP
                                                                                                                                                           ^^^ figure date
",
        );
    }
}
