//! Articles one after another, for those who need nothing of how they lie in their files.

use std::path::PathBuf;

use super::{Fault, Fields, Files, Seen, Selection, raw_articles};
use crate::types::Article;

/// Articles in the order of the input, each once, and a [`Fault`] in the place of what cannot be read.
pub struct Articles {
    /// What is still to be read, and which files were skipped.
    pub files: Files,
    /// Which articles were read, and what is remarkable about them.
    pub seen: Seen,
    fields: Fields,
}

/// The articles of files and folders, in any format: `read_articles(["news.jsonl", "archive"])`.
///
/// ```
/// let articles = newsfacts::read_articles(["corpus/news.jsonl"]);
/// assert_eq!(articles.filter_map(Result::ok).next().unwrap().source, "corpus/news.jsonl:1");
/// ```
pub fn read_articles<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Articles {
    let paths = paths.into_iter().map(Into::into).collect();
    articles(Selection { paths, ..Selection::default() })
}

/// As [`read_articles`], with options: names of fields, the largest size, the day of articles without a date.
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
                Ok(None) => {} // A record that is no article, such as a figure of an earlier run.
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
