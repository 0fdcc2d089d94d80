//! The words of an office around its title: the role with its modifiers, the organisation before or after it, and
//! whether it is still held.

use std::ops::Range;

use super::{
    field::{department, is_field},
    jurisdiction,
    kinds::{serves, speaks_for},
    modifiers::status_word,
    noun_phrase,
    office_before::read_left,
    organisation::{self, NounPhrase},
    past, portfolio,
    scene::{Scene, span_of},
    style,
    title::Title,
};
use crate::{
    grammar::kinds,
    types::{Document, Office, Status, Tags, TokenKind, WordList},
};

/// An office as the words around a title state it.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// The whole phrase with organisation and modifiers, without the determiner.
    pub tokens: Range<usize>,
    pub role: Range<usize>,
    pub organisation: Option<Range<usize>>,
    /// The place of the office, which is also the organisation where no body is named.
    pub jurisdiction: Option<Range<usize>>,
    pub status: Status,
    pub title: Title,
}

/// The office around the title with this index, regardless of other offices.
fn alone(scene: &Scene, index: usize) -> Phrase {
    let title = scene.titles[index].clone();
    let mut phrase = Phrase {
        tokens: title.tokens.clone(),
        role: title.tokens.clone(),
        organisation: None,
        jurisdiction: None,
        status: Status::Current,
        title,
    };
    leave_body_out(scene.document, &mut phrase);
    // `PC 4471 Reed`: the officer's number.
    let collar = phrase.title.form.class == "police_uk" && scene.document.tags(phrase.role.end - 1).any(Tags::DIGITS);
    phrase.role.end -= usize::from(collar && phrase.role.len() > 1);
    read_right(scene, &mut phrase);
    read_left(scene, &mut phrase);
    if phrase.organisation.is_none() {
        phrase.organisation = body_inside(scene.document, &phrase.role);
    }
    phrase
}

/// Removes the first word of the title from the role if it is the last word of a body's name: `Norvale Council
/// President`.
fn leave_body_out(document: &Document, phrase: &mut Phrase) {
    let Range { start, end } = phrase.role.clone();
    let before = start.checked_sub(1).map_or(Tags::NONE, |before| document.tags(before));
    let named = before.any(Tags::CAPITALISED) && !document.tags(start).any(Tags::SENTENCE_START);
    let national =
        || start > 0 && document.is_one_of(start - 1, const { &WordList::of(["federal", "metropolitan", "national"]) });
    let body = document.tags(start).any(Tags::CAPITALISED)
        && (document.is_one_of(start, const { &WordList::of(["council", "party"]) })
            || document.is(start, "police") && national());
    // `the Norvale Centre for Policy Research director`: the capital shows it.
    let mixed = document.tags(start).any(Tags::CAPITALISED)
        && !document.tags(end - 1).any(Tags::CAPITALISED)
        && !document.is_one_of(start, const { &WordList::of(["fire", "police"]) });
    let closed = Tags::DETERMINER | Tags::PREPOSITION | Tags::CONJUNCTION | Tags::PRONOUN | Tags::TITLE;
    let status = start > 0 && status_word(document, start - 1).is_some();
    if end > start + 1 && (body || mixed) && named && !status && !before.any(closed) {
        phrase.role.start += 1;
    }
}

/// The body inside a role: `deputy White House counsel`.
fn body_inside(document: &Document, role: &Range<usize>) -> Option<Range<usize>> {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let body = role.start + 1..role.end - 1;
    let named = |at: usize| capital(at) && !document.tags(at).any(Tags::FIELD);
    let found = document.is(role.start, "deputy") && !body.is_empty() && body.clone().all(named);
    (found && !capital(role.end - 1)).then_some(body)
}

/// The office around the title with this index. Of two offices joined by `and`, one takes the organisation of the
/// other: `the founder and chief executive of Norvale Rail`, `Norvale Rail president and chief executive`.
pub fn phrase(scene: &Scene, index: usize) -> Phrase {
    let mut phrase = alone(scene, index);
    if phrase.organisation.is_none() {
        phrase.organisation = shared_behind(scene, index, &phrase).or_else(|| shared_before(scene, index, &phrase));
    }
    if phrase.status == Status::Current && past::is_told(scene.document, phrase.tokens.end) {
        phrase.status = Status::Former;
        // `the mayor at the time, Ann Reed, …`
        phrase.tokens.end += if past::is_at_the_time(scene.document, phrase.tokens.end) { 3 } else { 0 };
    }
    if phrase.organisation.as_ref().is_some_and(|named| is_direction(scene.document, named)) {
        phrase.organisation = None;
    }
    if let Some(named) = phrase.organisation.clone() {
        let named = organisation::without_kind(scene.document, named);
        let (organisation, jurisdiction) = jurisdiction::split(scene.document, phrase.title.form, named);
        phrase.organisation = Some(organisation);
        phrase.jurisdiction = jurisdiction;
    }
    phrase
}

/// Whether the words are only a direction, not a body: the `Western` of `a Western diplomat`.
fn is_direction(document: &Document, named: &Range<usize>) -> bool {
    const DIRECTIONS: WordList<4> = WordList::of(["eastern", "northern", "southern", "western"]);
    named.len() == 1 && document.is_one_of(named.start, &DIRECTIONS)
}

/// The organisation after the role that `and` joins to the phrase.
fn shared_behind(scene: &Scene, index: usize, phrase: &Phrase) -> Option<Range<usize>> {
    let and = phrase.tokens.end;
    let next = scene.titles.get(index + 1)?.tokens.start;
    let joined = scene.document.is(and, "and") && (and..and + 5).contains(&next) && scene.same_sentence(and, next);
    let other = joined.then(|| alone(scene, index + 1)).filter(|other| other.tokens.start == and + 1)?;
    other.organisation.filter(|body| body.start >= other.role.end)
}

/// The organisation before the role to which `and` joins the phrase.
fn shared_before(scene: &Scene, index: usize, phrase: &Phrase) -> Option<Range<usize>> {
    let and = phrase.tokens.start.checked_sub(1).filter(|&at| scene.document.is(at, "and"))?;
    let last = index.checked_sub(1).filter(|&last| and < scene.titles[last].tokens.end + 5)?;
    let other = scene.same_sentence(scene.titles[last].tokens.start, and).then(|| alone(scene, last))?;
    other.organisation.filter(|body| other.tokens.end == and && body.end <= other.role.start)
}

impl Phrase {
    /// The office, found by this rule.
    pub fn office(&self, document: &Document, rule: &'static str) -> Office {
        Office {
            role: document.span(self.role.clone()),
            rank: Some(self.title.form.canonical),
            organisation: span_of(document, &self.organisation),
            jurisdiction: span_of(document, &self.jurisdiction),
            status: self.status,
            rule,
        }
    }

    /// The token of `the`, `a`, `one`, `his` or a possessive before the phrase or inside it.
    pub fn determiner(&self, document: &Document) -> Option<usize> {
        let before = self.tokens.start.checked_sub(1)?;
        let owned = document.tokens[before].kind == TokenKind::Possessive;
        // `Her Majesty's inspector`
        let styled = owned && style::is_last(document, before - 1);
        let at = match owned {
            true if styled => before - 2,
            true => before_owner(document, before)?,
            false => before,
        };
        let one = document.tags(at).any(Tags::DETERMINER) || document.is(at, "one");
        (one || is_possessive_pronoun(document, at)).then_some(at)
    }

    /// The first token, title or honorific included, of the person whom the office serves: `Mayor Ann Reed's aide`.
    pub fn owner(&self, scene: &Scene) -> Option<usize> {
        let possessive = self.tokens.start.checked_sub(1)?;
        if scene.document.tokens[possessive].kind != TokenKind::Possessive {
            return None;
        }
        let name = scene.name_until(possessive)?;
        let start = name.honorific.unwrap_or(name.tokens.start);
        Some(scene.title_until(start).map_or(start, |title| title.tokens.start))
    }
}

/// The token before the lower-case nouns that own an office: `the` in `the radio play's director`.
fn before_owner(document: &Document, possessive: usize) -> Option<usize> {
    let noun = |at: usize| {
        let tags = document.tags(at);
        document.tokens[at].kind == TokenKind::Word && !tags.any(Tags::CAPITALISED | Tags::DETERMINER)
    };
    let last = (possessive.saturating_sub(4)..possessive).rev().find(|&at| !noun(at))?;
    (last + 1 < possessive && !is_possessive_pronoun(document, last + 1)).then_some(last)
}

/// Whether the word is `his`, `her`, `their`, `whose` or the like.
pub fn is_possessive_pronoun(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::POSSESSIVE) || document.is(at, "whose")
}

/// Reads `-designate`, then `of`, `for`, `at` and the like with their noun phrase.
fn read_right(scene: &Scene, phrase: &mut Phrase) {
    let document = scene.document;
    let mut end = phrase.role.end;
    if kinds::is_dash(document, end) {
        let elect = document.is_one_of(end + 1, const { &WordList::of(["designate", "elect"]) });
        if elect && document.is_glued(end - 1) {
            phrase.status = Status::Designate;
            end += 2;
            phrase.role.end = end;
        }
    }
    phrase.tokens.end = end;
    if !scene.same_sentence(end - 1, end) {
        return;
    }
    match organisation::behind(scene, end) {
        Some(behind) => attach(scene, phrase, behind),
        None if document.is(end, "on") => attach_behind_on(scene, phrase, end),
        None => attach_origin(scene, phrase, end),
    }
}

/// Attaches a body after `on`: `a member on the Tarn Parks Board`; or the body after a field of expertise: `an adviser
/// on canal traffic at Tarn Rail`.
fn attach_behind_on(scene: &Scene, phrase: &mut Phrase, on: usize) {
    const SEATS: WordList<6> = WordList::of(["board", "commission", "committee", "council", "panel", "subcommittee"]);
    const KNOWING: [&str; 5] = ["Adviser", "Advisor", "Analyst", "Economist", "Expert"];
    let document = scene.document;
    // `the party's spokesman on rural health`
    let field = |at: usize| document.tags(at).any(Tags::FIELD) && scene.same_sentence(on, at);
    if field(on + 1) && phrase.title.form.canonical.starts_with("Spokes") {
        let end = (on + 2..on + 4).find(|&at| !field(at)).unwrap_or(on + 4);
        phrase.role.end = portfolio::list_end(scene, end);
        phrase.tokens.end = phrase.role.end;
        return;
    }
    let knows = KNOWING.iter().any(|title| phrase.title.form.canonical.ends_with(title));
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let object = organisation::object(scene, on + 1);
    let seat = |body: &Range<usize>| capital(body.start) && document.is_one_of(body.end - 1, &SEATS);
    if let Some(body) = object.clone().filter(seat) {
        phrase.tokens.end = body.end;
        phrase.organisation = Some(body);
        return;
    }
    let topic = object.filter(|topic| knows && !topic.clone().any(capital));
    let body = topic.and_then(|topic| organisation::behind(scene, topic.end));
    let named = |start: usize| capital(start) && scene.title_from(start).is_none();
    if let Some(body) = body.filter(|body| body.is_body(document) && named(body.tokens.start)) {
        phrase.tokens.end = body.tokens.end;
        phrase.organisation = Some(body.tokens);
    }
}

/// Attaches the body after `from`, for which the person speaks: `a spokesman from Tarn Police`.
fn attach_origin(scene: &Scene, phrase: &mut Phrase, at: usize) {
    let document = scene.document;
    let Some(body) = organisation::behind_name(scene, at) else { return };
    let named = |at: usize| document.tags(at).any(Tags::ORGANISATION) || document.tags(at).any(Tags::UPPERCASE);
    if document.tags(body.tokens.start).any(Tags::CAPITALISED) && body.tokens.clone().any(named) {
        phrase.tokens.end = body.tokens.end;
        phrase.organisation = Some(body.tokens);
    }
}

/// Attaches the words after the preposition, as a portfolio in the role or as the organisation.
fn attach(scene: &Scene, phrase: &mut Phrase, behind: NounPhrase) {
    let document = scene.document;
    if behind.tells_how_long(document) {
        return;
    }
    if serves(phrase.title.form.canonical)
        && let Some(end) = organisation::somebody(scene, behind.tokens.clone())
    {
        phrase.tokens.end = end;
        return;
    }
    // `a lawyer for the family`: the client is not a field of work.
    if document.is(behind.preposition, "for") && speaks_for(phrase.title.form.canonical) && !behind.is_body(document) {
        phrase.tokens.end = behind.tokens.end;
        return;
    }
    if is_field(scene, phrase, &behind) || !behind.is_body(document) {
        let somebody =
            document.tags(behind.tokens.start).any(Tags::PERSON_NOUN) && phrase.title.form.canonical == "Head";
        let owned = document.tags(behind.tokens.start - 1).any(Tags::POSSESSIVE);
        if somebody || owned || !behind.is_tight(document) || noun_phrase::opens_title(scene, behind.tokens.start) {
            return;
        }
        phrase.role.end = portfolio::list_end(scene, behind.tokens.end);
        phrase.tokens.end = phrase.role.end;
        if !scene.same_sentence(phrase.role.end - 1, phrase.role.end) {
            return;
        }
        if let Some(next) = organisation::behind(scene, phrase.role.end).filter(|next| next.is_body(document)) {
            phrase.tokens.end = next.tokens.end;
            phrase.organisation = Some(next.tokens);
        }
        return;
    }
    phrase.tokens.end = behind.tokens.end;
    match department(scene, &behind) {
        Some(body) => {
            phrase.role.end = behind.tokens.end;
            phrase.tokens.end = body.end;
            phrase.organisation = Some(body);
        }
        None => phrase.organisation = Some(behind.tokens),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn who_knows_about_something_does_so_for_a_body() {
        people(
            "
Ann Reed, an expert on lock gates at Quay Rail's freight and barge lab, met Ivo Amos, an adviser on oars.
^^^^^^^^ person Ann Reed
             ^^^^^^ office [expert] organisation=[Quay Rail's freight and barge lab] holder=Ann Reed
                                                                            ^^^^^^^^ person Ivo Amos
                                                                                         ^^^^^^^ office [adviser] holder=Ivo Amos
",
        );
    }

    #[test]
    fn the_council_belongs_to_its_name() {
        people(
            "
City attorney Susan Dale met European Council President Donald Tark and Council President Amos.
^^^^^^^^^^^^^ office [City attorney] holder=Susan Dale
              ^^^^^^^^^^ person Susan Dale
                                              ^^^^^^^^^ office [President] organisation=[European Council] holder=Donald Tark
                                                        ^^^^^^^^^^^ person Donald Tark
                                                                        ^^^^^^^^^^^^^^^^^ office [Council President] holder=Amos
                                                                                          ^^^^ person Amos
",
        );
    }

    #[test]
    fn the_first_word_of_a_mixed_title_belongs_to_the_body() {
        people(
            "
Norvale Centre for Policy Research director Ann Reed met U.S. Department of Justice director Tom Dale.
                                   ^^^^^^^^ office [director] organisation=[Norvale Centre for Policy Research] holder=Ann Reed
                                            ^^^^^^^^ person Ann Reed
                                                                                    ^^^^^^^^ office [director] organisation=[U.S. Department of Justice] holder=Tom Dale
                                                                                             ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn how_long_and_of_what() {
        people(
            "
Tom Dale was appointed coach for the rest of the summer. The deputy Harbour Office counsel Ann Reed left.
^^^^^^^^ person Tom Dale
                       ^^^^^ office [coach] holder=Tom Dale
                                                                                   ^^^^^^^ office [counsel] organisation=[Harbour Office] status=deputy holder=Ann Reed
                                                                                           ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn a_direction_is_no_body() {
        people(
            "
A Western diplomat left. A western envoy told Ann Reed so.
                                              ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn a_seat_on_a_board() {
        people(
            "
Ann Reed, a member on the Tarn Parks Board, met the Ranking Member on the Harbour Committee, Tom Dale.
^^^^^^^^ person Ann Reed
            ^^^^^^ office [member] organisation=[Tarn Parks Board] holder=Ann Reed
                                                    ^^^^^^^^^^^^^^ office [Ranking Member] organisation=[Harbour Committee] holder=Tom Dale
                                                                                             ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn a_spokesman_on_a_field() {
        people(
            "
The party's spokesman on health, Ann Reed, met the Opposition Spokesperson on Education Senator Tom Dale.
            ^^^^^^^^^^^^^^^^^^^ office [spokesman on health] organisation=[party] holder=Ann Reed
                                 ^^^^^^^^ person Ann Reed
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^ office [Spokesperson on Education] organisation=[Opposition] holder=Tom Dale
                                                                                        ^^^^^^^ office [Senator] holder=Tom Dale
                                                                                                ^^^^^^^^ person Tom Dale
",
        );
    }
}
