//! An article split into blocks, sentences and tokens.

use std::ops::Range;

use jiff::civil::Date;

use super::{Article, Fact, Memo, PublishedFrom, Shapes, Span, Spelling, Tags, WordList, WordMap};

/// An article split into blocks, sentences and tokens, which refer to its text by spans.
///
/// Blocks are in text order and do not overlap. The sentences of a block and the tokens of a
/// sentence are contiguous ranges of `sentences` and `tokens`. White space belongs to no token.
#[derive(Debug)]
pub struct Document<'a> {
    /// The article; all spans refer to its text.
    pub article: &'a Article,
    /// Lines and paragraphs, in text order.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks, in text order.
    pub sentences: Vec<Sentence>,
    /// The words, numbers and punctuation of all sentences, in text order.
    pub tokens: Vec<Token>,
    /// For every [`TOKEN_STRIDE`] bytes of the text, the first token that starts there or later.
    pub token_index: Vec<u32>,
    /// Indices of the tokens that are quotation marks of any style, without apostrophes.
    pub quotation_marks: Vec<u32>,
    /// The quotations, in text order and without nested ones.
    pub quotations: Vec<Quotation>,
    /// The reference day: the publication date, else the dateline, else the assumed day; `None` if
    /// there is none.
    pub dateline: Option<Date>,
    /// Where the reference day comes from; `None` if there is none.
    pub published_from: Option<PublishedFrom>,
    /// The year of writing: that of the reference day, else one that the words imply, as in
    /// "November 2015 last year".
    pub year: Option<i16>,
    /// Hash of the article's id and text, from which the ids of its facts are derived.
    pub digest: u64,
    /// Which tokens are verbs of speech, as far as a rule has asked.
    #[doc(hidden)]
    pub verbs: Memo,
    /// What tokens can be in a name, as far as a rule has asked.
    #[doc(hidden)]
    pub parts: Memo,
}

/// The allocated parts of a `Document`, to be reused for the next article.
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

/// Bytes of text for each entry of `Document::token_index`, in which about two tokens start.
pub const TOKEN_STRIDE: usize = 16;

/// A line or a paragraph of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is for the reader.
    pub kind: BlockKind,
    /// Its text, without white space around it.
    pub span: Span,
    /// Indices into `Document::sentences`.
    pub sentences: Range<u32>,
    /// Indices into `Document::tokens`.
    pub tokens: Range<u32>,
}

/// What a block is for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The headline, given separately from the body or found at its start.
    Title,
    /// A line that tells when, and perhaps where, the article was written.
    Dateline,
    /// A line that names the author.
    Byline,
    /// Running text.
    Paragraph,
    /// A line under a picture.
    Caption,
    /// A quotation displayed apart from the text, with its speaker.
    PullQuote,
    /// A menu, a cookie notice or a link to another article, in which no facts are looked for.
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

/// Words between quotation marks, possibly over several paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// Token index of the opening mark.
    pub open: u32,
    /// Token index of the closing mark, or of the last token of its paragraph if there is none.
    pub close: u32,
    /// Whether there is a closing mark.
    pub closed: bool,
}

/// A word, a number or a punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its place in the text.
    pub span: Span,
    /// Its shape.
    pub kind: TokenKind,
    /// What the lexicon and its shape tell about it.
    pub tags: Tags,
    /// Its entry in the lexicon; `WordId::NONE` if it has none.
    pub word: WordId,
    /// Its length and first letters, for fast comparison.
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
    /// Digits with grouping commas and a decimal point: `825,000`, `3.15`.
    Number,
    /// A quotation mark, never an apostrophe.
    Quotation,
    /// A hyphen, en dash, em dash or minus sign.
    Dash,
    /// Any other mark or symbol, one character each.
    Mark,
}

/// Index of a lower-case word in the lexicon. All words that the lexicon does not have share one
/// index, so words of a text are compared by [`Document::same_word`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

impl WordId {
    /// The index of words that the lexicon does not have.
    pub const NONE: WordId = WordId(u32::MAX);
}

impl<'a> Document<'a> {
    /// The title that the source gave separately, else the one found in the text.
    pub fn title(&self) -> Option<&'a str> {
        let given = Some(self.text(self.article.title)).filter(|title| !title.is_empty());
        let found = || self.blocks.iter().find(|block| block.kind == BlockKind::Title);
        given.or_else(|| found().map(|block| self.text(block.span)))
    }

    /// The text of a span.
    ///
    /// # Panics
    ///
    /// As [`Span::of`] does, if the span is of another article and does not fit this one.
    pub fn text(&self, span: Span) -> &'a str {
        span.of(&self.article.text)
    }

    /// The text of token `at`; empty beyond the last token.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.text(token.span))
    }

    /// Whether two tokens are the same word, ignoring case and whether the lexicon has it or not.
    pub fn same_word(&self, one: usize, other: usize) -> bool {
        let known = self.tokens[one].word;
        let same = || self.word(one).to_lowercase() == self.word(other).to_lowercase();
        known == self.tokens[other].word && (known != WordId::NONE || same())
    }

    /// The tags of token `at`; none beyond the last token.
    pub fn tags(&self, at: usize) -> Tags {
        self.tokens.get(at).map_or(Tags::NONE, |token| token.tags)
    }

    /// Whether token `at` exists and is `word`, ignoring ASCII case.
    #[inline(always)]
    pub fn is(&self, at: usize, word: &str) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        token.spelling.has_length(word.len())
            && token.spelling == Spelling::of(word.as_bytes())
            && (word.len() <= Spelling::HELD || self.ends_as(token.span, word))
    }

    /// Token `at` in lower case if it is a single byte long, else `'\0'`.
    #[inline]
    pub fn sign(&self, at: usize) -> char {
        self.tokens.get(at).filter(|token| token.span.len() == 1).map_or('\0', |token| token.spelling.first().into())
    }

    /// Whether token `at` exists and ends with `ending`, including case. It compares bytes, which
    /// is faster than taking the word out of the text.
    #[inline]
    pub fn ends_in(&self, at: usize, ending: &str) -> bool {
        let bytes = self.article.text.as_bytes();
        self.tokens.get(at).is_some_and(|token| bytes[token.span.range()].ends_with(ending.as_bytes()))
    }

    /// Whether token `at` exists and is a word of the list, ignoring ASCII case.
    #[inline]
    pub fn is_one_of<const N: usize>(&self, at: usize, list: &WordList<N>) -> bool {
        self.tokens.get(at).is_some_and(|token| list.has(token.spelling)) && self.index_in(at, list).is_some()
    }

    /// The index of token `at` in the list, ignoring ASCII case.
    pub fn index_in<const N: usize>(&self, at: usize, list: &WordList<N>) -> Option<usize> {
        let token = self.tokens.get(at)?;
        let same = |word: &str| word.len() <= Spelling::HELD || self.ends_as(token.span, word);
        list.spelt(token.spelling).find(|(_, word)| same(word)).map(|(index, _)| index)
    }

    /// The word of the map that token `at` is, and its value, ignoring ASCII case.
    pub fn entry_in<T: Copy, const N: usize>(&self, at: usize, map: &WordMap<T, N>) -> Option<(&'static str, T)> {
        self.tokens.get(at).filter(|token| map.list.has(token.spelling))?;
        let index = self.index_in(at, &map.list)?;
        Some((map.list.words[index], map.values[index]))
    }

    /// Whether the bytes after those in a spelling are the same, ignoring ASCII case.
    #[inline(never)]
    fn ends_as(&self, span: Span, word: &str) -> bool {
        let text = &self.article.text.as_bytes()[span.range()];
        text.len() == word.len() && text[Spelling::HELD..].eq_ignore_ascii_case(&word.as_bytes()[Spelling::HELD..])
    }

    /// Whether token `at` exists and can be one of the words with these shapes.
    #[inline]
    pub fn has_shape(&self, at: usize, shapes: &Shapes) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let first = self.article.text.as_bytes()[token.span.start as usize];
            shapes.has(token.span.len(), first)
        })
    }

    /// Whether there is no space between token `at` and the next one.
    pub fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| self.tokens[at].span.end == next.span.start)
    }

    /// Whether token `at` is the apostrophe after a plural, or a name in s, that owns the next
    /// word: `the millers' barns`.
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

    /// Whether token `at` tells whose the next word is: `her`, `'s`, or the apostrophe after
    /// several owners.
    pub fn is_owner(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
            || self.tags(at).any(Tags::POSSESSIVE)
            || self.is_mark_of_owners(at)
    }

    /// The span of a range of tokens.
    ///
    /// # Panics
    ///
    /// If the range is empty or goes beyond the last token.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        Span { start: self.tokens[tokens.start].span.start, end: self.tokens[tokens.end - 1].span.end }
    }

    /// The sentence with token `at`.
    ///
    /// # Panics
    ///
    /// If there is no such token. So do the other methods that return the place of a token.
    pub fn sentence_of(&self, at: usize) -> &Sentence {
        &self.sentences[self.tokens[at].sentence as usize]
    }

    /// The token indices of the sentence with token `at`.
    pub fn sentence_tokens(&self, at: usize) -> Range<usize> {
        let tokens = &self.sentence_of(at).tokens;
        tokens.start as usize..tokens.end as usize
    }

    /// The block with token `at`.
    pub fn block_of(&self, at: usize) -> &Block {
        &self.blocks[self.sentence_of(at).block as usize]
    }

    /// The block in which a fact starts.
    pub fn block_of_fact<T>(&self, fact: &Fact<T>) -> &Block {
        &self.blocks[self.sentences[fact.sentence as usize].block as usize]
    }

    /// The index of the first token that starts at or after `byte`; the number of tokens if there
    /// is none.
    pub fn token_at(&self, byte: u32) -> usize {
        let Some(&first) = self.token_index.get(byte as usize / TOKEN_STRIDE) else { return self.tokens.len() };
        let before = self.tokens[first as usize..].iter().take_while(|token| token.span.start < byte);
        first as usize + before.count()
    }

    /// The indices of the tokens that are entirely inside `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        // Most spans have few words, so walking to the end is faster than searching it.
        let inside = self.tokens[start..].iter().take_while(|token| token.span.end <= span.end);
        start..start + inside.count()
    }

    /// The quotation that contains token `at`, including its marks.
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
