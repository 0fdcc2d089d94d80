//! Ages shown only by words for a person before them: "Nora Pike, 46", "she was 46", "died at 46".

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    numeral::{self, Numeral, glued},
    partitive, somebody, verb,
};
use crate::{
    grammar::{classes, endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// The number, or the word before it that rounds it or gives a time: "Nora Pike, about 40,", "now 53".
pub fn unrounded(document: &Document, number: usize) -> usize {
    let round = const { &WordList::of(["about", "also", "around", "just", "now", "only", "roughly", "then"]) };
    number.checked_sub(1).filter(|&before| document.is_one_of(before, round)).unwrap_or(number)
}

/// The word before the mark that precedes a number, and before the full stop of "Tom Dale Jr., 46".
pub fn before_mark(document: &Document, number: usize) -> Option<usize> {
    let word = past_side(document, unrounded(document, number).checked_sub(1)?).checked_sub(1)?;
    let junior = word.checked_sub(1).filter(|at| document.tags(*at).any(Tags::GENERATION));
    if document.is(word, ".") { junior } else { Some(word) }
}

/// The comma before a word for a position in a picture, else the mark at `mark`: "Ada Pike, left, 46".
pub fn past_side(document: &Document, mark: usize) -> usize {
    const SIDES: WordList<6> = WordList::of(["center", "centre", "far", "left", "pictured", "right"]);
    let comma = mark.checked_sub(2).filter(|&at| document.is(mark, ",") && document.is(at, ","));
    comma.filter(|&at| document.is_one_of(at + 1, &SIDES)).unwrap_or(mark)
}

/// Whether a bare number is said of a person: "She was 85.", "dies at 75", "when he was 16,".
pub fn of_a_life(document: &Document, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let Some(before) = unrounded(document, start).checked_sub(1) else { return false };
    let is = |at: usize, words: &[&str]| words.iter().any(|word| document.is(at, word));
    // "Died on Thursday at 91".
    const TIMES: Tags = Tags::WEEKDAY.with(Tags::DAY_WORD).with(Tags::DAY_PART);
    // "Died on Friday at 97", "died three years ago at 24".
    const LENGTH: Tags = Tags::TIME_UNIT.with(Tags::DIGITS).with(Tags::NUMBER_WORD);
    let ago = before > 0 && document.is(before - 1, "ago");
    let time =
        |at: usize| document.tags(at).any(TIMES) || is(at, &["ago", "on"]) || ago && document.tags(at).any(LENGTH);
    let who = (before.saturating_sub(4)..before).rev().find(|&at| !time(at));
    let person = who.is_some_and(|who| is_somebody(document, who));
    // "Until they turn 18", "to turn 40", but "at turn 4" of a race.
    let turn = is(before, &["turn"])
        && who.is_some_and(|who| document.tags(who).any(Tags::AUXILIARY | Tags::PRONOUN) || is(who, &["to"]));
    let turned = turn || is(before, &["turned", "turns", "turning"]);
    let turned = turned
        || is(before, &["be"])
            && who.is_some_and(|who| is(who, &["will", "would"]))
            && who.is_some_and(|who| who > 0 && is_somebody(document, who - 1));
    const FATES: [&str; 10] =
        ["dead", "died", "dies", "dying", "emigrated", "enlisted", "married", "orphaned", "retired", "widowed"];
    // "Put the number of dead at 22" is a count.
    let died = is(before, &["at"])
        && who.is_some_and(|who| {
            let death = is(who, &["death"]) && who > 0 && is(who - 1, &["to"]);
            is(who, &FATES) && !(who > 0 && is(who - 1, &["of"])) || death || somebody::left_school(document, who)
        });
    let closed =
        is(end, &[",", ".", ";", ":", "?", "!", "—", "when", "and"]) || end >= document.sentence_tokens(start).end;
    let named = document.tags(end).any(Tags::CAPITALISED);
    let time = is(end, &["at"]) && is(end + 1, &["the"]) && is(end + 2, &["time"]);
    // "Rowe was only 17 at the time", "Rowe was 4 when", "died on Friday at 97 of a cold".
    let grown = numeral.digits && numeral.low > Decimal::from(12) && numeral.low < Decimal::from(100);
    let then = (time || is(end, &["when"]) || grown && closed)
        && who.is_some_and(|who| somebody::is_surname(document, who) && somebody::names(document, who));
    let closed = closed || died && is(end, &["after", "from", "of"]);
    // "She was one."
    let old = numeral.digits || numeral.low > Decimal::TWO;
    let when = document.tags(end).any(Tags::POINTER | Tags::DAY_WORD) || is(end, &["on", "in", "this", "last"]);
    // "Had turned 19 two days ago".
    let number = Tags::NUMBER_WORD | Tags::DIGITS;
    let when = when || document.tags(end).any(number) && document.tags(end + 1).any(Tags::TIME_UNIT);
    // "When he's 25".
    let short = document.tokens[before].kind == TokenKind::Possessive && before > 0 && is(before - 1, &["he", "she"]);
    ((person || then) && old && (short || is(before, &["was", "is", "am", "were"])) && (closed || time))
        || numeral.digits && (turned || died) && (closed || turned && when || died && (named || is(end, &["in", "on"])))
}

/// Whether the duration at `start` is an age: "Aged 10 months", "aged about 32 years", "an average age of 54 years".
pub fn is_behind_age(document: &Document, start: usize) -> bool {
    let Some(word) = unrounded(document, start).checked_sub(1) else { return false };
    let link = document.is_one_of(word, const { &WordList::of(["is", "of", "was"]) });
    document.is(word, "aged") || link && word > 0 && document.is(word - 1, "age")
}

/// Whether the word before "was 46" denotes one person: "he", "the boy", "the youngest of them", "the oldest victim".
pub fn is_somebody(document: &Document, who: usize) -> bool {
    const PRONOUNS: WordList<4> = WordList::of(["he", "i", "she", "who"]);
    const FIRST: WordList<3> = WordList::of(["eldest", "oldest", "youngest"]);
    let single = || {
        document.tags(who).any(Tags::PERSON_NOUN) && !endings::is_plural(document, who) && !document.is(who, "family")
    };
    document.is_one_of(who, &PRONOUNS)
        || is_name_then(document, who)
        || single()
        || somebody::is_listed(document, who)
        || somebody::is_full_name(document, who)
        || (who.saturating_sub(2)..=who).any(|at| document.is_one_of(at, &FIRST))
}

/// Whether the word is a surname after a conjunction of a clause about a life: "When Pike was 14", "since Rowe is 12".
fn is_name_then(document: &Document, who: usize) -> bool {
    let opened = who > 0 && document.is_one_of(who - 1, const { &WordList::of(["because", "since", "until", "when"]) });
    opened && somebody::is_surname(document, who)
}

/// Whether the number opens a sentence about a person, too large for an hour of the clock: "At 18, she went to sea".
pub fn opens_a_life(document: &Document, numeral: &Numeral) -> bool {
    const SOMEBODY: WordList<5> = WordList::of(["he", "her", "his", "i", "she"]);
    let Range { start, end } = numeral.tokens;
    if numeral.digits && (is_only(document, start) || is_of_group(document, end)) {
        return true;
    }
    let at = start > 0 && document.is(start - 1, "at") && numeral.digits && numeral.low > Decimal::from(12);
    let named = || document.tags(end + 1).any(Tags::GIVEN_NAME) && somebody::is_full_name(document, end + 2);
    let told = document.is(end, ",") && (document.is_one_of(end + 1, &SOMEBODY) || named());
    at && (told || document.is(end, "he") || document.is(end, "she"))
}

/// Whether the age is a limit or the like, not a person's: "The age of consent is 16", "raised the pension age to 67",
/// "put her age at 43".
pub fn is_limit(document: &Document, start: usize) -> bool {
    const LINKS: WordList<5> = WordList::of(["at", "from", "is", "to", "was"]);
    let link = start.checked_sub(1).filter(|&at| document.is_one_of(at, &LINKS));
    let Some(link) = link else { return false };
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(8));
    let age = (first..link).rev().find(|&at| document.is(at, "age"));
    // "The pension age will rise to 67".
    let moves = Tags::CHANGE.with(Tags::AUXILIARY);
    let put = |verb: usize| document.is(link, "at") && (document.is(verb, "put") || document.is(verb, "set"));
    let other = |at: usize| verb::is_verb(document, at) && !document.tags(at).any(moves) && !put(at);
    let verbs = |age: usize| (age + 1..link).any(other);
    let closed = document
        .tokens
        .get(start + 1)
        .is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(Tags::CONJUNCTION | Tags::PREPOSITION));
    closed && age.is_some_and(|age| !verbs(age))
}

/// Whether words after the number make it the bound of an age group: "12-and-under", "16-and-over".
pub fn is_of_group(document: &Document, end: usize) -> bool {
    const BOUNDS: WordList<5> = WordList::of(["older", "over", "under", "up", "younger"]);
    let dashes = numeral::joins(document, end) && numeral::joins(document, end + 2);
    dashes && document.is(end + 1, "and") && document.is_one_of(end + 3, &BOUNDS)
}

/// Whether the number is said of a person named before: "He is a fine miller and only 25", "she is still only 25".
fn is_only(document: &Document, start: usize) -> bool {
    let Some(link) = start.checked_sub(2) else { return false };
    let only = document.is(link + 1, "only") || document.is(link + 1, "just");
    let joined = document.is(link, "and") || document.is(link, "still");
    let closed = document.is_one_of(start + 1, const { &WordList::of([",", ".", ";", "and", "but"]) });
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(12));
    let subject = |at: usize| {
        document.is_one_of(at, &classes::HE_OR_SHE)
            && document.is_one_of(at + 1, const { &WordList::of(["is", "was"]) })
    };
    only && joined && closed && (first..link).any(subject)
}

/// Whether the number is an estimate of a person's age: "A man, thought to be 34,", "he was believed to be about 75.".
pub fn is_guessed(document: &Document, number: usize) -> bool {
    const GUESSED: WordList<6> = WordList::of(["believed", "estimated", "reported", "said", "thought", "understood"]);
    let Some(guess) = unrounded(document, number).checked_sub(3) else { return false };
    let told = document.is(guess + 2, "be") && document.is(guess + 1, "to") && document.is_one_of(guess, &GUESSED);
    if !told || guess < 2 {
        return false;
    }
    let (before, who) = (guess - 1, guess - 2);
    let set_off = document.is(before, ",")
        && (document.tags(who).any(Tags::CAPITALISED | Tags::PERSON_NOUN)
            || somebody::is_behind_article(document, who));
    let closed = document.is_one_of(number + 1, const { &WordList::of([",", ".", ";", "and"]) });
    closed && (set_off || document.tags(before).any(Tags::AUXILIARY) && is_somebody(document, who))
}

/// Whether the number is set off after a name or person noun: `Nora Pike, 46, said`, `the man, 42,`, `Nora Pike (46)`.
pub fn beside_name(document: &Document, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let Some(name) = before_mark(document, start) else { return false };
    let tags = document.tags(name);
    let first = unrounded(document, start);
    let commas = document.is(first - 1, ",") && !glued(document, first - 1);
    // "Hall 46" is a room, but not "Ann Hall, 46,".
    let labels = !commas && tags.any(Tags::DESIGNATOR);
    let person = tags.any(Tags::CAPITALISED) && !tags.any(Tags::MONTH | Tags::WEEKDAY) && !labels
        || tags.any(Tags::PERSON_NOUN | Tags::KIN)
        || (commas && document.is_one_of(end, const { &WordList::of([",", ".", ";"]) }) || document.is(end, ")"))
            && (somebody::is_behind_article(document, name) || somebody::is_parent(document, name))
        || document.is_one_of(name, &classes::HE_OR_SHE)
        || commas && numeral.low >= Decimal::TEN && somebody::is_set_off(document, name, end);
    let closed = document
        .is_one_of(end, const { &WordList::of([",", ".", ";", "who", "from", "was", "and", ":", "—"]) })
        || kinds::is_dash(document, end) && !numeral::joins(document, end)
        || commas && document.is_one_of(end, &classes::FINITE_BE) && somebody::is_full_name(document, name)
        || document.is(end, "of") && !partitive::is_back_reference(document, end + 1)
        || end >= document.sentence_tokens(start).end;
    let brackets = document.is(start - 1, "(") && document.is(end, ")") && !is_rank_or_share(document, name);
    let month = tags.any(Tags::MONTH)
        || name > 0 && document.tags(name - 1).any(Tags::MONTH) && document.tags(name).any(Tags::DIGITS);
    person && !month && numeral.tokens.len() == 1 && (commas && closed || brackets)
}

/// Whether a number in brackets after the word at `name` is the rank of a place, or a share in a poll: "Velia (5),
/// Ostwick (7)", "a poll has Pike (16) ahead".
fn is_rank_or_share(document: &Document, name: usize) -> bool {
    const POLLS: WordList<5> = WordList::of(["poll", "polling", "polls", "survey", "surveys"]);
    let place = Tags::PLACE | Tags::NATIONALITY;
    let plain = document.tags(name).any(place) && !document.tags(name).any(Tags::SURNAME | Tags::GIVEN_NAME);
    plain || document.sentence_tokens(name).any(|at| document.is_one_of(at, &POLLS))
}

/// Whether the word at `pointer`, which places a decade of life, follows a possessive or other ages of the same person:
/// "In her late 40s", "their late teens to early 20s", "his mid- to late 50s".
pub fn is_of_somebody(document: &Document, pointer: usize) -> bool {
    let owned = |at: usize| at > 0 && document.tags(at - 1).any(Tags::POSSESSIVE);
    let past_dash = |end: usize| end.checked_sub(1).map(|at| at - usize::from(at > 0 && kinds::is_dash(document, at)));
    if owned(pointer) {
        return true;
    }
    let link = past_dash(pointer).filter(|&at| document.is_one_of(at, const { &WordList::of(["and", "or", "to"]) }));
    let Some(first) = link.and_then(past_dash) else { return false };
    let ten = document.is(first, "s") && first > 1;
    let place = if ten { first - 2 } else { first };
    document.is(first, "teens")
        || document.is_one_of(place, const { &WordList::of(["early", "late", "mid"]) }) && owned(place)
}

/// Whether ", 12 and" precedes token `at`.
pub fn follows_another(document: &Document, at: usize) -> bool {
    at > 3 && document.is(at - 1, "and") && document.tags(at - 2).any(Tags::DIGITS) && document.is(at - 3, ",")
}

/// Whether the number is the second of two ages set off after a noun for people: "Both boys, 9 and 11, fled".
pub fn is_second(document: &Document, numeral: &Numeral) -> bool {
    let Some(who) = numeral.tokens.start.checked_sub(4) else { return false };
    let end = numeral.tokens.end;
    let first = follows_another(document, numeral.tokens.start);
    let closed = document.is_one_of(end, const { &WordList::of([",", ".", ";"]) });
    let closed = closed || end >= document.sentence_tokens(who).end;
    let people = document.tags(who).any(Tags::PERSON_NOUN | Tags::KIN);
    numeral.digits && first && closed && people
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn lengths_of_lives() {
        figures(
            "
A kid aged 10 months and a miller aged about 32 years met wardens, whose mean age was 54 years. The boy was nine.
           ^^^^^^^^^ figure age value=10 unit=month counted=[kid]
                                       ^^^^^^^^^^^^^^ figure age value=32 unit=year bound=approx counted=[miller]
                                                                                      ^^^^^^^^ figure age value=54 unit=year counted=[mean age]
                                                                                                            ^^^^ figure age value=9 unit=year counted=[boy]
The pension age will rise to 67 as the 214-page report took two years.
                             ^^ figure age value=67 unit=year
                                       ^^^ figure count value=214 counted=[page]
                                                            ^^^^^^^^^ figure duration value=2 unit=year counted=[report] resolved=P2Y
Voters aged 18 prefer goats; she turns 60 next month.
            ^^ figure age value=18 unit=year counted=[Voters]
                                       ^^ figure age value=60 unit=year counted=[she]
                                          ^^^^^^^^^^ figure date
",
        );
    }

    #[test]
    fn ages_about_so_much_and_at_death() {
        figures(
            "
Nora Pike, about 40, left. Tom Dale, 12—her nephew—stayed. Abel Tarn died at his home at 83.
           ^^^^^^^^ figure age value=40 unit=year bound=approx counted=[Nora Pike]
                                     ^^ figure age value=12 unit=year counted=[Tom Dale]
                                                                                         ^^ figure age value=83 unit=year counted=[Abel Tarn]
She died in Morfa at 11. A 20-something wept, and boys as young as 9.
                     ^^ figure count value=11
                           ^^^^^^^^^^^^ figure age low=20 high=29 unit=year
                                                                   ^ figure age value=9 unit=year
",
        );
    }

    #[test]
    fn seeds_and_shares_in_brackets_are_no_ages() {
        figures(
            "
Their draw was Italy (4) and Scotland (9). A poll in the ward has Ada Pike (27) before Tom Rowe (22).
                      ^ figure count value=4
                                       ^ figure count value=9
                                                                            ^^ figure count value=27
                                                                                                 ^^ figure count value=22
",
        );
    }

    #[test]
    fn tens_of_years_beside_each_other() {
        figures(
            "
Millers told of our late teens and early 20s; Pike is in his mid- to late 50s.
                                         ^^^ figure age low=20 high=29 unit=year
                                                                          ^^^ figure age low=50 high=59 unit=year counted=[Pike]
Tarn had two mills in the mid-80s.
         ^^^ figure count value=2 counted=[mills]
                      ^^^^^^^^^^^ figure date resolved=198
",
        );
    }

    #[test]
    fn two_ages_at_once() {
        figures(
            "
They looked for both boys, 9 and 11, in the barn.
                           ^ figure age value=9 unit=year counted=[boys]
                                 ^^ figure age value=11 unit=year counted=[boys]
",
        );
    }

    #[test]
    fn ages_of_named_and_guessed() {
        figures(
            "
Tilda Pike was 34. At 61, Nora Rowe left. A man, thought to be about 45, died; he was believed to be 52.
               ^^ figure age value=34 unit=year counted=[Tilda Pike]
                      ^^ figure age value=61 unit=year counted=[Nora Rowe]
                                                               ^^^^^^^^ figure age value=45 unit=year bound=approx
                                                                                                     ^^ figure age value=52 unit=year
",
        );
    }

    #[test]
    fn ages_of_one_told_of() {
        figures(
            "
When Rowe was 14, he sank a punt. He is a fine miller and only 25, but she is still only 19.
              ^^ figure age value=14 unit=year counted=[Rowe]
                                                               ^^ figure age value=25 unit=year
                                                                                         ^^ figure age value=19 unit=year
Ada Pike, left, 46, and the evacuee, 52, were met by Tom Dale, a hiker, 31. One of the bargees, 34, hid.
                ^^ figure age value=46 unit=year counted=[Ada Pike]
                                     ^^ figure age value=52 unit=year counted=[evacuee]
                                                                        ^^ figure age value=31 unit=year counted=[hiker]
                                                                            ^^^ figure count value=1 counted=[bargees]
                                                                                                ^^ figure age value=34 unit=year counted=[bargees]
",
        );
    }

    #[test]
    fn ages_behind_titles_and_short_forms() {
        figures(
            "
Mr. Pike was 78, by the way. She had turned 19 two days ago. He will sail when he's 25. The 12-and-under race was cut.
             ^^ figure age value=78 unit=year counted=[Pike]
                                            ^^ figure age value=19 unit=year counted=[She]
                                               ^^^^^^^^^^^^ figure date value=2 unit=day
                                                                                    ^^ figure age value=25 unit=year
                                                                                            ^^ figure age value=12 unit=year counted=[race]
",
        );
    }

    #[test]
    fn ages_at_which_lives_turn() {
        figures(
            "
She left school at 14 and was widowed at 31. At 17 she went to sea. He put the number of dead at 22. He died three years ago at 26 on the same block.
                   ^^ figure age value=14 unit=year
                                         ^^ figure age value=31 unit=year
                                                ^^ figure age value=17 unit=year
                                                                                                 ^^ figure count value=22 counted=[number of dead]
                                                                                                             ^^^^^^^^^^^^^^^ figure date value=3 unit=year
                                                                                                                                ^^ figure age value=26 unit=year counted=[He]
",
        );
        figures(
            "
They may drink when they turn 18, but not at turn 9, where Dale will turn 40.
                              ^^ figure age value=18 unit=year
                                                                          ^^ figure age value=40 unit=year counted=[Dale]
",
        );
    }
}
