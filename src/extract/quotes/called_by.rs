//! Words quoted behind a passive, with who says so behind "by": `The plan was dismissed as “idle talk” by the warden.`,
//! `a weir called “a sieve” by Ruth Amos`.

use super::{
    adjuncts,
    attribution::{Attribution, quote},
    clause, cues, phrases, speaking,
};
use crate::{
    extract::Extractor,
    lexicon::Frame,
    types::{Document, Fact, Quote, Tags},
};

/// Passive, quoted words, source.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.called_by", source: include_str!("called_by.rs"), anchors: Tags::CUE, extract };

/// Tokens between the verb and the quoted words, at most: `as a rather`.
const NEAR: usize = 4;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let opens = |at: usize| document.tags(at).any(Tags::OPENING);
    if !(at + 1..at + NEAR + 1).any(opens) || document.quotation_of(at).is_some() || !document.ends_in(at, "d") {
        return;
    }
    let Some(cue) = cues::verb(document, at).filter(|cue| cue.takes(Frame::Phrase)) else { return };
    let sentence = clause::sentence(document, at);
    let limit = sentence.end.min(at + NEAR + 1);
    let opened = (at + 1..limit).find_map(|at| document.quotation_of(at));
    let Some(quotation) = opened.filter(|quotation| (at + 1..limit).contains(&(quotation.open as usize))) else {
        return;
    };
    let close = quotation.close as usize + 1;
    // `a “foolish” plan by`
    let noun = phrases::behind(document, close, sentence.end).map_or(close, |noun| noun.end);
    let by = [close, noun].into_iter().find(|&by| by < sentence.end && document.is(by, "by"));
    let Some(source) = by.and_then(|by| phrases::behind(document, by + 1, sentence.end)) else { return };
    let between = at + 1..quotation.open as usize;
    let phrase =
        |at: usize| adjuncts::is_word(document, at) && !document.tags(at).any(Tags::AUXILIARY | Tags::RELATIVE);
    if !between.clone().all(phrase) || !speaking::speaks(document, at, cue, source.clone()) {
        return;
    }
    let content = between.start..by.unwrap_or(close);
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.66, attribution));
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_calls_it_so_stands_behind_by() {
        quotes(
            "
The plan was dismissed as “idle talk” by the warden. The weir, called “a sieve” by Ruth Amos, was shut.
                       ^^^^^^^^^^^^^^ quote mixed cue=[dismissed] speaker=[the warden]
                                                                      ^^^^^^^^^ quote direct cue=[called] speaker=[Ruth Amos] person=[Ruth Amos]
A barge called “Otter” was built by millers.
",
        );
    }
}
