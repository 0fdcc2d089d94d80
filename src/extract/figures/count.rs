//! A bare number of things, in digits or words: "212 applications", "two dozen sheep".
//! Not the pronoun: "one must wait", "no one", "the one".

use super::{
    designation,
    quantity::{self, Quantity, QuantityExtractor},
    verb,
};
use crate::{
    grammar::endings,
    lexicon::LEXICON,
    types::{Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList},
};

/// Counts.
pub const EXTRACTOR: QuantityExtractor =
    QuantityExtractor { name: "figures.count", source: include_str!("count.rs"), extract };

fn extract(document: &Document, quantity: &Quantity, found: &mut Vec<Fact<Figure>>) {
    let numeral = &quantity.numeral;
    let tokens = quantity.tokens.clone();
    let other = quantity.kind() != FigureKind::Count
        || designation::is_measure_of_time(document, tokens.end)
        || designation::is_name(document, &tokens)
        || designation::is_bare_year(document, &tokens, numeral.low)
        || document.is(tokens.start, "one") && tokens.len() == 1 && is_pronoun(document, tokens.start);
    if !other {
        found.push(quantity::fact(document, tokens, EXTRACTOR.name, quantity.figure()));
    }
}

/// Whether "one" is a pronoun: no noun after it, and no list of counts around it.
fn is_pronoun(document: &Document, at: usize) -> bool {
    let before = |words: &[&str]| at > 0 && words.iter().any(|word| document.is(at - 1, word));
    if before(&["no", "any", "every", "some", "which", "another", "each", "either", "neither", "loved", "square"]) {
        return true;
    }
    if document.is(at + 1, "of") {
        // "It was the one of her in a boat".
        return before(&["the"]);
    }
    // "A week after the last one".
    if at > 1
        && document.tags(at - 1).any(Tags::ORDINAL | Tags::POINTER)
        && document.is(at - 2, "the")
        && closes(document, at + 1)
    {
        return true;
    }
    // "At one point they met".
    let some_time = before(&["at"]) && document.is_one_of(at + 1, const { &WordList::of(["point", "stage", "time"]) });
    if some_time
        || document.is(at + 1, "another")
        || document.is(at + 1, "day")
        || document.is(at + 1, "way") && document.is(at + 2, "or")
        || document.is(at + 1, "-") && is_compound(document, at)
    {
        return true;
    }
    // "The one changing lanes".
    let doing =
        before(&["the"]) && document.tokens.get(at + 1).is_some_and(|next| document.text(next.span).ends_with("ing"));
    if doing && endings::is_plural(document, at + 2) {
        return true;
    }
    if can_be_counted(document, at, at + 1) || can_be_counted(document, at, at + 2) && is_described(document, at + 1) {
        return false;
    }
    // "The right one", but "this sank one and hurt two".
    let described = at > 1
        && document.tags(at - 2).any(Tags::DETERMINER)
        && document.tokens[at - 1].kind == TokenKind::Word
        && !document.tags(at - 1).any(Tags::CONJUNCTION | Tags::PREPOSITION)
        && !document.is(at - 1, "than")
        && !verb::is_verb(document, at - 1);
    let determined = described || before(&["the", "this", "that", "a", "an", "only"]);
    let adjective = at > 0 && document.tags(at - 1).any(Tags::ADJECTIVE);
    determined || adjective || !counts_before(document, at)
}

/// Whether a mark or the end of the text is at `at`.
fn closes(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_none_or(|next| next.kind == TokenKind::Mark)
}

/// Whether the word at `at` can be what the "one" before it counts.
fn can_be_counted(document: &Document, one: usize, at: usize) -> bool {
    const APART: Tags = Tags::AUXILIARY
        .with(Tags::PREPOSITION)
        .with(Tags::CONJUNCTION)
        .with(Tags::PRONOUN)
        .with(Tags::RELATIVE)
        .with(Tags::DETERMINER)
        .with(Tags::NEGATION)
        .with(Tags::ADVERB);
    let Some(token) = document.tokens.get(at).filter(|token| token.sentence == document.tokens[one].sentence) else {
        return false;
    };
    let text = document.text(token.span);
    let word = text.starts_with(|c: char| c.is_alphabetic() || c == '-');
    let verb = token.tags.any(Tags::VERB) && is_finite(document, at);
    let ending = text.ends_with("ed") || text.ends_with("ly");
    word && !token.tags.any(APART) && !verb && !ending
}

/// Whether a possible verb has a form that can follow "one": "one reports", but "one report" is a thing.
fn is_finite(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    document.text(token.span).ends_with('s') || LEXICON.tenses.get(token.word).is_some()
}

/// Whether the word at `at` describes a noun after it: "one retired clerk", "one other person", "one 23-year-old man".
fn is_described(document: &Document, at: usize) -> bool {
    const TIMES: Tags = Tags::WEEKDAY.with(Tags::MONTH).with(Tags::DAY_WORD).with(Tags::TIME_CUE);
    let further = const { &WordList::of(["additional", "extra", "further", "more", "other", "such"]) };
    let participle = document.tokens[at].kind == TokenKind::Word && document.ends_in(at, "ed");
    document.is_one_of(at, further) || participle && !document.tags(at + 1).any(TIMES)
}

/// Whether `one` is part of a compound that does not count: `one-off`, `one-sided`.
fn is_compound(document: &Document, at: usize) -> bool {
    document.is_one_of(at + 2, const { &WordList::of(["half", "off", "sided", "time", "on", "stop", "liner", "way", "size", "to", "upmanship"]) })
}

/// Whether another number occurs earlier in the sentence: "four resigned and one retired".
fn counts_before(document: &Document, at: usize) -> bool {
    let start = document.sentence_tokens(at).start;
    (start..at).any(|at| document.tags(at).any(Tags::NUMBER_WORD | Tags::DIGITS))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn digits_and_words_are_counted() {
        figures(
            "
Crews saved 557 sheep and two dozen goats at Brackley Fold.
            ^^^ figure count value=557 counted=[sheep]
                          ^^^^^^^^^ figure count value=24 counted=[goats]
Half a million leaflets went out, with 1,234 sent back.
^^^^^^^^^^^^^^ figure count value=500000 counted=[leaflets]
                                       ^^^^^ figure count value=1234 counted=[leaflets]
",
        );
    }

    #[test]
    fn labels_and_scales_are_not_counted() {
        figures(
            "
In season two, step one was a 7.1-magnitude earthquake; of two seasons, one was wet.
                              ^^^ figure count value=7.1 counted=[earthquake]
                                                           ^^^ figure count value=2 counted=[seasons]
                                                                        ^^^ figure count value=1 counted=[seasons]
",
        );
    }

    #[test]
    fn space_grouped_thousands_are_one_number() {
        figures(
            "
The depot holds 816 000 bricks and 12 500 t of sand.
                ^^^^^^^ figure count value=816000 counted=[bricks]
                                   ^^^^^^^^ figure measure value=12500 unit=tonne counted=[sand]
",
        );
    }

    #[test]
    fn spoken_numerals() {
        figures(
            "
Nine hundred and five pupils sat down to one point two million beans.
^^^^^^^^^^^^^^^^^^^^^ figure count value=905 counted=[pupils]
                                         ^^^^^^^^^^^^^^^^^^^^^ figure count value=1200000 counted=[beans]
Organisers sold three-and-a-half thousand tickets and a quarter million badges.
                ^^^^^^^^^^^^^^^^^^^^^^^^^ figure count value=3500 counted=[tickets]
                                                      ^^^^^^^^^^^^^^^^^ figure count value=250000 counted=[badges]
",
        );
    }

    #[test]
    fn plural_magnitudes_are_intervals() {
        figures(
            "
Hundreds of walkers and tens of thousands of midges turned up.
^^^^^^^^ figure count low=100 high=1000 bound=approx counted=[walkers]
                        ^^^^^^^^^^^^^^^^^ figure count low=10000 high=100000 bound=approx counted=[midges]
",
        );
    }

    #[test]
    fn one_counts_only_with_a_noun_or_beside_other_counts() {
        figures(
            "
One must wait for the ferry, and no one likes the one at Morfa. One day it may sink.
At one point it rained. One of the porters left. Four drivers stayed and one retired.
                        ^^^ figure count value=1 counted=[porters]
                                                 ^^^^ figure count value=4 counted=[drivers]
                                                                         ^^^ figure count value=1 counted=[drivers]
",
        );
    }

    #[test]
    fn one_with_its_noun() {
        figures(
            "
Guards seek one suspect, one retired clerk and one other person. One crashed on Monday.
            ^^^ figure count value=1 counted=[suspect]
                         ^^^ figure count value=1 counted=[retired clerk]
                                               ^^^ figure count value=1 counted=[other person]
                                                                                ^^^^^^ figure date
",
        );
    }

    #[test]
    fn vague_hundreds() {
        figures(
            "
Several hundred walkers and a couple of dogs came.
^^^^^^^^^^^^^^^ figure count low=200 high=1000 bound=approx counted=[walkers]
                            ^^^^^^^^ figure count value=2 counted=[dogs]
",
        );
    }

    #[test]
    fn elided_nouns_repeat_the_clause_before() {
        figures(
            "
Six wardens were warned, two resigned and one was moved.
^^^ figure count value=6 counted=[wardens]
                         ^^^ figure count value=2 counted=[wardens]
                                          ^^^ figure count value=1 counted=[wardens]
",
        );
    }

    #[test]
    fn what_is_counted_may_be_a_predicate_or_the_subject() {
        figures(
            "
Seven people were held. Three of these were porters.
^^^^^ figure count value=7 counted=[people]
                        ^^^^^ figure count value=3 counted=[porters]
Complaints rose to 16.
                   ^^ figure count value=16 change=up counted=[Complaints]
",
        );
    }

    #[test]
    fn title_case_loses_nothing() {
        figures(
            "
Crash on Quarry Lane Leaves 7 Injured
                            ^ figure count value=7
",
        );
    }

    #[test]
    fn an_article_is_not_one() {
        figures(
            "
A mix of rain and sun is due in a car park near Brackley.
",
        );
    }

    #[test]
    fn numbers_in_names_are_not_counts() {
        figures(
            "
The Footsie, or FTSE 100, fell while the S&P 500 and the Boeing 737 fleet stood still.
He was held under Section 44 at 12 Mill Lane with an iPhone 14.
Variant B.1.351 spread, a Covid-19 nurse said by phone on 01632 960123.
",
        );
    }

    #[test]
    fn compounds_and_gerunds() {
        figures(
            "
Two off-duty wardens saw two separate shooting incidents. One lives in Tarn.
^^^ figure count value=2 counted=[off-duty wardens]
                         ^^^ figure count value=2 counted=[separate shooting incidents]
                                                          ^^^ figure count value=1
",
        );
    }

    #[test]
    fn one_who_does_something() {
        figures(
            "
You are the one leaving gates open.
",
        );
    }
}
