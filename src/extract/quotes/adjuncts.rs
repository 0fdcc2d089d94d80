//! Words between a verb of speech and its content: hearer, time, place, manner.

use std::ops::Range;

use super::{hearers, phrases};
use crate::{
    grammar::{endings, kinds, reach, years},
    types::{Document, Tags, TokenKind, WordList},
};

/// The token after the hearer, time and place between a cue and the quotation that it introduces.
pub fn introduction_end(document: &Document, at: usize, hearer: bool, limit: usize) -> usize {
    let at = if hearer { hearers::end(document, at, limit) } else { at };
    adjuncts_end(document, at, limit)
}

/// Whether only a circumstance follows the name: `, said Otto Vale in a statement posted on the web`.
pub fn closes(document: &Document, source: &Range<usize>, limit: usize) -> bool {
    let tail = adjuncts_end(document, source.end, limit);
    let named = document.tags(source.end - 1).any(Tags::CAPITALISED);
    let dash = tail < limit && document.tokens[tail].kind == TokenKind::Dash && !document.is(tail, "-");
    named && tail > source.end && (tail >= limit || dash || matches!(document.sign(tail), '.' | ','))
}

/// Whether the sentence ends with a name, which is no hearer: `Can we trust the dam, asks Otto Vale.`
pub fn ends_sentence(document: &Document, source: &Range<usize>) -> bool {
    let end = document.sentence_tokens(source.start).end;
    let ends = source.end >= end || source.end + 1 == end && document.is(source.end, ".");
    ends && document.tags(source.end - 1).any(Tags::CAPITALISED)
}

/// The `that` after an adjunct: `said in her letter to the mayor that`.
pub fn complementizer(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let first = document.tags(at);
    let adjunct = Tags::PREPOSITION | Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH | Tags::ADVERB;
    // `charged with a theft that shook the town`: a relative clause, not content.
    let accused = document.is(at, "with") && at > 0 && document.is(at - 1, "charged");
    if document.is(at, "to") && is_bare(document, at + 1) {
        return None;
    }
    if !first.any(adjunct) && !document.is(at, "this") && !document.is(at, "last") || accused {
        return None;
    }
    let stop = Tags::AUXILIARY | Tags::VERB | Tags::RELATIVE;
    let that = (at..limit.min(at + reach::HEARER)).find(|&at| document.is(at, ",") || document.tags(at).any(stop))?;
    // `about a gap between that barge and the pier`
    let this = that > at && document.tags(that - 1).any(Tags::PREPOSITION);
    (document.is(that, "that") && !this && !is_relative(document, that)).then_some(that)
}

/// Whether no noun phrase starts here: `agreed to buy stones that`, but not `said to clerks that`.
pub fn is_bare(document: &Document, at: usize) -> bool {
    let noun = Tags::DETERMINER
        | Tags::PRONOUN
        | Tags::CAPITALISED
        | Tags::PERSON_NOUN
        | Tags::TITLE
        | Tags::ORGANISATION
        | Tags::NUMBER_WORD
        | Tags::DIGITS;
    let tags = document.tags(at);
    // `responded to reports of a fire that`
    tags.any(Tags::CUE_NOUN) && !tags.any(Tags::CAPITALISED)
        || kinds::is_word(document, at) && !tags.any(noun) && !document.ends_in(at, "s")
}

/// Whether a verb follows the `that` after an adjunct, a relative pronoun: `said in an interview that aired on Monday`.
pub fn is_relative(document: &Document, that: usize) -> bool {
    let next = document.tags(that + 1);
    opens_verb(document, that + 1)
        && !next.any(Tags::CAPITALISED)
        && that > 0
        && !document.tags(that - 1).any(Tags::CUE)
}

/// The token after adverbs, times and prepositional phrases: `said on Monday in a statement`.
pub fn adjuncts_end(document: &Document, at: usize, limit: usize) -> usize {
    let mut at = at;
    while at < limit {
        let tags = document.tags(at);
        let next = if tags.any(Tags::TIME_UNIT) && document.is(at + 1, "ago") {
            at + 2
        } else if tags.any(Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH) && !document.is(at, "may") {
            after_time(document, at + 1, limit)
        } else if let Some(end) = time_phrase_end(document, at, limit) {
            end
        } else if tags.any(Tags::PREPOSITION) && !tags.any(Tags::RELATIVE) && takes_adjunct(document, at) {
            if document.is(at, "to") && is_bare(document, at + 1) {
                break;
            }
            match phrases::behind(document, at + 1, limit) {
                Some(phrase) if is_conjunction(document, at) && opens_verb(document, phrase.end) => break,
                // `said about a month ago`
                Some(phrase) if document.is(phrase.end, "ago") => phrase.end + 1,
                Some(phrase) => phrase.end + usize::from(is_participle(document, phrase.end)),
                None if kinds::is_possessive(document, at + 2) => owned_end(document, at + 3, limit),
                None if document.tags(at + 1).any(Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD) => {
                    after_time(document, at + 2, limit)
                }
                None if is_year_before_comma(document, at + 1) => at + 2,
                None => break,
            }
        } else if is_manner(document, at) {
            at + 1
        } else {
            break;
        };
        // `Sunday's game`: the time belongs to the content.
        if kinds::is_possessive(document, next) {
            break;
        }
        at = next;
    }
    at
}

/// The token after what a time owns: `said at Sunday's meeting`.
fn owned_end(document: &Document, at: usize, limit: usize) -> usize {
    phrases::behind(document, at, limit).map_or(at.min(limit), |phrase| phrase.end)
}

/// Whether the year ends the time of speaking: `said in 1938, “It leaks”`, but not `said in 1938 it leaked`.
fn is_year_before_comma(document: &Document, at: usize) -> bool {
    document.is(at + 1, ",") && years::in_digits(document, at).is_some()
}

/// Whether the preposition can be a conjunction of the content: `after troopers left`.
fn is_conjunction(document: &Document, at: usize) -> bool {
    document.is(at, "after") || document.is(at, "before")
}

/// Whether a finite verb is at the token.
pub fn opens_verb(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    tags.any(Tags::AUXILIARY | Tags::VERB) || endings::is_regular_past(document, at)
}

/// Whether the token is a participle of the noun before it: `a statement posted on the web`.
pub fn is_participle(document: &Document, at: usize) -> bool {
    let next = Tags::PREPOSITION | Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH;
    (endings::is_regular_past(document, at)
        || document.is_one_of(at, const { &WordList::of(["sent", "given", "made", "taken"]) }))
        && (document.tags(at + 1).any(next) || is_manner(document, at + 1))
}

/// The token after the rest of a time: `Monday morning`, `March 3`.
fn after_time(document: &Document, at: usize, limit: usize) -> usize {
    let more = |at: usize| {
        at < limit
            && (document.tags(at).any(Tags::DIGITS)
                || document.is_one_of(at, const { &WordList::of(["morning", "afternoon", "evening", "night"]) }))
    };
    if more(at) { at + 1 } else { at }
}

/// The token after a time phrase: `last week`, `two years ago`, `earlier today`, but not `that weekly rents`.
fn time_phrase_end(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let time = Tags::TIME_UNIT | Tags::SEASON | Tags::WEEKDAY | Tags::DAY_WORD | Tags::DAY_PART | Tags::MONTH;
    const OPENS: WordList<9> =
        WordList::of(["last", "this", "next", "that", "late", "early", "earlier", "later", "past"]);
    let first = document.is_one_of(at, &OPENS) || document.tags(at).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let unit = |&at: &usize| document.tags(at).any(time) && !document.ends_in(at, "ly");
    let unit = (at + 1..limit.min(at + 4)).find(unit).filter(|_| first)?;
    let between = (at + 1..unit).all(|at| document.is_one_of(at, &OPENS));
    between.then(|| unit + 1 + usize::from(document.is(unit + 1, "ago")))
}

fn takes_adjunct(document: &Document, at: usize) -> bool {
    // `said in an interview with Otter Radio that`
    const TALKS: WordList<5> = WordList::of(["call", "conversation", "interview", "interviews", "meeting"]);
    if document.is(at, "with") && at > 0 && document.is_one_of(at - 1, &TALKS) {
        return true;
    }
    // `said outside court the pair were late`
    const PLACES: WordList<5> = WordList::of(["court", "courthouse", "courtroom", "home", "house"]);
    let near = at + 1 + usize::from(document.tags(at + 1).any(Tags::DETERMINER));
    if document.is(at, "outside") {
        return document.is_one_of(near, &PLACES);
    }
    const PREPOSITIONS: WordList<13> = WordList::of([
        "in", "on", "at", "during", "after", "through", "via", "to", "by", "of", "about", "from", "before",
    ]);
    document.is_one_of(at, &PREPOSITIONS) && !opens_content(document, at) && !opens_infinitive(document, at)
}

/// Whether `to` begins an infinitive: `agreed to extend the deal`, not `said to the crowd`, `sent to staff on Monday`.
fn opens_infinitive(document: &Document, at: usize) -> bool {
    let object = document.tags(at + 2).any(Tags::DETERMINER | Tags::PRONOUN) && !document.is(at + 2, "that");
    let hearer = Tags::DETERMINER | Tags::CAPITALISED | Tags::PRONOUN | Tags::PERSON_NOUN | Tags::DIGITS;
    let verb = at + 1 < document.tokens.len() && (object || document.ends_in(at + 1, "ly"));
    document.is(at, "to") && verb && !document.tags(at + 1).any(hearer)
}

/// Whether content begins here, perhaps after `about`: `at least three people`, `about losing the boat`.
fn opens_content(document: &Document, at: usize) -> bool {
    let bound = document.is(at, "at") && (document.is(at + 1, "least") || document.is(at + 1, "most"));
    let gerund = document.is(at, "about") && at + 1 < document.tokens.len() && document.ends_in(at + 1, "ing");
    bound
        || gerund
        || document.is(at, "about") && document.tags(at + 1).any(Tags::DIGITS | Tags::NUMBER_WORD | Tags::FRACTION)
}

fn is_manner(document: &Document, at: usize) -> bool {
    const MANNER: WordList<13> = WordList::of([
        "throughout",
        "here",
        "recently",
        "afterward",
        "afterwards",
        "again",
        "too",
        "later",
        "earlier",
        "repeatedly",
        "publicly",
        "simply",
        "twice",
    ]);
    if at >= document.tokens.len() {
        return false;
    }
    let tags = document.tags(at);
    let manner =
        document.tokens[at].kind == TokenKind::Word && document.ends_in(at, "ly") && document.word(at).len() > 4;
    let manner = manner && !tags.any(Tags::PERSON_NOUN | Tags::BOUND) && is_left_alone(document, at);
    !tags.any(Tags::CAPITALISED) && (manner || document.is_one_of(at, &MANNER))
}

/// Whether an adverb belongs to the cue, not to the content: `said bluntly that`, but not `said quarterly sales fell`,
/// `said exactly who left`, `said shortly before noon a boat sank`.
fn is_left_alone(document: &Document, at: usize) -> bool {
    let begins = Tags::DETERMINER
        | Tags::PRONOUN
        | Tags::PREPOSITION
        | Tags::RELATIVE
        | Tags::CAPITALISED
        | Tags::OPENING
        | Tags::WEEKDAY
        | Tags::DAY_WORD;
    let next = document.tokens.get(at + 1);
    let said = document.is_one_of(at + 1, const { &WordList::of(["said", "says", "told"]) });
    let open = said || next.is_none_or(|next| next.tags.any(begins) || next.kind == TokenKind::Mark);
    open && !document.is_one_of(at, const { &WordList::of(["exactly", "shortly"]) })
}

/// The start of a time with its preposition that ends before token `end`: `The court on Monday said`, `the firm late on
/// May 3 said`.
pub fn time_start(document: &Document, end: usize, from: usize) -> Option<usize> {
    let tags = |back: usize| if end > from + back { document.tags(end - back) } else { Tags::NONE };
    let month = |back: usize| tags(back).any(Tags::MONTH) && tags(back).any(Tags::CAPITALISED);
    let length = if tags(1).any(Tags::WEEKDAY | Tags::DAY_WORD) {
        1
    } else if tags(1).any(Tags::DAY_PART) && tags(2).any(Tags::WEEKDAY)
        || tags(1).any(Tags::DIGITS) && month(2)
        || month(1) && tags(2).any(Tags::DIGITS)
    {
        2
    } else {
        return None;
    };
    let on = end.checked_sub(length + 1).filter(|&at| at > from && document.is(at, "on"))?;
    let part = document.is_one_of(on - 1, const { &WordList::of(["earlier", "early", "here", "late", "later"]) });
    Some(on - usize::from(part && on - 1 > from))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn places_and_what_belongs_to_them_are_passed_over() {
        quotes(
            "
Nora Finch said in a letter sent to staff on Monday that the pool was shut.
                                                    ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Nora Finch] person=[Nora Finch]
The dam broke, Otto Vale said in a statement posted on the web.
^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Vale] person=[Otto Vale]
Lund reported weeks ago that the barn was gone.
                        ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_number_begins_what_is_reported() {
        quotes(
            "
Police said at least three boats sank.
            ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
Officials said about 30 boats sank.
               ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Officials]
Divers said as many as 20 people had been inside.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Divers]
Police said after the guests left, Dray shut the door.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
",
        );
    }

    #[test]
    fn a_time_stands_before_the_verb() {
        quotes(
            "
The abbey on Monday said the bell had cracked. A letter released late on May 3 said the ringer left.
                         ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The abbey]
                                                                                    ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A letter]
",
        );
    }

    #[test]
    fn what_ends_as_an_adverb_does_may_be_told() {
        quotes(
            "
The mill said quarterly sales fell. Dray said bluntly that nearly nine geese sank.
              ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mill]
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Dray] person=[Dray]
Ruth Amos said approximately 40 geese were lost.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn the_time_of_the_telling_is_not_told() {
        quotes("The sale of the mill, announced late last night, was off by noon.");
    }

    #[test]
    fn what_somebody_is_charged_with_is_no_report() {
        quotes("Dray was charged with a theft that shook the town.");
    }

    #[test]
    fn an_infinitive_is_no_hearer() {
        quotes(
            "
The firm agreed to extend the deal, and said to reporters that it was glad.
                                                          ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The firm]
",
        );
    }

    #[test]
    fn who_is_charged_and_what_aired_are_no_reports() {
        quotes("Dray spoke in an interview that aired on Monday. Finch said so in a letter that arrived late.");
    }

    #[test]
    fn what_an_infinitive_tells_more_of_is_not_said() {
        quotes("The abbey agreed to melt old bells that had cracked.");
    }

    #[test]
    fn a_time_with_what_belongs_to_it_is_passed_over() {
        quotes(
            "
The loft is damp, Birch said at Tuesday's hearing.
^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Birch] person=[Birch]
Birch said in 1962, “I shall never sell the kiln.”
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn an_interview_has_a_partner() {
        quotes(
            "
Birch said in an interview with Otter Radio that peat was dear.
                                            ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn it_is_said_outside_a_house() {
        quotes(
            "
Lund's aide said outside court she was ill. Lund said outside aid was late.
                               ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund's aide]
                                                      ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
",
        );
    }
}
