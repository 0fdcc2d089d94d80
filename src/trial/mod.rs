//! Measures how reliable the checks are on the user's own articles: plants known slips in copies of them, one at a
//! time, and runs the checks.
//!
//! The places for slips come from extraction: a figure that an article or its neighbour repeats, a person whose age is
//! given, a quotation printed twice. As controls there are harmless edits, which change only the style, and the
//! unchanged articles: neither should raise an alarm. Everything is determined by the seed and the articles.

mod dates;
mod figures;
mod harmless;
mod numbers;
mod people;
mod planting;
mod quotations;
mod random;
mod report;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    check::across,
    types::{Article, ArticleFacts, Document, Finding, Scope, Span},
};

use planting::{Analysed, planted};
use random::Random;

pub use self::{planting::Outcome, report::Report};

/// One way to make a text wrong, or to change only its style.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its name in the report.
    pub name: &'static str,
    /// Whether it should alarm.
    pub sort: Sort,
    /// All possible edits of the second article that contradict the first; for a slip inside one article, both are the
    /// same.
    plant: fn(&Read, &Read, &mut Random) -> Vec<Edit>,
}

/// The effect of an edit on what the articles say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A slip that shows within one article, or only in comparison with another.
    Slip(Scope),
    /// None.
    Harmless,
}

/// An article as it was read.
#[derive(Debug, Clone, Copy)]
struct Read<'a> {
    document: &'a Document<'a>,
    facts: &'a ArticleFacts,
}

/// A replacement of words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    span: Span,
    words: String,
}

const fn slip(name: &'static str, scope: Scope, plant: fn(&Read, &Read, &mut Random) -> Vec<Edit>) -> Kind {
    Kind { name, sort: Sort::Slip(scope), plant }
}

const fn harmless(name: &'static str, plant: fn(&Read, &Read, &mut Random) -> Vec<Edit>) -> Kind {
    Kind { name, sort: Sort::Harmless, plant }
}

/// Every kind of slip, then every harmless edit.
pub const KINDS: &[Kind] = &[
    slip("headline_figure", Scope::Within, figures::in_headline),
    slip("figure", Scope::Within, figures::repeated),
    slip("magnitude", Scope::Within, figures::magnitude),
    slip("part_above_whole", Scope::Within, figures::part_above_whole),
    slip("turned_range", Scope::Within, figures::turned_range),
    slip("impossible_day", Scope::Within, dates::impossible_day),
    slip("wrong_weekday", Scope::Within, dates::wrong_weekday),
    slip("age", Scope::Within, people::age),
    slip("rank", Scope::Within, people::rank),
    slip("quoted_word", Scope::Within, quotations::word),
    slip("figure", Scope::Across, figures::repeated),
    slip("magnitude", Scope::Across, figures::magnitude),
    slip("age", Scope::Across, people::age),
    slip("rank", Scope::Across, people::rank),
    slip("quoted_word", Scope::Across, quotations::word),
    slip("speaker", Scope::Across, quotations::speaker),
    harmless("number_in_words", harmless::number_in_words),
    harmless("thousands_marks", harmless::thousands_marks),
    harmless("percent_sign", harmless::percent_sign),
    harmless("short_magnitude", harmless::short_magnitude),
    harmless("curly_marks", harmless::curly_marks),
    harmless("short_rank", harmless::short_rank),
    harmless("day_before_month", harmless::day_before_month),
];

/// The settings of a trial.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// What the places of edits are drawn by; the same seed draws the same.
    pub seed: u64,
    /// The most edits of each kind.
    pub of_each: usize,
    /// Examples of each kind to show.
    pub show: usize,
}

/// Plants slips and harmless edits in copies of the articles, one at a time, and counts the alarms.
pub fn trial(articles: &[Article], settings: Settings) -> Report {
    let analysed: Vec<Analysed> = articles.par_iter().map(Analysed::new).collect();
    let pairs = pairs(&analysed);
    let singles: Vec<(usize, usize)> = (0..analysed.len()).map(|article| (article, article)).collect();
    let mut report = Report::new(&analysed, &pairs);
    for kind in KINDS {
        let places = if kind.sort == Sort::Slip(Scope::Across) { &pairs } else { &singles };
        report.kinds.push((*kind, outcomes(kind, &analysed, places, settings)));
    }
    report.show = settings.show;
    report
}

/// The outcomes of the edits of one kind; articles and pairs are tried in an order drawn from the seed.
fn outcomes(kind: &Kind, articles: &[Analysed], places: &[(usize, usize)], settings: Settings) -> Vec<Outcome> {
    let drawn = |place: &(usize, usize)| {
        let ids = [place.0, place.1].map(|at| articles[at].article.id.as_str());
        Random::new(settings.seed, &[kind.name, ids[0], ids[1]])
    };
    let mut order: Vec<_> = places.iter().map(|place| (drawn(place), place)).collect();
    order.sort_by_key(|(random, place)| (random.first(), **place));
    let mut outcomes = Vec::new();
    for some in order.chunks(settings.of_each.max(1)) {
        let tried = some
            .par_iter()
            .map(|(random, (one, other))| planted(kind, &articles[*one], &articles[*other], &mut random.clone()));
        outcomes.extend(tried.collect::<Vec<_>>().into_iter().flatten());
        if outcomes.len() >= settings.of_each {
            break;
        }
    }
    outcomes.truncate(settings.of_each);
    outcomes
}

/// Neighbours in each story, given or inferred from shared names, in both orders. Copies of one text do not make a
/// pair.
fn pairs(articles: &[Analysed]) -> Vec<(usize, usize)> {
    let archive = across::Archive::new(articles.iter().map(|one| one.keys.clone()).collect());
    let mut index: BTreeMap<(&str, u64), usize> = BTreeMap::new();
    for (at, one) in articles.iter().enumerate() {
        index.entry((&one.keys.head.article, one.keys.head.digest)).or_insert(at);
    }
    let at = |article: usize| {
        let keys = &archive.articles[article];
        index[&(&*keys.head.article, keys.head.digest)]
    };
    let mut stories: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for article in 0..archive.articles.len() {
        stories.entry(archive.stories[article]).or_default().push(article);
    }
    let neighbours = stories.values().flat_map(|story| story.windows(2));
    let reports = neighbours.filter(|pair| archive.origins[pair[0]] != archive.origins[pair[1]]);
    reports.flat_map(|pair| [(at(pair[0]), at(pair[1])), (at(pair[1]), at(pair[0]))]).collect()
}

/// Whether a finding is one for an editor to look at.
fn is_alarm(finding: &Finding) -> bool {
    use crate::types::{Severity, Verdict};
    finding.verdict == Verdict::Conflicts && finding.severity > Severity::Info
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles() -> Vec<Article> {
        let told = |id: &str, title: Option<&str>, text: &str| {
            let mut article = Article::new(id, title, text);
            article.story = Some("flood".to_owned());
            article
        };
        vec![
            told(
                "one",
                Some("Flood damages 143 homes in Bramfield"),
                "The flood in Bramfield damaged 143 homes, wardens said. Ann Dale, 46, was hurt.",
            ),
            told("two", None, "Wardens counted 143 homes damaged in Bramfield after the flood. Ann Dale, 46, fell."),
        ]
    }

    #[test]
    fn slips_are_found_and_nothing_else_alarms() {
        let report = trial(&articles(), Settings { seed: 1, of_each: 10, show: 0 });
        assert_eq!((report.articles, report.pairs), ([2, 0], [1, 0]));
        let found = |name: &str, scope: Scope| {
            let (_, outcomes) =
                report.kinds.iter().find(|(kind, _)| kind.name == name && kind.sort == Sort::Slip(scope)).unwrap();
            (outcomes.len(), outcomes.iter().filter(|outcome| !outcome.alarms.is_empty()).count())
        };
        assert_eq!(found("headline_figure", Scope::Within), (1, 1));
        assert_eq!(found("figure", Scope::Across), (1, 1));
        assert_eq!(found("age", Scope::Across), (2, 2));
        assert_eq!(found("speaker", Scope::Across), (0, 0));
    }

    #[test]
    fn the_seed_decides_and_the_number_of_each_holds() {
        let text = |seed: u64, of_each: usize| trial(&articles(), Settings { seed, of_each, show: 1 }).text();
        assert_eq!(text(1, 10), text(1, 10));
        assert_ne!(text(1, 10), text(5, 10));
        let report = trial(&articles(), Settings { seed: 1, of_each: 1, show: 0 });
        assert!(report.kinds.iter().all(|(_, outcomes)| outcomes.len() <= 1));
    }
}
