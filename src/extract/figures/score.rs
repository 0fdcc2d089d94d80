//! The score of a game or vote: "won 3-1", "a 52-48 vote".

use rust_decimal::Decimal;

use super::{
    designation,
    numeral::{self, joins},
    quantity,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Figure, FigureKind, Tags, WordList},
};

/// Scores.
pub const EXTRACTOR: Extractor<Figure> =
    Extractor { name: "figures.score", source: include_str!("score.rs"), anchors: numeral::ANCHORS, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    if let Some(second) = scoreboard(document, at) {
        push(document, at, second, found);
        return;
    }
    if let Some(end) = votes(document, at).or_else(|| wickets(document, at)) {
        let (one, other) = (numeral::at(document, at), numeral::at(document, end - 1));
        let ends = one.and_then(|one| one.value()).zip(other.and_then(|other| other.value()));
        found.extend(ends.map(|(one, other)| quantity::fact(document, at..end, EXTRACTOR.name, figure(one, other))));
        return;
    }
    if !document.tags(at).any(Tags::DIGITS) {
        return;
    }
    let hyphened = is_hyphened(document, at);
    let second = at + if hyphened { 4 } else { 2 };
    let plain = || designation::is_score(document, at) || is_told(document, at);
    if !document.tags(second).any(Tags::DIGITS) || !hyphened && !plain() {
        return;
    }
    push(document, at, second, found);
}

fn push(document: &Document, at: usize, second: usize, found: &mut Vec<Fact<Figure>>) {
    let number = |at: usize| document.word(at).parse::<Decimal>().ok();
    let (Some(one), Some(other)) = (number(at), number(second)) else { return };
    found.push(quantity::fact(document, at..second + 1, EXTRACTOR.name, figure(one, other)));
}

fn figure(one: Decimal, other: Decimal) -> Figure {
    Figure {
        kind: FigureKind::Score,
        low: Some(one.min(other)),
        high: Some(one.max(other)),
        step: Decimal::ONE,
        ..Figure::default()
    }
}

/// The token after the second number: "By nine votes to four".
fn votes(document: &Document, at: usize) -> Option<usize> {
    let cast = document.is(at + 1, "votes") && document.is(at + 2, "to");
    let number = |at: usize| {
        let numeral = numeral::at(document, at).filter(|numeral| numeral.tokens == (at..at + 1))?;
        numeral.value()
    };
    let closed = || !document.tags(at + 4).any(Tags::PERCENT | Tags::UNIT | Tags::MAGNITUDE | Tags::NUMBER_WORD);
    // Digits give the votes for each side: "won by 41 votes to 38".
    let board = document.tags(at).any(Tags::NUMBER_WORD);
    (cast && board && number(at)? >= number(at + 3)? && closed()).then_some(at + 4)
}

/// The token after runs and wickets, if the sentence has words of cricket: "245 for 6".
fn wickets(document: &Document, at: usize) -> Option<usize> {
    const CRICKET: WordList<13> = WordList::of([
        "batsman", "batsmen", "bowled", "bowler", "bowlers", "declared", "innings", "lbw", "overs", "run-out",
        "stumps", "wicket", "wickets",
    ]);
    let runs = document.is(at + 1, "for") && document.tags(at).any(Tags::DIGITS) && document.word(at).len() <= 3;
    let lost =
        |at: usize| document.tags(at).any(Tags::DIGITS) && document.word(at).parse::<u8>().is_ok_and(|lost| lost <= 10);
    let out = |at: usize| {
        document.is(at, "out") && at > 0 && document.is_one_of(at - 1, const { &WordList::of(["all", "not"]) })
    };
    let cricket = || document.sentence_tokens(at).any(|at| document.is_one_of(at, &CRICKET) || out(at));
    let whole = || !document.tags(at + 3).any(Tags::PERCENT | Tags::MAGNITUDE | Tags::TIME_UNIT);
    let sign = at > 0 && document.tags(at - 1).any(Tags::CURRENCY);
    (runs && lost(at + 2) && !sign && whole() && cricket()).then_some(at + 3)
}

/// The token of the second number, where a sentence begins with two names and their scores: "Ostwick 3 Tarn Town 1".
fn scoreboard(document: &Document, at: usize) -> Option<usize> {
    let name = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::CAPITALISED) && !tags.any(Tags::MONTH | Tags::DESIGNATOR | Tags::DETERMINER | Tags::PREPOSITION)
    };
    let scored = |at: usize| document.tags(at).any(Tags::DIGITS) && document.tokens[at].span.len() <= 2;
    let first = at.checked_sub(1).filter(|&last| scored(at) && name(last) && name(at + 1))?;
    let start = document.sentence_tokens(at).start;
    let second = (at + 2..at + 4).find(|&at| !name(at)).filter(|&at| scored(at))?;
    let closed = second + 1 >= document.sentence_tokens(at).end
        || document.is_one_of(second + 1, const { &WordList::of(["(", ".", ";", ","]) });
    (at < start + 4 && (start..first).all(name) && closed).then_some(second)
}

/// Whether a score is written with hyphens: "A 134-to-63 vote".
fn is_hyphened(document: &Document, at: usize) -> bool {
    const CALLED: WordList<7> = WordList::of(["decision", "loss", "margin", "ruling", "victory", "vote", "win"]);
    let joined = joins(document, at + 1) && document.is(at + 2, "to") && joins(document, at + 3);
    joined && document.is_one_of(at + 5, &CALLED)
}

/// Whether a word for a score is near, and the higher number comes first: "Voted 219 to 206", "by a narrow margin, 98
/// to 96".
fn is_told(document: &Document, at: usize) -> bool {
    const CUES: WordList<21> = WordList::of([
        "ahead",
        "approved",
        "beat",
        "beating",
        "beats",
        "defeat",
        "defeated",
        "defeating",
        "lead",
        "leads",
        "led",
        "lost",
        "majority",
        "margin",
        "passed",
        "victory",
        "vote",
        "voted",
        "votes",
        "won",
        "win",
    ]);
    if !document.is(at + 1, "to") {
        return false;
    }
    let number = |at: usize| document.word(at).parse::<u32>().ok().filter(|_| document.word(at).len() <= 3);
    let (Some(one), Some(other)) = (number(at), number(at + 2)) else { return false };
    const UNITS: Tags = Tags::PERCENT.with(Tags::UNIT).with(Tags::MAGNITUDE).with(Tags::CURRENCY).with(Tags::TIME_UNIT);
    let first = document.sentence_tokens(at).start.max(at.saturating_sub(5));
    let free = at == 0 || !document.tags(at - 1).any(Tags::CURRENCY) && !document.is(at - 1, "from");
    free && one > other && !document.tags(at + 3).any(UNITS) && (first..at).any(|at| document.is_one_of(at, &CUES))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn games_and_votes() {
        figures(
            "
Morfa won 3-1 after being 2-0 down, on a 52-48 vote.
          ^^^ figure score low=1 high=3
                          ^^^ figure score low=0 high=2
                                         ^^^^^ figure score low=48 high=52 counted=[vote]
Tarn sacked him after a 9-14 start.
                        ^^^^ figure score low=9 high=14 counted=[start]
",
        );
    }

    #[test]
    fn scores_on_a_board() {
        figures(
            "
Ostwick Lions 3 Tarn 1 (half-time 2-0).
              ^^^^^^^^ figure score low=1 high=3
                                  ^^^ figure score low=0 high=2
",
        );
    }

    #[test]
    fn scores_in_places() {
        figures(
            "
The rovers drew 2-2 in Tarn. The Morfa Larks (3-9) are next; Ada Pike beat her over three sets 6-1 3-6 7-5.
                ^^^ figure score low=2 high=2
                                              ^^^ figure score low=3 high=9
                                                                                    ^^^^^ figure count value=3 counted=[sets]
                                                                                               ^^^ figure score low=1 high=6
                                                                                                   ^^^ figure score low=3 high=6
                                                                                                       ^^^ figure score low=5 high=7
",
        );
    }

    #[test]
    fn hyphens_alone_make_no_score() {
        figures(
            "
Rooms 3-9 slept 10-12 guests.
                ^^^^^ figure range low=10 high=12 counted=[guests]
",
        );
    }

    #[test]
    fn votes_told_with_to() {
        figures(
            "
The board voted 219 to 206 for it, and fares fell from 30 to 12.
                ^^^^^^^^^^ figure score low=206 high=219
                                                       ^^ figure count value=30 counted=[fares]
                                                             ^^ figure count value=12 change=down counted=[fares]
",
        );
    }

    #[test]
    fn votes_with_hyphens() {
        figures(
            "
The board closed the lock by a 134-to-63 vote.
                               ^^^^^^^^^ figure score low=63 high=134 counted=[vote]
",
        );
    }

    #[test]
    fn wickets_and_votes() {
        figures(
            "
Tarn made 245 for 6 in 50 overs. The board backed the weir by nine votes to four. He had 12 goats for 3 days.
          ^^^^^^^^^ figure score low=6 high=245
                       ^^ figure count value=50 counted=[overs]
                                                              ^^^^^^^^^^^^^^^^^^ figure score low=4 high=9
                                                                                         ^^ figure count value=12 counted=[goats]
                                                                                                      ^^^^^^ figure duration value=3 unit=day resolved=P3D
",
        );
    }
}
