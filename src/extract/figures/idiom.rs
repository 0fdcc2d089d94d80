//! Ordinals in fixed expressions, which are not ranks: "in the first place", "second degree murder", "a third party",
//! "third base", "first thing Monday", "first of all".

use rust_decimal::Decimal;

use crate::types::{Document, Tags, TokenKind, WordList};

/// Things whose first means at once.
const AT_ONCE: WordList<2> = WordList::of(["glance", "sight"]);

/// Whether the ordinal at tokens `at..next` belongs to a fixed expression.
pub fn is_idiom(document: &Document, at: usize, next: usize, rank: Decimal) -> bool {
    if next >= document.tokens.len() {
        return false;
    }
    let third = Decimal::from(3);
    let the = at > 0 && document.is(at - 1, "the");
    let in_the = the && at > 1 && document.is(at - 2, "in");
    let article = at > 0 && document.tags(at - 1).any(Tags::DETERMINER | Tags::PRONOUN) && !document.is(at - 1, "a");
    match document.word(next) {
        "degree" => in_the || is_kind(document, next + 1),
        "place" => in_the && (rank == Decimal::ONE || document.is(next + 1, ",")),
        "party" => rank == third && !article,
        "parties" => rank == third && !(at > 0 && document.tags(at - 1).any(Tags::ORDINAL)),
        "base" | "baseman" | "basemen" => !document.is(next + 1, "of"),
        "hour" => rank == Decimal::from(11) && !document.is(next + 1, "of"),
        "thing" => rank == Decimal::ONE && !the && stands_for_day(document, next + 1),
        "thoughts" | "nature" => rank == Decimal::TWO && !the,
        "of" => rank == Decimal::ONE && document.is(next + 1, "all"),
        "and" => rank == Decimal::ONE && document.is(next + 1, "foremost"),
        _ => at > 0 && document.is(at - 1, "at") && document.is_one_of(next, &AT_ONCE),
    }
}

/// Whether a crime or an injury that has a degree is at `at`: "second degree murder", but not "her first degree was".
fn is_kind(document: &Document, at: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION
        .with(Tags::AUXILIARY)
        .with(Tags::CONJUNCTION)
        .with(Tags::DETERMINER)
        .with(Tags::PRONOUN)
        .with(Tags::RELATIVE)
        .with(Tags::ADVERB);
    let next = document.tokens.get(at).filter(|next| next.kind == TokenKind::Word);
    next.is_some_and(|next| !next.tags.any(CLOSED) && next.sentence == document.tokens[at - 1].sentence)
}

/// Whether a time of day or a day is at `at`: "Monday", "tomorrow", "in the morning".
fn stands_for_day(document: &Document, at: usize) -> bool {
    let at = at + usize::from(document.is_one_of(at, const { &WordList::of(["in", "on", "this"]) }));
    let at = at + usize::from(document.is(at, "the"));
    document.tags(at).any(Tags::WEEKDAY | Tags::DAY_WORD | Tags::DAY_PART)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn idioms_rank_nothing() {
        figures(
            "
Why come in the first place? Pike was cleared of second degree murder and 1st degree arson, sold it to a third party, plays third base and calls first thing Monday. Her first degree was in salt, and she took first place.
                                                                                                                                                             ^^^^^^ figure date
                                                                                                                                                                         ^^^^^ figure ordinal value=1 counted=[degree]
                                                                                                                                                                                                                ^^^^^ figure ordinal value=1 counted=[place]
",
        );
    }

    #[test]
    fn hours_and_days() {
        figures(
            "
They met at the eleventh hour, in the dog days of summer. The 11th hour of the siege was dull.
                                                              ^^^^ figure ordinal value=11 counted=[hour]
",
        );
    }
}
