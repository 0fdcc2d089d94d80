//! Numbers that their neighbours make names: `call 911`, `a .45 pistol`, `CBS 58`, `11 News`, `on 32 Road`, numbers in
//! web addresses, and numbers that are a name elsewhere in the article: `the 747`, `the 787 Dreamliner`.

use std::ops::Range;

use super::{brand, calibre, designation::is_title_case, numeral};
use crate::{
    grammar::endings,
    types::{Document, Tags, TokenKind, WordList},
};

/// Numbers of telephone services, which are read digit by digit.
const SERVICES: [&str; 8] = ["000", "101", "111", "112", "311", "911", "988", "999"];
const CALLING: WordList<9> =
    WordList::of(["call", "called", "calling", "calls", "dial", "dialed", "dialing", "dialled", "dialling"]);
const CALLED: WordList<20> = WordList::of([
    "call",
    "caller",
    "callers",
    "calls",
    "center",
    "centers",
    "centre",
    "centres",
    "dispatch",
    "dispatcher",
    "dispatchers",
    "emergency",
    "line",
    "operator",
    "operators",
    "recording",
    "system",
    "tape",
    "tapes",
    "transcript",
]);

/// Tags of words that cannot begin a noun phrase.
const CLOSED: Tags = Tags::PREPOSITION
    .with(Tags::AUXILIARY)
    .with(Tags::RELATIVE)
    .with(Tags::PRONOUN)
    .with(Tags::ADVERB)
    .with(Tags::VERB);

/// Whether the bare number at these tokens is such a name.
pub fn is_named(document: &Document, tokens: &Range<usize>) -> bool {
    is_service(document, tokens)
        || calibre::is_calibre(document, tokens.end)
        || is_station(document, tokens)
        || is_road(document, tokens)
        || is_in_address(document, tokens.start)
        || is_house(document, tokens)
        || is_version(document, tokens)
        || is_one_of_a_name(document, tokens.start)
        || stands_alone(document, tokens)
        || is_model(document, tokens)
        || is_rating(document, tokens)
        || is_corner(document, tokens.end)
        || brand::is_brand(document, tokens)
}

/// Whether the number is the age rating of a film: `an 18 certificate`.
fn is_rating(document: &Document, tokens: &Range<usize>) -> bool {
    document.is(tokens.end, "certificate") && matches!(document.word(tokens.start), "12" | "15" | "18")
}

/// Whether a slash and another street follow: `3/Mill Lane`.
fn is_corner(document: &Document, slash: usize) -> bool {
    document.is(slash, "/")
        && document.is_glued(slash - 1)
        && document.is_glued(slash)
        && document.tags(slash + 1).any(Tags::CAPITALISED)
}

/// Whether a hyphen makes the number part of a word for a kind: "Two four-wheelers", "an 18-rated film". Measured nouns
/// are singular, as in "a 12-seat van".
pub fn is_kind(document: &Document, hyphen: usize) -> bool {
    let at = hyphen + 1;
    let measure = Tags::UNIT | Tags::TIME_UNIT | Tags::FRACTION | Tags::MAGNITUDE | Tags::CAPITALISED;
    let plural = || document.ends_in(at, "rs") || document.ends_in(at, "gs");
    document.is(hyphen, "-")
        && numeral::joins(document, hyphen)
        && !document.tags(at).any(measure)
        && (document.is_one_of(at, const { &WordList::of(["bore", "gauge", "rated", "way"]) }) || plural())
}

/// Whether the number is a house in a street that only its name shows: `at 6301 Brackley`.
fn is_house(document: &Document, tokens: &Range<usize>) -> bool {
    let street = document.tags(tokens.end);
    let placed = tokens.start > 0 && (document.is(tokens.start - 1, "at") || document.is(tokens.start - 1, "near"));
    let number = document.word(tokens.start);
    let plural = |at: usize| document.tokens.get(at).is_some_and(|token| document.text(token.span).ends_with('s'));
    placed
        && tokens.len() == 1
        && (3..=5).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && street.any(Tags::CAPITALISED)
        && !street.any(Tags::NATIONALITY | Tags::UPPERCASE | Tags::MONTH | Tags::UNIT | Tags::CURRENCY)
        && !plural(tokens.end)
        && !plural(tokens.end + 1)
}

/// Whether the number is a release of software or a picture resolution: `the 5.50 update`, `in 4K`.
fn is_version(document: &Document, tokens: &Range<usize>) -> bool {
    const RELEASES: WordList<10> = WordList::of([
        "beta", "build", "firmware", "patch", "patches", "release", "update", "updates", "version", "versions",
    ]);
    let number = document.word(tokens.start);
    let behind = || {
        tokens.start > 0
            && document.is_one_of(tokens.start - 1, const { &WordList::of(["beta", "firmware", "update", "version"]) })
    };
    let release = number.contains('.') && tokens.len() == 1 && (document.is_one_of(tokens.end, &RELEASES) || behind());
    let sharp = matches!(number, "4" | "8") && tokens.len() == 2 && document.word(tokens.end - 1) == "K";
    release || sharp && !numeral::follows_currency(document, tokens.start)
}

/// Whether the number continues a list that began in a name, with no noun after it: "Morfa Explorer 8, 9 and 10".
fn is_one_of_a_name(document: &Document, at: usize) -> bool {
    let link = |at: usize| document.is(at, ",") || document.is(at, "and") || document.is(at, "or");
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS);
    if at < 2
        || !link(at - 1)
        || document
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == TokenKind::Word && !link(at + 1) && !next.tags.any(CLOSED))
    {
        return false;
    }
    let start = document.sentence_tokens(at).start.max(at.saturating_sub(12));
    let Some(word) = (start..at).rev().find(|&at| !digits(at) && !link(at)) else { return false };
    let named = document.tags(word).any(Tags::CAPITALISED)
        && !document
            .tags(word)
            .any(Tags::SENTENCE_START | Tags::MONTH | Tags::WEEKDAY | Tags::PLACE | Tags::SURNAME | Tags::GIVEN_NAME);
    named && digits(word + 1) && word + 1 < at && !is_title_case(document, at)
}

/// Whether a number after an article has no noun, so that it counts nothing: "As heavy as a 737", "it sounded like a
/// 22".
fn stands_alone(document: &Document, tokens: &Range<usize>) -> bool {
    let article = tokens.start > 0 && (document.is(tokens.start - 1, "a") || document.is(tokens.start - 1, "an"));
    let number = document.word(tokens.start);
    article
        && tokens.len() == 1
        && (2..=3).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !numeral::joins(document, tokens.end)
        && is_closed(document, tokens.end)
}

/// Whether no noun follows the number that ends before `end`.
fn is_closed(document: &Document, end: usize) -> bool {
    let apart = |sentence: u32| end > 0 && document.tokens[end - 1].sentence != sentence;
    document
        .tokens
        .get(end)
        .is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(CLOSED) || apart(next.sentence))
}

/// Whether the number is a model: "The 747" where the article has "Boeing 747" or "747 Jumbo".
fn is_model(document: &Document, tokens: &Range<usize>) -> bool {
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    let number = document.word(tokens.start);
    let one = document.is(before, "the") || document.is(before, "a") || document.tags(before).any(Tags::ORDINAL);
    let own = document.tags(before).any(Tags::ADJECTIVE | Tags::DESCRIPTIVE | Tags::PRONOUN)
        || document.tokens[before].kind == TokenKind::Possessive;
    if (one || own) && is_name_of_one(document, tokens.end) {
        return number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    // "A new 787 jet": an aircraft has a model.
    const CRAFT: WordList<7> =
        WordList::of(["airliner", "airplane", "freighter", "helicopter", "jet", "jetliner", "plane"]);
    let flies = document.is_one_of(tokens.end, &CRAFT) && (one || own || document.tags(before).any(Tags::DETERMINER));
    if flies && number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let alone = is_closed(document, tokens.end);
    let described = alone && document.tokens[before].kind == TokenKind::Word && number.len() == 3;
    // "Its 777 airliner".
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let owned = own && number.len() == 3 && digits && !endings::is_plural(document, tokens.end);
    if !one && !described && !owned
        || !(3..=4).contains(&number.len())
        || document.tags(tokens.end).any(Tags::PERSON_NOUN)
    {
        return false;
    }
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::SENTENCE_START);
    let spelling = document.tokens[tokens.start].spelling;
    let same = |at: usize| document.tokens[at].spelling == spelling && at > 0 && at != tokens.start;
    // "The 777-200LR".
    let variant = |at: usize| {
        numeral::joins(document, at + 1)
            && document.word(at + 2).starts_with(|first: char| first.is_ascii_digit())
            && number.len() == 3
            && document.word(at + 2).len() <= 5
    };
    let is_named =
        |at: usize| variant(at) || named(at - 1) && !is_title_case(document, at) || is_name_of_one(document, at + 1);
    (0..document.tokens.len()).any(|at| same(at) && is_named(at))
}

/// Whether a single name follows, without a plural noun after it: "The 787 Dreamliner", unlike "the 138 Tarn members".
fn is_name_of_one(document: &Document, at: usize) -> bool {
    if at >= document.tokens.len() {
        return false;
    }
    let end = document.sentence_tokens(at).end;
    let word = |at: usize| at < end && document.tokens[at].kind == TokenKind::Word;
    let plural = |at: usize| word(at) && document.ends_in(at, "s");
    let other = Tags::NATIONALITY | Tags::PLACE | Tags::UPPERCASE | Tags::PERSON_NOUN | Tags::MONTH | Tags::SITE;
    let things = |at: usize| plural(at) && !document.tags(at).any(Tags::AUXILIARY);
    let named_on = |at: usize| word(at) && document.tags(at).any(Tags::CAPITALISED);
    named_on(at)
        && !document.tags(at).any(other)
        && !things(at)
        && !named_on(at + 1)
        && !things(at + 1)
        && !things(at + 2)
        && (!is_title_case(document, at) || end == at + 1)
}

/// Whether the number is that of a telephone service: `call 911`, `a 999 caller`.
fn is_service(document: &Document, tokens: &Range<usize>) -> bool {
    if document.tokens[tokens.start].span.len() != 3 || !SERVICES.contains(&document.word(tokens.start)) {
        return false;
    }
    let verb = tokens.start > 0 && document.is_one_of(tokens.start - 1, &CALLING);
    // "Call the wardens on 101".
    let near = document.sentence_tokens(tokens.start).start.max(tokens.start.saturating_sub(6));
    let on = tokens.start > 0 && document.is(tokens.start - 1, "on");
    let called = on && (near..tokens.start).any(|at| document.is_one_of(at, &CALLING));
    // "Report it to 911".
    let emergency = matches!(document.word(tokens.start), "911" | "999") && is_closed(document, tokens.end);
    verb || called || emergency || document.is_one_of(tokens.end, &CALLED)
}

/// Whether the number names a station: `CBS 58` with no noun after it, `11 News`.
fn is_station(document: &Document, tokens: &Range<usize>) -> bool {
    let title_case = || is_title_case(document, tokens.start);
    if document.is(tokens.end, "News") && document.tags(tokens.end).any(Tags::CAPITALISED) && !title_case() {
        return true;
    }
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    // "Tarn 24 reports".
    let reports = document.is_one_of(tokens.end, const { &WordList::of(["reported", "reports", "said", "says"]) });
    if reports && document.tags(before).any(Tags::CAPITALISED) && !title_case() {
        return true;
    }
    let letters = document.tags(before).any(Tags::UPPERCASE) && document.tokens[before].span.len() <= 4;
    let other = Tags::CURRENCY | Tags::UNIT | Tags::PREPOSITION | Tags::DETERMINER | Tags::AUXILIARY;
    let closed = document.tokens.get(tokens.end).is_none_or(|next| next.kind != TokenKind::Word);
    letters
        && closed
        && !document.tags(before).any(other)
        && !document.is_glued(before)
        && !document.is(tokens.end, "%")
}

/// Whether the number names a road: `on 32 Road`, `the 605 Freeway`, `along Texas 35`.
fn is_road(document: &Document, tokens: &Range<usize>) -> bool {
    let road = document
        .is_one_of(tokens.end, const { &WordList::of(["Road", "Street", "Avenue", "Freeway", "Highway", "Motorway"]) });
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    const WHERE: WordList<6> = WordList::of(["along", "at", "near", "of", "off", "on"]);
    let capital = document.tags(tokens.end).any(Tags::CAPITALISED);
    // "On Texas 35", "the 605 Freeway".
    let state = document.tags(before).any(Tags::PLACE) && before > 0 && document.is_one_of(before - 1, &WHERE);
    road && (capital && document.is_one_of(before, &WHERE) || document.is(before, "the"))
        || state && document.word(tokens.start).len() <= 3 && is_closed(document, tokens.end)
}

/// Whether an underscore or an equals sign joins the digits to what precedes: `story_4711`, `page=40`.
fn is_in_address(document: &Document, at: usize) -> bool {
    let start = document.tokens[at].span.start as usize;
    let text = document.article.text.as_bytes();
    let value = start > 1 && text[start - 1] == b'=' && text[start - 2].is_ascii_alphanumeric();
    value || start > 0 && text[start - 1] == b'_'
}

#[cfg(test)]
mod tests {
    use crate::{pipeline::analyse, testing::figures, types::Article};

    #[test]
    fn a_hyphen_makes_a_kind_of_a_number() {
        figures(
            "
Two boys on four-wheelers sold an 18-rated film from a 12-seat van.
^^^ figure count value=2 counted=[boys]
                                                       ^^ figure count value=12 counted=[seat]
",
        );
    }

    #[test]
    fn neighbours_make_names() {
        figures(
            "
The punt sank by the 605 freeway, on Texas 35. She called 911 on 32 Road, a 999 caller told CBS 58, and 11 News found a .45 pistol.
See morfa.example/story_4711/goat for more.
She met Pike at 6301 Brackley near Tarn, where Morfa Explorer 8, 9 and 10 took the 5.50 update in 4K.
",
        );
    }

    #[test]
    fn other_numbers_count() {
        figures(
            "
He saw 999 sheep on 32 roads, met Ada Rowe, 12 goats and 14 wardens.
       ^^^ figure count value=999 counted=[sheep]
                    ^^ figure count value=32 counted=[roads]
                                            ^^ figure count value=12 counted=[goats]
                                                         ^^ figure count value=14 counted=[wardens]
",
        );
    }

    #[test]
    fn models_and_zones() {
        figures(
            "
A barge is as heavy as a 737, the 787-9 is lighter, and trains run on GMT +8. Velia flew its 787 airliner.
",
        );
    }

    #[test]
    fn calibres_codes_and_addresses() {
        figures(
            "
A Colt .45 and a 7.62-calibre rifle sounded like a 22. Text it to 274637, near 861 W. 36th Street, see page=40 of it. An 80-bed ward opened.
                                                                                                                         ^^ figure count value=80 counted=[bed]
",
        );
    }

    #[test]
    fn a_model_in_few_words() {
        figures(
            "
Tarn unveils new 747 Skylark. Two wardens with a 12-gauge gun held a three-way call to the 911 system.
                              ^^^ figure count value=2 counted=[wardens]
",
        );
    }

    #[test]
    fn a_text_may_end_with_its_number() {
        let article = Article::new("a", None, "Wardens saw herons by the weir, among them 260");
        let (document, facts) = analyse(&article);
        let figures: Vec<&str> = facts.figures.iter().map(|fact| document.text(fact.span)).collect();
        assert_eq!(figures, ["260"]);
    }

    #[test]
    fn ratings_and_corners() {
        figures(
            "
An 18 certificate film was shot at 3/Mill Lane. Ring 555-010- 1234.
",
        );
    }
}
