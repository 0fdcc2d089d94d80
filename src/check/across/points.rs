//! The evidence that two figures of two articles state one quantity, although they differ: "143 homes were damaged in
//! Bramfield", "wardens in Bramfield counted 134 damaged homes".
//!
//! Evidence is counted in points, as no single piece decides: words that both sentences share, the same words right
//! next to the figures, numbers a slip of the pen apart. Evidence against it: either article also has the other's
//! value, other figures of the two sentences differ too, or the articles are undated.

use rust_decimal::Decimal;

use super::{Archive, figure_pairs::FigurePair, keys::KeyedFigure, stated::Stated};
use crate::check::{
    sameness::{against_names, digits_kept},
    stems::shared,
};

/// Points from which two different values can hardly be anything but two statements of one quantity.
pub const ENOUGH: i32 = 8;

/// Points from which two figures with different scopes seem to count the same thing.
pub const LIKELY: i32 = 5;

/// Days between two articles about one state of affairs.
pub const NEAR: i32 = 60;

/// The share of common runs of words from which two texts go back to one.
const KINDRED: f32 = 0.05;

/// The points of a pair.
pub fn points(archive: &Archive, pair: &FigurePair) -> i32 {
    let [left, right] = [pair.one, pair.other].map(|at| archive.figure(at));
    let points = of_words(left, right, pair.shared as usize)
        + of_things(left, right)
        + of_neighbours(left, right)
        + of_values(left, right)
        - of_days(archive, pair);
    // The other contents of both articles are the slowest to compare.
    if points + 1 < LIKELY {
        return points;
    }
    let sketches = [pair.one, pair.other].map(|at| &archive.articles[at.article()].head.sketch);
    points + i32::from(sketches[0].likeness(sketches[1]) > KINDRED) - of_others(left, right)
}

/// Points for words that both sentences share: for three, four and six of them, and for half and three quarters of the
/// shorter.
fn of_words(left: Stated, right: Stated, alike: usize) -> i32 {
    let shorter = left.context().len().min(right.context().len());
    let told = 3 * i32::from(alike >= 3) + i32::from(alike >= 4) + i32::from(alike >= 6);
    let most = alike * 4 >= shorter * 3 && shorter >= 4;
    told + i32::from(alike * 2 >= shorter) + 2 * i32::from(most)
}

/// Points for the same thing counted, and against another scope.
fn of_things(left: Stated, right: Stated) -> i32 {
    let things = match shared(left.things(), right.things()) {
        0 => -2,
        alike => i32::from(left.counts_the_same(right)) + i32::from(alike > 1),
    };
    things + 2 * i32::from(left.figure.of_people && right.figure.of_people) - i32::from(left.scope() != right.scope())
}

/// Points for the same words right after the figures, and for the same word before.
fn of_neighbours(left: Stated, right: Stated) -> i32 {
    let same = |at: &usize| {
        let [one, other] = [left, right].map(|stated| stated.figure.neighbours[*at]);
        one != 0 && one == other
    };
    let behind = match (1..4).take_while(same).count() {
        3 => 4,
        few => few as i32,
    };
    behind + 2 * i32::from(same(&0))
}

/// Points for values that differ in one digit or in two swapped ones. Points against small numbers, which occur
/// everywhere, unless the sentences are the same, and against counts of people that differ by one, who may or may not
/// be counted.
fn of_values(left: Stated, right: Stated) -> i32 {
    let (one, other) = (left.value(), right.value());
    let slip = match digits_kept(one, other) {
        None => 0,
        Some(0) => 2,
        Some(_) => 4,
    };
    let people = left.figure.of_people && right.figure.of_people;
    let one_more = people && (one - other).abs() == Decimal::ONE;
    let small = one.min(other) <= Decimal::from(3) && !left.is_printed_like(right);
    slip - 2 * i32::from(small) - 3 * i32::from(one_more)
}

/// Points against a pair for time and names: unknown or distant days, tolls that grow within a day, different times and
/// names in the sentences.
fn of_days(archive: &Archive, pair: &FigurePair) -> i32 {
    let [left, right] = [pair.one, pair.other].map(|at| archive.figure(at));
    let days = archive.days_apart(pair.one.article(), pair.other.article());
    let toll = left.figure.fate.is_some() || right.figure.fate.is_some();
    let other_time = left.is_of_another_time(right) || right.is_of_another_time(left);
    2 * i32::from(days.is_none())
        + i32::from(days.is_some_and(|days| days > NEAR))
        + 3 * i32::from(toll && days.is_none_or(|days| days == 0))
        + 2 * i32::from(!left.has_times_of(right))
        + i32::from(other_time)
        + against_names(left.names(), right.names())
}

/// Points against a pair for other figures of the articles.
fn of_others(left: Stated, right: Stated) -> i32 {
    let known = is_known(left, right) || is_known(right, left);
    // One for a thing that an article counts twice, three for one that it counts more often.
    let varies = match left.values().max(right.values()) {
        0 | 1 => 0,
        2 => 1,
        _ => 3,
    };
    4 * i32::from(known) + 4 * differ_beside(left, right) + varies
}

/// Whether the article of a figure states the value of the other in its unit, whatever it counts.
fn is_known(one: Stated, other: Stated) -> bool {
    let mut figures = one.keys.figures.iter().filter(|figure| figure.value == other.value());
    figures.any(|figure| Stated { keys: one.keys, figure }.has_unit_of(other))
}

/// How surely the sentences are about two events, because other things are counted in both with different values: more
/// so if several differ, and more than agree.
fn differ_beside(left: Stated, right: Stated) -> i32 {
    let (mut any, mut same, mut different) = (false, 0, 0);
    for one in beside(left) {
        let (mut equal, mut other) = (false, false);
        for like in beside(right).filter(|like| one.is_like(*like)) {
            equal |= like.value() == one.value();
            other |= like.value() != one.value();
        }
        any |= other;
        same += i32::from(equal);
        different += i32::from(other && !equal);
    }
    i32::from(any) + 2 * i32::from(different > 1 && different > same)
}

/// The other figures of a figure's sentence.
fn beside(stated: Stated) -> impl Iterator<Item = Stated> {
    let own = stated.figure;
    let others = move |figure: &&KeyedFigure| figure.sentence == own.sentence && figure.place != own.place;
    stated.keys.figures.iter().filter(others).map(move |figure| Stated { keys: stated.keys, figure })
}

#[cfg(test)]
mod tests {
    use crate::testing::findings_among;

    fn told(one: &str, other: &str, expected: &str) {
        let check = "across.conflicting_figure";
        findings_among(check, &[("one", "2016-03-01", one), ("two", "2016-03-01", other)], expected);
    }

    #[test]
    fn the_same_words_beside_a_figure_speak_for_one_quantity() {
        told(
            "At the old mill near Bramfield Ann Dale served nine months in prison.",
            "In prison Ann Dale served eight months for the fire at the mill.",
            r#"
conflicts warning one "nine months" two "eight months": 9 and 8 for what seems one quantity
"#,
        );
    }

    #[test]
    fn other_figures_that_differ_too_tell_of_two_events() {
        told(
            "Six rifles, 12 traps and 300 rounds were taken from the old mill by wardens.",
            "Wardens in Dale took 14 rifles, 31 traps and 923 rounds out of the mill, Ann Reed said.",
            "",
        );
    }

    #[test]
    fn lists_of_numbers_that_differ_are_of_two() {
        told(
            "In Tarn Dale pulled 47 eels out of the weir, 240 pounds of fish and six boots, in 14 hours.",
            "In Tarn Reed pulled 41 eels out of the weir, 115 pounds of fish and six boots, in 23 hours.",
            "",
        );
    }

    #[test]
    fn one_more_may_be_somebody_who_is_not_counted_elsewhere() {
        told(
            "The wardens in their green boat found 5 people in the mill near Bramfield.",
            "When the mill near Bramfield burned, 6 people slept there.",
            "",
        );
    }

    #[test]
    fn amounts_in_another_currency_tell_of_the_rate() {
        told(
            "The new bridge in Bramfield cost £5 million ($8 million), wardens said.",
            "Wardens said the new bridge in Bramfield cost £5 million ($7 million).",
            "",
        );
    }
}
