//! Articles one after another, without the details of how their files hold them.

use std::path::PathBuf;

use super::{Fault, Fields, Files, Seen, Selection, raw_articles};
use crate::types::Article;

/// An iterator over articles in the order of the input, each only once, with a [`Fault`] in the
/// place of whatever cannot be read.
pub struct Articles {
    /// The files that remain to be read, and which were skipped.
    pub files: Files,
    /// The articles read so far, and remarks on their dates and languages.
    pub seen: Seen,
    fields: Fields,
}

/// Reads the articles of files and folders, in any format:
/// `read_articles(["news.jsonl", "archive"])`.
///
/// Reading goes on after a fault: a path that does not exist, a broken record or an article that
/// was read before gives an `Err` in its place.
///
/// ```
/// let articles = newsfacts::read_articles(["corpus/news.jsonl"]);
/// assert_eq!(articles.filter_map(Result::ok).next().unwrap().source, "corpus/news.jsonl:1");
/// ```
pub fn read_articles<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Articles {
    let paths = paths.into_iter().map(Into::into).collect();
    articles(Selection { paths, ..Selection::default() })
}

/// Like [`read_articles`], with options: names of fields, the largest size, the day of articles
/// without a date.
pub fn articles(selection: Selection) -> Articles {
    let fields = selection.fields.clone();
    Articles { files: raw_articles(selection), seen: Seen::default(), fields }
}

impl Iterator for Articles {
    type Item = Result<Article, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let raw = match self.files.next()? {
                Ok(raw) => raw,
                Err(fault) => return Some(Err(fault)),
            };
            match raw.article(&self.fields) {
                Ok(Some(mut article)) => {
                    let admitted = self.seen.admit(&mut article);
                    return Some(admitted.map(|()| article).map_err(|reason| raw.place.fault(reason)));
                }
                Ok(None) => {} // A record that is not an article, such as a figure of an earlier run.
                Err(fault) => return Some(Err(fault)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_article_comes_once_and_what_is_none_as_a_fault() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jsonl");
        let lines = "{\"id\":\"1\",\"text\":\"Fire.\"}\n{\"type\":\"figure\",\"confidence\":1}\n{\"id\":\"1\",\"text\":\"Fire.\"}\n{\n";
        std::fs::write(&path, lines).unwrap();
        let read: Vec<Result<Article, Fault>> = read_articles([path, folder.path().join("gone")]).collect();
        let told = read.iter().map(|item| match item {
            Ok(article) => article.id.as_str(),
            Err(fault) => fault.reason.name(),
        });
        assert_eq!(told.collect::<Vec<_>>(), ["1", "read before", "broken JSON", "missing"]);
    }
}
