//! A plural subject before `say`, with a description between: `Anglers hoping to row on Monday say`, `those asked say`,
//! `wardens who work with Otto Vale say`.

use std::ops::Range;

use super::phrases;
use crate::{
    grammar::endings,
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from the subject to its verb.
const REACH: usize = 30;

/// Maximum number of tokens of the second of two names.
const NAME: usize = 5;

/// The plural subject that opens the clause of the verb at `say`, if its description ends directly before the verb.
pub fn before(document: &Document, say: usize) -> Option<Range<usize>> {
    let from = document.sentence_tokens(say).start.max(say.saturating_sub(REACH));
    let opens = |at: &usize| *at == from || begins_clause(document, *at - 1);
    let start = (from..say).rev().find(opens)?;
    let those = document.is_one_of(start, const { &WordList::of(["many", "others", "some", "those"]) });
    let subject = if those { start..start + 1 } else { phrases::behind(document, start, say)? };
    let plural = those || is_common_plural(document, subject.end - 1) || heads_plural(document, &subject);
    let more = tells_more(document, subject.end, say) && !has_own_subject(document, subject.end, say);
    // `those close to the mayor`
    let whole = those && !document.tags(subject.end).any(Tags::RELATIVE);
    (plural && more).then_some(if whole { start..say } else { subject })
}

/// Whether the token is the base form of a verb of speech that is never a noun.
pub fn is_plain(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["allege", "indicate", "say", "suggest"]) })
}

/// Whether the token ends the second of two joined sources: `Ruth Amos and Otto Vale`, `Vale and his wife`, `the mayor
/// and the warden`.
pub fn is_joined(document: &Document, at: usize) -> bool {
    let name = |at: usize| document.tags(at).any(Tags::CAPITALISED) || document.is(at, ".");
    let opens = |at: usize| document.tags(at).any(Tags::ARTICLE | Tags::POSSESSIVE);
    let and = (at.saturating_sub(NAME)..at).rev().find(|&at| document.is(at, "and")).filter(|&and| and > 0);
    and.is_some_and(|and| {
        let own = opens(and + 1) && at <= and + 3;
        let names = (and + 1..at + 1).all(name);
        let told = Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION;
        let single = and > 1 && opens(and - 2);
        (names || own) && (document.tags(and - 1).any(told) || own && single || document.is(and - 1, ","))
    })
}

/// Whether a clause can begin after the token, a mark or a conjunction.
fn begins_clause(document: &Document, at: usize) -> bool {
    const JOINTS: WordList<10> =
        WordList::of(["and", "as", "because", "but", "if", "or", "that", "though", "when", "while"]);
    let mark = document.tokens[at].kind == TokenKind::Mark && matches!(document.sign(at), ',' | ';' | ':' | '(');
    let dash = document.tokens[at].kind == TokenKind::Dash && !document.is_glued(at);
    let such = at > 0 && document.is(at, "as") && document.is(at - 1, "such");
    mark || dash || document.tags(at).any(Tags::OPENING) || !such && document.is_one_of(at, &JOINTS)
}

/// Whether the word is a plural, and its s that of no name: `wardens`, `Wardens say`.
fn is_common_plural(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    endings::is_plural(document, at) && (!tags.any(Tags::CAPITALISED) || tags.any(Tags::SENTENCE_START))
}

/// Whether a plural precedes a preposition in the subject: `majorities of the town`.
fn heads_plural(document: &Document, subject: &Range<usize>) -> bool {
    let preposition = subject.clone().find(|&at| document.tags(at).any(Tags::PREPOSITION));
    preposition.is_some_and(|at| at > subject.start && is_common_plural(document, at - 1))
}

/// Whether the subject of the verb is directly before it: `the miller who wardens say`, `left after wardens say`,
/// `wardens who say`.
fn has_own_subject(document: &Document, from: usize, say: usize) -> bool {
    const JOINTS: WordList<8> = WordList::of(["after", "before", "since", "that", "until", "which", "who", "whom"]);
    let start = phrases::phrase_ending(document, say, from).map_or(say, |near| near.start);
    let joint = start.checked_sub(1).filter(|&at| at >= from);
    // `wardens who work say`, but not `a man who police say`
    let speaker = Tags::PERSON_NOUN | Tags::TITLE | Tags::CAPITALISED | Tags::PRONOUN | Tags::ORGANISATION;
    let alone = !(start..say).any(|at| document.tags(at).any(Tags::PREPOSITION));
    let other = alone && (document.tags(say - 1).any(speaker) || is_common_plural(document, say - 1));
    let who = joint.is_some_and(|at| document.is(at, "who") && at == from) && !other;
    document.is(say - 1, "who") || !who && joint.is_some_and(|at| document.is_one_of(at, &JOINTS))
}

/// Whether the words are a relative clause, a participle or a prepositional phrase, without a finite verb of the main
/// clause.
fn tells_more(document: &Document, at: usize, say: usize) -> bool {
    if at >= say {
        return false;
    }
    let tags = document.tags(at);
    let participle = document.ends_in(at, "ing") || document.ends_in(at, "ed");
    const ADJECTIVES: WordList<4> = WordList::of(["close", "familiar", "privy", "responsible"]);
    let relative = document.is(at, "who") || document.is(at, "whose");
    let plain = participle && !tags.any(Tags::CAPITALISED)
        || tags.any(Tags::PREPOSITION) && !tags.any(Tags::CONJUNCTION)
        || document.is_one_of(at, &ADJECTIVES);
    let other = |at: usize| document.tags(at).any(Tags::AUXILIARY | Tags::PRONOUN | Tags::NEGATION);
    // `groups such as the Otter Club`
    let such = document.is(at, "such") && document.is(at + 1, "as");
    relative || (plain || such) && !(at + 1..say).any(other)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_stands_between_may_be_long() {
        quotes(
            "
Anglers hoping to row with Otto Vale say the weir is shut.
                                         ^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Anglers]
Those close to the abbot say he is ill. Wardens who drive for Otter Rail say that they are tired.
                             ^^^^^^^^^ quote indirect cue=[say] speaker=[Those close to the abbot]
                                                                             ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Wardens]
By a good margin, those asked say the toll should go.
                                  ^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[those asked]
",
        );
    }

    #[test]
    fn two_names_are_a_plural() {
        quotes(
            "
Ruth Amos and Otto Vale say the pier is shut. Mr Vale and his wife say it is old.
                            ^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Ruth Amos and Otto Vale] person=[Ruth Amos]
                                                                       ^^^^^^^^^ quote indirect cue=[say] speaker=[Mr Vale and his wife] person=[Otto Vale]
",
        );
    }

    #[test]
    fn who_is_heard_to_say_it_is_no_subject() {
        quotes("Two clerks heard the abbot say he was ill. They let Lund say it was late.");
    }

    #[test]
    fn two_in_the_singular_are_a_plural() {
        quotes(
            "
The cooper and the glazier say the kiln is cold.
                               ^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[The cooper and the glazier]
",
        );
    }

    #[test]
    fn papers_indicate_what_a_clause_tells() {
        quotes(
            "
Complaints obtained by the Tarn Post indicate Birch received the rope. Lamps on the pier used to indicate danger.
                                              ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[indicate] speaker=[Complaints obtained by the Tarn Post]
Old complaints in that case say the rope was cut.
                                ^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Old complaints in that case]
",
        );
    }

    #[test]
    fn an_example_stands_behind_the_subject() {
        quotes(
            "
Small clubs such as Otter Row say the weir leaks.
                                  ^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Small clubs]
",
        );
    }
}
