//! Remembers which articles were read, so that one that is in two files is read once.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::{Reason, dates};
use crate::types::Article;

/// The articles read so far, at sixteen bytes each, and remarks on them.
#[derive(Debug, Default)]
pub struct Seen {
    /// Hashes of title and body, by hashes of ids.
    texts: FxHashMap<u64, u64>,
    /// Dates that can be read in two ways, such as 03/04/2015.
    ambiguous: Remarked,
    /// Dates that cannot be read in any way.
    unread: Remarked,
    /// Languages that are not English.
    foreign: Remarked,
}

/// A remark that is made once for many articles.
#[derive(Debug, Default)]
struct Remarked {
    count: u64,
    /// The first source, and the date or language there.
    first: Option<(String, String)>,
}

impl Remarked {
    fn add(&mut self, source: &str, what: &str) {
        self.count += 1;
        self.first.get_or_insert_with(|| (source.to_owned(), what.to_owned()));
    }

    /// `news.jsonl:3: "yesterday" cannot be read as a date (and 4 other dates)`.
    fn told(&self, problem: &str, kind: &str, then: &str) -> Option<String> {
        let (source, what) = self.first.as_ref()?;
        let others = match self.count {
            1 => String::new(),
            2 => format!(" (and one other {kind})"),
            count => format!(" (and {} other {kind}s)", count - 1),
        };
        Some(format!("{source}: {what:?} {problem}{others}; {then}"))
    }
}

impl Seen {
    /// Identifies an article: hashes of its id, and of its title and body.
    pub fn identity(article: &Article) -> (u64, u64) {
        (xxh3_64(article.id.as_bytes()), xxh3_64(article.text.as_bytes()))
    }

    /// Remembers an article that an earlier run has accepted.
    pub fn remember(&mut self, (id, text): (u64, u64)) {
        self.texts.insert(id, text);
    }

    /// Accepts an article that was not read before.
    ///
    /// An article with the id of another but with other words is another version of it, or comes
    /// from a source that counts from 1 in each file. It gets an id made of its id and its words.
    ///
    /// # Errors
    ///
    /// [`Reason::Repeated`] if the same article was read before.
    pub fn admit(&mut self, article: &mut Article) -> Result<(), Reason> {
        self.pass(article)?;
        if let Some(date) = &article.unread_date {
            let dates = if dates::is_ambiguous(date) { &mut self.ambiguous } else { &mut self.unread };
            dates.add(&article.source, date);
        }
        if let Some(language) = article.language.as_deref().filter(|language| is_foreign(language)) {
            self.foreign.add(&article.source, language);
        }
        Ok(())
    }

    /// Messages about dates that could not be understood and about articles in other languages, if
    /// there were any.
    pub fn remarks(&self) -> impl Iterator<Item = String> {
        let two = "is ambiguous: day or month first?";
        let ambiguous = self.ambiguous.told(two, "date", "give --date-order dmy or mdy");
        let unread = self.unread.told("cannot be read as a date", "date", "write it like 2015-09-23");
        let foreign = self.foreign.told(
            "is given as the language",
            "article",
            "only English is understood, leave out what is in another language",
        );
        [ambiguous, unread, foreign].into_iter().flatten()
    }

    fn pass(&mut self, article: &mut Article) -> Result<(), Reason> {
        let (id, text) = Self::identity(article);
        if self.is_new(&article.id, text) {
            return Ok(());
        }
        if self.texts.get(&id) != Some(&text) {
            let own = format!("{}~{:08x}", article.id, text >> 32);
            if self.is_new(&own, text) {
                article.id = own;
                return Ok(());
            }
        }
        Err(Reason::Repeated(article.id.clone()))
    }

    fn is_new(&mut self, id: &str, text: u64) -> bool {
        match self.texts.entry(xxh3_64(id.as_bytes())) {
            Entry::Vacant(entry) => {
                entry.insert(text);
                true
            }
            Entry::Occupied(_) => false,
        }
    }
}

/// Whether a language, given as a code or name, is known and not English: `de`, `fr-CA`, `Deutsch`,
/// but not `und`.
fn is_foreign(language: &str) -> bool {
    let name = language.trim().to_lowercase();
    let unknown = ["", "mis", "mul", "none", "null", "und", "unknown", "xx", "zxx"].contains(&name.as_str());
    !unknown && !name.starts_with("en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_articles_have_is_told_once() {
        let mut seen = Seen::default();
        for (id, language, date) in [
            ("1", "de", None),
            ("2", "en-GB", Some("yesterday")),
            ("3", "fr", Some("03/04/2015")),
            ("4", "und", Some("soon")),
        ] {
            let (language, unread_date) = (Some(language.to_owned()), date.map(str::to_owned));
            let article = Article::new(id, None, id);
            seen.admit(&mut Article { source: "a.jsonl".to_owned(), language, unread_date, ..article }).unwrap();
        }
        let told: Vec<String> = seen.remarks().collect();
        assert!(told[0].starts_with("a.jsonl: \"03/04/2015\" is ambiguous"), "{told:?}");
        assert_eq!(
            told[1],
            "a.jsonl: \"yesterday\" cannot be read as a date (and one other date); write it like 2015-09-23"
        );
        assert!(told[2].starts_with("a.jsonl: \"de\" is given as the language (and one other article);"), "{told:?}");
    }

    #[test]
    fn the_same_words_under_one_id_pass_once_and_others_get_an_id_of_their_own() {
        let mut seen = Seen::default();
        let mut admit_titled = |id: &str, title: Option<&str>, text: &str| {
            let mut article = Article::new(id, title, text);
            seen.admit(&mut article).map(|()| article.id).map_err(|reason| reason.name())
        };
        let mut admit = |id: &str, text: &str| admit_titled(id, None, text);
        assert_eq!(admit("1", "Fire."), Ok("1".to_owned()));
        assert_eq!(admit("1", "Fire."), Err("read before"));
        let own = admit("1", "Flood.").unwrap();
        assert!(own.starts_with("1~") && own.len() == 10, "{own}");
        assert_eq!(admit("1", "Flood."), Err("read before"));
        assert_eq!(admit(&own, "Flood."), Err("read before"));
        assert_eq!(admit("2", "Fire."), Ok("2".to_owned()));
        let titled = admit_titled("2", Some("Mill burns"), "Fire.").unwrap();
        assert!(titled.starts_with("2~"), "another title makes other words: {titled}");
    }
}
