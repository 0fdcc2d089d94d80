//! The direction in which a quantity changed: "rose 3%", "down 68p", "an increase of 155", "12% higher", "+0.4%".

use std::ops::Range;

use super::{designation::is_title_case, kept, moved, noun, numeral::joins, phrase, spurious, than};
use crate::{
    grammar::{classes, endings, kinds, tenses},
    lexicon::LEXICON,
    types::{Change, Document, Fact, Figure, FigureKind, Span, Tags, TokenKind, WordList},
};

/// Maximum number of tokens between a word of change and its figure; each figure between counts once.
const REACH: usize = 8;

/// Verbs before an "up" or "down" that gives the direction.
pub const MOVES: WordList<33> = WordList::of([
    "came", "close", "closed", "closes", "closing", "come", "comes", "crept", "drifted", "edged", "edges", "edging",
    "ended", "ending", "ends", "finished", "go", "goes", "going", "gone", "inched", "inching", "moved", "nudged",
    "remain", "remained", "remains", "shoot", "shoots", "shot", "ticked", "trading", "went",
]);

/// Sets the direction of every figure that a word of rising or falling governs.
pub fn attach(document: &Document, figures: &mut [Fact<Figure>]) {
    for index in 0..figures.len() {
        let (done, rest) = figures.split_at_mut(index);
        let Some(fact) = rest.first_mut() else { return };
        if matches!(
            fact.detail.kind,
            FigureKind::Date | FigureKind::Duration | FigureKind::Ordinal | FigureKind::Age | FigureKind::Score
        ) || spurious::is_of_vote(document, document.token_at(fact.span.start))
        {
            continue;
        }
        fact.detail.change = signed(document, fact)
            .or_else(|| before(document, fact, done))
            .or_else(|| behind(document, fact))
            .or_else(|| told_by_subject(document, fact))
            .or_else(|| moved::of_index(document, fact).or_else(|| moved::given_up(document, fact)))
            .or_else(|| moved::direction(document, fact, done))
            .or_else(|| parallel(document, fact.span, done));
    }
}

/// The direction that a plus or minus before a percentage or an amount of money gives.
fn signed(document: &Document, fact: &Fact<Figure>) -> Option<Change> {
    let at = document.token_at(fact.span.start);
    let negative = fact.detail.value.is_some_and(|value| value.is_sign_negative());
    match fact.detail.kind {
        FigureKind::Percent | FigureKind::Money if negative => Some(Change::Down),
        FigureKind::Percent | FigureKind::Money if at > 0 && document.is(at - 1, "+") => Some(Change::Up),
        _ => None,
    }
}

/// The direction that a word of change before the figure gives, with only permitted words between.
fn before(document: &Document, fact: &Fact<Figure>, done: &[Fact<Figure>]) -> Option<Change> {
    let at = document.token_at(fact.span.start);
    let amount = matches!(fact.detail.kind, FigureKind::Percent | FigureKind::Money);
    let start = document.sentence_tokens(at).start;
    let mut done = done.iter().rev().peekable();
    let mut next = at;
    for _ in 0..REACH {
        next = next.checked_sub(1).filter(|&next| next >= start)?;
        if let Some(figure) = done.next_if(|figure| figure.span.end >= document.tokens[next].span.end) {
            next = document.token_at(figure.span.start);
            continue;
        }
        // "Shed 28 points"; anywhere else a shed is a building.
        if next + 1 != at && document.is(next, "shed") {
            return None;
        }
        if let Some(&change) = LEXICON.changes.get(document.tokens[next].word) {
            if fact.detail.kind == FigureKind::Count && is_of_supply(document, next, at)
                || spurious::is_no_change(document, fact, next)
            {
                return None;
            }
            let told = is_change(document, next, start)
                || moved::is_index_up(document, fact, next)
                || amount && is_how_far(document, next, at)
                || amount && next + 1 == at && is_of_noun(document, next, fact.detail.kind);
            return told.then_some(change);
        }
        if is_off(document, fact, next, at) {
            return Some(Change::Down);
        }
        if !may_stand_between(document, next) && !is_how_much(document, next, at) {
            return None;
        }
    }
    None
}

/// "The Dow was off 76.79", "sales are off 4%": whether `off` right before the size says that something fell.
fn is_off(document: &Document, fact: &Fact<Figure>, off: usize, size: usize) -> bool {
    let amount = match fact.detail.kind {
        FigureKind::Percent | FigureKind::Money => true,
        FigureKind::Count => fact.detail.value.is_some_and(|value| value.scale() > 0),
        _ => false,
    };
    amount && off > 0 && off + 1 == size && document.is(off, "off") && document.is_one_of(off - 1, &classes::BE)
}

/// Whether an adjective stands between an article and the size at `size`: "Grew at a solid 3% pace", "fell a staggering
/// 12 points".
fn is_how_much(document: &Document, at: usize, size: usize) -> bool {
    let other = document.tags(at).any(phrase::LIMITS.with(Tags::VERB)) || endings::is_past_form(document.word(at));
    let adjective = document.tokens[at].kind == TokenKind::Word && !other;
    let article = at > 1 && document.is_one_of(at - 1, &classes::INDEFINITE_ARTICLES);
    let moved = |at: usize| {
        document.tags(at).any(Tags::CHANGE) || document.is_one_of(at, const { &WordList::of(["at", "by", "to"]) })
    };
    at + 1 == size && adjective && article && moved(at - 2)
}

/// The direction that the subject of the clause gives: "The rise was 5%", "the drop in tolls was about £3m".
fn told_by_subject(document: &Document, fact: &Fact<Figure>) -> Option<Change> {
    const WALLS: Tags = Tags::AUXILIARY.with(Tags::RELATIVE).with(Tags::CONJUNCTION).with(Tags::CUE);
    let at = document.token_at(fact.span.start);
    let be = at.checked_sub(1).filter(|&be| document.is_one_of(be, &classes::FINITE_BE))?;
    let points = fact.detail.kind == FigureKind::Count && document.is(document.token_at(fact.span.end), "points");
    if !points && !matches!(fact.detail.kind, FigureKind::Money | FigureKind::Percent) {
        return None;
    }
    let first = document.sentence_tokens(at).start.max(at.saturating_sub(REACH));
    let inner = (first..be).rev().take_while(|&at| is_word_of(document, at) && !document.tags(at).any(WALLS));
    let noun = inner.into_iter().find(|&at| moved::is_noun_of_moving(document, at))?;
    let determined = noun > 0 && document.tags(noun - 1).any(Tags::DETERMINER | Tags::ADJECTIVE | Tags::PRONOUN);
    let alone = noun + 1 == be || document.is(noun + 1, "in") || document.is(noun + 1, "of");
    (determined && alone).then(|| LEXICON.changes.get(document.tokens[noun].word).copied())?
}

fn is_word_of(document: &Document, at: usize) -> bool {
    matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Possessive)
}

/// Whether "up" or "down" gives a direction, rather than belonging to a verb with another meaning: "sat down".
fn is_change(document: &Document, at: usize, start: usize) -> bool {
    let particle = document.is(at, "up") || document.is(at, "down");
    if !particle || at == start {
        return true;
    }
    // "Runners-up three times".
    if document.is(at - 1, "-") && joins(document, at - 1) && at > 1 && !document.is(at - 2, "mark") {
        return false;
    }
    let tags = document.tags(at - 1);
    tags.any(
        Tags::AUXILIARY | Tags::ADVERB | Tags::CHANGE | Tags::CONJUNCTION | Tags::DIGITS | Tags::PERCENT | Tags::CURRENCY | Tags::MAGNITUDE,
    ) || document.tokens[at - 1].kind != TokenKind::Word
        // "Ended the day up 4%", "is actually up 4%".
        || tags.any(Tags::TIME_UNIT)
        || document.ends_in(at - 1, "ly") && at > 1 && document.tags(at - 2).any(Tags::AUXILIARY)
        || document.is_one_of(at - 1, &MOVES)
}

/// Whether the number is of those whose supply is cut: "Power cuts to 12 mills".
fn is_of_supply(document: &Document, cut: usize, at: usize) -> bool {
    const PLAIN: Tags = Tags::CAPITALISED.with(Tags::AUXILIARY).with(Tags::PRONOUN);
    cut + 2 == at
        && document.is(at - 1, "to")
        && cut > 0
        && document.is_one_of(cut, const { &WordList::of(["cut", "cuts"]) })
        && noun::is_noun(document, cut - 1)
        && !endings::is_plural(document, cut - 1)
        && !document.tags(cut - 1).any(PLAIN)
}

/// Whether the particle at `at` leads to the amount at `size`: "Pushed tolls up by 4%", "down to £3".
fn is_how_far(document: &Document, at: usize, size: usize) -> bool {
    let down = document.is(at, "down") && document.is(at + 1, "to");
    size == at + 2 && (document.is(at + 1, "by") || down || kept::is_pushed(document, at))
}

/// Whether the word before "up" is the thing that rose, and not a verb: "Profits up 12%", "Dorn Profit Up 12%", "with
/// rents down £40".
fn is_of_noun(document: &Document, up: usize, kind: FigureKind) -> bool {
    let (money, percent) = (kind == FigureKind::Money, kind == FigureKind::Percent);
    const TAKING: WordList<15> = WordList::of([
        "back", "coughs", "drives", "drums", "eats", "gobbles", "makes", "pays", "picks", "racks", "runs", "scoops",
        "snaps", "soaks", "uses",
    ]);
    let Some(noun) = up.checked_sub(1).filter(|&at| noun::is_noun(document, at)) else { return false };
    let tags = document.tags(noun);
    let verb = tags.any(Tags::VERB | Tags::CUE) || tenses::told_by_word(document, noun).is_some();
    let title = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START) && is_title_case(document, noun);
    // "Racks up £40": a verb with money as its object has a subject before it.
    let opens = noun == document.sentence_tokens(noun).start || document.is(noun - 1, "with");
    let plural = endings::is_plural(document, noun);
    // "Rape was up and robbery down 3%", "with Tarn Salt down 4%": with a percentage the word has no other use.
    let done = endings::is_past_form(document.word(noun)) || document.ends_in(noun, "ing");
    let share = percent && !tags.any(Tags::PREPOSITION) && !done;
    !verb && !document.is_one_of(noun, &TAKING) && if money { plural && opens } else { plural || title || share }
}

/// The direction of the same change in another unit: "fell 190 points, or 0.6%", "fell 190 points (0.6%)".
fn parallel(document: &Document, span: Span, done: &[Fact<Figure>]) -> Option<Change> {
    let Range { start, end } = document.tokens_in(span);
    let bracket = || document.is(end, ")") || document.is(end + 1, ")") && !document.is(end, "%");
    // "Rose 12% and 9% respectively".
    let shares = || document.tags(end - 1).any(Tags::PERCENT) && !document.is(end, "of");
    let both = |at: usize| {
        done.last()
            .is_some_and(|last| document.token_at(last.span.end) == at && last.detail.kind == FigureKind::Percent)
    };
    let each = |at: usize| document.is(at, "and") && (document.is(end, "respectively") || shares() && both(at));
    let is_link = |at: usize| document.is(at, "or") || document.is(at, "(") && bracket() || each(at);
    let link = start.checked_sub(1).filter(|&at| is_link(at))?;
    let last = done.last().filter(|last| document.token_at(last.span.end) + 3 >= link)?;
    last.detail.change
}

fn may_stand_between(document: &Document, at: usize) -> bool {
    // "Halved as 32 rebels joined" opens a clause, "rose as much as 5%" does not.
    if document.is(at, "as") {
        const AS_MUCH: WordList<5> = WordList::of(["far", "high", "low", "many", "much"]);
        let behind = at > 0 && (document.is_one_of(at - 1, &AS_MUCH) || document.tags(at - 1).any(Tags::BOUND));
        return behind || document.is_one_of(at + 1, &AS_MUCH);
    }
    const BETWEEN: WordList<18> = WordList::of([
        "by", "to", "of", "at", "a", "an", "another", "further", "just", "only", "again", "sharply", "slightly",
        "back", "about", "around", "end", "well",
    ]);
    let adverb = document.tags(at).any(Tags::BOUND) && !document.is(at, "from");
    adverb || is_year_on_year(document, at) || document.is_one_of(at, &BETWEEN) || document.ends_in(at, "ly")
}

/// Whether the words only give the period of comparison: "4% year on year to £3m", "2% month-on-month".
fn is_year_on_year(document: &Document, at: usize) -> bool {
    let unit = |at: usize| document.tags(at).any(Tags::TIME_UNIT);
    let on = |at: usize| document.is(at, "on");
    if at < 2 {
        return false;
    }
    if on(at) {
        return unit(at - 1) && unit(at + 1) || joins(document, at - 1) && joins(document, at + 1);
    }
    let dash = joins(document, at);
    dash && (on(at - 1) || on(at + 1))
        || unit(at) && (on(at - 1) || on(at + 1) || joins(document, at - 1) && on(at - 2) || on(at + 2))
}

/// The direction that the words after the figure give: "12 per cent more than", "5% higher", "a 4.2 percent drop", "3%
/// pay rise".
fn behind(document: &Document, fact: &Fact<Figure>) -> Option<Change> {
    if let Some(change) = than::direction(document, fact) {
        return Some(change);
    }
    let amount = matches!(fact.detail.kind, FigureKind::Percent | FigureKind::Money);
    let hyphen = || document.article.text.as_bytes().get(fact.span.end as usize) == Some(&b'-');
    if !(amount || fact.detail.kind == FigureKind::Count && hyphen()) {
        return None;
    }
    let tokens = document.tokens_in(fact.span);
    // "A 40-point drop".
    if !amount && !document.is(tokens.end + 1, "point") {
        return None;
    }
    // "A 4% year-on-year rise".
    let behind = tokens.end + if amount { 0 } else { 2 };
    let first = (behind..behind + 6).find(|&at| !is_year_on_year(document, at)).unwrap_or(behind);
    let end = document.sentence_tokens(tokens.start).end.min(first + 4);
    for at in first..end {
        if let Some(&change) = LEXICON.changes.get(document.tokens[at].word) {
            let finite = document.tags(at).any(Tags::VERB) || document.ends_in(at, "ed");
            // "£99 down with a payment a month": a first payment.
            if at == tokens.end && document.is(at, "down") && document.is(at + 1, "with") {
                return None;
            }
            return (!finite).then_some(change);
        }
        let stops =
            Tags::PREPOSITION | Tags::CONJUNCTION | Tags::AUXILIARY | Tags::PRONOUN | Tags::RELATIVE | Tags::VERB;
        let word = document.word(at).starts_with(char::is_alphabetic) || kinds::is_dash(document, at);
        if !word || document.tags(at).any(stops) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn neither_clauses_nor_first_payments_are_changes() {
        figures(
            "
The lead more than halved as 14 millers left. The van costs £80 down with no tolls.
                             ^^ figure count value=14 counted=[millers]
                                                            ^^^ figure money value=80 unit=GBP counted=[van]
",
        );
    }

    #[test]
    fn rising_and_falling() {
        figures(
            "
Rents rose 3% to £540, while fees fell by 12p and tolls were up 4%.
           ^^ figure percent value=3 unit=percent change=up counted=[Rents]
                 ^^^^ figure money value=540 unit=GBP change=up counted=[Rents]
                                          ^^^ figure money value=12 unit=penny change=down counted=[fees]
                                                                ^^ figure percent value=4 unit=percent change=up counted=[tolls]
Tolls were 12% higher, after a 4% drop.
           ^^^ figure percent value=12 unit=percent change=up counted=[Tolls]
                               ^^ figure percent value=4 unit=percent change=down counted=[drop]
",
        );
    }

    #[test]
    fn year_on_year() {
        figures(
            "
Takings grew 4% year on year to £3m, and the debt narrowed 2% year-on-year to £9m.
             ^^ figure percent value=4 unit=percent change=up counted=[Takings]
                                ^^^ figure money value=3000000 unit=GBP change=up counted=[Takings]
                                                           ^^ figure percent value=2 unit=percent change=down counted=[debt]
                                                                              ^^^ figure money value=9000000 unit=GBP change=down counted=[debt]
",
        );
    }

    #[test]
    fn what_is_up_or_down() {
        figures(
            "
With rents up £40 a month and sales down 3%, millers make up 12% of Tarn.
              ^^^ figure money value=40 unit=GBP per=month change=up counted=[rents]
                                         ^^ figure percent value=3 unit=percent change=down counted=[sales]
                                                             ^^^ figure percent value=12 unit=percent counted=[Tarn]
",
        );
    }

    #[test]
    fn one_change_in_two_units() {
        figures(
            "
Wool fell by 12 points (2.5%), and hides rose 3% to 340 pence (£3.40).
             ^^ figure count value=12 change=down counted=[points]
                        ^^^^ figure percent value=2.5 unit=percent change=down counted=[Wool]
                                              ^^ figure percent value=3 unit=percent change=up counted=[hides]
                                                    ^^^^^^^^^ figure money value=340 unit=penny change=up counted=[hides]
                                                               ^^^^^ figure money value=3.4 unit=GBP change=up counted=[hides]
",
        );
    }

    #[test]
    fn other_senses_change_nothing() {
        figures(
            "
He sat down to 12 pies and set up 3 stalls.
               ^^ figure count value=12 counted=[pies]
                                  ^ figure count value=3 counted=[stalls]
",
        );
    }

    #[test]
    fn forms_of_a_change() {
        figures(
            "
Barley edged up 4p as oats shed 12 points; a 4% year-on-year rise and a 30-point drop were seen, by 12% fewer millers, in a shed of 14 oars.
                ^^ figure money value=4 unit=penny change=up counted=[Barley]
                                ^^ figure count value=12 change=down counted=[points]
                                             ^^ figure percent value=4 unit=percent change=up
                                                                        ^^ figure count value=30 change=down counted=[point]
                                                                                                    ^^^ figure percent value=12 unit=percent change=down counted=[millers]
                                                                                                                                    ^^ figure count value=14 counted=[oars]
",
        );
    }

    #[test]
    fn headlines_and_shares() {
        figures(
            "
Dow Closes Down 3%
                ^^ figure percent value=3 unit=percent change=down counted=[Dow]

Tarn Profits Shoot Up 17%
                      ^^^ figure percent value=17 unit=percent change=up counted=[Tarn Profits]

Dow Up 258
       ^^^ figure count value=258 change=up counted=[Dow]

The index gained 6.6% and 4.3% in May. Sales were off 24%.
                 ^^^^ figure percent value=6.6 unit=percent change=up counted=[index]
                          ^^^^ figure percent value=4.3 unit=percent change=up counted=[index]
                                  ^^^ figure date
                                                      ^^^ figure percent value=24 unit=percent change=down counted=[Sales]
",
        );
    }
}
