//! Single words that are not names of people: elsewhere in the article they name a thing, or they are capitalised only
//! at the start of a sentence.

use rustc_hash::FxHashSet;

use super::{
    name::Proposal,
    name_shape::{Part, part},
    passing,
    setting::Setting,
    thing::is_noun_before_verb,
};
use crate::types::{Document, Tags};

/// Drops single words that name a thing somewhere in the article, and ordinary words that are capitalised only at the
/// start of a sentence.
pub(super) fn leave_out(document: &Document, proposals: &mut Vec<Proposal>) {
    let single = |proposal: &Proposal| proposal.candidate.tokens.len() == 1 && !proposal.candidate.is_titled();
    let word = |proposal: &Proposal| document.word(proposal.candidate.tokens.start);
    let things: FxHashSet<&str> =
        proposals.iter().filter(|proposal| single(proposal) && names_thing(document, proposal)).map(word).collect();
    let passing: FxHashSet<&str> = in_passing(document, proposals, single);
    let starts = |proposal: &Proposal| {
        let at = proposal.candidate.tokens.start;
        let (tags, next) = (document.tags(at), document.tags(at + 1));
        let acts = next.any(Tags::CUE | Tags::AUXILIARY) && !tags.any(Tags::PERSON_NOUN);
        let word = part(document, at) == Part::Doubtful || tags.any(Tags::ORDINARY);
        tags.all(Tags::SENTENCE_START) && (word && !acts || is_noun_before_verb(document, at))
    };
    let mut inner: FxHashSet<&str> = FxHashSet::default();
    if proposals.iter().any(|proposal| single(proposal) && starts(proposal)) {
        let told = proposals.iter().filter(|proposal| !(single(proposal) && starts(proposal)));
        inner.extend(told.flat_map(|proposal| proposal.candidate.tokens.clone()).map(|at| document.word(at)));
    }
    let out = |proposal: &Proposal| {
        let thing = || things.contains(word(proposal)) || passing.contains(word(proposal));
        // `Early Morning Halden Fire`: one word of the headline was left.
        let left = || proposal.tokens.len() == 1 && passing.contains(document.word(proposal.tokens.start));
        if single(proposal) {
            thing() || starts(proposal) && !inner.contains(word(proposal))
        } else {
            proposal.candidate.headline && !proposal.candidate.is_titled() && left()
        }
    };
    proposals.retain(|proposal| !out(proposal));
}

/// The single words that name a place or thing in passing, or the owner of an office; without those that are part of a
/// longer name: `Karsten's foreign minister`, but not `Otto Karsten … Karsten's spokesman`.
fn in_passing<'a>(
    document: &Document<'a>,
    proposals: &[Proposal],
    single: impl Fn(&Proposal) -> bool,
) -> FxHashSet<&'a str> {
    let passing = |proposal: &Proposal| match proposal.candidate.setting(document) {
        Setting::Passing => true,
        Setting::OwnerOfOffice if is_unknown(document, proposal) => true,
        _ => passing::is_told(document, proposal.candidate.tokens.start),
    };
    let found = proposals.iter().filter(|proposal| single(proposal) && passing(proposal));
    let mut words: FxHashSet<&str> = found.map(|proposal| document.word(proposal.candidate.tokens.start)).collect();
    if !words.is_empty() {
        let known = |proposal: &&Proposal| proposal.candidate.is_titled() || proposal.tokens.len() > 1;
        for proposal in proposals.iter().filter(known) {
            for at in proposal.tokens.clone() {
                words.remove(document.word(at));
            }
        }
    }
    words
}

/// Whether the words around show a thing: `Halden, the homeware chain,`; `Halden-based` where no name table has the
/// word.
fn names_thing(document: &Document, proposal: &Proposal) -> bool {
    match proposal.candidate.setting(document) {
        Setting::Compound => is_unknown(document, proposal),
        setting => setting == Setting::Thing,
    }
}

fn is_unknown(document: &Document, proposal: &Proposal) -> bool {
    part(document, proposal.candidate.tokens.start) == Part::Unknown
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn who_is_named_in_full_has_relations_and_aides() {
        people(
            "
Otto Mabbett was arrested. Mabbett's mother wept, and Mabbett's spokesman said so. Then Mabbett slept.
^^^^^^^^^^^^ person Otto Mabbett
                           ^^^^^^^ person Otto Mabbett
                                                      ^^^^^^^ person Otto Mabbett
                                                                                        ^^^^^^^ person Otto Mabbett
Ruth Lund met Quarmia's foreign minister. Then Quarmia slept.
^^^^^^^^^ person Ruth Lund
",
        );
    }
}
