//! `newsfacts read`.

use std::io::{BufWriter, Write, stdout};

use clap::Args;
use newsfacts::{
    segment::segment,
    types::Article,
    write::{ndjson, record},
};

use super::{
    input::Input,
    outcome::{EXIT_CODES, Outcome},
};

/// Print articles as they were read, as NDJSON, to see what was made of a page, a table or an
/// export
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct Read {
    #[command(flatten)]
    input: Input,
}

impl Read {
    /// Writes article records to standard output.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut out = BufWriter::new(stdout());
        let counts = self.input.run(
            |articles, pool| {
                let understood = |article: &&Article| {
                    let document = segment(article, pool.pop().unwrap_or_default());
                    let lines = ndjson::lines(&[record::Record::Article(record::article(&document))]);
                    pool.push(document.recycle());
                    lines
                };
                articles.iter().map(understood).collect()
            },
            |lines| Ok(out.write_all(&lines)?),
        )?;
        out.flush()?;
        Ok(counts.outcome())
    }
}
