//! A total compared with the list of its parts right after it: "a total of ten sheep, four ewes and five lambs", "120
//! barges: 80 in Tarn and 40 in Ostwick".
//!
//! Severity: warning where the parts do not add up to the total; info where they do.
//! Example: 4 + 5 = 9, the text says 10; "18 people, 12 men and seven women"; "of the 83 dead, 61 were in Tarn and 32
//! in Dale".
//! Traps: incomplete lists ("including", "among them"), further things ("14 rifles, 31 magazines"): the list must come
//! after a mark and end the sentence or its brackets, and its sum must be between half the total and twice the total.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{AGREES, Prepared, WARNING, quantity::Quantity, shown::shown, stems::word},
    types::{Document, Finding, Tags, TokenKind, WordList},
};

/// Compares totals with the lists after them.
pub const CHECK: Within = Within { name: "within.listed_total", source: include_str!("listed_total.rs"), check };

/// Words between two figures of a list.
const WORDS: usize = 4;
/// Words between people and the first of a list of them: "four people were led away by wardens –".
const TO_LIST: usize = 9;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.quantities.chunk_by(|one, other| one.sentence == other.sentence) {
        let totals = if figures.len() < 3 { &[] } else { &figures[..figures.len() - 2] };
        let total = totals.iter().position(|figure| is_total(subject.document, figure));
        let called = total.and_then(|at| figures[at..].split_first());
        let called = called.filter(|(total, parts)| is_list(subject.document, total, parts));
        let dealt = || {
            (0..totals.len()).find_map(|at| {
                figures[at..].split_first().filter(|(total, parts)| is_dealt_out(subject.document, total, parts))
            })
        };
        let people = || {
            (0..totals.len()).find_map(|at| {
                let (total, rest) = figures[at..].split_first()?;
                let sorts = rest.iter().take_while(|part| sort(subject.document, part).is_some()).count();
                let parts = &rest[..sorts];
                are_all_people(subject.document, total, parts).then_some((total, parts))
            })
        };
        let these = || {
            (0..totals.len()).find_map(|at| {
                figures[at..].split_first().filter(|(total, parts)| are_of_these(subject.document, total, parts))
            })
        };
        if let Some((total, parts)) = called.or_else(dealt).or_else(people).or_else(these) {
            findings.extend(finding(subject, total, parts));
        }
    }
}

/// Whether a colon after a count and its noun opens a list of counts of the same things, each with its place or owner,
/// up to the end: "120 barges: 80 in Tarn, 30 in Ostwick and 10 in Moss".
fn is_dealt_out(document: &Document, total: &Quantity, parts: &[Quantity]) -> bool {
    let end = document.sentences[total.sentence as usize].tokens.end as usize;
    let behind = total.behind;
    let first = document.token_at(parts[0].span.start);
    let colon = first - 1;
    let named = (behind + 1..=behind + WORDS).contains(&colon) && document.is(colon, ":");
    let counts = |figure: &Quantity| figure.unit.is_none() && figure.is_exact() && !figure.things.is_empty();
    let same = parts.iter().all(|part| counts(part) && part.things == total.things);
    if !named || !counts(total) || !same {
        return false;
    }
    let start = |part: &Quantity| part.first;
    let place = |part: &Quantity| part.behind;
    let dealt = parts.iter().all(|part| {
        let at = place(part);
        document.tags(at).any(Tags::PREPOSITION) && document.tokens[at].word == document.tokens[place(&parts[0])].word
    });
    let near = parts.windows(2).all(|pair| {
        let between = place(&pair[0])..start(&pair[1]);
        let last = start(&pair[1]) - 1;
        (document.is(last, ",") || document.is(last, "and"))
            && between.len() <= 2 * WORDS
            && !between.clone().any(|at| opens_own_clause(document, at))
    });
    let last = place(&parts[parts.len() - 1]);
    dealt && near && end - last <= 2 * WORDS && !(last..end).any(|at| opens_own_clause(document, at))
}

/// Whether the counts after "of the 83 dead," are each in or at another place, and add up to the whole or more: a list
/// that adds up to less may be incomplete.
fn are_of_these(document: &Document, total: &Quantity, parts: &[Quantity]) -> bool {
    let first = total.first;
    let these = first > 1 && document.is(first - 1, "the") && document.is(first - 2, "of");
    let counts = |figure: &Quantity| figure.unit.is_none() && figure.is_exact();
    let place = |part: &Quantity| part.behind + usize::from(document.tags(part.behind).any(Tags::AUXILIARY));
    let placed = |part: &Quantity| {
        let at = place(part);
        document.tags(at).any(Tags::PREPOSITION) && !document.is(at, "of") && document.same_word(at, place(&parts[0]))
    };
    let joined = parts.iter().all(|part| document.is_one_of(part.first - 1, const { &WordList::of([",", "and"]) }));
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    these
        && counts(total)
        && joined
        && parts.iter().all(|part| counts(part) && placed(part))
        && sum >= Some(total.value)
}

/// Nouns for people by sex or age, each with the noun for the other sort.
const SORTS: [(&str, &str); 18] = [
    ("adult", "children"),
    ("adults", "children"),
    ("boy", "girls"),
    ("boys", "girls"),
    ("child", "adults"),
    ("children", "adults"),
    ("female", "males"),
    ("females", "males"),
    ("girl", "boys"),
    ("girls", "boys"),
    ("juvenile", "adults"),
    ("juveniles", "adults"),
    ("male", "females"),
    ("males", "females"),
    ("man", "women"),
    ("men", "women"),
    ("woman", "men"),
    ("women", "men"),
];

/// The sort of people right after a count, as an index into [`SORTS`].
fn sort(document: &Document, part: &Quantity) -> Option<usize> {
    let behind = part.behind;
    SORTS.iter().position(|(noun, _)| document.is(behind, noun))
}

/// Whether a count of people and a mark open a list of men and women, or adults and children, with nothing else: "nine
/// people: six men and three women".
fn are_all_people(document: &Document, total: &Quantity, parts: &[Quantity]) -> bool {
    let exact = |figure: &Quantity| figure.unit.is_none() && figure.is_exact() && !figure.is_relative;
    if parts.len() < 2
        || !total.counts_people
        || !exact(total)
        || !parts.iter().all(exact)
        || sort(document, total).is_some()
    {
        return false;
    }
    let noun = |part: &Quantity| sort(document, part).map_or("", |sort| SORTS[sort].0);
    let sorts = |part: &Quantity| sort(document, part).map_or("", |sort| SORTS[sort].1);
    let both = parts.iter().any(|one| parts.iter().any(|two| noun(two).starts_with(&sorts(one)[..3])));
    let mut behind = total.behind;
    let mut listed = true;
    for (index, part) in parts.iter().enumerate() {
        let first = part.first;
        let last = first - 1;
        let mark = is_mark(document, last) && !document.is(last, ")") && !document.is(last, ".");
        let joined = if index == 0 { mark } else { document.is(last, ",") || document.is(last, "and") };
        // "Seven people were arrested in Tarn: five men".
        const DONE: Tags = Tags::AUXILIARY.with(Tags::PREPOSITION);
        let passive = |at: usize| index == 0 && document.tags(at).any(DONE) && !document.is(at, "with");
        let clause = |at: usize| opens_more_than_member(document, at) && !passive(at);
        let most = if index == 0 { TO_LIST } else { WORDS };
        listed &= joined && first - behind <= most && !(behind..first).any(clause);
        behind = part.behind + 1;
    }
    both && listed && ends_there(document, total, behind)
}

/// Whether a list has no further member: it ends the sentence, or is followed by a mark and no member.
fn ends_there(document: &Document, total: &Quantity, behind: usize) -> bool {
    let end = document.sentences[total.sentence as usize].tokens.end as usize;
    let next = behind + 1;
    let member = |at: usize| {
        let number = document.tags(at).any(Tags::DIGITS.with(Tags::NUMBER_WORD));
        number || document.is_one_of(at, const { &WordList::of(["a", "an", "and", "another", "plus"]) })
    };
    behind >= end || is_mark(document, behind) && (next >= end || !member(next) && !member(next + 1))
}

/// Whether a word opens a new clause.
fn opens_own_clause(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::RELATIVE.with(Tags::AUXILIARY).with(Tags::PRONOUN).with(Tags::CUE))
        || document.is(at, "including")
}

/// Whether "a total of" comes before a count.
fn is_total(document: &Document, figure: &Quantity) -> bool {
    let first = figure.first;
    let called = first > 1 && document.is(first - 1, "of") && document.is(first - 2, "total");
    called && figure.unit.is_none() && figure.is_exact()
}

/// Whether counts follow the total after a mark, with few words between them, up to the end.
fn is_list(document: &Document, total: &Quantity, parts: &[Quantity]) -> bool {
    let end = document.sentences[total.sentence as usize].tokens.end as usize;
    let counts = parts
        .iter()
        .all(|part| part.unit.is_none() && part.is_exact() && part.scope.iter().all(|scope| *scope == word("total")));
    let mut behind = total.behind;
    for (index, part) in parts.iter().enumerate() {
        let first = part.first;
        let between = behind..first;
        let last = first.saturating_sub(1);
        let joined = match index {
            0 => is_mark(document, last) && !document.is(last, ")"),
            _ => document.is(last, ",") || document.is(last, "and"),
        };
        if !joined || between.len() > WORDS || between.into_iter().any(|at| opens_more_than_member(document, at)) {
            return false;
        }
        behind = part.behind;
    }
    let rest = (behind..end).take_while(|&at| document.tokens[at].kind == TokenKind::Word).count();
    let closed = behind + rest >= end || is_mark(document, behind + rest) && !document.is(behind + rest, ",");
    counts && closed && rest < WORDS && !(behind..behind + rest).any(|at| opens_more_than_member(document, at))
}

fn is_mark(document: &Document, at: usize) -> bool {
    matches!(document.tokens[at].kind, TokenKind::Mark | TokenKind::Dash)
}

/// Whether a word opens something longer than a member of a list.
fn opens_more_than_member(document: &Document, at: usize) -> bool {
    const OPENS: Tags = Tags::RELATIVE.with(Tags::PREPOSITION).with(Tags::AUXILIARY).with(Tags::PRONOUN);
    document.tags(at).any(OPENS) || document.is_one_of(at, const { &WordList::of(["a", "an", "including"]) })
}

fn finding(subject: &Prepared, total: &Quantity, parts: &[Quantity]) -> Option<Finding> {
    // "Some in both".
    if subject.document.sentence_tokens(total.first).any(|at| subject.document.is(at, "both")) {
        return None;
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?;
    let terms: Vec<String> = parts.iter().map(|part| shown(part.value)).collect();
    // "A total of 14 rifles, 31 magazines and 9 knives" lists further things.
    let (low, high) = (sum.min(total.value), sum.max(total.value));
    if low.checked_mul(Decimal::TWO)? <= high {
        return None;
    }
    let outcome = if sum == total.value { AGREES } else { WARNING };
    let sign = if sum == total.value { "" } else { "not " };
    let message = format!("{} = {}, {sign}a total of {}", terms.join(" + "), shown(sum), shown(total.value));
    let all = std::iter::once(total).chain(parts).map(|figure| subject.figure(figure.span));
    Some(subject.finding(CHECK.name, outcome, message, all.collect()))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn parts_of_these_and_of_those_something_was_done_to() {
        for (text, expected) in [
            (
                "Of the 83 dead, 61 were in Tarn, 14 in Dale and 18 in Ostwick.",
                r#"conflicts warning "83" "61" "14" "18": 61 + 14 + 18 = 93, not a total of 83"#,
            ),
            ("Of the 83 dead, 31 were in Tarn, 14 in Dale and 18 in Ostwick.", ""),
            (
                "Seven people were arrested: five men and three women.",
                r#"conflicts warning "Seven" "five" "three": 5 + 3 = 8, not a total of 7"#,
            ),
            ("Wardens found a total of 10 sheep, four in Tarn and seven in Dale, some in both.", ""),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn parts_listed_behind_a_total_make_it() {
        for (text, expected) in [
            (
                "Wardens found a total of 10 sheep, four ewes and five lambs.",
                r#"conflicts warning "10" "four" "five": 4 + 5 = 9, not a total of 10"#,
            ),
            (
                "Wardens found a total of 9 sheep: four ewes and five lambs.",
                r#"agrees info "9" "four" "five": 4 + 5 = 9, a total of 9"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn further_things_and_open_lists_are_silent() {
        for text in [
            "Wardens found a total of 14 sheep, 31 barges and 20 sacks.",
            "Wardens found a total of 10 sheep, including four ewes and five lambs.",
            "Wardens found a total of 10 sheep, four ewes in the mill and five lambs in the barn.",
            "Wardens found a total of 10 sheep and four ewes with five lambs.",
        ] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn men_and_women_are_all_people() {
        for (text, expected) in [
            (
                "Wardens held 18 people, 12 men and seven women.",
                r#"conflicts warning "18" "12" "seven": 12 + 7 = 19, not a total of 18"#,
            ),
            (
                "The blast hurt nine people: six men, three women and two children.",
                r#"conflicts warning "nine" "six" "three" "two": 6 + 3 + 2 = 11, not a total of 9"#,
            ),
            (
                "Nine people were led away by wardens – six men and two women.",
                r#"conflicts warning "Nine" "six" "two": 6 + 2 = 8, not a total of 9"#,
            ),
            (
                "Nine people (six men and three women) were hurt.",
                r#"agrees info "Nine" "six" "three": 6 + 3 = 9, a total of 9"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
        for text in [
            "The blast hurt nine people: six men, two women and a child.",
            "The blast hurt nine people, six men and two women badly.",
            "The blast hurt 12 people, four men and two women among them.",
            "Wardens held 18 people, 12 men in Tarn and seven women.",
        ] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn a_count_is_dealt_out_behind_a_colon() {
        findings(
            CHECK.name,
            "The firm has 120 barges: 80 in Tarn, 50 in Ostwick and 10 in Bramfield.",
            r#"conflicts warning "120" "80" "50" "10": 80 + 50 + 10 = 140, not a total of 120"#,
        );
        findings(CHECK.name, "The firm has 120 barges: 80 in Tarn, which had 50 in May, and 10 that sank.", "");
    }
}
