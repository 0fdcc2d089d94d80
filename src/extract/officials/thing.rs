//! Stretches whose capitals are not evidence of a person: "the Golden Heron was sold", "Ban Ends Chase", "it was OK".

use std::ops::Range;

use super::{
    called::is_called,
    candidate::Candidate,
    context::is_somebody,
    full_name::is_full_name,
    market::is_traded,
    passing::is_painted,
    setting::{Setting, setting},
    surroundings::is_kin,
};
use crate::{
    grammar::classes,
    lexicon::{LEXICON, Lookalike},
    types::{Document, Tags, Token, TokenKind, WordList},
};

/// Whether a candidate is not a person's name because of its article, because it is an ordinary word, and so on.
pub fn is_thing(document: &Document, candidate: &Candidate) -> bool {
    is_word(document, candidate)
        || is_defined(document, candidate)
        || is_owned(document, candidate)
        || is_parish(document, candidate)
        || is_called(document, candidate)
        || !candidate.is_titled() && (is_lookalike(document, candidate.tokens.clone()) || is_told(document, candidate))
}

/// Whether the words after a stretch of several words show a thing: `Halden Falls, a town of 900,`, `Halden Quay fell
/// 3%`.
fn is_told(document: &Document, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.tokens;
    // `According to Ann Reed, a dam broke`
    let one = document.is_one_of(end + 1, &classes::INDEFINITE_ARTICLES);
    let apart = one && document.is(end, ",") && !(start > 0 && document.is(start - 1, "to"));
    let told = || {
        apart && setting(document, start, end) == Setting::Thing
            || is_traded(document, end)
            || is_painted(document, start)
    };
    end > start + 1 && !candidate.headline && !is_full_name(document, start..end) && told()
}

/// Whether the stretch is a body or place in the lookalike table, without an age or the like to show a person: `Goldman
/// Sachs said`, `in Milton Keynes`.
pub fn is_lookalike(document: &Document, tokens: Range<usize>) -> bool {
    let Range { start, end } = tokens;
    if end - start < 2 {
        return false;
    }
    let Some(forms) = LEXICON.lookalikes.get(document.tokens[start].word) else { return false };
    let words = || {
        let spoken = |at: &usize| document.tokens[*at].kind == TokenKind::Word;
        (start..end).filter(spoken).map(|at| document.tokens[at].word)
    };
    let whole = |form: &Lookalike| words().eq(form.iter().copied());
    forms.iter().any(whole) && !is_somebody(document, start, end)
}

/// Whether the stretch is a county of Louisiana: `Tolland Parish deputies`, `in Tolland Parish`.
fn is_parish(document: &Document, candidate: &Candidate) -> bool {
    const ITS: WordList<12> = WordList::of([
        "authorities",
        "coroner",
        "council",
        "courthouse",
        "deputies",
        "jail",
        "man",
        "officials",
        "residents",
        "school",
        "sheriff",
        "woman",
    ]);
    let Range { start, end } = candidate.tokens;
    let parish = end == start + 2 && document.is(end - 1, "parish") && !candidate.is_titled();
    let inside = start > 0 && document.is_one_of(start - 1, const { &WordList::of(["in", "of", "the"]) });
    parish && (inside || document.is_one_of(end, &ITS))
}

/// Whether a possessive pronoun shows a thing, as people own no people, relatives aside: `his Harlan Drover broke
/// down`.
fn is_owned(document: &Document, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.tokens;
    let by_people = |at: usize| document.tags(at).any(Tags::POSSESSIVE) && !document.is(at, "its");
    let owned = start > 0 && by_people(start - 1) && end - start > 1;
    owned && !candidate.is_titled() && !candidate.headline && !is_kin(document, start)
}

/// Whether several words after `the`, without a noun after them, name a thing: `the Golden Heron was sold`.
fn is_defined(document: &Document, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.tokens;
    let the = start > 0 && document.is(start - 1, "the") && !candidate.is_titled() && !candidate.headline;
    // `leader of the Commons Ivo Dale`.
    if !the || end - start < 2 || end - start > 2 && is_full_name(document, start + 1..end) {
        return false;
    }
    let closed = Tags::PREPOSITION | Tags::CONJUNCTION | Tags::AUXILIARY | Tags::CUE | Tags::ADVERB | Tags::DETERMINER;
    let ends = |next: &Token| match next.kind {
        TokenKind::Word => next.tags.any(closed) || document.ends_in(end, "ed"),
        TokenKind::Mark => !document.is(end, "(") && !document.is(end, "-"),
        _ => false,
    };
    document.tokens.get(end).is_none_or(ends)
}

/// Whether the stretch is a single ordinary word whose capital is not evidence: `Son Charged in Fire`, `it was OK`.
fn is_word(document: &Document, candidate: &Candidate) -> bool {
    let tags = document.tags(candidate.tokens.start);
    let bare = candidate.tokens.len() == 1 && !candidate.is_titled() && tags.any(Tags::ORDINARY);
    bare && (candidate.headline || tags.any(Tags::UPPERCASE))
}

/// Whether the word is a noun that opens a sentence, shown by the verb or clause after it: `Guillemots are back`,
/// `Drovers who never swam`.
pub fn is_noun_before_verb(document: &Document, at: usize) -> bool {
    let plural = document.is_one_of(at + 1, const { &WordList::of(["are", "were", "have"]) });
    let word = document.word(at);
    plural && word.ends_with('s') || document.is(at + 1, "who") || word.ends_with("ians")
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn what_is_called_after_nobody() {
        people("The Golden Heron was sold to the Norvale Herons, owners of the Silver Mill.");
        people("The miller was hurt when his Harlan Drover hit a barge.");
        people("# Barge Chase Ends in a Ban\n\nGod knew that it was OK, they said. Amen.");
    }

    #[test]
    fn people_of_whom_something_is_told_are_people() {
        people(
            "
The shadow leader of the Commons Oliver Hale left.
    ^^^^^^^^^^^^^ office [shadow leader] organisation=[Commons] holder=Oliver Hale
                                 ^^^^^^^^^^^ person Oliver Hale
",
        );
    }

    #[test]
    fn places_and_bodies_that_look_like_people() {
        people(
            "
Goldman Sachs met Ann Reed in Milton Keynes. Corpus Christi, 46, met Mr Charles Schwab near El Paso. Alfa Romeo won.
                  ^^^^^^^^ person Ann Reed
                                             ^^^^^^^^^^^^^^ person Corpus Christi
                                                                        ^^^^^^^^^^^^^^ person Charles Schwab
",
        );
    }

    #[test]
    fn a_parish_is_nobody() {
        people(
            "
Tolland Parish deputies came. They met in Jefferson Parish.
",
        );
    }

    #[test]
    fn somebody_is_called_parish() {
        people(
            "
Steve Parish left. Parish said so.
^^^^^^^^^^^^ person Steve Parish
                   ^^^^^^ person Steve Parish
",
        );
    }
}
