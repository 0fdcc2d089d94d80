//! `newsfacts list`.

use std::io::{Write, stdout};

use anyhow::bail;
use clap::Args;
use newsfacts::{
    check::{across, within},
    extract::{figures, officials, quotes},
};

use super::outcome::Outcome;

/// List every extractor and check with what it looks for and, for checks, severity, an example and known pitfalls
#[derive(Debug, Args)]
pub struct List {
    /// List only those whose name contains one of these, such as figures, across or headline
    names: Vec<String>,
}

impl List {
    /// Writes one line for each extractor, then each check with its severity, an example and its
    /// traps, in the order in which they run.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut out = stdout().lock();
        let wanted = |name: &str| self.names.is_empty() || self.names.iter().any(|part| name.contains(part));
        let (extractors, checks) = (extractors().into_iter(), checks().into_iter());
        let checks: Vec<_> = checks.filter(|(name, _)| wanted(name)).collect();
        let extractors: Vec<_> = extractors.filter(|(name, _)| wanted(name)).collect();
        if extractors.is_empty() && checks.is_empty() {
            let names: Vec<String> = self.names.iter().map(|name| format!("{name:?}")).collect();
            bail!("no extractor or check has {} in its name; `newsfacts list` prints all names", names.join(" or "));
        }
        for (name, source) in extractors {
            writeln!(out, "{name:30} {}", summary(source))?;
        }
        for (name, source) in checks {
            writeln!(out, "\n{name:30} {}", summary(source))?;
            for part in ["Severity:", "Example:", "Traps:"] {
                if let Some(text) = part_of(source, part) {
                    writeln!(out, "    {text}")?;
                }
            }
        }
        Ok(Outcome::Done)
    }
}

/// The name and source code of every extractor.
pub fn extractors() -> Vec<(&'static str, &'static str)> {
    let mut rules = Vec::new();
    rules.extend(figures::EXTRACTORS.iter().map(|rule| (rule.name, rule.source)));
    rules.extend(figures::QUANTITY_EXTRACTORS.iter().map(|rule| (rule.name, rule.source)));
    rules.extend(quotes::EXTRACTORS.iter().map(|rule| (rule.name, rule.source)));
    rules.extend(officials::RULES.iter().map(|rule| (rule.name, rule.source)));
    rules
}

/// The name and source code of every check.
pub fn checks() -> Vec<(&'static str, &'static str)> {
    let within = within::CHECKS.iter().map(|check| (check.name, check.source));
    within.chain(across::CHECKS.iter().map(|check| (check.name, check.source))).collect()
}

/// A part of a check's documentation: the text from `opening`, such as `Traps:`, up to the next
/// part.
fn part_of(source: &str, opening: &str) -> Option<String> {
    const OPENINGS: [&str; 3] = ["Severity: ", "Example: ", "Traps: "];
    let lines = source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let text = lines.collect::<Vec<_>>().join(" ");
    let start = text.find(opening)?;
    let rest = &text[start..];
    let end = OPENINGS.iter().filter_map(|next| rest[1..].find(next).map(|at| at + 1)).min();
    Some(rest[..end.unwrap_or(rest.len())].trim().to_owned())
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
        let rules: Vec<_> = extractors().into_iter().chain(checks()).collect();
        let mut names: Vec<&str> = rules.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), rules.len());
        assert!(rules.iter().all(|(_, source)| summary(source).len() > 10));
    }

    #[test]
    fn every_check_says_its_severity_an_example_and_its_traps() {
        for (name, source) in checks() {
            for part in ["Severity:", "Example:", "Traps:"] {
                assert!(part_of(source, part).is_some_and(|text| text.len() > part.len() + 3), "{name}: {part}");
            }
        }
    }
}
