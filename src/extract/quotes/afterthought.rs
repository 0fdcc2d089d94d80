//! Words of the reporter's own at the end of a reported clause: behind its only dash, or an apposition to
//! the whole of it: `said the dam had leaked, a charge the council denies`.

use std::ops::Range;

use crate::types::{Document, Tags, TokenKind};

/// Where the afterthought of a clause begins; the end of the clause where it has none.
pub fn start(document: &Document, clause: Range<usize>) -> usize {
    let outside = |at: &usize| document.quotation_of(*at).is_none();
    let mark = |at: &usize| is_parting(document, *at);
    let mut dashes = clause.clone().filter(mark).filter(outside);
    match (dashes.next(), dashes.next()) {
        (Some(dash), None) if dash > clause.start + 1 => dash,
        _ => apposition(document, clause.clone()).filter(outside).unwrap_or(clause.end),
    }
}

/// A dash between spaces, or the long one.
fn is_parting(document: &Document, at: usize) -> bool {
    let spaced = |at: usize| at > 0 && !document.is_glued(at - 1) && !document.is_glued(at);
    document.tokens[at].kind == TokenKind::Dash
        && (document.word(at) == "—" || spaced(at))
        && !document.is(at + 1, "or")
}

/// The last comma, where `a` or `an` follows it and no list or name goes on: `, a charge the council denies`.
fn apposition(document: &Document, clause: Range<usize>) -> Option<usize> {
    let comma = clause.clone().rev().find(|&at| document.word(at) == ",").filter(|&comma| comma > clause.start)?;
    let article = document.is(comma + 1, "a") || document.is(comma + 1, "an");
    let listed = (comma + 2..clause.end).any(|at| document.is(at, "and") || document.is(at, "or"));
    let named = Tags::SURNAME | Tags::GIVEN_NAME | Tags::PERSON_NOUN;
    let person = (clause.start.max(comma.saturating_sub(2))..comma).any(|at| document.tags(at).any(named));
    (article && !listed && !person).then_some(comma)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_reporters_words_are_left_out() {
        quotes(
            "
Finch said the dam had leaked for years, a charge the council denies.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
Finch said the dam had leaked for years - though it was new.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn a_persons_apposition_belongs_to_the_clause() {
        quotes(
            "
Finch said the dam was built by Ivo Marsh, an engineer.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
",
        );
    }
}
