//! The age of a person: "a 12-year-old girl", "aged between 19 and 35", "Nora Pike, 46, said", "in his 40s".

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    age_span, couple, interval, life,
    numeral::{self, glued},
    phrase::{self, HowMany},
    quantity, shared_age, somebody, turning,
};
use crate::{
    extract::Extractor,
    grammar::{kinds, years},
    types::{Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList, WordMap},
};

/// Ages.
pub const EXTRACTOR: Extractor<Figure> =
    Extractor { name: "figures.age", source: include_str!("age.rs"), anchors: numeral::ANCHORS, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    if !is_likely(document, at) {
        return;
    }
    let read = decade(document, at).or_else(|| range(document, at)).or_else(|| single(document, at));
    if let Some((tokens, figure)) = read {
        found.push(quantity::fact(document, tokens, EXTRACTOR.name, figure));
    }
}

/// Whether anything near the number suggests an age. Most numbers are not ages, and this test is cheaper than reading
/// them.
fn is_likely(document: &Document, at: usize) -> bool {
    let unit = (at + 1..at + REACH).any(|at| document.tags(at).any(Tags::TIME_UNIT) && is_old(document, at + 1));
    let owned = || kinds::is_possessive(document, at + 1);
    let plural = || {
        document.is(at + 1, "s")
            || document.is(at + 2, "something")
            || document.is(at + 1, "yo")
            || document.is(at + 2, "and")
            || owned()
    };
    let linked = at > 0 && document.is_one_of(at - 1, const { &WordList::of(["is", "was", "to", "from"]) });
    let reach = if linked { 8 } else { 3 };
    let reach = if at > 0 && document.is_one_of(at - 1, const { &WordList::of([",", "and"]) }) { 9 } else { reach };
    let said = || (at.saturating_sub(reach)..at).any(|at| document.tags(at).any(Tags::AGE));
    unit || plural()
        || life::follows_another(document, at)
        || shared_age::verb_of_two(document, at).is_some()
        || said()
        || of_somebody(document, at)
        || is_extreme(document, at)
        || couple::is_likely(document, at)
        || age_span::is_likely(document, at)
        || at > 0 && document.tags(at - 1).any(Tags::AUXILIARY | Tags::BOUND) && life::is_guessed(document, at)
}

/// Maximum number of tokens from a number to the unit of its age: `18 to twenty-one years old`,
/// `2-and-a-half-year-old`.
const REACH: usize = 9;

/// Whether the words before a number can make it an age: "Nora Pike, 46", "the man (46)", "she was 46", "died at 46".
fn of_somebody(document: &Document, at: usize) -> bool {
    const SOMEBODY: Tags =
        Tags::CAPITALISED.with(Tags::PERSON_NOUN).with(Tags::KIN).with(Tags::PRONOUN).with(Tags::RELATIVE);
    let small = document.tokens[at].kind == TokenKind::Number && document.tokens[at].span.len() <= 3;
    if small && at > 0 && (document.is(at - 1, "at") || document.is(at - 1, "only") || document.is(at - 1, "just")) {
        return true;
    }
    // A mark, a verb or a rounding word precedes an age; most numbers have none.
    let before = at.checked_sub(1).map(|before| &document.tokens[before]);
    let short = before.is_some_and(|word| word.kind == TokenKind::Possessive);
    let told = |tags: Tags| tags.any(Tags::AUXILIARY.with(Tags::ADVERB));
    if !short && !before.is_some_and(|word| word.kind == TokenKind::Mark || told(word.tags)) {
        return false;
    }
    let Some(who) = life::before_mark(document, at) else { return false };
    if document.tags(who + 1).any(Tags::AUXILIARY) && life::is_somebody(document, who) {
        return true;
    }
    let set_off = document.tokens[life::unrounded(document, at) - 1].kind == TokenKind::Mark;
    let told = short || document.tags(at - 1).any(Tags::AUXILIARY);
    small
        && (set_off || told)
        && (document.tags(who).any(SOMEBODY)
            || set_off
                && (somebody::is_behind_article(document, who)
                    || somebody::is_parent(document, who)
                    || somebody::is_set_off(document, who, at + 1)))
}

fn figure(low: Decimal, high: Decimal, unit: &'static str) -> Figure {
    let value = (low == high).then_some(low);
    Figure {
        kind: FigureKind::Age,
        value,
        low: Some(low),
        high: Some(high),
        step: Decimal::ONE,
        unit: Some(unit),
        ..Figure::default()
    }
}

/// A decade of life, or an age that limits a group: `in his 40s`, `the over-60s`.
fn decade(document: &Document, at: usize) -> Option<(Range<usize>, Figure)> {
    // "A 20-something".
    if kinds::is_dash(document, at + 1) && document.is(at + 2, "something") {
        let value: Decimal = document.word(at).parse().ok().filter(|&value| years::can_be_age(value))?;
        return Some((at..at + 3, figure(value, value + Decimal::from(9), "year")));
    }
    let suffix = kinds::is_possessive(document, at + 1);
    let plural = (document.is(at + 1, "s") || suffix) && glued(document, at);
    if !plural || !document.tags(at).any(Tags::DIGITS) {
        return None;
    }
    let value: Decimal = document.word(at).parse().ok().filter(|&value| years::can_be_age(value))?;
    let hyphen = at > 0 && kinds::is_dash(document, at - 1);
    let before = at.checked_sub(1 + usize::from(hyphen))?;
    let is = |words: &[&str]| words.iter().any(|word| document.is(before, word));
    if is(&["over", "under"]) {
        return Some((at..at + 2, figure(value, value, "year")));
    }
    // "In the mid-80s" is a date.
    let time = before > 0 && document.is(before - 1, "the") && !life::is_of_somebody(document, before);
    let owner = (document.tags(before).any(Tags::POSSESSIVE) || is(&["mid", "early", "late"])) && !time;
    let ten = (value % Decimal::TEN).is_zero();
    (owner && ten).then(|| (at..at + 2, figure(value, value + Decimal::from(9), "year")))
}

/// A range of ages: `aged between 19 and 35`, `aged 18 to 34`, `10- to 12-year-olds`.
fn range(document: &Document, at: usize) -> Option<(Range<usize>, Figure)> {
    if let Some((tokens, low, high)) = between_ages(document, at) {
        return Some((tokens, figure(low, high, "year")));
    }
    let interval = interval::at(document, at).filter(|interval| interval.unit.is_none())?;
    let start = interval.tokens.start;
    let aged = start > 0 && is_age_word(document, start - 1);
    let old = years_old(document, interval.tokens.end);
    let aged = aged || age_span::is_span(document, &interval);
    let (end, unit) = old.or_else(|| aged.then_some((interval.tokens.end, "year")))?;
    Some((start..end, figure(interval.low, interval.high, unit)))
}

/// The two ages after the words for them, from the first number on: `between the ages of 13 and 14`.
fn between_ages(document: &Document, at: usize) -> Option<(Range<usize>, Decimal, Decimal)> {
    let ages = at.checked_sub(2).filter(|&ages| document.is(ages, "ages") && document.is(ages + 1, "of"))?;
    let between = (ages.saturating_sub(2)..ages).any(|at| document.is(at, "between"));
    let low = numeral::at(document, at)?;
    let link = low.tokens.end;
    let to = document.is(link, "to") || document.is(link, "and") && between;
    let high = to.then(|| numeral::at(document, link + 1)).flatten()?;
    let ends = (low.value()?, high.value()?);
    (ends.0 < ends.1).then_some((at..high.tokens.end, ends.0, ends.1))
}

fn is_age_word(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["aged", "age", "ages"]) })
}

fn single(document: &Document, at: usize) -> Option<(Range<usize>, Figure)> {
    let numeral = numeral::at(document, at)?;
    let value = numeral.value()?;
    if let Some((end, unit)) = years_old(document, numeral.tokens.end) {
        return Some((numeral.tokens.start..end, figure(value, value, unit)));
    }
    if let Some((_, unit)) = shared_age::behind(document, numeral.tokens.end) {
        return Some((numeral.tokens, figure(value, value, unit)));
    }
    let start = numeral.tokens.start;
    // "A boy aged 10 months".
    if let Some((at, unit)) = unit(document, numeral.tokens.end).filter(|_| life::is_behind_age(document, start)) {
        return Some((start..at + 1, figure(value, value, unit)));
    }
    let young = years::can_be_age(value);
    let of = start > 1 && document.is(start - 1, "of") && document.is(start - 2, "age");
    // "Ages 12 and 13".
    let pair = start > 2 && document.is(start - 1, "and") && is_age_word(document, start - 3);
    let pair = pair || life::is_second(document, &numeral);
    let second = pair || start > 2 && is_in_list(document, start);
    let young = young && !document.tags(numeral.tokens.end).any(Tags::TIME_UNIT | Tags::MAGNITUDE);
    let aged = start > 0 && is_age_word(document, start - 1)
        || shared_age::verb_of_two(document, start).is_some()
        || of
        || second
        || is_extreme(document, start)
        || life::is_limit(document, start)
        || life::opens_a_life(document, &numeral)
        || turning::is_turn(document, &numeral)
        || life::is_guessed(document, start);
    let age = young
        && (aged
            || couple::is_age(document, &numeral)
            || life::of_a_life(document, &numeral)
            || numeral.digits && life::beside_name(document, &numeral));
    age.then(|| (numeral.tokens.clone(), figure(value, value, "year")))
}

/// Whether only numbers in digits stand between a word of age and the number at `start`: "Ages 10, 9 and 4".
fn is_in_list(document: &Document, start: usize) -> bool {
    let and = const { &WordList::of([",", "and"]) };
    let listed = |at: usize| document.tags(at).any(Tags::DIGITS) || document.is_one_of(at, and);
    let word = (start.saturating_sub(9)..start).rev().find(|&at| !listed(at));
    let opened = word.is_some_and(|at| is_age_word(document, at) && document.tags(at + 1).any(Tags::DIGITS));
    let noun = kinds::is_word(document, start + 1);
    opened
        && document.tags(start).any(Tags::DIGITS)
        && !(noun && phrase::behind(document, start + 1, HowMany::Several).is_some())
}

/// Whether a comparison of age precedes the number at `start`: "As young as 13", "as old as 90".
fn is_extreme(document: &Document, start: usize) -> bool {
    let Some(first) = start.checked_sub(3) else { return false };
    document.is(first, "as")
        && document.is_one_of(first + 1, const { &WordList::of(["old", "young"]) })
        && document.is(first + 2, "as")
}

/// The end and unit of an age after its number: `-year-old`, ` years old`, `-month-olds`, ` years of age`.
pub fn years_old(document: &Document, end: usize) -> Option<(usize, &'static str)> {
    // "A 14yo boy".
    if document.is(end, "yo") {
        return Some((end + 1, "year"));
    }
    let (unit_at, unit) = unit(document, end)?;
    let old = past_dash(document, unit_at + 1);
    if document.is(old, "old") || document.is(old, "olds") {
        return Some((old + 1, unit));
    }
    (document.is(unit_at + 1, "of") && document.is(unit_at + 2, "age")).then_some((unit_at + 3, unit))
}

/// The token of the unit after a number that ends before `end`, a dash between allowed, and the unit.
fn unit(document: &Document, end: usize) -> Option<(usize, &'static str)> {
    const UNITS: WordMap<&str, 9> = WordMap::of([
        ("year", "year"),
        ("years", "year"),
        ("month", "month"),
        ("months", "month"),
        ("week", "week"),
        ("weeks", "week"),
        ("day", "day"),
        ("days", "day"),
        ("yr", "year"),
    ]);
    let at = past_dash(document, end);
    document.entry_in(at, &UNITS).map(|(_, unit)| (at, unit))
}

fn past_dash(document: &Document, at: usize) -> usize {
    at + usize::from(kinds::is_dash(document, at))
}

/// Whether `old`, `-olds` or `of age` follows a unit of time.
fn is_old(document: &Document, at: usize) -> bool {
    let at = at + usize::from(kinds::is_dash(document, at));
    document.is(at, "old") || document.is(at, "olds") || document.is(at, "of")
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn a_half_with_hyphens() {
        figures(
            "
Pike has a 3-and-a-half-year-old goat.
           ^^^^^^^^^^^^^^^^^^^^^ figure age value=3.5 unit=year counted=[goat]
",
        );
    }

    #[test]
    fn ages_from_a_word_in_their_bound() {
        figures(
            "
Nobody 19 or older may swim there, and children 12 or younger only with a warden.
       ^^^^^^^^^^^ figure age value=19 unit=year bound=at_least
                                                ^^^^^^^^^^^^^ figure age value=12 unit=year bound=at_most counted=[children]
",
        );
    }

    #[test]
    fn ages_now_then_and_before_a_dash() {
        figures(
            "
Tom Dale, now 53, and Ada Pike, then 19, met Nora Rowe, 17 -- a warden. At 18, she went to sea.
          ^^^ figure date resolved=PRESENT_REF
              ^^ figure age value=53 unit=year counted=[Tom Dale]
                                     ^^ figure age value=19 unit=year counted=[Ada Pike]
                                                        ^^ figure age value=17 unit=year counted=[Nora Rowe]
                                                                           ^^ figure age value=18 unit=year counted=[she]
",
        );
    }

    #[test]
    fn years_old() {
        figures(
            "
A 12-year-old girl and an 18 year-old winger met, both older than 10 years old.
  ^^^^^^^^^^^ figure age value=12 unit=year counted=[girl]
                          ^^^^^^^^^^^ figure age value=18 unit=year counted=[winger]
                                                       ^^^^^^^^^^^^^^^^^^^^^^^ figure age value=10 unit=year bound=more_than
",
        );
    }

    #[test]
    fn said_of_a_person() {
        figures(
            "
Pike, who was 85, dies at 85 in Leeds. She was 46.
              ^^ figure age value=85 unit=year counted=[Pike]
                          ^^ figure age value=85 unit=year counted=[Pike]
                                               ^^ figure age value=46 unit=year counted=[She]
",
        );
    }

    #[test]
    fn beside_a_name() {
        figures(
            "
Nora Pike, 46, of Morfa, and a man, 42, met Ted Rowe (31).
           ^^ figure age value=46 unit=year counted=[Nora Pike]
                                    ^^ figure age value=42 unit=year counted=[man]
                                                      ^^ figure age value=31 unit=year counted=[Ted Rowe]

The driver, Ted Rowe Jr., 31, was hurt.
                          ^^ figure age value=31 unit=year counted=[Ted Rowe Jr]
",
        );
    }

    #[test]
    fn groups() {
        figures(
            "
Men aged 18 to 34, women aged between 19 and 35, and a vet in his 40s sang.
         ^^^^^^^^ figure age low=18 high=34 unit=year counted=[Men]
                              ^^^^^^^^^^^^^^^^^ figure age low=19 high=35 unit=year counted=[women]
                                                                  ^^^ figure age low=40 high=49 unit=year counted=[vet]
The over-21s stayed.
    ^^^^^^^^ figure age value=21 unit=year bound=more_than
",
        );
    }

    #[test]
    fn ages_of_no_one() {
        figures(
            "
The legal age of consent in Tarn is 16, and Morfa may raise its pension age to 67.
                                    ^^ figure age value=16 unit=year counted=[legal age of consent]
                                                                               ^^ figure age value=67 unit=year counted=[pension age]
",
        );
    }

    #[test]
    fn lists_and_dates_are_no_ages() {
        figures(
            "
In all, 46 wardens met in Leeds, 12 of them late.
        ^^ figure count value=46 counted=[wardens]
                                 ^^ figure count value=12 counted=[wardens]
",
        );
    }

    #[test]
    fn lists_of_ages_and_bounds_of_age() {
        figures(
            "
Her three nieces, ages 10, 9 and 4, sang. No children under 16, nor anyone over 65, may swim.
    ^^^^^ figure count value=3 counted=[nieces]
                       ^^ figure age value=10 unit=year counted=[nieces]
                           ^ figure age value=9 unit=year counted=[nieces]
                                 ^ figure age value=4 unit=year counted=[nieces]
                                                      ^^^^^^^^ figure age value=16 unit=year bound=less_than counted=[children]
                                                                           ^^^^^^^ figure age value=65 unit=year bound=more_than
",
        );
    }

    #[test]
    fn short_ages() {
        figures(
            "
A 14yo boy sank.
  ^^^^ figure age value=14 unit=year counted=[boy]
",
        );
    }
}
