//! A rise or fall that contradicts its values before and after: "fell from 4.8% to 5.2%", "45, down from 41".
//!
//! Severity: warning.
//! Example: "Turnout was 45 per cent, down from 41 per cent" is a rise.
//! Traps: ranges ("cut from 3 to 5 jobs"), ranks ("rose from 14 to nine in the table"), losses and depths, which grow
//! downwards, currencies by their price in another, several words for change in one clause, a value without its unit.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        change_size::is_of_the_change,
        quantity::are_within,
        shown::shown,
        told_change::{Change, told_changes},
    },
    lexicon::LEXICON,
    types::{Change as Way, Document, Fact, Figure, FigureKind, Finding, Tags, TokenKind, WordList},
};

/// Compares rises and falls with their ends.
pub const CHECK: Within =
    Within { name: "within.change_direction", source: include_str!("change_direction.rs"), check };

/// Tokens before the first value in which to look for the word for the change: "raised its forecast for the year from".
const REACH: usize = 9;
/// From this ratio on, one of the numbers lacks its magnitude: "7.1 million, up from 6.6".
const FARTHEST: Decimal = Decimal::ONE_HUNDRED;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence) {
        for change in told_changes(subject.document, figures) {
            findings.extend(finding(subject, figures, &change));
        }
    }
}

fn finding(subject: &Prepared, figures: &[Fact<Figure>], change: &Change) -> Option<Finding> {
    let document = subject.document;
    let (from, to) = (change.from.0, change.to.0);
    if from == to || !are_within(from, to, FARTHEST) {
        return None;
    }
    let gone = if to > from { Way::Up } else { Way::Down };
    let word = change.word.or_else(|| governing(document, change));
    let told = word.and_then(|word| Some((word, way(document, word)?)));
    let (word, told) = told.or_else(|| of_its_size(document, figures, change))?;
    let range = change.may_be_range && told == Way::Down;
    if told == gone || range || is_other_scale(document, figures, change) {
        return None;
    }
    let (from, to, word) = (shown(from), shown(to), document.tokens[word].span);
    let message = format!("from {from} to {to}, the text says “{}”", document.text(word));
    let evidence = vec![subject.words(word), subject.words(change.span)];
    Some(subject.finding(CHECK.name, WARNING, message, evidence))
}

/// The word for a rise or fall that governs the change: the last in the clause before it, if all of them go one way.
fn governing(document: &Document, change: &Change) -> Option<usize> {
    const ENDS: Tags = Tags::CONJUNCTION.with(Tags::RELATIVE).with(Tags::NEGATION);
    let first = document.token_at(change.span.start);
    let start = first.saturating_sub(REACH).max(document.sentence_tokens(first).start);
    let ends = |&at: &usize| {
        let mark = !matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive);
        document.tags(at).any(ENDS) || mark && !document.is(at, "%") && !document.tags(at).any(Tags::CURRENCY)
    };
    let clause = (start..first).rev().take_while(|at| !ends(at));
    let mut told = clause.filter_map(|at| Some((at, way(document, at)?)));
    let (word, way) = told.next()?;
    told.all(|(_, other)| other == way).then_some(word)
}

/// The word for a rise or fall right beside the size of the change in per cent: "25% less", "a rise of 25%".
fn of_its_size(document: &Document, figures: &[Fact<Figure>], change: &Change) -> Option<(usize, Way)> {
    const LESS: WordList<4> = WordList::of(["fewer", "less", "lower", "smaller"]);
    const MORE: WordList<4> = WordList::of(["greater", "higher", "larger", "more"]);
    let mut percents = figures.iter().filter(|fact| fact.detail.kind == FigureKind::Percent);
    let (Some(percent), None) = (percents.next(), percents.next()) else { return None };
    let within = percent.span.start >= change.span.start && percent.span.end <= change.span.end;
    if told_changes(document, figures).nth(1).is_some() || !is_of_the_change(document, percent, change) {
        return None;
    }
    let (first, behind) = (document.token_at(percent.span.start), document.token_at(percent.span.end));
    if within {
        let less = document.is_one_of(behind, &LESS).then_some(Way::Down);
        return less.or_else(|| document.is_one_of(behind, &MORE).then_some(Way::Up)).map(|way| (behind, way));
    }
    let of = first.checked_sub(1).filter(|&at| document.is(at, "of"))?;
    let word = of.checked_sub(1)?;
    Some((word, way(document, word)?))
}

/// The direction that a word gives. Words with other senses, and multiples, give none here.
fn way(document: &Document, at: usize) -> Option<Way> {
    const RAISES: WordList<8> =
        WordList::of(["extend", "extended", "lift", "lifted", "raise", "raised", "raises", "raising"]);
    const OTHERS: [&str; 18] = [
        "add",
        "contract",
        "deduct",
        "doubl",
        "eas",
        "firm",
        "growth",
        "halv",
        "lose",
        "losing",
        "lost",
        "quadrupl",
        "slow",
        "soft",
        "strengthen",
        "trebl",
        "tripl",
        "weaken",
    ];
    if document.is_one_of(at, &RAISES) {
        return Some(Way::Up);
    }
    if !document.tags(at).any(Tags::CHANGE) {
        return None;
    }
    let way = *LEXICON.changes.get(document.tokens[at].word)?;
    let word = document.word(at);
    let begins = |start: &str| word.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    let other = OTHERS.iter().any(|start| begins(start));
    let particle = document.is(at, "up") || document.is(at, "down");
    (!other && (!particle || is_direction(document, at))).then_some(way)
}

/// Whether "up" or "down" is a direction: "was up", "went down", ", up from".
fn is_direction(document: &Document, at: usize) -> bool {
    const MOVES: WordList<10> =
        WordList::of(["crept", "edged", "go", "goes", "going", "gone", "inched", "moved", "revised", "went"]);
    let Some(before) = at.checked_sub(1) else { return false };
    let mark = document.tokens[before].kind != TokenKind::Word;
    mark || document.tags(before).any(Tags::AUXILIARY.with(Tags::ADVERB).with(Tags::CHANGE))
        || document.is_one_of(before, &MOVES)
}

/// Words for ranks, depths and losses, where more is less.
const OTHER: WordList<28> = WordList::of([
    "against",
    "below",
    "chart",
    "charts",
    "deep",
    "deficit",
    "depth",
    "ladder",
    "leaderboard",
    "league",
    "list",
    "loss",
    "losses",
    "minus",
    "number",
    "odds",
    "place",
    "places",
    "position",
    "rank",
    "ranked",
    "ranking",
    "rankings",
    "seed",
    "seeded",
    "standings",
    "surplus",
    "table",
]);
/// Currencies that are quoted by their price in another.
const CURRENCIES: WordList<24> = WordList::of([
    "baht",
    "currency",
    "dollar",
    "euro",
    "franc",
    "greenback",
    "krona",
    "krone",
    "lira",
    "naira",
    "peso",
    "pound",
    "rand",
    "renminbi",
    "ringgit",
    "rouble",
    "ruble",
    "rupee",
    "rupiah",
    "shilling",
    "sterling",
    "yen",
    "yuan",
    "zloty",
]);

/// Whether more is less in the sentence: ranks, depths, losses, prices of currencies.
fn is_other_scale(document: &Document, figures: &[Fact<Figure>], change: &Change) -> bool {
    let first = document.token_at(change.span.start);
    let counts = figures.iter().any(|fact| fact.detail.kind == FigureKind::Count && change.span.contains(fact.span));
    document.sentence_tokens(first).into_iter().any(|at| {
        let amount = || figures.iter().any(|fact| fact.span.contains(document.tokens[at].span));
        let currency = document.is_one_of(at, &CURRENCIES) && !amount();
        let number_of = document.is(at, "number") && document.is(at + 1, "of");
        document.is_one_of(at, &OTHER) && !number_of || currency || counts && document.is(at, "world")
    })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn the_size_of_a_change_has_a_direction_too() {
        for (text, expected) in [
            (
                "Takings were £75, 25% less than the £60 of last year.",
                r#"conflicts warning "£75, 25% less than the £60" "less": from 60 to 75, the text says “less”"#,
            ),
            (
                "Takings were £45 compared with £60, a rise of 25%.",
                r#"conflicts warning "£45 compared with £60" "rise": from 60 to 45, the text says “rise”"#,
            ),
            ("Takings were £75, 25% more than the £60 of last year.", ""),
            ("Takings were £45 compared with £60, a fall of 25%.", ""),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn a_fall_does_not_end_higher() {
        for (text, expected) in [
            (
                "The toll rate fell from 4.8% to 5.2%.",
                r#"conflicts warning "fell" "4.8% to 5.2%": from 4.8 to 5.2, the text says “fell”"#,
            ),
            (
                "New pens for geese rose to 6,100, from 6,400 last summer.",
                r#"conflicts warning "rose" "6,100, from 6,400": from 6400 to 6100, the text says “rose”"#,
            ),
            (
                "The miller cut the fee for a sack from £4 to £6 in May.",
                r#"conflicts warning "cut" "£4 to £6": from 4 to 6, the text says “cut”"#,
            ),
            (
                "Some 610 goats grazed there in May, up from 740.",
                r#"conflicts warning "Some 610 goats grazed there in May, up from 740" "up": from 740 to 610, the text says “up”"#,
            ),
            (
                "Tolls brought in £84m, down 5% from £80m a year earlier.",
                r#"conflicts warning "£84m, down 5% from £80m" "down": from 80,000,000 to 84,000,000, the text says “down”"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn the_right_way_is_silent() {
        for text in [
            "The toll rate rose from 4.8% to 5.2%.",
            "Some 740 goats grazed there in May, up from 610.",
            "The miller raised the fee for a sack from £4 to £6 in May.",
        ] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn ranges_ranks_and_other_scales_are_silent() {
        for text in [
            "The mill will cut from 12 to 15 looms.",
            "Tolls fell from 3 to 5 per cent.",
            "Tarn rose from 14 to nine in the table.",
            "Reed moved up from 12 to eight on the leaderboard.",
            "Growth slowed to 1.8% from 2.4%; the fall in tolls slowed to 2% from 5%.",
            "The mill made £3m, up from a £4m loss.",
            "The rupee rose to 66.4 from 66.8 a dollar.",
            "The ferry sank from 4 metres to 9 metres below the quay.",
            "Ostwick has 3.9 million ducks, down from 4.2.",
            "New pens for geese fell to 6,100, from 6,400 last summer.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
