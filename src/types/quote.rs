//! Reported speech, in the terms of PARC and PolNeAR: content, cue, and the source who speaks.

use super::Span;

/// Words that somebody is reported to have said or written.
///
/// The span of the fact covers all its content.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Whether all, some or none of its words are inside quotation marks.
    pub form: QuoteForm,
    /// The uninterrupted pieces of the content in order, including quotation marks.
    pub content: Vec<Span>,
    /// The words that mark it as speech: `said`, `according to`.
    pub cue: Option<Span>,
    /// The speaker; `None` if the text does not name one.
    pub speaker: Option<Speaker>,
    /// Whether it is a pull quote, which is displayed apart from the text and repeats it.
    pub pull: bool,
}

/// How the words of a quote are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum QuoteForm {
    /// All letters are inside quotation marks.
    Direct,
    /// Some words are inside quotation marks.
    Mixed,
    /// No words are inside quotation marks.
    Indirect,
}

/// The mention of a quote's speaker, and whom it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The mention as written: a name with its title, a pronoun, "a police spokesman".
    pub span: Span,
    /// Index into `ArticleFacts::people`; `None` for organisations, documents and unknown people.
    pub person: Option<u32>,
    /// The mention of the organisation or document that a pronoun refers to.
    pub stands_for: Option<Span>,
    /// How the speaker was found.
    pub how: How,
}

/// How a quote's speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum How {
    /// By a name beside the cue.
    Named,
    /// By a common noun beside the cue: "the plant manager", "police", "the report".
    Described,
    /// By a pronoun beside the cue.
    Pronoun,
    /// By the quote before, whose speaker goes on without another mention.
    Continued,
    /// By the signature of a pull quote.
    PullQuote,
}

impl QuoteForm {
    /// All forms, in the order of the enum.
    pub const ALL: [QuoteForm; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// Its name in records, gold files and carets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

impl How {
    /// All ways, in the order of the enum.
    pub const ALL: [How; 5] = [Self::Named, Self::Described, Self::Pronoun, Self::Continued, Self::PullQuote];

    /// The share of speakers found this way that are right, 0 to 1: the mean of the development
    /// articles and our own corpus, in which people are named farther from their words.
    pub fn right(self) -> f32 {
        match self {
            Self::Named | Self::PullQuote => 0.965,
            Self::Pronoun => 0.9,
            Self::Described => 0.88,
            Self::Continued => 0.82,
        }
    }

    /// Its name in records.
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
