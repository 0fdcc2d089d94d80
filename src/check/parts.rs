//! Parts of a whole with both numbers stated: "16 of 557", "four of the 12", "three of their last ten".

use rust_decimal::Decimal;

use super::interval::Interval;
use crate::{
    grammar::kinds,
    lexicon::{LEXICON, NumberClass},
    types::{Bound, Document, Fact, Figure, FigureKind, Span, Tags, TokenKind, WordList},
};

/// A part and its whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StatedPart {
    pub part: Decimal,
    pub whole: Decimal,
    /// The values that the words allow for the part.
    pub part_range: Interval,
    /// The values that the words allow for the whole.
    pub whole_range: Interval,
    /// From the part to the whole.
    pub span: Span,
}

/// Words allowed between `of` and the whole.
const PASSED: WordList<16> = WordList::of([
    "all",
    "big",
    "first",
    "last",
    "latest",
    "next",
    "of",
    "only",
    "opening",
    "original",
    "other",
    "past",
    "previous",
    "remaining",
    "top",
    "total",
]);
/// Words that make the whole approximate.
const ROUGHLY: WordList<6> = WordList::of(["about", "almost", "approximately", "around", "nearly", "roughly"]);

/// Every part that names its whole, in text order.
pub fn stated_parts(document: &Document, figures: &[Fact<Figure>]) -> Vec<StatedPart> {
    let paired = |at: usize| {
        let (before, fact) = (figures.get(at.checked_sub(1)?)?, &figures[at]);
        fronted_part(document, before, fact).or_else(|| turned_part(document, before, fact))
    };
    let stated = figures.iter().enumerate();
    stated.filter_map(|(at, fact)| stated_part(document, fact).or_else(|| paired(at))).collect()
}

/// `Only 10 in six patients`, `five in four of her members`: a part larger than its whole, which is extracted as two
/// counts. The second must be of people or of a known group ("of her members") and be two to ten or a multiple of five;
/// only a bound, an adverb or a conjunction may come before the first.
fn turned_part(document: &Document, part: &Fact<Figure>, whole: &Fact<Figure>) -> Option<StatedPart> {
    let tokens = [part, whole].map(|fact| document.token_at(fact.span.start)..document.token_at(fact.span.end));
    let [one, other] = &tokens;
    if other.start != one.end + 1 || !document.is(one.end, "in") {
        return None;
    }
    let counts = |fact: &Fact<Figure>| fact.detail.kind == FigureKind::Count && fact.detail.unit.is_none();
    let before = one.start.checked_sub(1).filter(|&at| at >= document.sentence_tokens(one.start).start);
    const BOUNDS: Tags = Tags::BOUND.with(Tags::ADVERB).with(Tags::CONJUNCTION);
    let bare = before.is_none_or(|at| document.tokens[at].kind != TokenKind::Word || document.tags(at).any(BOUNDS));
    let head = |fact: &Fact<Figure>| document.tokens_in(fact.detail.head?).next_back();
    let people = head(whole).is_some_and(|at| document.tags(at).any(Tags::PERSON_NOUN));
    let of_all = document.is(other.end, "of") && document.tags(other.end + 1).any(Tags::DETERMINER.with(Tags::PRONOUN));
    let (value, all) = (part.detail.value?, whole.detail.value?);
    let usual = all > Decimal::ONE && (all <= Decimal::TEN || (all % Decimal::from(5)).is_zero());
    let turned = counts(part) && counts(whole) && part.detail.counted.is_none() && (people || of_all);
    let [part_range, whole_range] = [value, all].map(|value| Interval::rounded(value, Decimal::ONE));
    let stated = StatedPart { part: value, whole: all, part_range, whole_range, span: part.span.cover(whole.span) };
    (turned && bare && usual && value > all).then_some(stated)
}

/// `Of the 12 wardens at the mill, three were hurt`: the whole opens the sentence, and the part counts the same things.
fn fronted_part(document: &Document, whole: &Fact<Figure>, part: &Fact<Figure>) -> Option<StatedPart> {
    let (first, start) = (document.token_at(whole.span.start), document.token_at(part.span.start));
    let opening = document.sentence_tokens(first).start;
    let of = opening + usize::from(document.is(opening, "out"));
    let opens = document.is(of, "of")
        && (of + 1..first).all(|at| document.tags(at).any(Tags::DETERMINER) || document.is_one_of(at, &PASSED));
    let same = part.detail.counted == whole.detail.counted && whole.detail.counted.is_some();
    if whole.sentence != part.sentence || !opens || !same || !document.is(start - 1, ",") {
        return None;
    }
    let exact = |figure: &Figure| {
        let counts = figure.kind == FigureKind::Count && figure.unit.is_none() && figure.bound == Bound::Exact;
        figure.value.filter(|_| counts)
    };
    let (of_all, value) = (exact(&whole.detail)?, exact(&part.detail)?);
    let [part_range, whole_range] = [value, of_all].map(|value| Interval::rounded(value, Decimal::ONE));
    Some(StatedPart { part: value, whole: of_all, part_range, whole_range, span: whole.span.cover(part.span) })
}

fn stated_part(document: &Document, fact: &Fact<Figure>) -> Option<StatedPart> {
    let figure = &fact.detail;
    let first = document.word(document.token_at(fact.span.start));
    if first.len() == 4 && (first.starts_with("19") || first.starts_with("20")) {
        return None;
    }
    if let (FigureKind::Proportion, Some((part, whole))) = (figure.kind, figure.part_of) {
        let [part_range, whole_range] = [part, whole].map(|value| Interval::rounded(value, Decimal::ONE));
        return Some(StatedPart { part, whole, part_range, whole_range, span: fact.span });
    }
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Number);
    let part = figure.value.filter(|_| counts && figure.unit.is_none())?;
    let (at, whole, whole_range) = whole_behind(document, document.token_at(fact.span.end))?;
    let exact = figure.bound == Bound::Exact;
    let part_range = if exact { Interval::rounded(part, Decimal::ONE) } else { Interval::claimed(figure)? };
    Some(StatedPart { part, whole, part_range, whole_range, span: fact.span.cover(document.tokens[at].span) })
}

/// The number after `of`, `out of`, `of the`, `of their last`: its token, its value and what its words allow.
fn whole_behind(document: &Document, behind: usize) -> Option<(usize, Decimal, Interval)> {
    let of = behind + usize::from(document.is(behind, "out"));
    if !document.is(of, "of") {
        return None;
    }
    let roughly = |at: usize| document.is_one_of(at, &ROUGHLY);
    let passed = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::DETERMINER.with(Tags::PRONOUN)) && !tags.any(Tags::NUMBER_WORD)
            || document.is_one_of(at, &PASSED)
            || roughly(at)
    };
    // "Of the district's 15 mills": skips the owner.
    let owner = (of + 1..of + 4).find(|&at| {
        document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Possessive && document.is_glued(at))
    });
    let first = owner.map_or(of + 1, |owner| owner + 2);
    let at = (first..first + 4).find(|&at| !passed(at)).filter(|&at| at < document.sentence_tokens(behind).end)?;
    let whole = number(document, at).filter(|_| counts_things(document, at))?;
    let tenth = whole.checked_div(Decimal::TEN)?;
    let near = Interval::new(whole - tenth, whole.checked_add(tenth)?);
    let exact = Interval::rounded(whole, Decimal::ONE);
    Some((at, whole, if (of + 1..at).any(roughly) { near } else { exact }))
}

/// A whole number in digits, or in one word.
fn number(document: &Document, at: usize) -> Option<Decimal> {
    let token = document.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        let text = document.text(token.span);
        let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        return text.replace(',', "").parse().ok().filter(|value: &Decimal| value.is_integer() && !year);
    }
    let number = LEXICON.numbers.get(token.word).filter(|_| token.tags.any(Tags::NUMBER_WORD))?;
    matches!(number.class, NumberClass::Unit | NumberClass::Ten).then_some(number.value)
}

/// Whether the number is followed by what it counts: not an amount, a compound, a time ago or a street.
fn counts_things(document: &Document, at: usize) -> bool {
    let behind = document.tags(at + 1);
    let longer = behind.any(Tags::NUMBER_WORD.with(Tags::MAGNITUDE).with(Tags::PERCENT).with(Tags::CURRENCY));
    let glued = document.is_glued(at) && kinds::is_dash(document, at + 1);
    let back = behind.any(Tags::TIME_UNIT) && document.is(at + 2, "ago");
    !longer && !glued && !back && !document.is(at + 1, "block")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pipeline::analyse, types::Article};

    fn parts(text: &str) -> Vec<String> {
        let article = Article::new("a", None, text);
        let (document, facts) = analyse(&article);
        let plain = |stated: &StatedPart| format!("{} of {}", stated.part.normalize(), stated.whole.normalize());
        stated_parts(&document, &facts.figures).iter().map(plain).collect()
    }

    #[test]
    fn the_whole_follows_its_part() {
        for (text, expected) in [
            ("Wardens saw 16 of 557 farms.", "16 of 557"),
            ("Dale won three of their last ten games.", "3 of 10"),
            ("In all 1,204 of the 2,360 voters came.", "1204 of 2360"),
            ("He landed 28 of his 68 punches.", "28 of 68"),
        ] {
            assert_eq!(parts(text), [expected], "{text}");
        }
    }

    #[test]
    fn amounts_years_and_streets_are_no_wholes() {
        for text in ["He left six of five years ago.", "One of 2015 was lost.", "Dale, 21, of 900 Oak Road, came."] {
            assert_eq!(parts(text), [""; 0], "{text}");
        }
    }
}
