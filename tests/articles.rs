//! Whole articles as `newsfacts explain` prints them, each compared with its snapshot in
//! tests/articles.
//!
//! To add one, put an article into tests/articles (`.txt`, or lines of `.jsonl`) or into corpus,
//! run `INSTA_UPDATE=always cargo test --test articles`, and read what changed in `git diff`.

use std::{convert::Infallible, path::PathBuf};

use newsfacts::{
    pipeline::{Pool, run, with_facts},
    read::{Fault, Fields, Place, Seen, Selection, raw_articles},
    types::{Article, ArticleFacts, Document},
    write::explain::Explain,
};

/// Largest article to read, in bytes.
const LARGEST: usize = 1 << 20;

/// The name and text of a snapshot. A text file gives its name, a line of JSON the id of its
/// article.
fn explained(document: &Document, facts: &ArticleFacts) -> (String, String) {
    let source = PathBuf::from(&document.article.source);
    let text_file = source.extension().is_some_and(|extension| extension == "txt");
    let name =
        if text_file { source.file_stem().unwrap().to_string_lossy().into() } else { document.article.id.clone() };
    (name, Explain { colour: false }.article(document, facts, |_| true))
}

#[test]
fn articles_are_understood_as_before() {
    let paths = ["corpus", "tests/articles"].map(PathBuf::from).to_vec();
    let files = raw_articles(Selection { paths, limit: LARGEST, ..Selection::default() });
    let mut articles = Vec::new();
    let work = |articles: &[&Article], pool: &mut Pool| with_facts(articles, pool, explained);
    let take = |_: &Place, result: Option<Result<(String, String), Fault>>| {
        articles.push(result.expect("no record of an earlier run").expect("an article that can be read"));
        Ok::<_, Infallible>(())
    };
    let done = run(files, &Fields::default(), &mut Seen::default(), work, take);
    let Ok(()) = done;
    assert!(articles.len() >= 41, "the corpus moved; only {} articles found", articles.len());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("articles");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, text) in articles {
            insta::assert_snapshot!(name, text);
        }
    });
}
