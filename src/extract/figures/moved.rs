//! The direction in which somebody moves a quantity, and by how much or to what level: "cut its rate by 25 basis points
//! to 3%", "raised the toll from £2 to £3"; and the direction of a quantity that moves by itself: "rose from 5 to 7".

use super::numeral::joins;
use crate::{
    lexicon::LEXICON,
    types::{Change, Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList, WordMap},
};

/// Maximum number of tokens of what is moved.
const LONGEST: usize = 12;

/// Verbs whose subject moves an amount. Verbs of winning and losing take a margin instead.
const MOVING: WordMap<Change, 75> = WordMap::of([
    ("boost", Change::Up),
    ("boosted", Change::Up),
    ("boosting", Change::Up),
    ("boosts", Change::Up),
    ("cut", Change::Down),
    ("cuts", Change::Down),
    ("cutting", Change::Down),
    ("decrease", Change::Down),
    ("decreased", Change::Down),
    ("decreases", Change::Down),
    ("decreasing", Change::Down),
    ("double", Change::Up),
    ("doubled", Change::Up),
    ("doubles", Change::Up),
    ("doubling", Change::Up),
    ("expand", Change::Up),
    ("expanded", Change::Up),
    ("expanding", Change::Up),
    ("expands", Change::Up),
    ("halve", Change::Down),
    ("halved", Change::Down),
    ("halves", Change::Down),
    ("halving", Change::Down),
    ("hike", Change::Up),
    ("hiked", Change::Up),
    ("hikes", Change::Up),
    ("hiking", Change::Up),
    ("increase", Change::Up),
    ("increased", Change::Up),
    ("increases", Change::Up),
    ("increasing", Change::Up),
    ("lift", Change::Up),
    ("lifted", Change::Up),
    ("lifting", Change::Up),
    ("lifts", Change::Up),
    ("lower", Change::Down),
    ("lowered", Change::Down),
    ("lowering", Change::Down),
    ("lowers", Change::Down),
    ("narrowed", Change::Down),
    ("narrowing", Change::Down),
    ("pare", Change::Down),
    ("pared", Change::Down),
    ("pares", Change::Down),
    ("paring", Change::Down),
    ("raise", Change::Up),
    ("raised", Change::Up),
    ("raises", Change::Up),
    ("raising", Change::Up),
    ("reduce", Change::Down),
    ("reduced", Change::Down),
    ("reduces", Change::Down),
    ("reducing", Change::Down),
    ("reduction", Change::Down),
    ("shorten", Change::Down),
    ("shortened", Change::Down),
    ("shrink", Change::Down),
    ("shrinking", Change::Down),
    ("shrunk", Change::Down),
    ("slash", Change::Down),
    ("slashed", Change::Down),
    ("slashes", Change::Down),
    ("slashing", Change::Down),
    ("strengthen", Change::Up),
    ("strengthened", Change::Up),
    ("trim", Change::Down),
    ("trimmed", Change::Down),
    ("trimming", Change::Down),
    ("trims", Change::Down),
    ("tripled", Change::Up),
    ("upped", Change::Up),
    ("upping", Change::Up),
    ("weaken", Change::Down),
    ("weakened", Change::Down),
    ("widened", Change::Up),
]);

/// Nouns of rising and falling; the quantity follows an `in`.
const NOUNS: WordList<16> = WordList::of([
    "cut",
    "cuts",
    "decline",
    "decrease",
    "dip",
    "drop",
    "fall",
    "growth",
    "hike",
    "increase",
    "jump",
    "reduction",
    "reductions",
    "rise",
    "slump",
    "surge",
]);

/// Whether the word is a noun of rising or falling.
pub fn is_noun_of_moving(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &NOUNS)
}

/// Whether the word is a verb whose subject moves an amount.
pub fn moves(document: &Document, at: usize) -> bool {
    document.entry_in(at, &MOVING).is_some()
}

/// The direction of the change to which a figure after `by` or `to` belongs; `done` holds the figures before it.
pub fn direction(document: &Document, fact: &Fact<Figure>, done: &[Fact<Figure>]) -> Option<Change> {
    let at = document.token_at(fact.span.start);
    let link = at.checked_sub(1)?;
    if document.is(link, "by") {
        return moved(document, link);
    }
    if !document.is(link, "to") {
        return None;
    }
    let Some(last) = done.last().filter(|last| ends_at(document, last, link)) else { return moved(document, link) };
    // "To £7m to £9m" is a range.
    let from = document.token_at(last.span.start).checked_sub(1).filter(|&at| document.is(at, "from"));
    let Some(from) = from else { return last.detail.change };
    // "By 4% from £7m to £9m".
    let size = || Some(done.iter().rev().nth(1)?).filter(|size| ends_at(document, size, from))?.detail.change;
    goes(document, from).or_else(|| moved(document, from)).or_else(size)
}

/// Whether the figure is an amount that ends directly before token `at`, one word or mark between allowed.
fn ends_at(document: &Document, figure: &Fact<Figure>, at: usize) -> bool {
    let end = document.token_at(figure.span.end);
    let amount = !matches!(figure.detail.kind, FigureKind::Date | FigureKind::Duration | FigureKind::Ordinal);
    let passed = || !document.tags(end).any(Tags::CONJUNCTION | Tags::PREPOSITION) && !document.is(end, "votes");
    amount && (end == at || end + 1 == at && passed())
}

/// The direction of a word of change directly before the `from`, an adverb between allowed: "Rose from 5", "fell
/// sharply from 5".
fn goes(document: &Document, from: usize) -> Option<Change> {
    let adverb = from.checked_sub(1).filter(|&at| document.ends_in(at, "ly")).unwrap_or(from);
    LEXICON.changes.get(document.tokens[adverb.checked_sub(1)?].word).copied()
}

/// The direction in which an index or shares moved by points, in a headline: "Dow Off 201 on Fears", "Gales Send Dow Up
/// 96".
pub fn of_index(document: &Document, fact: &Fact<Figure>) -> Option<Change> {
    let particle = document.token_at(fact.span.start).checked_sub(1)?;
    let named = fact.detail.kind == FigureKind::Count && index_before(document, particle).is_some();
    named.then(|| if document.is(particle, "up") { Change::Up } else { Change::Down })
}

/// The direction of shares that fell: "Dorrin gave up 4%."; not where an `of` follows.
pub fn given_up(document: &Document, fact: &Fact<Figure>) -> Option<Change> {
    const GIVING: WordList<4> = WordList::of(["gave", "give", "gives", "giving"]);
    let tokens = document.tokens_in(fact.span);
    let up = tokens.start.checked_sub(1).filter(|&at| at > 0 && document.is(at, "up"))?;
    let share = fact.detail.kind == FigureKind::Percent && document.is_one_of(up - 1, &GIVING);
    (share && !document.is(tokens.end, "of")).then_some(Change::Down)
}

/// The token of the index or the shares before the "up", "down" or "off" at `particle`, in a headline.
pub fn index_before(document: &Document, particle: usize) -> Option<usize> {
    const INDEXES: WordList<11> =
        WordList::of(["dax", "dow", "ftse", "index", "nasdaq", "nikkei", "sensex", "shares", "stock", "stocks", "tsx"]);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let index = particle.checked_sub(1)?;
    let moves = document.is_one_of(particle, const { &WordList::of(["down", "off", "up"]) });
    (moves && capital(particle) && capital(index) && document.is_one_of(index, &INDEXES)).then_some(index)
}

/// The direction of the nearest verb of moving before token `end` whose object reaches to it.
fn moved(document: &Document, end: usize) -> Option<Change> {
    const STOPS: Tags = Tags::AUXILIARY.with(Tags::RELATIVE).with(Tags::NEGATION);
    let first = document.sentence_tokens(end).start.max(end.saturating_sub(LONGEST));
    for at in (first..end).rev() {
        if let Some((_, change)) = document.entry_in(at, &MOVING) {
            let passive = || at > 0 && document.tags(at - 1).any(Tags::AUXILIARY);
            return (at + 1 < end || passive()).then_some(change);
        }
        if let Some(change) = pushed(document, at) {
            return Some(change);
        }
        // "A rise in tolls to £3".
        if document.is(at + 1, "in")
            && document.is_one_of(at, &NOUNS)
            && let Some(&change) = LEXICON.changes.get(document.tokens[at].word)
        {
            return Some(change);
        }
        let inner = match document.tokens[at].kind {
            TokenKind::Word => !document.tags(at).any(STOPS) && !is_apart(document, at),
            TokenKind::Number | TokenKind::Possessive => true,
            _ => joins(document, at) || document.is(at, "&") || document.is(at, "%"),
        };
        if !inner {
            return None;
        }
    }
    None
}

/// The direction that a particle after its verb gives: "Put up the toll to £3", "scaled back its orders by 4%".
fn pushed(document: &Document, at: usize) -> Option<Change> {
    const PUSHING: WordList<25> = WordList::of([
        "bring", "bringing", "brings", "brought", "bumped", "drive", "driven", "drives", "driving", "drove", "force",
        "forced", "forcing", "jacked", "push", "pushed", "pushes", "pushing", "put", "puts", "putting", "ramped",
        "ramping", "sent", "talked",
    ]);
    const SCALING: WordList<3> = WordList::of(["scale", "scaled", "scaling"]);
    let verb = at.checked_sub(1)?;
    if document.is(at, "back") {
        return document.is_one_of(verb, &SCALING).then_some(Change::Down);
    }
    let particle = document.is(at, "up") || document.is(at, "down");
    let tells = particle && (document.is_one_of(verb, &PUSHING) || document.is_one_of(verb, &SCALING));
    tells.then(|| if document.is(at, "up") { Change::Up } else { Change::Down })
}

/// Whether the word cannot be inside the object that is moved: "cut tolls as 12", "raised £3 to pay".
fn is_apart(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["as", "by", "then", "to", "when", "while"]) })
}

/// Whether the figure is the change of an index in a headline, without a unit: "Dow Up 258".
pub fn is_index_up(document: &Document, fact: &Fact<Figure>, at: usize) -> bool {
    let tokens = document.tokens_in(fact.span);
    let closed = document.tokens.get(tokens.end).is_none_or(|next| {
        next.kind == TokenKind::Mark && next.span.start == fact.span.end || next.sentence != fact.sentence
    });
    let opens = at == document.sentence_tokens(at).start + 1 && document.tags(at - 1).any(Tags::CAPITALISED);
    let particle = document.is(at, "up") || document.is(at, "down");
    fact.detail.kind == FigureKind::Count
        && particle
        && document.tags(at).any(Tags::CAPITALISED)
        && opens
        && at + 1 == tokens.start
        && (closed || document.is(tokens.end, "points"))
        && !document.tags(at - 1).any(Tags::ORDINARY | Tags::VERB | Tags::CUE)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn shares_give_up() {
        figures(
            "
Dorrin gave up 4% and Tarn Salt gave up 12% of its mill; the index rose to close up 2%, and traffic remains down 7%.
               ^^ figure percent value=4 unit=percent change=down counted=[Dorrin]
                                        ^^^ figure percent value=12 unit=percent counted=[mill]
                                                                                    ^^ figure percent value=2 unit=percent change=up counted=[index]
                                                                                                                 ^^ figure percent value=7 unit=percent change=down counted=[traffic]
",
        );
    }

    #[test]
    fn what_somebody_moves() {
        figures(
            "
Ostwick Bank cut its lending rate by 25 basis points to 3%, lifted the fee of its oldest clients to £9 and told of a rise in bad loans to £12m.
                                     ^^^^^^^^^^^^^^^ figure percent value=25 unit=basis_point change=down counted=[lending rate]
                                                        ^^ figure percent value=3 unit=percent change=down counted=[lending rate]
                                                                                                    ^^ figure money value=9 unit=GBP change=up counted=[fee]
                                                                                                                                          ^^^^ figure money value=12000000 unit=GBP change=up counted=[bad loans]
",
        );
    }

    #[test]
    fn from_where_to_where() {
        figures(
            "
Wool fell from £7 to £4 after millers raised the levy from 2% to 3%.
               ^^ figure money value=7 unit=GBP counted=[Wool]
                     ^^ figure money value=4 unit=GBP change=down counted=[Wool]
                                                           ^^ figure percent value=2 unit=percent counted=[levy]
                                                                 ^^ figure percent value=3 unit=percent change=up counted=[levy]
",
        );
    }

    #[test]
    fn particles_tell_the_way() {
        figures(
            "
Drought has pushed up the toll to £3, frost brought down yields by 4%, and the levy was raised by £2 to £9.
                                  ^^ figure money value=3 unit=GBP change=up counted=[toll]
                                                                   ^^ figure percent value=4 unit=percent change=down counted=[yields]
                                                                                                  ^^ figure money value=2 unit=GBP change=up counted=[levy]
                                                                                                        ^^ figure money value=9 unit=GBP change=up counted=[levy]
",
        );
    }

    #[test]
    fn other_verbs_move_nothing() {
        figures(
            "
Dorrin raised cash to buy 3 barges and beat Pike by 4 points.
                          ^ figure count value=3 counted=[barges]
                                                    ^ figure count value=4 counted=[points]
",
        );
    }
}
