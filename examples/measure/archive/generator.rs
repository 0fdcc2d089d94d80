//! Generates any number of articles from the corpus: paragraphs of several articles under one
//! title, with other numbers and names. The same seed and number always give the same article.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::Path,
};

use serde_json::{Value, json};

/// The articles from which others are generated.
pub struct Templates {
    /// The title and paragraphs of each article of the corpus.
    articles: Vec<(String, Vec<String>)>,
    /// Words that occur in the corpus only with a capital, most of which are names.
    names: HashSet<String>,
}

const CALENDAR: &str = "January February March April May June July August September October November December Sept \
                        Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
const SYLLABLES: [&str; 16] =
    ["bar", "cos", "den", "fel", "gor", "hin", "kel", "lor", "mar", "nes", "pol", "rud", "sel", "tam", "ved", "wick"];

/// Reads every article in a folder: text files, whose first line is the title, and JSON Lines.
pub fn templates(folder: &Path) -> Templates {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut articles = Vec::new();
    for path in paths {
        let read = || fs::read_to_string(&path).unwrap();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("txt") => articles.push(read().trim().to_owned()),
            Some("jsonl") => articles.extend(read().lines().map(|line| {
                let article: Value = serde_json::from_str(line).unwrap();
                format!("{}\n{}", article["title"].as_str().unwrap_or("News"), article["text"].as_str().unwrap())
            })),
            _ => {}
        }
    }
    let names = names(&articles.concat());
    Templates { articles: articles.iter().map(|article| cut(article)).collect(), names }
}

fn cut(article: &str) -> (String, Vec<String>) {
    let mut lines = article.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned);
    (lines.next().unwrap_or_default(), lines.collect())
}

fn names(text: &str) -> HashSet<String> {
    let words: HashSet<&str> = text.split(|letter: char| !letter.is_alphabetic()).collect();
    let is_name = |word: &&&str| {
        let capital =
            word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
        capital && word.len() > 3 && !words.contains(word.to_lowercase().as_str()) && !CALENDAR.contains(**word)
    };
    words.iter().filter(is_name).map(|name| (*name).to_owned()).collect()
}

/// Generates an article as a line of JSON Lines, without the line end.
pub fn article(templates: &Templates, seed: u64, number: u64) -> String {
    let mut random = Random(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let (title, own) = random.pick(&templates.articles);
    let paragraphs = 5 + random.below(25);
    let text: Vec<&str> = (0..paragraphs)
        .map(|_| {
            let source = if random.below(3) == 0 { &random.pick(&templates.articles).1 } else { own };
            random.pick(source).as_str()
        })
        .collect();
    let mut renamed = BTreeMap::new();
    let mut alter = |text: &str| altered(text, &templates.names, &mut renamed, &mut random);
    let (title, text) = (alter(title), alter(&text.join("\n\n")));
    let day = format!("20{:02}-{:02}-{:02}", 10 + number % 15, 1 + number % 12, 1 + number % 28);
    json!({"id": format!("generated-{number}"), "title": title, "date": day, "text": text}).to_string()
}

/// The text with other numbers, with other names that are the same wherever they occur, and with
/// other words of at least four letters in quotations, since people do not say the same in every
/// article.
fn altered(text: &str, names: &HashSet<String>, renamed: &mut BTreeMap<String, String>, random: &mut Random) -> String {
    let mut altered = String::with_capacity(text.len());
    let mut quoted = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (word, behind) = rest.split_at(stretch(rest, first));
        let spoken = quoted && word.len() > 3 && word.chars().all(char::is_lowercase);
        if first.is_ascii_digit() {
            altered.push_str(&random.number(word));
        } else if names.contains(word) {
            altered.push_str(renamed.entry(word.to_owned()).or_insert_with(|| random.name()));
        } else if spoken {
            altered.push_str(&random.name().to_lowercase());
        } else {
            altered.push_str(word);
        }
        for letter in word.chars() {
            quoted = match letter {
                '“' => true,
                '”' | '\n' => false,
                '"' => !quoted,
                _ => quoted,
            };
        }
        rest = behind;
    }
    altered
}

/// Number of bytes of the letters, digits or other characters with which the text begins.
fn stretch(text: &str, first: char) -> usize {
    let same = |letter: char| {
        letter.is_alphabetic() == first.is_alphabetic() && letter.is_ascii_digit() == first.is_ascii_digit()
    };
    text.find(|letter| !same(letter)).unwrap_or(text.len())
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, fast, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// Another number of the same length and first digit; numbers that may be a year, day or hour
    /// stay.
    fn number(&mut self, digits: &str) -> String {
        let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        if year || digits.parse().is_ok_and(|number: u64| number < 32) {
            return digits.to_owned();
        }
        let other = |digit: char| if digit == '0' { '0' } else { char::from(b'1' + self.below(9) as u8) };
        digits[..1].chars().chain(digits[1..].chars().map(other)).collect()
    }

    fn name(&mut self) -> String {
        let mut name: String = (0..2 + self.below(2)).map(|_| *self.pick(&SYLLABLES)).collect();
        name[..1].make_ascii_uppercase();
        name
    }
}
