//! Which findings to tell: by check, by severity, and without those that were looked at before.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use newsfacts::{
    check::{across, within},
    types::{Finding, Severity},
};

use super::near::near;

/// What of the findings to tell.
#[derive(Debug, Args)]
pub struct FilterOptions {
    /// Report only the findings of this check, or of those whose name contains this, such as across (names: `newsfacts
    /// list`); can be repeated or separated by commas
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = checks_named)]
    only: Vec<Names>,
    /// Leave out the findings of this check, or of those whose name contains this; can be repeated or separated by
    /// commas
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = checks_named)]
    skip: Vec<Names>,
    /// Lowest severity to report
    #[arg(long, value_name = "SEVERITY", default_value = "info")]
    min_severity: Level,
    /// File with the ids of findings to leave out, one per line; # starts a comment
    #[arg(long, value_name = "FILE")]
    ignore: Option<PathBuf>,
}

/// The checks that one value of an option names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Names(Vec<&'static str>);

/// A severity on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Level {
    Info,
    Warning,
    Error,
}

/// The options, with their file read.
#[derive(Debug)]
pub struct Filter {
    only: Vec<&'static str>,
    skip: Vec<&'static str>,
    least: Severity,
    ignored: BTreeSet<String>,
}

impl FilterOptions {
    /// Reads the file of ids, if there is one.
    ///
    /// # Errors
    /// Where it cannot be read, or a line of it is no id.
    pub fn read(self) -> anyhow::Result<Filter> {
        let ignored = self.ignore.as_deref().map_or(Ok(BTreeSet::new()), ignored)?;
        let least = match self.min_severity {
            Level::Info => Severity::Info,
            Level::Warning => Severity::Warning,
            Level::Error => Severity::Error,
        };
        let all = |names: Vec<Names>| names.into_iter().flat_map(|Names(names)| names).collect();
        Ok(Filter { only: all(self.only), skip: all(self.skip), least, ignored })
    }
}

impl Filter {
    /// Whether to tell a finding.
    pub fn passes(&self, finding: &Finding) -> bool {
        (self.only.is_empty() || self.only.contains(&finding.check))
            && !self.skip.contains(&finding.check)
            && finding.severity >= self.least
            && (self.ignored.is_empty() || !self.ignored.contains(&finding.id().to_string()))
    }
}

/// The ids of a file.
fn ignored(file: &Path) -> anyhow::Result<BTreeSet<String>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let ids = text.lines().zip(1..).filter_map(|(line, number)| Some((ignored_id(line)?, number)));
    ids.map(|(id, number)| match is_id(&id) {
        true => Ok(id),
        false => {
            bail!("{}:{number}: {id:?} is no finding's id; copy its \"id\", and put # before a note", file.display())
        }
    })
    .collect()
}

/// Sixteen hexadecimal digits.
fn is_id(id: &str) -> bool {
    id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase())
}

/// The id on a line, without what follows `#`; `None` where nothing else stands there.
fn ignored_id(line: &str) -> Option<String> {
    let id = line.split('#').next().unwrap_or_default().trim();
    (!id.is_empty()).then(|| id.to_owned())
}

/// The check of this name, or all that have it in their names.
fn checks_named(name: &str) -> Result<Names, String> {
    let names = || within::CHECKS.iter().map(|check| check.name).chain(across::CHECKS.iter().map(|check| check.name));
    let exactly: Vec<_> = names().filter(|known| *known == name).collect();
    let containing: Vec<_> = names().filter(|known| !name.is_empty() && known.contains(name)).collect();
    match (exactly.is_empty(), containing.is_empty()) {
        (false, _) => Ok(Names(exactly)),
        (_, false) => Ok(Names(containing)),
        _ => {
            let near = near(name, names());
            let meant = if near.is_empty() { String::new() } else { format!(" (is it {}?)", near.join(" or ")) };
            Err(format!("no check has that in its name{meant}; `newsfacts list` prints all names"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsfacts::types::{Scope, Verdict};

    fn finding() -> Finding {
        Finding {
            check: "within.range_order",
            scope: Scope::Within,
            verdict: Verdict::Conflicts,
            severity: Severity::Warning,
            message: String::new(),
            evidence: Vec::new(),
        }
    }

    fn all() -> Filter {
        Filter { only: Vec::new(), skip: Vec::new(), least: Severity::Info, ignored: BTreeSet::new() }
    }

    #[test]
    fn findings_are_told_by_check_and_severity() {
        assert!(all().passes(&finding()));
        assert!(!Filter { only: vec!["within.magnitude"], ..all() }.passes(&finding()));
        assert!(!Filter { skip: vec!["within.range_order"], ..all() }.passes(&finding()));
        assert!(!Filter { least: Severity::Error, ..all() }.passes(&finding()));
    }

    #[test]
    fn an_ignored_finding_is_not_told_again() {
        let line = format!("{}  # looked at in May", finding().id());
        let ignored = [line.as_str(), "", "# nothing"].into_iter().filter_map(ignored_id).collect();
        assert!(!Filter { ignored, ..all() }.passes(&finding()));
    }

    #[test]
    fn only_ids_are_ids() {
        assert!(is_id(&finding().id().to_string()));
        for wrong in ["", "hello world", "within.magnitude", "0123456789ABCDEF", "0123456789abcdef0"] {
            assert!(!is_id(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_part_of_a_name_stands_for_all_that_have_it() {
        let named = |name: &str| checks_named(name).map(|Names(names)| names);
        assert_eq!(named("within.magnitude"), Ok(vec!["within.magnitude"]));
        assert_eq!(named("two_speakers"), Ok(vec!["within.two_speakers", "across.two_speakers"]));
        assert_eq!(named("within").map(|names| names.len()), Ok(within::CHECKS.len()));
        assert_eq!(named("across").map(|names| names.len()), Ok(across::CHECKS.len()));
    }

    #[test]
    fn an_unknown_check_is_refused_and_those_near_it_are_named() {
        let told = |name: &str| checks_named(name).unwrap_err();
        assert_eq!(told("within.nothing"), "no check has that in its name; `newsfacts list` prints all names");
        assert_eq!(told(""), "no check has that in its name; `newsfacts list` prints all names");
        for (typed, meant) in
            [("within.magnitudes", "is it within.magnitude?"), ("imposible_date", "is it within.impossible_date?")]
        {
            assert!(told(typed).contains(meant), "{}", told(typed));
        }
    }
}
