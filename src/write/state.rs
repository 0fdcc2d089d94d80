//! How far a run has come, so that the next one goes on from there.

/// The state of a run at its last commit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Version and options that change what is found, one a line.
    pub settings: String,
    /// The folder in which paths of files begin that are not absolute, as seen from the folder of the run.
    pub base: String,
    /// Bytes of facts.ndjson, without findings across articles.
    pub length: u64,
    /// Bytes of facts.kept.
    pub kept: u64,
    /// Whether findings across articles were written, too.
    pub finished: bool,
}

/// Which settings two runs do not share: `then --date 2024-05-04, now --date 2024-05-05`.
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
    /// Where it lies, from the working directory of the first run.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// In nanoseconds since 1970.
    pub modified: i64,
    /// Articles and faults that were dealt with.
    pub items: u64,
    /// Whether those are all.
    pub finished: bool,
}

/// Something that was not read, as an earlier run met it.
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
