//! Scores quotes: pairs their stretches of content, then compares the cue, form and speaker of each quote.

use serde_json::Value;

use super::{
    Records, Tally, list,
    words::{Words, pair},
};

/// The least share of code points in common that makes two stretches the same quotation.
pub(super) const CLOSE: f64 = 0.5;

/// One stretch of content and its quote.
pub(super) struct Stretch<'a> {
    pub words: Words<'a>,
    pub quote: usize,
}

/// Quotes that gold marks as open, because readers disagree on whether they are speech, are neither missed nor wrong.
pub(super) fn count(gold: &Records, found: &Records, tally: &mut Tally) {
    let (open, gold): (Records, Records) = gold.iter().copied().partition(|quote| quote["open"] == true);
    let (open, gold_parts, found_parts) = (stretches(&open), stretches(&gold), stretches(found));
    let pairs = pair(&trimmed(&gold_parts), &trimmed(&found_parts), CLOSE);
    let exact =
        pairs.iter().filter(|&&(index, other)| trim(gold_parts[index].words).is_at(&trim(found_parts[other].words)));
    let judged = found_parts.iter().enumerate().filter(|(other, part)| {
        pairs.iter().any(|pair| pair.1 == *other) || !open.iter().any(|open| open.words.overlaps(&part.words))
    });
    let judged = judged.count();
    tally.add("quotes found", gold_parts.len(), judged, pairs.len());
    tally.add("quotes content", gold_parts.len(), judged, exact.count());
    for (index, quote) in gold.iter().enumerate() {
        let of_quote = pairs.iter().filter(|&&(part, _)| gold_parts[part].quote == index);
        let partner = of_quote.min().map_or(&Value::Null, |&(_, other)| found[found_parts[other].quote]);
        details(quote, partner, tally);
    }
}

pub(super) fn stretches<'a>(records: &Records<'a>) -> Vec<Stretch<'a>> {
    let parts = records.iter().enumerate().flat_map(|(quote, &record)| {
        list(&record["content"]).iter().filter_map(Words::of).map(move |words| Stretch { words, quote })
    });
    parts.collect()
}

pub(super) fn trimmed<'a>(parts: &[Stretch<'a>]) -> Vec<Words<'a>> {
    parts.iter().map(|part| trim(part.words)).collect()
}

/// The words without marks and space at either end, and without a leading "that", "whether" or "if".
fn trim(words: Words) -> Words {
    let mut text = words.text.trim_end_matches(is_mark);
    let end = words.start + text.chars().count() as u64;
    loop {
        let before = text;
        text = text.trim_start_matches(is_mark);
        for opening in ["that ", "whether ", "if "] {
            text = text.strip_prefix(opening).unwrap_or(text);
        }
        if text == before {
            return Words { start: end - text.chars().count() as u64, end, text, ..words };
        }
    }
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && !matches!(letter, '£' | '$' | '€' | '%')
}

/// Compares the details of a quote in gold; `found` is null if the quote was not found.
fn details(gold: &Value, found: &Value, tally: &mut Tally) {
    if let Some(form) = gold["form"].as_str() {
        tally.compare("quotes form", true, found["form"].is_string(), found["form"] == form);
    }
    let (cue, other) = (Words::of(&gold["cue"]), Words::of(&found["cue"]));
    let same = cue.zip(other).is_some_and(|(cue, other)| cue.overlaps(&other));
    tally.compare("quotes cue", cue.is_some(), other.is_some(), same);
    if gold["speaker"].is_object() {
        let (name, other) = (gold["speaker"]["name"].as_str(), found["speaker"]["name"].as_str());
        tally.compare("quotes speaker", name.is_some(), other.is_some(), name == other);
    }
}
