//! Reading articles, shared by all subcommands that do so.

use std::{
    cmp::Ordering,
    collections::BTreeMap,
    path::PathBuf,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
};

use anyhow::anyhow;
use clap::Args;
use jiff::civil::Date;
use newsfacts::{
    pipeline::{self, Pool},
    read::{self, ArticleField, Fault, Fields, PassedOver, Place, Reason, Seen, Selection},
    types::Article,
};

use super::{
    missing_key,
    outcome::Outcome,
    progress::{Progress, Shown, Waiting},
    values::{self, Order},
};

/// Options on what to read, and how.
#[derive(Debug, Args)]
pub struct Input {
    /// Files in any supported format, folders of them, or - for standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Read a field from another key of the record, such as text=fullText; the usual keys are read where a record has
    /// no such key; can be repeated
    #[arg(long = "field", value_name = "FIELD=KEY", value_parser = Fields::parse)]
    fields: Vec<(ArticleField, String)>,
    /// Publication date of articles that give none, such as 2015-09-23
    #[arg(long, value_name = "DAY", value_parser = values::day)]
    date: Option<Date>,
    /// Whether the day or the month comes first in dates such as 03/04/2015, which are not read
    /// without this
    #[arg(long, value_name = "ORDER")]
    date_order: Option<Order>,
    /// Key that holds an article's story; only articles of the same story are then compared
    #[arg(long, value_name = "KEY")]
    story_field: Option<String>,
    /// Largest article to read, such as 500KB; a number alone is in megabytes
    #[arg(long, value_name = "SIZE", default_value = "10MB", value_parser = values::size)]
    max_article: usize,
    /// Stop at the first input that cannot be read
    #[arg(long)]
    strict: bool,
    /// How to show progress
    #[arg(long, value_name = "HOW", default_value = "auto")]
    pub progress: Shown,
    /// Number of threads; the output does not depend on it [default: all cores]
    #[arg(long, value_name = "N", value_parser = values::threads)]
    threads: Option<usize>,
    /// Folder that is not read although it is inside one that is read.
    #[arg(skip)]
    pub left_out: Option<PathBuf>,
}

/// Maximum number of faults of one kind that are printed.
const TOLD: u64 = 20;

/// What was read of the input, and what was not.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Total length of the texts of these articles, in bytes.
    pub bytes: u64,
    /// Number of articles that were read.
    pub articles: u64,
    /// Number of inputs that could not be read, by reason.
    pub skipped: BTreeMap<String, u64>,
    /// Files in folders that were skipped, since their types are not supported.
    pub passed_over: PassedOver,
}

impl Input {
    /// Reads the paths with every option at its default, and without showing progress.
    pub fn of(paths: Vec<PathBuf>) -> Self {
        Self {
            paths,
            fields: Vec::new(),
            date: None,
            date_order: None,
            story_field: None,
            max_article: read::LARGEST,
            strict: false,
            progress: Shown::None,
            threads: None,
            left_out: None,
        }
    }

    /// The keys under which records have their fields.
    pub fn fields(&self) -> Fields {
        let story = self.story_field.iter().map(|key| (ArticleField::Story, key.clone()));
        Fields::new(self.fields.iter().cloned().chain(story).collect(), self.date, self.date_order.map(Into::into))
    }

    /// What to read, if an earlier run has read nothing of it.
    pub fn selection(&self) -> Selection {
        Selection {
            paths: self.paths.clone(),
            left_out: self.left_out.clone(),
            limit: self.max_article,
            fields: self.fields(),
            ..Selection::default()
        }
    }

    /// The options that change what is found in an input.
    pub fn settings(&self) -> Vec<String> {
        let mut settings = vec![format!("--max-article {}B", self.max_article)];
        settings.extend(self.fields().named.iter().map(|(key, name)| format!("--field {}={name}", key.name())));
        settings.extend(self.date.map(|day| format!("--date {day}")));
        settings.extend(self.date_order.map(|order| format!("--date-order {order:?}").to_lowercase()));
        settings
    }

    /// Calls `work` for every article on all cores and passes the results to `sink`, in the order
    /// of the input.
    ///
    /// Faults are printed on standard error and counted; only with `--strict` do they end the run.
    pub fn run<T: Send>(
        &self,
        work: impl Fn(&[&Article], &mut Pool) -> Vec<T> + Send + Sync,
        mut sink: impl FnMut(T) -> anyhow::Result<()> + Send,
    ) -> anyhow::Result<Counts> {
        let counts = self.run_all(self.selection(), &mut Seen::default(), work, |_, result| match result {
            Some(Ok(result)) => sink(result),
            _ => Ok(()),
        })?;
        counts.tell_passed_over();
        counts.tell_if_nothing(&self.paths);
        Ok(counts)
    }

    /// Shows that the articles are being compared, until the result is dropped.
    pub fn comparing(&self) -> Waiting {
        Waiting::start(self.progress, "comparing articles")
    }

    /// Like [`Input::run`] for a selection of the input. `sink` also receives faults, and `None`
    /// for records that are not articles.
    pub fn run_all<T: Send>(
        &self,
        selection: Selection,
        seen: &mut Seen,
        work: impl Fn(&[&Article], &mut Pool) -> Vec<T> + Send + Sync,
        mut sink: impl FnMut(&Place, Option<Result<T, &Fault>>) -> anyhow::Result<()> + Send,
    ) -> anyhow::Result<Counts> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(self.threads.unwrap_or(0)).build()?;
        let fields = self.fields();
        let (mut counts, bytes) = (Counts::default(), AtomicU64::new(0));
        let counted = |articles: &[&Article], pool: &mut Pool| {
            let length: usize = articles.iter().map(|article| article.text.len()).sum();
            bytes.fetch_add(length as u64, Relaxed);
            work(articles, pool)
        };
        let mut files = read::raw_articles(selection.clone());
        let progress = Progress::start(self.progress, selection, &files);
        let tell_or_sink = |place: &Place, result: Option<Result<T, Fault>>| {
            progress.item(matches!(result, Some(Ok(_))));
            match result {
                Some(Err(fault)) => {
                    counts.tell(&fault, &progress);
                    sink(place, Some(Err(&fault)))?;
                    if self.strict && !Reason::is_harmless(fault.reason.name()) {
                        Err(anyhow!("stopped there, as --strict asks"))
                    } else {
                        Ok(())
                    }
                }
                Some(Ok(result)) => {
                    counts.articles += 1;
                    sink(place, Some(Ok(result)))
                }
                None => sink(place, None),
            }
        };
        threads.install(|| pipeline::run(files.by_ref(), &fields, seen, counted, tell_or_sink))?;
        progress.finish();
        counts.bytes = bytes.into_inner();
        seen.remarks().for_each(|remark| eprintln!("newsfacts: {remark}"));
        if counts.articles > 0 || !counts.skipped.is_empty() {
            fields.missing().iter().for_each(|missing| eprintln!("newsfacts: {}", missing_key::message(missing)));
        }
        counts.passed_over = files.passed_over();
        Ok(counts)
    }
}

impl Counts {
    /// Counts a fault and prints it on standard error: of articles that were read before only the
    /// first, of other kinds the first few.
    fn tell(&mut self, fault: &Fault, progress: &Progress) {
        let name = fault.reason.name();
        let count = self.skipped.entry(name.to_owned()).or_default();
        *count += 1;
        let (most, further) = match fault.reason {
            Reason::Repeated(_) => (1, "repetitions".to_owned()),
            _ => (TOLD, format!("inputs that are {name}")),
        };
        match (*count).cmp(&most) {
            Ordering::Less => progress.tell(&format!("newsfacts: {fault}")),
            Ordering::Equal => {
                progress.tell(&format!("newsfacts: {fault}; further {further} are counted but not shown"))
            }
            Ordering::Greater => {}
        }
    }

    /// Tells on standard error that no article was found, unless something else was printed.
    pub fn tell_if_nothing(&self, paths: &[PathBuf]) {
        if self.articles > 0 || !self.skipped.is_empty() {
            return;
        }
        let paths: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        eprintln!("newsfacts: no articles found in {}", paths.join(", "));
    }

    /// Tells on standard error which files were skipped because of their types.
    pub fn tell_passed_over(&self) {
        if self.passed_over.count > 0 {
            eprintln!("newsfacts: {}", self.passed_over);
        }
    }

    /// The outcome: done, unless something could not be read.
    pub fn outcome(&self) -> Outcome {
        let harmless = self.skipped.keys().all(|reason| Reason::is_harmless(reason));
        if harmless { Outcome::Done } else { Outcome::Faults }
    }
}
