//! Last stage: turns facts and findings into files. Each format has its own file, and all use the
//! same records.
//!
//! A format has two halves: a function that turns records into what is stored, on any thread, and a
//! writer that stores it in order, on a single one.

mod choices;
mod csv;
mod days;
pub mod explain;
pub mod findings_table;
mod folder;
mod json;
mod kept;
pub mod link_record;
pub mod links_table;
mod lock;
pub mod ndjson;
mod ours;
pub mod record;
mod replace;
mod scribe;
#[cfg(feature = "sqlite")]
#[doc(hidden)]
pub mod sqlite;
mod state;
mod write_error;

// The folder that a run writes to and resumes from.
#[doc(hidden)]
pub use self::{
    folder::{Earlier, Encoded, Folder, clear},
    kept::Left,
    lock::lock,
    state::{SourceState, State},
    write_error::WriteError,
};
