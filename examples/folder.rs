//! Reads the articles of files and folders, and prints who is quoted most and the conflicts between
//! articles.
//!
//! `cargo run --example folder -- corpus` prints
//!
//! ```text
//! 41 articles; quoted most:
//!     Radko Velisar: 7
//!     Margery Tull: 6
//!     Desmond Hake: 5
//! 1240 and 1420 for what seems one quantity (corpus/news.jsonl:2, corpus/tarrow-water-ledger.txt)
//! printed with other words: “not” / nothing (corpus/news.jsonl:2, corpus/tarrow-water-ledger.txt)
//! Dana Whitlow is Administrator and so is Diane Prewitt (corpus/news.jsonl:2, corpus/tarrow-water-ledger.txt)
//! ```

use std::collections::{BTreeMap, BTreeSet};

use newsfacts::{Archive, Article, read_articles, types::Verdict};

fn main() {
    let mut articles: Vec<Article> = Vec::new();
    for article in read_articles(std::env::args().skip(1)) {
        match article {
            Ok(article) => articles.push(article),
            Err(fault) => eprintln!("{fault}"), // Tells where, what is wrong, and what to do.
        }
    }

    // This uses all cores; the closure returns what is needed of each article.
    let mut archive = Archive::default();
    let speakers = archive.add_all(&articles, |document, facts| {
        let names = facts.quotes.iter().filter_map(|quote| facts.speaker_name(&quote.detail, document));
        names.map(str::to_owned).collect::<Vec<String>>()
    });

    let mut quotes: BTreeMap<String, usize> = BTreeMap::new();
    speakers.into_iter().flatten().for_each(|name| *quotes.entry(name).or_default() += 1);
    let mut quotes: Vec<(String, usize)> = quotes.into_iter().collect();
    quotes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    println!("{} articles; quoted most:", articles.len());
    for (name, count) in quotes.iter().take(3) {
        println!("    {name}: {count}");
    }
    for finding in archive.findings().iter().filter(|finding| finding.verdict == Verdict::Conflicts) {
        let sources: BTreeSet<&str> = finding.evidence.iter().map(|evidence| evidence.source.as_str()).collect();
        println!("{} ({})", finding.message, sources.into_iter().collect::<Vec<&str>>().join(", "));
    }
}
