//! Names of the files a run writes, by which its folder is recognised among articles.

/// Every record, one a line.
pub const FACTS: &str = "facts.ndjson";
/// What later articles are compared with.
pub const KEPT: &str = "facts.kept";
