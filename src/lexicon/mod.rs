//! Word tables, compiled in, and the single lookup for every token.
//!
//! The tables are the sorted `.tsv` files in this folder; the first lines of each name the source of its words.
//! [`LEXICON`] reads them once, in about twenty milliseconds.

mod boilerplate;
mod calendars;
mod changes;
mod gender;
mod holidays;
mod index;
mod inflection;
mod lookalikes;
mod moon;
mod names;
mod nicknames;
mod numbers;
mod rows;
mod speech;
mod stem;
mod synonyms;
mod table;
mod times;
mod titles;
mod units;
mod words;

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::types::{Change, Gender, Tags, WordId};

pub use boilerplate::{Boilerplate, BoilerplatePlace};
pub use gender::noun_gender;
pub use holidays::Holiday;
pub use index::{Index, Key};
pub use inflection::singular;
pub use lookalikes::Lookalike;
pub use nicknames::is_short_for;
pub use numbers::{NumberClass, NumberWord};
pub use speech::{Cue, CueClass, Frame};
pub use stem::{folded, stem, word_hash};
pub use table::Table;
pub use times::{Tense, TimeUnit, TimeWord};
pub use titles::{Position, TitleClass, TitleForm};
pub use units::Unit;

/// The approximate number of words.
const WORDS: usize = 100_000;

/// The lexicon of the whole program.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// What is known about words. Words are looked up in lower case.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Every word, once all tables are read.
    words: Index,
    /// Every word while tables are being read.
    ids: FxHashMap<&'static str, WordId>,
    tags: Vec<Tags>,
    /// Hash of each word's stem, or of the word that represents its synonyms in synonyms.tsv.
    meanings: Vec<u32>,
    /// numbers.tsv
    pub numbers: Table<NumberWord>,
    /// changes.tsv
    pub changes: Table<Change>,
    /// time.tsv
    pub times: Table<TimeWord>,
    /// tense.tsv
    pub tenses: Table<Tense>,
    /// holidays.tsv, by the first word of the name.
    pub holidays: Table<Vec<Holiday>>,
    /// units.tsv and currencies.tsv, by the first word of the form.
    pub units: Table<Vec<Unit>>,
    /// Verbs of cues.tsv, by every inflected form.
    pub cues: Table<Cue>,
    /// Nouns and phrases of cues.tsv, by every inflected form.
    pub cue_nouns: Table<Cue>,
    /// titles.tsv, by the first word of the form, longest form first.
    pub titles: Table<Vec<TitleForm>>,
    /// lookalikes.tsv, by the first word of the name.
    pub lookalikes: Table<Vec<Lookalike>>,
    /// honorifics.tsv
    pub honorifics: Table<Option<Gender>>,
    /// given_names.tsv, for names with one usual gender.
    pub genders: Table<Gender>,
    /// synonyms.tsv: the word that represents all of one meaning.
    pub synonyms: Table<&'static str>,
    /// boilerplate.tsv, by the first word of the phrase.
    pub boilerplate: Table<Vec<Boilerplate>>,
}

impl Lexicon {
    fn load() -> Self {
        let ids = FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher);
        let mut lexicon = Self { ids, tags: Vec::with_capacity(WORDS), ..Self::default() };
        // Small tables first: the ids of their words are their indices.
        numbers::load(&mut lexicon);
        times::load(&mut lexicon);
        units::load(&mut lexicon);
        changes::load(&mut lexicon);
        holidays::load(&mut lexicon);
        synonyms::load(&mut lexicon);
        speech::load(&mut lexicon);
        titles::load(&mut lexicon);
        boilerplate::load(&mut lexicon);
        lookalikes::load(&mut lexicon);
        names::load(&mut lexicon);
        words::load(&mut lexicon);
        let mut words = vec![""; lexicon.tags.len()];
        for (word, id) in std::mem::take(&mut lexicon.ids) {
            words[id.0 as usize] = word;
        }
        let name = |id| lexicon.synonyms.get(WordId(id));
        let meaning = |(word, id): (&&str, u32)| name(id).map_or_else(|| stem(word), |name| word_hash(name));
        lexicon.meanings = words.iter().zip(0..).map(meaning).collect();
        lexicon.words = Index::new(words, &std::mem::take(&mut lexicon.tags));
        lexicon
    }

    /// The id and tags of a word in lower case; no id and no tags if it is unknown.
    pub fn look_up(&self, word: &str) -> (WordId, Tags) {
        self.words.get(word)
    }

    /// Like [`Lexicon::look_up`], for a word that its key has in full.
    #[inline]
    pub fn look_up_key(&self, key: Key) -> (WordId, Tags) {
        self.words.get_whole(key)
    }

    /// Hash of a word's stem, or of the word that represents its synonyms; `None` for an unknown word.
    pub fn meaning(&self, word: WordId) -> Option<u32> {
        self.meanings.get(word.0 as usize).copied()
    }

    /// The id of a word in any case, `WordId::NONE` if it is unknown.
    pub fn id(&self, word: &str) -> WordId {
        self.look_up(&word.to_lowercase()).0
    }

    /// Adds tags to a word, which must be in lower case, and returns its id.
    fn add(&mut self, word: &'static str, tags: Tags) -> WordId {
        debug_assert_eq!(word, word.to_lowercase(), "the lexicon holds words in lower case");
        let next = WordId(self.tags.len() as u32);
        let id = *self.ids.entry(word).or_insert(next);
        if id == next {
            self.tags.push(Tags::NONE);
        }
        self.tags[id.0 as usize] = self.tags[id.0 as usize] | tags;
        id
    }

    /// Like `add`, for a word made at run time, which is kept for the life of the program.
    fn add_made(&mut self, word: String, tags: Tags) -> WordId {
        match self.ids.get_key_value(word.as_str()) {
            Some((&known, _)) => self.add(known, tags),
            None => self.add(String::leak(word), tags),
        }
    }

    /// Adds every word of a form such as `chief constable`, and tags only the first; dots are dropped.
    fn add_form(&mut self, form: &str, tags: Tags) -> Vec<WordId> {
        let mut ids = Vec::new();
        for word in form_words(form) {
            let tags = if ids.is_empty() { tags } else { Tags::NONE };
            ids.push(self.add_made(word.to_lowercase(), tags));
        }
        ids
    }
}

/// The words of a form as the tokenizer splits them: at spaces, hyphens and single full stops, without `'s`.
fn form_words(form: &str) -> impl Iterator<Item = &str> {
    form.split([' ', '-', '/', '(', ')', ',']).filter_map(|word| {
        let word = word.strip_suffix("'s").unwrap_or(word);
        let inner = word.strip_suffix('.').unwrap_or(word);
        let word = if inner.contains('.') { word } else { inner };
        (!word.is_empty()).then_some(word)
    })
}
