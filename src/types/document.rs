//! An article cut into blocks, sentences and tokens.

use std::ops::Range;

use jiff::civil::Date;

use super::{Article, Fact, Memo, PublishedFrom, Shapes, Span, Spelling, Tags, WordList, WordMap};

/// An article cut into pieces; the pieces point into the article's text.
///
/// Blocks lie in text order and do not overlap; the sentences of a block and the tokens of a
/// sentence are contiguous ranges of `sentences` and `tokens`. Space belongs to no token.
#[derive(Debug)]
pub struct Document<'a> {
    /// What was cut; all spans are of its text.
    pub article: &'a Article,
    /// Lines and paragraphs, in text order.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks, in text order.
    pub sentences: Vec<Sentence>,
    /// The words, numbers and marks of all sentences, in text order.
    pub tokens: Vec<Token>,
    /// For every [`TOKEN_STRIDE`] bytes of the text the first token that starts there or later.
    pub token_index: Vec<u32>,
    /// Indices of the tokens that are quotation marks of any style, apostrophes left out.
    pub quotation_marks: Vec<u32>,
    /// What stands between quotation marks, nested quotations left out, in text order.
    pub quotations: Vec<Quotation>,
    /// The reference day: the publication date, else the dateline, else the day to assume; `None` if there is none.
    pub dateline: Option<Date>,
    /// Where the reference day was found; `None` if there is none.
    pub published_from: Option<PublishedFrom>,
    /// The year it speaks from: the dateline's, else the one its words give away.
    pub year: Option<i16>,
    /// Hash of the article's id and text, from which the ids of its facts are made.
    pub digest: u64,
    /// Which tokens are verbs of speech, as far as it has been asked.
    #[doc(hidden)]
    pub verbs: Memo,
    /// What tokens can be in a name, as far as it has been asked.
    #[doc(hidden)]
    pub parts: Memo,
}

/// The parts of a `Document` that are allocated, kept from one article to the next.
#[derive(Debug, Default)]
pub struct Buffers {
    /// For [`Document::blocks`].
    pub blocks: Vec<Block>,
    /// For [`Document::sentences`].
    pub sentences: Vec<Sentence>,
    /// For [`Document::tokens`].
    pub tokens: Vec<Token>,
    /// For [`Document::token_index`].
    pub token_index: Vec<u32>,
    /// For [`Document::quotation_marks`].
    pub quotation_marks: Vec<u32>,
    /// For [`Document::quotations`].
    pub quotations: Vec<Quotation>,
    /// For [`Document::verbs`].
    pub verbs: Memo,
    /// For [`Document::parts`].
    pub parts: Memo,
}

/// Bytes of text to an entry of `Document::token_index`: about two tokens.
pub const TOKEN_STRIDE: usize = 16;

/// A stretch of text that is laid out as one: a line or a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is to the reader.
    pub kind: BlockKind,
    /// Its words, space around them left out.
    pub span: Span,
    /// Indices into `Document::sentences`.
    pub sentences: Range<u32>,
    /// Indices into `Document::tokens`.
    pub tokens: Range<u32>,
}

/// What a block is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The headline, given apart from the body or found at its head.
    Title,
    /// A line that says when, and perhaps where, the article was written.
    Dateline,
    /// A line that says who wrote it.
    Byline,
    /// Running text.
    Paragraph,
    /// A line under a picture.
    Caption,
    /// A display quotation set apart from the text, with its speaker.
    PullQuote,
    /// Menus, cookie notices, links to other articles: no facts are read there.
    Boilerplate,
}

/// A sentence, or a line that stands for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Indices into `Document::tokens`.
    pub tokens: Range<u32>,
    /// Index into `Document::blocks`.
    pub block: u32,
}

/// Words between quotation marks, over as many paragraphs as they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// Token index of the mark that opens it.
    pub open: u32,
    /// Token index of the mark that closes it; the last token of its paragraph where none does.
    pub close: u32,
    /// Whether a mark closes it.
    pub closed: bool,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its letters.
    pub span: Span,
    /// Its shape.
    pub kind: TokenKind,
    /// What the lexicon and the token's shape say of it.
    pub tags: Tags,
    /// Its entry in the lexicon, `WordId::NONE` where it has none.
    pub word: WordId,
    /// Its letters, for comparing.
    pub spelling: Spelling,
    /// Index into `Document::sentences`.
    pub sentence: u32,
}

/// The shape of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with inner apostrophes (`don't`, `O'Neill`) and dotted initials (`U.S.`).
    Word,
    /// `'s` or `’s` after a word.
    Possessive,
    /// Digits with their grouping commas and decimal point: `825,000`, `3.15`.
    Number,
    /// A quotation mark, never an apostrophe.
    Quotation,
    /// Hyphen, en dash, em dash or minus.
    Dash,
    /// Any other mark or symbol, one character each.
    Mark,
}

/// Index of a lower-cased word in the lexicon. Words of a text are compared by [`Document::same_word`], as all that
/// the lexicon does not know have one index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

impl WordId {
    /// A word the lexicon does not know.
    pub const NONE: WordId = WordId(u32::MAX);
}

impl<'a> Document<'a> {
    /// The title that the source gave apart from the text, else the block of the text that is one.
    pub fn title(&self) -> Option<&'a str> {
        let given = Some(self.text(self.article.title)).filter(|title| !title.is_empty());
        let found = || self.blocks.iter().find(|block| block.kind == BlockKind::Title);
        given.or_else(|| found().map(|block| self.text(block.span)))
    }

    /// The words of a span.
    ///
    /// # Panics
    ///
    /// Where it is a span of another article, as [`Span::of`] does.
    pub fn text(&self, span: Span) -> &'a str {
        span.of(&self.article.text)
    }

    /// The words of token `at`; none beyond the last token.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.text(token.span))
    }

    /// Whether two tokens are the same word, capitals aside, whether the lexicon knows it or not.
    pub fn same_word(&self, one: usize, other: usize) -> bool {
        let known = self.tokens[one].word;
        let same = || self.word(one).to_lowercase() == self.word(other).to_lowercase();
        known == self.tokens[other].word && (known != WordId::NONE || same())
    }

    /// Tags of token `at`; none beyond the last token.
    pub fn tags(&self, at: usize) -> Tags {
        self.tokens.get(at).map_or(Tags::NONE, |token| token.tags)
    }

    /// Whether token `at` exists and is `word`, ASCII case ignored.
    #[inline(always)]
    pub fn is(&self, at: usize, word: &str) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        token.spelling.has_length(word.len())
            && token.spelling == Spelling::of(word.as_bytes())
            && (word.len() <= Spelling::HELD || self.ends_as(token.span, word))
    }

    /// Token `at` where it is a single ASCII character, else `'\0'`.
    #[inline]
    pub fn sign(&self, at: usize) -> char {
        self.tokens.get(at).filter(|token| token.span.len() == 1).map_or('\0', |token| token.spelling.first().into())
    }

    /// Whether token `at` exists and ends in these letters, case and all; seen of its bytes, which takes no word out of the
    /// text.
    #[inline]
    pub fn ends_in(&self, at: usize, ending: &str) -> bool {
        let bytes = self.article.text.as_bytes();
        self.tokens.get(at).is_some_and(|token| bytes[token.span.range()].ends_with(ending.as_bytes()))
    }

    /// Whether token `at` exists and is a word of the list, ASCII case ignored.
    #[inline]
    pub fn is_one_of<const N: usize>(&self, at: usize, list: &WordList<N>) -> bool {
        self.tokens.get(at).is_some_and(|token| list.has(token.spelling)) && self.index_in(at, list).is_some()
    }

    /// Where in the list token `at` is, ASCII case ignored.
    pub fn index_in<const N: usize>(&self, at: usize, list: &WordList<N>) -> Option<usize> {
        let token = self.tokens.get(at)?;
        let same = |word: &str| word.len() <= Spelling::HELD || self.ends_as(token.span, word);
        list.spelt(token.spelling).find(|(_, word)| same(word)).map(|(index, _)| index)
    }

    /// The word of the map that token `at` is, and what it says, ASCII case ignored.
    pub fn entry_in<T: Copy, const N: usize>(&self, at: usize, map: &WordMap<T, N>) -> Option<(&'static str, T)> {
        self.tokens.get(at).filter(|token| map.list.has(token.spelling))?;
        let index = self.index_in(at, &map.list)?;
        Some((map.list.words[index], map.values[index]))
    }

    /// Whether the bytes behind those a spelling holds are the same, ASCII case ignored.
    #[inline(never)]
    fn ends_as(&self, span: Span, word: &str) -> bool {
        let text = &self.article.text.as_bytes()[span.range()];
        text.len() == word.len() && text[Spelling::HELD..].eq_ignore_ascii_case(&word.as_bytes()[Spelling::HELD..])
    }

    /// Whether token `at` exists and can be one of the words that have these shapes.
    #[inline]
    pub fn has_shape(&self, at: usize, shapes: &Shapes) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let first = self.article.text.as_bytes()[token.span.start as usize];
            shapes.has(token.span.len(), first)
        })
    }

    /// Whether no space stands between token `at` and the one after it.
    pub fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| self.tokens[at].span.end == next.span.start)
    }

    /// Whether token `at` is the mark behind several, or a name in s, who own the word behind it: `the millers' barns`.
    pub fn is_mark_of_owners(&self, at: usize) -> bool {
        let is_word = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        let no_noun = Tags::AUXILIARY | Tags::CONJUNCTION | Tags::PREPOSITION | Tags::CUE;
        at > 0
            && self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Quotation)
            && self.is_glued(at - 1)
            && !self.is_glued(at)
            && matches!(self.word(at), "'" | "’")
            && is_word(at - 1)
            && self.word(at - 1).ends_with('s')
            && is_word(at + 1)
            && !self.tags(at + 1).any(no_noun)
    }

    /// Whether token `at` says whose the next word is: `her`, `'s`, the mark behind several owners.
    pub fn is_owner(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
            || self.tags(at).any(Tags::POSSESSIVE)
            || self.is_mark_of_owners(at)
    }

    /// From the first byte of the first of some tokens to the last byte of the last.
    ///
    /// # Panics
    ///
    /// Where there is no token in the range, or it goes beyond the last token.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        Span { start: self.tokens[tokens.start].span.start, end: self.tokens[tokens.end - 1].span.end }
    }

    /// The sentence token `at` stands in. As all that ask where a token stands, it panics beyond the last token.
    pub fn sentence_of(&self, at: usize) -> &Sentence {
        &self.sentences[self.tokens[at].sentence as usize]
    }

    /// Token indices of the sentence that token `at` stands in.
    pub fn sentence_tokens(&self, at: usize) -> Range<usize> {
        let tokens = &self.sentence_of(at).tokens;
        tokens.start as usize..tokens.end as usize
    }

    /// The block token `at` stands in.
    pub fn block_of(&self, at: usize) -> &Block {
        &self.blocks[self.sentence_of(at).block as usize]
    }

    /// The block a fact starts in.
    pub fn block_of_fact<T>(&self, fact: &Fact<T>) -> &Block {
        &self.blocks[self.sentences[fact.sentence as usize].block as usize]
    }

    /// The first token that starts at or after `byte`.
    pub fn token_at(&self, byte: u32) -> usize {
        let Some(&first) = self.token_index.get(byte as usize / TOKEN_STRIDE) else { return self.tokens.len() };
        let before = self.tokens[first as usize..].iter().take_while(|token| token.span.start < byte);
        first as usize + before.count()
    }

    /// Indices of the tokens that lie wholly inside `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        // Most spans are of a few words: their end is sooner walked to than searched for.
        let inside = self.tokens[start..].iter().take_while(|token| token.span.end <= span.end);
        start..start + inside.count()
    }

    /// The quotation that holds token `at`, its marks included.
    pub fn quotation_of(&self, at: usize) -> Option<&Quotation> {
        let next = self.quotations.partition_point(|quotation| quotation.open as usize <= at);
        self.quotations[..next].last().filter(|quotation| at <= quotation.close as usize)
    }

    /// Returns the buffers for reuse by the next article.
    pub fn recycle(self) -> Buffers {
        Buffers {
            blocks: self.blocks,
            sentences: self.sentences,
            tokens: self.tokens,
            token_index: self.token_index,
            quotation_marks: self.quotation_marks,
            quotations: self.quotations,
            verbs: self.verbs,
            parts: self.parts,
        }
    }
}
