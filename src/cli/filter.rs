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

/// What of the findings to tell.
#[derive(Debug, Args)]
pub struct FilterOptions {
    /// Tell only what this check finds, as `newsfacts list` names it; may be given again, or several joined by commas
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = check_name)]
    only: Vec<&'static str>,
    /// Leave out what this check finds; may be given again, or several joined by commas
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = check_name)]
    skip: Vec<&'static str>,
    /// Least severity to tell
    #[arg(long, value_name = "SEVERITY", default_value = "info")]
    min_severity: Level,
    /// File of ids of findings, one a line, that are not told again; what follows # is a comment
    #[arg(long, value_name = "FILE")]
    ignore: Option<PathBuf>,
}

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
        Ok(Filter { only: self.only, skip: self.skip, least, ignored })
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

/// The check of this name.
fn check_name(name: &str) -> Result<&'static str, String> {
    let names = || within::CHECKS.iter().map(|check| check.name).chain(across::CHECKS.iter().map(|check| check.name));
    names().find(|known| *known == name).ok_or_else(|| {
        let near: Vec<&str> = names().filter(|known| is_near(known, name)).collect();
        let meant = if near.is_empty() { String::new() } else { format!(" (is it {}?)", near.join(" or ")) };
        format!("no such check{meant}; `newsfacts list` names them all")
    })
}

/// Whether a name may be meant by what was typed: with or without its scope, but for two letters.
fn is_near(name: &str, typed: &str) -> bool {
    let bare = name.split_once('.').map_or(name, |(_, bare)| bare);
    !typed.is_empty() && [name, bare].iter().any(|name| name.ends_with(typed) || strsim::levenshtein(name, typed) <= 2)
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
    fn an_unknown_check_is_refused_and_those_near_it_are_named() {
        assert_eq!(check_name("within.magnitude"), Ok("within.magnitude"));
        let told = |name: &str| check_name(name).unwrap_err();
        assert_eq!(told("within.nothing"), "no such check; `newsfacts list` names them all");
        for (typed, meant) in [
            ("headline_figure", "is it within.headline_figure?"),
            ("within.magnitud", "is it within.magnitude?"),
            ("two_speakers", "is it within.two_speakers or across.two_speakers?"),
            ("imposible_date", "is it within.impossible_date?"),
        ] {
            assert!(told(typed).contains(meant), "{}", told(typed));
        }
    }
}
