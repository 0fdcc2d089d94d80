//! The speaker meant by a family name alone, among several of one family.

use super::{
    namesakes::{self, Speech},
    people::{Gathered, NAMESAKES, Register},
    pronouns,
};
use crate::types::{Document, Gender, Mention, Quote, Span};

impl Register<'_> {
    /// The speaker among several with the family name: not a dead person, not one named in full in the reported words,
    /// not a woman if they mention `his wife`. Of the rest, the one who spoke last or was last the subject of a
    /// sentence.
    pub(super) fn who_speaks(
        &self,
        document: &Document,
        at: Span,
        quote: &Quote,
        speech: &Speech,
        named: impl Iterator<Item = usize>,
    ) -> Option<usize> {
        let told = |span: Span| quote.content.iter().any(|words| words.contains(span));
        let gender = namesakes::gender_of_kin(document, quote);
        let can = |&person: &usize| {
            let Gathered { form, mentions, full, told: beside, .. } = &self.people[person];
            !beside.is_mute
                && !Gender::differ(form.gender, gender)
                && !mentions[..*full].iter().any(|mention| told(mention.span))
        };
        let role = |person: usize| {
            let known = &self.people[person];
            let (full, short) = known.mentions.split_at(known.full);
            let last = |list: &[Mention]| {
                let before = &list[..list.partition_point(|mention| mention.span < at)];
                let tells = |mention: &&Mention| {
                    speech.by(mention.span).is_some()
                        || pronouns::is_subject(document, document.token_at(mention.span.start))
                };
                before.iter().rev().take(NAMESAKES).find(tells).map(|mention| mention.span)
            };
            last(full).max(last(short))
        };
        named.filter(can).filter(|&person| role(person).is_some()).max_by_key(|&person| role(person))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_is_named_in_what_is_said_does_not_say_it() {
        quotes(
            "
Otto Vale met the guards. Otto Vale said his brother was late. Vale said Ivo Vale had gone home.
                                         ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Vale] person=[Otto Vale]
                                                                         ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Vale] person=[Otto Vale]
Una Vale drowned in May. Otto Vale told guards he was rowing. Vale said his wife swam well.
                                               ^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Otto Vale] person=[Otto Vale]
                                                                        ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Vale] person=[Otto Vale]
",
        );
    }

    #[test]
    fn the_dead_do_not_speak() {
        quotes(
            "
Mia Vale, 3, drowned in May. Otto Vale was away. Vale swam once. Vale said it was cold.
                                                                           ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Vale] person=[Otto Vale]
",
        );
    }
}
