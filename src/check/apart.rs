//! Signs that a figure of the text differs from one of the headline though both seem to be of one thing: another group,
//! a part, a rate, an amount for each.

use rust_decimal::Decimal;

use super::{
    headline::{counted_word, is_reached},
    quantity::Quantity,
    rivals::is_followed_by_word,
    stems::{content, shared, stem},
};
use crate::{
    grammar::kinds,
    types::{Bound, Document, FigureKind, Tags, WordList},
};

/// Words next to a figure that make it one of several groups, or a rate.
const NARROWS: [&str; 14] = [
    "additional",
    "another",
    "average",
    "both",
    "each",
    "either",
    "every",
    "extra",
    "fewer",
    "further",
    "per",
    "previous",
    "second",
    "separate",
];
/// Words right before a figure of the headline that make it a part: "First 14 Doses Failed".
const PARTS: [&str; 6] = ["another", "final", "first", "last", "next", "remaining"];
/// Words after a figure that mean what is left of a group: "two remain in hospital".
const REMAIN: WordList<4> = WordList::of(["remain", "remained", "remains", "still"]);
/// Words before "of" that make the figure a whole: "a party of 20 people", "a chunk of his $10 million".
const OF: WordList<19> = WordList::of([
    "audience",
    "chunk",
    "class",
    "crew",
    "crowd",
    "gathering",
    "group",
    "half",
    "majority",
    "most",
    "part",
    "party",
    "piece",
    "population",
    "portion",
    "rest",
    "share",
    "staff",
    "team",
]);
/// Groups of people that are counted as such.
const GROUPS: WordList<6> = WordList::of(["couples", "families", "gangs", "groups", "households", "teams"]);
/// Those who do to others what headlines count.
const DOERS: WordList<7> =
    WordList::of(["assailants", "attackers", "gunmen", "killers", "robbers", "shooters", "suspects"]);
/// Words of a sentence about a share of a sum.
const SHARES: WordList<7> = WordList::of(["annually", "apiece", "each", "every", "per", "split", "year"]);

/// Tokens after a percentage that name what it is of.
const GROUP: usize = 4;

/// Whether the words or values of a figure of the headline and one of the text show that the two are of different
/// groups or state one thing in two ways.
pub fn is_told_apart(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let apart = if figure.unit.is_none() { are_other_counts(document, figure, other) } else { false };
    // "Nearly 500" rules out 612, but "less than $3" says nothing about the amount when the other is $1.
    let limit = |one: &Quantity, two: &Quantity| {
        one.bound == Bound::AtMost || one.bound == Bound::LessThan && two.value <= one.value
    };
    let limits = [limit(figure, other), limit(other, figure)];
    let rest = figure.kind == FigureKind::Percent && figure.value + other.value == Decimal::ONE_HUNDRED;
    apart
        || limits[0] != limits[1]
        || rest
        || other.kind == FigureKind::Proportion && !has_its_noun(document, figure, other)
        || is_part(document, figure, other)
        || is_narrowed(document, figure, other)
        || is_multiple(document, figure, other)
        || are_shares_of_others(document, figure, other)
}

/// Whether two percentages are of different groups: "20% of boys", "11% of all children".
fn are_shares_of_others(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let group = |figure: &Quantity| {
        let behind = figure.behind;
        let group =
            document.is(behind, "of").then(|| content(document, behind..(behind + GROUP).min(document.tokens.len())));
        group.filter(|_| figure.kind == FigureKind::Percent)
    };
    matches!((group(figure), group(other)), (Some(one), Some(two)) if !one.is_empty() && !two.is_empty() && shared(&one, &two) == 0)
}

/// Whether a figure "18 of 22 barges" counts what the headline counts, which is then the part or the whole.
fn has_its_noun(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let noun = counted_word(document, figure);
    shared(&figure.things, &other.things) > 0 && noun.is_some_and(|noun| other.things.contains(&noun))
}

/// Whether the two count different groups: the dead and the hurt, "his two brothers", a bare "two" without a noun,
/// families and people.
fn are_other_counts(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let behind = other.behind;
    let same_noun = counted_word(document, figure).is_some_and(|word| counted_word(document, other) == Some(word));
    let owned = is_owned(document, figure) != is_owned(document, other) && !same_noun;
    // "Three were hurt, two critically."
    let word = |at: usize| kinds::is_word(document, at);
    let ends = !word(behind + 1) || document.tags(behind + 1).any(Tags::PREPOSITION);
    let manner = document.tags(behind).any(Tags::ADVERB) || ends && word(behind) && document.ends_in(behind, "ly");
    let bare = !is_followed_by_word(document, other) || manner;
    let one = other.value < Decimal::TWO;
    let grouped = (behind..behind + 3).any(|at| document.is_one_of(at, &GROUPS)) && !same_noun;
    let remain = (behind..behind + 4).any(|at| document.is_one_of(at, &REMAIN));
    // "Two gunmen" are not among those who were hurt.
    let doers = |figure: &Quantity| {
        let behind = figure.behind;
        (behind..behind + 3).any(|at| document.is_one_of(at, &DOERS))
    };
    let done = figure.fate.is_some() && doers(other) && !doers(figure);
    owned || bare || one || grouped || remain || done || met_other_fates(figure, other)
}

/// Whether the two count people with different fates. "Shot" includes both the dead and the hurt.
pub fn met_other_fates(figure: &Quantity, other: &Quantity) -> bool {
    let (Some(one), Some(two)) = (figure.fate, other.fate) else { return false };
    let shot = stem("shot");
    match [one == shot, two == shot] {
        [true, false] => figure.value > other.value,
        [false, true] => figure.value < other.value,
        _ => one != two,
    }
}

/// Whether a possessive comes right before a figure: "his two brothers".
fn is_owned(document: &Document, figure: &Quantity) -> bool {
    figure.first > 0 && document.tags(figure.first - 1).any(Tags::POSSESSIVE)
}

/// Whether one of the words comes right before a figure.
fn is_before(document: &Document, figure: &Quantity, words: &[&str]) -> bool {
    let before = figure.first.checked_sub(1);
    before.is_some_and(|at| words.iter().any(|word| document.is(at, word)))
}

/// Whether one of the two is a part of a whole that the other may be.
fn is_part(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let first = other.first;
    let of = (first.saturating_sub(3)..first).rev().find(|&at| document.is(at, "of"));
    // "One of only 20 millers": the headline counts the twenty.
    let number = |at: usize| document.tags(at).any(Tags::DIGITS.with(Tags::NUMBER_WORD)) && !document.is(at, "one");
    let whole = of.is_some_and(|of| of > 0 && (number(of - 1) || document.is_one_of(of - 1, &OF)));
    // A percentage may be a change in one and not in the other: "a 16% jump", "a 16% bump".
    let relative = |figure: &Quantity| figure.is_relative && !is_reached(document, figure);
    let group = relative(other) != relative(figure) && figure.kind != FigureKind::Percent;
    is_before(document, figure, &PARTS) || whole || group
}

/// Whether the words next to a figure of the text make it one of several groups or a rate, unless the headline has them
/// too.
fn is_narrowed(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let beside = |figure: &Quantity| {
        let (first, behind) = (figure.first, figure.behind);
        // "An average of 20", but not "the average sank 20 points".
        let linked = first > 0 && document.tags(first - 1).any(Tags::PREPOSITION.with(Tags::DETERMINER));
        (first.saturating_sub(if linked { 2 } else { 1 })..first).chain(behind..behind + 1)
    };
    let narrows = |at: usize| NARROWS.iter().find(|word| document.is(at, word));
    let told = |word: &&str| beside(figure).any(|at| document.is(at, word) || *word == "per" && document.is(at, "a"));
    let behind = other.behind;
    let more = document.is(behind, "more") && !document.is(figure.behind, "more");
    more || beside(other).filter_map(narrows).any(|word| !told(word))
}

/// Whether one sum of money is a small multiple of the other, with words for a share or a yearly rate.
fn is_multiple(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let (low, high) = (figure.value.min(other.value), figure.value.max(other.value));
    let times = (2..=10).any(|times| low.checked_mul(Decimal::from(times)) == Some(high));
    let shares = |figure: &Quantity| {
        let tokens = &document.sentences[figure.sentence as usize].tokens;
        (tokens.start as usize..tokens.end as usize).any(|at| document.is_one_of(at, &SHARES))
    };
    figure.kind == FigureKind::Money && times && (shares(figure) || shares(other))
}

#[cfg(test)]
mod tests {
    use crate::testing::findings;

    const CHECK: &str = "within.headline_figure";

    #[test]
    fn other_groups_parts_and_rates_are_told_apart() {
        for text in [
            "# 8 workers hurt in Bramfield mill fire\n\nA fire at the Bramfield mill hurt several workers, two critically.",
            "# 8 workers hurt in Bramfield mill fire\n\nTwo workers remain in hospital after a fire at the Bramfield mill.",
            "# 8 hurt at Bramfield mill party\n\nA floor gave way at a party of 20 workers at the Bramfield mill.",
            "# 8 hurt in Bramfield mill fire\n\nA fire at the Bramfield mill drove out two families of workers.",
            "# 8 hurt at Bramfield mill\n\nTwo masked gunmen opened fire at the mill in Bramfield.",
            "# 20% of school boys ill in Bramfield\n\nIn Bramfield 11% of all children are ill, the town said.",
            "# 8 hurt in Bramfield mill fire\n\nThree more workers were hurt in a fire at the Bramfield mill.",
            "# Mill to pay workers $40m\n\nThe mill in Bramfield will pay its workers $10m each year.",
            "# Mill leaves $2m to workers\n\nThe owner of the mill left workers a part of his $9m fortune.",
            "# First 8 barges leave Bramfield\n\nTen barges of the mill will leave Bramfield today.",
        ] {
            findings(CHECK, text, "");
        }
    }

    #[test]
    fn a_headline_counts_the_part_or_the_whole() {
        for (count, expected) in [
            ("18", r#"agrees info "18" "18 of 22": “18” in the headline, “18 of 22” in the text"#),
            ("22", r#"agrees info "22" "18 of 22": “22” in the headline, “18 of 22” in the text"#),
            ("48", r#"conflicts warning "48" "18 of 22": “48” in the headline, “18 of 22” in the text"#),
        ] {
            let text = format!("# {count} barges sunk at Bramfield\n\nThe flood sank 18 of 22 barges at Bramfield.");
            findings(CHECK, &text, expected);
        }
    }

    #[test]
    fn the_same_words_in_headline_and_text_tell_nothing_apart() {
        for (text, expected) in [
            (
                "# 7 16-year-old boys hurt at Bramfield mill\n\nFour 16-year-old boys were hurt at the mill on Monday.",
                "conflicts warning \"7\" \"Four\": “7” in the headline, “Four” in the text\nagrees info \"16-year-old\" \"16-year-old\": “16-year-old” in the headline, “16-year-old” in the text",
            ),
            (
                "# 5 more millers held in Bramfield\n\nEight more millers are held in Bramfield, wardens said.",
                r#"conflicts warning "5" "Eight": “5” in the headline, “Eight” in the text"#,
            ),
            (
                "# Bramfield expects 7m fewer visitors\n\nBramfield said it expects 1m fewer visitors this summer.",
                r#"conflicts warning "7m" "1m": “7m” in the headline, “1m” in the text"#,
            ),
            (
                "# Miller leaves $4m to town\n\nThe miller of Bramfield left the town $1m, a friend said.",
                r#"conflicts warning "$4m" "$1m": “$4m” in the headline, “$1m” in the text"#,
            ),
            (
                "# 3 shot at Bramfield mill\n\nEight workers were shot at the mill in Bramfield.",
                r#"conflicts warning "3" "Eight": “3” in the headline, “Eight” in the text"#,
            ),
        ] {
            findings(CHECK, text, expected);
        }
    }
}
