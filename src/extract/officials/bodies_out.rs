//! Removes names that are really the body or place of an office: the `JP Quay` of "JP Quay CEO Ann Reed", the `Ashford`
//! of "the Ashford MP said", the `Halden` of "Ann Reed, vice president of sales for Halden".

use std::ops::Range;

use super::{name::NameSpan, scene::Scene};
use crate::types::{Document, Fact, Office, OfficeFact, Tags, WordId};

/// Below this confidence a name is in doubt: only the model took it for one, here or at an earlier mention.
const DOUBT: f32 = 0.9;

/// Drops names that are the body of another person's office, and doubtful single words that are such a body anywhere in
/// the article.
pub fn leave_out(scene: &mut Scene, offices: &[Fact<OfficeFact>]) {
    let mut words: Vec<WordId> = Vec::new();
    for fact in offices {
        let office = &fact.detail.office;
        let Some(body) = office.organisation.map(|body| scene.document.tokens_in(body)) else { continue };
        let first = scene.names.partition_point(|name| name.tokens.start < body.start);
        if scene.names.get(first).is_none_or(|name| name.tokens != body) {
            continue;
        }
        let held = fact.detail.holder.is_some();
        let before = body.end == scene.document.token_at(office.role.start)
            && (held && (body.len() > 1 || is_letters(scene.document, &body)) || is_seat(scene.document, &body));
        let place = office.jurisdiction.is_some() && office.jurisdiction == office.organisation;
        if before {
            scene.names.remove(first);
        } else if held && (place || is_head(scene.document, office)) && is_doubtful(scene, &scene.names[first]) {
            words.push(scene.document.tokens[body.start].word);
        }
    }
    if !words.is_empty() {
        let out: Vec<bool> = scene.names.iter().map(|name| is_one_of(scene, name, &words)).collect();
        let mut out = out.into_iter();
        scene.names.retain(|_| !out.next().unwrap_or(false));
    }
}

/// Whether the office is one that bodies have, and people hardly ever: officials, aides and campaign managers serve
/// people too.
fn is_head(document: &Document, office: &Office) -> bool {
    const HEADS: [&str; 14] = [
        "Analyst",
        "CEO",
        "Captain",
        "Chair",
        "Chairman",
        "Chairwoman",
        "Chief Executive",
        "Coach",
        "Director",
        "Economist",
        "Founder",
        "Manager",
        "President",
        "Professor",
    ];
    let campaign = document.is(document.token_at(office.role.start), "campaign");
    !campaign && office.rank.is_some_and(|rank| HEADS.iter().any(|head| rank.ends_with(head)))
}

/// Whether a name is one of the words and is doubtful.
fn is_one_of(scene: &Scene, name: &NameSpan, words: &[WordId]) -> bool {
    words.contains(&scene.document.tokens[name.tokens.start].word) && is_doubtful(scene, name)
}

/// Whether a name is a single word with nothing to introduce it, and no longer name in the article contains it.
fn is_doubtful(scene: &Scene, name: &NameSpan) -> bool {
    let at = name.tokens.start;
    let single = name.tokens.len() == 1 && name.honorific.is_none() && name.title.is_none();
    let inside = |other: &NameSpan| {
        other.tokens.len() > 1 && other.tokens.clone().any(|other| scene.document.same_word(other, at))
    };
    single && name.confidence < DOUBT && !scene.names.iter().any(inside)
}

/// Whether the body is an abbreviation: `the NEU secretary Tom Reed`.
fn is_letters(document: &Document, body: &Range<usize>) -> bool {
    body.len() == 1 && document.tags(body.start).any(Tags::UPPERCASE)
}

/// Whether the body is a seat, one word between an article and an office in capitals: `the Ashford MP`.
fn is_seat(document: &Document, body: &Range<usize>) -> bool {
    let article = body.start > 0 && document.tags(body.start - 1).any(Tags::ARTICLE);
    body.len() == 1 && article && document.tags(body.end).any(Tags::UPPERCASE)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn what_an_office_is_of_is_nobody() {
        people(
            "
Ann Reed, a senior analyst for Forrester, met Tom Dale, the member for Kensington. Forrester gained.
^^^^^^^^ person Ann Reed
            ^^^^^^^^^^^^^^ office [senior analyst] organisation=[Forrester] holder=Ann Reed
                                              ^^^^^^^^ person Tom Dale
                                                            ^^^^^^ office [member] organisation=[Kensington] holder=Tom Dale
",
        );
    }
}
