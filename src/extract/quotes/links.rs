//! Words that link a noun phrase to the one before it: `a report into the flood`, `Blum and Cole`, `a spokeswoman at
//! the port`.

use super::phrases::is_nominal;
use crate::types::{Document, Tags, WordList};

/// Maximum number of words of the second of two offices.
const SECOND_OFFICE: usize = 4;

/// Whether the preposition links a noun phrase to the noun before it.
pub fn links(document: &Document, at: usize) -> bool {
    const LINKS: WordList<13> = WordList::of([
        "of", "for", "at", "in", "from", "with", "on", "to", "by", "near", "outside", "inside", "across",
    ]);
    document.is_one_of(at, &LINKS) || is_about(document, at)
}

/// Whether the preposition gives the topic of a word of speech or an inquiry: `a report into the flood`, `a petition
/// against the plan`.
fn is_about(document: &Document, at: usize) -> bool {
    const WORDS: WordList<12> = WordList::of([
        "book",
        "campaign",
        "documentary",
        "inquest",
        "inquiry",
        "investigation",
        "lawsuit",
        "leaflet",
        "petition",
        "probe",
        "review",
        "study",
    ]);
    let told = |at: usize| document.tags(at).any(Tags::CUE_NOUN) || document.is_one_of(at, &WORDS);
    document.is_one_of(at, const { &WordList::of(["about", "against", "into"]) }) && at > 0 && told(at - 1)
}

/// The start of the number before `of` and the pronoun at `last`: `one of them said`, `several of those said`.
pub fn part_of_them(document: &Document, last: usize, from: usize) -> Option<usize> {
    const NUMBERS: WordList<14> = WordList::of([
        "all", "both", "dozens", "each", "few", "half", "many", "most", "neither", "none", "one", "several", "some",
        "two",
    ]);
    // `One of them, Otter Rail, said`
    let named = document.is(last + 1, ",");
    let them = !named && document.is_one_of(last, const { &WordList::of(["them", "those", "us", "whom"]) });
    let number = last.checked_sub(2).filter(|&at| them && at >= from && document.is(at + 1, "of"))?;
    let counted = document.tags(number).any(Tags::NUMBER_WORD | Tags::DIGITS);
    let article = usize::from(number > from && document.tags(number - 1).any(Tags::ARTICLE));
    (counted || document.is_one_of(number, &NUMBERS)).then_some(number - article)
}

/// Whether `and` joins two names, `Blum and Cole said`, or two offices of one person.
pub fn coordinates(document: &Document, at: usize, next: usize) -> bool {
    let names = document.tags(next).any(Tags::CAPITALISED | Tags::DETERMINER)
        && at > 0
        && document.tags(at - 1).any(Tags::CAPITALISED);
    (document.is(at, "and") || document.is(at, "or")) && (names || joins_offices(document, at))
}

/// Whether an office precedes the conjunction, and another with its holder follows: `club president and general manager
/// Ruth Amos`.
fn joins_offices(document: &Document, and: usize) -> bool {
    let office = |at: usize| document.tags(at).any(Tags::TITLE) && !document.tags(at).any(Tags::CAPITALISED);
    let plain = |at: usize| is_nominal(document, at) && !document.tags(at).any(Tags::CAPITALISED);
    let words = (and + 1..document.tokens.len().min(and + 1 + SECOND_OFFICE)).take_while(|&at| plain(at));
    and > 0
        && office(and - 1)
        && words.clone().any(|at| document.tags(at).any(Tags::TITLE | Tags::TITLE_START))
        && words.last().is_some_and(|last| document.tags(last + 1).any(Tags::CAPITALISED))
}

/// Whether a preposition links a place to an office: `a spokeswoman at the port`, `the ambassador to Norway`.
pub fn ties(document: &Document, at: usize) -> bool {
    let office = document.tags(at - 1).any(Tags::PERSON_NOUN | Tags::TITLE)
        || (document.is(at, "by") && document.tags(at - 1).any(Tags::CUE_NOUN));
    (office || is_near(document, at))
        && links(document, at)
        && !document.tags(at + 1).any(Tags::TIME_UNIT | Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH)
}

/// Whether the preposition follows a word of closeness or a report: `a source close to the mayor`, `people familiar
/// with the deal`, `a report from the harbour`.
fn is_near(document: &Document, at: usize) -> bool {
    const NEAR: WordList<3> = WordList::of(["close", "familiar", "privy"]);
    document.is_one_of(at - 1, &NEAR)
        || document.is(at, "from")
            && document.tags(at - 1).any(Tags::CUE_NOUN)
            && document.tags(at + 1).any(Tags::CAPITALISED | Tags::DETERMINER)
}

/// Whether the word is `of` or `for`: `the mayor of`, `a clerk for`.
pub fn is_genitive(document: &Document, at: usize) -> bool {
    document.is(at, "of") || document.is(at, "for")
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_a_report_is_about_belongs_to_it() {
        quotes(
            "
A report into the flood said the weir was old. A leaflet against the toll claims it is unlawful.
                             ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A report into the flood]
                                                                                 ^^^^^^^^^^^^^^ quote indirect cue=[claims] speaker=[A leaflet against the toll]
",
        );
    }

    #[test]
    fn some_of_them_speak() {
        quotes(
            "
Wardens came. One of them said it was late. Half of them say it was dark.
                               ^^^^^^^^^^^ quote indirect cue=[said] speaker=[One of them]
                                                             ^^^^^^^^^^^ quote indirect cue=[say] speaker=[Half of them]
",
        );
    }
}
