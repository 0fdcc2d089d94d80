//! Years of birth and death.

use crate::types::{Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList};

/// The most tokens between "born" or "died" and the year: "born in the mill at Tarn on 3 May 1950".
const REACH: usize = 8;

/// A year in which someone was born or died.
#[derive(Debug, Clone, Copy)]
pub struct LifeYear<'a> {
    pub year: i16,
    pub figure: &'a Fact<Figure>,
}

/// The year of a date after "born"; a place and a preposition may come between.
pub fn birth_year<'a>(document: &Document, figure: &'a Fact<Figure>) -> Option<LifeYear<'a>> {
    year_behind(document, figure, const { &WordList::of(["born"]) })
}

/// The year of a date after "died"; a place and a preposition may come between.
pub fn death_year<'a>(document: &Document, figure: &'a Fact<Figure>) -> Option<LifeYear<'a>> {
    year_behind(document, figure, const { &WordList::of(["died", "dies"]) })
}

fn year_behind<'a, const N: usize>(
    document: &Document,
    figure: &'a Fact<Figure>,
    words: &WordList<N>,
) -> Option<LifeYear<'a>> {
    let year = year(figure)?;
    let first = document.token_at(figure.span.start);
    let start = document.sentence_tokens(first).start.max(first.saturating_sub(REACH));
    let passed = |at: usize| {
        let tags = document.tags(at);
        let name = tags.any(Tags::CAPITALISED.with(Tags::PREPOSITION).with(Tags::DETERMINER));
        name || document.is(at, ",") || document.tokens[at].kind == TokenKind::Possessive
    };
    let told = (start..first).rev().find(|&at| document.is_one_of(at, words) || !passed(at))?;
    document.is_one_of(told, words).then_some(LifeYear { year, figure })
}

/// The year of a date.
pub fn year(figure: &Fact<Figure>) -> Option<i16> {
    let resolved = figure.detail.resolved.as_deref().filter(|_| figure.detail.kind == FigureKind::Date)?;
    resolved.get(..4)?.parse().ok()
}
