//! `newsfacts check`.

use std::io::{BufWriter, Write, stdout};

use clap::{Args, ValueEnum};
use newsfacts::{
    check::across,
    pipeline::with_keys,
    spill::{Filling, Scratch, packed},
    types::{Finding, Verdict},
    write::{ndjson, record},
};

use super::{comparing::tell_each, filter::FilterOptions, input::Input, outcome::Outcome};

/// Print what checking facts against each other found, as NDJSON
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    filter: FilterOptions,
    /// Exit with code 1 if there is one
    #[arg(long, value_name = "WHAT")]
    fail_on: Option<FailOn>,
}

/// What makes the command fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A finding whose verdict is "conflicts"
    Conflicts,
}

impl Check {
    /// Writes the findings on standard output: those within each article in order of the input, then
    /// those across articles.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let filter = self.filter.read()?;
        let mut out = BufWriter::new(stdout());
        let scratch = Scratch::temporary();
        let mut keys = Filling::new(&scratch);
        let mut conflicts = 0;
        let mut tell = |mut findings: Vec<Finding>| {
            findings.retain(|finding| filter.passes(finding));
            conflicts += findings.iter().filter(|finding| finding.verdict == Verdict::Conflicts).count();
            out.write_all(&ndjson::lines(&record::findings(&findings)))
        };
        let counts = self.input.run(
            |articles, pool| with_keys(articles, pool, |_, facts, keys| (facts.findings.clone(), packed(&keys))),
            |(findings, left)| {
                keys.push(&left);
                Ok(tell(findings)?)
            },
        )?;
        let find = |found: &mut dyn FnMut(Finding)| across::check_each(keys.shelf(), &scratch, found);
        tell_each(&scratch, find, |finding| tell(vec![finding]))?;
        out.flush()?;
        Ok(match counts.outcome() {
            Outcome::Done if conflicts > 0 && self.fail_on == Some(FailOn::Conflicts) => Outcome::Conflicts,
            other => other,
        })
    }
}
