//! `newsfacts check`.

use std::io::{self, BufWriter, Stdout, Write, stdout};

use anyhow::Context;
use clap::{Args, ValueEnum};
use newsfacts::{
    check::across,
    pipeline::with_keys,
    spill::{Filling, Scratch, Sorter, packed},
    types::{Finding, Severity, Verdict},
    write::{findings_table, ndjson, record},
};

use super::{
    comparing::{NO_ROOM, tell_each},
    filter::FilterOptions,
    input::Input,
    outcome::Outcome,
};

/// Print what checking facts against each other found, as NDJSON or as a table
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    filter: FilterOptions,
    /// How to print them: a record each in the order they are found, or tables for people, the gravest first
    #[arg(long, value_name = "FORMAT", default_value = "ndjson")]
    format: Format,
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

/// What the findings are printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Records, as `newsfacts schema` tells
    Ndjson,
    /// A line each: severity, sources with the words there, message
    Text,
    /// A table with a header
    Csv,
}

impl Check {
    /// Writes the findings on standard output: those within each article in order of the input, then
    /// those across articles; of tables the gravest first.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let filter = self.filter.read()?;
        let scratch = Scratch::temporary();
        let mut output =
            Output { out: BufWriter::new(stdout()), format: self.format, lines: Sorter::new(&scratch), told: 0 };
        let mut keys = Filling::new(&scratch);
        let mut conflicts = 0;
        let mut tell = |mut findings: Vec<Finding>| {
            findings.retain(|finding| filter.passes(finding));
            conflicts += findings.iter().filter(|finding| finding.verdict == Verdict::Conflicts).count();
            output.tell(&findings)
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
        output.finish()?;
        scratch.result().context(NO_ROOM)?;
        Ok(match counts.outcome() {
            Outcome::Done if conflicts > 0 && self.fail_on == Some(FailOn::Conflicts) => Outcome::Conflicts,
            other => other,
        })
    }
}

/// Standard output, and what of a table waits until its lines can be put in order.
struct Output {
    out: BufWriter<Stdout>,
    format: Format,
    /// How far from the gravest severity, the number of the finding, and its line.
    lines: Sorter<(u8, u64, String)>,
    told: u64,
}

impl Output {
    fn tell(&mut self, findings: &[Finding]) -> io::Result<()> {
        let line = match self.format {
            Format::Ndjson => return self.out.write_all(&ndjson::lines(&record::findings(findings))),
            Format::Text => findings_table::text,
            Format::Csv => findings_table::csv,
        };
        for finding in findings {
            self.lines.push((Severity::Error as u8 - finding.severity as u8, self.told, line(finding)));
            self.told += 1;
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        if self.format == Format::Csv {
            self.out.write_all(findings_table::CSV_HEADER.as_bytes())?;
        }
        for (_, _, line) in self.lines.sorted().iter() {
            self.out.write_all(line.as_bytes())?;
        }
        self.out.flush()
    }
}
