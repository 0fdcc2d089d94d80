//! Trains the model that chooses where a reported clause ends, a conditional logistic regression,
//! and measures it.
//!
//! `cargo run --release --example train_ends -- GOLD.jsonl … > src/extract/quotes/end_weights.tsv`
//! `cargo run --release --example train_ends -- --measure GOLD.jsonl …`
//!
//! GOLD has one article per line: `{"id": …, "text": …, "quotes": [{"start", "end", "type",
//! "speech", "cue"}, …]}`, with offsets in code points. The examples are quotes of speech that are
//! not direct and follow their cue. The result depends only on the files and their order. MODEL.md
//! lists the files for the shipped weights.
//!
//! `--measure` prints how many clauses end at their last token, where they all end without a model,
//! and how many ends are right with one: trained on all articles, in five-fold cross-validation by
//! article, and with all articles of one outlet (the id up to `_`) left out of training.

use std::collections::BTreeMap;

use newsfacts::{
    extract::quotes::{FEATURES, Features, Model, end_examples},
    segment::segment,
    types::{Article, Buffers, Document, Span, TokenKind},
};
use serde_json::Value;

/// Passes over the data.
const PASSES: usize = 30;
/// The initial learning rate.
const RATE: f64 = 0.05;
/// The strength of L2 regularisation.
const PULL: f64 = 0.02;
/// The factor by which weights are multiplied to be written as integers.
const SCALE: f64 = 100.0;
/// Weights closer to zero than this are left out.
const LEAST: f64 = 0.02;
/// Number of folds of the cross-validation.
const FOLDS: usize = 5;

/// A reported clause: the places where it can end, and the index of the right one; `None` if that
/// is its last token.
struct Example {
    places: Vec<Features>,
    right: Option<usize>,
}

/// The examples of an article, and its outlet.
struct Gold {
    house: String,
    examples: Vec<Example>,
}

fn main() -> anyhow::Result<()> {
    let (mut measure, mut golds) = (false, Vec::new());
    for argument in std::env::args().skip(1) {
        if argument == "--measure" {
            measure = true;
            continue;
        }
        for line in std::fs::read_to_string(argument)?.lines().filter(|line| !line.is_empty()) {
            golds.push(gold(&serde_json::from_str(line)?));
        }
    }
    if measure {
        measure_all(&golds)
    } else {
        print_weights(&golds)
    }
    Ok(())
}

/// Prints the weights trained on all articles, as the table that is compiled in.
fn print_weights(golds: &[Gold]) {
    println!(
        "# Weights of the model that ends reported clauses; made by examples/measure/train_ends.rs, see MODEL.md."
    );
    println!("# feature\tweight");
    for (feature, weight) in train(&examples(golds.iter())).iter().enumerate() {
        if weight.abs() >= LEAST {
            println!("{feature}\t{}", (weight * SCALE).round() as i32);
        }
    }
}

fn measure_all(golds: &[Gold]) {
    let all = examples(golds.iter());
    let cut = all.iter().filter(|example| example.right.is_some()).count();
    println!("{} clauses, {} end at their last token", all.len(), all.len() - cut);
    println!("trained on       {}", right(&all, &model(&all)));
    let numbered = || golds.iter().enumerate();
    let mut sum = 0;
    for fold in 0..FOLDS {
        let part = |inside: bool| {
            examples(numbered().filter(|(index, _)| (index % FOLDS == fold) == inside).map(|(_, gold)| gold))
        };
        sum += right(&part(true), &model(&part(false)));
    }
    println!("cross-validated  {sum}");
    let mut houses: BTreeMap<&str, usize> = BTreeMap::new();
    for gold in golds {
        *houses.entry(&gold.house).or_default() += gold.examples.len();
    }
    let mut sum = 0;
    for house in houses.keys() {
        let part = |inside: bool| examples(golds.iter().filter(|gold| (gold.house == *house) == inside));
        sum += right(&part(true), &model(&part(false)));
    }
    println!("house left out   {sum} ({} houses)", houses.len());
}

/// How many ends a model chooses correctly.
fn right(examples: &[&Example], model: &Model) -> usize {
    let chosen = |example: &Example| {
        let scores = example.places.iter().map(|place| model.score(place)).enumerate();
        scores.filter(|&(_, score)| score > 0).reduce(|best, next| if next.1 > best.1 { next } else { best })
    };
    examples.iter().filter(|example| chosen(example).map(|(index, _)| index) == example.right).count()
}

fn examples<'g>(golds: impl Iterator<Item = &'g Gold>) -> Vec<&'g Example> {
    golds.flat_map(|gold| &gold.examples).collect()
}

fn model(examples: &[&Example]) -> Model {
    Model::new(train(examples).iter().map(|weight| (weight * SCALE).round() as i16).collect())
}

/// The clauses of one annotated article.
fn gold(line: &Value) -> Gold {
    let article = Article::new("", None, line["text"].as_str().unwrap_or_default());
    let document = segment(&article, Buffers::default());
    let house = line["id"].as_str().and_then(|id| id.split('_').next()).unwrap_or_default().to_owned();
    let offsets: Vec<usize> = article.text.char_indices().map(|(at, _)| at).chain([article.text.len()]).collect();
    let place = |value: &Value| offsets.get(value.as_u64()? as usize).copied();
    let behind_cue = |quote: &Value| {
        let (start, end) = (place(&quote["start"])?, place(&quote["end"])?);
        let reported = quote["type"] != "direct" && quote["speech"] != false && place(&quote["cue"][1])? <= start;
        reported.then(|| Span::new(start, end))
    };
    let spans = line["quotes"].as_array().into_iter().flatten().filter_map(behind_cue);
    Gold { house, examples: spans.filter_map(|span| example(&document, span)).collect() }
}

/// The example for the content of a gold quote; `None` if its end is none of the places.
fn example(document: &Document, content: Span) -> Option<Example> {
    let start = document.token_at(content.start);
    let (reach, places) = end_examples(document, start);
    let spoken = |end: usize| (start..end).rev().find(|&at| !is_mark(document, at));
    let last = document.tokens_in(content).rev().find(|&at| !is_mark(document, at))?;
    let right = places.iter().position(|&(end, _)| spoken(end) == Some(last));
    if right.is_none() && spoken(reach) != Some(last) {
        return None;
    }
    Some(Example { places: places.into_iter().map(|(_, features)| features).collect(), right })
}

fn is_mark(document: &Document, at: usize) -> bool {
    matches!(document.tokens[at].kind, TokenKind::Mark | TokenKind::Quotation | TokenKind::Dash)
}

/// Conditional logistic regression by stochastic gradient descent: among the places of a clause and
/// its last token, whose score is zero, the right one gains and the others lose. The order depends
/// only on the number of examples. The rate falls from pass to pass, and every step draws weights
/// towards zero.
fn train(examples: &[&Example]) -> Vec<f64> {
    let mut weights = vec![0.0; FEATURES];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state = 1u64;
    for pass in 0..PASSES {
        let rate = RATE / (1.0 + pass as f64 / 5.0);
        shuffle(&mut order, &mut state);
        for &index in &order {
            let Example { places, right } = examples[index];
            let odds = |place: &Features| place.iter().map(|&feature| weights[feature]).sum::<f64>().exp();
            let odds: Vec<f64> = places.iter().map(odds).collect();
            let whole = 1.0 + odds.iter().sum::<f64>();
            for (at, (place, odds)) in places.iter().zip(&odds).enumerate() {
                let error = f64::from(*right == Some(at)) - odds / whole;
                for &feature in place {
                    weights[feature] += rate * (error - PULL * weights[feature]);
                }
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
