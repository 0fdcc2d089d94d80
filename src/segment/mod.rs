//! Second stage: an article becomes blocks, sentences and tokens, each token looked up once.

mod blocks;
mod dateline;
mod marks;
mod pairs;
mod paragraphs;
mod sentences;
mod tokens;

use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::types::{Article, Block, BlockKind, Buffers, Document, Span};

/// Cuts an article into pieces, in the buffers of an earlier one.
///
/// Total: any text gives a document, if an empty one.
pub fn segment(article: &Article, buffers: Buffers) -> Document<'_> {
    let Buffers { mut blocks, mut sentences, mut tokens, mut quotation_marks, mut quotations } = buffers;
    blocks.clear();
    sentences.clear();
    tokens.clear();
    quotation_marks.clear();
    quotations.clear();
    let digest = xxh3_64_with_seed(article.text.as_bytes(), xxh3_64_with_seed(article.id.as_bytes(), 0));
    let mut document = Document {
        article,
        blocks,
        sentences,
        tokens,
        quotation_marks,
        quotations,
        dateline: None,
        year: None,
        digest,
    };
    for span in paragraphs::paragraphs(article) {
        push_block(&mut document, span);
    }
    blocks::classify(&mut document);
    pairs::pair(&mut document);
    document.dateline = dateline::dateline(&document);
    document.year = dateline::year(&document);
    document
}

/// Adds the tokens and sentences of one paragraph, and the block they make.
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
