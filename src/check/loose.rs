//! Words in marks that are nobody's speech, as they are compared with quotations.

use super::wording::{QuotedWord, SHORTEST, hash};
use crate::types::{ArticleFacts, Document, Span, TokenKind};

/// Words in marks that are nobody's speech.
#[derive(Debug)]
pub struct Loose {
    /// With their marks.
    pub span: Span,
    pub words: Vec<QuotedWord>,
    /// Hash of each word, for aligning.
    pub hashes: Vec<u32>,
}

/// Words in marks that no quotation of the article's facts holds, as `so-called` phrases and repeated ones are; each
/// with its span.
pub fn loose_words(document: &Document, facts: &ArticleFacts) -> Vec<Loose> {
    let (mut loose, mut next) = (Vec::new(), 0);
    for quotation in document.quotations.iter().filter(|quotation| quotation.closed) {
        let tokens = quotation.open as usize..quotation.close as usize + 1;
        // Single marks hold code and titles as well.
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
