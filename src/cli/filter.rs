//! Which findings to report: by check, by severity, and without those that were looked at before.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use newsfacts::{
    check::{across, within},
    types::{Finding, Severity},
};

use super::{ignored::Ignored, near::near};

/// Options that select findings.
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
    /// File with the findings to leave out: their ids, or the lines that `check` printed for them,
    /// which still apply when other parts of the articles change; # starts a comment
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

/// The options, with their file parsed.
#[derive(Debug)]
pub struct Filter {
    only: Vec<&'static str>,
    skip: Vec<&'static str>,
    least: Severity,
    ignored: Ignored,
}

impl FilterOptions {
    /// Reads the file of findings to leave out, if there is one.
    ///
    /// # Errors
    /// If the file cannot be read, or a line of it is not a finding.
    pub fn read(self) -> anyhow::Result<Filter> {
        let ignored = self.ignore.as_deref().map_or(Ok(Ignored::default()), Ignored::read)?;
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
    /// Whether to report a finding.
    pub fn passes(&self, finding: &Finding) -> bool {
        !self.ignored.contains(finding)
            && (self.only.is_empty() || self.only.contains(&finding.check))
            && !self.skip.contains(&finding.check)
            && finding.severity >= self.least
    }

    /// Tells on standard error how many findings of the file were not found; to be called after all
    /// findings.
    pub fn tell_not_found(&self) {
        self.ignored.remark().iter().for_each(|remark| eprintln!("newsfacts: {remark}"));
    }
}

/// The check with this name, or all checks whose name contains it.
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
        Filter { only: Vec::new(), skip: Vec::new(), least: Severity::Info, ignored: Ignored::default() }
    }

    #[test]
    fn findings_are_told_by_check_and_severity() {
        assert!(all().passes(&finding()));
        assert!(!Filter { only: vec!["within.magnitude"], ..all() }.passes(&finding()));
        assert!(!Filter { skip: vec!["within.range_order"], ..all() }.passes(&finding()));
        assert!(!Filter { least: Severity::Error, ..all() }.passes(&finding()));
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
