//! Ages given next to a person's name: "Ann Dale, 46,", "46-year-old Ann Dale", "Ann Dale, a 46-year-old teacher".

use std::ops::Range;

use rust_decimal::Decimal;

use crate::types::{ArticleFacts, Bound, Document, Fact, Figure, FigureKind, Mention, Tags, TokenKind, WordList};

/// Words after an age in which to look for the person's death.
const FATE: usize = 6;

/// A person of an article and an age given to them.
#[derive(Debug, Clone, Copy)]
pub struct StatedAge<'a> {
    /// Index into `ArticleFacts::people`.
    pub person: u32,
    pub mention: Mention,
    pub figure: &'a Fact<Figure>,
    /// In years.
    pub age: Decimal,
}

/// Every exact age in years right before or after a mention of a person, in text order.
pub fn stated_ages<'a>(document: &Document, facts: &'a ArticleFacts) -> Vec<StatedAge<'a>> {
    let ages: Vec<&Fact<Figure>> = facts.figures.iter().filter(|fact| is_age_in_years(document, fact)).collect();
    if ages.is_empty() {
        return Vec::new();
    }
    let people = facts.people.iter().enumerate().filter(|(_, person)| person.name.is_some());
    let named = people.flat_map(|(index, person)| person.mentions.iter().map(move |mention| (*mention, index as u32)));
    let mut mentions: Vec<(Mention, u32)> = named.collect();
    mentions.sort_by_key(|(mention, _)| mention.span);
    ages.into_iter().filter_map(|figure| stated_age(document, &mentions, figure)).collect()
}

/// Whether a figure is the age of one person in years; not one with a word joined in front: "twetny-one-year-old".
pub fn is_age_in_years(document: &Document, fact: &Fact<Figure>) -> bool {
    let figure = &fact.detail;
    if figure.kind != FigureKind::Age {
        return false;
    }
    let first = document.token_at(fact.span.start);
    let joined = first > 1 && document.is_glued(first - 1) && document.is_glued(first - 2);
    let cut = joined
        && document.tokens[first - 1].kind == TokenKind::Dash
        && document.tokens[first - 2].kind == TokenKind::Word;
    let in_years = figure.unit.is_none_or(|unit| unit == "year");
    !cut && figure.bound == Bound::Exact && figure.value.is_some() && in_years
}

fn stated_age<'a>(document: &Document, mentions: &[(Mention, u32)], figure: &'a Fact<Figure>) -> Option<StatedAge<'a>> {
    let behind = mentions.partition_point(|(mention, _)| mention.span.start < figure.span.start);
    let before =
        behind.checked_sub(1).map(|at| mentions[at]).filter(|(mention, _)| follows(document, *mention, figure));
    let found =
        before.or_else(|| mentions.get(behind).copied().filter(|(mention, _)| precedes(document, *mention, figure)));
    let (mention, person) = found?;
    Some(StatedAge { person, mention, figure, age: figure.detail.value? })
}

/// Whether only a comma, `aged` or a bracket separates a name from the age after it, or a comma and an article from an
/// attributive age: "Ann Dale, a 46-year-old teacher".
fn follows(document: &Document, mention: Mention, figure: &Fact<Figure>) -> bool {
    let between = document.token_at(mention.span.end)..document.token_at(figure.span.start);
    if is_attributive(document, figure) {
        let article = |at: usize| document.is(at, "a") || document.is(at, "an");
        let apposed = between.len() == 2 && document.is(between.start, ",") && article(between.start + 1);
        return mention.sentence == figure.sentence && apposed;
    }
    // "Dale, who is 46,", but not `was`: that may be the age at another time.
    let allowed =
        |at: usize| document.is_one_of(at, const { &WordList::of([",", "(", ".", "aged", "is", "jr", "sr", "who"]) });
    let near = mention.sentence == figure.sentence && !between.is_empty();
    near && (between.len() <= 5 && between.clone().all(allowed) || is_of_the_dead(document, between, figure))
}

/// Whether the words between a name and an age, or after it, say that the person died at that age: "Dale has died at
/// the age of 103", "Dale, who was 77, fell to his death".
fn is_of_the_dead(document: &Document, between: Range<usize>, figure: &Fact<Figure>) -> bool {
    const DIED: WordList<7> = WordList::of(["dead", "death", "died", "dies", "drowned", "killed", "perished"]);
    const LEADS: WordList<11> = WordList::of([",", "age", "aged", "at", "had", "has", "of", "the", "was", "who", "is"]);
    let dead = |at: usize| document.is_one_of(at, &DIED);
    let lead = |at: usize| document.is_one_of(at, &LEADS) || dead(at);
    let behind = document.token_at(figure.span.end);
    let later = || document.is(behind, ",") && (behind + 1..behind + FATE).any(dead);
    let who = between.len() == 3 && document.is(between.start + 1, "who") && later();
    let at = between.clone().any(dead) && document.is_one_of(between.end - 1, const { &WordList::of(["at", "of"]) });
    between.len() <= FATE + 3 && (who || at) && between.into_iter().all(lead)
}

/// Whether only words, at most two, separate "46-year-old" from the name after it, or more that only describe the
/// person: "46-year-old Dale High School senior Ann Lee".
fn precedes(document: &Document, mention: Mention, figure: &Fact<Figure>) -> bool {
    let between = document.token_at(figure.span.end)..document.token_at(mention.span.start);
    let words = |at: usize| document.tokens[at].kind == TokenKind::Word;
    let described = figure.detail.counted.is_some_and(|counted| counted.end == mention.span.end);
    let links = Tags::PREPOSITION.with(Tags::DETERMINER).with(Tags::PRONOUN).with(Tags::CONJUNCTION).with(Tags::CUE);
    let near = between.len() <= 2 || described && !between.clone().any(|at| document.tags(at).any(links));
    mention.sentence == figure.sentence && is_attributive(document, figure) && near && between.into_iter().all(words)
}

/// Whether the age comes before the noun it describes: "46-year-old", but not "46 years old".
fn is_attributive(document: &Document, figure: &Fact<Figure>) -> bool {
    let text = document.text(figure.span);
    text.ends_with("old") && !text.contains("years")
}
