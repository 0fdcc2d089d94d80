//! Whether the words around a name-like stretch show that it names a person, or something else.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{
    candidate::{Candidate, parts},
    certainty,
    jurisdiction::is_party,
    name_shape::{Part, is_hyphen, part},
    passing,
    setting::{Setting, setting},
    site::{is_site, is_streets},
    surroundings,
};
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Capitalised words that are not part of the name before them.
const OTHER_CAPITALS: Tags =
    Tags::WEEKDAY.with(Tags::MONTH).with(Tags::TITLE).with(Tags::HONORIFIC).with(Tags::DAY_WORD);

/// Why the words around a stretch show that it names a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grounds {
    /// As good as a title before it, whatever the model's score: a full name with an age or an office.
    Introduced,
    /// A single name with an age, or after `By`.
    Addressed,
    /// A relative of a person, or a full name whose last word stands alone elsewhere.
    Related,
    /// Next to a verb of speech, or before a `who` clause.
    Told,
}

impl Grounds {
    /// The confidence that the stretch names a person.
    pub fn confidence(self) -> f32 {
        match self {
            Self::Introduced => certainty::INTRODUCED,
            Self::Addressed => certainty::ADDRESSED,
            Self::Related => certainty::HEADLINE,
            Self::Told => certainty::TOLD,
        }
    }
}

/// Why the words around a stretch show that it names a person; `None` where they do not. The stretch is not inside
/// another name.
///
/// `alone` holds the capitalised words that stand alone somewhere in the article.
pub fn explains(document: &Document, candidate: &Candidate, alone: &FxHashSet<&str>) -> Option<Grounds> {
    if candidate.headline {
        return None;
    }
    let words: Vec<(usize, Part)> = parts(document, candidate.tokens.clone()).collect();
    let (start, end) = (candidate.tokens.start, candidate.tokens.end);
    let last = words.last()?.0;
    let introduced = words.len() > 1 && (is_introduced(document, start, end) || is_identified(document, start, end));
    let plain = words.iter().all(|&(at, part)| match part {
        Part::Given | Part::Family | Part::Either | Part::Unknown | Part::Word => true,
        Part::Doubtful => is_announced(document, start, end) && at == last && document.tags(at).any(Tags::SURNAME),
        _ => false,
    });
    if !plain || words.len() > 4 {
        return None;
    }
    if introduced {
        return Some(Grounds::Introduced);
    }
    if is_aged(document, start, end) {
        return Some(if words.len() > 1 { Grounds::Introduced } else { Grounds::Addressed });
    }
    if is_byline(document, start) {
        return Some(if words.len() > 1 { Grounds::Introduced } else { Grounds::Addressed });
    }
    if is_kin(document, start) && !document.tags(start).any(Tags::PLACE | Tags::NATIONALITY) {
        return Some(Grounds::Related);
    }
    if words.len() == 1 {
        let ruled = document.is_one_of(end, const { &WordList::of(["administration", "regime", "government"]) });
        let family = matches!(words[0].1, Part::Family | Part::Either);
        return (ruled && family && start > 0 && document.is(start - 1, "the")).then_some(Grounds::Told);
    }
    if words.len() < 2 || is_place_after(document, end) {
        return None;
    }
    if alone.contains(document.word(last)) && !alone.contains(document.word(words[0].0)) {
        return Some(Grounds::Related);
    }
    (speaks(document, start, end) || has_apposition(document, end)).then_some(Grounds::Told)
}

/// Whether the words around occur only with names of people: `the 46-year-old Ana Ruiz`, `his wife, Ana Ruiz`, `Ana
/// Ruiz, who`.
pub fn is_somebody(document: &Document, start: usize, end: usize) -> bool {
    is_aged(document, start, end) || is_kin(document, start) || has_apposition(document, end)
}

/// Whether there is an age: `46-year-old` before the name, or `, 46,` after it.
fn is_aged(document: &Document, start: usize, end: usize) -> bool {
    has_age(document, end) || start > 2 && document.is(start - 1, "old") && document.is(start - 3, "year")
}

/// Whether an age follows the name: `, 46,`.
fn has_age(document: &Document, end: usize) -> bool {
    let number = |at: usize| document.tags(at).any(Tags::DIGITS) && document.tokens[at].span.len() < 3;
    let closed = |at: usize| document.is(at, ",") || document.is(at, ")") || document.is(at, ".");
    (document.is(end, ",") || document.is(end, "(")) && number(end + 1) && closed(end + 2)
}

/// Whether a word for a relative precedes the name: `his wife, Ana`, `her brother-in-law Ivo`.
fn is_kin(document: &Document, start: usize) -> bool {
    let comma = usize::from(start > 0 && document.is(start - 1, ","));
    let Some(noun) = start.checked_sub(1 + comma) else { return false };
    let noun = if document.is(noun, "law") { noun.saturating_sub(4) } else { noun };
    let whose = |at: usize| document.is_owner(at) || document.is(at, "whose");
    surroundings::is_kin(document, noun) && (noun.saturating_sub(2)..noun).any(whose)
}

/// Whether a verb of speech is next to the name.
fn speaks(document: &Document, start: usize, end: usize) -> bool {
    let cue = |at: usize| document.tags(at).any(Tags::CUE) && !document.tags(at).any(Tags::CAPITALISED);
    cue(end)
        || (start > 0 && cue(start - 1))
        || (start > 1 && document.is(start - 1, "to") && document.is(start - 2, "according"))
}

/// Whether `By` precedes the name, on a line of its own.
pub fn is_byline(document: &Document, start: usize) -> bool {
    start > 0
        && document.is(start - 1, "by")
        && document.tags(start - 1).any(Tags::CAPITALISED)
        && (document.tags(start - 1).any(Tags::SENTENCE_START)
            || start > 1 && document.tokens[start - 2].kind == TokenKind::Mark)
}

/// Whether an office is on either side of the name: `his barrister, Ivo Trant, said`, `Ivo Trant, the interior
/// minister, said`.
fn is_introduced(document: &Document, start: usize, end: usize) -> bool {
    let title = |at: usize| document.tags(at).any(Tags::TITLE) && !document.tags(at).any(Tags::CAPITALISED);
    document.is(end, ",")
        && (is_announced(document, start, end)
            || title(end + 1)
            || title(end + 2)
            || setting(document, start, end) == Setting::Person)
}

/// Whether the name is the result of an identification: `police identified the rower as Ivo Trant`, but not `as Tarn
/// Quay baker Ivo Trant`.
fn is_identified(document: &Document, start: usize, end: usize) -> bool {
    const VERBS: WordList<6> = WordList::of(["identified", "identifies", "identify", "identifying", "named", "naming"]);
    let from = document.sentence_tokens(start).start.max(start.saturating_sub(6));
    let goes_on = document.tokens.get(end).is_some_and(|next| {
        next.kind == TokenKind::Word && !next.tags.any(Tags::PREPOSITION | Tags::CONJUNCTION | Tags::SENTENCE_START)
    });
    let told = start > 0 && document.is(start - 1, "as") && !goes_on;
    told && (from..start - 1).any(|at| document.is_one_of(at, &VERBS))
}

/// Whether an office precedes the name, with commas on both sides: `his barrister, Ivo Trant, said`.
pub fn is_announced(document: &Document, start: usize, end: usize) -> bool {
    let somebody =
        |at: usize| document.tags(at).any(Tags::TITLE | Tags::PERSON_NOUN) && !document.tags(at).any(Tags::CAPITALISED);
    // `the leaders, Quay Town, won`: a plural noun does not announce one person.
    let one = |at: usize| !document.ends_in(at, "s") || document.ends_in(at, "ss");
    start > 1 && document.is(end, ",") && document.is(start - 1, ",") && somebody(start - 2) && one(start - 2)
}

/// Whether a relative clause follows: `, who`, `, whose`.
fn has_apposition(document: &Document, end: usize) -> bool {
    document.is(end, ",") && (document.is(end + 1, "who") || document.is(end + 1, "whose"))
}

/// Whether a place follows the comma, which makes the stretch a place too: `, Texas`.
pub fn is_place_after(document: &Document, end: usize) -> bool {
    document.is(end, ",") && document.tags(end + 1).any(Tags::PLACE)
}

/// Whether the last word is the head of an organisation's name, or of a site's where nothing suggests a person.
pub fn ends_in_body(document: &Document, candidate: &Candidate) -> bool {
    let last = document.tags(candidate.tokens.end - 1);
    let longer = candidate.tokens.len() > 1;
    longer
        && (last.any(Tags::ORGANISATION)
            || is_site(document, candidate.tokens.clone())
            || last.any(Tags::SITE) && is_unlike_name(document, candidate.tokens.clone()))
}

/// Whether no given name precedes the word for a site: `Kruger Park`.
fn is_unlike_name(document: &Document, tokens: Range<usize>) -> bool {
    let given = |at: usize| document.tags(at).any(Tags::GIVEN_NAME) || part(document, at) == Part::Initial;
    let first = tokens.start..tokens.end - 1;
    first.len() == 1 && !first.clone().any(given) && !is_somebody(document, tokens.start, tokens.end)
}

/// Whether the stretch is part of another name: `Clinton Foundation`, `Hurricane Stan`, `Charles de Gaulle airport`.
pub fn is_inside_another_name(document: &Document, candidate: &Candidate) -> bool {
    let (start, mut end) = (candidate.tokens.start, candidate.tokens.end);
    let heads = Tags::ORGANISATION | Tags::SITE;
    // `Arthur Dale Jr. Boulevard`
    let named = document.tags(end + 1).any(heads) && document.tags(end + 1).any(Tags::CAPITALISED);
    let suffix = named && document.is(end, ".") && document.tags(end - 1).any(Tags::GENERATION);
    end += usize::from(suffix);
    let next = document.tags(end);
    let same_sentence = document.tokens.get(end).is_some_and(|token| token.sentence == document.tokens[start].sentence);
    let goes_on = next.any(heads | Tags::ORDINARY) && next.any(Tags::CAPITALISED) && !next.any(OTHER_CAPITALS);
    let goes_on = goes_on || next.all(Tags::CAPITALISED | Tags::ORGANISATION) && document.is(end, "group");
    if same_sentence && goes_on && !candidate.headline {
        return true;
    }
    // `Green MSP Ann Reed`
    let before_title = candidate.tokens.len() == 1 && !candidate.is_titled() && same_sentence && next.any(Tags::TITLE);
    if before_title && is_party(document, start) {
        return true;
    }
    let behind = document.tags(end + 1);
    let adjective = next.all(Tags::CAPITALISED) && next.any(Tags::ORDINARY | Tags::ADJECTIVE) && same_sentence;
    if adjective && behind.all(Tags::CAPITALISED) && behind.any(heads) && !candidate.headline {
        return true;
    }
    if same_sentence
        && !candidate.is_titled()
        && (is_street(document, end) || is_place_before_place(document, start, end))
    {
        return true;
    }
    let force = document.is(end, "police") && candidate.tokens.len() == 1 && !candidate.is_titled();
    if same_sentence && (next.any(Tags::SITE) || force) && !candidate.headline {
        return true;
    }
    let told = || is_firm(document, start, end) || opens_dateline(document, start, end);
    if is_owner_of_site(document, end) || !candidate.is_titled() && told() {
        return true;
    }
    let compound = is_hyphen(document, end) && !document.tags(end + 1).any(Tags::CAPITALISED);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let ampersand =
        document.is(end, "&") && capital(end + 1) || (start > 1 && document.is(start - 1, "&") && capital(start - 2));
    let dotted = start > 1 && document.is(start - 1, ".") && document.is_glued(start - 2);
    let named = start.checked_sub(1 + usize::from(dotted)).is_some_and(|before| {
        document.tags(before).all(Tags::NAMED_THING | Tags::CAPITALISED)
            && document.tokens[before].sentence == document.tokens[start].sentence
    });
    let place = document.tags(start).any(Tags::NAMED_THING) && !candidate.is_titled() && candidate.tokens.len() > 1;
    ampersand || named || place || compound
}

/// Whether the place opens a paragraph as a dateline: `OTTER GROVE (TNS) – A mill burned`, `OTTER GROVE, Ohio – A mill
/// burned`.
fn opens_dateline(document: &Document, start: usize, end: usize) -> bool {
    let upper = |at: usize| document.tags(at).any(Tags::UPPERCASE);
    if document.block_of(start).tokens.start as usize != start || !(start..end).all(upper) {
        return false;
    }
    let agency = document.is(end, "(") && upper(end + 1) && document.is(end + 2, ")");
    let dash = kinds::is_dash(document, end + 3);
    agency && dash && !document.is_glued(end + 3) || passing::is_dateline(document, end)
}

/// Whether a noun for a body precedes its name: `the nonprofit group Al Tarn`, `research firm Miller Quay`.
fn is_firm(document: &Document, start: usize, end: usize) -> bool {
    const NOUNS: WordList<14> = WordList::of([
        "agency",
        "band",
        "brand",
        "chain",
        "charity",
        "company",
        "firm",
        "giant",
        "group",
        "maker",
        "magazine",
        "nonprofit",
        "retailer",
        "startup",
    ]);
    start > 0
        && document.tags(start - 1).any(Tags::ORGANISATION | Tags::ORDINARY)
        && document.is_one_of(start - 1, &NOUNS)
        && !document.tags(start - 1).any(Tags::CAPITALISED)
        && !is_maker(document, start - 1)
        && !(end == start + 1 && document.tokens.get(end).is_some_and(|_| document.ends_in(end, "ed")))
}

/// Whether `maker` means a person, who makes things that firms do not: `film maker Ann Reed`, `a policy maker`.
fn is_maker(document: &Document, at: usize) -> bool {
    const MADE: WordList<12> = WordList::of([
        "cheese",
        "documentary",
        "dress",
        "film",
        "game",
        "hat",
        "law",
        "map",
        "movie",
        "policy",
        "puppet",
        "wine",
    ]);
    document.is(at, "maker") && at > 0 && document.is_one_of(at - 1, &MADE)
}

/// Whether the stretch is the owner in the name of a site: `Prince Edward's County`, `Bessemer's Bakery`.
fn is_owner_of_site(document: &Document, end: usize) -> bool {
    const SITES: WordList<18> = WordList::of([
        "bakery",
        "bar",
        "café",
        "cafe",
        "cathedral",
        "church",
        "college",
        "county",
        "court",
        "diner",
        "farm",
        "grill",
        "hospital",
        "nightclub",
        "pharmacy",
        "restaurant",
        "square",
        "tavern",
    ]);
    let owner = kinds::is_possessive(document, end);
    owner && document.tags(end + 1).any(Tags::CAPITALISED) && document.is_one_of(end + 1, &SITES)
}

/// Whether the stretch is one of several streets: `Brook and Winter streets`.
fn is_street(document: &Document, end: usize) -> bool {
    let first = document.is(end, "and") && document.tags(end + 1).any(Tags::CAPITALISED);
    is_streets(document, end) || first && (is_streets(document, end + 2) || is_streets(document, end + 3))
}

/// Whether the country or state after the stretch shows that it is a place: `in Winter Haven, Fla.`, `NORVALE, Texas`.
fn is_place_before_place(document: &Document, start: usize, end: usize) -> bool {
    const LOCATIVES: WordList<6> = WordList::of(["at", "from", "in", "near", "outside", "to"]);
    let located = start > 0 && document.is_one_of(start - 1, &LOCATIVES);
    let dateline = document.tags(start).all(Tags::SENTENCE_START | Tags::UPPERCASE);
    // `PINE GROVE – The council met`.
    let dash = kinds::is_dash(document, end) && !document.is_glued(end);
    is_place_after(document, end) && (located || dateline) || dateline && dash
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn bylines_and_firms() {
        people(
            "
By Rupert Vane in Norvale
   ^^^^^^^^^^^ person Rupert Vane

His barrister, Ottoline Grey, met a solicitor with the nonprofit group El Otro Sol.
    ^^^^^^^^^ office [barrister] holder=Ottoline Grey
               ^^^^^^^^^^^^^ person Ottoline Grey

PINE GROVE – The fire destroyed Bessemer's Bakery.

ADELAIDE (TNS) – A second bakery has burned.
",
        );
    }

    #[test]
    fn several_people_are_not_one_name() {
        people("It won, five points behind the leaders, Saltby Town, who lost.");
    }

    #[test]
    fn who_is_identified() {
        people(
            "
Police identified the rower as Zelmin Trovak. They identified him as Tarn Quay baker Ann Reed.
                               ^^^^^^^^^^^^^ person Zelmin Trovak
                                                                                     ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn who_makes_what_firms_do_not_is_somebody() {
        people(
            "
Film maker Ann Reed met the chip maker Ruth Lund.
           ^^^^^^^^ person Ann Reed
",
        );
    }
}
