//! Where the name of the organisation beside a role begins and ends.

use std::ops::Range;

use super::{
    name_shape::{CLOSED, is_hyphen},
    noun_phrase::{LONGEST, STOP, is_inner_dot, noun_phrase_end},
    nouns::is_event,
    scene::Scene,
    title::Title,
};
use crate::types::{Document, Tags, TokenKind, WordList};

/// The noun phrase behind a preposition.
#[derive(Debug, Clone)]
pub struct NounPhrase {
    /// Determiner left out.
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
        self.tokens.clone().any(known)
    }

    /// Whether it is work that concerns a country: `European affairs`, `Middle East policy`.
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
        lower && document.tags(self.tokens.end - 1).any(Tags::ORGANISATION | Tags::SITE)
    }

    /// Whether it is a department in lower case rather than a body: `head of stores`.
    pub fn is_department(&self, document: &Document) -> bool {
        let lower = !self.tokens.clone().any(|at| document.tags(at).any(Tags::CAPITALISED));
        lower && self.tokens.start == self.preposition + 1 && document.word(self.tokens.end - 1).ends_with('s')
    }

    /// Whether it is a country or city.
    pub fn is_place(&self, document: &Document) -> bool {
        self.tokens.len() == 1 && document.tags(self.tokens.start).any(Tags::PLACE)
    }

    /// Whether its preposition binds it to the role.
    pub fn is_tight(&self, document: &Document) -> bool {
        document.is_one_of(self.preposition, const { &WordList::of(["of", "for", "to"]) })
    }
}

/// `of the Lombardy region`, `for the Indonesian military`, behind a role that ends before `at`.
pub fn behind(scene: &Scene, at: usize) -> Option<NounPhrase> {
    let document = scene.document;
    let next = document.tags(at + 1);
    let infinitive = document.is(at, "to") && is_bare_verb(document, at + 1);
    let always = !infinitive && document.is_one_of(at, const { &WordList::of(["of", "for", "at", "with", "to"]) });
    let place = document.is(at, "in") && next.any(Tags::CAPITALISED) && !next.any(Tags::MONTH | Tags::WEEKDAY);
    if !always && !place {
        return None;
    }
    let mut start = at + 1;
    while document.tags(start).any(Tags::DETERMINER | Tags::ADJECTIVE) && !document.tags(start).any(Tags::CAPITALISED)
        || document.is_one_of(start, const { &WordList::of(["his", "her", "its", "their"]) })
    {
        start += 1;
    }
    start = behind_owner(scene, start);
    let end = noun_phrase_end(scene, start, at);
    let lower = !(start..end).any(|at| document.tags(at).any(Tags::CAPITALISED));
    let body = end > start && document.tags(end - 1).any(Tags::ORGANISATION);
    let to = document.is(at, "to") && lower && !body;
    // `for 15 years`, `for the first time`: how long, or how often.
    let time = |at: usize| document.tags(at).any(Tags::TIME_UNIT) || document.is(at, "time");
    let how_long = document.is(at, "for") && lower && end > start && time(end - 1);
    let event = document.is(at, "at") && end > start && is_event(document, end - 1);
    (end > start && !to && !how_long && !event).then_some(NounPhrase { tokens: start..end, preposition: at })
}

/// The noun phrase from `at` on, its article left out, as the object of the verb before it.
pub fn object(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(scene.document.tags(at).any(Tags::DETERMINER));
    let end = noun_phrase_end(scene, start, at);
    (end > start).then_some(start..end)
}

/// As `behind`, of a name rather than a role: `from Tarn Police` too.
pub fn behind_name(scene: &Scene, at: usize) -> Option<NounPhrase> {
    if !scene.document.is(at, "from") {
        return behind(scene, at);
    }
    let start = at + 1 + usize::from(scene.document.tags(at + 1).any(Tags::DETERMINER));
    let end = noun_phrase_end(scene, start, at);
    (end > start).then_some(NounPhrase { tokens: start..end, preposition: at })
}

/// `Ex-Aide to Fill Seat`: an ordinary word in front of what it acts on, in the capitals of a headline.
fn is_bare_verb(document: &Document, at: usize) -> bool {
    let known = Tags::PLACE | Tags::NATIONALITY | Tags::ORGANISATION | Tags::UPPERCASE | Tags::DETERMINER;
    let tags = document.tags(at);
    let object = document.tags(at + 2).any(Tags::GIVEN_NAME | Tags::SURNAME | Tags::PLACE | Tags::DETERMINER);
    tags.all(Tags::CAPITALISED | Tags::ORDINARY) && !tags.any(known) && object
}

/// Past `Mr Reed's` in `for Mr Reed's Harbour Council`: whose it is says nothing of its name.
fn behind_owner(scene: &Scene, start: usize) -> usize {
    let document = scene.document;
    let mut owner = start + usize::from(document.tags(start).all(Tags::HONORIFIC | Tags::CAPITALISED));
    owner += usize::from(owner > start && document.is(owner, "."));
    let Some(end) = scene.name_from(owner).map(|name| name.tokens.end) else { return start };
    let owns = document.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Possessive);
    let body = document.tags(end + 1).any(Tags::CAPITALISED) && scene.title_from(end + 1).is_none();
    if owns && body { end + 1 } else { start }
}

/// `, U.S. Central Command`: an organisation set off from a role by a comma, told by its last word.
pub fn behind_comma(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let document = scene.document;
    if !document.is(at, ",") || !scene.same_sentence(at, at + 1) {
        return None;
    }
    let end = noun_phrase_end(scene, at + 1, at);
    let capitals = end > at + 2 && document.tags(at + 1).any(Tags::CAPITALISED);
    let body = (at + 1..end).any(|at| document.tags(at).all(Tags::ORGANISATION | Tags::CAPITALISED));
    let short = end == at + 2 && document.tags(at + 1).any(Tags::UPPERCASE) && !document.tags(at + 1).any(Tags::PLACE);
    let title = scene.title_from(at + 1).is_some();
    ((capitals && body || short && !title) && scene.name_from(at + 1).is_none()).then_some(at + 1..end)
}

/// The organisation before a role that starts at `at`: `Kent Police Federation`, `Israel's`, `a Cuban`;
/// with `heads_body` also a word that could be somebody's name: `Aston's chief executive`.
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
    start += usize::from(start + 1 < end && is_holders_own(document, start));
    while start < end && !opens(document, start) || start + 1 < end && is_opening_adjective(document, start) {
        start += 1;
    }
    // `In St. Petersburg, Florida, Rabbi Reed said`: where it was.
    if of_state && start > first && document.tags(start - 1).any(Tags::PREPOSITION) {
        return None;
    }
    let adjacent = end == at;
    let ordinal = end == start + 1 && document.tags(start).any(Tags::DIGITS)
        || end == start + 2 && document.tokens.get(start).is_some_and(|token| token.kind == TokenKind::Number);
    let speaks = document.word(at).to_ascii_lowercase().starts_with("spokes") && !document.tags(start).any(Tags::FIELD);
    let mere = || adjacent && !speaks && is_mere_word(document, &(start..end));
    (!ordinal && start < end && !mere()).then_some(start..end)
}

/// Before the state in `Tarn County, Ohio, coroner`, the end of the place whose office it is.
fn before_state(document: &Document, at: usize, first: usize) -> usize {
    if at < first + 4 || !document.is(at - 1, ",") {
        return at;
    }
    let state = if document.is(at - 2, ".") { at - 3 } else { at - 2 };
    let place = document.tags(state).all(Tags::PLACE | Tags::CAPITALISED)
        && document.is(state - 1, ",")
        && document.tags(state - 2).any(Tags::CAPITALISED);
    if place { state - 1 } else { at }
}

/// `Fellow Quay Rail co-founder`, `Senior US District Judge`: said of the holder in the capital of a sentence.
fn is_holders_own(document: &Document, at: usize) -> bool {
    const WORDS: WordList<5> = WordList::of(["current", "fellow", "longtime", "outgoing", "senior"]);
    document.tags(at).any(Tags::SENTENCE_START) && document.is_one_of(at, &WORDS)
}

/// Past `Norvale and` in `between Norvale and the Tarnish president`: of two countries the adjective is the office's.
fn behind_other_country(document: &Document, tokens: Range<usize>) -> usize {
    let Some(last) = tokens.clone().last().filter(|_| tokens.len() > 2) else { return tokens.start };
    let two = document.tags(last).any(Tags::NATIONALITY)
        && document.is(last - 1, "and")
        && document.tags(last - 2).any(Tags::PLACE | Tags::UPPERCASE)
        && (document.tags(last - 2).any(Tags::UPPERCASE) || !document.tags(last - 2).any(Tags::NATIONALITY));
    if two { last } else { tokens.start }
}

/// The apostrophe of `rebels'`.
fn is_bare_apostrophe(document: &Document, at: usize) -> bool {
    document.tokens[at].kind == TokenKind::Quotation
        && at > 0
        && document.is_glued(at - 1)
        && document.word(at - 1).ends_with('s')
        && document.tags(at - 1).any(Tags::CAPITALISED)
}

fn is_part(scene: &Scene, at: usize, end: usize, heads_body: bool) -> bool {
    let document = scene.document;
    let tags = document.tags(at);
    let office_of = (document.tags(at).any(Tags::CAPITALISED) || document.is(at, "sheriff"))
        && document.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Possessive);
    let other = |title: &Title| !title.form.plural && at + 1 == end && !office_of;
    let single =
        at + 1 == end && scene.name_from(at).is_some_and(|name| name.tokens.len() == 1 && name.honorific.is_none());
    let word = single && if is_owner(document, at) { heads_body } else { is_lower(document, at + 1) };
    if scene.is_in_name(at) && !word || scene.title_until(at + 1).is_some_and(other) {
        return false;
    }
    match document.tokens[at].kind {
        TokenKind::Word if document.is(at, "former") || document.is(at, "current") => false,
        TokenKind::Word if tags.any(Tags::UPPERCASE) => true,
        TokenKind::Word if tags.any(Tags::CAPITALISED) => !tags.any(
            Tags::WEEKDAY
                | Tags::DAY_WORD
                | Tags::HONORIFIC
                | Tags::DETERMINER
                | Tags::PREPOSITION
                | Tags::CONJUNCTION
                | Tags::PRONOUN,
        ),
        TokenKind::Word => {
            let link = document.is_one_of(at, const { &WordList::of(["of", "and", "for"]) });
            let linked = link
                && at + 1 < end
                && document.tags(at + 1).any(Tags::CAPITALISED)
                && at > 0
                && document.tags(at - 1).any(Tags::CAPITALISED);
            let body = is_lower_body(document, at);
            let modifies =
                at + 1 < end && is_lower_body(document, at + 1) && !tags.any(STOP | Tags::ADVERB | Tags::ADJECTIVE);
            let ordinal = at > 0 && document.tags(at - 1).any(Tags::DIGITS) && document.is_glued(at - 1);
            let sheriff = document.is(at, "sheriff") && is_owner(document, at);
            linked || body || modifies || ordinal || sheriff
        }
        TokenKind::Dash => is_hyphen(document, at),
        TokenKind::Mark => document.is(at, "&") || is_abbreviated(document, at),
        TokenKind::Number => document.is_glued(at),
        TokenKind::Possessive => at + 1 < end && document.tags(at + 1).any(Tags::CAPITALISED),
        TokenKind::Quotation => false,
    }
}

fn is_owner(document: &Document, at: usize) -> bool {
    document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Possessive)
}

fn is_lower(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(Tags::CAPITALISED))
}

/// The dot of `St. Mary County`, of a place that is written short, or of `Quay Inc.`.
fn is_abbreviated(document: &Document, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| document.is(at, ".") && document.is_glued(before));
    let short = |at: usize| {
        document.is(at, "st")
            || document.tags(at).any(Tags::PLACE)
            || document.tags(at).all(Tags::ABBREVIATION | Tags::ORGANISATION)
    };
    before.is_some_and(short)
}

/// `police`, `office`, `military`, in lower case.
fn is_lower_body(document: &Document, at: usize) -> bool {
    let body =
        document.tags(at).any(Tags::ORGANISATION) || document.is(at, "military") || document.is(at, "government");
    body && !document.tags(at).any(Tags::CAPITALISED)
}

/// A word an organisation's name can begin with.
fn opens(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let kind = document.tokens[at].kind;
    let inside = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START | CLOSED);
    let closed = tags.any(STOP | Tags::ADVERB) && !inside && !tags.any(Tags::UPPERCASE) || is_grade(document, at);
    matches!(kind, TokenKind::Word | TokenKind::Number) && !closed
}

/// `Embattled Norvale`: an ordinary word before a place has its capital as the first of the sentence.
fn is_opening_adjective(document: &Document, at: usize) -> bool {
    let known = Tags::PLACE | Tags::NATIONALITY | Tags::ORGANISATION | Tags::UPPERCASE;
    let tags = document.tags(at);
    let place = document.tags(at + 1).any(Tags::PLACE | Tags::NATIONALITY);
    tags.all(Tags::SENTENCE_START | Tags::ORDINARY) && !tags.any(known) && place
}

/// `Assistant Tarn County Prosecutor`, `Retired Tarn policeman`: the first word grades the office.
fn is_grade(document: &Document, at: usize) -> bool {
    document.is_one_of(
        at,
        const { &WordList::of(["assistant", "deputy", "acting", "interim", "former", "ousted", "retired"]) },
    )
}

/// `Defense attorney`: one ordinary word, capitalised as the first of its sentence, is no body.
fn is_mere_word(document: &Document, tokens: &Range<usize>) -> bool {
    let known = Tags::PLACE | Tags::NATIONALITY | Tags::ORGANISATION | Tags::UPPERCASE;
    let tags = document.tags(tokens.start);
    tokens.len() == 1 && tags.all(Tags::SENTENCE_START | Tags::ORDINARY) && !tags.any(known)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn of_two_countries_the_adjective_is_the_offices() {
        people(
            "
A row of Norway and Russian President Ivo Putov.
                            ^^^^^^^^^ office [President] organisation=[Russian] jurisdiction=[Russian] holder=Ivo Putov
                                      ^^^^^^^^^ person Ivo Putov
",
        );
    }

    #[test]
    fn states_sheriffs_and_words_of_the_holder() {
        people(
            "
The Tarn County, Ohio, coroner Gary Dale met Tarn County sheriff's Sgt. Don Amos.
                       ^^^^^^^ office [coroner] organisation=[Tarn County] jurisdiction=[Tarn County] holder=Gary Dale
                               ^^^^^^^^^ person Gary Dale
                                                                   ^^^ office [Sgt] organisation=[Tarn County sheriff] holder=Don Amos
                                                                        ^^^^^^^^ person Don Amos
Fellow Quay Rail co-founder Ivo Reed left. In Norvale, Ohio, Rabbi Jacob Amos spoke.
                 ^^^^^^^^^^ office [co-founder] organisation=[Quay Rail] holder=Ivo Reed
                            ^^^^^^^^ person Ivo Reed
                                                             ^^^^^ office [Rabbi] holder=Jacob Amos
                                                                   ^^^^^^^^^^ person Jacob Amos
",
        );
    }
}
