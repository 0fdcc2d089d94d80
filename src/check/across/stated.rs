//! A figure of one article as it is compared with those of others.

use rust_decimal::Decimal;

use super::keys::{KeyedFigure, Keys};
use crate::{
    check::{
        quantity::{Relation, class},
        stems::shared,
    },
    types::Bound,
};

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

    /// Words beside it that narrow or widen what is counted, sorted.
    pub fn scope(self) -> &'a [u32] {
        self.keys.list(self.figure.scope)
    }

    /// Stems of its sentence, sorted.
    pub fn context(self) -> &'a [u32] {
        self.keys.list(self.keys.sentence(self.figure).context)
    }

    /// Who is said to say so; empty where nobody is.
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

    /// Whether the words bound the number instead of stating it.
    pub fn is_exact(self) -> bool {
        self.figure.bound == Bound::Exact
    }

    /// Whether both are of one kind and unit.
    pub fn has_unit_of(self, other: Self) -> bool {
        self.figure.unit == other.figure.unit && class(self.figure.kind) == class(other.figure.kind)
    }

    /// Whether both count or measure the same sort of thing in the same unit. Amounts of money need no thing.
    pub fn is_like(self, other: Self) -> bool {
        let same_thing = shared(self.things(), other.things()) > 0;
        let named = self.things().is_empty() || other.things().is_empty();
        self.has_unit_of(other) && (same_thing || (named && self.has_unit()))
    }

    /// Whether both may count one thing under two names: people, or whatever it is in much the same sentence.
    pub fn may_count_one(self, other: Self) -> bool {
        let people = self.figure.of_people && other.figure.of_people;
        let measured = self.has_unit() && self.shared_context(other) >= 4;
        self.is_like(other) || self.has_unit_of(other) && (people || measured || self.is_printed_like(other))
    }

    /// Whether nothing tells that the two measure different things. A factor of exactly a thousand tells
    /// enough by itself; else the counted thing and the scope must be the same.
    pub fn may_be(self, other: Self, relation: Relation) -> bool {
        let alike = relation == Relation::Magnitude && self.has_unit_of(other);
        let comparable = alike || self.is_like(other) && self.scope() == other.scope();
        comparable && self.has_times_of(other) && !self.figure.is_relative && !other.figure.is_relative
    }

    /// Whether their sentences name no times, or one in common.
    pub fn has_times_of(self, other: Self) -> bool {
        self.times().is_empty() || other.times().is_empty() || shared(self.times(), other.times()) > 0
    }

    /// Whether the sentences of both are the same but for a few words.
    pub fn is_printed_like(self, other: Self) -> bool {
        let longer = self.context().len().max(other.context().len());
        longer >= 4 && self.shared_context(other) * 10 >= longer * 7
    }

    /// Whether all that the one with fewer words counts is counted by the other too. Amounts need no thing.
    pub fn counts_the_same(self, other: Self) -> bool {
        let fewer = self.things().len().min(other.things().len());
        fewer > 0 && shared(self.things(), other.things()) == fewer || fewer == 0 && self.has_unit()
    }

    /// How many stems both sentences share.
    pub fn shared_context(self, other: Self) -> usize {
        shared(self.context(), other.context())
    }

    /// How the values stand to each other, if both measure one thing.
    pub fn relation(self, other: Self) -> Relation {
        let meet = self.figure.claimed.meets(other.figure.claimed);
        Relation::new(self.is_exact() && other.is_exact(), meet, self.value(), other.value())
    }
}
