//! Slips in figures: another number, another magnitude, a part above its whole, a reversed range.

use rust_decimal::Decimal;

use crate::types::{Bound, Fact, Figure, FigureKind, Span, Tags};

use super::{
    Edit, Read,
    numbers::{like, number_tokens, only_number, other_number},
    random::Random,
};

/// Changes a number of the headline that the text states too.
pub fn in_headline(_: &Read, article: &Read, random: &mut Random) -> Vec<Edit> {
    let (heads, body): (Vec<_>, Vec<_>) = figures(article).partition(|fact| is_in_title(article, fact));
    let stated = heads.into_iter().filter(|head| {
        let alike = |fact: &&Fact<Figure>| {
            same_number(head, fact) && (head.detail.unit.is_some() || counts_alike(article, head, article, fact))
        };
        body.iter().any(alike)
    });
    stated.filter_map(|head| changed(article, head, random)).collect()
}

/// Changes one of two places where a number is stated for one thing.
pub fn repeated(one: &Read, other: &Read, random: &mut Random) -> Vec<Edit> {
    twice(one, other).into_iter().filter_map(|fact| changed(other, fact, random)).collect()
}

/// Makes an amount that is stated twice a thousand times as large, or as small, in one place.
pub fn magnitude(one: &Read, other: &Read, _: &mut Random) -> Vec<Edit> {
    const NAMES: [(&str, &str); 4] = [("million", "billion"), ("billion", "million"), ("m", "bn"), ("bn", "m")];
    // "The 400m": metres.
    let edit = |fact: &Fact<Figure>| {
        (fact.detail.kind != FigureKind::Measure).then_some(())?;
        let at = other.document.tokens_in(fact.span).find(|&at| other.document.tags(at).any(Tags::MAGNITUDE))?;
        let word = other.document.word(at);
        let (_, name) = NAMES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name))?;
        Some(Edit { span: other.document.tokens[at].span, words: like(word, name) })
    };
    twice(one, other).into_iter().filter_map(edit).collect()
}

/// Swaps the part and the whole of "4 of 12".
pub fn part_above_whole(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let parts =
        article.facts.figures.iter().filter(|fact| fact.detail.part_of.is_some_and(|(part, whole)| part < whole));
    parts.filter_map(|fact| turned(article, fact.span)).collect()
}

/// Swaps the ends of a range; not of a score, nor of "two or three", since "three or two" is just as true.
pub fn turned_range(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    use FigureKind::*;
    let document = article.document;
    let ranges = article.facts.figures.iter().filter(|fact| {
        let figure = &fact.detail;
        let ordered = figure.low.zip(figure.high).is_some_and(|(low, high)| low < high);
        let joined = document.tokens_in(fact.span).any(|at| document.is(at, "to") || document.is(at, "and"));
        let sure = figure.unit.is_some() || joined;
        let either = document.tokens_in(fact.span).any(|at| document.is(at, "or"));
        // "Lift pay from 20 to 30": what rises can fall.
        let first = document.token_at(fact.span.start);
        let moves = document.is(first, "from") || first > 0 && document.is(first - 1, "from");
        let kind = matches!(figure.kind, Range | Money | Measure | Percent | Duration);
        ordered && figure.value.is_none() && kind && sure && !either && !moves
    });
    ranges.filter_map(|fact| turned(article, fact.span)).collect()
}

/// Swaps the two numbers of a span; the second gets lower case, as the first may have begun the sentence.
fn turned(article: &Read, span: Span) -> Option<Edit> {
    let tokens = number_tokens(article.document, span);
    let [first, second] = tokens.as_slice() else { return None };
    let [first, second] = [first, second].map(|at| article.document.tokens[*at].span);
    let [left, right] = [first, second].map(|span| article.document.text(span));
    let between = article.document.text(Span { start: first.end, end: second.start });
    let span = first.cover(second);
    Some(Edit { span, words: format!("{}{between}{}", like(left, right), left.to_lowercase()) })
}

/// Exact figures with a number, except dates and ranks, in text order.
fn figures<'a>(read: &Read<'a>) -> impl Iterator<Item = &'a Fact<Figure>> + Clone {
    use FigureKind::*;
    let measured = |fact: &&Fact<Figure>| {
        let figure = &fact.detail;
        let kind = matches!(figure.kind, Count | Money | Percent | Measure);
        kind && figure.bound == Bound::Exact && figure.value.is_some_and(|value| value >= Decimal::TWO)
    };
    read.facts.figures.iter().filter(measured)
}

/// Figures of the second article that the first one's text states for the same thing, once in each article; inside one
/// article, the later of two.
fn twice<'a>(one: &Read, other: &Read<'a>) -> Vec<&'a Fact<Figure>> {
    let within = one.document.article.id == other.document.article.id;
    let stated = |fact: &&Fact<Figure>| {
        let same = |first: &&Fact<Figure>| {
            let before = !within || first.span.end < fact.span.start && first.sentence != fact.sentence;
            let telling =
                fact.detail.value.is_some_and(|value| value >= Decimal::from(13)) && fact.detail.unit.is_some();
            let alike = telling || counts_alike(one, first, other, fact);
            before && !is_in_title(one, first) && same_number(first, fact) && alike
        };
        let again = figures(other).filter(|again| again.detail.value == fact.detail.value).count();
        !is_in_title(other, fact) && again <= 1 + usize::from(within) && figures(one).any(|first| same(&first))
    };
    figures(other).filter(stated).collect()
}

fn is_in_title(read: &Read, fact: &Fact<Figure>) -> bool {
    fact.span.start < read.document.article.body.start
}

/// Whether two figures have the same value, unit and kind.
fn same_number(one: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    let (one, other) = (&one.detail, &other.detail);
    one.kind == other.kind && one.value == other.value && one.unit == other.unit && one.per == other.per
}

/// Whether two figures count things with the same words.
fn counts_alike(one: &Read, first: &Fact<Figure>, other: &Read, second: &Fact<Figure>) -> bool {
    let thing = |read: &Read, fact: &Fact<Figure>| {
        fact.detail.head.or(fact.detail.counted).map(|span| read.document.text(span).to_lowercase())
    };
    let (left, right) = (thing(one, first), thing(other, second));
    left.is_some() && left == right
}

/// The figure with another number.
fn changed(read: &Read, fact: &Fact<Figure>, random: &mut Random) -> Option<Edit> {
    let span = only_number(read.document, fact.span)?;
    let words = other_number(read.document.text(span), random)?;
    let stated = format!(" {} ", read.document.article.text);
    let is_known = stated
        .split(|letter: char| letter.is_whitespace())
        .any(|word| word.trim_matches(|mark: char| !mark.is_alphanumeric()).eq_ignore_ascii_case(&words));
    (!is_known).then_some(Edit { span, words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::planting::tests::edits;

    #[test]
    fn numbers_that_are_stated_twice_become_others() {
        let text = "# Flood damages 143 homes\n\nThe flood damaged 143 homes in Dale. It was the 4th in a year.";
        let changed = edits(in_headline, text, text);
        assert!(changed.len() == 1 && changed[0].starts_with("143 -> "), "{changed:?}");
        assert_eq!(edits(repeated, text, text), [""; 0], "the text states it once");
        let again = "Wardens counted 143 homes and 12 barns.";
        assert_eq!(edits(repeated, text, again).len(), 1, "and another article states it");
        assert_eq!(edits(repeated, text, "Wardens counted 143 sheep."), [""; 0]);
    }

    #[test]
    fn amounts_change_their_magnitude() {
        let text = "The bridge costs £5.4 million. Critics say that £5.4 million is too dear.";
        assert_eq!(edits(magnitude, text, text), ["million -> billion"]);
    }

    #[test]
    fn parts_and_ends_change_places() {
        let text = "Four of 12 wardens left. Between 30 and 40 sheep drowned.";
        assert_eq!(edits(part_above_whole, text, text), ["Four of 12 -> 12 of four"]);
        assert_eq!(edits(turned_range, text, text), ["30 and 40 -> 40 and 30"]);
    }
}
