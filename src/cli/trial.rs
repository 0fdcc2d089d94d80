//! `newsfacts trial`.

use std::io::{Write, stdout};

use clap::Args;
use newsfacts::trial::{Settings, trial};

use super::{
    input::Input,
    outcome::{EXIT_CODES, Outcome},
};

/// Plant known slips in your own articles and print how many of them the checks find
///
/// Each slip is made in a copy of one article and checked by itself: a figure, an age, a rank or a
/// speaker that another place contradicts. Edits that change nothing, and the unchanged articles,
/// show how often the checks are wrong.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct Trial {
    #[command(flatten)]
    input: Input,
    /// Random seed; the same seed plants the same slips
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Maximum number of slips and edits of each kind
    #[arg(long, value_name = "N", default_value_t = 200)]
    of_each: usize,
    /// Number of examples to print of each kind
    #[arg(long, value_name = "N", default_value_t = 0)]
    show: usize,
}

impl Trial {
    /// Writes the tables to standard output.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let settings = Settings { seed: self.seed, of_each: self.of_each, show: self.show };
        let mut articles = Vec::new();
        let counts = self.input.run(
            |articles, _| articles.iter().map(|&article| article.clone()).collect(),
            |article| {
                articles.push(article);
                Ok(())
            },
        )?;
        stdout().write_all(trial(&articles, settings).text().as_bytes())?;
        Ok(counts.outcome())
    }
}
