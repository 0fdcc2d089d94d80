//! The person meant by a family or given name alone.

use super::{
    alias::{self, Form},
    namesakes::{self, Speech, Told},
    people::{Gathered, Register},
    titles::Titles,
};
use crate::types::{Document, Gender, Span};

/// A family or given name alone.
#[derive(Debug)]
pub struct Alone<'a, 'b> {
    pub form: &'b Form<'a>,
    pub at: Span,
    /// The name after it.
    pub next: Option<Span>,
    /// A person of the same family next to it, who is someone else.
    pub kin: Option<usize>,
}

impl Register<'_> {
    /// The person meant by a family or given name: in general the one mentioned last before it, else the first. Not
    /// `kin`, nor a commoner if a royal title comes before the name. A person distinguished from their kin this way
    /// keeps the family name alone.
    pub(super) fn short_form(
        &self,
        document: &Document,
        alone: &Alone,
        titles: &Titles,
        speech: &Speech,
    ) -> Option<usize> {
        let &Alone { form, at, next, kin } = alone;
        let word = form.words().last()?;
        let royal = titles.is_royal(at);
        let same_rank = |known: &Gathered| {
            !royal || !known.form.is_full() || known.mentions.iter().any(|mention| titles.is_royal(mention.span))
        };
        // `President Finch spoke` before `Nora Finch`, who never has the title: she is his wife.
        let titled = titles.is_before(at);
        let is_later = |known: &Gathered| {
            known.form.is_full()
                && known.mentions.iter().all(|mention| at < mention.span)
                && !titles.tell_of(&known.mentions)
        };
        let relation = namesakes::is_relation(document, document.tokens_in(at).start);
        let can = |&person: &usize| {
            let known = &self.people[person];
            kin != Some(person)
                && alias::fits(&known.form, form)
                && same_rank(known)
                && !(relation && self.is_stranger(known, word))
                && !(titled && is_later(known))
        };
        let could = || self.known(word).filter(can);
        let gender = could().nth(1).and_then(|_| namesakes::gender_behind(document, at, next, speech));
        let gender = gender.filter(|_| could().any(|person| self.people[person].form.gender == gender));
        let fitting = || could().filter(|&person| !Gender::differ(self.people[person].form.gender, gender));
        if let Some(person) = fitting().find(|&person| self.people[person].beside_kin) {
            return Some(person);
        }
        let before = |person: usize| self.people[person].last_before(at);
        let titled = |&person: &usize| before(person).is_some() && titles.is_held(at, &self.people[person].mentions);
        if let Some(person) = fitting().filter(titled).max_by_key(|&person| before(person)) {
            return Some(person);
        }
        if let Some(person) = self.of_age(document, at, fitting()) {
            return Some(person);
        }
        let named = || fitting().filter(|&person| before(person).is_some());
        if let Some(quote) = speech.by(at)
            && named().nth(1).is_some()
            && let Some(person) = self.who_speaks(document, at, quote, speech, named())
        {
            return Some(person);
        }
        // `Mrs Finch` may be someone's mother.
        let addressed = form.gender.is_some();
        let first = named().filter(|&person| addressed || !self.people[person].told.is_relation);
        let last = first.max_by_key(|&person| before(person));
        let last = last.or_else(|| named().max_by_key(|&person| before(person)));
        let unnamed = || fitting().find(|&person| !self.people[person].form.is_full());
        last.or_else(unnamed).or_else(|| fitting().last())
    }

    /// Whether nothing shows that a person named in full is of the family of a relative with this given name: `Ivo Reed
    /// of the police … her brother, Ivo`.
    fn is_stranger(&self, known: &Gathered, given: &str) -> bool {
        let Form { given: own, family, .. } = &known.form;
        let lone = || family.last().is_some_and(|family| self.known(family).nth(1).is_none());
        own.iter().any(|own| alias::same_word(own, given)) && known.told == Told::default() && lone()
    }

    /// The one of several whose age also follows the name here.
    fn of_age(&self, document: &Document, at: Span, mut fitting: impl Iterator<Item = usize>) -> Option<usize> {
        let age = namesakes::age(document, document.tokens_in(at).end)?;
        fitting.find(|&person| self.people[person].told.age == Some(age))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{people, quotes};

    #[test]
    fn a_relation_called_by_the_given_name_is_no_stranger() {
        people(
            "
Ivo Reed of the police came. Nora Finch swam. “She won,” said her brother, Ivo.
^^^^^^^^ person Ivo Reed
                             ^^^^^^^^^^ person Nora Finch
                                                                           ^^^ person Ivo
Ann Lund swam. Karl Lund came. “She won,” said her brother, Karl.
^^^^^^^^ person Ann Lund
               ^^^^^^^^^ person Karl Lund
                                                            ^^^^ person Karl Lund
",
        );
    }

    #[test]
    fn what_stands_behind_tells_who_is_meant() {
        people(
            "
Otto Vale rowed. Una Vale rowed. Vale hurt himself. Vale rests at her home. Police say Vale had shut himself in.
^^^^^^^^^ person Otto Vale
                 ^^^^^^^^ person Una Vale
                                 ^^^^ person Otto Vale
                                                    ^^^^ person Una Vale
                                                                                       ^^^^ person Otto Vale
Otto Vale said no. Una Vale rowed. “It is over,” Vale said on Monday outside his home. Vale fell ill when she rowed.
^^^^^^^^^ person Otto Vale
                   ^^^^^^^^ person Una Vale
                                                 ^^^^ person Otto Vale
                                                                                       ^^^^ person Una Vale
",
        );
    }

    #[test]
    fn a_president_is_not_his_wife() {
        quotes(
            "
President Marsh spoke. Marsh said it was late. He took the stage with Melania Marsh. Marsh said it was cold.
                                  ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Marsh] person=[Marsh]
                                                                                                ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Marsh] person=[Marsh]
Mayor Amos spoke. Amos said it was old. Ruth Amos, the mayor since May, left. Amos said it was wet.
                            ^^^^^^^^^^ quote indirect cue=[said] speaker=[Amos] person=[Ruth Amos]
                                                                                        ^^^^^^^^^^ quote indirect cue=[said] speaker=[Amos] person=[Ruth Amos]
",
        );
    }
}
