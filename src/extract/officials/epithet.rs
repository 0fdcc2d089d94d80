//! An office that opens a sentence and refers to the only person named before:
//! "Senator John Warwick will retire. The former chairman of the Harbour Committee said so."

use super::{Rule, certainty, name::NameSpan, office::Phrase, scene::Scene};
use crate::types::{Document, Fact, OfficeFact, Span, Status, Tags};

/// Offices used in place of a person already named.
pub const RULE: Rule = Rule { name: "officials.epithet", source: include_str!("epithet.rs"), extract };

/// Maximum number of sentences back to the person.
const REACH_IN_SENTENCES: u32 = 3;

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    let held = phrase.status == Status::Current && is_seat_of_one(document, phrase);
    if !(held || phrase.status == Status::Former) || phrase.title.form.plural || phrase.organisation.is_none() {
        return false;
    }
    let opens = phrase
        .determiner(document)
        .is_some_and(|the| document.is(the, "the") && document.tags(the).any(Tags::SENTENCE_START | Tags::CAPITALISED));
    if !(opens && is_subject(document, phrase.tokens.end)) {
        return false;
    }
    let Some(name) = only_person_before(scene, phrase.tokens.start) else { return false };
    if held && !(was_just_told(scene, name, phrase) && has_none(document, name, found)) {
        return false;
    }
    let office = phrase.office(document, RULE.name);
    let span = document.span(name.tokens.clone());
    found.push(Fact {
        span: document.span(phrase.tokens.clone()),
        sentence: document.tokens[phrase.role.start].sentence,
        rule: RULE.name,
        confidence: certainty::IN_PLACE,
        detail: OfficeFact { office, holder: Some(span) },
    });
    true
}

/// Whether only one person at a time holds the office in the body before it: `the Wales coach`, not `the police
/// spokesman`.
fn is_seat_of_one(document: &Document, phrase: &Phrase) -> bool {
    const SEATS: [&str; 14] = [
        "Captain",
        "Chairman",
        "Chairwoman",
        "Chief Executive",
        "Coach",
        "Congressman",
        "Congresswoman",
        "Founder",
        "Governor",
        "Head Coach",
        "Leader",
        "MP",
        "Manager",
        "Senator",
    ];
    let before = |body: &std::ops::Range<usize>| {
        body.end == phrase.role.start && document.tags(body.start).any(Tags::CAPITALISED)
    };
    SEATS.contains(&phrase.title.form.canonical) && phrase.organisation.as_ref().is_some_and(before)
}

/// Whether the name begins the sentence before, or is its subject.
fn was_just_told(scene: &Scene, name: &NameSpan, phrase: &Phrase) -> bool {
    let document = scene.document;
    let before = document.tokens[name.tokens.start].sentence + 1 == document.tokens[phrase.tokens.start].sentence;
    let first = name.honorific.unwrap_or(name.tokens.start);
    let subject = document.sentence_tokens(first).start == first || is_subject(document, name.tokens.end);
    before && subject
}

/// Whether no office of a person with that family name was found.
fn has_none(document: &Document, name: &NameSpan, found: &[Fact<OfficeFact>]) -> bool {
    let family = |holder: Span| document.same_word(document.tokens_in(holder).end - 1, name.tokens.end - 1);
    !found.iter().filter_map(|fact| fact.detail.holder).any(family)
}

/// Whether a verb follows.
fn is_subject(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::CUE | Tags::AUXILIARY | Tags::VERB)
}

/// The last name in the sentences before, if all names in them end in the same word.
fn only_person_before<'s>(scene: &'s Scene, at: usize) -> Option<&'s NameSpan> {
    let document = scene.document;
    let first = document.tokens[at].sentence.saturating_sub(REACH_IN_SENTENCES);
    let end = scene.names.partition_point(|name| name.tokens.end <= at);
    let near = |name: &&NameSpan| document.tokens[name.tokens.start].sentence >= first;
    let mut names = scene.names[..end].iter().rev().take_while(near);
    let last = names.next()?;
    names.all(|name| document.same_word(name.tokens.end - 1, last.tokens.end - 1)).then_some(last)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn the_only_person_named_before_held_the_office() {
        people(
            "
Senator John Warwick will retire. He is 81. The former chairman of the Harbour Committee said so on Friday.
^^^^^^^ office [Senator] holder=John Warwick
        ^^^^^^^^^^^^ person John Warwick
                                                       ^^^^^^^^ office [chairman] organisation=[Harbour Committee] status=former holder=John Warwick
",
        );
    }

    #[test]
    fn of_two_people_neither_is_chosen() {
        people(
            "
Senator John Warwick met Ruth Amos. The former chairman of the Harbour Committee said so on Friday.
^^^^^^^ office [Senator] holder=John Warwick
        ^^^^^^^^^^^^ person John Warwick
                         ^^^^^^^^^ person Ruth Amos
",
        );
    }

    #[test]
    fn people_of_unknown_names_are_not_one() {
        people(
            "
Senator John Zaborski met Ruth Ostrenkova. The former chairman of the Harbour Committee said so.
^^^^^^^ office [Senator] holder=John Zaborski
        ^^^^^^^^^^^^^ person John Zaborski
                          ^^^^^^^^^^^^^^^ person Ruth Ostrenkova
",
        );
    }

    #[test]
    fn who_was_just_told_of_has_the_office() {
        people(
            "
Otto Birch praised the rowers. The Norvale coach said so.
^^^^^^^^^^ person Otto Birch
                                           ^^^^^ office [coach] organisation=[Norvale] holder=Otto Birch
",
        );
    }

    #[test]
    fn who_has_another_office_is_not_meant() {
        people(
            "
Mayor Otto Birch praised the rowers. The Norvale coach said so. Birch left with Una Trant. The Quay Rail chairman was late.
^^^^^ office [Mayor] holder=Otto Birch
      ^^^^^^^^^^ person Otto Birch
                                         ^^^^^^^^^^^^^ person unnamed
                                                 ^^^^^ office [coach] organisation=[Norvale] holder=unnamed
                                                                ^^^^^ person Otto Birch
                                                                                ^^^^^^^^^ person Una Trant
",
        );
    }

    #[test]
    fn a_seat_is_nobody() {
        people(
            "
Una Trant drew up a list. The Ashford MP was late.
^^^^^^^^^ person Una Trant
                                      ^^ office [MP] organisation=[Ashford] jurisdiction=[Ashford] holder=Una Trant
",
        );
    }
}
