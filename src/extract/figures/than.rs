//! The direction of a comparison: "12% fewer barges", "a third less than", "14 more barges than in May".

use crate::{
    grammar::kinds,
    types::{Change, Document, Fact, Figure, FigureKind, WordList},
};

/// Whether the word at `at` begins a comparison: "A third more than", "a quarter lower than".
pub fn is_compared(document: &Document, at: usize) -> bool {
    let than = document.is(at + 1, "than");
    than && document.is_one_of(at, const { &WordList::of(["fewer", "higher", "less", "lower", "more"]) })
}

/// The direction after a figure: "12 per cent more than", "a third less than", "12% fewer barges", "14 more barges than
/// in May".
pub fn direction(document: &Document, fact: &Fact<Figure>) -> Option<Change> {
    let more = document.token_at(fact.span.end);
    if document.is(more, "fewer") {
        return Some(Change::Down);
    }
    // "A third higher than".
    let part = fact.detail.kind == FigureKind::Proportion && document.is(more + 1, "than");
    if part && document.is_one_of(more, const { &WordList::of(["higher", "lower"]) }) {
        return Some(if document.is(more, "higher") { Change::Up } else { Change::Down });
    }
    if !document.is_one_of(more, const { &WordList::of(["less", "more"]) }) {
        return None;
    }
    let end = document.sentence_tokens(more).end;
    let near =
        if fact.detail.kind == FigureKind::Count { more + 2..end.min(more + 5) } else { more + 1..end.min(more + 2) };
    let than = near.take_while(|&at| kinds::is_word(document, at)).any(|at| document.is(at, "than"));
    than.then(|| if document.is(more, "more") { Change::Up } else { Change::Down })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn more_and_fewer_than() {
        figures(
            "
Tarn counted 3,168 fewer herons, 20 more goats than in May and a third more than Morfa. It has 12 more mills.
             ^^^^^ figure count value=3168 change=down counted=[herons]
                                 ^^ figure count value=20 change=up counted=[goats]
                                                       ^^^ figure date
                                                               ^^^^^^^ figure proportion value=0.3333 change=up counted=[goats]
                                                                                               ^^ figure count value=12 counted=[mills]
",
        );
    }

    #[test]
    fn parts_higher_than() {
        figures(
            "
Tolls are a third higher than in Morfa and a quarter lower than in Dorn.
          ^^^^^^^ figure proportion value=0.3333 change=up counted=[Tolls]
                                           ^^^^^^^^^ figure proportion value=0.25 change=down counted=[Tolls]
",
        );
    }
}
