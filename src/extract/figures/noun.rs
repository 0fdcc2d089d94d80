//! Whether a word can be the head of a noun phrase, by its tags and its ending.

use super::designation::is_title_case;
use crate::{
    grammar::{classes, endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// How many of what a noun phrase names are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowMany {
    /// One, so that a word in `s` after it is a verb: "one lives in Tarn".
    One,
    /// Several, or unknown.
    Several,
}

impl HowMany {
    /// One where that holds.
    pub fn one_if(is_one: bool) -> Self {
        if is_one { Self::One } else { Self::Several }
    }

    /// Whether it is one.
    pub fn is_one(self) -> bool {
        self == Self::One
    }
}

/// Endings that no common noun has.
const ADJECTIVES: [&str; 5] = ["eous", "ible", "ional", "ious", "less"];

/// Words after figures and nouns that are not counted: comparatives, as in "£5 cheaper", "one step closer", and words
/// of place: "two trips overseas".
const TRAILING: WordList<36> = WordList::of([
    "ahead",
    "alone",
    "better",
    "bigger",
    "cheaper",
    "closer",
    "deeper",
    "east",
    "faster",
    "further",
    "greater",
    "harder",
    "heavier",
    "higher",
    "larger",
    "lighter",
    "longer",
    "nationwide",
    "north",
    "offshore",
    "older",
    "online",
    "overseas",
    "poorer",
    "richer",
    "shorter",
    "slower",
    "smaller",
    "south",
    "stronger",
    "taller",
    "weaker",
    "west",
    "worldwide",
    "worse",
    "younger",
]);

/// Whether the word can be a head: not an adjective, adverb or participle by ending or tag.
pub fn is_noun(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let word = document.word(at);
    let capital = tags.any(Tags::CAPITALISED);
    // "A season's best" is a noun.
    let owned = at > 0 && document.tokens[at - 1].kind == TokenKind::Possessive && !kinds::is_word(document, at + 1);
    let superlative = endings::is_superlative(word) && !owned;
    let participle = endings::is_past_form(word);
    let adjective = ADJECTIVES.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending));
    let other = is_trailing(document, at)
        || document.is_one_of(
            at,
            const {
                &WordList::of([
                    "a.m.", "able", "current", "due", "fly", "former", "how", "little", "overall", "own", "p.m.", "why",
                ])
            },
        )
        || is_right_there(document, at)
        || document.is(at, "worth") && !document.is(at + 1, "of")
        || is_doing(document, at)
        || tags.any(Tags::PERCENT | Tags::CONJUNCTION)
        || tags.any(Tags::ADJECTIVE | Tags::DESCRIPTIVE | Tags::ADVERB | Tags::BOUND)
        || participle
        || adjective
        || superlative
        || endings::is_adverb_in_ly(document, at);
    // "100 Still Missing": headlines capitalise adverbs too.
    let told = tags.any(Tags::ADVERB) && capital && is_title_case(document, at);
    kinds::is_word(document, at) && (capital && !told || !other)
}

/// Whether the word says what those counted do: "8,100 losing their jobs".
pub fn is_doing(document: &Document, at: usize) -> bool {
    document.ends_in(at, "ing") && document.tags(at + 1).any(Tags::POSSESSIVE)
}

/// Whether the word follows what is counted without being part of it: "one step closer", "two trips overseas".
pub fn is_trailing(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &TRAILING) && !document.tags(at).any(Tags::CAPITALISED)
}

/// Whether `right` is an adverb: "Right now", "right in front of".
fn is_right_there(document: &Document, at: usize) -> bool {
    const OWED: WordList<3> = WordList::of(["for", "of", "to"]);
    let behind = document.tags(at + 1).any(Tags::PREPOSITION | Tags::ADVERB | Tags::DAY_WORD);
    document.is(at, "right") && behind && !document.is_one_of(at + 1, &OWED)
}

/// Whether a unit of time at `at` is the head after a noun that modifies it: "600 school days", "12 flight hours".
pub fn counts_time(document: &Document, at: usize) -> bool {
    let unit = document.tags(at).any(Tags::TIME_UNIT) && document.ends_in(at, "s");
    unit && !endings::is_plural(document, at - 1)
        && !document.tags(at - 1).any(Tags::CAPITALISED)
        && !document.is_one_of(at + 1, &classes::FROM_A_TIME)
}

/// Whether the word is a pronoun that is always a subject.
pub fn is_subject(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &classes::ONLY_SUBJECTS) || document.is(at, "who")
}

/// States in which people are found or left: "found two men dead".
const STATES: WordList<9> = WordList::of([
    "alive",
    "dead",
    "guilty",
    "homeless",
    "missing",
    "remaining",
    "unconscious",
    "unhurt",
    "unresponsive",
]);

/// Whether the word is such a state.
pub fn is_state(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &STATES)
}

/// Whether the token is the end of a time of day, not a PM: "At 3 p.m. the index was".
pub fn is_half_of_day(document: &Document, at: usize) -> bool {
    let half = document.is_one_of(at, &classes::HALVES_OF_DAY);
    half && !document.tags(at).any(Tags::UPPERCASE)
}

/// The phrase without a participle that says what happened to the person: "A clerk hit by a tram", "a man run over".
pub fn before_hit(document: &Document, phrase: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let behind = document.tags(phrase.end).any(Tags::PREPOSITION | Tags::DETERMINER | Tags::POSSESSIVE);
    let hit = document.is_one_of(phrase.end - 1, const { &WordList::of(["hit", "hurt", "run", "shot"]) });
    let cut = usize::from(phrase.len() > 1 && hit && behind);
    phrase.start..phrase.end - cut
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn headlines_say_what_happens() {
        figures(
            "
# 2nd Big Barge Hits Tarn as Third Mill Closes
  ^^^ figure ordinal value=2 counted=[Big Barge]
                             ^^^^^ figure ordinal value=3 counted=[Mill]

The millers led by four ahead of Rowe and 2-1 ahead going home; the index was little changed at 6,624.
                   ^^^^ figure count value=4
                                          ^^^ figure score low=1 high=2
                                                                                                ^^^^^ figure count value=6624 counted=[index]
",
        );
    }

    #[test]
    fn halves_of_the_day_head_nothing() {
        figures(
            "
At 3 p.m. the Tarn index was 0.4% up.
   ^^^^^^ figure date resolved=T15:00
                             ^^^^ figure percent value=0.4 unit=percent change=up counted=[Tarn index]
",
        );
    }

    #[test]
    fn what_stands_behind_is_not_counted() {
        figures(
            "
Tarn is one step closer to a bridge. She made two trips overseas.
        ^^^ figure count value=1 counted=[step]
                                              ^^^ figure count value=2 counted=[trips]
",
        );
    }

    #[test]
    fn adjectives_head_nothing() {
        figures(
            "
Tarn saw its worst fire in six formal state visits, and one of its most loyal and best trained dogs died.
                           ^^^ figure count value=6 counted=[formal state visits]
                                                        ^^^ figure count value=1 counted=[loyal and best trained dogs]
",
        );
    }

    #[test]
    fn kinds_of_time() {
        figures(
            "
The flood cost the town 600 school days and 1,200 mill hours, and 12 wardens days of work.
                        ^^^ figure count value=600 counted=[school days]
                                            ^^^^^ figure count value=1200 counted=[mill hours]
                                                                  ^^ figure count value=12 counted=[wardens]
                                                                             ^^^^ figure duration unit=day counted=[work] resolved=PXD
",
        );
    }

    #[test]
    fn several_who_own() {
        figures(
            "
Two of the millers' barns and one of the Tarn Wardens’ boats burned; Dale kept one of her 'old mills' and a goat.
^^^ figure count value=2 counted=[millers' barns]
                              ^^^ figure count value=1 counted=[Tarn Wardens’ boats]
                                                                               ^^^ figure count value=1
",
        );
    }

    #[test]
    fn what_happened_to_them() {
        figures(
            "
A 39-year-old clerk hit by a tram and a 22-year-old miller run over near Tarn slept.
  ^^^^^^^^^^^ figure age value=39 unit=year counted=[clerk]
                                        ^^^^^^^^^^^ figure age value=22 unit=year counted=[miller]
",
        );
    }

    #[test]
    fn who_loses_something_is_no_noun() {
        figures(
            "
The cuts are hard, with 8,100 losing their homes.
                        ^^^^^ figure count value=8100
",
        );
    }

    #[test]
    fn what_hits_something() {
        figures(
            "
One boat hit a lock 12 miles offshore, and a 23-year-old put his goat on it.
^^^ figure count value=1 counted=[boat]
                    ^^^^^^^^ figure measure value=12 unit=mile counted=[boat]
                                             ^^^^^^^^^^^ figure age value=23 unit=year
",
        );
    }
}
