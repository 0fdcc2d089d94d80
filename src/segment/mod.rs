//! Second stage: splits an article into blocks, sentences and tokens, and looks up each token once.

mod blocks;
mod dateline;
mod marks;
mod pairs;
mod paragraphs;
mod sentences;
mod tokens;

use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::types::{Article, Block, BlockKind, Buffers, Document, Span, TOKEN_STRIDE};

/// Splits an article, reusing the buffers of an earlier one.
///
/// Total: any text gives a document, even if an empty one.
pub fn segment(article: &Article, buffers: Buffers) -> Document<'_> {
    let Buffers {
        mut blocks,
        mut sentences,
        mut tokens,
        mut token_index,
        mut quotation_marks,
        mut quotations,
        verbs,
        parts,
    } = buffers;
    blocks.clear();
    sentences.clear();
    tokens.clear();
    token_index.clear();
    quotation_marks.clear();
    quotations.clear();
    let digest = xxh3_64_with_seed(article.text.as_bytes(), xxh3_64_with_seed(article.id.as_bytes(), 0));
    let mut document = Document {
        article,
        blocks,
        sentences,
        tokens,
        token_index,
        quotation_marks,
        quotations,
        dateline: None,
        published_from: None,
        year: None,
        digest,
        verbs,
        parts,
    };
    for span in paragraphs::paragraphs(article) {
        push_block(&mut document, span);
    }
    index_tokens(&mut document);
    blocks::classify(&mut document);
    pairs::pair(&mut document);
    (document.dateline, document.published_from) = dateline::dateline(&document).unzip();
    document.year = dateline::year(&document);
    document.verbs.clear(document.tokens.len());
    document.parts.clear(document.tokens.len());
    document
}

/// Records for every stride of the text which token starts there or next.
fn index_tokens(document: &mut Document) {
    for (at, token) in document.tokens.iter().enumerate() {
        let strides = token.span.start as usize / TOKEN_STRIDE + 1;
        if document.token_index.len() < strides {
            document.token_index.resize(strides, at as u32);
        }
    }
}

/// Adds the tokens and sentences of one paragraph, and its block.
fn push_block(document: &mut Document, span: Span) {
    let first_token = document.tokens.len();
    let first_sentence = document.sentences.len();
    tokens::tokenize(&document.article.text, span, &mut document.tokens);
    if document.tokens.len() == first_token {
        return;
    }
    marks::collect(document, first_token);
    sentences::split(document, first_token);
    document.blocks.push(Block {
        kind: BlockKind::Paragraph,
        span,
        sentences: first_sentence as u32..document.sentences.len() as u32,
        tokens: first_token as u32..document.tokens.len() as u32,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_endings_are_seen_without_the_word() {
        let article = Article::new("a", None, "Otters’ weirs leaked, é—no: 7");
        let document = segment(&article, Buffers::default());
        for at in 0..=document.tokens.len() {
            let word = document.word(at);
            for ending in ["s", "ed", "’", "é", "—", "leaked", "and leaked"] {
                assert_eq!(document.ends_in(at, ending), word.ends_with(ending), "{word}");
            }
            for mark in [',', ':', '.'] {
                assert_eq!(document.sign(at) == mark, word == mark.to_string(), "{word}");
            }
        }
    }

    #[test]
    fn nothing_is_remembered_of_the_article_before() {
        let (one, other) =
            (Article::new("a", None, "Vale said so."), Article::new("b", None, "The weir leaks badly now."));
        let document = segment(&one, Buffers::default());
        document.verbs.number(1, || 1);
        document.parts.number(1, || 2);
        let document = segment(&other, document.recycle());
        for at in 0..document.tokens.len() {
            assert_eq!([document.verbs.number(at, || 5), document.parts.number(at, || 6)], [5, 6]);
        }
    }
}
