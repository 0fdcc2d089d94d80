//! Whether the `m` after a number means metres, as in "a height of 50m", "12m above", "the women's 100m", or million.

use rust_decimal::Decimal;

use super::numeral::{Numeral, follows_currency};
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Words next to a number that make its `m` metres.
const BEFORE_METRES: WordList<6> = WordList::of(["x", "by", "measuring", "stood", "stands", "ran"]);
const BEHIND_METRES: WordList<46> = WordList::of([
    "above",
    "across",
    "apart",
    "away",
    "backstroke",
    "below",
    "breaststroke",
    "butterfly",
    "champion",
    "deep",
    "deeper",
    "dash",
    "diameter",
    "final",
    "freestyle",
    "from",
    "hurdles",
    "heats",
    "high",
    "higher",
    "individual",
    "long",
    "longer",
    "medley",
    "off",
    "race",
    "runner",
    "sprinter",
    "semi-final",
    "title",
    "titles",
    "radius",
    "record",
    "relay",
    "square",
    "steeplechase",
    "sprint",
    "tall",
    "taller",
    "thick",
    "underwater",
    "wide",
    "wider",
    "x",
    "²",
    "³",
]);

/// Athletics over a number of metres.
const LEAPS: WordList<19> = WordList::of([
    "best",
    "clearance",
    "cleared",
    "discus",
    "hammer",
    "javelin",
    "jump",
    "jumped",
    "jumps",
    "landed",
    "leap",
    "leaped",
    "leaps",
    "leapt",
    "threw",
    "throw",
    "throws",
    "vault",
    "vaulted",
]);

/// Whether the `m` at `at` after the numeral means metres.
pub fn is_metre(document: &Document, at: usize, numeral: &Numeral) -> bool {
    let start = numeral.tokens.start;
    if follows_currency(document, start) {
        return false;
    }
    let before = start > 0 && document.is_one_of(start - 1, &BEFORE_METRES);
    // "A height of 50m", "waves of more than 10m".
    const SIZES: WordList<10> = WordList::of([
        "altitude",
        "clearance",
        "depth",
        "draught",
        "height",
        "length",
        "swell",
        "wave",
        "waves",
        "width",
    ]);
    let bound = |at: usize| document.tags(at).any(Tags::BOUND) && !document.is(at, "of");
    let of = (start.saturating_sub(3)..start).rev().find(|&at| !bound(at));
    let size = of.is_some_and(|of| of > 0 && document.is(of, "of") && document.is_one_of(of - 1, &SIZES));
    let article = start > 0 && document.tags(start - 1).any(Tags::ARTICLE);
    let plural = document.tokens.get(at + 1).is_some_and(|token| document.text(token.span).ends_with('s'));
    let counted = plural || document.tags(at + 1).any(Tags::PERSON_NOUN | Tags::CURRENCY);
    // "The women's 100m".
    let owned = start > 1
        && document.tokens[start - 1].kind == TokenKind::Possessive
        && document.is_one_of(start - 2, const { &WordList::of(["boys", "girls", "men", "women"]) });
    // "Landed 17.30m with her last leap".
    let athletic = || {
        let first = document.sentence_tokens(start).start.max(start.saturating_sub(6));
        let last = document.sentence_tokens(start).end.min(at + 5);
        (first..start).chain(at..last).any(|at| document.is_one_of(at, &LEAPS))
    };
    // Ten thousand million is never written "10,000m".
    let far = numeral.low >= Decimal::ONE_THOUSAND && !counted;
    let level = start > 0 && document.is_one_of(start - 1, const { &WordList::of(["above", "below"]) }) && !counted;
    // "The 10m-strong band".
    let strong = kinds::is_dash(document, at + 1) && document.is(at + 2, "strong");
    // "The 2m-high wall".
    let shape = at + 1 + usize::from(kinds::is_dash(document, at + 1));
    // "A field of 40m by 30m".
    let area = document.is(at + 1, "by") && document.tags(at + 2).any(Tags::DIGITS) && document.is(at + 3, "m");
    before
        || area
        || is_converted(document, start, at)
        || is_of_matter(document, at)
        || size
        || owned
        || level
        || article && !counted && !strong
        || far
        || !counted && athletic()
        || document.is_one_of(shape, &BEHIND_METRES) && !is_of_squares(document, at)
}

/// Whether the same length in another unit stands in brackets beside it: "6ft (1.8m)", "10m (33ft)".
fn is_converted(document: &Document, start: usize, at: usize) -> bool {
    const LENGTHS: WordList<11> =
        WordList::of(["feet", "foot", "ft", "in", "inch", "inches", "mile", "miles", "yard", "yards", "yd"]);
    let length = |at: usize| document.is_one_of(at, &LENGTHS);
    let number = |at: usize| document.tags(at).any(Tags::DIGITS);
    let inside = start > 2 && document.is(start - 1, "(") && length(start - 2) && number(start - 3);
    let behind =
        document.is(at + 1, "(") && number(at + 2) && (length(at + 3) || document.is(at + 3, "-") && length(at + 4));
    inside || behind
}

/// Whether something follows that lies or falls so deep: "3m of snow".
fn is_of_matter(document: &Document, at: usize) -> bool {
    const MATTER: WordList<8> = WordList::of(["cable", "ice", "mud", "rain", "rope", "sand", "snow", "water"]);
    document.is(at + 1, "of") && document.is_one_of(at + 2, &MATTER)
}

/// Whether the unit that follows is counted in millions: "3m square miles".
fn is_of_squares(document: &Document, at: usize) -> bool {
    document.is(at + 1, "square") && document.tags(at + 2).any(Tags::UNIT)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn squares_and_cubes() {
        figures(
            "
The lawn takes 12 m², the vat 40m³ and the moor 3m square metres.
               ^^^^^ figure measure value=12 unit=square_metre counted=[lawn]
                              ^^^^ figure measure value=40 unit=cubic_metre counted=[lawn]
                                                ^^^^^^^^^^^^^^^^ figure measure value=3000000 unit=square_metre counted=[lawn]
",
        );
    }

    #[test]
    fn lengths_in_two_units_are_lengths() {
        figures(
            "
Pike is 6ft (1.8m) tall. The 2m-high wall fell. The rope is 9m (30ft). It lay in 3m of snow. A 10m-strong crowd met.
        ^^^ figure measure value=6 unit=foot counted=[Pike]
             ^^^^ figure measure value=1.8 unit=metre counted=[Pike]
                             ^^ figure measure value=2 unit=metre counted=[wall]
                                                            ^^ figure measure value=9 unit=metre counted=[rope]
                                                                ^^^^ figure measure value=30 unit=foot counted=[rope]
                                                                                 ^^ figure measure value=3 unit=metre counted=[snow]
                                                                                               ^^^ figure count value=10000000 counted=[crowd]
",
        );
    }

    #[test]
    fn areas_are_in_metres() {
        figures(
            "
Dale mows a field of 40m by 30m.
                     ^^^ figure measure value=40 unit=metre counted=[field]
                            ^^^ figure measure value=30 unit=metre
",
        );
    }

    #[test]
    fn titles_over_metres() {
        figures(
            "
Pike won a double 800m title before 30m people.
                  ^^^^ figure measure value=800 unit=metre change=up counted=[title]
                                    ^^^ figure count value=30000000 counted=[people]
",
        );
    }
}
