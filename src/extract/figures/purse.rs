//! Sums that people demand, own, earn or take, which do not measure the subject.

use super::{
    apart, noun, object,
    phrase::{self, Phrase},
};
use crate::types::{Document, Tags, WordList};

/// Verbs of demanding, having and getting money, whatever their subject.
const HAVING: WordList<56> = WordList::of([
    "accept",
    "accepted",
    "accepting",
    "accepts",
    "accrued",
    "amassed",
    "appeal",
    "appealed",
    "appealing",
    "appeals",
    "ask",
    "asked",
    "asking",
    "asks",
    "bilked",
    "claw",
    "clawed",
    "collect",
    "collected",
    "collecting",
    "collects",
    "deposited",
    "embezzle",
    "embezzled",
    "embezzling",
    "extorted",
    "gotten",
    "had",
    "has",
    "have",
    "having",
    "inherit",
    "inherited",
    "inherits",
    "need",
    "needed",
    "needs",
    "pocket",
    "pocketed",
    "pocketing",
    "pump",
    "pumped",
    "pumping",
    "pumps",
    "recoup",
    "recouped",
    "request",
    "requested",
    "requesting",
    "requests",
    "scammed",
    "seize",
    "seized",
    "squeeze",
    "swindled",
    "withdrew",
]);

/// Verbs of making money, which films and trades do too; only with a person as the subject do they mean income.
const MAKING: WordList<29> = WordList::of([
    "bags", "bring", "bringing", "brings", "brought", "earn", "earned", "earning", "earns", "made", "make", "makes",
    "making", "nets", "netted", "pull", "pulled", "pulling", "pulls", "rake", "raked", "rakes", "raking", "take",
    "takes", "taking", "took", "winning", "wins",
]);

/// Whether the sum at token `start` is one that somebody demands or has: "The agency appealed for £3m", "Tarn has £90
/// left".
pub fn is_held(document: &Document, start: usize) -> bool {
    // "Has debts in excess of £3m" measures the debts.
    const CLOSED: Tags =
        Tags::PREPOSITION.with(Tags::DETERMINER).with(Tags::PRONOUN).with(Tags::ADVERB).with(Tags::BOUND);
    let object = |at: usize| noun::is_noun(document, at) && !document.tags(at).any(CLOSED) && !document.is(at, "aside");
    // "Cut what is needed by £3m".
    let by = start > 0 && document.is(start - 1, "by");
    let bare = |&verb: &usize| !by && !(verb + 1..start).any(object);
    object::verb_before(document, start, &HAVING).filter(bare).is_some() || is_carried_off(document, start)
}

/// Whether the words before the sum say who has it afterwards: "Fled with £3m", "made off with £90", "set aside £20".
fn is_carried_off(document: &Document, start: usize) -> bool {
    const GOING: WordList<14> = WordList::of([
        "absconded",
        "away",
        "escape",
        "escaped",
        "escapes",
        "escaping",
        "fled",
        "flee",
        "fleeing",
        "flees",
        "off",
        "ran",
        "vanished",
        "walked",
    ]);
    let Some(last) = start.checked_sub(1) else { return false };
    document.is(last, "aside") || last > 0 && document.is(last, "with") && document.is_one_of(last - 1, &GOING)
}

/// Whether the sum at token `start` is the income of the person who is the subject: "Ada Pike, who makes £3m a year",
/// "Mr Dorn took home £90".
pub fn is_made_by(document: &Document, start: usize, subject: &Phrase) -> bool {
    is_person_or_people(document, subject) && object::verb_before(document, start, &MAKING).is_some()
}

/// Whether the sum at token `start` is a loss to a thief: "Cheated a Tarn bank of £3m".
pub fn is_robbed(document: &Document, start: usize) -> bool {
    const ROBBING: WordList<18> = WordList::of([
        "bilk",
        "bilked",
        "bilking",
        "cheat",
        "cheated",
        "cheating",
        "defraud",
        "defrauded",
        "defrauding",
        "deprived",
        "depriving",
        "fleeced",
        "rob",
        "robbed",
        "robbing",
        "scammed",
        "stripped",
        "swindled",
    ]);
    let of = start.checked_sub(1).filter(|&at| document.is(at, "of"));
    let Some(whom) = of.and_then(|of| phrase::before(document, of)) else { return false };
    let article = whom.start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DETERMINER | Tags::POSSESSIVE));
    let verb = article.unwrap_or(whom.start).checked_sub(1);
    verb.is_some_and(|at| document.is_one_of(at, &ROBBING))
}

/// Whether the phrase is a person's name, or a noun for people.
fn is_person_or_people(document: &Document, phrase: &Phrase) -> bool {
    let last = phrase.end - 1;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let full = || phrase.len() > 1 && phrase.clone().all(capital) && document.tags(phrase.start).any(Tags::GIVEN_NAME);
    // "Dorn made": a surname alone that is not another word.
    let alone = || {
        let tags = document.tags(last);
        phrase.len() == 1 && capital(last) && tags.any(Tags::SURNAME) && !tags.any(Tags::ORDINARY | Tags::PLACE)
    };
    let body = document.tags(last).any(Tags::ORGANISATION | Tags::BODY | Tags::NAMED_THING);
    apart::is_people(document, phrase)
        || !body && (document.tags(phrase.start).any(Tags::HONORIFIC) || full() || alone())
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn sums_asked_for_or_had() {
        figures(
            "
The harbour board appealed for £650,000. The reeve was convicted of accepting £90. The guild has just £217 left.
                               ^^^^^^^^ figure money value=650000 unit=GBP
                                                                              ^^^ figure money value=90 unit=GBP
                                                                                                      ^^^^ figure money value=217 unit=GBP
",
        );
    }

    #[test]
    fn what_persons_make() {
        figures(
            "
Ada Pike makes upwards of £3m a year, and Mr Dorn won £90. The ferry made £40.
               ^^^^^^^^^^^^^^ figure money value=3000000 unit=GBP per=year bound=more_than
                                                      ^^^ figure money value=90 unit=GBP
                                                                          ^^^ figure money value=40 unit=GBP counted=[ferry]
",
        );
    }

    #[test]
    fn who_goes_off_with_it() {
        figures(
            "
The clerk fled with £90 and robbed a Tarn bank of £7. Tarn Salt has set aside £3m. The board pledges £5m to the mills. Pike left, offering up to £400.
                    ^^^ figure money value=90 unit=GBP
                                                  ^^ figure money value=7 unit=GBP
                                                                              ^^^ figure money value=3000000 unit=GBP
                                                                                                     ^^^ figure money value=5000000 unit=GBP
                                                                                                                                           ^^^^^^^^^^ figure money value=400 unit=GBP bound=at_most
",
        );
    }
}
