//! The figure of the text that gives another value for a figure of the headline, if there is one: "8 hurt" above "sent
//! four people to hospital".

use rust_decimal::Decimal;

use super::{
    Prepared,
    apart::is_told_apart,
    derivations::{Stated, may_repeat, printed_again},
    headline::{counted_word, counts_several, is_plain, is_reached, is_rival, likeness, may_be_lone},
    quantity::{Quantity, Relation, is_near},
    round_up::is_round_up,
    sums::{is_share, is_sum},
};
use crate::{
    grammar::kinds,
    types::{BlockKind, Bound, Document, Fact, Figure, FigureKind, Tags, WordList},
};

/// Counts below this appear in every text for one group or another.
const SMALLEST: Decimal = Decimal::from_parts(2, 0, 0, false, 0);

/// The most sentences from the start of the text to its first figure, if that sentence reports what the headline does.
const OPENING: u32 = 4;

/// Characters of a number that no text prints by chance.
const LONG: usize = 3;

/// The figures that a figure of the headline is compared with.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    /// Figures of the headline.
    pub title: &'a [&'a Quantity],
    /// Figures of the text, except in lines that repeat the headline.
    pub body: &'a [&'a Quantity],
    /// Every number of those sentences.
    pub stated: &'a [Stated],
    /// Sentences that repeat the headline.
    pub again: &'a [u32],
}

/// The figure of the text that states the same quantity with another value; none if several could. Where another figure
/// agrees (`agreement` is its likeness), the rival must be in the lead and the plainer statement.
pub fn rival<'a>(
    subject: &Prepared,
    figure: &Quantity,
    text: Text<'a>,
    agreement: Option<usize>,
) -> Option<&'a Quantity> {
    let (document, Text { title, body, .. }) = (subject.document, text);
    if !is_stated(subject, figure) {
        return None;
    }
    let lead = lead(subject, body);
    let rivals = candidates(subject, figure, text, agreement.is_some(), lead);
    let (most, best) =
        rivals.iter().copied().max_by_key(|(likeness, other)| (*likeness, std::cmp::Reverse(other.span)))?;
    let doubtful = rivals.iter().any(|(likeness, other)| {
        other.value != best.value && other.sentence <= lead.max(best.sentence) && *likeness >= most
    });
    // The same value may be stated plainly in the lead and with more words further down.
    let plainer = |agreement: usize| {
        let apart = matches!(figure.relation(best), Relation::Different | Relation::Overstepped);
        let mut same = rivals.iter().filter(|(_, other)| other.value == best.value && other.sentence <= lead);
        let plain = |other: &Quantity| is_plain(document, figure, other) && !is_earlier(document, other);
        apart && same.any(|(likeness, other)| *likeness >= agreement && plain(other))
    };
    // A long number that the text prints is unlikely to have another value there, whatever was extracted.
    let printed = || {
        let digits = document.tokens_in(figure.span).find(|&at| document.tags(at).any(Tags::DIGITS));
        let long = digits.filter(|&at| document.word(at).len() >= LONG);
        long.is_some_and(|at| printed_again(document, at, text.again).is_some())
    };
    let explained = || {
        printed()
            || is_in_name(subject, figure, text.again)
            || is_mentioned(subject, figure, text.again)
            || is_sum(document, figure, best, [title, body])
            || is_share(subject, figure, best)
            || is_round_up(document, figure, best) && !tells_the_headline(text, figure, best)
    };
    (!doubtful && agreement.is_none_or(plainer) && !explained()).then_some(best)
}

/// Whether the headline says what its figure counts or measures, so that figures of the text can be compared with it.
fn is_stated(subject: &Prepared, figure: &Quantity) -> bool {
    let few = figure.value < SMALLEST && !counts_several(subject.document, figure);
    let bare = figure.unit.is_none() && (few || counted_word(subject.document, figure).is_none());
    let relative = figure.is_relative && !is_reached(subject.document, figure);
    let compared = relative && figure.kind != FigureKind::Percent;
    !bare && !compared && figure.kind != FigureKind::Proportion && !is_whole(subject.document, figure)
}

/// "One of 10 fires": the total is mentioned in passing.
fn is_whole(document: &Document, figure: &Quantity) -> bool {
    let first = figure.first;
    let part = |at: usize| document.tags(at).any(Tags::NUMBER_WORD.with(Tags::DIGITS));
    first > 1 && document.is(first - 1, "of") && part(first - 2)
}

/// Figures of the text that may state what the headline's does, each with its likeness.
fn candidates<'a>(
    subject: &Prepared,
    figure: &Quantity,
    Text { title, body, .. }: Text<'a>,
    agrees: bool,
    lead: u32,
) -> Vec<(usize, &'a Quantity)> {
    let document = subject.document;
    let with = |addend: &Quantity| figure.value.checked_add(addend.value);
    let taken = |other: &Quantity| {
        let mut known = title.iter().filter(|known| known.span != figure.span);
        known.any(|known| known.value == other.value || with(known) == Some(other.value))
    };
    let same = |other: &Quantity| match figure.relation(other) {
        Relation::Same => agrees,
        // "More than 300" for 384 is loose, but not wrong.
        Relation::Approximated => agrees || is_beyond(figure, other),
        _ => false,
    };
    let alone = !agrees && is_alone(document, figure, body, lead);
    let may_state = |other: &&Quantity| {
        let likely = is_rival(document, figure, other, lead) || alone && may_be_lone(document, figure, other, lead);
        likely && !taken(other) && !same(other) && !is_former(document, other)
    };
    body.iter().copied().filter(may_state).map(|other| (likeness(document, figure, other), other)).collect()
}

/// "Up from 65% last year": the value before a change.
fn is_former(document: &Document, figure: &Quantity) -> bool {
    let from = figure.first.checked_sub(1).filter(|&at| at > 0 && document.is(at, "from"));
    from.is_some_and(|from| document.is_one_of(from - 1, const { &WordList::of(["down", "up"]) }))
}

/// "The guild had been asking for £2bn": whether a figure is of the time before the news.
fn is_earlier(document: &Document, figure: &Quantity) -> bool {
    let done = |at: usize| document.is(at, "been") || document.ends_in(at, "ed");
    (document.sentence_tokens(figure.first).start..figure.first).any(|at| document.is(at, "had") && done(at + 1))
}

/// Whether a value lies on the right side of a figure's bound: "more than 300", "nearly 400".
fn is_beyond(figure: &Quantity, other: &Quantity) -> bool {
    match figure.bound {
        Bound::MoreThan | Bound::AtLeast => other.value >= figure.value,
        Bound::LessThan => other.value <= figure.value,
        _ => false,
    }
}

/// Whether all figures in the lead of the headline figure's sort and magnitude have one value.
fn is_alone(document: &Document, figure: &Quantity, body: &[&Quantity], lead: u32) -> bool {
    let opening = body.iter().take_while(|other| other.sentence <= lead);
    let mut like = opening.filter(|other| {
        other.has_unit_of(figure) && is_near(figure.value, other.value) && !is_told_apart(document, figure, other)
    });
    like.next().is_some_and(|first| like.all(|other| other.value == first.value))
}

/// Whether another figure of the headline is in the same sentence of the text: it reports what the headline does.
fn tells_the_headline(Text { title, body, .. }: Text, figure: &Quantity, best: &Quantity) -> bool {
    let mut beside = body.iter().filter(|other| other.sentence == best.sentence && other.span != best.span);
    beside.any(|other| title.iter().any(|known| known.span != figure.span && known.value == other.value))
}

/// Whether the same word is next to the number in headline and text, as in a name: "Motel 6", "Three Rivers".
fn is_in_name(subject: &Prepared, figure: &Quantity, again: &[u32]) -> bool {
    let document = subject.document;
    let same = |one: usize, other: usize| {
        kinds::is_word(document, one)
            && document.tokens.get(other).is_some_and(|_| document.word(one).eq_ignore_ascii_case(document.word(other)))
    };
    let digits = document.tokens_in(figure.span).find(|&at| document.tags(at).any(Tags::DIGITS));
    if let Some(at) = digits {
        let again = printed_again(document, at, again).map(|span| document.token_at(span.start));
        return again.is_some_and(|again| same(at + 1, again + 1) || at > 0 && again > 0 && same(at - 1, again - 1));
    }
    let at = figure.first;
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) && document.tags(at + 1).any(Tags::CAPITALISED);
    let mut body = document.block_of(at).tokens.end as usize..document.tokens.len();
    named(at) && body.any(|other| named(other) && same(at, other) && same(at + 1, other + 1))
}

/// The last sentence of the lead, which reports what the headline does.
fn lead(subject: &Prepared, body: &[&Quantity]) -> u32 {
    let first = body.first().map_or(0, |quantity| quantity.sentence);
    let opening = subject
        .document
        .sentences
        .iter()
        .position(|sentence| subject.document.blocks[sentence.block as usize].kind != BlockKind::Title);
    let opening = opening.unwrap_or(0) as u32;
    first.min(opening + OPENING).max(opening + 1)
}

/// Whether a fact of another kind that may repeat the figure has its value: a score, a year, a part of a whole.
fn is_mentioned(subject: &Prepared, figure: &Quantity, again: &[u32]) -> bool {
    let headline = |fact: &Fact<Figure>| subject.document.block_of_fact(fact).kind == BlockKind::Title;
    let repeated = |fact: &Fact<Figure>| again.contains(&fact.sentence) || headline(fact);
    let title = subject.document.tokens_in(figure.span).next().map(|at| subject.document.block_of(at).span);
    let own = |fact: &Fact<Figure>| title.is_some_and(|title| title.contains(fact.span));
    let others = subject.facts.figures.iter().filter(|fact| fact.span != figure.span);
    let others = others.filter(|fact| own(fact) || !repeated(fact));
    others.filter(|fact| may_repeat(figure.kind, fact.detail.kind)).any(|fact| {
        let detail = &fact.detail;
        [detail.value, detail.low, detail.high, detail.part_of.map(|(part, _)| part)].contains(&Some(figure.value))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::findings;

    const CHECK: &str = "within.headline_figure";

    #[test]
    fn the_only_figure_of_the_beginning_states_what_the_headline_does() {
        findings(
            CHECK,
            "# 38 Old Rowers Write to Bramfield Mayor\n\nThe letter to the mayor of Bramfield has 58 names under it.",
            r#"
conflicts warning "38" "58": “38” in the headline, “58” in the text
"#,
        );
        findings(
            CHECK,
            "# 38 Old Rowers Write to Bramfield Mayor\n\nThe letter to the mayor of Bramfield has 58 names and 12 seals under it.",
            "",
        );
    }

    #[test]
    fn what_was_before_is_no_rival_of_what_agrees() {
        let text = |asked: &str| {
            format!(
                "# Guild Seeks Nearly £4bn for Lost Ferries\n\nThe guild {asked} for £2bn for ferries lost at sea. On Monday it wrote again. The £3.7bn would go into ferries and nets."
            )
        };
        let agrees = r#"agrees info "Nearly £4bn" "£3.7bn": “Nearly £4bn” in the headline, “£3.7bn” in the text"#;
        findings(CHECK, &text("had been asking"), agrees);
        let conflicts = r#"conflicts warning "Nearly £4bn" "£2bn": “Nearly £4bn” in the headline, “£2bn” in the text"#;
        findings(CHECK, &text("is asking"), conflicts);
    }

    #[test]
    fn what_was_before_a_change_is_no_rival() {
        let text = |change: &str| {
            format!("# 32% of Bramfield Millers Save No Coin\n\nJust 68% of Bramfield millers save a coin, {change}.")
        };
        findings(CHECK, &text("up from 65% of Bramfield millers last year"), "");
    }

    #[test]
    fn the_same_fate_the_whole_of_one_and_a_country_are_no_hindrance() {
        for (text, expected) in [
            (
                "# Storm Kills 76 at Bramfield\n\nThe gale at Bramfield killed 16 weavers and sank nine barges of the mill.",
                r#"conflicts warning "76" "16": “76” in the headline, “16” in the text"#,
            ),
            (
                "# Mill Counts 31 Men Who Can Weave Sails\n\nTom Reed is one of only 13 men at the mill to weave sails.",
                r#"conflicts warning "31" "13": “31” in the headline, “13” in the text"#,
            ),
            (
                "# Fair Draws 90,000 US Rowers\n\nNearly 20,000 rowers came to the fair at Bramfield on Monday.",
                r#"conflicts warning "90,000" "Nearly 20,000": “90,000” in the headline, “Nearly 20,000” in the text"#,
            ),
        ] {
            findings(CHECK, text, expected);
        }
    }

    #[test]
    fn the_whole_of_one_is_told_in_passing() {
        let text = "# Barge burns, one of 11 fires in Bramfield\n\nFour barges sank and seven other barges burned in Bramfield on Monday.";
        findings(CHECK, text, "");
    }

    #[test]
    fn a_sentence_with_another_figure_of_the_headline_tells_all_of_it() {
        findings(
            CHECK,
            "# 1 killed, 7 injured in Bramfield shootings\n\nFive people were shot in Bramfield on Monday. One man was killed; four were injured.",
            r#"
agrees info "1" "One": “1” in the headline, “One” in the text
conflicts warning "7" "four": “7” in the headline, “four” in the text
"#,
        );
    }
}
