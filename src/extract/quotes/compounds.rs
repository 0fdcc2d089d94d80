//! Words that do not end a noun phrase inside one: next to a hyphen, or in `her forties`.

use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// `Otterby.com`, `tarn.org`: whether the dot inside the address of a site stands here.
pub fn ends_address(document: &Document, at: usize) -> bool {
    const ENDINGS: WordList<8> = WordList::of(["co", "com", "edu", "gov", "info", "net", "org", "tv"]);
    let glued = at > 0 && document.is(at, ".") && document.is_glued(at) && document.is_glued(at - 1);
    glued && document.is_one_of(at + 1, &ENDINGS) && !document.tags(at + 1).any(Tags::CAPITALISED)
}

/// Whether a preposition follows a hyphen: `passer-by`, `runner-up`.
pub fn ends_compound(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::PREPOSITION)
        && at > 1
        && document.tokens[at - 1].kind == TokenKind::Dash
        && document.is_glued(at - 1)
        && document.is_glued(at - 2)
}

/// Whether an adverb or preposition precedes a hyphen and a word (`then-mayor`, `off-duty`), or an adverb precedes the
/// word that it modifies: `a later letter`, `the most recent letter`.
pub fn opens_compound(document: &Document, at: usize) -> bool {
    const DESCRIBING: WordList<5> = WordList::of(["earlier", "later", "least", "more", "most"]);
    let tags = document.tags(at);
    if !tags.any(Tags::PREPOSITION | Tags::ADVERB | Tags::BOUND) {
        return false;
    }
    let describes = at > 0 && document.is_one_of(at, &DESCRIBING) && document.tags(at - 1).any(Tags::ARTICLE);
    let tied = tags.any(Tags::PREPOSITION | Tags::ADVERB);
    let hyphen = || document.is(at + 1, "-") && document.is_glued(at) && document.is_glued(at + 1);
    describes || tied && kinds::is_word(document, at + 2) && hyphen()
}

/// The number of tokens of a bound before a number: `nearly 40 boats`, `at least 40`, `about half`.
pub fn bound_length(document: &Document, at: usize) -> usize {
    let tags = document.tags(at);
    if !tags.any(Tags::PREPOSITION | Tags::ADVERB | Tags::BOUND) {
        return 0;
    }
    let number = Tags::DIGITS | Tags::NUMBER_WORD | Tags::FRACTION;
    let one = tags.all(Tags::ADVERB | Tags::BOUND) && document.tags(at + 1).any(number | Tags::DETERMINER)
        || document.is(at, "about") && document.tags(at + 1).any(number);
    let pair = document.is(at, "at") && document.is_one_of(at + 1, const { &WordList::of(["least", "most"]) })
        || document.is(at, "up") && document.is(at + 1, "to");
    if one { 1 } else { 2 * usize::from(pair && document.tags(at + 2).any(number)) }
}

/// Whether the word is a decade of life: `in her forties`.
pub fn is_decade(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::DAY_WORD) && at > 0 && document.tags(at - 1).any(Tags::POSSESSIVE)
}

/// Whether the word means the papers of a case: `charging papers`, `court documents`.
pub fn is_paper(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["documents", "papers"]) })
}

/// Whether `charging` is not a verb: `charging papers`, `charging documents`.
pub fn is_charge(document: &Document, at: usize) -> bool {
    document.is(at, "charging") && is_paper(document, at + 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn how_near_a_number_is_stands_before_the_subject() {
        quotes(
            "
Wardens claim at least five millers were hurt. The guild said about half of the rise in its costs came from the weir.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claim] speaker=[Wardens]
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The guild]
A clerk said about a month ago Otto Vale began to act oddly.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A clerk]
",
        );
    }

    #[test]
    fn words_before_a_hyphen_and_owners_are_of_the_phrase() {
        quotes(
            "
The then-abbot Otto Vale said the bell was his. Last week Karl Benson said it was cracked.
                              ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The then-abbot Otto Vale] person=[Otto Vale]
                                                                           ^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Karl Benson] person=[Karl Benson]
“It rang,” said Benson and his wife. But another said it was mute.
^^^^^^^^^^ quote direct cue=[said] speaker=[Benson and his wife] person=[Karl Benson]
                                                      ^^^^^^^^^^^ quote indirect cue=[said] speaker=[another]
“It is dear,” said a buyer familiar with the sale.
^^^^^^^^^^^^^ quote direct cue=[said] speaker=[a buyer familiar with the sale]
",
        );
        quotes("No one said that the bell was cracked.");
        quotes(
            "
A later letter said the bell was mute. The most recent study says it is dear. The other boy’s aunt said it rang.
                    ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A later letter]
                                                                  ^^^^^^^^^^ quote indirect cue=[says] speaker=[The most recent study]
                                                                                                        ^^^^^^^ quote indirect cue=[said] speaker=[The other boy’s aunt]
",
        );
    }

    #[test]
    fn the_address_of_a_site_is_its_name() {
        quotes(
            "
The weir leaks badly, according to Otterby.com. It is shut now, reports Tarn.org.
^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[Otterby.com]
                                                ^^^^^^^^^^^^^^ quote indirect cue=[reports] speaker=[Tarn.org]
",
        );
    }
}
