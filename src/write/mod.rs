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
pub mod sqlite;
mod state;

pub use folder::{Earlier, Encoded, Folder, WriteError, clear};
pub use kept::Left;
pub use lock::lock;
pub use state::{SourceState, State};
