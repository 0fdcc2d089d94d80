//! Signs that distinguish several of one family when the family name comes alone: the age after it, and who is only
//! mentioned as a relative of another.

use crate::{
    grammar::classes,
    lexicon::{LEXICON, noun_gender},
    types::{Document, Fact, Gender, Quote, Span, Tags, TokenKind, WordList},
};

/// What a full name comes with that distinguishes the person from the rest of the family.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// The age after the name: `Nora Finch, 46,`.
    pub age: Option<u8>,
    /// Whether the person is introduced as a relative: `his wife, Nora Finch`, `Nora Finch, his wife,`.
    pub is_relation: bool,
    /// Whether the person can no longer, or not yet, speak: `Nora Finch, 46, died`, `the death of Nora Finch`, `Nora
    /// Finch, 2,`.
    pub is_mute: bool,
}

/// The age in years below which a child is not quoted.
const SPEAKING: u8 = 4;

/// The mentions that speak, by their ends, with their quotes.
#[derive(Debug)]
pub struct Speech<'a>(Vec<(u32, &'a Quote)>);

impl<'a> Speech<'a> {
    /// The speakers of the quotes of a document, sorted by their ends.
    pub fn of(quotes: &'a [Fact<Quote>]) -> Speech<'a> {
        let speaker = |quote: &'a Fact<Quote>| Some((quote.detail.speaker.as_ref()?.span.end, &quote.detail));
        let mut speakers: Vec<_> = quotes.iter().filter_map(speaker).collect();
        speakers.sort_by_key(|&(end, _)| end);
        Speech(speakers)
    }

    /// The quote whose speaker ends with the name, which excludes owners (`Finch's lawyer`).
    pub fn by(&self, name: Span) -> Option<&'a Quote> {
        let found = self.0.binary_search_by_key(&name.end, |&(end, _)| end).ok()?;
        Some(self.0[found].1)
    }
}

/// The gender of a speaker whose words begin with `his wife` or `her husband`: of the owner.
pub fn gender_of_kin(document: &Document, quote: &Quote) -> Option<Gender> {
    let first = document.token_at(quote.content.first()?.start);
    let at = first + usize::from(document.tags(first).any(Tags::OPENING));
    let kin = (at + 1..at + 3).any(|at| document.tags(at).any(Tags::KIN));
    let gender = if document.is(at, "his") { Gender::Male } else { Gender::Female };
    (kin && (document.is(at, "his") || document.is(at, "her"))).then_some(gender)
}

/// The gender of a given name, for a person called only by that name throughout the article.
pub fn given_gender(document: &Document, name: Span) -> Option<Gender> {
    let at = document.token_at(name.start);
    let given = document.tags(at).any(Tags::GIVEN_NAME);
    given.then(|| LEXICON.genders.get(document.tokens[at].word).copied()).flatten()
}

/// What comes with a name.
pub fn told(document: &Document, name: Span, gender: Option<Gender>) -> Told {
    let tokens = document.tokens_in(name);
    let is_relation = is_relation(document, tokens.start) || is_called_relation(document, tokens.end, gender);
    let age = age(document, tokens.end);
    let infant = age.is_some_and(|age| age < SPEAKING);
    let is_mute = infant || is_dead(document, tokens.start, tokens.end + if age.is_some() { 3 } else { 0 });
    Told { age, is_relation, is_mute }
}

/// Whether the words before a name, or after its age, mention the person's death.
fn is_dead(document: &Document, start: usize, end: usize) -> bool {
    const DONE: WordList<8> =
        WordList::of(["body", "death", "funeral", "killed", "killing", "murder", "slain", "slaying"]);
    const SUFFERED: WordList<8> =
        WordList::of(["dead", "died", "drowned", "fatally", "killed", "murdered", "perished", "slain"]);
    let first = document.sentence_tokens(start).start;
    let of = start.checked_sub(1).filter(|&at| at > first && document.is(at, "of"));
    let done = of.or(Some(start)).filter(|&at| at > first).is_some_and(|at| document.is_one_of(at - 1, &DONE));
    let last = document.sentence_tokens(start).end.min(end + 3);
    let link = |at: usize| {
        document.tags(at).any(Tags::AUXILIARY | Tags::ADVERB)
            || document.is_one_of(at, const { &WordList::of(["found", "shot"]) })
    };
    let behind = (end..last).find(|&at| !link(at) || document.is_one_of(at, &SUFFERED));
    done || behind.is_some_and(|at| document.is_one_of(at, &SUFFERED))
}

/// The gender of one of several with a name, from pronouns after it, up to the next name and outside the reported
/// words: `Finch hurt himself`, `Finch said outside her home`, `Finch was ill when he came`.
pub fn gender_behind(document: &Document, name: Span, next: Option<Span>, speech: &Speech) -> Option<Gender> {
    const MALE: WordList<3> = WordList::of(["he", "himself", "his"]);
    let content: &[Span] = speech.by(name).map_or(&[], |quote| &quote.content);
    let start = document.tokens_in(name).end;
    let tokens = start..document.sentence_tokens(start - 1).end;
    let apart = |&at: &usize| {
        let span = document.tokens[at].span;
        let told = content.iter().any(|words| words.contains(span));
        let other = document.tags(at).any(Tags::KIN | Tags::PERSON_NOUN);
        !told && !other && next.is_none_or(|next| span.start < next.start)
    };
    tokens.take_while(apart).find_map(|at| {
        let gender = if document.is_one_of(at, &MALE) { Gender::Male } else { Gender::Female };
        let own = document.is(at, "his") || document.is(at, "her") && document.tags(at + 1).any(Tags::ORDINARY);
        let joined = document.tags(at).any(Tags::PRONOUN) && document.is_one_of(at - 1, &classes::SUBORDINATORS);
        let named = document.is_one_of(at, &classes::HE_OR_SHE) && joined
            || document.is_one_of(at, const { &WordList::of(["herself", "himself"]) });
        (own || named).then_some(gender)
    })
}

/// The age after a name that ends before `end`.
pub fn age(document: &Document, end: usize) -> Option<u8> {
    let opens = document.is(end, ",") || document.is(end, "(");
    let closed = matches!(document.tokens.get(end + 2).map(|_| document.word(end + 2)), Some("," | "." | ")" | ";"));
    let digits = opens && closed && document.tags(end + 1).any(Tags::DIGITS);
    digits.then(|| document.word(end + 1).parse().ok()).flatten()
}

/// `his wife, Nora`, `with wife Nora`: whether the name at a token is that of a relative.
pub fn is_relation(document: &Document, start: usize) -> bool {
    let Some(noun) = start.checked_sub(1).map(|at| at - usize::from(at > 0 && document.is(at, ","))) else {
        return false;
    };
    let bare = noun + 1 == start && !document.tags(noun).any(Tags::CAPITALISED);
    let owned = || (noun.saturating_sub(2)..noun).any(|at| document.is_owner(at) || document.is(at, "whose"));
    document.tags(noun).any(Tags::KIN) && (bare || owned())
}

/// `Nora Finch, his wife,`, but not the first name in `Ivo Finch, his wife, Nora, and a dog`.
fn is_called_relation(document: &Document, end: usize, gender: Option<Gender>) -> bool {
    let noun = (end + 2..end + 5).find(|&at| document.tags(at).any(Tags::KIN));
    let Some(noun) = noun.filter(|_| document.is(end, ",")) else { return false };
    let closed = document.tokens.get(noun + 1).is_some_and(|token| token.kind == TokenKind::Mark);
    let words = || (end + 1..noun).all(|at| !document.is(at, ","));
    let owned = (end + 1..noun).any(|at| document.is_owner(at)) && closed;
    let noun = noun_gender(document.word(noun));
    owned && words() && noun.is_some() && !Gender::differ(noun, gender)
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
    fn a_relation_may_be_told_behind_the_name_or_by_the_noun_alone() {
        people(
            "
Ivo Gomes rowed. Police met Nora Gomes, his mother, and Gomes' brother, Karl Gomes. Gomes slept.
^^^^^^^^^ person Ivo Gomes
                            ^^^^^^^^^^ person Nora Gomes
                                                        ^^^^^ person Ivo Gomes
                                                                        ^^^^^^^^^^ person Karl Gomes
                                                                                    ^^^^^ person Ivo Gomes
Lee Tolland rowed with wife Nora Tolland. Tolland lost.
^^^^^^^^^^^ person Lee Tolland
                            ^^^^^^^^^^^^ person Nora Tolland
                                          ^^^^^^^ person Lee Tolland
Lee Tolland, his wife, Nora Tolland, and a dog swam. Tolland lost.
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
