//! Whether two forms of a name can stand for one person.

use crate::{
    lexicon::is_short_for,
    types::{Document, Gender, Name, Span},
};

/// A name as its words: particles and initials kept, dots dropped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form<'a> {
    /// Given names and initials.
    pub given: Vec<&'a str>,
    /// The family name, particles included.
    pub family: Vec<&'a str>,
    /// Which of a family's bearers of the name: `Jr`, `III`.
    pub generation: Option<&'a str>,
    pub gender: Option<Gender>,
}

/// Words behind a name for one of its bearers in a family.
const GENERATIONS: [&str; 6] = ["II", "III", "Jnr", "Jr", "Snr", "Sr"];

/// The form of a name as extraction found it.
pub fn form<'a>(document: &Document<'a>, name: &Name) -> Form<'a> {
    let words = |span: Option<Span>| span.map(|span| words(document.text(span))).unwrap_or_default();
    let last = |span: Option<Span>| parts(document.text(span?)).last();
    let generation = last(name.surname).or(last(name.given)).filter(|word| GENERATIONS.contains(word));
    Form { given: words(name.given), family: words(name.surname), generation, gender: name.gender }
}

/// The words of a name, nicknames in quotation marks and generations left out.
fn words(text: &str) -> Vec<&str> {
    parts(text).filter(|word| !GENERATIONS.contains(word)).map(without_article).collect()
}

/// Everything between spaces, dots and marks.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '.', ',', '\n', '\u{A0}', '“', '”', '"', '\u{200E}']).filter(|word| !word.is_empty())
}

/// `Zahiri` of `al-Zahiri`: the Arabic article comes and goes.
fn without_article(word: &str) -> &str {
    ["al-", "Al-", "el-", "El-"].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word)
}

impl<'a> Form<'a> {
    /// The words that can stand for the person alone.
    pub fn words(&self) -> impl Iterator<Item = &'a str> {
        self.given.iter().chain(&self.family).copied()
    }

    /// Whether it has a given and a family name.
    pub fn is_full(&self) -> bool {
        !self.given.is_empty() && !self.family.is_empty()
    }
}

/// Whether a full name may be another way to write the name of `person`, a full name too.
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

/// Whether the first given name of one is a short form of the other's that does not begin as that does.
pub fn differ_as_nickname(one: &Form, other: &Form) -> bool {
    matches!((one.given.first(), other.given.first()), (Some(one), Some(other)) if is_short_for(one, other))
}

/// Whether a short form, a family or given name alone, fits the full name of `person`.
pub fn fits(person: &Form, short: &Form) -> bool {
    let mut words = short.words();
    let differ = Gender::differ(person.gender, short.gender) || generations_differ(person, short);
    let known = |word: &str| {
        person.words().any(|known| same_word(known, word)) || person.given.iter().any(|given| is_short_for(word, given))
    };
    !differ && words.all(known)
}

/// `T.J. Dale`: who is known by letters is not also called Tony.
fn is_letters(form: &Form) -> bool {
    form.given.len() > 1 && form.given.iter().all(|given| given.len() == 1)
}

/// Whether they are two bearers of one name in a family: `Tom Reed Sr`, `Tom Reed Jr`.
fn generations_differ(one: &Form, other: &Form) -> bool {
    matches!((one.generation, other.generation), (Some(one), Some(other)) if one != other)
}

fn same_words(one: &[&str], other: &[&str]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_word(one, other))
}

/// Equal, capitals aside.
pub fn same_word(one: &str, other: &str) -> bool {
    let first = |word: &str| word.bytes().next().map(|byte| byte.to_ascii_lowercase()).filter(u8::is_ascii);
    if let (Some(one), Some(other)) = (first(one), first(other))
        && one != other
    {
        return false;
    }
    let ascii = || one.is_ascii() && other.is_ascii();
    one.eq_ignore_ascii_case(other) || !ascii() && one.to_lowercase() == other.to_lowercase()
}

/// Equal, or one the initial, the beginning or a short form of the other: `J`, `Rob`, `Bob`, `Robert`.
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
