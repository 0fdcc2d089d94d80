//! Words quoted inside a phrase that is the object of a verb of speech: `Finch called the plan "a gift to nobody".`,
//! `She dismissed "idle talk" of a merger.`

use std::ops::Range;

use super::{
    adjuncts,
    attribution::{Attribution, quote},
    clause, cue_source, cues, performed, phrases, sources, speaking, subordinate, vehicle,
};
use crate::{
    extract::Extractor,
    grammar::{classes, kinds},
    lexicon::{Cue, Frame},
    types::{Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Source, verb, phrase with quoted words.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.mixed", source: include_str!("mixed.rs"), anchors: Tags::CUE, extract };

/// Maximum number of tokens of quoted words, with their marks, that modify a noun.
const ADJECTIVE: usize = 4;

/// Maximum number of tokens of a time.
const TIME: usize = 4;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    // Most verbs have no quotation behind them.
    let next = document.quotations.partition_point(|quotation| quotation.open as usize <= at);
    let limit = document.sentence_tokens(at).end;
    if document.quotations.get(next).is_none_or(|quotation| quotation.open as usize >= limit) {
        return;
    }
    let cue = cues::verb(document, at).filter(|cue| takes_phrase(document, cue, at + 1));
    let Some(cue) = cue.filter(|_| document.quotation_of(at).is_none()) else { return };
    let sentence = clause::sentence(document, at);
    let start = cues::end(document, at);
    // `apologised to the mayor`, `reported to the harbour`: the hearer.
    if document.is(start, "to") && matches!(cue.lemma, "apologise" | "apologize" | "confirm" | "report") {
        return;
    }
    let start = behind_time(document, start, sentence.end);
    let start = start + usize::from(is_object_marker(document, start));
    // `posted a picture of the “new” weir`
    if matches!(cue.lemma, "post" | "tweet") && performed::is_shown(document, start, sentence.end) {
        return;
    }
    let that = document.is(start, "that") && clause::is_finite(document, start + 1..sentence.end);
    if start >= sentence.end || that || cues::is_passive(document, at, sentence.start) {
        return;
    }
    let content = match document.quotation_of(start) {
        Some(quotation) if !describes(document, quotation.close as usize + 1) => start..quotation.close as usize + 1,
        Some(_) => start..phrase_end(document, start),
        None if matches!(document.tokens[start].kind, TokenKind::Word | TokenKind::Number) => {
            start..phrase_end(document, start)
        }
        None => return,
    };
    if content.len() < 2 || !quotes_soon(document, content.clone()) {
        return;
    }
    let fronted = at == sentence.start && cues::is_participle(document, at);
    let source = if fronted { Some(at..at + 1) } else { cue_source::source(document, at, sentence.start) };
    let Some(source) = source else { return };
    // `songs described as "a gift"`: a participle, whose subject is not named.
    let participle = document.ends_in(at, "ed") && document.is(cues::end(document, at), "as");
    let described = participle && !speaking::is_named(document, source.clone())
        || is_apposed(document, at, start) && !source.clone().any(|at| is_tagged_person(document.tags(at)));
    if described || !speaking::speaks(document, at, cue, source.clone()) || is_thing(document, source.clone()) {
        return;
    }
    let (content, source) = subordinate::split(document, at, sentence.start, content, source);
    if clause::introduces(document, content.end) {
        return;
    }
    // `Citing "costs," the mayor left`: the subject follows the quotation.
    let behind = content.end + usize::from(content.end < sentence.end && document.is(content.end, ","));
    let subject = || phrases::behind(document, behind, sentence.end).filter(|_| document.is(content.end - 2, ","));
    let source = if source.start == at { subject() } else { Some(source) };
    let Some(source) = source else { return };
    let content = if is_what(document, &source) { name(document, content) } else { content };
    let content = vehicle::without(document, content);
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.66, attribution));
}

/// Whether `what` precedes the source, so that words after the name belong to the outer sentence: `voted for what Finch
/// calls a "gift" on Monday`.
fn is_what(document: &Document, source: &Range<usize>) -> bool {
    source.start > 0 && document.is(source.start - 1, "what")
}

/// The phrase up to its first quotation, with the noun that this modifies and an `of` phrase.
fn name(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let Some(quotation) = phrase.clone().find_map(|at| document.quotation_of(at)) else { return phrase };
    let (open, mut end) = (quotation.open as usize, quotation.close as usize + 1);
    let short = open > 0 && document.tags(open - 1).any(Tags::DETERMINER) && end - open <= ADJECTIVE;
    if describes(document, end) || short && is_noun_like_verb(document, end) {
        end = phrases::behind(document, end, phrase.end).map_or(end + 1, |noun| noun.end);
    }
    if document.is(end, "of") {
        end = phrases::behind(document, end + 1, phrase.end).map_or(end, |owner| owner.end);
    }
    phrase.start..end.min(phrase.end)
}

/// Whether a time or manner begins at the token: `last week`, `twice`.
fn is_adjunct(document: &Document, at: usize) -> bool {
    adjuncts::adjuncts_end(document, at, document.tokens.len().min(at + TIME)) > at
}

/// Whether the word is a noun that looks like a verb: `an "open" show of force`.
fn is_noun_like_verb(document: &Document, at: usize) -> bool {
    let other = Tags::CONJUNCTION | Tags::PREPOSITION | Tags::ADVERB | Tags::AUXILIARY | Tags::RELATIVE;
    kinds::is_word(document, at)
        && !document.tags(at).any(other.with(Tags::DETERMINER).with(Tags::PRONOUN))
        && !is_adjunct(document, at)
}

/// Whether the verb is a participle after a comma, directly before the name: `The boat, called "Otter," sank`.
fn is_apposed(document: &Document, at: usize, start: usize) -> bool {
    at > 0
        && document.is(at - 1, ",")
        && document.ends_in(at, "ed")
        && document.tags(start).any(Tags::OPENING)
        && start == at + 1
}

/// Whether the tags are those of a name, or of a word for people or bodies.
fn is_tagged_person(tags: Tags) -> bool {
    tags.any(Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION | Tags::PRONOUN) || phrases::is_name_part(tags)
}

/// Whether the quoted words modify a noun after them: `"idle" talk of a merger`.
fn describes(document: &Document, behind: usize) -> bool {
    let other = Tags::CONJUNCTION | Tags::PREPOSITION | Tags::ADVERB | Tags::AUXILIARY | Tags::VERB | Tags::RELATIVE;
    let open = kinds::is_word(document, behind);
    // `"idle" Tory promises`
    let noun = phrases::is_nominal(document, behind + 1);
    let other_name = document.tags(behind + 1).any(Tags::CAPITALISED | Tags::CUE);
    let name = document.tags(behind).any(Tags::CAPITALISED) && (other_name || !noun);
    open && !document.is(behind - 2, ",")
        && !name
        && !is_adjunct(document, behind)
        && !document.tags(behind).any(other.with(Tags::DETERMINER))
}

/// Whether the verb takes a phrase, by itself or with the preposition at `next`: `warned of "idle talk"`.
fn takes_phrase(document: &Document, cue: &Cue, next: usize) -> bool {
    match cue.lemma {
        "say" | "tell" => false,
        "speak" => is_about(document, next) || document.is(next, "out"),
        _ => cue.takes(Frame::Phrase) || is_about(document, next),
    }
}

/// The token after a time: `praised on Tuesday the "steady nerve" of the wardens`.
fn behind_time(document: &Document, at: usize, limit: usize) -> usize {
    let time = |at: usize| document.tags(at).any(Tags::WEEKDAY | Tags::DAY_WORD);
    let timed = time(at) || document.is(at, "on") && time(at + 1);
    if timed { adjuncts::adjuncts_end(document, at, limit) } else { at }
}

/// Whether the preposition introduces a topic: `warned of`, `boasted about`.
fn is_about(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["of", "about", "against"]) })
}

/// Whether the preposition introduces the content of the verb: `called for`, `referred to`.
fn is_object_marker(document: &Document, at: usize) -> bool {
    let time = document.tags(at + 1).any(Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD | Tags::TIME_UNIT);
    !time
        && (is_about(document, at)
            || document.is_one_of(at, const { &WordList::of(["for", "on", "to", "at", "over"]) }))
}

/// Whether the source is a thing not mentioned before, which is only called by the name: `a film called "Salt"`.
fn is_thing(document: &Document, source: Range<usize>) -> bool {
    let speaks = |at: usize| document.tags(at).any(Tags::CUE_NOUN | Tags::ORGANISATION);
    (document.is(source.start, "a") || document.is(source.start, "an"))
        && !source.clone().any(speaks)
        && !speaking::is_named(document, source)
}

/// The end of the phrase that starts at `start`, without another verb after a comma or conjunction, a relative clause
/// or an insertion.
fn phrase_end(document: &Document, start: usize) -> usize {
    let end = clause::reach(document, start);
    let Some(quotation) = (start..end).find_map(|at| document.quotation_of(at)) else { return end };
    let mut at = quotation.close as usize + 1;
    while at < end {
        if let Some(quotation) = document.quotation_of(at) {
            at = quotation.close as usize + 1;
        } else if is_set_apart(document, at) {
            return at;
        } else {
            at += 1;
        }
    }
    end
}

fn is_set_apart(document: &Document, at: usize) -> bool {
    let verb = |at: usize| {
        let manner = document.tags(at).any(Tags::ADVERB) || sources::is_manner(document, at);
        let at = at + usize::from(manner);
        let tags = document.tags(at);
        kinds::is_word(document, at)
            && (tags.any(Tags::VERB | Tags::CUE | Tags::AUXILIARY) || document.ends_in(at, "ed"))
            && !tags.any(Tags::CAPITALISED)
    };
    match document.tokens[at].kind {
        TokenKind::Dash => !document.is_glued(at),
        TokenKind::Mark => {
            document.is(at, "(")
                || (document.is(at, ",") && (verb(at + 1) || document.tags(at + 1).any(Tags::RELATIVE)))
                || (document.is(at, ",") && is_joined_clause(document, at + 1))
        }
        _ => {
            let closed = document.tags(at - 1).any(Tags::CLOSING) && document.is(at - 2, ",");
            document.tags(at).any(Tags::CONJUNCTION) && (verb(at + 1) || closed && is_joined_clause(document, at))
                // `“a leech,” which is what they say of him`
                || closed && (verb(at) || document.is_one_of(at, const { &WordList::of(["which", "who", "whose"]) }))
        }
    }
}

/// Whether a quotation opens in the phrase before any other verb or clause.
fn quotes_soon(document: &Document, phrase: Range<usize>) -> bool {
    // `called it, as Finch does, “an open door”`, `sorry if “they” leak`: these two go on with what is said.
    let joins = |at: usize| {
        let other = document.is(at, "as") || document.is(at, "if");
        document.is_one_of(at, &classes::SUBORDINATORS) && !other
    };
    let verb = |at: usize| {
        document.tags(at).any(Tags::AUXILIARY | Tags::RELATIVE) && at > phrase.start && !document.is(at, "being")
    };
    let participle = |at: usize| {
        let next = at + 1 + usize::from(document.tags(at + 1).any(Tags::ADVERB));
        document.is(at, ",") && next < document.tokens.len() && document.ends_in(next, "ing")
    };
    let second = |at: usize| document.tags(at).any(Tags::CONJUNCTION) && cues::verb(document, at + 1).is_some();
    let other = |at: usize| document.is(at, ":") || verb(at) || joins(at) || participle(at) || second(at);
    let found = phrase.clone().find(|&at| document.tags(at).any(Tags::OPENING) || other(at));
    found.is_some_and(|at| document.tags(at).any(Tags::OPENING))
}

/// Whether a clause in the reporter's own words is joined: `, and it is easy to see why`.
fn is_joined_clause(document: &Document, at: usize) -> bool {
    let joint = document.is_one_of(at, const { &WordList::of(["and", "but", "so", "though", "although"]) });
    joint && (document.is_one_of(at + 1, &classes::SUBJECTS) || document.is(at + 1, "there"))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_next_clause_is_the_reporters() {
        quotes(
            "
Amos has called the weir her “revenge on rivers,” and it is plain to see why.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[called] speaker=[Amos] person=[Amos]
",
        );
    }

    #[test]
    fn what_is_told_of_the_quoted_words_is_the_reporters() {
        quotes(
            "
Lund called the toll a “hidden tax,” which is what millers say of it.
            ^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[called] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_year_is_called_something() {
        quotes(
            "
Lund called 2004 a “lean spell” for rowers.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[called] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn the_phrase_around_the_marks_is_content() {
        quotes(
            "
Finch called the plan “a gift to nobody”.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[called] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn the_phrase_ends_at_the_next_verb() {
        quotes(
            "
Lund called Finch “a gift to nobody” and left the hall at noon.
            ^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[called] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_preposition_may_tie_the_phrase_to_its_verb() {
        quotes(
            "
The club called for “urgent repairs” and warned of “more storms”.
                    ^^^^^^^^^^^^^^^^ quote direct cue=[called] speaker=[The club]
                                                   ^^^^^^^^^^^^^ quote direct cue=[warned] speaker=[The club]
Moss dismissed the plan as being “too late”.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[dismissed] speaker=[Moss] person=[Moss]
",
        );
    }

    #[test]
    fn titles_and_scare_quotes_are_not_speech() {
        quotes("The so-called “smart” meters failed. She read “The Long Winter” in March.");
    }

    #[test]
    fn who_hears_an_apology_and_what_is_described() {
        quotes("Dray apologised to Finch and “anyone I hurt”. They sang songs described as “A Gift” in Dorn.");
        quotes("Nine anglers reported to the “Did it bite?” page.");
        quotes(
            "
The abbey lost its flock. It blamed “poor hay and a late thaw”.
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[blamed] speaker=[It]
",
        );
    }

    #[test]
    fn the_subject_of_a_participle_stands_behind_the_marks() {
        quotes(
            "
Citing “high costs,” the mayor left.
       ^^^^^^^^^^^^^ quote direct cue=[Citing] speaker=[the mayor]
",
        );
    }

    #[test]
    fn marks_around_an_adjective_quote_the_phrase() {
        quotes(
            "
The committee highlighted “deeply worrying” cases of young people who fled.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[highlighted] speaker=[The committee]
Finch tweeted about losing her “best boat” on Tuesday.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[tweeted] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn who_is_quoted_is_not_what_is_said() {
        quotes(
            "
The Post quotes a Dorn aide as saying: \"The bill ignores an analysis that was asked for.\"
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[saying] speaker=[a Dorn aide]
It cited Lund as saying that the dam would hold.
                        ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn what_something_is_called_ends_with_its_name() {
        quotes(
            "
The guild paid for what Birch calls a “gift to herons” last week.
                                    ^^^^^^^^^^^^^^^^^^ quote mixed cue=[calls] speaker=[Birch] person=[Birch]
Guards searched what Birch called an “open” show of tools.
                                  ^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[called] speaker=[Birch] person=[Birch]
Birch praised on Tuesday the “steady nerve” of the wardens.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[praised] speaker=[Birch] person=[Birch]
Birch, who calls the toll “a quiet theft,” kept the key.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[calls] speaker=[who] person=[Birch]
",
        );
    }

    #[test]
    fn a_name_may_go_on_from_the_marks() {
        quotes(
            "
He attacked “reckless” Tory plans for the pier.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[attacked] speaker=[He]
",
        );
    }
}
