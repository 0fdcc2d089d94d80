//! Checks inside one article.

mod age_and_birth_year;
mod anniversary;
mod approximation;
mod average;
mod change_amount;
mod change_direction;
mod conflicting_ages;
mod conflicting_figure;
mod conflicting_ranks;
mod currency_conversion;
mod duration_and_period;
mod future_event;
mod headline_age;
mod headline_figure;
mod headline_share;
mod honorific;
mod house_number;
mod impossible_date;
mod life_dates;
mod listed_people;
mod listed_total;
mod magnitude;
mod multiple;
mod name_spelling;
mod order_of_dates;
mod part_and_whole;
mod parts_and_total;
mod percent_change;
mod percentage_of_counts;
mod percentage_points;
mod percentages_of_whole;
mod promised_list;
mod range_order;
mod reprinted_number;
mod rest_of_whole;
mod reworded_quotation;
mod surname_only;
mod two_speakers;
mod unattributed_quotation;
mod unbalanced_quotation;
mod unit_conversion;
mod weekday_and_date;
mod winning_margin;

use super::{Prepared, Subject};
use crate::types::Finding;

/// One check inside an article: the constant of its own file.
#[derive(Debug, Clone, Copy)]
pub struct Within {
    /// `within.file`: `within.range_order`.
    pub name: &'static str,
    /// The file's own text: `newsfacts list` prints its leading `//!` lines, and a run that was interrupted goes on only
    /// with the same texts.
    pub source: &'static str,
    /// Appends its findings.
    pub(crate) check: fn(&Prepared, &mut Vec<Finding>),
}

/// Every check inside an article.
pub const CHECKS: &[Within] = &[
    headline_figure::CHECK,
    headline_age::CHECK,
    headline_share::CHECK,
    conflicting_figure::CHECK,
    reprinted_number::CHECK,
    house_number::CHECK,
    approximation::CHECK,
    magnitude::CHECK,
    part_and_whole::CHECK,
    parts_and_total::CHECK,
    listed_total::CHECK,
    listed_people::CHECK,
    rest_of_whole::CHECK,
    percentage_of_counts::CHECK,
    percentages_of_whole::CHECK,
    percent_change::CHECK,
    change_amount::CHECK,
    change_direction::CHECK,
    percentage_points::CHECK,
    multiple::CHECK,
    average::CHECK,
    winning_margin::CHECK,
    range_order::CHECK,
    duration_and_period::CHECK,
    promised_list::CHECK,
    currency_conversion::CHECK,
    unit_conversion::CHECK,
    impossible_date::CHECK,
    weekday_and_date::CHECK,
    future_event::CHECK,
    conflicting_ages::CHECK,
    age_and_birth_year::CHECK,
    life_dates::CHECK,
    anniversary::CHECK,
    order_of_dates::CHECK,
    conflicting_ranks::CHECK,
    name_spelling::CHECK,
    honorific::CHECK,
    surname_only::CHECK,
    reworded_quotation::CHECK,
    unbalanced_quotation::CHECK,
    two_speakers::CHECK,
    unattributed_quotation::CHECK,
];

/// Every finding within an article, sorted by check and place.
#[doc(hidden)]
pub fn check(subject: Subject) -> Vec<Finding> {
    check_all(&[Prepared::new(subject)]).pop().unwrap_or_default()
}

/// Like [`check`], but for several articles: each check runs over all of them before the next.
#[doc(hidden)]
pub fn check_all(articles: &[Prepared]) -> Vec<Vec<Finding>> {
    let mut findings: Vec<Vec<Finding>> = articles.iter().map(|_| Vec::new()).collect();
    for check in CHECKS {
        articles.iter().zip(&mut findings).for_each(|(prepared, found)| (check.check)(prepared, found));
    }
    findings
}
