//! The parts of an article, which every format fills in.

use jiff::civil::DateTime;
use xxhash_rust::xxh3::Xxh3;

use super::{Place, Reason};
use crate::types::Article;

/// What a source says about an article. Every part except the body may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    pub id: Option<String>,
    pub title: Option<String>,
    pub body: String,
    pub url: Option<String>,
    pub publisher: Option<String>,
    pub byline: Option<String>,
    pub published: Option<DateTime>,
    /// The time of publication as written, if it cannot be understood.
    pub unread_date: Option<String>,
    /// When it was last changed.
    pub updated: Option<DateTime>,
    pub language: Option<String>,
    pub story: Option<String>,
    /// The time before which it must not be published, as its source writes it.
    pub embargo: Option<String>,
    /// Who owns it, and how it may be used.
    pub rights: Option<String>,
}

impl Parts {
    /// Makes the article. Its id is the given one, else its address, else a hash of its file's
    /// name, its title and its text. Fails if the body is blank.
    pub fn article(self, place: &Place) -> Result<Article, Reason> {
        if self.body.trim().is_empty() {
            return Err(Reason::NoWords);
        }
        let hashed = || hashed_id(&place.path, self.title.as_deref(), &self.body);
        let id = self.id.or_else(|| self.url.clone()).unwrap_or_else(hashed);
        Ok(Article {
            source: place.to_string(),
            url: self.url,
            publisher: self.publisher,
            byline: self.byline,
            published: self.published,
            unread_date: self.unread_date.filter(|_| self.published.is_none()),
            updated: self.updated,
            language: self.language,
            story: self.story,
            embargo: self.embargo,
            rights: self.rights,
            ..Article::new(id, self.title.as_deref(), &self.body)
        })
    }

    /// These parts, with those of `other` where they are missing.
    pub fn or(self, other: Self) -> Self {
        Self {
            id: self.id.or(other.id),
            title: self.title.or(other.title),
            body: if self.body.trim().is_empty() { other.body } else { self.body },
            url: self.url.or(other.url),
            publisher: self.publisher.or(other.publisher),
            byline: self.byline.or(other.byline),
            published: self.published.or(other.published),
            unread_date: self.unread_date.or(other.unread_date),
            updated: self.updated.or(other.updated),
            language: self.language.or(other.language),
            story: self.story.or(other.story),
            embargo: self.embargo.or(other.embargo),
            rights: self.rights.or(other.rights),
        }
    }
}

/// The id of an article that has neither id nor address. Only the name of its file counts, not the
/// folder, so that the id stays the same however the path is written and wherever the folder is.
pub fn hashed_id(path: &str, title: Option<&str>, text: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let mut hasher = Xxh3::new();
    for part in [name, title.unwrap_or_default(), text] {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    format!("{:016x}", hasher.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_known_by_the_name_of_its_file_its_title_and_its_text() {
        let id = hashed_id("tarn.txt", None, "The weir holds.");
        for path in ["/home/ned/tarn.txt", "../may/tarn.txt", "may.zip/tarn.txt", "C:\\may\\tarn.txt"] {
            assert_eq!(hashed_id(path, None, "The weir holds."), id, "{path}");
        }
        assert_ne!(hashed_id("dorn.txt", None, "The weir holds."), id);
        assert_ne!(hashed_id("tarn.txt", Some("Weir"), "The weir holds."), id);
        assert_ne!(hashed_id("tarn.txt", None, "The weir gave way."), id);
    }
}
