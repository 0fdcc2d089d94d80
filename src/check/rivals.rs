//! Pairs of figures of one article that seem to state the same quantity.

use rust_decimal::Decimal;

use super::{
    pairing::pairs,
    quantity::{Place, Quantity, Relation, add_context, is_near},
    stems::{shared, word},
};
use crate::types::{Document, FigureKind};

/// Two figures that measure one thing, as indices of `Prepared::quantities`, the earlier first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rival {
    pub one: usize,
    pub other: usize,
    pub relation: Relation,
    /// Stems that their sentences share.
    pub shared: usize,
}

/// Figures of one thing that are all compared with each other; of more, each with its next few.
const CROWD: usize = 12;
/// Stems that the sentences of two statements of one quantity share at least, if they agree.
const FAMILIAR: usize = 2;

/// Counts below this are told of one group or another in every other sentence.
const SMALLEST: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Every pair that measures one thing with nothing that sets them apart, in order.
///
/// Quantities that share a unit or a thing get their context, if any two of them can be compared.
pub fn rivals(document: &Document, quantities: &mut [Quantity]) -> Vec<Rival> {
    let mut keyed: Vec<(u32, usize)> = Vec::new();
    for (index, quantity) in quantities.iter().enumerate() {
        match quantity.unit {
            Some(unit) => keyed.push((word(unit), index)),
            None => keyed.extend(quantity.things.iter().map(|thing| (*thing, index))),
        }
    }
    let pairs = pairs(keyed, CROWD, 4);
    let comparable: Vec<Rival> = pairs.iter().filter_map(|&(one, other)| rival(quantities, one, other)).collect();
    if comparable.is_empty() {
        return comparable;
    }
    for (one, other) in pairs {
        add_context(document, &mut quantities[one]);
        add_context(document, &mut quantities[other]);
    }
    let compared = comparable.into_iter().map(|rival| {
        let shared = quantities[rival.one].shared_context(&quantities[rival.other]);
        Rival { shared, ..rival }
    });
    compared.filter(|rival| rival.shared >= FAMILIAR).collect()
}

/// The pair, if nothing but their contexts can tell that the two measure different things.
fn rival(quantities: &[Quantity], one: usize, other: usize) -> Option<Rival> {
    let (left, right) = (&quantities[one], &quantities[other]);
    // Values are compared last: that is the dearest question.
    if left.sentence == right.sentence || !left.may_be_slip_of(right) || left.is_relative || right.is_relative {
        return None;
    }
    let relation = left.relation(right);
    let comparable = left.may_be(right, relation);
    comparable.then_some(Rival { one, other, relation, shared: 0 })
}

/// Whether two different values of one thing are hard to explain but by a slip: much the same sentence,
/// the same thing counted, of one magnitude, each stated but once, and neither the sum or rest of
/// figures beside it.
pub fn is_unexplained(quantities: &[Quantity], rival: &Rival) -> bool {
    let (left, right) = (&quantities[rival.one], &quantities[rival.other]);
    let in_body = left.place == Place::Body && right.place == Place::Body;
    let same_thing = shared(&left.things, &right.things) == left.things.len().min(right.things.len()).max(1);
    if !in_body || !same_thing || !is_near(left.value, right.value) || are_both_stated_again(quantities, rival) {
        return false;
    }
    if left.is_printed_like(right) {
        return !is_beside(quantities, left, right) && !is_beside(quantities, right, left);
    }
    // Lengths, weights and times are of one thing in one sentence and of another in the next.
    let physical = matches!(left.kind, FigureKind::Measure | FigureKind::Duration);
    let summed = is_sum(quantities, left, right) || is_sum(quantities, right, left);
    !physical && !summed && is_much_the_same(left, right, rival.shared) && !is_settled(quantities, rival)
}

/// Whether the sentence of one figure states the value of the other too.
fn is_beside(quantities: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    quantities.iter().any(|near| near.sentence == one.sentence && near.value == other.value)
}

/// Whether two sentences share enough words: more for small counts, which are everywhere.
fn is_much_the_same(left: &Quantity, right: &Quantity, shared: usize) -> bool {
    let counts = left.unit.is_none();
    let (low, small) = (left.value.min(right.value), Decimal::from(20));
    if counts && low < SMALLEST {
        return false;
    }
    let shorter = left.context.len().min(right.context.len());
    shared >= if counts && low < small { 4 } else { 3 } && shared * 5 >= shorter * 2
}

/// Whether both values are stated elsewhere too.
fn are_both_stated_again(quantities: &[Quantity], rival: &Rival) -> bool {
    let again = |index: usize| {
        let quantity = &quantities[index];
        let mut others = quantities.iter().enumerate().filter(|(at, _)| *at != index);
        others.any(|(_, same)| same.value == quantity.value && same.is_like(quantity))
    };
    again(rival.one) && again(rival.other)
}

/// Whether both sentences state several like figures, or there are more sentences like them.
fn is_settled(quantities: &[Quantity], rival: &Rival) -> bool {
    let beside = |index: usize| {
        let quantity = &quantities[index];
        let near = |(at, like): (usize, &Quantity)| {
            at != index && like.sentence == quantity.sentence && like.has_unit_of(quantity)
        };
        quantities.iter().enumerate().any(near)
    };
    beside(rival.one) && beside(rival.other) || is_in_list(quantities, &quantities[rival.one])
}

/// Whether the figure is one of a list of records: three like sentences with three values.
fn is_in_list(quantities: &[Quantity], quantity: &Quantity) -> bool {
    let like = |other: &&Quantity| {
        other.sentence != quantity.sentence && other.is_like(quantity) && other.shared_context(quantity) >= 3
    };
    let mut values: Vec<Decimal> = quantities.iter().filter(like).map(|other| other.value).collect();
    values.push(quantity.value);
    values.sort_unstable();
    values.dedup();
    values.len() > 2
}

/// Whether `total` is `part` and some like figure of the article together.
fn is_sum(quantities: &[Quantity], total: &Quantity, part: &Quantity) -> bool {
    let Some(rest) = total.value.checked_sub(part.value).filter(|rest| *rest > Decimal::ZERO) else { return false };
    quantities.iter().any(|other| other.value == rest && other.has_unit_of(total))
}
