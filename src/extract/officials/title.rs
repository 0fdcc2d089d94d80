//! The titles, ranks and roles in a document.

use std::ops::Range;

use super::{
    name_shape::{CLOSED, is_hyphen},
    title_case, title_name,
};
use crate::{
    grammar::classes,
    lexicon::{LEXICON, Position, TitleForm},
    types::{Document, Tags, Token, TokenKind, WordList},
};

/// Tags of which the first word of a title has at least one.
const STARTS: Tags = Tags::TITLE.with(Tags::TITLE_START);

/// The words of one title.
#[derive(Debug, Clone)]
pub struct Title {
    pub tokens: Range<usize>,
    pub form: &'static TitleForm,
}

/// All titles of a document in text order, the longest form at each place.
pub fn find(document: &Document) -> Vec<Title> {
    let (mut titles, mut families) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < document.tokens.len() {
        let found = document.tags(at).any(STARTS).then(|| title_at(document, at)).flatten();
        let family = found.as_ref().is_some_and(|title| title_name::is_family(document, title));
        if family {
            families.push(document.tokens[at].word);
        }
        at = found.as_ref().map_or(at + 1, |title| title.tokens.end);
        titles.extend(found.filter(|_| !family));
    }
    title_name::leave_out_later(document, &mut titles, &families);
    titles
}

fn title_at(document: &Document, at: usize) -> Option<Title> {
    let found = form_at(document, at)?;
    if is_letters_of_other(document, &found)
        || title_name::is_given(document, &found)
        || is_adjective(document, &found)
        || is_overtaken(document, &found)
        || is_trade(document, &found)
        || is_force(document, &found)
    {
        return None;
    }
    let Some(graded) = graded(document, &found) else {
        return Some(Title {
            tokens: with_class(document, found.tokens, found.form.class == "police_uk"),
            form: found.form,
        });
    };
    // Words of status before a title are read with its office: of a deputy only the title remains.
    (!document.is(at, "deputy")).then_some(Title { tokens: at..graded.tokens.end, form: graded.form })
}

/// The rank with its grade or number: `Sgt. 1st Class`, `2nd Lt`, `Chief Warrant Officer 4`, `PC 4471`.
fn with_class(document: &Document, rank: Range<usize>, police: bool) -> Range<usize> {
    const NUMBERED: WordList<4> = WordList::of(["lieutenant", "lt", "sergeant", "sgt"]);
    let ordinal = |at: usize| classes::is_ordinal_in_digits(document, at);
    let Range { mut start, mut end } = rank;
    let dot = usize::from(document.is(end, ".") && document.is_glued(end - 1));
    if ordinal(end + dot) && document.is(end + dot + 2, "class") {
        end += dot + 3;
    }
    if start > 1 && ordinal(start - 2) && document.is_one_of(start, &NUMBERED) {
        start -= 2;
    }
    let collar = |at: usize| (2..=6).contains(&document.word(at).len()) && !document.is_glued(at - 1);
    let warrant = end > start + 1 && document.is(end - 2, "warrant");
    let digit = |at: usize| document.word(at).len() == 1;
    let sentence = document.tokens[start].sentence;
    let here = |token: &Token| token.kind == TokenKind::Number && token.sentence == sentence;
    let number = document.tokens.get(end).is_some_and(here) && !document.tags(end + 1).any(Tags::MONTH);
    if number && (warrant && digit(end) || police && collar(end)) && document.tags(end + 1).any(Tags::CAPITALISED) {
        end += 1;
    }
    start..end
}

/// Whether the letters denote a ship, a place or half a day: `the MS Norvale`, `Southeast DC`, `10:42 AM`.
fn is_letters_of_other(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    let letters = title.form.form.bytes().all(|byte| byte.is_ascii_uppercase()) && end == start + 1;
    if !letters || start == 0 {
        return false;
    }
    let ship = document.is(start, "ms") && document.is(start - 1, "the") && document.tags(end).any(Tags::CAPITALISED);
    let before = document.tags(start - 1);
    let city = document.is(start, "dc") && (before.any(Tags::CAPITALISED) || document.is(start - 1, ","));
    let state = document.is(start, "ms")
        && document.is(start - 1, ",")
        && document.tags(start.saturating_sub(2)).any(Tags::PLACE);
    let clock = document.is_one_of(start, const { &WordList::of(["am", "pm"]) }) && before.any(Tags::DIGITS);
    ship || city || state || clock
}

/// The longest form of a title at `at`.
fn form_at(document: &Document, at: usize) -> Option<Title> {
    let forms = LEXICON.titles.all(document.tokens[at].word);
    forms.iter().find_map(|form| {
        let end = form_end(document, at, form)?;
        title_case::fits(document, at, end, form).then_some(Title { tokens: at..end, form })
    })
}

/// The title that another one grades, with at most two nouns or a body between: `chief public relations officer`,
/// `deputy harbour director`. A rank after the grade is another title: `the army chief, General …`.
fn graded(document: &Document, grade: &Title) -> Option<Title> {
    let Range { start, end } = grade.tokens.clone();
    if end != start + 1 || !document.is_one_of(start, const { &WordList::of(["chief", "deputy", "principal"]) }) {
        return None;
    }
    let deputy = document.is(start, "deputy");
    let other =
        Tags::PLACE | Tags::ORGANISATION | Tags::NATIONALITY | Tags::UPPERCASE | CLOSED | Tags::VERB | Tags::CUE;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let first = document.tags(start).any(Tags::SENTENCE_START);
    for at in end..end + 3 {
        let token = document.tokens.get(at).filter(|token| token.sentence == document.tokens[start].sentence)?;
        // `Chief Coastguard Officer`
        let of_officer = !deputy && capital(at) && (at + 1..at + 3).any(|at| document.is(at, "officer"));
        let body = deputy && !capital(start) && capital(at) || of_officer;
        if token.kind != TokenKind::Word || !(first || body || capital(at) == capital(start)) {
            return None;
        }
        if token.tags.any(STARTS)
            && let Some(title) = form_at(document, at).or_else(|| officer(document, at))
        {
            let any = title.form.position == Position::Any || deputy && at == end && title.form.level.is_none();
            return (any && !title.form.plural).then_some(title);
        }
        if !body && (!token.tags.any(Tags::ORDINARY) || token.tags.any(other)) {
            return None;
        }
    }
    None
}

/// Whether the title is a trade or standing rather than an office: `travel agent`, `free agent`.
fn is_trade(document: &Document, title: &Title) -> bool {
    const TRADES: WordList<10> = WordList::of([
        "booking", "estate", "free", "letting", "literary", "nerve", "press", "sports", "talent", "travel",
    ]);
    let Some(before) = title.tokens.start.checked_sub(1) else { return false };
    title.form.form == "Agent" && document.is_one_of(before, &TRADES) || is_of_its_kind(document, title, before)
}

/// Whether the word before another title denotes the force: `Garda Sergeant Ann Reed`, `a Garda spokesman`.
fn is_force(document: &Document, title: &Title) -> bool {
    let next = title.tokens.end;
    title.form.form == "Garda" && document.tags(next).any(STARTS) && form_at(document, next).is_some()
}

/// Whether the title means the best at something (`comeback king`, `the drama queen`) or the work of courts (`Criminal
/// Justice`).
fn is_of_its_kind(document: &Document, title: &Title, before: usize) -> bool {
    const JUSTICE: WordList<4> = WordList::of(["criminal", "environmental", "juvenile", "social"]);
    let tags = document.tags(before);
    let lower = title.form.class == "royal" && !document.tags(title.tokens.start).any(Tags::CAPITALISED);
    let of_state = Tags::NATIONALITY | Tags::DETERMINER | Tags::ADJECTIVE | Tags::PREPOSITION | Tags::PLACE;
    let noun =
        document.tokens[before].kind == TokenKind::Word && tags.any(Tags::ORDINARY) && !tags.any(of_state | CLOSED);
    lower && noun && !tags.any(Tags::CAPITALISED | Tags::VERB | Tags::CUE)
        || title.form.form == "Justice" && (document.is_one_of(before, &JUSTICE) || is_of_department(document, before))
}

/// Whether the word is the `of` of `the Department of Justice` or the `for` of `Minister for Justice`.
fn is_of_department(document: &Document, of: usize) -> bool {
    let office = document.is_one_of(of, const { &WordList::of(["for", "of"]) })
        && of > 0
        && document.is_one_of(
            of - 1,
            const { &WordList::of(["minister", "secretary", "spokesman", "spokesperson", "spokeswoman"]) },
        );
    office || document.is(of, "of") && of > 0 && document.tags(of - 1).all(Tags::CAPITALISED | Tags::ORGANISATION)
}

/// Whether the last word of the title opens a longer title, or grades one: `Norvale Police chief superintendent`,
/// `Chief Deputy Coroner`.
fn is_overtaken(document: &Document, title: &Title) -> bool {
    let last = title.tokens.end - 1;
    let other = (last > title.tokens.start && document.tags(last).any(STARTS)).then(|| form_at(document, last));
    other.flatten().is_some_and(|other| other.tokens.end > title.tokens.end || graded(document, &other).is_some())
}

/// The title `officer` in lower case, which is one only after its grade.
fn officer(document: &Document, at: usize) -> Option<Title> {
    let forms = LEXICON.titles.all(document.tokens[at].word);
    let form = forms.iter().find(|form| document.is(at, "officer") && form.words.len() == 1)?;
    Some(Title { tokens: at..at + 1, form })
}

/// Whether a title that is also an adjective precedes an ordinary word or a body, not a name: `a General Election`,
/// `Justice Centre`.
fn is_adjective(document: &Document, title: &Title) -> bool {
    let Range { start, end } = title.tokens.clone();
    let next = document.tags(end);
    let word =
        next.all(Tags::ORDINARY | Tags::CAPITALISED) && !next.any(Tags::GIVEN_NAME | Tags::SURNAME | Tags::TITLE);
    let determined = start > 0 && document.tags(start - 1).any(Tags::DETERMINER | Tags::PREPOSITION);
    let letters = title.form.form.bytes().all(|byte| byte.is_ascii_uppercase());
    if title.form.form == "Official" && is_before_noun(document, start) {
        return true;
    }
    // `the Department of Criminal Justice`: a word that specifies justice.
    let before = if start > 0 { document.tags(start - 1) } else { Tags::NONE };
    let kind = before.all(Tags::CAPITALISED | Tags::ORDINARY) && !before.any(Tags::ORGANISATION | Tags::ADJECTIVE);
    if title.form.form == "Justice" && kind && !next.any(Tags::CAPITALISED) {
        return true;
    }
    let body = next.all(Tags::CAPITALISED) && next.any(Tags::ORGANISATION | Tags::SITE) && !next.any(Tags::SURNAME);
    end == start + 1 && (title_case::is_common(title.form) && (body || word && determined) || word && letters)
}

/// Whether `official` is an adjective before a lower-case noun: `the latest official contender`.
fn is_before_noun(document: &Document, at: usize) -> bool {
    let other = Tags::CUE
        | Tags::AUXILIARY
        | Tags::VERB
        | Tags::ADVERB
        | Tags::ADJECTIVE
        | Tags::DESCRIPTIVE
        | Tags::TITLE
        | Tags::CAPITALISED
        | CLOSED;
    let next = document.tags(at + 1);
    let ended = |at: usize| ["ed", "ing", "s"].iter().any(|end| document.word(at).ends_with(end));
    !document.tags(at).any(Tags::CAPITALISED) && next.any(Tags::ORDINARY) && !next.any(other) && !ended(at + 1)
}

/// The end of the form's words from `at` on; hyphens and the dots of abbreviations are skipped.
fn form_end(document: &Document, at: usize, form: &TitleForm) -> Option<usize> {
    let mut end = at;
    for (index, &word) in form.words.iter().enumerate() {
        if index > 0 && is_joint(document, end, form) {
            // `Det.-Sgt`
            end += if document.is(end, ".") && is_hyphen(document, end + 1) { 2 } else { 1 };
        }
        if document.tokens.get(end)?.word != word || document.tokens[end].sentence != document.tokens[at].sentence {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// Whether the token is a hyphen inside a title, the `'s` of a form written so, or the dot of an abbreviation before
/// another word: the leader in `the group's leader` is not the group leader.
fn is_joint(document: &Document, at: usize, form: &TitleForm) -> bool {
    let glued = at > 0 && document.is_glued(at - 1);
    let owned = |kind| kind == TokenKind::Possessive && form.form.contains('\'');
    let joint = |kind| kind == TokenKind::Dash || owned(kind);
    glued && (document.is(at, ".") || document.tokens.get(at).is_some_and(|token| joint(token.kind)))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn ranks_and_honorifics_of_other_services() {
        people(
            "
Datuk Seri Omar Dale met Deputy Superintendent of Police Anil Reed and the Inspector-General of Police, IGP Tunde Amos.
           ^^^^^^^^^ person Omar Dale
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Deputy Superintendent of Police] holder=Anil Reed
                                                         ^^^^^^^^^ person Anil Reed
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Inspector-General of Police] holder=Tunde Amos
                                                                                                        ^^^ office [IGP] holder=Tunde Amos
                                                                                                            ^^^^^^^^^^ person Tunde Amos
Norvale police chief ACP Lim Wei Jie and MEC for Health Ruth Parry left.
        ^^^^^^^^^^^^ office [police chief] organisation=[Norvale] jurisdiction=[Norvale] holder=Lim Wei Jie
                     ^^^ office [ACP] holder=Lim Wei Jie
                         ^^^^^^^^^^^ person Lim Wei Jie
                                         ^^^^^^^^^^^^^^ office [MEC for Health] holder=Ruth Parry
                                                        ^^^^^^^^^^ person Ruth Parry
",
        );
    }

    #[test]
    fn words_that_are_titles_elsewhere() {
        people(
            "
It was 10:42 AM Norvale police came. The Tarn Department of Criminal Justice said no.
Ann Reed is the latest official contender. Mother Jean Dale left. The comeback king lost. The Criminal Justice Branch met.
^^^^^^^^ person Ann Reed
                                                  ^^^^^^^^^ person Jean Dale
",
        );
    }

    #[test]
    fn a_state_with_a_given_name_has_senators() {
        people(
            "
The mill was sold to Virginia Sen. Abel Norvale in May.
                              ^^^ office [Sen] organisation=[Virginia] jurisdiction=[Virginia] holder=Abel Norvale
                                   ^^^^^^^^^^^^ person Abel Norvale
",
        );
    }

    #[test]
    fn the_leader_of_the_group_is_no_group_leader() {
        people(
            "
It was led by that group's leader, Ivo Dale. Tarn County President Judge Ann Reed agreed.
                           ^^^^^^ office [leader] organisation=[group] holder=Ivo Dale
                                   ^^^^^^^^ person Ivo Dale
                                                         ^^^^^^^^^^^^^^^ office [President Judge] organisation=[Tarn County] jurisdiction=[Tarn County] holder=Ann Reed
                                                                         ^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn ranks_have_classes() {
        people(
            "
Sgt. 1st Class Ann Reed met Petty Officer 2nd Class Tom Dale, 1st Lt. Ivo Amos and 2nd Lt Ruth Dale.
^^^^^^^^^^^^^^ office [Sgt. 1st Class] holder=Ann Reed
               ^^^^^^^^ person Ann Reed
                            ^^^^^^^^^^^^^^^^^^^^^^^ office [Petty Officer 2nd Class] holder=Tom Dale
                                                    ^^^^^^^^ person Tom Dale
                                                              ^^^^^^ office [1st Lt] holder=Ivo Amos
                                                                      ^^^^^^^^ person Ivo Amos
                                                                                   ^^^^^^ office [2nd Lt] holder=Ruth Dale
                                                                                          ^^^^^^^^^ person Ruth Dale
",
        );
    }

    #[test]
    fn officers_and_partners_in_small_letters() {
        people(
            "
The port spokesman officer Ann Reed met Tom Dale, a partner at Quay Law. Her partner, Ivo Amos, is an officer.
         ^^^^^^^^^ office [spokesman] holder=Ann Reed
                   ^^^^^^^ office [officer] holder=Ann Reed
                           ^^^^^^^^ person Ann Reed
                                        ^^^^^^^^ person Tom Dale
                                                    ^^^^^^^ office [partner] organisation=[Quay Law] holder=Tom Dale
                                                                                      ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn ranks_with_dots_hyphens_and_figures() {
        people(
            "
Det.-Sgt. Ann Reed met Chief Warrant Officer 4 Tom Dale, 1st Sgt. Ivo Amos and Command Sgt. Maj. Ruth Okafor.
^^^^^^^^ office [Det.-Sgt] holder=Ann Reed
          ^^^^^^^^ person Ann Reed
                       ^^^^^^^^^^^^^^^^^^^^^^^ office [Chief Warrant Officer 4] holder=Tom Dale
                                               ^^^^^^^^ person Tom Dale
                                                         ^^^^^^^ office [1st Sgt] holder=Ivo Amos
                                                                  ^^^^^^^^ person Ivo Amos
                                                                               ^^^^^^^^^^^^^^^^ office [Command Sgt. Maj] holder=Ruth Okafor
                                                                                                 ^^^^^^^^^^^ person Ruth Okafor
",
        );
    }

    #[test]
    fn the_number_on_a_collar() {
        people(
            "
PC 4471 Hughes and Detective Constable 118 Ann Reed of Tarn Police asked for help.
^^ office [PC] holder=Hughes
        ^^^^^^ person Hughes
                   ^^^^^^^^^^^^^^^^^^^ office [Detective Constable] organisation=[Tarn Police] holder=Ann Reed
                                           ^^^^^^^^ person Ann Reed
",
        );
    }
}
