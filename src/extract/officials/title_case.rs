//! Whether a title is spelled as one: in capitals, capitalised, or in lower case where the context distinguishes it
//! from another word.

use crate::{
    lexicon::{Position, TitleForm},
    types::{Document, Tags, TokenKind, WordList},
};

/// Whether the spelling fits the form: a form in capitals needs capitals; an abbreviation, or a form that is common as
/// another word, needs a capital or a context; a role may be either.
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

/// Whether the context distinguishes the title from the other word: `officer Ann Reed`, `the accounting officer`, `a
/// partner at Quay Law`.
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

/// Whether the title is another word in lower case: `general`, `private`, `count`, `father`.
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
