//! From one number to another: "between 30 and 40 pupils", "4.8-5.2%", "five to seven boats".
//! Not a before and after: "rose from 5 to 7".

use super::{designation, interval, numeral, quantity};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Figure, Tags},
};

/// Ranges.
pub const EXTRACTOR: Extractor<Figure> =
    Extractor { name: "figures.range", source: include_str!("range.rs"), anchors: numeral::ANCHORS, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    let Some(interval) = interval::at(document, at) else { return };
    let end = interval.tokens.end;
    let score = interval.unit.is_none() && document.tags(at).any(Tags::DIGITS) && designation::is_score(document, at);
    if score || interval.unit.is_none() && designation::is_time(document, end) {
        return;
    }
    let fact = quantity::fact(document, interval.tokens.clone(), EXTRACTOR.name, interval.figure());
    let start = interval.start.min(fact.span.start);
    found.push(Fact { span: crate::types::Span { start, ..fact.span }, ..fact });
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
                ^^^ figure count value=4.8
                       ^^^^^^^^^^^ figure percent value=5.7 unit=percent counted=[Costs]
                                                   ^^^^^^ figure money value=2415 unit=USD
                                                             ^^^^^^ figure money value=2315 unit=USD
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
}
