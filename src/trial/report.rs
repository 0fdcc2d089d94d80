//! The results of a trial, as tables.

use std::fmt::Write;

use rayon::prelude::*;

use crate::types::Scope;

use super::{
    Kind, Sort,
    planting::{Analysed, Outcome, alarms_across},
};

/// The results of a trial.
#[derive(Debug, Default)]
pub struct Report {
    /// The number of articles read, and of those with an alarm.
    pub articles: [usize; 2],
    /// The number of pairs of articles of one story, and of those with an alarm.
    pub pairs: [usize; 2],
    /// What became of the edits of each kind.
    pub kinds: Vec<(Kind, Vec<Outcome>)>,
    /// Examples of each kind to show.
    pub show: usize,
}

impl Report {
    /// The results for the unchanged articles.
    pub(super) fn new(articles: &[Analysed], pairs: &[(usize, usize)]) -> Self {
        let alarmed = articles.iter().filter(|article| !article.alarms().is_empty()).count();
        // Each pair is listed in both orders.
        let once: Vec<_> = pairs.iter().filter(|(one, other)| one < other).collect();
        let across =
            once.par_iter().filter(|(one, other)| !alarms_across(&articles[*one], &articles[*other]).is_empty());
        let across = across.count();
        Self { articles: [articles.len(), alarmed], pairs: [once.len(), across], ..Self::default() }
    }

    /// The tables and the requested examples.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut line = |line: String| {
            let _ = writeln!(text, "{}", line.trim_end());
        };
        line(format!("{:32}{:>9}{:>9}{:>9}", "untouched", "all", "alarms", "share"));
        line(row("  articles", self.articles));
        line(row("  pairs of one story", self.pairs));
        for (sort, head, count) in [
            (Sort::Slip(Scope::Within), "slips within an article", ["planted", "found", "recall"]),
            (Sort::Slip(Scope::Across), "slips across articles", ["planted", "found", "recall"]),
            (Sort::Harmless, "harmless edits", ["made", "alarms", "share"]),
        ] {
            line(format!("{head:32}{:>9}{:>9}{:>9}", count[0], count[1], count[2]));
            for (kind, outcomes) in self.kinds.iter().filter(|(kind, _)| kind.sort == sort) {
                let alarmed = outcomes.iter().filter(|outcome| !outcome.alarms.is_empty()).count();
                line(row(&format!("  {}", kind.name), [outcomes.len(), alarmed]));
                outcomes.iter().take(self.show).for_each(|outcome| example(outcome, &mut line));
            }
        }
        text
    }
}

fn row(name: &str, [all, some]: [usize; 2]) -> String {
    let share = if all == 0 { "-".to_owned() } else { format!("{:.3}", some as f64 / all as f64) };
    format!("{name:32}{all:>9}{some:>9}{share:>9}")
}

/// One edit, and the alarms it raised.
fn example(outcome: &Outcome, line: &mut impl FnMut(String)) {
    let Outcome { article, before, after, around, alarms } = outcome;
    line(format!("    {article}: {}[{before} -> {after}]{}", around[0], around[1]));
    if alarms.is_empty() {
        line("      no alarm".to_owned());
    }
    alarms.iter().for_each(|alarm| line(format!("      {alarm}")));
}
