//! The subject of a clause that contains another clause: the firm and the plan in "the firm that makes bells lost 3%"
//! and "a plan to build a mill will cost £3m".

use super::{clause, noun, phrase::Phrase, teller, verb};
use crate::{
    grammar::{endings, kinds, tenses},
    types::{Document, Tags, WordList},
};

/// Nouns for intentions, which a `to` can follow.
const PLANS: WordList<21> = WordList::of([
    "ability",
    "agreement",
    "attempt",
    "attempts",
    "bid",
    "bill",
    "campaign",
    "decision",
    "deal",
    "effort",
    "efforts",
    "law",
    "move",
    "offer",
    "plan",
    "plans",
    "programme",
    "project",
    "proposal",
    "scheme",
    "work",
]);

/// Verbs that take a clause as their object, or the agent of one.
const LEADING: WordList<21> = WordList::of([
    "ensure", "ensures", "felt", "find", "finds", "found", "hear", "heard", "help", "helped", "helps", "let", "lets",
    "mean", "means", "meant", "saw", "see", "sees", "showed", "shows",
]);

/// The end of the subject that contains the inner clause whose object is the phrase before the verbs at `verbs`.
pub fn before(document: &Document, first: usize, object: &Phrase, verbs: usize) -> Option<usize> {
    const OWNERS: Tags = Tags::DETERMINER.with(Tags::POSSESSIVE).with(Tags::NUMBER_WORD).with(Tags::DIGITS);
    let set_off = |at: usize| document.is(at, ",") || document.tags(at).any(Tags::RELATIVE);
    if !is_main(document, verbs) || (object.end..verbs).any(set_off) {
        return None;
    }
    // "Millers who burn oil": only a verb follows.
    let who = object.start.checked_sub(1).filter(|&at| at > first + 1 && object.len() > 1 && document.is(at, "who"));
    if let Some(who) = who.filter(|&who| noun::is_noun(document, who - 1)) {
        return Some(who);
    }
    let before = (first + 1..object.start).rev();
    let inner = before.into_iter().find(|&at| !document.tags(at).any(OWNERS))?;
    if !kinds::is_word(document, inner) {
        return None;
    }
    relative(document, first, inner).or_else(|| infinitive(document, first, inner))
}

/// Whether the verbs that begin at `at` are those of the outer clause: not a plain form or a participle.
fn is_main(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    let past = endings::is_past_form(word) || tenses::told_by_word(document, at).is_some();
    let form =
        past || document.tags(at).any(Tags::AUXILIARY) || word.ends_with('s') && !endings::is_plural(document, at - 1);
    // "A bid to lower the deficit projected to reach 3%".
    let participle = past && (document.is(at + 1, "to") || document.is(at + 1, "by"));
    form && !participle && !word.ends_with("ing")
}

/// The relative pronoun of the clause whose verb is at `inner`: "The firm that makes bells", "wardens who have searched
/// the barn".
fn relative(document: &Document, first: usize, inner: usize) -> Option<usize> {
    const TELLING: Tags = Tags::CUE.with(Tags::CUE_NOUN);
    let finite = verb::is_verb(document, inner) || endings::is_past_form(document.word(inner));
    let plain = finite || endings::is_plural(document, inner);
    let group = clause::verb_group(document, first, inner);
    let opener = group.checked_sub(1).filter(|&at| at > first + 1 && document.tags(at).any(Tags::RELATIVE))?;
    let noun = opener - 1;
    let told = document.tags(inner).any(Tags::CUE) || document.is_one_of(inner, &LEADING);
    let named = noun::is_noun(document, noun)
        && !document.tags(noun).any(TELLING.with(Tags::VERB))
        && !verb::is_verb(document, noun)
        && !document.is(opener, "whose");
    (plain && named && !told && !teller::tells(document, group)).then_some(opener)
}

/// The `to` before the verb at `inner`: "A plan to build a mill".
fn infinitive(document: &Document, first: usize, inner: usize) -> Option<usize> {
    let to = inner.checked_sub(1).filter(|&at| at > first + 1 && document.is(at, "to"))?;
    let plan = document.is_one_of(to - 1, &PLANS);
    let owner = document.tags(to - 2).any(Tags::DETERMINER | Tags::POSSESSIVE | Tags::ADJECTIVE)
        || noun::is_noun(document, to - 2) && !verb::is_verb(document, to - 2);
    (plan && owner && kinds::is_word(document, to - 2)).then_some(to)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn clauses_inside_a_subject() {
        figures(
            "
The firm that makes bells lost 3% in May. A miller who sold the goats was jailed for six months. A plan to build a mill will cost £3m.
                               ^^ figure percent value=3 unit=percent change=down counted=[firm]
                                     ^^^ figure date
                                                                                     ^^^^^^^^^^ figure duration value=6 unit=month counted=[miller] resolved=P6M
                                                                                                                                  ^^^ figure money value=3000000 unit=GBP counted=[plan]
The wardens who searched the barn stayed for two days. The share of millers who burn oil rose 4%. Its decision to shut the mill cost £4m.
                                             ^^^^^^^^ figure duration value=2 unit=day counted=[wardens] resolved=P2D
                                                                                              ^^ figure percent value=4 unit=percent change=up counted=[share of millers]
                                                                                                                                     ^^^ figure money value=4000000 unit=GBP counted=[decision]
",
        );
    }

    #[test]
    fn clauses_for_an_object() {
        figures(
            "
A paper that found sales fell 3% was lost; Dale thinks that the toll rose 4%. The board said that tolls will cost £3.
                              ^^ figure percent value=3 unit=percent change=down counted=[sales]
                                                                          ^^ figure percent value=4 unit=percent change=up counted=[toll]
                                                                                                                  ^^ figure money value=3 unit=GBP counted=[tolls]
",
        );
    }

    #[test]
    fn what_costs_so_much() {
        figures(
            "
Dale has a goat that cost £20, and the shop sells flour that costs £3.
                          ^^^ figure money value=20 unit=GBP counted=[goat]
                                                                   ^^ figure money value=3 unit=GBP counted=[flour]
",
        );
    }
}
