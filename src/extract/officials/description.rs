//! Words before a title that describe the holder rather than the office: "the award-winning director", "a newly elected
//! mayor", "the club's sacked manager", "the 59-year-old chairman".

use super::{body_words::is_spokesman, modifiers::status_word, name_shape::is_hyphen, office::is_possessive_pronoun};
use crate::{
    grammar::endings,
    types::{Document, Tags, TokenKind, WordList},
};

/// Lower-case words that describe a person, in addition to those of `modifiers::is_skipped`.
const LIKE: WordList<72> = WordList::of([
    "ageing",
    "aging",
    "ambitious",
    "angry",
    "billionaire",
    "brilliant",
    "charismatic",
    "charming",
    "colorful",
    "colourful",
    "combative",
    "confident",
    "defiant",
    "delighted",
    "departing",
    "despairing",
    "dying",
    "eccentric",
    "eminent",
    "feuding",
    "fiery",
    "flamboyant",
    "formidable",
    "furious",
    "gay",
    "grieving",
    "grinning",
    "happy",
    "hardline",
    "hawkish",
    "iconic",
    "inspiring",
    "key",
    "leading",
    "legendary",
    "losing",
    "maverick",
    "millionaire",
    "moderate",
    "multimillionaire",
    "nationalist",
    "next",
    "notorious",
    "only",
    "opposing",
    "outspoken",
    "pioneering",
    "pragmatic",
    "promising",
    "proud",
    "reclusive",
    "reformist",
    "reigning",
    "retiring",
    "serving",
    "sitting",
    "smiling",
    "socialist",
    "sole",
    "struggling",
    "surviving",
    "tireless",
    "tough",
    "trusted",
    "unhappy",
    "unpaid",
    "visiting",
    "volunteer",
    "wealthy",
    "winning",
    "would",
    "youthful",
]);

/// Last parts of compounds that describe a person, in addition to participles: `left-wing`, `three-term`, `hands-on`.
const LAST: WordList<18> = WordList::of([
    "be", "born", "grade", "known", "left", "level", "line", "nonsense", "on", "profile", "right", "run", "spoken",
    "style", "term", "time", "wing", "year",
]);

/// The first token of the description that ends before `at`; `None` where the word before belongs to the role or the
/// organisation.
///
/// A participle is a description only after an article, an owner or a comma: `sacked manager Tom Reed` can say what
/// happened to him.
pub fn start(document: &Document, at: usize) -> Option<usize> {
    let last = at.checked_sub(1).filter(|&last| document.tokens[last].kind == TokenKind::Word)?;
    if document.tags(last).any(Tags::CAPITALISED) || document.tags(at).any(Tags::SENTENCE_START) {
        return None;
    }
    if let Some(first) = compound(document, last) {
        return Some(first);
    }
    let word = document.word(last);
    // `newly elected`, `openly gay`, `recently retired`
    let first = last - usize::from(last > 0 && is_manner(document, last - 1));
    // `a corporate spokesman`
    let speaks = is_spokesman(document, at) && document.tags(last).any(Tags::DESCRIPTIVE);
    let listed = document.is_one_of(last, &LIKE) || document.tags(last).any(Tags::NATIONALITY);
    // `her best director`, `the worst mayor`: these two say nothing of who it is.
    let superlative = endings::is_superlative(word) && !matches!(word, "best" | "worst");
    let like = listed || speaks || superlative;
    let participle = word.len() > 4 && word.ends_with("ed") || document.is(last, "paid");
    let held = first < last || !document.tags(last).any(Tags::FIELD) && status_word(document, last).is_none();
    (like || participle && held && is_open(document, first)).then_some(first)
}

/// Whether the word is an adverb in lower case: `newly`, `openly`.
pub fn is_manner(document: &Document, at: usize) -> bool {
    document.word(at).len() > 4 && document.ends_in(at, "ly") && !document.tags(at).any(Tags::CAPITALISED)
}

/// The first token of a compound: `long-serving`, `Tarn-based`, `three-term`, `59-year-old`.
fn compound(document: &Document, last: usize) -> Option<usize> {
    let hyphen = last.checked_sub(1).filter(|&at| at > 0 && is_hyphen(document, at))?;
    let word = document.word(last);
    if document.is(last, "old") {
        let year = hyphen - 1;
        let number = year.checked_sub(2).filter(|_| document.is(year, "year") && is_hyphen(document, year - 1));
        return number;
    }
    let participle = word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
    let first = hyphen - 1;
    let word = matches!(document.tokens[first].kind, TokenKind::Word | TokenKind::Number);
    (word && (participle || document.is_one_of(last, &LAST))).then_some(first)
}

/// Whether an article, a possessive (`his`, `the club's`) or a comma precedes a token.
pub fn is_open(document: &Document, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    let owner = document.tokens[before].kind == TokenKind::Possessive;
    owner
        || is_possessive_pronoun(document, before)
        || document.is(before, ",")
        || document.tags(before).any(Tags::DETERMINER)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn what_the_holder_is_like_is_no_part_of_the_role() {
        people(
            "
Ann Reed, a Norvale-educated first deputy counsel to the Port Trust, met Tom Dale, the 59-year-old chairman of Quay Rail.
^^^^^^^^ person Ann Reed
                                   ^^^^^^^^^^^^^^ office [deputy counsel] organisation=[Port Trust] status=deputy holder=Ann Reed
                                                                         ^^^^^^^^ person Tom Dale
                                                                                                   ^^^^^^^^ office [chairman] organisation=[Quay Rail] holder=Tom Dale
The club's newly elected treasurer, Ivo Amos, met Una Trant, the youngest director of the care home.
                         ^^^^^^^^^ office [treasurer] organisation=[club] holder=Ivo Amos
                                    ^^^^^^^^ person Ivo Amos
                                                  ^^^^^^^^^ person Una Trant
                                                                          ^^^^^^^^ office [director] organisation=[care home] holder=Una Trant
",
        );
    }

    #[test]
    fn a_spokesman_of_some_kind() {
        people(
            "
Ann Reed, a corporate spokeswoman for Quay Rail, met the city's spokesman, Tom Dale.
^^^^^^^^ person Ann Reed
                      ^^^^^^^^^^^ office [spokeswoman] organisation=[Quay Rail] holder=Ann Reed
                                                                ^^^^^^^^^ office [spokesman] organisation=[city] holder=Tom Dale
                                                                           ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn what_was_done_to_somebody() {
        people(
            "
The council's recently retired clerk, Ann Reed, saw how the club sacked manager Tom Dale.
                               ^^^^^ office [clerk] organisation=[council] status=former holder=Ann Reed
                                      ^^^^^^^^ person Ann Reed
                                                                        ^^^^^^^ office [manager] holder=Tom Dale
                                                                                ^^^^^^^^ person Tom Dale
",
        );
    }
}
