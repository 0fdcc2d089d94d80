//! Objects of verbs of speech that are not content: `declared bankruptcy`, `citing an unnamed official`.

use super::phrases;
use crate::{
    lexicon::Cue,
    types::{Document, Tags, WordList},
};

/// Maximum number of tokens from `added` to the quoted words.
const ADDED: usize = 7;

/// Whether the object that starts at `start` is an act performed by saying it, or a cited source.
pub fn is_no_content(document: &Document, cue: &Cue, start: usize, limit: usize) -> bool {
    const ACTS: WordList<9> = WordList::of([
        "bankruptcy",
        "ceasefire",
        "emergency",
        "independence",
        "jihad",
        "truce",
        "victory",
        "war",
        "winner",
    ]);
    match cue.lemma {
        "declare" => phrases::behind(document, start, limit)
            .is_some_and(|mut object| object.any(|at| document.is_one_of(at, &ACTS))),
        "ask" => document.is(start, "questions"),
        "claim" => document.is_one_of(start, const { &WordList::of(["asylum", "lives", "passengers", "residency"]) }),
        "cite" => is_taken_from(document, start, limit),
        "post" | "tweet" => is_shown(document, start, limit),
        _ => false,
    }
}

/// Whether the object is something shown: `tweeted a picture of the weir`, but not `tweeted a plea for rope`.
pub fn is_shown(document: &Document, start: usize, limit: usize) -> bool {
    const SHOWN: WordList<13> = WordList::of([
        "clip",
        "footage",
        "gif",
        "image",
        "images",
        "link",
        "map",
        "photo",
        "photograph",
        "photos",
        "picture",
        "pictures",
        "video",
    ]);
    let tied = |at: &usize| document.tags(*at).any(Tags::PREPOSITION | Tags::RELATIVE) || document.is(*at, ",");
    let end = (start..limit).find(tied).unwrap_or(limit);
    document.tags(start).any(Tags::DETERMINER | Tags::DIGITS | Tags::NUMBER_WORD)
        && end > start
        && document.is_one_of(end - 1, &SHOWN)
}

/// Whether the object is a cited source: `citing police`, `citing people with knowledge of the sale`, `citing court
/// papers`, but not `citing the cost`.
fn is_taken_from(document: &Document, start: usize, limit: usize) -> bool {
    const PAPERS: WordList<19> = WordList::of([
        "affidavit",
        "authorities",
        "documents",
        "filing",
        "filings",
        "media",
        "memo",
        "papers",
        "people",
        "persons",
        "poll",
        "report",
        "reports",
        "source",
        "sources",
        "statement",
        "studies",
        "study",
        "survey",
    ]);
    let Some(object) = phrases::behind(document, start, limit) else { return false };
    let spoken = Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION;
    let named = Tags::GIVEN_NAME | Tags::SURNAME;
    let tied = (object.start + 1..object.end).find(|&at| document.tags(at).any(Tags::PREPOSITION));
    let head = tied.unwrap_or(object.end) - 1;
    let name = document.tags(head).any(named) && document.tags(head).any(Tags::CAPITALISED);
    name || document.tags(head).any(spoken) || document.is_one_of(head, &PAPERS)
}

/// Whether words are added to something: `added the word “old” to its name`.
pub fn adds_words(document: &Document, object: usize) -> bool {
    let reach = object..document.tokens.len().min(object + ADDED);
    let quotation = reach.clone().find_map(|at| document.quotation_of(at));
    let behind = quotation.filter(|quotation| reach.contains(&(quotation.open as usize)));
    behind.is_some_and(|quotation| document.tags(quotation.close as usize + 1).any(Tags::PREPOSITION))
        && document.is_one_of(object + 1, const { &WordList::of(["name", "term", "title", "word", "words"]) })
}

/// `claimed asylum`, `claiming unpaid wages`: what one has a right to, and takes.
pub fn is_sought(document: &Document, at: usize) -> bool {
    const RIGHTS: WordList<9> = WordList::of([
        "asylum",
        "benefits",
        "compensation",
        "damages",
        "expenses",
        "refuge",
        "refunds",
        "residency",
        "wages",
    ]);
    let open = document.tags(at + 1).any(Tags::AUXILIARY | Tags::VERB);
    document.is_one_of(at, &RIGHTS) && !open
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn questions_and_lost_lives_are_no_content() {
        quotes(
            "Police asked questions at the mill. The flood claimed lives in Tarn. Three millers claimed asylum there.",
        );
    }

    #[test]
    fn acts_and_those_a_report_is_taken_from_are_nothing_said() {
        quotes(
            "
The loom works declared bankruptcy in June.
The loom works will shut, Otter Radio reported, citing two clerks.
^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[Otter Radio]
The loom works will shut, Otter Radio reported, citing the price of wool.
^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[Otter Radio]
                                                       ^^^^^^^^^^^^^^^^^ quote indirect cue=[citing] speaker=[Otter Radio]
",
        );
    }

    #[test]
    fn what_is_shown_is_nothing_said() {
        quotes(
            "
The miller tweeted a picture of the “last” barge on Monday.
The miller tweeted a plea for the “last” barge on Monday.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[tweeted] speaker=[The miller]
",
        );
    }

    #[test]
    fn words_are_put_to_a_name() {
        quotes("The guild gave it a new roof, adding the word “old” to its name.");
    }

    #[test]
    fn what_one_has_a_right_to_is_no_speech() {
        quotes("The millers claimed asylum in Dorn. Few anglers are claiming damages from the guild.");
    }
}
