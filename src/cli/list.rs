//! `newsfacts list`.

use std::io::{Write, stdout};

use clap::Args;
use newsfacts::{
    check::{across, within},
    extract::{figures, officials, quotes},
};

use super::outcome::Outcome;

/// List every extractor and check with what it looks for
#[derive(Debug, Args)]
pub struct List {}

impl List {
    /// Prints name and documentation of each on a line, in the order they are run.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut out = stdout().lock();
        for (name, source) in rules() {
            writeln!(out, "{name:30} {}", summary(source))?;
        }
        Ok(Outcome::Done)
    }
}

/// Name and source of everything that finds something.
fn rules() -> Vec<(&'static str, &'static str)> {
    let mut rules = Vec::new();
    rules.extend(figures::EXTRACTORS.iter().map(|rule| (rule.name, rule.source)));
    rules.extend(figures::QUANTITY_EXTRACTORS.iter().map(|rule| (rule.name, rule.source)));
    rules.extend(quotes::EXTRACTORS.iter().map(|rule| (rule.name, rule.source)));
    rules.extend(officials::RULES.iter().map(|rule| (rule.name, rule.source)));
    rules.extend(within::CHECKS.iter().map(|check| (check.name, check.source)));
    rules.extend(across::CHECKS.iter().map(|check| (check.name, check.source)));
    rules
}

/// The first paragraph of a file's documentation, on one line.
fn summary(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//! "));
    lines.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_says_what_it_looks_for_under_a_name_of_its_own() {
        let mut names: Vec<&str> = rules().iter().map(|(name, _)| *name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(rules().iter().all(|(_, source)| summary(source).len() > 10));
    }
}
