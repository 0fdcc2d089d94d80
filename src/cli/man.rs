//! `newsfacts man`.

use std::io::{Write, stdout};

use anyhow::bail;
use clap::{Args, CommandFactory};

use super::{Cli, outcome::Outcome};

/// Print the manual pages
#[derive(Debug, Args)]
pub struct Man {
    /// The command whose page to print, newsfacts for that of all [default: every page]
    #[arg(value_name = "COMMAND")]
    name: Option<String>,
}

impl Man {
    /// Prints the page of the command and those of its subcommands, or one of them, in roff.
    pub fn run(self) -> anyhow::Result<Outcome> {
        // No page is of `help`, so that none must refer to it.
        let mut command = Cli::command().disable_help_subcommand(true);
        command.build();
        let mut pages = vec![("newsfacts", command.clone())];
        pages.extend(command.get_subcommands().map(|subcommand| (subcommand.get_name(), subcommand.clone())));
        let mut text = Vec::new();
        for (_, page) in pages.iter().filter(|(name, _)| self.name.as_deref().is_none_or(|wanted| wanted == *name)) {
            clap_mangen::Man::new(page.clone()).render(&mut text)?;
        }
        if text.is_empty() {
            let names: Vec<&str> = pages.iter().map(|(name, _)| *name).collect();
            bail!("no such command; there are pages of {}", names.join(", "));
        }
        stdout().write_all(&text)?;
        Ok(Outcome::Done)
    }
}
