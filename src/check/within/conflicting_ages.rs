//! One person with two ages in one article: "Ann Dale, 46," and later "the 64-year-old Ann Dale", or "the 64-year-old
//! said" where no one else has an age.
//!
//! Severity: warning.
//! Example: "Tom Reed, 16, … Tom Reed, 61," conflicts; 16 and 17 may be a birthday and do not.
//! Traps: namesakes, and fathers with sons (the given name must be there both times), ages at an earlier time ("Ann
//! Dale, 20 at the time", "in 2003 a 40-year-old Ann Dale").

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        ages::{StatedAge, is_age_in_years},
        shown::shown,
        stems::word,
        with_others,
    },
    grammar::kinds,
    types::{Document, Fact, Figure, FigureKind, Finding, Person, Span, Tags, TokenKind, WordList},
};

/// The age from which people are called by the family name alone.
const OF_AGE: Decimal = Decimal::from_parts(18, 0, 0, false, 0);

/// Finds two ages of one person.
pub const CHECK: Within =
    Within { name: "within.conflicting_ages", source: include_str!("conflicting_ages.rs"), check };

/// An age and the full name it is given with.
struct NamedAge<'a> {
    /// First and last word of the name, as hashes.
    key: (u32, u32),
    name: Span,
    figure: &'a Fact<Figure>,
    age: Decimal,
    /// The years to which it may refer.
    years: Option<(i16, i16)>,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let figures = subject.facts.figures.iter().filter(|fact| is_age_in_years(document, fact));
    let mut ages: Vec<NamedAge> = figures.filter_map(|figure| named_age(subject, figure)).collect();
    ages.sort_by_key(|age| (age.key, age.figure.span));
    for of_one in ages.chunk_by(|one, other| one.key == other.key) {
        let mut told: Vec<[Decimal; 2]> = Vec::new();
        for pair in of_one.windows(2) {
            let values = [pair[0].age.min(pair[1].age), pair[0].age.max(pair[1].age)];
            let differs = !told.contains(&values) && differ(document, &pair[0], &pair[1]);
            if differs {
                told.push(values);
                findings.push(finding(subject, of_one, &pair[0], &pair[1]));
            }
        }
        // Of 46, 47 and 48 none is far from the next.
        let ends = || {
            let least = of_one.iter().min_by_key(|age| age.age)?;
            let most = of_one.iter().max_by_key(|age| age.age)?;
            Some(if least.figure.span < most.figure.span { (least, most) } else { (most, least) })
        };
        if let Some((one, other)) = ends().filter(|(one, other)| told.is_empty() && differ(document, one, other)) {
            findings.push(finding(subject, of_one, one, other));
        }
    }
}

/// Whether two ages of one person are further apart than a birthday.
fn differ(document: &Document, one: &NamedAge, other: &NamedAge) -> bool {
    (one.age - other.age).abs() > Decimal::ONE && !has_aged(one, other) && !are_of_a_group(document, one, other)
}

/// The finding for two of the ages given to one person.
fn finding(subject: &Prepared, of_one: &[NamedAge], one: &NamedAge, other: &NamedAge) -> Finding {
    let message = format!("{} is {} and {}", subject.document.text(one.name), shown(one.age), shown(other.age));
    let again = of_one.iter().filter(|age| [one.age, other.age].contains(&age.age));
    let places = with_others([one.figure.span, other.figure.span], again.map(|age| age.figure.span));
    let evidence = places.iter().map(|span| subject.figure(*span)).collect();
    subject.finding(CHECK.name, WARNING, message, evidence)
}

/// Whether one word joins the two, as for the ages of several children: "aged 7 and 9".
fn are_of_a_group(document: &Document, one: &NamedAge, other: &NamedAge) -> bool {
    let joint = document.token_at(one.figure.span.end);
    joint + 1 == document.token_at(other.figure.span.start)
        && document.is_one_of(joint, const { &WordList::of(["and", "or", "to"]) })
}

/// An age with the known person next to it, else with the full name that it describes.
fn named_age<'a>(subject: &Prepared, figure: &'a Fact<Figure>) -> Option<NamedAge<'a>> {
    let document = subject.document;
    if is_of_another_time(document, figure) {
        return None;
    }
    let beside = subject.ages.iter().find(|age| age.figure.span == figure.span).map(|age| age.mention.span);
    let alone = beside.and_then(|name| only_bearer(subject, name, figure));
    // In "3-year-old Major Reed" the first word may not be a title.
    let name = beside.filter(|name| document.tokens_in(*name).len() > 1).or(figure.detail.counted);
    let name = name.or_else(|| two_words_behind(document, figure));
    let goes_on = if name.is_none() { only_aged(subject, figure) } else { None };
    let alone = alone.or(goes_on);
    let name = name.or(goes_on)?;
    let name = alone.unwrap_or(name);
    let (words, age) = (document.tokens_in(name), figure.detail.value?);
    let capitalised = |at: usize| {
        document.tags(at).any(Tags::CAPITALISED) || document.is(at, ".") || document.tokens[at].kind == TokenKind::Dash
    };
    let here = !words.is_empty() && document.tokens[words.start].sentence == figure.sentence;
    let full = alone.is_some() || here && (2..=6).contains(&words.len()) && words.clone().all(capitalised);
    let key = (word(document.word(words.start)), word(document.word(words.end.checked_sub(1)?)));
    full.then(|| NamedAge { key, name, figure, age, years: years(subject, figure) })
}

/// The full name for a family name alone, where only one person of the article has that name and the sentence mentions
/// no family: "the 54-year-old Dale".
fn only_bearer(subject: &Prepared, name: Span, figure: &Fact<Figure>) -> Option<Span> {
    let document = subject.document;
    let words = |span: Span| document.tokens_in(span);
    let at = words(name).start;
    // Before the dot of "Mr.".
    let dot = usize::from(at > 1 && document.is(at - 1, ".") && document.is_glued(at - 2));
    let before =
        at.checked_sub(1 + dot).filter(|&before| document.tokens[before].sentence == document.tokens[at].sentence);
    // An honorific means the person is known by name; a judge may be someone else.
    let titled = before
        .is_some_and(|before| document.tags(before).any(Tags::TITLE) && !document.tags(before).any(Tags::HONORIFIC));
    if words(name).len() != 1 || titled || document.sentence_tokens(at).any(|at| is_of_family(document, at)) {
        return None;
    }
    let people = &subject.facts.people;
    let person = people.iter().find(|person| person.mentions.iter().any(|mention| mention.span == name))?;
    let full = person.mentions.iter().map(|mention| mention.span).find(|span| words(*span).len() > 1)?;
    let bears_it = |span: Span| document.same_word(words(span).end - 1, at);
    let bears = |other: &&Person| other.mentions.iter().any(|mention| bears_it(mention.span));
    let grown = figure.detail.value.is_some_and(|age| age >= OF_AGE);
    (grown && people.iter().filter(bears).count() == 1 && bears_it(full)).then_some(full)
}

/// The full name of the person that "the 54-year-old" continues with: the only one named in the sentence before, which
/// mentions no one else even without a name, and the article gives no other age.
fn only_aged(subject: &Prepared, figure: &Fact<Figure>) -> Option<Span> {
    const VERBS: Tags = Tags::AUXILIARY.with(Tags::VERB).with(Tags::CUE);
    let document = subject.document;
    let (first, behind) = (document.token_at(figure.span.start), document.token_at(figure.span.end));
    let opens = first == document.sentence_tokens(first).start + 1 && document.is(first - 1, "the");
    // "The 54-year-old, of Quay Street, said".
    let set_off =
        document.is(behind, ",") && document.is_one_of(behind + 1, const { &WordList::of(["from", "of", "who"]) });
    let subject_of = document.text(figure.span).ends_with("old") && (set_off || document.tags(behind).any(VERBS));
    if !opens || !subject_of {
        return None;
    }
    let before = subject.ages.iter().rfind(|age| age.figure.span.start < figure.span.start)?;
    // "A man of 54" may be someone else's age.
    let others = || subject.facts.figures.iter().filter(|fact| fact.span != figure.span);
    let other = |fact: &Fact<Figure>| fact.detail.kind == FigureKind::Age && fact.detail.value != Some(before.age);
    let alone = !others().any(|fact| other(fact) || fact.detail.value == figure.detail.value);
    let last = figure.sentence.checked_sub(1)?;
    let named = |person: &Person| person.mentions.iter().any(|mention| mention.sentence == last);
    let people = subject.facts.people.iter().enumerate();
    let mut here = people.filter(|(_, person)| person.name.is_some() && named(person)).map(|(index, _)| index as u32);
    let same = here.next() == Some(before.person) && here.next().is_none();
    let full = document.tokens_in(before.mention.span).len() > 1;
    let other =
        || document.sentences[last as usize].tokens.clone().any(|at| is_somebody_else(document, before, at as usize));
    (alone && same && full && !other()).then_some(before.mention.span)
}

/// Tokens on either side of a name and its age in which a noun for a person describes the person named: "the miller Tom
/// Reed, 44, a father of two".
const OF_NAMED: usize = 4;

/// Whether a word is for another person than the one with the name and age: "his wife", "the death of a rower".
fn is_somebody_else(document: &Document, named: &StatedAge, at: usize) -> bool {
    const HARMED: WordList<8> =
        WordList::of(["cyclist", "motorcyclist", "motorist", "passenger", "pedestrian", "teen", "teenager", "victim"]);
    let tags = document.tags(at);
    let person = tags.any(Tags::KIN | Tags::PERSON_NOUN) || document.is_one_of(at, &HARMED);
    let whole = document.tokens_in(named.mention.span.cover(named.figure.span));
    let beside = (whole.start.saturating_sub(OF_NAMED)..whole.end + OF_NAMED).contains(&at);
    person && (!beside || tags.any(Tags::KIN)) && !tags.any(Tags::CAPITALISED)
}

/// Whether a word is for a relative: several members of a family have the same name.
fn is_of_family(document: &Document, at: usize) -> bool {
    const FAMILY: WordList<4> = WordList::of(["child", "children", "couple", "family"]);
    document.tags(at).any(Tags::KIN) || document.is_one_of(at, &FAMILY)
}

/// Two capitalised words after an age that are not known as a name but can be nothing else: "17-year-old Will Dale,
/// who"; not before a noun ("17-year-old Dale High student").
fn two_words_behind(document: &Document, figure: &Fact<Figure>) -> Option<Span> {
    const ENDS: Tags = Tags::AUXILIARY.with(Tags::CUE).with(Tags::RELATIVE).with(Tags::CONJUNCTION);
    let first = document.token_at(figure.span.end);
    let word = |at: usize| kinds::is_word(document, at);
    let named = (first..first + 2).all(|at| word(at) && document.tags(at).any(Tags::CAPITALISED));
    let ends = !word(first + 2) || document.tags(first + 2).any(ENDS);
    (named && ends && document.text(figure.span).ends_with("old")).then(|| document.span(first..first + 2))
}

/// The first and the last year named in the sentence of an age, else the year of the dateline.
fn years(subject: &Prepared, figure: &Fact<Figure>) -> Option<(i16, i16)> {
    let figures = &subject.facts.figures;
    let start = figures.partition_point(|fact| fact.sentence < figure.sentence);
    let here = figures[start..].iter().take_while(|fact| fact.sentence == figure.sentence);
    let dates = here.filter(|fact| fact.detail.kind == FigureKind::Date);
    let years = dates.filter_map(|fact| fact.detail.resolved.as_deref()?.get(..4)?.parse::<i16>().ok());
    let told = years.map(|year| (year, year)).reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
    told.or(subject.document.dateline.map(|dateline| (dateline.year(), dateline.year())))
}

/// Whether the person aged by as many years as may have passed between two sentences: 40 in 2003, 51 in 2014.
fn has_aged(one: &NamedAge, other: &NamedAge) -> bool {
    let (Some(first), Some(second)) = (one.years, other.years) else { return false };
    let (least, most) = (Decimal::from(second.0 - first.1), Decimal::from(second.1 - first.0));
    let grown = other.age - one.age;
    first != second && (least - Decimal::ONE..=most + Decimal::ONE).contains(&grown)
}

/// Whether words right after the age put it at another time: "20 at the time", "19 when she won".
fn is_of_another_time(document: &Document, figure: &Fact<Figure>) -> bool {
    let behind = document.token_at(figure.span.end);
    let then = |at: usize| {
        document.is_one_of(at, const { &WordList::of(["when", "then"]) })
            || document.is(at, "at") && document.is(at + 1, "the") && document.is(at + 2, "time")
    };
    (behind..behind + 3).any(then)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{findings, findings_at};

    #[test]
    fn ages_that_creep_away_are_compared_too() {
        findings(
            CHECK.name,
            "Ivo Garside, 51, swept the pier. Ivo Garside, 52, sang. Ivo Garside, 53, slept.",
            r#"
conflicts warning "51" "53": Ivo Garside is 51 and 53
"#,
        );
        findings(CHECK.name, "Ivo Garside, 51, swept the pier. Ivo Garside, 52, sang. Ivo Garside, 51, slept.", "");
    }

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
    fn ages_are_read_before_titles_and_unknown_names_and_in_appositions() {
        for (text, expected) in [
            (
                "Friends of 7-year-old Major Reed sent flowers. A fund was set up for 3-year-old Major Reed.",
                r#"conflicts warning "7-year-old" "3-year-old": Major Reed is 7 and 3"#,
            ),
            (
                "Wardens held 37-year-old Will Reed, who denies it. A crew had seen 17-year-old Will Reed, wardens said.",
                r#"conflicts warning "37-year-old" "17-year-old": Will Reed is 37 and 17"#,
            ),
            (
                "Ann Dale, a 15-year-old rower, was hurt in the flood. Ann Dale, 19, is at home again.",
                r#"conflicts warning "15-year-old" "19": Ann Dale is 15 and 19"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn who_grows_older_with_the_years_has_one_age() {
        let text = "Tom Reed, 51, was held on Monday. In 2003 the same court had fined a 40-year-old Tom Reed.";
        findings_at(CHECK.name, "2014-09-18", text, "");
        let text = "Tom Reed, 51, was held on Monday. In 2003 the same court had fined a 20-year-old Tom Reed.";
        let expected = r#"conflicts warning "51" "20-year-old": Tom Reed is 51 and 20"#;
        findings_at(CHECK.name, "2014-09-18", text, expected);
    }

    #[test]
    fn birthdays_and_other_times_are_silent() {
        findings(CHECK.name, "Tom Reed, 16, was hurt. Tom Reed, 17, is now home.", "");
        findings(CHECK.name, "Twetny-one-year-old Tom Reed was hurt. Tom Reed, 21, is now home.", "");
        findings(CHECK.name, "They rowed for Ann Dale, aged 7 and 9 years old.", "");
        findings(CHECK.name, "Tom Reed, 61, was honoured. Tom Reed, 20 at the time, had saved a child.", "");
    }

    #[test]
    fn the_only_one_with_an_age_goes_on_without_a_name() {
        for (text, expected) in [
            (
                "Tom Reed, 45, of Tarn, was jailed on Monday. The 54-year-old had denied theft.",
                r#"conflicts warning "45" "54-year-old": Tom Reed is 45 and 54"#,
            ),
            ("Tom Reed, 45, rowed with Ann Dale. The 54-year-old had denied theft.", ""),
            ("Tom Reed, 45, hit a man of 54. The 54-year-old had denied theft.", ""),
            ("Tom Reed, 45, was jailed on Monday. The 54-year-old victim had wept.", ""),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn a_family_name_alone_is_the_only_bearers() {
        let told = r#"conflicts warning "45" "54": Tom Hale is 45 and 54"#;
        findings(CHECK.name, "Tom Hale, 45, of Tarn, was jailed on Monday. Hale, 54, had denied theft.", told);
        findings(CHECK.name, "Tom Hale, 45, of Tarn, was jailed on Monday. Mr Hale, 54, had denied theft.", told);
        for text in [
            "Tom Hale, 45, of Tarn, was jailed on Monday. Jim Hale wept. Hale, 74, is a weaver.",
            "Tom Hale, 45, of Tarn, was jailed on Monday. His wife wept as Hale, 54, left.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
