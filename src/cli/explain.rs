//! `newsfacts explain`.

use std::io::{BufWriter, IsTerminal, Write, stdout};

use clap::Args;
use newsfacts::{
    check::across,
    pipeline::with_keys,
    spill::{Filling, Scratch, packed},
    types::Finding,
    write::explain,
};

use super::{
    comparing::tell_each,
    filter::FilterOptions,
    input::Input,
    outcome::{EXIT_CODES, Outcome},
};

/// Print each article with carets under every fact, what was understood beside them, findings below
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct Explain {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    filter: FilterOptions,
}

impl Explain {
    /// Writes articles in order of the input, then the findings across them; in colour on a
    /// terminal unless the environment sets `NO_COLOR`.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let filter = self.filter.read()?;
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let explain = explain::Explain { colour: stdout().is_terminal() && !no_colour };
        let mut out = BufWriter::new(stdout());
        let scratch = Scratch::temporary();
        let mut keys = Filling::new(&scratch);
        let counts = self.input.run(
            |articles, pool| {
                with_keys(articles, pool, |document, facts, keys| {
                    (explain.article(document, facts, |finding| filter.passes(finding)), packed(&keys))
                })
            },
            |(text, left)| {
                keys.push(&left);
                Ok(out.write_all(text.as_bytes())?)
            },
        )?;
        let find = |found: &mut dyn FnMut(Finding)| across::check_each(keys.shelf(), &scratch, found);
        let told = |finding: &Finding| if filter.passes(finding) { explain.findings([finding]) } else { String::new() };
        tell_each(&scratch, find, |finding| out.write_all(told(&finding).as_bytes()))?;
        out.flush()?;
        filter.tell_not_found();
        Ok(counts.outcome())
    }
}
