//! Numbers that name rather than count: `Section 44`, `S&P 500`, `12 Mill Lane`, `Covid-19`, telephone numbers, years,
//! clock times.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    code, named_number,
    numeral::{glued, hangs, joins},
    placed, proper, recurrence, second, series, street,
};
use crate::{
    grammar::{
        kinds,
        years::{self, RECENT},
    },
    types::{BlockKind, Document, Tags, TokenKind, WordList},
};

/// Whether the bare number at these tokens is a name or part of one.
pub fn is_name(document: &Document, tokens: &Range<usize>) -> bool {
    let digits = document.tags(tokens.start).any(Tags::DIGITS);
    named_number::is_kind(document, tokens.end)
        || recurrence::is_recurrence(document, tokens.end)
        || proper::is_proper(document, tokens)
        || if digits { digits_name(document, tokens) } else { word_name(document, tokens) }
}

fn digits_name(document: &Document, tokens: &Range<usize>) -> bool {
    code::is_code(document, tokens)
        || is_designated(document, tokens.start)
        || is_second_of_names(document, tokens.start)
        || series::is_numbered(document, tokens)
        || street::is_address(document, tokens.end)
        || is_subsection(document, tokens)
        || is_clock(document, tokens)
        || series::is_list_mark(document, tokens)
        || follows_name(document, tokens)
        || named_number::is_named(document, tokens)
}

/// Whether a capitalised number word inside a sentence is a name: "the Big Four", "Formula One".
fn word_name(document: &Document, tokens: &Range<usize>) -> bool {
    let tags = document.tags(tokens.start);
    let inside = tags.any(Tags::CAPITALISED) && !starts_clause(document, tokens.start);
    tokens.len() == 1 && is_labelled(document, tokens.start) || inside && !is_title_case(document, tokens.start)
}

/// Words that a number word may follow as a name.
const LABELS: WordList<9> =
    WordList::of(["category", "episode", "number", "phase", "round", "season", "stage", "step", "type"]);

/// Whether the word before the number word at `at` makes it a name: "The number two spot", "in round three".
pub fn is_labelled(document: &Document, at: usize) -> bool {
    let label = at > 0 && document.is_one_of(at - 1, &LABELS);
    label
        && if document.is(at - 1, "number") {
            !is_numbering(document, at - 1)
        } else {
            !is_counting_phrase(document, at)
        }
}

/// Whether the `number` at `at` is a verb: "They number nine", "thought to number nine".
fn is_numbering(document: &Document, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    const TOLD: [&str; 6] = ["believed", "estimated", "expected", "known", "said", "thought"];
    let told = before > 0 && TOLD.iter().any(|word| document.is(before - 1, word));
    document.tags(before).any(Tags::AUXILIARY | Tags::PRONOUN) || document.is(before, "to") && told
}

/// Whether the token is the first of its sentence, or follows a mark that opens a clause.
fn starts_clause(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::SENTENCE_START)
        || at == 0
        || document.tokens[at - 1].kind == TokenKind::Quotation
        || document.is_one_of(at - 1, const { &WordList::of([":", "(", ")", "•", "*", "|", ";", "/"]) })
        || kinds::is_dash(document, at - 1) && !glued(document, at - 1)
}

/// Whether a word that takes a number as its name precedes: `page 12`, `Section 44`, `Flight 370`.
pub fn is_designated(document: &Document, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = if document.is(before, ".") && before > 0 { before - 1 } else { before };
    if !document.tags(word).any(Tags::DESIGNATOR) {
        return is_quoted(document, word);
    }
    let opens = document.tags(word).any(Tags::SENTENCE_START) && document.ends_in(word, "s");
    let capital = document.tags(word).any(Tags::CAPITALISED) && !opens;
    capital || !is_counting_phrase(document, at) || does_something(document, at + 1)
}

/// Whether the word in `s` at `at` is a verb whose subject is named by the number: "Section 18 carries a fine",
/// "proposition 4 needs 55%".
fn does_something(document: &Document, at: usize) -> bool {
    const OBJECTS: Tags = Tags::DETERMINER.with(Tags::DIGITS).with(Tags::NUMBER_WORD).with(Tags::CURRENCY);
    document.tags(at).any(Tags::VERB | Tags::CUE) || document.tags(at + 1).any(OBJECTS)
}

/// Whether the number is of a case that callers should quote: "Call 101 quoting incident 231".
fn is_quoted(document: &Document, word: usize) -> bool {
    const CASES: WordList<5> = WordList::of(["cad", "case", "crime", "incident", "log"]);
    const SAYING: WordList<2> = WordList::of(["quote", "quoting"]);
    let number = usize::from(word > 0 && document.is(word, "number"));
    let near = document.sentence_tokens(word).start.max(word.saturating_sub(9));
    document.is_one_of(word - number, &CASES) && (near..word).any(|at| document.is_one_of(at, &SAYING))
}

/// Whether the number is the second after a plural that takes numbers as names: "Between junctions 4 and 5".
pub fn is_second_of_names(document: &Document, at: usize) -> bool {
    let link = at > 2 && document.is_one_of(at - 1, const { &WordList::of(["and", "or", "to"]) });
    // "Sections 318(4) and 320".
    let last = if link && document.is(at - 2, ")") { at.saturating_sub(5) } else { at.saturating_sub(2) };
    link && last > 0
        && document.tags(last).any(Tags::DIGITS)
        && document.tags(last - 1).any(Tags::DESIGNATOR)
        && document.ends_in(last - 1, "s")
        && !is_counting_phrase(document, at)
}

/// Whether the number is in brackets attached to another number: "Section 318(4)".
fn is_subsection(document: &Document, tokens: &Range<usize>) -> bool {
    let Some(bracket) = tokens.start.checked_sub(1).filter(|&at| document.is(at, "(")) else { return false };
    let glued = bracket > 0 && document.is_glued(bracket - 1) && document.is_glued(bracket);
    glued && document.tags(bracket - 1).any(Tags::DIGITS) && document.is(tokens.end, ")")
}

/// Whether a plural follows: "in part 12 officers", "the group 300 workers joined".
fn is_counting_phrase(document: &Document, at: usize) -> bool {
    const SINGULAR: WordList<3> = WordList::of(["bus", "diabetes", "status"]);
    document.tokens.get(at + 1).is_some_and(|token| {
        token.kind == TokenKind::Word
            && document.text(token.span).ends_with('s')
            && !token.tags.any(Tags::AUXILIARY)
            && !document.is_one_of(at + 1, &SINGULAR)
    })
}

/// Whether the number is part of a clock time: `6pm`, `7:30`, `10 o'clock`, `3.15am`.
fn is_clock(document: &Document, tokens: &Range<usize>) -> bool {
    let colon = |at: usize| document.is(at, ":");
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS);
    let before =
        tokens.start > 1 && colon(tokens.start - 1) && document.is_glued(tokens.start - 1) && digits(tokens.start - 2);
    let behind = colon(tokens.end)
        && digits(tokens.end + 1)
        && (glued(document, tokens.end) || document.word(tokens.end + 1).len() == 2);
    let half = ["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock", "hrs", "gmt", "noon", "midnight"];
    before || behind || half.iter().any(|word| document.is(tokens.end, word))
}

/// Whether a capitalised word before makes the number part of a name: `Boeing 737`, `iPhone 14`. Capitals must be
/// evidence there, and the word must not be a place or day that merely comes first ("In Leeds 12 people").
fn follows_name(document: &Document, tokens: &Range<usize>) -> bool {
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    if document.tokens[before].sentence != document.tokens[tokens.start].sentence {
        return false;
    }
    // "Dorn sold 3 million vans, Tarn 2.5 million": a name does not end so.
    if document.tags(tokens.end - 1).any(Tags::MAGNITUDE) && tokens.len() > 1 && !document.is_glued(tokens.end - 2) {
        return false;
    }
    let tags = document.tags(before);
    if kinds::is_dash(document, before) && glued(document, before) {
        return before > 0
            && document.tokens[before - 1].kind == TokenKind::Word
            && document.tags(before - 1).any(Tags::CAPITALISED);
    }
    if document.tokens[before].kind == TokenKind::Possessive {
        return possessed_name(document, tokens);
    }
    let capitals = tags.any(Tags::UPPERCASE) && !document.tags(tokens.end).any(Tags::UPPERCASE);
    if has_inner_capital(document, before) || capitals && document.is_glued(tokens.start - 1) {
        return true;
    }
    let other = Tags::MONTH | Tags::WEEKDAY | Tags::DAY_WORD | Tags::PLACE | Tags::PREPOSITION | Tags::DETERMINER;
    let function =
        Tags::AUXILIARY | Tags::CONJUNCTION | Tags::BOUND | Tags::CHANGE | Tags::VERB | Tags::ADVERB | Tags::CUE;
    let word = document.tokens[before].kind == TokenKind::Word;
    word && tags.any(Tags::CAPITALISED)
        && !tags.any(other | Tags::ORDINAL)
        // "The Lower 48": with the article the words are a name.
        && (!tags.any(function) || before > 0 && document.is(before - 1, "the"))
        && !tags.any(Tags::SENTENCE_START)
        && document.tokens[before].sentence == document.tokens[tokens.start].sentence
        && !is_title_case(document, tokens.start)
        && !second::is_second(document, tokens)
        && !placed::is_behind_place(document, tokens)
}

/// Whether a number after a name's possessive, without a plural, is a model or an index: `Boeing's 787`, but not
/// `March's 8.5 million`.
fn possessed_name(document: &Document, tokens: &Range<usize>) -> bool {
    let owner = tokens.start.checked_sub(2).is_some_and(|owner| document.tags(owner).any(Tags::CAPITALISED));
    let word = document.tokens.get(tokens.end).filter(|token| token.kind == TokenKind::Word);
    owner
        && (tokens.len() == 1 || document.tokens[tokens.end - 1].span.len() == 1)
        && !document.word(tokens.start).contains(['.', ','])
        && document.word(tokens.start).len() >= 3
        && !word.is_some_and(|token| document.text(token.span).ends_with('s'))
}

/// Whether the word has a capital after a lower-case letter: `iOS`, `MacBook`.
fn has_inner_capital(document: &Document, at: usize) -> bool {
    let letters = document.word(at).as_bytes();
    document.tokens[at].kind == TokenKind::Word
        && letters.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}

/// Whether the sentence is set as a headline: nearly every longer word is capitalised, or it is a title with too few
/// such words.
pub fn is_title_case(document: &Document, at: usize) -> bool {
    let mut words = 0;
    let mut capitals = 0;
    for at in document.sentence_tokens(at).take(30) {
        let token = &document.tokens[at];
        if token.kind == TokenKind::Word && token.span.len() > 3 {
            words += 1;
            capitals += usize::from(token.tags.any(Tags::CAPITALISED));
        }
    }
    let few = words <= 2 && document.block_of(at).kind == BlockKind::Title;
    few || words > 2 && capitals * 5 >= words * 4
}

/// Whether a bare number of four digits is a year: no comma in it, and neither a bound nor a plural beside it that says
/// it counts.
pub fn is_bare_year(document: &Document, tokens: &Range<usize>, value: Decimal) -> bool {
    let four = tokens.len() == 1 && years::in_digits(document, tokens.start).is_some();
    if !four || !years::is_plausible(value) {
        return false;
    }
    let plural = document.tokens.get(tokens.end).is_some_and(|token| {
        let word = document.text(token.span);
        let noun = Tags::AUXILIARY | Tags::PRONOUN | Tags::CAPITALISED | Tags::DETERMINER | Tags::PREPOSITION;
        token.tags.any(Tags::PERSON_NOUN)
            || word == "people"
            || word.ends_with('s') && word.len() > 3 && !token.tags.any(noun)
    });
    let before = tokens.start.checked_sub(1);
    let dated = before.is_some_and(|at| {
        document.is_one_of(at, const { &WordList::of(["in", "since", "by", "until", "during", "from", "of", "the", "early", "late", "s"]) })
            || document.tags(at).any(Tags::MONTH)
            || document.tokens[at].kind == TokenKind::Possessive
    });
    let round = (value % Decimal::from(50)).is_zero();
    let early = value < Decimal::from(*RECENT.start());
    let average =
        before.is_some_and(|at| document.is(at, "of")) && tokens.start > 1 && document.is(tokens.start - 2, "average");
    !(average || plural && !dated && (round || early))
}

/// Whether a unit of time follows the number, which is then a duration or an age.
pub fn is_measure_of_time(document: &Document, end: usize) -> bool {
    let at = if joins(document, end) { end + 1 } else { end };
    // "Five, six, seven years".
    let mut at = at;
    while document.is(at, ",")
        && document.tags(at + 1).any(Tags::NUMBER_WORD)
        && document.tags(end - 1).any(Tags::NUMBER_WORD)
    {
        at += 2;
    }
    let apart = document.tokens.get(at).is_some_and(|next| next.sentence != document.tokens[end - 1].sentence);
    let tags = if apart { Tags::NONE } else { document.tags(at) };
    // "Three Quarter Pounders".
    let named = document.is(at, "quarter") && tags.any(Tags::CAPITALISED);
    tags.any(Tags::TIME_UNIT) && !document.is(at, "quarters") && !document.is(at, "second") && !named
        || tags.any(Tags::MONTH) && tags.any(Tags::CAPITALISED)
}

/// Whether `am`, `pm` or `o'clock` follows the number.
pub fn is_time_of_day(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["am", "pm", "a.m.", "p.m.", "o'clock", "o’clock"]) })
}

/// Whether two hyphenated numbers are a score: a word of winning or losing is near, or the higher number comes first.
pub fn is_score(document: &Document, at: usize) -> bool {
    const CUES: WordList<28> = WordList::of([
        "beat", "beaten", "beating", "defeat", "defeated", "down", "draw", "drawn", "drew", "lead", "leading", "led",
        "lose", "losing", "loss", "lost", "score", "thrashed", "trailed", "trailing", "up", "victory", "vote", "voted",
        "win", "winning", "won", "wins",
    ]);
    let small = |at: usize| {
        document.tags(at).any(Tags::DIGITS) && document.word(at).len() <= 3 && !document.word(at).contains(['.', ','])
    };
    let free = at == 0 || !kinds::is_dash(document, at - 1) && !numeric_glue(document, at);
    let pair = small(at)
        && joins(document, at + 1)
        && small(at + 2)
        // "555-010- 1234" is a split number, not a score.
        && !hangs(document, at + 3)
        && !is_time_of_day(document, at + 3);
    // "A 737-800ER": letters after it make it a model.
    let model = code::has_letters_behind(document, at + 2) || code::is_variant(document, at);
    // "Won 3-1 in Tarn" is not in inches.
    let inside = document.is(at + 3, "in");
    if !pair
        || model
        || !free
        || !inside
            && document.tags(at + 3).any(Tags::PERCENT | Tags::UNIT | Tags::TIME_UNIT | Tags::MAGNITUDE | Tags::MONTH)
    {
        return false;
    }
    let number = |at: usize| document.word(at).parse::<u32>().unwrap_or_default();
    let sentence = document.sentence_tokens(at);
    let near = at.saturating_sub(5).max(sentence.start)..(at + 7).min(sentence.end);
    let month = at > 0 && document.tags(at - 1).any(Tags::MONTH);
    let cue = || near.clone().any(|at| document.is_one_of(at, &CUES));
    // "7-6 (7-5) 6-7 (3-7)": the sets of a match.
    let sets = document.is(at + 3, "(") && small(at + 4) && joins(document, at + 5);
    // "A 9-14 start": games won and lost.
    let tally = document.is_one_of(at + 3, const { &WordList::of(["finish", "overall", "record", "season", "start"]) });
    // "The Rovers (7-9) met them".
    let bracket = at > 1 && document.is(at - 1, "(") && document.is(at + 3, ")");
    let tally = tally || bracket && document.tags(at - 2).any(Tags::CAPITALISED);
    // "Beat him 6-4 4-6": of two ages the lower comes first in each pair.
    let falls = |at: usize| small(at) && joins(document, at + 1) && small(at + 2) && number(at) > number(at + 2);
    let comma = |at: usize| usize::from(document.is(at, ","));
    let last = at.checked_sub(1).and_then(|before| (before + 1 - comma(before)).checked_sub(3));
    let sets = sets || falls(at + 3 + comma(at + 3)) || last.is_some_and(falls);
    !month && !is_designated(document, at) && (number(at) >= number(at + 2) || sets || tally || cue())
}

fn numeric_glue(document: &Document, at: usize) -> bool {
    document.is_glued(at - 1)
        && document.tokens[at - 1].kind != TokenKind::Mark
        && document.tokens[at - 1].kind != TokenKind::Quotation
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn cases_that_callers_quote() {
        figures(
            "
Call the wardens on 101, quoting incident 231 of May 12, log 345 or reference 4412.
                                                 ^^^^^^ figure date
",
        );
    }

    #[test]
    fn names_models_formats_and_telephones() {
        figures(
            "
The new iOS 4, a screen of 480 x 360, call 555-1234, and the 300 block of Elm Street.
The 747-800LR flew over Club 21 in Tarn.
The Dorrin 636 is new, and the 636 stars in the film of the 40s and 50s.
                                                        ^^^^^^^ figure date resolved=194
",
        );
    }

    #[test]
    fn title_case_and_days_make_no_names() {
        figures(
            "
In Leeds 12 wardens met, and Brackley Mill Closes 4 Looms
         ^^ figure count value=12 counted=[wardens]
                                                  ^ figure count value=4 counted=[Looms]
",
        );
    }

    #[test]
    fn dishes() {
        figures(
            "
They ate three Quarter Pounders.
         ^^^^^ figure count value=3
",
        );
    }

    #[test]
    fn parts_of_sections() {
        figures(
            "
Sections 318(4) and 320 of the act hold 12 rules.
                                        ^^ figure count value=12 counted=[rules]
",
        );
    }

    #[test]
    fn millions_behind_a_name() {
        figures(
            "
Dorn sold 2 million vans, Tarn 2.5 million.
          ^^^^^^^^^ figure count value=2000000 counted=[vans]
                               ^^^^^^^^^^^ figure count value=2500000 counted=[vans]
",
        );
    }
}
