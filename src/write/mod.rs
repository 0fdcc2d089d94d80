//! Last stage: facts and findings become files. One file is one format over one record schema.
//!
//! A format has two halves: a function that turns records into what it stores, on any thread, and
//! something that stores it in order, on one.

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

// The folder that a run writes and resumes in.
#[doc(hidden)]
pub use self::{
    folder::{Earlier, Encoded, Folder, clear},
    kept::Left,
    lock::lock,
    state::{SourceState, State},
    write_error::WriteError,
};
