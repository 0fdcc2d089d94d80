//! A file of findings that an editor has looked at: their ids, or the lines in which `check`
//! printed them.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering::Relaxed},
};

use anyhow::{Context, bail};
use newsfacts::types::Finding;
use rustc_hash::FxHashMap;
use serde_json::Value;

/// The findings of a file, and which of them were found again.
#[derive(Debug, Default)]
pub struct Ignored {
    file: PathBuf,
    /// The index of each in `found`, by its id or by its check and words.
    known: FxHashMap<Known, usize>,
    found: Vec<AtomicBool>,
}

/// What identifies a finding in the file.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Known {
    /// Its id, which changes with its places in the articles.
    Id(String),
    /// What stays the same when an article changes elsewhere or its file is renamed: the check, and
    /// for each piece of evidence the article's title (or its id if it has none) and the words.
    Words(String, Vec<(String, String)>),
}

impl Ignored {
    /// Reads the file. A line is an id, a finding as JSON, or empty; a note may follow `#`.
    ///
    /// # Errors
    /// If it cannot be read, or a line is something else.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let mut ignored = Self { file: file.to_owned(), ..Self::default() };
        for (line, number) in text.lines().zip(1..) {
            match told(line) {
                Ok(None) => {}
                Ok(Some(known)) => {
                    let next = ignored.found.len();
                    if *ignored.known.entry(known).or_insert(next) == next {
                        ignored.found.push(AtomicBool::new(false));
                    }
                }
                Err(what) => bail!("{}:{number}: {what}", file.display()),
            }
        }
        Ok(ignored)
    }

    /// Whether a finding is in the file.
    pub fn contains(&self, finding: &Finding) -> bool {
        if self.known.is_empty() {
            return false;
        }
        let named = |evidence: &newsfacts::types::Evidence| {
            (evidence.title.as_ref().unwrap_or(&evidence.article).clone(), evidence.text.clone())
        };
        let words = Known::Words(finding.check.to_owned(), finding.evidence.iter().map(named).collect());
        let places = [Known::Id(finding.id().to_string()), words].map(|known| self.known.get(&known));
        places.iter().flatten().for_each(|place| self.found[**place].store(true, Relaxed));
        places.iter().any(Option::is_some)
    }

    /// A remark on findings that did not occur; to be called after all findings.
    pub fn remark(&self) -> Option<String> {
        let gone = self.found.iter().filter(|found| !found.load(Relaxed)).count();
        let file = self.file.display();
        match (gone, self.found.len()) {
            (0, _) => None,
            (gone, all) if gone == all => Some(format!("{file}: none of its findings was found here")),
            (gone, all) => Some(format!("{file}: {gone} of its {all} findings were not found here")),
        }
    }
}

/// The finding in a line; `None` if the line is empty or a note.
fn told(line: &str) -> Result<Option<Known>, String> {
    let line = line.trim();
    if line.starts_with('{') {
        let words = serde_json::from_str(line).ok().as_ref().and_then(words);
        return words
            .map(Some)
            .ok_or_else(|| "this JSON is no finding; copy the whole line that `check` wrote".to_owned());
    }
    let id = line.split('#').next().unwrap_or_default().trim();
    match id {
        "" => Ok(None),
        id if is_id(id) => Ok(Some(Known::Id(id.to_owned()))),
        // Cells of a table may be long, so the message is cut.
        id => Err(format!(
            "{:?} is not a finding id (16 hex digits); comments start with #",
            id.chars().take(60).collect::<String>()
        )),
    }
}

/// The check and the words in the record of a finding.
fn words(record: &Value) -> Option<Known> {
    let string = |of: &Value, key: &str| Some(of.get(key)?.as_str()?.to_owned());
    let evidence = record.get("evidence")?.as_array()?.iter().map(|evidence| {
        Some((string(evidence, "title").or_else(|| string(evidence, "article"))?, string(evidence, "text")?))
    });
    Some(Known::Words(string(record, "check")?, evidence.collect::<Option<_>>()?))
}

/// Whether a text is an id: sixteen hexadecimal digits in lower case.
fn is_id(id: &str) -> bool {
    id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsfacts::types::{Evidence, Field, Scope, Severity, Verdict};

    fn finding(start: u32) -> Finding {
        let evidence = Evidence {
            article: "a1".into(),
            source: "barn.jsonl:1".into(),
            title: None,
            field: Field::Text,
            start,
            end: start + 3,
            text: "9 to 3".into(),
            fact: None,
        };
        Finding {
            check: "within.range_order",
            scope: Scope::Within,
            verdict: Verdict::Conflicts,
            severity: Severity::Warning,
            message: String::new(),
            evidence: vec![evidence],
        }
    }

    fn of(lines: &[String]) -> Ignored {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("seen");
        fs::write(&file, lines.join("\n")).unwrap();
        Ignored::read(&file).unwrap()
    }

    #[test]
    fn an_id_stands_for_a_finding_in_its_place() {
        let ignored = of(&[format!("{}  # looked at in May", finding(4).id()), String::new(), "# nothing".into()]);
        assert!(ignored.contains(&finding(4)));
        assert!(!ignored.contains(&finding(7)));
        assert_eq!(ignored.remark(), None);
    }

    #[test]
    fn a_record_stands_for_the_same_words_anywhere() {
        let record = r#"{"check":"within.range_order","evidence":[{"article":"a1","start":4,"text":"9 to 3"}]}"#;
        let ignored = of(&[record.to_owned(), "0123456789abcdef".into()]);
        assert!(ignored.contains(&finding(7)));
        assert!(ignored.remark().unwrap().ends_with("seen: 1 of its 2 findings were not found here"));
    }

    #[test]
    fn what_is_no_finding_is_told() {
        for wrong in ["hello world", "within.magnitude", "0123456789ABCDEF", "0123456789abcdef0", "{\"check\":1}"] {
            assert!(told(wrong).is_err(), "{wrong}");
        }
    }
}
