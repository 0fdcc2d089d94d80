//! Trains the model that judges names without a title: an logistic regression.
//!
//! `cargo run --release --example train_names -- GOLD.jsonl … > src/extract/officials/name_weights.tsv`
//!
//! GOLD holds one article a line: `{"text": …, "people": [{"name": …, "mentions": [[start, end], …]}]}`,
//! offsets in code points, every mention of a person by name annotated. The result depends on the
//! files and their order only. MODEL.md says which files the shipped weights were made of.

use newsfacts::{
    extract::officials::{FEATURES, Features, name_examples},
    segment::segment,
    types::{Article, BlockKind, Buffers, Document, Span},
};
use serde_json::Value;

/// Passes over the data.
const PASSES: usize = 30;
/// First step.
const RATE: f64 = 0.1;
/// How strongly weights are drawn to nought.
const PULL: f64 = 0.05;
/// Weights are written as whole numbers of this part of a step.
const SCALE: f64 = 100.0;
/// Average weights nearer to nought than this are left out.
const LEAST: f64 = 0.02;

/// A stretch of an article and whether it names a person.
struct Example {
    features: Features,
    person: bool,
}

fn main() -> anyhow::Result<()> {
    let mut examples = Vec::new();
    for path in std::env::args().skip(1) {
        for line in std::fs::read_to_string(&path)?.lines().filter(|line| !line.is_empty()) {
            examples.extend(article_examples(&serde_json::from_str(line)?));
        }
    }
    let people = examples.iter().filter(|example| example.person).count();
    eprintln!("{} stretches, {people} of them people", examples.len());
    let weights = train(&examples);
    println!("# Weights of the model that judges names; made by examples/train_names.rs, see MODEL.md.");
    println!("# feature\tweight");
    for (feature, weight) in weights.iter().enumerate().filter(|(_, weight)| weight.abs() >= LEAST) {
        println!("{feature}\t{}", (weight * SCALE).round() as i32);
    }
    Ok(())
}

/// The stretches of one annotated article.
fn article_examples(gold: &Value) -> Vec<Example> {
    let article = Article::new("", None, gold["text"].as_str().unwrap_or_default());
    let document = segment(&article, Buffers::default());
    let mentions = gold_mentions(&document, gold);
    let prose = |span: Span| {
        let block = document.block_of(document.token_at(span.start));
        block.kind != BlockKind::Boilerplate
    };
    let examples = name_examples(&document).into_iter().filter(|&(span, _)| prose(span));
    examples.map(|(span, features)| Example { features, person: is_mention(&mentions, span) }).collect()
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

/// Whether a stretch is a mention, or shares at least half its bytes with one.
fn is_mention(mentions: &[Span], span: Span) -> bool {
    mentions.iter().any(|mention| {
        let shared = mention.end.min(span.end).saturating_sub(mention.start.max(span.start)) as usize;
        2 * shared > span.len()
    })
}

/// Logistic regression by stochastic gradient descent, in an order that depends on nothing but the
/// number of examples; the rate falls from pass to pass and every step draws its weights to nought.
fn train(examples: &[Example]) -> Vec<f64> {
    let mut weights = vec![0.0; FEATURES];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state = 1u64;
    for pass in 0..PASSES {
        let rate = RATE / (1.0 + pass as f64 / 5.0);
        shuffle(&mut order, &mut state);
        for &index in &order {
            let example = &examples[index];
            let sum: f64 = example.features.iter().map(|&feature| weights[feature]).sum();
            let error = f64::from(u8::from(example.person)) - 1.0 / (1.0 + (-sum).exp());
            for &feature in &example.features {
                weights[feature] += rate * (error - PULL * weights[feature]);
            }
        }
    }
    weights
}

/// Fisher and Yates's shuffle with a linear congruential generator (Knuth's MMIX constants).
fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        *state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        order.swap(last, (*state >> 33) as usize % (last + 1));
    }
}
