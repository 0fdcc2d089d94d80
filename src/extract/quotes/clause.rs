//! The start and end of the reported clause after its cue.

use std::ops::Range;

pub use super::finite::{has_verb, is_finite};
use super::{adjuncts, afterthought, another, beside, conditional, cues, heard_before, phrases};
use crate::{
    grammar::{classes, reach},
    lexicon::Frame,
    types::{Document, Quotation, Tags, TokenKind, WordList},
};

/// Maximum number of tokens of a sentence to look at before and after a cue, so that no text takes long.
const LONGEST: usize = 240;

/// The part of a sentence around a token that is looked at.
pub fn sentence(document: &Document, at: usize) -> Range<usize> {
    let whole = document.sentence_tokens(at);
    whole.start.max(at.saturating_sub(LONGEST))..whole.end.min(at + LONGEST)
}

/// The start of the content after a cue; hearer, time and place are skipped.
///
/// `at` is the token after the cue. `None` where no clause follows: the sentence ends, or a comma follows.
pub fn start(document: &Document, at: usize, hearer: bool, limit: usize) -> Option<usize> {
    let from = at;
    let at = adjuncts::complementizer(document, at, limit)
        .unwrap_or_else(|| adjuncts::introduction_end(document, at, hearer, limit));
    if at < limit && document.is(at, ",") {
        if is_fronted(document, from..at) && is_finite(document, at + 1..limit) {
            return Some(from);
        }
        if at == from
            && let Some(start) = conditional::start(document, at + 1, limit)
        {
            return Some(start);
        }
        if let Some(start) = heard_before::comma(document, from, at, limit) {
            return Some(start);
        }
        let that = (at + 1..limit.min(at + 12)).find(|&at| document.is(at, "that"))?;
        return (document.is(that - 1, ",")).then_some(that);
    }
    (at < limit && matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Number | TokenKind::Quotation)
        || is_sign(document, at, limit))
    .then_some(at)
}

/// Whether the words before a comma introduce the reported clause, rather than giving its medium or topic: `said after
/// the match, Finch had left`.
fn is_fronted(document: &Document, mut introduction: Range<usize>) -> bool {
    let (first, next) = (introduction.start, introduction.end + 1);
    // `said on Thursday, raising hopes`
    let day = document.tags(introduction.end - 1).any(Tags::WEEKDAY | Tags::DAY_WORD);
    let deed = day && document.ends_in(next, "ing");
    let fronted = document.tags(first).any(Tags::PREPOSITION) && !document.is(first, "of") && !deed;
    let other = document.tags(next).any(Tags::RELATIVE | Tags::OPENING);
    fronted && !other && !introduction.any(|at| document.tags(at).any(Tags::CUE_NOUN))
}

fn is_sign(document: &Document, at: usize, limit: usize) -> bool {
    at < limit && (document.tags(at).any(Tags::CURRENCY) || matches!(document.sign(at), '[' | '(' | '#' | '@'))
}

/// Whether the word is a negative contraction: `didn't`.
pub fn is_contracted(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t")
}

/// Whether a colon and a quotation follow: `asked Mr Vale: "Why?"`.
pub fn introduces(document: &Document, end: usize) -> bool {
    document.tokens.get(end).is_some_and(|_| document.is(end, ":")) && document.tags(end + 1).any(Tags::OPENING)
}

/// The end of the clause that starts at `start`, without the final stop of the sentence.
pub fn end(document: &Document, start: usize) -> usize {
    without_afterthought(document, start..reach(document, start)).end
}

/// A clause without the reporter's own words at its end.
pub fn without_afterthought(document: &Document, clause: Range<usize>) -> Range<usize> {
    let end = afterthought::start(document, clause.clone());
    clause.start..without_marks(document, clause.start..end)
}

/// The furthest end of the clause: the end of the sentence, or another attribution.
pub fn reach(document: &Document, start: usize) -> usize {
    let mut limit = document.sentence_tokens(start).end.min(start + LONGEST);
    let mut at = start;
    while at < limit {
        if let Some(quotation) = document.quotation_of(at) {
            if at > start + 1 && is_aside(document, quotation) {
                return without_marks(document, start..at);
            }
            at = quotation.close as usize + 1;
            if at < limit
                && another::follows_comma(document, at)
                && (another::begins(document, at, limit) || quotation.open as usize == start && is_deed(document, at))
            {
                return at;
            }
            if at >= limit {
                let last = quotation.close as usize;
                limit = if document.sentence_tokens(last).end > at { document.sentence_tokens(last).end } else { at };
            }
            continue;
        }
        if at > start && ends_before(document, start, at, limit) {
            break;
        }
        at = bracket_end(document, at, limit).unwrap_or(at) + 1;
    }
    // `a mill which, according to Lund, is shut`
    let end = without_marks(document, start..at.min(limit));
    let open =
        at < limit && document.is(at, ",") && document.is_one_of(end - 1, const { &WordList::of(["which", "who"]) });
    if open && end > start + 3 { without_marks(document, start..end - 1) } else { end }
}

/// Whether the source's own act follows: `said “the gate is shut,” and left`, `promised “a flood,” pushing Lund to go`.
fn is_deed(document: &Document, joint: usize) -> bool {
    let participle = document.ends_in(joint, "ing") && document.tags(joint).any(Tags::VERB);
    if participle && !document.tags(joint).any(Tags::CAPITALISED) {
        return true;
    }
    let verb = document.tags(joint + 1);
    let past = |at: usize| document.ends_in(at, "ed") || document.is(at, "left");
    let deed = verb.any(Tags::VERB) || joint + 1 < document.tokens.len() && past(joint + 1);
    document.is_one_of(joint, const { &WordList::of(["and", "before", "but"]) })
        && deed
        && !verb.any(Tags::AUXILIARY | Tags::CAPITALISED)
}

/// The bracket that closes the one at the token, if it is one and the words between are few: no clause ends between the
/// two.
pub fn bracket_end(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let reach = at + 1..limit.min(at + reach::BRACKET);
    if document.is(at, "(") { reach.into_iter().find(|&at| document.is(at, ")")) } else { None }
}

/// Whether a quotation between dashes has its own source: `liked cruel kings - "He liked them all," Lund said -`.
fn is_aside(document: &Document, quotation: &Quotation) -> bool {
    let dash = quotation.open as usize - 1;
    document.tokens[dash].kind == TokenKind::Dash
        && !document.is_glued(dash)
        && beside::following(document, quotation).is_some()
}

fn without_marks(document: &Document, clause: Range<usize>) -> usize {
    let mut end = clause.end;
    // `(Finch says the dam leaks.)`: the bracket belongs to the reporter.
    let bracket = |at: usize| {
        document.is(at, ")") && document.quotation_of(at).is_none() && !clause.clone().any(|at| document.is(at, "("))
    };
    while end > clause.start && (is_final_mark(document, end - 1) || bracket(end - 1)) {
        end -= 1;
    }
    end
}

fn is_final_mark(document: &Document, at: usize) -> bool {
    let outside = document.quotation_of(at).is_none();
    outside
        && (matches!(document.word(at), "." | "!" | "?" | "," | ";" | ":" | "…")
            || document.tokens[at].kind == TokenKind::Dash)
}

/// Whether another attribution, or a direct quotation, begins at the token.
fn ends_before(document: &Document, start: usize, at: usize, limit: usize) -> bool {
    match document.word(at) {
        "," => {
            another::begins(document, at + 1, limit)
                || begins_speech(document, start..at)
                || another::follows_comma_as_predicate(document, start..at, limit)
                || another::is_followed_by_source(document, at + 1, limit)
                || another::begins_quoted(document, at + 1, limit)
        }
        ":" => document.tags(at + 1).any(Tags::OPENING),
        ")" | "Image" | "Photo" => another::is_border(document, start, at),
        // `said two men, 40; a girl, 9; and a nurse were lost`
        ";" => !document.tags(at - 1).any(Tags::DIGITS) || has_verb(document, start..at),
        "and" | "but" if another::begins_predicate(document, start..at) => true,
        _ if document.tags(at).any(Tags::CONJUNCTION) => {
            another::joins(document, start..at, limit) && !joins_subject(document, start..at)
        }
        _ => false,
    }
}

/// Whether the conjunction at the end of the clause joins two parts of its subject, as it has no verb yet: `said the
/// mother and grandfather believed`.
fn joins_subject(document: &Document, mut clause: Range<usize>) -> bool {
    let next = clause.end + 1;
    let own = document.tags(next).any(Tags::DIGITS | Tags::NUMBER_WORD) || document.tags(next).any(Tags::POSSESSIVE);
    // `after she and Lund wrote`
    let subject = clause.len() > 1 && document.tags(clause.end - 2).any(Tags::CONJUNCTION | Tags::RELATIVE);
    if subject && document.is_one_of(clause.end - 1, &classes::ONLY_SUBJECTS) {
        return true;
    }
    (own || phrases::is_nominal(document, next))
        && !(next..document.tokens.len().min(next + reach::SET_APART)).any(|at| cues::is_plain(document, at))
        && !has_verb(document, clause.clone())
        && !clause.any(|at| document.tokens[at].kind == TokenKind::Quotation)
}

/// Whether the quotation after the comma that ends `clause` is independent: it opens with a capital, and the clause is
/// complete without it: `said that after taxes, "They were poor."`
fn begins_speech(document: &Document, clause: Range<usize>) -> bool {
    let comma = clause.end;
    if !document.tags(comma + 1).any(Tags::OPENING) || !document.tags(comma + 2).any(Tags::CAPITALISED) {
        return false;
    }
    let that = document.is(clause.start, "that");
    !that || clause.into_iter().any(|at| cues::verb(document, at).is_some_and(|cue| cue.takes(Frame::Direct)))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn another_source_with_a_quotation_ends_the_clause() {
        quotes(
            "
Dray insisted the plan was “not dead”, he admitted “it may be soon”.
              ^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[insisted] speaker=[Dray] person=[Dray]
                                                   ^^^^^^^^^^^^^^^^ quote direct cue=[admitted] speaker=[he] person=[Dray]
",
        );
    }

    #[test]
    fn what_the_source_does_next_is_not_told() {
        quotes(
            "
Dray said “the ice is thin,” and turned back.
          ^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Dray] person=[Dray]
",
        );
    }

    #[test]
    fn a_phrase_before_a_comma_belongs_to_the_clause() {
        quotes(
            "
Wardens said after the flood, the otters had moved to the mill pond.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Wardens]
",
        );
        quotes("So the wardens said in a note on Monday, the day of the flood.");
    }

    #[test]
    fn no_clause_ends_inside_brackets() {
        quotes(
            "
The brewer announced profits of 40m crowns (3m dollars; 2m pounds) for the spring.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[announced] speaker=[The brewer]
",
        );
    }

    #[test]
    fn the_next_sentence_and_the_next_verb_end_the_clause() {
        quotes(
            "
Wardens say he owned the boat.\"There was a crack in it,\" said a keeper who saw it.
            ^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Wardens]
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[a keeper]
Dray described her as \"a gem of the river,\" and added that she swam well.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[described] speaker=[Dray] person=[Dray]
                                                      ^^^^^^^^^^^^^^^^^^ quote indirect cue=[added] speaker=[Dray] person=[Dray]
",
        );
    }

    #[test]
    fn a_compound_is_no_verb() {
        quotes("The grant will add oak-based panels to the hall.");
    }

    #[test]
    fn a_quotation_between_dashes_has_its_own_source() {
        quotes(
            "
Lund hinted that Dray is fond of cruel games - \"He likes them all,\" Lund said twice - and sat down.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[hinted] speaker=[Lund] person=[Lund]
                                               ^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn the_bracket_around_a_sentence_is_not_said() {
        quotes(
            "
The dam held. (Finch claims Dorn has never seen the dam.)
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claims] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn two_parts_of_a_subject_are_one() {
        quotes(
            "
The verger said an aunt and two uncles found the bells in Dorn.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The verger]
The verger said the ringer's aunt and uncle believed the bells were cast in Dorn.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The verger]
",
        );
    }

    #[test]
    fn a_list_with_ages_goes_on() {
        quotes(
            "
Guards said Ivo Stoll, 14; Una Birch, 9; and a cook were hurt.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Guards]
",
        );
    }

    #[test]
    fn a_list_behind_including_is_no_clause() {
        quotes(
            "
The ringers added songs including “La Barge” and “Mother Weir”.
",
        );
    }
}
