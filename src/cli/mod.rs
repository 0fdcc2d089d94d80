//! The command line: one struct for each subcommand, in its own file.

mod addresses;
mod base;
mod check;
mod comparing;
mod completions;
mod explain;
mod extract;
mod filter;
mod ignored;
mod input;
mod list;
mod man;
mod missing_key;
mod near;
mod outcome;
mod outdated;
mod people;
mod progress;
mod read;
mod run;
mod schema;
mod score;
mod summary;
mod trial;
mod values;

use clap::{Parser, Subcommand};

use outcome::Outcome;

/// Figures, quotes and named officials out of news articles, cross-checked.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, after_help = EXAMPLES_AND_EXIT_CODES)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES_AND_EXIT_CODES: &str = "\
Examples:
  newsfacts run articles --out out   facts and findings of a folder, in files
  newsfacts explain article.txt      one article, with carets under its facts
  newsfacts check articles           findings within and across articles

Exit codes: 0 done; 1 conflicts found and --fail-on conflicts given; 2 wrong usage, or an input could \
                          not be read or an output not written (2 takes precedence over 1).";

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::Run),
    Read(read::Read),
    Extract(extract::Extract),
    Check(check::Check),
    Trial(trial::Trial),
    People(people::People),
    Explain(explain::Explain),
    List(list::List),
    Schema(schema::Schema),
    Score(score::Score),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Cli {
    /// Runs the subcommand.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self.command {
            Command::Run(run) => run.run(),
            Command::Read(read) => read.run(),
            Command::Extract(extract) => extract.run(),
            Command::Check(check) => check.run(),
            Command::Trial(trial) => trial.run(),
            Command::People(people) => people.run(),
            Command::Explain(explain) => explain.run(),
            Command::List(list) => list.run(),
            Command::Schema(schema) => schema.run(),
            Command::Score(score) => score.run(),
            Command::Completions(completions) => completions.run(),
            Command::Man(man) => man.run(),
        }
    }
}
