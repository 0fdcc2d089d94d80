//! An office after the name, set off by a comma:
//! "Ruth Amos, chair of Marsh Lane Residents", "Gwen Parry, Westmarsh's police and crime commissioner", "Ivo Dale,
//! Mayor
//! Amos's chief of staff".

use super::{Rule, certainty, holder, name::NameSpan, office::Phrase, organisation, past, scene::Scene};
use crate::{
    grammar::kinds,
    lexicon::Position,
    types::{Document, Fact, OfficeFact, Span, Status, Tags, TokenKind, WordList},
};

/// Offices after names.
pub const RULE: Rule = Rule { name: "officials.appositive", source: include_str!("appositive.rs"), extract };

/// Maximum number of tokens in another description of the holder.
const DESCRIPTION: usize = 7;

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    let owner = phrase.owner(scene);
    let start = owner.or(phrase.determiner(document)).unwrap_or(phrase.tokens.start);
    let Some(before) = start.checked_sub(1) else { return false };
    let (then, before) = time_word(document, before);
    // `Ann Reed, a lieutenant with the Norvale Police`, `a Tarn University professor`: the body makes the rank an
    // office.
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let one = phrase.determiner(document).is_some();
    let ranked =
        phrase.organisation.as_ref().is_some_and(|body| body.start >= phrase.role.end || one && capital(body.start));
    let short = phrase.title.form.position == Position::Before && phrase.role.len() == 1 && !ranked;
    let owns = kinds::is_possessive(document, phrase.tokens.end);
    // In `the head of Norvale's $3m fund` the possessive is not the owner of the office: the office is of the fund.
    let behind = phrase.organisation.as_ref().is_some_and(|body| body.start >= phrase.role.end);
    let owns = owns && !behind;
    let bare = phrase.determiner(document).is_none() && phrase.organisation.is_none() && owner.is_none();
    let verb = Tags::CUE | Tags::AUXILIARY | Tags::VERB;
    let acts = phrase.organisation.is_none() && document.is(start, "the") && {
        let next = document.tags(phrase.tokens.end);
        next.any(verb)
            || !next.any(Tags::CAPITALISED)
                && phrase.tokens.end < document.tokens.len()
                && document.ends_in(phrase.tokens.end, "ed")
    };
    let speaks =
        acts || bare && document.tags(phrase.tokens.end).any(Tags::CUE) || is_followed_by_noun(document, phrase);
    let club = phrase.title.form.plural && document.is(before, "(");
    if owns || speaks || club || short && !document.tags(phrase.role.start).any(Tags::CAPITALISED) {
        return false;
    }
    let holder = holder::name_before(scene, before)
        .cloned()
        .or_else(|| holder_of_last(scene, before, found))
        .or_else(|| behind_description(scene, before).cloned());
    let Some(name) = holder.filter(|name| !phrase.title.form.plural || is_last_of_several(scene, name)) else {
        return false;
    };
    // `to Mr Reed, Reed's lawyer says`: nobody is an aide of himself.
    if owner.is_some() && document.same_word(name.tokens.end - 1, phrase.tokens.start - 2) {
        return false;
    }
    let mut office = phrase.office(document, RULE.name);
    office.status = then.filter(|&status| status == Status::Former).unwrap_or(office.status);
    if office.organisation.is_none()
        && let Some(tokens) = organisation::behind_comma(scene, phrase.tokens.end)
    {
        let body = document.span(tokens);
        office.organisation = Some(body);
        share_with_last(scene, before, body, found);
    }
    found.push(scene.held(office, &name, certainty::SET_OFF));
    true
}

/// Whether the title only grades the noun that follows: `Ann Reed, chief technology evangelist for Quay`.
fn is_followed_by_noun(document: &Document, phrase: &Phrase) -> bool {
    let grade = document.is_one_of(phrase.role.start, const { &WordList::of(["chief", "head", "principal"]) });
    let next = document.tags(phrase.role.end);
    let noun = next.any(Tags::ORDINARY) && !next.any(Tags::CAPITALISED | Tags::PREPOSITION | Tags::VERB | Tags::CUE);
    grade && phrase.role.len() == 1 && phrase.tokens.end == phrase.role.end && noun
}

/// Whether the office is still held, from a time word that ends at `at`, and the token where that word starts: `Ann
/// Reed, then the harbour director`, `Tom Dale, now chair of the club`, `Ann Reed, at the time the director`.
fn time_word(document: &Document, at: usize) -> (Option<Status>, usize) {
    let is = |words: &[&str]| words.iter().any(|word| document.is(at, word));
    let sets_off = |at: usize| document.is(at, ",") || document.is(at, "and");
    if at > 2 && past::is_at_the_time(document, at - 2) && sets_off(at - 3) {
        return (Some(Status::Former), at - 3);
    }
    let status = if is(&["then", "formerly", "once", "previously"]) {
        Some(Status::Former)
    } else {
        is(&["now", "currently", "also", "today"]).then_some(Status::Current)
    };
    let status = status.filter(|_| at > 0 && sets_off(at - 1));
    (status, at - usize::from(status.is_some()))
}

/// Whether the name is the last of several, which an office of several people explains: `Moira Dale and Peter Reed,
/// joint secretaries`.
fn is_last_of_several(scene: &Scene, name: &NameSpan) -> bool {
    let before = name.honorific.unwrap_or(name.tokens.start);
    before.checked_sub(1).is_some_and(|and| scene.document.is(and, "and"))
}

/// Gives a body that follows two offices to the first of them too: `…, editor and publisher, Tarn Press`.
fn share_with_last(scene: &Scene, and: usize, body: Span, found: &mut [Fact<OfficeFact>]) {
    if holder_of_last(scene, and, found).is_some()
        && let Some(last) = found.last_mut()
    {
        last.detail.office.organisation.get_or_insert(body);
    }
}

/// The holder of the office before `and`, who also holds the one after it: `…, director of A and chairman of B`.
fn holder_of_last(scene: &Scene, and: usize, found: &[Fact<OfficeFact>]) -> Option<NameSpan> {
    let document = scene.document;
    let last = found.last().filter(|last| last.rule == RULE.name)?;
    let near = last.span.end <= document.tokens[and].span.start && document.tokens[and].span.start - last.span.end < 80;
    // `…, chair of the trust, met Tom Dale, a friend and treasurer of …`: another person was named since.
    let other = |name: &NameSpan| name.tokens.start >= document.token_at(last.span.end) && name.tokens.end <= and;
    let named = || scene.names[..scene.names.partition_point(|name| name.tokens.start < and)].last().is_some_and(other);
    if !document.is(and, "and") || !near || last.sentence != document.tokens[and].sentence || named() {
        return None;
    }
    let holder = document.token_at(last.detail.holder?.start);
    scene.name_from(holder).cloned()
}

/// The name before a description that `and` joins to the office: `Ann Reed, a farmer and chair of the Weir Trust`.
fn behind_description<'s>(scene: &'s Scene, and: usize) -> Option<&'s NameSpan> {
    let document = scene.document;
    let told = Tags::AUXILIARY | Tags::VERB | Tags::CUE | Tags::PRONOUN | Tags::RELATIVE | Tags::CONJUNCTION;
    if !document.is(and, "and") {
        return None;
    }
    let comma = (and.saturating_sub(DESCRIPTION)..and).rev().find(|&at| document.is(at, ","))?;
    let described = comma + 1..and;
    let one = document.is_one_of(comma + 1, const { &WordList::of(["a", "an", "himself", "herself", "the"]) });
    let part = |at: usize| document.tokens[at].kind == TokenKind::Word || document.tokens[at].kind == TokenKind::Dash;
    let plain = described.clone().all(|at| part(at) && !document.tags(at).any(told) && !scene.is_in_name(at));
    if described.len() < 2 || !one || !plain { None } else { holder::name_before(scene, comma) }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_possessive_before_the_role_is_its_organisation() {
        people(
            "
Gwen Parry, Westmarsh's police and crime commissioner, was glad. Mrs Parry left.
^^^^^^^^^^ person Gwen Parry
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [police and crime commissioner] organisation=[Westmarsh] jurisdiction=[Westmarsh] holder=Gwen Parry
                                                                     ^^^^^ person Gwen Parry
",
        );
    }

    #[test]
    fn somebody_serves_another() {
        people(
            "
Ivo Dale, Mayor Ruth Amos's chief of staff, was glad. Mayor Amos's press secretary, Ann Reed, was not.
^^^^^^^^ person Ivo Dale
          ^^^^^ office [Mayor] holder=Ruth Amos
                ^^^^^^^^^ person Ruth Amos
                            ^^^^^^^^^^^^^^ office [chief of staff] holder=Ivo Dale
                                                      ^^^^^ office [Mayor] holder=Ruth Amos
                                                            ^^^^ person Ruth Amos
                                                                   ^^^^^^^^^^^^^^^ office [press secretary] holder=Ann Reed
                                                                                    ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn the_organisation_follows_of() {
        people(
            "
Ruth Amos, 46, chair of Marsh Lane Residents and treasurer of the Quay Trust, said so.
^^^^^^^^^ person Ruth Amos
               ^^^^^ office [chair] organisation=[Marsh Lane Residents] holder=Ruth Amos
                                                 ^^^^^^^^^ office [treasurer] organisation=[Quay Trust] holder=Ruth Amos
",
        );
    }

    #[test]
    fn whose_relative_somebody_is_says_nothing_of_an_office() {
        people(
            "
Ruth Amos, the deputy's wife, waited. Tom Okafor appointed a special prosecutor in June.
^^^^^^^^^ person Ruth Amos
                                      ^^^^^^^^^^ person Tom Okafor
",
        );
    }

    #[test]
    fn a_list_of_roles_is_nobodys() {
        people("Kerbs, drains, chairmen of committees and wardens were discussed.");
    }

    #[test]
    fn an_organisation_behind_a_comma() {
        people(
            "
Gen. Ruth Amos, commander, Norvale Central Command, praised them.
^^^ office [Gen] holder=Ruth Amos
     ^^^^^^^^^ person Ruth Amos
                ^^^^^^^^^ office [commander] organisation=[Norvale Central Command] holder=Ruth Amos
",
        );
    }

    #[test]
    fn the_office_before_a_second_name_explains_the_first() {
        people(
            "
In talks with Ruth Amos, the minority leader, Mr. Okafor was silent.
              ^^^^^^^^^ person Ruth Amos
                             ^^^^^^^^^^^^^^^ office [minority leader] holder=Ruth Amos
                                                  ^^^^^^ person Okafor
",
        );
    }

    #[test]
    fn an_office_of_several_explains_several_names() {
        people(
            "
President Ruth Amos, Cabinet officials and others came.
^^^^^^^^^ office [President] holder=Ruth Amos
          ^^^^^^^^^ person Ruth Amos
",
        );
    }

    #[test]
    fn joined_offices_share_the_organisation() {
        people(
            "
Ruth Amos, the founder and chief executive of Norvale Rail, agreed.
^^^^^^^^^ person Ruth Amos
               ^^^^^^^ office [founder] organisation=[Norvale Rail] holder=Ruth Amos
                           ^^^^^^^^^^^^^^^ office [chief executive] organisation=[Norvale Rail] holder=Ruth Amos
",
        );
    }

    #[test]
    fn a_title_inside_an_organisation_shares_nothing() {
        people(
            // Known miss: a body whose name begins with a title is read as part of the role.
            "
Norvale Mayor Nora Pike, secretary of the Bishop Trust and a clerk, spoke.
        ^^^^^ office [Mayor] organisation=[Norvale] jurisdiction=[Norvale] holder=Nora Pike
              ^^^^^^^^^ person Nora Pike
                         ^^^^^^^^^ office [secretary] organisation=[Bishop Trust] holder=Nora Pike
                                                             ^^^^^ office [clerk] holder=Nora Pike
",
        );
    }

    #[test]
    fn a_field_of_work_belongs_to_the_role() {
        people(
            "
Ruth Amos, director of harbour policy and campaigns at the Quay Trust, met Tom Okafor, director for Norvalian affairs at Mr. Dale's Harbour Council.
^^^^^^^^^ person Ruth Amos
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [director of harbour policy and campaigns] organisation=[Quay Trust] holder=Ruth Amos
                                                                           ^^^^^^^^^^ person Tom Okafor
                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [director for Norvalian affairs] organisation=[Harbour Council] holder=Tom Okafor
                                                                                                                             ^^^^ person Dale
",
        );
    }

    #[test]
    fn then_and_now() {
        people(
            "
Ruth Amos, then the finance director, advised Tom Okafor, now chair of the Quay Trust, and Ann Reed, head of Quay Music until last year.
^^^^^^^^^ person Ruth Amos
                    ^^^^^^^^^^^^^^^^ office [finance director] status=former holder=Ruth Amos
                                              ^^^^^^^^^^ person Tom Okafor
                                                              ^^^^^ office [chair] organisation=[Quay Trust] holder=Tom Okafor
                                                                                           ^^^^^^^^ person Ann Reed
                                                                                                     ^^^^ office [head] organisation=[Quay Music] status=former holder=Ann Reed
",
        );
    }

    #[test]
    fn a_club_in_brackets_is_no_office() {
        people(
            "
The Bears like Josh Dale (Patriots) and Matt Dale (Chiefs).
               ^^^^^^^^^ person Josh Dale
                                        ^^^^^^^^^ person Matt Dale
",
        );
    }

    #[test]
    fn whose_rank_somebody_has() {
        people(
            "
Ann Reed, a lieutenant with the Norvale police, met Tom Dale, a sergeant in the Port Army. Ivo Amos, a captain, slept.
^^^^^^^^ person Ann Reed
            ^^^^^^^^^^ office [lieutenant] organisation=[Norvale police] holder=Ann Reed
                                                    ^^^^^^^^ person Tom Dale
                                                                ^^^^^^^^ office [sergeant] organisation=[Port Army] holder=Tom Dale
                                                                                           ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn what_else_somebody_is() {
        people(
            "
Ann Reed, a farmer and chair of the Weir Trust, met Tom Dale, a friend of Ivo Amos and treasurer of Quay Rail.
^^^^^^^^ person Ann Reed
                       ^^^^^ office [chair] organisation=[Weir Trust] holder=Ann Reed
                                                    ^^^^^^^^ person Tom Dale
                                                                          ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn once_and_now() {
        people(
            "
Tom Dale, a former chairman and now president of Quay Rail, met the then treasurer, Ann Reed.
^^^^^^^^ person Tom Dale
                   ^^^^^^^^ office [chairman] status=former holder=Tom Dale
                                    ^^^^^^^^^ office [president] organisation=[Quay Rail] holder=Tom Dale
                                                                         ^^^^^^^^^ office [treasurer] status=former holder=Ann Reed
                                                                                    ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn whose_rank_stands_before_it() {
        people(
            "
Ann Reed, a Tarn University professor, met Tom Dale, at the time the harbour director. Ivo Amos, a captain, slept.
^^^^^^^^ person Ann Reed
                            ^^^^^^^^^ office [professor] organisation=[Tarn University] holder=Ann Reed
                                           ^^^^^^^^ person Tom Dale
                                                                     ^^^^^^^^^^^^^^^^ office [harbour director] status=former holder=Tom Dale
                                                                                       ^^^^^^^^ person Ivo Amos
",
        );
    }
}
