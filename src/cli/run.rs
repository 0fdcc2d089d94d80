//! `newsfacts run`.

use std::{cell::RefCell, fs, path::PathBuf, sync::mpsc, thread, time::Instant};

use anyhow::{Context, bail};
use clap::Args;
use newsfacts::{
    check::{
        Subject,
        across::{self, Keys},
        links::{self, link_each},
    },
    pipeline::{Pool, with_keys},
    read::{self, Known, Reason, Seen, Selection, Source},
    spill::Scratch,
    types::{Article, ArticleFacts, Document, Places},
    write::{Earlier, Encoded, Folder, Left, SourceState, clear, link_record, lock, record},
};
use xxhash_rust::xxh3::Xxh3Default;

use super::{
    base,
    input::{Counts, Input},
    list,
    outcome::{EXIT_CODES, Outcome},
    outdated::{forget_changed, tell_gone},
    progress::Shown,
    summary::Summary,
};

/// Maximum number of findings, and of links, that wait to be written.
const WAITING: usize = 256;

/// Read, extract, cross-check, and write facts.ndjson, facts.sqlite and skipped.ndjson: the main job
///
/// Run again after an interruption, it resumes where it stopped. Run again later, it reads only new or changed files.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct Run {
    #[command(flatten)]
    input: Input,
    /// Folder to write to; created if it does not exist
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Delete what an earlier run wrote there and start over
    #[arg(long)]
    restart: bool,
}

impl Run {
    /// Writes the files, and the summary to standard error.
    pub fn run(mut self) -> anyhow::Result<Outcome> {
        let started = Instant::now();
        // This command writes nothing to standard output.
        if self.input.progress == Shown::Auto {
            self.input.progress = Shown::Bar;
        }
        self.refuse_out()?;
        let _lock = lock(&self.out).with_context(|| self.cannot_write())?;
        if self.restart {
            clear(&self.out).with_context(|| self.cannot_write())?;
        }
        let mut earlier = Earlier::of(&self.out, &settings(&self.input)).with_context(|| self.cannot_write())?;
        base::enter(&mut self.out, &mut self.input.paths, &mut earlier.state.base)?;
        self.input.left_out = Some(self.out.clone());
        let known: Vec<Known> = earlier.sources.iter().map(known).collect();
        tell_gone(&self.input.paths, &known);
        let known = known.into_iter().map(|known| (known.source.path.clone(), known)).collect();
        let mut selection = Selection { known, ..self.input.selection() };
        let any_changed =
            forget_changed(&self.out, &mut earlier, &mut selection).with_context(|| self.cannot_write())?;
        if earlier.state.finished && !any_changed && !read::has_unread(&selection) {
            return self.nothing_new(&earlier);
        }
        let mut folder = Folder::open(&self.out, earlier).with_context(|| self.cannot_write())?;
        let mut seen = Seen::default();
        let before = folder.recall(|identity| seen.remember(identity))?;
        let mut summary = Summary::default();
        let mut counts = self.read_new(selection, &mut folder, &mut seen, &mut summary)?;
        drop(seen);
        folder.articles_done().with_context(|| self.cannot_write())?;
        let comparing = self.input.comparing();
        compare(&mut folder, &Scratch::in_folder(&self.out), &mut summary).with_context(|| self.cannot_write())?;
        folder.finish().with_context(|| self.cannot_write())?;
        drop(comparing);
        counts.skipped.extend(folder.skipped_by_reason()?);
        counts.tell_passed_over();
        match before {
            0 => counts.tell_if_nothing(&self.input.paths),
            _ => eprintln!("before     {before} articles"),
        }
        eprint!("{}", summary.text(&counts, started.elapsed()));
        Ok(counts.outcome())
    }

    fn cannot_write(&self) -> String {
        format!("cannot write to {}", self.out.display())
    }

    /// Tells that an earlier run has read everything, and whether some of it could not be read.
    fn nothing_new(&self, earlier: &Earlier) -> anyhow::Result<Outcome> {
        let skipped = earlier.skipped_by_reason()?.into_iter().collect();
        let outcome = Counts { skipped, ..Counts::default() }.outcome();
        let but = if outcome == Outcome::Faults { " (see its skipped.ndjson for inputs that failed)" } else { "" };
        eprintln!("newsfacts: nothing new; {} is up to date{but}", self.out.display());
        Ok(outcome)
    }

    /// Refuses an output folder that is a file, that is itself an input, or that holds an input
    /// file: the output of a run can be read, but not into itself.
    fn refuse_out(&self) -> anyhow::Result<()> {
        if let Some(file) = self.out.ancestors().find(|path| path.is_file()) {
            bail!("{} is a file; name a folder with --out", file.display());
        }
        let Ok(out) = fs::canonicalize(&self.out) else { return Ok(()) };
        for path in &self.input.paths {
            let Ok(whole) = fs::canonicalize(path) else { continue };
            if whole == out {
                bail!("{} is both input and output; choose another --out", path.display());
            }
            if path.is_file() && whole.parent() == Some(&*out) {
                bail!("{} lies in the folder to write to; name another one with --out", path.display());
            }
        }
        Ok(())
    }

    /// Reads what no earlier run has read, and writes the results.
    fn read_new(
        &self,
        selection: Selection,
        folder: &mut Folder,
        seen: &mut Seen,
        summary: &mut Summary,
    ) -> anyhow::Result<Counts> {
        let work = |articles: &[&Article], pool: &mut Pool| {
            // The buffers are reused; what waits to be written is a copy, which takes no more
            // memory than it needs.
            let filled: RefCell<(Encoded, Left)> = RefCell::default();
            with_keys(articles, pool, |document, facts, keys| {
                let (encoded, left) = &mut *filled.borrow_mut();
                encoded.refill(&record::records(document, facts));
                refill(left, document, facts, &keys);
                (Summary::of(facts), encoded.clone(), left.clone())
            })
        };
        let mut open: Option<SourceState> = None;
        let all = selection.clone();
        self.input.run_all(selection, seen, work, |place, result| {
            if open.as_ref().is_none_or(|open| open.path != place.source.path) {
                let state = source_state(&place.source, all.done(&place.source));
                if state.items == 0 {
                    folder.starts(&state.path).with_context(|| self.cannot_write())?;
                }
                open = Some(state);
            }
            let mut again = false;
            match result {
                Some(Ok((counted, encoded, left))) => {
                    summary.add(&counted);
                    folder.write(&encoded, &left, &place.source.path).with_context(|| self.cannot_write())?;
                }
                Some(Err(fault)) => {
                    again = matches!(fault.reason, Reason::Missing | Reason::Unreadable(_) | Reason::Shrunk { .. });
                    let message = fault.reason.to_string();
                    let skipped = record::SkippedRecord {
                        source: &place.source.path,
                        path: &fault.place.path,
                        number: fault.place.number,
                        reason: fault.reason.name(),
                        message: &message,
                    };
                    folder.skip(skipped).with_context(|| self.cannot_write())?;
                }
                None => {}
            }
            open.as_ref().map_or(Ok(()), |state| folder.passed(state, again).with_context(|| self.cannot_write()))
        })
    }
}

fn refill(left: &mut Left, document: &Document, facts: &ArticleFacts, keys: &Keys) {
    let places = Places::new(document.article);
    let people = links::seen(Subject { document, facts, places: &places });
    left.refill(Seen::identity(document.article), keys, &people);
}

/// Compares all articles with each other, and writes the findings, then the links. Both are looked
/// for while the database is still being indexed; links wait until the findings are written.
fn compare(folder: &mut Folder, scratch: &Scratch, summary: &mut Summary) -> anyhow::Result<()> {
    let (keys, people) = folder.left(scratch)?;
    let written = thread::scope(|scope| {
        let (tell_finding, findings) = mpsc::sync_channel(WAITING);
        let (tell_link, links) = mpsc::sync_channel(WAITING);
        // After an error of the writer the channels are closed, and what is still found is dropped.
        scope.spawn(move || across::check_each(keys, scratch, |finding| drop(tell_finding.send(finding))));
        scope.spawn(move || link_each(people, scratch, |link| drop(tell_link.send(link))));
        folder.index_facts()?;
        for finding in findings {
            let finding = [finding];
            summary.count_findings(&finding);
            folder.write_findings(&Encoded::new(&record::findings(&finding)))?;
        }
        links.into_iter().try_for_each(|link| folder.write_findings(&Encoded::new(&link_record::links(&[link]))))
    });
    written?;
    Ok(scratch.result()?)
}

/// Everything that changes what is found in an article, one per line: the version, a hash of the
/// rules, and options. Any build with the same version and rules can resume a run.
fn settings(input: &Input) -> String {
    let mut rules = Xxh3Default::new();
    for (name, source) in list::extractors().into_iter().chain(list::checks()) {
        [name, source].iter().for_each(|text| rules.update(text.as_bytes()));
    }
    // What an earlier run kept can be read only in the layout in which it was written.
    rules.update(across::LAYOUT.as_bytes());
    // A run cannot be resumed with a database of other tables.
    #[cfg(feature = "sqlite")]
    rules.update(newsfacts::write::sqlite::TABLES.as_bytes());
    let version = format!("newsfacts {}\nrules {:016x}", env!("CARGO_PKG_VERSION"), rules.digest());
    std::iter::once(version).chain(input.settings()).collect::<Vec<_>>().join("\n")
}

fn known(state: &SourceState) -> Known {
    let source = Source { path: state.path.clone(), size: state.size, modified: state.modified };
    Known { source, items: state.items, finished: state.finished }
}

fn source_state(source: &Source, items: u64) -> SourceState {
    SourceState { path: source.path.clone(), size: source.size, modified: source.modified, items, finished: false }
}
