//! The size of a change in per cent, beside its values: "from 40 to 50, a rise of 25%".

use super::told_change::Change;
use crate::types::{Document, Fact, Figure, Tags, WordList};

/// Whether the percentage belongs to this change: it is given as a change, close to it, and is not a yearly rate.
pub fn is_of_the_change(document: &Document, percent: &Fact<Figure>, change: &Change) -> bool {
    let tokens = document.sentence_tokens(document.token_at(percent.span.start));
    let rate = |at: usize| {
        document.is_one_of(
            at,
            const {
                &WordList::of([
                    "adjusted",
                    "annual",
                    "annually",
                    "average",
                    "comparable",
                    "compound",
                    "constant",
                    "each",
                    "organic",
                    "point",
                    "points",
                    "underlying",
                ])
            },
        )
    };
    // "Like-for-like": without what is new.
    let like = |at: usize| document.is(at, "like") && document.is(at + 2, "for");
    let behind = document.token_at(percent.span.end);
    let yearly = document.is(behind + 1, "year") && (document.is(behind, "a") || document.is(behind, "per"));
    let whole = percent.span.cover(change.span);
    let near = document.tokens_in(whole);
    let told = change.word.is_some() || (tokens.start..near.end).any(|at| document.tags(at).any(Tags::CHANGE));
    let between = document.token_at(percent.span.end.min(change.span.end))
        ..document.token_at(percent.span.start.max(change.span.start));
    let joined = between.len() <= 10 && !between.into_iter().any(|at| document.tags(at).any(Tags::CONJUNCTION));
    told && joined
        && !yearly
        && !document.is(behind, "of")
        && !is_of_another_clause(document, percent, change)
        && !(near.start..(near.end + 4).min(tokens.end)).any(rate)
        && !tokens.into_iter().any(like)
}

/// Whether the percentage and the values are in different clauses: a verb for a rise or fall between the values and a
/// later percentage ("which fell from £90 to £82 last week, rose 2%"), or a comma and a participle between a percentage
/// and later values ("rose 2%, having gone from"). "A rise of 30%" and "up 30%" continue the clause.
fn is_of_another_clause(document: &Document, percent: &Fact<Figure>, change: &Change) -> bool {
    if percent.span.start > change.span.start {
        let between = document.token_at(change.span.end)..document.token_at(percent.span.start);
        let noun = |at: usize| document.tags(at - 1).any(Tags::DETERMINER | Tags::ADJECTIVE);
        let apposed = |at: usize| document.tags(at).any(Tags::PREPOSITION) || document.ends_in(at, "ing");
        return between.into_iter().any(|at| document.tags(at).any(Tags::CHANGE) && !noun(at) && !apposed(at));
    }
    let between = document.token_at(percent.span.end)..document.token_at(change.span.start);
    let comma = between.clone().find(|&at| document.is(at, ","));
    comma.is_some_and(|comma| (comma + 1..between.end).any(|at| document.ends_in(at, "ing")))
}
