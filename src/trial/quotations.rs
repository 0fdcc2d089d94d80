//! Slips in quotations: a word that changes the meaning, another speaker.

use crate::types::{Fact, How, Quote, QuoteForm, Span};

use super::{Edit, Read, numbers::like, random::Random};

/// Words and replacements that change the meaning of a sentence.
const TURNED: [(&str, &str); 22] = [
    ("all", "some"),
    ("always", "never"),
    ("before", "after"),
    ("best", "worst"),
    ("can", "cannot"),
    ("children", "adults"),
    ("city", "country"),
    ("family", "council"),
    ("first", "last"),
    ("good", "bad"),
    ("high", "low"),
    ("know", "doubt"),
    ("less", "more"),
    ("more", "less"),
    ("must", "may"),
    ("never", "always"),
    ("no", "some"),
    ("not", "now"),
    ("people", "officers"),
    ("public", "private"),
    ("right", "wrong"),
    ("support", "oppose"),
];
/// The fewest words of a quotation that can be recognised elsewhere.
const LONG: usize = 6;
/// A person whom no article names.
const STRANGER: (&str, &str) = ("Rowena", "Tarnley");

/// Changes a word in one of two printings of a quotation.
pub fn word(one: &Read, other: &Read, _: &mut Random) -> Vec<Edit> {
    let printed = |quote: &Fact<Quote>| printed_in(one, other, quote).is_some();
    let quotes = quotes(other).filter(|quote| printed(quote));
    quotes.flat_map(|quote| turned(one, other, quote)).collect()
}

/// Changes the speaker in one of two printings of a quotation.
pub fn speaker(one: &Read, other: &Read, _: &mut Random) -> Vec<Edit> {
    let named = |read: &Read, quote: &Fact<Quote>| {
        let speaker = quote.detail.speaker.as_ref().filter(|speaker| speaker.how == How::Named)?;
        let person = &read.facts.people[speaker.person? as usize];
        let mention = person.mentions.iter().find(|mention| speaker.span.contains(mention.span))?;
        Some((mention.span, person.name.clone()?))
    };
    let edit = |quote: &Fact<Quote>| {
        let (span, name) = named(other, quote)?;
        let (_, first) = named(one, printed_in(one, other, quote)?)?;
        let full = other.document.text(span).contains(' ');
        let stranger = if full { format!("{} {}", STRANGER.0, STRANGER.1) } else { STRANGER.1.to_owned() };
        (name == first).then_some(Edit { span, words: stranger })
    };
    quotes(other).filter_map(edit).collect()
}

/// Direct quotations of at least [`LONG`] words.
fn quotes<'a>(read: &Read<'a>) -> impl Iterator<Item = &'a Fact<Quote>> {
    let document = read.document;
    let long = move |fact: &&Fact<Quote>| letters(document.text(fact.span)).split(' ').count() >= LONG;
    read.facts.quotes.iter().filter(|fact| fact.detail.form == QuoteForm::Direct).filter(long)
}

/// A quotation of the first article that contains the other article's, or the reverse; inside one article, an earlier
/// one.
fn printed_in<'a>(one: &Read<'a>, other: &Read, quote: &Fact<Quote>) -> Option<&'a Fact<Quote>> {
    let within = one.document.article.id == other.document.article.id;
    let words = letters(other.document.text(quote.span));
    let mut printings = quotes(one).filter(|first| !within || first.span.end < quote.span.start);
    printings.find(|first| {
        let printed = letters(one.document.text(first.span));
        printed.contains(&words) || words.contains(&printed)
    })
}

/// The words of a quotation in lower case, separated by spaces.
fn letters(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Edits for each word of [`TURNED`] that both printings have.
fn turned(one: &Read, other: &Read, quote: &Fact<Quote>) -> Vec<Edit> {
    let printed = printed_in(one, other, quote).map(|first| letters(one.document.text(first.span))).unwrap_or_default();
    let spans = quote.detail.content.iter().flat_map(|content: &Span| other.document.tokens_in(*content));
    let edit = |at: usize| {
        let word = other.document.word(at);
        let (_, turned) = TURNED.iter().find(|(from, _)| word.eq_ignore_ascii_case(from))?;
        let shared = printed.split(' ').any(|other| word.eq_ignore_ascii_case(other));
        shared.then(|| Edit { span: other.document.tokens[at].span, words: like(word, turned) })
    };
    spans.filter_map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::planting::tests::edits;

    const ONE: &str = "\"We will never sell the old mill to a stranger,\" said Ann Dale on Monday.";

    #[test]
    fn words_and_speakers_of_a_shared_quotation_become_others() {
        let other =
            "“We will never sell the old mill to a stranger,” Ann Dale said. \"Not now and not before,\" she said.";
        assert_eq!(edits(word, ONE, other), ["never -> always"]);
        assert_eq!(edits(speaker, ONE, other), ["Ann Dale -> Rowena Tarnley"]);
    }

    #[test]
    fn other_quotations_and_speakers_unknown_stay() {
        let other = "\"We will never sell the new barn to anybody at all,\" said Ann Dale.";
        assert_eq!(edits(word, ONE, other), [""; 0]);
        let other = "\"We will never sell the old mill to a stranger,\" she said.";
        assert_eq!(edits(speaker, ONE, other), [""; 0]);
        assert_eq!(edits(word, ONE, ONE), [""; 0], "it is printed once");
    }
}
