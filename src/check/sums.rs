//! Whether two values of one thing differ by something counted next to one of them: 6 hurt, where the text has "five
//! men and a woman"; 11 dead, where it has "twelve people, including the gunman".

use rust_decimal::Decimal;

use super::{
    Prepared,
    headline::counted_word,
    quantity::{Place, Quantity},
    stems::{shared, stem},
};
use crate::{
    grammar::kinds,
    types::{Document, FigureKind, Tags, TokenKind, WordList},
};

/// Differences below this are in every text: they count only in the sentence of the figure.
const SMALL: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// The most sentences between the figure and a larger difference, or an amount, which is rarely equal by chance.
const REACH: u32 = 3;
const REACH_OF_AMOUNTS: u32 = 6;
/// The share of a value that may be lost to rounding when it is stated as a percentage of another.
const SLACK: Decimal = Decimal::from_parts(2, 0, 0, false, 2);
/// Words before a figure in which to look for one more item.
const ITEM: usize = 4;
/// Tokens from a figure in which to look for one more person.
const JOINED: usize = 12;

/// Whether a figure of the headline and one of the text differ by something else that the text counts nearby and the
/// headline does not list. `title` and `body` are the figures of both.
pub fn is_sum(document: &Document, figure: &Quantity, best: &Quantity, [title, body]: [&[&Quantity]; 2]) -> bool {
    let rest = figure.value.max(best.value) - figure.value.min(best.value);
    // "3 men and a boy" are listed one by one, so there is no sum.
    let listed =
        |other: &&&Quantity| other.span != figure.span && other.has_unit_of(figure) && is_named(document, other);
    if title.iter().filter(listed).any(|other| other.value == rest) {
        return false;
    }
    let reach = match figure.unit {
        _ if rest < SMALL => 0,
        Some(_) => REACH_OF_AMOUNTS,
        None => REACH,
    };
    let addend = |other: &&&Quantity| {
        let near = other.sentence.abs_diff(best.sentence) <= reach && other.span != best.span;
        near && other.value == rest && other.has_unit_of(figure) && is_alike(document, figure, best, other)
    };
    let added = body.iter().any(|other| addend(&other));
    added
        || is_one_more(document, figure, best)
        || are_all_of_sentence(document, figure, best, body)
        || is_item_more(document, figure, best)
        || is_rounded_sum(figure, best, body)
}

/// Whether an amount of the headline is the rounded sum of two others in one sentence near that of the text.
fn is_rounded_sum(figure: &Quantity, best: &Quantity, body: &[&Quantity]) -> bool {
    if figure.kind != FigureKind::Money {
        return false;
    }
    let near = |other: &&&Quantity| other.sentence.abs_diff(best.sentence) <= REACH && other.has_unit_of(figure);
    let amounts: Vec<&&Quantity> = body.iter().filter(near).collect();
    amounts.windows(2).filter(|pair| pair[0].sentence == pair[1].sentence).any(|pair| {
        let sum = pair[0].value.checked_add(pair[1].value);
        sum.is_some_and(|sum| (sum - figure.value).abs() * Decimal::TWO <= figure.grain)
    })
}

/// Whether the headline names what a figure counts: not "1 critically", nor "1 dead" of those before.
fn is_named(document: &Document, figure: &Quantity) -> bool {
    let behind = figure.behind;
    let manner = document.tokens.get(behind).is_none_or(|next| document.text(next.span).ends_with("ly"));
    let word = counted_word(document, figure);
    !manner && word.is_some() && word != figure.fate
}

/// Whether a figure of the headline is the sum of the people counted in a sentence of the text, perhaps plus one more
/// mentioned there.
fn are_all_of_sentence(document: &Document, figure: &Quantity, best: &Quantity, body: &[&Quantity]) -> bool {
    if figure.unit.is_some() || !best.counts_people {
        return false;
    }

    // "Shot" includes both the dead and the hurt.
    let met =
        |fate: Option<u32>| fate.is_none() || figure.fate.is_none_or(|met| Some(met) == fate || met == stem("shot"));
    let counted = body.iter().filter(|other| other.sentence == best.sentence && other.counts_people && met(other.fate));
    let values: Vec<Decimal> = counted.map(|other| other.value).collect();
    let sum: Decimal = values.iter().sum();
    // "One man" is already counted.
    let joined = || is_one_joined(document, best.behind);
    let one_more = || !values.contains(&Decimal::ONE) && (joined() || is_one_more_told(document, best));
    sum == figure.value || sum + Decimal::ONE == figure.value && one_more()
}

/// Whether two counts differ by one item that comes right before one of them, with a determiner or, in the headline, by
/// name: "that barge, six rafts", "Reed's Boat, 42 Others".
fn is_item_more(document: &Document, figure: &Quantity, best: &Quantity) -> bool {
    let named = |quantity: &Quantity| {
        let Some(joint) = quantity.first.checked_sub(1) else { return false };
        let joined = document.is_one_of(joint, const { &WordList::of(["and", ",", "plus"]) });
        let words = (joint.saturating_sub(ITEM)..joint).rev();
        let mut words = words.take_while(|&at| document.tokens[at].kind == TokenKind::Word);
        let one =
            |at: usize| document.is_one_of(at, const { &WordList::of(["a", "an", "one", "that", "the", "this"]) });
        let name = joint.checked_sub(1).is_some_and(|at| document.tags(at).any(Tags::CAPITALISED));
        joined && (quantity.place == Place::Title && name || words.any(one))
    };
    figure.unit.is_none() && (figure.value - best.value).abs() == Decimal::ONE && (named(figure) || named(best))
}

/// Whether two counts differ by one that is joined to the second or, for people, by one person mentioned near it or by
/// the perpetrator.
pub fn is_one_more(document: &Document, one: &Quantity, two: &Quantity) -> bool {
    let counts = one.unit.is_none() && two.unit.is_none();
    if !counts || (one.value - two.value).abs() != Decimal::ONE {
        return false;
    }
    if is_one_joined(document, two.behind) {
        return true;
    }
    if !one.counts_people && !two.counts_people {
        return false;
    }
    let others = [one, two].map(|figure| {
        let behind = figure.behind;
        document.is(behind, "other") || document.is(behind, "others")
    });

    others[0] != others[1]
        || !others[0] && (is_one_more_told(document, two) || ends_with_the_doer(document, &[one, two]))
}

/// Whether a share in the sentence of one of two figures, or in the next two, makes the smaller out of the larger, to
/// within its rounding: 122, where the text has "128, of which 95.3%".
pub fn is_share(subject: &Prepared, one: &Quantity, two: &Quantity) -> bool {
    let (low, high) = if one.value < two.value { (one, two) } else { (two, one) };
    let near =
        |sentence: u32| [one, two].iter().any(|figure| (0..=2).contains(&(sentence as i64 - figure.sentence as i64)));
    let figures = &subject.facts.figures;
    let shares = figures
        .iter()
        .filter(|fact| matches!(fact.detail.kind, FigureKind::Percent | FigureKind::Proportion) && near(fact.sentence));
    let mut parts = shares.filter_map(|fact| {
        let value = fact.detail.value?;
        let share =
            if fact.detail.kind == FigureKind::Percent { value.checked_div(Decimal::ONE_HUNDRED)? } else { value };
        high.value.checked_mul(share)
    });
    let slack = (low.value * SLACK).min(low.grain);
    one.kind != FigureKind::Percent && parts.any(|part| (part - low.value).abs() <= slack)
}

/// Whether a sentence mentions someone who killed others and himself: some counts include him, some do not.
fn ends_with_the_doer(document: &Document, figures: &[&Quantity]) -> bool {
    const DONE: WordList<5> = WordList::of(["herself", "himself", "self", "suicide", "themselves"]);
    let tokens = |figure: &Quantity| document.sentences[figure.sentence as usize].tokens.clone();
    let mut all = figures.iter().flat_map(|figure| tokens(figure));
    all.any(|at| document.is_one_of(at as usize, &DONE))
}

/// Whether a figure may be of the same group as two others: an amount, or the same thing or people with no different
/// fate.
fn is_alike(document: &Document, figure: &Quantity, best: &Quantity, other: &Quantity) -> bool {
    let fates = [figure, other].map(|figure| figure.fate);
    let apart = matches!(fates, [Some(one), Some(other)] if one != other);
    let thing = shared(&other.things, &figure.things) + shared(&other.things, &best.things) > 0;
    let people = || best.counts_people && (other.counts_people || fates[1].is_some());
    // "They saved 700 rowers and the wardens 200 more."
    let more = || document.is(other.behind, "more");
    figure.unit.is_some() || !apart && (thing || people() || more())
}

/// Whether the words around a figure mention one more person: "a girl and four others", "six people and himself".
fn is_one_more_told(document: &Document, quantity: &Quantity) -> bool {
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let (first, behind) = (quantity.first, quantity.behind);
    let start = first.saturating_sub(JOINED).max(tokens.start as usize);
    let end = (behind + JOINED).min(tokens.end as usize);
    (start..first).chain(behind..end).any(|at| is_one(document, at))
}

/// Whether `and` joins one more right after what is counted, whatever they are called: "six weavers and an apprentice".
fn is_one_joined(document: &Document, behind: usize) -> bool {
    let word = |at: usize| kinds::is_word(document, at);
    let and = (behind + 1..behind + 4).find(|&at| document.is(at, "and"));
    let one = |at: usize| document.is(at, "one") || document.tags(at).any(Tags::ARTICLE | Tags::POSSESSIVE);
    and.is_some_and(|and| (behind..and).all(word) && one(and + 1) && word(and + 2) && !document.ends_in(and + 2, "s"))
}

/// Tags of words that end a noun phrase.
const ENDS: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::PRONOUN);

/// Whether one person is mentioned at a token, joined to others by `and` or the like.
fn is_one(document: &Document, at: usize) -> bool {
    let joins = |at: usize| {
        document.is_one_of(at, const { &WordList::of(["and", ",", "plus", "with", "including", "before"]) })
    };
    let any = |words: &[&str]| words.iter().any(|word| document.is(at, word));
    let joined = at > 0 && joins(at - 1);
    if any(&["he", "her", "herself", "him", "himself", "self", "she"]) {
        // "And her three children" do not include her.
        let owns = document.is(at, "her") && kinds::is_word(document, at + 1);
        return (joined && !owns) || joins(at + 1);
    }
    const PEOPLE: WordList<5> = WordList::of(["gunman", "shooter", "teen", "teenager", "toddler"]);
    let person = |at: &usize| document.tags(*at).any(Tags::PERSON_NOUN) || document.is_one_of(*at, &PEOPLE);
    // "A 14-year-old local boy" takes eight tokens.
    let noun = (at + 1..at + 9).take_while(|&at| !document.tags(at).any(ENDS)).find(person);
    any(&["a", "an", "another", "one", "the"]) && noun.is_some_and(|noun| joined || joins(noun + 1))
}

#[cfg(test)]
mod tests {
    use crate::testing::findings;

    const CHECK: &str = "within.headline_figure";

    #[test]
    fn what_is_counted_beside_explains_another_value() {
        for text in [
            "# 4 hurt in Bramfield mill fire\n\nA fire at the Bramfield mill hurt three workers and a 14-year-old boy.",
            "# 4 hurt in Bramfield mill fire\n\nAnn Dale and three others were hurt in a fire at the Bramfield mill.",
            "# 6 shot in Bramfield on Monday\n\nTwo men were killed and three girls and a boy were wounded in Bramfield on Monday.",
            "# Bramfield closes 7 barge lines\n\nThe town will close that grey ferry, six barge lines and a mill.",
            "# 7 hurt as Ostwick loft falls\n\nSix weavers and an apprentice were hurt when a loft fell at Ostwick.",
            "# 7 lost in Ostwick fog\n\nFive juveniles, the youngest aged 11, and two adults were lost in fog at Ostwick.",
            "# 3 dead in Bramfield mill fire\n\nA miller set fire to the Bramfield mill, killing two workers and himself.",
        ] {
            findings(CHECK, text, "");
        }
    }

    #[test]
    fn amounts_may_be_added_up_and_rounded_and_told_as_shares() {
        for text in [
            "# Miller leaves with $240m\n\nThe miller of Bramfield leaves with a $180m deal. He sells his share for $55.5m and keeps land worth $184m.",
            "# Rowers give $10m to mill\n\nThe mill in Bramfield raised $15m at a feast. The miller rowed there. Two-thirds of the money was given by rowers.",
        ] {
            findings(CHECK, text, "");
        }
    }

    #[test]
    fn what_the_headline_counts_of_the_same_people_is_part_of_them() {
        findings(
            CHECK,
            "# 4 hurt, 1 badly, in Bramfield mill fire\n\nA fire at the Bramfield mill left one man in a bad state and three others hurt.",
            r#"agrees info "1" "one": “1” in the headline, “one” in the text"#,
        );
    }

    #[test]
    fn what_the_headline_counts_by_itself_is_no_addend() {
        findings(
            CHECK,
            "# 12 millers, 2 rowers hurt in Bramfield fire\n\nTen millers and two rowers were hurt in a fire in Bramfield.",
            r#"
conflicts warning "12" "Ten": “12” in the headline, “Ten” in the text
agrees info "2" "two": “2” in the headline, “two” in the text
"#,
        );
    }

    #[test]
    fn people_with_another_fate_and_other_words_explain_nothing() {
        findings(
            CHECK,
            "# 9 charged after Bramfield mill fire\n\nThree men were charged over a fire at the Bramfield mill that left six people hurt.",
            r#"
conflicts warning "9" "Three": “9” in the headline, “Three” in the text
"#,
        );
        findings(
            CHECK,
            "# 4 workers hurt at Bramfield mill\n\nA neighbour heard a cry and saw that three workers were hurt at a mill in Bramfield.",
            r#"
conflicts warning "4" "three": “4” in the headline, “three” in the text
"#,
        );
    }
}
