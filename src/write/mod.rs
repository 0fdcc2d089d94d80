//! Last stage: facts and findings become files.

pub mod record;
