//! The results of checks: that facts agree, conflict, or supersede each other.

use xxhash_rust::xxh3::Xxh3;

use super::{Field, RecordId};

/// The result of a comparison, with the words that it rests on. Agreement is a finding, too.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The check, as `newsfacts list` names it: `within.part_and_whole`.
    pub check: &'static str,
    /// Whether it is about one article or several.
    pub scope: Scope,
    /// The result of the comparison.
    pub verdict: Verdict,
    /// How serious it is.
    pub severity: Severity,
    /// An explanation for an editor, with the arithmetic.
    pub message: String,
    /// The words that it rests on, in order of article id and span; never empty.
    pub evidence: Vec<Evidence>,
}

/// Words that a finding rests on.
///
/// They are copied, with offsets in code points, since a finding outlives its articles' texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Id of the article.
    pub article: String,
    /// Where the article was read, as its record says.
    pub source: String,
    /// The article's title, if it has one.
    pub title: Option<String>,
    /// The field to which `start` and `end` refer.
    pub field: Field,
    /// Number of code points in the field before the words.
    pub start: u32,
    /// Number of code points in the field up to the end of the words.
    pub end: u32,
    /// The words.
    pub text: String,
    /// The id of the fact there; `None` if only words are meant.
    pub fact: Option<RecordId>,
}

/// Whether a finding is about one article or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// One article.
    Within,
    /// Several.
    Across,
}

/// The result of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Verdict {
    /// The statements agree.
    Agrees,
    /// They cannot all be right, or cannot all be exact.
    Conflicts,
    /// A later figure replaces an earlier one, since the thing was still growing or the figure is
    /// said to be revised.
    Supersedes,
    /// It is worth a look, since something is stated oddly, only once or without its source.
    Unclear,
}

/// How serious a finding is, the least serious first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing has to be wrong.
    Info,
    /// Two statements cannot both be exact.
    Warning,
    /// It is arithmetically or logically impossible.
    Error,
}

impl Scope {
    /// Both values, in the order of the enum.
    pub const ALL: [Scope; 2] = [Self::Within, Self::Across];
}

impl Verdict {
    /// All verdicts, in the order of the enum.
    pub const ALL: [Verdict; 4] = [Self::Agrees, Self::Conflicts, Self::Supersedes, Self::Unclear];
}

impl Severity {
    /// All severities, in the order of the enum.
    pub const ALL: [Severity; 3] = [Self::Info, Self::Warning, Self::Error];
}

impl Finding {
    /// The id of the finding: a hash of its check and its places, so that the same finding has the
    /// same id in every run.
    pub fn id(&self) -> RecordId {
        let mut hasher = Xxh3::new();
        hasher.update(self.check.as_bytes());
        for evidence in &self.evidence {
            hasher.update(evidence.article.as_bytes());
            hasher.update(&[0, evidence.field as u8]);
            hasher.update(&evidence.start.to_le_bytes());
            hasher.update(&evidence.end.to_le_bytes());
        }
        RecordId(hasher.digest())
    }
}

impl Scope {
    /// Its name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Across => "across",
        }
    }
}

impl Verdict {
    /// Its name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Conflicts => "conflicts",
            Self::Supersedes => "supersedes",
            Self::Unclear => "unclear",
        }
    }
}

impl Severity {
    /// Its name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
