//! `newsfacts schema`.

use std::io::{Write, stdout};

use clap::Args;
use newsfacts::write::record;

use super::outcome::Outcome;

/// Print the JSON Schema (2020-12) of every record
#[derive(Debug, Args)]
pub struct Schema {}

impl Schema {
    /// Writes the schema to standard output.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let schema = serde_json::to_string_pretty(&record::schema())?;
        writeln!(stdout(), "{schema}")?;
        Ok(Outcome::Done)
    }
}
