//! `newsfacts people`.

use std::io::{BufWriter, Write, stdout};

use clap::Args;
use newsfacts::{
    check::{Subject, links},
    pipeline::with_facts,
    spill::{Filling, Scratch, packed},
    types::{Link, Places},
    write::{link_record, ndjson},
};

use super::{comparing::tell_each, input::Input, outcome::Outcome};

/// Print who appears in several articles, with their offices over time, as NDJSON
#[derive(Debug, Args)]
pub struct People {
    #[command(flatten)]
    input: Input,
}

impl People {
    /// Writes the links on standard output, in order of the first article that names the person.
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
        let find = |found: &mut dyn FnMut(Link)| links::link_each(seen.shelf(), &scratch, found);
        tell_each(&scratch, find, |link| out.write_all(&ndjson::lines(&link_record::links(&[link]))))?;
        out.flush()?;
        Ok(counts.outcome())
    }
}
