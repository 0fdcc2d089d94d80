//! Whether a word is a verb, by its tags, its ending and its neighbours, without a parser.

use super::{
    change,
    designation::is_title_case,
    phrase::{LIMITS, joins},
};
use crate::{
    grammar::{endings, kinds, tenses},
    types::{Document, Tags, WordList},
};

/// Verbs whose forms are also nouns; before an article or a number they are verbs.
const VERBS_AND_NOUNS: WordList<32> = WordList::of([
    "average",
    "charge",
    "charges",
    "cost",
    "costs",
    "covers",
    "cut",
    "earn",
    "fetch",
    "fetches",
    "hit",
    "hits",
    "measure",
    "measures",
    "needs",
    "offers",
    "passes",
    "put",
    "reach",
    "runs",
    "saw",
    "set",
    "sets",
    "shed",
    "spans",
    "spend",
    "stay",
    "stays",
    "stretches",
    "tops",
    "uses",
    "weigh",
]);

/// Verbs that headlines use for the end of a trading day.
const ENDING: WordList<3> = WordList::of(["closes", "ends", "finishes"]);

/// Whether the token is a verb: by its tags, by an ending that no noun has, or by its neighbours.
pub fn is_verb(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    // Every third word is of a closed class, which is cheaper to test than its neighbours.
    const CLOSED: Tags = Tags::DETERMINER.with(Tags::PREPOSITION).with(Tags::CONJUNCTION);
    const OPEN: Tags = Tags::AUXILIARY.with(Tags::VERB).with(Tags::CHANGE).with(Tags::CUE);
    if tags.any(CLOSED) && !tags.any(OPEN) {
        return false;
    }
    if tags.any(Tags::CAPITALISED) || !kinds::is_word(document, at) {
        // Headlines capitalise verbs too.
        let verb = tags.any(Tags::VERB | Tags::CUE | Tags::CHANGE) && at > 0 && kinds::is_word(document, at - 1);
        let governs = || at > 0 && kinds::is_word(document, at - 1) && stands_before_number(document, at);
        // "In May for £3m".
        let month = || tags.any(Tags::MONTH) && !is_title_case(document, at);
        // "Rowe Collected £500 From Dale".
        let past = || {
            let sum =
                document.tags(at + 1).any(Tags::CURRENCY | Tags::DIGITS) && at > 0 && kinds::is_word(document, at - 1);
            sum && endings::is_past_form(document.word(at)) && !tags.any(Tags::GIVEN_NAME | Tags::SURNAME)
        };
        // "Index Ends Day Up 35".
        let ends = || at > 0 && kinds::is_word(document, at - 1) && document.is_one_of(at, &ENDING);
        let any = verb || governs() || past() || ends();
        return tags.any(Tags::AUXILIARY) && !month() || any && is_title_case(document, at);
    }
    // "Added that fares fell": nothing makes it a noun.
    if is_never_noun(document, at) {
        return true;
    }
    let word = document.word(at);
    let before = if at > 0 { document.tags(at - 1) } else { Tags::NONE };
    let relative = before.any(Tags::RELATIVE) && tags.any(Tags::VERB);
    // "Mills in Southwest fell": the capital makes the adjective a name.
    let named = before.any(Tags::CAPITALISED) && !before.any(Tags::SENTENCE_START);
    // "Dealers of stolen nets": not a verb.
    let of = endings::is_past_form(word)
        && at > 0
        && document.is_one_of(at - 1, const { &WordList::of(["by", "from", "of", "with"]) });
    let noun = (before.any(Tags::DETERMINER | Tags::ADJECTIVE | Tags::POINTER) || of)
        && !(named || tags.any(Tags::AUXILIARY))
        && !(relative
            || is_movement(document, at)
            || document.is(at - 1, "that") && stands_before_number(document, at));
    if noun || at > 0 && endings::is_superlative(document.word(at - 1)) {
        return false;
    }
    let past = endings::is_past_form(word) && !tags.any(Tags::ADJECTIVE);
    tags.any(Tags::AUXILIARY)
        || tags.any(Tags::VERB) && !is_hung(document, at)
        || tags.any(Tags::CHANGE)
            && !is_noun_of_change(document, at)
            && !is_hung(document, at)
            && !word.ends_with("ion")
        || past
        || is_verb_by_place(document, at, word)
}

/// Whether the plain form of a verb follows a compound, which makes it a noun: "A 214-page report took".
fn is_hung(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    at > 1
        && joins(document, at - 2)
        && !word.ends_with('s')
        && !endings::is_past_form(word)
        && tenses::told_by_word(document, at).is_none()
}

/// Whether the word is a past form or an adverb that a headline capitalises: "9-Year-Old Girl Critically Hurt", "4
/// Feared Lost".
pub fn is_told_in_headline(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let word = document.word(at);
    tags.any(Tags::CAPITALISED)
        && !tags.any(Tags::GIVEN_NAME | Tags::SURNAME)
        && kinds::is_word(document, at)
        && (endings::is_past_form(word)
            || word == "Likely"
            || word.len() > 6 && word.ends_with("ly") && !endings::is_noun_in_ly(document, at))
        && is_title_case(document, at)
}

/// Past forms that never precede a noun that they describe ("five won damages", but not "five lost dogs"), and forms in
/// `s` that are not plurals: "the £7m figure refers to".
const ONLY_VERBS: WordList<55> = WordList::of([
    "allows", "became", "becomes", "began", "blew", "brings", "broke", "came", "chose", "comes", "contains", "did",
    "drew", "drove", "fell", "fled", "flew", "froze", "gave", "gets", "gives", "got", "grew", "had", "includes",
    "involves", "knew", "knows", "met", "provides", "ran", "refers", "requires", "rose", "said", "sang", "sat",
    "seems", "shook", "spoke", "stole", "stood", "swam", "swept", "tells", "threw", "told", "took", "tore", "wants",
    "went", "were", "won", "wore", "wrote",
]);

/// Whether the word can only be a verb.
pub fn is_only_verb(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &ONLY_VERBS) && !document.tags(at).any(Tags::CAPITALISED)
}

/// As [`is_only_verb`], except where it can be counted ("500 won"); also a past form before its object.
pub fn is_never_noun(document: &Document, at: usize) -> bool {
    is_only_verb(document, at) && !document.is(at, "won") || has_hit(document, at)
}

/// Whether a past form that is a noun too has an object: "One bullet hit a door", "a 23-year-old put his coat on".
pub fn has_hit(document: &Document, at: usize) -> bool {
    const OBJECTS: Tags = Tags::DETERMINER.with(Tags::POSSESSIVE).with(Tags::PRONOUN);
    let hit = document.is_one_of(at, const { &WordList::of(["hit", "put", "saw", "set", "shut"]) });
    hit && !document.tags(at).any(Tags::CAPITALISED) && document.tags(at + 1).any(OBJECTS)
}

/// Whether a past form has a name as subject and an object: "Rowe beat Dale", "Ada Pike led the"; not in "Tarn built
/// barges".
pub fn is_done_by_name(document: &Document, at: usize) -> bool {
    const OBJECTS: Tags = Tags::CAPITALISED.with(Tags::DETERMINER).with(Tags::PRONOUN);
    const PLAIN: Tags = Tags::CAPITALISED.with(LIMITS);
    at > 0
        && document.tags(at + 1).any(OBJECTS)
        && document.tags(at - 1).any(Tags::CAPITALISED)
        && !document.tags(at).any(PLAIN)
        && kinds::is_word(document, at - 1)
        && tenses::is_irregular_past(document, at)
}

/// Whether the word in `s` at `at` has an object: "a guard averages 18 points", not "12 wins a year", "four wins this
/// season".
pub fn has_object(document: &Document, at: usize) -> bool {
    const OBJECTS: Tags = Tags::DETERMINER.with(Tags::CURRENCY).with(Tags::DIGITS).with(Tags::NUMBER_WORD);
    const TIMES: Tags = Tags::TIME_UNIT.with(Tags::SEASON).with(Tags::WEEKDAY).with(Tags::MONTH);
    let when = document.tags(at + 1).any(Tags::POINTER) || document.tags(at + 2).any(TIMES);
    document.tags(at + 1).any(OBJECTS) && !when && !document.tags(at).any(Tags::CUE)
}

/// Whether neighbours make it a verb: an `-ing` after an auxiliary, a word after a modal, an `s` before an article.
#[inline(always)]
fn is_verb_by_place(document: &Document, at: usize, word: &str) -> bool {
    let tags = document.tags(at);
    let article =
        document.tags(at + 1).any(Tags::DETERMINER | Tags::CURRENCY | Tags::DIGITS | Tags::NUMBER_WORD | Tags::BOUND);
    let before = |tags: Tags| at > 0 && document.tags(at - 1).any(tags);
    let modal = before(Tags::MODAL) && !document.tags(at - 1).any(Tags::CAPITALISED);
    let plain = !tags.any(LIMITS.with(Tags::ADVERB)) && !word.ends_with("ly");
    let infinitive = at > 0 && (document.is(at - 1, "to") && article || is_relative_subject(document, at - 1));
    (modal || infinitive) && plain
        || word.ends_with("ing") && before(Tags::AUXILIARY)
        || governs_number(document, at)
        || before(Tags::CAPITALISED) && is_done_by_name(document, at)
}

/// Whether a word that is also a noun precedes an article or number, or the payer: "Flats cost £5", "guests stay an
/// hour", "the ferry costs users £2".
pub fn governs_number(document: &Document, at: usize) -> bool {
    const SUMS: Tags = Tags::DIGITS.with(Tags::CURRENCY).with(Tags::BOUND);
    let payer = document.is(at, "costs") && document.tags(at + 1).any(Tags::CAPITALISED | Tags::PRONOUN)
        || document.is_one_of(at, const { &WordList::of(["cost", "costs"]) })
            && document.tags(at + 2).any(SUMS)
            && (document.tags(at + 1).any(Tags::CAPITALISED | Tags::PRONOUN) || endings::is_plural(document, at + 1));
    payer || stands_before_number(document, at)
}

fn stands_before_number(document: &Document, at: usize) -> bool {
    const NUMBERS: Tags =
        Tags::DETERMINER.with(Tags::CURRENCY).with(Tags::DIGITS).with(Tags::NUMBER_WORD).with(Tags::BOUND);
    let number = at + 1 + usize::from(document.is(at + 1, "only") || document.is(at + 1, "just"));
    // "License Plates Sell for £100".
    let sold = || {
        document.is(at + 1, "for")
            && document.tags(at + 2).any(Tags::CURRENCY)
            && document.is_one_of(at, const { &WordList::of(["go", "goes", "sell", "sells"]) })
    };
    // "Dow Closes Down 3%".
    let moved = || {
        document.is_one_of(at + 1, const { &WordList::of(["down", "up"]) })
            && document.tags(at + 2).any(NUMBERS)
            && document.is_one_of(at, &change::MOVES)
    };
    // "A barge tops out at 40mph", "the film clocks in at three hours".
    let levels = || {
        let level = document.is_one_of(at + 1, const { &WordList::of(["in", "out"]) })
            && document.is_one_of(at + 2, const { &WordList::of(["at", "to"]) });
        level && document.tags(at + 3).any(NUMBERS) && endings::is_plural(document, at)
    };
    document.tags(number).any(NUMBERS) && document.is_one_of(at, &VERBS_AND_NOUNS) || sold() || moved() || levels()
}

/// Whether the token is a relative pronoun that is the subject of the next word: "flats which range from".
fn is_relative_subject(document: &Document, at: usize) -> bool {
    document.is(at, "which") || document.is(at, "who")
}

/// Whether the word is a verb of change before its size: "The industrial average rose 12 points".
fn is_movement(document: &Document, at: usize) -> bool {
    const SIZES: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::CURRENCY).with(Tags::BOUND);
    let moves = document.is_one_of(at, const { &WordList::of(["fell", "grew", "lost", "rose", "sank", "slid"]) })
        || document.tags(at).any(Tags::CHANGE) && endings::is_past_form(document.word(at));
    let behind = document.tags(at + 1);
    let article = at > 0 && document.tags(at - 1).any(Tags::DETERMINER);
    moves && (behind.any(SIZES) || document.is(at + 1, "by")) && !article
}

/// Whether a word of change is the head of a noun phrase: "a rise of", "the drop", "price increases".
fn is_noun_of_change(document: &Document, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(Tags::NONE, |before| document.tags(before));
    let named = before.any(Tags::CAPITALISED) && !before.any(Tags::SENTENCE_START);
    let article = before.any(Tags::DETERMINER | Tags::ADJECTIVE | Tags::PREPOSITION) && !named;
    let adjective = document.is_one_of(at, const { &WordList::of(["higher", "lower", "growth"]) });
    let particle = document.tags(at).any(Tags::PREPOSITION) || is_movement(document, at);
    !particle && (article || adjective || document.is(at + 1, "of") || document.is(at + 1, "in"))
}

/// Verbs of getting, giving and making, which precede something with a price or an age.
const INFINITIVES: WordList<27> = WordList::of([
    "acquire", "arrest", "bring", "build", "bump", "buy", "clear", "cover", "develop", "fund", "hire", "import",
    "lease", "offer", "open", "pay", "purchase", "raise", "rebuild", "rent", "repair", "replace", "restore", "save",
    "sell", "settle", "win",
]);

/// Whether the word after a `to` is a verb rather than the first of a noun phrase.
pub fn is_infinitive(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::VERB | Tags::CHANGE) || document.is_one_of(at, &INFINITIVES)
}

/// Whether the word can be a singular noun or a plain verb by its form: "one suspect", "a second report", but not "one
/// firing shots", which is a clause.
pub fn is_plain_form(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    let clause = word.ends_with("ing") && at > 0 && document.is(at - 1, "one");
    !clause && !word.ends_with('s') && !word.ends_with("ed") && tenses::told_by_word(document, at).is_none()
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn participles_behind_are_not_counted() {
        figures(
            "
Wardens found a 12-year-old playing with matches and two bargees suffering from burns.
                ^^^^^^^^^^^ figure age value=12 unit=year
                                                     ^^^ figure count value=2 counted=[bargees]
It was the first barge race involving goats, the first-ever ferry, and one of her most charming and talented clerks.
           ^^^^^ figure ordinal value=1 counted=[barge race]
                                                 ^^^^^ figure ordinal value=1 counted=[ferry]
                                                                       ^^^ figure count value=1 counted=[charming and talented clerks]
",
        );
    }

    #[test]
    fn what_names_and_things_do() {
        figures(
            "
Ted Rowe beat Ada Pike by 4% as the third lock keeper Tom Dale led the vote. A 5ft 9in guard averages 18 points.
                          ^^ figure percent value=4 unit=percent
                                    ^^^^^ figure ordinal value=3 counted=[lock keeper Tom Dale]
                                                                               ^^^^^^^ figure measure value=5.75 unit=foot counted=[guard]
                                                                                                      ^^ figure count value=18 counted=[points]
The orchard covers 14 acres, and a $3bn-a-year firm employs 400 millers.
                   ^^^^^^^^ figure measure value=14 unit=acre counted=[orchard]
                                   ^^^^ figure money value=3000000000 unit=USD per=year counted=[firm]
                                                            ^^^ figure count value=400 counted=[millers]
",
        );
    }

    #[test]
    fn what_headlines_tell_is_not_counted() {
        figures(
            "
9-Year-Old Girl Accidentally Sinks Ferry as 4 Feared Lost in Tarn
^^^^^^^^^^ figure age value=9 unit=year counted=[Girl]
                                            ^ figure count value=4
",
        );
    }

    #[test]
    fn verbs_bound_phrases() {
        figures(
            "
Dorrin made an offer to buy Brackley Mills for £4m.
                                               ^^^ figure money value=4000000 unit=GBP counted=[Brackley Mills]
The Tarn industrial average rose 12 points, or 0.4%, to 3,050.
                                 ^^ figure count value=12 change=up counted=[points]
                                               ^^^^ figure percent value=0.4 unit=percent change=up counted=[Tarn industrial average]
                                                        ^^^^^ figure count value=3050 change=up counted=[Tarn industrial average]
Ostwick added that revenue fell to £3m.
                                   ^^^ figure money value=3000000 unit=GBP change=down counted=[revenue]
Youngest Tarn Girl Dies as 2 Barns Burn
                           ^ figure count value=2 counted=[Barns]
",
        );
    }

    #[test]
    fn who_pays_what_it_costs() {
        figures(
            "
The ferry costs users £2, the flood cost Tarn £5m and eels fetch £8.
                      ^^ figure money value=2 unit=GBP counted=[ferry]
                                              ^^^ figure money value=5000000 unit=GBP counted=[flood]
                                                                 ^^ figure money value=8 unit=GBP counted=[eels]
",
        );
    }

    #[test]
    fn the_end_of_trading() {
        figures(
            "
Tarn Index Ends Day Up 35
                       ^^ figure count value=35 change=up counted=[Tarn Index]
",
        );
    }

    #[test]
    fn past_forms_in_headlines() {
        figures(
            "
Pike Collected £500K From Dorn
               ^^^^^ figure money value=500000 unit=GBP
",
        );
    }

    #[test]
    fn likely_in_headlines() {
        figures(
            "
Miller's 140-Pound Goat Likely Started Fire
         ^^^^^^^^^ figure measure value=140 unit=pound-mass counted=[Goat]
",
        );
    }

    #[test]
    fn what_tops_out() {
        figures(
            "
The new barge tops out at 40mph. A meal works out at £30.
                          ^^^^^ figure measure value=40 unit=mile_per_hour counted=[new barge]
                                                     ^^^ figure money value=30 unit=GBP counted=[meal]
",
        );
    }
}
