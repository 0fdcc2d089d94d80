//! The notation for facts in tests, failure texts, `newsfacts explain` and bug reports: the text with
//! carets under the words of each fact and what was understood next to them.

use crate::types::{ArticleFacts, BlockKind, Document, Fact, Figure, FigureKind, Person, Quote, Span};

/// Words of a text and what is said about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    pub label: String,
    /// The extractor behind it, which `render` leaves out; empty where there is none.
    pub rule: &'static str,
}

/// The text, and under each line a line of carets for every mark that touches it, in order of spans.
///
/// A mark that goes on over further lines has `…` for a label there.
pub fn render(text: &str, marks: &[Mark]) -> String {
    let mut start = 0;
    let lines = text.split('\n').map(|line| {
        let span = Span::new(start, start + line.len());
        start += line.len() + 1;
        span
    });
    render_lines(text, lines, marks)
}

/// As [`render`], of lines that are given as spans of the text, in order.
pub fn render_lines(text: &str, lines: impl Iterator<Item = Span>, marks: &[Mark]) -> String {
    let mut marks: Vec<&Mark> = marks.iter().collect();
    marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    let mut rendered = String::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut coming = marks.into_iter().peekable();
    for line in lines {
        rendered.push_str(line.of(text));
        rendered.push('\n');
        while let Some(mark) = coming.next_if(|mark| mark.span.start < line.end) {
            open.push(mark);
        }
        open.retain(|mark| mark.span.end > line.start);
        for mark in open.iter().filter(|mark| !line.is_empty() && mark.span.overlaps(line)) {
            push_carets(&mut rendered, text, line, mark);
        }
    }
    rendered
}

fn push_carets(rendered: &mut String, text: &str, line: Span, mark: &Mark) {
    let start = mark.span.start.max(line.start);
    let end = mark.span.end.min(line.end);
    let columns = |from: u32, to: u32| text[from as usize..to as usize].chars().count();
    rendered.extend(std::iter::repeat_n(' ', columns(line.start, start)));
    rendered.extend(std::iter::repeat_n('^', columns(start, end)));
    rendered.push(' ');
    rendered.push_str(if mark.span.start < line.start { "…" } else { &mark.label });
    rendered.push('\n');
}

/// The text without its caret lines.
pub fn strip(rendered: &str) -> String {
    let lines = rendered.lines().filter(|line| !line.trim_start().starts_with('^'));
    lines.collect::<Vec<_>>().join("\n")
}

/// Marks of every figure: `figure money value=1200000000 unit=GBP bound=approx`.
pub fn figures(document: &Document, figures: &[Fact<Figure>]) -> Vec<Mark> {
    let mark = |fact: &Fact<Figure>| Mark { span: fact.span, label: figure(document, &fact.detail), rule: fact.rule };
    figures.iter().map(mark).collect()
}

fn figure(document: &Document, figure: &Figure) -> String {
    let mut label = format!("figure {}", figure.kind.name());
    let mut add = |name: &str, value: String| label.push_str(&format!(" {name}={value}"));
    match figure.value {
        Some(value) if figure.kind == FigureKind::Proportion => add("value", value.round_dp(4).normalize().to_string()),
        Some(value) => add("value", value.normalize().to_string()),
        None => {
            for (name, end) in [("low", figure.low), ("high", figure.high)] {
                if let Some(end) = end {
                    add(name, end.normalize().to_string());
                }
            }
        }
    }
    if let Some(unit) = figure.whole_unit() {
        add("unit", unit.replace(' ', "_"));
    }
    if let Some(per) = figure.per {
        add("per", per.replace(' ', "_"));
    }
    if figure.bound != Default::default() {
        add("bound", figure.bound.name().to_owned());
    }
    if let Some(change) = figure.change {
        add("change", change.name().to_owned());
    }
    if let Some(counted) = figure.counted {
        add("counted", format!("[{}]", document.text(counted)));
    }
    if let Some(resolved) = &figure.resolved {
        add("resolved", resolved.clone());
    }
    label
}

/// Marks of every stretch of every quote: `quote direct cue=[added] speaker=[He] person=[Neil Jerome]`.
pub fn quotes(document: &Document, facts: &ArticleFacts) -> Vec<Mark> {
    let mut marks = Vec::new();
    for fact in &facts.quotes {
        for (index, &span) in fact.detail.content.iter().enumerate() {
            let label = if index == 0 { quote(document, &fact.detail, &facts.people) } else { "quote …".to_owned() };
            marks.push(Mark { span, label, rule: fact.rule });
        }
    }
    marks
}

fn quote(document: &Document, quote: &Quote, people: &[Person]) -> String {
    let mut label = format!("quote {}", quote.form.name());
    if quote.pull {
        label.push_str(" pull");
    }
    if let Some(cue) = quote.cue {
        label.push_str(&format!(" cue=[{}]", document.text(cue)));
    }
    if let Some(speaker) = &quote.speaker {
        label.push_str(&format!(" speaker=[{}]", document.text(speaker.span)));
        let person = speaker.person.and_then(|person| people[person as usize].name.as_deref());
        if let Some(name) = person {
            label.push_str(&format!(" person=[{name}]"));
        }
        if let Some(named) = speaker.stands_for {
            label.push_str(&format!(" stands_for=[{}]", document.text(named)));
        }
    }
    label
}

/// Marks of every mention of a person, `person Neil Jerome`, and of every office,
/// `office [chairman] organisation=[Kent Police Federation] holder=Ian Pointon`.
pub fn people(document: &Document, people: &[Person]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for person in people {
        let name = person.name.as_deref().unwrap_or("unnamed");
        let mention = |span| Mark { span, label: format!("person {name}"), rule: "" };
        marks.extend(person.mentions.iter().map(|found| mention(found.span)));
        for office in &person.offices {
            let mut label = format!("office [{}]", document.text(office.role));
            if let Some(organisation) = office.organisation {
                label.push_str(&format!(" organisation=[{}]", document.text(organisation)));
            }
            if let Some(jurisdiction) = office.jurisdiction {
                label.push_str(&format!(" jurisdiction=[{}]", document.text(jurisdiction)));
            }
            if office.status != Default::default() {
                label.push_str(&format!(" status={}", office.status.name()));
            }
            label.push_str(&format!(" holder={name}"));
            marks.push(Mark { span: office.role, label, rule: office.rule });
        }
    }
    marks
}

/// Marks of everything in an article, boilerplate blocks too.
pub fn everything(document: &Document, facts: &ArticleFacts) -> Vec<Mark> {
    let boilerplate = document.blocks.iter().filter(|block| block.kind == BlockKind::Boilerplate);
    let mut marks: Vec<Mark> =
        boilerplate.map(|block| Mark { span: block.span, label: "boilerplate".to_owned(), rule: "" }).collect();
    marks.extend(figures(document, &facts.figures));
    marks.extend(quotes(document, facts));
    marks.extend(people(document, &facts.people));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_under_the_words_on_every_line() {
        let text = "Zoë saw “two\nbirds” today.";
        let start = text.find('“').unwrap();
        let end = text.find(" today").unwrap();
        let marks = [Mark { span: Span::new(start, end), label: "quote direct".to_owned(), rule: "" }];
        let rendered = render(text, &marks);
        assert_eq!(rendered, "Zoë saw “two\n        ^^^^ quote direct\nbirds” today.\n^^^^^^ …\n");
        assert_eq!(strip(&rendered), text);
    }
}
