//! `newsfacts read`.

use std::io::{BufWriter, Write, stdout};

use clap::Args;
use newsfacts::{
    segment::segment,
    write::{ndjson, record},
};

use super::{input::Input, outcome::Outcome};

/// Print articles as they were understood, as NDJSON: what a page, a table or an export was taken for
#[derive(Debug, Args)]
pub struct Read {
    #[command(flatten)]
    input: Input,
}

impl Read {
    /// Writes article records on standard output.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut out = BufWriter::new(stdout());
        let reading = self.input.run(
            |article, buffers| {
                let document = segment(article, std::mem::take(buffers));
                let lines = ndjson::lines(&[record::Record::Article(record::article(&document))]);
                *buffers = document.recycle();
                lines
            },
            |lines| Ok(out.write_all(&lines)?),
        )?;
        out.flush()?;
        Ok(reading.outcome())
    }
}
