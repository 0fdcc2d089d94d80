//! Changes that a sentence tells with both values: "from 40 to 50", "to £7.9bn from £6.22bn".

use rust_decimal::Decimal;

use crate::types::{Document, Fact, Figure, FigureKind, Span};

/// A change as told: the values it leads from and to, each with the digits it was printed in.
pub struct Change {
    pub from: (Decimal, Decimal),
    pub to: (Decimal, Decimal),
    pub span: Span,
}

/// The only `from A to B` or `to B from A` of a sentence.
pub fn told_change(document: &Document, figures: &[Fact<Figure>]) -> Option<Change> {
    let ranges = figures.iter().filter_map(|fact| as_range(document, fact));
    let pairs = figures.windows(2).filter_map(|pair| as_pair(document, &pair[0], &pair[1]));
    let mut found = ranges.chain(pairs);
    let change = found.next()?;
    found.next().is_none().then_some(change)
}

/// A range opened by `from`: its first end is where the change starts.
fn as_range(document: &Document, fact: &Fact<Figure>) -> Option<Change> {
    let figure = &fact.detail;
    let first = document.token_at(fact.span.start);
    let opened = document.is(first, "from") || (first > 0 && document.is(first - 1, "from"));
    let comparable = matches!(figure.kind, FigureKind::Range | FigureKind::Money | FigureKind::Measure);
    let ends = (figure.low?, figure.high?);
    (opened && comparable && figure.value.is_none()).then_some(Change {
        from: (ends.0, figure.step),
        to: (ends.1, figure.step),
        span: fact.span,
    })
}

/// Two figures of one unit, `from` before the one and `to` before the other.
fn as_pair(document: &Document, one: &Fact<Figure>, two: &Fact<Figure>) -> Option<Change> {
    use FigureKind::*;
    let comparable = matches!(one.detail.kind, Count | Money | Measure | Number | Percent);
    // "From £40m to £50m a year": what the second is for one of, the first is too.
    let same_rate = one.detail.per.is_none() || two.detail.per.is_none() || one.detail.per == two.detail.per;
    if !comparable || !same_rate || one.detail.unit != two.detail.unit || one.detail.kind != two.detail.kind {
        return None;
    }
    let (first, second) = (preposition(document, one)?, preposition(document, two)?);
    let (from, to) = match (first, second) {
        ("from", "to") => (one, two),
        ("to", "from") => (two, one),
        _ => return None,
    };
    let printed = |fact: &Fact<Figure>| Some((fact.detail.value?, fact.detail.step));
    let years = [from, to].iter().all(|fact| is_year(fact));
    let span = one.span.cover(two.span);
    (!years).then_some(Change { from: printed(from)?, to: printed(to)?, span })
}

fn preposition(document: &Document, fact: &Fact<Figure>) -> Option<&'static str> {
    let before = document.token_at(fact.span.start).checked_sub(1)?;
    ["from", "to"].into_iter().find(|word| document.is(before, word))
}

fn is_year(fact: &Fact<Figure>) -> bool {
    let value = fact.detail.value.unwrap_or_default();
    fact.detail.unit.is_none() && value >= Decimal::from(1800) && value <= Decimal::from(2100)
}
