//! The person or thing with an age or a rank: "a 12-year-old girl", "two sisters, ages 12 and 13", "Nora G. Pike, 46".

use std::ops::Range;

use super::{
    age_apart, age_span, clause,
    designation::is_title_case,
    elided, life, lived, noun,
    numeral::joins,
    partitive,
    phrase::{self, HowMany, Phrase},
    ranked, seeded, shared_age,
    stated::Stated,
    verb,
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, FigureKind, Tags, TokenKind, WordList},
};

/// The person or thing that has the age or the rank: the noun after it, or the name before it.
pub fn person_or_thing(document: &Document, fact: &Stated) -> Option<Phrase> {
    let Range { start, end } = fact.tokens.clone();
    let at = if phrase::joins(document, end) { end + 1 } else { end };
    // "The 12-and-under race".
    let at = if life::is_of_group(document, end) { end + 4 } else { at };
    let rank = fact.detail.kind == FigureKind::Ordinal;
    if let Some((last, _)) = shared_age::behind(document, end) {
        return phrase::behind(document, last, HowMany::Several);
    }
    // "The first-ever ferry", "the third such ferry".
    let at = at + usize::from(rank && (document.is(at, "ever") || ranked::is_such(document, at)));
    // "A third, unnamed walker".
    let apart = rank && document.is(at, ",") && start > 0 && document.is(start - 1, "a");
    let at = at + usize::from(apart);
    // "The seventh straight day", "the second Tuesday".
    let straight = document.is_one_of(at, const { &WordList::of(["consecutive", "full", "straight", "successive"]) });
    let timed = if straight { at + 1 } else { ranked::past_superlative(document, at) };
    if rank && (document.is(at, "overall") || is_adverb(document, start)) {
        return None;
    }
    if rank && document.tags(timed).any(Tags::TIME_UNIT | Tags::WEEKDAY) {
        return Some(timed..timed + 1);
    }
    // "The first and second floors".
    if let Some(noun) = rank.then(|| ranked::over_ranks(document, at)).flatten() {
        return phrase::behind(document, noun, HowMany::Several);
    }
    if let Some(noun) = rank.then(|| ranked::hung(document, end)).flatten() {
        return Some(noun);
    }
    if let Some(who) = age_span::bounded(document, fact) {
        return Some(who);
    }
    // "The first four boats".
    let numbered = rank && document.tags(at).any(Tags::NUMBER_WORD | Tags::DIGITS) && !joins(document, at + 1);
    let several = rank && is_of_several(document, start);
    let noun = phrase::behind(document, at + usize::from(numbered), HowMany::one_if(!numbered && !several))
        .or_else(|| rank.then(|| ranked::further(document, at))?);
    // "A man in his 20's sat there".
    let decade = document.tokens[end - 1].kind == TokenKind::Possessive || document.is(end - 1, "s");
    // "Boy, Aged 2, Shot".
    let fate = |phrase: &Phrase| phrase.len() == 1 && elided::is_fate(document, phrase.start);
    let noun = noun.map(|phrase| if rank { seeded::before_name(document, phrase) } else { phrase });
    let noun = noun.map(|phrase| noun::before_hit(document, phrase));
    let named = noun.filter(|phrase| {
        rank && !(numbered && is_doing(document, phrase))
            || !rank && !decade && !fate(phrase) && !is_said(document, start, phrase)
    });
    if let Some(phrase) = named {
        return Some(owner(document, with_name(document, phrase)));
    }
    if rank {
        let goes_on = document.tags(at).any(Tags::PREPOSITION | Tags::DETERMINER) || document.is(at, "to");
        return one_of(document, at).or_else(|| told_before(document, start).filter(|_| goes_on));
    }
    age_apart::who(document, &fact.tokens).or_else(|| told_of(document, fact))
}

/// The person before the age: "Nora Pike, 46", "both boys, 9 and 11", "she was 14".
fn told_of(document: &Document, fact: &Stated) -> Option<Phrase> {
    let start = fact.tokens.start;
    if let Some(verb) = shared_age::verb_of_two(document, start) {
        return clause::subject(document, &(0..0), verb + 1);
    }
    // "She was just 14".
    let before = life::unrounded(document, start).checked_sub(1)?;
    if document.is(before, ",") || document.is(before, "(") {
        return name_before(document, life::past_side(document, before));
    }
    // "Both boys, 9 and 11, fled".
    if life::follows_another(document, start) {
        return name_before(document, start - 3);
    }
    // "Tom Rowe, now 77", "Ada Pike and Ted Rowe, both 51".
    let adverb = document.is_one_of(before, const { &WordList::of(["both", "each", "now", "then"]) });
    if let Some(comma) = before.checked_sub(1).filter(|&at| adverb && document.is(at, ",")) {
        return name_before(document, comma);
    }
    if fact.detail.kind == FigureKind::Age
        && let Some(who) = lived::who(document, start)
    {
        return Some(who);
    }
    // "The clerk met her when she was 14": the pronoun may refer to anybody.
    let pronoun = before.checked_sub(1).map_or(Tags::NONE, |at| document.tags(at));
    let pronoun = pronoun.any(Tags::PRONOUN) && !pronoun.any(Tags::RELATIVE);
    let verb = fact.detail.kind == FigureKind::Age && document.tags(before).any(Tags::AUXILIARY) && !pronoun;
    verb.then(|| clause::subject(document, &(0..0), start))?
}

/// Whether several share the rank at `start`: "One of the first black singers".
fn is_of_several(document: &Document, start: usize) -> bool {
    start > 2
        && document.is(start - 1, "the")
        && document.is(start - 2, "of")
        && document.tags(start - 3).any(Tags::NUMBER_WORD)
}

/// Whether the phrase says what a person of that age does, not what it is: "The 15-year-old playing with".
fn is_doing(document: &Document, phrase: &Phrase) -> bool {
    const THINGS: WordList<13> = WordList::of([
        "being",
        "boxing",
        "building",
        "carving",
        "darling",
        "drawing",
        "dwelling",
        "king",
        "painting",
        "recording",
        "ring",
        "sibling",
        "wedding",
    ]);
    const BEHIND: Tags =
        Tags::PREPOSITION.with(Tags::DETERMINER).with(Tags::PRONOUN).with(Tags::ADVERB).with(Tags::NUMBER_WORD);
    let doing = document.ends_in(phrase.start, "ing") && !document.is_one_of(phrase.start, &THINGS);
    phrase.len() == 1 && doing && document.tags(phrase.end).any(BEHIND)
}

/// Whether the `first` at `at` says when something was done: "Since she was first elected warden".
fn is_adverb(document: &Document, at: usize) -> bool {
    const NAMED: Tags = Tags::DETERMINER.with(Tags::PREPOSITION).with(Tags::ADJECTIVE);
    let be =
        at.checked_sub(1).is_some_and(|be| document.tags(be).any(Tags::AUXILIARY) && !document.tags(be).any(NAMED));
    // "A day after Rowe first told": a name does not own a rank.
    let name = at > 0 && document.tags(at - 1).any(Tags::CAPITALISED) && kinds::is_word(document, at - 1);
    // "When they first wed": a subject pronoun does not own a rank either.
    let subject = at > 0 && noun::is_subject(document, at - 1);
    let past = || kinds::is_word(document, at + 1) && endings::is_past_form(document.word(at + 1));
    document.is(at, "first") && (subject || (be || name) && past())
}

/// The set of which the rank is one: "The second of six children", "the third of her books".
fn one_of(document: &Document, of: usize) -> Option<Phrase> {
    let (at, passed) = partitive::partitive(document, of);
    let phrase = passed.then(|| phrase::behind(document, at, HowMany::Several)).flatten()?;
    endings::is_plural(document, phrase.end - 1).then_some(phrase)
}

/// The noun before the comma that the rank follows: "It was a state visit, the third of her term".
fn told_before(document: &Document, start: usize) -> Option<Phrase> {
    let the = start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DETERMINER | Tags::PRONOUN))?;
    let comma = the.checked_sub(1).filter(|&at| document.is(at, ","))?;
    phrase::before(document, comma).filter(|phrase| !document.tags(phrase.end - 1).any(Tags::CAPITALISED))
}

/// Whether the word in `s` after one person is a verb: "The 65-year-old worries"; not in "two 9-year-old goats".
fn is_said(document: &Document, start: usize, phrase: &Phrase) -> bool {
    // "Voters aged 18 prefer him": the people precede the age.
    if start > 1 && document.is(start - 1, "aged") && !document.is(start - 2, ",") {
        return true;
    }
    // "Two 9-year-old goats", "12- and 14-year-old goats".
    let shared = start > 1 && document.is(start - 1, "and") && kinds::is_dash(document, start - 2);
    // "One of the 17-year-old millers".
    let part = is_of_several(document, start);
    let several = shared || part || start > 0 && document.tags(start - 1).any(Tags::NUMBER_WORD | Tags::DIGITS);
    let alone = phrase.len() == 1;
    let name = document.tags(phrase.start).any(Tags::CAPITALISED);
    // "Girl, 3, Recovering After Fall".
    let rising = alone && name && document.ends_in(phrase.start, "ing");
    let told = alone && name && verb::is_told_in_headline(document, phrase.start);
    let verb = told
        || alone && !name && (endings::is_plural(document, phrase.start) && !several || is_doing(document, phrase))
        || rising;
    verb || does_something(document, phrase) && !several
        || alone && verb::has_hit(document, phrase.start)
        || document.is_one_of(phrase.start, const { &WordList::of(["belonging", "wearing"]) })
}

/// Whether a verb begins the words after an age: "The 12-year-old started fishing", "12-Year-Old Fells Oak".
fn does_something(document: &Document, phrase: &Phrase) -> bool {
    let word = document.word(phrase.start);
    let begun = phrase.len() == 2 && endings::is_past_form(word) && document.ends_in(phrase.end - 1, "ing");
    let third_person = endings::is_plural(document, phrase.start) && word.ends_with('s');
    let named = phrase.len() > 1 && phrase.clone().take(2).all(|at| document.tags(at).any(Tags::CAPITALISED));
    // "The 3-year-old accidentally shoots", "5-Year-Old Accidentally Shoots".
    let how = word.len() > 4 && word.ends_with("ly") && !endings::is_noun_in_ly(document, phrase.start);
    let how = how && !document.tags(phrase.start).any(Tags::ADJECTIVE | Tags::DESCRIPTIVE | Tags::GIVEN_NAME);
    let last = document.word(phrase.end - 1);
    let acts = how && phrase.len() > 1 && (endings::is_plural(document, phrase.end - 1) || last.ends_with("ing"));
    let fells = named && third_person && !document.tags(phrase.start).any(Tags::PERSON_NOUN);
    acts || begun || fells && is_title_case(document, phrase.start)
}

/// The owner in the phrase, who has the age: the boy in "The 12-year-old boy's coat".
fn owner(document: &Document, phrase: Phrase) -> Phrase {
    let mark = phrase.clone().find(|&at| document.tokens[at].kind == TokenKind::Possessive);
    phrase.start..mark.filter(|&mark| mark > phrase.start).unwrap_or(phrase.end)
}

/// The name that ends before token `end`, including the full stop of "Ted Rowe Jr." and a nickname in marks.
fn name_before(document: &Document, end: usize) -> Option<Phrase> {
    let dot = end.checked_sub(1).filter(|&at| document.is(at, ".") && at > 0 && document.is_glued(at - 1));
    let phrase = phrase::before(document, dot.unwrap_or(end))?;
    // "Dad hides sons, 10 and 12".
    let last = phrase.end - 1;
    let kin = phrase.len() > 2 && document.tags(last).any(Tags::KIN) && kinds::is_word(document, last - 1);
    if kin && document.ends_in(last - 1, "s") {
        return Some(last..phrase.end);
    }
    let sentence = document.sentence_tokens(phrase.start).start;
    let here = |at: &usize| *at >= sentence;
    let (open, first) = (phrase.start.checked_sub(3), phrase.start.checked_sub(4).filter(here));
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let mark = |at: usize| document.tokens[at].kind == TokenKind::Quotation;
    match (open, first) {
        (Some(open), Some(first)) if mark(open) && mark(open + 2) && capital(first) && capital(phrase.start) => {
            Some(phrase::before(document, open).map_or(first, |name| name.start)..phrase.end)
        }
        _ => Some(phrase),
    }
}

/// The phrase including the name after an abbreviated title or a nickname: "51-year-old Capt. Tom Dorrin", "one of Mr.
/// Dorrin's rivals", "Tom \"Tip\" Dorrin".
pub fn with_name(document: &Document, phrase: Phrase) -> Phrase {
    let dot = phrase.end;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let marked = kinds::is_quotation_mark(document, dot) && kinds::is_quotation_mark(document, dot + 2);
    let end = document.sentence_tokens(phrase.start).end;
    if dot + 1 >= end {
        return phrase;
    }
    if marked && capital(dot - 1) && capital(dot + 1) && capital(dot + 3) && dot + 3 < end {
        return phrase::behind(document, dot + 3, HowMany::One).map_or(phrase.clone(), |name| phrase.start..name.end);
    }
    let titled = document.is(dot, ".") && document.is_glued(dot - 1) && capital(dot - 1) && capital(dot + 1);
    let Some(name) = titled.then(|| phrase::behind(document, dot + 1, HowMany::One)).flatten() else { return phrase };
    let owned = kinds::is_possessive(document, name.end);
    let of_name = owned.then(|| phrase::behind(document, name.end + 1, HowMany::Several)).flatten();
    phrase.start..of_name.map_or(name.end, |owned| owned.end)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn names_in_s_and_headlines() {
        figures(
            "
Wardens held 40-year-old bargee Thomas Rowe unconscious.
             ^^^^^^^^^^^ figure age value=40 unit=year counted=[bargee Thomas Rowe]

9-Year-Old Girl Wins Tarn Raft Race
^^^^^^^^^^ figure age value=9 unit=year counted=[Girl]
",
        );
    }

    #[test]
    fn a_pronoun_may_be_anybody() {
        figures(
            "
The miller met Ada Pike when she was 14, and she was first elected warden at Tarn.
                                     ^^ figure age value=14 unit=year counted=[she]
",
        );
    }

    #[test]
    fn a_name_stays_in_its_sentence() {
        figures(
            "
They call it \"Old Mill\".

Nora Pike, 46, met an 8-year-old Tarn. Ada left.
           ^^ figure age value=46 unit=year counted=[Nora Pike]
                      ^^^^^^^^^^ figure age value=8 unit=year counted=[Tarn]
",
        );
    }

    #[test]
    fn what_somebody_does_is_said_of_them() {
        figures(
            "
Pike met an 8-year-old boy fishing at dawn with a 30-year-old porter mending his net.
            ^^^^^^^^^^ figure age value=8 unit=year counted=[boy]
                                                  ^^^^^^^^^^^ figure age value=30 unit=year counted=[porter]
",
        );
    }

    #[test]
    fn lists_names_and_owners() {
        figures(
            "
Two sisters, ages 12 and 13, met Nora G. Pike, 46, and two 9-year-old goats.
^^^ figure count value=2 counted=[sisters]
                  ^^ figure age value=12 unit=year counted=[sisters]
                         ^^ figure age value=13 unit=year counted=[sisters]
                                               ^^ figure age value=46 unit=year counted=[Nora G. Pike]
                                                       ^^^ figure count value=2 counted=[9-year-old goats]
                                                           ^^^^^^^^^^ figure age value=9 unit=year counted=[goats]
The 12-year-old boy's coat hung beside that of 19-year-old Tom \"Tip\" Dorrin.
    ^^^^^^^^^^^ figure age value=12 unit=year counted=[boy]
                                               ^^^^^^^^^^^ figure age value=19 unit=year counted=[Tom \"Tip\" Dorrin]
",
        );
    }

    #[test]
    fn a_verb_is_nobody() {
        figures(
            "
The 65-year-old worries.
    ^^^^^^^^^^^ figure age value=65 unit=year
",
        );
    }

    #[test]
    fn ranks_without_a_noun() {
        figures(
            "
Ada was the second of six children. It was a state visit, the third of her term.
            ^^^^^^ figure ordinal value=2 counted=[children]
                      ^^^ figure count value=6 counted=[children]
                                                              ^^^^^ figure ordinal value=3 counted=[state visit]
It is the seventh straight day, on the first and second floors.
          ^^^^^^^ figure ordinal value=7 counted=[day]
                                       ^^^^^ figure ordinal value=1 counted=[floors]
                                                 ^^^^^^ figure ordinal value=2 counted=[floors]
",
        );
    }

    #[test]
    fn one_of_the_first() {
        figures(
            "
Rowe was one of the first black comics in Tarn.
         ^^^ figure count value=1 counted=[first black comics]
                    ^^^^^ figure ordinal value=1 counted=[black comics]
",
        );
    }

    #[test]
    fn first_behind_a_name() {
        figures(
            "
A day after Rowe first contacted Tarn Council, it sank twice.
^^^^^ figure duration value=1 unit=day resolved=P1D
",
        );
    }
}
