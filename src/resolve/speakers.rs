//! Links the mention next to a cue to a person: by name, by pronoun, or continued from the quote before.

use super::{
    aged,
    holders::{self, Near},
    named::{by_family_name, named},
    portfolios::Portfolios,
    pronouns::{self, Antecedent, Mentioned},
    relative,
    several::{self, Spoke},
    subjects::{Context, Subject},
};
use crate::types::{BlockKind, Document, Fact, How, Person, Quote, QuoteForm, Span, Speaker, Tags, TokenKind};

/// The most paragraphs between a quote and the one whose speaker it continues.
const CARRIED_PARAGRAPHS: u32 = 2;

/// How often pronouns that fit another person nearly as well are right, relative to all pronouns.
const CONTESTED: f32 = 0.94;

/// How often quotes without words of speech are right, with and without a previous speaker.
const CONTINUED: f32 = 0.8;
const ALONE: f32 = 0.3;

/// Sets the person of every speaker who refers to one, and the speaker of quotes that name none.
pub fn link(
    document: &Document,
    quotes: &mut [Fact<Quote>],
    portfolios: &Portfolios,
    people: &[Person],
    mentions: &[Mentioned],
) {
    let context = Context { document, people, mentions };
    let mut last: Option<(Speaker, u32)> = None;
    // Whether a thing has spoken since.
    let mut passed = false;
    let mut several: Option<Spoke> = None;
    for quote in quotes {
        let block = document.tokens[document.token_at(quote.span.start)].sentence;
        let block = document.sentences[block as usize].block;
        let (form, content) = (quote.detail.form, &quote.detail.content);
        match &mut quote.detail.speaker {
            Some(speaker) => {
                speaker.span = portfolios.whole(document, speaker.span).unwrap_or(speaker.span);
                let previous = last.as_ref().and_then(|(speaker, _)| speaker.person);
                speaker.person = match speaker.how {
                    How::Pronoun => {
                        let said = if form == QuoteForm::Indirect { content } else { &[][..] };
                        let found = pronoun(context, speaker, last.as_ref().map(|(last, _)| last), said);
                        if found.is_some_and(|found| found.contested) {
                            quote.confidence *= CONTESTED;
                        }
                        found.map(|found| found.person).filter(|&person| may_own(context, speaker.span, person))
                    }
                    _ => named(document, speaker, content, portfolios, mentions, people)
                        .or_else(|| told(&Near { document, people, mentions, spoke: previous }, speaker.span)),
                };
                if speaker.how == How::Described && is_called(document, speaker, people, mentions) {
                    quote.confidence *= How::Named.right() / How::Described.right();
                    speaker.how = How::Named;
                }
                if speaker.person.is_none() && speaker.stands_for.is_none() && speaker.how == How::Pronoun {
                    let thing = last.as_ref().filter(|_| !passed);
                    speaker.stands_for = unnamed(document, speaker.span, content, thing, several, block);
                }
                several = spoke_as_several(document, speaker).or(several);
            }
            // Words of speech without a source name no one, so the previous speaker does not continue.
            none if quote.detail.cue.is_none() => {
                *none = introduced(document, quote.span, last.as_ref(), mentions)
                    .or_else(|| continued(last.as_ref(), block));
                quote.confidence = if none.is_some() { CONTINUED } else { ALONE };
            }
            _ => {}
        }
        // `"You begin to think it leaks," she said`: a speaker quoted by another does not continue, nor does one in a
        // caption.
        let caption = document.blocks[block as usize].kind == BlockKind::Caption;
        let speaks = quote.detail.speaker.clone();
        let thing = speaks.as_ref().is_some_and(|speaker| is_thing(document, speaker));
        let speaks = speaks.filter(|speaker| !caption && !thing && !is_quoted(document, speaker));
        passed = thing || passed && speaks.is_none();
        last = speaks.map(|speaker| (speaker, block)).or(last);
    }
}

/// The words that name whom a pronoun means, if that is no person with a name.
fn unnamed(
    document: &Document,
    pronoun: Span,
    said: &[Span],
    last: Option<&(Speaker, u32)>,
    several: Option<Spoke>,
    block: u32,
) -> Option<Span> {
    let at = document.token_at(pronoun.start);
    match document.word(at) {
        "it" | "It" => organisation(document, last, block),
        "they" | "They" => several::antecedent(document, pronoun, several, said),
        _ if document.tags(at).any(Tags::RELATIVE) => relative::antecedent(document, at),
        _ => None,
    }
}

/// The words for several people who have spoken.
fn spoke_as_several(document: &Document, speaker: &Speaker) -> Option<Spoke> {
    let words = speaker.stands_for.unwrap_or(speaker.span);
    let sentence = document.tokens[document.token_at(speaker.span.start)].sentence;
    (speaker.person.is_none() && several::is_several(document, words)).then_some(Spoke { words, sentence })
}

/// The person meant by a family name, an office or an age: `the 41-year-old said`.
fn told(near: &Near, source: Span) -> Option<u32> {
    by_family_name(near.document, source, near.people)
        .or_else(|| holders::holder(near, source))
        .or_else(|| aged::person(near, source))
}

/// `Mabbett said` at the start of a sentence: whether it is a name, because a person has it.
fn is_called(document: &Document, speaker: &Speaker, people: &[Person], mentions: &[Mentioned]) -> bool {
    if speaker.person.is_some() && by_family_name(document, speaker.span, people).is_some() {
        return true;
    }
    let first = mentions.partition_point(|mention| mention.span.start < speaker.span.start);
    let mut inside = mentions[first..].iter().take_while(|mention| mention.span.start < speaker.span.end);
    let name = |person: u32| people[person as usize].name.is_some();
    speaker.person.is_some_and(name) && inside.any(|mention| Some(mention.person) == speaker.person)
}

/// The antecedent of a pronoun: a person without a name who has just spoken or been mentioned, or a known person.
fn pronoun(context: Context, speaker: &mut Speaker, last: Option<&Speaker>, said: &[Span]) -> Option<Antecedent> {
    let Context { document, people, mentions } = context;
    let unnamed = last.and_then(|last| context.unnamed(speaker, last)).map(Subject::Unnamed);
    match unnamed.or_else(|| context.subject(document.token_at(speaker.span.start), last)) {
        Some(Subject::Unnamed(words)) => {
            speaker.stands_for = Some(words);
            None
        }
        Some(Subject::Known(person)) => Some(Antecedent { person, contested: false }),
        None => {
            let previous = last.and_then(|last| last.person);
            pronouns::antecedent(document, speaker.span, mentions, people, previous, said)
        }
    }
}

/// `Finch stood by her claim that it leaked`: whether the owner is the person, who must be the subject earlier in the
/// sentence; always true if the words for the source do not begin with a possessive.
fn may_own(context: Context, words: Span, person: u32) -> bool {
    let Context { document, mentions, .. } = context;
    let at = document.token_at(words.start);
    let owner = document.tags(at).any(Tags::POSSESSIVE) && !document.is(at, "her");
    let before = &mentions[..mentions.partition_point(|mention| mention.span.end <= words.start)];
    let sentence = document.tokens[at].sentence;
    let mut own = before.iter().rev().take_while(|mention| mention.sentence == sentence);
    !owner || own.any(|mention| mention.person == person && mention.subject)
}

/// `a letter that said`: whether the speaker is a relative pronoun for a thing.
fn is_thing(document: &Document, speaker: &Speaker) -> bool {
    let relative = document.tags(document.token_at(speaker.span.start)).any(Tags::RELATIVE);
    speaker.how == How::Pronoun && speaker.person.is_none() && relative
}

/// Whether the mention is a pronoun inside quotation marks.
fn is_quoted(document: &Document, speaker: &Speaker) -> bool {
    speaker.how == How::Pronoun && document.quotation_of(document.token_at(speaker.span.start)).is_some()
}

/// The mention of the organisation or document that spoke last, for `it`.
fn organisation(document: &Document, last: Option<&(Speaker, u32)>, block: u32) -> Option<Span> {
    let (speaker, _) =
        last.filter(|(speaker, before)| speaker.person.is_none() && block - before <= CARRIED_PARAGRAPHS)?;
    let words = match speaker.how {
        How::Named | How::Described => Some(speaker.span),
        _ => speaker.stands_for,
    };
    words.filter(|&words| !several::is_plural(document, words))
}

/// The person whom the paragraph before is about, if no one speaks in it and the quotation is a paragraph of its own:
/// `Her neighbour, Ivo Marsh, lost two boats.`
fn introduced(
    document: &Document,
    quote: Span,
    last: Option<&(Speaker, u32)>,
    mentions: &[Mentioned],
) -> Option<Speaker> {
    let first = document.token_at(quote.start);
    let block = document.block_of(first);
    let before = document.sentences[document.tokens[first].sentence as usize].block.checked_sub(1)?;
    let silent = last.is_none_or(|&(_, spoke)| spoke < before);
    if !silent || block.tokens.start as usize != first {
        return None;
    }
    let paragraph = &document.blocks[before as usize];
    let mention = mentions[mentions.partition_point(|mention| mention.span.start < paragraph.span.start)..].first()?;
    let at = document.token_at(mention.span.start);
    let start = paragraph.tokens.start as usize;
    let other = Tags::AUXILIARY | Tags::VERB | Tags::CUE | Tags::PREPOSITION;
    let opens = at < paragraph.tokens.end as usize
        && document.tokens[at].sentence == document.tokens[start].sentence
        && paragraph.kind == document.block_of(first).kind
        && !(start..at).any(|at| document.tags(at).any(other) || document.tokens[at].kind == TokenKind::Quotation);
    opens.then_some(Speaker { span: mention.span, person: Some(mention.person), stands_for: None, how: How::Continued })
}

/// The speaker of the quote before, if it is near enough.
fn continued(last: Option<&(Speaker, u32)>, block: u32) -> Option<Speaker> {
    let (speaker, before) = last.filter(|(_, before)| block - before <= CARRIED_PARAGRAPHS)?;
    debug_assert!(*before <= block);
    Some(Speaker { how: How::Continued, ..speaker.clone() })
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn pronouns_stand_for_the_subject_of_their_gender() {
        quotes(
            "
Maria Okafor met Daniel Reyes on Friday. “It was quiet,” she said.
                                         ^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[she] person=[Maria Okafor]
",
        );
    }

    #[test]
    fn a_family_name_that_looks_like_an_office_is_one() {
        quotes(
            "
Ruth Dean runs the mill. “It is late,” said Ms Dean. Felt said it was cold. Otto Felt left.
                         ^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Ms Dean] person=[Ruth Dean]
                                                               ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Felt] person=[Otto Felt]
",
        );
    }

    #[test]
    fn a_quote_without_words_of_speech_goes_on_with_the_speaker_before() {
        quotes(
            "
“The pool is shut,” said Ivo Marsh, the manager.
^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]

“It will not reopen this year.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct speaker=[Ivo Marsh] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn a_quotation_behind_what_is_told_of_another_is_theirs() {
        quotes(
            "
“The pool is shut,” said Ivo Marsh.
^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]

His neighbour, Ruth Amos, swam there every day.

“It was the one warm place in town.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn which_is_nobody() {
        quotes(
            "
Otto Vale lost his licence, according to a note by Ruth Amos and the logs, which say he slept.
^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[a note]
                                                                                     ^^^^^^^^ quote indirect cue=[say] speaker=[which]
",
        );
    }

    #[test]
    fn it_stands_for_the_body_that_spoke() {
        quotes(
            "
“The pool is shut,” said Otterby Council. “It will stay shut,” it added.
^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Otterby Council]
                                          ^^^^^^^^^^^^^^^^^^^^ quote direct cue=[added] speaker=[it] stands_for=[Otterby Council]
",
        );
    }

    #[test]
    fn the_name_set_apart_is_who_speaks() {
        quotes(
            "
“It was late,” said her lawyer, Ivo Marsh. His friend, the singer Ruth Amos, said: “So it was.”
^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[her lawyer] person=[Ivo Marsh]
                                                                                   ^^^^^^^^^^^^ quote direct cue=[said] speaker=[His friend] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn the_owner_is_not_who_speaks() {
        quotes(
            "
Nora Finch left. “It was late,” said a friend of Nora Finch. “Too late,” Finch’s brother said.
                 ^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[a friend of Nora Finch]
                                                             ^^^^^^^^^^^ quote direct cue=[said] speaker=[Finch’s brother]
",
        );
    }

    #[test]
    fn nobody_goes_on_with_one_who_is_quoted_inside_a_quotation() {
        quotes(
            "
“The wheel creaks,” Nora Finch said.
^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Nora Finch] person=[Nora Finch]

“Then you say the boat is lost. ‘All is lost,’ you say. It is not.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct speaker=[Nora Finch] person=[Nora Finch]

“We shall row on.”
^^^^^^^^^^^^^^^^^^ quote direct speaker=[Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn a_quote_far_from_any_other_has_no_speaker() {
        quotes(
            "
“The pool is shut for the year.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct
",
        );
    }

    #[test]
    fn a_pronoun_stands_for_one_who_has_no_name() {
        quotes(
            "
Ivo Marsh met the club. An aide said it was late. “Too late,” he said.
                                     ^^^^^^^^^^^ quote indirect cue=[said] speaker=[An aide]
                                                  ^^^^^^^^^^^ quote direct cue=[said] speaker=[he] stands_for=[An aide]
Ivo Marsh met the club. A spokeswoman said it was late. “Too late,” he said.
                                           ^^^^^^^^^^^ quote indirect cue=[said] speaker=[A spokeswoman]
                                                        ^^^^^^^^^^^ quote direct cue=[said] speaker=[he] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn a_title_of_several_words_names_who_speaks() {
        quotes(
            "
“It is late,” Secretary of State Ann Reed said. “Too late,” said Superintendent of Police Tom Dale.
^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Secretary of State Ann Reed] person=[Ann Reed]
                                                ^^^^^^^^^^^ quote direct cue=[said] speaker=[Superintendent of Police Tom Dale] person=[Tom Dale]
",
        );
    }

    #[test]
    fn whom_the_words_tell_of_does_not_say_them() {
        quotes(
            "
Ivo Marsh spoke on Friday. The mill should go to Tom Dale, he said.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[he] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn a_thing_that_tells_is_not_who_goes_on() {
        quotes(
            "
“It leaks,” said Otter Radio. The Otter Post, which said it was dry, is old. It said it was sunny.
^^^^^^^^^^^ quote direct cue=[said] speaker=[Otter Radio]
                                                         ^^^^^^^^^^ quote indirect cue=[said] speaker=[which] stands_for=[The Otter Post]
                                                                                     ^^^^^^^^^^^^ quote indirect cue=[said] speaker=[It]
“It leaks,” Ivo Marsh said. He held a sign that read: “Mend it.” “It is old,” he said.
^^^^^^^^^^^ quote direct cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                      ^^^^^^^^^^ quote direct cue=[read] speaker=[that]
                                                                 ^^^^^^^^^^^^ quote direct cue=[said] speaker=[he] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn whose_claim_it_is_stands_before_in_the_sentence() {
        quotes(
            "
Otto Vale stood by his claim that it leaked.
                             ^^^^^^^^^^^^^^ quote indirect cue=[claim] speaker=[his] person=[Otto Vale]
Otto Vale left. The clerk spoke of his claim that it leaked.
                                             ^^^^^^^^^^^^^^ quote indirect cue=[claim] speaker=[his]
",
        );
    }
}
