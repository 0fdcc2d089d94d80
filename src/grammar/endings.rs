//! What the ending of a word says of it.

use crate::types::{Document, TokenKind, WordList};

/// Plurals without an s, and words for several people.
const IRREGULAR_PLURALS: WordList<9> =
    WordList::of(["children", "crew", "feet", "men", "mice", "people", "police", "staff", "women"]);

/// Endings in s that make no plural: `glass`, `campus`, `analysis`, `famous`.
const NO_PLURALS: [&str; 3] = ["ss", "us", "is"];

/// Letters of the shortest word that is taken for a plural by its s: not `his`, `was`.
const SHORTEST_PLURAL: usize = 4;

/// Whether the word is a plural by its ending, or a common irregular one: `barges`, `Millers`, `police`; but not `glass`,
/// `famous`, `his`.
pub fn is_plural(document: &Document, at: usize) -> bool {
    let Some(token) = document.tokens.get(at) else { return false };
    let regular = token.kind == TokenKind::Word && token.span.len() >= SHORTEST_PLURAL && document.ends_in(at, "s");
    regular && !NO_PLURALS.iter().any(|ending| document.ends_in(at, ending))
        || document.is_one_of(at, &IRREGULAR_PLURALS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    /// The words of the text of which the test holds, asked of the tokens behind the last, too.
    fn those_that(text: &str, test: fn(&Document, usize) -> bool) -> Vec<String> {
        let article = Article::new("a", None, text);
        let document = segment(&article, Buffers::default());
        let tokens = 0..document.tokens.len() + 3;
        tokens.filter(|&at| test(&document, at)).map(|at| document.word(at).to_owned()).collect()
    }

    #[test]
    fn plurals_end_in_s_or_are_listed() {
        let text =
            "His famous boats and the police of Tarn's campus, five men, Millers, a class: was that gas analysis?";
        assert_eq!(those_that(text, is_plural), ["boats", "police", "men", "Millers"]);
    }
}
