//! A figure of one article in the form in which it is compared with those of others.

use rust_decimal::Decimal;

use super::keys::{KeyedFigure, Keys, Reach};
use crate::{
    check::{
        interval::{Interval, grain, is_rounding},
        quantity::{Relation, class, is_close, is_rounded},
        stems::shared,
        times::day,
    },
    types::{Bound, FigureKind},
};

/// Stems of a sentence that two writers are unlikely to choose alike.
const REPRINTED: usize = 8;

/// A figure with the keys of its article.
#[derive(Debug, Clone, Copy)]
pub struct Stated<'a> {
    pub keys: &'a Keys,
    pub figure: &'a KeyedFigure,
}

impl<'a> Stated<'a> {
    /// The number as stated.
    pub fn value(self) -> Decimal {
        self.figure.value
    }

    /// Stems of what is counted, sorted.
    pub fn things(self) -> &'a [u32] {
        self.keys.list(self.figure.things)
    }

    /// Words next to it that narrow or widen what is counted, sorted.
    pub fn scope(self) -> &'a [u32] {
        self.keys.list(self.figure.scope)
    }

    /// Stems of its sentence, sorted.
    pub fn context(self) -> &'a [u32] {
        self.keys.list(self.keys.sentence(self.figure).context)
    }

    /// Hashes of the words of the names in its sentence, sorted.
    pub fn names(self) -> &'a [u32] {
        self.keys.list(self.keys.sentence(self.figure).names)
    }

    /// The speaker who states it; empty if there is none.
    pub fn source(self) -> &'a str {
        self.keys.text(self.figure.source)
    }

    /// Times that its sentence names, each as a number, sorted.
    pub fn times(self) -> &'a [u32] {
        self.keys.list(self.keys.sentence(self.figure).times)
    }

    /// Whether it has a unit: a currency, per cent, a measure.
    pub fn has_unit(self) -> bool {
        self.figure.unit != 0
    }

    /// Whether the words state the number exactly, without a bound or approximation.
    pub fn is_exact(self) -> bool {
        self.figure.bound == Bound::Exact
    }

    /// Whether both have one kind and unit, and not different rates such as per year and per month.
    pub fn has_unit_of(self, other: Self) -> bool {
        let (per, other_per) = (self.figure.per, other.figure.per);
        let rate = per == other_per || per == 0 || other_per == 0;
        rate && self.figure.unit == other.figure.unit && class(self.figure.kind) == class(other.figure.kind)
    }

    /// Whether both count or measure the same sort of thing in the same unit. Where one names no thing, the same unit
    /// is enough.
    pub fn is_like(self, other: Self) -> bool {
        let same_thing = shared(self.things(), other.things()) > 0;
        let named = self.things().is_empty() || other.things().is_empty();
        self.has_unit_of(other) && (same_thing || (named && self.has_unit()))
    }

    /// Whether both may count one thing with two nouns: people, or anything in much the same sentence.
    pub fn may_count_one(self, other: Self) -> bool {
        let people = self.figure.of_people && other.figure.of_people;
        let lasting = matches!(self.figure.kind, FigureKind::Measure | FigureKind::Duration);
        let measured = self.has_unit() && !lasting && self.shared_context(other) >= 4;
        self.is_like(other) || self.has_unit_of(other) && (people || measured || self.is_printed_like(other))
    }

    /// Whether nothing shows that the two measure different things. A factor of exactly a thousand is enough with the
    /// same unit; otherwise the counted thing and the scope must agree.
    pub fn may_be(self, other: Self, relation: Relation) -> bool {
        let alike = relation == Relation::Magnitude && self.has_unit_of(other);
        let comparable = alike || self.is_like(other) && self.scope() == other.scope();
        comparable && self.has_times_of(other) && !self.figure.is_relative && !other.figure.is_relative
    }

    /// Whether one of the sentences names no times, or both have one in common.
    pub fn has_times_of(self, other: Self) -> bool {
        self.times().is_empty() || other.times().is_empty() || shared(self.times(), other.times()) > 0
    }

    /// Whether its sentence names a month or a year, and that of the other no time: old events are given with their
    /// year, news without.
    pub fn is_of_another_time(self, other: Self) -> bool {
        other.times().is_empty() && self.times().iter().any(|time| day(*time).is_none()) && !self.is_printed_like(other)
    }

    /// Whether both have the same fate, or one has none.
    pub fn has_fate_of(self, other: Self) -> bool {
        self.figure.fate.is_none() || other.figure.fate.is_none() || self.figure.fate == other.figure.fate
    }

    /// The number of values that its article gives for the same thing. If there are several, the noun proves little, as
    /// with goals and points.
    pub fn values(self) -> usize {
        let like = |figure: &&KeyedFigure| Stated { keys: self.keys, figure }.is_like(self);
        let mut values: Vec<Decimal> = self.keys.figures.iter().filter(like).map(|figure| figure.value).collect();
        values.sort_unstable();
        values.dedup();
        values.len()
    }

    /// Whether the sentences of both share at least seven tenths of their stems.
    pub fn is_printed_like(self, other: Self) -> bool {
        let longer = self.context().len().max(other.context().len());
        longer >= 4 && self.shared_context(other) * 10 >= longer * 7
    }

    /// Whether one sentence is a reprint of the other.
    pub fn is_reprinted_as(self, other: Self) -> bool {
        let longer = self.context().len().max(other.context().len());
        longer >= REPRINTED && self.shared_context(other) * 10 >= longer * 9
    }

    /// Whether the sentences name different places of the event, neither of which is named in the other article: "in
    /// Tarn", "in Bramfield".
    pub fn is_elsewhere(self, other: Self) -> bool {
        let [place, other_place] = [self, other].map(|stated| stated.keys.sentence(stated.figure).place);
        let names = |stated: Self, place: u32| stated.keys.head.names.words.binary_search(&place).is_ok();
        place != other_place && place != 0 && other_place != 0 && !names(self, other_place) && !names(other, place)
    }

    /// Whether everything that one counts is also counted by the other. Where one names no thing, a unit is enough.
    pub fn counts_the_same(self, other: Self) -> bool {
        let fewer = self.things().len().min(other.things().len());
        fewer > 0 && shared(self.things(), other.things()) == fewer || fewer == 0 && self.has_unit()
    }

    /// The number of stems that both sentences share.
    pub fn shared_context(self, other: Self) -> usize {
        shared(self.context(), other.context())
    }

    /// How the values relate, assuming that both measure one thing. Two different values without a bound are not
    /// roundings of one number if both are rounded to one digit, or if they are far apart.
    pub fn relation(self, other: Self) -> Relation {
        let exact = self.is_exact() && other.is_exact();
        let meet = self.figure.claimed.meets(other.figure.claimed) && !self.is_apart_from(other);
        Relation::new(exact, meet || exact && self.is_rounding_of(other), self.value(), other.value())
    }

    /// Whether one of two percentages is the other rounded, even to a small whole number: 45% and 45.3%.
    fn is_rounding_of(self, other: Self) -> bool {
        let [one, next] = [self, other].map(|stated| (stated.value(), stated.figure.step));
        is_rounded(self.figure.kind) && is_rounded(other.figure.kind) && is_rounding(one, next)
    }

    /// Whether a figure states the value of another, rounds it, or is a rounder bound close to it. A bound is stated by a
    /// value inside it: 480 is not "more than 500", although either may have been rounded.
    pub fn states(self, other: Self) -> bool {
        let (one, two) = (self.value().normalize(), other.value().normalize());
        match self.relation(other) {
            Relation::Same => true,
            Relation::Approximated => {
                let inside = self.bounded().meets(other.figure.claimed) && other.bounded().meets(self.figure.claimed);
                one == two || is_close(one, two) && digits(one) != digits(two) && inside
            }
            _ => one == two,
        }
    }

    /// The values that its words allow, those of a bound without the margin for rounding it.
    fn bounded(self) -> Reach {
        let claimed = self.figure.claimed;
        let value = Interval::new(self.value(), self.value());
        match self.figure.bound {
            Bound::AtLeast | Bound::MoreThan => Reach { low: Reach::new(value).low, ..claimed },
            Bound::AtMost | Bound::LessThan => Reach { high: Reach::new(value).high, ..claimed },
            _ => claimed,
        }
    }

    fn is_apart_from(self, other: Self) -> bool {
        let (one, next) = (self.value(), other.value());
        let stated = [self, other].iter().all(|figure| matches!(figure.figure.bound, Bound::Exact | Bound::Approx));
        stated
            && one != next
            && (is_half_more(one, next)
                || self.is_exact()
                    && other.is_exact()
                    && grain(one, self.figure.step) == grain(next, other.figure.step))
    }
}

/// Digits of a value without trailing zeros.
fn digits(value: Decimal) -> usize {
    value.mantissa().unsigned_abs().to_string().trim_end_matches('0').len()
}

/// Whether one value is at least half as much again as the other.
fn is_half_more(one: Decimal, other: Decimal) -> bool {
    let most = one.min(other).checked_mul(Decimal::new(15, 1));
    most.is_some_and(|most| one.max(other) >= most)
}
