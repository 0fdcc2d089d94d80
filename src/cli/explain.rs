//! `newsfacts explain`.

use std::io::{BufWriter, IsTerminal, Write, stdout};

use clap::Args;
use newsfacts::{check::across, pipeline::with_keys, write::explain};

use super::{input::Input, outcome::Outcome};

/// Print each article with carets under every fact, what was understood beside them, findings below
#[derive(Debug, Args)]
pub struct Explain {
    #[command(flatten)]
    input: Input,
}

impl Explain {
    /// Prints articles in order of the input, then the findings across them; in colour on a terminal
    /// unless the environment sets `NO_COLOR`.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let explain = explain::Explain { colour: stdout().is_terminal() && !no_colour };
        let mut out = BufWriter::new(stdout());
        let mut keys = Vec::new();
        let reading = self.input.run(
            |articles, pool| {
                with_keys(articles, pool, |document, facts, keys| (explain.article(document, facts), keys))
            },
            |(text, key)| {
                keys.push(key);
                Ok(out.write_all(text.as_bytes())?)
            },
        )?;
        out.write_all(explain.findings(&across::check(keys)).as_bytes())?;
        out.flush()?;
        Ok(reading.outcome())
    }
}
