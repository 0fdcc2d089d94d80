//! Pairs of figures of one article that seem to state the same quantity.

use rust_decimal::Decimal;

use super::{
    Prepared,
    distinct::are_distinct,
    headline::past_hyphened_age,
    pairing::pairs,
    quantity::{Place, Quantity, REACH, Relation, add_contexts, around, is_beside, is_near},
    reference::{is_told_anew, is_unanswered, may_be_slip_of},
    sameness::{ENOUGH, digits_kept, of_names, points},
    stems::{shared, word},
};
use crate::{
    grammar::kinds,
    types::{Document, FigureKind, Tags},
};

/// Two figures that measure one thing, as indices of `Prepared::quantities`, the earlier first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rival {
    pub one: usize,
    pub other: usize,
    pub relation: Relation,
    /// The number of stems that their sentences share.
    pub shared: usize,
}

/// Up to this many figures of one thing are all compared with each other; of more, each with its next few.
const CROWD: usize = 12;
/// The fewest stems that the sentences of two statements of one quantity share.
const FAMILIAR: usize = 2;

/// Counts up to this are confused with each other, whatever their digits.
const MISTAKEN: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// Stems of a sentence that is unlikely to be repeated about different things.
const LONG: usize = 6;
/// Points from which two sentences are about one length or weight.
const ALIKE: i32 = 9;
/// Counts below this appear everywhere, for one group or another.
const SMALLEST: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Every pair that measures one thing with nothing that sets them apart, in order.
///
/// Adds contexts to the quantities that share a unit, a thing or a fate, if any two of them can be compared.
pub fn rivals(document: &Document, quantities: &mut [Quantity]) -> Vec<Rival> {
    let mut keyed: Vec<(u32, usize)> = Vec::new();
    for (index, quantity) in quantities.iter().enumerate() {
        match quantity.unit {
            Some(unit) => keyed.push((word(unit), index)),
            None => keyed.extend(quantity.things.iter().map(|thing| (*thing, index))),
        }
        if quantity.place == Place::Body && quantity.counts_people {
            keyed.extend(quantity.fate.map(|fate| (fate, index)));
        }
    }
    let pairs = pairs(keyed, CROWD, 4);
    let comparable: Vec<Rival> = pairs.iter().filter_map(|&(one, other)| rival(quantities, one, other)).collect();
    if comparable.is_empty() {
        return comparable;
    }
    let mut compared: Vec<usize> = pairs.into_iter().flat_map(|(one, other)| [one, other]).collect();
    compared.sort_unstable();
    compared.dedup();
    add_contexts(document, quantities, compared);
    let told = comparable.into_iter().map(|rival| {
        let shared = quantities[rival.one].shared_context(&quantities[rival.other]);
        Rival { shared, ..rival }
    });
    let refers = |rival: &Rival| {
        let (one, other) = (&quantities[rival.one], &quantities[rival.other]);
        rival.relation == Relation::Different && may_be_slip_of(document, one, other)
    };
    told.filter(|rival| rival.shared >= FAMILIAR || rival.shared > 0 && refers(rival)).collect()
}

/// The pair, unless something other than the context shows that the two measure different things. Two that agree must
/// have the same scope; for two that differ, the scope is weighed later with other evidence.
fn rival(quantities: &[Quantity], one: usize, other: usize) -> Option<Rival> {
    let (left, right) = (&quantities[one], &quantities[other]);
    // Values are compared last, as that costs the most.
    let far = one.abs_diff(other) > REACH;
    if far || left.sentence == right.sentence || !left.may_be_slip_of(right) || left.is_relative || right.is_relative {
        return None;
    }
    let relation = left.relation(right);
    let apart = matches!(relation, Relation::Different | Relation::Overstepped) || left.is_other_limit(right);
    let met = |fate: Option<u32>| fate.is_some() && fate == right.fate;
    let people = || apart && left.counts_people && right.counts_people && met(left.fate);
    let comparable = left.may_be(right, relation) || apart && left.may_differ_from(right) || people();
    comparable.then_some(Rival { one, other, relation, shared: 0 })
}

/// Whether two different values of one thing can hardly be anything but a slip: there is much evidence for one
/// quantity, both are of one magnitude, not both are repeated, and neither is a sum that includes the other.
pub fn is_unexplained(subject: &Prepared, rival: &Rival) -> bool {
    let document = subject.document;
    let (left, right) = (&subject.quantities[rival.one], &subject.quantities[rival.other]);
    let quantities = around(&subject.quantities, rival.one, rival.other);
    let in_body = left.place == Place::Body && right.place == Place::Body;
    if !in_body
        || !is_near(left.value, right.value)
        || are_both_stated_again(quantities, left, right)
        || is_told_anew(document, quantities, left, right)
    {
        return false;
    }
    let same_thing = shared(&left.things, &right.things) == left.things.len().min(right.things.len()).max(1);
    // Lengths and weights ("he is 180cm tall") may be of a different thing in each sentence, so much more than a few
    // words must agree.
    let physical = left.kind == FigureKind::Measure;
    let long = left.context.len().min(right.context.len()) >= LONG;
    if same_thing && left.scope == right.scope && left.is_printed_like(right) && (long || !physical) {
        let beside = is_beside(quantities, left, right) || is_beside(quantities, right, left);
        let apart = beside || are_listed(quantities, left, right) || are_distinct(subject, quantities, left, right);
        return !apart && of_names(document, left, right) < 2;
    }
    if is_unanswered(document, quantities, left, right) {
        return !are_distinct(subject, quantities, left, right);
    }
    // Small counts are everywhere, and a number before a mark may be an age.
    let small = left.unit.is_none() && left.value.min(right.value) < SMALLEST;
    let bare = left.unit.is_none() && [left, right].iter().any(|figure| !is_followed_by_thing(document, figure));
    // A slip of the pen keeps all digits but one; only small counts are confused with any other.
    let large = left.unit.is_some() || left.value.max(right.value) > MISTAKEN;
    let far = large && left.is_exact() == right.is_exact() && digits_kept(left.value, right.value).is_none();
    if small || bare || far || are_rounded_to_dozens(document, left, right) {
        return false;
    }
    let enough = if physical { ALIKE } else { ENOUGH };
    let summed = is_sum(quantities, left, right) || is_sum(quantities, right, left);
    !summed && points(document, quantities, left, right) >= enough && !are_distinct(subject, quantities, left, right)
}

/// Whether a word follows that can be what is counted: not in "Ann Dale, 64 (wife of Tom Dale)".
pub fn is_followed_by_word(document: &Document, figure: &Quantity) -> bool {
    let behind = past_hyphened_age(document, figure.behind);
    kinds::is_word(document, behind)
}

/// Whether the next word can be what is counted, or leads to it: not in "sold at 68 to pay for paint".
fn is_followed_by_thing(document: &Document, figure: &Quantity) -> bool {
    let behind = figure.behind;
    let links = document.tags(behind).any(Tags::PREPOSITION.with(Tags::CONJUNCTION)) && !document.is(behind, "of");
    is_followed_by_word(document, figure) && !links
}

/// Whether one is stated in dozens and the other is near it: "two dozen" may be 22 or 26.
fn are_rounded_to_dozens(document: &Document, one: &Quantity, other: &Quantity) -> bool {
    let dozens = |figure: &Quantity| document.tokens_in(figure.span).any(|at| document.is(at, "dozen"));
    let near = (one.value - other.value).abs() * Decimal::from(4) <= one.value.min(other.value);
    near && dozens(one) != dozens(other)
}

/// Whether a third value is in a sentence like theirs, as in a list.
fn are_listed(quantities: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    let differs = |third: &&Quantity| !third.has_value_of(one) && !third.has_value_of(other);
    quantities.iter().filter(differs).any(|third| third.has_unit_of(one) && third.is_printed_like(one))
}

/// Whether both values are also stated elsewhere.
fn are_both_stated_again(quantities: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    let again = |quantity: &Quantity| {
        let mut others = quantities.iter().filter(|same| same.span != quantity.span);
        others.any(|same| same.has_value_of(quantity) && same.is_like(quantity))
    };
    again(one) && again(other)
}

/// Whether `total` is `part` plus a like figure in or next to their sentences, which must not restate the part.
fn is_sum(quantities: &[Quantity], total: &Quantity, part: &Quantity) -> bool {
    let Some(rest) = total.value.checked_sub(part.value).filter(|rest| *rest > Decimal::ZERO) else { return false };
    let near = |other: &Quantity| [total, part].iter().any(|of| other.sentence.abs_diff(of.sentence) <= 1);
    let again = |other: &Quantity| other.has_value_of(part) && other.is_like(part);
    quantities.iter().any(|other| other.value == rest && other.has_unit_of(total) && near(other) && !again(other))
}
