//! Linked figures split by the value that they state, in time that grows with their number and not with its square.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap},
};

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{Archive, archive::FactAt, keys::Reach, stated::Stated};
use crate::check::quantity::is_rounded;

/// Splits linked figures by value: first those that state, round or bound the value stated most often, then the same
/// for the rest. Of several such values the first exact one comes first.
pub fn by_value(archive: &Archive, figures: &[FactAt]) -> Vec<(Decimal, Vec<FactAt>)> {
    let stated = |at: usize| archive.figure(figures[at]);
    let value = |at: usize| stated(at).value().normalize();
    let mut near = Near::default();
    let mut counts: FxHashMap<Decimal, usize> = FxHashMap::default();
    for at in 0..figures.len() {
        near.insert(at, reach(stated(at)));
        *counts.entry(value(at)).or_default() += 1;
    }
    let rank = |at: usize, counts: &FxHashMap<Decimal, usize>| {
        (stated(at).is_exact(), counts.get(&value(at)).copied().unwrap_or_default(), Reverse(at))
    };
    let mut most: BinaryHeap<_> = (0..figures.len()).map(|at| rank(at, &counts)).collect();
    let (mut left, mut values) = (vec![true; figures.len()], Vec::new());
    while let Some(found) = most.pop() {
        let Reverse(first) = found.2;
        let now = rank(first, &counts);
        if !left[first] || now != found {
            // The figures that stated its value, too, may be gone by now.
            most.extend(left[first].then_some(now));
            continue;
        }
        let states = |at: &usize| *at == first || stated(*at).states(stated(first));
        let of_value: Vec<usize> = near.meeting(reach(stated(first))).into_iter().filter(states).collect();
        for &at in &of_value {
            near.remove(at, reach(stated(at)));
            left[at] = false;
            counts.entry(value(at)).and_modify(|count| *count -= 1);
        }
        values.push((stated(first).value(), of_value.into_iter().map(|at| figures[at]).collect()));
    }
    values
}

/// The values that a figure may share with one that states the same.
fn reach(figure: Stated) -> Reach {
    let Reach { low, high } = figure.figure.claimed;
    let step: f64 = figure.figure.step.try_into().unwrap_or_default();
    let margin = if is_rounded(figure.figure.kind) { step / 2.0 } else { 0.0 };
    Reach { low: low - margin, high: high + margin }
}

/// Intervals by the power of two of their width, and then by their lower ends: those that meet another interval are
/// near it in each list.
#[derive(Default)]
struct Near(BTreeMap<i32, BTreeSet<(u64, usize)>>);

/// The width of intervals with an open end.
const OPEN: i32 = i32::MAX;

impl Near {
    fn insert(&mut self, at: usize, reach: Reach) {
        self.0.entry(width(reach)).or_default().insert((ordered(reach.low), at));
    }

    fn remove(&mut self, at: usize, reach: Reach) {
        if let Some(of_width) = self.0.get_mut(&width(reach)) {
            of_width.remove(&(ordered(reach.low), at));
        }
    }

    /// The items whose intervals may meet this one, in order.
    fn meeting(&self, reach: Reach) -> Vec<usize> {
        let mut found = Vec::new();
        for (width, of_width) in &self.0 {
            let low = if *width == OPEN { f64::NEG_INFINITY } else { reach.low - 2f64.powi(*width) };
            let range = (ordered(low), 0)..=(ordered(reach.high), usize::MAX);
            found.extend(of_width.range(range).map(|(_, at)| *at));
        }
        found.sort_unstable();
        found
    }
}

/// The least power of two that is no smaller than the width of an interval.
fn width(reach: Reach) -> i32 {
    let width = reach.high - reach.low;
    if width.is_finite() { width.max(f64::MIN_POSITIVE).log2().ceil() as i32 } else { OPEN }
}

/// Bits that are ordered as the numbers are.
fn ordered(number: f64) -> u64 {
    let number = if number == 0.0 { 0.0 } else { number };
    let bits = number.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_that_meet_are_found() {
        let all = [(1.0, 2.0), (1.5, 90.0), (-4.0, -3.0), (7.0, 7.0), (f64::NEG_INFINITY, 0.5), (8.0, 8.5)];
        let all = all.map(|(low, high)| Reach { low, high });
        let mut near = Near::default();
        all.iter().enumerate().for_each(|(at, reach)| near.insert(at, *reach));
        for reach in all {
            let found = near.meeting(reach);
            let meet = (0..all.len()).filter(|at| all[*at].meets(reach));
            assert!(meet.into_iter().all(|at| found.contains(&at)), "{reach:?} {found:?}");
        }
        near.remove(3, all[3]);
        assert!(!near.meeting(all[3]).contains(&3));
    }
}
