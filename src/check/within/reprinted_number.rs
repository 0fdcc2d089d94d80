//! A sentence printed twice in an article with two different figures: under a picture, in a summary, in a link.
//!
//! Severity: warning.
//! Example: "The flood drove 143 families out of their homes" in the text, and under a picture "The flood drove 413
//! families out of their homes".
//! Traps: lists, whose lines are alike and have a third value, or start it with a colon; the same words about two
//! people, with a name before them or a second figure that differs; a first and a second of something; another unit.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{Prepared, WARNING, distinct::are_numbered_apart, reprint::reprint, shown::shown, wording::run_key},
    types::{Document, Fact, Figure, FigureKind, Finding, Tags},
};

/// Finds figures in sentences that are printed twice.
pub const CHECK: Within =
    Within { name: "within.reprinted_number", source: include_str!("reprinted_number.rs"), check };

/// Words on one side of a figure by which two printings are found.
const KEY: usize = 4;
/// Content words that may surround the ages of two people by chance.
const OF_TWO: usize = 8;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let figures: Vec<&Fact<Figure>> = subject.facts.figures.iter().filter(|fact| is_measured(&fact.detail)).collect();
    let mut keyed: Vec<(u64, usize)> = Vec::with_capacity(2 * figures.len());
    for (index, fact) in figures.iter().enumerate() {
        keyed.extend(keys(subject.document, fact).into_iter().flatten().map(|key| (key, index)));
    }
    keyed.sort_unstable();
    let (mut told, mut listed) = (Vec::new(), Vec::new());
    for group in keyed.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1) {
        match two_values(&figures, group) {
            Values::Two(one, other)
                if is_reprinted(subject.document, figures[one], figures[other])
                    && !are_built_alike(&figures, one, other)
                    && !are_numbered_apart(subject.document, [figures[one].sentence, figures[other].sentence]) =>
            {
                told.push((one, other));
            }
            Values::More => listed.extend(group.iter().map(|(_, index)| *index)),
            _ => {}
        }
    }
    told.retain(|(one, other)| !listed.contains(one) && !listed.contains(other));
    told.sort_unstable();
    told.dedup();
    for (one, other) in told {
        let pair = [figures[one], figures[other]];
        let [left, right] = pair.map(|fact| printed(&fact.detail));
        let message = format!("{left} and {right} in a sentence that is printed twice");
        let evidence = pair.iter().map(|fact| subject.figure(fact.span)).collect();
        findings.push(subject.finding(CHECK.name, WARNING, message, evidence));
    }
}

/// The value of a figure, or both ends of a range.
fn printed(figure: &Figure) -> String {
    let end = |value: Option<Decimal>| shown(value.unwrap_or_default());
    match figure.value {
        Some(value) => shown(value),
        None => format!("{} to {}", end(figure.low), end(figure.high)),
    }
}

fn is_measured(figure: &Figure) -> bool {
    use FigureKind::*;
    let kind = matches!(figure.kind, Age | Count | Duration | Measure | Money | Number | Percent | Proportion);
    let range = (kind || figure.kind == Range) && figure.low.is_some() && figure.high.is_some();
    kind && figure.value.is_some() || range
}

/// One hash for the words before a figure and one for those after it, if its sentence has enough of them.
fn keys(document: &Document, fact: &Fact<Figure>) -> [Option<u64>; 2] {
    let (first, behind) = (document.token_at(fact.span.start), document.token_at(fact.span.end));
    let sentence = &document.sentences[fact.sentence as usize].tokens;
    let key = |start: usize, side: u64| {
        let words = document.tokens[start..start + KEY].iter();
        run_key(side, words.map(|token| token.spelling.number()))
    };
    let before = first.checked_sub(KEY).filter(|start| *start >= sentence.start as usize);
    let after = (behind + KEY <= sentence.end as usize).then_some(behind);
    [before.map(|start| key(start, 1)), after.map(|start| key(start, 2))]
}

/// The values of figures that have the same words around them.
enum Values {
    One,
    /// With the first figure of each.
    Two(usize, usize),
    /// As in a list.
    More,
}

fn two_values(figures: &[&Fact<Figure>], group: &[(u64, usize)]) -> Values {
    let value = |index: usize| {
        let figure = &figures[index].detail;
        figure.value.map_or([figure.low, figure.high], |value| [Some(value), None])
    };
    let first = group[0].1;
    let Some(other) = group.iter().map(|(_, index)| *index).find(|&index| value(index) != value(first)) else {
        return Values::One;
    };
    let both = [value(first), value(other)];
    let more = group.iter().any(|(_, index)| !both.contains(&value(*index)));
    if more { Values::More } else { Values::Two(first, other) }
}

/// Whether two figures of one sort have the same words around them.
fn is_reprinted(document: &Document, one: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    let age = |fact: &Fact<Figure>| fact.detail.kind == FigureKind::Age;
    if one.sentence == other.sentence || one.detail.unit != other.detail.unit || age(one) != age(other) {
        return false;
    }
    let reprint = reprint(document, one.span, other.span);
    if are_done_by_others(document, [one, other], reprint.before) {
        return false;
    }
    let before = document.token_at(one.span.start).saturating_sub(1);
    let label = document.is(before, ":") || document.is(before, "=");
    let anybody = age(one) && (document.is(before, "a") || document.is(before, "an")) && reprint.content < OF_TWO;
    reprint.is_long() && !label && !anybody && is_apart(&one.detail, &other.detail)
}

/// Whether a name comes right before each run of common words: those who do or have it.
fn are_done_by_others(document: &Document, figures: [&Fact<Figure>; 2], before: usize) -> bool {
    let owner = |fact: &Fact<Figure>| {
        let end = document.token_at(fact.span.start) - before;
        let mut name = (document.sentence_tokens(end).start..end).rev().skip_while(|&at| document.is(at, "."));
        name.next().is_some_and(|at| document.tags(at).any(Tags::CAPITALISED))
    };
    figures.into_iter().all(owner)
}

/// Whether the sentences of two figures have equally many figures and at least two that differ: they are about two
/// things in the same words.
fn are_built_alike(figures: &[&Fact<Figure>], one: usize, other: usize) -> bool {
    let values = |index: usize| {
        let sentence = figures[index].sentence;
        let start = figures.partition_point(|fact| fact.sentence < sentence);
        figures[start..].iter().take_while(move |fact| fact.sentence == sentence).map(|fact| fact.detail.value)
    };
    let apart = values(one).zip(values(other)).filter(|(one, other)| one != other).count();
    values(one).count() == values(other).count() && apart > 1
}

/// Whether one end of two ranges differs, or the values differ; with different bounds, neither may be within what the
/// words of the other allow.
fn is_apart(one: &Figure, other: &Figure) -> bool {
    let below = |one: &Figure, other: &Figure| matches!((one.high, other.low), (Some(high), Some(low)) if high < low);
    if one.value.is_none() && other.value.is_none() {
        return (one.low == other.low) != (one.high == other.high);
    }
    if one.bound == other.bound { one.value != other.value } else { below(one, other) || below(other, one) }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_sentence_printed_twice_has_one_figure() {
        for (text, expected) in [
            (
                "Wardens said that the flood drove 143 families out of their homes near the Bramfield mill on Monday.\n\nThe flood drove 413 families out of their homes near the Bramfield mill. Photo: Ann Dale",
                r#"conflicts warning "143" "413": 143 and 413 in a sentence that is printed twice"#,
            ),
            (
                "Tom Reed is accused of hitting a six year old boy with his red barge after a long chase from Bramfield mill to Dale bridge.\n\nTom Reed is accused of hitting a nine year old boy with his red barge after a long chase from Bramfield mill to Dale bridge.",
                r#"conflicts warning "six year old" "nine year old": 6 and 9 in a sentence that is printed twice"#,
            ),
            (
                "A ferry trip past the sunken weir below Tarn quarry takes 15 to 25 minutes in calm weather, says a painted board.\n\nA ferry trip past the sunken weir below Tarn quarry takes 15 to 45 minutes in calm weather.",
                r#"conflicts warning "15 to 25 minutes" "15 to 45 minutes": 15 to 25 and 15 to 45 in a sentence that is printed twice"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn lists_and_other_people_are_silent() {
        for text in [
            "Breed: Bramfield Black Face, Age: 27, State: found drowned.\n\nBreed: Bramfield Black Face, Age: 24, State: found drowned.",
            "Ann Dale paid £40 for the old red barge at the mill fair.\n\nTom Reed paid £50 for the old red barge at the mill fair.\n\nNora Pike paid £60 for the old red barge at the mill fair.",
            "A 36-year-old man called Bramfield wardens after men entered his home near the mill. A 35-year-old man called Bramfield wardens after men entered his barn.",
            "Of 542 rowers asked in the town of Bramfield this spring, near the mill, some 21 fell in. Of 459 millers asked in the town of Bramfield this spring, near the mill, some 57 fell in.",
            "The first survey of Bramfield millers found 71% had wet boots and red hats. The second survey of Bramfield millers found 79% had wet boots and red hats.",
            "Pike Barges Ltd. owes the Bramfield ferry fund £28.6m for its moorings. Reed Lock Gates Ltd. owes the Bramfield ferry fund £28.1m for its moorings.",
            "The flood drove 143 families out of their homes. The storm drove 46 families to the mill.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
