//! Samples findings to be read one by one: `cargo run --example sample_findings -- FOLDER COUNT`,
//! with lines of JSON in the files of the folder. It draws COUNT of each scope, verdict and
//! severity, the same in every run, and prints the message and the words around the evidence.
//! Articles with the same `cluster` are one story.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use newsfacts::{
    Archive, Article,
    types::{Evidence, Field, Finding},
};
use serde_json::Value;

/// Number of characters shown on either side of the evidence.
const AROUND: usize = 80;

/// Findings with their random number, by scope, verdict and severity.
type Drawn = BTreeMap<(&'static str, &'static str, &'static str), Vec<(u64, String)>>;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder"));
    let count: usize = std::env::args().nth(2).expect("a count").parse().expect("a number");
    let rows = rows(&folder);
    let articles: BTreeMap<String, Article> = rows.iter().rev().map(article).map(|one| (one.id.clone(), one)).collect();
    let mut drawn = Drawn::new();
    let mut archive = Archive::default();
    for article in articles.values() {
        let (_, facts) = archive.add(article);
        facts.findings.iter().for_each(|finding| draw(&mut drawn, &articles, finding));
    }
    archive.findings().iter().for_each(|finding| draw(&mut drawn, &articles, finding));
    for ((scope, verdict, severity), mut found) in drawn {
        println!("\n== {scope} {verdict} {severity}: {} findings", found.len());
        found.sort_unstable();
        for (number, (_, text)) in found.iter().take(count).enumerate() {
            println!("{}. {text}", number + 1);
        }
    }
}

fn draw(drawn: &mut Drawn, articles: &BTreeMap<String, Article>, finding: &Finding) {
    let kind = (finding.scope.name(), finding.verdict.name(), finding.severity.name());
    drawn.entry(kind).or_default().push((number(finding), shown(articles, finding)));
}

fn rows(folder: &Path) -> Vec<Value> {
    let entries = fs::read_dir(folder).expect("a folder of articles").map(|entry| entry.expect("a file").path());
    let files: BTreeSet<PathBuf> = entries.collect();
    let texts = files.iter().map(|file| fs::read_to_string(file).expect("lines of JSON"));
    texts
        .flat_map(|text| text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect::<Vec<_>>())
        .collect()
}

fn article(row: &Value) -> Article {
    let text = |key: &str| row[key].as_str().unwrap_or_default();
    let title = (!row["title_in_text"].as_bool().unwrap_or_default()).then(|| text("title"));
    let mut article = Article::new(text("id"), title.filter(|title| !title.is_empty()), text("text"));
    article.published =
        text("date").get(..10).and_then(|day| day.parse().ok()).map(|day: jiff::civil::Date| day.into());
    article.story = row["cluster"].as_str().map(str::to_owned);
    article
}

/// A number that puts findings in an order independent of what they say.
fn number(finding: &Finding) -> u64 {
    let mut hasher = DefaultHasher::new();
    (finding.id().0, "sample 1").hash(&mut hasher);
    hasher.finish()
}

fn shown(articles: &BTreeMap<String, Article>, finding: &Finding) -> String {
    let words = finding.evidence.iter().map(|evidence| {
        let article = &articles[&evidence.article];
        let day = article.published.map_or(String::new(), |day| format!(" {}", day.date()));
        format!("\n     {}{day}: {}", article.id, around(article, evidence))
    });
    format!("{}: {}{}", finding.check, finding.message, words.collect::<String>())
}

fn around(article: &Article, evidence: &Evidence) -> String {
    let field = match evidence.field {
        Field::Title => article.title,
        Field::Text => article.body,
    };
    let text = &article.text[field.start as usize..field.end as usize];
    let letters: Vec<char> = text.chars().map(|letter| if letter == '\n' { '¶' } else { letter }).collect();
    let (start, end) = (evidence.start as usize, (evidence.end as usize).min(letters.len()));
    let (first, last) = (start.saturating_sub(AROUND), (end + AROUND).min(letters.len()));
    let part = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
    format!("{}[[{}]]{}", part(first..start), part(start..end), part(end..last))
}
