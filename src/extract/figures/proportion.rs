//! A part of a whole: "16 of 557", "four out of every five", "one in ten", "a third of tenants", "the only
//! school out of 43". Its value is the quotient; part and whole are kept where both are stated.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    designation,
    numeral::{self, Numeral, joins},
    quantity, than,
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    lexicon::NumberClass,
    types::{Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList},
};

/// Proportions.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.proportion",
    source: include_str!("proportion.rs"),
    anchors: numeral::ANCHORS.with(Tags::ORDINAL),
    extract,
};

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    let fraction = fraction(document, at)
        .map(|(tokens, value)| of_percent(document, &tokens, value).unwrap_or_else(|| (tokens, figure(value, None))));
    let read = fraction.or_else(|| part(document, at)).or_else(|| only(document, at)).or_else(|| hits(document, at));
    if let Some((tokens, figure)) = read {
        found.push(quantity::fact(document, tokens, EXTRACTOR.name, figure));
    }
}

/// A part of a percentage: "Half a percent", "a quarter of a percentage point".
fn of_percent(document: &Document, tokens: &Range<usize>, value: Decimal) -> Option<(Range<usize>, Figure)> {
    let of = usize::from(document.is(tokens.end, "of"));
    let one = Some(tokens.end + of).filter(|&at| document.is(at, "a") || document.is(at, "one"))?;
    let part = Numeral::whole(tokens.start..one + 1, value);
    let (unit, end) = quantity::unit_at(document, one + 1, &part).filter(|(unit, _)| unit.dimension == "percent")?;
    let figure = Figure { kind: FigureKind::Percent, unit: Some(unit.name), ..figure(value, None) };
    Some((tokens.start..end, figure))
}

fn figure(value: Decimal, part_of: Option<(Decimal, Decimal)>) -> Figure {
    let end = Some(value);
    Figure { kind: FigureKind::Proportion, value: end, low: end, high: end, part_of, ..Figure::default() }
}

/// A part and its whole: `16 of 557`, `four out of every five`, `one in ten`.
fn part(document: &Document, at: usize) -> Option<(Range<usize>, Figure)> {
    // Most numbers are not parts; looking at the words after them costs less than reading them.
    let linked = (at + 1..at + 4).find(|&at| document.is_one_of(at, const { &WordList::of(["of", "out", "in"]) }))?;
    (linked + 1..linked + 7).find(|&at| document.tags(at).any(numeral::ANCHORS))?;
    let part = numeral::at(document, at)?;
    let (inside, whole) = link(document, part.tokens.end)?;
    let whole = numeral::at(document, whole)?;
    let (share, total) = (part.value()?, whole.value()?);
    if total.is_zero() || !is_whole(document, &part, &whole, inside) {
        return None;
    }
    // "Rowe was one of three wardens".
    let one = share == Decimal::ONE && document.is(part.tokens.end, "of") && whole.tokens.start == part.tokens.end + 1;
    if one || is_definite(document, part.tokens.end) {
        let kind = FigureKind::Count;
        let end = Some(share);
        let figure =
            Figure { kind, value: end, low: end, high: end, step: part.step, ..figure(share, Some((share, total))) };
        return Some((part.tokens, figure));
    }
    let tokens = part.tokens.start..whole.tokens.end;
    Some((tokens, figure(share.checked_div(total)?, Some((share, total)))))
}

/// Whether the whole is already known and a figure of its own: "Two of the three suspects".
fn is_definite(document: &Document, end: usize) -> bool {
    document.is(end, "of")
        && document.is_one_of(end + 1, const { &WordList::of(["the", "these", "those", "its", "their"]) })
}

/// The link between part and whole: whether it is `in`, and the token after `of`, `of the`, `out of`, `out of every`,
/// `in`, `in every`.
fn link(document: &Document, at: usize) -> Option<(bool, usize)> {
    let dash = usize::from(joins(document, at));
    let at = at + dash;
    let inside = document.is(at, "in");
    let mut end = match () {
        () if inside || document.is(at, "of") => at + 1,
        () if document.is(at, "out") && document.is(at + 1, "of") => at + 2,
        () => return None,
    };
    end += usize::from(joins(document, end));
    let determiner = document.is_one_of(
        end,
        const { &WordList::of(["every", "the", "its", "their", "these", "those", "all", "a", "some"]) },
    );
    let total = ["total", "of"];
    end += usize::from(determiner);
    if document.is(end, total[0]) && document.is(end + 1, total[1]) {
        end += 2;
    }
    Some((inside, end))
}

/// Hits and tries: "She went 3-for-4".
fn hits(document: &Document, at: usize) -> Option<(Range<usize>, Figure)> {
    let hyphened = joins(document, at + 1) && document.is(at + 2, "for") && joins(document, at + 3);
    let number = |at: usize| document.word(at).parse::<Decimal>().ok();
    if !hyphened {
        return None;
    }
    let (hits, tries) = number(at).zip(number(at + 4))?;
    let share = hits.checked_div(tries).filter(|_| hits <= tries && tries > Decimal::ONE)?;
    Some((at..at + 5, figure(share, Some((hits, tries)))))
}

/// Whether the second number is the whole of the first, not a year, a time or an amount.
fn is_whole(document: &Document, part: &Numeral, whole: &Numeral, inside: bool) -> bool {
    let unit =
        quantity::unit_behind(document, whole).is_some() || numeral::follows_currency(document, whole.tokens.start);
    let year = designation::is_bare_year(document, &whole.tokens, whole.low);
    let time =
        designation::is_measure_of_time(document, whole.tokens.end) || designation::is_name(document, &whole.tokens);
    let named = designation::is_designated(document, part.tokens.start);
    // "Made 245 for 6 in 50 overs".
    let overs = document.is_one_of(whole.tokens.end, const { &WordList::of(["balls", "deliveries", "overs"]) });
    let usual = part.low < whole.low
        && !overs
        && (whole.low <= Decimal::TEN || (whole.low % Decimal::from(5)).is_zero() || part.low == Decimal::ONE);
    !unit && !year && !time && !named && (!inside || usual)
}

/// A whole of which one is the only such part: `the only school out of 43`.
fn only(document: &Document, at: usize) -> Option<(Range<usize>, Figure)> {
    let out = at.checked_sub(2).filter(|&out| document.is(out, "out") && document.is(out + 1, "of"))?;
    let first = document.sentence_tokens(at).start.max(out.saturating_sub(4));
    let only = (first..out).rev().find(|&at| document.is(at, "only"))?;
    let whole = numeral::at(document, at)?;
    let total = whole.value().filter(|total| !total.is_zero())?;
    let share = Decimal::ONE.checked_div(total)?;
    let counted = (only + 1..out).any(|at| document.tags(at).any(numeral::ANCHORS));
    (only + 1 < out && !counted).then(|| (only..whole.tokens.end, figure(share, Some((Decimal::ONE, total)))))
}

/// A fraction in words or digits: `half the pupils`, `a third of`, `two-thirds`, `three quarters`.
fn fraction(document: &Document, at: usize) -> Option<(Range<usize>, Decimal)> {
    if let Some((value, end)) = numeral::slashed(document, at) {
        // "Ada Pike 5/8 Wardens search": the number of a picture.
        let picture = document.tags(end).any(Tags::CAPITALISED | Tags::DIGITS)
            && at > 0
            && document.tags(at - 1).any(Tags::CAPITALISED);
        return (!picture).then_some((at..end, value));
    }
    let first = numeral::word(document, at)?;
    if document.tokens[at].kind == TokenKind::Mark {
        let apart = at == 0 || !(document.is_glued(at - 1) && document.tags(at - 1).any(Tags::DIGITS));
        return apart.then_some((at..at + 1, first.value));
    }
    match first.class {
        NumberClass::Fraction if document.is(at, "half") && !(at > 0 && joins(document, at - 1)) => {
            half(document, at).then(|| (at..at + 1, first.value))
        }
        _ if document.tags(at).any(Tags::CAPITALISED) && !designation::is_title_case(document, at) => None,
        NumberClass::Fraction | NumberClass::Ordinal => counted_fraction(document, at),
        _ => None,
    }
}

/// Whether a half is a part of something, not of a game, an hour or a compound.
fn half(document: &Document, at: usize) -> bool {
    let before = |words: &[&str]| at > 0 && words.iter().any(|word| document.is(at - 1, word));
    let far = document.is_one_of(at + 1, const { &WordList::of(["by", "from", "in", "since", "within"]) });
    let time = !far && (at + 1..at + 4).any(|at| document.tags(at).any(Tags::TIME_UNIT)) && !document.is(at + 1, "of");
    let compound = joins(document, at + 1) || at > 0 && joins(document, at - 1);
    let period = before(&["first", "second", "other", "this", "last", "opening", "final", "better", "and", "own"])
        || at > 0 && document.tags(at - 1).any(Tags::ORDINAL);
    let multiplies = document.is(at + 1, "past") || document.is(at + 1, "time");
    !time && !compound && !period && !multiplies && !before(&["a", "the"]) || document.is(at + 1, "of") && !period
}

/// A fraction word after `a`, `one` or a number.
fn counted_fraction(document: &Document, at: usize) -> Option<(Range<usize>, Decimal)> {
    let word = numeral::word(document, at)?;
    let joined = at > 0 && joins(document, at - 1);
    let before = at.checked_sub(1 + usize::from(joined))?;
    if let Some(found) = small_fraction(document, at, joined) {
        return Some(found);
    }
    let count = match numeral::word(document, before) {
        Some(number) if number.class == NumberClass::Unit => number.value,
        None if document.is(before, "a") => Decimal::ONE,
        _ => return None,
    };
    let value = match word.class {
        NumberClass::Ordinal if word.value > Decimal::TWO && count == Decimal::ONE => Decimal::ONE / word.value,
        // "It grew for six quarters".
        NumberClass::Fraction
            if count >= Decimal::from(4)
                && document.is_one_of(at, const { &WordList::of(["quarter", "quarters"]) }) =>
        {
            return None;
        }
        NumberClass::Fraction => parts(count, word.value),
        _ => return None,
    };
    let article = document.is(before, "a");
    let sized = is_of_size(document, at + 1);
    let shares = !article || sized || stands_as_share(document, at);
    let timed = !sized
        && document.tags(at).any(Tags::TIME_UNIT)
        && !stands_as_share(document, at)
        && !joined
        && count <= Decimal::ONE;
    (shares && !timed).then_some((before..at + 1, value))
}

/// Whether a noun for a size follows, of which there can be a part without an `of`: "One quarter the power", "a fifth
/// the price".
fn is_of_size(document: &Document, the: usize) -> bool {
    const SIZES: WordList<20> = WordList::of([
        "amount",
        "area",
        "capacity",
        "cost",
        "distance",
        "energy",
        "height",
        "length",
        "number",
        "population",
        "power",
        "price",
        "rate",
        "size",
        "space",
        "speed",
        "thickness",
        "volume",
        "weight",
        "width",
    ]);
    document.is(the, "the") && document.is_one_of(the + 1, &SIZES)
}

/// A fraction such as `one twenty-fifth`, `a hundredth`, with no noun after it, which would make it a rank.
fn small_fraction(document: &Document, at: usize, joined: bool) -> Option<(Range<usize>, Decimal)> {
    let word = numeral::word(document, at).filter(|word| word.class == NumberClass::Ordinal)?;
    let ten = at.checked_sub(2).filter(|_| joined).and_then(|ten| numeral::word(document, ten));
    let (first, below) = match ten {
        Some(ten) if ten.class == NumberClass::Ten => (at - 2, ten.value + word.value),
        _ if word.value >= Decimal::ONE_HUNDRED => (at, word.value),
        _ => return None,
    };
    let one = first.checked_sub(1).filter(|&one| document.is(one, "a") || document.is(one, "one"))?;
    let noun = kinds::is_word(document, at + 1);
    let ends = !noun || document.is(at + 1, "of") && !document.tags(at + 2).any(Tags::MONTH);
    ends.then(|| (one..at + 1, Decimal::ONE / below))
}

/// The exact fraction, as the table's value is cut off: two thirds are 2/3.
fn parts(count: Decimal, value: Decimal) -> Decimal {
    count / (Decimal::ONE / value).round()
}

/// Whether a fraction word is a share: "a third of", "by a third", "a fifth more"; not in "a third man".
fn stands_as_share(document: &Document, at: usize) -> bool {
    let behind =
        ["of", "more", "less", "fewer", "higher", "lower", "to", "in", "are", "is", "were", "said", "say", ".", ","];
    let by = at > 1
        && document.is_one_of(
            at - 2,
            const { &WordList::of(["by", "than", "nearly", "about", "almost", "over", "only", "to"]) },
        );
    // "Cut the crew by almost a third last year".
    const BEHIND: Tags =
        Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::POINTER).with(Tags::ADVERB);
    let far = at > 2 && (document.is(at - 2, "by") || by && document.is(at - 3, "by"));
    let closed =
        || document.tokens.get(at + 1).is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(BEHIND));
    document.is(at + 1, "of")
        || than::is_compared(document, at + 1)
        || far && !joins(document, at + 1) && closed()
        || by && (behind.iter().any(|word| document.is(at + 1, word)) || at + 1 >= document.sentence_tokens(at).end)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn hits_and_tries() {
        figures(
            "
Nora Pike went 3-for-4 at the nets.
               ^^^^^^^ figure proportion value=0.75 counted=[Nora Pike]
",
        );
    }

    #[test]
    fn part_and_whole() {
        figures(
            "
Just 16 of 557 bids won, four out of every five late.
     ^^^^^^^^^ figure proportion value=0.0287 counted=[bids]
                         ^^^^^^^^^^^^^^^^^^^^^^ figure proportion value=0.8 counted=[bids]
One in ten tenants moved, and three in ten wardens left.
^^^^^^^^^^ figure proportion value=0.1 counted=[tenants]
                              ^^^^^^^^^^^^ figure proportion value=0.3 counted=[wardens]
",
        );
    }

    #[test]
    fn fractions() {
        figures(
            "
Half the pupils and two-thirds of staff fell ill, more than a third of them twice.
^^^^ figure proportion value=0.5 counted=[pupils]
                    ^^^^^^^^^^ figure proportion value=0.6667 counted=[staff]
                                                  ^^^^^^^^^^^^^^^^^ figure proportion value=0.3333 bound=more_than counted=[staff]
",
        );
    }

    #[test]
    fn a_known_whole_is_a_figure_of_its_own() {
        figures(
            "
Two of the three porters left.
^^^ figure count value=2 counted=[porters]
           ^^^^^ figure count value=3 counted=[porters]
",
        );
    }

    #[test]
    fn the_only_one_of_many() {
        figures(
            "
Morfa was the only school out of 43 to close.
              ^^^^^^^^^^^^^^^^^^^^^ figure proportion value=0.0233 counted=[school]
",
        );
    }

    #[test]
    fn a_number_in_an_amount_is_no_proportion() {
        figures(
            "
Two in £50 and three of the £12 fines went unpaid.
^^^ figure count value=2
       ^^^ figure money value=50 unit=GBP
               ^^^^^ figure count value=3
                            ^^^ figure money value=12 unit=GBP counted=[fines]
",
        );
    }

    #[test]
    fn parts_of_a_percent() {
        figures(
            "
Tolls rose by half a percent, then fell by a tenth of a percentage point.
              ^^^^^^^^^^^^^^ figure percent value=0.5 unit=percent change=up counted=[Tolls]
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure percent value=0.1 unit=percentage_point change=down counted=[Tolls]
",
        );
    }

    #[test]
    fn parts_of_a_size() {
        figures(
            "
The van has one quarter the power at a fifth the price. In a quarter the firm lost a van.
            ^^^^^^^^^^^ figure proportion value=0.25 counted=[power]
                                     ^^^^^^^ figure proportion value=0.2 counted=[price]
",
        );
    }

    #[test]
    fn half_from_last_year() {
        figures(
            "
Thefts were down about half from last year. It took half this year.
                 ^^^^^^^^^^ figure proportion value=0.5 bound=approx change=down counted=[Thefts]
                                 ^^^^^^^^^ figure date
                                                         ^^^^^^^^^ figure date
",
        );
    }
}
