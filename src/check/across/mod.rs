//! Checks across articles: each article leaves its [`Keys`], which are compared with each other.

mod archive;
mod by_value;
mod coincidences;
mod conflicting_ages;
mod conflicting_figure;
mod conflicting_ranks;
mod copy_differs;
mod corroborated_figure;
mod counted;
mod different_day;
mod different_scope;
mod disputes;
mod fates;
mod figure_pairs;
mod holders;
mod house_number;
mod keying;
mod keys;
mod magnitude;
mod name_spelling;
mod named_ages;
mod near_duplicate;
mod no_independent_source;
mod one_value_two_things;
mod overlap;
mod part;
mod passages;
mod points;
mod printed;
mod quote_pairs;
mod ranges;
mod related;
mod reprinted_number;
mod reprints;
mod reworded_quotation;
mod runs;
mod sketch;
mod speakers;
mod spellings;
mod stated;
mod stories;
mod sum_of_parts;
mod superseded_figure;
mod surroundings;
mod tolls;
mod trimmed_quotation;
mod turned;
mod two_holders;
mod two_speakers;

use self::related::Related;
use super::{Outcome, finding};
use crate::{
    spill::{Scratch, Shelf},
    types::{Evidence, Finding, Scope},
};

pub(crate) use archive::Archive;
pub(crate) use keying::keys;
pub use keys::Keys;

#[doc(hidden)]
pub use self::{
    keys::Fate,
    tolls::{Toll, tolls},
};

/// One check across articles: the constant of its own file.
#[derive(Debug, Clone, Copy)]
pub struct Across {
    /// `across.file`: `across.superseded_figure`.
    pub name: &'static str,
    /// The file's own text: `newsfacts list` prints its leading `//!` lines, and a run that was interrupted goes on only
    /// with the same texts.
    pub source: &'static str,
    /// Appends its findings.
    pub(crate) check: fn(&Archive, &mut Vec<Finding>),
}

/// The text that lays out what is kept of every article: a run goes on only with what the same layout kept.
#[doc(hidden)]
pub const LAYOUT: &str = include_str!("keys.rs");

/// Every check across articles.
pub const CHECKS: &[Across] = &[
    near_duplicate::CHECK,
    no_independent_source::CHECK,
    copy_differs::CHECK,
    corroborated_figure::CHECK,
    conflicting_figure::CHECK,
    reprinted_number::CHECK,
    magnitude::CHECK,
    superseded_figure::CHECK,
    different_scope::CHECK,
    sum_of_parts::CHECK,
    one_value_two_things::CHECK,
    different_day::CHECK,
    house_number::CHECK,
    reworded_quotation::CHECK,
    trimmed_quotation::CHECK,
    two_speakers::CHECK,
    two_holders::CHECK,
    conflicting_ranks::CHECK,
    conflicting_ages::CHECK,
    name_spelling::CHECK,
];

/// Every finding across articles, sorted by check and place; independent of the order of `keys`.
pub fn check(keys: Vec<Keys>) -> Vec<Finding> {
    let mut findings = Vec::new();
    check_each(Shelf::of(keys), &Scratch::in_memory(), |finding| findings.push(finding));
    findings
}

/// Like [`check`], for articles that need not fit into memory; passes on the findings one by one.
#[doc(hidden)]
pub fn check_each(keys: Shelf<Keys>, scratch: &Scratch, mut tell: impl FnMut(Finding)) {
    let mut archive = Archive::of(keys, scratch);
    let related = Related::new(&mut archive);
    let mut findings = Vec::new();
    for check in CHECKS {
        archive.forget();
        for part in related.parts() {
            archive.part = part;
            (check.check)(&archive, &mut findings);
            findings.drain(..).for_each(&mut tell);
            archive.articles.clear();
        }
    }
}

/// A finding across articles; sorts the evidence.
fn found(check: &Across, outcome: Outcome, message: String, evidence: Vec<Evidence>) -> Finding {
    finding(check.name, Scope::Across, outcome, message, evidence)
}
