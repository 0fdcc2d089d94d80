//! Whether a number counts the subject of its clause: "complaints rose to 16", "the toll stood at 43".

use super::stated::Stated;
use crate::{
    grammar::classes,
    types::{Document, Tags, WordList},
};

/// Verbs between a total and its number.
const REACHING: WordList<14> = WordList::of([
    "exceed", "exceeded", "exceeds", "hit", "hits", "passed", "passes", "reach", "reached", "reaches", "topped",
    "tops", "totaled", "totalled",
]);

/// Whether the number counts the subject: "Complaints rose to 16", "the toll stood at 43", "births were down 4".
pub fn is_total(document: &Document, fact: &Stated) -> bool {
    let start = fact.tokens.start;
    let first = document.sentence_tokens(start).start;
    let before = (first..start).rev().find(|&at| !document.tags(at).any(Tags::ADVERB) && !document.is(at, "now"));
    let Some(before) = before else { return false };
    // "Dale was one of those who left", "Tarn has 20 mills and Ostwick has two", "orders at £3 a barge".
    let part = document.is(fact.tokens.end, "of") && document.is(fact.tokens.end - 1, "one");
    let owned = document.is_one_of(before, &classes::HAVE);
    let rate = document.is(before, "at") && document.is_one_of(fact.tokens.end, const { &WordList::of(["a", "per"]) });
    if part || owned || rate {
        return false;
    }
    if is_reached(document, start) {
        return true;
    }
    let level =
        document.is_one_of(before, const { &WordList::of(["to", "from", "by"]) }) && fact.detail.change.is_some();
    let start_of_change = document.is(before, "from") && document.is(fact.tokens.end, "to");
    let reaches = document.is_one_of(before, &REACHING);
    level
        || reaches
        || start_of_change
        || document.is(before, "at")
        || document.tags(before).any(Tags::CHANGE | Tags::AUXILIARY)
}

/// Whether the first word of a figure, its bound, is the verb of the clause: "Topped 40", "exceeds £3m".
pub fn is_reached(document: &Document, start: usize) -> bool {
    document.is_one_of(start, const { &WordList::of(["exceed", "exceeded", "exceeds", "topped"]) })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn totals_of_the_subject() {
        figures(
            "
The herd grew to 85, and thefts topped 40.
                 ^^ figure count value=85 change=up counted=[herd]
                                ^^^^^^^^^ figure count value=40 bound=more_than counted=[thefts]
",
        );
    }

    #[test]
    fn owners_and_parts_are_no_totals() {
        figures(
            "
Tarn has 20 mills and Ostwick has two. Dale was one of those who left, and one of the town's many wardens. Barges are built at 900 a year.
         ^^ figure count value=20 counted=[mills]
                                  ^^^ figure count value=2 counted=[mills]
                                                ^^^ figure count value=1
                                                                           ^^^ figure count value=1 counted=[wardens]
                                                                                                                               ^^^ figure count value=900 per=year
",
        );
    }
}
