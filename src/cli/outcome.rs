//! How a command ended, and its exit code.

use std::process::ExitCode;

/// Exit codes, for the help of commands that read articles.
pub const EXIT_CODES: &str =
    "Exit codes: 0 done; 2 wrong usage, or an input could not be read or an output not written";
/// Exit codes, for the help of a command that may fail because of what it finds.
pub const EXIT_CODES_WITH_CONFLICTS: &str = "\
Exit codes: 0 done; 1 conflicts printed and --fail-on conflicts given; 2 wrong usage, or an input could not be read or \
                                             an output not written (2 takes precedence over 1)";

/// How a command ended, unless an error stopped it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// Conflicts were found, and the user asked to fail on them.
    Conflicts,
    /// Some input could not be read; everything else was done.
    Faults,
}

impl Outcome {
    /// The exit code: 0, 1 or 2, as the help says.
    pub fn exit_code(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}
