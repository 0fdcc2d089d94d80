//! A whole compared with a part of it plus a number for "the other" or "the remaining": "four people were shot. One of
//! them died; the other three are stable".
//!
//! Severity: warning where the two parts do not add up to the whole; info where they do.
//! Example: "Of the five men, two are well. The other four are not" conflicts: 2 + 4 = 6.
//! Traps: a third part between ("one of them died, a woman is lost, the other two") or elsewhere, so that parts may be
//! less than a whole not named next to them; another whole ("two of the mills … the other four rowers"); a part that
//! does not say what it is of.

use super::Within;
use crate::{
    check::{AGREES, Prepared, WARNING, quantity::Quantity, shown::shown, stems::shared},
    types::{Document, FigureKind, Finding, Span, Tags, WordList},
};

/// Compares rests with their wholes.
pub const CHECK: Within = Within { name: "within.rest_of_whole", source: include_str!("rest_of_whole.rs"), check };

/// The most sentences from the rest back to the part, and from the part back to the whole.
const BACK: u32 = 1;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let rests = subject.quantities.iter().enumerate().filter(|(_, quantity)| is_rest(subject.document, quantity));
    findings.extend(rests.filter_map(|(at, rest)| finding(subject, &subject.quantities[..at], rest)));
}

/// "The other three", "the remaining three"; not "two of the other three".
fn is_rest(document: &Document, quantity: &Quantity) -> bool {
    let first = quantity.first;
    first > 2
        && document.is_one_of(first - 1, const { &WordList::of(["other", "remaining"]) })
        && document.is(first - 2, "the")
        && !document.is(first - 3, "of")
        && quantity.kind == FigureKind::Count
        && is_plain(quantity)
}

fn is_plain(quantity: &Quantity) -> bool {
    quantity.unit.is_none() && quantity.is_exact()
}

fn finding(subject: &Prepared, before: &[Quantity], rest: &Quantity) -> Option<Finding> {
    let document = subject.document;
    let counts = |quantity: &&Quantity| matches!(quantity.kind, FigureKind::Count | FigureKind::Proportion);
    let mut counted = before.iter().rev().filter(counts);
    let part = counted.next().filter(|part| is_plain(part) && rest.sentence - part.sentence <= BACK)?;
    let stated = subject.parts.iter().find(|stated| stated.span.contains(part.span));
    let (value, whole, spans, sure) = match stated {
        Some(stated) => (stated.part, stated.whole, [stated.span, rest.span].to_vec(), true),
        None => {
            let whole =
                counted.next().filter(|whole| part.sentence - whole.sentence <= BACK && is_whole(document, whole))?;
            // A dead one may have been mentioned before: "seven were hit. One of them is ill, the other five are well".
            let more = part.value.checked_add(rest.value)? > whole.value;
            let known = more && is_of_them(document, part.behind) && !is_after_rest(document, part);
            let alike = is_alike(document, whole, part) && is_alike(document, whole, rest);
            if !alike {
                return None;
            }
            (part.value, whole.value, [whole.span, part.span, rest.span].to_vec(), known)
        }
    };
    let sum = value.checked_add(rest.value)?;
    let between = Span { start: spans[spans.len() - 2].end, end: rest.span.start };
    if sum != whole && (!sure || rest.value > whole || value >= whole || tells_of_more(document, between)) {
        return None;
    }
    let [value, other, sum, all] = [value, rest.value, sum, whole].map(shown);
    let (outcome, told) =
        if sum == all { (AGREES, String::new()) } else { (WARNING, format!(", the text says {all}")) };
    let evidence = spans.into_iter().map(|span| subject.words(span)).collect();
    Some(subject.finding(CHECK.name, outcome, format!("{value} + {other} = {sum}{told}"), evidence))
}

/// Whether a count may be a whole: not a part or the rest of something else.
fn is_whole(document: &Document, quantity: &Quantity) -> bool {
    const OTHERS: WordList<5> = WordList::of(["another", "more", "other", "others", "remaining"]);
    let near = [quantity.first.wrapping_sub(1), quantity.behind, quantity.behind + 1];
    quantity.kind == FigureKind::Count
        && is_plain(quantity)
        && !near.into_iter().any(|at| at < document.tokens.len() && document.is_one_of(at, &OTHERS))
        && !document.is(quantity.behind, "of")
}

/// "Of them", "of the victims", "of whom": after a count, they make it a part of what comes before.
fn is_of_them(document: &Document, behind: usize) -> bool {
    let these = document.is_one_of(behind + 1, const { &WordList::of(["the", "them", "these", "those", "whom"]) });
    document.is(behind, "of") && these
}

/// Whether another part of the whole came before: "another two of them".
fn is_after_rest(document: &Document, part: &Quantity) -> bool {
    let first = part.first;
    first > 0 && document.is_one_of(first - 1, const { &WordList::of(["and", "another", "other", "remaining"]) })
}

/// Whether two counts are of the same thing, or both of people.
fn is_alike(document: &Document, one: &Quantity, other: &Quantity) -> bool {
    let bare = document.tags(other.behind).any(Tags::AUXILIARY) || is_of_them(document, other.behind);
    // "One of the victims".
    let named = || (other.behind..other.behind + 4).any(|at| document.tags(at).any(Tags::PERSON_NOUN));
    let alike = match one.counts_people {
        true => other.counts_people || is_of_them(document, other.behind) && named(),
        false => !other.counts_people && bare,
    };
    alike || shared(&one.things, &other.things) > 0
}

/// Whether someone else, or something further, is mentioned between the part and the rest.
fn tells_of_more(document: &Document, between: Span) -> bool {
    const MORE: WordList<6> = WordList::of(["another", "fifth", "fourth", "others", "second", "third"]);
    let tokens = document.tokens_in(between);
    let person = |at: usize| {
        let article = document.is(at, "a") || document.is(at, "an");
        article && (at + 1..at + 4).any(|at| document.tags(at).any(Tags::PERSON_NOUN))
    };
    tokens.into_iter().any(|at| document.is_one_of(at, &MORE) || person(at))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn some_and_the_rest_make_the_whole() {
        for (text, expected) in [
            (
                "Wardens found that four people had been hurt. One of the victims, Tom Reed, died at noon. The other three victims are well.",
                r#"agrees info "four" "One" "three": 1 + 3 = 4"#,
            ),
            (
                "Six millers were held on Monday. Two of them have been freed; the other five will stay.",
                r#"conflicts warning "Six" "Two" "five": 2 + 5 = 7, the text says 6"#,
            ),
            (
                "Of the five men, two are well. The other four have colds.",
                r#"conflicts warning "five men, two" "four": 2 + 4 = 6, the text says 5"#,
            ),
            (
                "Three of those 21 wells were dry; the other 18 had water.",
                r#"agrees info "Three of those 21" "18": 3 + 18 = 21"#,
            ),
            (
                "Four people were hurt, with two in the infirmary. The other two victims went home.",
                r#"agrees info "Four" "two" "two": 2 + 2 = 4"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn a_third_part_and_another_whole_are_silent() {
        for text in [
            "Six millers were held. Two of them were freed, and a man is ill; the other five will stay.",
            "Six millers were held. Two of them were freed and another fled; the other five will stay.",
            "Six millers were held, two on Monday; the other five will stay.",
            "Six millers were held. One of them is ill; the other four will stay.",
            "Six mills stand there. Two of the rowers spoke; the other five rowers did not.",
            "At least six millers were held. Two of them were freed; the other five will stay.",
            "Six millers were held. Two of the other five spoke.",
            "Two millers were held. One of them was freed; the other seven will stay.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
