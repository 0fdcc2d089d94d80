//! Titles that are part of a name: "Stephen King said", "Dean Kamen", "Wayne Pope" and later "Pope".

use std::ops::Range;

use super::{
    name_shape::{CLOSED, is_hyphen},
    title::Title,
};
use crate::types::{Document, Tags, TokenKind, WordId, WordList};

/// Whether a single title is a person's family name, or half of it: `Stephen King said`, `Ketan Shah was`, `Ruth
/// Moore-Bishop`.
pub fn is_family(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    if !is_capitalised_word(document, title) {
        return false;
    }
    let after_given = is_initial_before(document, start)
        || start > 0 && document.tags(start - 1).all(Tags::CAPITALISED | Tags::GIVEN_NAME);
    let bound = is_bound(document, end);
    let after_given = after_given || is_courteous(document, title);
    let known = document.tags(start).any(Tags::SURNAME) || title.form.class == "clergy" && !bound;
    let shown = after_given || is_second_half(document, start) || !bound && is_behind_unknown(document, title);
    known && !goes_on(document, title) && shown
}

/// `Mr King`, `Mrs Dean`, but `Mr Justice`: the title of a king, a priest or a soldier behind what stands before family
/// names.
fn is_courteous(document: &Document, title: &Title) -> bool {
    const COURTESIES: WordList<3> = WordList::of(["mr", "mrs", "ms"]);
    let start = title.tokens.start;
    let dot = usize::from(start > 1 && document.is(start - 1, ".") && document.is_glued(start - 2));
    let before = start.checked_sub(1 + dot).filter(|&at| document.is_one_of(at, &COURTESIES));
    let worldly = matches!(title.form.class, "clergy" | "royal" | "military");
    worldly && before.is_some_and(|at| document.tags(at).any(Tags::CAPITALISED))
}

/// Whether the title follows a hyphen and the first half of a family name: `Ruth Moore-Bishop`, `Ms Pike-King`.
fn is_second_half(document: &Document, start: usize) -> bool {
    let Some(half) = start.checked_sub(2).filter(|_| is_hyphen(document, start - 1)) else { return false };
    let tags = document.tags(half);
    let before = half.checked_sub(1).map_or(Tags::NONE, |before| document.tags(before));
    let led = before.any(Tags::CAPITALISED) && before.any(Tags::GIVEN_NAME | Tags::HONORIFIC);
    let family = tags.any(Tags::SURNAME) && !tags.any(Tags::ORDINARY | Tags::PLACE | Tags::TITLE);
    tags.any(Tags::CAPITALISED) && (led || family)
}

/// Whether a single title is a person's given name: `Dean Kamen`, `the farmer Earl Bradley`.
pub fn is_given(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    if !is_capitalised_word(document, title) {
        return false;
    }
    let names =
        |at: usize| document.tags(at).all(Tags::CAPITALISED) && document.tags(at).any(Tags::GIVEN_NAME | Tags::SURNAME);
    let initial = is_initial_before(document, start);
    if initial && document.tags(start).any(Tags::GIVEN_NAME) && document.tags(end).any(Tags::CAPITALISED) {
        return true;
    }
    // `Mother Ann Reed`: a mother is not an office.
    if title.form.form == "Mother" && names(end) && names(end + 1) {
        return true;
    }
    if is_middle(document, title) || is_addressed(document, title) || is_behind_rank(document, title) {
        return true;
    }
    let given = document.tags(start).any(Tags::GIVEN_NAME) && matches!(title.form.class, "clergy" | "royal");
    let dean = document.is(start, "dean") && !(start > 0 && document.tags(start - 1).any(Tags::ORGANISATION));
    let family = names(end) && (dean || !document.tags(end).any(Tags::GIVEN_NAME));
    let regnal = title.form.class == "royal" && document.is(end + 1, ".") && document.tokens[end].span.len() == 1;
    let single = (family || is_called(document, title)) && !document.tags(end + 1).any(Tags::CAPITALISED) || regnal;
    given && single && !(start > 0 && document.tags(start - 1).any(Tags::DETERMINER))
}

/// Whether a royal title follows an honorific: `Dr. Sultan Karim`.
fn is_addressed(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    let dot = usize::from(start > 1 && document.is(start - 1, ".") && document.is_glued(start - 2));
    let before = start.checked_sub(1 + dot).map_or(Tags::NONE, |before| document.tags(before));
    title.form.class == "royal"
        && document.tags(start).any(Tags::GIVEN_NAME)
        && before.all(Tags::HONORIFIC | Tags::CAPITALISED)
        && document.tags(end).any(Tags::CAPITALISED)
}

/// Whether the title follows another title: `Gov. Earl Tom Reed`, `Lt. Earl Reed`.
fn is_behind_rank(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    let dot = usize::from(start > 1 && document.is(start - 1, ".") && document.is_glued(start - 2));
    let before = start.checked_sub(1 + dot).map_or(Tags::NONE, |before| document.tags(before));
    document.is_one_of(start, const { &WordList::of(["baron", "duke", "earl"]) })
        && before.all(Tags::TITLE | Tags::CAPITALISED)
        && document.tags(end).any(Tags::CAPITALISED)
}

/// Whether the title stands between a given name and another capitalised word: `Ruth Earl Marsh`, `Ivo Baron Dale`,
/// `Ivo Dale King Drive`.
fn is_middle(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    let Some(before) = start.checked_sub(1).map(|at| document.tags(at)) else { return false };
    let next = document.tags(end);
    let other = Tags::PLACE | Tags::NATIONALITY | Tags::ORGANISATION | Tags::TITLE | Tags::HONORIFIC;
    let opens = before.all(Tags::SENTENCE_START | Tags::ORDINARY);
    matches!(title.form.class, "clergy" | "royal")
        && before.all(Tags::CAPITALISED | Tags::GIVEN_NAME)
        && !before.any(other)
        && !opens
        && document.tags(start).any(Tags::GIVEN_NAME | Tags::SURNAME)
        && !document.tags(start).any(Tags::SENTENCE_START)
        && next.all(Tags::CAPITALISED)
        && next.any(Tags::SURNAME | Tags::SITE)
        && !next.any(CLOSED | Tags::TITLE)
}

/// Whether the title follows a lower-case noun for a person: `the farmer Earl Bradley`, `watch manager Dean Ilkett`.
fn is_called(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    let work = start > 0 && document.tags(start - 1).any(Tags::PERSON_NOUN | Tags::TITLE);
    let next = document.tags(end);
    let unknown = !next.any(Tags::GIVEN_NAME | Tags::ORDINARY | Tags::TITLE);
    work && !document.tags(start - 1).any(Tags::CAPITALISED)
        && next.any(Tags::CAPITALISED)
        && (next.any(Tags::SURNAME) || unknown)
}

/// Drops the titles that stand alone and are among `families`: `Pope said`, where Wayne Pope is named.
pub fn leave_out_later(document: &Document, titles: &mut Vec<Title>, families: &[WordId]) {
    if families.is_empty() {
        return;
    }
    let before = Tags::CAPITALISED | Tags::DETERMINER | Tags::ADJECTIVE | Tags::PLACE | Tags::NATIONALITY;
    let later = |title: &Title| {
        let Range { start, end } = title.tokens.clone();
        let alone = start == 0
            || document.is(start - 1, "that")
            || document.tokens[start - 1].sentence != document.tokens[start].sentence
            || !document.tags(start - 1).any(before) && document.tokens[start - 1].kind != TokenKind::Possessive;
        let capital = is_capitalised_word(document, title) && families.contains(&document.tokens[start].word);
        capital && alone && !goes_on(document, title) && !is_bound(document, end)
    };
    titles.retain(|title| !later(title));
}

/// Whether a title is one capitalised word, not all in capitals.
fn is_capitalised_word(document: &Document, title: &Title) -> bool {
    let tags = document.tags(title.tokens.start);
    title.tokens.len() == 1 && tags.any(Tags::CAPITALISED) && !tags.any(Tags::UPPERCASE)
}

/// Whether an initial with its dot precedes `at`.
fn is_initial_before(document: &Document, at: usize) -> bool {
    at > 1 && document.is(at - 1, ".") && document.tokens[at - 2].span.len() == 1
}

/// Whether a preposition follows the title, which introduces its body: `King of`, `Dean for`.
fn is_bound(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["of", "for", "at", "to"]) })
}

/// Whether a capitalised word other than a suffix follows the title and its dot: `Virginia Sen. Bob Vale`.
fn goes_on(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    let suffix = document.tags(end).any(Tags::GENERATION);
    let behind = if document.is(end, ".") && document.is_glued(start) { end + 1 } else { end };
    let next = document.tags(behind);
    next.any(Tags::CAPITALISED | Tags::PARTICLE) && !next.any(Tags::SENTENCE_START) && !suffix
}

/// Whether a family name that is also a title of kings or clergy follows a word in no table: `Ketan Shah was`, but not
/// `the Tarnish King`.
fn is_behind_unknown(document: &Document, title: &Title) -> bool {
    let known = Tags::ORDINARY
        | Tags::PLACE
        | Tags::NATIONALITY
        | Tags::ORGANISATION
        | Tags::SITE
        | Tags::TITLE
        | Tags::PERSON_NOUN
        | Tags::UPPERCASE
        | CLOSED;
    let start = title.tokens.start;
    let family = document.tags(start).any(Tags::SURNAME) && matches!(title.form.class, "clergy" | "royal");
    let Some(before) = start.checked_sub(1).filter(|_| family) else { return false };
    let tags = document.tags(before);
    let word = document.tokens[before].kind == TokenKind::Word && !document.ends_in(before, "ish");
    let determined = before > 0 && document.tags(before - 1).any(Tags::DETERMINER);
    word && tags.any(Tags::CAPITALISED) && !tags.any(known) && !determined
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn behind_another_title_it_is_a_given_name() {
        people(
            "
Gov. Earl Tom Reed met Lt. Earl Marsh and the Earl of Tarn. Ivo King Jnr left.
^^^ office [Gov] holder=Earl Tom Reed
     ^^^^^^^^^^^^^ person Earl Tom Reed
                       ^^ office [Lt] holder=Earl Marsh
                           ^^^^^^^^^^ person Earl Marsh
                                                            ^^^^^^^^^^^^ person Ivo King Jnr
",
        );
    }

    #[test]
    fn half_of_a_family_name_is_no_title() {
        people(
            "
Police chief Ruth Moore-Bishop spoke first. Ms Pike-King rowed, and the Priest-King of Tarn slept.
^^^^^^^^^^^^ office [Police chief] holder=Ruth Moore-Bishop
             ^^^^^^^^^^^^^^^^^ person Ruth Moore-Bishop
                                               ^^^^^^^^^ person Pike-King
",
        );
    }

    #[test]
    fn family_names_that_are_titles() {
        people(
            "
Wardens met Ravik Shah, 34, at the quay. The Tarnish King saw it.
            ^^^^^^^^^^ person Ravik Shah
",
        );
    }

    #[test]
    fn a_given_name_that_is_a_title_too() {
        people(
            "
Watch manager Dean Ilkett met Garda Superintendent Ann Reed and a Garda spokesman.
^^^^^^^^^^^^^ office [Watch manager] holder=Dean Ilkett
              ^^^^^^^^^^^ person Dean Ilkett
                                    ^^^^^^^^^^^^^^ office [Superintendent] organisation=[Garda] holder=Ann Reed
                                                   ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn a_family_name_that_is_a_title_stands_alone_later() {
        people(
            "
Wayne Pope met the dean. Few thought that Pope would stay, but Pope did. The Pope prayed. Prince al-Tamer met Lena Prince.
^^^^^^^^^^ person Wayne Pope
                                          ^^^^ person Wayne Pope
                                                               ^^^^ person Wayne Pope
                                                                                          ^^^^^^ office [Prince] holder=al-Tamer
                                                                                                 ^^^^^^^^ person al-Tamer
                                                                                                              ^^^^^^^^^^^ person Lena Prince
",
        );
    }

    #[test]
    fn a_middle_name_is_no_title() {
        people(
            "
Una Earl Marsh met Prince Edward and Ivo King Dale.
^^^^^^^^^^^^^^ person Una Earl Marsh
                   ^^^^^^ office [Prince] holder=Edward
                          ^^^^^^ person Edward
                                     ^^^^^^^^^^^^^ person Ivo King Dale
",
        );
    }

    #[test]
    fn a_title_behind_an_honorific_is_a_given_name() {
        people(
            "
Dr. Sultan Al Tarn met Sultan Karim Noor.
    ^^^^^^^^^^^^^^ person Sultan Al Tarn
                       ^^^^^^ office [Sultan] holder=Karim Noor
                              ^^^^^^^^^^ person Karim Noor
",
        );
    }

    #[test]
    fn a_street_is_called_after_a_king() {
        people(
            "
They met on Ivo Luther King Drive. Ann Reed left.
                                   ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn behind_mr_a_title_is_a_family_name() {
        people(
            "
Paul Dean mends the weir. It leaks, said Mr Dean, who rows. Mr Justice Vale agreed.
^^^^^^^^^ person Paul Dean
                                            ^^^^ person Paul Dean
                                                            ^^^^^^^^^^ office [Mr Justice] holder=Vale
                                                                       ^^^^ person Vale
",
        );
    }
}
