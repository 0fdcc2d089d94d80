//! The subject of the clause of a figure, found by tags and endings: "complaints about noise rose to 16".

use std::ops::Range;

use super::{
    described::{GOING_ON, before_appositive, before_relative, behind_preposition},
    gerund, inner_clause, name_parts,
    noun::{self, is_noun},
    phrase::{LONGEST, Phrase, before, joins},
    placed, teller,
    verb::is_verb,
};
use crate::{
    grammar::{classes, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// The subject of the clause before the figure at token `start`: the phrase before its nearest verb, up to the first
/// preposition other than `of` and `for`. A clause that begins after the previous figure, whose tokens are `last`, is
/// tried first; then the words before that figure.
pub fn subject(document: &Document, last: &Range<usize>, start: usize) -> Option<Phrase> {
    let sentence = document.sentence_tokens(start).start;
    if last.start < sentence || last.end > start {
        return subject_from(document, sentence, start);
    }
    // "Patients waiting 12 days at Tarn Hospital reached 36": the words after a preposition are part of the subject.
    // "The toll in Friday's storm rose to 5": so is what the previous figure owns.
    let owned = document.tokens[last.end].kind == TokenKind::Possessive
        && last.start > sentence
        && document.is_one_of(last.start - 1, const { &WordList::of(["at", "by", "for", "from", "in", "of", "on"]) });
    let free = |phrase: &Phrase| {
        if owned && phrase.start == last.end + 1
            || phrase.start == last.end && placed::is_attribute(document, sentence, last)
        {
            return false;
        }
        let word =
            phrase.start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DETERMINER)).unwrap_or(phrase.start);
        !word.checked_sub(1).is_some_and(|at| {
            at >= last.end && document.is_one_of(at, const { &WordList::of(["at", "by", "from", "in", "on"]) })
        })
    };
    let own = search(document, last.end, start);
    if own == Some(None) {
        return None;
    }
    let own = own.flatten();
    if own.as_ref().is_some_and(|own| own.start == last.end) && placed::is_owned_number(document, sentence, last) {
        return subject_from(document, sentence, start);
    }
    let own = own.filter(free);
    if own.is_none() && is_of_pronoun(document, last.end, start) {
        return None;
    }
    let placed = || {
        let phrase = subject_before(document, sentence, placed::subject_end(document, sentence, last, start)?)?;
        placed::is_subject_of_clause(document, sentence, phrase.start).then_some(phrase)
    };
    own.or_else(placed)
        .or_else(|| placed::aged(document, sentence, last))
        .or_else(|| behind_comma(document, sentence, last.end, start))
        .or_else(|| subject_from(document, sentence, last.start))
        .or_else(|| subject_from(document, sentence, start))
}

/// The subject of a verb after the previous figure, with a comma between them: "The toll of the storm, in which a barge
/// sank on Friday near Tarn, rose to 5".
fn behind_comma(document: &Document, sentence: usize, first: usize, start: usize) -> Option<Phrase> {
    let verb = (first..start).rev().find(|&at| is_verb(document, at))?;
    let end = verb_group(document, first, verb);
    let comma = end.checked_sub(1).filter(|&at| at >= first && document.is(at, ","))?;
    before_relative(document, comma).filter(|phrase| phrase.start >= sentence)
}

/// Pronouns for people.
const PERSONAL: WordList<5> = WordList::of(["he", "i", "she", "we", "you"]);

/// Whether the subject of the nearest verb is a personal pronoun, away from the verb before: "The firm cut 12 posts,
/// and she earned £3m".
fn is_of_pronoun(document: &Document, first: usize, start: usize) -> bool {
    let nearest = |end: usize| (first..end).rev().find(|&at| is_verb(document, at));
    let Some(verb) = nearest(start) else { return false };
    let end = verb_group(document, first, verb);
    let pronoun = end.checked_sub(1).filter(|&at| at >= first && document.is_one_of(at, &PERSONAL));
    pronoun.is_some_and(|at| nearest(at).is_none_or(|before| at > before + 2))
}

fn subject_from(document: &Document, first: usize, start: usize) -> Option<Phrase> {
    search(document, first, start).flatten()
}

/// As [`subject_from`]; `Some(None)` where the clause has a subject, but no words before it name it.
fn search(document: &Document, first: usize, start: usize) -> Option<Option<Phrase>> {
    let mut end = start;
    let mut pronoun = None;
    if let Some(expected) = teller::expected(document, first, start) {
        return Some(Some(expected));
    }
    for _ in 0..4 {
        let verb = (first..end).rev().find(|&at| is_verb(document, at))?;
        let told = placed::told(document, verb, start);
        if told.is_some() {
            return Some(told);
        }
        end = verb_group(document, first, verb);
        let group = end;
        // "The index ended the day up 4%", "in the year to May up from 3%": a day or month has no size.
        const TIMES: Tags = Tags::TIME_UNIT.with(Tags::MONTH).with(Tags::WEEKDAY).with(Tags::SEASON);
        let stretch = |phrase: &Phrase| phrase.len() == 1 && document.tags(phrase.start).any(TIMES);
        if let Some(phrase) = subject_before(document, first, end) {
            let tells = teller::tells(document, group) && group < start;
            let aside = teller::aside(document, &phrase, verb).filter(|_| tells);
            let told = aside.and_then(|comma| teller::before_aside(document, first, comma));
            if told.is_some() {
                return Some(told);
            }
            if stretch(&phrase) || aside.is_some() {
                end = phrase.start;
                continue;
            }
            // "The firm that makes bells lost 3%".
            let outer = inner_clause::before(document, first, &phrase, group);
            let phrase = outer.and_then(|end| subject_before(document, first, end)).unwrap_or(phrase);
            let stands = pronoun.map_or(!tells, |at| teller::stands_for(document, at, &phrase, tells));
            return Some(stands.then_some(phrase));
        }
        // "Someone who is 19", "they think that this will save £3m": the clause has its own subject, which is not a
        // thing.
        if end > first && (document.tags(end - 1).any(Tags::RELATIVE) || document.is(end - 1, "this")) {
            return None;
        }
        pronoun = pronoun.or(teller::pronoun_before(document, first, end));
    }
    None
}

/// The first token of the verb group that ends at `verb`: "is expected to rise".
pub fn verb_group(document: &Document, first: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > first {
        let tags = document.tags(at - 1);
        let adverb = tags.any(Tags::ADVERB | Tags::NEGATION) || document.ends_in(at - 1, "ly");
        if !(is_verb(document, at - 1) || adverb || document.is(at - 1, "to") || teller::is_bound_to(document, at - 1))
        {
            break;
        }
        at -= 1;
    }
    at
}

/// The subject that ends before the verb at `end`; for a relative pronoun, its antecedent.
fn subject_before(document: &Document, first: usize, end: usize) -> Option<Phrase> {
    let end = before_brackets(document, first, end);
    // "The index Friday fell", "the poll released yesterday shows".
    let day = end > first && document.tags(end - 1).any(Tags::DAY_WORD | Tags::WEEKDAY);
    let end = end - usize::from(day);
    // "Sales so far are 4% up".
    let so_far = end > first + 2 && document.is(end - 1, "far") && document.is(end - 2, "so");
    let end = end - if so_far { 2 } else { 0 };
    // "Dorn Inc. fell".
    let end = end - usize::from(end > first + 1 && name_parts::is_stop(document, end - 1));
    let last = end.checked_sub(1).filter(|&last| last >= first)?;
    let comma = |at: usize| at.checked_sub(1).filter(|&comma| comma > first && document.is(comma, ","));
    if document.tags(last).any(Tags::RELATIVE) {
        return before(document, before_brackets(document, first, comma(last).unwrap_or(last)));
    }
    // "Sells flour that costs".
    if document.is(last, "that")
        && last > first
        && is_noun(document, last - 1)
        && !document.tags(last - 1).any(Tags::CUE | Tags::CUE_NOUN | Tags::VERB | Tags::CAPITALISED)
    {
        return before(document, last);
    }
    let particle = document.is(end, "up") || document.is(end, "down");
    if let Some(comma) = comma(end).filter(|_| particle) {
        return before(document, comma);
    }
    if document.is(last, ",") {
        return before_appositive(document, first, last).or_else(|| before_relative(document, last));
    }
    let named = document.tags(last).any(Tags::DIGITS);
    let pronoun = document.tags(last).any(Tags::PRONOUN)
        && !(last > first && document.tags(last - 1).any(Tags::PREPOSITION) && last - 1 > first);
    if document.tags(last).any(Tags::CONJUNCTION) || pronoun || !kinds::is_word(document, last) && !named {
        return None;
    }
    // "With the index falling to": the noun after the preposition.
    let absolute = document.tokens.get(end).is_some_and(|verb| document.text(verb.span).ends_with("ing"));
    let mut start = end;
    while start > first
        && !(absolute && document.is(start - 1, "with"))
        && end - start < 3 * LONGEST
        && in_subject(document, start - 1)
    {
        start -= 1;
    }
    trimmed(document, start, end)
}

/// The opening bracket if one closes before token `end`, else `end`: "The Dorrin index (DRI) rose".
fn before_brackets(document: &Document, first: usize, end: usize) -> usize {
    if end <= first || !document.is(end - 1, ")") {
        return end;
    }
    (first.max(end.saturating_sub(8))..end).rev().find(|&at| document.is(at, "(")).unwrap_or(end)
}

/// Whether the token is a number, unless a hyphen makes it part of a name, or the currency sign before one.
fn is_number(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::DIGITS) && !joins(document, at + 1)
        || document.tags(at).any(Tags::CURRENCY) && !kinds::is_word(document, at)
}

/// The first token of the noun phrase from `start` on that is not an article, a number or part of one.
fn past_numbers(document: &Document, mut start: usize, end: usize) -> usize {
    let idle = Tags::DETERMINER
        | Tags::PRONOUN
        | Tags::ADVERB
        | Tags::CONJUNCTION
        | Tags::NUMBER_WORD
        | Tags::MAGNITUDE
        | Tags::PERCENT;
    let owned = |at: usize| document.tokens[at].kind == TokenKind::Possessive;
    // "The A-road": not an article; "twenty-six" is all number.
    let letter = |at: usize| at + 1 < end && joins(document, at + 1) && document.tokens[at].span.len() == 1;
    let hyphen = |at: usize| at > 0 && joins(document, at) && document.tags(at - 1).any(Tags::NUMBER_WORD);
    while start < end
        && !letter(start)
        && (document.tags(start).any(idle) || is_number(document, start) || owned(start) || hyphen(start))
    {
        start += 1;
    }
    // "The two-term warden", "its 5.1-magnitude tremor": the number belongs to the description.
    let ranked = |at: usize| document.tags(at).any(Tags::ORDINAL);
    let hung = |at: usize| {
        at > 0
            && at + 2 < end
            && joins(document, at)
            && kinds::is_word(document, at + 1)
            && !joins(document, at + 2)
            && !ranked(at - 1)
    };
    if start > 0 && document.is(start, "old") && hung(start - 1) {
        start += 1;
    } else if hung(start) {
        start += 2;
    } else if start > 1 && hung(start - 1) && document.tags(start - 2).any(Tags::NUMBER_WORD) {
        start += 1;
    }
    // "Two-thirds of the goats".
    if document.tags(start).any(Tags::FRACTION) && document.is(start + 1, "of") && start + 2 < end {
        start += 2 + usize::from(document.tags(start + 2).any(Tags::DETERMINER));
    }
    start
}

/// The phrase without the words before its first noun and without attributes after it.
fn trimmed(document: &Document, start: usize, end: usize) -> Option<Phrase> {
    let mut start = past_numbers(document, start, end);
    // "They told reporters the van was doing 90mph".
    let link = |at: usize| document.tags(at).any(Tags::PREPOSITION | Tags::CONJUNCTION);
    let article = |at: usize| document.tags(at).any(Tags::DETERMINER) && !link(at - 1);
    const TOLD: WordList<5> = WordList::of(["tell", "telling", "tells", "told", "warned"]);
    let court = start > 1 && article(start - 1) && document.is_one_of(start - 2, &TOLD);
    if court || start > 0 && document.tags(start - 1).any(Tags::CUE) {
        start = (start + 1..end).find(|&at| article(at)).map_or(start, |article| article + 1);
    }
    start += usize::from(start + 1 < end && gerund::takes_object(document, start));
    if document.tags(start).any(Tags::PREPOSITION) {
        return behind_preposition(document, start, end);
    }
    // "They expect to spend".
    if start + 1 == end && start > 0 && noun::is_subject(document, start - 1) {
        return None;
    }
    let keeps = |at: usize| document.is(at, "of") || document.is(at, "for");
    let stop = (start..end).find(|&at| document.tags(at).any(Tags::PREPOSITION) && !keeps(at));
    // "A lamp belonging to Pike": a participle after the noun is not part of it.
    let goes_on = |at: usize| at > start + 1 && document.is_one_of(at - 1, &GOING_ON);
    let end = stop.map_or(end, |stop| stop - usize::from(goes_on(stop)));
    // "The best part of being at sea", "a slot capable of".
    let end = end - usize::from(end > start && keeps(end - 1));
    // "Ending down 12%", "Rounding out the list were two mills at 6%"; "Spending on mills rose 6%".
    let particle = document.is_one_of(end, const { &WordList::of(["down", "off", "out", "up"]) });
    let opens = document.tags(start).any(Tags::SENTENCE_START) && particle;
    let named = document.tags(start).any(Tags::CAPITALISED) && !opens;
    let doing =
        end == start + 1 && document.ends_in(start, "ing") && !named && !document.tags(end).any(Tags::AUXILIARY);
    (start < end && !doing && (start..end).any(|at| is_noun(document, at))).then_some(start..end)
}

/// Words that open a clause beside those that make it depend on another.
const OPENERS: WordList<5> = WordList::of(["how", "than", "that", "what", "why"]);

/// Whether the token can be part of a subject and its attributes.
fn in_subject(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    let tags = token.tags;
    let word = token.kind == TokenKind::Word && !is_verb(document, at);
    // "Those fishing or mending nets".
    let ing = |at: usize| kinds::is_word(document, at) && document.ends_in(at, "ing");
    let or = document.is(at, "or") && at > 0 && ing(at - 1) && ing(at + 1);
    let inner = joins(document, at) || document.is(at, "&") || document.is(at, "and") || or;
    let limits = Tags::CONJUNCTION | Tags::RELATIVE | Tags::NEGATION;
    let opener = document.is_one_of(at, &classes::SUBORDINATORS) || document.is_one_of(at, &OPENERS);
    inner
        || tags.any(Tags::DIGITS | Tags::CURRENCY | Tags::PERCENT)
        || token.kind == TokenKind::Possessive
        || word && !tags.any(limits) && !opener && !noun::is_half_of_day(document, at)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn kinds_are_no_part_of_the_subject() {
        figures(
            "
The yield on the 10-year note fell 3%. The two-term warden raised £4m.
                 ^^^^^^^ figure duration value=10 unit=year resolved=P10Y
                                   ^^ figure percent value=3 unit=percent change=down counted=[yield]
                                           ^^^ figure count value=2 counted=[term]
                                                                  ^^^ figure money value=4000000 unit=GBP
",
        );
    }

    #[test]
    fn a_figure_may_be_the_subject() {
        figures(
            "
Warden Ann Reed said £3m had been lost, and left after 20% was found.
                     ^^^ figure money value=3000000 unit=GBP
                                                       ^^^ figure percent value=20 unit=percent
She told bargees the ferry was doing 12mph. The bargees, aged 19, were held for four days.
                                     ^^^^^ figure measure value=12 unit=mile_per_hour counted=[ferry]
                                                              ^^ figure age value=19 unit=year counted=[bargees]
                                                                                ^^^^^^^^^ figure duration value=4 unit=day counted=[bargees] resolved=P4D
",
        );
    }

    #[test]
    fn participles_that_open_or_describe() {
        figures(

            "
The share of bargees fishing or mending nets has hit 62.6%. Rounding out the list were Tarn Salt and Morfa Salt at 6%.
                                                     ^^^^^ figure percent value=62.6 unit=percent counted=[share of bargees fishing or mending nets]
                                                                                                                   ^^ figure percent value=6 unit=percent counted=[Morfa Salt]
",
        );
    }

    #[test]
    fn what_somebody_owns_in_a_subject() {
        figures(
            "
The toll in Friday's storm has risen to 14. Sales of nets, a kind that lasts long, rose by 4%. A lamp belonging to Pike was sold for £20.
            ^^^^^^ figure date
                                        ^^ figure count value=14 change=up counted=[toll]
                                                                                           ^^ figure percent value=4 unit=percent change=up counted=[Sales of nets]
                                                                                                                                     ^^^ figure money value=20 unit=GBP counted=[lamp]
",
        );
    }

    #[test]
    fn days_have_no_size() {
        figures(
            "
The Tarn index ended the day up 4% at 812.5 after a film about two barges.
                                ^^ figure percent value=4 unit=percent change=up counted=[Tarn index]
                                      ^^^^^ figure count value=812.5 change=up counted=[Tarn index]
                                                               ^^^ figure count value=2 counted=[barges]
",
        );
    }

    #[test]
    fn far_subjects() {
        figures(
            "
The toll of the storm, in which a barge sank on Friday near Tarn, rose to 15.
                                                ^^^^^^ figure date
                                                                          ^^ figure count value=15 change=up counted=[toll of the storm]
",
        );
    }
}
