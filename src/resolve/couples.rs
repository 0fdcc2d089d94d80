//! The family name that two people share: "Ruth and Otto Tolland" names Ruth Tolland.

use rustc_hash::FxHashSet;

use super::{alias::Form, caseless::Caseless};
use crate::types::{Document, Fact, Name, Span, Tags};

/// Gives a given name the family name of the full name that `and` joins to it, in its form. Returns that family name
/// for each of these names, by their index, in text order.
///
/// A star who is known by one name keeps it: one named alone before, one in a list of others (`Lund, Odetta and Otto
/// Tolland`), or one whose name is also a word of a full name.
pub fn share<'a>(document: &Document<'a>, names: &[Fact<Name>], forms: &mut [Form<'a>]) -> Vec<(usize, Span)> {
    let pair = |index: usize| {
        let [one, other] = names.get(index..index + 2)? else { return None };
        let between = Span { start: one.span.end, end: other.span.start };
        let joined = between.start < between.end && matches!(document.text(between), " and " | " & ");
        other.detail.given?;
        (joined && one.detail.honorific.is_none() && is_bare(document, one.span)).then_some(other.detail.surname?)
    };
    let pairs: Vec<_> = (0..names.len()).filter_map(|index| Some((index, pair(index)?))).collect();
    if pairs.is_empty() {
        return pairs;
    }
    let mut named: FxHashSet<Caseless> = FxHashSet::default();
    named.extend(forms.iter().filter(|form| form.is_full()).flat_map(Form::words).map(Caseless));
    let mut shared = Vec::new();
    let mut next = 0;
    for (index, family) in pairs {
        let alone = forms[next..index].iter().filter(|form| !form.is_full()).flat_map(Form::words);
        named.extend(alone.map(Caseless));
        next = index + 1;
        if !forms[index].words().any(|word| named.contains(&Caseless(word))) {
            forms[index].given = forms[index].words().collect();
            forms[index].family = forms[index + 1].family.clone();
            shared.push((index, family));
        }
    }
    shared
}

/// Whether a given name has no capitalised word before it, and is not one of a list of names.
fn is_bare(document: &Document, given: Span) -> bool {
    let tokens = document.tokens_in(given);
    let at = tokens.start;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let starts = document.tags(at).any(Tags::SENTENCE_START);
    let beside = at.checked_sub(1).is_some_and(|before| {
        let listed = document.is(before, ",") && before > 0 && capital(before - 1);
        listed || capital(before) && !starts
    });
    document.tags(at).any(Tags::GIVEN_NAME) && tokens.len() == 1 && !beside
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn two_joined_by_and_share_the_family_name_of_the_second() {
        people(
            "
The owners, Ruth and Otto Tolland, left. Ruth swam, and Ms Tolland won.
    ^^^^^^ office [owners] holder=Ruth Tolland
    ^^^^^^ office [owners] holder=Otto Tolland
            ^^^^ person Ruth Tolland
                     ^^^^^^^^^^^^ person Otto Tolland
                                         ^^^^ person Ruth Tolland
                                                           ^^^^^^^ person Ruth Tolland
",
        );
    }

    #[test]
    fn who_is_known_by_one_name_keeps_it() {
        people(
            "
Karl Lund, Ruth and Otto Tolland sang. Prince Ivo and Ann Reed danced. Naomi wept. Naomi and Tom Dale left.
^^^^^^^^^ person Karl Lund
           ^^^^ person Ruth
                    ^^^^^^^^^^^^ person Otto Tolland
                                       ^^^^^^ office [Prince] holder=Ivo
                                              ^^^ person Ivo
                                                      ^^^^^^^^ person Ann Reed
                                                                       ^^^^^ person Naomi
                                                                                   ^^^^^ person Naomi
                                                                                             ^^^^^^^^ person Tom Dale
",
        );
    }
}
