//! A title, rank or role before the name, with or without its organisation:
//! "Chief Supt Gwen Parry", "Marsh Lane Residents chairman Sir Tom Okafor", "the warden, Brigadier General Amir Z".

use super::{
    Rule, apposition, certainty, holder, holder_body, joined, jurisdiction, name::NameSpan, not_holder, office::Phrase,
    scene::Scene,
};
use crate::types::{Document, Fact, OfficeFact, Status, Tags, WordList};

/// Titles before names.
pub const RULE: Rule = Rule { name: "officials.titled_name", source: include_str!("titled_name.rs"), extract };

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    let end = holder::behind_brackets(scene, phrase.tokens.end);
    // `the state prosecutors spokesman`, `Rangers manager`: the plural is part of a body's name.
    if phrase.title.form.plural && scene.title_from(phrase.tokens.end).is_some_and(|next| !next.form.plural) {
        return false;
    }
    if not_holder::is_spoken_for(scene, phrase) {
        return false;
    }
    let other = || phrase.organisation.as_ref().is_some_and(|body| body.end == end && is_title(scene, body.end));
    let name = holder::name_behind(scene, end).filter(|_| !other()).or_else(|| {
        let comma = document.is(end, ",") || document.is(end, "-") || document.is(end, "–");
        let introduced = phrase.determiner(document).is_some()
            || phrase.owner(scene).is_some()
            || phrase.organisation.is_some()
            || phrase.title.form.plural
            || document.tags(phrase.tokens.start).any(Tags::SENTENCE_START);
        // `who was chairman of the board, Mr Reed helped`: the verb determines the holder.
        let start = phrase.determiner(document).unwrap_or(phrase.tokens.start);
        let through = start > 0 && document.is(start - 1, "through");
        let told = through || start > 0 && document.tags(start - 1).any(Tags::AUXILIARY);
        // `private secretary to the Minister of Works, Ann Reed`: the name is the minister's.
        let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
        let served = |at: usize| at >= phrase.role.end && capital(at) && scene.title_from(at).is_some();
        let other = phrase.organisation.as_ref().is_some_and(|body| served(body.start));
        let name = (comma && introduced && !told && !other).then(|| holder::name_behind(scene, end + 1)).flatten()?;
        // `According to the coroner, Mr Reed died`
        let tied = start > 0 && document.tags(start - 1).any(Tags::PREPOSITION) && !document.is(start - 1, "as");
        let closed = document.is_one_of(name.tokens.end, const { &WordList::of([",", ".", ")", ";"]) });
        (apposition::explains(scene, phrase, name) && (closed || !tied || phrase.title.form.plural)).then_some(name)
    });
    let name = name.or_else(|| joined::holder(scene, phrase));
    let Some(name) = name.filter(|name| !is_appositive(scene, phrase, name)) else {
        return false;
    };
    if not_holder::is_none(scene, phrase, name, end) {
        return false;
    }
    let holders = if phrase.title.form.plural { holder::coordinated(scene, name) } else { vec![name] };
    for name in holders {
        let mut office = phrase.office(document, RULE.name);
        if office.status == Status::Current && is_retired(document, name.tokens.end) {
            office.status = Status::Former;
        }
        if office.organisation.is_none() {
            (office.organisation, office.jurisdiction) = holder_body::behind_holder(scene, phrase, name);
        } else if office.jurisdiction.is_none() && is_of_party(document, phrase) {
            office.jurisdiction = holder_body::behind_holder(scene, phrase, name).1;
        }
        found.push(scene.held(office, name, certainty::TITLE_BEFORE));
    }
    true
}

/// `Gen. Ann Reed (ret.)`, `Colonel Tom Dale (Retd)`
fn is_retired(document: &Document, end: usize) -> bool {
    let opens = document.is(end, "(") || document.is(end, ",");
    opens && document.is_one_of(end + 1, const { &WordList::of(["ret", "retd"]) })
}

/// Whether the party alone precedes the title: `Republican Sen. Ann Reed of Norvale`.
fn is_of_party(document: &Document, phrase: &Phrase) -> bool {
    phrase.organisation.as_ref().is_some_and(|body| body.len() == 1 && jurisdiction::is_party(document, body.start))
}

/// Whether the office explains the name before it, unless the name after it is set off too: `Ann Reed, the minority
/// leader, Mr. Okafor said`.
fn is_appositive(scene: &Scene, phrase: &Phrase, name: &NameSpan) -> bool {
    let start = phrase.determiner(scene.document).unwrap_or(phrase.tokens.start);
    let document = scene.document;
    // `Ann Reed, vicar of St Bride's, Tarn, said`: the location.
    let single = name.tokens.len() == 1 && name.honorific.is_none() && name.title.is_none();
    let comma = document.is(phrase.tokens.end, ",") && (single || !document.is(name.tokens.end, ","));
    // `Ann Reed, coordinator for Quay Tolland, said`: the name is the rest of the body's name.
    let behind = phrase.organisation.as_ref().is_some_and(|body| body.start >= phrase.role.end);
    (comma || behind && name.tokens.start == phrase.tokens.end)
        && start.checked_sub(1).is_some_and(|before| holder::name_before(scene, before).is_some())
}

/// Whether the phrase ends in another title, to which the name belongs: `a spokesman for Mayor` before the mayor's
/// name.
fn is_title(scene: &Scene, end: usize) -> bool {
    scene.title_until(end).is_some_and(|title| scene.document.tags(title.tokens.start).any(Tags::CAPITALISED))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn ranks_with_and_without_dots_have_one_canonical_form() {
        people(
            "
Det. Ch. Insp. Gwen Parry asked for witnesses. DCI Parry said so twice.
^^^^^^^^^^^^^ office [Det. Ch. Insp] holder=Gwen Parry
               ^^^^^^^^^^ person Gwen Parry
                                               ^^^ office [DCI] holder=Gwen Parry
                                                   ^^^^^ person Gwen Parry
",
        );
    }

    #[test]
    fn the_organisation_stands_before_the_role() {
        people(
            "
Linton Dock Federation chairman Tom Okafor spoke first.
                       ^^^^^^^^ office [chairman] organisation=[Linton Dock Federation] holder=Tom Okafor
                                ^^^^^^^^^^ person Tom Okafor
",
        );
    }

    #[test]
    fn whose_office_it_is_when_titles_meet() {
        people(
            "
A spokesman for Mayor Tom Okafor said no. Chief Deputy Ruth Amos agreed with chief White House reporter Ann Reed.
  ^^^^^^^^^ office [spokesman] holder=unnamed
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
                ^^^^^ office [Mayor] holder=Tom Okafor
                      ^^^^^^^^^^ person Tom Okafor
                                          ^^^^^^^^^^^^ office [Chief Deputy] holder=Ruth Amos
                                                       ^^^^^^^^^ person Ruth Amos
                                                                                                        ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn verbs_of_headlines_are_nobody() {
        people("County Judge Quits After Long Bridge Trial\n\nMother Reunites With Lost Dog After Storm");
    }

    #[test]
    fn a_verb_or_an_age_is_no_part_of_a_role() {
        people(
            "
Please contact Detective Ruth Amos. Assistant Norvale County Prosecutor Tom Okafor met the 14th Earl of Tarn.
               ^^^^^^^^^ office [Detective] holder=Ruth Amos
                         ^^^^^^^^^ person Ruth Amos
                                                             ^^^^^^^^^^ office [Prosecutor] organisation=[Norvale County] jurisdiction=[Norvale County] status=deputy holder=Tom Okafor
                                                                        ^^^^^^^^^^ person Tom Okafor
",
        );
    }

    #[test]
    fn a_name_behind_a_comma_may_be_another_person() {
        people(
            "
They talked with their peers, Tom Okafor explained. He was hit in the head, Ruth Amos said. With his attorney, Ann Reed went home.
                              ^^^^^^^^^^ person Tom Okafor
                                                                            ^^^^^^^^^ person Ruth Amos
                                                                                                               ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn what_ends_a_phrase_in_front_has_another_holder() {
        people(
            "
According to the coroner, Tom Okafor fell from the pier. The letter was signed by the mayor, Ann Reed, and two others.
                          ^^^^^^^^^^ person Tom Okafor
                                                                                      ^^^^^ office [mayor] holder=Ann Reed
                                                                                             ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn joined_offices_before_a_name_are_one_persons() {
        people(
            "
Founder and chief executive Ann Reed met Quay Rail's president and chief executive, Tom Okafor. Through a lawyer, Ivo Amos agreed. The Chairman and chief engineer of that mill, Ruth Dale, left.
^^^^^^^ office [Founder] holder=Ann Reed
            ^^^^^^^^^^^^^^^ office [chief executive] holder=Ann Reed
                            ^^^^^^^^ person Ann Reed
                                                     ^^^^^^^^^ office [president] organisation=[Quay Rail] holder=Tom Okafor
                                                                   ^^^^^^^^^^^^^^^ office [chief executive] organisation=[Quay Rail] holder=Tom Okafor
                                                                                    ^^^^^^^^^^ person Tom Okafor
                                                                                                                  ^^^^^^^^ person Ivo Amos
                                                                                                                                       ^^^^^^^^ office [Chairman] holder=Ruth Dale
                                                                                                                                                                                 ^^^^^^^^^ person Ruth Dale
",
        );
    }

    #[test]
    fn what_follows_a_plural_or_a_place_is_no_holder() {
        people("A report from the analysts Haldric came. A federal judge in Oklahoma City sentenced the travel agent.");
    }

    #[test]
    fn titles_stack() {
        people(
            "
Iran's defence minister, Brigadier General Ahmad Vahedi, was there.
       ^^^^^^^^^^^^^^^^ office [defence minister] organisation=[Iran] jurisdiction=[Iran] holder=Ahmad Vahedi
                         ^^^^^^^^^^^^^^^^^ office [Brigadier General] holder=Ahmad Vahedi
                                           ^^^^^^^^^^^^ person Ahmad Vahedi
",
        );
    }

    #[test]
    fn a_role_without_a_name_is_nobody() {
        people("The chief constable and the mayor met the General Assembly.");
    }

    #[test]
    fn a_role_stands_before_a_comma() {
        people(
            "
The president of the Norvale region, Roberto Marini, agreed. An official with the German firm Brenner, Thomas Hartwig, did not.
    ^^^^^^^^^ office [president] organisation=[Norvale region] jurisdiction=[Norvale region] holder=Roberto Marini
                                     ^^^^^^^^^^^^^^ person Roberto Marini
                                                                ^^^^^^^^ office [official] organisation=[Brenner] holder=Thomas Hartwig
                                                                                                       ^^^^^^^^^^^^^^ person Thomas Hartwig
",
        );
    }

    #[test]
    fn the_director_is_a_general() {
        people(
            "
Harbour Safety Authority director General Suleiman al-Tamer spoke to reporters.
                         ^^^^^^^^ office [director] organisation=[Harbour Safety Authority] holder=Suleiman al-Tamer
                                  ^^^^^^^ office [General] holder=Suleiman al-Tamer
                                          ^^^^^^^^^^^^^^^^^ person Suleiman al-Tamer
",
        );
    }

    #[test]
    fn former_designate_and_shadow() {
        people(
            "
Former Museum of Tides CEO Bonnie Strand met Prime Minister-designate Haider al-Tamer, Shadow Home Secretary Ruth Amos and temporary Assistant Chief Constable Gwen Parry.
                       ^^^ office [CEO] organisation=[Museum of Tides] status=former holder=Bonnie Strand
                           ^^^^^^^^^^^^^ person Bonnie Strand
                                             ^^^^^^^^^^^^^^^^^^^^^^^^ office [Prime Minister-designate] status=designate holder=Haider al-Tamer
                                                                      ^^^^^^^^^^^^^^^ person Haider al-Tamer
                                                                                       ^^^^^^^^^^^^^^^^^^^^^ office [Shadow Home Secretary] holder=Ruth Amos
                                                                                                             ^^^^^^^^^ person Ruth Amos
                                                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [temporary Assistant Chief Constable] status=acting holder=Gwen Parry
                                                                                                                                                               ^^^^^^^^^^ person Gwen Parry
",
        );
    }

    #[test]
    fn two_hold_one_office_after_each_other() {
        people(
            "
Former Prime Minister Iyad Haddad met current Prime Minister Nouri al-Tamer. Mr Haddad left before Mr al-Tamer.
       ^^^^^^^^^^^^^^ office [Prime Minister] status=former holder=Iyad Haddad
                      ^^^^^^^^^^^ person Iyad Haddad
                                              ^^^^^^^^^^^^^^ office [Prime Minister] holder=Nouri al-Tamer
                                                             ^^^^^^^^^^^^^^ person Nouri al-Tamer
                                                                                ^^^^^^ person Iyad Haddad
                                                                                                      ^^^^^^^^ person Nouri al-Tamer
",
        );
    }

    #[test]
    fn headlines_go_on_behind_the_name() {
        people(
            "
Deputy Secretary of State Antony Blakeney to Travel to Norvale
^^^^^^^^^^^^^^^^^^^^^^^^^ office [Deputy Secretary of State] status=deputy holder=Antony Blakeney
                          ^^^^^^^^^^^^^^^ person Antony Blakeney
",
        );
    }

    #[test]
    fn one_plural_title_serves_several() {
        people(
            "
The joint general secretaries, Moira Finch and Peter Lyle, met Mrs Amos and her Welsh counterpart, Rhian Vaughan.
    ^^^^^^^^^^^^^^^^^^^^^^^^^ office [joint general secretaries] holder=Moira Finch
    ^^^^^^^^^^^^^^^^^^^^^^^^^ office [joint general secretaries] holder=Peter Lyle
                               ^^^^^^^^^^^ person Moira Finch
                                               ^^^^^^^^^^ person Peter Lyle
                                                                   ^^^^ person Amos
                                                                                      ^^^^^^^^^^^ office [counterpart] organisation=[Welsh] holder=Rhian Vaughan
                                                                                                   ^^^^^^^^^^^^^ person Rhian Vaughan
",
        );
    }

    #[test]
    fn a_word_of_grade_is_part_of_the_role() {
        people(
            "
Chief public relations officer Ann Reed met Deputy Defence Secretary Tom Okafor and then-President Ruth Amos before a General Election.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Chief public relations officer] holder=Ann Reed
                               ^^^^^^^^ person Ann Reed
                                            ^^^^^^^^^^^^^^^^^^^^^^^^ office [Deputy Defence Secretary] status=deputy holder=Tom Okafor
                                                                     ^^^^^^^^^^ person Tom Okafor
                                                                                         ^^^^^^^^^ office [President] status=former holder=Ruth Amos
                                                                                                   ^^^^^^^^^ person Ruth Amos
",
        );
    }

    #[test]
    fn the_longer_of_two_titles_that_share_a_word() {
        people(
            "
Tarn Police chief superintendent Ann Reed knew Martin Luther King Jr.
            ^^^^^^^^^^^^^^^^^^^^ office [chief superintendent] organisation=[Tarn Police] holder=Ann Reed
                                 ^^^^^^^^ person Ann Reed
                                               ^^^^^^^^^^^^^^^^^^^^^ person Martin Luther King Jr
",
        );
    }

    #[test]
    fn the_organisation_is_set_off_behind_the_name() {
        people(
            "
Detective Constable Ann Reed, of Norvale Police, met Sgt Tom Dale, from Tarn Police, and Bishop Ivo Amos, of Marlow, Ill.
^^^^^^^^^^^^^^^^^^^ office [Detective Constable] organisation=[Norvale Police] holder=Ann Reed
                    ^^^^^^^^ person Ann Reed
                                                     ^^^ office [Sgt] organisation=[Tarn Police] holder=Tom Dale
                                                         ^^^^^^^^ person Tom Dale
                                                                                         ^^^^^^ office [Bishop] organisation=[Marlow] jurisdiction=[Marlow] holder=Ivo Amos
                                                                                                ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn a_department_is_part_of_the_role() {
        people(
            "
Its head of stores, Ann Reed, met the clerk to the council, Tom Dale.
    ^^^^^^^^^^^^^^ office [head of stores] holder=Ann Reed
                    ^^^^^^^^ person Ann Reed
                                      ^^^^^ office [clerk] organisation=[council] holder=Tom Dale
                                                            ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn who_has_retired_has_it_no_more() {
        people(
            "
Gen. Ann Reed (ret.) met Ivo Amos. Suspended warden Tom Dale left.
^^^ office [Gen] status=former holder=Ann Reed
     ^^^^^^^^ person Ann Reed
                         ^^^^^^^^ person Ivo Amos
                                             ^^^^^^ office [warden] holder=Tom Dale
                                                    ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn whom_somebody_serves_and_where_a_church_is() {
        people(
            "
He was private secretary to the Minister of Works, Sir Tom Dale. Ann Reed, vicar of St Bride's, Orlby, was glad.
                                ^^^^^^^^^^^^^^^^^ office [Minister of Works] holder=Tom Dale
                                                       ^^^^^^^^ person Tom Dale
                                                                 ^^^^^^^^ person Ann Reed
                                                                           ^^^^^ office [vicar] organisation=[St Bride's] holder=Ann Reed
",
        );
    }
}
