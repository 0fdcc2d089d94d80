//! Two bounds on one number: "more than 10 but fewer than 40", "at least 20 and at most 100".

use crate::types::{Bound, Document, Fact, Figure, FigureKind, Span, WordList};

/// Joins each pair of figures that are the two bounds of one number.
pub fn attach(document: &Document, figures: &mut Vec<Fact<Figure>>) {
    let mut index = 1;
    while index < figures.len() {
        let joined = join(document, &figures[index - 1], &figures[index]);
        if let Some(fact) = joined {
            figures[index - 1] = fact;
            figures.remove(index);
        } else {
            index += 1;
        }
    }
}

fn join(document: &Document, first: &Fact<Figure>, second: &Fact<Figure>) -> Option<Fact<Figure>> {
    let (one, two) = (&first.detail, &second.detail);
    let (low, high) = match (is_lower(one.bound), is_upper(two.bound)) {
        (true, true) => (one.low?, two.high?),
        _ if is_upper(one.bound) && is_lower(two.bound) => (two.low?, one.high?),
        _ => return None,
    };
    let alike = one.unit.is_none() || one.unit == two.unit;
    if !alike || low >= high || !is_joined(document, first.span, second.span) {
        return None;
    }
    let bare = two.unit.is_none() && two.kind == FigureKind::Count;
    let kind = if bare { FigureKind::Range } else { two.kind };
    let step = one.step.max(two.step);
    let ends = (Some(low), Some(high));
    let figure =
        Figure { kind, value: None, low: ends.0, high: ends.1, step, bound: Bound::Exact, ..second.detail.clone() };
    Some(Fact { span: Span { start: first.span.start, end: second.span.end }, detail: figure, ..first.clone() })
}

/// Whether only `and` or `but` stands between the two.
fn is_joined(document: &Document, first: Span, second: Span) -> bool {
    let at = document.token_at(first.end);
    let comma = usize::from(document.is(at, ","));
    let word = document.is_one_of(at + comma, const { &WordList::of(["and", "but"]) });
    word && document.token_at(second.start) == at + comma + 1
}

/// Whether the bound leaves the upper end open.
fn is_lower(bound: Bound) -> bool {
    matches!(bound, Bound::AtLeast | Bound::MoreThan)
}

/// Whether the bound leaves the lower end open.
fn is_upper(bound: Bound) -> bool {
    matches!(bound, Bound::AtMost | Bound::LessThan)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn both_ends() {
        figures(
            "
The hall seats more than 10 but fewer than 40 singers.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure range low=10 high=40 counted=[singers]
Tickets cost at most £90 and at least £20.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure money low=20 high=90 unit=GBP counted=[Tickets]
",
        );
    }

    #[test]
    fn two_bounded_numbers_stay_two() {
        figures(
            "
At least 12 goats and up to 40 sheep came; more than 40 and less than 10 cannot be.
^^^^^^^^^^^ figure count value=12 bound=at_least counted=[goats]
                      ^^^^^^^^ figure count value=40 bound=at_most counted=[sheep]
                                           ^^^^^^^^^^^^ figure count value=40 bound=more_than
                                                            ^^^^^^^^^^^^ figure count value=10 bound=less_than
",
        );
    }
}
