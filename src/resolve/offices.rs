//! The person whose office is mentioned with a pronoun.

use super::pronouns::{self, Mentioned};
use crate::types::{Document, Fact, OfficeFact, Person, Quote, QuoteForm, Tags};

/// Gives each office of a pronoun to the person it refers to, if no one else can be meant.
///
/// `mentions` are those of `people` in text order.
pub fn link(
    document: &Document,
    offices: &[Fact<OfficeFact>],
    quotes: &[Fact<Quote>],
    mentions: &[Mentioned],
    people: &mut [Person],
) {
    for fact in offices {
        let Some(holder) = fact.detail.holder.filter(|&holder| pronouns::is_pronoun(document, holder)) else {
            continue;
        };
        let last = quotes[..quotes.partition_point(|quote| quote.span < holder)].last();
        let speaker = last.and_then(|quote| quote.detail.speaker.as_ref()?.person);
        let found = pronouns::antecedent(document, holder, mentions, people, speaker, &[]);
        let told = last.is_some_and(|quote| fact.sentence <= quote.sentence + 1 && tells_of_another(document, quote));
        let found = found.filter(|found| !(found.contested || told && speaker == Some(found.person)));
        if let Some(found) = found {
            let offices = &mut people[found.person as usize].offices;
            let at = offices.partition_point(|office| office.role < fact.detail.office.role);
            offices.insert(at, fact.detail.office.clone());
        }
    }
}

/// Whether indirect speech is about a person, who may be meant by a pronoun after it: `Amos said the boy had left. He
/// was a member of the club`.
fn tells_of_another(document: &Document, quote: &Fact<Quote>) -> bool {
    let person = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::PERSON_NOUN) || tags.all(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START | Tags::PLACE)
    };
    let mut content = quote.detail.content.iter().flat_map(|&stretch| document.tokens_in(stretch));
    quote.detail.form == QuoteForm::Indirect && content.any(person)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn nobody_else_may_be_meant() {
        people(
            "
Ann Reed met Ruth Amos. She is the treasurer of Quay Rail. Ivo Marsh said the boy had left. He was a member of the Weir Club. Una Trant saw it. She is a coroner.
^^^^^^^^ person Ann Reed
             ^^^^^^^^^ person Ruth Amos
                                                           ^^^^^^^^^ person Ivo Marsh
                                                                                                                              ^^^^^^^^^ person Una Trant
                                                                                                                                                         ^^^^^^^ office [coroner] holder=Una Trant
",
        );
    }
}
