//! A date that limits the time meant: "since 2010", "until Friday", "by June", "before 2018", "no later than 1 May",
//! "2018 or later". The date itself stays as resolved; its bound gives the side that is meant.

use crate::types::{Bound, Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList, WordMap};

/// Words before a date, and the side that they give.
const CUES: WordMap<Bound, 17> = WordMap::of([
    ("about", Bound::Approx),
    ("around", Bound::Approx),
    ("approximately", Bound::Approx),
    ("roughly", Bound::Approx),
    ("through", Bound::AtMost),
    ("least", Bound::AtLeast),
    ("starting", Bound::AtLeast),
    ("beginning", Bound::AtLeast),
    ("since", Bound::AtLeast),
    ("until", Bound::AtMost),
    ("till", Bound::AtMost),
    ("til", Bound::AtMost),
    ("by", Bound::AtMost),
    ("before", Bound::LessThan),
    ("after", Bound::MoreThan),
    ("than", Bound::Exact),
    ("as", Bound::Exact),
]);

/// Adjectives of `no … than`, `… than`, `as … as`, with the bounds for the first two of these.
const COMPARED: [(&str, Bound, Bound); 2] =
    [("later", Bound::AtMost, Bound::MoreThan), ("earlier", Bound::AtLeast, Bound::LessThan)];

/// Sets the bound of every date that has such words next to it.
pub fn attach(document: &Document, figures: &mut [Fact<Figure>]) {
    for fact in figures {
        if fact.detail.kind != FigureKind::Date || fact.detail.bound != Bound::Exact {
            continue;
        }
        let tokens = document.tokens_in(fact.span);
        // The distance can have a bound even where its starting point is unknown.
        let far = fact.detail.unit.and_then(|_| distance(document, tokens.start, tokens.end));
        let placed = fact.detail.resolved.as_deref().is_some_and(|resolved| !resolved.contains(['/', 'X']));
        if far.is_some() || !placed {
            fact.detail.bound = far.unwrap_or_default();
            continue;
        }
        let found = before(document, tokens.start, tokens.end);
        fact.detail.bound = found.or_else(|| behind(document, tokens.end)).unwrap_or_default();
    }
}

/// The bound of a distance, which makes the date earlier or later than stated: "More than two years ago", "over a week
/// later", "about a decade ago".
fn distance(document: &Document, start: usize, end: usize) -> Option<Bound> {
    let word = start.checked_sub(1)?;
    // "12% more than a year earlier": an amount, not a distance.
    const AMOUNTS: Tags = Tags::PERCENT.with(Tags::DIGITS).with(Tags::CURRENCY).with(Tags::MAGNITUDE).with(Tags::UNIT);
    let amount = |at: usize| at > 0 && (document.tags(at - 1).any(AMOUNTS) || document.is(at - 1, "points"));
    let compared = word.checked_sub(1).filter(|&at| document.is(word, "than") && !amount(at));
    let back = document.is_one_of(end - 1, const { &WordList::of(["ago", "back", "earlier"]) });
    if !back && !document.is_one_of(end - 1, const { &WordList::of(["hence", "later", "now"]) }) {
        return None;
    }
    const ABOUT: WordList<9> =
        WordList::of(["about", "almost", "approximately", "around", "maybe", "nearly", "perhaps", "roughly", "some"]);
    let is = |at: Option<usize>, words: &WordList<2>| at.is_some_and(|at| document.is_one_of(at, words));
    let least = document.is(word, "least") && word > 0 && document.is(word - 1, "at");
    let farther = least || document.is(word, "over") || is(compared, const { &WordList::of(["more", "longer"]) });
    let nearer = document.is(word, "under") || is(compared, const { &WordList::of(["less", "fewer"]) });
    let about = document.is_one_of(word, &ABOUT);
    match () {
        () if farther => Some(if back { Bound::AtMost } else { Bound::AtLeast }),
        () if nearer => Some(if back { Bound::AtLeast } else { Bound::AtMost }),
        () if about => Some(Bound::Approx),
        () => None,
    }
}

/// The bound before the date from token `start` to `end`: "Since", "no later than".
fn before(document: &Document, start: usize, end: usize) -> Option<Bound> {
    let word = start.checked_sub(1)?;
    // "Starting in May", "beginning on Friday".
    let link = document.is_one_of(word, const { &WordList::of(["in", "on", "at"]) });
    let opens = |&at: &usize| link && document.is_one_of(at, const { &WordList::of(["starting", "beginning"]) });
    let word = word.checked_sub(1).filter(opens).unwrap_or(word);
    let (cue, bound) = document.entry_in(word, &CUES)?;
    match cue {
        "than" => compared(document, word),
        "as" => early(document, word),
        "least" => at_least(document, word),
        // "At least until Friday".
        "until" if word > 1 && document.is(word - 1, "least") && document.is(word - 2, "at") => Some(Bound::AtLeast),
        // "It will not open until Friday".
        "until" | "till" | "before" if is_denied(document, word) => Some(Bound::AtLeast),
        // "A talk about 4 May" has a topic, "in about 1400" does not.
        "about" if !is_hour(document, start) && !is_led(document, word) => None,
        // "By Friday's vote", "after the May floods": the limit is something other than the date.
        _ if has_noun_behind(document, end) => None,
        // "The week before Easter", "days after 4 May": a distance from the date.
        "before" | "after" if word > 0 && document.tags(word - 1).any(Tags::TIME_UNIT) => None,
        _ => Some(bound),
    }
}

/// The bound of a comparison that ends at `than`: `no later than`, `earlier than`.
fn compared(document: &Document, than: usize) -> Option<Bound> {
    let adjective = than.checked_sub(1)?;
    let &(_, negated, plain) = COMPARED.iter().find(|(word, ..)| document.is(adjective, word))?;
    let no = adjective.checked_sub(1).is_some_and(|at| document.is_one_of(at, const { &WordList::of(["no", "not"]) }));
    Some(if no { negated } else { plain })
}

/// Whether what continues until the date, or happens before it, is negated: "not expected before 2030".
fn is_denied(document: &Document, until: usize) -> bool {
    let first = document.sentence_tokens(until).start.max(until.saturating_sub(6));
    let mut words = (first..until).rev().take_while(|&at| document.tokens[at].kind != TokenKind::Mark);
    words.any(|at| document.tags(at).any(Tags::NEGATION))
}

/// The bound `at least`, where `at` precedes: `at least Friday`.
fn at_least(document: &Document, least: usize) -> Option<Bound> {
    least.checked_sub(1).filter(|&at| document.is(at, "at")).map(|_| Bound::AtLeast)
}

/// Whether a time of day begins at token `at`: "3.15pm", "noon".
fn is_hour(document: &Document, at: usize) -> bool {
    const HALVES: Tags = Tags::CLOCK.with(Tags::DAY_PART);
    document.tags(at).any(Tags::DAY_PART)
        || document.tags(at).any(Tags::DIGITS) && (at + 1..at + 4).any(|at| document.tags(at).any(HALVES))
}

/// Whether a preposition of time or place precedes token `at`: "in about", "since around".
fn is_led(document: &Document, at: usize) -> bool {
    at > 0 && document.is_one_of(at - 1, const { &WordList::of(["at", "by", "from", "in", "since", "until"]) })
}

/// The bound of `as early as`, `as late as`.
fn early(document: &Document, second: usize) -> Option<Bound> {
    let first = second.checked_sub(2).filter(|&at| document.is(at, "as"))?;
    match () {
        () if document.is(first + 1, "early") => Some(Bound::AtLeast),
        () if document.is(first + 1, "late") => Some(Bound::AtMost),
        () => None,
    }
}

/// The bound after the date: `or later`, `onwards`, `or earlier`.
fn behind(document: &Document, end: usize) -> Option<Bound> {
    let onward = const { &WordList::of(["onward", "onwards"]) };
    match () {
        () if document.is_one_of(end, onward) || document.is(end, "or") && document.is(end + 1, "later") => {
            Some(Bound::AtLeast)
        }
        () if document.is(end, "or") && document.is(end + 1, "earlier") => Some(Bound::AtMost),
        () => None,
    }
}

/// Whether the date belongs to a noun: "Friday's vote", "the May floods".
fn has_noun_behind(document: &Document, end: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION
        .with(Tags::CONJUNCTION)
        .with(Tags::AUXILIARY)
        .with(Tags::PRONOUN)
        .with(Tags::DETERMINER)
        .with(Tags::ADVERB)
        .with(Tags::RELATIVE);
    let Some(next) = document.tokens.get(end) else { return false };
    next.kind == TokenKind::Possessive
        || document.is(end - 1, "the") && next.kind == TokenKind::Word && !next.tags.any(CLOSED)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn distances_are_more_or_less_than_told() {
        figures_at(
            "2015-09-23",
            "
The lock was dug more than a century ago and sold nearly ten years ago, or less than a decade earlier.
                           ^^^^^^^^^^^^^ figure date value=1 unit=century bound=at_most resolved=1915
                                                         ^^^^^^^^^^^^^ figure date value=10 unit=year bound=approx resolved=2005
                                                                                     ^^^^^^^^^^^^^^^^ figure date value=1 unit=decade bound=at_least resolved=2005
",
        );
    }

    #[test]
    fn distances_that_nothing_places() {
        figures_at(
            "2015-09-23",
            "
The bell rang; about two minutes later it cracked, at least three hours later it fell. It was cast in about 1400, about two years ago or a month from now.
                     ^^^^^^^^^^^^^^^^^ figure date value=2 unit=minute bound=approx
                                                            ^^^^^^^^^^^^^^^^^ figure date value=3 unit=hour bound=at_least
                                                                                                            ^^^^ figure date bound=approx resolved=1400
                                                                                                                        ^^^^^^^^^^^^^ figure date value=2 unit=year bound=approx resolved=2013
                                                                                                                                         ^^^^^^^^^^^^^^^^ figure date value=1 unit=month resolved=2015-10
",
        );
    }

    #[test]
    fn words_before_a_date_open_it() {
        figures_at(
            "2015-09-23",
            "
The mill has stood idle since 2010 and will stay shut until Friday.
                              ^^^^ figure date bound=at_least resolved=2010
                                                            ^^^^^^ figure date bound=at_most resolved=2015-09-25
Bids are due by 4 October, and no later than noon on 5 October.
                ^^^^^^^^^ figure date bound=at_most resolved=2015-10-04
                                             ^^^^^^^^^^^^^^^^^ figure date bound=at_most resolved=2015-10-05T12:00
",
        );
    }

    #[test]
    fn dates_are_no_exacter_than_told() {
        figures_at(
            "2015-09-23",
            "
The bell rang about 3.15pm and around midnight. He wrote about 4 May 2014.
                    ^^^^^^ figure date bound=approx resolved=2015-09-23T15:15
                                      ^^^^^^^^ figure date bound=approx resolved=2015-09-23T00:00
                                                               ^^^^^^^^^^ figure date resolved=2014-05-04
Fares will rise starting in June, and the lock will stay shut until at least Friday.
                            ^^^^ figure date bound=at_least resolved=2016-06
                                                                             ^^^^^^ figure date bound=at_least resolved=2015-09-25
",
        );
    }

    #[test]
    fn what_is_denied_begins_later() {
        figures_at(
            "2015-09-23",
            "
The lock will not open until Friday, and no barge is due before 2 October.
                             ^^^^^^ figure date bound=at_least resolved=2015-09-25
                                                                ^^^^^^^^^ figure date bound=at_least resolved=2015-10-02
",
        );
    }

    #[test]
    fn words_behind_a_date_open_it() {
        figures_at(
            "2015-09-23",
            "
Boats built in 2018 or later pay less, those of before 1990 more.
               ^^^^ figure date bound=at_least resolved=2018
                                                       ^^^^ figure date bound=less_than resolved=1990
",
        );
    }

    #[test]
    fn what_has_a_date_is_another_limit() {
        figures_at(
            "2015-09-23",
            "
The pier shut after Friday's storm and the week before Easter 2014.
                    ^^^^^^ figure date resolved=2015-09-18
                                                       ^^^^^^^^^^^ figure date resolved=2014-04-20
",
        );
    }
}
