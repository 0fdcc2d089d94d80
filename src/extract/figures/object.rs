//! The object that somebody changes by an amount or to one: "cut taxes by £3m", "raised its offer to £82". A sum does
//! not measure its payer: "the bank spent £3m" does not say what anything cost.

use super::{
    designation::is_title_case,
    moved,
    phrase::{self, HowMany, Phrase},
    verb,
};
use crate::{
    grammar::{classes, endings},
    types::{Document, Tags, WordList},
};

/// Maximum number of tokens from a verb of change to the level.
const NEAR: usize = 14;

/// Verbs for paying, getting and demanding money, whose object is the sum.
const PAYING: WordList<146> = WordList::of([
    "allocate",
    "allocated",
    "award",
    "awarded",
    "awarding",
    "awards",
    "bid",
    "borrow",
    "borrowed",
    "borrowing",
    "borrows",
    "charge",
    "charges",
    "charging",
    "commit",
    "committed",
    "confiscated",
    "contribute",
    "contributed",
    "contributes",
    "contributing",
    "demand",
    "demanded",
    "demanding",
    "demands",
    "dished",
    "dishing",
    "dole",
    "doled",
    "doling",
    "donate",
    "donated",
    "donates",
    "donating",
    "fined",
    "fining",
    "forfeit",
    "forfeited",
    "forfeits",
    "fork",
    "forked",
    "forking",
    "forks",
    "gave",
    "get",
    "gets",
    "give",
    "given",
    "gives",
    "giving",
    "got",
    "grant",
    "granted",
    "granting",
    "grants",
    "handed",
    "handing",
    "invest",
    "invested",
    "investing",
    "invests",
    "lend",
    "lending",
    "lends",
    "lent",
    "loaned",
    "offer",
    "offered",
    "offering",
    "offers",
    "overcharged",
    "owe",
    "owed",
    "owes",
    "owing",
    "paid",
    "pay",
    "paying",
    "pays",
    "pledge",
    "pledged",
    "pledges",
    "pledging",
    "pour",
    "poured",
    "pouring",
    "pours",
    "provide",
    "provided",
    "provides",
    "providing",
    "raise",
    "raised",
    "raises",
    "raising",
    "receive",
    "received",
    "receives",
    "reclaim",
    "reclaimed",
    "recover",
    "recovered",
    "recovering",
    "recovers",
    "refund",
    "refunded",
    "refunding",
    "refunds",
    "repaid",
    "repay",
    "repaying",
    "repays",
    "retrieve",
    "save",
    "saved",
    "saves",
    "saving",
    "seek",
    "seeking",
    "seeks",
    "send",
    "sending",
    "sends",
    "sent",
    "shell",
    "shelled",
    "shelling",
    "slash",
    "slashed",
    "slashing",
    "sought",
    "spend",
    "spending",
    "spends",
    "spent",
    "steal",
    "stealing",
    "steals",
    "stole",
    "stolen",
    "swiped",
    "win",
    "wins",
    "won",
    "yanked",
    "yanking",
]);

/// Those whose passive has as its subject the person who gets or loses the sum: "Pike was fined £3m".
const GIVEN: WordList<11> = WordList::of([
    "allocated",
    "awarded",
    "fined",
    "given",
    "granted",
    "handed",
    "lent",
    "offered",
    "overcharged",
    "owed",
    "paid",
]);

/// Participles of getting and losing money, directly before the sum.
const GETTING: WordList<5> = WordList::of(["earning", "inheriting", "losing", "making", "receiving"]);

/// The object that somebody changes by an amount: "Cut taxes by £3m", "lift the price per acre by 4%", "raise its tolls
/// 5%"; not a thing that changes by itself, as in "taxes fell by £3m".
pub fn changed(document: &Document, start: usize) -> Option<Phrase> {
    let last = start.checked_sub(1)?;
    if !document.is(last, "by") {
        return phrase::before(document, start).filter(|phrase| is_moved(document, phrase));
    }
    let by = last;
    let phrase = phrase::before(document, by)?;
    // "5 inches by 11 inches".
    if document.tags(by - 1).any(Tags::UNIT | Tags::TIME_UNIT | Tags::PERCENT) {
        return None;
    }
    let itself = phrase.start > 0 && document.is(phrase.start - 1, "to") && document.tags(by - 1).any(Tags::CHANGE);
    if itself {
        return None;
    }
    let per = phrase.start.checked_sub(1).filter(|&at| document.is(at, "per"));
    Some(per.and_then(|per| phrase::before(document, per)).map_or(phrase.clone(), |owner| owner.start..phrase.end))
}

/// Whether a verb of moving directly precedes the phrase and its article or possessive.
fn is_moved(document: &Document, phrase: &Phrase) -> bool {
    let owner = phrase.start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DETERMINER | Tags::PRONOUN));
    let verb = owner.unwrap_or(phrase.start).checked_sub(1);
    verb.is_some_and(|at| {
        moved::moves(document, at) && (owner.is_some() || endings::is_plural(document, phrase.end - 1))
    })
}

/// The object of a verb of change before the level at token `start`: "Raised its offer to £82", "is swelling its reader
/// base to 5.4m"; `None` for "prices rose sharply to £82".
pub fn changed_to(document: &Document, start: usize) -> Option<Phrase> {
    let level = start.checked_sub(1).filter(|&at| document.is(at, "to") || document.is(at, "from"))?;
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(NEAR));
    let brings =
        |at: usize| document.is_one_of(at, const { &WordList::of(["bring", "bringing", "brings", "brought"]) });
    let moves = |&at: &usize| document.tags(at).any(Tags::CHANGE) || moved::moves(document, at) || brings(at);
    let verbs = (first..level).rev().filter(moves);
    verbs.take(3).find_map(|verb| object_of(document, verb, level))
}

/// The noun phrase after the verb, if it ends at the level or a preposition continues it to there.
fn object_of(document: &Document, verb: usize, level: usize) -> Option<Phrase> {
    let determined = document.tags(verb + 1).any(Tags::DETERMINER | Tags::PRONOUN);
    let title = document.tags(verb).any(Tags::CAPITALISED) && is_title_case(document, verb);
    let object = phrase::behind(document, verb + 1 + usize::from(determined), HowMany::Several)?;
    let goes_on = document.tags(object.end).any(Tags::PREPOSITION) && object.end < level;
    // "To increase credit lines with banks from": prices that rise have no noun after their verb.
    let infinitive = verb > 0 && document.is(verb - 1, "to") && endings::is_plural(document, object.end - 1);
    let ends = object.end == level || goes_on && (determined || title || infinitive);
    let noun = !verb::is_verb(document, verb) && !determined && !title && !infinitive;
    let found = ends && !noun && !document.tags(object.start).any(Tags::ADVERB | Tags::DIGITS);
    found.then(|| with_what_is_counted(document, object))
}

/// The object including what it counts: `the number of mills` in "cut the number of mills to 12".
fn with_what_is_counted(document: &Document, object: Phrase) -> Phrase {
    let counts = document.is_one_of(object.end - 1, const { &WordList::of(["count", "number", "tally", "total"]) });
    let of = counts && document.is(object.end, "of");
    let behind = of.then(|| phrase::behind(document, object.end + 1, HowMany::Several)).flatten();
    behind.map_or(object.clone(), |behind| object.start..behind.end)
}

/// Whether the amount is a margin of victory, which does not measure what is won: "Carried the seat by 6%", "beat Pike
/// by 12 points".
pub fn is_margin(document: &Document, start: usize) -> bool {
    const WINNING: WordList<15> = WordList::of([
        "beat", "beaten", "beating", "beats", "carried", "carries", "defeated", "lead", "leading", "leads", "led",
        "lost", "trailed", "win", "won",
    ]);
    start > 0 && document.is(start - 1, "by") && verb_before(document, start, &WINNING).is_some()
}

/// Whether the amount is claimed, so that it does not measure the claimant: "Sued the board for £3m", "Miller Sues
/// Board for £3m".
pub fn is_claimed(document: &Document, start: usize) -> bool {
    const CLAIMING: WordList<4> = WordList::of(["sue", "sued", "sues", "suing"]);
    start > 0 && document.is(start - 1, "for") && {
        let first = document.sentence_tokens(start).start.max(start.saturating_sub(NEAR));
        (first..start).any(|at| document.is_one_of(at, &CLAIMING))
    }
}

/// Whether the amount at token `start` is paid, by the verb before it.
pub fn is_paid(document: &Document, start: usize) -> bool {
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(NEAR));
    if start > first && (document.is_one_of(start - 1, &GETTING) || document.is(start - 1, "paying")) {
        return true;
    }
    // "Cut the budget, which provides food, by £3m".
    let by = start > first && document.is(start - 1, "by");
    listed_before(document, start, &PAYING)
        .filter(|_| !by)
        .is_some_and(|at| !is_passive(document, at) || document.is_one_of(at, &GIVEN))
}

/// The nearest verb before token `start`, if it is in the list and not passive.
pub fn verb_before<const N: usize>(document: &Document, start: usize, list: &WordList<N>) -> Option<usize> {
    listed_before(document, start, list).filter(|&at| !is_passive(document, at))
}

fn is_passive(document: &Document, at: usize) -> bool {
    at > 0 && !document.ends_in(at, "ing") && document.is_one_of(at - 1, &classes::BE)
}

/// The nearest verb before token `start`, if it is in the list.
pub fn listed_before<const N: usize>(document: &Document, start: usize, list: &WordList<N>) -> Option<usize> {
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(NEAR));
    // A plain form does not look like a verb: "to pay", "will gladly pay", "Board Will Pay".
    let leads = |at: usize| {
        document.is(at, "to")
            || document.is(at, "each")
            || document.tags(at).any(LEADS)
            || endings::is_adverb_in_ly(document, at)
    };
    let title = |at: usize| document.tags(at).any(Tags::CAPITALISED) && is_title_case(document, at);
    // "For fining Pike £3m", ", saving bargees £3m".
    let doing = |at: usize| {
        document.ends_in(at, "ing") && (document.tags(at - 1).any(Tags::PREPOSITION) || document.is(at - 1, ","))
    };
    let listed = |at: usize| at > first && document.is_one_of(at, list) && (leads(at - 1) || title(at) || doing(at));
    let verb = (first..start).rev().find(|&at| verb::is_verb(document, at) || listed(at));
    verb.filter(|&at| document.is_one_of(at, list))
}

/// Tags of words that precede a verb.
const LEADS: Tags = Tags::AUXILIARY.with(Tags::ADVERB).with(Tags::NEGATION).with(Tags::PRONOUN);

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn what_is_changed() {
        figures(
            "
Tarn Salt has raised its holding to 46%. Dorrin raised its offer to £82. Pike is swelling its reader base to 5.4 million. Fares rose sharply to £3.
                                    ^^^ figure percent value=46 unit=percent change=up counted=[holding]
                                                                    ^^^ figure money value=82 unit=GBP change=up counted=[offer]
                                                                                                             ^^^^^^^^^^^ figure count value=5400000 counted=[reader base]
                                                                                                                                                ^^ figure money value=3 unit=GBP change=up counted=[Fares]
",
        );
    }

    #[test]
    fn who_pays_is_not_counted() {
        figures(
            "
Pike spent £3m. Rowe wins £90. Ada and Dale will each get £40. The board wants to cut its mill budget, which provides bells, by £6m.
           ^^^ figure money value=3000000 unit=GBP
                          ^^^ figure money value=90 unit=GBP
                                                          ^^^ figure money value=40 unit=GBP
                                                                                                                                ^^^ figure money value=6000000 unit=GBP counted=[mill budget]
",
        );
    }

    #[test]
    fn whom_somebody_pays() {
        figures(
            "
Tarn Salt says it is paying Dorrin £2m.
                                   ^^^ figure money value=2000000 unit=GBP
",
        );
    }

    #[test]
    fn who_gets_or_loses_it() {
        figures(
            "
Dorrin cheated wardens out of £2m, and the well feeds barges earning £4m.
                              ^^^ figure money value=2000000 unit=GBP
                                                                     ^^^ figure money value=4000000 unit=GBP
",
        );
    }

    #[test]
    fn what_somebody_commits() {
        figures(
            "
Now the board wants to commit £4m, after paying £3m.
^^^ figure date resolved=PRESENT_REF
                              ^^^ figure money value=4000000 unit=GBP
                                                ^^^ figure money value=3000000 unit=GBP
",
        );
    }

    #[test]
    fn credit_lines_are_increased() {
        figures(
            "
Tarn Bank agreed to increase credit lines with wardens from £55m to £60m.
                                                            ^^^^ figure money value=55000000 unit=GBP counted=[credit lines]
                                                                    ^^^^ figure money value=60000000 unit=GBP change=up counted=[credit lines]
",
        );
    }

    #[test]
    fn what_a_number_is_of() {
        figures(
            "
The council cut the number of mills from 22 to 11 and raised the number of wardens to 40.
                                         ^^ figure count value=22 counted=[number of mills]
                                               ^^ figure count value=11 change=down counted=[number of mills]
                                                                                      ^^ figure count value=40 change=up counted=[number of wardens]
",
        );
    }
}
