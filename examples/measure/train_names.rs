//! Trains the model that judges names without a title, a logistic regression, and measures it.
//!
//! `cargo run --release --example train_names -- GOLD.jsonl … > src/extract/officials/name_weights.tsv`
//! `cargo run --release --example train_names -- --measure GOLD.jsonl … [--only-measure OTHER.jsonl …]`
//!
//! GOLD has one article per line:
//! `{"text": …, "people": [{"name": …, "mentions": [[start, end], …]}]}`, with offsets in code
//! points and every mention of a person by name annotated. The result depends only on the files and
//! their order. MODEL.md lists the files for the shipped weights.
//!
//! `--measure` prints, for each file, precision, recall and F1 of the mentions found (those that
//! overlap one of the gold): for a model trained on all articles, in five-fold cross-validation by
//! article, and with the whole file left out of training.

use std::path::PathBuf;

use newsfacts::{
    extract::officials::{FEATURES, Features, Model, name_examples, names_by},
    segment::segment,
    types::{Article, BlockKind, Buffers, Document, Span},
};
use serde_json::Value;

/// Passes over the data.
const PASSES: usize = 30;
/// The initial learning rate.
const RATE: f64 = 0.1;
/// The strength of L2 regularisation.
const PULL: f64 = 0.03;
/// The factor by which weights are multiplied to be written as integers.
const SCALE: f64 = 100.0;
/// Weights closer to zero than this are left out.
const LEAST: f64 = 0.02;
/// Number of folds of the cross-validation.
const FOLDS: usize = 5;
/// The weight of candidates in a sentence that is read without its article: users also have single
/// sentences, which introduce nobody.
const APART: f64 = 0.3;
/// Maximum number of candidates with the same words that add to the weight of their group.
const OFTEN: usize = 3;

/// A candidate of an article, and whether it names a person.
#[derive(Clone, Copy)]
struct Example {
    features: Features,
    person: bool,
}

/// Candidates with the same words in one article, which are judged together.
struct Group {
    stretches: Vec<Example>,
    weight: f64,
}

/// An annotated article.
struct Gold {
    article: Article,
    mentions: Vec<Span>,
    groups: Vec<Group>,
    file: usize,
}

/// Number of mentions in the gold, found, and both.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    gold: usize,
    found: usize,
    both: usize,
}

fn main() -> anyhow::Result<()> {
    let (mut measure, mut trained) = (false, true);
    let (mut files, mut golds) = (Vec::new(), Vec::new());
    let mut witnesses = Vec::new();
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--measure" => measure = true,
            "--only-measure" => trained = false,
            path => {
                let articles = if trained { &mut golds } else { &mut witnesses };
                for line in std::fs::read_to_string(path)?.lines().filter(|line| !line.is_empty()) {
                    articles.push(gold(&serde_json::from_str(line)?, files.len()));
                }
                files.push(PathBuf::from(path));
            }
        }
    }
    if measure {
        measure_all(&files, &golds, &witnesses);
    } else {
        print_weights(&golds);
    }
    Ok(())
}

/// Prints the weights trained on all articles, as the table that is compiled in.
fn print_weights(golds: &[Gold]) {
    let groups = groups(golds.iter());
    let whole = groups.iter().filter(|group| group.weight == 1.0).flat_map(|group| &group.stretches);
    let people = whole.clone().filter(|stretch| stretch.person).count();
    eprintln!("{} stretches, {people} of them people", whole.count());
    println!("# Weights of the model that judges names; made by examples/measure/train_names.rs, see MODEL.md.");
    println!("# feature\tweight");
    for (feature, weight) in train(&groups).iter().enumerate().filter(|(_, weight)| weight.abs() >= LEAST) {
        println!("{feature}\t{}", (weight * SCALE).round() as i32);
    }
}

/// Prints precision, recall and F1 of each file, measured in each way.
fn measure_all(files: &[PathBuf], golds: &[Gold], witnesses: &[Gold]) {
    let numbered = || golds.iter().enumerate();
    let without = |fold: usize| numbered().filter(move |(index, _)| index % FOLDS != fold).map(|(_, gold)| gold);
    let whole = model(&groups(golds.iter()));
    let folds: Vec<Model> = (0..FOLDS).map(|fold| model(&groups(without(fold)))).collect();
    println!("{:16}{:>22}{:>22}{:>22}", "", "trained on", "cross-validated", "file left out");
    for (file, path) in files.iter().enumerate() {
        let mut counts = [Counts::default(); 3];
        let others = model(&groups(golds.iter().filter(|gold| gold.file != file)));
        for (index, gold) in numbered().filter(|(_, gold)| gold.file == file) {
            for (count, model) in counts.iter_mut().zip([&whole, &folds[index % FOLDS], &others]) {
                count.add(gold, model);
            }
        }
        for gold in witnesses.iter().filter(|gold| gold.file == file) {
            counts[2].add(gold, &whole);
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        println!("{name:16}{:>22}{:>22}{:>22}", counts[0].row(), counts[1].row(), counts[2].row());
    }
}

impl Counts {
    /// Adds the mentions of an article; each found one is matched with at most one of the gold.
    fn add(&mut self, gold: &Gold, model: &Model) {
        let document = segment(&gold.article, Buffers::default());
        let found = names_by(&document, model);
        self.gold += gold.mentions.len();
        self.found += found.len();
        let mut next = 0;
        for mention in &gold.mentions {
            while found.get(next).is_some_and(|name| name.end <= mention.start) {
                next += 1;
            }
            if found.get(next).is_some_and(|name| name.overlaps(*mention)) {
                self.both += 1;
                next += 1;
            }
        }
    }

    /// Precision, recall and F1; empty if nothing was measured.
    fn row(&self) -> String {
        if self.gold == 0 {
            return String::new();
        }
        let part = |whole: usize| if whole == 0 { 0.0 } else { self.both as f64 / whole as f64 };
        let (precision, recall) = (part(self.found), part(self.gold));
        format!("{precision:.3} {recall:.3} {:.3}", 2.0 * precision * recall / (precision + recall).max(1e-9))
    }
}

fn groups<'g>(golds: impl Iterator<Item = &'g Gold>) -> Vec<&'g Group> {
    golds.flat_map(|gold| &gold.groups).collect()
}

fn model(groups: &[&Group]) -> Model {
    Model::new(train(groups).iter().map(|weight| (weight * SCALE).round() as i32).collect())
}

/// An annotated article with its candidates, and those of each of its sentences read by itself.
fn gold(line: &Value, file: usize) -> Gold {
    let article = Article::new("", None, line["text"].as_str().unwrap_or_default());
    let document = segment(&article, Buffers::default());
    let mentions = gold_mentions(&document, line);
    let mut groups = grouped(&document, &mentions, 1.0);
    for span in document.sentences.iter().map(|sentence| sentence.span) {
        let apart = Article::new("", None, document.text(span));
        let inside = mentions.iter().filter(|mention| span.contains(**mention));
        let shifted = inside.map(|mention| Span { start: mention.start - span.start, end: mention.end - span.start });
        groups.extend(grouped(&segment(&apart, Buffers::default()), &shifted.collect::<Vec<_>>(), APART));
    }
    Gold { mentions, groups, file, article }
}

/// The candidates of a document, grouped by their words.
fn grouped(document: &Document, mentions: &[Span], weight: f64) -> Vec<Group> {
    let prose = |span: Span| document.block_of(document.token_at(span.start)).kind != BlockKind::Boilerplate;
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for (span, features) in name_examples(document).into_iter().filter(|&(span, _)| prose(span)) {
        let words = document.text(span);
        let stretch = Example { features, person: is_mention(mentions, span) };
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, group)) => group.stretches.push(stretch),
            None => groups.push((words, Group { stretches: vec![stretch], weight })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The spans of all mentions by name, in text order.
fn gold_mentions(document: &Document, gold: &Value) -> Vec<Span> {
    let text = &document.article.text;
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let named = gold["people"].as_array().into_iter().flatten().filter(|person| person["name"].is_string());
    let pairs = named.flat_map(|person| person["mentions"].as_array().into_iter().flatten());
    let place = |pair: &Value, end: usize| offsets.get(pair[end].as_u64()? as usize).copied();
    let mut spans: Vec<Span> = pairs.filter_map(|pair| Some(Span::new(place(pair, 0)?, place(pair, 1)?))).collect();
    spans.sort();
    spans
}

/// Whether more than half of the bytes of a candidate are in one mention.
fn is_mention(mentions: &[Span], span: Span) -> bool {
    mentions.iter().any(|mention| {
        let shared = mention.end.min(span.end).saturating_sub(mention.start.max(span.start)) as usize;
        2 * shared > span.len()
    })
}

/// Logistic regression by stochastic gradient descent, in an order that depends only on the number
/// of groups. The rate falls from pass to pass, and every step draws its weights towards zero.
///
/// The candidates of a group are one example, whose features are the mean of theirs, as when the
/// model is used.
fn train(groups: &[&Group]) -> Vec<f64> {
    let mut weights = vec![0.0; FEATURES];
    let mut order: Vec<usize> = (0..groups.len()).collect();
    let mut state = 1u64;
    for pass in 0..PASSES {
        let rate = RATE / (1.0 + pass as f64 / 5.0);
        shuffle(&mut order, &mut state);
        for &index in &order {
            let Group { stretches, weight } = groups[index];
            let count = stretches.len() as f64;
            let features = || stretches.iter().flat_map(|stretch| stretch.features);
            let people = stretches.iter().filter(|stretch| stretch.person).count() as f64 / count;
            let score = features().map(|feature| weights[feature]).sum::<f64>() / count;
            let error = people - 1.0 / (1.0 + (-score).exp());
            let step = rate * weight * stretches.len().min(OFTEN) as f64 / count;
            for feature in features() {
                weights[feature] += step * (error - PULL * weights[feature]);
            }
        }
    }
    weights
}

/// Fisher-Yates shuffle with a linear congruential generator (Knuth's MMIX constants).
fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        *state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        order.swap(last, (*state >> 33) as usize % (last + 1));
    }
}
