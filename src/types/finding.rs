//! What a check says about facts: that they agree, conflict, or follow one another.

use xxhash_rust::xxh3::Xxh3;

use super::{Field, RecordId};

/// The outcome of one comparison, with the words it rests on. Agreement is a finding too.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The check, as `newsfacts list` names it: `within.part_and_whole`.
    pub check: &'static str,
    /// Whether it is about one article or several.
    pub scope: Scope,
    /// What the comparison says.
    pub verdict: Verdict,
    /// How much it should worry an editor.
    pub severity: Severity,
    /// A sentence for an editor, with the arithmetic.
    pub message: String,
    /// In order of article id and span; never empty.
    pub evidence: Vec<Evidence>,
}

/// Words that a finding rests on, in the reader's coordinates: a finding outlives its articles' texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Id of the article.
    pub article: String,
    /// Where the article was read, as its record says.
    pub source: String,
    /// The article's title, where it has one.
    pub title: Option<String>,
    /// The field that `start` and `end` count in.
    pub field: Field,
    /// First code point in the field.
    pub start: u32,
    /// First code point after.
    pub end: u32,
    /// The words there.
    pub text: String,
    /// The fact there, where a fact is meant rather than mere words.
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

/// What the comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Verdict {
    /// The statements say the same.
    Agrees,
    /// They cannot all be right, or not all be exact.
    Conflicts,
    /// A later figure for something that still grows, or a revision told as one.
    Supersedes,
    /// Worth a look: what is stated once, oddly or without its source.
    Unclear,
}

/// How much it should worry an editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing need be wrong.
    Info,
    /// Two statements cannot both be exact.
    Warning,
    /// Arithmetically or logically impossible.
    Error,
}

impl Scope {
    /// Both, in the order of the enum.
    pub const ALL: [Scope; 2] = [Self::Within, Self::Across];
}

impl Verdict {
    /// Every verdict, in the order of the enum.
    pub const ALL: [Verdict; 4] = [Self::Agrees, Self::Conflicts, Self::Supersedes, Self::Unclear];
}

impl Severity {
    /// Every severity, in the order of the enum.
    pub const ALL: [Severity; 3] = [Self::Info, Self::Warning, Self::Error];
}

impl Finding {
    /// The finding's own id: a hash of its check and the places it rests on, so that the same
    /// finding has the same id in every run.
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
    /// The word for it in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Across => "across",
        }
    }
}

impl Verdict {
    /// The word for it in records.
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
    /// The word for it in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
