//! A quotation after a name and a colon, without a verb of speech: `From the harbour master: "No boats today."`, also
//! where the quotation is the next paragraph.

use std::ops::Range;

use super::{
    attribution::{Attribution, quote},
    clause, cues, headline_speaker, openings, phrases, speaking,
};
use crate::{
    extract::Extractor,
    types::{BlockKind, Document, Fact, Quotation, Quote, Tags, TokenKind, WordList},
};

/// Name and colon.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.colon", source: include_str!("colon.rs"), anchors: Tags::OPENING, extract };

/// Maximum number of words before the colon.
const LONGEST: usize = 14;
/// Minimum number of tokens between marks for whole sentences.
const WHOLE: usize = 4;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    if at == 0 || !document.is(at - 1, ":") {
        return;
    }
    let Some(quotation) = document.quotation_of(at).filter(|quotation| quotation.open as usize == at) else { return };
    let start = clause::sentence(document, at - 1).start;
    let asked = start + usize::from(document.is(start, "when"));
    let from = if document.is(asked, "asked") { asked + 1 } else { start };
    // `According to Finch: “…”`
    let told = document.is(from, "according") && document.is(from + 1, "to");
    let from = if told { from + 2 } else { from };
    let verb = cues::last_direct(document, from..at).is_some();
    let dash = (start..at - 1).rev().find(|&at| document.tokens[at].kind == TokenKind::Dash).map_or(start, |at| at + 1);
    let part = headline_speaker::opens_with_part(document, at);
    if verb || part && headline_speaker::speaks(document, start..at - 1, at - 1) {
        return;
    }
    let near = phrases::phrase_ending(document, at - 1, if told { from.max(dash) } else { dash })
        .filter(|source| at - dash <= LONGEST && document.tags(source.end - 1).any(Tags::CAPITALISED))
        // `made the claim in a letter on Friday: “…”`
        .filter(|source| !document.tags(source.end - 1).any(Tags::WEEKDAY | Tags::MONTH));
    let Some(source) = near.or_else(|| subject(document, quotation, start)) else { return };
    let content = at..quotation.close as usize + 1;
    // `Teen shot in Dorn: ‘…’`: a headline's own news before its colon.
    let told = source.end + 1 < at && document.block_of(at).kind == BlockKind::Title;
    let other = |source: &Range<usize>| told || tells(document, source) || is_last_word(document, source, start);
    let source = Some(source).filter(|source| !other(source));
    let attribution = Attribution { content: vec![content], cue: Some(at - 1..at), source };
    found.push(quote(document, EXTRACTOR.name, 0.82, attribution));
}

/// Whether a headline before the colon is more than a name with titles: `Otter Millers Defend Ivo Marsh: ‘…’`.
fn tells(document: &Document, source: &Range<usize>) -> bool {
    const NAME: Tags = Tags::TITLE
        .with(Tags::TITLE_START)
        .with(Tags::HONORIFIC)
        .with(Tags::GIVEN_NAME)
        .with(Tags::NATIONALITY)
        .with(Tags::PLACE)
        .with(Tags::ORGANISATION)
        .with(Tags::PERSON_NOUN)
        .with(Tags::KIN)
        .with(Tags::PARTICLE)
        .with(Tags::PREPOSITION)
        .with(Tags::UPPERCASE);
    let part = |at: usize| document.tags(at).any(NAME) || document.tokens[at].kind != TokenKind::Word;
    // `Mother of Boys Lost in Weir: ‘…’`, `Finch on Her Boat: ‘…’`
    let person = Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN | Tags::SURNAME;
    let opens = |at: usize| {
        document.tags(at).any(person)
            && (document.tags(at + 1).any(Tags::PREPOSITION | Tags::RELATIVE) || document.ends_in(at + 1, "ed"))
    };
    document.block_of(source.start).kind == BlockKind::Title
        && source.len() > 2
        && !(source.start..source.end - 1).any(opens)
        && !(source.start..source.end - 1).all(part)
}

/// Whether the word is the end of a headline, or a word for the kind of report: `Two Shot in Dorn: ‘…’`, `UPDATE: ‘…’`.
fn is_last_word(document: &Document, source: &Range<usize>, start: usize) -> bool {
    const KINDS: WordList<7> = WordList::of(["breaking", "exclusive", "now", "photos", "update", "video", "watch"]);
    if document.block_of(source.start).kind != BlockKind::Title {
        return false;
    }
    let before = source.start.checked_sub(1).filter(|&at| at >= start);
    let whose = |at: usize| document.is_one_of(at, const { &WordList::of(["by", "from"]) });
    let glued = |at: usize| document.tokens[at].kind == TokenKind::Dash && document.is_glued(at);
    let behind = before
        .is_some_and(|at| document.tags(at).any(Tags::PREPOSITION | Tags::CONJUNCTION) && !whose(at) || glued(at));
    behind || source.len() == 1 && document.is_one_of(source.start, &KINDS)
}

/// The subject of the sentence before the colon, if whole sentences are quoted after it.
fn subject(document: &Document, quotation: &Quotation, start: usize) -> Option<Range<usize>> {
    let open = quotation.open as usize;
    let long = quotation.close as usize - open > WHOLE && document.tags(open + 1).any(Tags::CAPITALISED);
    let ends = document.sentence_tokens(quotation.close as usize).end == quotation.close as usize + 1;
    let message = open > 1 && document.tags(open - 2).any(Tags::CUE_NOUN);
    openings::subject(document, start, open - 1)
        .filter(|source| (long || message) && ends && speaking::can_speak(document, source.clone()))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_next_paragraph_is_what_the_name_says() {
        quotes(
            "
And from Chair Nora Finch:

“Otto brings calm to the work.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[:] speaker=[Chair Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn a_message_is_short() {
        quotes(
            "
The rally had one message: “Go home.”
                           ^^^^^^^^^^ quote direct cue=[:] speaker=[The rally]
",
        );
    }

    #[test]
    fn a_headline_that_tells_is_nobody() {
        quotes(
            "
Otter Millers Defend Ivo Marsh: ‘He Is a Good Man’
                                ^^^^^^^^^^^^^^^^^^ quote direct cue=[:]

Ivo Marsh was praised by millers in Otterby on Monday.
",
        );
    }

    #[test]
    fn the_last_words_of_a_headline_are_nobody() {
        quotes(
            "
Two Shot in Dorn: ‘The World Needs to See It’
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[:]

Two millers were shot in Dorn on Monday.
",
        );
    }

    #[test]
    fn according_to_is_no_part_of_the_name() {
        quotes(
            "
According to miller Ivo Marsh: “The dam will hold for a hundred years.”
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[:] speaker=[miller Ivo Marsh] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn what_a_headline_tells_is_no_source() {
        quotes(
            "
Cook shot, found by guard: 'He was a good man'
                           ^^^^^^^^^^^^^^^^^^^ quote direct cue=[:]

It was a cold day in Tarn.
",
        );
    }

    #[test]
    fn who_made_a_remark_speaks() {
        quotes(
            "
Otto Vale made the claim in a letter on Friday: “The wall is leaning over the road.”
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[:] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }
}
