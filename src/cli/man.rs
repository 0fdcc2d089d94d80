//! `newsfacts man`.

use std::io::{Write, stdout};

use clap::{Args, CommandFactory};

use super::{Cli, outcome::Outcome};

/// Print the manual page
#[derive(Debug, Args)]
pub struct Man {}

impl Man {
    /// Prints the page of the command and those of its subcommands, in roff.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut command = Cli::command();
        command.build();
        let mut page = Vec::new();
        clap_mangen::Man::new(command.clone()).render(&mut page)?;
        for subcommand in command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help") {
            clap_mangen::Man::new(subcommand.clone()).render(&mut page)?;
        }
        stdout().write_all(&page)?;
        Ok(Outcome::Done)
    }
}
