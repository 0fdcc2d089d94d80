//! One person given two ages in one article: "Ann Dale, 46," and later "the 64-year-old Ann Dale".
//!
//! Catalogue D105. Severity: warning.
//! Example: "Tom Reed, 16, … Tom Reed, 61," conflicts; 16 and 17 may be a birthday and do not.
//! Traps: namesakes and fathers with sons (the given name must be there both times), ages at an
//! earlier time ("Ann Dale, 20 at the time").

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{Prepared, WARNING, ages::is_age_in_years, stems::word},
    types::{Document, Fact, Figure, Finding, Span, Tags, TokenKind},
};

/// Two ages of one person.
pub const CHECK: Within =
    Within { name: "within.same_person_ages", source: include_str!("same_person_ages.rs"), check };

/// An age and the full name it stands beside.
struct NamedAge<'a> {
    /// First and last word of the name, as hashes.
    key: (u32, u32),
    name: Span,
    figure: &'a Fact<Figure>,
    age: Decimal,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let figures = subject.facts.figures.iter().filter(|fact| is_age_in_years(&fact.detail));
    let mut ages: Vec<NamedAge> = figures.filter_map(|figure| named_age(subject, figure)).collect();
    ages.sort_by_key(|age| (age.key, age.figure.span));
    for pair in ages.windows(2).filter(|pair| pair[0].key == pair[1].key) {
        if (pair[0].age - pair[1].age).abs() > Decimal::ONE {
            let name = document.text(pair[0].name);
            let message = format!("{name} is {} and {}", pair[0].age.normalize(), pair[1].age.normalize());
            let evidence = pair.iter().map(|age| subject.fact("figure", age.figure.span)).collect();
            findings.push(subject.finding(CHECK.name, WARNING, message, evidence));
        }
    }
}

/// An age with the name of a known person beside it, else with the full name it is said of.
fn named_age<'a>(subject: &Prepared, figure: &'a Fact<Figure>) -> Option<NamedAge<'a>> {
    let document = subject.document;
    if is_of_another_time(document, figure) {
        return None;
    }
    let beside = subject.ages.iter().find(|age| age.figure.span == figure.span).map(|age| age.mention.span);
    let name = beside.or(figure.detail.counted)?;
    let words = document.tokens_in(name);
    let capitalised = |at: usize| {
        document.tags(at).any(Tags::CAPITALISED) || document.is(at, ".") || document.tokens[at].kind == TokenKind::Dash
    };
    let here = !words.is_empty() && document.tokens[words.start].sentence == figure.sentence;
    let full = here && (2..=6).contains(&words.len()) && words.clone().all(capitalised);
    let key = (word(document.word(words.start)), word(document.word(words.end.checked_sub(1)?)));
    full.then_some(NamedAge { key, name, figure, age: figure.detail.value? })
}

/// Whether words right behind the age set it in another time: "20 at the time", "19 when she won".
fn is_of_another_time(document: &Document, figure: &Fact<Figure>) -> bool {
    let behind = document.token_at(figure.span.end);
    let then = |at: usize| {
        ["when", "then"].iter().any(|word| document.is(at, word))
            || document.is(at, "at") && document.is(at + 1, "the") && document.is(at + 2, "time")
    };
    (behind..behind + 3).any(then)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn one_person_has_one_age() {
        findings(
            CHECK.name,
            "Tom Reed, 16, of Bramfield, was hurt. Friends of Tom Reed, 61, sent flowers.",
            r#"
conflicts warning "16" "61": Tom Reed is 16 and 61
"#,
        );
        findings(
            CHECK.name,
            "The 17-year-old Bramfield High School senior Ann Lee died at home. Ann Lee, 71, was a keen runner.",
            r#"
conflicts warning "17-year-old" "71": Ann Lee is 17 and 71
"#,
        );
    }

    #[test]
    fn birthdays_and_other_times_are_silent() {
        findings(CHECK.name, "Tom Reed, 16, was hurt. Tom Reed, 17, is now home.", "");
        findings(CHECK.name, "Tom Reed, 61, was honoured. Tom Reed, 20 at the time, had saved a child.", "");
    }
}
