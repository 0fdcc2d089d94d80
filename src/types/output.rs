//! Names of files that a run writes, by which its folder is recognised among articles.

/// All records, one per line.
pub const FACTS: &str = "facts.ndjson";
/// What is kept of every article for comparing later ones with it.
pub const KEPT: &str = "facts.kept";
