//! Measures whether the confidence of quotes is calibrated: of those given 0.9, nine in ten should be right.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use super::{
    Records, list,
    quotes::{CLOSE, stretches, trimmed},
    words::{Words, pair},
};

/// The lower ends of the bands of confidence, highest first; each band ends where the one before begins.
const BANDS: [f64; 6] = [0.95, 0.9, 0.8, 0.7, 0.5, 0.0];

/// The found quotes with a confidence in one band.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Band {
    /// Lower end of the band, 0 to 1.
    pub from: f64,
    /// The number of its quotes, without those left open by gold.
    pub quotes: usize,
    /// The sum of their confidences, which is the expected number of right ones.
    pub stated: f64,
    /// The number of quotes that are in gold with the same speaker.
    pub right: usize,
}

/// One band for each entry of [`BANDS`], still empty.
pub(super) fn empty() -> Vec<Band> {
    BANDS.iter().map(|&from| Band { from, quotes: 0, stated: 0.0, right: 0 }).collect()
}

/// Adds the quotes of one article to their bands.
pub(super) fn count(gold: &Records, found: &Records, bands: &mut [Band]) {
    let (open, gold): (Records, Records) = gold.iter().copied().partition(|quote| quote["open"] == true);
    let (open, gold_parts, found_parts) = (stretches(&open), stretches(&gold), stretches(found));
    let pairs = pair(&trimmed(&gold_parts), &trimmed(&found_parts), CLOSE);
    for (index, quote) in found.iter().enumerate() {
        let partner = pairs.iter().find(|&&(_, part)| found_parts[part].quote == index);
        let partner = partner.map(|&(part, _)| gold[gold_parts[part].quote]);
        let mut words = list(&quote["content"]).iter().filter_map(Words::of);
        let left_open = words.any(|words| open.iter().any(|open| open.words.overlaps(&words)));
        let (Some(stated), true) = (quote["confidence"].as_f64(), partner.is_some() || !left_open) else { continue };
        // Confidences are written in single precision: 0.95 as 0.949999988.
        let band = bands.iter_mut().find(|band| stated + 1e-6 >= band.from).expect("the last band begins at zero");
        band.quotes += 1;
        band.stated += stated;
        band.right += usize::from(partner.is_some_and(|gold| same_speaker(gold, quote)));
    }
}

/// Whether the speaker has gold's name or, if gold gives no name, whether the mentions overlap.
fn same_speaker(gold: &Value, found: &Value) -> bool {
    let (gold, found) = (&gold["speaker"], &found["speaker"]);
    match (gold["name"].as_str(), Words::of(gold), Words::of(found)) {
        (Some(name), ..) => found["name"] == name,
        (None, Some(mention), Some(other)) => mention.overlaps(&other),
        (None, None, other) => other.is_none(),
        (None, Some(_), None) => false,
    }
}

/// An aligned table, one line for each band with quotes.
pub fn calibration_table(bands: &[Band]) -> String {
    let mut table = format!("{:<21}{:>7}{:>8}{:>8}\n", "quotes by confidence", "quotes", "stated", "right");
    let mut above = 1.0;
    for band in bands {
        if band.quotes > 0 {
            let share = |sum: f64| sum / band.quotes as f64;
            let (stated, right) = (share(band.stated), share(band.right as f64));
            let name = format!("{:.2} to {above:.2}", band.from);
            writeln!(table, "{name:<21}{:>7}{stated:>8.3}{right:>8.3}", band.quotes).expect("writing to a string");
        }
        above = band.from;
    }
    table
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn words(start: u64, text: &str) -> Value {
        json!({"field": "text", "start": start, "end": start + text.chars().count() as u64, "text": text})
    }

    fn quote(start: u64, confidence: f64, name: &str) -> Value {
        json!({"content": [words(start, "the pool is cold")], "confidence": confidence, "speaker": {"name": name}})
    }

    #[test]
    fn a_quote_is_right_with_its_speaker() {
        let gold = [quote(0, 1.0, "Nora Finch"), quote(40, 1.0, "Ivo Marsh")];
        let found = [quote(0, 0.95, "Nora Finch"), quote(40, 0.9, "Nora Finch"), quote(80, 0.9, "Ivo Marsh")];
        let mut bands = empty();
        count(&gold.iter().collect(), &found.iter().collect(), &mut bands);
        let expected = "quotes by confidence  quotes  stated   right\n\
                        0.95 to 1.00               1   0.950   1.000\n\
                        0.90 to 0.95               2   0.900   0.000\n";
        assert_eq!(calibration_table(&bands), expected);
    }

    #[test]
    fn a_speaker_without_a_name_is_the_mention() {
        let mut gold = quote(0, 1.0, "");
        gold["speaker"] = words(20, "police");
        let mut found = quote(0, 0.8, "");
        found["speaker"] = words(20, "police");
        let mut bands = empty();
        count(&vec![&gold], &vec![&found], &mut bands);
        assert_eq!((bands[2].quotes, bands[2].right), (1, 1));
    }
}
