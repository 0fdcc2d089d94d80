//! A verb of speech in a clause that another depends on: `While Finch said the dam would hold, the plan went
//! on.`, `After telling the court that nobody called, Finch left.`

use std::ops::Range;

use super::{around, clause, phrases, sources};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Words that begin a clause which depends on another.
const SUBORDINATORS: WordList<8> = WordList::of(["while", "when", "although", "though", "after", "as", "if", "since"]);

/// Words before a participle of speech that has its subject in the main clause behind it.
const FRONTED: WordList<7> = WordList::of(["after", "before", "by", "despite", "in", "when", "while"]);

/// The content and source without the main clause behind them, or the reporter's own words.
///
/// The source of a participle that stands in front is the subject of the main clause.
pub fn split(
    document: &Document,
    cue: usize,
    first: usize,
    content: Range<usize>,
    source: Range<usize>,
) -> (Range<usize>, Range<usize>) {
    let first = first + around::dateline(document, first, cue);
    let asked = document.is(first, "asked") && cue > first;
    let depends = asked || source.start == first + 1 && document.is_one_of(first, &SUBORDINATORS);
    let fronted = is_fronted(document, cue, first);
    // `Finch, who says the dam leaks, has left`
    if document.tags(source.start).any(Tags::RELATIVE)
        && let Some(comma) = predicate(document, content.clone())
    {
        return (content.start..comma, source);
    }
    let main = main_clause(document, content.clone()).filter(|_| depends || fronted);
    let Some(main) = main else { return (clause::without_afterthought(document, content), source) };
    let subject = phrases::behind(document, main + usize::from(document.word(main) == ","), content.end);
    (content.start..main, subject.filter(|_| fronted).unwrap_or(source))
}

/// The comma before the verb of the clause that a relative one stands in: `, has left`.
fn predicate(document: &Document, content: Range<usize>) -> Option<usize> {
    let outside = |at: usize| document.quotation_of(at).is_none() && document.word(at) == ",";
    (content.start + 2..content.end).find(|&at| outside(at) && document.tags(at + 1).any(Tags::AUXILIARY))
}

/// `A day after telling`: no verb stands before the participle and its preposition. `Calling`: nothing does.
fn is_fronted(document: &Document, cue: usize, first: usize) -> bool {
    if cue == first && document.word(cue).ends_with("ing") {
        return true;
    }
    let group = sources::verb_group(document, cue, first);
    let verb = |at: usize| document.word(at) == "," || document.tags(at).any(Tags::AUXILIARY | Tags::VERB | Tags::CUE);
    group > first
        && document.word(cue).ends_with("ing")
        && document.is_one_of(group - 1, &FRONTED)
        && !(first..group).any(verb)
}

/// Where the clause that the content depends on begins: a comma, outside or inside the closing mark,
/// before a subject and its verb.
fn main_clause(document: &Document, content: Range<usize>) -> Option<usize> {
    let begins = |at: usize| {
        let quoted = document.tokens[at].kind == TokenKind::Quotation && at > 0 && document.word(at - 1) == ",";
        (document.word(at) == "," || quoted) && clause::is_finite(document, at + 1..content.end)
    };
    let outside = |at: usize| document.quotation_of(at).is_none_or(|quotation| quotation.close as usize == at);
    let mark = (content.start..content.end.saturating_sub(2)).find(|&at| begins(at) && outside(at))?;
    Some(mark + usize::from(document.word(mark) != ","))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_main_clause_is_the_reporters() {
        quotes(
            "
While Finch said the dam would hold, the plan went on.
                 ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Nora Finch]
A day after telling the court that nobody called, Nora Finch left.
                              ^^^^^^^^^^^^^^^^^^ quote indirect cue=[telling] speaker=[Nora Finch] person=[Nora Finch]
When Finch asked him to “please let go,” the guard then left.
                 ^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[asked] speaker=[Finch] person=[Nora Finch]
Otter Lifts, which claims that nobody was hurt, will pay the fine.
                          ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claims] speaker=[which]
",
        );
    }

    #[test]
    fn nobody_speaks() {
        quotes("While the dam held, the plan went on.");
    }
}
