//! Paragraphs: the lines of a text or, if its lines are wrapped by hand, its groups between blank lines.

use crate::types::{Article, Span};

/// The paragraphs of title and body in order, trimmed and non-empty.
pub fn paragraphs(article: &Article) -> Vec<Span> {
    let mut spans = Vec::new();
    for part in [article.title, article.body] {
        // A text file's title is part of its body and is found there.
        if part == article.title && article.body.contains(part) {
            continue;
        }
        let text = part.of(&article.text);
        let offset = part.start as usize;
        let lines = if is_wrapped(text) { groups(text) } else { lines(text) };
        spans.extend(lines.into_iter().filter_map(|(start, end)| trimmed(text, start, end, offset)));
    }
    spans
}

fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        spans.push((start, end));
        start = end + 1;
    }
    spans.push((start, text.len()));
    spans
}

/// Lines joined up to the next blank one.
fn groups(text: &str) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for (start, end) in lines(text) {
        let blank = text[start..end].trim().is_empty();
        match spans.last_mut() {
            Some(last) if open && !blank => last.1 = end,
            _ if !blank => spans.push((start, end)),
            _ => {}
        }
        open = !blank;
    }
    spans
}

/// Whether lines are wrapped at a width: at least a third of the lines directly after another begin in lower case.
fn is_wrapped(text: &str) -> bool {
    let (mut follow, mut lower) = (0, 0);
    let mut blank = true;
    for (start, end) in lines(text) {
        let line = text[start..end].trim_start();
        if !blank && !line.is_empty() {
            follow += 1;
            lower += usize::from(line.starts_with(|first: char| first.is_lowercase()));
        }
        blank = line.is_empty();
    }
    lower > 1 && lower * 3 >= follow
}

fn trimmed(text: &str, start: usize, end: usize, offset: usize) -> Option<Span> {
    let line = &text[start..end];
    let inner = line.trim();
    let start = start + (line.len() - line.trim_start().len()) + offset;
    (!inner.is_empty()).then(|| Span::new(start, start + inner.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(body: &str) -> Vec<String> {
        let article = Article::new("a", None, body);
        paragraphs(&article).iter().map(|span| span.of(&article.text).to_owned()).collect()
    }

    #[test]
    fn lines_are_paragraphs() {
        assert_eq!(texts("One line.\r\n\r\n  Two lines.\nThree"), ["One line.", "Two lines.", "Three"]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let body = "The council met\non Monday and\nagreed the plan.\n\nNobody spoke.";
        assert_eq!(texts(body), ["The council met\non Monday and\nagreed the plan.", "Nobody spoke."]);
    }

    #[test]
    fn a_title_apart_comes_first() {
        let article = Article::new("a", Some("Bridge shut"), "It is shut.");
        let spans = paragraphs(&article);
        assert_eq!(spans.len(), 2);
        assert_eq!(spans[0].of(&article.text), "Bridge shut");
    }
}
