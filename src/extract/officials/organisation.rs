//! Where the name of the organisation after a role begins and ends: `of the Lombardy region`.

use std::ops::Range;

use super::{
    name::NameSpan,
    name_shape::{is_hyphen, is_inner_dot},
    noun_phrase::noun_phrase_end,
    nouns::{is_body, is_body_noun, is_event},
    portfolio,
    scene::Scene,
};
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Kinds of bodies before a name, in addition to the tagged ones: `software firm Norvale Data`.
const KINDS: WordList<24> = WordList::of([
    "agency",
    "airline",
    "automaker",
    "bank",
    "broadcaster",
    "carrier",
    "chain",
    "charity",
    "club",
    "company",
    "conglomerate",
    "firm",
    "group",
    "lab",
    "magazine",
    "manufacturer",
    "network",
    "newspaper",
    "organisation",
    "organization",
    "retailer",
    "service",
    "supermarket",
    "union",
]);

/// Bodies that have a secretary who is not a minister.
const CLUBS: WordList<9> =
    WordList::of(["association", "board", "chamber", "club", "commission", "federation", "league", "society", "union"]);

/// Post-nominal letters for a service, an order or a degree.
const POST_NOMINALS: [&str; 38] = [
    "AM", "AO", "BEM", "CBE", "CFR", "CON", "CPA", "DBE", "DFC", "DSO", "FRS", "GBE", "GCB", "GCON", "IAS", "IFS",
    "IPS", "IRS", "JD", "JP", "KBE", "KC", "MBE", "MC", "MD", "MFR", "MON", "MVO", "OAM", "OBE", "OFR", "OM", "ONZM",
    "OON", "PC", "QC", "SAN", "SC",
];

/// The noun phrase after a preposition.
#[derive(Debug, Clone)]
pub struct NounPhrase {
    /// Without the determiner.
    pub tokens: Range<usize>,
    /// Index of the preposition.
    pub preposition: usize,
}

impl NounPhrase {
    /// Whether it names a body or a place, rather than a field of work.
    pub fn is_body(&self, document: &Document) -> bool {
        let known = Tags::ORGANISATION | Tags::PLACE | Tags::NATIONALITY | Tags::SITE;
        if self.is_field(document) {
            return false;
        }
        let known = |at: usize| document.tags(at).any(known | Tags::CAPITALISED) || is_inner_dot(document, at);
        self.tokens.clone().any(known) || is_body_noun(document, self.tokens.end - 1)
    }

    /// Whether it gives a duration: `for the rest of the season`, `for three years`, `in a second term`.
    pub fn tells_how_long(&self, document: &Document) -> bool {
        const TIMES: WordList<6> = WordList::of(["duration", "remainder", "rest", "season", "seasons", "term"]);
        let how = document.is_one_of(self.preposition, const { &WordList::of(["during", "for", "in"]) });
        let time = |at: usize| document.tags(at).any(Tags::TIME_UNIT) || document.is_one_of(at, &TIMES);
        how && time(self.tokens.end - 1) && !document.tags(self.tokens.start).any(Tags::CAPITALISED)
    }

    /// Whether it is a field of work about a country: `European affairs`, `Middle East policy`.
    fn is_field(&self, document: &Document) -> bool {
        const FIELDS: WordList<8> = WordList::of([
            "affairs",
            "policy",
            "relations",
            "studies",
            "strategy",
            "communications",
            "operations",
            "research",
        ]);
        let last = self.tokens.end - 1;
        !document.tags(last).any(Tags::CAPITALISED) && document.is_one_of(last, &FIELDS)
    }

    /// Whether it is the body of an officer rather than the field of a minister: `secretary of the bowls club`.
    pub fn is_private(&self, document: &Document, role: usize) -> bool {
        let lower = !document.tags(role).any(Tags::CAPITALISED);
        let last = document.tags(self.tokens.end - 1);
        if last.any(Tags::FIELD) && !last.any(Tags::CAPITALISED) {
            return false;
        }
        // `Secretary of the Norvale Miners Union`: not a minister's.
        let club = document.is_one_of(self.tokens.end - 1, &CLUBS) && last.any(Tags::CAPITALISED);
        let named = last.any(Tags::ORGANISATION | Tags::SITE) || self.tokens.clone().any(|at| is_body(document, at));
        club || lower && named
    }

    /// Whether it is a lower-case department rather than a body: `head of stores`.
    pub fn is_department(&self, document: &Document) -> bool {
        let lower = !self.tokens.clone().any(|at| document.tags(at).any(Tags::CAPITALISED));
        lower && self.tokens.start == self.preposition + 1 && document.ends_in(self.tokens.end - 1, "s")
    }

    /// Whether it is a country or city.
    pub fn is_place(&self, document: &Document) -> bool {
        self.tokens.len() == 1 && document.tags(self.tokens.start).any(Tags::PLACE)
    }

    /// Whether it is one capitalised word in no table, which is a country rather than a field: `of Ostland`.
    pub fn is_unknown_name(&self, document: &Document) -> bool {
        let tags = document.tags(self.tokens.start);
        let known = Tags::ORDINARY | Tags::FIELD | Tags::ORGANISATION | Tags::SITE | Tags::UPPERCASE;
        self.tokens.len() == 1 && tags.any(Tags::CAPITALISED) && !tags.any(known)
    }

    /// Whether its preposition ties it closely to the role.
    pub fn is_tight(&self, document: &Document) -> bool {
        document.is_one_of(self.preposition, const { &WordList::of(["of", "for", "to"]) })
    }
}

/// The noun phrase after a role that ends before `at`: `of the Lombardy region`, `for the Indonesian military`.
pub fn behind(scene: &Scene, at: usize) -> Option<NounPhrase> {
    let document = scene.document;
    let next = document.tags(at + 1);
    let infinitive = document.is(at, "to") && is_bare_verb(document, at + 1);
    let always = !infinitive && document.is_one_of(at, const { &WordList::of(["of", "for", "at", "with", "to"]) });
    let place = document.is(at, "in") && next.any(Tags::CAPITALISED) && !next.any(Tags::MONTH | Tags::WEEKDAY);
    let inside = document.is(at, "in") && next.any(Tags::DETERMINER);
    if !always && !place && !inside {
        return None;
    }
    let mut start = at + 1;
    let of_nation = |at: usize| document.is_one_of(at, const { &WordList::of(["federal", "national", "regional"]) });
    while document.tags(start).any(Tags::DETERMINER | Tags::ADJECTIVE)
        && !document.tags(start).any(Tags::CAPITALISED)
        && !of_nation(start)
        || document.tags(start).any(Tags::POSSESSIVE) && !document.is(start, "our")
    {
        start += 1;
    }
    start = behind_owner(scene, start);
    let listed = if start > at + 1 { portfolio::body_end(document, start) } else { None };
    let end = listed.unwrap_or_else(|| noun_phrase_end(scene, start, at));
    let lower = !(start..end).any(|at| document.tags(at).any(Tags::CAPITALISED));
    let body = end > start && (document.tags(end - 1).any(Tags::ORGANISATION) || is_body_noun(document, end - 1));
    let to = document.is(at, "to") && lower && !body;
    // `a sergeant in the Norvale police`, but not `a stir in the gallery`.
    let elsewhere = inside && (lower || !body);
    // `for 15 years`, `for the first time`: a duration or frequency.
    let time = |at: usize| document.tags(at).any(Tags::TIME_UNIT) || document.is(at, "time");
    let how_long = document.is(at, "for") && lower && end > start && time(end - 1);
    let event = document.is(at, "at") && end > start && is_event(document, end - 1);
    (end > start && !to && !elsewhere && !how_long && !event)
        .then_some(NounPhrase { tokens: start..end, preposition: at })
}

/// The noun phrase from `at` on as the object of the verb before it, without its article.
pub fn object(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(scene.document.tags(at).any(Tags::DETERMINER));
    let end = noun_phrase_end(scene, start, at);
    (end > start).then_some(start..end)
}

/// As `behind`, but after a name rather than a role: `from Tarn Police` too.
pub fn behind_name(scene: &Scene, at: usize) -> Option<NounPhrase> {
    if !scene.document.is(at, "from") {
        return behind(scene, at);
    }
    let start = at + 1 + usize::from(scene.document.tags(at + 1).any(Tags::DETERMINER));
    let end = noun_phrase_end(scene, start, at);
    (end > start).then_some(NounPhrase { tokens: start..end, preposition: at })
}

/// The end of a person, if the phrase is nothing else: with a title, or named in full here or elsewhere.
pub fn somebody(scene: &Scene, tokens: Range<usize>) -> Option<usize> {
    let start = scene.title_from(tokens.start).map_or(tokens.start, |title| title.tokens.end);
    let name = scene.name_from(start)?;
    let end = name.tokens.end;
    let family = |other: &NameSpan| scene.document.same_word(other.tokens.end - 1, end - 1);
    let in_full = |other: &NameSpan| other.tokens.len() > 1 && family(other);
    let titled = start == tokens.end && start > tokens.start;
    let whole = titled || start == tokens.start && end == tokens.end && scene.names.iter().any(in_full);
    let owner = kinds::is_possessive(scene.document, end);
    (whole && !owner).then_some(end)
}

/// The name without the kind of body before it: `Norvale Data` of `analyst firm Norvale Data`.
pub fn without_kind(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let said = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::NATIONALITY | Tags::SENTENCE_START | Tags::UPPERCASE) || is_hyphen(document, at) || !capital(at)
    };
    let word = |at: usize| document.tokens[at].kind == TokenKind::Word;
    let based = |at: usize| document.is(at, "based") && at > tokens.start + 1 && is_hyphen(document, at - 1);
    if let Some(name) = (tokens.start + 1..tokens.end).find(|&at| based(at - 1) && capital(at)) {
        return without_kind(document, name..tokens.end);
    }
    let kinds = |at: usize| document.tags(at).any(Tags::BODY) || document.is_one_of(at, &KINDS);
    let kind = |at: usize| word(at) && !capital(at) && kinds(at) && capital(at + 1);
    let name = (tokens.start + 1..tokens.end).find(|&at| kind(at - 1));
    name.filter(|&name| (tokens.start..name).all(said)).map_or(tokens.clone(), |name| name..tokens.end)
}

/// Whether an ordinary word in headline capitals is a verb, as an object follows: `Ex-Aide to Fill Seat`.
fn is_bare_verb(document: &Document, at: usize) -> bool {
    let known = Tags::PLACE | Tags::NATIONALITY | Tags::ORGANISATION | Tags::UPPERCASE | Tags::DETERMINER;
    let tags = document.tags(at);
    let object = document.tags(at + 2).any(Tags::GIVEN_NAME | Tags::SURNAME | Tags::PLACE | Tags::DETERMINER);
    tags.all(Tags::CAPITALISED | Tags::ORDINARY) && !tags.any(known) && object
}

/// The token after a possessive that is not part of the body's name: `for Mr Reed's Harbour Council`.
fn behind_owner(scene: &Scene, start: usize) -> usize {
    let document = scene.document;
    let mut owner = start + usize::from(document.tags(start).all(Tags::HONORIFIC | Tags::CAPITALISED));
    owner += usize::from(owner > start && document.is(owner, "."));
    let Some(end) = scene.name_from(owner).map(|name| name.tokens.end) else { return start };
    let owns = kinds::is_possessive(document, end);
    let body = document.tags(end + 1).any(Tags::CAPITALISED) && scene.title_from(end + 1).is_none();
    if owns && body { end + 1 } else { start }
}

/// The organisation set off from a role by a comma, recognised by a word for a body or by capitals: `, U.S. Central
/// Command`.
pub fn behind_comma(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let document = scene.document;
    if !document.is(at, ",") || !scene.same_sentence(at, at + 1) {
        return None;
    }
    let end = noun_phrase_end(scene, at + 1, at);
    let capitals = end > at + 2 && document.tags(at + 1).any(Tags::CAPITALISED);
    let body = (at + 1..end).any(|at| document.tags(at).all(Tags::ORGANISATION | Tags::CAPITALISED));
    let short = end == at + 2
        && document.tags(at + 1).any(Tags::UPPERCASE)
        && !document.tags(at + 1).any(Tags::PLACE)
        && !POST_NOMINALS.contains(&document.word(at + 1));
    let title = scene.title_from(at + 1).is_some();
    ((capitals && body || short && !title) && scene.name_from(at + 1).is_none()).then_some(at + 1..end)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn the_kind_of_body_is_no_part_of_its_name() {
        people(
            "
Ann Reed, an editor at software firm Norvale Data, met French bank Harlan chief executive Tom Dale.
^^^^^^^^ person Ann Reed
             ^^^^^^ office [editor] organisation=[Norvale Data] holder=Ann Reed
                                                                          ^^^^^^^^^^^^^^^ office [chief executive] organisation=[Harlan] holder=Tom Dale
                                                                                          ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn who_serves_a_person_serves_no_body() {
        people(
            "
A spokesman for Ann Reed said no. An aide to Mayor Dale said yes. A spokesman for Quay Rail agreed; so did Reed's agent.
  ^^^^^^^^^ office [spokesman] holder=unnamed
  ^^^^^^^^^^^^^^^^^^^^^^ person unnamed
                ^^^^^^^^ person Ann Reed
                                             ^^^^^ office [Mayor] holder=Dale
                                                   ^^^^ person Dale
                                                                    ^^^^^^^^^ office [spokesman] organisation=[Quay Rail] holder=unnamed
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
                                                                                                           ^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn what_is_set_off_behind_two_offices_is_the_body_of_both() {
        people(
            "
Ann Reed, director and editor, Tarn Press, left. Tom Dale, an analyst from Quay Fund, stayed.
^^^^^^^^ person Ann Reed
          ^^^^^^^^ office [director] organisation=[Tarn Press] holder=Ann Reed
                       ^^^^^^ office [editor] organisation=[Tarn Press] holder=Ann Reed
                                                 ^^^^^^^^ person Tom Dale
                                                              ^^^^^^^ office [analyst] organisation=[Quay Fund] holder=Tom Dale
",
        );
    }

    #[test]
    fn where_a_body_is_based() {
        people(
            "
Ann Reed, head of the Norvale-based Orbo, met Tom Dale, a spokesman for US firm Quay Freight.
^^^^^^^^ person Ann Reed
          ^^^^ office [head] organisation=[Orbo] holder=Ann Reed
                                              ^^^^^^^^ person Tom Dale
                                                          ^^^^^^^^^ office [spokesman] organisation=[Quay Freight] holder=Tom Dale
",
        );
    }

    #[test]
    fn who_writes_for_a_club_governs_nothing() {
        people(
            "
The Secretary of the Norvale Miners Union, Mr Tom Dale, spoke.
    ^^^^^^^^^ office [Secretary] organisation=[Norvale Miners Union] holder=Tom Dale
                                              ^^^^^^^^ person Tom Dale
",
        );
    }
}
