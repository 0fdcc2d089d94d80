//! Articles for people to read: the text with carets under every fact, and the findings below it.

use std::fmt::Write;

use crate::{
    carets::{self, Mark},
    types::{Article, ArticleFacts, Document, Evidence, Finding, Scope, Span, Verdict},
};

/// Maximum width of a printed line of an article, in characters. If a terminal wrapped the line,
/// the carets below it would be out of place.
const WIDTH: usize = 100;

const BOLD: &str = "\x1b[1m";
const RED: &str = "\x1b[31m";
const GREEN: &str = "\x1b[32m";
const YELLOW: &str = "\x1b[33m";
const CYAN: &str = "\x1b[36m";
const PLAIN: &str = "\x1b[0m";

/// Formats articles and findings for people to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explain {
    /// Whether to colour with ANSI escapes.
    pub colour: bool,
}

impl Explain {
    /// Formats an article: its source and id, its text with carets, and those findings within it
    /// for which `tell` returns true.
    pub fn article(self, document: &Document, facts: &ArticleFacts, tell: impl Fn(&Finding) -> bool) -> String {
        let Article { id, source, .. } = document.article;
        let mut text = format!("{} ({id})\n\n", self.coloured(BOLD, source));
        let words = &document.article.text;
        for line in carets::render_lines(words, wrapped(words), &marks(document, facts)).lines() {
            let caret = line.trim_start().starts_with('^');
            text.push_str(&if caret { self.coloured(CYAN, line) } else { line.to_owned() });
            text.push('\n');
        }
        let findings = self.findings(facts.findings.iter().filter(|finding| tell(finding)));
        if !findings.is_empty() {
            text.push('\n');
        }
        text.push_str(&findings);
        text.push('\n');
        text
    }

    /// Formats findings: verdict, severity, check and message, then the words that each rests on
    /// with their source, and for findings across articles also the article's title.
    pub fn findings<'a>(self, findings: impl IntoIterator<Item = &'a Finding>) -> String {
        let mut text = String::new();
        for finding in findings {
            let colour = match finding.verdict {
                Verdict::Agrees => GREEN,
                Verdict::Conflicts => RED,
                Verdict::Supersedes | Verdict::Unclear => YELLOW,
            };
            let verdict = self.coloured(colour, finding.verdict.name());
            let _ = writeln!(text, "{verdict} ({}) {}: {}", finding.severity.name(), finding.check, finding.message);
            for evidence in &finding.evidence {
                let Evidence { source, title, field, start, text: words, .. } = evidence;
                let title = title.iter().filter(|_| finding.scope == Scope::Across);
                let title: String = title.map(|title| format!(" ({title})")).collect();
                let _ = writeln!(text, "    {source}{title} {}:{start}  {words}", field.name());
            }
        }
        text
    }

    fn coloured(self, colour: &str, text: &str) -> String {
        if self.colour { format!("{colour}{text}{PLAIN}") } else { text.to_owned() }
    }
}

/// The marks of everything in the article, each with the rule that found it.
fn marks(document: &Document, facts: &ArticleFacts) -> Vec<Mark> {
    let mut marks = carets::everything(document, facts);
    for mark in marks.iter_mut().filter(|mark| !mark.rule.is_empty()) {
        let _ = write!(mark.label, "  {}", mark.rule);
    }
    marks
}

/// The lines of a text; lines longer than [`WIDTH`] are broken after a space.
fn wrapped(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let start = at;
        let end = rest.find('\n').unwrap_or(rest.len());
        let widest = rest[..end].char_indices().nth(WIDTH).map(|(byte, _)| byte);
        let broken = widest.map(|byte| rest[..byte].rfind(' ').map_or(byte, |space| space + 1));
        at += broken.unwrap_or(end + 1);
        Some(Span::new(start, start + broken.unwrap_or(end)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{Field, Severity};

    fn lines(text: &str) -> Vec<&str> {
        wrapped(text).map(|line| line.of(text)).collect()
    }

    #[test]
    fn long_lines_break_behind_spaces_and_nothing_is_lost() {
        let text = format!("{}\n\n{}\nend", "ten sheep ".repeat(15), "é".repeat(150));
        let lines = lines(&text);
        assert_eq!(lines.concat(), text.replace('\n', ""));
        assert_eq!(lines[0], "ten sheep ".repeat(10));
        assert_eq!(lines[2..], ["", &"é".repeat(100), &"é".repeat(50), "end"]);
    }

    #[test]
    fn findings_name_their_check_and_their_words() {
        let evidence = Evidence {
            article: "a".to_owned(),
            source: "tarn.txt".to_owned(),
            title: Some("Twelve ewes".to_owned()),
            field: Field::Text,
            start: 4,
            end: 6,
            text: "16".to_owned(),
            fact: None,
        };
        let finding = Finding {
            check: "within.part_and_whole",
            scope: Scope::Within,
            verdict: Verdict::Conflicts,
            severity: Severity::Error,
            message: "16 of 12".to_owned(),
            evidence: vec![evidence],
        };
        let plain = Explain { colour: false }.findings([&finding]);
        assert_eq!(plain, "conflicts (error) within.part_and_whole: 16 of 12\n    tarn.txt text:4  16\n");
        let coloured = Explain { colour: true }.findings([&finding]);
        assert!(coloured.starts_with("\x1b[31mconflicts\x1b[0m (error)"), "{coloured}");
        let across = Explain { colour: false }.findings([&Finding { scope: Scope::Across, ..finding }]);
        assert!(across.ends_with("    tarn.txt (Twelve ewes) text:4  16\n"), "{across}");
    }
}
