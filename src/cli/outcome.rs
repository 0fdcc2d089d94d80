//! How a command ended, and its exit code.

use std::process::ExitCode;

/// How a command ended that was not stopped by an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// Conflicts were found, and the user asked to fail on them.
    Conflicts,
    /// Some input could not be read; the rest was done.
    Faults,
}

impl Outcome {
    /// 0, 1 or 2, as the help says.
    pub fn exit_code(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}
