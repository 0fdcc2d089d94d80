//! Whether a title is written as one: in capitals, with a capital, or in lower case where the words around tell it from
//! another word.

use crate::{
    lexicon::{Position, TitleForm},
    types::{Document, Tags, TokenKind, WordList},
};

/// Forms of capitals are written in capitals; what is short for a title, or common as another word,
/// with a capital; roles either way.
pub fn fits(document: &Document, at: usize, end: usize, form: &TitleForm) -> bool {
    if form.form.bytes().all(|byte| !byte.is_ascii_lowercase()) {
        return document.tags(at).any(Tags::UPPERCASE) && document.word(at).len() == form.form.len();
    }
    let capitalised = document.tags(at).any(Tags::CAPITALISED);
    let abbreviated = form.words.len() == 1 && form.form.len() < form.canonical.len();
    let mixed = !capitalised && document.tags(end - 1).any(Tags::CAPITALISED);
    if mixed {
        return false;
    }
    let whole = document.tokens.get(end).is_none_or(|next| next.kind != TokenKind::Dash || !document.is_glued(end - 1));
    (capitalised || !(abbreviated || is_common(form)) || is_told_apart(document, at, end, form))
        && (whole || form.position == Position::Any)
}

/// `officer Ann Reed`, `the accounting officer`, `a partner at Quay Law`: what stands around tells the title from the other
/// word.
fn is_told_apart(document: &Document, at: usize, end: usize, form: &TitleForm) -> bool {
    let next = document.tags(end);
    match form.form {
        "Officer" => {
            let field = at > 0 && document.tags(at - 1).any(Tags::FIELD) && !document.ends_in(at, "s");
            field || next.any(Tags::CAPITALISED) && next.any(Tags::GIVEN_NAME | Tags::SURNAME)
        }
        // `retired general Ann Reed`, `the major, Tom Dale`
        "Canon" | "General" | "Major" | "Ranger" => {
            let comma = usize::from(document.is(end, ",") && at > 0 && document.tags(at - 1).any(Tags::DETERMINER));
            let name = document.tags(end + comma);
            let before = at > 0 && document.tags(at - 1).any(Tags::PREPOSITION);
            name.all(Tags::CAPITALISED | Tags::GIVEN_NAME) && !name.any(Tags::PLACE) && !before
        }
        "Partner" => {
            let firm = |at: usize| document.is_one_of(at, const { &WordList::of(["company", "firm", "practice"]) });
            let one = document.is(end, "in") && (end + 2..end + 5).any(firm);
            let named = document.tags(end + 1).any(Tags::CAPITALISED) || (end + 1..end + 4).any(firm);
            one || document.is(end, "at") && named
        }
        _ => false,
    }
}

/// Titles that are other words in lower case: `general`, `private`, `count`, `father`.
pub fn is_common(form: &TitleForm) -> bool {
    const COMMON: [&str; 16] = [
        "Brother",
        "Canon",
        "Count",
        "Father",
        "General",
        "Gunner",
        "Justice",
        "Major",
        "Mother",
        "Officer",
        "Partner",
        "Private",
        "Ranger",
        "Recorder",
        "Sister",
        "Specialist",
    ];
    COMMON.contains(&form.form)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn grades_and_generals() {
        people(
            "
Chief Coastguard Officer Ann Reed met the general, Ivo Amos, and PM Tom Dale at 5 PM.
^^^^^^^^^^^^^^^^^^^^^^^^ office [Chief Coastguard Officer] holder=Ann Reed
                         ^^^^^^^^ person Ann Reed
                                          ^^^^^^^ office [general] holder=Ivo Amos
                                                   ^^^^^^^^ person Ivo Amos
                                                                 ^^ office [PM] holder=Tom Dale
                                                                    ^^^^^^^^ person Tom Dale
",
        );
    }
}
