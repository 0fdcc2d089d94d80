//! Progress, as shown to somebody who waits.

use std::{
    io::{IsTerminal, stdout},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
        mpsc::{RecvTimeoutError, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use clap::ValueEnum;
use indicatif::{HumanBytes, HumanDuration, ProgressBar, ProgressStyle};
use newsfacts::read::{Files, Selection, total_size};

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shown {
    /// A progress bar if standard error is a terminal and standard output is redirected
    Auto,
    /// A progress bar if standard error is a terminal, for a command that writes nothing to
    /// standard output.
    #[value(skip)]
    Bar,
    /// A line every ten seconds
    Plain,
    /// Nothing
    None,
}

/// The time between two lines.
const PAUSE: Duration = Duration::from_secs(10);

/// The progress of a run.
pub struct Progress {
    bar: ProgressBar,
    state: Arc<State>,
    /// Dropping it ends the thread that draws.
    _running: Sender<()>,
}

struct State {
    started: Instant,
    articles: AtomicU64,
    read: Arc<AtomicU64>,
    /// Total size of all files in bytes; zero until it is known.
    total: AtomicU64,
}

/// Shows what is done after everything was read, until it is dropped.
pub struct Waiting {
    bar: ProgressBar,
    /// Dropping it ends the thread that draws.
    _running: Sender<()>,
}

impl Waiting {
    /// Starts to show that something is done, and for how long:
    /// `comparing articles, 20 seconds so far`.
    pub fn start(shown: Shown, what: &'static str) -> Self {
        let bar = bar(shown);
        let started = Instant::now();
        let line = move || format!("{what}, {} so far", HumanDuration(started.elapsed()));
        let running = draw(shown, &bar, line);
        Self { bar, _running: running }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A bar, which is hidden unless it should be shown.
fn bar(shown: Shown) -> ProgressBar {
    let bar = match shown {
        Shown::Auto if !stdout().is_terminal() => ProgressBar::no_length(),
        Shown::Bar => ProgressBar::no_length(),
        _ => ProgressBar::hidden(),
    };
    bar.set_style(ProgressStyle::with_template("{spinner} {msg}").expect("the template names known fields"));
    bar
}

/// Starts a thread that regularly prints or draws a line. It ends when the returned sender is
/// dropped.
fn draw(shown: Shown, bar: &ProgressBar, line: impl Fn() -> String + Send + 'static) -> Sender<()> {
    let (running, ended) = channel();
    if bar.is_hidden() && shown != Shown::Plain {
        return running;
    }
    let bar = bar.clone();
    let pause = if shown == Shown::Plain { PAUSE } else { Duration::from_millis(200) };
    thread::spawn(move || {
        while ended.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
            match shown {
                Shown::Plain => eprintln!("newsfacts: {}", line()),
                _ => bar.set_message(line()),
            }
            bar.tick();
        }
    });
    running
}

impl Progress {
    /// Starts to show how far `files` have been read.
    pub fn start(shown: Shown, selection: Selection, files: &Files) -> Self {
        let state = Arc::new(State {
            started: Instant::now(),
            articles: AtomicU64::new(0),
            read: Arc::clone(&files.read),
            total: AtomicU64::new(0),
        });
        let bar = bar(shown);
        if !bar.is_hidden() || shown == Shown::Plain {
            let counted = Arc::clone(&state);
            thread::spawn(move || counted.total.store(total_size(&selection), Relaxed));
        }
        let told = Arc::clone(&state);
        let running = draw(shown, &bar, move || told.line());
        Self { bar, state, _running: running }
    }

    /// Counts an item, if it is an article.
    pub fn item(&self, article: bool) {
        self.state.articles.fetch_add(u64::from(article), Relaxed);
    }

    /// Prints a line on standard error without damaging the bar.
    pub fn tell(&self, line: &str) {
        self.bar.suspend(|| eprintln!("{line}"));
    }

    /// Clears the bar.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl State {
    /// `1.2 GB of 3.4 GB read, 56789 articles, 123 articles/s, 4 minutes left`
    fn line(&self) -> String {
        let (read, total) = (self.read.load(Relaxed), self.total.load(Relaxed));
        let (articles, seconds) = (self.articles.load(Relaxed), self.started.elapsed().as_secs_f64().max(1e-9));
        let rate = articles as f64 / seconds;
        let mut line = HumanBytes(read).to_string();
        if total > 0 {
            line += &format!(" of {}", HumanBytes(total));
        }
        line += &format!(" read, {articles} articles, {rate:.0} articles/s");
        if total > read && read > 0 {
            let left = seconds * (total - read) as f64 / read as f64;
            line += &format!(", {} left", HumanDuration(Duration::from_secs_f64(left)));
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_what_is_read_and_what_is_left() {
        let state = State {
            started: Instant::now().checked_sub(Duration::from_secs(60)).unwrap(),
            articles: AtomicU64::new(600),
            read: Arc::new(AtomicU64::new(1 << 20)),
            total: AtomicU64::new(3 << 20),
        };
        assert_eq!(state.line(), "1.00 MiB of 3.00 MiB read, 600 articles, 10 articles/s, 2 minutes left");
        state.read.store(3 << 20, Relaxed);
        assert_eq!(state.line(), "3.00 MiB of 3.00 MiB read, 600 articles, 10 articles/s");
    }
}
