//! Last stage: facts and findings become files. One file is one format over one record schema.

pub mod ndjson;
pub mod record;
