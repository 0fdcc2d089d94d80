//! Files that are no longer what an earlier run has read of them.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use newsfacts::{
    read::{Known, Reason, Selection},
    write::{Earlier, WriteError},
};

/// Forgets in `folder` what an earlier run has read of files that have changed since, and lets them be read anew. So are
/// files with an article that was passed over because one of those had it, too.
pub fn forget_changed(folder: &Path, earlier: &mut Earlier, selection: &mut Selection) -> Result<bool, WriteError> {
    let changed = selection.changed();
    tell(&changed, "changed since it was read", "its earlier articles are replaced");
    let any = !changed.is_empty();
    let mut outdated = changed;
    while !outdated.is_empty() {
        let ids = earlier.forget(folder, &outdated)?;
        outdated.iter().for_each(|path| drop(selection.known.remove(path)));
        let repeated: HashSet<String> = ids.into_iter().map(|id| Reason::Repeated(id).to_string()).collect();
        let skipped = if repeated.is_empty() { Vec::new() } else { earlier.skipped_messages()? };
        let again = skipped.into_iter().filter(|(path, message)| {
            repeated.contains(message) && selection.known.contains_key(path) && is_below(path, &selection.paths)
        });
        outdated = again.map(|(path, _)| path).collect();
        outdated.dedup();
    }
    Ok(any)
}

/// Tells on standard error which files below the paths an earlier run has read and are gone.
pub fn tell_gone(paths: &[PathBuf], earlier: &[Known]) {
    let files = earlier.iter().map(|known| &known.source.path);
    let mut gone: Vec<String> =
        files.filter(|&path| path != "-" && is_below(path, paths) && !Path::new(path).exists()).cloned().collect();
    gone.sort_unstable();
    tell(&gone, "gone since it was read", "its earlier articles are kept; use --restart to start over");
}

fn is_below(file: &str, paths: &[PathBuf]) -> bool {
    paths.iter().any(|path| Path::new(file).starts_with(path.strip_prefix(".").unwrap_or(path)))
}

fn tell(files: &[String], what: &str, then: &str) {
    let Some(first) = files.first() else { return };
    let others = match files.len() - 1 {
        0 => String::new(),
        1 => " (and one other file)".to_owned(),
        more => format!(" (and {more} other files)"),
    };
    eprintln!("newsfacts: {first} has {what}{others}; {then}");
}
