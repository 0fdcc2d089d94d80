//! Files that have changed or gone since an earlier run read them.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use newsfacts::{
    read::{Known, Reason, Selection},
    write::{Earlier, WriteError},
};

/// Deletes from `folder` what an earlier run has read of files that have changed since, so that
/// they are read again. Returns whether there were any.
///
/// The same is done for files with an article that was skipped because one of those files had it,
/// too. All of it is one step, since a run that was killed between two would leave no trace of the
/// others.
pub fn forget_changed(folder: &Path, earlier: &mut Earlier, selection: &mut Selection) -> Result<bool, WriteError> {
    let mut all = selection.changed();
    tell(&all, "changed since it was read", "its earlier articles are replaced");
    let mut done = 0;
    while done < all.len() {
        let ids = earlier.articles_of(folder, &all[done..])?;
        all[done..].iter().for_each(|path| drop(selection.known.remove(path)));
        done = all.len();
        let repeated: HashSet<String> = ids.into_iter().map(|id| Reason::Repeated(id).to_string()).collect();
        let skipped = if repeated.is_empty() { Vec::new() } else { earlier.skipped_messages()? };
        let again = skipped.into_iter().filter(|(path, message)| {
            repeated.contains(message) && selection.known.contains_key(path) && is_below(path, &selection.paths)
        });
        all.extend(again.map(|(path, _)| path));
        all.dedup();
    }
    if !all.is_empty() {
        earlier.forget(folder, &all)?;
    }
    Ok(!all.is_empty())
}

/// Tells on standard error which files below the paths are gone since an earlier run read them.
pub fn tell_gone(paths: &[PathBuf], earlier: &[Known]) {
    // A file that never existed, such as the target of a broken link, has no time.
    let files = earlier.iter().filter(|known| known.source.modified != 0).map(|known| &known.source.path);
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
