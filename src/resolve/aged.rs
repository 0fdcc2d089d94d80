//! The person meant by an age or a title before a noun: `Nora Finch, 41, rowed home. The 41-year-old said it leaked.`,
//! `Finch broke her silence. “I am glad,” the “Salt and Pepper” singer said.`

use super::{holders::Near, pronouns::Mentioned};
use crate::{
    grammar::reach,
    lexicon::noun_gender,
    types::{Document, Person, Span, Tags, TokenKind},
};

/// The person called `the 41-year-old` at `span`: the one with that age or, if no one has it, the last speaker or
/// subject of the sentences before, provided that no one else was mentioned since.
pub fn person(near: &Near, span: Span) -> Option<u32> {
    let document = near.document;
    let tokens = document.tokens_in(span);
    let first = tokens.start;
    let glued = |at: usize| document.tokens[at].kind == TokenKind::Dash;
    let aged = tokens.len() >= 6
        && document.is(first, "the")
        && document.tags(first + 1).any(Tags::DIGITS)
        && glued(first + 2)
        && document.is(first + 3, "year")
        && glued(first + 4)
        && document.is(first + 5, "old");
    // `the 41-year-old miller from Dorn` may be someone else.
    let other =
        |at: usize| document.tags(at).any(Tags::PREPOSITION) || document.tokens[at].kind == TokenKind::Possessive;
    let plain = tokens.len() < 9 && !tokens.clone().any(other);
    // `the “Salt and Pepper” singer`
    let titled = tokens.len() > 4 && document.is(first, "the") && document.tags(first + 1).any(Tags::OPENING);
    if titled {
        return just_told_of(near, span).filter(|&last| is_known(near, last, span));
    }
    if !aged || !plain {
        return None;
    }
    let told = |person: &Person| person.mentions.iter().any(|mention| is_aged(document, mention.span, first + 1));
    let mut of_age = (0..near.people.len()).filter(|&at| near.people[at].name.is_some() && told(&near.people[at]));
    if let Some(known) = of_age.next() {
        return of_age.next().is_none().then_some(known as u32);
    }
    let last = just_told_of(near, span)?;
    let person = &near.people[last as usize];
    let gender = noun_gender(document.word(tokens.end - 1));
    let fits = gender.is_none() || person.gender.is_none() || gender == person.gender;
    let other = person.mentions.iter().any(|mention| age_beside(document, mention.span).is_some());
    (fits && !other && is_known(near, last, span)).then_some(last)
}

/// Whether a person spoke last or has at least two mentions: one mentioned in passing does not speak next.
fn is_known(near: &Near, person: u32, span: Span) -> bool {
    let mentions = near.people[person as usize].mentions.iter();
    near.spoke == Some(person) || mentions.filter(|mention| mention.span.end <= span.start).count() > 1
}

/// The last subject in the sentences before, if no one else is named in that sentence or since.
fn just_told_of(near: &Near, span: Span) -> Option<u32> {
    let document = near.document;
    let own = document.tokens[document.token_at(span.start)].sentence;
    let before = &near.mentions[..near.mentions.partition_point(|mention| mention.span < span)];
    let recent = before.iter().rev().take_while(|mention| mention.sentence + reach::TAKEN_UP_SENTENCES >= own);
    let last = recent.clone().next()?.sentence;
    let mut told = recent.clone().filter(|mention| mention.sentence == last);
    let subject = |mention: &&Mentioned| {
        let told = mention.subject || near.spoke == Some(mention.person);
        told && near.people[mention.person as usize].name.is_some()
    };
    let person = told.find(subject)?.person;
    let alone = before.iter().rev().take_while(|mention| mention.sentence == last).all(|other| other.person == person);
    alone.then_some(person)
}

/// `Nora Finch, 41,`, `41-year-old Nora Finch`, `Nora Finch (41)`: whether the age next to a name is the number at a
/// token.
fn is_aged(document: &Document, name: Span, number: usize) -> bool {
    age_beside(document, name).is_some_and(|age| document.same_word(age, number))
}

/// The token of the age next to a name.
fn age_beside(document: &Document, name: Span) -> Option<usize> {
    let tokens = document.tokens_in(name);
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS) && document.word(at).len() < 3;
    let comma = document.is(tokens.end, ",") || document.is(tokens.end, "(");
    let ends = document.is(tokens.end + 2, ",") || document.is(tokens.end + 2, ")") || document.is(tokens.end + 2, ".");
    if comma && ends && digits(tokens.end + 1) {
        return Some(tokens.end + 1);
    }
    let before = tokens.start.checked_sub(5).filter(|&at| digits(at))?;
    (document.is(before + 2, "year") && document.is(before + 4, "old")).then_some(before)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn an_age_stands_for_the_one_who_has_it() {
        quotes(
            "
Nora Finch, 41, rowed home. Otto Birch, 57, swam. The 41-year-old said it was cold.
                                                                       ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The 41-year-old] person=[Nora Finch]
Ivo Marsh won the race. “It was close,” Marsh said. The 29-year-old said he was tired.
                        ^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Marsh] person=[Ivo Marsh]
                                                                         ^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The 29-year-old] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn an_age_of_somebody_else_stands_for_nobody_named() {
        quotes(
            "
Ivo Marsh, 33, won the race. The 29-year-old said he was tired. The 29-year-old's aunt said he was ill.
                                                  ^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The 29-year-old]
                                                                                            ^^^^^^^^^^ quote indirect cue=[said] speaker=[The 29-year-old's aunt]
",
        );
    }

    #[test]
    fn a_title_before_a_noun_stands_for_who_was_told_of() {
        quotes(
            "
Nora Finch sang. “It was cold,” Finch said. “I froze,” the “Salt and Pepper” singer said.
                 ^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Finch] person=[Nora Finch]
                                            ^^^^^^^^^^ quote direct cue=[said] speaker=[the “Salt and Pepper” singer] person=[Nora Finch]
",
        );
    }
}
