//! The denominator of a rate: "£2m a year", "$52 a barrel", "500 people a week", "18 cents a share".
//! The words are not a duration of their own; "a year ago" is a date, not a rate.

use super::{numeral::joins, quantity::form_end};
use crate::{
    grammar::{classes, endings, kinds},
    lexicon::{LEXICON, TimeWord},
    types::{Document, Fact, Figure, FigureKind, Span, Tags, TokenKind, WordList},
};

/// Denominators in addition to units of time and measure.
const THINGS: [(&str, &str); 16] = [
    ("annum", "year"),
    ("capita", "person"),
    ("child", "child"),
    ("family", "family"),
    ("guest", "guest"),
    ("head", "person"),
    ("household", "household"),
    ("night", "night"),
    ("passenger", "passenger"),
    ("patient", "patient"),
    ("person", "person"),
    ("pupil", "pupil"),
    ("share", "share"),
    ("student", "student"),
    ("ticket", "ticket"),
    ("time", "time"),
];

/// Denominators only after `per`: "£40 a couple" may continue with "of days ago".
const THINGS_BEHIND_PER: [&str; 32] = [
    "aircraft", "contract", "couple", "customer", "employee", "episode", "flat", "flight", "game", "home", "house",
    "job", "match", "member", "photo", "plane", "plate", "player", "property", "resident", "room", "season", "serving",
    "session", "song", "taxpayer", "unit", "vehicle", "victim", "visit", "vote", "worker",
];

/// Denominators of prices, after an article too: "£2 a bottle".
const THINGS_FOR_A_PRICE: [&str; 9] = ["bottle", "box", "copy", "leg", "pack", "packet", "piece", "pill", "vial"];

/// Sets `per` of every figure that such words follow, and removes durations read from them.
pub fn attach(document: &Document, figures: &mut Vec<Fact<Figure>>) {
    let mut index = 0;
    while index < figures.len() {
        let next = figures.get(index + 1).map(|next| (next.span, next.detail.kind));
        let fact = &mut figures[index];
        index += 1;
        if !can_be_rate(&fact.detail) {
            continue;
        }
        let number = || of_number(document, fact, next?.0);
        let Some((at, per, end)) = behind(document, fact).or_else(number) else { continue };
        let words = document.span(at..end);
        match next {
            // "Every year" states a frequency by itself.
            Some((span, FigureKind::Date)) if words.contains(span) => {}
            Some((span, _)) if words.contains(span) => {
                figures.remove(index);
            }
            Some((span, _)) if span.overlaps(words) => continue,
            _ => {}
        }
        figures[index - 1].detail.per = Some(per);
        if let [first, second] = &mut figures[index.saturating_sub(2)..index]
            && is_same_rate(document, first, second)
        {
            first.detail.per = Some(per);
        }
    }
}

/// Whether both figures are for the same unit: "From £40m to £50m a year".
fn is_same_rate(document: &Document, first: &Fact<Figure>, second: &Fact<Figure>) -> bool {
    let link = document.token_at(first.span.end);
    let linked = document.is_one_of(link, const { &WordList::of(["to", "or", "and"]) });
    let alike = first.detail.kind == second.detail.kind && first.detail.unit == second.detail.unit;
    linked && alike && document.token_at(second.span.start) == link + 1
}

fn can_be_rate(figure: &Figure) -> bool {
    // "40 miles per gallon" is one unit.
    let rate = figure.unit.is_some_and(|unit| unit.contains(" per "));
    !rate
        && matches!(
            figure.kind,
            FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Percent | FigureKind::Range
        )
        || figure.kind == FigureKind::Duration && matches!(figure.unit, Some("minute" | "hour" | "day"))
}

/// The denominator after the figure or the thing it counts: the first token of the words, the name, and the token after
/// them.
fn behind(document: &Document, fact: &Fact<Figure>) -> Option<(usize, &'static str, usize)> {
    let end = document.tokens_in(fact.span).end;
    let counted = || fact.detail.counted.filter(|counted| is_behind(document, fact.span, *counted));
    let thing = || counted().map(|counted| document.tokens_in(counted).end);
    stated_at(document, end, fact.detail.kind)
        .or_else(|| stated_at(document, thing()?, fact.detail.kind))
        .or_else(|| again(document, past_deed(document, thing()?)?))
}

/// The token after the verb of what is counted: "12 goats killed each year", "12 lamps are sold every day".
fn past_deed(document: &Document, at: usize) -> Option<usize> {
    const DONE: WordList<12> = WordList::of([
        "born", "built", "die", "injured", "killed", "lost", "made", "produced", "shot", "sold", "stolen", "used",
    ]);
    let helped = document.tags(at).any(Tags::AUXILIARY);
    let verb = at + usize::from(helped);
    let here = document.tokens.get(verb).is_some_and(|token| token.sentence == document.tokens[at].sentence);
    let done = || document.is_one_of(verb, &DONE) || helped && endings::is_past_form(document.word(verb));
    (here && done()).then_some(verb + 1)
}

/// Numbers of people or things that are denominators.
const ROUND: [(&str, &str); 8] = [
    ("100", "100"),
    ("1,000", "1000"),
    ("1000", "1000"),
    ("10,000", "10000"),
    ("100,000", "100000"),
    ("million", "million"),
    ("thousand", "1000"),
    ("1 million", "million"),
];

/// A number as a denominator: the token of the `per`, the number, which is the figure at `next`, and the token after
/// it: "12 per 100,000 people", "4.5 deaths per 1,000 births".
fn of_number(document: &Document, fact: &Fact<Figure>, next: Span) -> Option<(usize, &'static str, usize)> {
    let tokens = document.tokens_in(next);
    let per = tokens.start.checked_sub(1).filter(|&at| document.is(at, "per"))?;
    let end = document.token_at(fact.span.end);
    let near = fact.span.end < next.start && per <= end + 4 && document.tokens[per].sentence == fact.sentence;
    let words = (end..per).all(|at| document.tokens[at].kind == TokenKind::Word);
    let &(_, name) = ROUND.iter().find(|(form, _)| document.text(next) == *form)?;
    (near && words).then_some((per, name, tokens.end))
}

/// Whether what is counted follows the figure, with at most an `of` between.
fn is_behind(document: &Document, figure: Span, counted: Span) -> bool {
    let end = document.token_at(figure.end);
    counted.start >= figure.end && document.token_at(counted.start) <= end + 1
}

/// The denominator at token `at`: `per barrel`, `a year`, `/day`, `-a-day`.
fn stated_at(document: &Document, at: usize, kind: FigureKind) -> Option<(usize, &'static str, usize)> {
    let dash = usize::from(joins(document, at));
    let word = document.tokens.get(at + dash)?;
    // Words after the end of a sentence are not part of the rate.
    if at > 0 && word.sentence != document.tokens[at - 1].sentence {
        return None;
    }
    let article = document.is_one_of(at + dash, &classes::INDEFINITE_ARTICLES);
    let slash = word.kind == TokenKind::Mark && document.is(at, "/") && document.is_glued(at);
    let per = document.is(at + dash, "per");
    if !(article || slash || per) {
        return again(document, at).or_else(|| apiece(document, at, kind));
    }
    if article && kind == FigureKind::Money && document.is(at + 1, "pop") {
        return Some((at, "each", at + 2));
    }
    let start = at + dash + 1;
    let first = start + usize::from(joins(document, start));
    // "£82 per Dorrin share".
    let owner = |at: &usize| per && document.tags(*at).any(Tags::CAPITALISED);
    let last = (first..first + 2).take_while(owner).last();
    let owned = || name(document, last? + 1);
    let only_per = || {
        let priced = per || article && kind == FigureKind::Money;
        let word = THINGS_BEHIND_PER.iter().filter(|_| per).chain(THINGS_FOR_A_PRICE.iter().filter(|_| priced));
        word.into_iter().find(|word| document.is(first, word)).map(|word| (*word, first + 1))
    };
    let (name, end) = name(document, first).or_else(only_per).or_else(owned)?;
    let timed = document.tags(end - 1).any(Tags::TIME_UNIT);
    let apart = timed || kind == FigureKind::Money || THINGS.iter().any(|(_, thing)| *thing == name);
    (!article || apart && !is_distance(document, end)).then_some((at, name, end))
}

/// The denominator after `each` or `every` at token `at`: "12 meals every day", "£3m each year".
fn again(document: &Document, at: usize) -> Option<(usize, &'static str, usize)> {
    let often = document.is_one_of(at, const { &WordList::of(["each", "every"]) });
    let unit = often && document.tags(at + 1).any(Tags::TIME_UNIT) && !document.is(at + 1, "second");
    let (name, end) = unit.then(|| name(document, at + 1)).flatten()?;
    Some((at, name, end))
}

/// "£85 each", "12 lamps apiece" at token `at`, but not "£85 each of them paid".
fn apiece(document: &Document, at: usize, kind: FigureKind) -> Option<(usize, &'static str, usize)> {
    const APART: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::ADVERB);
    // "Six in Tarn and one each in Morfa and Ostwick" is a list of places.
    let bare = at > 0 && document.tags(at - 1).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let amount = matches!(kind, FigureKind::Money | FigureKind::Measure) || kind == FigureKind::Count && !bare;
    let each = document.is(at, "each") && !document.is(at + 1, "of");
    let closed =
        || !kinds::is_word(document, at + 1) && !kinds::is_number(document, at + 1) || document.tags(at + 1).any(APART);
    (amount && (document.is(at, "apiece") || each && closed())).then_some((at, "each", at + 1))
}

/// The canonical name of the unit or thing at token `at`, and the token after it.
fn name(document: &Document, at: usize) -> Option<(&'static str, usize)> {
    let token = document.tokens.get(at)?;
    if let Some(&TimeWord::Unit(unit)) = LEXICON.times.get(token.word) {
        return (!document.ends_in(at, "s")).then(|| (unit.name(), at + 1));
    }
    if token.tags.any(Tags::UNIT) {
        let units = LEXICON.units.all(token.word).iter().filter(|unit| unit.dimension != "percent");
        return units.filter_map(|unit| Some((unit.name, form_end(document, at, unit)?))).next();
    }
    let &(_, name) = THINGS.iter().find(|(word, _)| document.is(at, word))?;
    Some((name, at + 1))
}

/// Whether the words give a date, not a frequency: "£2m a year ago", "three people a week later".
fn is_distance(document: &Document, at: usize) -> bool {
    // "£3m a year from tolls" is a rate, "a year from now" is not.
    const DAYS: Tags = Tags::DAY_WORD.with(Tags::WEEKDAY).with(Tags::MONTH);
    document.is_one_of(at, &classes::FROM_A_TIME)
        || document.is(at, "from") && (document.is(at + 1, "now") || document.tags(at + 1).any(DAYS))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn for_a_time_a_measure_or_a_thing() {
        figures(
            "
The yard pays £2m a year, $52 a barrel and 18 cents a share.
              ^^^ figure money value=2000000 unit=GBP per=year
                          ^^^ figure money value=52 unit=USD per=barrel
                                           ^^^^^^^^ figure money value=18 unit=cent per=share
She works six hours a day.
          ^^^^^^^^^ figure duration value=6 unit=hour per=day resolved=PT6H
It took in 500 people a week and 40,000 barrels per day.
           ^^^ figure count value=500 per=week counted=[people]
                                 ^^^^^^^^^^^^^^ figure measure value=40000 unit=barrel_per_day per=day
",
        );
    }

    #[test]
    fn again_and_again() {
        figures(
            "
The mill serves 12 meals every day, earns £3m each year and sells flour at £2 a packet or £40 per visit.
                ^^ figure count value=12 per=day counted=[meals]
                         ^^^^^^^^^ figure date resolved=P1D
                                          ^^^ figure money value=3000000 unit=GBP per=year
                                              ^^^^^^^^^ figure date resolved=P1Y
                                                                           ^^ figure money value=2 unit=GBP per=packet
                                                                                          ^^^ figure money value=40 unit=GBP per=visit
Two wardens watch every barge. Some 12 goats killed each year are kids, and 40 lamps are sold every day.
^^^ figure count value=2 counted=[wardens]
                               ^^^^^^^ figure count value=12 per=year bound=approx counted=[goats]
                                                    ^^^^^^^^^ figure date resolved=P1Y
                                                                            ^^ figure count value=40 per=day counted=[lamps]
                                                                                              ^^^^^^^^^ figure date resolved=P1D
",
        );
    }

    #[test]
    fn for_each() {
        figures(
            "
Lamps cost £85 each. Barges went for £900 apiece. Flags were £3 a pop. Each of the wardens has £40 each of them saved.
           ^^^ figure money value=85 unit=GBP per=each counted=[Lamps]
                                     ^^^^ figure money value=900 unit=GBP per=each counted=[Barges]
                                                             ^^ figure money value=3 unit=GBP per=each counted=[Flags]
                                                                                               ^^^ figure money value=40 unit=GBP
Dale has six barges in Tarn, and one each in Morfa and Ostwick; they hold 12 crates each.
         ^^^ figure count value=6 counted=[barges]
                                 ^^^ figure count value=1
                                                                          ^^ figure count value=12 per=each counted=[crates]
",
        );
    }

    #[test]
    fn joined_by_marks() {
        figures(
            "
A £50-a-night room and a field of 10 kV/cm.
  ^^^ figure money value=50 unit=GBP per=night counted=[room]
                                  ^^^^^ figure measure value=10 unit=kilovolt_per_centimetre per=centimetre counted=[field]
",
        );
    }

    #[test]
    fn a_distance_in_time_is_no_rate() {
        figures(
            "
He lent Ada £3 a year ago and left for a week.
            ^^ figure money value=3 unit=GBP
               ^^^^^^^^^^ figure date value=1 unit=year
                                       ^^^^^^ figure duration value=1 unit=week resolved=P1W
",
        );
    }

    #[test]
    fn for_so_many() {
        figures(
            "
The fund paid £300 per victim and £40 per home.
              ^^^^ figure money value=300 unit=GBP per=victim
                                  ^^^ figure money value=40 unit=GBP per=home
Tarn saw 12 deaths per 100,000 people, up from a rate of 4.5 per 1,000 births. The toll per 100 miles is £3.
         ^^ figure count value=12 per=100000 counted=[deaths]
                                                         ^^^ figure count value=4.5 per=1000 counted=[rate]
                                                                                            ^^^^^^^^^ figure measure value=100 unit=mile
                                                                                                         ^^ figure money value=3 unit=GBP counted=[toll]
",
        );
    }
}
