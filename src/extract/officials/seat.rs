//! The seat of a legislator behind the name, with the party before it:
//! "Rep. Ann Reed, R-Norvale", "Rep. Ivo Trant (Norvale)", "Senator Tom Dale (D-Marsh.)", "Representative Ruth Amos, Democrat of Tarn".

use std::ops::Range;

use super::scene::Scene;
use crate::types::{Document, Tags, TokenKind, WordList};

/// The place of the seat behind a name that ends before `at`.
pub fn behind(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let document = scene.document;
    if at == 0 || !scene.same_sentence(at - 1, at + 2) {
        return None;
    }
    if document.is(at, "from") {
        return place(document, at + 1);
    }
    if !(document.is(at, ",") || document.is(at, "(")) {
        return None;
    }
    if document.is(at, "(") && document.tags(at + 1).any(Tags::PLACE) && document.is(at + 2, ")") {
        return Some(at + 1..at + 2);
    }
    let party = at + 1 + usize::from(document.tags(at + 1).any(Tags::DETERMINER));
    let short = ["R", "D", "I"].contains(&document.word(party)) && document.tokens[party + 1].kind == TokenKind::Dash;
    let long = document.is_one_of(party, const { &WordList::of(["republican", "democrat", "independent"]) })
        && (document.is(party + 1, "of") || document.is(party + 1, "from"));
    (short || long).then(|| place(document, party + 2)).flatten()
}

/// Past the letter of a party in brackets, as in `Ann Reed (R) of Norvale`; `at` where there is none.
pub fn behind_party(document: &Document, at: usize) -> usize {
    let letter = || document.is_one_of(at + 1, const { &WordList::of(["d", "i", "r"]) });
    if document.is(at, "(") && letter() && document.is(at + 2, ")") { at + 3 } else { at }
}

/// The capitalised words from `start` on, dots inside an abbreviation with them.
fn place(document: &Document, start: usize) -> Option<Range<usize>> {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let known = document.tags(start).any(Tags::PLACE) || !document.is(start - 1, "from");
    let end = (start..start + 3).find(|&at| !capital(at)).unwrap_or(start + 3);
    (known && end > start && document.tokens.get(end).is_some()).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn seats_in_short_and_in_full() {
        people(
            "
Rep. Ann Reed, R-Norvale, met Senator Ruth Amos, Democrat of Tarn, and Sen. Tom Dale (D-Marsh).
^^^ office [Rep] organisation=[Norvale] jurisdiction=[Norvale] holder=Ann Reed
     ^^^^^^^^ person Ann Reed
                              ^^^^^^^ office [Senator] organisation=[Tarn] jurisdiction=[Tarn] holder=Ruth Amos
                                      ^^^^^^^^^ person Ruth Amos
                                                                       ^^^ office [Sen] organisation=[Marsh] jurisdiction=[Marsh] holder=Tom Dale
                                                                            ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn a_place_in_brackets_is_the_seat() {
        people(
            "
Rep. Ann Reed (Ohio) left. Rep. Tom Dale (who knew) stayed.
^^^ office [Rep] organisation=[Ohio] jurisdiction=[Ohio] holder=Ann Reed
     ^^^^^^^^ person Ann Reed
                           ^^^ office [Rep] holder=Tom Dale
                                ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn what_follows_a_name_may_be_no_seat() {
        people(
            "
Mayor Ann Reed, a teacher from Norvale, left. Sir Tom Dale, R-rated films aside, stayed.
^^^^^ office [Mayor] holder=Ann Reed
      ^^^^^^^^ person Ann Reed
                                                  ^^^^^^^^ person Tom Dale
",
        );
    }
}
