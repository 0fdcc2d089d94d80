//! Caret cases: a text with the carets it should get, compared with those it gets.

use jiff::civil::Date;

use crate::{
    carets::{self, Mark},
    check::across,
    pipeline::{analyse, analyse_with_keys},
    types::{Article, ArticleFacts, Document, Finding},
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
    let (document, facts) = analyse(&article);
    let found = carets::render(&article.text, &marks(&document, &facts));
    let found = found.trim_end_matches('\n');
    assert!(found == case, "expected:\n{case}\n\nfound:\n{found}\n");
}

/// The findings of one check in the text are exactly those listed, a line each:
/// `conflicts error "31 September": there is no day 31 in September, which has 30 days`.
#[track_caller]
pub fn findings(check: &str, text: &str, expected: &str) {
    findings_of(check, &[analysed("case", None, text)], expected);
}

/// As [`findings`], of an article published on the given day.
#[track_caller]
pub fn findings_at(check: &str, published: &str, text: &str, expected: &str) {
    findings_of(check, &[analysed("case", Some(published), text)], expected);
}

/// As [`findings`], of several articles of one story: id, day of publication (or none), text. Evidence
/// of several articles is listed behind the article's id: `conflicts warning one "30" two "40": …`.
#[track_caller]
pub fn findings_among(check: &str, articles: &[(&str, &str, &str)], expected: &str) {
    findings_of(check, &of_story(Some("story"), articles), expected);
}

/// As [`findings_among`], of articles that nobody says are of one story.
#[track_caller]
pub fn findings_without_story(check: &str, articles: &[(&str, &str, &str)], expected: &str) {
    findings_of(check, &of_story(None, articles), expected);
}

fn of_story(story: Option<&str>, articles: &[(&str, &str, &str)]) -> Vec<Article> {
    let article = |(id, published, text): &(&str, &str, &str)| {
        let published = Some(*published).filter(|published| !published.is_empty());
        let mut article = analysed(id, published, text);
        article.story = story.map(str::to_owned);
        article
    };
    articles.iter().map(article).collect()
}

/// An article whose first line is its title where a blank line follows it and the text says so with `# `.
fn analysed(id: &str, published: Option<&str>, text: &str) -> Article {
    let text = text.trim_matches('\n');
    let (title, body) = match text.strip_prefix("# ").and_then(|rest| rest.split_once('\n')) {
        Some((title, body)) => (Some(title), body.trim_start_matches('\n')),
        None => (None, text),
    };
    let mut article = Article::new(id, title, body);
    article.published = published.map(|date| date.parse::<Date>().expect("a date").to_datetime(Default::default()));
    article
}

/// As [`findings_among`], of articles made elsewhere.
#[track_caller]
pub fn findings_of(check: &str, articles: &[Article], expected: &str) {
    let mut all = Vec::new();
    let mut keys = Vec::new();
    for article in articles {
        let (_, facts, left) = analyse_with_keys(article);
        keys.push(left);
        all.extend(facts.findings);
    }
    all.extend(across::check(keys));
    let lines = all.iter().filter(|finding| finding.check == check).map(|finding| line(finding, articles.len() > 1));
    let found = lines.collect::<Vec<_>>().join("\n");
    let expected = expected.trim_matches('\n');
    assert!(found == expected, "expected:\n{expected}\n\nfound:\n{found}\n");
}

fn line(finding: &Finding, several: bool) -> String {
    let mut line = format!("{} {}", finding.verdict.name(), finding.severity.name());
    for evidence in &finding.evidence {
        if several {
            line.push_str(&format!(" {}", evidence.article));
        }
        line.push_str(&format!(" \"{}\"", evidence.text));
    }
    format!("{line}: {}", finding.message)
}
