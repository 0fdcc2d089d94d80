//! The seat of a legislator after the name, with the party before it:
//! "Rep. Ann Reed, R-Norvale", "Rep. Ivo Trant (Norvale)", "Senator Tom Dale (D-Marsh.)", "Representative Ruth Amos,
//! Democrat of Tarn".

use std::ops::Range;

use super::{name_shape::is_hyphen, scene::Scene, title::Title};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Maximum number of tokens of a seat and the name of its holder.
const SEAT: usize = 9;

/// The place of the seat after a name that ends before `at`.
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

/// The token after a party's letter in brackets, as in `Ann Reed (R) of Norvale`; `at` where there is none.
pub fn behind_party(document: &Document, at: usize) -> usize {
    let letter = || document.is_one_of(at + 1, const { &WordList::of(["d", "i", "r"]) });
    if document.is(at, "(") && letter() && document.is(at + 2, ")") { at + 3 } else { at }
}

/// The first token of the holder's name after a seat that starts at `at`: `MP for North Tarn Ann Reed`.
///
/// The name is two words, the first a possible given name, with no more words of a name after them.
pub fn holder_start(document: &Document, title: &Title, at: usize, limit: usize) -> Option<usize> {
    let of = title.tokens.end;
    let seats = of + 1 == at && matches!(title.form.class, "political" | "clergy") && !title.form.plural;
    if !(seats && document.is_one_of(of, const { &WordList::of(["for", "of"]) })) {
        return None;
    }
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED) && document.tokens[at].kind == TokenKind::Word;
    let link = const { &WordList::of(["and", "in", "of", "on", "the", "upon"]) };
    let part = |at: usize| capital(at) || document.is_one_of(at, link) || document.tokens[at].kind == TokenKind::Dash;
    let reach = limit.min(at + SEAT);
    let end = (at..reach).find(|&at| !part(at)).unwrap_or(reach);
    let name = |first: &usize| {
        let last = first + 1;
        let behind = behind_hyphen(document, last);
        capital(*first) && capital(last) && !(behind < end && (capital(behind) || is_hyphen(document, behind)))
    };
    (at + 1..end.saturating_sub(1)).filter(name).find(|&first| is_name(document, first))
}

/// The token after the word and, if a hyphen joins another to it, after that: `Reed-Dale`.
pub fn behind_hyphen(document: &Document, at: usize) -> usize {
    if is_hyphen(document, at + 1) && document.tags(at + 2).any(Tags::CAPITALISED) { at + 3 } else { at + 1 }
}

/// Whether two words are a given and a family name rather than part of a place.
fn is_name(document: &Document, first: usize) -> bool {
    const OTHER: Tags = Tags::ORGANISATION.with(Tags::SITE).with(Tags::NAMED_THING).with(Tags::PLACE);
    let (given, family) = (document.tags(first), document.tags(first + 1));
    let place = family.any(OTHER) && !family.any(Tags::SURNAME) || family.any(Tags::ORGANISATION);
    given.any(Tags::GIVEN_NAME) && !given.any(OTHER) && !place && !family.any(Tags::FIELD | Tags::UPPERCASE)
}

/// The capitalised words from `start` on, including the dots of abbreviations.
fn place(document: &Document, start: usize) -> Option<Range<usize>> {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let known = document.tags(start).any(Tags::PLACE) || !document.is(start - 1, "from");
    // `D-St. Louis`
    let saint = usize::from(document.is(start, "st") && document.is(start + 1, ".")) * 2;
    let end = (start + saint..start + saint + 3).find(|&at| !capital(at)).unwrap_or(start + saint + 3);
    // `(D-Calif.)`
    let short = document.is(end, ".") && document.is_glued(end - 1);
    let closed = document.is_one_of(end + 1, const { &WordList::of([",", ")"]) });
    let end = end + usize::from(short && closed);
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
    fn a_seat_ends_the_text() {
        people(
            "
It rained, said Rep. Ivo King, a Republican from Tarn Island.
                ^^^ office [Rep] holder=Ivo King
                     ^^^^^^^^ person Ivo King
",
        );
    }

    #[test]
    fn the_name_behind_a_seat() {
        people(
            "
Labour MP for Quay East Una Trant met the MSP for Ostwick-on-Tarn Ivo Amos and the MP for Tarn Vale.
       ^^ office [MP] organisation=[Quay East] jurisdiction=[Quay East] holder=Una Trant
                        ^^^^^^^^^ person Una Trant
                                          ^^^ office [MSP] organisation=[Ostwick-on-Tarn] jurisdiction=[Ostwick-on-Tarn] holder=Ivo Amos
                                                                  ^^^^^^^^ person Ivo Amos
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
    fn seats_that_are_written_short() {
        people(
            "
Rep. Ann Reed, D-St. Orvin, met Sen. Tom Dale (R-Wash.) at noon.
^^^ office [Rep] organisation=[St. Orvin] jurisdiction=[St. Orvin] holder=Ann Reed
     ^^^^^^^^ person Ann Reed
                                ^^^ office [Sen] organisation=[Wash.] jurisdiction=[Wash.] holder=Tom Dale
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

    #[test]
    fn a_family_name_of_two_behind_a_seat() {
        people(
            "
The MP for Orlby Tarn Ann Ganda-Moyo was glad.
    ^^ office [MP] organisation=[Orlby Tarn] jurisdiction=[Orlby Tarn] holder=Ann Ganda-Moyo
                      ^^^^^^^^^^^^^^ person Ann Ganda-Moyo
",
        );
    }
}
