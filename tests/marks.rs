//! A quotation mark that is missing or doubled anywhere in an article of the corpus does not change
//! the quotes of other paragraphs.

use std::{collections::BTreeSet, fs, path::Path};

use newsfacts::{
    pipeline::analyse,
    types::{Article, Document, Fact, How, Quote, Span},
};
use serde_json::Value;

/// The texts of the corpus: text files, and the `text` of every line of news.jsonl.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("txt") => texts.push(fs::read_to_string(path).unwrap()),
            Some("jsonl") => {
                let lines = fs::read_to_string(path).unwrap();
                let text =
                    |line: &str| serde_json::from_str::<Value>(line).unwrap()["text"].as_str().unwrap().to_owned();
                texts.extend(lines.lines().map(text));
            }
            _ => {}
        }
    }
    texts
}

/// The number of the paragraph with a byte of the text; line breaks separate paragraphs.
fn paragraph(text: &str, at: u32) -> usize {
    text.as_bytes()[..at as usize].iter().filter(|&&byte| byte == b'\n').count()
}

fn paragraphs(text: &str, span: Span) -> std::ops::RangeInclusive<usize> {
    paragraph(text, span.start)..=paragraph(text, span.end.max(1) - 1)
}

/// The content, cue and speaker of a quote, but not a speaker continued from an earlier quote.
fn told(document: &Document, fact: &Fact<Quote>) -> String {
    let quote = &fact.detail;
    let content: Vec<&str> = quote.content.iter().map(|&span| document.text(span)).collect();
    let cue = quote.cue.map(|span| document.text(span));
    let speaker = quote.speaker.as_ref().filter(|speaker| speaker.how != How::Continued);
    let speaker = speaker.map(|speaker| document.text(speaker.span));
    format!("{} {content:?} {cue:?} {speaker:?}", quote.form.name())
}

/// All quotes, with the paragraphs that they touch.
fn quotes(text: &str) -> Vec<(BTreeSet<usize>, String)> {
    let article = Article::new("a", None, text);
    let (document, facts) = analyse(&article);
    let text = &article.text;
    facts.quotes.iter().map(|fact| (paragraphs(text, fact.span).collect(), told(&document, fact))).collect()
}

/// The quotes outside the paragraphs that are tied to the odd one.
fn elsewhere(quotes: &[(BTreeSet<usize>, String)], tied: &BTreeSet<usize>) -> Vec<String> {
    quotes.iter().filter(|(touched, _)| touched.is_disjoint(tied)).map(|(_, told)| told.clone()).collect()
}

fn tied(quotes: &[(BTreeSet<usize>, String)], odd: usize) -> BTreeSet<usize> {
    let ties = quotes.iter().filter(|(touched, _)| touched.contains(&odd));
    ties.flat_map(|(touched, _)| touched.iter().copied()).chain([odd]).collect()
}

#[test]
fn an_odd_mark_harms_its_own_paragraph_only() {
    let mut changes = 0;
    for text in texts() {
        let before = quotes(&text);
        for (at, mark) in text.char_indices().filter(|(_, letter)| matches!(letter, '"' | '“' | '”' | '‘')) {
            let odd = paragraph(&text, at as u32);
            for twice in [String::new(), mark.to_string().repeat(2)] {
                let mut changed = text.clone();
                changed.replace_range(at..at + mark.len_utf8(), &twice);
                let after = quotes(&changed);
                let tied = &tied(&before, odd) | &tied(&after, odd);
                let line = text.lines().nth(odd).unwrap_or_default();
                assert_eq!(elsewhere(&before, &tied), elsewhere(&after, &tied), "{mark} as {twice:?}: {line}");
                changes += 1;
            }
        }
    }
    assert!(changes > 300, "only {changes} changes were tried");
}
