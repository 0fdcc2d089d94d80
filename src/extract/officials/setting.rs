//! The words after a name that show, for the model that judges names, whether it names a thing ("Halden, the homeware
//! chain,", "Halden-based", "Karsten's foreign minister") or a person ("Halden, a plumber,").

use super::{market::is_traded, name_shape::is_hyphen, odd_word::is_odd, passing};
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// What follows a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Setting {
    #[default]
    Plain,
    /// A comma and a noun phrase whose head is a body, a place or an artefact.
    Thing,
    /// A comma and a noun phrase whose head is a person.
    Person,
    /// `'s` and an office or body that countries and firms have.
    OwnerOfOffice,
    /// `'s` and another noun for a body or a place: `Halden's shops`.
    OwnerOfBody,
    /// `-based`, `-owned`: a hyphen and a participle.
    Compound,
    /// A lower-case noun after an article and the stretch: `a Halden umbrella`.
    Modifier,
    /// A place or thing, unless a person in the article has that name: `A buyer in Halden opened`, `Halden, which`, `a
    /// nearby Halden's`, `a Halden mill`.
    Passing,
}

/// Maximum number of tokens from the comma to the head of a noun phrase.
const REACH: usize = 6;

/// What follows the stretch of tokens from `start` to `end`.
pub fn setting(document: &Document, start: usize, end: usize) -> Setting {
    let single = end == start + 1;
    if single && (is_medium_that_reports(document, start) || is_headed(document, start) || is_located(document, start))
    {
        return Setting::Thing;
    }
    // `Halden, which nobody saw`.
    let which = document.is(end, ",") && document.is(end + 1, "which");
    if single
        && (which
            || is_in_subject(document, start)
            || is_shop(document, start)
            || is_one_of_many(document, start)
            || is_storm(document, start)
            || is_traded(document, end)
            || passing::is_named(document, start)
            || is_odd(document, start))
    {
        return Setting::Passing;
    }
    let Some(next) = document.tokens.get(end).filter(|next| next.sentence == document.tokens[start].sentence) else {
        return Setting::Plain;
    };
    match next.kind {
        TokenKind::Possessive => owner(document, end + 1),
        TokenKind::Mark if document.is(end, ",") => apposition(document, end + 1),
        TokenKind::Dash if is_hyphen(document, end) => compound(document, end + 1),
        TokenKind::Word => modifier(document, start, end),
        _ => Setting::Plain,
    }
}

/// Whether the name is that of a medium, which the report is taken from: `…, Halden reports.`, `reports Halden`.
fn is_medium_that_reports(document: &Document, at: usize) -> bool {
    let reports = |at: usize| document.is(at, "reports") && !document.tags(at).any(Tags::CAPITALISED);
    let comma = at > 0 && document.is(at - 1, ",");
    let closed = |at: usize| document.tokens.get(at).is_none_or(|token| token.kind != TokenKind::Word);
    comma && reports(at + 1) && closed(at + 2) || at > 0 && reports(at - 1) && closed(at + 1)
}

/// Whether the word is the name of a storm, which later mentions use alone: `Hurricane Otto`.
fn is_storm(document: &Document, at: usize) -> bool {
    const STORMS: WordList<4> = WordList::of(["cyclone", "hurricane", "storm", "typhoon"]);
    at > 0 && document.tags(at - 1).any(Tags::CAPITALISED) && document.is_one_of(at - 1, &STORMS)
}

/// Whether an indefinite article precedes, so that there are several: `a Halden`, `an Otto for the best barge`.
fn is_one_of_many(document: &Document, at: usize) -> bool {
    at > 0 && (document.is(at - 1, "a") || document.is(at - 1, "an"))
}

/// Whether the possessive is the name of a shop or inn: `a nearby Halden's`, `the Halden's on the quay`, `at
/// Halden's.`.
fn is_shop(document: &Document, at: usize) -> bool {
    const ONE: WordList<6> = WordList::of(["a", "an", "another", "every", "the", "this"]);
    let owner = kinds::is_possessive(document, at + 1);
    let Some(before) = at.checked_sub(1).filter(|_| owner) else { return false };
    let one = |at: usize| document.is_one_of(at, &ONE);
    let described = before > 0 && document.tags(before).any(Tags::ADJECTIVE) && one(before - 1);
    let nothing_owned = document.tokens.get(at + 2).is_none_or(|next| next.kind == TokenKind::Mark)
        || document.tags(at + 2).any(Tags::CONJUNCTION | Tags::PREPOSITION);
    one(before) || described || document.is(before, "at") && nothing_owned
}

/// Whether the words around show a place: `near Halden`, `the town of Halden`, `the Halden neighborhood`, `Ann Reed of
/// Halden`.
fn is_located(document: &Document, at: usize) -> bool {
    const UNITS: WordList<9> =
        WordList::of(["borough", "city", "county", "island", "province", "residents", "suburb", "town", "village"]);
    const QUARTERS: WordList<5> = WordList::of(["neighborhood", "neighbourhood", "resident", "residents", "suburb"]);
    let near = at > 0 && document.is_one_of(at - 1, const { &WordList::of(["near", "downtown"]) });
    let of = at > 2 && document.is(at - 1, "of");
    let name = |at: usize| {
        let tags = document.tags(at);
        tags.all(Tags::CAPITALISED) && tags.any(Tags::SURNAME) && !tags.any(Tags::TITLE | Tags::ORDINARY | Tags::PLACE)
    };
    let quarter = document.is_one_of(at + 1, &QUARTERS) && at > 0;
    near || quarter || of && name(at - 2) || of && document.is_one_of(at - 2, &UNITS)
}

/// Whether the word is a place inside the subject of a verb: `A buyer in Halden opened`, `a man from Halden was`; not
/// after a word of trust.
fn is_in_subject(document: &Document, at: usize) -> bool {
    const TRUST: WordList<8> =
        WordList::of(["belief", "believe", "confidence", "faith", "hope", "interest", "pride", "trust"]);
    let beside = at > 1 && (document.is(at - 1, "in") || document.is(at - 1, "from"));
    if !beside || !document.tags(at - 2).any(Tags::ORDINARY | Tags::PERSON_NOUN) {
        return false;
    }
    let next = document.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word);
    let verb = next
        .is_some_and(|next| next.tags.any(Tags::AUXILIARY | Tags::VERB | Tags::CUE) || document.ends_in(at + 1, "ed"));
    verb && !document.is_one_of(at - 2, &TRUST)
}

/// Whether the word has a head, owners or parts: `chairman of Halden`, `shares in Halden`.
fn is_headed(document: &Document, at: usize) -> bool {
    const NOUNS: [&str; 16] = [
        "ceo",
        "chairman",
        "chairwoman",
        "customers",
        "division",
        "employees",
        "executive",
        "investors",
        "maker",
        "makers",
        "owner",
        "parent",
        "president",
        "shareholders",
        "shares",
        "subsidiary",
    ];
    at > 1
        && document.is_one_of(at - 1, const { &WordList::of(["of", "in", "at"]) })
        && NOUNS.iter().any(|noun| document.is(at - 2, noun))
}

/// What the first noun for a body or person in the phrase shows: `the homeware chain`.
fn apposition(document: &Document, at: usize) -> Setting {
    if !document.tags(at).any(Tags::DETERMINER) {
        return Setting::Plain;
    }
    let closed = Tags::PREPOSITION | Tags::RELATIVE | Tags::CONJUNCTION | Tags::AUXILIARY;
    for next in at + 1..at + 1 + REACH {
        let tags = document.tags(next);
        let word = kinds::is_word(document, next);
        if tags.any(Tags::PERSON_NOUN | Tags::TITLE) {
            return Setting::Person;
        }
        if !word || tags.any(closed) {
            return Setting::Plain;
        }
        let ends = |kind| !matches!(kind, TokenKind::Word | TokenKind::Possessive);
        let last = document.tokens.get(next + 1).is_none_or(|token| ends(token.kind))
            || document.tags(next + 1).any(closed | Tags::CUE | Tags::VERB);
        if last && tags.any(Tags::ORGANISATION | Tags::SITE) && !tags.any(Tags::CAPITALISED) {
            return Setting::Thing;
        }
    }
    Setting::Plain
}

/// What the word after a possessive shows: `Halden's chairman`. A lawyer or boss can be a person's as often as a
/// body's.
fn owner(document: &Document, at: usize) -> Setting {
    const PERSONAL: WordList<6> = WordList::of(["agent", "attorney", "boss", "lawyer", "lawyers", "publicist"]);
    let titled = |at: usize| {
        // `her mother`, `Brother Otto`: relatives have such titles too.
        document.tags(at).any(Tags::TITLE) && !document.tags(at).any(Tags::KIN) && !document.is_one_of(at, &PERSONAL)
    };
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    if titled(at) || lower(at) && document.tags(at).any(Tags::ORDINARY) && titled(at + 1) {
        Setting::OwnerOfOffice
    } else if lower(at) && (document.tags(at).any(Tags::ORGANISATION | Tags::SITE) || is_firms(document, at)) {
        Setting::OwnerOfBody
    } else {
        Setting::Plain
    }
}

/// Whether the word is something that firms have: `Halden's shareholders`.
fn is_firms(document: &Document, at: usize) -> bool {
    const NOUNS: [&str; 12] = [
        "customers",
        "earnings",
        "headquarters",
        "investors",
        "parent",
        "products",
        "profits",
        "revenue",
        "shareholders",
        "shares",
        "subsidiary",
        "workforce",
    ];
    NOUNS.iter().any(|noun| document.is(at, noun))
}

fn compound(document: &Document, at: usize) -> Setting {
    let participle = document.ends_in(at, "ed") && !document.tags(at).any(Tags::CAPITALISED);
    if participle { Setting::Compound } else { Setting::Plain }
}

/// Whether an office of bodies follows, before the name of its holder or in lower case: `Halden chairman`, `Halden
/// chief executive Ann Reed`.
fn heads(document: &Document, at: usize) -> bool {
    const HEADS: WordList<11> = WordList::of([
        "analyst",
        "boss",
        "ceo",
        "chairman",
        "chairwoman",
        "coach",
        "director",
        "economist",
        "executive",
        "president",
        "striker",
    ]);
    let head = |at: usize| document.is_one_of(at, &HEADS);
    let graded = document.is_one_of(at, const { &WordList::of(["chief", "managing", "vice"]) }) && head(at + 1);
    let end = at + 1 + usize::from(graded);
    (graded || head(at)) && (document.tags(end).any(Tags::CAPITALISED) || !document.tags(at).any(Tags::CAPITALISED))
}

fn modifier(document: &Document, start: usize, end: usize) -> Setting {
    let article = start > 0 && document.tags(start - 1).any(Tags::ARTICLE);
    let tags = document.tags(end);
    let noun = tags.any(Tags::ORDINARY | Tags::ORGANISATION | Tags::SITE)
        && !tags.any(Tags::CAPITALISED | Tags::CUE | Tags::VERB | Tags::AUXILIARY | Tags::ADVERB | Tags::PREPOSITION);
    match () {
        _ if heads(document, end) => Setting::OwnerOfOffice,
        _ if article && noun => Setting::Modifier,
        _ => Setting::Plain,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_firm_or_a_country_is_nobody() {
        people(
            "
Haldric, the homeware chain, shut six shops. Karstovia's foreign minister, Danilo Trusk, bought a Haldric lamp from Karstovia.
                                                         ^^^^^^^^^^^^^^^^ office [foreign minister] organisation=[Karstovia] jurisdiction=[Karstovia] holder=Danilo Trusk
                                                                           ^^^^^^^^^^^^ person Danilo Trusk
",
        );
    }

    #[test]
    fn shops_are_nobody_unless_somebody_is_called_so() {
        people(
            "
Ruth Velisar, 40, and the Velisar's son ate in a nearby Haldrow's. They met at Ottolow's, too, and won an Ivor.
^^^^^^^^^^^^ person Ruth Velisar
                          ^^^^^^^ person Ruth Velisar
",
        );
    }

    #[test]
    fn media_firms_and_places_are_told_by_what_stands_before() {
        people("The bridge is shut, Haldric reports. The chairman of Velisar sold shares in Ottolind near Karsten.");
    }

    #[test]
    fn an_office_beside_a_name_makes_it_one() {
        people(
            "
Radmil Velisar, the interior minister, was late. Their coroner, Ottolind Greve, waited.
^^^^^^^^^^^^^^ person Radmil Velisar
                    ^^^^^^^^^^^^^^^^^ office [interior minister] holder=Radmil Velisar
                                                       ^^^^^^^ office [coroner] holder=Ottolind Greve
                                                                ^^^^^^^^^^^^^^ person Ottolind Greve
",
        );
    }

    #[test]
    fn places_and_things_told_in_passing() {
        people("The hearing in Addlecombe was told of Halden, which sank. A man had faith in Quillfeather said.");
    }
}
