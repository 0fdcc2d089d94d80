//! Of several of one family, whom a family name alone stands for: by the age behind it, and not somebody who is only told
//! as a relation of another.

use crate::types::{Document, Span, Tags, TokenKind};

/// What a full name comes with that tells its bearer from others of the family.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// The age behind the name: `Nora Finch, 46,`.
    pub age: Option<u8>,
    /// Whether it is set behind whose relation it is of: `his wife, Nora Finch`.
    pub is_relation: bool,
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
