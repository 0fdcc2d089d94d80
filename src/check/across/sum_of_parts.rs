//! A figure of one article that is the sum of two figures of one sentence in another: the parts and the whole agree,
//! although no number is the same.
//!
//! Severity: info.
//! Example: "17 people were rescued" in one paper, "ten women and seven men were rescued" in another.
//! Traps: two numbers that add up by chance (of other things, of small numbers, of other events).

use rust_decimal::Decimal;

use super::{Across, Archive, archive::FactAt, figure_pairs::FigurePair, found, stated::Stated};
use crate::{
    check::{AGREES, quantity::Relation, shown::shown, stems::word},
    types::Finding,
};

/// Finds sums.
pub const CHECK: Across = Across { name: "across.sum_of_parts", source: include_str!("sum_of_parts.rs"), check };

/// The fewest stems that the sentences of the whole and of the parts share.
const FAMILIAR: u32 = 3;
/// The least whole that is not a sum by chance.
const LEAST: i64 = 4;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    let mut sums: Vec<[FactAt; 3]> = archive.part.figures.iter().filter_map(|pair| sum(archive, pair)).collect();
    sums.sort_unstable();
    sums.dedup();
    // Title and text of an article repeat each other, and so do many articles: each whole is reported once.
    for sum in sums {
        let values = sum.map(|at| archive.figure(at).value().normalize());
        let whole = (sum[0].article(), values[0]);
        if !archive.is_new(whole) || !archive.is_new((archive.company_of(whole.0), values)) {
            continue;
        }
        let [whole, part, rest] = values.map(shown);
        let evidence = sum.map(|at| archive.figure_evidence(at)).into();
        findings.push(found(&CHECK, AGREES, format!("{whole} is {part} and {rest}"), evidence));
    }
}

/// The whole and its parts, in text order, if the smaller of two figures has the rest next to it.
fn sum(archive: &Archive, pair: &FigurePair) -> Option<[FactAt; 3]> {
    let [one, other] = [pair.one, pair.other].map(|at| archive.figure(at));
    let (whole, part) = if one.value() > other.value() { (pair.one, pair.other) } else { (pair.other, pair.one) };
    let [total, first] = [whole, part].map(|at| archive.figure(at));
    let exact = pair.relation == Relation::Different && total.value() >= Decimal::from(LEAST);
    if !exact || pair.shared < FAMILIAR || !archive.share_story(whole.article(), part.article()) {
        return None;
    }
    let missing = total.value().checked_sub(first.value())?;
    let neighbours = [part.fact().checked_sub(1), Some(part.fact() + 1)].into_iter().flatten();
    let rest = neighbours.map(|fact| FactAt::new(part.article(), fact)).find(|at| {
        let figures = &archive.articles[at.article()].figures;
        figures.get(at.fact()).is_some_and(|rest| {
            let rest = Stated { keys: first.keys, figure: rest };
            let beside = rest.figure.sentence == first.figure.sentence && rest.is_exact();
            beside && rest.value() == missing && adds_to(total, rest) && adds_to(total, first)
        })
    })?;
    Some([whole, part.min(rest), part.max(rest)])
}

/// Whether a part counts what the whole counts: people with any noun, or the same thing.
fn adds_to(total: Stated, part: Stated) -> bool {
    let people = total.figure.of_people && part.figure.of_people;
    // "A one-man crew", "four other children".
    let joined = part.figure.neighbours[1] == word("-");
    let others = ["other", "others"].iter().any(|other| part.scope().contains(&word(other)));
    !part.has_unit()
        && !joined
        && !others
        && (people || part.is_like(total))
        && part.has_times_of(total)
        && !part.is_of_another_time(total)
        && !total.is_of_another_time(part)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "Wardens rescued 17 people from the flood in Bramfield.";

    #[test]
    fn a_sum_is_told_once_in_however_many_articles() {
        let text = |at: usize| match at % 2 {
            0 => format!("Boats saved 19 people from the flood at Ostwick, crew {} of the harbour said.", at + 100),
            _ => format!(
                "Crew {} of the harbour at Ostwick said boats saved eleven women and eight men from the flood.",
                at + 100
            ),
        };
        let texts: Vec<(String, String)> = (0..160).map(|at| (format!("{at:03}"), text(at))).collect();
        let articles: Vec<(&str, &str, &str)> =
            texts.iter().map(|(id, text)| (id.as_str(), "", text.as_str())).collect();
        findings_among(
            CHECK.name,
            &articles,
            r#"
agrees info 000 "19" 001 "eleven" 001 "eight": 19 is 11 and 8
"#,
        );
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", "Wardens rescued ten women and seven men in Bramfield after the flood.")],
            r#"
agrees info one "17" two "ten" two "seven": 17 is 10 and 7
"#,
        );
    }

    #[test]
    fn other_sums_things_and_sentences_are_silent() {
        for other in [
            "Wardens rescued ten women and six men in Bramfield after the flood.",
            "Wardens rescued ten women and seven sheep in Bramfield after the flood.",
            "Ten women painted the mill, and seven men the barn.",
        ] {
            findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
        }
    }

    #[test]
    fn each_whole_is_told_once() {
        let parts = "Wardens rescued ten women and seven men in Bramfield after the flood.";
        let again = "After the flood wardens in Bramfield had rescued ten women and seven men.";
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", parts), ("three", "", again)],
            r#"
agrees info one "17" three "ten" three "seven": 17 is 10 and 7
"#,
        );
    }
}
