//! The antecedent of a pronoun: by gender, by how near and in what role a person was mentioned, and by who spoke last.

use crate::types::{Document, Gender, Person, Span, Tags, TokenKind, WordList};

/// The most mentions to look back at.
const REACH_IN_MENTIONS: usize = 24;
/// The most sentences to look back over.
const REACH_IN_SENTENCES: u32 = 8;

/// The score by which a person must exceed all others for no one else to be meant.
const MARGIN: i32 = 4;
/// The most consecutive sentences that begin with a pronoun.
const CHAIN: u32 = 6;

/// A mention and its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mentioned {
    pub span: Span,
    /// Index into `ArticleFacts::people`.
    pub person: u32,
    pub sentence: u32,
    /// Whether it can be the subject of its sentence: only a title comes before it.
    pub subject: bool,
    quoted: bool,
    /// Whether it credits a picture or a text.
    credit: bool,
}

/// Every mention of every person in text order.
pub fn mentions(document: &Document, people: &[Person]) -> Vec<Mentioned> {
    let mut mentions: Vec<Mentioned> = Vec::new();
    for (person, found) in people.iter().enumerate() {
        mentions.extend(found.mentions.iter().map(|mention| {
            let at = document.token_at(mention.span.start);
            // `Speaker of the House Nora Finch`
            let title = found.offices.iter().find(|office| office.role.end + 1 == mention.span.start);
            let first = title.map_or(at, |office| titled(document, office.role, at));
            let credit = is_credit(document, mention.span);
            Mentioned {
                span: mention.span,
                person: person as u32,
                sentence: mention.sentence,
                subject: !credit && is_subject(document, first),
                quoted: document.quotation_of(at).is_some(),
                credit,
            }
        }));
    }
    mentions.sort_unstable_by_key(|mention| mention.span);
    mentions
}

/// The start of a name with its title: `Speaker of the House Nora Finch`, `In May, Mayor Finch`; without the title if
/// it follows another name, `Otto Vale, Mayor Finch's aide`.
fn titled(document: &Document, title: Span, at: usize) -> usize {
    let tokens = document.tokens_in(title);
    let sentence = document.sentence_tokens(at).start;
    let tied = tokens.clone().any(|at| document.tags(at).any(Tags::PREPOSITION));
    let other = (sentence..tokens.start.saturating_sub(1)).any(|at| document.is(at, ","));
    if tied || !other { tokens.start } else { at }
}

/// `Photo: Nora Finch`, `Video by Nora Finch`, `Nora Finch / Otter Post`: whether a name credits a picture or a text.
fn is_credit(document: &Document, name: Span) -> bool {
    const CREDITED: WordList<10> = WordList::of([
        "credit",
        "image",
        "photo",
        "photograph",
        "photos",
        "picture",
        "pictures",
        "reporting",
        "story",
        "video",
    ]);
    let tokens = document.tokens_in(name);
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let named = before > 0
        && document.is_one_of(before - 1, &CREDITED)
        && (document.is(before, ":") || document.is(before, "by"));
    let paper = document.is(tokens.end, "/") && capital(tokens.end + 1);
    named || paper || before > 0 && document.is(before, "/") && capital(before - 1)
}

/// Whether no verb or preposition comes before the token in its sentence, except in an opening clause or phrase:
/// `Before he left, Finch`.
pub fn is_subject(document: &Document, at: usize) -> bool {
    let start = document.sentence_tokens(at.min(document.tokens.len() - 1)).start;
    let opens = document.tags(start).any(Tags::PREPOSITION | Tags::CONJUNCTION | Tags::RELATIVE);
    let first = if opens && at > start && document.is(at - 1, ",") { at } else { start };
    !(first..at).any(|before| {
        let tags = document.tags(before);
        let name = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START);
        // `His neighbour Finch`
        let pronoun = tags.any(Tags::PRONOUN) && !tags.any(Tags::DETERMINER);
        (pronoun || tags.any(Tags::AUXILIARY | Tags::VERB | Tags::CUE | Tags::PREPOSITION)) && !name
            || document.tokens[before].kind == TokenKind::Quotation
    })
}

/// The person a pronoun refers to, and whether someone else may be meant as well.
#[derive(Debug, Clone, Copy)]
pub struct Antecedent {
    pub person: u32,
    pub contested: bool,
}

/// The person a singular pronoun at `span` refers to; `previous` is the last speaker. People mentioned inside the
/// reported words `said` are no candidates unless they are the subject: `Finch gave Marsh the key, he said`.
pub fn antecedent(
    document: &Document,
    span: Span,
    mentions: &[Mentioned],
    people: &[Person],
    previous: Option<u32>,
    said: &[Span],
) -> Option<Antecedent> {
    let at = document.token_at(span.start);
    let before = &mentions[..mentions.partition_point(|mention| mention.span.end <= span.start)];
    let sentence = document.tokens[at].sentence;
    if document.is(at, "which") {
        return None;
    }
    if document.tags(at).any(Tags::RELATIVE) {
        let near =
            before.last().filter(|mention| mention.sentence == sentence && is_followed(document, mention.span, at));
        return near.map(|mention| Antecedent { person: mention.person, contested: false });
    }
    let gender = gender(document, at)?;
    let chain = chain_start(document, sentence, gender);
    let candidates = before.iter().rev().take(REACH_IN_MENTIONS).filter(|mention| {
        let person = &people[mention.person as usize];
        person.name.is_some()
            && !mention.credit
            && (mention.subject || !said.iter().any(|words| is_other(document, mention.span, *words, gender)))
            && person.gender.is_none_or(|known| known == gender)
            && chain.saturating_sub(mention.sentence) <= REACH_IN_SENTENCES
    });
    // Whether the pronoun's own sentence mentions no one outside the reported words.
    let mut own = before.iter().rev().take_while(|mention| mention.sentence == sentence);
    let alone = own.all(|mention| said.iter().any(|words| words.contains(mention.span)));
    let score = |mention: &Mentioned| {
        let known = i32::from(people[mention.person as usize].gender.is_some());
        let far = if mention.sentence < chain { chain - mention.sentence } else { sentence - mention.sentence };
        let role = if mention.subject { 3 } else { 0 };
        // `Vale was dismissed, Marsh said.` / `He said …`: the speaker at the end continues.
        let ended =
            alone && !mention.subject && mention.sentence + 1 == chain && is_beside_verb(document, mention.span);
        let spoke = if previous != Some(mention.person) { 0 } else { 4 + 2 * i32::from(ended) };
        let quoted = if mention.quoted { -6 } else { 0 };
        let passed = if mention.sentence >= chain && chain < sentence && !mention.subject { -4 } else { 0 };
        role + spoke + quoted + passed + 2 * known - 2 * far as i32
    };
    // Of two with equal scores, the nearer one.
    let best = candidates.clone().max_by_key(|mention| (score(mention), mention.span.start))?;
    let rival = |mention: &&Mentioned| mention.person != best.person && score(mention) + MARGIN > score(best);
    let contested = candidates.clone().any(|mention| rival(&mention));
    Some(Antecedent { person: best.person, contested })
}

/// Whether a verb of speech is next to the name: `, Finch said`, `, said Finch`.
fn is_beside_verb(document: &Document, name: Span) -> bool {
    let tokens = document.tokens_in(name);
    let first = tokens.start.checked_sub(1);
    // `Finch once said`
    let verb = tokens.end + usize::from(document.tags(tokens.end).any(Tags::ADVERB));
    document.tags(verb).any(Tags::CUE) || first.is_some_and(|at| document.tags(at).any(Tags::CUE))
}

/// Whether the relative pronoun at the token follows a name, with nothing between the two or only what commas or
/// brackets set off.
fn is_followed(document: &Document, name: Span, relative: usize) -> bool {
    let end = document.tokens_in(name).end;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    // `Nora Finch of Otterby`
    let placed = document.is_one_of(end, const { &WordList::of(["at", "from", "of"]) });
    let other = |at: &usize| !capital(*at) && !document.is(*at, "the");
    let start = if placed { (end + 1..relative).find(other).unwrap_or(relative) } else { end };
    if start >= relative {
        return true;
    }
    // `Nora Finch, who rows and who claims`
    let joined = document.tags(relative - 1).any(Tags::CONJUNCTION);
    if let Some(first) = (start..relative).find(|&at| joined && document.same_word(at, relative)) {
        return is_followed(document, name, first);
    }
    let finite = |at: usize| {
        let tags = document.tags(at);
        let pronoun = tags.any(Tags::PRONOUN) && !tags.any(Tags::DETERMINER);
        (pronoun || tags.any(Tags::AUXILIARY | Tags::CUE)) && !tags.any(Tags::CAPITALISED)
    };
    let mark = |at: usize| matches!(document.word(at), "," | "(" | ")") || document.tokens[at].kind == TokenKind::Dash;
    // `Nora Finch, a miller who`
    let ends = |at: usize| document.is(at, ",") || document.tags(at).any(Tags::PREPOSITION | Tags::VERB);
    let apposed =
        document.is(start, ",") && document.tags(start + 1).any(Tags::ARTICLE) && !(start + 1..relative).any(ends);
    (apposed || mark(start) && mark(relative - 1)) && !(start..relative).any(finite)
}

/// Whether `words` mention someone without a later pronoun for that person: not in `As for Finch, he will stay`.
fn is_other(document: &Document, mention: Span, words: Span, pronoun: Gender) -> bool {
    let behind = Span { start: mention.end, end: words.end.max(mention.end) };
    words.contains(mention) && !document.tokens_in(behind).any(|at| gender(document, at) == Some(pronoun))
}

/// The first of consecutive sentences that begin with the pronoun (`He is 18. He said …`), up to and including
/// `sentence`; quotations between are skipped.
pub fn chain_start(document: &Document, sentence: u32, gender: Gender) -> u32 {
    let mut start = sentence;
    for before in (sentence.saturating_sub(CHAIN)..sentence).rev() {
        let first = document.sentences[before as usize].tokens.start as usize;
        if document.quotation_of(first).is_some() {
            continue;
        }
        if self::gender(document, first) != Some(gender) {
            break;
        }
        start = before;
    }
    start
}

/// Whether a mention is `he` or `she` and not a name.
pub fn is_pronoun(document: &Document, mention: Span) -> bool {
    let at = document.token_at(mention.start);
    document.tokens[at].span == mention && gender(document, at).is_some()
}

/// The gender of `he` or `her` at the token.
pub fn gender(document: &Document, at: usize) -> Option<Gender> {
    if document.is(at, "he") || document.is(at, "him") || document.is(at, "his") {
        Some(Gender::Male)
    } else if document.is(at, "she") || document.is(at, "her") {
        Some(Gender::Female)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_is_called_by_a_given_name_alone() {
        quotes(
            "
Andrew rowed home with his aunt, Edith. “It was late,” she said.
                                        ^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[she] person=[Edith]
",
        );
    }

    #[test]
    fn whose_a_picture_is_does_not_speak() {
        quotes(
            "
Otto Vale rowed home on Monday. Photo: Karl Lund, Otter Post. He said it leaked. (Karl Lund / Otter Post) He said it rang.
                                                                      ^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Otto Vale]
                                                                                                                  ^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Otto Vale]
",
        );
    }

    #[test]
    fn who_follows_a_name_or_what_is_set_apart() {
        quotes(
            "
Nora Finch, 46, a miller, who said it leaked, left. Nora Finch, a miller who said it leaked, left.
                                   ^^^^^^^^^ quote indirect cue=[said] speaker=[who] person=[Nora Finch]
                                                                                  ^^^^^^^^^ quote indirect cue=[said] speaker=[who] person=[Nora Finch]
Lund's praise for Nora Finch rankled critics, who said it leaked. Nora Finch was fined by a judge who said it leaked.
                                                       ^^^^^^^^^ quote indirect cue=[said] speaker=[who]
                                                                                                           ^^^^^^^^^ quote indirect cue=[said] speaker=[who] stands_for=[a judge]
",
        );
    }

    #[test]
    fn a_second_who_follows_the_same_name() {
        quotes(
            "
Nora Finch, who rows and who claims to swim, left.
                                    ^^^^^^^ quote indirect cue=[claims] speaker=[who] person=[Nora Finch]
",
        );
    }

    #[test]
    fn who_speaks_at_the_end_goes_on() {
        quotes(
            "
Captain Dray came. Otto Vale had been dismissed, Dray said. He said nobody knew.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Dray] person=[Dray]
                                                                    ^^^^^^^^^^^ quote indirect cue=[said] speaker=[He] person=[Dray]
",
        );
    }
}
