//! What a given name tells of gender is a guess: the honorific before the surname alone corrects it ("Nicky Tolland … Ms
//! Tolland"), and a surname that is a given name, too, tells none ("Ivo Ruth … Ruth").

use rustc_hash::FxHashMap;

use super::alias::{Form, same_word};
use crate::{
    lexicon::LEXICON,
    types::{Document, Fact, Gender, Name, Tags, WordList},
};

/// Whom a surname is introduced for.
#[derive(Debug)]
struct Bearer {
    /// The first full name, among the names.
    first: usize,
    /// Whether others of the name are told of, or an honorific stands before one of the full names.
    settled: bool,
}

/// Corrects the genders in the forms of the names, in text order both.
pub fn correct(document: &Document, names: &[Fact<Name>], forms: &mut [Form]) {
    let bearers = bearers(names, forms);
    let mut corrected: Vec<(usize, Gender)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let Some((word, gender)) = alone(&forms[index]) else { continue };
        let Some(bearer) = bearers.get(&word) else { continue };
        if name.detail.honorific.is_none() {
            if guess(document, name) == Some(gender) {
                forms[index].gender = None;
            }
        } else if bearer.first < index && !bearer.settled && !tells_of_kin(document, name) {
            corrected.push((bearer.first, gender));
        }
    }
    corrected.retain(|&(first, gender)| {
        let same = |&of: &usize| forms[of].is_full() && same_family(&forms[of].family, &forms[first].family);
        forms[first].gender != Some(gender)
            && !(0..names.len()).filter(same).any(|of| tells_of_kin(document, &names[of]))
    });
    // Two honorifics that exclude each other are of two people.
    let sure = |&(first, gender): &(usize, Gender)| !corrected.contains(&(first, other(gender)));
    for &(first, gender) in corrected.iter().filter(|one| sure(one)) {
        let family = forms[first].family.clone();
        let same = |form: &&mut Form| form.is_full() && same_family(&form.family, &family);
        forms.iter_mut().filter(same).for_each(|form| form.gender = Some(gender));
    }
}

/// The one word of a short form, in lower case, and its gender.
fn alone(form: &Form) -> Option<(String, Gender)> {
    let mut words = form.words();
    let word = words.next()?.to_lowercase();
    form.gender.filter(|_| words.next().is_none()).map(|gender| (word, gender))
}

/// By the last word of the surname, in lower case.
fn bearers(names: &[Fact<Name>], forms: &[Form]) -> FxHashMap<String, Bearer> {
    let mut bearers: FxHashMap<String, Bearer> = FxHashMap::default();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.is_full()) {
        let Some(word) = form.family.last() else { continue };
        let told = names[index].detail.honorific.is_some();
        let bearer = bearers.entry(word.to_lowercase()).or_insert(Bearer { first: index, settled: false });
        let another = !same_word(forms[bearer.first].given[0], form.given[0]);
        bearer.settled |= told || another;
    }
    // `President Tolland … Nicky Tolland … Mr Tolland`: another was called by the surname before.
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| !form.is_full()) {
        let bearer = form.words().last().and_then(|word| bearers.get_mut(&word.to_lowercase()));
        if let Some(bearer) = bearer.filter(|bearer| index < bearer.first) {
            bearer.settled = true;
        }
    }
    bearers
}

/// The gender that the given name of a name without an honorific makes likely.
fn guess(document: &Document, name: &Fact<Name>) -> Option<Gender> {
    let at = document.token_at(name.span.start);
    LEXICON.genders.get(document.tokens[at].word).copied()
}

/// Whether the sentence of a name is one of relations: `Nora Tolland and her husband`, `Mr and Mrs Tolland`, `Ivo and Nora
/// Tolland`.
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

fn same_family(one: &[&str], other: &[&str]) -> bool {
    one.last().zip(other.last()).is_some_and(|(one, other)| same_word(one, other))
}

fn other(gender: Gender) -> Gender {
    match gender {
        Gender::Female => Gender::Male,
        Gender::Male => Gender::Female,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

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
