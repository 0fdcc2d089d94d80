//! `newsfacts people`.

use std::io::{Write, stdout};

use clap::Args;
use newsfacts::{
    check::{Subject, links},
    pipeline::with_facts,
    types::Places,
    write::{link_record, ndjson},
};

use super::{input::Input, outcome::Outcome};

/// Print who appears in several articles, with their offices over time, as NDJSON
#[derive(Debug, Args)]
pub struct People {
    #[command(flatten)]
    input: Input,
}

impl People {
    /// Writes the links on standard output, in order of the first article that names the person.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut seen = Vec::new();
        let reading = self.input.run(
            |articles, pool| {
                with_facts(articles, pool, |document, facts| {
                    let places = Places::new(document.article);
                    links::seen(Subject { document, facts, places: &places })
                })
            },
            |people| {
                seen.push(people);
                Ok(())
            },
        )?;
        stdout().write_all(&ndjson::lines(&link_record::links(&links::link(seen))))?;
        Ok(reading.outcome())
    }
}
