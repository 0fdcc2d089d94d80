//! Bounds before and after a figure: "more than 500", "up to £3m", "16 or over", "500 or so".
//!
//! The words of a bound belong to the figure's span, and determine which end of its interval is open.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{age_span, bound_words, change, inner_bound, kept, noun, quarrel};
use crate::{
    grammar::{classes, kinds},
    types::{Bound, Document, Fact, Figure, FigureKind, Span, Tags, Token, TokenKind, WordList},
};

/// Sets the bound of every figure next to which there are words for one, and includes them in its span.
pub fn attach(document: &Document, figures: &mut [Fact<Figure>]) {
    let mut free = 0;
    for index in 0..figures.len() {
        let limit = figures.get(index + 1).map_or(u32::MAX, |next| next.span.start);
        let fact = &mut figures[index];
        if can_be_bounded(&fact.detail) {
            let block = document.block_of_fact(fact).span;
            bound(document, fact, free.max(block.start), limit.min(block.end));
        }
        free = fact.span.end;
    }
}

fn can_be_bounded(figure: &Figure) -> bool {
    !matches!(figure.kind, FigureKind::Date | FigureKind::Ordinal | FigureKind::Score)
        && matches!(figure.bound, Bound::Exact | Bound::Approx)
}

/// Whether `over` or `about` gives a topic, of two or three at most: "Presided over two hearings", "a film about two
/// millers".
fn is_about(document: &Document, figure: &Figure, start: usize, number: usize) -> bool {
    const TOLD: WordList<17> = WordList::of([
        "arguing",
        "argument",
        "book",
        "comedy",
        "debate",
        "documentary",
        "drama",
        "film",
        "movie",
        "novel",
        "play",
        "report",
        "song",
        "story",
        "talk",
        "talking",
        "tale",
    ]);
    // "Speaks about 12 goats", "learn more about a 13-year-old": a topic, whatever its number.
    const SPOKEN: WordList<23> = WordList::of([
        "complain",
        "complained",
        "complaint",
        "complaints",
        "details",
        "information",
        "joke",
        "joked",
        "more",
        "news",
        "question",
        "questions",
        "speak",
        "speaking",
        "speaks",
        "speech",
        "spoke",
        "spoken",
        "statement",
        "statements",
        "worried",
        "worries",
        "worry",
    ]);
    let preposition = start > 0 && document.is(start, "about") && document.is_one_of(start - 1, &SPOKEN);
    if preposition && matches!(figure.kind, FigureKind::Age | FigureKind::Count) {
        return true;
    }
    let small = figure.kind == FigureKind::Count && figure.value.is_some_and(|value| value < Decimal::TEN);
    let word = document.tags(number).any(Tags::NUMBER_WORD);
    let topic = || start > 0 && document.is(start, "about") && document.is_one_of(start - 1, &TOLD);
    small
        && word
        && start + 1 == number
        && !is_of_age(document, start)
        && (document.is_one_of(start, const { &WordList::of(["above", "below", "maybe", "over", "perhaps", "under"]) })
            || topic())
}

/// Whether the `over` or `up` at `at` belongs to the verb before it: "Forked over £40", "pulled over a 71-year-old",
/// "fares went up to £3".
fn is_of_verb(document: &Document, at: usize) -> bool {
    const GIVING: WordList<19> = WordList::of([
        "cough", "coughed", "coughing", "fork", "forked", "forking", "forks", "hand", "handed", "handing", "hands",
        "pull", "pulled", "pulling", "pulls", "turn", "turned", "turning", "turns",
    ]);
    // "Adds up to £3m", "woke up to 12 barges".
    const UPWARD: WordList<20> = WordList::of([
        "add", "added", "adding", "adds", "own", "owned", "owning", "owns", "sign", "signed", "signing", "signs",
        "sum", "sums", "wake", "wakes", "waking", "walked", "walking", "woke",
    ]);
    let upward = || document.is_one_of(at - 1, &change::MOVES) || document.is_one_of(at - 1, &UPWARD);
    let up = || document.is(at, "up") && upward();
    at > 0 && (document.is(at, "over") && document.is_one_of(at - 1, &GIVING) || up() || kept::is_pushed(document, at))
}

/// Bounds one figure; its span grows neither before byte `free` nor beyond byte `limit`.
fn bound(document: &Document, fact: &mut Fact<Figure>, free: u32, limit: u32) {
    let tokens = document.tokens_in(fact.span);
    // "Over the past two years" says when, not how long.
    if document.is(tokens.start, "the") {
        return;
    }
    let kept = || kept::before(document, &fact.detail, tokens.start, tokens.end);
    if let Some((start, bound)) = before(document, tokens.start).or_else(kept)
        && document.tokens[start].span.start >= free
        && !(fact.detail.kind == FigureKind::Duration && is_during(document, start))
        && !is_about(document, &fact.detail, start, tokens.start)
        && !is_of_verb(document, start)
        && !quarrel::is_dispute(document, &fact.detail, start, &tokens)
        && !quarrel::is_about_somebody(document, &fact.detail, start, &tokens)
        && !is_pressure(document, start, tokens.start)
    {
        set(&mut fact.detail, bound, is_nearly(document, tokens.start));
        fact.span.start = document.tokens[start].span.start;
        says_how_old(document, start, &mut fact.detail);
    }
    let open = matches!(fact.detail.bound, Bound::Exact | Bound::Approx);
    if open
        && fact.detail.unit.is_some()
        && let Some(bound) = inside(document, tokens.clone())
    {
        set(&mut fact.detail, bound, false);
    } else if let Some((end, bound)) = behind(document, tokens.end)
        && open
        && document.tokens[end - 1].span.end <= limit
    {
        set(&mut fact.detail, bound, false);
        says_how_old(document, end - 1, &mut fact.detail);
        fact.span = Span { end: document.tokens[end - 1].span.end, ..fact.span };
    }
}

/// The bound between a number and its unit: "40-odd miles", "20 or more dollars".
fn inside(document: &Document, tokens: Range<usize>) -> Option<Bound> {
    let last = tokens.end.checked_sub(1)?;
    let at = (tokens.start + 1..last).find(|&at| document.is_one_of(at, &inner_bound::WORDS))?;
    bound_words::behind(document, at).filter(|&(end, _)| end <= last).map(|(_, bound)| bound)
}

/// Makes a bare number an age where the bound has a word of age: "Anyone 19 or older", "younger than 16".
fn says_how_old(document: &Document, at: usize, figure: &mut Figure) {
    let aged = document.is_one_of(at, const { &WordList::of(["older", "younger"]) }) || is_of_age(document, at);
    if aged && figure.kind == FigureKind::Count {
        (figure.kind, figure.unit) = (FigureKind::Age, Some("year"));
    }
}

/// Whether the bound at `at` stands between people and the end of a phrase: "Children under 16", "anyone over 65 who".
fn is_of_age(document: &Document, at: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::RELATIVE);
    const ANYBODY: WordList<5> = WordList::of(["anybody", "anyone", "everyone", "nobody", "those"]);
    let bound = document.is_one_of(at, const { &WordList::of(["below", "over", "under"]) });
    let people = at > 0 && (age_span::are_of_age(document, at - 1) || document.is_one_of(at - 1, &ANYBODY));
    // "They are over 18", "a girl who was under 16".
    let told = || {
        const WHOM: WordList<7> = WordList::of(["he", "she", "them", "they", "we", "who", "you"]);
        at > 1
            && document.is_one_of(at - 1, &classes::FINITE_BE)
            && (document.tags(at - 2).any(Tags::PERSON_NOUN) || document.is_one_of(at - 2, &WHOM))
    };
    let closed = document.tokens.get(at + 2).is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(CLOSED))
        || document.is_one_of(at + 2, const { &WordList::of(["each", "every"]) });
    let small =
        |next: &Token| next.kind == TokenKind::Number && next.span.len() <= 2 || next.tags.any(Tags::NUMBER_WORD);
    let number = document.tokens.get(at + 1).is_some_and(small);
    bound && (people || told()) && number && closed
}

/// Whether the numbers are a blood pressure: "140 over 90".
fn is_pressure(document: &Document, over: usize, number: usize) -> bool {
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS) && document.tokens[at].span.len() <= 3;
    over > 0 && document.is(over, "over") && digits(over - 1) && number == over + 1 && digits(number)
}

/// Whether `over` gives a duration: "Built over five weeks", "£3m was spent over five weeks"; "for over five weeks" is
/// a bound.
fn is_during(document: &Document, over: usize) -> bool {
    const LASTING: WordList<16> = WordList::of([
        "just", "last", "lasted", "lasting", "lasts", "little", "serving", "slightly", "spent", "take", "takes",
        "taking", "took", "waited", "waiting", "well",
    ]);
    let Some(before) = over.checked_sub(1).filter(|_| document.is(over, "over")) else { return false };
    let bounds = document.tags(before).any(Tags::PREPOSITION | Tags::AUXILIARY);
    let paid = document.is(before, "spent") && before > 0 && document.is_one_of(before - 1, &classes::BE);
    paid || !bounds && !document.is_one_of(before, &LASTING)
}

/// Whether the bound allows only less: "Nearly 100", "almost 100".
fn is_nearly(document: &Document, at: usize) -> bool {
    at > 0 && (document.is(at - 1, "nearly") || document.is(at - 1, "almost"))
}

/// The first token of the bound that ends before token `at`, perhaps with an article between.
fn before(document: &Document, at: usize) -> Option<(usize, Bound)> {
    // "Held under a $500 bond" identifies the bond; in "under a million" it is a bound.
    let amount = at > 1 && document.tags(at).any(Tags::DIGITS | Tags::CURRENCY) && document.is(at - 2, "under");
    let article = at > 0 && !amount && document.is_one_of(at - 1, &classes::INDEFINITE_ARTICLES);
    let hyphen = at > 0 && kinds::is_dash(document, at - 1) && document.is_glued(at - 1);
    let ends = [Some(at), (article || hyphen).then(|| at - 1)];
    ends.into_iter().flatten().find_map(|end| bound_words::before(document, end))
}

/// The end of the bound that starts with token `at`.
fn behind(document: &Document, at: usize) -> Option<(usize, Bound)> {
    let hung = document.is(at, "-") && (document.is(at + 1, "odd") || document.is(at + 1, "plus"));
    let at = at + usize::from(hung);
    // "In one odd moment".
    let strange = document.is(at, "odd") && at > 0 && document.is(at - 1, "one");
    if strange || is_added(document, at) { None } else { bound_words::behind(document, at) }
}

/// Whether a `plus` adds something to a number or a sum: "£2,500 plus £300 in costs", "£400 plus tolls".
fn is_added(document: &Document, plus: usize) -> bool {
    const AMOUNTS: Tags =
        Tags::CURRENCY.with(Tags::DIGITS).with(Tags::NUMBER_WORD).with(Tags::DETERMINER).with(Tags::POSSESSIVE);
    let sum = |number: usize| {
        let first = number.saturating_sub(2)..=number;
        first.into_iter().any(|at| document.tags(at).any(Tags::CURRENCY))
    };
    document.is(plus, "plus")
        && plus > 0
        && !kinds::is_dash(document, plus - 1)
        && (document.tags(plus + 1).any(AMOUNTS) || sum(plus - 1) && noun::is_noun(document, plus + 1))
}

/// Opens an end of the interval, or widens it by a tenth (for "nearly" only downwards).
fn set(figure: &mut Figure, bound: Bound, nearly: bool) {
    figure.bound = bound;
    match bound {
        Bound::Exact => {}
        Bound::AtLeast | Bound::MoreThan => {
            figure.low = figure.value.or(figure.low);
            figure.high = None;
        }
        Bound::AtMost | Bound::LessThan => {
            figure.high = figure.value.or(figure.high);
            figure.low = None;
        }
        Bound::Approx => {
            let Some(value) = figure.value else { return };
            let slack = value.abs() / Decimal::TEN;
            figure.low = Some(value - slack);
            figure.high = Some(if nearly { value } else { value + slack });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn small_children() {
        figures(
            "
Wardens held 12 children under five.
             ^^ figure count value=12 counted=[children]
                         ^^^^^^^^^^ figure age value=5 unit=year bound=less_than counted=[children]
",
        );
    }

    #[test]
    fn what_is_spoken_about_and_what_adds_up() {
        figures(
            "
Learn more about 12 goats and read a statement about two barges. It adds up to £3m, or up to £40 a goat.
                 ^^ figure count value=12 counted=[goats]
                                                     ^^^ figure count value=2 counted=[barges]
                                                                               ^^^ figure money value=3000000 unit=GBP
                                                                                       ^^^^^^^^^ figure money value=40 unit=GBP bound=at_most
",
        );
    }

    #[test]
    fn what_is_handed_over_is_no_more() {
        figures(
            "
The miller forked over £40 and handed over a £3m barn. Wardens pulled over a 71-year-old miller.
                       ^^^ figure money value=40 unit=GBP
                                             ^^^ figure money value=3000000 unit=GBP counted=[barn]
                                                                             ^^^^^^^^^^^ figure age value=71 unit=year counted=[miller]
",
        );
    }

    #[test]
    fn words_before_and_behind() {
        figures(
            "
More than half of the barns, up to 40 goats and no fewer than 13 crofts burned.
^^^^^^^^^^^^^^ figure proportion value=0.5 bound=more_than counted=[barns]
                             ^^^^^^^^ figure count value=40 bound=at_most counted=[goats]
                                                ^^^^^^^^^^^^^^^^ figure count value=13 bound=at_least counted=[crofts]
About 60 people or so came, 100 or more of them late.
^^^^^^^^ figure count value=60 bound=approx counted=[people]
                            ^^^^^^^^^^^ figure count value=100 bound=at_least counted=[people]
Nearly £3m and just under 5% went, in excess of 16 tonnes.
^^^^^^^^^^ figure money value=3000000 unit=GBP bound=approx
               ^^^^^^^^^^^^^ figure percent value=5 unit=percent bound=less_than
                                   ^^^^^^^^^^^^^^^^^^^^^^ figure measure value=16 unit=tonne bound=more_than
",
        );
    }

    #[test]
    fn hung_behind_a_hyphen() {
        figures(
            "
A £3m-plus barn had burnt on 40-odd acres.
  ^^^^^^^^ figure money value=3000000 unit=GBP bound=at_least counted=[barn]
                             ^^^^^^^^^^^^ figure measure value=40 unit=acre bound=approx counted=[barn]
",
        );
    }

    #[test]
    fn halves_of_magnitudes_stay_apart() {
        figures(
            "
More than half a million and a quarter million came, 100 or over of them late.
^^^^^^^^^^^^^^^^^^^^^^^^ figure count value=500000 bound=more_than
                             ^^^^^^^^^^^^^^^^^ figure count value=250000
                                                     ^^^^^^^^^^^ figure count value=100 bound=at_least
",
        );
    }

    #[test]
    fn exact_numbers_have_no_bound() {
        figures(
            "
He is held under a $500 bond.
                   ^^^^ figure money value=500 unit=USD counted=[bond]
Exactly 12 of the crofts were up for sale.
        ^^ figure count value=12 counted=[crofts]
",
        );
    }

    #[test]
    fn how_old_somebody_is_over() {
        figures(
            "
Guests must show that they are over 18 before they sail.
                               ^^^^^^^ figure age value=18 unit=year bound=more_than
",
        );
    }

    #[test]
    fn what_is_spent_over_a_time() {
        figures(
            "
It needs £3m in spending over four years. The £2m will be spent over five years; we spent over six years there.
         ^^^ figure money value=3000000 unit=GBP counted=[spending]
                              ^^^^^^^^^^ figure duration value=4 unit=year resolved=P4Y
                                              ^^^ figure money value=2000000 unit=GBP
                                                                     ^^^^^^^^^^ figure duration value=5 unit=year resolved=P5Y
                                                                                          ^^^^^^^^^^^^^^ figure duration value=6 unit=year bound=more_than resolved=P6Y
",
        );
    }

    #[test]
    fn who_was_under_an_age() {
        figures(
            "
Pike met a girl who was under 16.
                        ^^^^^^^^ figure age value=16 unit=year bound=less_than counted=[girl]
",
        );
    }
}
