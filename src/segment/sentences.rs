//! Sentences: where a full stop ends one and where it does not.

use crate::types::{Document, Sentence, Tags, TokenKind, WordList};

/// Tags of words that begin a sentence rather than continue a name or a date.
const STARTERS: Tags = Tags::DETERMINER.with(Tags::PRONOUN).with(Tags::PREPOSITION).with(Tags::CONJUNCTION);

/// The fewest letters of a word whose stop ends a sentence without a space after it.
const SHORTEST: usize = 3;

/// The most tokens before an hour that opens its sentence.
const HOUR: usize = 5;

/// The most tokens of a sentence. Longer runs without a stop are tables or not text, and must not slow down rules that
/// scan their sentence.
const LONGEST: usize = 400;

/// Splits the tokens from `first` on, which are one block, into sentences.
pub fn split(document: &mut Document, first: usize) {
    let block = document.blocks.len() as u32;
    let mut start = first;
    let mut at = first;
    while at < document.tokens.len() {
        if !is_stop(document, at) {
            at += 1;
            if at - start == LONGEST {
                push(document, start, at, block);
                start = at;
            }
            continue;
        }
        let end = after_closing_marks(document, first, at);
        if end < document.tokens.len() && ends_sentence(document, at, end) {
            push(document, start, end, block);
            start = end;
        }
        // Further stops of the same run would give the same answer.
        at = end;
    }
    if start < document.tokens.len() {
        push(document, start, document.tokens.len(), block);
    }
}

fn push(document: &mut Document, start: usize, end: usize, block: u32) {
    let sentence = document.sentences.len() as u32;
    for token in &mut document.tokens[start..end] {
        token.sentence = sentence;
    }
    let first_word = (start..end).find(|&at| matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Number));
    if let Some(at) = first_word {
        document.tokens[at].tags = document.tokens[at].tags | Tags::SENTENCE_START;
    }
    let span = document.span(start..end);
    document.sentences.push(Sentence { span, tokens: start as u32..end as u32, block });
}

/// `.`, `!`, `?`, `…`, or the last dot of initials.
fn is_stop(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    match document.tokens[at].kind {
        TokenKind::Mark => matches!(word, "." | "!" | "?" | "…"),
        TokenKind::Word => word.ends_with('.'),
        _ => false,
    }
}

/// The token after `at` and after the marks glued to it that close quotations and brackets.
fn after_closing_marks(document: &Document, first: usize, at: usize) -> usize {
    let mut end = at + 1;
    while end < document.tokens.len() && document.is_glued(end - 1) {
        let closes = match document.tokens[end].kind {
            TokenKind::Quotation => document.tags(end).any(Tags::CLOSING) && !opens_anew(document, first, end),
            TokenKind::Mark => matches!(document.word(end), ")" | "]" | "." | "!" | "?" | "…"),
            _ => false,
        };
        if !closes {
            break;
        }
        end += 1;
    }
    end
}

/// `the boat sank."It was old," said`: a mark with letters on both sides, with no unclosed mark of its kind before it
/// in the block.
fn opens_anew(document: &Document, first: usize, at: usize) -> bool {
    if !document.tags(at).all(Tags::OPENING | Tags::CLOSING) || !document.tags(at + 1).any(Tags::CAPITALISED) {
        return false;
    }
    let marks = &document.quotation_marks;
    let before = &marks[marks.partition_point(|&mark| (mark as usize) < first)..];
    let alike = before.iter().take_while(|&&mark| (mark as usize) < at);
    alike.filter(|&&mark| document.word(mark as usize) == document.word(at)).count() % 2 == 0
}

/// Whether the stop at `at`, with the closing marks up to `end`, ends its sentence.
fn ends_sentence(document: &Document, at: usize, end: usize) -> bool {
    if document.is_glued(end - 1) && !document.tags(end).any(Tags::OPENING) && !is_run_on(document, at, end) {
        return false;
    }
    let next = (end..document.tokens.len()).find(|&i| {
        let bracket = document.tokens[i].kind == TokenKind::Mark && matches!(document.sign(i), '(' | '[');
        document.tokens[i].kind != TokenKind::Quotation && !bracket
    });
    let Some(next) = next else { return true };
    if is_torn_decimal(document, at, next) {
        return false;
    }
    let tags = document.tags(next);
    let starts = tags.any(Tags::CAPITALISED | Tags::DIGITS)
        || document.tags(end).any(Tags::OPENING)
        || document.tokens[next].kind == TokenKind::Mark;
    starts && !goes_on_after_abbreviation(document, at, end, next) && !is_speech_tag(document, at, end, next)
}

/// `the mayor said.The dam`: the space after the stop was lost with a line break; `Otter.Com` is a name.
fn is_run_on(document: &Document, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let (tags, word) = (document.tags(before), document.word(before));
    let plain = document.tokens[before].kind == TokenKind::Word
        && (word.len() >= SHORTEST || tags.any(Tags::PREPOSITION | Tags::PRONOUN | Tags::ADVERB))
        && !tags.any(Tags::CAPITALISED | Tags::ABBREVIATION)
        && (before == 0 || !document.is_glued(before - 1));
    let next = document.tags(end);
    let site = document.is_one_of(end, const { &WordList::of(["com", "org", "net", "co", "uk"]) });
    plain && next.any(Tags::CAPITALISED) && !next.any(Tags::UPPERCASE) && !site
}

/// `a depth of 1. 2 miles`, `$1. 2 million`: a digit after the stop of a number that needs decimals.
fn is_torn_decimal(document: &Document, at: usize, next: usize) -> bool {
    let number =
        |at: usize, most: usize| document.tokens[at].kind == TokenKind::Number && document.word(at).len() <= most;
    next == at + 1
        && document.is(at, ".")
        && at > 1
        && number(next, 1)
        && number(at - 1, 2)
        && document.is_glued(at - 1)
        && (document.is(at - 2, "of") || document.tags(at - 2).any(Tags::CURRENCY))
}

/// `Mr. Smith`, `J. Smith`, `U.S. Senate`: the stop belongs to the word before it.
fn goes_on_after_abbreviation(document: &Document, at: usize, end: usize, next: usize) -> bool {
    if end > at + 1 && document.tokens[end - 1].kind == TokenKind::Quotation {
        return false;
    }
    let initials = document.tokens[at].kind == TokenKind::Word;
    if !initials && (!document.is(at, ".") || at == 0 || !document.is_glued(at - 1)) {
        return false;
    }
    let word = if initials { at } else { at - 1 };
    if is_hour(document, word) {
        return goes_on_after_hour(document, word, next);
    }
    let single = document.word(word).len() == 1 && document.tags(word).any(Tags::CAPITALISED);
    let known = document.tags(word).any(Tags::ABBREVIATION);
    // `May` and `Will` have other tags too; only true starters are decisive.
    let starter = document.tags(next).any(STARTERS) && !document.tags(next).any(Tags::GIVEN_NAME | Tags::PARTICLE);
    (initials || single || known) && !starter || is_state_of_office(document, word, next)
}

/// `at 7 p.m.`
fn is_hour(document: &Document, word: usize) -> bool {
    document.is_one_of(word, const { &WordList::of(["a.m", "a.m.", "p.m", "p.m."]) })
        && word > 0
        && document.tags(word - 1).any(Tags::DIGITS | Tags::NUMBER_WORD)
}

/// `7 p.m. Tuesday`, `7 p.m. EST`, `7 p.m. New Year's Eve`, `Just after 7 p.m. Anglers saw it`, but `It sank at 7 p.m.
/// Anglers saw it`: the sentence continues with a day or a zone, or if it opens with the hour.
fn goes_on_after_hour(document: &Document, word: usize, next: usize) -> bool {
    const ZONES: WordList<10> = WordList::of([
        "atlantic",
        "central",
        "christmas",
        "easter",
        "eastern",
        "local",
        "mountain",
        "new",
        "pacific",
        "thanksgiving",
    ]);
    let tags = document.tags(next);
    let zone = tags.any(Tags::UPPERCASE) && document.word(next).len() > 1;
    let closed = Tags::PREPOSITION | Tags::ADVERB | Tags::DIGITS | Tags::NUMBER_WORD | Tags::BOUND;
    let front = |at: &usize| document.tags(*at).any(closed) || document.is(*at, ":");
    let first = (0..word).rev().take(HOUR).take_while(front).last().unwrap_or(word);
    let opens = document.tags(first).any(Tags::CAPITALISED);
    document.tokens[next].kind != TokenKind::Word
        || tags.any(Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD)
        || zone
        || opens
        || document.is(next + 1, ".")
        || document.is_one_of(next, &ZONES)
}

/// `Calif. Gov. Ann Reed`, but `a mill in Tarn, Calif. Gov. Reed said`: a state abbreviated, in Associated Press style,
/// before the title of its office.
fn is_state_of_office(document: &Document, word: usize, next: usize) -> bool {
    const STATES: WordList<29> = WordList::of([
        "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "kan", "ky", "la", "md", "mich", "minn",
        "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
    ]);
    document.tags(next).any(Tags::TITLE)
        && document.tags(word).any(Tags::CAPITALISED)
        && document.is_one_of(word, &STATES)
        && !(word > 0 && document.is(word - 1, ","))
}

/// `"Is it?" Mayor Reed asked`: the question mark ends the quotation, not the sentence.
fn is_speech_tag(document: &Document, at: usize, end: usize, next: usize) -> bool {
    let quoted = end > at + 1 && document.tokens[end - 1].kind == TokenKind::Quotation;
    if !quoted || document.is(at, ".") || next != end {
        return false;
    }
    let limit = (next + 6).min(document.tokens.len());
    // `“Is it?” Mr. Reed asked`
    let short = |i: usize| document.is(i, ".") && document.tags(i - 1).any(Tags::HONORIFIC | Tags::TITLE);
    (next..limit)
        .take_while(|&i| document.tokens[i].kind == TokenKind::Word || short(i))
        .any(|i| document.tags(i).any(Tags::CUE) && !document.tags(i).any(Tags::CAPITALISED))
}

#[cfg(test)]
mod tests {
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    fn sentences(text: &str) -> Vec<String> {
        let article = Article::new("a", None, text);
        let document = segment(&article, Buffers::default());
        document.sentences.iter().map(|sentence| document.text(sentence.span).to_owned()).collect()
    }

    #[test]
    fn full_stops_end_sentences() {
        assert_eq!(sentences("It rained. The game went on."), ["It rained.", "The game went on."]);
        assert_eq!(sentences("“It rained.” “Go on.”"), ["“It rained.”", "“Go on.”"]);
        assert_eq!(sentences("It cost £3.5m. Nobody paid."), ["It cost £3.5m.", "Nobody paid."]);
        assert_eq!(
            sentences("The weir broke at 7 p.m. Anglers heard it."),
            ["The weir broke at 7 p.m.", "Anglers heard it."]
        );
        assert_eq!(
            sentences("It lay at a depth of 1. 2 miles. Nobody dived."),
            ["It lay at a depth of 1. 2 miles.", "Nobody dived."]
        );
        assert_eq!(
            sentences("The dam was built on.On Monday it fell."),
            ["The dam was built on.", "On Monday it fell."]
        );
        assert_eq!(
            sentences("It rained, police said.The game went on."),
            ["It rained, police said.", "The game went on."]
        );
        assert_eq!(
            sentences("It rained at noon.\"We got wet,\" he said. \"It rained.\"The game went on."),
            ["It rained at noon.", "\"We got wet,\" he said.", "\"It rained.\"", "The game went on."]
        );
    }

    #[test]
    fn abbreviations_and_initials_do_not() {
        for text in [
            "Det. Insp. Carla B. Reed of St. Ives met Mr. Bell.",
            "The U.S. Senate voted at 7 p.m. Tuesday.",
            "The hall opens at 7 p.m. Eastern.",
            "The hall opens at 7 p.m. GMT.",
            "Just after 7 p.m. Anglers heard it.",
            "The hall shut at 7 p.m., wardens said.",
            "The site is Otter.Com and the other one Node.js.",
            "“Is it safe?” Mayor Reed asked.",
            "“Is it safe?” Mr. Reed asked.",
            "“Really?” he said.",
        ] {
            assert_eq!(sentences(text), [text]);
        }
        assert_eq!(sentences("Drs. Otto and Nora Vale left.").len(), 1);
        assert_eq!(sentences("It left the U.S. The crew stayed.").len(), 2);
        assert_eq!(sentences("The lock is for Wash. Gov. Ann Reed to open.").len(), 1);
        assert_eq!(sentences("The lock is in Tarn, Wash. Mayor Reed will open it.").len(), 2);
        assert_eq!(sentences("The mill is the oldest in the state. Otto Vale built it.").len(), 2);
    }

    #[test]
    fn words_without_a_stop_are_cut_somewhere() {
        let text = "word ".repeat(1000);
        let cut = sentences(&text);
        assert_eq!(cut.len(), 3);
        assert!(cut.iter().all(|sentence| sentence.split(' ').count() <= 400));
    }

    #[test]
    fn a_headline_needs_no_full_stop() {
        assert_eq!(sentences("Bridge shut\nIt was shut on Monday."), ["Bridge shut", "It was shut on Monday."]);
    }
}
