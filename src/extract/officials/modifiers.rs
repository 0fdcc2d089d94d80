//! Words before a title: those that belong to the role (`foreign`, `Public Works`), those that say whether the office
//! is held (`former`), and those that say nothing about it (`longtime`).

use super::{
    body_words::is_form_of_firm, jurisdiction::is_party, kinds::governs, office::Phrase,
    opening_word::is_named_elsewhere, scene::Scene, work,
};
use crate::types::{Document, Status, Tags, TokenKind, WordList};

/// The status that a word such as `former`, `acting` or `deputy` gives.
pub fn status_word(document: &Document, at: usize) -> Option<Status> {
    const WORDS: [(&str, Status); 19] = [
        ("former", Status::Former),
        ("ex", Status::Former),
        ("onetime", Status::Former),
        ("erstwhile", Status::Former),
        ("ousted", Status::Former),
        ("deposed", Status::Former),
        ("sacked", Status::Former),
        ("fired", Status::Former),
        ("resigned", Status::Former),
        ("retired", Status::Former),
        ("late", Status::Former),
        ("acting", Status::Acting),
        ("interim", Status::Acting),
        ("temporary", Status::Acting),
        ("caretaker", Status::Acting),
        ("deputy", Status::Deputy),
        ("vice", Status::Deputy),
        ("assistant", Status::Deputy),
        ("incoming", Status::Designate),
    ];
    // `Vice founder`: a name, as its capital shows.
    let name = || document.tags(at).any(Tags::CAPITALISED) && !document.tags(at + 1).any(Tags::CAPITALISED);
    let found = WORDS.iter().find(|(word, _)| document.is(at, word)).map(|&(_, status)| status);
    // `the club sacked manager Tom Reed`
    let verb = || {
        let before = at.checked_sub(1).map_or(Tags::NONE, |before| document.tags(before));
        let told = document.is_one_of(at, const { &WordList::of(["fired", "resigned", "sacked"]) });
        let attribute = Tags::DETERMINER | Tags::ADVERB | Tags::ADJECTIVE | Tags::PREPOSITION;
        told && !document.tags(at).any(Tags::SENTENCE_START) && !before.any(attribute)
    };
    found.filter(|_| !(verb() || document.is(at, "vice") && name()))
}

/// Whether a word says nothing about the office: `new`, `senior`, `sixth`, `longtime`, the ends of `long-time` and
/// `off-duty`.
pub fn is_skipped(document: &Document, at: usize) -> bool {
    const WORDS: [&str; 42] = [
        "woman",
        "good",
        "great",
        "bad",
        "popular",
        "successful",
        "unpopular",
        "beleaguered",
        "controversial",
        "disgraced",
        "embattled",
        "fellow",
        "independent",
        "lone",
        "new",
        "prominent",
        "renowned",
        "respected",
        "white",
        "black",
        "hispanic",
        "local",
        "female",
        "male",
        "young",
        "close",
        "time",
        "duty",
        "senior",
        "top",
        "current",
        "then",
        "longtime",
        "veteran",
        "outgoing",
        "own",
        "present",
        "powerful",
        "influential",
        "newly",
        "radical",
        "long",
    ];
    let ordinal = document.tags(at).any(Tags::ORDINAL) && !document.tags(at).any(Tags::CAPITALISED);
    ordinal || WORDS.iter().any(|word| document.is(at, word))
}

/// Whether `senior` is a grade, as in `senior vice president`, rather than a description of the holder.
pub fn is_graded(document: &Document, at: usize, phrase: &Phrase) -> bool {
    const GRADED: [&str; 15] = [
        "Adviser",
        "Advisor",
        "Analyst",
        "Associate",
        "Consultant",
        "Counsel",
        "Director",
        "Economist",
        "Editor",
        "Fellow",
        "Lecturer",
        "Manager",
        "Partner",
        "Researcher",
        "Vice President",
    ];
    let canonical = phrase.title.form.canonical;
    document.is(at, "senior")
        && (GRADED.iter().any(|title| canonical.ends_with(title)) || document.is(phrase.role.start, "vice"))
}

/// Whether the word is the first of titles of several words, which may precede another title.
pub fn is_rank_word(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["chief", "general", "deputy", "head", "member", "police"]) })
        && (grades_grade(document, at) || !document.tags(at).any(Tags::CAPITALISED))
}

/// Whether the word grades another grade: the `Chief` of `Chief Deputy Coroner`.
pub fn grades_grade(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["chief", "special"]) })
        && document.is_one_of(at + 1, const { &WordList::of(["assistant", "deputy"]) })
}

/// Whether a noun or adjective before the title specifies it: `foreign`, `county`, `human resources`.
pub fn is_role_modifier(scene: &Scene, phrase: &Phrase, at: usize) -> bool {
    let document = scene.document;
    let tags = document.tags(at);
    let closed = Tags::DETERMINER
        | Tags::PREPOSITION
        | Tags::PRONOUN
        | Tags::CONJUNCTION
        | Tags::AUXILIARY
        | Tags::RELATIVE
        | Tags::NATIONALITY
        | Tags::ADVERB
        | Tags::NEGATION
        | Tags::DAY_WORD
        | Tags::WEEKDAY
        | Tags::TIME_UNIT
        | Tags::NUMBER_WORD;
    let legislator = phrase.title.form.class == "political" && document.is(at, "state");
    if legislator && !tags.any(Tags::CAPITALISED) && phrase.role.start == at + 1 {
        return true;
    }
    let field = tags.any(Tags::FIELD) && !work::is_acted(document, at);
    let gerund = work::is_gerund(document, phrase, at);
    let other = tags.any(closed) || tags.any(Tags::VERB | Tags::CUE) && !field && !gerund;
    let founding = document.is(at, "founding");
    if document.tokens[at].kind != TokenKind::Word
        || other && !founding && !document.is(at, "labour") && !work::is_letters(document, at)
        || phrase.role.start - at > 1
    {
        return false;
    }
    // `Quay plc chairman`: the end of a name.
    if is_form_of_firm(document, at) {
        return false;
    }
    // `QuayOffice.com analyst`: the end of a name.
    if at > 1 && document.is(at - 1, ".") && document.is_glued(at - 1) && document.is_glued(at - 2) {
        return false;
    }
    if tags.any(Tags::CAPITALISED) {
        return is_capital_modifier(document, phrase, at);
    }
    let upper = document.tags(phrase.role.start).any(Tags::CAPITALISED) || at > 0 && is_behind_number(document, at);
    let speaker =
        phrase.title.form.canonical.starts_with("Spokes") && !(field && tags.any(Tags::ORDINARY | Tags::FIELD));
    let word = document.word(at);
    let verb = !field && (word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly"));
    !upper && !speaker && (founding || gerund || !verb) && phrase.title.tokens.start - at <= 3
}

/// Whether the word is an ordinary one in capitals, neither a place nor a body: `Public Works Director`, `Energy
/// minister`, `City Attorney`.
fn is_capital_modifier(document: &Document, phrase: &Phrase, at: usize) -> bool {
    let tags = document.tags(at);
    let title = document.tags(phrase.title.tokens.start);
    // `Foreign Trade Minister`: a title with a field takes only another field.
    let canonical = phrase.title.form.canonical;
    let fielded = ["Minister", "Secretary"].iter().any(|end| canonical.ends_with(end)) && tags.any(Tags::FIELD);
    let ministerial = governs(canonical) || fielded;
    let opening = tags.any(Tags::SENTENCE_START) && (is_party(document, at) || is_named_elsewhere(document, at));
    if is_of_body(document, at) || opening {
        return false;
    }
    if work::is_letters(document, at) {
        return true;
    }
    if is_unit(document, at) && (title.any(Tags::CAPITALISED) || tags.any(Tags::SENTENCE_START)) {
        // `the Weavers' Party leader`
        let owned = at > 1
            && document.tokens[at - 1].kind == TokenKind::Quotation
            && document.is_glued(at - 2)
            && document.ends_in(at - 2, "s");
        return at == 0 || !(owned || document.tags(at - 1).any(Tags::CAPITALISED)) || is_apart(document, at - 1);
    }
    let opens = tags.any(Tags::SENTENCE_START) && !title.any(Tags::CAPITALISED);
    let field = tags.any(Tags::FIELD) && (ministerial || opens);
    // `Suspended warden Ann Reed`
    let participle = opens && document.word(at).len() > 4 && document.ends_in(at, "ed");
    let ordinary = tags.any(Tags::ORDINARY | Tags::FIELD) && !tags.any(Tags::PLACE | Tags::UPPERCASE) && !participle;
    let body = tags.any(Tags::ORGANISATION | Tags::SITE | Tags::NATIONALITY) && !field;
    let speaker = phrase.title.form.canonical.starts_with("Spokes") && !tags.any(Tags::FIELD);
    let functional = title.any(Tags::CAPITALISED) && is_functional(phrase.title.form.canonical);
    ordinary && !body && (ministerial || opens && !speaker || functional)
}

/// Whether the word ends the name of a body: `Department of Corrections Director`.
fn is_of_body(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let first = (at.saturating_sub(3)..at).rev().find(|&before| !capital(before)).filter(|&of| of > 0);
    first.is_some_and(|of| document.is(of, "of") && document.tags(of - 1).all(Tags::CAPITALISED | Tags::ORGANISATION))
}

/// Whether the capitalised word before is not the name of the unit: `Deputy County Commissioner`, `on Monday City
/// Manager Reed`.
fn is_apart(document: &Document, at: usize) -> bool {
    status_word(document, at).is_some() || document.tags(at).any(Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD)
}

/// Whether the word is the unit that has the office, if no name precedes it: `City`, `County`.
fn is_unit(document: &Document, at: usize) -> bool {
    document.is_one_of(
        at,
        const {
            &WordList::of([
                "borough", "branch", "cabinet", "city", "company", "county", "district", "division", "fund", "nation",
                "parish", "party", "section", "state", "station", "team", "town", "tribe", "village",
            ])
        },
    )
}

/// Whether the office is named after the work of its department, so that the word before is not a firm's name.
fn is_functional(canonical: &str) -> bool {
    const LAST: [&str; 16] = [
        "Administrator",
        "Adviser",
        "Advisor",
        "Attorney",
        "Clerk",
        "Commissioner",
        "Coordinator",
        "Director",
        "Economist",
        "Editor",
        "Examiner",
        "Manager",
        "Officer",
        "Prosecutor",
        "Superintendent",
        "Treasurer",
    ];
    LAST.contains(&canonical)
}

/// Whether the word is glued to a number: the `th` of `14th`, the `ers` of `76ers`.
fn is_behind_number(document: &Document, at: usize) -> bool {
    document.tokens[at - 1].kind == TokenKind::Number && document.is_glued(at - 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn senior_grades_an_office_or_says_nothing_of_it() {
        people(
            "
Ann Reed, senior vice president of Quay Rail, met Chief Deputy Coroner Tom Dale and senior minister Ivo Amos.
^^^^^^^^ person Ann Reed
          ^^^^^^^^^^^^^^^^^^^^^ office [senior vice president] organisation=[Quay Rail] holder=Ann Reed
                                                  ^^^^^^^^^^^^^^^^^^^^ office [Chief Deputy Coroner] status=deputy holder=Tom Dale
                                                                       ^^^^^^^^ person Tom Dale
                                                                                           ^^^^^^^^ office [minister] holder=Ivo Amos
                                                                                                    ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn fields_belong_to_the_role() {
        people(
            "
Culture, Media and Sport Secretary Ann Reed met Norvale Council Finance Director Tom Dale and the Liberal Democrat home affairs spokesman, Ivo Amos.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Culture, Media and Sport Secretary] holder=Ann Reed
                                   ^^^^^^^^ person Ann Reed
                                                                ^^^^^^^^^^^^^^^^ office [Finance Director] organisation=[Norvale Council] holder=Tom Dale
                                                                                 ^^^^^^^^ person Tom Dale
                                                                                                                   ^^^^^^^^^^^^^^^^^^^^^^ office [home affairs spokesman] organisation=[Liberal Democrat] holder=Ivo Amos
                                                                                                                                           ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn where_no_place_stands_before_it_the_unit_belongs_to_the_role() {
        people(
            "
County Administrator Ann Reed and Tarn County Administrator Tom Dale saw the long-time chairman, Ivo Amos.
^^^^^^^^^^^^^^^^^^^^ office [County Administrator] holder=Ann Reed
                     ^^^^^^^^ person Ann Reed
                                              ^^^^^^^^^^^^^ office [Administrator] organisation=[Tarn County] holder=Tom Dale
                                                            ^^^^^^^^ person Tom Dale
                                                                                       ^^^^^^^^ office [chairman] holder=Ivo Amos
                                                                                                 ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn a_director_of_films_is_one_of_whatever_stands_before() {
        people("The opera directors and the long-time fans of the white house left.");
    }

    #[test]
    fn numbers_and_what_others_say_of_the_holder_stay_out() {
        people(
            "
Two managers, Paul Dale and Alan Reed, met fellow state senator Ivo Amos and now-Senator Al Trant.
    ^^^^^^^^ office [managers] holder=Paul Dale
    ^^^^^^^^ office [managers] holder=Alan Reed
              ^^^^^^^^^ person Paul Dale
                            ^^^^^^^^^ person Alan Reed
                                                  ^^^^^^^^^^^^^ office [state senator] holder=Ivo Amos
                                                                ^^^^^^^^ person Ivo Amos
                                                                                 ^^^^^^^ office [Senator] holder=Al Trant
                                                                                         ^^^^^^^^ person Al Trant
The sixth member of the group, Tom Okafor, met QuayOffice.com analyst Ruth Amos.
          ^^^^^^ office [member] organisation=[group] holder=Tom Okafor
                               ^^^^^^^^^^ person Tom Okafor
                                                              ^^^^^^^ office [analyst] organisation=[QuayOffice.com] holder=Ruth Amos
                                                                      ^^^^^^^^^ person Ruth Amos
",
        );
    }

    #[test]
    fn the_last_word_of_a_body_is_no_field() {
        people(
            "
Department of Harbours Director Ann Reed met Tarn Nation Education Director Tom Dale.
                       ^^^^^^^^ office [Director] organisation=[Department of Harbours] holder=Ann Reed
                                ^^^^^^^^ person Ann Reed
                                                         ^^^^^^^^^^^^^^^^^^ office [Education Director] organisation=[Tarn Nation] holder=Tom Dale
                                                                            ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn a_unit_without_a_name_belongs_to_the_role() {
        people(
            "
On Monday City Manager Ann Reed met Deputy County Commissioner Tom Dale, Station Chief Ivo Amos and Special Assistant U.S. Attorney Ruth Dale.
          ^^^^^^^^^^^^ office [City Manager] holder=Ann Reed
                       ^^^^^^^^ person Ann Reed
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Deputy County Commissioner] status=deputy holder=Tom Dale
                                                               ^^^^^^^^ person Tom Dale
                                                                         ^^^^^^^^^^^^^ office [Station Chief] holder=Ivo Amos
                                                                                       ^^^^^^^^ person Ivo Amos
                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Special Assistant U.S. Attorney] status=deputy holder=Ruth Dale
                                                                                                                                    ^^^^^^^^^ person Ruth Dale
",
        );
    }

    #[test]
    fn a_minister_has_two_fields() {
        people(
            "
Norwegian Foreign Trade Minister Ann Reed met the Quay Freight special adviser Tom Dale.
          ^^^^^^^^^^^^^^^^^^^^^^ office [Foreign Trade Minister] organisation=[Norwegian] jurisdiction=[Norwegian] holder=Ann Reed
                                 ^^^^^^^^ person Ann Reed
                                                               ^^^^^^^^^^^^^^^ office [special adviser] organisation=[Quay Freight] holder=Tom Dale
                                                                               ^^^^^^^^ person Tom Dale
",
        );
    }
}
