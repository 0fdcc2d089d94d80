//! Which articles were read, so that one that lies in two files is read once.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::{Reason, dates};
use crate::types::Article;

/// The ids of all articles so far and what they said; sixteen bytes for each.
#[derive(Debug, Default)]
pub struct Seen {
    /// Hash of title and body by hash of the id.
    texts: FxHashMap<u64, u64>,
    /// How many of them have a date that could not be understood.
    unread_dates: u64,
    /// The first of those, where it stands and what it is.
    first_unread_date: Option<(String, String)>,
}

impl Seen {
    /// What tells an article from others: hashes of its id and of its title and body.
    pub fn identity(article: &Article) -> (u64, u64) {
        (xxh3_64(article.id.as_bytes()), xxh3_64(article.text.as_bytes()))
    }

    /// Takes an article that was let pass before.
    pub fn remember(&mut self, (id, text): (u64, u64)) {
        self.texts.insert(id, text);
    }

    /// Lets an article pass the first time. One that has the id of another but not its words is another
    /// version, or its source counts from 1 in each file: it gets an id of its own, made of both.
    pub fn admit(&mut self, article: &mut Article) -> Result<(), Reason> {
        self.pass(article)?;
        if let Some(date) = &article.unread_date {
            self.unread_dates += 1;
            self.first_unread_date.get_or_insert_with(|| (article.source.clone(), date.clone()));
        }
        Ok(())
    }

    /// What to say of dates that could not be understood, if there were any.
    pub fn undated(&self) -> Option<String> {
        let (source, date) = self.first_unread_date.as_ref()?;
        let others = match self.unread_dates {
            1 => String::new(),
            2 => " (and one other date)".to_owned(),
            count => format!(" (and {} other dates)", count - 1),
        };
        Some(match dates::is_ambiguous(date) {
            true => format!(
                "{source}: {date:?} has two readings, as day or month may come first{others}; give --date-order dmy or mdy"
            ),
            false => format!("{source}: {date:?} cannot be read as a date{others}; write it like 2015-09-23"),
        })
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

#[cfg(test)]
mod tests {
    use super::*;

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
