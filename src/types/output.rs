//! Names of files that a run writes: what its folder is known by where it lies among articles.

/// Every record, one a line.
pub const FACTS: &str = "facts.ndjson";
/// What later articles are compared with.
pub const KEPT: &str = "facts.kept";
