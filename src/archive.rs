//! Compares articles with each other: where they contradict each other, and who appears in several.

use rayon::prelude::*;

use crate::{
    check::{
        Subject,
        across::{self, Keys},
        links::{self, Seen},
    },
    pipeline::{Pool, TOGETHER, analyse_with_keys, with_keys},
    types::{Article, ArticleFacts, Document, Finding, Link, Places},
};

/// Articles to compare with each other.
///
/// Only what comparing needs is kept of each, a few kilobytes. Articles are told apart by their
/// ids.
///
/// ```
/// use newsfacts::{Archive, Article};
///
/// let mut archive = Archive::default();
/// for (id, text) in [("ferry", "The ferry sank with 340 sheep aboard, said Captain Mara Quill of the Tarn Ferry Company.")] {
///     let article = Article::new(id, None, text);
///     let (document, facts) = archive.add(&article);
///     assert_eq!(document.text(facts.figures[0].span), "340");
/// }
/// assert!(archive.findings().is_empty() && archive.people().is_empty()); // There is only one article.
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Archive {
    /// What the checks across articles need of each article, in the order in which they were added.
    pub keys: Vec<Keys>,
    /// The named people of each article, in the same order.
    pub seen: Vec<Seen>,
}

impl Archive {
    /// Analyses an article and keeps what comparing it needs.
    ///
    /// Contradictions within the article are among the returned facts.
    pub fn add<'a>(&mut self, article: &'a Article) -> (Document<'a>, ArticleFacts) {
        let (document, facts, keys) = analyse_with_keys(article);
        self.seen.push(people_of(&document, &facts));
        self.keys.push(keys);
        (document, facts)
    }

    /// Like [`Archive::add`] for many articles, on all cores; returns what `work` makes of each, in
    /// their order.
    pub fn add_all<T: Send>(
        &mut self,
        articles: &[Article],
        work: impl Fn(&Document, &ArticleFacts) -> T + Sync,
    ) -> Vec<T> {
        let add_some = |pool: &mut Pool, some: &[Article]| {
            let some: Vec<&Article> = some.iter().collect();
            with_keys(&some, pool, |document, facts, keys| (work(document, facts), keys, people_of(document, facts)))
        };
        let share = articles.len().div_ceil(2 * rayon::current_num_threads()).clamp(1, TOGETHER);
        let added = articles.par_chunks(share).map_init(Pool::default, add_some);
        let added: Vec<(T, Keys, Seen)> = added.flatten_iter().collect();
        let keep = |(made, keys, seen)| {
            self.keys.push(keys);
            self.seen.push(seen);
            made
        };
        added.into_iter().map(keep).collect()
    }

    /// Contradictions and agreements between the articles, ordered by check and place.
    ///
    /// The order in which articles were added does not matter.
    pub fn findings(&self) -> Vec<Finding> {
        across::check(self.keys.clone())
    }

    /// Everybody who appears in more than one article, with their offices over time.
    pub fn people(&self) -> Vec<Link> {
        links::link(self.seen.clone())
    }
}

fn people_of(document: &Document, facts: &ArticleFacts) -> Seen {
    let places = Places::new(document.article);
    links::seen(Subject { document, facts, places: &places })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_added_one_by_one_or_together_are_the_same() {
        let text = |number: u32| {
            format!("The flood at Ostwick drowned {number} sheep, said Rosalind Achterberg, the mayor of Ostwick.")
        };
        let article = |number: u32| Article::new(number.to_string(), None, &text(340 + number % 3));
        let articles: Vec<Article> = (0..20).map(article).collect();
        let (mut single, mut together) = (Archive::default(), Archive::default());
        let counts: Vec<usize> = articles.iter().map(|article| single.add(article).1.figures.len()).collect();
        assert_eq!(together.add_all(&articles, |_, facts| facts.figures.len()), counts);
        assert_eq!(single, together);
        assert!(!single.findings().is_empty());
        assert_eq!(single.people()[0].name, "Rosalind Achterberg");
        assert_eq!(single.people()[0].people.len(), 20);
    }
}
