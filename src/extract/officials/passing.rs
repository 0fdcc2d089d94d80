//! Places, stations, papers, shops, illnesses and cars that their neighbouring words reveal: "in Halden on Monday",
//! "Halden 5 reports", "Halden notes that", "a silver Halden", "Halden's disease".

use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Whether the single word at `at` names something other than a person, unless a person in the article has that name.
pub fn is_named(document: &Document, at: usize) -> bool {
    is_outlet(document, at) || is_painted(document, at) || is_scene(document, at) || is_owner_of_thing(document, at)
}

/// Whether the word owns an illness or a shop, and is no person: `Halden's disease`, `she has Parkinson's`, `Halden's
/// said`.
fn is_owner_of_thing(document: &Document, at: usize) -> bool {
    const ILLNESSES: WordList<6> = WordList::of(["alzheimer", "asperger", "crohn", "hodgkin", "parkinson", "tourette"]);
    const KINDS: WordList<6> = WordList::of(["disease", "diseases", "lymphoma", "palsy", "sarcoma", "syndrome"]);
    let owner = kinds::is_possessive(document, at + 1);
    let tells = document.is_one_of(at + 2, const { &WordList::of(["said", "says"]) });
    let kind = document.is_one_of(at + 2, &KINDS) || document.tags(at + 2).any(Tags::AUXILIARY) || tells;
    owner && (kind || document.is_one_of(at, &ILLNESSES))
}

/// Whether the word is a medium: `Halden reports that`, `Halden FM`, `Halden 5 reports`, `told Halden 5 News`.
fn is_outlet(document: &Document, at: usize) -> bool {
    let letters = ["AM", "FM", "HS", "TV"]
        .iter()
        .any(|letters| document.tokens.len() > at + 1 && document.word(at + 1) == *letters);
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let tells = |at: usize| document.is_one_of(at, const { &WordList::of(["notes", "reports"]) }) && lower(at);
    let channel = document.tags(at + 1).any(Tags::DIGITS) && (tells(at + 2) || document.is(at + 2, "news"));
    let opens = document.tags(at).any(Tags::SENTENCE_START);
    letters || channel || opens && tells(at + 1)
}

/// Whether the word is a thing with a paint colour: `a silver Halden`, `a maroon colored Halden`, `a silver 4 door
/// Halden`.
pub fn is_painted(document: &Document, at: usize) -> bool {
    const PAINTS: WordList<20> = WordList::of([
        "beige", "blue", "bronze", "brown", "burgundy", "colored", "coloured", "door", "gold", "gray", "green", "grey",
        "maroon", "orange", "purple", "red", "silver", "tan", "white", "yellow",
    ]);
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let Some(paint) = at.checked_sub(1).filter(|&paint| lower(paint) && document.is_one_of(paint, &PAINTS)) else {
        return false;
    };
    (paint.saturating_sub(4)..paint).any(|at| document.tags(at).any(Tags::DETERMINER))
}

/// Whether the word is the place of an event with a time: `in Halden on Monday`, `in Halden last week`.
fn is_scene(document: &Document, at: usize) -> bool {
    let place = at > 0 && document.is_one_of(at - 1, const { &WordList::of(["in", "outside"]) });
    let on = document.is(at + 1, "on") || document.is(at + 1, "in");
    let day = document.tags(at + 2).any(Tags::WEEKDAY | Tags::MONTH | Tags::DIGITS);
    let last = document.is_one_of(at + 1, const { &WordList::of(["last", "this"]) });
    let when = document.tags(at + 1).any(Tags::WEEKDAY | Tags::DAY_WORD);
    let time = last && document.tags(at + 2).any(Tags::TIME_UNIT | Tags::WEEKDAY | Tags::MONTH);
    place && (on && day || time || when)
}

/// Whether the words after the single word at `at` reveal a town, a team, a firm or a thing, whatever the name tables
/// say, unless a person in the article has that name.
pub fn is_told(document: &Document, at: usize) -> bool {
    is_seat(document, at)
        || is_led(document, at)
        || is_firm(document, at)
        || is_definite(document, at)
        || is_home(document, at)
}

/// `a Halden man`, `a 24-year-old Halden woman`, `Halden teen charged`, `the Halden shooting`: where somebody lives, or
/// something happened.
fn is_home(document: &Document, at: usize) -> bool {
    const PEOPLE: WordList<14> = WordList::of([
        "boy",
        "boys",
        "couple",
        "girl",
        "girls",
        "man",
        "men",
        "native",
        "resident",
        "residents",
        "teen",
        "teens",
        "woman",
        "women",
    ]);
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let opens = document.tags(at).any(Tags::SENTENCE_START);
    let counted = Tags::ARTICLE | Tags::NUMBER_WORD | Tags::DIGITS;
    let before = |at: usize| document.tags(at).any(counted) || document.is(at, "old");
    let people = document.is_one_of(at + 1, &PEOPLE) && (opens || at > 0 && before(at - 1));
    let event = document.is_one_of(at + 1, const { &WordList::of(["shooting", "shootings"]) });
    let shares = document.is(at + 1, "shares") && document.tags(at + 2).any(Tags::AUXILIARY | Tags::CHANGE);
    lower(at + 1) && (people || event || shares)
}

/// Whether a capitalised office of a place and the name of its holder follow: `Halden Mayor Ann Reed`, `Halden Fire
/// Chief Tom Dale`.
fn is_seat(document: &Document, at: usize) -> bool {
    const SEATS: WordList<21> = WordList::of([
        "ceo",
        "cfo",
        "cllr",
        "commissioner",
        "coroner",
        "coun",
        "councillor",
        "councilman",
        "councilwoman",
        "fire",
        "gov",
        "governor",
        "mayor",
        "mla",
        "mp",
        "msp",
        "police",
        "principal",
        "sheriff",
        "superintendent",
        "td",
    ]);
    let office = at + 1;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let dot = usize::from(document.is(office + 1, ".") && document.is_glued(office));
    let name = office + 1 + dot;
    let same = document.tokens.get(name).is_some_and(|token| token.sentence == document.tokens[at].sentence);
    capital(office) && document.is_one_of(office, &SEATS) && same && capital(name)
}

/// Whether an office of a team or body and the name of its holder follow: `Halden captain Tom Dale`, `Halden national
/// chairman Ivo Amos`.
fn is_led(document: &Document, at: usize) -> bool {
    const LED: WordList<16> = WordList::of([
        "analyst",
        "boss",
        "captain",
        "chairman",
        "chairwoman",
        "coach",
        "defender",
        "director",
        "economist",
        "goalkeeper",
        "manager",
        "midfielder",
        "skipper",
        "striker",
        "treasurer",
        "winger",
    ]);
    const GRADES: WordList<6> = WordList::of(["assistant", "head", "interim", "national", "regional", "team"]);
    let office = at + 1 + usize::from(document.is_one_of(at + 1, &GRADES));
    document.is_one_of(office, &LED) && is_lower_before_name(document, office)
}

/// Whether words follow that only firms have: `Halden's chief executive, Ann Reed`, `Halden chief financial officer Tom
/// Dale`, `Halden's Tom Dale said`.
fn is_firm(document: &Document, at: usize) -> bool {
    let owner = kinds::is_possessive(document, at + 1);
    let office = at + 1 + usize::from(owner);
    let graded = document.is(office, "chief") && (office + 1..office + 4).any(|at| document.is(at, "officer"))
        || document.is(office, "chief") && document.is(office + 1, "executive")
        || document.is(office, "managing") && document.is(office + 1, "director");
    let letters = document.is_one_of(office, const { &WordList::of(["ceo", "cfo", "coo", "cto"]) });
    graded || letters || owner && is_somebody(document, office)
}

/// Whether a person follows the possessive, `Tom Dale` after `Halden's`: a given and a family name, then a verb, a
/// comma or `and`. A character in a book has no such name and does not speak.
fn is_somebody(document: &Document, at: usize) -> bool {
    const OTHER: Tags = Tags::PLACE.with(Tags::ORGANISATION).with(Tags::TITLE).with(Tags::UPPERCASE).with(Tags::SITE);
    let given = document.tags(at).all(Tags::CAPITALISED | Tags::GIVEN_NAME) && !document.tags(at).any(OTHER);
    let family = document.tags(at + 1).any(Tags::CAPITALISED) && !document.tags(at + 1).any(OTHER);
    let next = document.tags(at + 2);
    let acts = next.any(Tags::CUE | Tags::VERB | Tags::AUXILIARY) && !next.any(Tags::CAPITALISED);
    given && family && (acts || document.is(at + 2, ",") || document.is(at + 2, "and"))
}

/// Whether the word follows an article without a noun: `the Halden said`, `the Haldens, who`.
fn is_definite(document: &Document, at: usize) -> bool {
    // `a former Halden and`
    let former = at > 1
        && document.is_one_of(at - 1, const { &WordList::of(["former", "retired"]) })
        && document.tags(at - 2).any(Tags::ARTICLE);
    // `the Halden was born`: a person.
    if at == 0 || !(document.is(at - 1, "the") || former) || document.is(at + 2, "born") {
        return false;
    }
    let Some(next) = document.tokens.get(at + 1).filter(|next| next.sentence == document.tokens[at].sentence) else {
        return true;
    };
    let verb = Tags::CUE | Tags::AUXILIARY | Tags::VERB | Tags::RELATIVE | Tags::PREPOSITION | Tags::CONJUNCTION;
    match next.kind {
        TokenKind::Word => !next.tags.any(Tags::CAPITALISED) && (next.tags.any(verb) || document.ends_in(at + 1, "ed")),
        TokenKind::Mark => document.is_one_of(at + 1, const { &WordList::of([",", ".", ";"]) }),
        _ => false,
    }
}

/// Whether a lower-case word precedes a capitalised word of its sentence.
fn is_lower_before_name(document: &Document, at: usize) -> bool {
    let next = document.tokens.get(at + 1);
    let name = next.is_some_and(|next| {
        next.sentence == document.tokens[at].sentence
            && next.tags.any(Tags::CAPITALISED)
            && next.kind == TokenKind::Word
    });
    name && !document.tags(at).any(Tags::CAPITALISED)
}

/// Whether a state and a dash follow the place that opens a paragraph and ends before `end`: `, Ohio –`, `, N.M. (KTAR)
/// –`.
pub fn is_dateline(document: &Document, end: usize) -> bool {
    if !document.is(end, ",") || !document.tags(end + 1).any(Tags::CAPITALISED) {
        return false;
    }
    let state = |at: usize| {
        let short = document.tags(at).any(Tags::CAPITALISED) && document.word(at).len() < 6;
        document.is(at, ".") || short || document.tags(at).any(Tags::PLACE)
    };
    let last = document.tokens.len().min(end + 6);
    let Some(behind) = (end + 1..last).find(|&at| !state(at)) else { return false };
    let dash = document.tokens[behind].kind == TokenKind::Dash && !document.is_glued(behind);
    dash || document.is(behind, "(") && document.tags(behind + 1).any(Tags::UPPERCASE)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn places_stations_papers_and_cars_are_nobody() {
        people(
            "
Halden notes that the barge sank in Orlow on Monday. Weller 5 reports that a silver Halden left.
",
        );
    }

    #[test]
    fn the_place_of_a_dateline_is_nobody() {
        people(
            "
TOLLAND, N.M. (KTAR) – A mill burned.

MARSHALL, Ind. – A barge sank.
",
        );
    }

    #[test]
    fn illnesses_and_shops_are_nobody() {
        people(
            "
She had Hodgkin's lymphoma and he has Tolland's syndrome. Halden's said the barge was late. A woman from Orlow was hurt.
",
        );
    }

    #[test]
    fn towns_teams_firms_and_things_are_nobody() {
        people(
            "
Marsh Mayor Ann Reed met Dale captain Ivo Amos. Brandt's chief executive, Ruth Okafor, and Harlow's Tom Reed said the Foster sank.
      ^^^^^ office [Mayor] organisation=[Marsh] jurisdiction=[Marsh] holder=Ann Reed
            ^^^^^^^^ person Ann Reed
                              ^^^^^^^ office [captain] organisation=[Dale] holder=Ivo Amos
                                      ^^^^^^^^ person Ivo Amos
                                                         ^^^^^^^^^^^^^^^ office [chief executive] organisation=[Brandt] holder=Ruth Okafor
                                                                          ^^^^^^^^^^^ person Ruth Okafor
                                                                                                    ^^^^^^^^ person Tom Reed
",
        );
    }

    #[test]
    fn what_somebody_was_is_nobody() {
        people(
            "
Tom Dale, a former Marine who left, was glad.
^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn where_somebody_lives_is_nobody() {
        people(
            "
Halden man hurt at quay. A 24-year-old Weller woman was hurt too, and two Marsh men fled. The Foster shooting was the third.
",
        );
    }
}
