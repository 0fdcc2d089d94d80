//! Pairs of figures that seem to state one quantity with two values, and what explains the difference.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{Archive, archive::FactAt, figure_pairs::FigurePair, keys::KeyedFigure, stated::Stated};
use crate::{
    check::{
        quantity::{self, Relation, is_near},
        stems::{stem, word},
    },
    types::{Bound, FigureKind},
};

/// Days between two articles that tell of one state of affairs.
const NEAR: i32 = 60;

/// What stands against a figure in another article.
#[derive(Debug, Clone, Copy, Default)]
struct Counterparts {
    /// Whether a figure there agrees with it.
    agree: bool,
    /// The most stems that the sentence of a figure there shares with its own.
    closest: u32,
}

/// Pairs of figures that seem to state one quantity with two values, each list in order.
#[derive(Debug, Default)]
pub struct Disputes {
    /// Those that nothing explains.
    pub open: Vec<FigurePair>,
    /// Those of which one value is a thousand or a million times the other.
    pub magnitudes: Vec<FigurePair>,
    /// Those of which one has a word beside it that changes what is counted.
    pub scopes: Vec<FigurePair>,
}

/// Of all pairs with one article those of which each is the closest to the other that its article has, and
/// neither value is confirmed there.
pub fn disputes(archive: &Archive, pairs: &[FigurePair]) -> Disputes {
    let mut counterparts: FxHashMap<(FactAt, usize), Counterparts> = FxHashMap::default();
    let sides = |pair: &FigurePair| [(pair.one, pair.other.article()), (pair.other, pair.one.article())];
    for pair in pairs {
        let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
        let agree = matches!(pair.relation, Relation::Same | Relation::Approximated);
        let agree = agree && left.is_like(right) && !is_changed_bound(left, right);
        sides(pair).into_iter().for_each(|side| counterparts.entry(side).or_default().agree |= agree);
    }
    // What is confirmed there is no rival any more.
    let unsettled = pairs.iter().filter(|pair| !sides(pair).iter().any(|side| counterparts[side].agree));
    for pair in unsettled.collect::<Vec<_>>() {
        if archive.figure(pair.one).may_count_one(archive.figure(pair.other)) {
            for side in sides(pair) {
                let found = counterparts.entry(side).or_default();
                found.closest = found.closest.max(pair.shared);
            }
        }
    }
    let is_open = |pair: &&FigurePair| {
        sides(pair).iter().all(|side| {
            let found = counterparts[side];
            !found.agree && (pair.shared >= found.closest || is_magnitude(archive, pair))
        })
    };
    let open = pairs.iter().filter(is_open).copied();
    let (slips, others): (Vec<_>, Vec<_>) = open.partition(|pair| is_magnitude(archive, pair));
    let (scopes, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|pair| has_other_scope(archive, pair));
    let unexplained = |pairs: Vec<FigurePair>| pairs.into_iter().filter(|pair| is_unexplained(archive, pair)).collect();
    Disputes { open: unexplained(others), magnitudes: slips, scopes: unexplained(scopes) }
}

/// Whether one of the two figures has a word beside it that says that there are others, or what all are
/// together, or counts some only, and the other has not.
pub fn has_other_scope(archive: &Archive, pair: &FigurePair) -> bool {
    let [left, right] = [pair.one, pair.other].map(|at| archive.figure(at));
    is_additive(left) != is_additive(right)
        || is_total(left) != is_total(right)
        || left.figure.of_some != right.figure.of_some
}

/// Whether a word beside the figure says that it is of all, or of many events.
fn is_total(figure: Stated) -> bool {
    const TOTAL: [&str; 6] = ["combined", "overall", "separate", "total", "weekend", "weekly"];
    figure.scope().iter().any(|scope| TOTAL.iter().any(|total| *scope == word(total)))
}

/// Whether the quantity may have grown, or was revised, from one article to the other: published on
/// different days, and it counts the dead, hurt, missing or arrested, or signatures, or a word beside says so.
pub fn is_update(archive: &Archive, pair: &FigurePair) -> bool {
    let days = archive.days_apart(pair.one.article(), pair.other.article());
    let [one, other] = [pair.one, pair.other].map(|at| archive.figure(at));
    days.is_some_and(|days| days > 0) && [one, other].into_iter().any(|figure| grows(figure) || is_revised(figure))
}

/// Whether a figure counts what can only become more.
fn grows(figure: Stated) -> bool {
    let words = ["arrested", "missing", "infected", "signatures", "cases", "evacuated"].map(stem);
    let grow = |thing: &u32| words.contains(thing) || ["die", "injure"].map(word).contains(thing);
    figure.figure.fate.is_some() || figure.things().iter().any(grow)
}

/// Whether its sentence says that it was revised.
fn is_revised(figure: Stated) -> bool {
    let words = ["now", "revised", "updated", "risen"].map(stem);
    figure.context().iter().any(|stem| words.contains(stem))
}

/// Whether two bounds of one kind, in sentences that are much the same, bound one thing by different numbers.
fn is_changed_bound(left: Stated, right: Stated) -> bool {
    let bounds = !left.is_exact() && left.figure.bound == right.figure.bound && left.value() != right.value();
    let shorter = left.context().len().min(right.context().len());
    // What is known of a toll at first grows.
    let much = || {
        left.figure.fate.is_none() && left.shared_context(right) >= 5 && left.shared_context(right) * 10 >= shorter * 6
    };
    bounds && (left.is_printed_like(right) || left.counts_the_same(right) && much())
}

/// Whether the words of both do not allow the same value. A lower bound that a later article raises held
/// for what was known on its day, and a bound of a length, weight or time for the place it was told of.
fn differ(archive: &Archive, pair: &FigurePair) -> bool {
    let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
    let days = archive.days_apart(pair.one.article(), pair.other.article());
    let open = |figure: Stated| matches!(figure.figure.bound, Bound::AtLeast | Bound::MoreThan);
    let physical = matches!(left.figure.kind, FigureKind::Measure | FigureKind::Duration);
    let lasting = !physical && !open(left) && !open(right);
    match pair.relation {
        Relation::Different => true,
        Relation::Overstepped => days.is_none_or(|days| days == 0) || lasting || is_changed_bound(left, right),
        Relation::Approximated => is_changed_bound(left, right),
        Relation::Same | Relation::Magnitude => false,
    }
}

/// Whether one value is exactly a thousand or a million times the other, of one unit, in sentences that share
/// words: fewer where the digits are odd.
fn is_magnitude(archive: &Archive, pair: &FigurePair) -> bool {
    let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
    let odd = left.value().normalize().to_string().trim_matches('0').len() >= 2;
    let familiar = pair.shared >= if odd { 1 } else { 2 };
    familiar && left.has_unit() && left.has_unit_of(right) && quantity::is_magnitude(left.value(), right.value())
}

/// Whether two different values are hard to explain but by a slip: of one unit and magnitude, more than one,
/// within weeks, neither in the sentence of the other; and either in much the same sentence, or of the same
/// thing in sentences that share the more words the likelier the values are to be told of something else.
fn is_unexplained(archive: &Archive, pair: &FigurePair) -> bool {
    let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
    let days = archive.days_apart(pair.one.article(), pair.other.article());
    let printed_like = left.is_printed_like(right);
    let comparable = left.has_unit_of(right)
        && is_near(left.value(), right.value())
        && left.value().min(right.value()) > Decimal::ONE
        && (is_settled(left, right, pair.shared as usize) || days.is_none_or(|days| days <= NEAR));
    if !differ(archive, pair) || !comparable || is_explained(left, right) || is_explained(right, left) {
        return false;
    }
    printed_like || tell_of_one_thing(left, right, pair.shared as usize)
}

/// Whether the first figure's article says why it differs: what became of those it counts, or its time, is
/// another, its sentence states the other value too, or two figures of it add up to that.
fn is_explained(one: Stated, other: Stated) -> bool {
    let whole = |figure: Stated| figure.value().is_integer();
    !one.has_fate_of(other)
        || whole(one) != whole(other) && !one.has_unit()
        || !one.has_times_of(other)
        || is_beside(one, other)
        || adds_up(one, other)
}

/// Whether both count the same things in sentences that share much: what happened then does not change
/// with the months as prices and rates do.
fn is_settled(left: Stated, right: Stated, shared: usize) -> bool {
    let shorter = left.context().len().min(right.context().len());
    let counts = left.counts_the_same(right) && shared >= 4 && shared * 10 >= shorter * 4;
    !left.has_unit() && (counts || left.is_printed_like(right))
}

/// Whether their sentences share enough words to tell of one thing: more of them where what is counted goes by
/// other words, where a value is a sum of what is told in the other article, or an end of a change, or part of
/// a group.
fn tell_of_one_thing(left: Stated, right: Stated, shared: usize) -> bool {
    let known = [is_known(left, right), is_known(right, left)];
    let unclear = !left.may_count_one(right) || is_listed(left) && is_listed(right);
    if unclear
        || known == [true, true]
        || left.has_unit() && known != [false, false]
        || states(left, right)
        || states(right, left)
    {
        return false;
    }
    let renamed = !left.counts_the_same(right);
    let one_sided = |figure: Stated| !matches!(figure.figure.bound, Bound::Exact | Bound::Approx);
    let unnamed = left.things().is_empty() || right.things().is_empty();
    if (renamed || unnamed) && (one_sided(left) || one_sided(right)) {
        return false;
    }
    let doubts = [
        known[0] || known[1],
        left.figure.is_relative || right.figure.is_relative,
        renamed,
        left.is_of_another_time(right) || right.is_of_another_time(left),
        left.varies() || right.varies(),
        left.names_others_than(right),
    ];
    let least = 3 + doubts.iter().filter(|doubt| **doubt).count();
    let shorter = left.context().len().min(right.context().len());
    let share = if doubts[4] || doubts[5] {
        6
    } else if renamed || doubts[3] {
        5
    } else {
        3
    };
    shared >= least && shared * 10 >= shorter * share
}

/// Whether a word beside the figure says that there are others: "another 40", "three other men".
fn is_additive(figure: Stated) -> bool {
    const ADDITIVE: [&str; 9] =
        ["additional", "another", "both", "extra", "further", "including", "other", "others", "rest"];
    figure.scope().iter().any(|scope| ADDITIVE.iter().any(|additive| *scope == word(additive)))
}

/// Whether its sentence states another figure of its unit: which of them answers to which elsewhere is not known.
fn is_listed(figure: Stated) -> bool {
    let like = |other: &&KeyedFigure| other.sentence == figure.figure.sentence && other.unit == figure.figure.unit;
    figure.has_unit() && figure.keys.figures.iter().filter(like).count() > 1
}

/// Whether the sentence of a figure states the value of the other too, or the rest of it.
fn is_beside(one: Stated, other: Stated) -> bool {
    let mut beside = one.keys.figures.iter().filter(|figure| figure.sentence == one.figure.sentence);
    beside.any(|figure| figure.value == other.value() || one.value().checked_add(figure.value) == Some(other.value()))
}

/// Whether the article of a figure states the value of the other of the same thing.
fn states(one: Stated, other: Stated) -> bool {
    let mut figures = one.keys.figures.iter().filter(|figure| figure.value == other.value());
    figures.any(|figure| Stated { keys: one.keys, figure }.is_like(other))
}

/// Whether the article of a figure states the value of the other in its unit, of whatever thing.
fn is_known(one: Stated, other: Stated) -> bool {
    let mut figures = one.keys.figures.iter().filter(|figure| figure.value == other.value());
    figures.any(|figure| Stated { keys: one.keys, figure }.has_unit_of(other))
}

/// Whether two figures of one sentence of the figure's article, of what the other counts, add up to its value.
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
