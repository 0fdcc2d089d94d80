//! Findings as a table for people: one line each, with the sources and the words they rest on.

use std::fmt::Write;

use crate::types::{Evidence, Finding};

/// Most characters of the words of a place that are shown on a line.
const SHOWN: usize = 60;

/// The names of the columns of [`csv()`], as a line.
pub const CSV_HEADER: &str = "severity,verdict,check,message,sources,words,id\n";

/// A line of text: severity, sources with the words of each in brackets, message, check.
pub fn text(finding: &Finding) -> String {
    let mut line = format!("{:<8}", finding.severity.name());
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

/// A row of CSV; sources and words of several places are joined by semicolons.
pub fn csv(finding: &Finding) -> String {
    let mut sources: Vec<&str> = finding.evidence.iter().map(|evidence| evidence.source.as_str()).collect();
    sources.dedup();
    let words: Vec<&str> = finding.evidence.iter().map(|evidence| evidence.text.as_str()).collect();
    let cells = [
        finding.severity.name(),
        finding.verdict.name(),
        finding.check,
        &finding.message,
        &sources.join("; "),
        &words.join("; "),
        &finding.id().to_string(),
    ];
    cells.map(cell).join(",") + "\n"
}

/// In quotation marks where it holds what would end it.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// Words on one line, without what is too long for it.
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
            "warning mill.txt [two ewes], weir.txt [{ewes}…]: cut, so that it turns (across.trimmed_quotation)\n"
        );
        assert_eq!(text(&finding()), line);
    }

    #[test]
    fn a_row_keeps_commas_and_line_ends_inside_its_cells() {
        let row = csv(&finding());
        let start =
            "warning,conflicts,across.trimmed_quotation,\"cut, so that it turns\",mill.txt; weir.txt,\"two\newes; ; ";
        assert!(row.starts_with(start), "{row}");
        assert!(row.ends_with(&format!("\",{}\n", finding().id())), "{row}");
        assert_eq!(CSV_HEADER.matches(',').count(), 6);
    }
}
