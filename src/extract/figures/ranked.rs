//! The words between a rank and its holder: "the first and second floors", "her first and last race", "the
//! fourth-warmest year", "the third most common name".

use super::{
    noun,
    phrase::{self, HowMany, Phrase, joins},
};
use crate::{
    grammar::{endings, kinds, tenses},
    types::{Document, Tags, WordList},
};

/// The token after a list of ranks that begins at `at` with its second link.
pub fn over_ranks(document: &Document, at: usize) -> Option<usize> {
    let mut end = at;
    loop {
        let link = end + usize::from(document.is(end, ","));
        let link = link + usize::from(document.is(link, "and") || document.is(link, "or"));
        if link == end || !is_rank(document, link, end) {
            return (end > at).then_some(end);
        }
        end = link + 1;
    }
}

/// Whether the word at `at`, joined to a rank by a link that begins at `link`, is a rank too: "first and last".
fn is_rank(document: &Document, at: usize, link: usize) -> bool {
    const ENDS: WordList<3> = WordList::of(["final", "last", "only"]);
    document.tags(at).any(Tags::ORDINAL) || document.is_one_of(at, &ENDS) && at == link + 1 && !document.is(link, ",")
}

/// The token where the holder of the rank before `at` would stand, after a superlative: "fourth-warmest year", "second
/// most popular name", "third largest mill".
pub fn past_superlative(document: &Document, at: usize) -> usize {
    let word = |at: usize| kinds::is_word(document, at) && !document.tags(at).any(Tags::CAPITALISED);
    if document.is(at, "most") && word(at + 1) && word(at + 2) && !joins(document, at + 2) {
        return at + 2;
    }
    let best = word(at) && endings::is_superlative(document.word(at)) && !joins(document, at + 1);
    at + usize::from(best && word(at + 1))
}

/// Whether `such` belongs to the rank: "The third such ferry", but not "the first such held in Tarn".
pub fn is_such(document: &Document, at: usize) -> bool {
    let done = |at: usize| tenses::is_past(document, at);
    document.is(at, "such") && kinds::is_word(document, at + 1) && !done(at + 1)
}

/// The holder of a rank farther on, between marks or after a superlative.
pub fn further(document: &Document, at: usize) -> Option<Phrase> {
    quoted(document, at).or_else(|| phrase::behind(document, past_superlative(document, at), HowMany::One))
}

/// The noun between marks, or the noun after them: "Her first 'Water Week' fair", "its 1st 'ferryman'".
fn quoted(document: &Document, at: usize) -> Option<Phrase> {
    let mark = |at: usize| kinds::is_quotation_mark(document, at);
    let opens = mark(at) && at > 0 && !document.is_glued(at - 1) && document.is_glued(at);
    let named = opens.then(|| phrase::behind(document, at + 1, HowMany::One)).flatten()?;
    if !mark(named.end) {
        return None;
    }
    // "Which came first 'flour' or 'bread'".
    let behind = named.end + 1;
    if document.tags(behind).any(Tags::CONJUNCTION) {
        return None;
    }
    let noun = (!document.is_glued(named.end)).then(|| phrase::behind(document, behind, HowMany::One)).flatten();
    Some(noun.unwrap_or(named))
}

/// The noun that a hyphen joins to a rank: "A first-term warden", "second-degree burns", "the third-quarter profit".
pub fn hung(document: &Document, end: usize) -> Option<Phrase> {
    let noun = end + 1;
    let hangs = joins(document, end) && !joins(document, noun + 1) && kinds::is_word(document, noun + 1);
    if !hangs {
        return None;
    }
    const OTHER: WordList<4> = WordList::of(["ever", "most", "ranking", "seed"]);
    let participle = ["ed", "ing"].iter().any(|ending| document.word(noun).ends_with(ending));
    let plain = noun::is_noun(document, noun) && !document.tags(noun).any(Tags::CAPITALISED);
    (plain && !participle && !document.is_one_of(noun, &OTHER)).then_some(noun..noun + 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn such_things() {
        figures(
            "
It was the third such blast in Tarn. The tests, the first such held there, failed.
           ^^^^^ figure ordinal value=3 counted=[blast]
                                                    ^^^^^ figure ordinal value=1 counted=[tests]
",
        );
    }

    #[test]
    fn ranks_over_superlatives_and_other_ranks() {
        figures(
            "
It was her first and last race and the fourth-warmest year. The third-most popular petition is the third most expensive.
           ^^^^^ figure ordinal value=1 counted=[race]
                                       ^^^^^^ figure ordinal value=4 counted=[year]
                                                                ^^^^^ figure ordinal value=3 counted=[petition]
                                                                                                   ^^^^^ figure ordinal value=3
Tarn hires its 1st 'ferryman' for a first-term warden near the second-floor barn; she came first 'fair' or 'foul'.
               ^^^ figure ordinal value=1 counted=[ferryman]
                                    ^^^^^ figure ordinal value=1 counted=[term]
                                                               ^^^^^^ figure ordinal value=2 counted=[floor]
                                                                                           ^^^^^ figure ordinal value=1
",
        );
    }
}
