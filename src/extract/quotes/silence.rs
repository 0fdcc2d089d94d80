//! What a source does not say, after the content: `said the geese were sold but gave no reason`.

use crate::{
    grammar::classes,
    types::{Document, Tags, WordList},
};

/// Whether the words state that the source is silent: `, without giving figures`, `, without elaborating`.
pub fn is_silent(document: &Document, at: usize) -> bool {
    const TELLING: WordList<12> = WordList::of([
        "disclosing",
        "elaborating",
        "explaining",
        "giving",
        "identifying",
        "mentioning",
        "naming",
        "offering",
        "providing",
        "revealing",
        "saying",
        "specifying",
    ]);
    let further = document.is(at + 1, "further") || document.is(at + 1, "immediately");
    document.is(at, "without") && document.is_one_of(at + 1 + usize::from(further), &TELLING)
}

/// Whether the infinitive at the token, after a verb with the base form `lemma`, is an act not done rather than
/// something not said: `declined to hear the case`, but not `declined to comment`, `to be named`, `to rule out a sale`.
pub fn is_act(document: &Document, lemma: &str, to: usize) -> bool {
    match lemma {
        "decline" => is_deed(document, to),
        "refuse" => !is_question(document, to),
        _ => false,
    }
}

/// Whether a person who was asked refuses to say something: `refused to comment on the flood`, but not `refused to
/// leave`, `refused to admit the guests`.
fn is_question(document: &Document, to: usize) -> bool {
    const TELLS: WordList<14> = WordList::of([
        "answer",
        "comment",
        "confirm",
        "disclose",
        "discuss",
        "divulge",
        "elaborate",
        "identify",
        "name",
        "reply",
        "reveal",
        "say",
        "speculate",
        "talk",
    ]);
    let verb = to + 1 + usize::from(document.is_one_of(to + 1, const { &WordList::of(["further", "publicly"]) }));
    let out = document.is(verb, "rule") && document.is(verb + 1, "out");
    document.is(to, "to") && (document.is_one_of(verb, &TELLS) || out)
}

fn is_deed(document: &Document, to: usize) -> bool {
    const TELLS: WordList<31> = WordList::of([
        "address",
        "answer",
        "appear",
        "be",
        "comment",
        "cooperate",
        "detail",
        "directly",
        "disclose",
        "discuss",
        "divulge",
        "elaborate",
        "expand",
        "further",
        "get",
        "give",
        "go",
        "identify",
        "make",
        "name",
        "offer",
        "provide",
        "publicly",
        "release",
        "reply",
        "respond",
        "rule",
        "share",
        "speak",
        "speculate",
        "weigh",
    ]);
    let verb = to + 1;
    let asked = document.is(verb, "take") && document.is(verb + 1, "questions");
    document.is(to, "to") && !asked && !document.is_one_of(verb, &TELLS) && !document.tags(verb).any(Tags::CUE)
}

/// Whether a contrast states that the source is silent: `but did not elaborate`, `but gave no details`, `though he did
/// not say why`.
pub fn turns(document: &Document, joint: usize) -> bool {
    const TELLS: WordList<12> = WordList::of([
        "comment",
        "disclose",
        "elaborate",
        "explain",
        "give",
        "identify",
        "name",
        "offer",
        "provide",
        "release",
        "say",
        "specify",
    ]);
    let joints = const { &WordList::of(["although", "but", "though"]) };
    let own = document.is_one_of(joint + 1, &classes::ONLY_SUBJECTS);
    let next = joint + 1 + usize::from(own);
    let refused = document.is(next, "refused") && document.is(next + 1, "to");
    let without = document.is_one_of(next, const { &WordList::of(["gave", "offered", "provided"]) })
        && document.is(next + 1, "no");
    let negated = document.is_one_of(next, const { &WordList::of(["did", "would"]) }) && document.is(next + 1, "not")
        || document.is_one_of(next, const { &WordList::of(["didn't", "didn’t", "wouldn't", "wouldn’t"]) });
    let verb = next + 1 + usize::from(document.is(next + 1, "not"));
    document.is_one_of(joint, joints) && (refused || without || negated && document.is_one_of(verb, &TELLS))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_one_refuses_to_tell_is_told_and_a_deed_is_none() {
        quotes(
            "
The drover refused to comment on the sale. Lund refused to rule out a flood.
                   ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[refused] speaker=[The drover]
                                                        ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[refused] speaker=[Lund] person=[Lund]
The drover refused to leave the field. A guard refused him a seat.
",
        );
    }

    #[test]
    fn what_is_not_told_is_no_part_of_what_is() {
        quotes(
            "
The drover said nine geese had been sold but gave no reason.
                ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The drover]
The drover confirmed the geese were sold, but would not name the buyer.
                     ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[confirmed] speaker=[The drover]
The drover said the geese were sold, though he did not say to whom.
                ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The drover]
",
        );
    }

    #[test]
    fn what_is_not_done_is_not_said() {
        quotes(
            "
The abbot declined to sell the mill. The abbot declined to discuss the sale. The firm declined to be named.
                                                        ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[declined] speaker=[The abbot]
                                                                                               ^^^^^^^^^^^ quote indirect cue=[declined] speaker=[The firm]
",
        );
    }
}
