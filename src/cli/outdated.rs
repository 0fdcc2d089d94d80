//! What a run says of files that are no longer what an earlier run has read of them.

use std::path::{Path, PathBuf};

use newsfacts::read::{Known, Selection, Source};

/// Files that were read before and gave other articles now, in the order they were read.
#[derive(Debug, Default)]
pub struct Outdated {
    changed: Vec<String>,
}

impl Outdated {
    /// Notes that an article was read of a file.
    pub fn read(&mut self, selection: &Selection, source: &Source) {
        if self.changed.last() != Some(&source.path) && selection.has_changed(source) {
            self.changed.push(source.path.clone());
        }
    }

    /// Tells on standard error what has changed.
    pub fn tell(&self) {
        tell(&self.changed, "changed since it was read");
    }
}

/// Tells on standard error which files below the paths an earlier run has read and are gone.
pub fn tell_gone(paths: &[PathBuf], earlier: &[Known]) {
    let paths: Vec<&Path> = paths.iter().map(|path| path.strip_prefix(".").unwrap_or(path)).collect();
    let below = |file: &Path| paths.iter().any(|path| file.starts_with(path));
    let files = earlier.iter().map(|known| &known.source.path);
    let mut gone: Vec<String> =
        files.filter(|&path| path != "-" && below(Path::new(path)) && !Path::new(path).exists()).cloned().collect();
    gone.sort_unstable();
    tell(&gone, "gone since it was read");
}

fn tell(files: &[String], what: &str) {
    let Some(first) = files.first() else { return };
    let others = match files.len() - 1 {
        0 => String::new(),
        1 => " (and one other file)".to_owned(),
        more => format!(" (and {more} other files)"),
    };
    eprintln!("newsfacts: {first} has {what}{others}; what was read of it before stays: --restart starts over");
}
