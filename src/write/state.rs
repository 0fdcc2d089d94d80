//! How far a run has come, so that the next one can go on from there.

/// The state of a run at its last commit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The version, rules and options that change what is found, one per line.
    pub settings: String,
    /// The folder to which relative paths of files refer, as seen from the run's folder.
    pub base: String,
    /// Length of facts.ndjson in bytes, without findings and links across articles.
    pub length: u64,
    /// Length of facts.kept in bytes.
    pub kept: u64,
    /// Whether the run was finished, including findings across articles.
    pub finished: bool,
}

/// The settings that two runs do not share: `then --date 2024-05-04, now --date 2024-05-05`.
#[cfg(feature = "sqlite")]
pub fn difference(then: &str, now: &str) -> String {
    let only = |of: &str, other: &str| -> Vec<String> {
        of.lines().filter(|line| !other.lines().any(|known| known == *line)).map(str::to_owned).collect()
    };
    let parts = [("then", only(then, now)), ("now", only(now, then))];
    let parts = parts.iter().filter(|(_, lines)| !lines.is_empty());
    parts.map(|(when, lines)| format!("{when} {}", lines.join(" and "))).collect::<Vec<_>>().join(", ")
}

/// How far a file was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceState {
    /// Its path, relative to the working directory of the first run.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last modified, in nanoseconds since 1970; zero if it is to be read again.
    pub modified: i64,
    /// Number of articles and faults that were processed.
    pub items: u64,
    /// Whether the whole file was read.
    pub finished: bool,
}

/// A part of the input that an earlier run did not read.
#[cfg(feature = "sqlite")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Skipped {
    pub source: String,
    pub path: String,
    pub number: Option<u64>,
    pub reason: String,
    pub message: String,
}

#[cfg(all(test, feature = "sqlite"))]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let then = "newsfacts 1.0.0\n--max-article 10000000B\n--date 2024-05-04";
        assert_eq!(difference(then, "newsfacts 1.0.0\n--max-article 10000000B"), "then --date 2024-05-04");
        assert_eq!(
            difference(then, "newsfacts 1.0.1\n--max-article 10000000B\n--date 2024-05-05"),
            "then newsfacts 1.0.0 and --date 2024-05-04, now newsfacts 1.0.1 and --date 2024-05-05"
        );
    }
}
