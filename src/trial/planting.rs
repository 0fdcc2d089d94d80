//! Makes one edit in a copy of an article and collects the resulting alarms.

use crate::{
    check::across::{self, Keys},
    pipeline::analyse_with_keys,
    types::{Article, ArticleFacts, Document, Field, Finding, Places, Scope, Span},
};

use super::{Edit, Kind, Read, Sort, is_alarm, random::Random};

/// An analysed article.
#[derive(Debug)]
pub(super) struct Analysed<'a> {
    pub article: &'a Article,
    pub document: Document<'a>,
    pub facts: ArticleFacts,
    pub keys: Keys,
}

/// The outcome of one edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Alarms that the unchanged articles do not raise; for slips, only those at the edited words.
    pub alarms: Vec<String>,
    /// Id of the edited article.
    pub article: String,
    /// The words before, their replacement, and some text around.
    pub before: String,
    /// The words put in their place.
    pub after: String,
    /// Some text before and behind them.
    pub around: [String; 2],
}

impl<'a> Analysed<'a> {
    /// Analyses an article with the pipeline.
    pub fn new(article: &'a Article) -> Self {
        let (document, facts, keys) = analyse_with_keys(article);
        Self { article, document, facts, keys }
    }

    /// The alarms within it.
    pub fn alarms(&self) -> Vec<&Finding> {
        self.facts.findings.iter().filter(|finding| is_alarm(finding)).collect()
    }

    fn read(&self) -> Read<'_> {
        Read { document: &self.document, facts: &self.facts }
    }
}

/// The alarms across two articles, which are given one story.
pub(super) fn alarms_across(one: &Analysed, other: &Analysed) -> Vec<Finding> {
    let told = |keys: &Keys| {
        let mut keys = keys.clone();
        keys.head.story = Some("trial".into());
        keys
    };
    across::check(vec![told(&one.keys), told(&other.keys)]).into_iter().filter(is_alarm).collect()
}

/// One edit of a kind, drawn from all that are possible in the second article given the first, and its outcome.
pub(super) fn planted(kind: &Kind, one: &Analysed, other: &Analysed, random: &mut Random) -> Option<Outcome> {
    let edits = (kind.plant)(&one.read(), &other.read(), random);
    let edit = random.one_of(&edits)?;
    let copy = edited(other.article, edit);
    let changed = Analysed::new(&copy);
    let across = kind.sort == Sort::Slip(Scope::Across);
    let pair = |read: &Analysed| if across { alarms_across(one, read) } else { Vec::new() };
    let all = |read: &Analysed| read.alarms().into_iter().cloned().chain(pair(read)).collect::<Vec<Finding>>();
    let known = all(other);
    let place = place(&copy, edit);
    let harmless = kind.sort == Sort::Harmless;
    // A harmless edit may change the words of an alarm without making a new one.
    let is_same = |one: &Finding, other: &Finding| one.check == other.check && harmless && one.message == other.message;
    let is_new =
        |finding: &Finding| !known.iter().any(|before| words(before) == words(finding) || is_same(before, finding));
    let is_there = |finding: &Finding| harmless || is_at(finding, &copy.id, place);
    let new = all(&changed).into_iter().filter(|finding| is_new(finding) && is_there(finding));
    Some(Outcome {
        alarms: new.map(|finding| format!("{}: {}", finding.check, finding.message)).collect(),
        article: copy.id.clone(),
        before: edit.span.of(&other.article.text).to_owned(),
        after: edit.words.clone(),
        around: around(&other.article.text, edit.span),
    })
}

/// The article with other words in one place.
fn edited(article: &Article, edit: &Edit) -> Article {
    let mut text = article.text.clone();
    text.replace_range(edit.span.range(), &edit.words);
    let grown = |at: u32| if at >= edit.span.end { at - edit.span.len() as u32 + edit.words.len() as u32 } else { at };
    let moved = |span: Span| Span { start: grown(span.start), end: grown(span.end) };
    Article { text, title: moved(article.title), body: moved(article.body), ..article.clone() }
}

/// The place of the new words, in the reader's coordinates.
fn place(copy: &Article, edit: &Edit) -> (Field, u32, u32) {
    let start = edit.span.start as usize;
    Places::new(copy).of(Span::new(start, start + edit.words.len()))
}

/// Whether a finding has words of the place as evidence.
fn is_at(finding: &Finding, article: &str, (field, start, end): (Field, u32, u32)) -> bool {
    let touches = |evidence: &crate::types::Evidence| {
        evidence.article == article && evidence.field == field && evidence.start < end && start < evidence.end
    };
    finding.evidence.iter().any(touches)
}

/// The identity of a finding, whatever moved in the text: its check and its words.
fn words(finding: &Finding) -> String {
    let evidence: Vec<&str> = finding.evidence.iter().map(|evidence| evidence.text.as_str()).collect();
    format!("{}\n{}", finding.check, evidence.join("\n"))
}

/// Some characters on either side of a span, up to the line ends.
fn around(text: &str, span: Span) -> [String; 2] {
    const LETTERS: usize = 60;
    let (before, behind) = (&text[..span.start as usize], &text[span.end as usize..]);
    let left: Vec<char> = before.chars().rev().take_while(|letter| *letter != '\n').take(LETTERS).collect();
    [left.into_iter().rev().collect(), behind.chars().take_while(|letter| *letter != '\n').take(LETTERS).collect()]
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The possible edits of an article given another: `before -> after`. A title comes before a blank line.
    pub fn edits(plant: fn(&Read, &Read, &mut Random) -> Vec<Edit>, one: &str, other: &str) -> Vec<String> {
        let article = |id: &str, text: &str| match text.strip_prefix("# ").and_then(|text| text.split_once("\n\n")) {
            Some((title, body)) => Article::new(id, Some(title), body),
            None => Article::new(id, None, text),
        };
        // Two equal texts stand for an article compared with itself.
        let other_id = if one == other { "one" } else { "other" };
        let (one, other) = (article("one", one), article(other_id, other));
        let (one, other) = (Analysed::new(&one), Analysed::new(&other));
        let edits = plant(&one.read(), &other.read(), &mut Random::new(1, &[]));
        edits.iter().map(|edit| format!("{} -> {}", edit.span.of(&other.article.text), edit.words)).collect()
    }

    #[test]
    fn an_edit_moves_what_stands_behind_it() {
        let article = Article::new("one", Some("Flood damages 43 homes"), "Wardens counted 43 homes.");
        let copy = edited(&article, &Edit { span: Span::new(14, 16), words: "143".to_owned() });
        assert_eq!(copy.title.of(&copy.text), "Flood damages 143 homes");
        assert_eq!(copy.body.of(&copy.text), "Wardens counted 43 homes.");
        assert_eq!(around(&article.text, Span::new(14, 16)), ["Flood damages ".to_owned(), " homes".to_owned()]);
    }
}
