//! Whether two values of one thing differ by what else is counted beside one of them: 6 hurt, where the text tells of
//! "five men and a woman"; 11 dead, where it tells of "twelve people, including the gunman".

use rust_decimal::Decimal;

use super::{quantity::Quantity, stems::shared};
use crate::types::{Document, Tags, TokenKind};

/// A rest below this stands in every text: it counts in the sentence of the figure only.
const SMALL: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// Sentences apart that a larger rest may stand.
const REACH: u32 = 3;
/// Tokens from a figure to one person more that is told of beside it.
const JOINED: usize = 12;

/// Whether the values of a figure of the headline and of one of the text differ by what else the text counts there.
pub fn is_sum(document: &Document, figure: &Quantity, best: &Quantity, body: &[&Quantity]) -> bool {
    let rest = figure.value.max(best.value) - figure.value.min(best.value);
    let reach = if rest < SMALL { 0 } else { REACH };
    let people = figure.unit.is_none() && best.counts_people;
    let addend = |other: &&&Quantity| {
        let near = other.sentence.abs_diff(best.sentence) <= reach && other.span != best.span;
        near && other.value == rest && other.has_unit_of(figure) && is_alike(figure, best, other)
    };
    let others = [figure, best].map(|figure| {
        let behind = document.token_at(figure.span.end);
        document.is(behind, "other") || document.is(behind, "others")
    });
    let one_more = || others[0] != others[1] || !others[0] && is_one_more_told(document, best);
    body.iter().any(|other| addend(&other)) || people && rest == Decimal::ONE && one_more()
}

/// Whether a figure may be of the same group as two others: amounts of the unit, people of no other fate, or the same
/// thing.
fn is_alike(figure: &Quantity, best: &Quantity, other: &Quantity) -> bool {
    let fates = [figure, other].map(|figure| figure.fate);
    let apart = matches!(fates, [Some(one), Some(other)] if one != other);
    let thing = shared(&other.things, &figure.things) + shared(&other.things, &best.things) > 0;
    let people = || best.counts_people && (other.counts_people || fates[1].is_some());
    figure.unit.is_some() || !apart && (thing || people())
}

/// Whether the words around a figure tell of one person more: "a girl and four others", "six people and himself".
fn is_one_more_told(document: &Document, quantity: &Quantity) -> bool {
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let (first, behind) = (document.token_at(quantity.span.start), document.token_at(quantity.span.end));
    let start = first.saturating_sub(JOINED).max(tokens.start as usize);
    let end = (behind + JOINED).min(tokens.end as usize);
    (start..first).chain(behind..end).any(|at| is_one(document, at))
}

/// Words that end what a determiner stands before.
const ENDS: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::PRONOUN);

/// Whether one person is told of at a token, joined to others by `and` or the like.
fn is_one(document: &Document, at: usize) -> bool {
    let joins =
        |at: usize| ["and", ",", "plus", "with", "including", "before"].iter().any(|word| document.is(at, word));
    let any = |words: &[&str]| words.iter().any(|word| document.is(at, word));
    let joined = at > 0 && joins(at - 1);
    if any(&["he", "her", "herself", "him", "himself", "self", "she"]) {
        // "And her three children" are no more than three.
        let owns =
            document.is(at, "her") && document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word);
        return (joined && !owns) || joins(at + 1);
    }
    const PEOPLE: [&str; 5] = ["gunman", "shooter", "teen", "teenager", "toddler"];
    let person =
        |at: &usize| document.tags(*at).any(Tags::PERSON_NOUN) || PEOPLE.iter().any(|word| document.is(*at, word));
    // "A 14-year-old local boy" are eight tokens.
    let noun = (at + 1..at + 9).take_while(|&at| !document.tags(at).any(ENDS)).find(person);
    any(&["a", "an", "another", "one", "the"]) && noun.is_some_and(|noun| joined || joins(noun + 1))
}

#[cfg(test)]
mod tests {
    use crate::testing::findings;

    const CHECK: &str = "within.headline_figure";

    #[test]
    fn what_is_counted_beside_explains_another_value() {
        for text in [
            "# 4 hurt in Bramfield mill fire\n\nA fire at the Bramfield mill hurt three workers and a 14-year-old boy.",
            "# 4 hurt in Bramfield mill fire\n\nAnn Dale and three others were hurt in a fire at the Bramfield mill.",
            "# 3 dead in Bramfield mill fire\n\nA miller set fire to the Bramfield mill, killing two workers and himself.",
        ] {
            findings(CHECK, text, "");
        }
    }

    #[test]
    fn people_with_another_fate_and_other_words_explain_nothing() {
        findings(
            CHECK,
            "# 9 charged after Bramfield mill fire\n\nThree men were charged over a fire at the Bramfield mill that left six people hurt.",
            r#"
conflicts warning "9" "Three": 9 in the headline, 3 in the text
"#,
        );
        findings(
            CHECK,
            "# 4 workers hurt at Bramfield mill\n\nA neighbour heard a cry and saw that three workers were hurt at a mill in Bramfield.",
            r#"
conflicts warning "4" "three": 4 in the headline, 3 in the text
"#,
        );
    }
}
