//! Of several of one family, whom a family name alone stands for: by the age behind it, and not somebody who is only told
//! as a relation of another.

use crate::{
    lexicon::LEXICON,
    types::{Document, Fact, Gender, Quote, Span, Tags, TokenKind},
};

/// What a full name comes with that tells its bearer from others of the family.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// The age behind the name: `Nora Finch, 46,`.
    pub age: Option<u8>,
    /// Whether it is set behind whose relation it is of: `his wife, Nora Finch`.
    pub is_relation: bool,
}

/// Which mentions speak.
#[derive(Debug)]
pub struct Speech<'a>(Vec<(u32, &'a Quote)>);

impl<'a> Speech<'a> {
    /// Those of the quotes of a document, by the ends of their speakers.
    pub fn of(quotes: &'a [Fact<Quote>]) -> Speech<'a> {
        let speaker = |quote: &'a Fact<Quote>| Some((quote.detail.speaker.as_ref()?.span.end, &quote.detail));
        let mut speakers: Vec<_> = quotes.iter().filter_map(speaker).collect();
        speakers.sort_by_key(|&(end, _)| end);
        Speech(speakers)
    }

    /// What the name says: it is the end of who speaks, as an owner is not.
    pub fn by(&self, name: Span) -> Option<&'a Quote> {
        let found = self.0.binary_search_by_key(&name.end, |&(end, _)| end).ok()?;
        Some(self.0[found].1)
    }
}

/// The gender of who speaks of `his wife` or `her husband` before anything else.
pub fn gender_of_kin(document: &Document, quote: &Quote) -> Option<Gender> {
    let first = document.token_at(quote.content.first()?.start);
    let at = first + usize::from(document.tags(first).any(Tags::OPENING));
    let kin = (at + 1..at + 3).any(|at| document.tags(at).any(Tags::KIN));
    let gender = if document.is(at, "his") { Gender::Male } else { Gender::Female };
    (kin && (document.is(at, "his") || document.is(at, "her"))).then_some(gender)
}

/// The gender that a given name tells: of one who is called by it alone throughout the article.
pub fn given_gender(document: &Document, name: Span) -> Option<Gender> {
    let at = document.token_at(name.start);
    let given = document.tags(at).any(Tags::GIVEN_NAME);
    given.then(|| LEXICON.genders.get(document.tokens[at].word).copied()).flatten()
}

/// What stands beside a name.
pub fn told(document: &Document, name: Span) -> Told {
    let tokens = document.tokens_in(name);
    Told { age: age(document, tokens.end), is_relation: is_relation(document, tokens.start) }
}

/// The age behind a name that ends before `end`.
pub fn age(document: &Document, end: usize) -> Option<u8> {
    let opens = document.is(end, ",") || document.is(end, "(");
    let closed = matches!(document.tokens.get(end + 2).map(|_| document.word(end + 2)), Some("," | "." | ")" | ";"));
    let digits = opens && closed && document.tags(end + 1).any(Tags::DIGITS);
    digits.then(|| document.word(end + 1).parse().ok()).flatten()
}

fn is_relation(document: &Document, start: usize) -> bool {
    let Some(noun) = start.checked_sub(1).map(|at| at - usize::from(at > 0 && document.is(at, ","))) else {
        return false;
    };
    let whose = |at: usize| {
        document.tokens[at].kind == TokenKind::Possessive
            || document.tags(at).any(Tags::POSSESSIVE)
            || document.is(at, "whose")
    };
    document.tags(noun).any(Tags::KIN) && (noun.saturating_sub(2)..noun).any(whose)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_relation_is_not_meant_by_the_family_name() {
        people(
            "
Lee Tolland, 42, rowed. His wife, Nora Tolland, sang. Tolland lost.
^^^^^^^^^^^ person Lee Tolland
                                  ^^^^^^^^^^^^ person Nora Tolland
                                                      ^^^^^^^ person Lee Tolland
",
        );
    }

    #[test]
    fn the_age_tells_who_is_meant() {
        people(
            "
Ivo Tolland, 40, and Karl Tolland, 38, rowed. Tolland, 40, lost; Tolland, 38, won.
^^^^^^^^^^^ person Ivo Tolland
                     ^^^^^^^^^^^^ person Karl Tolland
                                              ^^^^^^^ person Ivo Tolland
                                                                 ^^^^^^^ person Karl Tolland
",
        );
    }
}
