//! Hashes of the writer's own words, kept to find articles that share whole passages: both use one agency report or
//! press release, whatever else each adds.
//!
//! Names and quotations are left out, since independent writers share those too.

use super::runs::Runs;
use crate::{
    check::stems::shared,
    types::{BlockKind, Document, Tags, Token, TokenKind},
};

/// Words in a run that two writers rarely choose alike.
const RUN: usize = 8;
/// The smallest of this many hashes in a row is kept, so that [`RUN`] + [`WINDOW`] - 1 common words always share one
/// (winnowing; Schleimer, Wilkerson and Aiken 2003).
const WINDOW: usize = 4;
/// The fewest common hashes of articles that share passages: a single one may be a phrase of police or courts. Of 3,888
/// pairs of figures that agree in the development articles, 955 are in articles that share eight runs or more.
const SHARED: usize = 2;

/// The passages of an article, as sorted hashes.
pub fn passages(document: &Document) -> Vec<u32> {
    // About two in five words leave a hash; a vector that grows in steps would be copied again and again.
    let mut winnowed = Winnowed { kept: Vec::with_capacity(document.tokens.len() / 3), ..Winnowed::default() };
    for block in document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        winnow(document, block.tokens.start as usize..block.tokens.end as usize, &mut winnowed);
    }
    winnowed.kept.sort_unstable();
    winnowed.kept.dedup();
    winnowed.kept
}

/// Adds the words of some tokens; each quotation ends the run.
fn winnow(document: &Document, tokens: std::ops::Range<usize>, winnowed: &mut Winnowed) {
    let first = document.quotations.partition_point(|quotation| (quotation.close as usize) < tokens.start);
    let mut quotations = document.quotations[first..].iter().peekable();
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some(quotation) = quotations.next_if(|quotation| quotation.open as usize <= at) {
            at = at.max(quotation.close as usize + 1);
            winnowed.end_run();
            continue;
        }
        let token = &document.tokens[at];
        if is_own_word(token) {
            winnowed.add(token.spelling.number());
        }
        at += 1;
    }
    winnowed.end_run();
}

/// Whether a token is a word without a capital, which is not a name.
fn is_own_word(token: &Token) -> bool {
    token.kind == TokenKind::Word && !token.tags.any(Tags::CAPITALISED)
}

/// Whether two articles share passages, given those of each.
pub fn share_passages(one: &[u32], other: &[u32]) -> bool {
    shared(one, other) >= SHARED
}

/// The hashes kept so far, and the current window.
#[derive(Default)]
struct Winnowed {
    runs: Runs<RUN>,
    window: [u32; WINDOW],
    /// Hashes since the run began.
    count: usize,
    kept: Vec<u32>,
}

impl Winnowed {
    fn add(&mut self, word: u64) {
        let Some(hash) = self.runs.add(word) else { return };
        self.window[self.count % WINDOW] = hash as u32;
        self.count += 1;
        if self.count >= WINDOW {
            let smallest = self.window.iter().copied().min().unwrap_or_default();
            if self.kept.last() != Some(&smallest) {
                self.kept.push(smallest);
            }
        }
    }

    fn end_run(&mut self) {
        (self.runs, self.count) = (Runs::default(), 0);
    }
}

#[cfg(test)]
mod tests {
    use super::{passages, share_passages};
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    /// Whether two texts share passages.
    fn share(one: &str, other: &str) -> bool {
        let passages = |text: &str| passages(&segment(&Article::new("a", None, text), Buffers::default()));
        share_passages(&passages(one), &passages(other))
    }

    const WIRE: &str = "Crews searched the lower valley until the water began to fall again and the last of the farms \
                        along the river could be reached by boat.";

    #[test]
    fn a_sentence_of_one_source_is_shared() {
        let other =
            format!("Nobody was hurt. {} It had rained for a week.", WIRE.replace("lower valley", "Tarn Valley"));
        assert!(share(WIRE, &other));
        assert!(!share(WIRE, "Boats reached the farms along the river once the water had begun to fall."));
    }

    #[test]
    fn names_and_quotations_are_not_passages() {
        let quoted = "“Crews searched the lower valley until the water began to fall again and the last of the farms \
                      along the river could be reached by boat,” she said.";
        assert!(!share(quoted, &format!("At noon, {quoted}")));
        let named = "Ann Lee, Bo Day, Cy Marsh, Di Orr, Ed Poole, Flo Quill, Gus Reed, Hal Stone and Ida Thorn met.";
        assert!(!share(named, &format!("On Friday {named}")));
    }
}
