//! What a source calls somebody or something, without quotation marks: `called the fire a crime`, `calling it a joke`.

use std::ops::Range;

use super::{clause, phrases};
use crate::{
    grammar::classes,
    lexicon::Cue,
    types::{Document, Tags, WordList},
};

/// Nouns and adjectives behind an article that name nothing: `called the clerk a second time`, `called him a cab`.
const OTHERS: WordList<21> = WordList::of([
    "ambulance",
    "bit",
    "cab",
    "couple",
    "day",
    "doctor",
    "early",
    "few",
    "last",
    "late",
    "lawyer",
    "little",
    "lot",
    "moment",
    "next",
    "other",
    "same",
    "second",
    "taxi",
    "time",
    "while",
]);

/// Maximum number of tokens from an article to a quotation that belongs to its noun.
const MARKED: usize = 6;

/// Whether the verb names its object: an article and noun follow the object, or an adjective follows a pronoun.
pub fn names(document: &Document, cue: &Cue, start: usize, limit: usize) -> bool {
    if !matches!(cue.lemma, "brand" | "call" | "dub" | "label") || document.quotation_of(start).is_some() {
        return false;
    }
    let pronoun = document.is_one_of(start, &classes::PEOPLE_AS_OBJECTS)
        || document.is_one_of(start, const { &WordList::of(["it", "that", "this"]) });
    let bare = pronoun && !phrases::is_nominal(document, start + 1);
    let behind = if bare { Some(start + 1) } else { phrases::behind(document, start, limit).map(|object| object.end) };
    let Some(name) = behind.filter(|&name| name + 1 < limit && document.quotation_of(name).is_none()) else {
        return false;
    };
    let tags = document.tags(name);
    let article = tags.any(Tags::ARTICLE) && (bare || !document.is(name, "the"));
    let noun = name + usize::from(article);
    let other = Tags::TIME_UNIT | Tags::ORDINAL | Tags::NUMBER_WORD | Tags::DIGITS | Tags::DAY_PART;
    let named = article || bare && tags.any(Tags::ADJECTIVE | Tags::DESCRIPTIVE);
    // The words in quotation marks are for another rule.
    let marked = (noun..limit.min(noun + MARKED)).any(|at| document.quotation_of(at).is_some());
    named && !marked && !document.tags(noun).any(other) && !document.is_one_of(noun, &OTHERS)
}

/// The object and what it is called, without a clause behind them: `called it a ruin, and the guild agreed`.
pub fn without_clause(document: &Document, object: Range<usize>) -> Range<usize> {
    const CLAUSES: WordList<7> = WordList::of(["after", "as", "because", "before", "even", "when", "while"]);
    let relative = |at: usize| (object.start..at).any(|at| document.tags(at).any(Tags::RELATIVE));
    let ends = |&at: &usize| {
        let joined = document.is(at, "and")
            && (document.ends_in(at + 1, "ing") || document.tags(at + 1).any(Tags::CUE | Tags::AUXILIARY));
        let what = document.is(at, "in") && document.is(at + 1, "what");
        let apart = document.is(at, ",") && !phrases::is_nominal(document, at + 1);
        let named = document.is(at, ",") && clause::has_verb(document, at + 1..object.end);
        // `A guild that calls it a ruin has left`
        let main = document.tags(at).any(Tags::AUXILIARY) && !document.ends_in(at, "ing") && !relative(at);
        joined || main || what || apart || named || document.is_one_of(at, &CLAUSES)
    };
    object.start..(object.start + 2..object.end).find(ends).unwrap_or(object.end)
}

/// Whether the words before the verb are a time or a question, not a source: `How much for calling it a ruin`.
pub fn is_no_source(document: &Document, mut source: Range<usize>) -> bool {
    let question = document.is_one_of(source.start, &classes::QUESTIONS);
    question || source.any(|at| document.tags(at).any(Tags::TIME_UNIT) || document.is(at, "time"))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_somebody_is_called_is_said() {
        quotes(
            "
Lund called the weir a ruin, and the guild bought it.
            ^^^^^^^^^^^^^^^ quote indirect cue=[called] speaker=[Lund] person=[Lund]
Wardens called the flood a disaster. The abbot left the guild in May, calling it a nest of thieves.
               ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[called] speaker=[Wardens]
                                                                              ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[calling] speaker=[The abbot]
",
        );
        quotes("Wardens called the clerk a second time. The abbot called him a cab. Finch called the police.");
    }
}
