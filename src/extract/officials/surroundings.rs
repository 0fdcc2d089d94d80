//! The kind of a word next to a name, for the model that judges names.

use crate::types::{Document, Tags, TokenKind, WordList};

/// The kind of a token next to a name: closed classes, lexicon classes, marks and endings; no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Neighbour {
    /// The sentence ends here.
    Edge,
    /// A title, rank or honorific.
    Title,
    Cue,
    Auxiliary,
    Verb,
    Determiner,
    Of,
    /// `in`, `at`, `on`, `near`, `from`, `to`.
    Locative,
    By,
    OtherPreposition,
    And,
    OtherConjunction,
    Pronoun,
    Relative,
    Comma,
    Stop,
    Quotation,
    Bracket,
    Dash,
    Possessive,
    Number,
    /// A capitalised word of an organisation's or place's name.
    Body,
    /// A capitalised place or nationality.
    Place,
    Calendar,
    PersonNoun,
    /// A noun for a person by its ending: `guitarist`, `boxer`, `statesman`.
    AgentNoun,
    /// `son`, `wife`.
    KinNoun,
    /// `company`, `newspaper`, in lower case.
    BodyNoun,
    EndsInEd,
    EndsInIng,
    EndsInS,
    OtherLower,
    OtherCapital,
    OtherMark,
}

impl Neighbour {
    /// Number of kinds.
    pub const COUNT: usize = Self::OtherMark as usize + 1;
}

/// The kind of token `at`; an edge if it is outside `sentence`.
pub fn neighbour(document: &Document, at: Option<usize>, sentence: u32) -> Neighbour {
    let Some((at, token)) =
        at.and_then(|at| Some((at, document.tokens.get(at)?))).filter(|(_, token)| token.sentence == sentence)
    else {
        return Neighbour::Edge;
    };
    match token.kind {
        TokenKind::Word => word(document, at),
        TokenKind::Possessive => Neighbour::Possessive,
        TokenKind::Number => Neighbour::Number,
        TokenKind::Quotation => Neighbour::Quotation,
        TokenKind::Dash => Neighbour::Dash,
        TokenKind::Mark => mark(document.word(at)),
    }
}

fn mark(mark: &str) -> Neighbour {
    match mark {
        "," => Neighbour::Comma,
        "." | "!" | "?" | ":" | ";" => Neighbour::Stop,
        "(" | ")" | "[" | "]" => Neighbour::Bracket,
        _ => Neighbour::OtherMark,
    }
}

fn word(document: &Document, at: usize) -> Neighbour {
    const BY_TAG: [(Tags, Neighbour); 8] = [
        (Tags::RELATIVE, Neighbour::Relative),
        (Tags::DETERMINER, Neighbour::Determiner),
        (Tags::PRONOUN, Neighbour::Pronoun),
        (Tags::PREPOSITION, Neighbour::OtherPreposition),
        (Tags::CONJUNCTION, Neighbour::OtherConjunction),
        (Tags::CUE, Neighbour::Cue),
        (Tags::AUXILIARY, Neighbour::Auxiliary),
        (Tags::VERB, Neighbour::Verb),
    ];
    let tags = document.tags(at);
    if let Some(kind) = by_form(document, at) {
        return kind;
    }
    if tags.any(Tags::TITLE | Tags::HONORIFIC) {
        return Neighbour::Title;
    }
    let found = BY_TAG.iter().find(|(tag, _)| tags.any(*tag) && !tags.any(Tags::CAPITALISED));
    found.map_or_else(|| open_class(document, at), |&(_, kind)| kind)
}

/// Endings of nouns for people by their activity.
const AGENT_ENDINGS: [&str; 7] = ["er", "or", "ist", "ian", "man", "woman", "ess"];

/// Whether the word is a noun for a relative or friend, in the singular: `son`, `wife`, `friend`.
pub fn is_kin(document: &Document, at: usize) -> bool {
    let near = document.is_one_of(at, const { &WordList::of(["friend", "partner"]) });
    near || document.tags(at).any(Tags::KIN) && !document.ends_in(at, "s")
}

fn by_form(document: &Document, at: usize) -> Option<Neighbour> {
    let is = |words: &[&str]| words.iter().any(|word| document.is(at, word));
    if is(&["of"]) {
        Some(Neighbour::Of)
    } else if is(&["in", "at", "on", "near", "from", "to"]) {
        Some(Neighbour::Locative)
    } else if is(&["by"]) {
        Some(Neighbour::By)
    } else if is(&["and", "or"]) {
        Some(Neighbour::And)
    } else {
        None
    }
}

fn open_class(document: &Document, at: usize) -> Neighbour {
    let tags = document.tags(at);
    if tags.any(Tags::MONTH | Tags::WEEKDAY | Tags::DAY_WORD) {
        return Neighbour::Calendar;
    }
    if tags.any(Tags::CAPITALISED) {
        return if tags.any(Tags::PLACE | Tags::NATIONALITY) {
            Neighbour::Place
        } else if tags.any(Tags::ORGANISATION | Tags::SITE) {
            Neighbour::Body
        } else {
            Neighbour::OtherCapital
        };
    }
    let word = document.word(at);
    match word {
        _ if tags.any(Tags::PERSON_NOUN) => Neighbour::PersonNoun,
        _ if tags.any(Tags::ORGANISATION | Tags::SITE) => Neighbour::BodyNoun,
        _ if is_kin(document, at) => Neighbour::KinNoun,
        _ if AGENT_ENDINGS.iter().any(|ending| word.ends_with(ending)) => Neighbour::AgentNoun,
        _ if word.ends_with("ed") => Neighbour::EndsInEd,
        _ if word.ends_with("ing") => Neighbour::EndsInIng,
        _ if word.ends_with('s') => Neighbour::EndsInS,
        _ => Neighbour::OtherLower,
    }
}
