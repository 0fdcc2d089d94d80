//! Reported speech, in the terms of PARC and PolNeAR: content, cue, and the source who speaks.

use super::Span;

/// Words reported as somebody's. The fact's span runs from the first to the last content.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Whether all, some or none of its words stand inside quotation marks.
    pub form: QuoteForm,
    /// The stretches of content in order, each unbroken by other words, quotation marks included.
    pub content: Vec<Span>,
    /// The words that say it is speech: `said`, `according to`.
    pub cue: Option<Span>,
    /// Who is said to speak; `None` where the text does not tell.
    pub speaker: Option<Speaker>,
    /// Whether it stands apart as a display quotation, repeating the body.
    pub pull: bool,
}

/// How the words are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum QuoteForm {
    /// All letters inside quotation marks.
    Direct,
    /// Some words inside quotation marks.
    Mixed,
    /// None inside quotation marks.
    Indirect,
}

/// The mention of a quote's source beside its cue, and whom it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The mention as written: a name with its title, a pronoun, "a police spokesman".
    pub span: Span,
    /// Index into `ArticleFacts::people`; `None` for organisations, documents and unknown people.
    pub person: Option<u32>,
    /// The mention that names the organisation or document a pronoun stands for.
    pub stands_for: Option<Span>,
    /// How the speaker was found.
    pub how: How,
}

/// How a quote's speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum How {
    /// A name beside the cue.
    Named,
    /// A common noun beside the cue: "the plant manager", "police", "the report".
    Described,
    /// A pronoun beside the cue.
    Pronoun,
    /// No mention beside it; the speaker of the quote before goes on.
    Continued,
    /// The signature of a pull quote.
    PullQuote,
}

impl QuoteForm {
    /// Every form, in the order of the enum.
    pub const ALL: [QuoteForm; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// The word for it in records, gold files and carets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

impl How {
    /// Every way, in the order of the enum.
    pub const ALL: [How; 5] = [Self::Named, Self::Described, Self::Pronoun, Self::Continued, Self::PullQuote];

    /// The share of speakers that are right, from 0 to 1: the mean of the development articles and our own corpus, where
    /// people are named farther from their words.
    pub fn right(self) -> f32 {
        match self {
            Self::Named | Self::PullQuote => 0.965,
            Self::Pronoun => 0.9,
            Self::Described => 0.88,
            Self::Continued => 0.82,
        }
    }

    /// The word for it in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Described => "described",
            Self::Pronoun => "pronoun",
            Self::Continued => "continued",
            Self::PullQuote => "pull_quote",
        }
    }
}
