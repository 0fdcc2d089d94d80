//! `newsfacts check`.

use std::io::{self, BufWriter, Stdout, Write, stdout};

use anyhow::Context;
use clap::{Args, ValueEnum};
use newsfacts::{
    check::across,
    pipeline::with_keys,
    spill::{Filling, Scratch, Sorter, packed},
    types::{Finding, Severity, Verdict},
    write::{
        findings_table::{self, Address},
        ndjson, record,
    },
};

use super::{
    addresses::{Addresses, address},
    comparing::{NO_ROOM, tell_each},
    filter::FilterOptions,
    input::Input,
    outcome::{EXIT_CODES_WITH_CONFLICTS, Outcome},
};

/// Check facts against each other and print the findings, as NDJSON or as a table
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES_WITH_CONFLICTS)]
pub struct Check {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    filter: FilterOptions,
    /// Output format: records in the order they are found, or a table with the most severe first
    #[arg(long, value_name = "FORMAT", default_value = "ndjson")]
    format: Format,
    /// Exit with code 1 if there is such a finding among those printed (after --only, --skip, --min-severity and
    /// --ignore), unless an input could not be read, which makes it 2
    #[arg(long, value_name = "WHAT")]
    fail_on: Option<FailOn>,
}

/// What makes the command fail with exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A finding whose verdict is "conflicts"
    Conflicts,
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// NDJSON records, as `newsfacts schema` describes
    Ndjson,
    /// One line for each: severity, verdict, sources with their words, message, check
    Text,
    /// A table with a header, with titles, addresses and places too
    Csv,
}

impl Check {
    /// Writes findings to standard output: those within each article in order of the input, then
    /// those across articles; in a table, the most severe come first.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let filter = self.filter.read()?;
        let scratch = Scratch::temporary();
        let mut output =
            Output { out: BufWriter::new(stdout()), format: self.format, lines: Sorter::new(&scratch), told: 0 };
        let (mut keys, mut addresses) = (Filling::new(&scratch), Addresses::new(&scratch));
        let is_csv = self.format == Format::Csv;
        let mut conflicts = 0;
        let mut tell = |mut findings: Vec<Finding>, address: &dyn Fn(&str) -> Address| {
            findings.retain(|finding| filter.passes(finding));
            conflicts += findings.iter().filter(|finding| finding.verdict == Verdict::Conflicts).count();
            output.tell(&findings, address)
        };
        let counts = self.input.run(
            |articles, pool| {
                with_keys(articles, pool, |document, facts, keys| {
                    (facts.findings.clone(), packed(&keys), is_csv.then(|| address(document)))
                })
            },
            |(findings, left, known)| {
                keys.push(&left);
                known.iter().for_each(|known| addresses.push(known));
                Ok(tell(findings, &|_| known.as_ref().map(|(_, address)| address.clone()).unwrap_or_default())?)
            },
        )?;
        let address = addresses.finish();
        let _comparing = self.input.comparing();
        let find = |found: &mut dyn FnMut(Finding)| across::check_each(keys.shelf(), &scratch, found);
        tell_each(&scratch, find, |finding| tell(vec![finding], &address))?;
        output.finish()?;
        scratch.result().context(NO_ROOM)?;
        filter.tell_not_found();
        Ok(match counts.outcome() {
            Outcome::Done if conflicts > 0 && self.fail_on == Some(FailOn::Conflicts) => Outcome::Conflicts,
            other => other,
        })
    }
}

/// Standard output, with the lines of a table that wait to be sorted.
struct Output {
    out: BufWriter<Stdout>,
    format: Format,
    /// How far each is below the highest severity, the number of the finding, and its line.
    lines: Sorter<(u8, u64, String)>,
    told: u64,
}

impl Output {
    fn tell(&mut self, findings: &[Finding], address: &dyn Fn(&str) -> Address) -> io::Result<()> {
        let line = |finding: &Finding| match self.format {
            Format::Csv => findings_table::csv(finding, address),
            _ => findings_table::text(finding),
        };
        if self.format == Format::Ndjson {
            return self.out.write_all(&ndjson::lines(&record::findings(findings)));
        }
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
