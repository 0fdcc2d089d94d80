//! The progress bar.

use std::{
    io::{IsTerminal, stdout},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error that counts bytes read; hidden unless standard error is a terminal and
/// standard output, whose lines it would tear, is none.
pub fn bar() -> ProgressBar {
    if stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    // Draws on standard error, and nothing where that is no terminal.
    let bar = ProgressBar::no_length();
    let style = ProgressStyle::with_template("{spinner} {bytes} read in {elapsed}, {bytes_per_sec}");
    bar.set_style(style.expect("the template names known fields"));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
