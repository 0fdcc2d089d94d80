//! Prints what is found across articles as it is found.

use std::io;

use anyhow::Context;
use newsfacts::spill::Scratch;

/// The message when what does not fit into memory cannot be written to disk.
pub const NO_ROOM: &str = "cannot write to the folder for temporary files; set TMPDIR to a folder with more space";

/// Calls `tell` with everything that `find` finds, until `tell` fails.
pub fn tell_each<T>(
    scratch: &Scratch,
    find: impl FnOnce(&mut dyn FnMut(T)),
    mut tell: impl FnMut(T) -> io::Result<()>,
) -> anyhow::Result<()> {
    let mut told = Ok(());
    find(&mut |found| {
        if told.is_ok() {
            told = tell(found);
        }
    });
    told?;
    scratch.result().context(NO_ROOM)
}
