//! Subjects with a description after a comma or a participle: "copper, the dearest metal, fell", "the number of wardens
//! hurt in the flood was up".

use super::{
    phrase::{Phrase, before},
    verb::is_verb,
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, WordList},
};

/// Words after a noun that open a description of it, before a preposition.
pub const GOING_ON: WordList<33> = WordList::of([
    "ahead",
    "appearing",
    "approaching",
    "arriving",
    "beginning",
    "belonging",
    "clinging",
    "coming",
    "consulting",
    "dating",
    "emerging",
    "falling",
    "fleeing",
    "flying",
    "going",
    "hanging",
    "heading",
    "living",
    "lying",
    "moving",
    "ranging",
    "resulting",
    "serving",
    "sitting",
    "sleeping",
    "standing",
    "starting",
    "staying",
    "suffering",
    "trying",
    "waiting",
    "walking",
    "working",
]);

/// Tags of what follows such a word: "coming from Tarn", "starting next year".
pub const ONWARD: Tags = Tags::PREPOSITION.with(Tags::POINTER).with(Tags::MONTH).with(Tags::WEEKDAY);

/// Participles after a noun that are never a head, whatever follows: "a race involving barges".
pub const TAKING: WordList<7> =
    WordList::of(["containing", "depicting", "featuring", "involving", "resembling", "suffering", "wearing"]);

/// Past forms after a bare number that are its verb, whatever follows: "all three suffered burns".
pub const UNDERGONE: WordList<5> = WordList::of(["denied", "faced", "received", "suffered", "sustained"]);

/// Whether the phrase after an amount is a participle with more words: "£400 lying around", "300mph using just a mile".
pub fn goes_on(document: &Document, phrase: &Phrase) -> bool {
    const OBJECTS: Tags = Tags::DETERMINER.with(Tags::PRONOUN).with(Tags::ADVERB).with(Tags::BOUND).with(Tags::DIGITS);
    let word = document.word(phrase.start);
    let behind = document.tags(phrase.end);
    let on = || behind.any(Tags::PREPOSITION) && document.is_one_of(phrase.start, &GOING_ON);
    let object = behind.any(OBJECTS) && !behind.any(Tags::PREPOSITION);
    phrase.len() == 1 && word.len() > 4 && word.ends_with("ing") && (object || on())
}

/// The phrase before an appositive whose second comma is at `last`: "Copper, last year's best metal, fell".
pub fn before_appositive(document: &Document, first: usize, last: usize) -> Option<Phrase> {
    let near = first.max(last.saturating_sub(12));
    // "Sales of nets, a kind that lasts, rose": the verb of a relative clause is not that of the sentence.
    let relative = |at: usize| at > first && document.tags(at - 1).any(Tags::RELATIVE);
    let comma = (near..last).rev().find(|&at| document.is(at, ",") || is_verb(document, at) && !relative(at))?;
    document.is(comma, ",").then(|| with_what_it_is_of(document, comma))?
}

/// The antecedent of the relative clause that ends at the comma `last`, whatever figures the clause has: "The index,
/// which was one of two to gain on Monday, fell".
pub fn before_relative(document: &Document, last: usize) -> Option<Phrase> {
    let near = document.sentence_tokens(last).start.max(last.saturating_sub(20));
    let opens = |at: usize| {
        let word = at - usize::from(document.tags(at - 1).any(Tags::PREPOSITION));
        let comma = word.checked_sub(1).filter(|&at| at > near && document.is(at, ","));
        comma.filter(|_| document.tags(at).any(Tags::RELATIVE))
    };
    with_what_it_is_of(document, (near + 1..last).rev().find_map(opens)?)
}

/// The phrase before the comma at `end`, with the whole to which it belongs: "Shares in Dorrin, which makes bells,
/// rose".
fn with_what_it_is_of(document: &Document, end: usize) -> Option<Phrase> {
    let phrase = before(document, end)?;
    let article = phrase.start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DETERMINER));
    let link = article.unwrap_or(phrase.start).checked_sub(1);
    let link = link.filter(|&at| document.is_one_of(at, const { &WordList::of(["for", "in", "of"]) }));
    let whole = link.and_then(|link| before(document, link));
    let whole = whole.filter(|whole| !document.tags(whole.end - 1).any(Tags::DAY_PART | Tags::WEEKDAY | Tags::MONTH));
    Some(whole.map_or(phrase.start, |whole| whole.start)..phrase.end)
}

/// The subject of a verb at `end` that has a preposition at `start`: the noun after that, or the noun before a
/// participle.
pub fn behind_preposition(document: &Document, start: usize, end: usize) -> Option<Phrase> {
    // "In a report sent by the mayor the van was".
    let clause = (start + 2..end).any(|at| document.tags(at).any(Tags::DETERMINER));
    let described = if clause { None } else { before_participle(document, start) };
    described.or_else(|| before(document, end))
}

/// The noun that the participles before the preposition describe: "The number of wardens hurt or drowned in the flood
/// was up", "a bell once owned by Pike was sold", "money spent on goats rose".
fn before_participle(document: &Document, preposition: usize) -> Option<Phrase> {
    let participle = |at: &usize| {
        kinds::is_word(document, *at) && endings::is_past_form(document.word(*at))
            || document.is_one_of(*at, &PARTICIPLES)
    };
    let last = preposition.checked_sub(1).filter(participle)?;
    let or = last.checked_sub(1).filter(|&at| document.is(at, "or") || document.is(at, "and"));
    let first = or.and_then(|or| or.checked_sub(1)).unwrap_or(last);
    let adverb = first
        .checked_sub(1)
        .filter(|&at| document.tags(at).any(Tags::ADVERB) || endings::is_adverb_in_ly(document, at));
    with_what_it_is_of(document, adverb.unwrap_or(first))
}

/// Participles that do not end in `-ed`.
const PARTICIPLES: WordList<28> = WordList::of([
    "bought", "brought", "built", "caught", "drawn", "driven", "found", "given", "grown", "held", "hit", "hurt",
    "kept", "known", "left", "lost", "made", "paid", "seen", "sent", "shot", "sold", "spent", "stolen", "taken",
    "thrown", "won", "written",
]);

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn participles_that_go_on() {
        figures(
            "
She had £400 lying around and got a 4% raise starting next year.
        ^^^^ figure money value=400 unit=GBP
                                    ^^ figure percent value=4 unit=percent counted=[raise]
                                                      ^^^^^^^^^ figure date
",
        );
    }

    #[test]
    fn relative_clauses_have_subjects_of_their_own() {
        figures(
            "
Of them, 49% of the porters were late and 12% were ill.
         ^^^ figure percent value=49 unit=percent counted=[porters]
                                          ^^^ figure percent value=12 unit=percent counted=[porters]
Copper, which was the one metal that gained from two mills, fell 4%. Sales so far are 3% up.
                      ^^^ figure count value=1 counted=[metal]
                                                 ^^^ figure count value=2 counted=[mills]
                                                                 ^^ figure percent value=4 unit=percent change=down counted=[Copper]
                                                                                      ^^ figure percent value=3 unit=percent change=up counted=[Sales]
",
        );
    }

    #[test]
    fn what_a_company_is_part_of() {
        figures(
            "
Shares in Dorrin, which makes bells, were up 2.4%.
                                             ^^^^ figure percent value=2.4 unit=percent change=up counted=[Shares in Dorrin]
",
        );
    }

    #[test]
    fn those_hurt_somewhere() {
        figures(
            "
The number of wardens hurt or drowned in the Tarn flood was up 20%.
                                                               ^^^ figure percent value=20 unit=percent change=up counted=[number of wardens]
",
        );
    }

    #[test]
    fn of_an_age() {
        figures(
            "
Rowe met a 5-year-old Tarn boy who has slept for a week.
           ^^^^^^^^^^ figure age value=5 unit=year counted=[Tarn boy]
                                                 ^^^^^^ figure duration value=1 unit=week counted=[Tarn boy] resolved=P1W
",
        );
    }

    #[test]
    fn what_was_once_owned() {
        figures(
            "
A bell once owned by Ada Pike was sold for £90. Cash spent on goats is expected to rise to £5.
                                           ^^^ figure money value=90 unit=GBP counted=[bell]
                                                                                           ^^ figure money value=5 unit=GBP change=up counted=[Cash]
",
        );
    }
}
