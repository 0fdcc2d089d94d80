//! The body after the name of an office's holder, or the place of a seat:
//! "Sgt Gwen Parry of Tarn Police", "Sgt Rosa Dale, Tarn Police Department.", "Senator Ruth Amos of Norvale".

use std::ops::Range;

use super::{holder, jurisdiction, name::NameSpan, office::Phrase, organisation, scene::Scene, seat};
use crate::types::{Document, Span, Tags, WordList};

/// The organisation after the holder's name, and the place; a legislator's seat is both.
pub fn behind_holder(scene: &Scene, phrase: &Phrase, name: &NameSpan) -> (Option<Span>, Option<Span>) {
    let document = scene.document;
    let span = |tokens| document.span(tokens);
    if let Some(body) = body_behind(scene, phrase, name) {
        let (body, place) = jurisdiction::split(document, phrase.title.form, body);
        return (Some(span(body)), place.map(span));
    }
    let political = phrase.title.form.class == "political";
    let seat = || seat::behind(scene, holder::behind_age(document, name.tokens.end));
    let seat = political.then(seat).flatten().map(span);
    // `House Speaker Tom Finch, R-Wis.` does not speak for a state.
    let leads = ["Leader", "Speaker", "Whip"].iter().any(|of| phrase.title.form.canonical.ends_with(of));
    (seat.filter(|_| !leads), seat)
}

/// The organisation after the name: `Sgt Neil Dale of Tarn Police`, `with the Tarn County Sheriff's Office`, `, of Tarn
/// Police,`, `, Tarn Police.`.
fn body_behind(scene: &Scene, phrase: &Phrase, name: &NameSpan) -> Option<Range<usize>> {
    let document = scene.document;
    let end = seat::behind_party(document, holder::behind_age(document, name.tokens.end));
    let comma = usize::from(document.is(end, ","));
    let at = end + comma;
    let of = document.is(at, "of");
    // `Call Detective Reed at the Tarn Police Department`.
    let police = phrase.title.form.class.starts_with("police") && comma == 0 && document.is(at, "at");
    let with = document.is(at, "with") || document.is(at, "from") || police;
    let alone = |body: &Range<usize>| closes(scene, body.end) && body.clone().all(|at| scene.title_from(at).is_none());
    if comma > 0
        && let Some(body) = organisation::behind_comma(scene, end).filter(alone)
    {
        return Some(body);
    }
    let near = (of || with) && scene.same_sentence(end - 1, at);
    let body = near.then(|| organisation::behind_name(scene, at)).flatten()?;
    let capital = document.tags(body.tokens.start).any(Tags::CAPITALISED);
    let clergy = comma > 0 && phrase.title.form.class == "clergy";
    let named = body.tokens.clone().any(|at| document.tags(at).any(Tags::ORGANISATION));
    let force = const { &WordList::of(["constabulary", "department", "office", "police"]) };
    let named = named && (!police || document.is_one_of(body.tokens.end - 1, force));
    let told = named
        || clergy
        || of && comma == 0
        || with && comma == 0 && is_force_in_letters(document, phrase, &body.tokens);
    (capital && told).then_some(body.tokens)
}

/// Whether one word in capitals after an officer is the force: `Lt Reed with the TCSD`.
fn is_force_in_letters(document: &Document, phrase: &Phrase, body: &Range<usize>) -> bool {
    let class = phrase.title.form.class;
    let officer = class.starts_with("police") || matches!(class, "military" | "fire_ambulance");
    let tags = document.tags(body.start);
    officer
        && body.len() == 1
        && tags.any(Tags::UPPERCASE)
        && !tags.any(Tags::PLACE)
        && document.word(body.start).len() > 2
}

/// Whether `at` is a mark, or the sentence ends before it.
fn closes(scene: &Scene, at: usize) -> bool {
    let document = scene.document;
    !scene.same_sentence(at - 1, at) || document.is_one_of(at, const { &WordList::of([",", ".", ";"]) })
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn who_leads_a_chamber_is_of_no_state() {
        people(
            "
House Speaker Ivo Marsh (R-Ohio) met Rep. Ann Reed (D-Ohio).
^^^^^^^^^^^^^ office [House Speaker] jurisdiction=[Ohio] holder=Ivo Marsh
              ^^^^^^^^^ person Ivo Marsh
                                     ^^^ office [Rep] organisation=[Ohio] jurisdiction=[Ohio] holder=Ann Reed
                                          ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn forces_in_letters_and_saints() {
        people(
            "
Lt. Tom Dale with the TCSD met Ann Reed, pastor at St. Anne Chapel, and Ivo Amos, a spokesman for the barge-tracking service Quaymap.
^^ office [Lt] organisation=[TCSD] holder=Tom Dale
    ^^^^^^^^ person Tom Dale
                               ^^^^^^^^ person Ann Reed
                                         ^^^^^^ office [pastor] organisation=[St. Anne Chapel] holder=Ann Reed
                                                                        ^^^^^^^^ person Ivo Amos
                                                                                    ^^^^^^^^^ office [spokesman] organisation=[Quaymap] holder=Ivo Amos
",
        );
    }

    #[test]
    fn the_organisation_follows_the_name() {
        people(
            "
Sgt Gwen Parry of Tarn Police and Mayor Tom Okafor of all people met Senator Ruth Amos of Norvale.
^^^ office [Sgt] organisation=[Tarn Police] holder=Gwen Parry
    ^^^^^^^^^^ person Gwen Parry
                                  ^^^^^ office [Mayor] holder=Tom Okafor
                                        ^^^^^^^^^^ person Tom Okafor
                                                                     ^^^^^^^ office [Senator] organisation=[Norvale] jurisdiction=[Norvale] holder=Ruth Amos
                                                                             ^^^^^^^^^ person Ruth Amos
",
        );
    }

    #[test]
    fn a_body_set_off_behind_the_name() {
        people(
            "
It shut, said Sgt Rosa Dale, Tarn Police Department. Deputy Police Chief Ann Reed met Quay Inc. chairman Ivo Amos.
              ^^^ office [Sgt] organisation=[Tarn Police Department] holder=Rosa Dale
                  ^^^^^^^^^ person Rosa Dale
                                                     ^^^^^^^^^^^^^^^^^^^ office [Deputy Police Chief] status=deputy holder=Ann Reed
                                                                         ^^^^^^^^ person Ann Reed
                                                                                                ^^^^^^^^ office [chairman] organisation=[Quay Inc.] holder=Ivo Amos
                                                                                                         ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn where_to_call() {
        people(
            "
Please call Detective Ann Reed at the Norvale Township Police Department.
            ^^^^^^^^^ office [Detective] organisation=[Norvale Township Police Department] holder=Ann Reed
                      ^^^^^^^^ person Ann Reed
",
        );
    }
}
