//! Shares of one whole that add up to more than all of it: "54% chose red, 41% blue and 20% green".
//!
//! Severity: warning.
//! Example: 54 + 41 + 20 = 115 is more than 100; "with the remaining 60%" after 60% of one group.
//! Traps: shares of different groups ("60% of men and 50% of women", "61% in the city and 54% in the dales"), several
//! answers allowed ("60% own a barge and 50% row one"), a share of a share ("46%, including 16% who"), two sides of one
//! question ("89%-6%"), rises and falls, rates.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        shown::shown,
        stems::{content, shared, stem_at},
    },
    types::{Bound, Document, Fact, Figure, FigureKind, Finding, Tags, Token, TokenKind, WordList},
};

/// Adds up shares of one whole.
pub const CHECK: Within =
    Within { name: "within.percentages_of_whole", source: include_str!("percentages_of_whole.rs"), check };

/// Words that point to other wholes: comparisons, several answers.
const OTHER: [&str; 15] = [
    "after",
    "also",
    "among",
    "average",
    "both",
    "chance",
    "compared",
    "confidence",
    "counted",
    "error",
    "reporting",
    "respectively",
    "than",
    "turnout",
    "unemployment",
];
/// Words for percentages that are not shares.
const RATES: [&str; 7] = ["discount", "growth", "interest", "off", "rate", "rates", "tax"];
/// The most tokens between two shares of one whole.
const APART: usize = 10;
/// Like [`APART`], where more than two are listed, the last is called the rest, or the same word follows each.
const APART_IN_LIST: usize = 16;
/// Tokens from a share in which to look for a sign of another whole, or for its verb.
const BESIDE: usize = 8;
/// A larger sum is unlikely to be a single slip; it comes from answers to several questions.
const MOST: Decimal = Decimal::from_parts(125, 0, 0, false, 0);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence) {
        let shares: Vec<&Fact<Figure>> = figures.iter().filter(|fact| is_share(subject.document, fact)).collect();
        let Some((total, rounding)) = sum(&shares).filter(|_| (2..=6).contains(&shares.len())) else { continue };
        if total > Decimal::ONE_HUNDRED + rounding && total <= MOST && are_of_one_whole(subject.document, &shares) {
            let terms: Vec<String> = shares.iter().filter_map(|fact| fact.detail.value).map(shown).collect();
            let message = format!("{} = {}% is more than all", terms.join(" + "), shown(total));
            let evidence = shares.iter().map(|fact| subject.figure(fact.span)).collect();
            findings.push(subject.finding(CHECK.name, WARNING, message, evidence));
        }
    }
}

/// Whether a figure is a percentage that is not called a part of the one before: "46%, including 16% who".
fn is_share(document: &Document, fact: &Fact<Figure>) -> bool {
    let before = document.token_at(fact.span.start).checked_sub(1);
    let part = before.is_some_and(|at| document.is(at, "including"));
    fact.detail.kind == FigureKind::Percent && fact.detail.unit == Some("percent") && !part
}

/// The sum of shares, each above zero and below 100, and what rounding may add to it; `None` where one is something
/// else.
fn sum(shares: &[&Fact<Figure>]) -> Option<(Decimal, Decimal)> {
    shares.iter().try_fold((Decimal::ZERO, Decimal::ZERO), |(sum, rounding), fact| {
        let figure = &fact.detail;
        let value = figure.value.filter(|value| *value > Decimal::ZERO && *value < Decimal::ONE_HUNDRED)?;
        let slack = match figure.bound {
            Bound::Exact | Bound::AtLeast | Bound::MoreThan => Decimal::ONE,
            Bound::Approx => Decimal::from(5),
            Bound::AtMost | Bound::LessThan => return None,
        };
        figure.change.is_none().then_some((sum + value, rounding + slack))
    })
}

/// Whether the sentence divides one whole: no change, no comparison, and at most one group named.
fn are_of_one_whole(document: &Document, shares: &[&Fact<Figure>]) -> bool {
    let behind = |fact: &Fact<Figure>| document.token_at(fact.span.end);
    // "69% of men", "a 69% majority of men".
    let of = |fact: &&Fact<Figure>| (behind(fact)..behind(fact) + 2).find(|&at| document.is(at, "of"));
    let group = |of: usize| content(document, of..(of + 5).min(document.tokens.len()));
    let groups: Vec<Vec<u32>> = shares.iter().filter_map(of).map(group).collect();
    let one_group = groups.windows(2).all(|pair| shared(&pair[0], &pair[1]) > 0);
    let last = document.token_at(shares[shares.len() - 1].span.start);
    let rest =
        document.is_one_of(last.saturating_sub(1), const { &WordList::of(["meaning", "means", "other", "remaining"]) });
    let rest = rest || shares.len() > 2 && are_undecided(document, shares[shares.len() - 1]);
    let parallel = shares.windows(2).all(|pair| {
        let [one, other] = [behind(pair[0]), behind(pair[1])];
        other < document.tokens.len() && document.word(one).eq_ignore_ascii_case(document.word(other))
    });
    let most = if rest || parallel || shares.len() > 2 { APART_IN_LIST } else { APART };
    let near = shares.windows(2).all(|pair| {
        let (end, start) = (document.token_at(pair[0].span.end), document.token_at(pair[1].span.start));
        start.saturating_sub(end) <= most
    });
    let pair = |fact: &Fact<Figure>| document.tokens.get(behind(fact)).is_some_and(|next| is_joined(document, next));
    let questions = || {
        are_two_questions(document, shares)
            || hold_several_things(document, shares)
            || are_of_two_wholes(document, shares)
    };
    if !one_group || !near || shares.iter().any(|fact| pair(fact)) || !rest && questions() {
        return false;
    }
    let tokens = document.sentence_tokens(last);
    // "Men made up 56%" is not a rise.
    let made = |at: usize| document.is(at, "up") && document.word(at - 1).starts_with("ma");
    let changes = |at: usize| document.tags(at).any(Tags::CHANGE) && !(at > tokens.start && made(at));
    let number = Tags::DIGITS.with(Tags::NUMBER_WORD);
    let near = |at: usize, reach: usize| {
        let mut starts = shares.iter().map(|fact| document.token_at(fact.span.start));
        starts.any(|start| at + reach >= start && at <= start + reach)
    };
    let start = |at: usize| document.is(at, "from") && (at + 1..at + 3).any(|at| document.tags(at).any(number));
    let among = |at: usize, words: &[&str]| words.iter().any(|word| document.is(at, word));
    let versions =
        |at: usize| near(at, BESIDE) && (start(at) || among(at, &OTHER)) || near(at, BESIDE / 2) && among(at, &RATES);
    // "60% were men and 50% were married": two questions about one group.
    let described =
        tokens.clone().filter(|&at| document.is(at, "were")).count() >= if shares.len() > 2 { 2 } else { 1 };
    let likely = shares.iter().any(|fact| {
        let behind = document.token_at(fact.span.end);
        (behind..behind + 3).any(|at| document.is(at, "likely"))
    });
    let likely = likely && shares.len() < 3;
    !tokens.clone().any(changes) && !likely && (rest || !described && !tokens.clone().any(versions))
}

/// Whether the share is of those who gave no answer, as the last of a poll often is: "and 15% were undecided".
fn are_undecided(document: &Document, share: &Fact<Figure>) -> bool {
    const NO_ANSWER: WordList<8> = WordList::of([
        "abstained",
        "neither",
        "undecided",
        "unknown",
        "unsure",
        "uncertain",
        "undeclared",
        "unanswered",
    ]);
    let behind = document.token_at(share.span.end);
    // "And 13% did not know".
    let unknown = |at: usize| {
        let not = document.is(at - 1, "not") || document.ends_in(at - 1, "n't");
        document.is(at, "know") && not
    };
    (behind..behind + BESIDE).any(|at| document.is_one_of(at, &NO_ANSWER) || unknown(at))
}

/// Whether a token is a dash without spaces before a number, which joins two sides: "89%-6%".
fn is_joined(document: &Document, token: &Token) -> bool {
    let at = document.token_at(token.span.start);
    token.kind == TokenKind::Dash && document.is_glued(at - 1) && document.tags(at + 1).any(Tags::DIGITS)
}

/// Whether two shares have clauses of their own, shown by a comma before `and`, or one is called a level: "58% have it,
/// and 57% fear it", "more than 50%, at 53%".
fn are_two_questions(document: &Document, shares: &[&Fact<Figure>]) -> bool {
    let [one, other] = shares else { return false };
    let second = document.token_at(other.span.start);
    let clauses = second > 1 && document.is(second - 1, "and") && document.is(second - 2, ",");
    let level = |fact: &Fact<Figure>| {
        let first = document.token_at(fact.span.start);
        first > 0 && document.is(first - 1, "at")
    };
    clauses || level(one) || level(other)
}

/// Whether two shares are of different things, each with the same preposition or with a time: "61% in the city and 54%
/// in the dales", "60% passed last year and 55% this year", "60% goes to schools, of which 55% is for pay".
fn are_of_two_wholes(document: &Document, shares: &[&Fact<Figure>]) -> bool {
    const PLACES: WordList<7> = WordList::of(["against", "among", "at", "for", "in", "on", "to"]);
    const SIDES: WordList<5> = WordList::of(["favor", "favour", "opposition", "play", "support"]);
    let [one, other] = shares else { return false };
    let second = document.token_at(other.span.start);
    let end = document.sentence_tokens(second).end;
    let part = second > 1 && document.is(second - 1, "which") && document.is(second - 2, "of");
    let stretch = |fact: &Fact<Figure>, end: usize| {
        let behind = document.token_at(fact.span.end);
        behind..end.min(behind + BESIDE)
    };
    let stretches = [stretch(one, second), stretch(other, end)];
    let place = |tokens: &std::ops::Range<usize>| {
        let at = tokens.clone().find(|&at| document.is_one_of(at, &PLACES) && !document.is_one_of(at + 1, &SIDES))?;
        Some((document.tokens[at].word, content(document, at + 1..(at + 4).min(tokens.end))))
    };
    let places = || match [place(&stretches[0]), place(&stretches[1])] {
        [Some(left), Some(right)] => left.0 == right.0 && shared(&left.1, &right.1) == 0 && !right.1.is_empty(),
        _ => false,
    };
    let timed = |tokens: &std::ops::Range<usize>| {
        let year = |at: usize| document.word(at).len() == 4 && document.word(at).parse::<i16>().is_ok();
        tokens.clone().any(|at| document.tags(at).any(Tags::TIME_UNIT | Tags::MONTH) || year(at))
    };
    // "In the city Reed took 61%; in the dales Dale won 54%".
    let mark = (document.token_at(one.span.end)..second).find(|&at| document.is(at, ";"));
    let set_off = mark.is_some_and(|mark| document.is_one_of(mark + 1, &PLACES));
    part || set_off || places() || stretches.iter().all(timed)
}

/// Whether each of several shares has a verb of its own: "52% say …, 47% expect … and 21% doubt …".
fn hold_several_things(document: &Document, shares: &[&Fact<Figure>]) -> bool {
    let verb = |fact: &&Fact<Figure>| {
        let behind = document.token_at(fact.span.end);
        let verb = Tags::CUE.with(Tags::VERB).with(Tags::AUXILIARY);
        (behind..behind + BESIDE).find(|&at| document.tags(at).any(verb)).map(|at| stem_at(document, at))
    };
    let mut verbs: Vec<u32> = shares.iter().filter_map(verb).collect();
    verbs.sort_unstable();
    verbs.dedup();
    verbs.len() > 2 && verbs.len() == shares.len()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn shares_of_one_whole_do_not_exceed_it() {
        findings(
            CHECK.name,
            "In the survey 54% chose the red mill, 41% the blue one and 20% the green.",
            r#"
conflicts warning "54%" "41%" "20%": 54 + 41 + 20 = 115% is more than all
"#,
        );
    }

    #[test]
    fn shares_told_in_the_same_words_may_stand_apart() {
        findings(
            CHECK.name,
            "Under the plan 70% will be spent on mending the mill and the barns of the town of Bramfield; 40% will be saved.",
            r#"
conflicts warning "70%" "40%": 70 + 40 = 110% is more than all
"#,
        );
    }

    #[test]
    fn the_rest_of_a_whole_does_not_exceed_it() {
        findings(
            CHECK.name,
            "Of those who came, 60% were from Bramfield, with the remaining 60% visitors.",
            r#"
conflicts warning "60%" "60%": 60 + 60 = 120% is more than all
"#,
        );
    }

    #[test]
    fn other_wholes_and_changes_are_silent() {
        findings(
            CHECK.name,
            "It was backed by 60% of men and 50% of women. Rents rose 60% and fares 55%. Some 54% said yes, 46% no.",
            "",
        );
        for text in [
            "Of all rowers 60% own a barge, and 55% mend it.",
            "In Ostwick 52% of millers say it will rain, 47% expect frost and 21% doubt the almanac.",
            "A 69% majority of millers back the dam; a 45% plurality of rowers oppose it.",
            "The dam got 46%, including 16% who love it, and 46% against.",
            "With 76% of the vote counted, Ann Dale led with 34% of it.",
            "The guild has 60 apprentices, of whom 54% are girls, 41% live in Tarn and 22% speak Welsh.",
            "Millers back the dam 89%-6%, and rowers oppose it 25%-59%.",
            "Nationally 54% were old, 72% tall, 13% lame.",
            "The dam had 61 percent in the city and 54 percent in the dales.",
            "In the city Reed took 61 percent; in the dales Dale won 54 percent.",
            "Of the apprentices 60 per cent passed last year and 55 per cent this year.",
            "The paint is 60% effective against rot and 55% against moss.",
            "Of the money 60% goes to mills, of which 55% is for sails.",
        ] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn shares_that_make_up_a_whole_rise_and_describe_nothing() {
        for (text, expected) in [
            (
                "Men made up 56% of the rowers, and women 54% of the rowers.",
                r#"conflicts warning "56%" "54%": 56 + 54 = 110% is more than all"#,
            ),
            (
                "Some 56% of wardens were against the dam, 53% supported it and 13% did not know.",
                r#"conflicts warning "Some 56%" "53%" "13%": 56 + 53 + 13 = 122% is more than all"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn those_who_gave_no_answer_are_the_rest() {
        findings(
            CHECK.name,
            "Of the wardens 45% backed the red mill, 40% backed the blue one and 30% were undecided.",
            r#"conflicts warning "45%" "40%" "30%": 45 + 40 + 30 = 115% is more than all"#,
        );
    }
}
