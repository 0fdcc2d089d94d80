//! Words in quotation marks that are not speech, for comparison with quotations.

use super::wording::{QuotedWord, SHORTEST, hash};
use crate::types::{ArticleFacts, Document, Span, TokenKind};

/// Words in quotation marks that are not speech.
#[derive(Debug)]
pub struct Loose {
    /// Including the quotation marks.
    pub span: Span,
    pub words: Vec<QuotedWord>,
    /// Hash of each word, for aligning.
    pub hashes: Vec<u32>,
}

/// Words in quotation marks outside all quotations among the article's facts, such as `so-called` phrases and repeated
/// ones.
pub fn loose_words(document: &Document, facts: &ArticleFacts) -> Vec<Loose> {
    let (mut loose, mut next) = (Vec::new(), 0);
    for quotation in document.quotations.iter().filter(|quotation| quotation.closed) {
        let tokens = quotation.open as usize..quotation.close as usize + 1;
        // Single marks enclose code and titles as well.
        if tokens.len() < SHORTEST + 2 || document.is(tokens.start, "'") || document.is(tokens.start, "‘") {
            continue;
        }
        let span = document.span(tokens.clone());
        let quotes = &facts.quotes;
        next += quotes[next..].iter().take_while(|fact| fact.span.end <= span.start).count();
        if quotes[next..].iter().take_while(|fact| fact.span.start < span.end).any(|fact| fact.span.end > span.start) {
            continue;
        }
        let worded = |at: &usize| matches!(document.tokens[*at].kind, TokenKind::Word | TokenKind::Number);
        let words = tokens.filter(worded).map(|at| {
            let token = &document.tokens[at];
            QuotedWord { span: token.span, tags: token.tags, bracketed: false }
        });
        let words: Vec<QuotedWord> = words.collect();
        if words.len() >= SHORTEST {
            let hashes = words.iter().map(|word| hash(document.text(word.span))).collect();
            loose.push(Loose { span, words, hashes });
        }
    }
    loose
}
