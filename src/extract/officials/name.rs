//! A person's name, recognised by its words, by the words next to it, or by an earlier mention:
//! "Rosalind Achterberg", "Mrs Quillfeather", "Okonjo, 46, said".

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    candidate::{Candidate, parts},
    certainty,
    context::{self, Grounds},
    full_name::{is_family_first, is_full_name, is_word_and_name, stands_for_itself, without_doubtful_ends},
    jurisdiction::is_party,
    later_name::{Known, known_words, later_mention},
    left_out, lone,
    name_model::{self, Features, Model, Occurrences, Verdict},
    name_shape::{Part, part, with_suffix},
    thing::{is_lookalike, is_thing},
    word_before::{WordBefore, word_before},
    worded_name,
};
use crate::types::{Document, Span, Tags};

/// The name of the rule in the facts it finds.
pub const RULE: &str = "officials.name";

/// A stretch with a higher score is a name, in hundredths of log odds. It is below even odds because the articles the
/// model was trained on introduce nearly everybody in full, which short reports do not, and because later facts lose
/// their person with a missed name.
const THRESHOLD: i32 = -60;

/// The confidence of candidates unknown to the rules, until the model or an earlier mention decides.
const UNDECIDED: f32 = 0.0;

/// The tokens of a name, and the confidence that it names a person.
#[derive(Debug, Clone)]
pub struct NameSpan {
    pub tokens: Range<usize>,
    /// Index of the honorific before it.
    pub honorific: Option<usize>,
    /// Index into the titles of the one directly before it.
    pub title: Option<usize>,
    pub confidence: f32,
}

/// What the rules conclude about a candidate.
#[derive(Debug, Clone)]
pub(super) struct Proposal<'c> {
    pub(super) candidate: &'c Candidate,
    /// The tokens of the name, if it is one.
    pub(super) tokens: Range<usize>,
    verdict: Verdict,
    /// What the words around it show, if anything.
    grounds: Option<Grounds>,
    confidence: f32,
}

/// The names among the candidates.
///
/// Every candidate with a title is a name; for the others the rules propose and the model decides. The names it accepts
/// explain further mentions of the same words.
pub fn find(document: &Document, candidates: &[Candidate], model: &Model) -> Vec<NameSpan> {
    let proposals = propose(document, candidates);
    let scores = pooled_scores(document, &proposals, model);
    let likely = |proposal: &Proposal| {
        let words = document.text(document.span(proposal.tokens.clone()));
        scores.get(words).filter(|&&score| proposal.verdict.is_open() && score > THRESHOLD)
    };
    let lone = |proposal: &Proposal| proposal.tokens.len() == 1 && proposal.verdict == Verdict::Unknown;
    let singles = proposals.iter().filter(|proposal| lone(proposal) && likely(proposal).is_some());
    let full = proposals.iter().filter(|proposal| proposal.verdict.is_named() && proposal.tokens.len() > 1);
    let introduced: FxHashSet<&str> = full.map(|proposal| document.word(proposal.tokens.end - 1)).collect();
    let introduces = proposals.iter().any(|proposal| proposal.verdict == Verdict::FullName);
    let shown = lone::shown(document, singles.map(|proposal| proposal.tokens.start), introduces, &introduced);
    let (mut accepted, mut rest) = (Vec::with_capacity(proposals.len()), Vec::with_capacity(proposals.len()));
    for mut proposal in proposals {
        let score =
            likely(&proposal).filter(|_| !lone(&proposal) || shown.contains(document.word(proposal.tokens.start)));
        let sure = proposal.grounds == Some(Grounds::Introduced) || proposal.verdict == Verdict::Titled;
        if let Some(&score) = score.filter(|_| proposal.verdict == Verdict::Unknown) {
            proposal.confidence = certainty::judged(score);
        }
        let list = if score.is_some() || sure { &mut accepted } else { &mut rest };
        list.push(proposal);
    }
    let known = known_words(document, accepted.iter().map(|proposal| proposal.tokens.clone()));
    accepted.extend(rest.into_iter().filter_map(|proposal| {
        let tokens = later_mention(document, proposal.candidate, &known)?;
        Some(Proposal { tokens, confidence: certainty::TOLD, ..proposal })
    }));
    accepted.sort_by_key(|proposal| proposal.tokens.start);
    let mut names: Vec<NameSpan> = accepted.iter().map(|proposal| name(document, proposal)).collect();
    let again = worded_name::find(document, &names);
    if !again.is_empty() {
        names.extend(again);
        names.sort_by_key(|name| name.tokens.start);
    }
    names
}

/// The model's scores, averaged over all stretches with the same words: what names a person once in an article nearly
/// always does.
fn pooled_scores<'a>(document: &Document<'a>, proposals: &[Proposal], model: &Model) -> FxHashMap<&'a str, i32> {
    let occurrences = occurrences(document, proposals);
    let mut scores: FxHashMap<&str, (i32, i32)> = FxHashMap::default();
    scores.reserve(proposals.len());
    for proposal in proposals.iter().filter(|proposal| proposal.verdict != Verdict::Titled) {
        let words = document.text(document.span(proposal.tokens.clone()));
        let pooled = scores.entry(words).or_default();
        pooled.1 += 1;
        pooled.0 += match proposal.verdict {
            Verdict::OtherName => -name_model::DOUBT,
            _ => model.score(&features(document, proposal, &occurrences)),
        };
    }
    scores.into_iter().map(|(words, (sum, count))| (words, sum / count)).collect()
}

/// The features of every candidate without a title, with the words that would be the name; for training the model.
pub fn examples(document: &Document, candidates: &[Candidate]) -> Vec<(Span, Features)> {
    let proposals = propose(document, candidates);
    let occurrences = occurrences(document, &proposals);
    let judged = proposals.iter().filter(|proposal| proposal.verdict.is_open());
    judged
        .map(|proposal| (document.span(proposal.tokens.clone()), features(document, proposal, &occurrences)))
        .collect()
}

fn occurrences<'a>(document: &Document<'a>, proposals: &[Proposal]) -> Occurrences<'a> {
    Occurrences::of(document, proposals.iter().map(|proposal| (proposal.candidate, proposal.verdict)))
}

fn features(document: &Document, proposal: &Proposal, occurrences: &Occurrences) -> Features {
    name_model::features(document, proposal.candidate, proposal.verdict, occurrences)
}

/// What the rules conclude about each candidate: names by their own words, names by the words around them, later
/// mentions of these, and the rest.
fn propose<'c>(document: &Document, candidates: &'c [Candidate]) -> Vec<Proposal<'c>> {
    let mut proposals: Vec<Proposal> = candidates
        .iter()
        .map(|candidate| {
            let other = || with_word(document, candidate).or_else(|| without_place(document, candidate));
            let sure = if candidate.told { Some(told(candidate)) } else { other() };
            sure.unwrap_or_else(|| by_itself(document, candidate))
        })
        .collect();
    left_out::leave_out(document, &mut proposals);
    let alone: FxHashSet<&str> = proposals
        .iter()
        .filter(|proposal| proposal.verdict == Verdict::Unknown && proposal.candidate.stands_alone())
        .map(|proposal| document.word(proposal.candidate.tokens.start))
        .collect();
    for proposal in proposals.iter_mut().filter(|proposal| proposal.verdict == Verdict::Unknown) {
        if let Some(grounds) = context::explains(document, proposal.candidate, &alone) {
            proposal.verdict = Verdict::Explained;
            proposal.grounds = Some(grounds);
            proposal.confidence = grounds.confidence();
        }
    }
    let named = proposals.iter().filter(|proposal| proposal.verdict.is_named());
    let known = known_words(document, named.map(|proposal| proposal.tokens.clone()));
    for proposal in proposals.iter_mut().filter(|proposal| proposal.verdict == Verdict::Unknown) {
        by_earlier_mention(document, proposal, &known);
    }
    proposals
}

/// As `by_itself`, but without a direction or place before a full name: `the Middle East Tobias Okafor`.
fn without_place<'c>(document: &Document, candidate: &'c Candidate) -> Option<Proposal<'c>> {
    let tokens = candidate.tokens.start + 1..candidate.tokens.end;
    let place = document.tags(candidate.tokens.start).any(Tags::NAMED_THING | Tags::PLACE) && !candidate.is_titled();
    let site = || document.tags(tokens.end - 1).any(Tags::SITE);
    (place && tokens.len() > 1 && !site() && is_full_name(document, tokens.clone())).then_some(Proposal {
        candidate,
        tokens,
        verdict: Verdict::FullName,
        grounds: None,
        confidence: certainty::FULL_NAME,
    })
}

/// The proposal for a candidate that an age or a seat reveals.
fn told(candidate: &Candidate) -> Proposal<'_> {
    let grounds = Some(Grounds::Introduced);
    let verdict = if candidate.is_titled() { Verdict::Titled } else { Verdict::Explained };
    Proposal { candidate, tokens: candidate.tokens.clone(), verdict, grounds, confidence: certainty::INTRODUCED }
}

/// The proposal that the word before a candidate decides: that word is a given name, or makes the whole another kind of
/// name.
fn with_word<'c>(document: &Document, candidate: &'c Candidate) -> Option<Proposal<'c>> {
    let start = candidate.tokens.start;
    let (start, verdict, grounds) = match word_before(document, candidate) {
        WordBefore::GivenName if is_lookalike(document, start - 1..candidate.tokens.end) => {
            (start, Verdict::OtherName, None)
        }
        WordBefore::GivenName => (start - 1, Verdict::Explained, Some(Grounds::Introduced)),
        WordBefore::OtherName => (start, Verdict::OtherName, None),
        WordBefore::Nothing => return None,
    };
    let confidence = grounds.map_or(UNDECIDED, Grounds::confidence);
    Some(Proposal { candidate, tokens: start..candidate.tokens.end, verdict, grounds, confidence })
}

fn by_itself<'c>(document: &Document, candidate: &'c Candidate) -> Proposal<'c> {
    let whole = || candidate.tokens.clone();
    let proposal = |tokens, verdict, confidence| Proposal { candidate, tokens, verdict, grounds: None, confidence };
    let initials = || parts(document, whole()).all(|(_, part)| part == Part::Initial);
    let body = !candidate.is_titled() && (context::ends_in_body(document, candidate) || initials())
        || candidate.is_titled() && is_office_of_body(document, candidate);
    if !candidate.headline && is_family_first(document, whole()) {
        let verdict = if candidate.is_titled() { Verdict::Titled } else { Verdict::FullName };
        return proposal(whole(), verdict, certainty::FULL_NAME);
    }
    if candidate.common || body || is_thing(document, candidate) || context::is_inside_another_name(document, candidate)
    {
        return proposal(whole(), Verdict::OtherName, UNDECIDED);
    }
    if !candidate.headline && !candidate.is_titled() && is_word_and_name(document, whole()) {
        let grounds = Some(Grounds::Introduced);
        return Proposal { grounds, ..proposal(whole(), Verdict::Explained, certainty::ADDRESSED) };
    }
    match stands_for_itself(document, candidate) {
        Some((tokens, confidence)) if candidate.is_titled() && tokens.start == candidate.tokens.start => {
            proposal(tokens, Verdict::Titled, confidence)
        }
        Some((tokens, confidence)) => proposal(tokens, Verdict::FullName, confidence),
        None => {
            let trimmed = without_doubtful_ends(document, whole());
            let trimmed = if candidate.headline { without_words(document, trimmed) } else { trimmed };
            let tokens = if trimmed.is_empty() { whole() } else { trimmed };
            // `his barrister, Ottoline Grey, said`: an introduced name may end in any word.
            let introduced = whole().len() > 1 && context::is_announced(document, whole().start, whole().end);
            let tokens = if introduced { whole() } else { tokens };
            let other = tokens.end < candidate.tokens.end || starts_in_place(document, candidate, tokens.start);
            let verdict = if other && !candidate.headline { Verdict::OtherName } else { Verdict::Unknown };
            proposal(tokens, verdict, UNDECIDED)
        }
    }
}

/// The tokens without ordinary words at the end of a headline: `Ann Reed Dead at 81`.
fn without_words(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let words = tokens.clone().rev().take_while(|&at| part(document, at) == Part::Word).count();
    tokens.start..tokens.end - words
}

/// Whether the title belongs to a body, or to more words: `chief White House correspondent`, `the Marshals Service`.
fn is_office_of_body(document: &Document, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.tokens;
    let last = document.tags(end - 1);
    let lower = candidate.honorific.is_none() && start > 0 && !document.tags(start - 1).any(Tags::CAPITALISED);
    let name = last.any(Tags::SURNAME | Tags::GIVEN_NAME);
    let given = matches!(part(document, start), Part::Given | Part::Either);
    if end - start == 1 && candidate.honorific.is_none() {
        // `the Financial Ombudsman Service`, `Gen X`, `board president Republican Sen. Ann Reed`.
        let letter = document.tokens[start].span.len() == 1;
        let party = is_party(document, start) && document.tags(end).any(Tags::TITLE);
        if letter || party || last.all(Tags::ORGANISATION | Tags::ORDINARY) {
            return true;
        }
    }
    last.any(Tags::ORGANISATION) && (!name || lower && end - start > 1 && !given)
}

/// Whether the words before `start`, which are not part of the name, include a place: `Tokyo Rose`.
fn starts_in_place(document: &Document, candidate: &Candidate, start: usize) -> bool {
    (candidate.tokens.start..start).any(|at| document.tags(at).any(Tags::PLACE))
}

fn by_earlier_mention(document: &Document, proposal: &mut Proposal, known: &Known) {
    if let Some(tokens) = later_mention(document, proposal.candidate, known) {
        proposal.tokens = tokens;
        proposal.verdict = Verdict::Known;
        proposal.confidence = certainty::ADDRESSED;
    }
}

fn name(document: &Document, proposal: &Proposal) -> NameSpan {
    let Proposal { candidate, tokens, confidence, .. } = proposal;
    let first = tokens.start == candidate.tokens.start;
    NameSpan {
        tokens: tokens.start..with_suffix(document, tokens.end),
        honorific: candidate.honorific.filter(|_| first),
        title: candidate.title.filter(|_| first),
        confidence: *confidence,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn full_names_and_their_later_mentions() {
        people(
            "
Rosalind O'Dwyer met Jorge van der Berg and J. R. Tolland. Van der Berg won; O'Dwyer left with Sir Edward.
^^^^^^^^^^^^^^^^ person Rosalind O'Dwyer
                     ^^^^^^^^^^^^^^^^^^ person Jorge van der Berg
                                            ^^^^^^^^^^^^^ person J. R. Tolland
                                                           ^^^^^^^^^^^^ person Jorge van der Berg
                                                                             ^^^^^^^ person Rosalind O'Dwyer
                                                                                                   ^^^^^^ person Edward
",
        );
    }

    #[test]
    fn what_is_no_name_of_a_person() {
        people(
            "
Shots fell at Brook and Tolland streets in Tolland Haven, Fla. The $5M prize went to the Major Crimes unit, said Miguel HW Reed.
                                                                                                                 ^^^^^^^^^^^^^^ person Miguel HW Reed
",
        );
    }

    #[test]
    fn people_inside_other_names_are_no_people() {
        people("The Wilson Foundation flew over Hurricane Stan to Robert Fulton Airport in May.");
    }

    #[test]
    fn names_that_are_words() {
        people(
            "
Theresa May met Dean Halloran, Will Hope and Major Tom Judge in May. Judge Baker said that May will win.
^^^^^^^^^^^ person Theresa May
                ^^^^^^^^^^^^^ person Dean Halloran
                               ^^^^^^^^^ person Will Hope
                                             ^^^^^ office [Major] holder=Tom Judge
                                                   ^^^^^^^^^ person Tom Judge
                                                                     ^^^^^ office [Judge] holder=Baker
                                                                           ^^^^^ person Baker
                                                                                           ^^^ person Theresa May
",
        );
    }

    #[test]
    fn ships_storms_and_institutions_are_no_people() {
        people(
            "
He landed at Charles de Gaulle airport before Prime Minister's Questions and the Clinton Foundation dinner on the FS Charles de Gaulle.
",
        );
    }

    #[test]
    fn nouns_that_open_a_sentence() {
        people(
            "
Guillemots are back. Ferryman who never swam hangs up his oars.
Mr Amherst met Miss Norway.
   ^^^^^^^ person Amherst
",
        );
    }
}
