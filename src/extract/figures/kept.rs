//! Limits that are kept or imposed: "within 24 hours", "limited to £250", "limit rises to 2%", "capped at 5%"; and
//! amounts pushed up to a level, which are not bounds: "drove earnings up to £43m".

use super::phrase::{self, HowMany};
use crate::{
    grammar::{classes, endings, kinds},
    types::{Bound, Document, Figure, FigureKind, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from a verb of limiting to the amount.
const REACH: usize = 8;

/// Verbs that limit their object to an amount.
const KEEPING: WordList<12> = WordList::of([
    "cap",
    "capped",
    "capping",
    "caps",
    "limit",
    "limited",
    "limiting",
    "limits",
    "restrict",
    "restricted",
    "restricting",
    "restricts",
]);

/// Verbs that move an amount up to a level.
const PUSHING: WordList<15> = WordList::of([
    "bring", "bringing", "brings", "brought", "bumped", "bumping", "drive", "driven", "drives", "driving", "drove",
    "push", "pushed", "pushes", "pushing",
]);

/// The first token of the bound that ends before token `at`, and its meaning for the figure.
pub fn before(document: &Document, figure: &Figure, at: usize, end: usize) -> Option<(usize, Bound)> {
    // "Within a three-mile radius".
    let article = at > 0 && document.is_one_of(at - 1, &classes::INDEFINITE_ARTICLES);
    let last = at.checked_sub(1 + usize::from(article))?;
    let start = match () {
        () if document.is(last, "within") => Some(last).filter(|_| is_distance(document, figure, end)),
        () if document.is_one_of(last, const { &WordList::of(["at", "to"]) }) => kept(document, figure, last, at),
        () => None,
    }?;
    Some((start, Bound::AtMost))
}

/// Whether a number after "within" is a maximum distance: "within two points of", but not "within 12 counties".
fn is_distance(document: &Document, figure: &Figure, end: usize) -> bool {
    let plural = kinds::is_word(document, end) && endings::is_plural(document, end);
    figure.kind != FigureKind::Age && figure.unit.is_some()
        || figure.kind == FigureKind::Count && plural && document.is(end + 1, "of")
}

/// The first token of `limited to` or `capped at`; or the figure at `start`, where what is limited precedes the link:
/// "limit rises to".
fn kept(document: &Document, figure: &Figure, link: usize, start: usize) -> Option<usize> {
    let verb = link.checked_sub(1)?;
    // Things are capped at an amount, but limited to it.
    let at = document.is(link, "at");
    let fits = |verb: usize| document.is_one_of(verb, &KEEPING) && document.word(verb).starts_with(['c', 'C']) == at;
    if fits(verb) {
        const NOW: WordList<5> = WordList::of(["are", "be", "been", "being", "is"]);
        // "The fire was limited to two rooms" says how many it took.
        let ruled = figure.unit.is_some() || at || verb > 0 && document.is_one_of(verb - 1, &NOW);
        return (ruled && document.ends_in(verb, "ed")).then_some(verb);
    }
    let first = document.sentence_tokens(link).start.max(link.saturating_sub(REACH));
    let inner = |&at: &usize| document.tokens[at].kind != TokenKind::Mark && !document.is_one_of(at, &KEEPING);
    let verb = (first..link).rev().find(|at| !inner(at)).filter(|&at| fits(at))?;
    (figure.unit.is_some() && takes_object(document, verb)).then_some(start)
}

/// Whether the word at `verb` is a verb with an object after it, not a noun: "the limits on gifts to".
fn takes_object(document: &Document, verb: usize) -> bool {
    const NOUN: Tags = Tags::DETERMINER.with(Tags::ADJECTIVE).with(Tags::POSSESSIVE).with(Tags::PREPOSITION);
    let before = verb.checked_sub(1).map_or(Tags::NONE, |at| document.tags(at));
    let to = verb > 0 && document.is(verb - 1, "to");
    let object = !document.tags(verb + 1).any(Tags::PREPOSITION | Tags::AUXILIARY | Tags::CONJUNCTION);
    object && (to || !before.any(NOUN))
}

/// Whether the `up` at `up` belongs to a verb before the object: "Pushed rates up to 2.25%".
pub fn is_pushed(document: &Document, up: usize) -> bool {
    let amount = document.tags(up + 2).any(Tags::CURRENCY) || document.tags(up + 3).any(Tags::PERCENT | Tags::UNIT);
    if !amount || !document.is(up, "up") || !document.is(up + 1, "to") {
        return false;
    }
    let first = document.sentence_tokens(up).start.max(up.saturating_sub(5));
    let Some(verb) = (first..up).rev().find(|&at| document.is_one_of(at, &PUSHING)) else { return false };
    let owner = usize::from(document.tags(verb + 1).any(Tags::DETERMINER | Tags::PRONOUN));
    phrase::behind(document, verb + 1 + owner, HowMany::Several).is_some_and(|object| object.end == up)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn what_is_kept_to_an_amount() {
        figures(
            "
Wardens came within 20 minutes of the call. Fees are limited to £250. The council will limit rises in the toll to 2%, and fares are capped at £3. The fire was limited to two rooms in 12 barns within three towns.
             ^^^^^^^^^^^^^^^^^ figure duration value=20 unit=minute bound=at_most resolved=PT20M
                                                     ^^^^^^^^^^^^^^^ figure money value=250 unit=GBP bound=at_most counted=[Fees]
                                                                                                                  ^^ figure percent value=2 unit=percent bound=at_most counted=[toll]
                                                                                                                                    ^^^^^^^^^^^^ figure money value=3 unit=GBP bound=at_most counted=[fares]
                                                                                                                                                                          ^^^ figure count value=2 counted=[rooms]
                                                                                                                                                                                       ^^ figure count value=12 counted=[barns]
                                                                                                                                                                                                       ^^^^^ figure count value=3 counted=[towns]
",
        );
    }

    #[test]
    fn what_is_pushed_up_to_a_level() {
        figures(
            "
Higher tolls drove takings up to £43m. The bank pushed its rate up to 2.25%. Pike may draw up to £40.
                                 ^^^^ figure money value=43000000 unit=GBP change=up counted=[takings]
                                                                      ^^^^^ figure percent value=2.25 unit=percent change=up counted=[rate]
                                                                                           ^^^^^^^^^ figure money value=40 unit=GBP bound=at_most counted=[Pike]
",
        );
    }
}
