//! Figures that count people, whatever the noun: "seven officers", "six others", "5 hurt".

use std::ops::Range;

use super::stems::stem_at;
use crate::types::{Document, Figure, FigureKind, Tags, TokenKind, WordList};

/// Words after a number that only people are counted by, besides the nouns for people.
const COUNTED: WordList<66> = WordList::of([
    "activists",
    "adults",
    "americans",
    "arrested",
    "attackers",
    "babies",
    "brothers",
    "bystanders",
    "casualties",
    "charged",
    "children",
    "climbers",
    "cousins",
    "crew",
    "crewmembers",
    "crewmen",
    "daughters",
    "dead",
    "demonstrators",
    "detainees",
    "fatalities",
    "fighters",
    "firefighters",
    "foreigners",
    "guests",
    "gunmen",
    "hikers",
    "hospitalized",
    "hostages",
    "hurt",
    "infants",
    "injured",
    "inmates",
    "insurgents",
    "journalists",
    "juveniles",
    "kids",
    "killed",
    "lawmakers",
    "marines",
    "militants",
    "miners",
    "minors",
    "missing",
    "others",
    "peacekeepers",
    "pedestrians",
    "prisoners",
    "rebels",
    "relatives",
    "sailors",
    "shot",
    "siblings",
    "sisters",
    "sons",
    "staffers",
    "survivors",
    "teenagers",
    "teens",
    "terrorists",
    "toddlers",
    "tourists",
    "troops",
    "victims",
    "worshippers",
    "wounded",
]);

/// Words after a number for what happened to the people.
const FATES: WordList<21> = WordList::of([
    "arrested",
    "charged",
    "dead",
    "detained",
    "died",
    "displaced",
    "evacuated",
    "homeless",
    "hospitalized",
    "hurt",
    "injured",
    "injuring",
    "killed",
    "killing",
    "missing",
    "rescued",
    "shot",
    "stranded",
    "trapped",
    "wounded",
    "wounding",
]);
/// Verbs before a number in headlines for what was done to the people: "Blast Kills 7".
const DONE: WordList<8> = WordList::of(["arrest", "arrests", "hurts", "injure", "injures", "kill", "kills", "wounds"]);

/// Words after a figure in which to look for the fate.
const CLAUSE: usize = 8;
/// Words after a figure in which to look for the noun for people.
const REACH: usize = 4;

/// Whether a figure counts people; `behind` are the tokens after it in its sentence.
pub fn are_counted(document: &Document, figure: &Figure, behind: Range<usize>) -> bool {
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Number) && figure.unit.is_none();
    let ends = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::RELATIVE);
    let mut near = behind
        .take(REACH)
        .take_while(|&at| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(ends));
    counts && near.any(|at| is_for_people(document, at))
}

/// What happened to the people that a figure counts, as a hash of the word's meaning: "11 others were wounded",
/// "killing 12". `before` and `behind` are the other tokens of its sentence.
pub fn fate(document: &Document, before: Range<usize>, behind: Range<usize>) -> Option<u32> {
    let is_fate = |at: &usize| document.is_one_of(*at, &FATES);
    let ends = Tags::NUMBER_WORD.with(Tags::DIGITS).with(Tags::RELATIVE).with(Tags::CONJUNCTION);
    let clause = behind
        .take(CLAUSE)
        .take_while(|&at| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(ends));
    let suffered = clause.into_iter().find(|at| is_fate(at) && !is_done_by(document, *at));
    // "Were killed and 53 others": "killed" belongs to those before the conjunction.
    let done = before
        .rev()
        .take(2)
        .take_while(|&at| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(Tags::CONJUNCTION))
        .find(|at| is_fate(at) || document.is_one_of(*at, &DONE));
    suffered.map(|at| outcome(document, at)).or(done).map(|at| stem_at(document, at))
}

/// Whether a fate word is an active verb, with people as its object: "two gunmen shot six people".
fn is_done_by(document: &Document, at: usize) -> bool {
    const OBJECT: Tags = Tags::NUMBER_WORD.with(Tags::DIGITS);
    let verb = ["arrested", "detained", "injured", "killed", "rescued", "shot", "wounded"];
    let passive = at > 0 && document.tags(at - 1).any(Tags::AUXILIARY);
    document.tags(at + 1).any(OBJECT) && !passive && verb.iter().any(|word| document.is(at, word))
}

/// The token for the final outcome: "shot and killed", "shot dead". "Shot and wounded" stays "shot", as others may
/// simply be called shot.
fn outcome(document: &Document, at: usize) -> usize {
    let next = at + 1 + usize::from(document.is(at + 1, "and") || document.is(at + 1, "to"));
    let later = document.is_one_of(next, const { &WordList::of(["dead", "death", "killed"]) });
    if document.is(at, "shot") && later { next } else { at }
}

fn is_for_people(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::PERSON_NOUN) || document.is_one_of(at, &COUNTED)
}
