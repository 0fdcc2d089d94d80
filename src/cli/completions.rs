//! `newsfacts completions`.

use std::io::{Write, stdout};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, outcome::Outcome};

/// Print completions for a shell
#[derive(Debug, Args)]
pub struct Completions {
    shell: Shell,
}

impl Completions {
    /// Writes the script to standard output.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "newsfacts", &mut script);
        stdout().write_all(&script)?;
        Ok(Outcome::Done)
    }
}
