//! Where the name of the organisation before a role begins and ends: `Kent Police Federation chairman`, `Israel's
//! president`, `a Cuban minister`.

use std::ops::Range;

use super::{
    body_words::{
        is_abbreviated, is_bare_apostrophe, is_form_of_firm, is_lower_body, is_owning_body, is_slash, is_spokesman,
        is_territory,
    },
    name::NameSpan,
    name_shape::{CLOSED, is_hyphen, is_inner_dot},
    noun_phrase::{LONGEST, STOP},
    nouns::{is_body_noun, is_verb_of_body},
    opening_word::{self, is_grade, is_holders_own, is_mere_word, is_opening_adjective, is_ordinary, is_past_compound},
    rank,
    scene::Scene,
    style,
    title::Title,
};
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Words that are not part of a body before an office: `Her Honour Judge Reed`.
const APART: WordList<7> =
    WordList::of(["current", "eminence", "excellency", "former", "highness", "honour", "majesty"]);

/// Number of letters of an abbreviated weekday.
const SHORT_DAY_LETTERS: usize = 3;

/// The organisation before a role that starts at `at`: `Kent Police Federation`, `Israel's`, `a Cuban`. With
/// `heads_body` it may also be a word that could be a person's name: `Aston's chief executive`.
pub fn before(scene: &Scene, at: usize, heads_body: bool) -> Option<Range<usize>> {
    let document = scene.document;
    let first = document.sentence_tokens(at).start;
    let mut end = before_state(document, at, first);
    let of_state = end < at;
    let at = end;
    let possessive = end > first && document.tokens[end - 1].kind == TokenKind::Possessive;
    if possessive || (end > first && is_bare_apostrophe(document, end - 1)) {
        end -= 1;
    }
    let mut start = end;
    while start > first && end - start < LONGEST && is_part(scene, start - 1, end, heads_body) {
        start -= 1;
    }
    start = behind_other_country(document, start..end);
    // `They could watch US President Reed`: a lower-case word for a body before a country is something else.
    let country = document.tags(start + 1).any(Tags::PLACE | Tags::NATIONALITY | Tags::UPPERCASE);
    start += usize::from(start + 1 < end && country && is_lower_body(document, start));
    start += usize::from(start + 1 < end && is_holders_own(document, start));
    // `Ex-Labour leader`
    start += 2 * usize::from(start + 2 < end && is_past_compound(document, start + 1));
    // `State Fair spokeswoman`
    let state = |at: usize| document.is(at, "state") && at + 1 < end && document.tags(at + 1).any(Tags::CAPITALISED);
    while start < end
        && !(opens(document, start) || state(start) || opening_word::is_field_of_body(document, start..end))
        || start + 1 < end && is_opening_adjective(document, start)
    {
        start += 1;
    }
    // `In St. Petersburg, Florida, Rabbi Reed said`: the place of the event.
    if of_state && start > first && document.tags(start - 1).any(Tags::PREPOSITION) {
        return None;
    }
    let adjacent = end == at;
    let ordinal = end == start + 1 && document.tags(start).any(Tags::DIGITS)
        || end == start + 2 && kinds::is_number(document, start);
    let speaks = document.word(at).to_ascii_lowercase().starts_with("spokes") && !document.tags(start).any(Tags::FIELD);
    // `Ann Reed Meets President Amos`: the verb of a headline.
    let verb = || end == start + 1 && start > first && scene.is_in_name(start - 1) && is_ordinary(document, start);
    let mere = || adjacent && (verb() || !speaks && is_mere_word(document, &(start..end)));
    let office = || adjacent && rank::is_behind_office(scene, start..end, at);
    (!ordinal && start < end && !mere() && !office()).then_some(start..end)
}

/// The end of a place before its state, else `at`: `Tarn County, Ohio, coroner`, `Norvale, OH, coroner`.
fn before_state(document: &Document, at: usize, first: usize) -> usize {
    if at < first + 4 || !document.is(at - 1, ",") {
        return at;
    }
    let state = if document.is(at - 2, ".") { at - 3 } else { at - 2 };
    let code = document.tags(state).any(Tags::UPPERCASE) && document.word(state).len() == 2;
    let place = (code || document.tags(state).all(Tags::PLACE | Tags::CAPITALISED))
        && document.is(state - 1, ",")
        && document.tags(state - 2).any(Tags::CAPITALISED);
    if place { state - 1 } else { at }
}

/// The start of the office's adjective, where `and` joins two countries: `between Norvale and the Tarnish president`.
fn behind_other_country(document: &Document, tokens: Range<usize>) -> usize {
    let Some(last) = tokens.clone().last().filter(|_| tokens.len() > 2) else { return tokens.start };
    let double = tokens.len() > 3
        && document.tags(last - 1).any(Tags::PLACE | Tags::NATIONALITY)
        && document.is(last - 2, "and");
    let adjective = last - usize::from(double);
    let other = document.tags(adjective - 2);
    let two = document.tags(last).any(Tags::NATIONALITY)
        && document.is(adjective - 1, "and")
        && (other.any(Tags::UPPERCASE) || !other.any(Tags::NATIONALITY));
    if two { adjective } else { tokens.start }
}

fn is_part(scene: &Scene, at: usize, end: usize, heads_body: bool) -> bool {
    let document = scene.document;
    let tags = document.tags(at);
    let owned = end > 0 && kinds::is_possessive(document, end);
    let office_of = owned && (tags.any(Tags::CAPITALISED) || document.is(at, "sheriff") || is_body_noun(document, at));
    // In `a Medical Examiner spokesman` the spokesman speaks for the office.
    let capital = |title: &Title| title.tokens.clone().all(|at| document.tags(at).any(Tags::CAPITALISED));
    let spoken = |title: &Title| !owned && title.tokens.len() > 1 && capital(title) && is_spokesman(document, end);
    let other = |title: &Title| !title.form.plural && at + 1 == end && !office_of && !spoken(title);
    // `Harlan-Tarn CEO`, `Harlan spokesman`
    let name = scene.name_until(end).filter(|name| name.tokens.contains(&at) && name.honorific.is_none());
    let single = name.is_some_and(|name| (name.tokens.start + 1..end).all(|at| document.is_glued(at - 1)));
    let hyphened = heads_body && name.is_some_and(|name| name.tokens.len() > 1);
    let word = single && if owned { heads_body } else { hyphened || is_lower(document, end) || scene.is_seat(at, end) };
    let body = || name.is_some_and(|name| !owned && is_named_like_somebody(scene, name, heads_body));
    if scene.is_in_name(at) && !word && !body() || scene.title_until(at + 1).is_some_and(other) {
        return false;
    }
    match document.tokens[at].kind {
        TokenKind::Word => is_word_part(document, at, end, owned),
        TokenKind::Dash => is_hyphen(document, at),
        TokenKind::Mark => {
            document.is(at, "&") || is_abbreviated(document, at) || is_inner_dot(document, at) || is_slash(document, at)
        }
        TokenKind::Number => document.is_glued(at),
        TokenKind::Possessive => {
            let sheriffs = at > 0 && document.is(at - 1, "sheriff");
            at + 1 < end && (sheriffs || document.tags(at + 1).any(Tags::CAPITALISED) || is_office_of_title(scene, at))
        }
        TokenKind::Quotation => {
            at + 1 < end && is_bare_apostrophe(document, at) && document.tags(at + 1).any(Tags::CAPITALISED)
        }
    }
}

/// Whether a word belongs to the body that ends before `end`; `owned` is whether a possessive follows it.
fn is_word_part(document: &Document, at: usize, end: usize, owned: bool) -> bool {
    const APART_BY_TAG: Tags = Tags::DAY_WORD
        .with(Tags::HONORIFIC)
        .with(Tags::DETERMINER)
        .with(Tags::PREPOSITION)
        .with(Tags::CONJUNCTION)
        .with(Tags::PRONOUN);
    let tags = document.tags(at);
    // `Her Majesty's Inspector Reed`
    let style = || style::is_last(document, at);
    if document.is_one_of(at, &APART) && (!kinds::is_possessive(document, at + 1) || style()) {
        return false;
    }
    if tags.any(Tags::UPPERCASE) || is_inside_name(document, at, end) {
        return true;
    }
    if tags.any(Tags::CAPITALISED) {
        let day = tags.any(Tags::WEEKDAY);
        return if day { is_no_day(document, at) } else { !tags.any(APART_BY_TAG) };
    }
    let body = |at: usize| is_lower_body(document, at) || owned && is_owning_body(document, at);
    let told = !tags.any(STOP | Tags::ADVERB | Tags::ADJECTIVE) || is_verb_of_body(document, at);
    let modifies = at + 1 < end && body(at + 1) && told;
    let ordinal = at > 0 && document.tags(at - 1).any(Tags::DIGITS) && document.is_glued(at - 1);
    let sheriff = document.is(at, "sheriff") && kinds::is_possessive(document, at + 1);
    let site = at > 1 && is_inner_dot(document, at - 1) || is_spokesman(document, end) && is_territory(document, at);
    // `Norvale county Prosecutor`
    let county = document.is(at, "county") && at > 0 && document.tags(at - 1).any(Tags::CAPITALISED);
    county || is_link(document, at, end) || body(at) || modifies || ordinal || sheriff || site
}

/// Whether the word is `of` or `and` between capitalised words of one name.
fn is_link(document: &Document, at: usize, end: usize) -> bool {
    let link = document.is_one_of(at, const { &WordList::of(["of", "and", "for"]) });
    let next = at + 1 + usize::from(document.is(at + 1, "the"));
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    link && next < end && capital(next) && at > 0 && capital(at - 1)
}

/// Whether a body looks like a person's name: `JP Quay CEO Ann Reed`, `AMR Research analyst Ann Reed`. The office after
/// it has a holder, and bodies have that office, or the name contains an abbreviation or a word for a body.
fn is_named_like_somebody(scene: &Scene, name: &NameSpan, heads_body: bool) -> bool {
    let document = scene.document;
    let holder = scene.title_from(name.tokens.end).and_then(|title| scene.name_from(title.tokens.end));
    let (first, last) = (document.tags(name.tokens.start), document.tags(name.tokens.end - 1));
    let body = heads_body
        || first.any(Tags::UPPERCASE)
        || last.any(Tags::ORGANISATION)
        || rank::is_seat(scene, name.tokens.end);
    name.tokens.len() > 1 && name.title.is_none() && body && holder.is_some()
}

/// Whether a possessive is followed by a lower-case office of a capitalised title: `Tarn County Sheriff's office`.
fn is_office_of_title(scene: &Scene, at: usize) -> bool {
    let document = scene.document;
    let office = document.is_one_of(at + 1, const { &WordList::of(["bureau", "department", "office"]) });
    office && scene.title_until(at).is_some_and(|title| document.tags(title.tokens.start).any(Tags::CAPITALISED))
}

/// Whether a small word stands between capitalised words of one name: the `the` of `Museum of the Tarnish Sea` and
/// `Save the Children`, the `Without` of `Doctors Without Borders`, the `plc` after a firm.
fn is_inside_name(document: &Document, at: usize, end: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    if at == 0 || !capital(at - 1) && !document.is(at, "the") {
        return false;
    }
    if at + 1 >= end || !capital(at + 1) {
        return is_form_of_firm(document, at);
    }
    let linked = at > 1 && document.is_one_of(at - 1, const { &WordList::of(["for", "of"]) }) && capital(at - 2);
    let aim = capital(at - 1) && document.is_one_of(at - 1, const { &WordList::of(["save", "stop"]) });
    let between = document.is_one_of(at, const { &WordList::of(["against", "for", "without"]) }) && capital(at);
    document.is(at, "the") && (linked || aim) || between
}

fn is_lower(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(Tags::CAPITALISED))
}

/// Whether an organisation's name can begin with the word.
fn opens(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let kind = document.tokens[at].kind;
    let inside = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START | CLOSED);
    let closed = tags.any(STOP | Tags::ADVERB) && !inside && !tags.any(Tags::UPPERCASE) || is_grade(document, at);
    // `State police` at the start of a sentence.
    let state = document.is(at, "state") && document.tags(at + 1).any(Tags::ORGANISATION);
    matches!(kind, TokenKind::Word | TokenKind::Number)
        && (!closed || state || is_no_day(document, at) || is_verb_of_body(document, at))
}

/// Whether a possessive shows that the word is not an abbreviated weekday: `Sun's chief executive`.
fn is_no_day(document: &Document, at: usize) -> bool {
    let day = document.tags(at).all(Tags::CAPITALISED | Tags::WEEKDAY);
    day && document.word(at).len() == SHORT_DAY_LETTERS && kinds::is_possessive(document, at + 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn places_at_the_start_of_a_sentence_keep_their_first_word() {
        people(
            "
It rained. New York Attorney General Otto Lund sued. North Korea President Kim Dal left.
                    ^^^^^^^^^^^^^^^^ office [Attorney General] organisation=[New York] jurisdiction=[New York] holder=Otto Lund
                                     ^^^^^^^^^ person Otto Lund
                                                                 ^^^^^^^^^ office [President] organisation=[North Korea] jurisdiction=[North Korea] holder=Kim Dal
                                                                           ^^^^^^^ person Kim Dal
",
        );
    }

    #[test]
    fn firms_that_look_like_names_or_days_and_verbs_of_headlines() {
        people(
            "
A mill burned. Quarry-Brent CEO Mark Lund met Sun's chief executive, Ivo Marsh, and Barges.com analyst Ann Reed.
                            ^^^ office [CEO] organisation=[Quarry-Brent] holder=Mark Lund
                                ^^^^^^^^^ person Mark Lund
                                                    ^^^^^^^^^^^^^^^ office [chief executive] organisation=[Sun] holder=Ivo Marsh
                                                                     ^^^^^^^^^ person Ivo Marsh
                                                                                               ^^^^^^^ office [analyst] organisation=[Barges.com] holder=Ann Reed
                                                                                                       ^^^^^^^^ person Ann Reed
",
        );
        people(
            "
Ann Reed Meets President Lund and Pledges to Help
^^^^^^^^ person Ann Reed
               ^^^^^^^^^ office [President] holder=Lund
                         ^^^^ person Lund
",
        );
    }

    #[test]
    fn bodies_that_look_like_somebody() {
        people(
            "
JP Quayle CEO Ann Reed met AMR Research analyst Tom Dale. Ann Reed spokesman Ivo Amos left.
          ^^^ office [CEO] organisation=[JP Quayle] holder=Ann Reed
              ^^^^^^^^ person Ann Reed
                                        ^^^^^^^ office [analyst] organisation=[AMR Research] holder=Tom Dale
                                                ^^^^^^^^ person Tom Dale
                                                          ^^^^^^^^ person Ann Reed
                                                                   ^^^^^^^^^ office [spokesman] holder=Ivo Amos
                                                                             ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn of_two_countries_the_adjective_is_the_offices() {
        people(
            "
A row of Norway and Russian President Ivo Putov; Quay Corporation and Saudi Arabian minister Farid al-Tamer met.
                            ^^^^^^^^^ office [President] organisation=[Russian] jurisdiction=[Russian] holder=Ivo Putov
                                      ^^^^^^^^^ person Ivo Putov
                                                                                    ^^^^^^^^ office [minister] organisation=[Saudi Arabian] jurisdiction=[Saudi Arabian] holder=Farid al-Tamer
                                                                                             ^^^^^^^^^^^^^^ person Farid al-Tamer
",
        );
    }

    #[test]
    fn states_sheriffs_and_words_of_the_holder() {
        people(
            "
The Tarn County, Ohio, coroner Gary Dale met Tarn County sheriff's Sgt. Don Amos and Norvale, OH, Police Chief Ruth Vane.
                       ^^^^^^^ office [coroner] organisation=[Tarn County] jurisdiction=[Tarn County] holder=Gary Dale
                               ^^^^^^^^^ person Gary Dale
                                                                   ^^^ office [Sgt] organisation=[Tarn County sheriff] holder=Don Amos
                                                                        ^^^^^^^^ person Don Amos
                                                                                                  ^^^^^^^^^^^^ office [Police Chief] organisation=[Norvale] jurisdiction=[Norvale] holder=Ruth Vane
                                                                                                               ^^^^^^^^^ person Ruth Vane
Fellow Quay Rail co-founder Ivo Reed left. In Norvale, Ohio, Rabbi Jacob Amos spoke.
                 ^^^^^^^^^^ office [co-founder] organisation=[Quay Rail] holder=Ivo Reed
                            ^^^^^^^^ person Ivo Reed
                                                             ^^^^^ office [Rabbi] holder=Jacob Amos
                                                                   ^^^^^^^^^^ person Jacob Amos
",
        );
    }

    #[test]
    fn offices_and_double_bodies() {
        people(
            "
Tarn County Medical Examiner spokesman Tom Okafor spoke. The Tarn County/Norvale Task Force chief Ann Reed could watch US President Ruth Amos.
                             ^^^^^^^^^ office [spokesman] organisation=[Tarn County Medical Examiner] holder=Tom Okafor
                                       ^^^^^^^^^^ person Tom Okafor
                                                                                            ^^^^^ office [chief] organisation=[Tarn County/Norvale Task Force] holder=Ann Reed
                                                                                                  ^^^^^^^^ person Ann Reed
                                                                                                                          ^^^^^^^^^ office [President] organisation=[US] jurisdiction=[US] holder=Ruth Amos
                                                                                                                                    ^^^^^^^^^ person Ruth Amos
State police Lt. Ivo Amos agreed.
             ^^ office [Lt] organisation=[State police] holder=Ivo Amos
                 ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn small_words_inside_a_name() {
        people(
            "
Museum of the Tarnish Sea director Ann Reed met Friends of the Quay chairman Tom Dale, Quay Freight plc director Ivo Amos and National Millers' Union president Ruth Dale.
                          ^^^^^^^^ office [director] organisation=[Museum of the Tarnish Sea] holder=Ann Reed
                                   ^^^^^^^^ person Ann Reed
                                                                    ^^^^^^^^ office [chairman] organisation=[Friends of the Quay] holder=Tom Dale
                                                                             ^^^^^^^^ person Tom Dale
                                                                                                        ^^^^^^^^ office [director] organisation=[Quay Freight plc] holder=Ivo Amos
                                                                                                                 ^^^^^^^^ person Ivo Amos
                                                                                                                                                      ^^^^^^^^^ office [president] organisation=[National Millers' Union] holder=Ruth Dale
                                                                                                                                                                ^^^^^^^^^ person Ruth Dale
",
        );
    }

    #[test]
    fn the_office_of_a_sheriff() {
        people(
            "
Quay County Sheriff's office spokesman Tom Dale met Ann Reed, head of Orbo in the UK.
                             ^^^^^^^^^ office [spokesman] organisation=[Quay County Sheriff's office] holder=Tom Dale
                                       ^^^^^^^^ person Tom Dale
                                                    ^^^^^^^^ person Ann Reed
                                                              ^^^^ office [head] organisation=[Orbo] holder=Ann Reed
",
        );
    }

    #[test]
    fn what_owns_an_office_in_small_letters() {
        people(
            "
Tom Dale, the think tank's director, met Ann Reed, the city's mayor, and a sheriff's office spokesman, Ivo Amos.
^^^^^^^^ person Tom Dale
                           ^^^^^^^^ office [director] organisation=[think tank] holder=Tom Dale
                                         ^^^^^^^^ person Ann Reed
                                                              ^^^^^ office [mayor] organisation=[city] holder=Ann Reed
                                                                                            ^^^^^^^^^ office [spokesman] organisation=[sheriff's office] holder=Ivo Amos
                                                                                                       ^^^^^^^^ person Ivo Amos
The radio play's director, Una Trant, met her brother's lawyer, Gwen Parry.
                 ^^^^^^^^ office [director] holder=Una Trant
                           ^^^^^^^^^ person Una Trant
                                                        ^^^^^^ office [lawyer] holder=Gwen Parry
                                                                ^^^^^^^^^^ person Gwen Parry
",
        );
    }
}
