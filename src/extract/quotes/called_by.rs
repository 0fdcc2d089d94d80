//! Quoted words after a passive, with the source after "by": `The plan was dismissed as “idle talk” by the warden.`, `a
//! weir called “a sieve” by Ruth Amos`, `It was praised by millers as “a gift”.`

use std::ops::Range;

use super::{
    attribution::{Attribution, quote},
    clause, cues, phrases, speaking,
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    lexicon::Frame,
    types::{Document, Fact, Quotation, Quote, Tags, WordList},
};

/// Passive, quoted words, source.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.called_by", source: include_str!("called_by.rs"), anchors: Tags::CUE, extract };

/// Maximum number of tokens between the verb and the quoted words: `as a rather`.
const NEAR: usize = 4;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let near = |at: usize| (at + 1..at + NEAR + 1).any(|at| document.tags(at).any(Tags::OPENING));
    let by = document.is(at + 1, "by");
    if !(by || near(at)) || document.quotation_of(at).is_some() || !document.ends_in(at, "d") {
        return;
    }
    let Some(cue) = cues::verb(document, at).filter(|cue| cue.takes(Frame::Phrase)) else { return };
    let limit = clause::sentence(document, at).end;
    let named = if by { by_source(document, at, limit) } else { by_quotation(document, at, limit) };
    let Some((content, source)) = named else { return };
    if !speaking::speaks(document, at, cue, source.clone()) {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.66, attribution));
}

/// The quotation a few words after the token.
fn opened<'d>(document: &'d Document, at: usize, limit: usize) -> Option<&'d Quotation> {
    let limit = limit.min(at + NEAR + 1);
    let quotation = (at + 1..limit).find_map(|at| document.quotation_of(at))?;
    (at + 1..limit).contains(&(quotation.open as usize)).then_some(quotation)
}

/// The content and the source: `dismissed as “idle talk” by the warden`.
fn by_quotation(document: &Document, at: usize, limit: usize) -> Option<(Range<usize>, Range<usize>)> {
    let quotation = opened(document, at, limit)?;
    let close = quotation.close as usize + 1;
    // `a “foolish” plan by`
    let noun = phrases::behind(document, close, limit).map_or(close, |noun| noun.end);
    let by = [close, noun].into_iter().find(|&by| by < limit && document.is(by, "by"))?;
    let source = phrases::behind(document, by + 1, limit)?;
    let between = at + 1..quotation.open as usize;
    between.clone().all(|at| is_plain(document, at)).then_some((between.start..by, source))
}

/// The content and the source: `dismissed by the warden as “idle talk”`.
fn by_source(document: &Document, at: usize, limit: usize) -> Option<(Range<usize>, Range<usize>)> {
    let source = phrases::behind(document, at + 2, limit)?;
    let tied = source.end < limit && document.is_one_of(source.end, const { &WordList::of(["as", "for", "of"]) });
    let quotation = opened(document, source.end, limit).filter(|_| tied)?;
    let between = source.end..quotation.open as usize;
    let content = source.end..clause::end(document, source.end);
    (between.clone().all(|at| is_plain(document, at)) && content.len() > between.len()).then_some((content, source))
}

/// Whether a word can stand between the verb and the quoted words.
fn is_plain(document: &Document, at: usize) -> bool {
    kinds::is_word(document, at) && !document.tags(at).any(Tags::AUXILIARY | Tags::RELATIVE)
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
    #[test]
    fn who_calls_it_so_may_stand_first() {
        quotes(
            "
The cook was described by millers as a “kind soul” and “a good laugh”.
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[described] speaker=[millers]
The cook was praised by millers for her bread. It was described by night.
",
        );
    }
}
