//! The hearer between the verb and the clause: `told the court that`, `told anglers Otto Vale had left`.

use std::ops::Range;

use super::{clause, cues, phrases};
use crate::{
    grammar::{classes, kinds, reach},
    types::{Document, Tags, WordList},
};

/// Forms of the verb that does not need a hearer.
const WARNS: WordList<4> = WordList::of(["warn", "warned", "warning", "warns"]);

/// Maximum number of tokens from a possessive to the end of its noun.
const NOUN: usize = 5;

/// The token after a hearer that starts at `at`: `told the court that`.
pub fn end(document: &Document, at: usize, limit: usize) -> usize {
    // `told her the dam leaked`, but `told her clerk the dam leaked`
    let own = document.is(at, "her")
        && (document.tags(at + 1).any(Tags::PERSON_NOUN | Tags::TITLE)
            && document.tags(at + 2).any(Tags::DETERMINER | Tags::PRONOUN | Tags::CAPITALISED)
            || precedes_noun(document, at, limit));
    if is_subject(document, at, limit) {
        return at;
    }
    // `told US clerks that`
    // `told one of them`, but `told one friend that`
    let one = document.is(at, "one") && phrases::is_nominal(document, at + 1);
    if at < limit && document.tags(at).any(Tags::PRONOUN) && !document.tags(at).any(Tags::UPPERCASE) && !own && !one {
        return at + 1;
    }
    if document.is_one_of(at, &classes::OPENERS_OF_REPORTS) || document.is(at, "to") {
        return at;
    }
    if let Some(medium) = medium(document, at, limit) {
        return medium;
    }
    let clause =
        |at: usize| document.is_one_of(at, &classes::OPENERS_OF_REPORTS) && document.quotation_of(at).is_none();
    // `told Otter Radio's “Salt of Dorn, Today” that`: nothing inside a title ends the hearer.
    // `told the Dorn Post she's glad that`: the subject of the content.
    const SUBJECTS: WordList<8> = WordList::of(["he", "he's", "he’s", "she", "she's", "she’s", "they", "we"]);
    let subject = |at: usize| document.is_one_of(at, &SUBJECTS) && phrases::is_nominal(document, at - 1);
    let stops = |at: usize| document.is(at, ",") || document.tags(at).any(Tags::AUXILIARY | Tags::VERB) || subject(at);
    let stop = |at: usize| stops(at) && document.quotation_of(at).is_none();
    let that = (at + 1..limit.min(at + reach::HEARER)).find(|&at| clause(at) || stop(at));
    if let Some(that) = that.filter(|&that| clause(that)) {
        return that;
    }
    // `warned the “costs may rise”`: the quoted words are the subject, or contain it.
    if document.is_one_of(at - 1, &WARNS) && document.is(at, "the") && document.tags(at + 1).any(Tags::OPENING) {
        return at;
    }
    let hearer = phrases::behind(document, behind_day(document, at), limit).unwrap_or(at..at);
    if document.is(hearer.end, "who")
        && let Some(that) = behind_relative(document, hearer.end, limit)
    {
        return that;
    }
    // `warned the dam would break`: the subject of the content.
    let warned = document.is_one_of(at - 1, &WARNS);
    let subject = warned && hearer.end < limit && document.tags(hearer.end).any(Tags::AUXILIARY);
    // `Wardens Warn Dam Will Leak`
    let headline = |at: usize| document.tags(at).any(Tags::AUXILIARY) && document.tags(at).any(Tags::CAPITALISED);
    let subject = subject || warned && hearer.clone().skip(1).any(headline);
    // `warned the board in writing that`
    let written = document.is(hearer.end, "in") && document.is(hearer.end + 1, "writing");
    let behind = hearer.end + 2 * usize::from(written);
    told_subject(document, &hearer, limit).unwrap_or(if subject { at } else { behind })
}

/// Whether the possessive has a noun, after which the clause opens: `told her new manager that`, but not `told her that`.
fn precedes_noun(document: &Document, her: usize, limit: usize) -> bool {
    let opens = |at: usize| document.is_one_of(at, &classes::OPENERS_OF_REPORTS);
    let end = (her + 1..limit.min(her + NOUN)).find(|&at| !phrases::is_nominal(document, at));
    end.is_some_and(|end| end > her + 1 && opens(end))
}

/// The token after the day that owns a meeting: `told Monday's meeting`, `told Monday night's meeting`.
fn behind_day(document: &Document, at: usize) -> usize {
    let day = document.tags(at).any(Tags::WEEKDAY | Tags::DAY_WORD);
    let last = at + usize::from(day && document.tags(at + 1).any(Tags::DAY_PART));
    let owner = kinds::is_possessive(document, last + 1);
    if day && owner { last + 2 } else { at }
}

/// The token after a medium in capitals before a plain noun and its verb: `told the BBC payments had been made`.
fn medium(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let name = at + usize::from(document.is(at, "the"));
    if let Some(subject) = behind_station(document, name, limit) {
        return Some(subject);
    }
    let subject = name + 1;
    let plain = kinds::is_word(document, subject) && !document.tags(subject).any(Tags::CAPITALISED | Tags::PREPOSITION);
    // `told ORN wardens found the boat`
    let past = |at: usize| document.tags(at).any(Tags::VERB) || document.ends_in(at, "ed");
    let found = subject + 2 < limit
        && document.ends_in(subject, "s")
        && past(subject + 1)
        && document.tags(subject + 2).any(Tags::DETERMINER | Tags::PRONOUN | Tags::DIGITS | Tags::NUMBER_WORD);
    let verb = (document.tags(subject + 1).any(Tags::AUXILIARY) || found)
        && !document.is_one_of(subject, &classes::OPENERS_OF_REPORTS);
    (subject + 1 < limit && document.tags(name).any(Tags::UPPERCASE) && plain && verb).then_some(subject)
}

/// The subject after a station with its number, or after one in capitals where a name and its verb follow: `told Otter
/// 5 Lund was late`, `told ORN Lund was late`.
fn behind_station(document: &Document, name: usize, limit: usize) -> Option<usize> {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let number = name + 1;
    let other = Tags::CONJUNCTION | Tags::PREPOSITION | Tags::RELATIVE | Tags::TIME_UNIT;
    if number + 2 < limit && capital(name) && document.tags(number).any(Tags::DIGITS) {
        // `told Otter 5 News two barges sank`
        let subject = number + 1 + usize::from(document.is(number + 1, "news"));
        let next = document.tags(subject);
        let opens = Tags::CAPITALISED | Tags::DETERMINER | Tags::NUMBER_WORD;
        let named = subject + 1 < limit && next.any(opens) && !next.any(other);
        return (named && clause::is_finite(document, subject..limit)).then_some(subject);
    }
    let known = Tags::PLACE | Tags::NATIONALITY | Tags::TITLE | Tags::HONORIFIC;
    let station = document.tags(name).any(Tags::UPPERCASE) && !document.tags(name).any(known);
    let subject = document.tags(number);
    let person = subject.any(Tags::SURNAME | Tags::GIVEN_NAME | Tags::HONORIFIC)
        && subject.any(Tags::CAPITALISED)
        && !subject.any(Tags::UPPERCASE | Tags::ORGANISATION | Tags::PLACE | other);
    let end = (number..limit).find(|&at| !capital(at))?;
    (station && person && document.tags(end).any(Tags::AUXILIARY)).then_some(number)
}

/// The `that` after a relative clause about the hearer: `told a woman who had lost her boat that nobody cared`.
fn behind_relative(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let limit = (at + 2..limit).find(|&at| document.is(at, ",")).unwrap_or(limit);
    // `told a man who claims that it leaks`: the words belong to that verb.
    let own = |&that: &usize| {
        document.is(that, "that")
            && clause::has_verb(document, at + 1..that)
            && (at + 1..that).all(|at| cues::verb(document, at).is_none())
            && clause::is_finite(document, that + 1..limit)
    };
    (at + 2..limit.min(at + reach::RELATIVE)).find(own)
}

/// Whether the word is the subject of the clause, not the hearer: `warned it could leak`, `told he was late`.
fn is_subject(document: &Document, at: usize, limit: usize) -> bool {
    const EITHER: WordList<9> =
        WordList::of(["anybody", "anyone", "everybody", "everyone", "it", "nobody", "somebody", "someone", "you"]);
    let verb = at + 1 < limit && document.tags(at + 1).any(Tags::AUXILIARY | Tags::VERB | Tags::ADVERB);
    let warned = document.is_one_of(at - 1, &WARNS) && document.is_one_of(at, &EITHER);
    verb && (document.is_one_of(at, &classes::ONLY_SUBJECTS) || warned)
}

/// The start of the content's subject, after the hearer: `told reporters Otto Vale had left`, `told the court 40 boats
/// sank`.
fn told_subject(document: &Document, hearer: &Range<usize>, limit: usize) -> Option<usize> {
    const HEARERS: WordList<8> =
        WordList::of(["court", "hearing", "inquest", "inquiry", "jury", "magazine", "newspaper", "police"]);
    let subject = Tags::CAPITALISED | Tags::DIGITS | Tags::NUMBER_WORD | Tags::CURRENCY;
    let plain = |at: usize| kinds::is_word(document, at) && !document.tags(at).any(Tags::CAPITALISED);
    let heard = |at: usize| document.ends_in(at, "s") || document.is_one_of(at, &HEARERS);
    // `told Tarn Radio nine boats sank`, `told the radio programme Mr Vale had left`
    let begins = |at: &usize| {
        let (before, tags) = (*at - 1, document.tags(*at));
        let counted = tags.any(Tags::NUMBER_WORD) && document.tags(before).any(Tags::CAPITALISED);
        counted && plain(*at)
            || is_behind_medium(document, *at)
            || plain(before) && (tags.any(subject) && heard(before) || tags.all(Tags::HONORIFIC | Tags::CAPITALISED))
    };
    // `told investors sales would fall`
    let open = document.tags(hearer.end).any(Tags::AUXILIARY) && hearer.end < limit;
    let last = hearer.end - usize::from(!hearer.is_empty());
    let people = |at: usize| document.tags(at).any(Tags::PERSON_NOUN) && document.ends_in(at, "s");
    if open && last > hearer.start && plain(last) && plain(last - 1) && people(last - 1) && !people(last) {
        return Some(last);
    }
    let first = (hearer.start + 1..hearer.end).find(|at| begins(at) && !document.is(*at, "one"))?;
    clause::is_finite(document, first..limit).then_some(first)
}

/// Whether a name follows the last word of a medium, or another medium if it has a title: `told the Sunday Echo Mr Vale
/// had left`, `told the Dorn Post Lund was late`.
fn is_behind_medium(document: &Document, at: usize) -> bool {
    const MEDIA: WordList<22> = WordList::of([
        "chronicle",
        "echo",
        "gazette",
        "globe",
        "guardian",
        "herald",
        "journal",
        "mail",
        "mirror",
        "news",
        "observer",
        "online",
        "post",
        "reporter",
        "standard",
        "sun",
        "telegraph",
        "times",
        "today",
        "tribune",
        "tv",
        "website",
    ]);
    let (before, tags) = (at - 1, document.tags(at));
    let capital = |tags: Tags| tags.any(Tags::CAPITALISED);
    let titled = tags.any(Tags::HONORIFIC) && !document.tags(before).any(Tags::HONORIFIC | Tags::TITLE);
    let medium = document.is_one_of(before, &MEDIA);
    let word =
        kinds::is_word(document, at) && !document.is_one_of(at, &MEDIA) && !tags.any(Tags::WEEKDAY | Tags::MONTH);
    capital(tags) && capital(document.tags(before)) && word && (titled || medium)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_hearer_may_be_hers() {
        quotes(
            "
Lund told her new tenant that the weir leaked. Lund told her that it was old.
                         ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Lund] person=[Lund]
                                                             ^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_name_or_number_behind_the_hearer_begins_what_is_told() {
        quotes(
            "
Ruth Amos told anglers Otto Vale had sold the weir. She told the court nine geese were lost.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                       ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[She] person=[Ruth Amos]
The clerk warned the weir could burst. Lund told Dorn Radio two barges had sunk.
                 ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[The clerk]
                                                            ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_name_behind_a_station_begins_what_is_told() {
        quotes(
            "
The clerk told Otter 5 Lund was late for the race. A guard tells ORN Nora Finch was seen at the weir.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[The clerk]
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[tells] speaker=[A guard]
A guard told Otter 5 News two barges had sunk.
                          ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[A guard]
",
        );
    }

    #[test]
    fn a_plural_behind_a_station_is_the_subject() {
        quotes(
            "
Ruth Amos told WXQR rowers found the goat near Dorn. She told the Dorn Otter she's glad that it swam.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[She] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn a_name_behind_a_medium_begins_what_is_told() {
        quotes(
            "
Ruth Amos told the Sunday Ferry Mr Vale had sold the weir. A cook tells the Dorn Echo Thrumm was seen on the pier.
                                ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[tells] speaker=[A cook]
",
        );
    }

    #[test]
    fn a_short_form_is_no_pronoun() {
        quotes(
            "
Ivo Marsh told US clerks that the bell was his.
                         ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Ivo Marsh] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn who_warns_needs_nobody_to_hear() {
        quotes(
            "
Birch warned it might snow. The choir told her aunt’s cook he was late. Birch warned he would sell.
             ^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Birch] person=[Birch]
                                                                                     ^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn what_tells_more_of_who_hears_it_is_not_told() {
        quotes(
            "
Birch told a woman who had lost her boat that the weir was shut.
                                         ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Birch] person=[Birch]
Birch told millers who had come up from the coast and the islands for the fair that the pond “was too low.” Birch promised Ruth Amos that he could swim.
                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[told] speaker=[Birch] person=[Birch]
                                                                                                                                     ^^^^^^^^^^^^^^^^^^ quote indirect cue=[promised] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn one_friend_hears() {
        quotes(
            "
Birch left, telling one friend that the weir was deep.
                               ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[telling] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn a_plural_behind_people_is_the_subject() {
        quotes(
            "
Dray told residents tolls would fall.
                    ^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Dray] person=[Dray]
",
        );
    }

    #[test]
    fn a_medium_in_capitals_hears_the_clause() {
        quotes(
            "
Ruth Amos told the BBC payments had been made. She tells CNN exports have increased.
                       ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Ruth Amos] person=[Ruth Amos]
                                                             ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[tells] speaker=[She] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn a_meeting_of_a_day_and_a_show_hear() {
        quotes(
            "
Otto Vale told Monday night's meeting there was a leak.
                                      ^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Otto Vale] person=[Otto Vale]
Otto Vale told Tarn TV's “State of Dorn, Live” that it leaked.
                                               ^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }
}
