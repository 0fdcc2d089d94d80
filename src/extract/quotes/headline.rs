//! A headline of a name, a colon and content: `Finch: Dam Will Hold`, `Otterby council: No money for the pool`.

use std::ops::Range;

use super::{
    attribution::{Attribution, quote},
    headline_speaker,
};
use crate::{
    extract::Extractor,
    types::{BlockKind, Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Name, colon, headline.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.headline", source: include_str!("headline.rs"), anchors: Tags::SENTENCE_START, extract };

/// Maximum number of words of the name, minimum number of words of the content.
const NAME: usize = 5;
const SAID: usize = 3;
/// Maximum number of tokens of the medium's name and the dash before it.
const MEDIUM: usize = 16;
/// First words of a headline that give the kind of article.
const LABELS: WordList<37> = WordList::of([
    "alert",
    "analysis",
    "announcement",
    "blog",
    "breaking",
    "briefs",
    "clarification",
    "comment",
    "correction",
    "coverage",
    "editorial",
    "exclusive",
    "explainer",
    "factbox",
    "gallery",
    "graphic",
    "guide",
    "highlights",
    "interview",
    "latest",
    "letters",
    "live",
    "news",
    "obituary",
    "opinion",
    "photos",
    "picture",
    "poll",
    "preview",
    "profile",
    "recap",
    "results",
    "review",
    "timeline",
    "update",
    "video",
    "watch",
]);

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let block = document.block_of(at);
    let first = block.tokens.start as usize == at;
    let headline = block.kind == BlockKind::Title || (at == 0 && document.blocks.len() > 1);
    if !first || !headline {
        return;
    }
    let end = document.sentence_tokens(at).end;
    let Some(colon) = (at + 1..end.min(at + NAME + 2)).find(|&at| document.is(at, ":")) else { return };
    let source = at..before_hearer(document, at..colon);
    let quoted = document.tags(colon + 1).any(Tags::OPENING) && !headline_speaker::opens_with_part(document, colon + 1);
    if end - colon <= SAID || quoted || !is_name(document, at, colon) {
        return;
    }
    if !headline_speaker::speaks(document, source.clone(), colon) && !headline_speaker::is_own(document, colon + 1..end)
    {
        return;
    }
    let stop = usize::from(document.is(end - 1, "."));
    let content = colon + 1..before_medium(document, colon + 1..end - stop);
    let attribution = Attribution { content: vec![content], cue: Some(colon..colon + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.55, attribution));
}

/// The end of the content before the medium that ends the headline, and its place: `Finch: Dam Will Hold - Otter Post -
/// Dorn, Colo.`
fn before_medium(document: &Document, content: Range<usize>) -> usize {
    let mut end = content.end;
    while let Some(dash) = last_medium(document, content.start..end) {
        end = dash;
    }
    end
}

/// The last dash or bar, if a name follows it.
fn last_medium(document: &Document, content: Range<usize>) -> Option<usize> {
    let first = content.start.max(content.end.saturating_sub(MEDIUM));
    let bar = |at: usize| document.is(at, "|");
    let dash = (first + 1..content.end.saturating_sub(1)).rev().find(|&at| {
        let apart = !document.is_glued(at - 1) && !document.is_glued(at);
        bar(at) || document.tokens[at].kind == TokenKind::Dash && apart
    })?;
    let named = (dash + 1..content.end).all(|at| !document.tags(at).any(Tags::VERB | Tags::AUXILIARY | Tags::CUE));
    let capital = |at: usize| {
        document.tags(at).any(Tags::CAPITALISED | Tags::DIGITS) || document.tokens[at].kind != TokenKind::Word
    };
    // `8 News NOW`
    let number = document.tags(dash + 1).any(Tags::DIGITS)
        && document.is_one_of(dash + 2, const { &WordList::of(["news", "on", "tv"]) });
    let long = content.end - dash > NAME + 3;
    const STATIONS: WordList<4> = WordList::of(["news", "radio", "tv", "weather"]);
    let station = (dash + 1..content.end).any(|at| document.is_one_of(at, &STATIONS));
    let kind = if long && !station { Tags::UPPERCASE } else { Tags::CAPITALISED };
    let first = number || document.tags(dash + 1).any(kind);
    (named && first && (!long || (dash + 1..content.end).all(capital))).then_some(dash)
}

/// The end of the name before the hearer or the topic: `Finch to Lund: Mend the Dam`, `Finch on Dam: It Will Hold`.
fn before_hearer(document: &Document, name: Range<usize>) -> usize {
    let hearer = |at: &usize| document.is_one_of(*at, const { &WordList::of(["on", "to"]) });
    (name.start + 1..name.end).find(hearer).unwrap_or(name.end)
}

fn is_name(document: &Document, start: usize, end: usize) -> bool {
    let words = |at: usize| document.tokens[at].kind == TokenKind::Word || document.tokens[at].kind == TokenKind::Mark;
    let label = |at: usize| document.is_one_of(at, &LABELS);
    // `Otterby council: No money for the pool`
    let body = Tags::CAPITALISED | Tags::TITLE | Tags::ORGANISATION;
    document.tags(end - 1).any(body) && (start..end).all(|at| words(at) && !label(at))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_name_says_the_headline() {
        quotes(
            "
Finch: Dam Will Hold
       ^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Finch] person=[Nora Finch]

Nora Finch was sure.
",
        );
    }

    #[test]
    fn an_office_may_stand_in_small_letters() {
        quotes(
            "
Otterby council: No money for the pool
                 ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Otterby council]

It stays shut.
",
        );
    }

    #[test]
    fn a_label_says_nothing() {
        quotes("Live: Dam bursts at Otterby\n\nThe dam burst on Monday.");
    }

    #[test]
    fn the_medium_at_the_end_is_not_said() {
        quotes(
            "
Police: Boy was shot by his brother - Otterby News-Journal - Dorn, Colo. | Otterby
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Police]

A boy was hurt on Monday in Dorn.
",
        );
    }

    #[test]
    fn a_station_may_tell_what_it_sends() {
        quotes(
            "
Warden: Boat hit by a log - Otter-Hills News, Tides & Markets
        ^^^^^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Warden]

It was a cold day in Tarn.
",
        );
    }

    #[test]
    fn a_subject_says_nothing() {
        let body = "The pump at Tarn broke on Monday.";
        for label in ["Glad Tidings: Pump Runs Again", "Coming Soon: Pump for Tarn", "READ THIS: Pump breaks at Tarn"] {
            quotes(&format!("{label}\n\n{body}"));
        }
    }

    #[test]
    fn what_describes_the_named_is_not_said() {
        quotes("Nora Finch: The quiet miller\n\nThe mill at Tarn belongs to Nora Finch.");
    }

    #[test]
    fn the_hearer_is_no_part_of_the_speaker() {
        quotes(
            "
Council to Millers: Mend the Pump
                    ^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Council]

The pump at Tarn broke on Monday.
",
        );
    }

    #[test]
    fn who_says_i_speaks() {
        quotes(
            "
Girl Who Found Pump: I Gave It Back
                     ^^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Girl Who Found Pump]

The pump at Tarn was gone for a week.
",
        );
    }

    #[test]
    fn few_marked_words_open_what_is_said() {
        quotes(
            "
Wardens: 'Wild' Boy Fled From Pier
         ^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[:] speaker=[Wardens]

It was a cold day in Tarn.
",
        );
    }

    #[test]
    fn a_medium_may_have_a_number_or_many_names() {
        quotes(
            "
Police: Boat was lost - 8 News NOW
        ^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Police]

It was a cold day in Tarn.
",
        );
    }
}
