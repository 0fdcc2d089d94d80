//! What a figure counts, the measured entity: after it ("212 applications"), as a predicate ("four of these were
//! clerks"), before it ("complaints rose to 16"), or as in the clause before ("three resigned").

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    aged, apart, assessed, clause, elided, head, label, lasting, measured, noun, object, partitive,
    phrase::{self, HowMany, Phrase},
    price, retold,
    stated::Stated,
    things, total,
};
use crate::{
    grammar::{classes, endings},
    types::{Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList},
};

/// What precedes a figure in its article.
#[derive(Debug, Default)]
pub struct Before {
    /// Tokens of the last figure.
    pub figure: Range<usize>,
    /// What the last figure counts.
    pub phrase: Option<Phrase>,
    /// What the last figure that is not a date counts.
    pub amount: Option<Phrase>,
    /// What the last number of things counts, which "three resigned" counts again.
    pub things: Option<Phrase>,
    /// The same for people, for verbs of which only people are the subject: "three were hurt".
    pub people: Option<Phrase>,
}

/// Sets `counted` and `head` of every figure whose measured entity is stated.
pub fn attach(document: &Document, figures: &mut [Fact<Figure>]) {
    let mut before = Before::default();
    for at in 0..figures.len() {
        let (earlier, rest) = figures.split_at_mut(at);
        let fact = &mut rest[0];
        let stated = Stated::of(document, fact);
        let repeats = stated.detail.kind != FigureKind::Date && repeats(document, before.figure.end, &stated);
        let phrase = if repeats { before.phrase.take() } else { phrase(document, &stated, &mut before) };
        let phrase = phrase.map(|phrase| behind_hyphen(document, phrase));
        let phrase = phrase.map(|phrase| head::in_block(document, phrase));
        let figure = stated.tokens.clone();
        if let Some(phrase) = phrase.clone() {
            fact.detail.counted = Some(document.span(phrase.clone()));
            fact.detail.head = Some(document.span(head::of(document, &phrase)));
        } else if let Some((whole, head)) = retold::before(document, &stated, earlier) {
            (fact.detail.counted, fact.detail.head) = (whole, head);
        }
        let amount = if fact.detail.kind == FigureKind::Date { before.amount } else { phrase.clone() };
        before = Before { figure, phrase, amount, ..before };
    }
    retold::attach_by_later(document, figures);
}

/// The phrase without a first part that is a number of its own: `pretax profit` in "first-half pretax profit".
fn behind_hyphen(document: &Document, phrase: Phrase) -> Phrase {
    let half = document.tokens[phrase.start].kind == TokenKind::Dash && phrase.len() > 2;
    // "A 7.1-magnitude earthquake".
    let scale = document.is(phrase.start, "magnitude") && phrase.len() > 1;
    phrase.start + 2 * usize::from(half) + usize::from(scale)..phrase.end
}

fn phrase(document: &Document, fact: &Stated, before: &mut Before) -> Option<Phrase> {
    if fact.detail.kind == FigureKind::Date {
        return None;
    }
    let Range { start, end } = fact.tokens.clone();
    if let Some(label) = label::before(document, start, end) {
        return Some(label);
    }
    let found = match fact.detail.kind {
        FigureKind::Date => None,
        FigureKind::Score => phrase::behind(document, fact.tokens.end, HowMany::One),
        FigureKind::Duration => lasting::lasting(document, fact, before),
        FigureKind::Count | FigureKind::Number | FigureKind::Range | FigureKind::Proportion => {
            number_of_things(document, fact, before)
        }
        FigureKind::Ordinal | FigureKind::Age => aged::person_or_thing(document, fact),
        FigureKind::Percent | FigureKind::Money | FigureKind::Measure => measured::measured(document, fact, before),
    };
    found.filter(|found| partitive::may_be_them(document, end, found))
}

/// The noun of a bare number; without one, the subject of the clause or what was counted before.
fn number_of_things(document: &Document, fact: &Stated, before: &mut Before) -> Option<Phrase> {
    if elided::is_of_parent(document, fact.tokens.clone()) {
        return None;
    }
    let own = things::of_number(document, fact);
    // "One of the first to go" says nothing about the subject.
    let Range { start, end } = fact.tokens.clone();
    if own.is_none() && document.is(end, "of") && document.tags(end + 2).any(Tags::ORDINAL) {
        return None;
    }
    // "Ten barges (of about 40)".
    if own.is_none() && start > 1 && document.is(start - 1, "of") && document.is(start - 2, "(") {
        return before.things.clone();
    }
    let size = || price::noun_before(document, before.figure.end, start).filter(|_| is_size(document, fact));
    let size = || size().or_else(|| assessed::assessed(document, start));
    let more = || pair_of(document, fact);
    let total = || total::is_total(document, fact).then(|| object_or_subject(document, fact, before)).flatten();
    // "One dead, 9 injured": the nine are not dead.
    let things = |things: &Phrase| !noun::is_state(document, things.end - 1);
    // "Up 12 points to 3,050" counts nothing of the sentence before.
    let level = start > 0 && document.is_one_of(start - 1, const { &WordList::of(["at", "to"]) });
    let far = before.things.as_ref().is_none_or(|things| document.tokens[things.start].sentence != fact.sentence);
    let elided = || elided::is_elided(document, fact) && !(level && far && fact.may_be_amount());
    let again = || elided().then(|| elided::things(document, fact, before)).flatten().filter(things);
    // "Two thirds of it are lost" is not an amount, "fell by two thirds" is.
    let amount = || {
        (fact.may_be_amount() && !document.is(end, "of") && !noun::is_doing(document, end))
            .then(|| measured::measured(document, fact, before))
            .flatten()
    };
    let things_behind = own.as_ref().is_some_and(|own| {
        // "A family of 4 comes home".
        let verb = own.len() == 1 && document.tags(own.start).any(Tags::VERB);
        endings::is_plural(document, own.end - 1) && !verb
    });
    let group = || size().filter(|found| !things_behind && price::is_group(document, found.end - 1));
    let told = group().or_else(|| own.clone()).or_else(size).or_else(more).or_else(total).or_else(again);
    let whom =
        |found: &Phrase| own.is_some() || !elided::is_of_harmed(document, start) || elided::is_people(document, found);
    let found = told.clone().or_else(amount).filter(whom);
    // Levels of an index that follow its points belong to the index.
    let points = found.as_ref().is_some_and(|found| found.len() == 1 && document.is(found.start, "points"));
    if (fact.detail.kind != FigureKind::Proportion || own.is_some()) && !points && !elided::is_aside(document, fact) {
        before.things = told.clone().or(before.things.take());
        let people = told.clone().filter(|found| elided::is_people(document, found));
        before.people = people.or(before.people.take());
    }
    found
}

/// The noun before the number: "A day or two", "another pick or two".
fn pair_of(document: &Document, fact: &Stated) -> Option<Phrase> {
    let or = fact.tokens.start.checked_sub(1).filter(|&at| document.is(at, "or"))?;
    let two = fact.detail.value == Some(Decimal::TWO);
    two.then(|| phrase::before(document, or))?
}

/// Whether an `of` precedes a number without a noun: "A population of 3,400", "a crowd of 52".
fn is_size(document: &Document, fact: &Stated) -> bool {
    let start = fact.tokens.start;
    start > 0 && document.is(start - 1, "of") && fact.detail.kind != FigureKind::Proportion
}

/// The subject of the clause; that of the previous figure where the two are joined: "rose 3% to 54".
pub fn subject(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let start = fact.tokens.start;
    if apart::opens_with(document, &fact.tokens) {
        return None;
    }
    // "Takings of £9, a drop from £12": as for the new level.
    if start > 3
        && document.is_one_of(start - 1, const { &WordList::of(["from", "to"]) })
        && document.tags(start - 2).any(Tags::CHANGE)
        && document.is_one_of(start - 3, &classes::INDEFINITE_ARTICLES)
        && document.is(start - 4, ",")
    {
        return before.phrase.clone().filter(|phrase| document.tokens[phrase.start].sentence == fact.sentence);
    }
    // "Thefts topped 40": the verb is part of the bound.
    let start = start + usize::from(total::is_reached(document, start));
    let joined =
        before.figure.end + 1 == start && document.is_one_of(start - 1, const { &WordList::of(["to", "from", "at"]) });
    if joined && before.phrase.is_some() {
        return before.phrase.clone();
    }
    clause::subject(document, &before.figure, start)
}

fn object_or_subject(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let start = fact.tokens.start;
    let object = object::changed(document, start).or_else(|| object::changed_to(document, start));
    object.or_else(|| subject(document, fact, before))
}

/// Whether the second figure only restates the first, which ends before token `at`, in another unit: "£20m ($27m)",
/// "190 points, or 0.6%".
fn repeats(document: &Document, at: usize, second: &Stated) -> bool {
    let Range { start: end, end: behind } = second.tokens;
    if at == 0 || end > at + 2 || end == 0 {
        return false;
    }
    // "6,650 posts, or 5% of its staff" has its own noun, and "34 points, or 2%" belong to the index.
    if document.is(behind, "of") || document.tags(behind).any(Tags::DETERMINER) || document.is(at, "points") {
        return false;
    }
    // "12 millers or 14 wardens" are two numbers of things, "fell 3% or 46 points" is one size in two units.
    let things = || {
        matches!(second.detail.kind, FigureKind::Count | FigureKind::Range)
            && !document.tags(at - 1).any(Tags::PERCENT)
            && things::of_number(document, second).is_some()
    };
    // "£20m ($27m; 22m euros)".
    let third =
        second.detail.kind == FigureKind::Money && document.is_one_of(at, const { &WordList::of([",", "/", ";"]) });
    let third = third
        && document.is(behind, ")")
        && !document.is(behind + 1, "of")
        && phrase::behind(document, behind + 1, HowMany::Several).is_none();
    (document.is(at, "(") || third) && at + 1 == end || document.is(end - 1, "or") && !things()
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn numbers_between_of_and_noun() {
        figures(
            "
Dale is one of only two wardens in Tarn, and one of the 3 million readers it has.
        ^^^ figure count value=1 counted=[wardens]
                    ^^^ figure count value=2 counted=[wardens]
                                             ^^^ figure count value=1 counted=[readers]
                                                        ^^^^^^^^^ figure count value=3000000 counted=[readers]
",
        );
    }

    #[test]
    fn compounds_count_the_noun_they_hang_on() {
        figures(
            "
A two-barge convoy hit a 40-strong flock near the six-arch bridge, and three were hurt.
  ^^^ figure count value=2 counted=[barge]
                         ^^ figure count value=40 counted=[flock]
                                                  ^^^ figure count value=6 counted=[arch]
                                                                       ^^^^^ figure count value=3 counted=[flock]
",
        );
    }

    #[test]
    fn behind_before_and_between() {
        figures(
            "
Wages for porters grew by 4%.
                          ^^ figure percent value=4 unit=percent change=up counted=[Wages for porters]
Copper, the dearest metal, fell 2%, a fall of 3% in output.
                                ^^ figure percent value=2 unit=percent change=down counted=[Copper]
                                              ^^ figure percent value=3 unit=percent change=down counted=[output]
Bilton spent £3m in cash on tickets worth £20.
             ^^^ figure money value=3000000 unit=GBP counted=[cash]
                                          ^^^ figure money value=20 unit=GBP counted=[tickets]
",
        );
    }

    #[test]
    fn two_numbers_of_things() {
        figures(
            "
The barge holds 12 millers or 14 wardens.
                ^^ figure count value=12 counted=[millers]
                              ^^ figure count value=14 counted=[wardens]
",
        );
    }

    #[test]
    fn two_currencies_measure_one_thing() {
        figures(
            "
The barn cost £20m ($27m).
              ^^^^ figure money value=20000000 unit=GBP counted=[barn]
                    ^^^^ figure money value=27000000 unit=USD counted=[barn]
",
        );
    }

    #[test]
    fn owners_lists_and_ranks() {
        figures(
            "
One of Mr. Dorrin's rivals spoke after the 26th unintentional shooting in Tarn.
^^^ figure count value=1 counted=[Mr. Dorrin's rivals]
                                           ^^^^ figure ordinal value=26 counted=[unintentional shooting]
Prices rose after a price rise of 4%, and the fire left one dead and three hurt.
                                  ^^ figure percent value=4 unit=percent change=up counted=[price]
                                                        ^^^ figure count value=1 counted=[dead]
                                                                     ^^^^^ figure count value=3
Tarn is one of the world’s largest makers of bells.
        ^^^ figure count value=1 counted=[world’s largest makers]
The cases hold 500 and 1,000 songs for the first two days of the first year.
               ^^^ figure count value=500 counted=[songs]
                       ^^^^^ figure count value=1000 counted=[songs]
                                       ^^^^^^^^^^^^^^^^^^ figure duration value=2 unit=day resolved=P2D
                                                                 ^^^^^ figure ordinal value=1 counted=[year]
Wardens and 51-year-old Capt. Tom Dorrin held 23 Dorrian and Velish sea traders and found two men dead in two cosmetics labels.
            ^^^^^^^^^^^ figure age value=51 unit=year counted=[Capt. Tom Dorrin]
                                              ^^ figure count value=23 counted=[Dorrian and Velish sea traders]
                                                                                          ^^^ figure count value=2 counted=[men]
                                                                                                          ^^^ figure count value=2 counted=[cosmetics labels]
",
        );
    }

    #[test]
    fn nothing_is_counted_in_the_next_sentence() {
        figures(
            "
The toll rises to 85.
                  ^^ figure count value=85 change=up counted=[toll]
Geese passed overhead, and soon there were 12.
                                           ^^ figure count value=12 counted=[Geese]
Ponies stayed.
",
        );
    }

    #[test]
    fn nothing_counted() {
        figures(
            "
Seven.
^^^^^ figure count value=7
",
        );
    }

    #[test]
    fn neither_how_nor_what_they_do_is_counted() {
        figures(
            "
Tarn lost the next four straight, a family of 4 comes home, and the nine voting to leave left.
                   ^^^^ figure count value=4
                                              ^ figure count value=4 counted=[family]
                                                                    ^^^^ figure count value=9
",
        );
    }

    #[test]
    fn a_body_owns_what_is_counted() {
        figures(
            "
The road was closed by seven Sheriff's Department vehicles.
                       ^^^^^ figure count value=7 counted=[Sheriff's Department vehicles]
",
        );
    }

    #[test]
    fn neither_what_one_showed() {
        figures(
            "
Only one showed Ms Pike; she was not the first pin-up. Rowe was one of three bargees aboard.
     ^^^ figure count value=1
                                         ^^^^^ figure ordinal value=1 counted=[pin-up]
                                                                ^^^ figure count value=1 counted=[bargees]
                                                                       ^^^^^ figure count value=3 counted=[bargees]
",
        );
    }

    #[test]
    fn thousands_do_something() {
        figures(
            "
Hundreds flee floods in Tarn. She scored four scores in a row.
^^^^^^^^ figure count low=100 high=1000 bound=approx
                                         ^^^^ figure count value=4
",
        );
    }

    #[test]
    fn what_follows_a_number_and_a_hyphen() {
        figures(
            "
First-half pretax profit rose to £12m.
^^^^^ figure ordinal value=1 counted=[half]
                                 ^^^^ figure money value=12000000 unit=GBP change=up counted=[pretax profit]
",
        );
    }

    #[test]
    fn a_third_currency_and_a_drop_in_apposition() {
        figures(
            "
Profits rose to £20m ($27m; 22m euros). Takings were £9, a drop from £12.
                ^^^^ figure money value=20000000 unit=GBP change=up counted=[Profits]
                      ^^^^ figure money value=27000000 unit=USD counted=[Profits]
                            ^^^^^^^^^ figure money value=22000000 unit=EUR counted=[Profits]
                                                     ^^ figure money value=9 unit=GBP counted=[Takings]
                                                                     ^^^ figure money value=12 unit=GBP counted=[Takings]
",
        );
    }
}
