//! Verbs of change without a change of the quantity: "lost two daughters", "lost by two points", "fell 25 feet from a
//! roof".

use super::numeral::joins;
use crate::{
    grammar::kinds,
    types::{Document, Fact, Figure, FigureKind, Tags, WordList},
};

/// Verbs whose subject loses somebody or something.
const LOSING: WordList<8> = WordList::of(["drop", "dropped", "dropping", "drops", "lose", "loses", "losing", "lost"]);

/// Verbs of falling, also said of bodies.
const FALLING: WordList<11> = WordList::of([
    "dropped",
    "fall",
    "falling",
    "fell",
    "plummeted",
    "plunge",
    "plunged",
    "plunges",
    "plunging",
    "sank",
    "tumbled",
]);

/// Things with a level that can fall.
const LEVELS: WordList<12> = WordList::of([
    "depth",
    "flood",
    "height",
    "lake",
    "level",
    "levels",
    "reservoir",
    "river",
    "snow",
    "table",
    "tide",
    "water",
]);

/// Whether the word of change at `verb` does not mean that something grew or shrank by the figure.
pub fn is_no_change(document: &Document, fact: &Fact<Figure>, verb: usize) -> bool {
    match fact.detail.kind {
        // "The lower 48 are warm".
        FigureKind::Count if document.is(verb, "lower") && verb > 0 && document.is(verb - 1, "the") => true,
        FigureKind::Count => document.is_one_of(verb, &LOSING) && is_loss(document, fact, verb),
        // "Climbing up a 200-foot bank", "dropped £200 on lamps": what is climbed or spent.
        FigureKind::Measure if is_hyphened(document, fact) => true,
        FigureKind::Money
            if document.is_one_of(verb, &LOSING)
                && document.is_one_of(document.token_at(fact.span.end), const { &WordList::of(["for", "on"]) }) =>
        {
            true
        }
        // "He hiked 14 miles".
        FigureKind::Measure if document.word(verb).starts_with("hik") => true,
        // "The storm dropped 2 inches of rain".
        FigureKind::Measure if document.is_one_of(verb, &LOSING) && is_of_weather(document, fact) => true,
        FigureKind::Measure if document.is_one_of(verb, &FALLING) => is_fall(document, fact, verb),
        _ => false,
    }
}

/// Whether the number is of the votes against: "Passed the lower house 61 votes to 38".
pub fn is_of_vote(document: &Document, number: usize) -> bool {
    number > 1 && document.is(number - 1, "to") && document.is(number - 2, "votes")
}

/// Whether a hyphen joins the size to a noun: "A 200-foot bank".
fn is_hyphened(document: &Document, fact: &Fact<Figure>) -> bool {
    let number = document.token_at(fact.span.start);
    document.tags(number).any(Tags::DIGITS | Tags::NUMBER_WORD) && joins(document, number + 1)
}

/// Whether the amount is of rain, snow or the like: "2 inches of rain", "a foot of wet snow".
fn is_of_weather(document: &Document, fact: &Fact<Figure>) -> bool {
    let of = document.token_at(fact.span.end);
    let falls = const { &WordList::of(["ash", "hail", "rain", "rainfall", "sleet", "snow", "snowfall", "water"]) };
    document.is(of, "of") && (of + 1..of + 3).any(|at| document.is_one_of(at, falls))
}

/// Whether people, games or a margin are lost: "Lost two daughters", "dropped one victim off", "lost by two points".
fn is_loss(document: &Document, fact: &Fact<Figure>, verb: usize) -> bool {
    let end = document.token_at(fact.span.end);
    let noun = (end..end + 3)
        .take_while(|&at| kinds::is_word(document, at))
        .any(|at| document.tags(at).any(Tags::KIN) || document.is_one_of(at, &ENDED) && !document.is(at, "jobs"));
    noun || document.is(verb + 1, "by")
}

/// Things that can be lost without having fewer of them.
const ENDED: WordList<14> = WordList::of([
    "bouts", "brothers", "final", "finals", "game", "games", "match", "matches", "sets", "sisters", "sons", "tests",
    "victim", "victims",
]);

/// Whether a body falls by a length, unless the sentence mentions a thing with a level: "A climber fell 25 feet".
fn is_fall(document: &Document, fact: &Fact<Figure>, verb: usize) -> bool {
    let length = fact.detail.unit.is_some_and(|unit| matches!(unit, "foot" | "metre" | "yard"));
    let sentence = document.sentence_tokens(verb);
    length && !document.is(verb + 1, "by") && !sentence.into_iter().any(|at| document.is_one_of(at, &LEVELS))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn losses_and_falls() {
        figures(
            "
Pike lost two daughters and three games, and Tarn lost by four points. A climber fell 25 feet from a barn. The river fell 3 feet. The mill lost 40 jobs.
          ^^^ figure count value=2 counted=[daughters]
                            ^^^^^ figure count value=3 counted=[games]
                                                          ^^^^ figure count value=4 counted=[points]
                                                                                      ^^^^^^^ figure measure value=25 unit=foot counted=[climber]
                                                                                                                          ^^^^^^ figure measure value=3 unit=foot change=down counted=[river]
                                                                                                                                                ^^ figure count value=40 change=down counted=[jobs]
",
        );
    }

    #[test]
    fn rain_and_walks() {
        figures(
            "
The storm dropped 2 inches of rain on Tarn, where Pike hiked 14 miles. Fares dropped 2%. Dale dropped £90 for a lamp in the lower 48 towns.
                  ^^^^^^^^ figure measure value=2 unit=inch counted=[rain]
                                                             ^^^^^^^^ figure measure value=14 unit=mile counted=[Pike]
                                                                                     ^^ figure percent value=2 unit=percent change=down counted=[Fares]
                                                                                                      ^^^ figure money value=90 unit=GBP counted=[lamp]
                                                                                                                                  ^^ figure count value=48 counted=[towns]
",
        );
    }

    #[test]
    fn climbed_and_spent() {
        figures(
            "
Climbing up a 200-foot bank, Tarn dropped £200 on lamps.
              ^^^^^^^^ figure measure value=200 unit=foot counted=[bank]
                                          ^^^^ figure money value=200 unit=GBP counted=[Tarn]
",
        );
    }

    #[test]
    fn votes_change_nothing() {
        figures(
            "
The bill passed the lower house 61 votes to 38.
                                ^^ figure count value=61 counted=[votes]
                                            ^^ figure count value=38 counted=[votes]
",
        );
    }
}
