//! Words directly before a verb of speech that are not part of its source: a time, a participle, another verb.

use std::ops::Range;

use super::{
    phrases::{is_nominal, phrase_ending},
    sources::verb_group,
};
use crate::{
    grammar::classes,
    types::{Document, Tags, TokenKind, WordList},
};

/// The phrase before a time with its preposition: `The mayor over the weekend said`, `who has in the past said`.
pub fn without_time(document: &Document, phrase: Range<usize>, from: usize) -> Option<Range<usize>> {
    let (start, last) = (phrase.start, phrase.end - 1);
    // `A man hurt in both falls this week in Dorn said`
    let dated = document.is_one_of(start, const { &WordList::of(["last", "this"]) })
        && document.tags(start + 1).any(Tags::TIME_UNIT)
        && document.tags(start + 2).any(Tags::PREPOSITION);
    if dated && phrase.len() > 3 && start > from {
        return phrase_ending(document, start, from);
    }
    // `A warden last night said`
    let night = phrase.len() > 2 && document.tags(last).any(Tags::DAY_PART) && document.is(last - 1, "last");
    if night {
        return Some(start..last - 1);
    }
    let time = document.tags(last).any(Tags::TIME_UNIT | Tags::DAY_PART | Tags::SEASON);
    let noun = document.is_one_of(last, const { &WordList::of(["past", "time", "moment", "meantime"]) });
    if !(time || noun) || start <= from {
        return Some(phrase);
    }
    let tied = start > from + 1 && document.tags(start - 1).any(Tags::PREPOSITION);
    let bare = time && document.is_one_of(start, const { &WordList::of(["this", "last", "that"]) });
    if !tied && !bare {
        return Some(phrase);
    }
    phrase_ending(document, verb_group(document, start - usize::from(tied), from), from)
}

/// The name after words before the clause: `Speaking in Dorn Mr Lund said`, `In her memoir Nora Finch said`.
pub fn without_fronted(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let participle = is_fronted(document, &phrase);
    if !participle && !is_in_front(document, &phrase) {
        return phrase;
    }
    let name = if participle { Tags::HONORIFIC | Tags::TITLE } else { Tags::HONORIFIC | Tags::GIVEN_NAME };
    let begins = |at: &usize| document.tags(*at).any(name) && document.tags(*at).any(Tags::CAPITALISED);
    let name = (phrase.start + 2..phrase.end).find(begins);
    // `In her memoir`, but not `At the club president Nora Finch`
    let office = |name: usize| {
        let before = document.tags(name - 1);
        // `In a speech to the Weir Club Mr Lund`: an honorific starts a name.
        let capital = before.any(Tags::CAPITALISED) && !document.tags(name).any(Tags::HONORIFIC);
        capital || before.any(Tags::TITLE | Tags::PERSON_NOUN | Tags::KIN)
    };
    let name = name.filter(|&name| participle || !office(name));
    name.unwrap_or(phrase.start)..phrase.end
}

/// Whether a preposition opens the sentence directly before the phrase: `In her memoir`.
fn is_in_front(document: &Document, phrase: &Range<usize>) -> bool {
    const OPENS: WordList<4> = WordList::of(["at", "during", "in", "on"]);
    let before = phrase.start.checked_sub(1).filter(|&at| document.is_one_of(at, &OPENS));
    before.is_some_and(|at| document.tags(at).any(Tags::SENTENCE_START))
        && phrase.len() > 3
        && document.tags(phrase.start).any(Tags::POSSESSIVE | Tags::ARTICLE)
}

/// Whether a participle with its preposition opens the sentence: `Speaking to reporters`.
pub fn is_fronted(document: &Document, phrase: &Range<usize>) -> bool {
    phrase.len() > 1
        && document.tags(phrase.start).any(Tags::SENTENCE_START)
        && document.ends_in(phrase.start, "ing")
        && document.tags(phrase.start + 1).any(Tags::PREPOSITION)
}

/// Whether the phrase is a name after a town and its comma, linked to the source by a preposition: `A ferryman at Ojo,
/// Lagos, who rows, said`.
pub fn is_place(document: &Document, phrase: &Range<usize>) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::SENTENCE_START);
    let comma = phrase.start.checked_sub(1).filter(|&at| at > 2 && document.is(at, ","));
    let town = comma.and_then(|comma| (comma.saturating_sub(3)..comma).rev().find(|&at| !capital(at)));
    let tied = |at: usize| document.is_one_of(at, const { &WordList::of(["at", "from", "in", "near", "of"]) });
    let name = phrase.len() < 3 && phrase.clone().all(|at| document.tags(at).any(Tags::CAPITALISED));
    name && !phrase.clone().any(|at| document.tags(at).any(Tags::GIVEN_NAME | Tags::HONORIFIC))
        && document.tags(phrase.end + 1).any(Tags::RELATIVE)
        && town.is_some_and(|at| at + 1 < phrase.start - 1 && tied(at) && at > 0 && is_nominal(document, at - 1))
}

/// Whether the phrase is a party and a place: `R-Texas`.
pub fn is_affiliation(document: &Document, phrase: &Range<usize>) -> bool {
    let dash = phrase.start + 1;
    document.word(phrase.start).len() == 1 && dash < phrase.end && document.tokens[dash].kind == TokenKind::Dash
}

/// The phrase with the number before its `of`, or with its demonstrative: `Several of the wardens said`, `a handful of
/// anglers said`, `That warden said`.
pub fn with_number(document: &Document, phrase: Range<usize>, from: usize) -> Range<usize> {
    const NUMBERS: WordList<14> = WordList::of([
        "couple",
        "dozens",
        "few",
        "half",
        "handful",
        "hundreds",
        "majority",
        "many",
        "most",
        "number",
        "several",
        "some",
        "thousands",
        "two",
    ]);
    if points(document, &phrase, from) {
        return phrase.start - 1..phrase.end;
    }
    let number = phrase.start.checked_sub(2).filter(|&at| at >= from && document.is(at + 1, "of"));
    let you = document.is_one_of(phrase.start, const { &WordList::of(["us", "you"]) });
    let Some(number) = number.filter(|&at| document.is_one_of(at, &NUMBERS) && !you) else { return phrase };
    let article = number > from && document.tags(number - 1).any(Tags::ARTICLE);
    number - usize::from(article)..phrase.end
}

/// Whether `that` opens the clause before a singular noun: `That warden`, `that old warden`, but not `That wardens`.
fn points(document: &Document, phrase: &Range<usize>, from: usize) -> bool {
    let that = phrase.start.checked_sub(1).filter(|&at| at >= from && document.is(at, "that"));
    let last = phrase.end - 1;
    let several = document.ends_in(last, "s") || document.is_one_of(last, &WordList::of(["people", "police"]));
    that.is_some_and(|that| document.tags(that).any(Tags::SENTENCE_START))
        && !several
        && phrase.clone().all(|at| is_nominal(document, at) && !document.tags(at).any(Tags::CAPITALISED))
}

/// The end of the phrase before a participle that belongs to it: `a statement released on Monday said`.
pub fn without_participle(document: &Document, end: usize, from: usize) -> usize {
    let last = end - 1;
    let tags = document.tags(last);
    let participle = document.tokens[last].kind == TokenKind::Word
        && !tags.any(Tags::CAPITALISED | Tags::CUE_NOUN)
        && (document.ends_in(last, "ed") || tags.any(Tags::VERB));
    if participle && last > from && is_nominal(document, last - 1) { last } else { end }
}

/// The noun phrase before the auxiliary of a participle, which is not a subject: `Millers who are hoping to save the
/// weir said`, `a note has appeared on the site warning`.
pub fn of_subject(document: &Document, phrase: Range<usize>, from: usize) -> Range<usize> {
    let first = phrase.start;
    let auxiliary = first.checked_sub(1).filter(|&at| at > from && document.tags(at).any(Tags::AUXILIARY));
    let word = document.word(first);
    let participle = phrase.len() > 2
        && !document.tags(first).any(Tags::CAPITALISED)
        && (word.ends_with("ing") || word.ends_with("ed"))
        && phrase.clone().any(|at| document.tags(at).any(Tags::PREPOSITION) || document.is(at, "to"));
    let Some(auxiliary) = auxiliary.filter(|_| participle) else { return phrase };
    let verb = verb_group(document, auxiliary, from);
    let relative = verb > from + 1 && document.tags(verb - 1).any(Tags::RELATIVE);
    phrase_ending(document, verb - usize::from(relative), from).unwrap_or(phrase)
}

/// The phrase after a date, time or question word: `In 2004 Otter Rail said`, `In May wardens said`, `At 9 a.m. wardens
/// said`, `10:05 Otter Rail says`, `heard how the miller said`.
pub fn without_hour(document: &Document, phrase: Range<usize>, from: usize) -> Range<usize> {
    let first = phrase.start;
    if phrase.len() < 2 {
        return phrase;
    }
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS);
    let year = digits(first) && document.tokens[first].span.len() == 4;
    let month = document.tags(first).all(Tags::MONTH | Tags::CAPITALISED) && !is_named(document, first + 1);
    let dated = (year || month) && first > from && document.is(first - 1, "in");
    let how = document.is_one_of(first, const { &WordList::of(["how", "why"]) });
    let clock = digits(first) && first > from + 1 && document.is(first - 1, ":") && digits(first - 2);
    // `9 a.m. wardens`, `9.30pm wardens`
    const HOURS: WordList<7> = WordList::of(["a.m", "a.m.", "am", "m", "p.m", "p.m.", "pm"]);
    let half = (first + 1..phrase.end - 1).take(6).rev().find(|&at| digits(first) && document.is_one_of(at, &HOURS));
    let behind = half.map(|half| half + 1 + usize::from(document.is(half + 1, "."))).filter(|&at| at < phrase.end);
    behind.unwrap_or(first + usize::from(dated || how || clock))..phrase.end
}

fn is_named(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::CAPITALISED)
}

/// Only the second of two joined phrases, if the first is not a source: `pleaded guilty to theft and his aunt said`,
/// `was linked with the job at Dorn and Finch says`.
pub fn without_first(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let first = document.tags(phrase.start);
    let opens = Tags::DETERMINER | Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION | Tags::KIN;
    let number = Tags::NUMBER_WORD | Tags::DIGITS | Tags::PRONOUN;
    if first.any(opens.with(number)) || document.ends_in(phrase.start, "s") {
        return phrase;
    }
    let tied = document.tags(phrase.start + 1).any(Tags::PREPOSITION);
    let own = |at: usize| document.tags(at).any(Tags::POSSESSIVE | Tags::CAPITALISED | Tags::ARTICLE);
    let joint = phrase.clone().rev().find(|&at| document.is(at, "and") && own(at + 1)).filter(|_| tied);
    joint.map_or(phrase.start, |and| and + 1)..phrase.end
}

/// The end of the noun before a clause about a contact: `A miller we spoke to said`, `anglers Otter Radio talked with
/// told`.
pub fn without_contact(document: &Document, end: usize, from: usize) -> usize {
    const MET: WordList<3> = WordList::of(["interviewed", "spoke", "talked"]);
    if end < from + 3 {
        return end;
    }
    let tied = document.is_one_of(end - 1, const { &WordList::of(["to", "with"]) });
    let verb = end - 1 - usize::from(tied);
    if verb <= from + 1 || !document.is_one_of(verb, &MET) || tied == document.is(verb, "interviewed") {
        return end;
    }
    let capital =
        |at: &usize| document.tags(*at).any(Tags::CAPITALISED) && !document.tags(*at).any(Tags::SENTENCE_START);
    let named = (from + 1..verb).rev().take_while(capital).count();
    let subject = if named > 0 { verb - named } else { verb - 1 };
    let article = usize::from(named > 0 && document.is(subject - 1, "the"));
    let own = named > 0 || document.is_one_of(subject, &classes::ONLY_SUBJECTS);
    let noun = subject - article;
    if own && noun > from && is_nominal(document, noun - 1) { noun } else { end }
}

/// The object after a verb that looks like an adjective: `They carried signs reading`, `Police released new papers
/// saying`.
pub fn without_verb(document: &Document, phrase: Range<usize>) -> Range<usize> {
    const ISSUED: WordList<5> = WordList::of(["issued", "posted", "published", "released", "unveiled"]);
    let first = phrase.start;
    let body = |at: usize| document.tags(at).any(Tags::ORGANISATION | Tags::UPPERCASE);
    let time = Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD | Tags::TIME_UNIT;
    let issued = |&at: &usize| {
        document.is_one_of(at, &ISSUED)
            && body(at - 1)
            && is_nominal(document, at + 1)
            && !document.tags(at + 1).any(time)
    };
    if let Some(issued) = (first + 1..phrase.end - 1).find(issued) {
        return issued + 1..phrase.end;
    }
    let subject =
        first > 0 && (document.is_one_of(first - 1, &classes::ONLY_SUBJECTS) || document.is(first - 1, "who"));
    let verb = subject && phrase.len() > 1 && document.ends_in(first, "ed");
    first + usize::from(verb)..phrase.end
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_points_to_the_source_is_part_of_it() {
        quotes(
            "
Ruth Amos has since said that the barge sank. That warden said the weir had leaked. That wardens say so is new.
                         ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
                                                               ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[That warden]
",
        );
    }

    #[test]
    fn a_time_before_the_verb_is_no_source() {
        quotes(
            "
The ferry firm has in the past said the pier leaks.
                                    ^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The ferry firm]
The council nevertheless insists that the pier is safe.
                                 ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[insists] speaker=[The council]
",
        );
    }

    #[test]
    fn what_is_issued_tells_and_a_name_behind_a_place_speaks() {
        quotes(
            "
Police released new papers saying that the weir was shut. In a talk at the Dorn Weir Club Mr Lund said it was open.
                                  ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Police]
                                                                                                       ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Mr Lund] person=[Lund]
",
        );
    }

    #[test]
    fn the_subject_stands_before_its_auxiliary() {
        quotes(
            "
Two guilds that were banned by the abbot said it was old. A note has appeared on the gate in Dorn warning that it leaks.
                                              ^^^^^^^^^^ quote indirect cue=[said] speaker=[Two guilds]
                                                                                                          ^^^^^^^^^^^^^ quote indirect cue=[warning] speaker=[A note]
A warden last night said the ferry was late.
                         ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A warden]
",
        );
    }

    #[test]
    fn hours_and_months_are_no_part_of_a_source() {
        quotes(
            "
At 9 a.m. wardens said the weir was shut. In May wardens said it was open.
                       ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[wardens]
                                                              ^^^^^^^^^^^ quote indirect cue=[said] speaker=[wardens]
A woman in her forties said the raft sank.
                            ^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A woman in her forties]
",
        );
    }

    #[test]
    fn who_carries_a_sign_is_no_part_of_it() {
        quotes(
            "
They carried boards reading “Save the weir now for all of us”.
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[reading] speaker=[boards]
",
        );
    }

    #[test]
    fn what_stands_in_front_is_no_part_of_the_source() {
        quotes(
            "
Speaking in Tarn Mr Vale said the weir leaked. Several of the guards said it was old. Speaking to Otter Radio, Vale's other son, Ivo, said it was late. In her memoir Nora Finch said it was cold.
                              ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Mr Vale] person=[Vale]
                                                                          ^^^^^^^^^^ quote indirect cue=[said] speaker=[Several of the guards]
                                                                                                                                           ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Vale's other son] person=[Ivo]
                                                                                                                                                                                      ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn only_the_second_speaks_where_the_first_is_none() {
        quotes(
            "
Lund pleaded guilty to theft in a court in Tarn and his lawyer said he was ill. The club was close to a deal with Lund and Otter Rail says it is dead.
                                                                    ^^^^^^^^^^ quote indirect cue=[said] speaker=[his lawyer]
                                                                                                                                           ^^^^^^^^^^ quote indirect cue=[says] speaker=[Otter Rail]
",
        );
    }

    #[test]
    fn who_met_the_source_is_no_part_of_it() {
        quotes(
            "
Anglers we spoke with said the pier was shut. A miller he interviewed said the wheel was old. A boy treated for both this week in Tarn said he was cold.
                           ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Anglers]
                                                                           ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A miller]
                                                                                                                                            ^^^^^^^^^^^ quote indirect cue=[said] speaker=[A boy treated for both]
",
        );
    }

    #[test]
    fn a_place_behind_a_town_is_no_source() {
        quotes(
            "
A ferryman at Ojo, Lagos, who gave his name as Femi, told us that it leaked.
                                                             ^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[A ferryman at Ojo]
",
        );
    }
}
