//! From a cue, its source and the stretches of content to a quote.

use std::ops::Range;

use crate::types::{Document, Fact, How, Quote, QuoteForm, Span, Speaker, Tags, TokenKind};

/// What a rule found, in token indices.
#[derive(Debug, Clone, Default)]
pub struct Attribution {
    /// In order, none empty.
    pub content: Vec<Range<usize>>,
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
}

/// The quote an attribution makes, as found by `rule`.
///
/// `right` is the share of the rule's stretches of content that are right on the development articles
/// where no quotation marks stand in them; marks halve the rest. The confidence of the quote is the share in
/// which the speaker is right as well; `newsfacts score` tells how far it is.
pub fn quote(document: &Document, rule: &'static str, right: f32, found: Attribution) -> Fact<Quote> {
    let content: Vec<Span> =
        found.content.iter().map(|stretch| document.span(without_dash(document, stretch))).collect();
    let span = content.iter().copied().reduce(Span::cover).unwrap_or_default();
    let speaker = found.source.map(|source| Speaker {
        span: document.span(source.clone()),
        person: None,
        stands_for: None,
        how: how(document, source),
    });
    let form = form(document, &found.content);
    let right = if form == QuoteForm::Indirect { right } else { (1.0 + right) / 2.0 };
    Fact {
        span,
        sentence: document.tokens[found.content[0].start].sentence,
        rule,
        confidence: right * speaker.as_ref().map_or(1.0, |speaker| speaker.how.right()),
        detail: Quote { form, content, cue: found.cue.map(|cue| document.span(cue)), speaker, pull: false },
    }
}

/// A stretch without the dash it begins with, which parts it from a place or a heading before.
fn without_dash(document: &Document, stretch: &Range<usize>) -> Range<usize> {
    let dash = document.tokens[stretch.start].kind == TokenKind::Dash && !document.is_glued(stretch.start);
    stretch.start + usize::from(dash && stretch.len() > 1)..stretch.end
}

/// The quotes an attribution makes whose stretches differ in form, one for each run of the same form:
/// of `The dam is "a gift," Finch said. "We need it."` the first is mixed, the second direct.
pub fn quotes(document: &Document, rule: &'static str, right: f32, found: Attribution) -> Vec<Fact<Quote>> {
    let mut found = found;
    found.content.retain(|stretch| !stretch.is_empty());
    let alike = |one: &Range<usize>, other: &Range<usize>| {
        form(document, std::slice::from_ref(one)) == form(document, std::slice::from_ref(other))
    };
    let runs = found.content.chunk_by(alike);
    runs.map(|content| quote(document, rule, right, Attribution { content: content.to_vec(), ..found.clone() }))
        .collect()
}

/// Direct where all words lie inside quotation marks, indirect where none do.
fn form(document: &Document, content: &[Range<usize>]) -> QuoteForm {
    let (mut inside, mut outside) = (false, false);
    for stretch in content {
        let mut at = stretch.start;
        while at < stretch.end {
            if let Some(quotation) = document.quotation_of(at) {
                inside = true;
                at = quotation.close as usize + 1;
            } else {
                outside |= matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Number);
                at += 1;
            }
        }
    }
    match (inside, outside) {
        (true, false) => QuoteForm::Direct,
        (true, true) => QuoteForm::Mixed,
        _ => QuoteForm::Indirect,
    }
}

fn how(document: &Document, source: Range<usize>) -> How {
    // `her claim that it leaks`
    if source.len() == 1 && document.tags(source.start).any(Tags::PRONOUN | Tags::RELATIVE | Tags::POSSESSIVE) {
        return How::Pronoun;
    }
    if is_one_without_name(document, &source) {
        return How::Described;
    }
    // A capital at the start of a sentence says nothing by itself: `Police said`, `Neighbors said`, but `Otterflix said`.
    let names = Tags::GIVEN_NAME | Tags::SURNAME | Tags::HONORIFIC;
    let person = Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN;
    let single = source.len() == 1;
    let named = source.clone().any(|at| {
        let tags = document.tags(at);
        let plural = document.ends_in(at, "s") && !tags.any(Tags::UPPERCASE | Tags::ORGANISATION);
        let rare = !tags.any(Tags::ORDINARY.with(person)) && !plural;
        let name = tags.any(names) && !(single && tags.any(person));
        let told = !tags.any(Tags::SENTENCE_START) || name || single && rare;
        tags.any(Tags::CAPITALISED) && !tags.any(Tags::DETERMINER) && told
    });
    if named { How::Named } else { How::Described }
}

/// `an FBI agent`, `the Otter Rail spokesman`, `a spokesman for the Dorn council`: a noun for a person in small letters
/// behind an article, without a name.
fn is_one_without_name(document: &Document, source: &Range<usize>) -> bool {
    let person = Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN;
    let tied = |at: &usize| document.tags(*at).any(Tags::PREPOSITION) || document.is(*at, ",");
    let head = source.clone().skip(1).find(tied).unwrap_or(source.end) - 1;
    document.tags(source.start).any(Tags::ARTICLE)
        && head > source.start
        && document.tags(head).any(person)
        && !document.tags(head).any(Tags::CAPITALISED)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_noun_for_a_person_is_no_name() {
        quotes(
            "
An FBI agent said the gate was shut. Otterflix said the film was old. Neighbours said it was late.
                  ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[An FBI agent]
                                                    ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otterflix]
                                                                                      ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Neighbours]
",
        );
    }
}
