//! `newsfacts extract`.

use std::io::{BufWriter, Write, stdout};

use clap::Args;
use newsfacts::{
    pipeline::with_facts,
    write::{ndjson, record},
};

use super::{
    input::Input,
    outcome::{EXIT_CODES, Outcome},
};

/// Print articles, the facts in them and what the checks find inside each, as NDJSON
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct Extract {
    #[command(flatten)]
    input: Input,
}

impl Extract {
    /// Writes the records to standard output.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut out = BufWriter::new(stdout());
        let counts = self.input.run(
            |articles, pool| {
                with_facts(articles, pool, |document, facts| ndjson::lines(&record::records(document, facts)))
            },
            |lines| Ok(out.write_all(&lines)?),
        )?;
        out.flush()?;
        Ok(counts.outcome())
    }
}
