//! Findings as a table for people: one line for each, with its sources and words.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::csv::row;
use crate::types::{Evidence, Finding};

/// Maximum number of characters that are shown of each piece of evidence.
const SHOWN: usize = 60;

/// The header line of the rows that [`csv()`] returns.
pub const CSV_HEADER: &str = "severity,verdict,check,message,sources,titles,urls,published,words,places,id\n";

/// Where and when an article was published, which a finding does not contain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Its address on the web, as its source says.
    pub url: Option<String>,
    /// When it was published, as its record says.
    pub published: Option<String>,
}

/// A finding as a line of text: severity, verdict, sources with their words in brackets, message,
/// check.
pub fn text(finding: &Finding) -> String {
    let mut line = format!("{:<8}{:<11}", finding.severity.name(), finding.verdict.name());
    let mut before: Option<&Evidence> = None;
    for evidence in &finding.evidence {
        if before.is_none_or(|before| before.article != evidence.article) {
            line += if before.is_some() { ", " } else { "" };
            line += &evidence.source;
        }
        if !evidence.text.is_empty() {
            let _ = write!(line, " [{}]", shown(&evidence.text));
        }
        before = Some(evidence);
    }
    let _ = writeln!(line, ": {} ({})", finding.message, finding.check);
    line
}

/// A finding as a row of CSV.
///
/// A cell with values of several articles or pieces of evidence has them separated by semicolons.
/// Places such as `text:12-17` are in code points. `address` gives what is known of an article by
/// its id.
pub fn csv(finding: &Finding, address: impl Fn(&str) -> Address) -> String {
    let mut articles: Vec<&Evidence> = finding.evidence.iter().collect();
    articles.dedup_by(|one, other| one.article == other.article);
    let addresses: Vec<Address> = articles.iter().map(|evidence| address(&evidence.article)).collect();
    let place = |evidence: &Evidence| format!("{}:{}-{}", evidence.field.name(), evidence.start, evidence.end);
    row([
        finding.severity.name(),
        finding.verdict.name(),
        finding.check,
        &finding.message,
        &joined(articles.iter().map(|evidence| evidence.source.as_str())),
        &joined(articles.iter().map(|evidence| evidence.title.as_deref().unwrap_or_default())),
        &joined(addresses.iter().map(|address| address.url.as_deref().unwrap_or_default())),
        &joined(addresses.iter().map(|address| address.published.as_deref().unwrap_or_default())),
        &joined(finding.evidence.iter().map(|evidence| evidence.text.as_str())),
        &joined(finding.evidence.iter().map(place).collect::<Vec<_>>().iter().map(String::as_str)),
        &finding.id().to_string(),
    ])
}

/// Cells joined by semicolons; empty if all of them are.
fn joined<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<&str> = cells.collect();
    if cells.iter().all(|cell| cell.is_empty()) { String::new() } else { cells.join("; ") }
}

/// Words on one line, cut if they are too long.
fn shown(words: &str) -> String {
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(SHOWN) {
        words.truncate(end);
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{Field, Scope, Severity, Verdict};

    fn evidence(article: &str, text: &str) -> Evidence {
        let (article, source, text) = (article.to_owned(), format!("{article}.txt"), text.to_owned());
        Evidence { article, source, title: None, field: Field::Text, start: 0, end: 0, text, fact: None }
    }

    fn finding() -> Finding {
        Finding {
            check: "across.trimmed_quotation",
            scope: Scope::Across,
            verdict: Verdict::Conflicts,
            severity: Severity::Warning,
            message: "cut, so that it turns".to_owned(),
            evidence: vec![evidence("mill", "two\newes"), evidence("mill", ""), evidence("weir", &"ewe ".repeat(20))],
        }
    }

    #[test]
    fn a_line_names_every_source_once_with_its_words() {
        let ewes = "ewe ".repeat(15);
        let line = format!(
            "warning conflicts  mill.txt [two ewes], weir.txt [{ewes}…]: cut, so that it turns (across.trimmed_quotation)\n"
        );
        assert_eq!(text(&finding()), line);
    }

    #[test]
    fn a_row_keeps_commas_and_line_ends_inside_its_cells() {
        let address = |article: &str| Address {
            url: (article == "weir").then(|| "https://tarn.example/weir".to_owned()),
            published: None,
        };
        let row = csv(&finding(), address);
        let start = "warning,conflicts,across.trimmed_quotation,\"cut, so that it turns\",mill.txt; weir.txt,,\
                     ; https://tarn.example/weir,,\"two\newes; ; ";
        assert!(row.starts_with(start), "{row}");
        assert!(row.ends_with(&format!("\",text:0-0; text:0-0; text:0-0,{}\n", finding().id())), "{row}");
        assert_eq!(CSV_HEADER.matches(',').count(), 10);
    }
}
