//! Options for reading, shared by every subcommand that reads articles.

use std::path::PathBuf;

use clap::Args;
use newsfacts::{
    pipeline,
    read::{self, Fault, Fields, Key},
    types::{ArticleFacts, Document},
};

use super::outcome::Outcome;

/// What to read, and how.
#[derive(Debug, Args)]
pub struct Input {
    /// Text files (.txt), JSON Lines (.jsonl, .ndjson), folders of them, or - for standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Read a field of JSON Lines from another key, such as text=fullText; may be given again
    #[arg(long = "field", value_name = "FIELD=KEY", value_parser = Fields::parse)]
    fields: Vec<(Key, String)>,
    /// Key of an article's story; articles are then compared only inside their story
    #[arg(long, value_name = "KEY")]
    story_field: Option<String>,
    /// Largest article to read, in megabytes
    #[arg(long, value_name = "MB", default_value_t = 10)]
    max_article: usize,
    /// Number of threads; the output does not depend on it [default: all cores]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
}

impl Input {
    /// Analyses every article on all cores and hands what `work` makes of each to `sink`, in order.
    ///
    /// Faults are told on standard error and counted; they do not end the run.
    pub fn run<T: Send>(
        self,
        work: impl Fn(&Document, &ArticleFacts) -> T + Send + Sync,
        mut sink: impl FnMut(T) -> anyhow::Result<()> + Send,
    ) -> anyhow::Result<Outcome> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(self.threads.unwrap_or(0)).build()?;
        let story = self.story_field.map(|key| (Key::Story, key));
        let fields = Fields { named: self.fields.into_iter().chain(story).collect() };
        let raw_articles = read::raw_articles(self.paths, self.max_article * 1_000_000);
        let mut outcome = Outcome::Done;
        let mut tell_or_sink = |result: Result<T, Fault>| match result {
            Ok(result) => sink(result),
            Err(fault) => {
                eprintln!("newsfacts: {fault}");
                outcome = Outcome::Faults;
                Ok(())
            }
        };
        threads.install(|| pipeline::run(raw_articles, &fields, work, &mut tell_or_sink))?;
        Ok(outcome)
    }
}
