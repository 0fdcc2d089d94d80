//! The place an office is for: "MP for Tarn", "Mayor of Norvale", "the Norvalian foreign minister",
//! "North Norvale Republican Sen. Tom Dale".

use std::ops::Range;

use crate::{
    lexicon::TitleForm,
    types::{Document, Tags, TokenKind, WordList},
};

/// The organisation and the place of an office that the tokens of `named` state: the same tokens where only a place is
/// named, the party and the place in `North Norvale Republican`, `Norvale's Republican` and `Republican Norvale`.
pub fn split(document: &Document, title: &TitleForm, named: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let last = named.end - 1;
    let party = named.len() > 1 && is_party(document, last);
    let owns = party && document.tokens[last - 1].kind == TokenKind::Possessive && last > named.start + 1;
    let before = named.start..last - usize::from(owns);
    if party && is_known_place(document, before.clone()) {
        return (last..named.end, Some(before));
    }
    let behind = named.start + 1..named.end;
    let member = named.len() > 1 && is_party(document, named.start) && !document.tags(named.start).any(Tags::UPPERCASE);
    if member && is_known_place(document, behind.clone()) {
        return (named.start..behind.start, Some(behind));
    }
    // `Quay Rail's UK director`: a company's office for one country.
    let owner = named.clone().find(|&at| document.tokens[at].kind == TokenKind::Possessive);
    if let Some(owner) = owner.filter(|&owner| named.start < owner && owner < last) {
        let (body, part) = (named.start..owner, owner + 1..named.end);
        if is_known_place(document, part.clone()) && !is_known_place(document, body.clone()) {
            return (body, Some(part));
        }
    }
    let place = if is_known_place(document, named.clone()) {
        !is_party(document, last) && (title.class != "civic_corporate" && title.class != "sport" || rules(title))
    } else {
        is_territorial(title) && is_capital_name(document, named.clone())
    };
    let jurisdiction = place.then(|| named.clone());
    (named, jurisdiction)
}

/// Whether the word names a party rather than an origin: `Republican`, `Labour`.
pub fn is_party(document: &Document, at: usize) -> bool {
    const PARTIES: WordList<25> = WordList::of([
        "communist",
        "conservative",
        "cymru",
        "democrat",
        "democratic",
        "democrats",
        "fáil",
        "fein",
        "féin",
        "gael",
        "green",
        "greens",
        "labor",
        "labour",
        "liberal",
        "nationalist",
        "nationals",
        "quebecois",
        "québécois",
        "republican",
        "republicans",
        "socialist",
        "tory",
        "ukip",
        "unionist",
    ]);
    document.is_one_of(at, &PARTIES)
}

/// Whether the tokens are countries, cities or nationalities, with directions and units: `South Norvalian`, `Tarn
/// County`.
fn is_known_place(document: &Document, tokens: Range<usize>) -> bool {
    let unit = |at: usize| is_unit(document, at) && tokens.len() > 1;
    let direction = |at: usize| {
        let directions = ["north", "south", "east", "west", "northern", "southern", "new", "united", "of", "the"];
        tokens.len() > 1 && directions.iter().any(|word| document.is(at, word))
    };
    let short = |at: usize| ["DC", "D.C.", "EU", "UK", "U.K.", "US", "U.S."].contains(&document.word(at));
    let known = |at: usize| {
        short(at)
            || document.tags(at).any(Tags::PLACE)
            || document.tags(at).any(Tags::NATIONALITY) && !is_party(document, at) && !is_creed(document, at)
    };
    let all = tokens.clone().all(|at| known(at) || unit(at) || direction(at) || document.is(at, "."));
    let last = tokens.end - 1;
    let named = document.tags(tokens.start).any(Tags::CAPITALISED) && tokens.len() > 1;
    let county = named && (is_unit(document, last) || document.tags(last).any(Tags::NATIONALITY) && known(last));
    all && tokens.clone().any(known) || county
}

/// Whether the word is a creed, which the lexicon lists among nationalities: `Catholic`, `Shiite`.
fn is_creed(document: &Document, at: usize) -> bool {
    const CREEDS: WordList<14> = WordList::of([
        "anglican",
        "buddhist",
        "catholic",
        "christian",
        "evangelical",
        "hindu",
        "islamic",
        "jewish",
        "methodist",
        "muslim",
        "protestant",
        "shiite",
        "sikh",
        "sunni",
    ]);
    document.is_one_of(at, &CREEDS)
}

/// Whether the word makes a place of the name before it: `County`, `City`.
fn is_unit(document: &Document, at: usize) -> bool {
    const UNITS: WordList<13> = WordList::of([
        "borough", "city", "county", "district", "island", "islands", "parish", "province", "region", "state",
        "states", "town", "township",
    ]);
    document.is_one_of(at, &UNITS)
}

/// Whether the tokens are a capitalised name whose words are no body, title, abbreviation, kind or party.
fn is_capital_name(document: &Document, tokens: Range<usize>) -> bool {
    let capital = document.tags(tokens.start).any(Tags::CAPITALISED);
    let body = tokens.clone().any(|at| document.tags(at).any(Tags::ORGANISATION | Tags::TITLE));
    let letters = tokens.len() == 1 && document.tags(tokens.start).any(Tags::UPPERCASE);
    capital && !body && !letters && !is_kind(document, tokens.clone()) && !is_party(document, tokens.end - 1)
}

/// Whether the words give the kind of office, or its field: `Nominated`, `National Security`.
fn is_kind(document: &Document, mut tokens: Range<usize>) -> bool {
    const KINDS: WordList<4> = WordList::of(["federal", "independent", "nominated", "opposition"]);
    tokens.all(|at| document.is_one_of(at, &KINDS) || document.tags(at).any(Tags::FIELD | Tags::CONJUNCTION))
}

/// Whether companies and bodies have the office as well as countries.
fn rules(title: &TitleForm) -> bool {
    const OFFICES: [&str; 10] = [
        "Commissioner",
        "Dictator",
        "Governor",
        "Leader",
        "Monarch",
        "Official",
        "President",
        "Ruler",
        "Supervisor",
        "Vice President",
    ];
    OFFICES.contains(&title.canonical)
}

/// Whether the office belongs to a place by nature: the words after `of` or `for` are its jurisdiction, even an unknown
/// one.
fn is_territorial(title: &TitleForm) -> bool {
    const SEATS: [&str; 20] = [
        "AM",
        "Archbishop",
        "Bishop",
        "Congressman",
        "Congresswoman",
        "Councillor",
        "Councilman",
        "Councilwoman",
        "Duchess",
        "Duke",
        "Earl",
        "First Minister",
        "Lord Lieutenant",
        "MEP",
        "MLA",
        "MP",
        "MS",
        "MSP",
        "Member of Parliament",
        "TD",
    ];
    let of_place = [
        "Ambassador",
        "Chief Constable",
        "Chief Negotiator",
        "City Attorney",
        "Coroner",
        "District Attorney",
        "Fire Chief",
        "Fire Marshal",
        "Governor",
        "Mayor",
        "Minister",
        "Police Chief",
        "Police and Crime Commissioner",
        "Prosecutor",
        "Representative",
        "Senator",
        "Sheriff",
    ];
    let ends = |end: &&str| title.canonical.ends_with(*end);
    let company = title.canonical == "Representative" && title.form != "Rep"
        || title.canonical == "Governor" && title.class != "political";
    let unit =
        ["Borough ", "City ", "County ", "Town ", "Village "].iter().any(|unit| title.canonical.starts_with(unit));
    unit || SEATS.contains(&title.canonical) || of_place.iter().any(ends) && !company
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_place_is_a_jurisdiction() {
        people(
            "
Ann Reed, MP for Tarn, met the Mayor of Norvale, Tom Dale, the French foreign minister, Ruth Amos, and North Carolina Republican Sen. Ivo Trant.
^^^^^^^^ person Ann Reed
          ^^ office [MP] organisation=[Tarn] jurisdiction=[Tarn] holder=Ann Reed
                               ^^^^^ office [Mayor] organisation=[Norvale] jurisdiction=[Norvale] holder=Tom Dale
                                                 ^^^^^^^^ person Tom Dale
                                                                      ^^^^^^^^^^^^^^^^ office [foreign minister] organisation=[French] jurisdiction=[French] holder=Ruth Amos
                                                                                        ^^^^^^^^^ person Ruth Amos
                                                                                                                                 ^^^ office [Sen] organisation=[Republican] jurisdiction=[North Carolina] holder=Ivo Trant
                                                                                                                                      ^^^^^^^^^ person Ivo Trant
",
        );
    }

    #[test]
    fn a_party_stands_with_its_place_in_any_order() {
        people(
            "
Democratic Iowa Mayor Ann Reed, Ohio's Republican governor, Tom Dale, and Calif. Gov. Ruth Amos came.
                ^^^^^ office [Mayor] organisation=[Democratic] jurisdiction=[Iowa] holder=Ann Reed
                      ^^^^^^^^ person Ann Reed
                                                  ^^^^^^^^ office [governor] organisation=[Republican] jurisdiction=[Ohio] holder=Tom Dale
                                                            ^^^^^^^^ person Tom Dale
                                                                                 ^^^ office [Gov] organisation=[Calif.] jurisdiction=[Calif.] holder=Ruth Amos
                                                                                      ^^^^^^^^^ person Ruth Amos
Republican Sen. Ivo Trant of Ohio left with Gov. Otto Lund (R) of Texas.
           ^^^ office [Sen] organisation=[Republican] jurisdiction=[Ohio] holder=Ivo Trant
                ^^^^^^^^^ person Ivo Trant
                                            ^^^ office [Gov] organisation=[Texas] jurisdiction=[Texas] holder=Otto Lund
                                                 ^^^^^^^^^ person Otto Lund
",
        );
    }

    #[test]
    fn bodies_and_parties_are_none() {
        people(
            "
The Labour leader Ann Reed met Tarn Council chief executive Tom Dale.
           ^^^^^^ office [leader] organisation=[Labour] holder=Ann Reed
                  ^^^^^^^^ person Ann Reed
                                            ^^^^^^^^^^^^^^^ office [chief executive] organisation=[Tarn Council] holder=Tom Dale
                                                            ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn kinds_and_letters_are_no_places() {
        people(
            "
Federal MP Ann Reed met DGP Ivo Amos, IPS, and the Weavers' Party MP Tom Dale.
        ^^ office [MP] holder=Ann Reed
           ^^^^^^^^ person Ann Reed
                        ^^^ office [DGP] holder=Ivo Amos
                            ^^^^^^^^ person Ivo Amos
                                                                  ^^ office [MP] organisation=[Weavers' Party] holder=Tom Dale
                                                                     ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn an_office_for_one_country() {
        people(
            "
Ann Reed, Quay Rail's UK director, met the Norvale Trust's French chairman, Tom Dale.
^^^^^^^^ person Ann Reed
                         ^^^^^^^^ office [director] organisation=[Quay Rail] jurisdiction=[UK] holder=Ann Reed
                                                                  ^^^^^^^^ office [chairman] organisation=[Norvale Trust] jurisdiction=[French] holder=Tom Dale
                                                                            ^^^^^^^^ person Tom Dale
",
        );
    }
}
