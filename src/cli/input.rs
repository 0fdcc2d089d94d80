//! Reading, shared by every subcommand that reads articles.

use std::{collections::BTreeMap, path::PathBuf};

use clap::Args;
use newsfacts::{
    pipeline,
    read::{self, Fault, Fields, Key},
    types::{Article, Buffers},
};

use super::{outcome::Outcome, progress};

/// Megabytes of the largest article to read.
const LARGEST: usize = 10;

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
    #[arg(long, value_name = "MB", default_value_t = LARGEST)]
    max_article: usize,
    /// Number of threads; the output does not depend on it [default: all cores]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Folder that is not read although it lies in one that is.
    #[arg(skip)]
    pub left_out: Option<PathBuf>,
}

/// What became of the input.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Bytes of everything that could be read.
    pub bytes: u64,
    /// Number of inputs that could not be read, by reason.
    pub skipped: BTreeMap<&'static str, u64>,
    /// Files in folders that are of a kind not read.
    pub passed_over: u64,
}

impl Input {
    /// Reading the paths as every option is when it is not given.
    pub fn of(paths: Vec<PathBuf>) -> Self {
        Self { paths, fields: Vec::new(), story_field: None, max_article: LARGEST, threads: None, left_out: None }
    }

    /// Lets `work` at every article on all cores and hands what it makes of each to `sink`, in order.
    ///
    /// Faults are told on standard error and counted; they do not end the run.
    pub fn run<T: Send>(
        self,
        work: impl Fn(&Article, &mut Buffers) -> T + Send + Sync,
        mut sink: impl FnMut(T) -> anyhow::Result<()> + Send,
    ) -> anyhow::Result<Reading> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(self.threads.unwrap_or(0)).build()?;
        let story = self.story_field.map(|key| (Key::Story, key));
        let fields = Fields { named: self.fields.into_iter().chain(story).collect() };
        let mut raw_articles = read::raw_articles(self.paths, self.max_article.saturating_mul(1_000_000));
        if let Some(folder) = &self.left_out {
            raw_articles.leave_out(folder);
        }
        let progress = progress::bar();
        let mut reading = Reading::default();
        let counted = raw_articles.by_ref().inspect(|item| {
            let bytes = item.as_ref().map_or(0, |raw| raw.bytes.len() as u64);
            reading.bytes += bytes;
            progress.inc(bytes);
        });
        let skipped = &mut reading.skipped;
        let tell_or_sink = |result: Result<T, Fault>| match result {
            Ok(result) => sink(result),
            Err(fault) => {
                *skipped.entry(fault.reason.name()).or_default() += 1;
                progress.suspend(|| eprintln!("newsfacts: {fault}"));
                Ok(())
            }
        };
        threads.install(|| pipeline::run(counted, &fields, work, tell_or_sink))?;
        progress.finish_and_clear();
        reading.passed_over = raw_articles.passed_over;
        Ok(reading)
    }
}

impl Reading {
    /// Done, unless something could not be read.
    pub fn outcome(&self) -> Outcome {
        if self.skipped.is_empty() { Outcome::Done } else { Outcome::Faults }
    }
}
