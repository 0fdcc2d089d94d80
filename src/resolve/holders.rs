//! Whom an office without a name stands for: `Warden Nora Finch shut the weir. The warden said it leaked.`

use crate::types::{Document, Person, Span, Status, Tags, WordList};

/// Most words of an office without its article.
const OFFICE: usize = 3;

/// Titles that others in the same article are likely to have.
const COMMON: WordList<9> =
    WordList::of(["agent", "attorney", "deputy", "detective", "lawyer", "member", "officer", "soldier", "trooper"]);

/// Titles that others are likely to have where nothing tells which it is: `the minister`, but `the home secretary`.
const BARE: WordList<9> = WordList::of([
    "candidate",
    "councillor",
    "director",
    "lawmaker",
    "minister",
    "nominee",
    "representative",
    "secretary",
    "senator",
]);

/// The only named person mentioned before `span` who holds the office there: `the` and the last words of the office.
pub fn holder(document: &Document, span: Span, people: &[Person]) -> Option<u32> {
    let tokens = document.tokens_in(span);
    let office = tokens.start + 1..tokens.end;
    let plain = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let titled = document.is(tokens.start, "the") && document.tags(tokens.end - 1).any(Tags::TITLE);
    // `the warden who spoke on condition of silence`
    let more = document.tags(tokens.end).any(Tags::RELATIVE | Tags::PREPOSITION);
    let common =
        document.is_one_of(tokens.end - 1, &COMMON) || office.len() == 1 && document.is_one_of(office.start, &BARE);
    if more || common || !titled || office.len() > OFFICE || !office.clone().all(plain) {
        return None;
    }
    let before = |person: &Person| person.mentions.iter().any(|mention| mention.span.end <= span.start);
    let held = |person: &Person| {
        person.offices.iter().any(|held| {
            let role = document.tokens_in(held.role);
            let words = role.clone().rev().zip(office.clone().rev());
            held.status == Status::Current
                && role.len() >= office.len()
                && words.into_iter().all(|(one, other)| document.same_word(one, other))
        })
    };
    let mut holders = (0..people.len()).filter(|&index| people[index].name.is_some() && held(&people[index]));
    let first = holders.next()?;
    (holders.next().is_none() && before(&people[first])).then_some(first as u32)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_only_one_who_holds_the_office_speaks() {
        quotes(
            "
Mayor Otto Birch sold the kiln. The mayor said it was cold. He added that it leaked.
                                               ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mayor] person=[Otto Birch]
                                                                     ^^^^^^^^^^^^^^ quote indirect cue=[added] speaker=[He] person=[Otto Birch]
Coroner Ruth Amos came late. The mayor and the coroner met Coroner Ivo Lund. The coroner said it was dark.
                                                                                              ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The coroner]
",
        );
    }
}
