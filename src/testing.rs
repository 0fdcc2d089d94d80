//! Caret cases: a text with the carets it should get, compared with those it gets.

use jiff::civil::Date;

use crate::{
    carets::{self, Mark},
    pipeline::analyse,
    types::{Article, ArticleFacts, Buffers, Document},
};

/// The figures of the text are exactly those under the carets.
#[track_caller]
pub fn figures(case: &str) {
    check(case, None, |document, facts| carets::figures(document, &facts.figures));
}

/// As [`figures`], of an article published on the given day (`2015-09-23`).
#[track_caller]
pub fn figures_at(published: &str, case: &str) {
    check(case, Some(published), |document, facts| carets::figures(document, &facts.figures));
}

/// The quotes of the text, with their speakers, are exactly those under the carets.
#[track_caller]
pub fn quotes(case: &str) {
    check(case, None, carets::quotes);
}

/// The people of the text and their offices are exactly those under the carets.
#[track_caller]
pub fn people(case: &str) {
    check(case, None, |document, facts| carets::people(document, &facts.people));
}

#[track_caller]
fn check(case: &str, published: Option<&str>, marks: fn(&Document, &ArticleFacts) -> Vec<Mark>) {
    let case = case.trim_matches('\n');
    let mut article = Article::new("case", None, &carets::strip(case));
    article.published = published.map(|date| date.parse::<Date>().expect("a date").to_datetime(Default::default()));
    let (document, facts) = analyse(&article, Buffers::default());
    let found = carets::render(&article.text, &marks(&document, &facts));
    let found = found.trim_end_matches('\n');
    assert!(found == case, "expected:\n{case}\n\nfound:\n{found}\n");
}
