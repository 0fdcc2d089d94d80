//! Corrects genders guessed from given names: an honorific before the surname alone decides ("Nicky Tolland … Ms
//! Tolland"), and a surname that is also a given name says nothing ("Ivo Ruth … Ruth").

use rustc_hash::FxHashMap;

use super::{
    alias::{Form, same_word},
    caseless::Caseless,
};
use crate::{
    lexicon::LEXICON,
    types::{Document, Fact, Gender, Name, Tags, WordList},
};

/// The people introduced in full with a surname.
#[derive(Debug, Default)]
struct Bearer {
    /// Indices of the full names among all names, at least one.
    full: Vec<usize>,
    /// Whether the guess stands: others have the surname, or an honorific comes before one of the full names.
    settled: bool,
    /// The gender given by honorifics before the surname alone.
    told: Option<Gender>,
}

/// Corrects the genders in the forms of the names, both in text order.
pub fn correct(document: &Document, names: &[Fact<Name>], forms: &mut [Form]) {
    let mut bearers = bearers(names, forms);
    for (index, name) in names.iter().enumerate() {
        let Some((word, gender)) = alone(&forms[index]) else { continue };
        let Some(bearer) = bearers.get_mut(&word) else { continue };
        if name.detail.honorific.is_none() {
            if guess(document, name) == Some(gender) {
                forms[index].gender = None;
            }
        } else if bearer.told.is_some_and(|told| told != gender) {
            // Two honorifics that exclude each other belong to two people.
            bearer.settled = true;
        } else if bearer.told.is_none() && !tells_of_kin(document, name) {
            bearer.told = Some(gender);
        }
    }
    for bearer in bearers.values().filter(|bearer| !bearer.settled) {
        let other = bearer.told.filter(|told| forms[bearer.full[0]].gender != Some(*told));
        if other.is_some() && !bearer.full.iter().any(|&full| tells_of_kin(document, &names[full])) {
            bearer.full.iter().for_each(|&full| forms[full].gender = other);
        }
    }
}

/// The only word of a short form, and its gender.
fn alone<'a>(form: &Form<'a>) -> Option<(Caseless<'a>, Gender)> {
    let mut words = form.words();
    let word = Caseless(words.next()?);
    form.gender.filter(|_| words.next().is_none()).map(|gender| (word, gender))
}

/// Bearers by the last word of the surname.
fn bearers<'a>(names: &[Fact<Name>], forms: &[Form<'a>]) -> FxHashMap<Caseless<'a>, Bearer> {
    let mut bearers: FxHashMap<Caseless<'a>, Bearer> = FxHashMap::default();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.is_full()) {
        let Some(word) = form.family.last() else { continue };
        let bearer = bearers.entry(Caseless(word)).or_default();
        bearer.full.push(index);
        let another = !same_word(forms[bearer.full[0]].given[0], form.given[0]);
        bearer.settled |= another || names[index].detail.honorific.is_some();
    }
    // `President Tolland … Nicky Tolland … Mr Tolland`: someone else had the surname before.
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| !form.is_full()) {
        let bearer = form.words().last().and_then(|word| bearers.get_mut(&Caseless(word)));
        if let Some(bearer) = bearer.filter(|bearer| index < bearer.full[0]) {
            bearer.settled = true;
        }
    }
    bearers
}

/// The gender suggested by the given name.
fn guess(document: &Document, name: &Fact<Name>) -> Option<Gender> {
    let at = document.token_at(name.span.start);
    LEXICON.genders.get(document.tokens[at].word).copied()
}

/// Whether the sentence of a name mentions relatives or couples: `Nora Tolland and her husband`, `Mr and Mrs Tolland`,
/// `Ivo and Nora Tolland`.
fn tells_of_kin(document: &Document, name: &Fact<Name>) -> bool {
    const COUPLES: WordList<4> = WordList::of(["couple", "family", "married", "parents"]);
    let first = document.token_at(name.span.start);
    let sentence = document.sentence_tokens(first);
    if first > 1 && document.is(first - 1, "and") && document.tags(first - 2).any(Tags::GIVEN_NAME) {
        return true;
    }
    let addressed = |at: usize| document.tags(at).any(Tags::HONORIFIC) && document.is(at + 1, "and");
    sentence.into_iter().any(|at| document.tags(at).any(Tags::KIN) || document.is_one_of(at, &COUPLES) || addressed(at))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn two_honorifics_are_of_two_people() {
        people(
            "
Nora Tolland rowed first. Mr Tolland won. Ms Tolland lost.
^^^^^^^^^^^^ person Nora Tolland
                             ^^^^^^^ person Tolland
                                             ^^^^^^^ person Nora Tolland
",
        );
    }

    #[test]
    fn the_honorific_corrects_the_guess() {
        people(
            "
Nicky Tolland rowed first. Ms Tolland won.
^^^^^^^^^^^^^ person Nicky Tolland
                              ^^^^^^^ person Nicky Tolland
Ivo Lita rowed next. Lita lost. Nora Finch swam with her husband. Mr Finch sank.
^^^^^^^^ person Ivo Lita
                     ^^^^ person Ivo Lita
                                ^^^^^^^^^^ person Nora Finch
                                                                     ^^^^^ person Finch
",
        );
    }
}
