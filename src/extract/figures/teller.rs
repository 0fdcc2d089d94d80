//! The person who states something is not what the figure measures: "officers said it took three hours" counts no
//! officers; "Dorn expects the van to sell for £339" measures the van.

use super::{
    phrase::{self, Phrase},
    verb,
};
use crate::{
    grammar::{classes, endings},
    types::{Document, Tags, TokenKind, WordList},
};

/// Verbs of saying and thinking.
const TELLING: WordList<38> = WordList::of([
    "argue",
    "argued",
    "argues",
    "believe",
    "believed",
    "believes",
    "claim",
    "claimed",
    "claims",
    "estimate",
    "estimates",
    "expect",
    "expects",
    "feared",
    "hope",
    "hopes",
    "insisted",
    "insists",
    "note",
    "noted",
    "notes",
    "reckon",
    "reckons",
    "said",
    "say",
    "saying",
    "says",
    "suggested",
    "suggests",
    "tell",
    "tells",
    "think",
    "thinks",
    "thought",
    "told",
    "warn",
    "warned",
    "warns",
]);

/// Verbs whose object is expected to do something.
const EXPECTING: WordList<27> = WordList::of([
    "allow",
    "allowed",
    "allowing",
    "allows",
    "caused",
    "causing",
    "enable",
    "enabled",
    "enables",
    "enabling",
    "expect",
    "expected",
    "expecting",
    "expects",
    "forced",
    "forcing",
    "forecast",
    "forecasts",
    "needs",
    "predicted",
    "predicts",
    "projects",
    "require",
    "required",
    "requires",
    "want",
    "wants",
]);

/// The pronoun directly before token `end`, if it can be a subject.
pub fn pronoun_before(document: &Document, first: usize, end: usize) -> Option<usize> {
    end.checked_sub(1).filter(|&at| at >= first && document.is_one_of(at, &classes::SUBJECTS))
}

/// Whether the verb at `verbs` introduces a clause of content, rather than having a size of its own.
pub fn tells(document: &Document, verbs: usize) -> bool {
    let passive = verbs > 0 && document.tags(verbs - 1).any(Tags::AUXILIARY);
    document.is_one_of(verbs, &TELLING) && !passive && !document.tags(verbs).any(Tags::CAPITALISED)
}

/// The comma before the words of a speaker inserted in the clause: ", officers said,".
pub fn aside(document: &Document, teller: &Phrase, verb: usize) -> Option<usize> {
    let article = usize::from(teller.start > 0 && document.tags(teller.start - 1).any(Tags::DETERMINER));
    let mark = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind != TokenKind::Word);
    let comma = (teller.start - article).checked_sub(1)?;
    (document.is(comma, ",") && mark(verb + 1)).then_some(comma)
}

/// The phrase between the start of the clause and the comma at `comma`: "Fares, Dorn says, will rise".
pub fn before_aside(document: &Document, first: usize, comma: usize) -> Option<Phrase> {
    let phrase = phrase::before(document, comma)?;
    let article =
        usize::from(phrase.start > first && document.tags(phrase.start - 1).any(Tags::DETERMINER | Tags::PRONOUN));
    (phrase.start - article == first).then_some(phrase)
}

/// Whether the pronoun at `pronoun` can refer to the subject of an earlier clause; `told` is whether that clause has a
/// verb of saying.
pub fn stands_for(document: &Document, pronoun: usize, subject: &Phrase, told: bool) -> bool {
    let last = subject.end - 1;
    let tags = document.tags(last);
    let common = tags.any(Tags::ORDINARY.with(Tags::PERSON_NOUN)) || endings::is_plural(document, last);
    let name = tags.any(Tags::CAPITALISED) && !(tags.any(Tags::SENTENCE_START) && common);
    let person = tags.any(Tags::PERSON_NOUN | Tags::GIVEN_NAME | Tags::KIN | Tags::HONORIFIC);
    let several = endings::is_plural(document, last) && !name;
    let pair = subject.clone().any(|at| document.is(at, "and"));
    const TELLERS: WordList<12> = WordList::of([
        "analysts",
        "authorities",
        "deputies",
        "doctors",
        "experts",
        "investigators",
        "officers",
        "officials",
        "police",
        "prosecutors",
        "researchers",
        "wardens",
    ]);
    match document.word(pronoun) {
        "it" | "It" => !several && !pair && !person,
        "they" | "They" => (several || pair || name && !person) && !(told && document.is_one_of(last, &TELLERS)),
        "he" | "she" | "He" | "She" => !several && !pair && (name || !told && person),
        _ => false,
    }
}

/// Whether an adjective or participle stands between the verb and an infinitive: "Is set to hit", "was due to rise".
pub fn is_bound_to(document: &Document, at: usize) -> bool {
    const BOUND: WordList<9> =
        WordList::of(["about", "bound", "due", "expected", "likely", "ready", "scheduled", "set", "supposed"]);
    document.is(at + 1, "to") && document.is_one_of(at, &BOUND) && at > 0 && document.tags(at - 1).any(Tags::AUXILIARY)
}

/// The subject of the infinitive before the figure at token `start`, which is the object of a verb of expecting: "Dorn
/// expects the van to sell for", "the board expects the debt to fall to".
pub fn expected(document: &Document, first: usize, start: usize) -> Option<Phrase> {
    let near = first.max(start.saturating_sub(8));
    let infinitive = |at: usize| {
        document.is(at, "to") && (verb::is_infinitive(document, at + 1) || document.is_one_of(at + 1, &COSTING))
    };
    let to = (near..start.saturating_sub(1))
        .rev()
        .find(|&at| infinitive(at) || document.is(at, ",") || document.is(at, "that"))?;
    if !infinitive(to) || (to + 2..start).any(|at| verb::is_verb(document, at)) {
        return None;
    }
    let who = phrase::before(document, to)?;
    let article = usize::from(who.start > first && document.tags(who.start - 1).any(Tags::DETERMINER | Tags::PRONOUN));
    let verb = (who.start - article).checked_sub(1).filter(|&at| at >= first)?;
    document.is_one_of(verb, &EXPECTING).then_some(who)
}

/// Plain forms of verbs for a cost or level.
const COSTING: WordList<14> = WordList::of([
    "average", "be", "cost", "earn", "exceed", "fetch", "go", "last", "lose", "reach", "remain", "retail", "save",
    "total",
]);

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn tellers_are_not_measured() {
        figures(
            "
Officers say it took three hours. Dorn expects the van to sell for £339. Experts say it costs £40. A clerk said she had kept goats for nine years. Tarn Salt said it lost £3m. The board expects the town's debt to fall to 3%. Fares, Dorn says, will rise 4%.
                     ^^^^^^^^^^^ figure duration value=3 unit=hour resolved=PT3H
                                                                   ^^^^ figure money value=339 unit=GBP counted=[van]
                                                                                              ^^^ figure money value=40 unit=GBP
                                                                                                                                       ^^^^^^^^^^ figure duration value=9 unit=year resolved=P9Y
                                                                                                                                                                          ^^^ figure money value=3000000 unit=GBP change=down counted=[Tarn Salt]
                                                                                                                                                                                                                            ^^ figure percent value=3 unit=percent change=down counted=[town's debt]
                                                                                                                                                                                                                                                            ^^ figure percent value=4 unit=percent change=up counted=[Fares]
",
        );
    }
}
