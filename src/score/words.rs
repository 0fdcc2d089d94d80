//! Words of a record: their places, how they are paired, and when two stretches of text say the same.

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::{article, is, list, names};

/// Words of one article, in code points of their field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Words<'a> {
    pub field: &'a str,
    pub start: u64,
    pub end: u64,
    pub text: &'a str,
}

impl<'a> Words<'a> {
    /// The words of a record or of a part of one; `None` for null.
    pub(super) fn of(record: &'a Value) -> Option<Self> {
        let number = |key: &str| record[key].as_u64();
        Some(Self {
            field: record["field"].as_str()?,
            start: number("start")?,
            end: number("end")?,
            text: record["text"].as_str().unwrap_or_default(),
        })
    }

    pub(super) fn is_at(&self, other: &Self) -> bool {
        (self.field, self.start, self.end) == (other.field, other.start, other.end)
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.shared(other) > 0
    }

    fn shared(&self, other: &Self) -> u64 {
        if self.field != other.field {
            return 0;
        }
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// The share of code points in either that are in both, 0 to 1.
    fn closeness(&self, other: &Self) -> f64 {
        let shared = self.shared(other);
        shared as f64 / ((self.end - self.start) + (other.end - other.start) - shared).max(1) as f64
    }
}

/// Pairs of overlapping words, closest first, each in at most one pair; none less close than `least`.
pub(super) fn pair(gold: &[Words], found: &[Words], least: f64) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (index, words) in gold.iter().enumerate() {
        let close = found.iter().enumerate().map(|(other, found)| (words.closeness(found), index, other));
        candidates.extend(close.filter(|&(closeness, ..)| closeness > 0.0 && closeness >= least));
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut gold_taken, mut found_taken) = (vec![false; gold.len()], vec![false; found.len()]);
    let mut pairs = Vec::new();
    for (_, index, other) in candidates {
        if !gold_taken[index] && !found_taken[other] {
            (gold_taken[index], found_taken[other]) = (true, true);
            pairs.push((index, other));
        }
    }
    pairs
}

/// Whether two phrases share at least half of their words, ignoring articles, short function words and a plural `s`:
/// the F1 of their words is 0.5 or more.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let (a, mut b) = (content_words(a), content_words(b));
    let all = a.len() + b.len();
    let shared =
        a.iter().filter(|&word| b.iter().position(|other| other == word).map(|at| b.swap_remove(at)).is_some());
    let shared = shared.count();
    shared > 0 && 4 * shared >= all
}

fn content_words(phrase: &str) -> Vec<String> {
    const LEFT_OUT: [&str; 8] = ["a", "an", "the", "of", "in", "on", "for", "and"];
    let lower = phrase.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !LEFT_OUT.contains(word)).map(|word| word.trim_end_matches('s').to_owned()).collect()
}

/// The mistakes of gold with respect to the articles: the index of the record in `gold`, and what is wrong.
///
/// `found` has the article records. Reported are words that are not at their place, articles that were not read, and
/// records of an article without an article record in gold, which would not be scored.
pub fn misplaced(gold: &[Value], found: &[Value]) -> Vec<(usize, String)> {
    let texts: FxHashMap<&str, &Value> = articles(found);
    let gold = names::with_ids(gold, found);
    let scored = articles(&gold);
    let mut wrong = Vec::new();
    for (number, record) in gold.iter().enumerate() {
        let mut tell = |what: String| wrong.push((number, what));
        match article(record) {
            Some(id) if !texts.contains_key(id) => tell(not_read(id)),
            Some(id) if !scored.contains_key(id) => {
                tell(format!("gold has no record {{\"type\": \"article\", \"article\": {id:?}}}; add it"));
            }
            id => visit(record, id, &texts, &mut tell),
        }
    }
    wrong
}

/// The article records by their ids.
fn articles(records: &[Value]) -> FxHashMap<&str, &Value> {
    records
        .iter()
        .filter(|record| is(record, "article"))
        .filter_map(|record| Some((article(record)?, record)))
        .collect()
}

fn visit(value: &Value, id: Option<&str>, texts: &FxHashMap<&str, &Value>, tell: &mut impl FnMut(String)) {
    let id = article(value).or(id);
    if let (Some(words), Some(id)) = (Words::of(value), id) {
        match texts.get(id) {
            None => tell(not_read(id)),
            Some(record) => displaced(words, record[words.field].as_str().unwrap_or_default())
                .into_iter()
                .for_each(|wrong| tell(wrong + "; fix the gold record, or score it with its own article")),
        }
    }
    let parts = value.as_object().into_iter().flat_map(|object| object.values()).chain(list(value));
    for part in parts.filter(|part| part.is_object() || part.is_array()) {
        visit(part, id, texts, tell);
    }
}

/// The message for gold of an article that was not read.
fn not_read(id: &str) -> String {
    format!("gold of article {id:?}, which is not among the articles read; name its file, too, or leave out its gold")
}

/// What is wrong if words are not at their place in the text of their field.
fn displaced(words: Words, whole: &str) -> Option<String> {
    let Words { field, start, end, text } = words;
    let count = |text: &str| text.chars().count();
    let there: String = whole.chars().skip(start as usize).take(end.saturating_sub(start) as usize).collect();
    if there == text {
        return None;
    }
    let length = count(whole);
    let wrong = if length < end as usize {
        format!("{start} to {end} lies beyond the {field}, which has {length} characters")
    } else {
        format!("{start} to {end} of the {field} is {there:?}, not {text:?}")
    };
    let elsewhere = whole.find(text).map(|byte| count(&whole[..byte]));
    let elsewhere = elsewhere.map(|at| format!("; {text:?} stands at {at} to {}", at + count(text)));
    Some(wrong + &elsewhere.unwrap_or_else(|| format!("; {text:?} stands nowhere in it")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_closest_pair_first() {
        let words = |start, end| Words { field: "text", start, end, text: "" };
        let gold = [words(0, 10), words(10, 12)];
        let found = [words(8, 12), words(0, 9)];
        assert_eq!(pair(&gold, &found, 0.0), [(0, 1), (1, 0)]);
        assert_eq!(pair(&gold, &found, 0.6), [(0, 1)]);
    }

    #[test]
    fn phrases_are_alike_by_half_their_words() {
        assert!(alike("the assault allegations", "allegations"));
        assert!(alike("call for help", "calls"));
        assert!(!alike("people surveyed", "forces"));
    }

    #[test]
    fn gold_that_points_elsewhere_is_named() {
        let articles = [json!({"type": "article", "article": "a", "text": "“Ünder” 40 hens"})];
        let figure = |start: u64| json!({"type": "figure", "article": "a", "field": "text", "start": start, "end": start + 2, "text": "40"});
        let of = |id: &str| json!({"type": "article", "article": id});
        assert_eq!(misplaced(&[of("a"), figure(8)], &articles), []);
        let told = |gold: &[Value]| misplaced(gold, &articles).into_iter().next().unwrap_or_default();
        assert_eq!(
            told(&[of("a"), figure(7)]),
            (1, "7 to 9 of the text is \" 4\", not \"40\"; \"40\" stands at 8 to 10; fix the gold record, or score it with its own \
             article"
                .to_owned())
        );
        assert_eq!(
            told(&[of("a"), figure(30)]).1,
            "30 to 32 lies beyond the text, which has 15 characters; \"40\" stands at 8 to 10; fix the gold record, or score \
             it with its own article"
        );
        assert!(told(&[of("b")]).1.starts_with("gold of article \"b\", which is not among the articles read"));
        let mut elsewhere = figure(8);
        elsewhere["article"] = json!("b");
        let finding = json!({"type": "finding", "evidence": [elsewhere]});
        let (number, wrong) = told(&[of("a"), finding]);
        assert!(number == 1 && wrong.starts_with("gold of article \"b\", which is not among"), "{wrong}");
        assert_eq!(told(&[figure(8)]).0, 0);
        assert!(told(&[figure(8)]).1.starts_with("gold has no record"));
    }
}
