//! The evidence that two figures with different values state one quantity, so that one of them is a slip: "the flood
//! damaged 143 homes", "wardens said the 134 damaged homes".
//!
//! Evidence is counted in points, as no single piece decides: words that both sentences share, the same words right
//! next to the figures, numbers that differ by one digit or two swapped ones, "the 12" for a figure mentioned before.
//! Other figures of the sort next to them count against it.

use rust_decimal::Decimal;

use super::{
    quantity::{Quantity, is_beside, of_sentence},
    stems::{is_named, shared, stem_at},
};
use crate::types::{Document, FigureKind, Tags, TokenKind, WordList};

/// Points from which two different values of one thing can hardly be anything but a slip.
pub const ENOUGH: i32 = 6;

/// Words before a figure that say it was mentioned before.
const TOLD_BEFORE: WordList<4> = WordList::of(["all", "the", "these", "those"]);

/// The points of a pair; both must have their contexts.
pub fn points(document: &Document, quantities: &[Quantity], one: &Quantity, other: &Quantity) -> i32 {
    let of_words = of_words(one, other) + of_neighbours(document, one, other);
    let joined = 2 * i32::from(are_joined_alike(document, quantities, one, other));
    let points = of_words + of_values(one, other) + i32::from(share_a_value(quantities, one, other)) + joined;
    let points = points - against(quantities, one, other);
    // Names are the slowest to compare.
    if points < ENOUGH { points } else { points - of_names(document, one, other) }
}

/// One point for each word that both sentences share, except the first, up to four; one each if those are half and
/// three quarters of the shorter sentence; one for the same thing counted, or one less.
fn of_words(one: &Quantity, other: &Quantity) -> i32 {
    let (alike, shorter) = (one.shared_context(other), one.context.len().min(other.context.len()));
    let half = alike * 2 >= shorter;
    let most = alike * 4 >= shorter * 3 && shorter >= 4;
    let thing = if shared(&one.things, &other.things) > 0 { 1 } else { -1 };
    alike.min(5) as i32 - 1 + i32::from(half) + i32::from(most) + thing
}

/// Points for the same word right after, for the same three words after, for the same word before, and for a second
/// figure that refers back.
fn of_neighbours(document: &Document, one: &Quantity, other: &Quantity) -> i32 {
    let same = |left: usize, right: usize| {
        let within = right < document.sentences[other.sentence as usize].tokens.end as usize
            && left < document.sentences[one.sentence as usize].tokens.end as usize;
        within && document.word(left).eq_ignore_ascii_case(document.word(right))
    };
    let behind = [one, other].map(|figure| figure.behind);
    let run = (0..3).take_while(|ahead| same(behind[0] + ahead, behind[1] + ahead)).count();
    let before = [one, other].map(|figure| figure.first);
    let opens = [one, other]
        .iter()
        .zip(before)
        .any(|(figure, at)| at == document.sentence_tokens(at).start || figure.span.start == 0);
    let prior = !opens && same(before[0] - 1, before[1] - 1);
    let told = !opens && document.is_one_of(before[1] - 1, &TOLD_BEFORE);
    i32::from(run > 0) + i32::from(run > 2) + i32::from(prior) + i32::from(told)
}

/// Points for values that are a slip of the pen apart: more the more digits they share, and more for swapped digits,
/// which are rarely chance.
fn of_values(one: &Quantity, other: &Quantity) -> i32 {
    match digits_kept(one.value, other.value) {
        None => 0,
        Some(0) => 1,
        Some(1) if are_swapped(one.value, other.value) => 4,
        Some(1) => 2,
        Some(_) => 5,
    }
}

/// Whether two numbers a slip of the pen apart have the same digits: 27 and 72.
fn are_swapped(one: Decimal, other: Decimal) -> bool {
    let sum = |value: Decimal| {
        let mut rest = value.normalize().mantissa().unsigned_abs();
        let mut sum = 0;
        while rest > 0 {
            (sum, rest) = (sum + rest % 10, rest / 10);
        }
        sum
    };
    sum(one) == sum(other)
}

/// The number of digits shared by two numbers that differ in one digit, or in two neighbours swapped; `None` where they
/// differ more. Common trailing zeros do not count.
pub fn digits_kept(one: Decimal, other: Decimal) -> Option<usize> {
    let (one, other) = (one.normalize(), other.normalize());
    let digits = |value: Decimal| value.mantissa().unsigned_abs().to_string().into_bytes();
    let (left, right) = (digits(one), digits(other));
    if one.scale() != other.scale() || left.len() != right.len() {
        return None;
    }
    let noughts = left.iter().zip(&right).rev().take_while(|pair| pair == &(&b'0', &b'0')).count();
    let apart: Vec<usize> = (0..left.len()).filter(|&at| left[at] != right[at]).collect();
    let slip = match apart[..] {
        [_] => true,
        [at, next] => next == at + 1 && left[at] == right[next] && left[next] == right[at],
        _ => false,
    };
    slip.then(|| left.len() - noughts - 1)
}

/// Points against the pair, for other figures nearby and for kinds that vary from thing to thing.
fn against(quantities: &[Quantity], one: &Quantity, other: &Quantity) -> i32 {
    let like = |near: &&Quantity| near.has_unit_of(one);
    let beside =
        |figure: &Quantity| of_sentence(quantities, figure).iter().filter(like).any(|near| near.span != figure.span);
    let of_thing = |near: &&Quantity| {
        one.unit.is_some() || shared(&near.things, &one.things) + shared(&near.things, &other.things) > 0
    };
    let mut values: Vec<Decimal> = quantities.iter().filter(like).filter(of_thing).map(|near| near.value).collect();
    values.sort_unstable();
    values.dedup();
    let (low, high) = (one.value.min(other.value), one.value.max(other.value));
    let far = low.checked_mul(Decimal::from(3)).is_some_and(|most| high > most);
    let crossed = is_beside(quantities, one, other) || is_beside(quantities, other, one);
    let varies = matches!(one.kind, FigureKind::Percent | FigureKind::Duration);
    let listed = beside(one) && beside(other) && !share_a_value(quantities, one, other);
    i32::from(beside(one))
        + i32::from(beside(other))
        + i32::from(values.len() > 3)
        + i32::from(values.len() > 5)
        + i32::from(far)
        + i32::from(varies)
        + 2 * (i32::from(crossed) + i32::from(listed) + i32::from(one.scope != other.scope))
}

/// Whether both sentences have another number in common.
pub fn share_a_value(quantities: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    let beside = |figure: &Quantity| {
        let span = figure.span;
        of_sentence(quantities, figure).iter().filter(move |near| near.span != span)
    };
    beside(one).any(|near| beside(other).any(|like| like.value == near.value && like.unit == near.unit))
}

/// Whether `and` joins both figures to the same number of the same things: "10 sheep and two goats".
fn are_joined_alike(document: &Document, quantities: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    const PHRASE: usize = 5;
    let joined = |figure: &Quantity| {
        let behind = figure.behind;
        let mut beside = of_sentence(quantities, figure).iter();
        beside.find(|near| (behind + 1..behind + PHRASE).contains(&near.first) && document.is(near.first - 1, "and"))
    };
    matches!((joined(one), joined(other)), (Some(near), Some(like)) if near.states_again(like))
}

/// Points against sentences that name different people or places.
pub fn of_names(document: &Document, one: &Quantity, other: &Quantity) -> i32 {
    let names = |figure: &Quantity| {
        let tokens = &document.sentences[figure.sentence as usize].tokens;
        let named = (tokens.start as usize + 1..tokens.end as usize)
            .filter(|&at| document.tokens[at].kind == TokenKind::Word && is_named(document, at, Tags::NONE));
        let mut stems: Vec<u32> = named.map(|at| stem_at(document, at)).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    against_names(&names(one), &names(other))
}

/// Points against two sentences, given the sorted names of each: two if they share none, one if each has a name of its
/// own, none if one of them has no names.
pub fn against_names(left: &[u32], right: &[u32]) -> i32 {
    let fewer = left.len().min(right.len());
    match shared(left, right) {
        _ if fewer == 0 => 0,
        0 => 2,
        both => i32::from(both < fewer),
    }
}

#[cfg(test)]
mod tests {
    use super::digits_kept;

    #[test]
    fn a_slip_keeps_all_digits_but_one() {
        for (one, other, expected) in [
            ("143", "146", Some(2)),
            ("143", "134", Some(2)),
            ("20000", "60000", Some(0)),
            ("5.7", "5.3", Some(1)),
            ("557", "575", Some(2)),
            ("557", "755", None),
            ("40", "400", None),
        ] {
            assert_eq!(digits_kept(one.parse().unwrap(), other.parse().unwrap()), expected, "{one} {other}");
        }
    }
}
