//! What an amount measures: "£3m in cash", "tickets for £20", "wages grew by 4%".

use super::{
    apart, assessed, beside,
    counted::{self, Before},
    dealt, described, elided, inside, level, object, partitive,
    phrase::{self, HowMany, Phrase},
    price, purse, sized,
    stated::Stated,
    verb,
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, FigureKind, Tags, TokenKind, WordList},
};

/// The measured entity of an amount: the noun after it, the noun before an `of` or `for`, or the subject.
pub fn measured(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let range = fact.tokens.clone();
    let (start, end) = (range.start, range.end);
    let (at, of) = partitive::partitive_of_amount(document, price::over_rate(document, end));
    if start > 0 && is_sign(document, start - 1) {
        return phrase::before(document, start - 1);
    }
    if dealt::is_converted(document, start, before) {
        return before.phrase.clone();
    }
    if dealt::is_sold_to_somebody(document, start)
        || purse::is_robbed(document, start)
        || object::is_margin(document, start)
        || object::is_claimed(document, start) && !document.is(end, "in")
    {
        return None;
    }
    if let Some(things) = elided::told_before(document, fact, before) {
        return Some(things);
    }
    if of && partitive::is_back_reference(document, at - 1) && document.ends_in(at, "ed") {
        return Some(at - 1..at + 1);
    }
    let behind = noun_behind(document, at).filter(|_| !sized::is_bracketed(document, start, end));
    if !of
        && at == end
        && sized::is_size_of(document, fact)
        && let Some(sized) = price::noun_before(document, before.figure.end, start)
    {
        return Some(sized);
    }
    if !of && behind.as_ref().is_some_and(|phrase| apart::is_in_hope(document, phrase)) {
        return None;
    }
    let behind = behind.filter(|phrase| names_the_measured(document, phrase, of));
    behind
        .map(|phrase| if of { phrase } else { with_field(document, fact, one_thing(document, start, phrase)) })
        .or_else(|| dealt::rest(document, start, before))
        .or_else(|| inside::inside_of(document, fact, end))
        .or_else(|| beside::beside(document, start, end))
        .or_else(|| compared(document, start, end))
        .or_else(|| rise_in(document, start))
        .or_else(|| assessed::assessed(document, start))
        .or_else(|| level::as_before(document, fact, before))
        .or_else(|| level::risen_by(document, fact, before))
        .or_else(|| price::sized_or_traded(document, before.figure.end, start))
        .or_else(|| sized::limited(document, fact))
        .or_else(|| sized::set_off(document, fact))
        .or_else(|| price::given_for(document, fact, end))
        .or_else(|| participle_before(document, start))
        .or_else(|| object::changed(document, start))
        .or_else(|| object::changed_to(document, start))
        .or_else(|| price::bought(document, start))
        .or_else(|| of_another(document, fact, before))
        .or_else(|| of_clause(document, fact, before))
        .or_else(|| phrase::before(document, start.checked_sub(1).filter(|&of| document.is(of, "of"))?))
}

/// The subject of the clause, or the phrase before an amount in a list, if the amount can measure it.
fn of_clause(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let held = level::held_against(document, fact, before);
    if held.is_some() {
        return held;
    }
    if apart::is_apart(document, fact, before.figure.end) {
        return None;
    }
    match counted::subject(document, fact, before) {
        Some(subject) if level::is_figure(document, &subject) => level::told_before(document, before, subject),
        Some(subject) => (!apart::is_payer(document, fact, &subject)).then_some(subject),
        None => phrase::before(document, fact.tokens.start)
            .filter(|phrase| !is_doing(document, phrase) && !apart::is_attribute(document, fact, phrase))
            .or_else(|| in_list(document, fact, before)),
    }
}

/// The noun after an amount; a mark that opens a quotation of it alone, or a word of comparison, is skipped: "a £3m
/// \"rescue\"", "12% less fuel".
fn noun_behind(document: &Document, at: usize) -> Option<Phrase> {
    let mark = |at: usize| kinds::is_quotation_mark(document, at);
    if mark(at) && !document.is_glued(at - 1) {
        let quoted = phrase::behind(document, at + 1, HowMany::Several).filter(|phrase| mark(phrase.end))?;
        return phrase::behind(document, quoted.end + 1, HowMany::Several).or(Some(quoted));
    }
    let compares = document.is_one_of(at, const { &WordList::of(["fewer", "less", "more"]) });
    let less = compares.then(|| phrase::behind(document, at + 1, HowMany::Several)).flatten();
    less.or_else(|| phrase::behind(document, at, HowMany::Several))
}

/// The measured entity of the previous figure, where this one gives another person's part of it: "Led with 14% of the
/// votes to Pike's 12%".
fn of_another(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let shares = matches!(fact.detail.kind, FigureKind::Money | FigureKind::Percent);
    let owned = shares && document.tokens[fact.tokens.start.checked_sub(1)?].kind == TokenKind::Possessive;
    before.phrase.clone().filter(|phrase| owned && document.tokens[phrase.start].sentence == fact.sentence)
}

/// The phrase with the noun after a plural: an article means one thing, so a plural is only a modifier: "A £5m public
/// works project".
fn one_thing(document: &Document, start: usize, phrase: Phrase) -> Phrase {
    let article = start > 0 && (document.is(start - 1, "a") || document.is(start - 1, "an"));
    if !article || !endings::is_plural(document, phrase.end - 1) || verb::is_verb(document, phrase.end) {
        return phrase;
    }
    phrase::behind(document, phrase.end, HowMany::One).map_or(phrase.clone(), |noun| phrase.start..noun.end)
}

/// The phrase including what a share or a sum is in or on: "A 51% stake in a mill", "a £5m levy on salt".
fn with_field(document: &Document, fact: &Stated, phrase: Phrase) -> Phrase {
    let link = phrase.end;
    let field = matches!(fact.detail.kind, FigureKind::Money | FigureKind::Percent)
        && (document.is(link, "in") || document.is(link, "on"));
    let at = link + 1 + usize::from(document.tags(link + 1).any(Tags::DETERMINER));
    let dated = Tags::MONTH | Tags::SEASON | Tags::TIME_UNIT | Tags::DIGITS | Tags::WEEKDAY;
    let place = document.tags(at).any(Tags::CAPITALISED) && at == link + 1;
    if !field || document.tags(at).any(dated) || place {
        return phrase;
    }
    let numbered = Tags::TIME_UNIT | Tags::NUMBER_WORD | Tags::DIGITS;
    let field = phrase::behind(document, at, HowMany::Several)
        .filter(|field| !document.tags(field.end - 1).any(Tags::ORDINAL) && !document.tags(field.end).any(numbered));
    field.map_or(phrase.clone(), |field| phrase.start..field.end)
}

/// The plural before an amount and a comparative: "Prices 5% higher than".
fn compared(document: &Document, start: usize, end: usize) -> Option<Phrase> {
    let compares = document.is_one_of(end, const { &WordList::of(["cheaper", "dearer", "higher", "lower"]) });
    let noun = start.checked_sub(1).filter(|&at| compares && endings::is_plural(document, at))?;
    (!verb::is_verb(document, noun)).then(|| phrase::before(document, start))?
}

/// What a noun of change is of or in: "A rise in tolls to 5%", "the cut of fares from £3".
fn rise_in(document: &Document, start: usize) -> Option<Phrase> {
    let level = start.checked_sub(1).filter(|&at| document.is(at, "to") || document.is(at, "from"))?;
    let phrase = phrase::before(document, level)?;
    let link = phrase.start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DETERMINER));
    let link = link.unwrap_or(phrase.start).checked_sub(1)?;
    let change = link.checked_sub(1).filter(|_| document.is(link, "in") || document.is(link, "of"))?;
    (document.tags(change).any(Tags::CHANGE) && !verb::is_verb(document, change)).then_some(phrase)
}

/// The noun before a participle of size: "Claims, ranging from £2 to £5", "a bill totalling £3m".
fn participle_before(document: &Document, start: usize) -> Option<Phrase> {
    const SIZES: WordList<12> = WordList::of([
        "approaching",
        "averaging",
        "described",
        "costing",
        "exceeding",
        "measuring",
        "ranging",
        "reaching",
        "starting",
        "totaling",
        "totalling",
        "weighing",
    ]);
    let last = start.checked_sub(1)?;
    let link = document.is_one_of(last, const { &WordList::of(["as", "at", "between", "from"]) });
    let participle = if link { last.checked_sub(1)? } else { last };
    let sized = document.is_one_of(participle, &SIZES);
    let comma = participle.checked_sub(1).filter(|&at| document.is(at, ",")).unwrap_or(participle);
    // "March pledges totalling £3m": the noun is not a verb here.
    let noun = |at: &usize| document.tags(*at).any(Tags::VERB) && endings::is_plural(document, *at);
    let end = if document.is(participle, "ranging") { comma } else { participle };
    let noun = || end.checked_sub(1).filter(noun).map(|at| at..at + 1);
    sized.then(|| phrase::before(document, comma).or_else(noun))?
}

/// The measured entity of the first figure in a list, which the others share: "Leeds paid £5; Hull, £7".
pub fn in_list(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let at = fact.tokens.start;
    let same = before.figure.end > document.sentence_tokens(at).start && before.figure.end <= at;
    let first = document.sentence_tokens(at).start;
    let listed = same && at <= before.figure.end + 4 && (first..at).any(|at| document.is(at, ";"));
    before.phrase.clone().filter(|_| listed)
}

fn is_sign(document: &Document, at: usize) -> bool {
    document.is_glued(at) && (document.is(at, "+") || kinds::is_dash(document, at))
}

/// Whether the phrase is an action before the amount rather than a thing: "After driving two miles", "Hit 40 miles an
/// hour".
fn is_doing(document: &Document, phrase: &Phrase) -> bool {
    let last = phrase.end - 1;
    let word = phrase.start.checked_sub(1).map_or(Tags::NONE, |word| document.tags(word));
    let determined = word.any(Tags::DETERMINER | Tags::PRONOUN) && !word.any(Tags::NUMBER_WORD);
    let opens =
        phrase.len() == 1 && document.tags(last).any(Tags::SENTENCE_START) && verb::governs_number(document, last);
    // "A hefty £3m": an adjective.
    let article = phrase.start > 0 && document.tags(phrase.start - 1).any(Tags::ARTICLE);
    let sized = document.tags(phrase.end).any(Tags::CURRENCY);
    let hefty = phrase.len() == 1
        && (article && sized)
        && !document.is(phrase.start - 1, "the")
        && !document.tags(last).any(Tags::CAPITALISED | Tags::UNIT);
    let empty = hefty || document.is_one_of(last, const { &WordList::of(["number", "record", "total", "whopping"]) });
    document.ends_in(last, "ing") && !determined || opens || empty
}

/// Whether the phrase after an amount is what it measures, not a comparison.
fn names_the_measured(document: &Document, phrase: &Phrase, of: bool) -> bool {
    let comparison =
        ["higher", "lower", "cheaper", "more", "less", "fewer", "each", "apiece", "apart", "away", "ago", "later"];
    let compares = comparison.iter().any(|word| document.is(phrase.start, word));
    // "A 3-acre North Tarn farm" has a name.
    let named = phrase.len() > 1 && phrase.clone().take(2).all(|at| document.tags(at).any(Tags::CAPITALISED));
    let direction = beside::is_side(document, phrase.start) && !named;
    let size = document
        .is_one_of(phrase.start, const { &WordList::of(["abreast", "deep", "high", "long", "tall", "thick", "wide"]) });
    // "A price of £3 compares well with".
    let third_person =
        phrase.len() == 1 && document.ends_in(phrase.start, "s") && endings::is_adverb_in_ly(document, phrase.end);
    of || !(third_person
        || described::goes_on(document, phrase)
        || compares
        || direction
        || size && phrase.len() == 1
        || verb::governs_number(document, phrase.start))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn what_reaches_a_level() {
        figures(
            "
With the toll reaching 8%, the barge was supposed to sell for £90.
                       ^^ figure percent value=8 unit=percent counted=[toll]
                                                              ^^^ figure money value=90 unit=GBP counted=[barge]
The £5m bargees hope to save is not there; they think that this will cost £2m.
    ^^^ figure money value=5000000 unit=GBP
                                                                          ^^^ figure money value=2000000 unit=GBP
",
        );
    }

    #[test]
    fn nouns_behind_and_before() {
        figures(
            "
Bilton bought a stake in a mill in Leeds for £92m, and gave £3m for the roof.
                                             ^^^^ figure money value=92000000 unit=GBP counted=[stake in a mill in Leeds]
                                                            ^^^ figure money value=3000000 unit=GBP counted=[roof]
The flood wiped £5m off the takings, shaving £2m from the grant.
                ^^^ figure money value=5000000 unit=GBP counted=[takings]
                                             ^^^ figure money value=2000000 unit=GBP counted=[grant]
",
        );
    }

    #[test]
    fn rivals_have_shares_of_their_own() {
        figures(
            "
Tarn Salt held 19% of the trade, with Morfa Salt at 15%, followed by Ostwick at 13%.
               ^^^ figure percent value=19 unit=percent counted=[trade]
                                                    ^^^ figure percent value=15 unit=percent counted=[Morfa Salt]
                                                                                ^^^ figure percent value=13 unit=percent counted=[Ostwick]
",
        );
    }

    #[test]
    fn fields_participles_and_lists() {
        figures(
            "
Ada holds a 51% stake in a mill, and pays tolls ranging from £2 to £5.
            ^^^ figure percent value=51 unit=percent counted=[stake in a mill]
                                                        ^^^^^^^^^^^^^ figure money low=2 high=5 unit=GBP counted=[tolls]
Flats cost £5; in Hull, £7.
           ^^ figure money value=5 unit=GBP counted=[Flats]
                        ^^ figure money value=7 unit=GBP counted=[Flats]
",
        );
    }

    #[test]
    fn beside_brackets_and_sides() {
        figures(
            "
Polls led by Pike (17 percent) put her lead at 5%. A mill in Tarn, 3 miles north of Morfa, burned.
                   ^^^^^^^^^^ figure percent value=17 unit=percent counted=[Pike]
                                               ^^ figure percent value=5 unit=percent counted=[lead]
                                                                   ^^^^^^^ figure measure value=3 unit=mile counted=[Tarn]
",
        );
    }

    #[test]
    fn what_somebody_changes() {
        figures(
            "
Dorrin vowed to cut taxes by £6bn, which would lift income per head by 3%; tolls are set to rise by 4%.
                             ^^^^ figure money value=6000000000 unit=GBP change=down counted=[taxes]
                                                                       ^^ figure percent value=3 unit=percent change=up counted=[income per head]
                                                                                                    ^^ figure percent value=4 unit=percent change=up counted=[tolls]
",
        );
    }

    #[test]
    fn nothing_measured() {
        figures(
            "
£3m! Three weeks!
^^^ figure money value=3000000 unit=GBP
     ^^^^^^^^^^^ figure duration value=3 unit=week resolved=P3W
",
        );
    }

    #[test]
    fn neither_apart_nor_doing() {
        figures(
            "
The mills are 4.2 miles apart. The board fined Dorrin £9m for paying Pike. The thief, described as 6 feet tall, fled.
              ^^^^^^^^^ figure measure value=4.2 unit=mile counted=[mills]
                                                      ^^^ figure money value=9000000 unit=GBP
                                                                                                   ^^^^^^ figure measure value=6 unit=foot counted=[thief]
",
        );
    }

    #[test]
    fn less_of_a_thing_and_quoted_things() {
        figures(
            "
The new oven burns 20% less peat, and a £5m (US$ 6m) “rescue” came. It cost £60 overall, for a bill of a hefty £9m.
                   ^^^ figure percent value=20 unit=percent counted=[peat]
                                        ^^^ figure money value=5000000 unit=GBP counted=[rescue]
                                             ^^^^^^ figure money value=6000000 unit=USD counted=[rescue]
                                                                            ^^^ figure money value=60 unit=GBP
                                                                                                               ^^^ figure money value=9000000 unit=GBP counted=[bill]
",
        );
    }

    #[test]
    fn shares_of_somebody_else() {
        figures(
            "
Rowe took 40% of the votes to Pike's 33%. Dorrin carried the ward by 6%. Tarn gave millers £8m (€9m) in aid.
          ^^^ figure percent value=40 unit=percent counted=[votes]
                                     ^^^ figure percent value=33 unit=percent counted=[votes]
                                                                     ^^ figure percent value=6 unit=percent
                                                                                           ^^^ figure money value=8000000 unit=GBP counted=[aid]
                                                                                                ^^^ figure money value=9000000 unit=EUR counted=[aid]
",
        );
    }

    #[test]
    fn fields_are_no_times() {
        figures(
            "
A 4% fall in the final three months sank it.
  ^^ figure percent value=4 unit=percent change=down counted=[fall]
             ^^^^^^^^^^^^^^^^^^^^^^ figure duration value=3 unit=month resolved=P3M
",
        );
    }

    #[test]
    fn adjectives_are_nothing() {
        figures(
            "
A hefty £860,000 went to Pike, who paid a cool £1m. A reward up to £5,000 is paid.
        ^^^^^^^^ figure money value=860000 unit=GBP
                                               ^^^ figure money value=1000000 unit=GBP
                                                             ^^^^^^^^^^^^ figure money value=5000 unit=GBP bound=at_most counted=[reward]
",
        );
    }
}
