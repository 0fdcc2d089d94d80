//! `newsfacts man`.

use std::io::{self, Write, stdout};

use anyhow::bail;
use clap::{Args, Command, CommandFactory, builder::Resettable};

use super::{Cli, outcome::Outcome};

/// Print the manual pages
#[derive(Debug, Args)]
pub struct Man {
    /// The command whose page to print, or newsfacts for the overview [default: every page]
    #[arg(value_name = "COMMAND")]
    name: Option<String>,
}

impl Man {
    /// Writes the page of the command and those of its subcommands, or only one of them, in roff.
    pub fn run(self) -> anyhow::Result<Outcome> {
        // There is no page of `help`, so none must refer to it.
        let mut command = Cli::command().disable_help_subcommand(true);
        command.build();
        let mut pages = vec![("newsfacts", command.clone())];
        pages.extend(command.get_subcommands().map(|subcommand| (subcommand.get_name(), subcommand.clone())));
        let mut text = Vec::new();
        for (_, page) in pages.iter().filter(|(name, _)| self.name.as_deref().is_none_or(|wanted| wanted == *name)) {
            render(page, &mut text)?;
        }
        if text.is_empty() {
            let names: Vec<&str> = pages.iter().map(|(name, _)| *name).collect();
            bail!("no such command; there are pages of {}", names.join(", "));
        }
        stdout().write_all(&text)?;
        Ok(Outcome::Done)
    }
}

/// Writes a page, with the paragraphs after the options of the help as sections of their own.
fn render(page: &Command, text: &mut Vec<u8>) -> io::Result<()> {
    let behind = page.get_after_help().map(ToString::to_string).unwrap_or_default();
    let source = concat!("newsfacts ", env!("CARGO_PKG_VERSION"));
    let man = clap_mangen::Man::new(page.clone().after_help(Resettable::Reset)).source(source);
    man.render(text)?;
    for part in behind.split("\n\n").filter(|part| !part.is_empty()) {
        let (heading, rest) = part.split_once(':').unwrap_or(("Notes", part));
        let heading = if heading == "Exit codes" { "EXIT STATUS".to_owned() } else { heading.to_uppercase() };
        let lines: Vec<&str> = rest.trim_start_matches('\n').lines().collect();
        let escaped = lines.iter().map(|line| line.replace('\\', "\\\\").replace('-', "\\-")).collect::<Vec<_>>();
        let (open, close) = if lines.len() > 1 { (".nf\n", "\n.fi") } else { ("", "") };
        writeln!(text, ".SH \"{heading}\"\n{open}{}{close}", escaped.join("\n").trim_start_matches(' '))?;
    }
    Ok(())
}
