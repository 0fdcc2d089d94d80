//! `newsfacts run`.

use std::{path::PathBuf, time::Instant};

use anyhow::Context;
use clap::Args;
use newsfacts::{
    check::{Subject, across, links},
    pipeline::with_keys,
    types::Places,
    write::{Folder, Prepared, link_record, record},
};

use super::{input::Input, outcome::Outcome, summary::Summary};

/// Read, extract, cross-check, and write facts.ndjson and facts.sqlite: the main job
#[derive(Debug, Args)]
pub struct Run {
    #[command(flatten)]
    input: Input,
    /// Folder to write to; it is made where it does not exist
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

impl Run {
    /// Writes the files and tells the summary on standard error.
    pub fn run(mut self) -> anyhow::Result<Outcome> {
        let started = Instant::now();
        let mut folder =
            Folder::create(&self.out).with_context(|| format!("cannot write to {}", self.out.display()))?;
        self.input.left_out = Some(self.out);
        let mut summary = Summary::default();
        let (mut keys, mut seen) = (Vec::new(), Vec::new());
        let reading = self.input.run(
            |article, buffers| {
                with_keys(article, buffers, |document, facts, keys| {
                    let places = Places::new(document.article);
                    let seen = links::seen(Subject { document, facts, places: &places });
                    ((keys, seen), Summary::of(facts), Prepared::new(&record::records(document, facts)))
                })
            },
            |((key, people), counted, prepared)| {
                keys.push(key);
                seen.push(people);
                summary.add(&counted);
                Ok(folder.write(&prepared)?)
            },
        )?;
        for finding in across::check(keys) {
            let finding = [finding];
            summary.count_findings(&finding);
            folder.write(&Prepared::new(&record::findings(&finding)))?;
        }
        for some in links::link(seen).chunks(1000) {
            folder.write(&Prepared::new(&link_record::links(some)))?;
        }
        folder.finish()?;
        eprint!("{}", summary.text(&reading, started.elapsed()));
        Ok(reading.outcome())
    }
}
