//! A summary of what a run did, in a few lines.

use std::{collections::BTreeMap, fmt::Write, time::Duration};

use newsfacts::types::{ArticleFacts, FigureKind, Finding};

use super::input::Counts;

/// Numbers of articles, of facts by kind, and of findings by check and verdict.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Summary {
    articles: u64,
    /// Number of figures of each `FigureKind`.
    figures: [u64; FigureKind::ALL.len()],
    quotes: u64,
    people: u64,
    offices: u64,
    findings: BTreeMap<(&'static str, &'static str), u64>,
}

impl Summary {
    /// The summary of one article.
    pub fn of(facts: &ArticleFacts) -> Self {
        let mut summary = Self {
            articles: 1,
            quotes: facts.quotes.len() as u64,
            people: facts.people.len() as u64,
            offices: facts.people.iter().map(|person| person.offices.len() as u64).sum(),
            ..Self::default()
        };
        for figure in &facts.figures {
            summary.figures[figure.detail.kind as usize] += 1;
        }
        summary.count_findings(&facts.findings);
        summary
    }

    /// Adds findings.
    pub fn count_findings(&mut self, findings: &[Finding]) {
        for finding in findings {
            *self.findings.entry((finding.check, finding.verdict.name())).or_default() += 1;
        }
    }

    /// Adds another summary.
    pub fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.quotes += other.quotes;
        self.people += other.people;
        self.offices += other.offices;
        self.figures.iter_mut().zip(other.figures).for_each(|(sum, count)| *sum += count);
        for (&check, count) in &other.findings {
            *self.findings.entry(check).or_default() += count;
        }
    }

    /// The summary as text, with the speed, and what was not read.
    pub fn text(&self, counts: &Counts, elapsed: Duration) -> String {
        let bytes = counts.bytes as f64;
        let speed = bytes / elapsed.as_secs_f64().max(1e-9);
        let mut text = format!("articles   {} ({}, {}/s)\n", self.articles, size(bytes), size(speed));
        text += &self.facts();
        for ((check, verdict), count) in &self.findings {
            let _ = writeln!(text, "findings   {count} × {check} {verdict}");
        }
        for (reason, count) in &counts.skipped {
            let _ = writeln!(text, "skipped    {count} {reason}");
        }
        if counts.passed_over.count > 0 {
            let _ = writeln!(text, "skipped    {} of unsupported types", counts.passed_over.count);
        }
        text
    }

    fn facts(&self) -> String {
        let kinds = FigureKind::ALL.iter().zip(self.figures).filter(|(_, count)| *count > 0);
        let kinds: Vec<String> = kinds.map(|(kind, count)| format!("{count} {}", kind.name())).collect();
        let kinds = if kinds.is_empty() { String::new() } else { format!(" ({})", kinds.join(", ")) };
        let figures: u64 = self.figures.iter().sum();
        let Self { quotes, people, offices, .. } = self;
        format!("figures    {figures}{kinds}\nquotes     {quotes}\npeople     {people}, holding {offices} offices\n")
    }
}

/// A number of bytes for people to read.
fn size(bytes: f64) -> String {
    if bytes < 1e6 { format!("{:.1} kB", bytes / 1e3) } else { format!("{:.1} MB", bytes / 1e6) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_counted_and_small_inputs_have_a_size() {
        let mut summary = Summary { articles: 2, ..Summary::default() };
        summary.findings.insert(("within.magnitude", "conflicts"), 3);
        let counts = Counts { bytes: 4_300, ..Counts::default() };
        let text = summary.text(&counts, Duration::from_millis(1));
        assert!(text.starts_with("articles   2 (4.3 kB, 4.3 MB/s)\n"), "{text}");
        assert!(text.ends_with("findings   3 × within.magnitude conflicts\n"), "{text}");
    }
}
