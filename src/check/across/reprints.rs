//! Numbers that two articles of one story print in the same words, or as house numbers in one street, with two values.

use rust_decimal::Decimal;

use super::{
    Archive,
    archive::{CROWD, FactAt, REACH},
    disputes::grows,
    figure_pairs::FigurePair,
    keys::{KeyedNumber, Keys, Place},
    stated::Stated,
};
use crate::{
    check::{interval::is_rounding, pairing::pairs_of, sameness::digits_kept},
    spill::{Sorted, Sorter},
};

/// Digits of a house number that a slip keeps: neighbours live at 12 and at 14.
const KEPT: usize = 2;

/// Numbers by story and key.
pub type Numbers = Sorter<((usize, u32), FactAt)>;

/// Adds the numbers of an article of a story with several articles, by their words and by their street.
pub fn add_numbers(article: usize, keys: &Keys, story: usize, words: &mut Numbers, streets: &mut Numbers) {
    let add = |keyed: &mut Numbers, key: u32, fact: usize| {
        keyed.extend((key != 0).then(|| ((story, key), FactAt::new(article, fact))));
    };
    for (fact, number) in keys.numbers.iter().enumerate() {
        add(words, number.words, fact);
        add(streets, number.street, fact);
    }
}

/// Pairs of numbers in the same words that differ, in order. Left out are lists, where an article has another value in
/// the same words; counts that may have grown; figures that agree; and pairs already in dispute.
pub fn reprints(archive: &mut Archive, keyed: Numbers, disputes: &Sorted<FigurePair>) -> Sorted<(FactAt, FactAt)> {
    let disputes: Vec<FigurePair> = disputes.iter().collect();
    differing(
        archive,
        keyed,
        |number| number.words,
        |archive, one, other| {
            let days = archive.days_apart(one.article(), other.article());
            let grown = || days != Some(0) && [one, other].into_iter().any(|at| counts_what_grows(archive, at));
            let start = disputes.partition_point(|pair| pair.one.article() < one.article());
            let mut near = disputes[start..].iter().take_while(|pair| pair.one.article() == one.article());
            let mut told = || near.any(|pair| is_told(archive, pair, [one, other]));
            !grown() && !told() && !agree(archive, one, other)
        },
    )
}

/// Pairs of house numbers in one street a slip of the pen apart, in order.
pub fn houses(archive: &mut Archive, keyed: Numbers) -> Sorted<(FactAt, FactAt)> {
    differing(
        archive,
        keyed,
        |number| number.street,
        |archive, one, other| {
            let values = [one, other].map(|at| number(archive, at).1);
            matches!(values, [Some(one), Some(other)] if digits_kept(one, other) >= Some(KEPT))
        },
    )
}

/// Pairs of different numbers with one key in two articles of a story, each the only value of the key in its article.
fn differing(
    archive: &mut Archive,
    keyed: Numbers,
    key: fn(&KeyedNumber) -> u32,
    keep: impl Fn(&Archive, FactAt, FactAt) -> bool,
) -> Sorted<(FactAt, FactAt)> {
    let scratch = archive.scratch.clone();
    let share_story = |one: FactAt, other: FactAt| archive.share_story(one.article(), other.article());
    let likely = pairs_of(keyed, CROWD, REACH, &scratch, share_story);
    let mut found = Sorter::new(&scratch);
    archive.each_of(&likely, |archive, (one, other)| {
        let [left, right] = [one, other].map(|at| &archive.articles[at.article()].numbers[at.fact()]);
        let differs = left.value != right.value && [one, other].into_iter().all(|at| is_only(archive, at, key));
        found.extend((differs && keep(archive, one, other)).then_some((one, other)));
    });
    found.sorted()
}

/// Whether it is the first number of its article with its key, and no other has another value.
fn is_only(archive: &Archive, at: FactAt, key: fn(&KeyedNumber) -> u32) -> bool {
    let numbers = &archive.articles[at.article()].numbers;
    let own = &numbers[at.fact()];
    let same = numbers.iter().enumerate().filter(|(_, number)| key(number) == key(own));
    same.into_iter().all(|(index, number)| number.value == own.value && index >= at.fact())
}

/// Whether a number belongs to a figure for something that can only increase.
fn counts_what_grows(archive: &Archive, at: FactAt) -> bool {
    figure_of(archive, at).is_some_and(grows)
}

/// Whether two numbers belong to figures of which one is the other rounded, as £45m and £45.3m are. Numbers printed to
/// the same digit in the same words were not rounded.
fn agree(archive: &Archive, one: FactAt, other: FactAt) -> bool {
    let (Some(left), Some(right)) = (figure_of(archive, one), figure_of(archive, other)) else { return false };
    let [one, other] = [left, right].map(|stated| (stated.value(), stated.figure.step));
    left.has_unit_of(right) && is_rounding(one, other) && left.states(right)
}

/// The figure to which a number belongs.
fn figure_of(archive: &Archive, at: FactAt) -> Option<Stated<'_>> {
    let keys: &Keys = &archive.articles[at.article()];
    let place = keys.numbers[at.fact()].place;
    let figure = keys.figures.iter().find(|figure| holds(figure.place, place))?;
    Some(Stated { keys, figure })
}

/// Whether a dispute is about these two numbers.
fn is_told(archive: &Archive, pair: &FigurePair, numbers: [FactAt; 2]) -> bool {
    let same = |(figure, number): (FactAt, FactAt)| {
        figure.article() == number.article()
            && holds(archive.figure(figure).figure.place, self::number(archive, number).0)
    };
    [pair.one, pair.other].into_iter().zip(numbers).all(same)
}

fn holds(figure: Place, number: Place) -> bool {
    figure.field == number.field && figure.start <= number.start && number.end <= figure.end
}

/// The place of a number, and its value if it is in digits.
fn number(archive: &Archive, at: FactAt) -> (Place, Option<Decimal>) {
    let keys: &Keys = &archive.articles[at.article()];
    let place = keys.numbers[at.fact()].place;
    (place, keys.text(place.text).replace(',', "").parse().ok())
}
