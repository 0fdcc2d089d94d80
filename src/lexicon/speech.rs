//! Verbs and nouns of speech: cues.tsv.

use super::{Lexicon, inflection, rows::rows};
use crate::types::Tags;

/// A word that says that something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    pub lemma: &'static str,
    /// The constructions it takes.
    pub frames: &'static str,
    /// A noun (`claim`) rather than a verb.
    pub noun: bool,
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
    /// `i`: takes an infinitive or gerund that reports speech (`promised to`, `denied taking`).
    Infinitive,
    /// `p`: takes a phrase with a preposition (`called for`, `warned of`, `accused X of`).
    Phrase,
    /// `b`: reports belief rather than speech.
    Belief,
}

impl Cue {
    /// Whether the cue takes the construction.
    pub fn takes(&self, frame: Frame) -> bool {
        let letter = match frame {
            Frame::Direct => 'd',
            Frame::Clause => 't',
            Frame::Hearer => 'h',
            Frame::That => 'w',
            Frame::Infinitive => 'i',
            Frame::Phrase => 'p',
            Frame::Belief => 'b',
        };
        self.frames.contains(letter)
    }
}

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("cues.tsv")) {
        let (lemma, frames, noun) = (row[0], row[2], row[3] == "noun");
        let cue = Cue { lemma, frames, noun };
        let irregular: Vec<&str> = row[1].split(' ').filter(|form| !form.is_empty()).collect();
        let forms = if noun { inflection::noun_forms(lemma) } else { inflection::verb_forms(lemma, &irregular) };
        for form in forms {
            let tags = if noun { Tags::CUE_NOUN } else { Tags::CUE | Tags::VERB };
            let id = lexicon.add_made(form, tags);
            lexicon.cues.0.entry(id).or_insert(cue);
        }
    }
}
