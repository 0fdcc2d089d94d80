//! Where the object or infinitive ends that tells what was said: before another main verb, the medium, the hearer or
//! the time of speaking.

use std::ops::Range;

use super::{adjuncts, clause, vehicle};
use crate::{
    lexicon::Cue,
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens of a hearer's description before a request.
const DESCRIPTION: usize = 8;

/// The object with its request and without the medium and the hearer.
pub fn settled(document: &Document, cue: &Cue, object: Range<usize>, limit: usize) -> Range<usize> {
    let object = with_request(document, cue, object, limit);
    without_hearer(document, cue, without_vehicle(document, object))
}

/// The object without a clause after it or the time of speaking: `confirmed the loss, and the search was over`,
/// `announced her retirement on Sunday`.
pub fn without_rest(document: &Document, object: Range<usize>) -> Range<usize> {
    let joined = |at: usize| document.is_one_of(at, const { &WordList::of(["and", "but", "so", "while"]) });
    // `mentioned a shortage, and today, Dorn was hit`
    let clause = |comma: usize| {
        let set = document.tags(comma + 2).any(Tags::ADVERB | Tags::DAY_WORD) && document.is(comma + 3, ",");
        joined(comma + 1) && clause::is_finite(document, comma + 2 + 2 * usize::from(set)..object.end)
    };
    let comma = (object.start + 1..object.end.saturating_sub(3))
        .find(|&at| document.is(at, ",") && document.quotation_of(at).is_none());
    let mut end = comma.filter(|&comma| clause(comma)).unwrap_or(object.end);
    if clause::has_verb(document, object.start + 1..end) {
        return object.start..end;
    }
    // `urged them to pay by Monday`
    let asked = (object.start..end).any(|at| document.is(at, "to") && adjuncts::is_bare(document, at + 1));
    let day = document.tags(end - 1).any(Tags::WEEKDAY | Tags::DAY_WORD) && document.quotation_of(end - 1).is_none();
    if day && !asked && end > object.start + 2 {
        let on = document.is(end - 2, "on");
        let tied = !on && document.tags(end - 2).any(Tags::PREPOSITION | Tags::CONJUNCTION | Tags::DETERMINER);
        end -= if tied { 0 } else { 1 + usize::from(on) };
    }
    object.start..end
}

/// The infinitive without the outer main verb: `a warden who declined to be named said the weir leaked`.
pub fn before_main_verb(document: &Document, content: Range<usize>, source: usize, cue: usize) -> Range<usize> {
    let told = |at: &usize| {
        document.is_one_of(*at, const { &WordList::of(["said", "says", "say", "told", "tells"]) })
            && document.quotation_of(*at).is_none()
            && !document.tags(*at - 1).any(Tags::PRONOUN | Tags::AUXILIARY)
            && !document.is(*at - 1, "to")
    };
    // `a warden claiming to be late told`
    let reduced = document.ends_in(cue, "ing") && document.tokens[cue - 1].kind == TokenKind::Word;
    let relative = document.tags(source).any(Tags::RELATIVE) || reduced;
    let main = (content.start + 2..content.end).find(told).filter(|_| relative);
    content.start..main.map_or(content.end, |main| main - usize::from(document.is(main - 1, ",")))
}

/// The object without the medium, unless it has a verb: `confirmed the loss in a letter`, but `asked her to sing in a
/// video`.
fn without_vehicle(document: &Document, object: Range<usize>) -> Range<usize> {
    let rest = vehicle::without(document, object.clone());
    let verbal = (rest.start..rest.end).any(|at| document.is(at, "to")) || clause::has_verb(document, rest.clone());
    if verbal { object } else { rest }
}

/// The object with the request after a description of the hearer: `asked Finch, a former guard, for help`.
fn with_request(document: &Document, cue: &Cue, object: Range<usize>, limit: usize) -> Range<usize> {
    let comma = object.end;
    if cue.lemma != "ask" || comma >= limit || !document.is(comma, ",") {
        return object;
    }
    let second = (comma + 2..limit.min(comma + DESCRIPTION + 1)).find(|&at| document.is(at, ","));
    let asked = second.filter(|&at| document.is(at + 1, "for") && !clause::has_verb(document, object.clone()));
    object.start..asked.map_or(object.end, |at| clause::end(document, at + 1))
}

/// The object without the medium or body that hears it: `confirmed the loss to the Dorn Times`.
fn without_hearer(document: &Document, cue: &Cue, object: Range<usize>) -> Range<usize> {
    if !matches!(cue.lemma, "admit" | "announce" | "confirm" | "deny" | "disclose" | "reveal") {
        return object;
    }
    let last = |at: &usize| document.is(*at, "to") && document.quotation_of(*at).is_none();
    let Some(to) = (object.start + 1..object.end - 1).rev().find(last) else { return object };
    let first = to + 1 + usize::from(document.is(to + 1, "the"));
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::PLACE);
    let medium = first < object.end && (first..object.end).all(named);
    object.start..if medium { to } else { object.end }
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_day_is_no_part_of_what_was_said() {
        quotes(
            "
The abbot announced the sale of the weir on Monday.
                    ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[announced] speaker=[The abbot]
",
        );
    }
}
