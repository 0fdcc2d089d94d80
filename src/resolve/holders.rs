//! The person meant by an office without a name: `Warden Nora Finch shut the weir. The warden said it leaked.`

use std::ops::Range;

use super::pronouns::Mentioned;
use crate::{
    lexicon::noun_gender,
    types::{Document, Office, Person, Span, Status, Tags, WordList},
};

/// The most words of an office without its article.
const BARE_OFFICE: usize = 3;

/// Titles that others in the same article are likely to have.
const COMMON: WordList<9> =
    WordList::of(["agent", "attorney", "deputy", "detective", "lawyer", "member", "officer", "soldier", "trooper"]);

/// Titles that others are likely to have if they are not specified: `the minister`, but not `the home secretary`.
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

/// Words for members of any parliament.
const LEGISLATORS: WordList<8> = WordList::of([
    "backbencher",
    "congressman",
    "congresswoman",
    "democrat",
    "lawmaker",
    "legislator",
    "parliamentarian",
    "republican",
]);

/// Ranks of the people for whom those words are used.
const SEATS: [&str; 13] = [
    "Assemblyman",
    "Assemblywoman",
    "Congressman",
    "Congressmember",
    "Congresswoman",
    "House Speaker",
    "MP",
    "Member of Congress",
    "Member of Parliament",
    "Representative",
    "Senate Majority Leader",
    "Senate Minority Leader",
    "Senator",
];

/// The people of a document, and those mentioned just before.
#[derive(Debug, Clone, Copy)]
pub struct Near<'a> {
    pub document: &'a Document<'a>,
    pub people: &'a [Person],
    pub mentions: &'a [Mentioned],
    /// The last speaker.
    pub spoke: Option<u32>,
}

impl Near<'_> {
    /// Whether a person spoke last or is the subject of the sentence before that of `span`.
    fn is_near(&self, person: u32, span: Span) -> bool {
        let own = self.document.tokens[self.document.token_at(span.start)].sentence;
        let before = &self.mentions[..self.mentions.partition_point(|mention| mention.span < span)];
        let mut recent = before.iter().rev().take_while(|mention| mention.sentence + 1 >= own);
        let subject = |mention: &Mentioned| mention.person == person && mention.subject && mention.sentence + 1 == own;
        self.spoke == Some(person) || recent.any(subject)
    }
}

/// The only named person mentioned before `span` who holds the office there: `the` and the last words of the office. If
/// several hold it, as with lawmakers, the one mentioned just before.
pub fn holder(near: &Near, span: Span) -> Option<u32> {
    let (document, people) = (near.document, near.people);
    let tokens = document.tokens_in(span);
    let office = without_adjectives(document, tokens.start + 1..tokens.end);
    // `the warden who spoke on condition of silence`
    let more = document.tags(tokens.end).any(Tags::RELATIVE | Tags::PREPOSITION);
    if more || !document.is(tokens.start, "the") || office.is_empty() || office.len() > BARE_OFFICE {
        return None;
    }
    if document.is_one_of(office.end - 1, &LEGISLATORS) {
        return legislator(near, span, &office);
    }
    let plain = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let titled = document.tags(office.end - 1).any(Tags::TITLE);
    if !titled || document.is_one_of(office.end - 1, &COMMON) || !plain(office.end - 1) {
        return None;
    }
    // `the Otter Party leader`: the office comes after the body's name.
    let body = office.start..office.clone().rev().find(|&at| !plain(at)).map_or(office.start, |at| at + 1);
    let office = body.end..office.end;
    let before = |person: &Person| person.mentions.iter().any(|mention| mention.span.end <= span.start);
    let held = |person: &Person| {
        let held_there = |held: &Office| is_role(document, held, &office) && is_of(document, held, &body);
        person.offices.iter().any(held_there)
    };
    let holders = || (0..people.len()).filter(|&index| people[index].name.is_some() && held(&people[index]));
    let several = holders().nth(1).is_some();
    let near = |index: &usize| near.is_near(*index as u32, span);
    let mut told = holders().filter(|index| !several || near(index));
    let first = told.next().filter(|_| told.next().is_none())?;
    let bare = office.len() == 1 && document.is_one_of(office.start, &BARE);
    (before(&people[first]) && (!bare || near(&first))).then_some(first as u32)
}

/// Whether an office belongs to the body that is named: `leader of the Otter Democrats`, `the Otter Democrat leader`.
fn is_of(document: &Document, held: &Office, body: &Range<usize>) -> bool {
    let Some(organisation) = held.organisation else { return body.is_empty() };
    let own = document.tokens_in(organisation);
    let last = |at: usize| document.word(at).trim_end_matches('s');
    body.is_empty() || own.len() == body.len() && own.zip(body.clone()).all(|(one, other)| last(one) == last(other))
}

/// Whether a current office ends with these words, or has this rank.
fn is_role(document: &Document, held: &Office, office: &Range<usize>) -> bool {
    let role = document.tokens_in(held.role);
    // `Gov. Nora Finch … the governor`
    let rank = held.rank.is_some_and(|rank| document.is(office.end - 1, rank));
    let mut words = role.clone().rev().zip(office.clone().rev());
    matches!(held.status, Status::Current | Status::Acting)
        && (rank && office.len() == 1
            || role.len() >= office.len() && words.all(|(one, other)| document.same_word(one, other)))
}

/// The office without adjectives for its holder: `the veteran mayor`.
fn without_adjectives(document: &Document, office: Range<usize>) -> Range<usize> {
    const OTHER: WordList<10> =
        WordList::of(["assistant", "deputy", "first", "former", "junior", "late", "new", "next", "other", "previous"]);
    let describes = |at: &usize| {
        let tags = document.tags(*at);
        tags.any(Tags::ADJECTIVE | Tags::DESCRIPTIVE)
            && !tags.any(Tags::CAPITALISED | Tags::TITLE | Tags::TITLE_START)
            && !document.is_one_of(*at, &OTHER)
    };
    let last = office.end.saturating_sub(1);
    let start = (office.start..last).find(|at| !describes(at)).unwrap_or(last.max(office.start));
    start..office.end
}

/// `the lawmaker`, `the Ohio Republican`: the only member of a parliament who was mentioned just before.
fn legislator(near: &Near, span: Span, office: &Range<usize>) -> Option<u32> {
    let document = near.document;
    let word = office.end - 1;
    let place = (office.start..word).next();
    let party = document.tags(word).any(Tags::CAPITALISED)
        && document.is_one_of(word, const { &WordList::of(["democrat", "republican"]) });
    let fits = |person: &Person| {
        let told = noun_gender(document.word(word));
        let gender = told.is_none() || person.gender.is_none() || told == person.gender;
        let other_party = party && party_letter(document, person).is_some_and(|letter| !starts(document, word, letter));
        person.name.is_some() && gender && !other_party && person.offices.iter().any(|held| sits(document, held, place))
    };
    let people = near.people.iter().enumerate();
    let mut seated = people.filter(|(_, person)| fits(person)).map(|(index, _)| index as u32);
    let mut found = seated.by_ref().filter(|&person| near.is_near(person, span));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether an office is a current seat in a parliament, and not for another place.
fn sits(document: &Document, held: &Office, place: Option<usize>) -> bool {
    let seat = held.rank.is_some_and(|rank| SEATS.contains(&rank));
    let elsewhere = match (held.jurisdiction, place) {
        (Some(own), Some(place)) => document.text(own).chars().next() != document.word(place).chars().next(),
        _ => false,
    };
    seat && held.status == Status::Current && !elsewhere
}

/// The letter of the party after one of the mentions: `D` in `Ivo Marsh (D-Ohio)`.
fn party_letter(document: &Document, person: &Person) -> Option<char> {
    person.mentions.iter().find_map(|mention| {
        let end = document.tokens_in(mention.span).end;
        let opens = document.is(end, "(") || document.is(end, ",");
        let letter = document.tokens.get(end + 1).map(|_| document.word(end + 1)).filter(|word| word.len() == 1)?;
        letter.chars().next().filter(|_| opens && document.tags(end + 1).any(Tags::CAPITALISED))
    })
}

fn starts(document: &Document, at: usize, letter: char) -> bool {
    document.word(at).starts_with(letter)
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

    #[test]
    fn a_lawmaker_is_who_was_just_told_of() {
        quotes(
            "
Rep. Nora Finch, D-Ohio, opposes the weir. The lawmaker said it leaked. The Ohio Democrat said it was old.
                                                             ^^^^^^^^^ quote indirect cue=[said] speaker=[The lawmaker] person=[Nora Finch]
                                                                                               ^^^^^^^^^^ quote indirect cue=[said] speaker=[The Ohio Democrat] person=[Nora Finch]
Sen. Otto Birch (R-Maine) met Rep. Nora Finch (D-Ohio). The Ohio Republican said it leaked.
                                                                                 ^^^^^^^^^ quote indirect cue=[said] speaker=[The Ohio Republican] person=[Otto Birch]
Sen. Otto Birch rowed. The senator said it was cold.
                                        ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The senator] person=[Otto Birch]
",
        );
    }

    #[test]
    fn the_office_may_be_described_or_held_for_a_time() {
        quotes(
            "
Acting prosecutor Otto Birch was late. The prosecutor said the loft was cold.
                                                           ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The prosecutor] person=[Otto Birch]
Mayor Nora Finch was late. The popular mayor said the loft was cold. The former mayor said it was not.
                                                  ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The popular mayor] person=[Nora Finch]
                                                                                           ^^^^^^^^^^ quote indirect cue=[said] speaker=[The former mayor]
",
        );
    }

    #[test]
    fn a_short_title_is_the_office_and_of_two_holders_the_nearer_is_meant() {
        quotes(
            "
Gov. Ivo Marsh came. The governor said it was late. Lt. Ruth Amos stayed. The lieutenant said it was cold.
                                       ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The governor] person=[Ivo Marsh]
                                                                                              ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The lieutenant] person=[Ruth Amos]
President Vale met President Lund. Vale spoke to staff. The president said it was old.
                                                                           ^^^^^^^^^^ quote indirect cue=[said] speaker=[The president] person=[Vale]
",
        );
    }

    #[test]
    fn a_party_and_its_leader() {
        quotes(
            "
Ivo Marsh, leader of the Otter Democrats, came. Ruth Amos, the Tarn leader, left. The Otter Democrat leader said it was late.
                                                                                                                 ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The Otter Democrat leader] person=[Ivo Marsh]
",
        );
    }
}
