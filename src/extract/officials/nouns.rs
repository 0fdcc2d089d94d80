//! What a word shows about its noun phrase: that it denotes an event, a unit of land or a time, or has ended: "at a
//! news conference", "the borough of Norvale", "last month".

use super::name_shape::is_hyphen;
use crate::types::{Document, Tags, WordList};

/// Whether the word is a verb in the past tense after a name: `in Norvale sentenced`.
pub fn is_past_behind_name(document: &Document, at: usize, start: usize) -> bool {
    let name = at > start && document.tags(at - 1).any(Tags::CAPITALISED);
    name && document.ends_in(at, "ed") && !document.tags(at).any(Tags::ORGANISATION)
}

/// Whether a stretch of time and what points to it begin here: `last month`, `next year`.
pub fn is_pointed_time(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["last", "next", "earlier", "later"]) })
        && document.tags(at + 1).any(Tags::TIME_UNIT)
}

/// Whether the word is a unit of land, whose name may follow `of`: `the borough of Norvale`.
pub fn is_unit(document: &Document, at: usize) -> bool {
    const UNITS: WordList<12> = WordList::of([
        "borough",
        "city",
        "county",
        "diocese",
        "district",
        "kingdom",
        "municipality",
        "parish",
        "province",
        "republic",
        "town",
        "village",
    ]);
    document.is_one_of(at, &UNITS)
}

/// Whether the word is a lower-case kind of body that is not tagged as one: `carmaker`, `factory`, `care home`,
/// `start-up`.
pub fn is_body_noun(document: &Document, at: usize) -> bool {
    const HOMES: WordList<6> = WordList::of(["care", "children", "funeral", "nursing", "residential", "retirement"]);
    let lower = !document.tags(at).any(Tags::CAPITALISED);
    let home = || document.is(at, "home") && at > 0 && document.is_one_of(at - 1, &HOMES);
    let started = || document.is(at, "up") && at > 1 && is_hyphen(document, at - 1) && document.is(at - 2, "start");
    lower && (document.tags(at).any(Tags::BODY) || home() || started())
}

/// Whether the word is a lower-case kind of body, tagged as the head of names or not.
pub fn is_body(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    tags.any(Tags::ORGANISATION) && !tags.any(Tags::CAPITALISED) || is_body_noun(document, at)
}

/// Whether a word that can be a verb belongs to the body it precedes: the `think` of `think tank`, the `fire` of `fire
/// brigade`. After a name it is more often a verb: `of Norvale told police`.
pub fn is_verb_of_body(document: &Document, at: usize) -> bool {
    let noun = document.is_one_of(at, const { &WordList::of(["fire", "press", "record", "think"]) });
    let before = at.checked_sub(1).map_or(Tags::NONE, |before| document.tags(before));
    let behind = before.any(Tags::DETERMINER | Tags::ADJECTIVE | Tags::PREPOSITION) && !before.any(Tags::CAPITALISED);
    let tags = document.tags(at);
    (noun || behind) && tags.any(Tags::VERB | Tags::CUE) && !tags.any(Tags::CAPITALISED) && is_body(document, at + 1)
}

/// Whether `of` introduces the field of a body: `chamber of commerce`, `department of physics`.
pub fn is_field_of_body(document: &Document, at: usize) -> bool {
    const DIVIDED: WordList<7> =
        WordList::of(["chamber", "department", "faculty", "institute", "ministry", "school", "board"]);
    let next = document.tags(at + 1);
    let closed = Tags::DETERMINER | Tags::PRONOUN | Tags::CAPITALISED | Tags::PREPOSITION | Tags::TITLE;
    document.is(at, "of")
        && at > 0
        && document.is_one_of(at - 1, &DIVIDED)
        && next.any(Tags::ORDINARY)
        && !next.any(closed)
}

/// Whether the word is an event at which something is said: `at a news conference`.
pub fn is_event(document: &Document, at: usize) -> bool {
    const EVENTS: WordList<10> = WordList::of([
        "briefing",
        "ceremony",
        "conference",
        "event",
        "festival",
        "hearing",
        "meeting",
        "party",
        "rally",
        "summit",
    ]);
    document.is_one_of(at, &EVENTS) && !document.tags(at).any(Tags::CAPITALISED)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn bodies_in_small_letters() {
        people(
            "
Tom Dale, deputy head of the carmaker, met the care home's manager, Ann Reed, a director of a tidal power start-up, Ivo Amos, and the treasurer of Tarn chamber of commerce, Una Trant.
^^^^^^^^ person Tom Dale
          ^^^^^^^^^^^ office [deputy head] organisation=[carmaker] holder=Tom Dale
                                                           ^^^^^^^ office [manager] organisation=[care home] holder=Ann Reed
                                                                    ^^^^^^^^ person Ann Reed
                                                                                ^^^^^^^^ office [director] organisation=[tidal power start-up] holder=Ivo Amos
                                                                                                                    ^^^^^^^^ person Ivo Amos
                                                                                                                                      ^^^^^^^^^ office [treasurer] organisation=[Tarn chamber of commerce] holder=Una Trant
                                                                                                                                                                             ^^^^^^^^^ person Una Trant
",
        );
    }

    #[test]
    fn a_word_that_can_be_a_verb_tells_of_a_body() {
        people(
            "
Tom Dale, head of the river policy think tank, met Ann Reed, secretary of the Norvale fire brigade. The head of Norvale, Ivo Amos, told police.
^^^^^^^^ person Tom Dale
          ^^^^ office [head] organisation=[river policy think tank] holder=Tom Dale
                                                   ^^^^^^^^ person Ann Reed
                                                             ^^^^^^^^^ office [secretary] organisation=[Norvale fire brigade] holder=Ann Reed
                                                                                                        ^^^^ office [head] organisation=[Norvale] holder=Ivo Amos
                                                                                                                         ^^^^^^^^ person Ivo Amos
",
        );
    }
}
