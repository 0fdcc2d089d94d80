//! `newsfacts people`.

use std::io::{BufWriter, Write, stdout};

use clap::{Args, ValueEnum};
use newsfacts::{
    check::{Subject, links},
    pipeline::with_facts,
    spill::{Filling, Scratch, packed},
    types::{Link, Places},
    write::{link_record, links_table, ndjson},
};

use super::{
    comparing::tell_each,
    input::Input,
    outcome::{EXIT_CODES, Outcome},
};

/// Print who appears in several articles, with their offices over time, as NDJSON or as a table
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct People {
    #[command(flatten)]
    input: Input,
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "ndjson")]
    format: Format,
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// NDJSON records, as `newsfacts schema` describes
    Ndjson,
    /// A table with a header, a row for each office
    Csv,
}

impl People {
    /// Writes the links to standard output, in order of the first article that names the person.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let scratch = Scratch::temporary();
        let mut seen = Filling::new(&scratch);
        let counts = self.input.run(
            |articles, pool| {
                with_facts(articles, pool, |document, facts| {
                    let places = Places::new(document.article);
                    packed(&links::seen(Subject { document, facts, places: &places }))
                })
            },
            |people| {
                seen.push(&people);
                Ok(())
            },
        )?;
        let mut out = BufWriter::new(stdout());
        let _comparing = self.input.comparing();
        let find = |found: &mut dyn FnMut(Link)| links::link_each(seen.shelf(), &scratch, found);
        if self.format == Format::Csv {
            out.write_all(links_table::CSV_HEADER.as_bytes())?;
        }
        let lines = |link: Link| match self.format {
            Format::Ndjson => ndjson::lines(&link_record::links(&[link])),
            Format::Csv => links_table::csv(&link).into_bytes(),
        };
        tell_each(&scratch, find, |link| out.write_all(&lines(link)))?;
        out.flush()?;
        Ok(counts.outcome())
    }
}
