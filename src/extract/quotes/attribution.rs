//! From a cue, its source and the stretches of content to a quote.

use std::ops::Range;

use crate::types::{Document, Fact, How, Quote, QuoteForm, Span, Speaker, Tags, TokenKind};

/// The findings of a rule, as token indices.
#[derive(Debug, Clone, Default)]
pub struct Attribution {
    /// In text order, none empty.
    pub content: Vec<Range<usize>>,
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
}

/// The quote of an attribution, found by `rule`.
///
/// `right` is the share of the rule's content that is correct on the development articles, where it has no quotation
/// marks; marks halve the remaining doubt. The confidence of the quote is the share in which the speaker is correct
/// too; `newsfacts score` shows how well it holds.
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

/// The words without an initial dash, which separates them from a place or a heading.
fn without_dash(document: &Document, stretch: &Range<usize>) -> Range<usize> {
    let dash = document.tokens[stretch.start].kind == TokenKind::Dash && !document.is_glued(stretch.start);
    stretch.start + usize::from(dash && stretch.len() > 1)..stretch.end
}

/// The quotes of an attribution, one for the parts that are direct speech and one for those that are not: in `The dam is
/// "a gift," Finch said. "We need it."` the first is mixed, the second direct.
pub fn quotes(document: &Document, rule: &'static str, right: f32, found: Attribution) -> Vec<Fact<Quote>> {
    let mut found = found;
    found.content.retain(|stretch| !stretch.is_empty());
    let direct = |part: &Range<usize>| form(document, std::slice::from_ref(part)) == QuoteForm::Direct;
    let runs = found.content.chunk_by(|one, other| direct(one) == direct(other));
    runs.map(|content| quote(document, rule, right, Attribution { content: content.to_vec(), ..found.clone() }))
        .collect()
}

/// Direct if all words are inside quotation marks, indirect if none are.
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
    // A capital at the start of a sentence is not evidence: `Police said`, `Neighbors said`, but `Otterflix said`.
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

/// Whether the source is an article and a lower-case noun for a person, without a name: `an FBI agent`, `the Otter Rail
/// spokesman`, `a spokesman for the Dorn council`.
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
    fn a_clause_around_its_source_is_one_quote() {
        quotes(
            "
The plan, Finch added, was meant to “dry the weir for good”.
^^^^^^^^ quote mixed cue=[added] speaker=[Finch] person=[Finch]
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote …
",
        );
    }

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
