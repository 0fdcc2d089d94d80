//! Scores as a table or as JSON.

use std::fmt::Write;

use serde_json::{Value, json};

use super::Score;

/// An aligned table, one line for each score.
pub fn table(scores: &[Score]) -> String {
    let mut table =
        format!("{:<21}{:>6}{:>7}{:>7}{:>11}{:>8}{:>7}\n", "", "gold", "found", "right", "precision", "recall", "F1");
    for score in scores {
        let share = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.3}"));
        let (precision, recall, f1) = (share(score.precision()), share(score.recall()), share(score.f1()));
        let Score { name, gold, found, right } = score;
        let line = writeln!(table, "{name:<21}{gold:>6}{found:>7}{right:>7}{precision:>11}{recall:>8}{f1:>7}");
        line.expect("writing to a string");
    }
    table
}

/// A list of objects, with `null` for a share of nothing.
pub fn json(scores: &[Score]) -> Value {
    let object = |score: &Score| {
        json!({"name": score.name, "gold": score.gold, "found": score.found, "right": score.right,
               "precision": score.precision(), "recall": score.recall(), "f1": score.f1()})
    };
    scores.iter().map(object).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_for_each_score() {
        let scores = [Score { name: "quotes cue", gold: 8, found: 6, right: 3 }];
        let expected = "                       gold  found  right  precision  recall     F1\n\
                        quotes cue                8      6      3      0.500   0.375  0.429\n";
        assert_eq!(table(&scores), expected);
        assert_eq!(json(&scores)[0]["recall"], 0.375);
    }
}
