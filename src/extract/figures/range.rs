//! From one number to another: "between 30 and 40 pupils", "4.8-5.2%", "five to seven boats".
//! A before and after ("rose from 5 to 7") gives two figures, the first in the unit of the second.

use super::{
    designation,
    interval::{self, Interval},
    numeral,
    quantity::{self, Quantity, QuantityExtractor},
};
use crate::{
    lexicon::{LEXICON, TimeWord},
    types::{Document, Fact, Figure, FigureKind, Span, Tags},
};

/// Ranges.
pub const EXTRACTOR: QuantityExtractor =
    QuantityExtractor { name: "figures.range", source: include_str!("range.rs"), extract };

fn extract(document: &Document, first: &Quantity, found: &mut Vec<Fact<Figure>>) {
    let Some(interval) = interval::from(document, first) else { return };
    let at = first.numeral.tokens.start;
    if interval.unit.is_none() && document.tags(at).any(Tags::DIGITS) && designation::is_score(document, at) {
        return;
    }
    match interval.before.clone() {
        Some(before) if interval.unit.is_some() => {
            found.push(Fact { rule: EXTRACTOR.name, ..before.fact(document, EXTRACTOR.name) });
        }
        Some(_) => {}
        None => found.push(range(document, interval)),
    }
}

fn range(document: &Document, interval: Interval) -> Fact<Figure> {
    let mut tokens = interval.tokens.clone();
    let mut figure = interval.figure();
    if let Some((end, unit)) = time_unit(document, tokens.end).filter(|_| interval.unit.is_none()) {
        tokens.end = end;
        figure = Figure { kind: FigureKind::Duration, unit: Some(unit), ..figure };
    }
    let fact = quantity::fact(document, tokens, EXTRACTOR.name, figure);
    let start = interval.start.min(fact.span.start);
    Fact { span: Span { start, ..fact.span }, ..fact }
}

/// The unit of time after the range, which makes it a duration: "three or four weeks".
fn time_unit(document: &Document, end: usize) -> Option<(usize, &'static str)> {
    let at = if numeral::joins(document, end) { end + 1 } else { end };
    match LEXICON.times.get(document.tokens.get(at)?.word)? {
        TimeWord::Unit(unit) => Some((at + 1, unit.name())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn between_from_and_to() {
        figures(
            "
Between 30 and 40 pupils, five to seven boats and 4.8-5.2% of grain went.
^^^^^^^^^^^^^^^^^ figure range low=30 high=40 counted=[pupils]
                          ^^^^^^^^^^^^^ figure range low=5 high=7 counted=[boats]
                                                  ^^^^^^^^ figure percent low=4.8 high=5.2 unit=percent counted=[grain]
Fares from £3 to £5 and 5 to 7 million stamps.
      ^^^^^^^^^^^^^ figure money low=3 high=5 unit=GBP counted=[Fares]
                        ^^^^^^^^^^^^^^ figure range low=5000000 high=7000000 counted=[stamps]
",
        );
    }

    #[test]
    fn a_change_has_a_before_and_an_after() {
        figures(
            "
Costs rose from 4.8 to 5.7 percent, then fell from $2,415 to $2,315.
                ^^^ figure percent value=4.8 unit=percent counted=[Costs]
                       ^^^^^^^^^^^ figure percent value=5.7 unit=percent change=up counted=[Costs]
                                                   ^^^^^^ figure money value=2415 unit=USD counted=[Costs]
                                                             ^^^^^^ figure money value=2315 unit=USD change=down counted=[Costs]
",
        );
    }

    #[test]
    fn a_hyphen_may_glue_words() {
        figures(
            "
The 0-to-60-mph run took place in four-to-six classes.
    ^^^^^^^^^^^ figure measure low=0 high=60 unit=mile_per_hour counted=[run]
                                  ^^^^^^^^^^^ figure range low=4 high=6 counted=[classes]
",
        );
    }

    #[test]
    fn seasons_scores_and_times_are_no_ranges() {
        figures(
            "
The side won 3-1.
             ^^^ figure score low=1 high=3
",
        );
    }

    #[test]
    fn magnitudes_at_both_ends() {
        figures(
            "
Dorrin sold 3m-5m bricks to 10k-20k people in £2-3bn deals, for £3m-£5m each.
            ^^^^^ figure range low=3000000 high=5000000 counted=[bricks]
                            ^^^^^^^ figure range low=10000 high=20000 counted=[people]
                                              ^^^^^^ figure money low=2000000000 high=3000000000 unit=GBP counted=[deals]
                                                                ^^^^^^^ figure money low=3000000 high=5000000 unit=GBP per=each counted=[Dorrin]
",
        );
    }
}
