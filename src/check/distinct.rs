//! Signs that two figures of a text are of different things though both are of one sort: another noun or other
//! adjectives, another person, the opposite change, the rest of another group, one of a series of values.

use rust_decimal::Decimal;

use super::{
    Prepared,
    headline::clause,
    quantity::{Quantity, of_sentence},
    sameness::{digits_kept, share_a_value},
    stems::{content, shared, stem_at},
    sums::{is_one_more, is_share},
};
use crate::{
    grammar::kinds,
    types::{Change, Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList},
};

/// Values of one sort that make a series: doses, prices, years of prison.
const SERIES: usize = 4;
/// Tokens after a share that say what it is of, and what is said about those.
const CLAUSE: usize = 14;
/// Digits, in the same places, that two shares have in common if one is a slip of the other.
const SLIPPED: usize = 2;
/// Words that the surroundings of two shares, amounts or lengths of time must share if they are of one thing.
const NEAR: usize = 2;

/// Whether words or figures around two figures say that they are of different things. `near` are the figures to look
/// at.
pub fn are_distinct(subject: &Prepared, near: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    let [left, right] = [one, other].map(|quantity| figure_of(subject, quantity));
    let (Some(left), Some(right)) = (left, right) else { return false };
    are_other_things(subject, [one, other], [left, right])
        || go_other_ways(&left.detail, &right.detail)
        || are_other_rests(subject.document, near, one, other)
        || are_of_a_series(near, one, other)
        || is_one_more(subject.document, one, other)
        || is_one_more(subject.document, other, one)
        || is_share(subject, one, other)
        || is_part_told(subject, one) != is_part_told(subject, other)
        || are_told_otherwise(subject, one, other)
        || are_of_others(subject, one, other)
        || are_of_other_bodies(subject.document, one, other)
        || are_numbered_apart(subject.document, [one.sentence, other.sentence])
        || is_placed(subject.document, one) != is_placed(subject.document, other)
}

/// The figure that a quantity was made of.
fn figure_of<'a>(subject: &Prepared<'a>, quantity: &Quantity) -> Option<&'a Fact<Figure>> {
    let figures = &subject.facts.figures;
    let at = figures.partition_point(|fact| fact.span.start < quantity.span.start);
    figures[at..].iter().find(|fact| fact.span == quantity.span)
}

/// Whether the nouns differ (except for people, who are called many things), or each noun has adjectives of its own:
/// "122 young trees", "128 tall trees".
fn are_other_things(subject: &Prepared, pair: [&Quantity; 2], figures: [&Fact<Figure>; 2]) -> bool {
    let document = subject.document;
    let noun = |figure: &Fact<Figure>| document.tokens_in(figure.detail.head?).next_back();
    let [Some(one), Some(other)] = figures.map(noun) else { return false };
    let people = pair.iter().all(|quantity| quantity.counts_people);
    let counted = pair.iter().all(|quantity| quantity.unit.is_none());
    if counted && !people && stem_at(document, one) != stem_at(document, other) {
        return true;
    }
    let own = |left: &Quantity, right: &Quantity| {
        left.things.iter().any(|thing| !right.things.contains(thing) && !right.context.contains(thing))
    };
    counted && own(pair[0], pair[1]) && own(pair[1], pair[0])
}

/// Whether one rose and the other fell.
fn go_other_ways(one: &Figure, other: &Figure) -> bool {
    matches!(
        [one.change, other.change],
        [Some(Change::Up), Some(Change::Down)] | [Some(Change::Down), Some(Change::Up)]
    )
}

/// Whether both count "others", next to different figures: who they are depends on the ones named before.
fn are_other_rests(document: &Document, near: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    let rest = |quantity: &Quantity| {
        let behind = quantity.behind;
        document.is(behind, "other") || document.is(behind, "others")
    };
    rest(one) && rest(other) && !share_a_value(near, one, other)
}

/// Whether a figure is called part of something mentioned before: "£2m of those cuts".
fn is_part_told(subject: &Prepared, quantity: &Quantity) -> bool {
    let behind = quantity.behind;
    let told = |at: usize| subject.document.is_one_of(at, const { &WordList::of(["them", "these", "those"]) });
    subject.document.is(behind, "of") && told(behind + 1)
}

/// Whether the article has several values of the sort, and each of the two has another in its sentence.
fn are_of_a_series(quantities: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    let like = |near: &&Quantity| match one.unit {
        Some(_) => near.has_unit_of(one),
        None => near.unit.is_none() && shared(&near.things, &one.things) > 0,
    };
    let beside =
        |figure: &Quantity| of_sentence(quantities, figure).iter().filter(like).any(|near| near.span != figure.span);
    let mut values: Vec<Decimal> = quantities.iter().filter(like).map(|near| near.value).collect();
    values.sort_unstable();
    values.dedup();
    values.len() >= SERIES && beside(one) && beside(other)
}

/// Whether two shares or lengths of time have different words around them, however alike the rest of their sentences,
/// or two shares of one group say different things about it: "60% of rowers own a barge".
fn are_told_otherwise(subject: &Prepared, one: &Quantity, other: &Quantity) -> bool {
    let document = subject.document;
    let told = |quantity: &Quantity| {
        let behind = quantity.behind;
        let end = (behind + CLAUSE).min(document.sentences[quantity.sentence as usize].tokens.end as usize);
        document.is(behind, "of").then(|| content(document, behind..end))
    };
    let share = one.kind == FigureKind::Percent;
    let varies = share || one.kind == FigureKind::Duration;
    let group = shared(&one.things, &other.things) + NEAR;
    let apart = |one: &[u32], other: &[u32]| one.len().min(other.len()) >= group && shared(one, other) < group;
    let asked = || matches!([told(one), told(other)], [Some(one), Some(other)] if apart(&one, &other));
    // 44.7 and 44.2 per cent are not alike by chance.
    let slipped = digits_kept(one.value, other.value).is_some_and(|kept| kept >= SLIPPED);
    if slipped {
        return false;
    }
    share && asked() || varies && shared(&clause(subject.document, one), &clause(subject.document, other)) < NEAR
}

/// Whether two amounts or lengths of time are of different people: each sentence names one, other than the speaker,
/// before its figure.
fn are_of_others(subject: &Prepared, one: &Quantity, other: &Quantity) -> bool {
    let owner = |quantity: &Quantity| owner(subject, quantity);
    is_owned(one) && matches!([owner(one), owner(other)], [Some(one), Some(other)] if one != other)
}

/// Whether a figure is one that people and organisations have: an amount, a share, a length of time.
fn is_owned(quantity: &Quantity) -> bool {
    matches!(quantity.kind, FigureKind::Duration | FigureKind::Money | FigureKind::Percent)
}

/// The person last named in the sentence before a figure, except its speaker, as an index into `ArticleFacts::people`.
fn owner(subject: &Prepared, quantity: &Quantity) -> Option<usize> {
    let people = subject.facts.people.iter().enumerate();
    let named = people.flat_map(|(index, person)| person.mentions.iter().map(move |mention| (mention, index)));
    let quote = figure_of(subject, quantity).and_then(|fact| fact.detail.in_quote);
    let speaker = quote.and_then(|quote| subject.facts.quotes[quote as usize].detail.speaker.as_ref()?.person);
    let before = named.filter(|(mention, index)| {
        let speaks = speaker == Some(*index as u32);
        mention.sentence == quantity.sentence && mention.span.end <= quantity.span.start && !speaks
    });
    before.max_by_key(|(mention, _)| mention.span.end).map(|(_, index)| index)
}

/// Whether a clause before a figure names its place or case: "to the quarry, where they counted 50".
fn is_placed(document: &Document, quantity: &Quantity) -> bool {
    let first = quantity.first;
    let start =
        first.saturating_sub(SERIES).max(document.sentences[quantity.sentence as usize].tokens.start as usize + 1);
    (start..first).any(|at| document.is(at, "where"))
}

/// Whether the sentences are about two numbered things: "the first survey found … The second survey found …".
pub fn are_numbered_apart(document: &Document, sentences: [u32; 2]) -> bool {
    let ordinals = |sentence: u32| {
        let tokens = &document.sentences[sentence as usize].tokens;
        (tokens.start as usize..tokens.end as usize).filter(|&at| document.tags(at).any(Tags::ORDINAL))
    };
    let noun = |at: usize| kinds::is_word(document, at + 1);
    let apart = |one: usize, other: usize| {
        let nouns = noun(one) && noun(other);
        nouns && !document.same_word(one, other) && document.same_word(one + 1, other + 1)
    };
    ordinals(sentences[0]).any(|one| ordinals(sentences[1]).any(|other| apart(one, other)))
}

/// Whether two amounts, shares or lengths of time are in sentences that open with different names of two words or more:
/// "Dale Mills Ltd. won … Reed Barges Ltd. won …". The kind of company does not count as a shared word.
fn are_of_other_bodies(document: &Document, one: &Quantity, other: &Quantity) -> bool {
    if !is_owned(one) {
        return false;
    }
    let [one, other] = [one, other].map(|quantity| opening_name(document, quantity));
    one.len() > 1 && other.len() > 1 && shared(&one, &other) == 0
}

/// Stems of the words of the name that a sentence opens with, sorted; empty if that person or body only speaks.
fn opening_name(document: &Document, quantity: &Quantity) -> Vec<u32> {
    const KINDS: WordList<9> =
        WordList::of(["co", "company", "corp", "corporation", "group", "inc", "ltd", "plc", "the"]);
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let named = |at: &usize| document.tags(*at).any(Tags::CAPITALISED) || document.is(*at, ".");
    let end = quantity.first;
    let name = (tokens.start as usize..end).take_while(named);
    let mut stems: Vec<u32> = Vec::new();
    let mut last = tokens.start as usize;
    for at in name {
        last = at + 1;
        if document.tokens[at].kind == TokenKind::Word && !document.is_one_of(at, &KINDS) {
            stems.push(stem_at(document, at));
        }
    }
    if document.tags(last).any(Tags::CUE) {
        stems.clear();
    }
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use crate::testing::findings;

    const CHECK: &str = "within.conflicting_figure";

    #[test]
    fn other_things_people_and_ways_are_silent() {
        for text in [
            "Wardens felled 122 young trees by the old mill in Bramfield. In all 128 tall trees by the old mill in Bramfield fell.",
            "Ann Dale pleaded guilty and was sentenced to 38 months in prison for the Bramfield mill fire. Tom Reed pleaded guilty and was sentenced to 17 months in prison for the Bramfield mill fire.",
            "Shares in the Bramfield mill rose 25 cents on the town market. Shares in the Bramfield barge yard fell 75 cents on the town market.",
            "Five workers and 17 others were hurt in the Bramfield mill fire on the hill. At least 11 others were hurt in the Bramfield mill fire.",
            "Pike Barges Ltd. keeps a £28.6m ferry loan from Bramfield for old moorings. Reed Lock Gates Ltd. signed a £28.1m ferry loan from Bramfield for new piers.",
            "The first survey of Bramfield millers found 71% had wet boots and red hats. The second survey of young bargees in Tarn found 79% had wet boots and red hats.",
            "Some 86% of visitors to the Bramfield mill museum carried lunch. The study said 16% of visitors to the Bramfield mill museum came twice.",
        ] {
            findings(CHECK, text, "");
        }
    }

    #[test]
    fn the_same_thing_in_the_same_words_is_told() {
        for (text, expected) in [
            (
                "Ann Dale bought a 18.8% stake in the Bramfield mill on Monday. The town said that Ann Dale bought the 18.5% stake in the Bramfield mill.",
                r#"conflicts warning "18.8%" "18.5%": 18.8 and 18.5 for what seems one quantity"#,
            ),
            (
                "Five people died and 143 others were hurt in the Bramfield mill fire. The Bramfield mill fire left five people dead and 146 others hurt, wardens said.",
                r#"conflicts warning "143" "146": 143 and 146 for what seems one quantity"#,
            ),
        ] {
            findings(CHECK, text, expected);
        }
    }
}
