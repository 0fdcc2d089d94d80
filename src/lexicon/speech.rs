//! Verbs and nouns of speech: cues.tsv.

use super::{Lexicon, inflection, rows::rows};
use crate::types::Tags;

/// A word that introduces speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    pub lemma: &'static str,
    /// The constructions it takes.
    pub frames: &'static str,
    pub class: CueClass,
}

/// The type of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueClass {
    Verb,
    /// `claim`, `statement`.
    Noun,
    /// A word without inflection: the `according` of `according to`.
    Phrase,
}

/// A construction of a cue, one letter in the third column of cues.tsv.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// `d`: goes with a direct quote (`"…," she added`).
    Direct,
    /// `t`: takes a clause with or without `that`.
    Clause,
    /// `h`: takes a hearer before the clause (`told the court that …`).
    Hearer,
    /// `w`: takes only a clause with `that`, `whether`, `if` or `how`.
    That,
    /// `i`: takes an infinitive that reports speech (`promised to`).
    Infinitive,
    /// `o`: takes a noun phrase that summarises what was said (`cited the cost`, `accused her of lying`).
    Object,
    /// `p`: may take a phrase with quoted words in it (`called it "a shame"`).
    Phrase,
    /// `b`: reports belief rather than speech.
    Belief,
    /// `n`: its base and third-person forms are nouns as well.
    Noun,
}

impl Cue {
    /// Whether the cue takes the construction.
    pub fn takes(&self, frame: Frame) -> bool {
        let letter = match frame {
            Frame::Direct => b'd',
            Frame::Clause => b't',
            Frame::Hearer => b'h',
            Frame::That => b'w',
            Frame::Infinitive => b'i',
            Frame::Object => b'o',
            Frame::Phrase => b'p',
            Frame::Belief => b'b',
            Frame::Noun => b'n',
        };
        self.frames.bytes().any(|one| one == letter)
    }
}

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("cues.tsv")) {
        let (lemma, frames) = (row[0], row[2]);
        let irregular: Vec<&str> = row[1].split(' ').filter(|form| !form.is_empty()).collect();
        let (class, forms, tags) = match row[3] {
            "verb" => (CueClass::Verb, inflection::verb_forms(lemma, &irregular), Tags::CUE | Tags::VERB),
            "noun" => (CueClass::Noun, inflection::noun_forms(lemma), Tags::CUE_NOUN),
            "phrase" => (CueClass::Phrase, vec![lemma.to_owned()], Tags::CUE_NOUN),
            other => panic!("cues.tsv: no such class: {other}"),
        };
        let cue = Cue { lemma, frames, class };
        for form in forms {
            // A base or third-person form that is also a common noun is not surely a verb.
            let noun = !frames.contains(['t', 'w', 'h']) && (form == lemma || form.ends_with('s'));
            let tags = if noun { Tags(tags.0 & !Tags::VERB.0) } else { tags };
            let id = lexicon.add_made(form, tags);
            let table = if class == CueClass::Verb { &mut lexicon.cues } else { &mut lexicon.cue_nouns };
            table.row_or(id, || cue);
        }
    }
}
