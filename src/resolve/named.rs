//! The person named in the mention next to a cue: `Finch`, `Mayor Nora Finch`, but not `Finch's lawyer`.

use std::ops::Range;

use super::{portfolios::Portfolios, pronouns::Mentioned};
use crate::{
    grammar::kinds,
    types::{Document, Office, Person, Span, Speaker, Tags, TokenKind, WordList},
};

/// The most tokens of the title before an apposed name.
const TITLE_SET_APART: usize = 7;

/// The most bytes between an office and its organisation: ` of the `.
const BETWEEN_BYTES: usize = 8;

/// The person named in the mention: the last name before a comma, so that an apposition or another name in the title is
/// not taken; else the name in an apposition: `her lawyer, Nora Finch`.
pub fn named(
    document: &Document,
    speaker: &Speaker,
    content: &[Span],
    portfolios: &Portfolios,
    mentions: &[Mentioned],
    people: &[Person],
) -> Option<u32> {
    let tokens = document.tokens_in(speaker.span);
    // `president and chief executive Nora Finch`: the conjunction joins two offices of one person.
    let office = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::TITLE) && (!tags.any(Tags::CAPITALISED) || tags.any(Tags::UPPERCASE))
    };
    let joins = |at: usize| {
        let joint = document.tags(at).any(Tags::CONJUNCTION) && !(at > tokens.start && office(at - 1));
        joint && !is_held(document, at, tokens.end, mentions, people)
    };
    let parts = |at: usize| document.is(at, ",") || joins(at);
    let comma = tokens.clone().find(|&at| parts(at) && !portfolios.contain(document.tokens[at].span));
    let head = comma.map_or(speaker.span.end, |at| document.tokens[at].span.start);
    let first = mentions.partition_point(|mention| mention.span.end <= speaker.span.start);
    let mut inside = mentions[first..].iter().take_while(|mention| mention.span.start < head);
    let own = |mention: &&Mentioned| {
        let offices = &people[mention.person as usize].offices;
        is_head(document, tokens.clone(), document.tokens_in(mention.span), offices)
    };
    let own: Vec<&Mentioned> = inside.by_ref().filter(own).collect();
    let name = |mention: &&&Mentioned| people[mention.person as usize].name.is_some();
    // Of mentions without a name, the first: `a spokesman for the governor`.
    if let Some(mention) = own.iter().rfind(name).or(own.first()) {
        return Some(mention.person);
    }
    let next = mentions.get(mentions.partition_point(|mention| mention.span.end <= speaker.span.end))?;
    let said = content.iter().any(|stretch| stretch.overlaps(next.span));
    (!said && is_apposition(document, tokens.end, document.tokens_in(next.span))).then_some(next.person)
}

/// The only person with a family name that comes alone or after a courtesy title and was not recognised as a mention,
/// because it looks like a word or an office: `Mr Dean`, or `Felt said` at the start of a sentence.
pub fn by_family_name(document: &Document, span: Span, people: &[Person]) -> Option<u32> {
    let tokens = document.tokens_in(span);
    let last = tokens.end.checked_sub(1)?;
    let other = Tags::TITLE | Tags::PERSON_NOUN | Tags::KIN | Tags::ORGANISATION | Tags::PLACE | Tags::NATIONALITY;
    let addressed = tokens.start < last && document.tags(tokens.start).any(Tags::HONORIFIC);
    let before = (tokens.start..last).all(|at| document.tags(at).any(Tags::HONORIFIC) || document.is(at, "."));
    let tags = document.tags(last);
    if !before || !tags.any(Tags::CAPITALISED) || !addressed && tags.any(other.with(Tags::PRONOUN)) {
        return None;
    }
    let family = document.text(document.tokens[last].span);
    let is_called = |name: &str| {
        let mut words =
            name.split([' ', ',']).filter(|word| !word.is_empty() && !matches!(*word, "Jr" | "Jr." | "Sr" | "Sr."));
        words.next().is_some() && words.next_back() == Some(family)
    };
    let mut called = (0u32..)
        .zip(people)
        .filter(|(_, person)| person.name.as_deref().is_some_and(is_called))
        .map(|(index, _)| index);
    called.next().filter(|_| called.next().is_none())
}

/// `Otter Fire and Rescue chief Nora Finch`, `Dorn Mills chairman and president Nora Finch`: whether the conjunction is
/// part of the offices of the person named after it.
fn is_held(document: &Document, at: usize, end: usize, mentions: &[Mentioned], people: &[Person]) -> bool {
    let joint = document.tokens[at].span;
    let next = mentions.get(mentions.partition_point(|mention| mention.span.start < joint.end));
    let inside = next.filter(|next| next.span.end <= document.tokens[end - 1].span.end);
    inside.is_some_and(|mention| in_office(document, &people[mention.person as usize].offices, at))
}

/// Whether a token is inside an office, between it and its organisation, or between two offices.
fn in_office(document: &Document, offices: &[Office], at: usize) -> bool {
    let span = document.tokens[at].span;
    let role = |at: usize| {
        document.tokens.get(at).is_some_and(|token| offices.iter().any(|office| office.role.contains(token.span)))
    };
    let whole = |office: &Office| {
        let body = office.organisation.unwrap_or(office.role);
        let whole = Span { start: office.role.start.min(body.start), end: office.role.end.max(body.end) };
        let between = whole.len().saturating_sub(office.role.len() + body.len());
        between <= BETWEEN_BYTES && whole.contains(span)
    };
    offices.iter().any(whole) || at > 0 && role(at - 1) && role(at + 1)
}

/// Whether a name is the head of the phrase: not in `Finch's` lawyer, nor in a friend `of Finch`, but in `Chief of
/// Staff Finch`, which is the person's office.
fn is_head(document: &Document, phrase: Range<usize>, name: Range<usize>, offices: &[Office]) -> bool {
    let followed = name.end < phrase.end
        && (matches!(document.tokens[name.end].kind, TokenKind::Possessive | TokenKind::Quotation)
            || !document.tags(name.end).any(Tags::CAPITALISED | Tags::PREPOSITION | Tags::CONJUNCTION)
                && document.tokens[name.end].kind == TokenKind::Word);
    // `of Finch`, `of Mr Finch`, `of the elder Finch`, `for Otter County Sheriff Finch`.
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED) || document.is(at, ".");
    let noun =
        |at: usize| document.tags(at).any(Tags::TITLE | Tags::KIN | Tags::PERSON_NOUN) || document.is(at, "former");
    let joins = |at: usize| document.tags(at).any(Tags::PREPOSITION | Tags::CONJUNCTION);
    let held = |at: usize| in_office(document, offices, at);
    let mut described = false;
    let before = (phrase.start..name.start).rev().find(|&at| {
        described |= !capital(at) && noun(at);
        !held(at) && (joins(at) || !capital(at) && !noun(at))
    });
    // `a friend of victim Finch`, but `Bank of Dorn governor Finch`.
    let somebody = |at: usize| at > phrase.start && !capital(at - 1);
    let preposition = |at: usize| {
        document.tags(at).any(Tags::PREPOSITION) && (!described || somebody(at))
            || is_reduced(document, phrase.start, at)
    };
    let article = |at: usize| at > phrase.start + 1 && document.is(at - 1, "the") && preposition(at - 2);
    let tied = before.is_some_and(|at| preposition(at) || article(at));
    !followed && !tied
}

/// `a lawyer representing`, but not `the acting`: a participle after a noun for a person.
fn is_reduced(document: &Document, start: usize, at: usize) -> bool {
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let somebody = |at: usize| document.tags(at).any(Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN);
    at > start && lower(at) && document.ends_in(at, "ing") && somebody(at - 1) && lower(at - 1)
}

/// Whether the name is set off by commas right after the phrase that ends at `end`, perhaps with titles before it.
fn is_apposition(document: &Document, end: usize, name: Range<usize>) -> bool {
    let other = Tags::AUXILIARY | Tags::VERB | Tags::CUE | Tags::PREPOSITION | Tags::CONJUNCTION | Tags::PRONOUN;
    let titled = |at: usize| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(other);
    let closed = matches!(
        document.tokens.get(past_rank(document, name.end)).map(|token| token.kind),
        None | Some(TokenKind::Mark | TokenKind::Quotation)
    );
    document.is(end.min(name.start), ",")
        && closed
        && name.start <= end + TITLE_SET_APART
        && (end + 1..name.start).all(|at| titled(at) || document.is(at, "."))
}

/// `Ivo Marsh KC, said`, `Ivo Marsh of Otter & Sons LLP, said`: the token after letters of rank, or after the firm or
/// place of the person whose name ends at `end`.
fn past_rank(document: &Document, end: usize) -> usize {
    let word = |at: usize| kinds::is_word(document, at);
    let ranked = word(end) && document.tags(end).any(Tags::UPPERCASE);
    let at = end + usize::from(ranked);
    let tied = word(at) && document.is_one_of(at, const { &WordList::of(["at", "from", "of"]) });
    let inside = |at: &usize| {
        let small = document.is_one_of(*at, const { &WordList::of(["&", "-", "and", "of", "the"]) });
        small || document.tags(*at).any(Tags::CAPITALISED)
    };
    if tied { (at + 1..document.tokens.len()).find(|at| !inside(at)).unwrap_or(at) } else { at }
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn letters_of_rank_and_a_house_stand_behind_the_name() {
        quotes(
            "
The guild's counsel, Ivo Marsh KC, said it was late. Her lawyer, Karl Lund of Otter & Reed LLP, said it rained.
                                        ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The guild's counsel] person=[Ivo Marsh]
                                                                                                     ^^^^^^^^^ quote indirect cue=[said] speaker=[Her lawyer] person=[Karl Lund]
",
        );
    }

    #[test]
    fn whose_spokesman_or_lawyer_speaks_does_not() {
        quotes(
            "
A spokesman for Dorn District Attorney Ivo Marsh said the case was open. Ivo Marsh said it was late.
                                                      ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A spokesman for Dorn District Attorney Ivo Marsh]
                                                                                        ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
A lawyer representing Nora Finch said it was old. A friend of victim Nora Finch said it was cold.
                                      ^^^^^^^^^^ quote indirect cue=[said] speaker=[A lawyer representing Nora Finch]
                                                                                     ^^^^^^^^^^^ quote indirect cue=[said] speaker=[A friend of victim Nora Finch]
The acting mayor Ruth Amos said it was wet. Otter County Sheriff Karl Lund said it rained.
                                ^^^^^^^^^^ quote indirect cue=[said] speaker=[The acting mayor Ruth Amos] person=[Ruth Amos]
                                                                                ^^^^^^^^^ quote indirect cue=[said] speaker=[Otter County Sheriff Karl Lund] person=[Karl Lund]
",
        );
    }

    #[test]
    fn the_governor_of_a_bank_speaks() {
        quotes(
            "
Bank of Dorn governor Ivo Marsh said it was late. Otter Department of Weirs spokesman Karl Lund said it rained.
                                     ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Bank of Dorn governor Ivo Marsh] person=[Ivo Marsh]
                                                                                                     ^^^^^^^^^ quote indirect cue=[said] speaker=[Otter Department of Weirs spokesman Karl Lund] person=[Karl Lund]
",
        );
    }

    #[test]
    fn who_holds_two_offices_or_one_of_a_body_with_and_speaks() {
        quotes(
            "
Otter Mills Chairman and CEO Nora Finch said it was late. Dorn Fire and Rescue chief Karl Lund said it rained.
                                             ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otter Mills Chairman and CEO Nora Finch] person=[Nora Finch]
                                                                                                    ^^^^^^^^^ quote indirect cue=[said] speaker=[Dorn Fire and Rescue chief Karl Lund] person=[Karl Lund]
Mayor of Dorn Ruth Amos said it was wet. A clerk of Division of Weirs Director Otto Vale said it was cold.
                             ^^^^^^^^^^ quote indirect cue=[said] speaker=[Mayor of Dorn Ruth Amos] person=[Ruth Amos]
                                                                                              ^^^^^^^^^^^ quote indirect cue=[said] speaker=[A clerk of Division of Weirs Director Otto Vale]
",
        );
    }

    #[test]
    fn a_name_at_the_head_of_a_sentence_is_one() {
        quotes(
            "
Lt. Ivo Krzykowa came. Krzykowa said it was cold. Police said it was late. Detectives say it rained.
                                     ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Krzykowa] person=[Ivo Krzykowa]
                                                              ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
                                                                                          ^^^^^^^^^ quote indirect cue=[say] speaker=[Detectives]
",
        );
    }
}
