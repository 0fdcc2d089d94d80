//! The tense of a verb form.

use super::endings;
use crate::{
    lexicon::{LEXICON, Tense},
    types::Document,
};

/// The tense of the word itself, if it is an auxiliary or an irregular form: the past of `fell`, `had`, the
/// future of `will`.
pub fn told_by_word(document: &Document, at: usize) -> Option<Tense> {
    document.tokens.get(at).and_then(|token| LEXICON.tenses.get(token.word)).copied()
}

/// Whether the word is in the past, as an irregular form or an auxiliary: `fell`, `told`, `had`, `was`.
pub fn is_irregular_past(document: &Document, at: usize) -> bool {
    told_by_word(document, at) == Some(Tense::Past)
}

/// Whether the word is in the past by its form, regular or not: `closed`, `Closed`, `fell`, `was`; but not `speed`.
pub fn is_past(document: &Document, at: usize) -> bool {
    is_irregular_past(document, at) || endings::is_past_form(document.word(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn past_forms_are_listed_or_end_in_ed() {
        let article = Article::new("a", None, "He was late, fell, closed the speed gate and will wait; it had sold");
        let document = segment(&article, Buffers::default());
        let those = |test: fn(&Document, usize) -> bool| {
            let found = (0..document.tokens.len() + 2).filter(|&at| test(&document, at));
            found.map(|at| document.word(at)).collect::<Vec<_>>()
        };
        assert_eq!(those(is_irregular_past), ["was", "fell", "had", "sold"]);
        assert_eq!(those(is_past), ["was", "fell", "closed", "had", "sold"]);
        assert_eq!(told_by_word(&document, 11), Some(Tense::Future));
    }
}
