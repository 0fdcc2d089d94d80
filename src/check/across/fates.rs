//! What happened to the people that a figure counts, from the words around it.

use std::ops::Range;

use rust_decimal::Decimal;

use super::keys::Fate;
use crate::{
    check::quantity::Quantity,
    grammar::classes,
    types::{Bound, Document, FigureKind, Shapes, Tags, TokenKind, WordList},
};

/// Tokens between a number and the word for the fate.
const BEHIND: usize = 8;
const BEFORE: usize = 4;

/// Words after a number for what happened to the people: "12 people were killed".
const SUFFERED: [(&str, Fate); 12] = [
    ("dead", Fate::Killed),
    ("deaths", Fate::Killed),
    ("died", Fate::Killed),
    ("fatalities", Fate::Killed),
    ("fatally", Fate::Killed),
    ("hurt", Fate::Injured),
    ("injured", Fate::Injured),
    ("killed", Fate::Killed),
    ("missing", Fate::Missing),
    ("perished", Fate::Killed),
    ("slain", Fate::Killed),
    ("wounded", Fate::Injured),
];

/// Words before a number for what was done to the people: "killing 12".
const DONE: [(&str, Fate); 9] = [
    ("hurting", Fate::Injured),
    ("injured", Fate::Injured),
    ("injuring", Fate::Injured),
    ("kill", Fate::Killed),
    ("killed", Fate::Killed),
    ("killing", Fate::Killed),
    ("kills", Fate::Killed),
    ("wounded", Fate::Injured),
    ("wounding", Fate::Injured),
];

/// Nouns for a number of dead, before that number: "the toll has risen to 12".
const TOLLS: [(&str, Fate); 1] = [("toll", Fate::Killed)];

/// Words between such a noun, or a verb of change, and its number.
const LEVELS: WordList<12> = WordList::of([
    "at", "exceeded", "exceeds", "hit", "hits", "is", "passed", "reached", "reaches", "to", "topped", "was",
]);

/// Tokens from a number back to such a noun.
const TOLD: usize = 18;

/// Words that show that a number counts perpetrators or suspects, or is an age or a time.
const OTHERWISE: WordList<16> = WordList::of([
    "accused",
    "ages",
    "arrested",
    "blocks",
    "charged",
    "counts",
    "convicted",
    "death",
    "detectives",
    "face",
    "murder",
    "officers",
    "shots",
    "suspected",
    "suspects",
    "years",
]);

/// Shapes of the words for fates; other words need no comparison.
const FATES: Shapes = shapes(&DONE, shapes(&SUFFERED, shapes(&TOLLS, Shapes::NONE)));

const fn shapes(words: &[(&str, Fate)], mut shapes: Shapes) -> Shapes {
    let mut index = 0;
    while index < words.len() {
        shapes = shapes.with(words[index].0);
        index += 1;
    }
    shapes
}

/// Words in sentences that count the dead of many events (round-ups, statistics, histories) or give a first estimate.
const ELSEWHERE: WordList<19> = WordList::of([
    "alone",
    "annually",
    "homicides",
    "incidents",
    "initially",
    "months",
    "nationwide",
    "originally",
    "separate",
    "series",
    "shootings",
    "since",
    "spate",
    "statistics",
    "violent",
    "week",
    "weekend",
    "year",
    "years",
]);

/// People other than relatives who may be mentioned next to a number of people.
const OTHERS: WordList<20> = WordList::of([
    "adults",
    "baby",
    "children",
    "couple",
    "female",
    "females",
    "gunman",
    "he",
    "him",
    "infant",
    "infants",
    "juveniles",
    "kids",
    "male",
    "males",
    "shooter",
    "suspect",
    "teenagers",
    "teens",
    "toddler",
]);

/// Words for a subset: the hurt by how they were hurt, the dead by where they died.
const SOMEHOW: WordList<9> = WordList::of([
    "critical",
    "critically",
    "fatally",
    "mortally",
    "paralyzed",
    "pronounced",
    "serious",
    "seriously",
    "severely",
]);

/// The fate of the people that a figure counts: dead, hurt or missing. Either their fate comes after it, not with
/// another group as its object, or what was done to them comes before it.
pub fn fate(document: &Document, quantity: &Quantity) -> Option<Fate> {
    let counts = matches!(quantity.kind, FigureKind::Count | FigureKind::Number) && quantity.unit.is_none();
    if !counts {
        return None;
    }
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let (first, behind) = (quantity.first, quantity.behind);
    let (start, end) = (tokens.start as usize, tokens.end as usize);
    let set_off = first > start && document.is_one_of(first - 1, const { &WordList::of([",", "("]) });
    // "Ann Dale, 46", but not "12 dead, 46 hurt".
    let follows_name = set_off && (first < start + 2 || of_word(document, first - 2, &SUFFERED).is_none());
    // "The 6-y": from a truncated headline.
    let is_cut = document.is(behind, "-") && document.is_glued(behind);
    if follows_name || is_cut {
        return None;
    }
    suffered(document, behind..end).or_else(|| done(document, start..first))
}

/// Whether a figure with a fate may be the toll of one event: not an upper bound or one of several groups, in a
/// sentence without other events or first estimates.
pub fn is_toll(document: &Document, quantity: &Quantity, fate: Fate) -> bool {
    let tokens = document.sentences[quantity.sentence as usize].tokens.clone();
    let (start, end) = (tokens.start as usize, tokens.end as usize);
    let bounded = matches!(quantity.bound, Bound::AtMost | Bound::LessThan);
    let told = |at: usize| document.is_one_of(at, &ELSEWHERE);
    let behind = quantity.behind;
    let others = fate == Fate::Killed && document.is_one_of(behind, const { &WordList::of(["other", "others"]) });
    // "Two more men were hurt": in addition to those mentioned before.
    let more = document.is(behind, "more");
    !bounded
        && fate != Fate::Missing
        && !others
        && !more
        && !(start..end).any(told)
        && !is_group(document, quantity, start, end)
}

/// Whether the figure counts one of several groups of people: others are mentioned right next to it ("three men and two
/// women", "his wife and four children", "two guards and the gunman"), or it is a part ("one of the hurt") or a subset
/// ("two critically").
fn is_group(document: &Document, quantity: &Quantity, start: usize, end: usize) -> bool {
    let (first, behind) = (quantity.first, quantity.behind);
    let joins = |at: usize| document.is_one_of(at, const { &WordList::of(["and", ",", "&"]) });
    let person = |at: usize| document.tags(at).any(Tags::PERSON_NOUN | Tags::KIN) || document.is_one_of(at, &OTHERS);
    // After it: at most three words up to "and", then at most three up to the other group.
    let joined = (behind..end.min(behind + 4)).find(|&at| joins(at));
    let after = joined.is_some_and(|at| {
        let group = (at + 1..end.min(at + 4)).take_while(|&at| document.tokens[at].kind == TokenKind::Word);
        let fate_between = (behind..at).any(|at| of_word(document, at, &SUFFERED).is_some());
        let part = document.is(at + 1, "including");
        !fate_between && !part && group.clone().any(person) && !group.clone().any(|at| document.is(at, "injured"))
    });
    let before = first > start + 1 && {
        let owned = usize::from(document.is(first - 1, "the") || document.tags(first - 1).any(Tags::POSSESSIVE));
        let join = (first - 1 - owned).max(start);
        // "12 dead, 46 hurt" are two tolls.
        let fate = join > start && of_word(document, join - 1, &SUFFERED).is_some();
        joins(join) && !fate && (join.saturating_sub(3).max(start)..join).any(person)
    };
    let themselves = (start..end).any(|at| document.is_one_of(at, &classes::REFLEXIVES));
    let somehow = (behind..end.min(behind + 4)).any(|at| document.is_one_of(at, &SOMEHOW));
    // "Two of the farmers died", "one of three": a part.
    let of_them = document.tags(behind + 1).any(Tags::DETERMINER.with(Tags::PRONOUN));
    let part = document.is(behind, "of") && (of_them || quantity.value == Decimal::ONE);
    after || before || themselves || somehow || part || is_of_family(document, quantity, start, end)
}

/// Whether the figure counts relatives of someone who may or may not be counted too: "his six grandchildren", "four of
/// her children", "killed by their father".
fn is_of_family(document: &Document, quantity: &Quantity, start: usize, end: usize) -> bool {
    let owner = |at: usize| document.tags(at).any(Tags::POSSESSIVE);
    let (first, behind) = (quantity.first, quantity.behind);
    let kin = |at: usize| {
        document.tags(at).any(Tags::KIN) || document.is_one_of(at, &OTHERS) && !document.tags(at).any(Tags::PRONOUN)
    };
    let by_kin = |at: usize| document.is(at, "by") && (at + 1..end.min(at + 4)).any(kin);
    let owned = first > start && owner(first - 1) || document.is(behind, "of") && owner(behind + 1);
    owned || (start..end).any(by_kin)
}

fn suffered(document: &Document, tokens: Range<usize>) -> Option<Fate> {
    // "31 people are now known to have died".
    let apart = |at: usize| {
        document.is_one_of(at, const { &WordList::of([",", ";"]) })
            || document.is(at, "to") && !document.is(at + 1, "have")
            || document.is_one_of(at, &OTHERWISE)
            || document.tags(at).any(Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::RELATIVE).with(Tags::NEGATION))
    };
    // "Two of the four had died": the four did not.
    let is_whole = tokens.start > 2 && document.is(tokens.start - 2, "the") && document.is(tokens.start - 3, "of");
    let tokens = past_including(document, tokens);
    let mut near = tokens.take(BEHIND).take_while(|&at| !apart(at));
    near.find_map(|at| {
        let fate = of_word(document, at, &SUFFERED)?;
        let suffered_from_them = document
            .tags(at + 1)
            .any(Tags::DETERMINER.with(Tags::NUMBER_WORD).with(Tags::DIGITS).with(Tags::HONORIFIC));
        let of_a_part = is_whole && (document.is(at, "died") || document.tags(at - 1).any(Tags::AUXILIARY));
        (!suffered_from_them && !of_a_part).then_some(fate)
    })
}

/// The words after "19 people, including six children,".
fn past_including(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let comma = (tokens.start..tokens.end.min(tokens.start + BEFORE)).find(|&at| document.is(at, ","));
    let comma = comma.filter(|&at| document.is(at + 1, "including"));
    let close = comma.and_then(|at| (at + 1..tokens.end.min(at + 1 + BEHIND)).find(|&at| document.is(at, ",")));
    close.map_or(tokens.clone(), |close| close + 1..tokens.end)
}

fn done(document: &Document, tokens: Range<usize>) -> Option<Fate> {
    if let Some(fate) = tolled(document, tokens.clone()) {
        return Some(fate);
    }
    // "The number of people who died in the flood rose to 27": the fate may come long before a number that changes.
    let changed = tokens.clone().rev().take(2).any(|at| document.tags(at).any(Tags::CHANGE));
    let reach = if changed { 3 * BEFORE } else { BEFORE };
    // "The man who killed Ann Dale fired three shots": the victim is named.
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::SENTENCE_START);
    let apart = |at: usize| {
        document.is_one_of(at, const { &WordList::of([",", "him", "while", "when"]) })
            || !changed && (document.is(at, "by") || document.is(at, "in") || named(at))
    };
    let told =
        |at: usize| of_word(document, at, &DONE).or_else(|| of_word(document, at, &SUFFERED).filter(|_| changed));
    tokens.rev().take(reach).take_while(|&at| !apart(at)).find_map(told)
}

/// "The death toll of the flood in Tarn has risen to", "flood toll hits", with no other number between.
fn tolled(document: &Document, tokens: Range<usize>) -> Option<Fate> {
    let last = tokens.clone().next_back().filter(|&at| document.is_one_of(at, &LEVELS))?;
    let other = |at: &usize| document.tags(*at).any(Tags::DIGITS.with(Tags::NUMBER_WORD)) || document.is(*at, ";");
    let mut before = (tokens.start.max(last.saturating_sub(TOLD))..last).rev().take_while(|at| !other(at));
    before.find_map(|at| of_word(document, at, &TOLLS))
}

fn of_word(document: &Document, at: usize, words: &[(&str, Fate)]) -> Option<Fate> {
    if !document.has_shape(at, &FATES) {
        return None;
    }
    words.iter().find(|(word, _)| document.is(at, word)).map(|(_, fate)| *fate)
}
