//! Words that a crowd calls out: `The crowd broke into chants of "Mend the weir!"`, `He left to shouts of "Go home"`.

use std::ops::Range;

use super::{
    attribution::{Attribution, quote},
    clause, openings, speaking,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quote, Tags, WordList},
};

/// A noun for calls, then quoted words.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.cries", source: include_str!("cries.rs"), anchors: Tags::CUE, extract };

/// Maximum number of words that describe the calls: `loud, angry chants`.
const DESCRIBED: usize = 3;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    const VOICES: WordList<8> =
        WordList::of(["chant", "chants", "cheers", "cries", "roars", "screams", "shouts", "yells"]);
    if !document.is_one_of(at, &VOICES) || !document.is(at + 1, "of") || document.quotation_of(at).is_some() {
        return;
    }
    let Some(quotation) = document.quotation_of(at + 2).filter(|quotation| quotation.open as usize == at + 2) else {
        return;
    };
    let sentence = clause::sentence(document, at);
    // `broke into loud chants`, `answered with chants`: the subject of the sentence calls; `left to shouts`: without a
    // source.
    let with = (sentence.start..at).rev().take(DESCRIBED).find(|&at| document.tags(at).any(Tags::PREPOSITION));
    let own = with.is_some_and(|at| document.is_one_of(at, const { &WordList::of(["in", "into", "with"]) }));
    let subject = if own { openings::subject(document, sentence.start, at) } else { None };
    let source = subject.filter(|source| has_voice(document, source));
    let said = quotation.open as usize..quotation.close as usize + 1;
    let attribution = Attribution { content: vec![said], cue: Some(at..at + 1), source };
    found.push(quote(document, EXTRACTOR.name, 0.8, attribution));
}

/// Whether the source can call out: `The millers`, `the crowd`, `Ruth Amos`, but not `the hall`.
fn has_voice(document: &Document, source: &Range<usize>) -> bool {
    let last = source.end - 1;
    document.ends_in(last, "s")
        || document.tags(last).any(Tags::PERSON_NOUN | Tags::TITLE)
        || document.is_one_of(last, const { &WordList::of(["audience", "crowd", "people"]) })
        || speaking::is_speaker(document, source.clone())
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_breaks_into_chants_calls() {
        quotes(
            "
The millers replied with chants of “Mend the weir now.” Ruth Amos walked into the hall to shouts of “Go home.”
                                   ^^^^^^^^^^^^^^^^^^^^ quote direct cue=[chants] speaker=[The millers]
                                                                                                    ^^^^^^^^^^ quote direct cue=[shouts]
",
        );
        quotes("The crowd sang chants of old millers. They played “Shouts of Joy” twice.");
    }
}
