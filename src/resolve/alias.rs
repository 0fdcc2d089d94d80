//! Whether two forms of a name can belong to one person.

use crate::{
    lexicon::{folded, is_short_for},
    types::{Document, Gender, Name, Span},
};

/// A name as its words, with particles and initials but without dots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form<'a> {
    /// Given names and initials.
    pub given: Vec<&'a str>,
    /// The family name, including particles.
    pub family: Vec<&'a str>,
    /// The generation within a family: `Jr`, `III`.
    pub generation: Option<&'a str>,
    pub gender: Option<Gender>,
}

/// Words after a name for the generation.
const GENERATIONS: [&str; 6] = ["II", "III", "Jnr", "Jr", "Snr", "Sr"];

/// The form of an extracted name.
pub fn form<'a>(document: &Document<'a>, name: &Name) -> Form<'a> {
    let words = |span: Option<Span>| span.map(|span| words(document.text(span))).unwrap_or_default();
    let last = |span: Option<Span>| parts(document.text(span?)).last();
    let generation = last(name.surname).or(last(name.given)).filter(|word| GENERATIONS.contains(word));
    Form { given: words(name.given), family: words(name.surname), generation, gender: name.gender }
}

/// The words of a name, without the quotation marks of nicknames and without generations.
fn words(text: &str) -> Vec<&str> {
    parts(text).filter(|word| !GENERATIONS.contains(word)).map(without_article).collect()
}

/// The parts between spaces, dots and marks.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '.', ',', '\n', '\u{A0}', '“', '”', '"', '\u{200E}']).filter(|word| !word.is_empty())
}

/// `Zahiri` for `al-Zahiri`: the Arabic article is optional.
fn without_article(word: &str) -> &str {
    ["al-", "Al-", "el-", "El-"].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word)
}

impl<'a> Form<'a> {
    /// The words that can name the person alone.
    pub fn words(&self) -> impl Iterator<Item = &'a str> {
        self.given.iter().chain(&self.family).copied()
    }

    /// Whether it has a given and a family name.
    pub fn is_full(&self) -> bool {
        !self.given.is_empty() && !self.family.is_empty()
    }
}

/// Whether a full name may be another form of the full name of `person`.
pub fn same_full_name(person: &Form, other: &Form) -> bool {
    if Gender::differ(person.gender, other.gender) || generations_differ(person, other) {
        return false;
    }
    let (longer, shorter) = if person.given.len() + person.family.len() >= other.given.len() + other.family.len() {
        (person, other)
    } else {
        (other, person)
    };
    if is_letters(longer) && shorter.given.len() < longer.given.len()
        || is_letters(shorter) && longer.given.len() < shorter.given.len()
    {
        return false;
    }
    let families = same_words(&longer.family, &shorter.family);
    let givens = longer.given.iter().zip(&shorter.given).all(|(one, other)| same_given(one, other))
        || longer.given.iter().any(|given| shorter.given.first().is_some_and(|first| same_word(given, first)));
    let inside = shorter.words().all(|word| longer.words().any(|known| same_word(known, word)));
    families && givens || inside
}

/// Whether the first given name of one is a nickname for the other's.
pub fn differ_as_nickname(one: &Form, other: &Form) -> bool {
    matches!((one.given.first(), other.given.first()), (Some(one), Some(other)) if is_short_for(one, other))
}

/// Whether a short form, such as a family or given name alone, fits the full name of `person`.
pub fn fits(person: &Form, short: &Form) -> bool {
    let mut words = short.words();
    let differ = Gender::differ(person.gender, short.gender) || generations_differ(person, short);
    let known = |word: &str| {
        person.words().any(|known| same_word(known, word)) || person.given.iter().any(|given| is_short_for(word, given))
    };
    !differ && words.all(known)
}

/// `T.J. Dale`: a person known by letters is not also called Tony.
fn is_letters(form: &Form) -> bool {
    form.given.len() > 1 && form.given.iter().all(|given| given.len() == 1)
}

/// Whether they are two members of one family with one name: `Tom Reed Sr`, `Tom Reed Jr`.
fn generations_differ(one: &Form, other: &Form) -> bool {
    matches!((one.generation, other.generation), (Some(one), Some(other)) if one != other)
}

fn same_words(one: &[&str], other: &[&str]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_word(one, other))
}

/// Whether two words are equal, ignoring case and the form of apostrophes.
pub fn same_word(one: &str, other: &str) -> bool {
    let first = |word: &str| word.bytes().next().map(|byte| byte.to_ascii_lowercase()).filter(u8::is_ascii);
    if let (Some(one), Some(other)) = (first(one), first(other))
        && one != other
    {
        return false;
    }
    let ascii = || one.is_ascii() && other.is_ascii();
    one.eq_ignore_ascii_case(other) || !ascii() && folded(one) == folded(other)
}

/// Whether two given names are equal, or one is the initial, the beginning or a short form of the other: `J`, `Rob`,
/// `Bob`, `Robert`.
fn same_given(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    if same_word(long, short) {
        return true;
    }
    let (long, short) = (long.to_lowercase(), short.to_lowercase());
    short.len() != 2 && long.starts_with(&short) || is_short_for(&short, &long)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn who_is_known_by_letters_is_somebody_else() {
        people(
            "
The manager, Tony Dale, has a son, T.J. Dale, who rows. R. Tolland met Ruth Tolland.
    ^^^^^^^ office [manager] holder=Tony Dale
             ^^^^^^^^^ person Tony Dale
                                   ^^^^^^^^^ person T.J. Dale
                                                        ^^^^^^^^^^ person R. Tolland
                                                                       ^^^^^^^^^^^^ person R. Tolland
",
        );
    }

    #[test]
    fn either_apostrophe_spells_one_name() {
        people(
            "
Ann O'Tolland rowed. Later Ms O’Tolland said she had won.
^^^^^^^^^^^^^ person Ann O'Tolland
                              ^^^^^^^^^ person Ann O'Tolland
",
        );
    }

    #[test]
    fn short_forms_of_a_given_name_join() {
        people(
            "
Michael Tolland rowed. Mike Tolland won, but Ted Marsh and Thomas Marsh did not. Mike left.
^^^^^^^^^^^^^^^ person Michael Tolland
                       ^^^^^^^^^^^^ person Michael Tolland
                                             ^^^^^^^^^ person Ted Marsh
                                                           ^^^^^^^^^^^^ person Thomas Marsh
                                                                                 ^^^^ person Michael Tolland
",
        );
    }

    #[test]
    fn two_names_of_one_sentence_are_two_people() {
        people(
            "
Jack Tolland and John Tolland rowed.
^^^^^^^^^^^^ person Jack Tolland
                 ^^^^^^^^^^^^ person John Tolland
",
        );
    }

    #[test]
    fn an_initial_or_a_short_form_is_the_same_person() {
        people(
            "
Robert J. Tolland spoke. Rob Tolland and R. Tolland are one; Jane Tolland is another.
^^^^^^^^^^^^^^^^^ person Robert J. Tolland
                         ^^^^^^^^^^^ person Robert J. Tolland
                                         ^^^^^^^^^^ person Robert J. Tolland
                                                             ^^^^^^^^^^^^ person Jane Tolland
",
        );
    }
}
