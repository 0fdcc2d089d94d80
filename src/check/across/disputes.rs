//! Pairs of figures that seem to state one quantity with two values, and what explains the difference.

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::{
    Archive,
    archive::FactAt,
    figure_pairs::FigurePair,
    keys::KeyedFigure,
    points::{ENOUGH, LIKELY, NEAR, points},
    stated::Stated,
};
use crate::{
    check::{
        quantity::{self, Relation, is_near},
        stems::{stem, word},
        times::day,
    },
    types::{Bound, FigureKind},
};

/// The fewest stems that the sentences of two statements of one quantity share.
const FAMILIAR: u32 = 3;

/// Pairs of figures that seem to state one quantity with two values, each list sorted.
#[derive(Debug, Default)]
pub struct Disputes {
    /// Those without an explanation.
    pub open: Vec<FigurePair>,
    /// Those in which one value is a thousand, a million or a billion times the other.
    pub magnitudes: Vec<FigurePair>,
    /// Those in which one has a word next to it that changes what is counted.
    pub scopes: Vec<FigurePair>,
}

/// The disputes among all pairs of one article; pairs with a value that the other article confirms are left out.
pub fn disputes(archive: &Archive, pairs: &[FigurePair]) -> Disputes {
    let sides = |pair: &FigurePair| [(pair.one, pair.other.article()), (pair.other, pair.one.article())];
    let agree = pairs.iter().filter(|pair| agrees(archive, pair));
    let confirmed: FxHashSet<(FactAt, usize)> = agree.flat_map(sides).collect();
    let open = pairs.iter().filter(|pair| !sides(pair).iter().any(|side| confirmed.contains(side))).copied();
    let (slips, others): (Vec<_>, Vec<_>) = open.partition(|pair| is_magnitude(archive, pair));
    let (scopes, open): (Vec<_>, Vec<_>) = others.into_iter().partition(|pair| has_other_scope(archive, pair));
    let unexplained = |pairs: Vec<FigurePair>, least: i32| {
        pairs.into_iter().filter(|pair| is_unexplained(archive, pair, least)).collect()
    };
    let mut scopes: Vec<FigurePair> = unexplained(scopes, LIKELY);
    scopes.retain(|pair| has_scope_beside(archive, pair));
    Disputes { open: unexplained(open, ENOUGH), magnitudes: slips, scopes }
}

/// Whether two figures state one value of one thing.
fn agrees(archive: &Archive, pair: &FigurePair) -> bool {
    let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
    let agree = matches!(pair.relation, Relation::Same | Relation::Approximated);
    agree && left.is_like(right) && !is_changed_bound(left, right)
}

/// Whether only one of the two figures has a word next to it that means additional ones or a total, or counts only
/// some.
pub fn has_other_scope(archive: &Archive, pair: &FigurePair) -> bool {
    let [left, right] = [pair.one, pair.other].map(|at| archive.figure(at));
    is_additive(left) != is_additive(right)
        || is_total(left) != is_total(right)
        || left.figure.of_some != right.figure.of_some
}

/// Words for totals, or for several events.
const TOTAL: [&str; 6] = ["combined", "overall", "separate", "total", "weekend", "weekly"];

/// Whether a word near the figure makes it a total, or of several events.
fn is_total(figure: Stated) -> bool {
    figure.scope().iter().any(|scope| TOTAL.iter().any(|total| *scope == word(total)))
}

/// Whether the word for a total is right next to the figure: "a total of 40", but not "was spent in all, the total, on
/// 40 goats".
fn has_scope_beside(archive: &Archive, pair: &FigurePair) -> bool {
    let [left, right] = [pair.one, pair.other].map(|at| archive.figure(at));
    let beside = |figure: Stated| {
        let of = figure.figure.neighbours[0] == word("of");
        is_total(figure) && (of || TOTAL.iter().any(|total| figure.figure.neighbours.contains(&word(total))))
    };
    is_total(left) == is_total(right) || beside(left) || beside(right)
}

/// Whether the quantity may have grown, or was revised, between the articles. On different days, it must count the
/// dead, hurt, missing, arrested or the like, or signatures, or be called revised; on one day, the higher value must be
/// called revised.
pub fn is_update(archive: &Archive, pair: &FigurePair) -> bool {
    let days = archive.days_apart(pair.one.article(), pair.other.article());
    let [one, other] = [pair.one, pair.other].map(|at| archive.figure(at));
    let risen = || is_revised(if one.value() > other.value() { one } else { other });
    match days {
        Some(0) => risen(),
        Some(_) => [one, other].into_iter().any(|figure| grows(figure) || is_revised(figure)),
        None => false,
    }
}

/// Whether a figure counts something that can only increase.
pub fn grows(figure: Stated) -> bool {
    let words = ["arrested", "missing", "infected", "signatures", "cases", "evacuated"].map(stem);
    let grow = |thing: &u32| words.contains(thing) || ["die", "injure"].map(word).contains(thing);
    // "Police have arrested 14 men": what was done to people may also come before their number.
    let done = ["arrested", "detained", "evacuated", "infected", "rescued"].map(stem);
    let met = || figure.figure.of_people && figure.context().iter().any(|stem| done.contains(stem));
    figure.figure.fate.is_some() || figure.things().iter().any(grow) || met()
}

/// Whether its sentence says that it was revised.
fn is_revised(figure: Stated) -> bool {
    let words = ["now", "revised", "updated", "risen"].map(stem);
    figure.context().iter().any(|stem| words.contains(stem))
}

/// Whether two bounds of one kind bound one thing by different numbers, in sentences that are much the same.
fn is_changed_bound(left: Stated, right: Stated) -> bool {
    let bounds = !left.is_exact() && left.figure.bound == right.figure.bound && left.value() != right.value();
    let shorter = left.context().len().min(right.context().len());
    // The first numbers of a toll grow.
    let much = || {
        left.figure.fate.is_none() && left.shared_context(right) >= 5 && left.shared_context(right) * 10 >= shorter * 6
    };
    bounds && (left.is_printed_like(right) || left.counts_the_same(right) && much())
}

/// Whether the words of the two do not allow the same value. A lower bound raised by a later article was true on its
/// day, and a bound of a length, weight or time applies to its own place, except for distances from one place.
fn differ(archive: &Archive, pair: &FigurePair) -> bool {
    let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
    let days = archive.days_apart(pair.one.article(), pair.other.article());
    let open = |figure: Stated| matches!(figure.figure.bound, Bound::AtLeast | Bound::MoreThan);
    let physical =
        matches!(left.figure.kind, FigureKind::Measure | FigureKind::Duration) && !are_distances(left, right);
    let lasting = !physical && !open(left) && !open(right);
    match pair.relation {
        Relation::Different => true,
        Relation::Overstepped => days.is_none_or(|days| days == 0) || lasting || is_changed_bound(left, right),
        Relation::Approximated => is_changed_bound(left, right),
        Relation::Same | Relation::Magnitude => false,
    }
}

/// Whether both are distances from one place.
fn are_distances(left: Stated, right: Stated) -> bool {
    left.figure.is_distance && right.figure.is_distance && left.counts_the_same(right)
}

/// Whether one value is exactly a thousand, a million or a billion times the other, in one unit and in sentences that
/// share words: fewer if the digits are unusual.
fn is_magnitude(archive: &Archive, pair: &FigurePair) -> bool {
    let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
    let odd = left.value().normalize().to_string().trim_matches('0').len() >= 2;
    let familiar = pair.shared >= if odd { 1 } else { 2 };
    // A thousand of a unit may make another unit: "a year" and "a thousand years", 1 kg and 1,000.
    let several = left.value().min(right.value()) > Decimal::ONE;
    let units = left.has_unit() && left.has_unit_of(right) && several;
    familiar && units && quantity::is_magnitude(left.value(), right.value())
}

/// Whether two different values can hardly be anything but a slip: the same unit and magnitude, both above one, and at
/// least `least` points for one quantity (see [`points`]).
fn is_unexplained(archive: &Archive, pair: &FigurePair, least: i32) -> bool {
    let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
    let days = archive.days_apart(pair.one.article(), pair.other.article());
    // Prices and rates change over months; events and places do not. Percentages in a report of the next day are of
    // that day.
    let moves = left.figure.kind == FigureKind::Percent && !archive.has_given_story(pair.one.article());
    let near = || days.is_none_or(|days| days <= NEAR) || are_distances(left, right);
    let lasts = (!moves || days == Some(0)) && (!left.has_unit() || near());
    pair.shared >= FAMILIAR
        && left.has_unit_of(right)
        && lasts
        && is_near(left.value(), right.value())
        && left.value().min(right.value()) > Decimal::ONE
        && differ(archive, pair)
        && points(archive, pair) >= least
        && may_be_of_one_event(archive, pair)
        && !is_explained(left, right)
        && !is_explained(right, left)
}

/// Whether the articles of a pair have one given story, or both are dated and their sentences name no different days.
/// Inferred stories are not enough: two fires or two quakes are reported in the same words.
fn may_be_of_one_event(archive: &Archive, pair: &FigurePair) -> bool {
    let [left, right] = [pair.one, pair.other].map(|at| archive.figure(at));
    let dated = || archive.days_apart(pair.one.article(), pair.other.article()).is_some();
    let given = archive.has_given_story(pair.one.article());
    !left.is_elsewhere(right)
        && !are_of_two_years(left, right)
        && (given || left.has_times_of(right) && (dated() || left.is_printed_like(right)))
}

/// Whether both sentences name months or years and none in common: "£45m in 2014" and "£54m in 2015".
fn are_of_two_years(left: Stated, right: Stated) -> bool {
    let long = |figure: Stated| !figure.times().is_empty() && figure.times().iter().all(|time| day(*time).is_none());
    long(left) && long(right) && !left.has_times_of(right)
}

/// Whether the first figure's article explains the difference: the people it counts have another fate, two of its
/// figures add up to the other value, or it states that value, too.
fn is_explained(one: Stated, other: Stated) -> bool {
    let whole = |figure: Stated| figure.value().is_integer();
    !one.has_fate_of(other)
        || whole(one) != whole(other) && !one.has_unit()
        || adds_up(one, other)
        || tells_of(one, other)
}

/// Whether the first figure's article has the other figure's value somewhere, if that has decimals, which are rarely
/// equal by chance: "a quake of 4.2, at first put at 4.4".
fn tells_of(one: Stated, other: Stated) -> bool {
    let same =
        |figure: &KeyedFigure| figure.value == other.value() && Stated { keys: one.keys, figure }.has_unit_of(other);
    !other.value().is_integer() && one.keys.figures.iter().any(same)
}

/// Whether a word next to the figure means additional ones: "another 40", "three other men".
pub fn is_additive(figure: Stated) -> bool {
    const ADDITIVE: [&str; 8] = ["additional", "another", "both", "extra", "further", "other", "others", "rest"];
    figure.scope().iter().any(|scope| ADDITIVE.iter().any(|additive| *scope == word(additive)))
}

/// Whether two figures of one sentence in the first figure's article count the same as the other figure and add up to
/// its value.
fn adds_up(one: Stated, other: Stated) -> bool {
    let is_part = |figure: &KeyedFigure| {
        let part = Stated { keys: one.keys, figure };
        part.is_like(other) || figure.of_people && other.figure.of_people
    };
    one.keys.figures.windows(2).any(|pair| {
        let beside = pair[0].sentence == pair[1].sentence && pair.iter().all(is_part);
        beside && pair[0].value.checked_add(pair[1].value) == Some(other.value())
    })
}
