//! Attributes of a plural that `and` or a comma separates: "loud and unruly guests", "brick-built, low-roofed barns".

use std::ops::Range;

use super::{
    noun,
    phrase::{HowMany, LIMITS, joins},
    verb,
};
use crate::{
    grammar::{endings, kinds, tenses},
    types::{Document, Tags, WordList},
};

/// Whether the `and` at `at` stands between two adjectives of a plural: "loud and unruly guests", "Scottish and Irish
/// sea captains", "the most loyal and best trained dogs". "12 league and cup goals": kinds of things are counted
/// together only in the plural.
pub fn joins_attributes(document: &Document, at: usize, start: usize, count: HowMany) -> bool {
    const GRADES: WordList<4> = WordList::of(["highly", "more", "most", "very"]);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let names = capital(at - 1) && capital(at + 1) && !endings::is_plural(document, at - 1);
    let graded = at > 1 && document.is_one_of(at - 2, &GRADES);
    let kind = !count.is_one()
        && !capital(at - 1)
        && !capital(at + 1)
        && !endings::is_plural(document, at - 1)
        && noun::is_noun(document, at - 1)
        && kinds::is_word(document, at + 1)
        && !endings::is_past_form(document.word(at + 1))
        && (is_behind_number(document, start) || start > 1 && document.is(start - 1, "the"));
    let first = names
        || kind
        || graded
        || document.tags(at - 1).any(Tags::ADJECTIVE | Tags::DESCRIPTIVE)
        || document.ends_in(at - 1, "ed")
        || document.is_one_of(at - 1, const { &WordList::of(["current", "former"]) })
        || endings::is_superlative(document.word(at - 1));
    let inner = |at: usize| kinds::is_word(document, at) && !document.tags(at).any(LIMITS.with(Tags::VERB));
    let plural = |at: usize| inner(at) && endings::is_plural(document, at);
    let plain = |at: usize| (inner(at) || joins(document, at)) && !(names && capital(at));
    let described = |at: usize| document.tags(at).any(Tags::ADJECTIVE | Tags::DESCRIPTIVE);
    let both = described(at - 1) && described(at + 1) && inner(at + 2);
    // "The rarest and most daring dives".
    let behind = at + 1 + usize::from(first && document.is_one_of(at + 1, &GRADES));
    let leads = (behind + 1..behind + 5).find(|&at| plural(at) || !plain(at)).is_some_and(plural);
    both || first && inner(behind) && leads
}

/// Whether the comma at `at` stands between two attributes of a plural: "Hundreds of brick-built, low-roofed barns".
pub fn divides_attributes(document: &Document, at: usize) -> bool {
    let compound = |last: usize| last > 1 && joins(document, last - 1);
    let described = |at: usize| document.tags(at).any(Tags::ADJECTIVE | Tags::DESCRIPTIVE);
    let second = if joins(document, at + 2) { at + 3 } else { at + 1 };
    (compound(at - 1) || described(at - 1))
        && (compound(second) || described(second))
        && !document.tags(at + 1).any(LIMITS)
        && kinds::is_word(document, second + 1)
        && !document.tags(second + 1).any(LIMITS)
        && endings::is_plural(document, second + 1)
}

/// Whether the past form at `at`, after an adverb, describes the noun after it: "Newly built barns", "one badly torn
/// sail".
pub fn is_participle(document: &Document, at: usize, count: HowMany) -> bool {
    let adverb = document.word(at - 1).len() > 4 && document.ends_in(at - 1, "ly");
    let noun = || kinds::is_word(document, at + 1) && !document.tags(at + 1).any(LIMITS.with(Tags::VERB));
    let adjective = document.is_one_of(at, const { &WordList::of(["frozen", "hidden", "torn", "worn"]) });
    let past = adjective || tenses::is_irregular_past(document, at) && !verb::is_only_verb(document, at);
    adverb && past && if count.is_one() { noun() } else { leads_to_plural(document, at + 1) }
}

/// Whether a plural is among the words.
pub fn has_plural(document: &Document, words: Range<usize>) -> bool {
    words.into_iter().any(|at| endings::is_plural(document, at))
}

/// Whether a plural stands at `at`, or one word later.
pub fn leads_to_plural(document: &Document, at: usize) -> bool {
    let inner = |at: usize| kinds::is_word(document, at) && !document.tags(at).any(LIMITS.with(Tags::VERB));
    let plural = |at: usize| inner(at) && endings::is_plural(document, at);
    let name = |at: usize| inner(at) && document.tags(at).any(Tags::CAPITALISED);
    // "Two known Tarn Lane gang members".
    let behind_name = || {
        let common = (at..at + 4).find(|&at| !name(at)).filter(|&common| common > at);
        common.is_some_and(|common| inner(common) && (plural(common) || plural(common + 1)))
    };
    plural(at) || inner(at) && plural(at + 1) || behind_name()
}

/// Whether the adverb at `at` belongs to the description of a plural after it: "Five key early-voting states", "three
/// extra early games".
pub fn leads_to_its_plural(document: &Document, at: usize) -> bool {
    let plural =
        |at: usize| kinds::is_word(document, at) && !document.tags(at).any(LIMITS) && endings::is_plural(document, at);
    if joins(document, at + 1) && kinds::is_word(document, at + 2) {
        return plural(at + 3);
    }
    document.is_one_of(at, const { &WordList::of(["early", "late"]) }) && plural(at + 1)
}

/// Whether a bare number, not a sum of money, directly precedes `start`, an `of` between them allowed.
pub fn is_behind_number(document: &Document, start: usize) -> bool {
    const NUMBERS: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::MAGNITUDE);
    let of = start > 2 && document.is(start - 1, "of") && !document.is(start - 2, "one");
    let last = (start - usize::from(of)).checked_sub(1).filter(|&at| document.tags(at).any(NUMBERS));
    let Some(last) = last else { return false };
    let sign = |at: usize| document.tags(at).any(Tags::CURRENCY);
    !sign(last) && !(last.saturating_sub(2)..last).any(sign)
}

/// Whether a plural is among the words after the one at `at`.
pub fn leads_to_any_plural(document: &Document, at: usize) -> bool {
    (at + 1..at + 4).take_while(|&at| kinds::is_word(document, at)).any(|at| endings::is_plural(document, at))
}

/// Whether the capitalised verb directly after a number is not part of what is counted: "12 Drown in Lock", "3-Year-Old
/// Hurts Self".
pub fn says_what_is_done(document: &Document, at: usize, count: HowMany) -> bool {
    let third_person = document.ends_in(at, "s");
    let closed = document.tags(at + 1).any(Tags::PREPOSITION | Tags::DETERMINER) || document.is(at + 1, "self");
    if !count.is_one() {
        // "3 Win Barge Race": without a plural there is nothing to count.
        let bare = is_behind_number(document, at);
        return !third_person && (closed || bare && !leads_to_any_plural(document, at));
    }
    let plural = kinds::is_word(document, at + 1) && endings::is_plural(document, at + 1);
    third_person && (closed || !plural)
}

/// Whether a plural noun follows, which the word before describes: "Two Baby Wounded Elephants".
pub fn leads_on(document: &Document, at: usize) -> bool {
    kinds::is_word(document, at) && endings::is_plural(document, at) && !document.tags(at).any(LIMITS)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn superlatives_side_by_side() {
        figures(
            "
Four current and former Tarn millers saw one of the rarest and most daring dives of one of the town's oldest and most loyal clubs.
^^^^ figure count value=4 counted=[current and former Tarn millers]
                                         ^^^ figure count value=1 counted=[rarest and most daring dives]
                                                                                    ^^^ figure count value=1 counted=[town's oldest and most loyal clubs]
",
        );
    }

    #[test]
    fn several_attributes_and_how_often() {
        figures(
            "
She pays 24 equal monthly tolls for hundreds of brick-built, low-roofed barns.
         ^^ figure count value=24 counted=[equal monthly tolls]
                  ^^^^^^^ figure date resolved=P1M
                                    ^^^^^^^^ figure count low=100 high=1000 bound=approx counted=[brick-built, low-roofed barns]
",
        );
    }

    #[test]
    fn kinds_before_one_noun() {
        figures(
            "
Tarn saw 12 barge and ferry races and 14 town and county high-water marks in £3m cash and enough bells.
         ^^ figure count value=12 counted=[barge and ferry races]
                                      ^^ figure count value=14 counted=[town and county high-water marks]
                                                                             ^^^ figure money value=3000000 unit=GBP counted=[cash]
",
        );
    }

    #[test]
    fn participles_behind_adverbs() {
        figures(
            "
Tarn has 12 newly built barns, three badly torn sails and one freshly laid lawn.
         ^^ figure count value=12 counted=[newly built barns]
                               ^^^^^ figure count value=3 counted=[badly torn sails]
                                                          ^^^ figure count value=1 counted=[freshly laid lawn]
",
        );
    }

    #[test]
    fn adverbs_in_what_they_are_like() {
        figures(
            "
Tarn names five key early-voting wards, cuts 51 key state workers and plays three extra early games.
           ^^^^ figure count value=5 counted=[key early-voting wards]
                                             ^^ figure count value=51 change=down counted=[key state workers]
                                                                            ^^^^^ figure count value=3 counted=[extra early games]
",
        );
    }

    #[test]
    fn known_members() {
        figures(
            "
The barn was held by two known Morfa Lane gang members.
                     ^^^ figure count value=2 counted=[known Morfa Lane gang members]
",
        );
    }

    #[test]
    fn suspects() {
        figures(
            "
Wardens seek a 16-year-old armed robbery suspect and two murder suspects.
               ^^^^^^^^^^^ figure age value=16 unit=year counted=[armed robbery suspect]
                                                     ^^^ figure count value=2 counted=[murder suspects]
",
        );
    }

    #[test]
    fn nouns_that_end_headlines() {
        figures(
            "
Tarn Couple Hides £10m Gold Find
                  ^^^^ figure money value=10000000 unit=GBP counted=[Gold Find]
",
        );
    }
}
