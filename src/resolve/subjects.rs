//! New people that a pronoun may refer to: one without a name who has just spoken, or the subject of the sentence
//! before: `A retired miller watched. He said …`, `Ivo Marsh, 57, was there. He said …`

use std::ops::Range;

use super::{
    holders::{self, Near},
    pronouns::{self, Mentioned},
};
use crate::{
    grammar::kinds,
    lexicon::noun_gender,
    types::{BlockKind, Document, Gender, How, Office, Person, Span, Speaker, Tags, TokenKind, WordList},
};

/// The most tokens of a subject without a name up to its noun.
const SUBJECT: usize = 8;
/// The most sentences of a quotation between a subject and its pronoun.
const QUOTED_SENTENCES: u32 = 12;
/// Tokens before a noun in which to look for its first mention.
const FAR: usize = 200;
/// The most tokens of a title before a name.
const TITLE: usize = 12;

/// Words that introduce a new person.
const OPENS: WordList<4> = WordList::of(["a", "an", "another", "one"]);

/// The person a pronoun refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The words for a person without a name.
    Unnamed(Span),
    /// Index into `ArticleFacts::people`.
    Known(u32),
}

/// The document with its people and mentions.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub document: &'a Document<'a>,
    pub people: &'a [Person],
    pub mentions: &'a [Mentioned],
}

impl Context<'_> {
    /// The mention of the person without a name who spoke in the sentence before: `An aide said it was late. He added
    /// …`
    pub fn unnamed(&self, speaker: &Speaker, last: &Speaker) -> Option<Span> {
        let document = self.document;
        let at = document.token_at(speaker.span.start);
        let gender = pronouns::gender(document, at)?;
        let chain = pronouns::chain_start(document, document.tokens[at].sentence, gender);
        let before = document.tokens[document.token_at(last.span.start)].sentence;
        let known = last.person.is_some_and(|person| self.people[person as usize].name.is_some());
        if known || chain.saturating_sub(before) > 1 {
            return None;
        }
        let stands_for = if last.how == How::Pronoun { last.stands_for? } else { last.span };
        let tokens = document.tokens_in(stands_for);
        if self.apposed(stands_for).is_some() {
            return None;
        }
        let of = tokens.clone().find(|&at| document.tags(at).any(Tags::PREPOSITION));
        let one = of.is_some_and(|of| is_one_of_several(document, of));
        let tied = of.unwrap_or(tokens.end);
        // `the prosecutor` may be someone who was named before.
        let again = document.is(tokens.start, "the");
        // So may `the mother-of-two`.
        let compound = || document.tokens[tied - 1].kind != TokenKind::Word;
        if again && (compound() || !self.is_nobody_named(tied - 1, of.is_some())) {
            return None;
        }
        let new =
            again || document.is_one_of(tokens.start, &OPENS) || document.tags(tokens.start).any(Tags::POSSESSIVE);
        let person =
            |at: usize| is_word_for_one(document, at, one) || new && at > tokens.start && can_be_person(document, at);
        let head = [tokens.end, tied].into_iter().map(|end| end - 1).find(|&at| at >= tokens.start && person(at))?;
        fits(document, head, gender).then_some(stands_for)
    }

    /// The subject of the sentence before the pronoun at token `at`, and before those that continue to it. It must be a
    /// person without a name, the holder of an office or a person named for the first time, and no one may have spoken
    /// since.
    pub fn subject(&self, at: usize, last: Option<&Speaker>) -> Option<Subject> {
        let document = self.document;
        let gender = pronouns::gender(document, at)?;
        let sentence = self.sentence_before(at, gender)?;
        let tokens = document.sentences[sentence as usize].tokens.clone();
        let tokens = tokens.start as usize..tokens.end as usize;
        let start = document.tokens[tokens.start].span.start;
        if last.is_some_and(|last| last.span.start >= start) {
            return None;
        }
        let (end, subject) = match self.newly_named(sentence, tokens.start, gender) {
            Some((end, person)) => (end, Subject::Known(person)),
            None => self.described(&tokens, gender)?,
        };
        let other = |at: usize| pronouns::gender(document, at) == Some(gender);
        (!(end..tokens.end).any(other)).then_some(subject)
    }

    /// The reporter's sentence before that of a pronoun and before consecutive ones that begin with it.
    fn sentence_before(&self, at: usize, gender: Gender) -> Option<u32> {
        let document = self.document;
        let own = document.tokens[at].sentence;
        let last = pronouns::chain_start(document, own, gender).checked_sub(1)?;
        let first = |sentence: u32| document.sentences[sentence as usize].tokens.start as usize;
        let plain = |&sentence: &u32| document.quotation_of(first(sentence)).is_none();
        let before = (last.saturating_sub(QUOTED_SENTENCES)..last + 1).rev().find(plain)?;
        // Words of speech after a quotation between the two are about someone else.
        let told = |sentence: u32| {
            let quotation = document.quotation_of(first(sentence));
            quotation.is_some_and(|quotation| quotation.close + 1 < document.sentences[sentence as usize].tokens.end)
        };
        if (before + 1..last + 1).any(told) {
            return None;
        }
        let block = |sentence: u32| document.sentences[sentence as usize].block;
        let paragraph = |sentence: u32| document.blocks[block(sentence) as usize].kind == BlockKind::Paragraph;
        (paragraph(before) && paragraph(own) && block(own) - block(before) <= 2).then_some(before)
    }

    /// The person whose full name occurs here for the first time, and the token after it.
    fn newly_named(&self, sentence: u32, start: usize, gender: Gender) -> Option<(usize, u32)> {
        let document = self.document;
        let first = self.mentions.partition_point(|mention| mention.span.start < document.tokens[start].span.start);
        let mention = self.mentions.get(first).filter(|mention| mention.sentence == sentence && mention.subject)?;
        let person = &self.people[mention.person as usize];
        let name = document.tokens_in(mention.span);
        let new = person.mentions.first().is_some_and(|first| first.span == mention.span);
        let fits = person.name.is_some() && person.gender.is_none_or(|known| known == gender);
        // `His brother, Ivo Marsh, drowned. He said`: the pronoun refers to the owner of "his".
        let kin = (start..name.start).any(|at| document.tags(at).any(Tags::KIN));
        let near = name.start - start <= TITLE;
        // `The firm hired Ivo Marsh`
        let object = name.start > start + 1
            && document.ends_in(name.start - 1, "ed")
            && !document.tags(name.start - 1).any(Tags::CAPITALISED);
        (new && fits && !kin && near && !object && name.len() > 1).then_some((name.end, mention.person))
    }

    /// A person without a name as the subject of a sentence, or the holder of the office.
    fn described(&self, tokens: &Range<usize>, gender: Gender) -> Option<(usize, Subject)> {
        let document = self.document;
        let joint = document.tags(tokens.start).any(Tags::CONJUNCTION | Tags::ADVERB);
        let start = tokens.start + usize::from(joint);
        let start = start + usize::from(joint && document.is(start, ","));
        let the = document.is(start, "the");
        let own = document.tags(start).any(Tags::POSSESSIVE);
        if !(the || own || document.is_one_of(start, &OPENS)) {
            return None;
        }
        let one = document.is(start + 1, "of") && is_one_of_several(document, start + 1);
        let head = self.head(start, tokens.end, one)?;
        if own && document.tags(head).any(Tags::KIN) || !fits(document, head, gender) {
            return None;
        }
        let phrase = document.span(start..head + 1);
        let near = Near { document, people: self.people, mentions: self.mentions, spoke: None };
        // `One of the rowers, 31-year-old Ivo Marsh, fled`
        if let Some(mention) = self.apposed(phrase) {
            return Some((document.tokens_in(mention.span).end, Subject::Known(mention.person)));
        }
        if !the || self.is_nobody_named(head, false) {
            return Some((head + 1, Subject::Unnamed(phrase)));
        }
        // `the prosecutor` may be someone who was named before, and so may the Dorn County prosecutor.
        let person = holders::holder(&near, phrase)?;
        let known = self.people[person as usize].gender;
        known.is_none_or(|known| known == gender).then_some((head + 1, Subject::Known(person)))
    }

    /// `A neighbour said … the neighbour`, `the head of a union`: whether the noun at a token, with `the` before it,
    /// was introduced for a person without a name, or is an office that no named person holds.
    fn is_nobody_named(&self, noun: usize, tied: bool) -> bool {
        let document = self.document;
        let held = |person: &Person| {
            let role = |office: &Office| document.tokens_in(office.role).any(|at| document.same_word(at, noun));
            person.name.is_some() && person.offices.iter().any(role)
        };
        if self.people.iter().any(held) {
            return false;
        }
        let opened = |at: usize| (at.saturating_sub(2)..at).any(|at| document.is_one_of(at, &OPENS));
        let told = |&at: &usize| document.same_word(at, noun) && at > 0;
        let before = (noun.saturating_sub(FAR)..noun.saturating_sub(1)).rev().find(told);
        before.is_some_and(opened) || tied && document.tags(noun).any(Tags::TITLE)
    }

    /// `His sister, 18-year-old Nora Finch, said`: the name in apposition after the words for a person.
    fn apposed(&self, words: Span) -> Option<&Mentioned> {
        let first = self.mentions.partition_point(|mention| mention.span.start < words.end);
        let end = self.document.tokens_in(words).end;
        let near = |mention: &&Mentioned| self.document.token_at(mention.span.start) <= end + TITLE / 2;
        let comma = end < self.document.tokens.len() && self.document.is(end, ",");
        self.mentions.get(first).filter(|mention| comma && near(mention))
    }

    /// The noun of a subject that begins at `start`; a verb or a comma must follow.
    fn head(&self, start: usize, limit: usize, one_of: bool) -> Option<usize> {
        let document = self.document;
        let closed =
            Tags::AUXILIARY | Tags::PREPOSITION | Tags::CONJUNCTION | Tags::RELATIVE | Tags::PRONOUN | Tags::NEGATION;
        let first = start + 1 + 2 * usize::from(one_of);
        let the = document.is(start, "the");
        for at in first..limit.min(first + SUBJECT) {
            let word = document.tokens[at].kind == TokenKind::Word;
            if !word && document.tokens[at].kind != TokenKind::Dash || document.tags(at).any(closed) {
                return None;
            }
            let again = || the && can_be_person(document, at) && self.is_nobody_named(at, false);
            if (is_word_for_one(document, at, one_of) || again()) && at + 1 < limit {
                let verb = closed | Tags::VERB | Tags::CUE | Tags::CHANGE;
                let next = document.tags(at + 1);
                let more = next.any(Tags::PERSON_NOUN | Tags::TITLE) || next.any(Tags::CAPITALISED);
                let ends = next.any(verb) || document.is(at + 1, ",") || document.ends_in(at + 1, "ed");
                if ends && !more {
                    return Some(at);
                }
            }
        }
        None
    }
}

/// `one of the ferrymen`, `another of the guests`.
fn is_one_of_several(document: &Document, of: usize) -> bool {
    let one = of > 0 && document.is_one_of(of - 1, const { &WordList::of(["another", "one"]) });
    one && document.is(of, "of") && document.tags(of + 1).any(Tags::DETERMINER)
}

/// Whether the word is a noun for one person, or for several if one of them is meant.
fn is_word_for_one(document: &Document, at: usize, one_of: bool) -> bool {
    let person = document.tags(at).any(Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN);
    // `A second is in print`
    person && !document.tags(at).any(Tags::ORDINAL) && (one_of || !document.ends_in(at, "s"))
}

/// Whether the noun can be used for a new person who speaks and is then called he or she: `a neighbour`, `one witness`.
fn can_be_person(document: &Document, at: usize) -> bool {
    const DOCUMENTS: WordList<21> = WordList::of([
        "affidavit",
        "board",
        "book",
        "caption",
        "complaint",
        "court",
        "document",
        "email",
        "filing",
        "jury",
        "lawsuit",
        "letter",
        "magazine",
        "memo",
        "newspaper",
        "page",
        "panel",
        "paper",
        "poll",
        "study",
        "survey",
    ]);
    let tags = document.tags(at);
    let other = Tags::CUE_NOUN | Tags::ORGANISATION | Tags::SITE | Tags::BODY | Tags::CAPITALISED | Tags::PREPOSITION;
    let compound = kinds::is_dash(document, at + 1) && document.is_glued(at);
    tags.any(Tags::ORDINARY)
        && !compound
        && !tags.any(other)
        && !document.is_one_of(at, &DOCUMENTS)
        && (!document.ends_in(at, "s") || document.ends_in(at, "ss"))
}

fn fits(document: &Document, noun: usize, gender: Gender) -> bool {
    noun_gender(document.word(noun)).is_none_or(|told| told == gender)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn one_without_a_name_stands_before_the_pronoun() {
        quotes(
            "
Ivo Marsh said the mill was lost. One of the residents said the smoke was thick. He said it came from the loft.
               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                            ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[One of the residents]
                                                                                         ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[He] stands_for=[One of the residents]
Ivo Marsh said the mill was lost. A retired officer watched it burn. “It came from the loft,” he said.
               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[he] stands_for=[A retired officer]
",
        );
    }

    #[test]
    fn somebody_new_or_in_office_stands_before_the_pronoun() {
        quotes(
            "
Ivo Marsh said the mill was lost. Army veteran Otto Vale, 57, was in the crowd. He said it could be saved.
               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                                                        ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Otto Vale]
Ivo Marsh said the mill was lost. One of the residents, 31-year-old Otto Vale, fled. He said it could be saved.
               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                                                             ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Otto Vale]
Coroner Otto Vale came late. Ivo Marsh said the mill was lost. The coroner was cross. He said it could be saved.
                                            ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                                                              ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Otto Vale]
",
        );
    }

    #[test]
    fn who_is_told_of_beside_another_is_not_meant() {
        quotes(
            "
Ivo Marsh said the mill was lost. Otto Vale backs him. He said it was old.
               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                               ^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Ivo Marsh]
Ivo Marsh said the mill was lost. His brother, Otto Vale, drowned. He said it was old.
               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                                           ^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Ivo Marsh]
Ivo Marsh said the mill was lost. The firm hired Otto Vale. He said it was old.
               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                                    ^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn whoever_speaks_is_somebody() {
        quotes(
            "
Hazel Lane lives here. A neighbor said the boat sank. She said it was old. The neighbor wept. She said it was cold.
                                       ^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A neighbor]
                                                               ^^^^^^^^^^ quote indirect cue=[said] speaker=[She] stands_for=[A neighbor]
                                                                                                       ^^^^^^^^^^^ quote indirect cue=[said] speaker=[She] stands_for=[The neighbor]
Ivo Marsh wept. One witness said a car came. He said it was red. A court said it was late. He said it was cold.
                                 ^^^^^^^^^^ quote indirect cue=[said] speaker=[One witness]
                                                     ^^^^^^^^^^ quote indirect cue=[said] speaker=[He] stands_for=[One witness]
                                                                              ^^^^^^^^^^^ quote indirect cue=[said] speaker=[A court]
                                                                                                   ^^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn the_head_of_what_nobody_named_leads() {
        quotes(
            "
Otto Vale won. The head of a millers' union called on the mayor to resign. He said it was late.
                                                      ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[called] speaker=[The head of a millers' union]
                                                                                   ^^^^^^^^^^^ quote indirect cue=[said] speaker=[He] stands_for=[The head of a millers' union]
Mayor Ivo Marsh won. The mayor of Dorn called on the club to row. He said it was late.
                                                 ^^^^^^^^^^^^^^^ quote indirect cue=[called] speaker=[The mayor of Dorn]
                                                                          ^^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn the_neighbour_is_a_neighbour() {
        quotes(
            "
Otto Vale was shot. A neighbor heard a bang. The neighbor said it was loud. “I ran,” he said.
                                                               ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The neighbor]
                                                                            ^^^^^^^^ quote direct cue=[said] speaker=[he] stands_for=[The neighbor]
",
        );
    }
}
