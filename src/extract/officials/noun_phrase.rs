//! Where the noun phrase after an office ends: "of the Coalition to Stop Floods", "of Fairness.org", but "of Norvale"
//! in "of Norvale formally asked".

use super::{
    name_shape::{is_hyphen, is_inner_dot},
    nouns::{is_body, is_field_of_body, is_past_behind_name, is_pointed_time, is_unit, is_verb_of_body},
    rank,
    scene::Scene,
};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Words that end a noun phrase.
pub const STOP: Tags = Tags::DETERMINER
    .with(Tags::PREPOSITION)
    .with(Tags::PRONOUN)
    .with(Tags::CONJUNCTION)
    .with(Tags::AUXILIARY)
    .with(Tags::VERB)
    .with(Tags::CUE)
    .with(Tags::RELATIVE)
    .with(Tags::NEGATION)
    .with(Tags::WEEKDAY)
    .with(Tags::DAY_WORD)
    .with(Tags::HONORIFIC);
/// Maximum number of tokens in an organisation's name.
pub const LONGEST: usize = 16;

/// The end of the noun phrase from `start`, in the sentence of `at`.
pub fn noun_phrase_end(scene: &Scene, start: usize, at: usize) -> usize {
    let document = scene.document;
    let limit = if at < document.tokens.len() { document.sentence_tokens(at).end.min(start + LONGEST) } else { start };
    let mut end = start;
    let mut lower = 0;
    while end < limit {
        let step = step(scene, start, end, limit, &mut lower);
        if step == 0 {
            break;
        }
        end += step;
    }
    let end = end.min(limit);
    // `head of Norvale's $3m fund`: the owner belongs to the phrase only if the name of what is owned follows.
    let sum = document.tags(end).any(Tags::CURRENCY | Tags::DIGITS);
    let owner = sum && end > start + 1 && document.tokens[end - 1].kind == TokenKind::Possessive;
    end - usize::from(owner)
}

/// The number of tokens at `end` that belong to the phrase from `start`, 0 where it ends; `lower` counts lower-case
/// words in a row.
fn step(scene: &Scene, start: usize, end: usize, limit: usize, lower: &mut usize) -> usize {
    let document = scene.document;
    match document.tokens[end].kind {
        _ if scene.name_from(end).is_some() && end > start && !document.is(end - 1, "of") => 0,
        TokenKind::Word => word_step(scene, start, end, limit, lower),
        TokenKind::Possessive => {
            *lower = 0;
            1
        }
        TokenKind::Number => 1,
        TokenKind::Dash => usize::from(end > start && document.is_glued(end - 1) && document.is_glued(end)),
        TokenKind::Mark => mark_length(document, end, start),
        TokenKind::Quotation => usize::from(end > start && is_plural_owner(document, end)),
    }
}

/// As [`step`], for a word.
fn word_step(scene: &Scene, start: usize, end: usize, limit: usize, lower: &mut usize) -> usize {
    let document = scene.document;
    let tags = document.tags(end);
    let day = || tags.any(Tags::HONORIFIC | Tags::WEEKDAY | Tags::MONTH) && !is_our_lady(document, end);
    if rank::ends_body(scene, start, end) {
        return 0;
    }
    if tags.any(Tags::CAPITALISED) && !day() {
        *lower = 0;
        return 1;
    }
    if is_link(document, end, limit) && end > start && (*lower == 0 || is_unit(document, end - 1)) {
        let next = end + link_length(document, end);
        let other = !document.is(end, "of") && scene.name_from(next).is_some();
        let office = document.is(end, "and") && opens_office(scene, next);
        return if other || office || opens_title(scene, next) { 0 } else { next - end };
    }
    let field = || end > start && is_field_of_body(document, end);
    if is_aim(document, end, start) || is_pair(document, end, start) || field() {
        return 2;
    }
    if is_verb_of_body(document, end) {
        return 1;
    }
    let stops = tags.any(STOP) && !is_in_compound(document, end);
    if stops || *lower >= 3 && !heads_soon(document, end) || tells_more(document, end, start) {
        return 0;
    }
    // `the global flight-tracking service Quay`: a compound is one word.
    *lower += usize::from(!is_hyphen(document, end + 1));
    1
}

/// The number of tokens that continue a body's name at a mark inside it.
fn mark_length(document: &Document, at: usize, start: usize) -> usize {
    if is_inner_dot(document, at) {
        2
    } else if at > start && document.is(at, ",") {
        partners_length(document, at)
    } else {
        usize::from(at > start && is_saint(document, at) || document.is(at, "&"))
    }
}

/// Whether the word is the `Lady` of a church: `Our Lady of Mercy`.
fn is_our_lady(document: &Document, at: usize) -> bool {
    document.is(at, "lady") && at > 0 && document.is(at - 1, "our")
}

/// The number of tokens that continue a firm's name at a comma: `, Marsh & Dale`.
fn partners_length(document: &Document, comma: usize) -> usize {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED) && document.tokens[at].kind == TokenKind::Word;
    let mut end = comma;
    while document.is(end, ",") && capital(end + 1) {
        end += 2;
    }
    let firm = end > comma && capital(comma - 1) && document.is(end, "&") && capital(end + 1);
    if firm { end + 2 - comma } else { 0 }
}

/// Whether the dot is that of `Mt. Sinai Church`, `St. Anne's`.
fn is_saint(document: &Document, dot: usize) -> bool {
    let short = document.is_one_of(dot - 1, const { &WordList::of(["ft", "mt", "st"]) });
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    document.is(dot, ".") && short && capital(dot - 1) && capital(dot + 1) && document.is_glued(dot - 1)
}

/// Whether `to` begins the purpose in the name of a body: `the Coalition to Stop Floods`.
fn is_aim(document: &Document, at: usize, start: usize) -> bool {
    let next = document.tags(at + 1);
    let name = Tags::PLACE | Tags::NATIONALITY | Tags::GIVEN_NAME | Tags::TITLE | Tags::HONORIFIC | Tags::DETERMINER;
    document.is(at, "to")
        && at > start
        && document.tags(at - 1).all(Tags::CAPITALISED | Tags::ORGANISATION)
        && next.all(Tags::CAPITALISED | Tags::ORDINARY)
        && !next.any(name)
}

/// Whether `and` joins two fields of one body: `Norvale's freight and barge lab`, `the Norvale parks and harbours
/// committee`.
fn is_pair(document: &Document, at: usize, start: usize) -> bool {
    const COMMITTEES: WordList<4> = WordList::of(["commission", "committee", "department", "subcommittee"]);
    let lower = |at: usize| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(Tags::CAPITALISED);
    let body = at + 2 < document.tokens.len() && lower(at + 1) && lower(at + 2);
    let owned = document.tags(at + 2).any(Tags::ORGANISATION)
        && at > start + 1
        && document.tokens[at - 2].kind == TokenKind::Possessive;
    let committee = at > start + 1 && lower(at - 1) && document.is_one_of(at + 2, &COMMITTEES);
    document.is(at, "and") && body && (owned || committee) && !document.tags(at + 1).any(STOP)
}

/// Whether a word says how, when or what instead of being part of the noun phrase.
fn tells_more(document: &Document, at: usize, start: usize) -> bool {
    is_manner(document, at)
        || is_doing(document, at)
        || is_pointed_time(document, at)
        || is_past_behind_name(document, at, start)
}

/// Whether a long phrase is about to reach the body it names: the `consulting` or `firm` of `a river safety consulting
/// firm`.
fn heads_soon(document: &Document, at: usize) -> bool {
    is_body(document, at) || is_body(document, at + 1) && !document.tags(at + 1).any(STOP)
}

/// Whether the word says what the members of the body do: `of the team studying the tides`.
fn is_doing(document: &Document, at: usize) -> bool {
    let next = document.tags(at + 1);
    document.tokens[at].span.len() > 5
        && document.ends_in(at, "ing")
        && next.any(Tags::DETERMINER | Tags::PRONOUN | Tags::RELATIVE)
}

/// Whether the word says how something was done: `of Norvale formally asked`.
fn is_manner(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::ADVERB) || document.tokens[at].span.len() > 5 && document.ends_in(at, "ally")
}

/// Whether the word is part of a lower-case compound: `direct-selling giant Quayway`.
fn is_in_compound(document: &Document, at: usize) -> bool {
    let end = at > 1 && is_hyphen(document, at - 1) && !document.tags(at - 2).any(Tags::CAPITALISED);
    end || is_hyphen(document, at + 1)
}

/// Whether the word is `of`, `and`, `for`, `on` or the like between capitalised words of one name.
fn is_link(document: &Document, at: usize, limit: usize) -> bool {
    let campus = document.is(at, "at") && at > 2 && document.is(at - 3, "university");
    let link = campus || document.is_one_of(at, const { &WordList::of(["of", "and", "for", "on", "in"]) });
    let next = at + link_length(document, at);
    let capital = |at: usize| {
        at < limit && document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::WEEKDAY | Tags::MONTH)
    };
    // `Quay Research in Norvale`: the location, unlike `Kites in Class`.
    let place = |at: usize| document.tags(at).any(Tags::PLACE | Tags::UPPERCASE);
    if document.is(at, "in") && at > 0 && (place(at - 1) || place(next) || !document.tags(next).any(Tags::ORDINARY)) {
        return false;
    }
    let unit = document.is(at, "of") && at > 0 && is_unit(document, at - 1);
    link && capital(next) && at > 0 && (document.tags(at - 1).any(Tags::CAPITALISED) || unit)
}

/// Whether a title with its holder starts, which is not part of the name before it: `Mayor Tom Okafor`.
pub fn opens_title(scene: &Scene, at: usize) -> bool {
    scene.title_from(at).is_some_and(|title| scene.name_from(title.tokens.end).is_some())
}

/// Whether another capitalised office with its complement starts: `Duke of Tarn and Chairman of the Council`.
fn opens_office(scene: &Scene, at: usize) -> bool {
    const TIES: WordList<3> = WordList::of(["for", "of", "on"]);
    let one = |end: usize| scene.document.is_one_of(end, &TIES) && scene.document.tags(at).any(Tags::CAPITALISED);
    scene.title_from(at).is_some_and(|title| !title.form.plural && one(title.tokens.end))
}

/// The length of a link including the article after it.
fn link_length(document: &Document, at: usize) -> usize {
    1 + usize::from(document.is(at + 1, "the"))
}

/// Whether the token is the apostrophe of a plural: `the growers' union`.
fn is_plural_owner(document: &Document, at: usize) -> bool {
    let glued = document.is_glued(at - 1) && !document.is_glued(at);
    let owned = document.tags(at + 1).any(Tags::ORGANISATION | Tags::CAPITALISED);
    glued && document.ends_in(at - 1, "s") && owned
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn what_a_body_is_for_and_where_it_is_on_the_net_belong_to_its_name() {
        people(
            "
Tom Dale, director of the Coalition to Stop Sea Floods, met Ann Reed, head of Fairness.org,
^^^^^^^^ person Tom Dale
          ^^^^^^^^ office [director] organisation=[Coalition to Stop Sea Floods] holder=Tom Dale
                                                            ^^^^^^^^ person Ann Reed
                                                                      ^^^^ office [head] organisation=[Fairness.org] holder=Ann Reed
and Ivo Amos, founder of direct-selling giant Quayway.
    ^^^^^^^^ person Ivo Amos
              ^^^^^^^ office [founder] organisation=[Quayway] holder=Ivo Amos
",
        );
    }

    #[test]
    fn what_follows_is_no_part_of_the_name() {
        people(
            "
Ann Reed, treasurer of Norvale Rail, formally asked Tom Dale, head of Norvale's $35 billion fund.
^^^^^^^^ person Ann Reed
          ^^^^^^^^^ office [treasurer] organisation=[Norvale Rail] holder=Ann Reed
                                                    ^^^^^^^^ person Tom Dale
                                                              ^^^^ office [head] organisation=[Norvale] holder=Tom Dale
Representatives Ann Reed of Norvale and Ivo Amos of Tarn formally asked.
                ^^^^^^^^ person Ann Reed
                                        ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn where_a_body_is_is_no_part_of_its_name() {
        people(
            "
Ann Reed, an analyst with Quay Capital in Ostwick, met Tom Dale, a spokesman for the national canal board.
^^^^^^^^ person Ann Reed
             ^^^^^^^ office [analyst] organisation=[Quay Capital] holder=Ann Reed
                                                       ^^^^^^^^ person Tom Dale
                                                                   ^^^^^^^^^ office [spokesman] organisation=[national canal board] holder=Tom Dale
",
        );
    }

    #[test]
    fn what_those_of_a_body_do() {
        people(
            "
Ann Reed, the head of the harbour team studying the tides, met Chief Quillon Circuit Judge Tom Dale.
^^^^^^^^ person Ann Reed
              ^^^^ office [head] organisation=[harbour team] holder=Ann Reed
                                                                             ^^^^^^^^^^^^^ office [Circuit Judge] organisation=[Quillon] holder=Tom Dale
                                                                                           ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn a_long_phrase_goes_on_to_its_body() {
        people(
            "
Tom Dale, head of the river safety market research firm, left.
^^^^^^^^ person Tom Dale
          ^^^^ office [head] organisation=[river safety market research firm] holder=Tom Dale
",
        );
    }

    #[test]
    fn partners_and_churches() {
        people(
            "
Ann Reed, an analyst at Quay, Marsh & Dale, met the Rev. Ivo Amos of Our Lady of Tarn.
^^^^^^^^ person Ann Reed
             ^^^^^^^ office [analyst] organisation=[Quay, Marsh & Dale] holder=Ann Reed
                                                    ^^^ office [Rev] organisation=[Our Lady of Tarn] holder=Ivo Amos
                                                         ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn another_office_ends_what_the_first_is_of() {
        people(
            "
Ann Reed, Duchess of Tarn and Chairman of the Harbour Council, met Tom Dale, chair of the Norvale parks and roads committee.
^^^^^^^^ person Ann Reed
          ^^^^^^^ office [Duchess] organisation=[Tarn] jurisdiction=[Tarn] holder=Ann Reed
                              ^^^^^^^^ office [Chairman] organisation=[Harbour Council] holder=Ann Reed
                                                                   ^^^^^^^^ person Tom Dale
                                                                             ^^^^^ office [chair] organisation=[Norvale parks and roads committee] holder=Tom Dale
",
        );
    }
}
