//! The person named after or before an office.

use super::{jurisdiction::is_party, name::NameSpan, scene::Scene, seat, style, title::Title};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Maximum number of tokens in brackets after a name.
const BRACKETS: usize = 8;

/// The name that starts at `at`, after any honorifics, further titles with their party, and `(Retd)`.
pub fn name_behind<'s>(scene: &'s Scene, at: usize) -> Option<&'s NameSpan> {
    let document = scene.document;
    let mut at = at;
    for _ in 0..9 {
        if at == 0 || !scene.same_sentence(at - 1, at) {
            return None;
        }
        if let Some(name) = scene.name_from(at) {
            return Some(name);
        }
        let title = scene.title_from(at).map(|title| title.tokens.end);
        // `the head of the mission, Dutch senator Ann Reed`
        let nation =
            document.is(at - 1, ",") && document.tags(at).any(Tags::NATIONALITY) && scene.title_from(at + 1).is_some();
        let styled = style::end(document, at);
        at = if styled > at {
            styled
        } else if document.is(at, ".") && document.is_glued(at - 1) {
            at + 1
        } else if document.is(at, "(") {
            (at + 1..at + 6).find(|&close| document.is(close, ")"))? + 1
        } else if is_collar(scene, at)
            || document.tags(at).all(Tags::HONORIFIC | Tags::CAPITALISED)
            || is_excellency(scene, at)
            || opens_style(scene, at)
            || nation
            || is_party(document, at) && scene.title_from(at + 1).is_some()
        {
            at + 1
        } else {
            title?
        };
    }
    None
}

/// The token after a bracket that opens at `at`, else `at`: `of CEI (Italian Episcopal Conference), …`.
pub fn behind_brackets(scene: &Scene, at: usize) -> usize {
    let document = scene.document;
    let close = document.is(at, "(").then(|| (at + 1..at + 10).find(|&close| document.is(close, ")"))).flatten();
    close.map_or(at, |close| close + 1)
}

/// The token after an age that follows a name, else `at`: `Ann Reed, 46, of Norvale`.
pub fn behind_age(document: &Document, at: usize) -> usize {
    let age = document.tags(at + 1).any(Tags::DIGITS) && document.is(at, ",") && document.is(at + 2, ",");
    if age { at + 3 } else { at }
}

/// The person to whom `who` refers, where it is the subject of the verb at `verb`: `Ann Reed, who is`, `who was sworn
/// in as`.
pub fn before_who<'s>(scene: &'s Scene, verb: usize) -> Option<&'s NameSpan> {
    const PARTS: WordList<8> = WordList::of(["acted", "acts", "in", "served", "serves", "serving", "sworn", "works"]);
    let document = scene.document;
    let part = |at: usize| {
        document.tags(at).any(Tags::AUXILIARY | Tags::ADVERB | Tags::VERB) || document.is_one_of(at, &PARTS)
    };
    let who = (verb.saturating_sub(4)..verb).rev().find(|&at| !part(at)).filter(|&at| document.is(at, "who"))?;
    scene.name_until(who).or_else(|| name_before(scene, who.checked_sub(1)?))
}

/// Whether the token is an officer's number, which belongs to the rank: `PC 4471 Reed`.
fn is_collar(scene: &Scene, at: usize) -> bool {
    scene.document.tags(at).any(Tags::DIGITS) && scene.title_until(at + 1).is_some()
}

/// Whether the token is `HE`, for His or Her Excellency.
fn is_excellency(scene: &Scene, at: usize) -> bool {
    scene.document.tags(at).any(Tags::UPPERCASE) && scene.document.is(at, "he")
}

/// Whether the article belongs to the style of clergy: `the Bishop of Tarn, the Rt Rev Ann Reed`.
fn opens_style(scene: &Scene, at: usize) -> bool {
    let style = |title: &Title| title.form.canonical.contains("Reverend") || title.form.canonical == "Venerable";
    scene.document.is(at, "the") && scene.title_from(at + 1).is_some_and(style)
}

/// `name` and the names coordinated with it; brackets and places between are skipped: `Moira F and Peter L`, `Ann Reed
/// (1994-96) and Tom Dale`, `Ann Reed of Norvale and Tom Dale`.
pub fn coordinated<'s>(scene: &'s Scene, name: &'s NameSpan) -> Vec<&'s NameSpan> {
    let document = scene.document;
    let mut all = vec![name];
    let mut end = behind_origin(scene, name.tokens.end);
    while document.is(end, ",") || document.is(end, "and") {
        let mut next = end + 1;
        if document.is(next, "and") {
            next += 1;
        }
        // `Senators Ann Reed and Ruth Amos, and Rep. Tom Dale`.
        let other = scene.title_from(next).is_some();
        let Some(name) = name_behind(scene, next).filter(|_| !other) else { break };
        end = behind_origin(scene, name.tokens.end);
        all.push(name);
    }
    all
}

/// The token after brackets, `of Norvale` or `, R-Norvale` that follow a name.
fn behind_origin(scene: &Scene, at: usize) -> usize {
    let document = scene.document;
    if document.is(at, ",")
        && let Some(seat) = seat::behind(scene, at)
    {
        return seat.end;
    }
    let place = document.is(at, "of") && document.tags(at + 1).all(Tags::CAPITALISED | Tags::PLACE);
    if place { at + 2 } else { behind_brackets(scene, at) }
}

/// The name that ends before the comma, dash or bracket at `at`; an age or post-nominals between are skipped: `Ann
/// Reed, 46,`, `Ann Reed QC,`.
pub fn name_before<'s>(scene: &'s Scene, at: usize) -> Option<&'s NameSpan> {
    let document = scene.document;
    let mut end = at;
    let separates = document.is(end, ",") || document.is(end, "(") || document.tokens.get(end)?.kind == TokenKind::Dash;
    if !separates {
        return None;
    }
    for _ in 0..4 {
        if end == 0 || !scene.same_sentence(end - 1, at) {
            return None;
        }
        if let Some(name) = scene.name_until(end) {
            return Some(name);
        }
        // `Ann Reed (Con, Norvale East), leader of the council`
        if document.is(end - 1, ")") {
            end = (end.saturating_sub(BRACKETS)..end).rev().find(|&open| document.is(open, "("))?;
            continue;
        }
        let tags = document.tags(end - 1);
        if !(tags.any(Tags::DIGITS | Tags::UPPERCASE) || document.is(end - 1, ",")) {
            return None;
        }
        end -= 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn brackets_and_places_stand_between_coordinated_names() {
        people(
            "
He worked under head coaches Tom Dale (1994-96) and Ivo Amos, and under
                ^^^^^^^^^^^^ office [head coaches] holder=Tom Dale
                ^^^^^^^^^^^^ office [head coaches] holder=Ivo Amos
                             ^^^^^^^^ person Tom Dale
                                                    ^^^^^^^^ person Ivo Amos
Senators Ann Reed of Ohio and Ruth Amos of Utah.
^^^^^^^^ office [Senators] organisation=[Ohio] jurisdiction=[Ohio] holder=Ann Reed
^^^^^^^^ office [Senators] organisation=[Utah] jurisdiction=[Utah] holder=Ruth Amos
         ^^^^^^^^ person Ann Reed
                              ^^^^^^^^^ person Ruth Amos
",
        );
        people(
            "
They met Reps. Ann Reed, R-Ohio, Ruth Amos, D-Utah, and Tom Dale, and Sen. Ivo Trant.
         ^^^^ office [Reps] organisation=[Ohio] jurisdiction=[Ohio] holder=Ann Reed
         ^^^^ office [Reps] organisation=[Utah] jurisdiction=[Utah] holder=Ruth Amos
         ^^^^ office [Reps] holder=Tom Dale
               ^^^^^^^^ person Ann Reed
                                 ^^^^^^^^^ person Ruth Amos
                                                        ^^^^^^^^ person Tom Dale
                                                                      ^^^ office [Sen] holder=Ivo Trant
                                                                           ^^^^^^^^^ person Ivo Trant
",
        );
    }

    #[test]
    fn clergy_are_styled_with_an_article() {
        people(
            "
The Bishop of Ostwick, the Rt Rev Ann Reed, met the Archdeacon of Tarn, the Ven Tom Dale.
    ^^^^^^ office [Bishop] organisation=[Ostwick] jurisdiction=[Ostwick] holder=Ann Reed
                           ^^^^^^ office [Rt Rev] holder=Ann Reed
                                  ^^^^^^^^ person Ann Reed
                                                    ^^^^^^^^^^ office [Archdeacon] organisation=[Tarn] holder=Tom Dale
                                                                            ^^^ office [Ven] holder=Tom Dale
                                                                                ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn brackets_and_nations_stand_between() {
        people(
            "
Ann Reed (Lab, Norvale East), leader of the council, met the head of the barge mission, Danish MEP Tom Dale.
^^^^^^^^ person Ann Reed
                              ^^^^^^ office [leader] organisation=[council] holder=Ann Reed
                                                             ^^^^ office [head] organisation=[barge mission] holder=Tom Dale
                                                                                               ^^^ office [MEP] organisation=[Danish] jurisdiction=[Danish] holder=Tom Dale
                                                                                                   ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn a_party_stands_between_two_titles() {
        people(
            "
Committee chairman Labour MP Ann Reed met Tom Dale.
          ^^^^^^^^ office [chairman] organisation=[Committee] holder=Ann Reed
                          ^^ office [MP] organisation=[Labour] holder=Ann Reed
                             ^^^^^^^^ person Ann Reed
                                          ^^^^^^^^ person Tom Dale
",
        );
    }
}
