//! What an office is concerned with, after its title: `Director of Nursing`, `head of Coastal Works at Norvale
//! Council`, `director of policy and campaigns`.

use std::ops::Range;

use super::{
    jurisdiction::is_party,
    kinds::{governs, has_portfolio, speaks_for},
    office::Phrase,
    organisation::{self, NounPhrase},
    scene::Scene,
};
use crate::types::{Tags, WordList};

/// Whether the words after the title are the field of the office, which belongs to the role, rather than its
/// organisation.
pub fn is_field(scene: &Scene, phrase: &Phrase, behind: &NounPhrase) -> bool {
    let document = scene.document;
    let canonical = phrase.title.form.canonical;
    let accredited = canonical.ends_with("Ambassador") && document.is(behind.preposition, "to");
    let secretary = canonical == "Secretary" && behind.is_private(document, phrase.role.start);
    // `adviser to the Norvale Treasury` names the employer, `to the Governor` the role.
    let advised = canonical.contains("Advis")
        && document.tags(behind.tokens.start).any(Tags::CAPITALISED)
        && scene.title_from(behind.tokens.start).is_none();
    let named = advised || secretary || governs(canonical) && behind.is_unknown_name(document);
    // `Norvale's ambassador in Tarnby`: the place of work.
    let at_work = document.is(behind.preposition, "in");
    let portfolio = has_portfolio(canonical) && (accredited || !behind.is_place(document)) && !named && !at_work;
    let work = canonical == "Head" && behind.is_department(document);
    // `Commissioner for Works`
    let concern = document.is(behind.preposition, "for")
        && behind.tokens.clone().all(|at| document.tags(at).any(Tags::FIELD))
        && !behind.is_place(document)
        && !is_party(document, behind.tokens.end - 1)
        && !speaks_for(canonical);
    portfolio || work || concern || is_named_field(scene, phrase, behind)
}

/// Whether the field is one ordinary word in title capitals: `Director of Nursing Ann Reed`, `Dean of Students at
/// Norvale College`.
fn is_named_field(scene: &Scene, phrase: &Phrase, behind: &NounPhrase) -> bool {
    const HEADS: [&str; 6] = ["Coordinator", "Dean", "Director", "Head", "Manager", "Superintendent"];
    const BODY: Tags = Tags::ORGANISATION.with(Tags::PLACE).with(Tags::NATIONALITY).with(Tags::UPPERCASE);
    let document = scene.document;
    let Range { start, end } = behind.tokens.clone();
    let titled = HEADS.contains(&phrase.title.form.canonical) && document.is(behind.preposition, "of");
    let plain = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::FIELD) || tags.any(Tags::ORDINARY) && !tags.any(BODY)
    };
    let work = document.tags(start).any(Tags::FIELD);
    // `Head of Media and Publicity`
    let pair = end == start + 3 && work && document.is(start + 1, "and") && plain(end - 1);
    let word = end == start + 1 && plain(start) || pair;
    let goes_on =
        work || scene.name_from(end).is_some() || document.is_one_of(end, const { &WordList::of(["at", "for"]) });
    titled && word && goes_on && document.tags(phrase.role.start).any(Tags::CAPITALISED)
}

/// Whether the words name a body rather than a department: `director of the Canal Institute at Norvale University`.
fn is_institute(scene: &Scene, behind: &NounPhrase) -> bool {
    const BODIES: WordList<6> = WordList::of(["academy", "center", "centre", "college", "foundation", "institute"]);
    let document = scene.document;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let named = |at: usize| document.is_one_of(at, &BODIES) && capital(at);
    document.is(behind.tokens.start - 1, "the") && behind.tokens.clone().any(named) && behind.tokens.len() > 1
}

/// The body after a department: `head of Coastal Works at Norvale Council`.
pub fn department(scene: &Scene, behind: &NounPhrase) -> Option<Range<usize>> {
    let document = scene.document;
    let end = behind.tokens.end;
    let at = document.is_one_of(end, const { &WordList::of(["at", "for"]) });
    let of = document.is(behind.preposition, "of")
        && at
        && scene.same_sentence(end - 1, end)
        && !is_institute(scene, behind);
    let body = of.then(|| organisation::behind(scene, end)).flatten()?;
    body.tokens.clone().any(|at| document.tags(at).any(Tags::CAPITALISED)).then_some(body.tokens)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_field_in_capitals_belongs_to_the_role() {
        people(
            "
Director of Nursing Ann Reed met Dean of Students Ivo Amos and Tom Dale, Director of Football at Norvale Rovers.
^^^^^^^^^^^^^^^^^^^ office [Director of Nursing] holder=Ann Reed
                    ^^^^^^^^ person Ann Reed
                                 ^^^^^^^^^^^^^^^^ office [Dean of Students] holder=Ivo Amos
                                                  ^^^^^^^^ person Ivo Amos
                                                               ^^^^^^^^ person Tom Dale
                                                                         ^^^^^^^^^^^^^^^^^^^^ office [Director of Football] organisation=[Norvale Rovers] holder=Tom Dale
",
        );
    }

    #[test]
    fn a_minister_of_a_country_an_adviser_to_a_body() {
        people(
            "
Ann Reed, the minister of Ostland, met Ivo Amos, foreign minister of Ostland, and Tom Dale, adviser to the Norvale Treasury.
^^^^^^^^ person Ann Reed
              ^^^^^^^^ office [minister] organisation=[Ostland] jurisdiction=[Ostland] holder=Ann Reed
                                       ^^^^^^^^ person Ivo Amos
                                                 ^^^^^^^^^^^^^^^^ office [foreign minister] organisation=[Ostland] jurisdiction=[Ostland] holder=Ivo Amos
                                                                                  ^^^^^^^^ person Tom Dale
                                                                                            ^^^^^^^ office [adviser] organisation=[Norvale Treasury] holder=Tom Dale
",
        );
    }

    #[test]
    fn a_commissioner_for_a_field_an_aide_for_a_party() {
        people(
            "
The Commissioner for Works, Ann Reed, met Tom Dale, an adviser for Labour.
    ^^^^^^^^^^^^^^^^^^^^^^ office [Commissioner for Works] holder=Ann Reed
                            ^^^^^^^^ person Ann Reed
                                          ^^^^^^^^ person Tom Dale
                                                       ^^^^^^^ office [adviser] organisation=[Labour] holder=Tom Dale
",
        );
    }

    #[test]
    fn a_field_of_work_by_itself() {
        people(
            "
Ann Reed, Director of Communications, met Tom Dale.
^^^^^^^^ person Ann Reed
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Director of Communications] holder=Ann Reed
                                          ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn an_institute_of_its_own_and_two_fields() {
        people(
            "
Ann Reed, director of the Canal Institute at Norvale University, met the Head of Media and Publicity, Mr Tom Dale.
^^^^^^^^ person Ann Reed
          ^^^^^^^^ office [director] organisation=[Canal Institute] holder=Ann Reed
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Head of Media and Publicity] holder=Tom Dale
                                                                                                         ^^^^^^^^ person Tom Dale
",
        );
    }
}
