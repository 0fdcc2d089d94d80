//! Which words of a name are the given name and which the family name, and the gender that the name shows.

use super::{
    candidate::parts,
    name::NameSpan,
    name_shape::{Part, is_particle},
};
use crate::{
    lexicon::LEXICON,
    types::{Document, Gender, Name, Span, Tags, TokenKind, WordList},
};

/// The given name, family name, honorific and gender of a name.
pub fn anatomy(document: &Document, name: &NameSpan, honorific: Option<Span>) -> Name {
    let words: Vec<(usize, Part)> = parts(document, name.tokens.clone()).collect();
    let gender = gender(document, name, &words);
    let whole = document.span(name.tokens.clone());
    let by_given = name.honorific.is_some_and(|at| ["Sir", "Dame"].contains(&document.word(at)));
    if words.len() < 2 {
        let given = by_given
            || matches!(words.first(), Some((_, Part::Given))) && name.honorific.is_none() && name.title.is_none();
        return Name { honorific, gender, surname: (!given).then_some(whole), given: given.then_some(whole) };
    }
    let mut family = words.len() - 1;
    while family > 1 && is_particle_word(document, words[family - 1].0) {
        family -= 1;
    }
    let first = words[family].0;
    let dash = |at: usize| document.tokens[at].kind == TokenKind::Dash && document.is_glued(at);
    // Also the `Al` of `Al-Maeena`.
    let joined = |at: usize| document.tags(at).any(Tags::PARTICLE) && document.is_glued(at) && dash(at + 1);
    let first = (name.tokens.start + 1..first)
        .rev()
        .take_while(|&at| is_particle(document, at) || dash(at) || joined(at))
        .last()
        .unwrap_or(first);
    let end = document.tokens[name.tokens.end - 1].span.end;
    Name {
        honorific,
        gender,
        surname: Some(Span { start: document.tokens[first].span.start, end }),
        given: Some(document.span(name.tokens.start..first)),
    }
}

fn is_particle_word(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::PARTICLE) && !document.tags(at).any(Tags::GIVEN_NAME)
}

/// The gender that the honorific shows, else the title, else the given name.
fn gender(document: &Document, name: &NameSpan, words: &[(usize, Part)]) -> Option<Gender> {
    let addressed = name.honorific.and_then(|at| LEXICON.honorifics.get(document.tokens[at].word).copied().flatten());
    let addressed = addressed.or_else(|| name.title.and_then(|_| titled(document, name.tokens.start)));
    let first = words.first().filter(|(_, part)| words.len() > 1 || *part == Part::Given);
    addressed.or_else(|| first.and_then(|&(at, _)| LEXICON.genders.get(document.tokens[at].word).copied()))
}

/// The gender that the title before a name shows: `Baroness`, `spokeswoman`. A chairman may be a woman.
fn titled(document: &Document, name: usize) -> Option<Gender> {
    const FEMALE: WordList<8> =
        WordList::of(["abbess", "baroness", "countess", "duchess", "empress", "princess", "queen", "viscountess"]);
    const MALE: WordList<8> = WordList::of(["baron", "count", "duke", "earl", "emperor", "king", "prince", "viscount"]);
    let title = name.checked_sub(1)?;
    let male = document.is_one_of(title, &MALE);
    let female = document.is_one_of(title, &FEMALE) || document.ends_in(title, "woman");
    if female { Some(Gender::Female) } else { male.then_some(Gender::Male) }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn particles_belong_to_the_family_name() {
        people(
            "
Jamal Al-Fadhel met Ronald dela Cruz and Zia ur Rehman. Al-Fadhel said no; dela Cruz said yes; Rehman left.
^^^^^^^^^^^^^^^ person Jamal Al-Fadhel
                    ^^^^^^^^^^^^^^^^ person Ronald dela Cruz
                                         ^^^^^^^^^^^^^ person Zia ur Rehman
                                                        ^^^^^^^^^ person Jamal Al-Fadhel
                                                                                ^^^^ person Ronald dela Cruz
                                                                                               ^^^^^^ person Zia ur Rehman
",
        );
    }
}
