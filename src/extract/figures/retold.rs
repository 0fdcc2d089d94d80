//! People and things mentioned again by their number alone: "Ted Rowe, 46, … the 46-year-old", "three barges … the
//! three"; and headlines whose noun is in the text: "Two Hurt in Tarn" above "two millers were hurt".

use super::{elided, noun, stated::Stated};
use crate::{
    grammar::{endings, reach},
    types::{BlockKind, Bound, Document, Fact, Figure, FigureKind, Span, Tags, WordList},
};

/// Maximum number of figures to look back, so that a long list takes linear time.
const REACH_IN_FIGURES: usize = 200;

/// What a figure counts, and the head of it.
type Counted = (Option<Span>, Option<Span>);

/// For a figure without a noun after an article or the like, what the last figure with the same value counts.
pub fn before(document: &Document, fact: &Stated, earlier: &[Fact<Figure>]) -> Option<Counted> {
    const BACK: WordList<4> = WordList::of(["all", "both", "the", "these"]);
    if let Some(share) = share(document, fact, earlier) {
        return Some(share);
    }
    let points = fact.tokens.start.checked_sub(1).is_some_and(|at| document.is_one_of(at, &BACK));
    if !points || !(is_few(fact.detail) || is_bearer(document, fact)) {
        return None;
    }
    let of_age = fact.detail.kind == FigureKind::Age;
    let near = |before: &&Fact<Figure>| of_age || before.sentence + reach::TAKEN_UP_SENTENCES >= fact.sentence;
    let named = |before: &&Fact<Figure>| {
        is_alike(&before.detail, fact.detail)
            && if of_age { !is_pronoun(document, before) } else { is_several(document, before) }
    };
    earlier.iter().rev().take(REACH_IN_FIGURES).take_while(near).find(named).map(counted)
}

/// A percentage without a noun that is a subject measures the same as the last percentage: "62% of clerks smoke; 30%
/// say that they drink".
fn share(document: &Document, fact: &Stated, earlier: &[Fact<Figure>]) -> Option<Counted> {
    const DO: WordList<17> = WordList::of([
        "agree", "agreed", "approve", "are", "believe", "believed", "disagree", "had", "have", "oppose", "said", "say",
        "support", "think", "thought", "want", "were",
    ]);
    if fact.detail.kind != FigureKind::Percent || !document.is_one_of(fact.tokens.end, &DO) {
        return None;
    }
    let last = earlier.iter().rev().take_while(|before| before.sentence + 1 >= fact.sentence);
    let last = last.into_iter().find(|before| before.detail.kind == FigureKind::Percent)?;
    let of = document.is(document.tokens_in(last.span).end, "of") || share_again(document, last);
    (of && last.detail.counted.is_some()).then(|| counted(last))
}

/// Whether the percentage is itself such a subject.
fn share_again(document: &Document, fact: &Fact<Figure>) -> bool {
    document.is_one_of(document.tokens_in(fact.span).end, const { &WordList::of(["are", "have", "said", "say"]) })
}

/// Sets the measured entity of figures without a noun, from the first later figure with the same value that has one:
/// those of headlines, of people introduced only by an age, and of people to whom something has happened.
pub fn attach_by_later(document: &Document, figures: &mut [Fact<Figure>]) {
    for at in 0..figures.len() {
        let (earlier, rest) = figures.split_at_mut(at);
        let Some((fact, later)) = rest.split_first_mut().filter(|(fact, _)| fact.detail.counted.is_none()) else {
            continue;
        };
        let stated = Stated::of(document, fact);
        let titled = document.block_of_fact(fact).kind == BlockKind::Title;
        let person = is_bearer(document, &stated);
        let people = fact.detail.kind == FigureKind::Count && tells_fate(document, &stated);
        if !(person || people) {
            continue;
        }
        let told = |later: &&Fact<Figure>| {
            is_same(&later.detail, &fact.detail)
                && document.block_of_fact(later).kind != BlockKind::Title
                && if person {
                    !is_pronoun(document, later) && (titled || is_definite(document, later))
                } else {
                    counts_people(document, later, titled)
                }
        };
        let again = || {
            !titled && earlier.iter().rev().take(REACH_IN_FIGURES).any(|before| is_same(&before.detail, &fact.detail))
        };
        if let Some((whole, head)) = later.iter().take(REACH_IN_FIGURES).find(told).filter(|_| !again()).map(counted) {
            (fact.detail.counted, fact.detail.head) = (whole, head);
        }
    }
}

/// Whether the person has been mentioned before: "The 12-year-old girl", "12-year-old Ada Pike".
fn is_definite(document: &Document, fact: &Fact<Figure>) -> bool {
    let before = document.tokens_in(fact.span).start.checked_sub(1);
    let named =
        fact.detail.head.is_some_and(|head| document.tags(document.token_at(head.start)).any(Tags::CAPITALISED));
    named || before.is_some_and(|at| document.is_one_of(at, const { &WordList::of(["her", "his", "the", "their"]) }))
}

fn counted(fact: &Fact<Figure>) -> Counted {
    (fact.detail.counted, fact.detail.head)
}

/// Whether two figures have the same value, kind and bound, and the first has a measured entity.
fn is_alike(first: &Figure, second: &Figure) -> bool {
    is_same(first, second) && first.bound == second.bound
}

/// Whether two figures have the same value and kind, and the first has a measured entity.
fn is_same(first: &Figure, second: &Figure) -> bool {
    let known = second.value.is_some() || second.low.is_some();
    let value = first.value == second.value && (first.value.is_some() || first.low == second.low);
    known && value && first.counted.is_some() && first.kind == second.kind && first.unit == second.unit
}

/// Whether the measured entity is a plural.
fn is_several(document: &Document, fact: &Fact<Figure>) -> bool {
    fact.detail.head.is_some_and(|head| {
        let words = document.tokens_in(head);
        words.end.checked_sub(1).is_some_and(|last| endings::is_plural(document, last))
    })
}

/// Whether the number is small enough to refer to people or things: "The three", "all 12".
fn is_few(figure: &Figure) -> bool {
    let few = |value: rust_decimal::Decimal| value.is_integer() && value > 1.into() && value <= 12.into();
    figure.kind == FigureKind::Count && figure.bound == Bound::Exact && figure.value.is_some_and(few)
}

/// Whether the age denotes the person who has it: "The 46-year-old".
fn is_bearer(document: &Document, fact: &Stated) -> bool {
    fact.detail.kind == FigureKind::Age && fact.detail.value.is_some() && document.is(fact.tokens.end - 1, "old")
}

/// Whether the measured entity is only a pronoun.
fn is_pronoun(document: &Document, fact: &Fact<Figure>) -> bool {
    fact.detail.head.is_some_and(|head| document.tags(document.token_at(head.start)).any(Tags::PRONOUN))
}

/// Whether the words next to a number say what happened to people: "4 Shot", "Fire Kills 19".
fn tells_fate(document: &Document, fact: &Stated) -> bool {
    elided::is_of_harmed(document, fact.tokens.start) || elided::is_fate(document, fact.tokens.end)
}

/// Whether a figure counts people to whom something has happened or, for a headline, any people.
fn counts_people(document: &Document, fact: &Fact<Figure>, titled: bool) -> bool {
    let Some(counted) = fact.detail.counted else { return false };
    let phrase = document.tokens_in(counted);
    if phrase.is_empty() || noun::is_state(document, phrase.end - 1) || document.is(phrase.end - 1, "others") {
        return false;
    }
    let one = fact.detail.value == Some(rust_decimal::Decimal::ONE);
    let start = document.tokens_in(fact.span).start;
    let fate = || elided::is_of_harmed(document, start) || elided::is_fate(document, phrase.end);
    fate() || titled && !one && elided::is_people(document, &phrase)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn how_and_all() {
        figures(
            "
Nine wardens were shot, one fatally, in Tarn. Rowe met four adult bargees, 3 men and 1 woman. All four were fined.
^^^^ figure count value=9 counted=[wardens]
                        ^^^ figure count value=1 counted=[wardens]
                                                       ^^^^ figure count value=4 counted=[adult bargees]
                                                                           ^ figure count value=3 counted=[men]
                                                                                     ^ figure count value=1 counted=[woman]
                                                                                                  ^^^^ figure count value=4 counted=[adult bargees]
",
        );
    }

    #[test]
    fn who_is_called_by_an_age_or_a_number() {
        figures(
            "
Ted Dale, 46, met three wardens. The 46-year-old told the three that both 46-year-olds left. A 15-year-old fled. The 15-year-old boy slept.
          ^^ figure age value=46 unit=year counted=[Ted Dale]
                  ^^^^^ figure count value=3 counted=[wardens]
                                     ^^^^^^^^^^^ figure age value=46 unit=year counted=[Ted Dale]
                                                          ^^^^^ figure count value=3 counted=[wardens]
                                                                          ^^^^^^^^^^^^ figure age value=46 unit=year
                                                                                               ^^^^^^^^^^^ figure age value=15 unit=year counted=[boy]
                                                                                                                     ^^^^^^^^^^^ figure age value=15 unit=year counted=[boy]
Of the clerks, 62% of millers smoke. Another 30% say that they drink.
               ^^^ figure percent value=62 unit=percent counted=[millers]
                                             ^^^ figure percent value=30 unit=percent counted=[millers]
",
        );
    }

    #[test]
    fn headlines_before_their_text() {
        figures(
            "
# 2-Year-Old Shot as Four Are Hurt, Nine Seen at Tarn Mill
  ^^^^^^^^^^ figure age value=2 unit=year counted=[boy]
                     ^^^^ figure count value=4 counted=[wardens]
                                    ^^^^ figure count value=9

Four wardens were hurt and a 2-year-old boy was shot when nine barges sank.
^^^^ figure count value=4 counted=[wardens]
                             ^^^^^^^^^^ figure age value=2 unit=year counted=[boy]
                                                          ^^^^ figure count value=9 counted=[barges]
",
        );
    }

    #[test]
    fn nothing_is_told_again_by_chance() {
        figures(
            "
Ada Pike, 46, sold three barges. The five left.
          ^^ figure age value=46 unit=year counted=[Ada Pike]
                   ^^^^^ figure count value=3 counted=[barges]
                                     ^^^^ figure count value=5
",
        );
    }
}
