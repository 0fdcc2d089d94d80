//! The previous holder of an office: "Ann Reed replaced Tom Dale as chairman", "Tom Dale was succeeded by Ann Reed as
//! chairman".

use super::{name::NameSpan, scene::Scene};
use crate::types::{Document, Status, Tags, WordList};

/// Whether a verb says that one person follows another.
pub fn follows(document: &Document, at: usize) -> bool {
    const VERBS: WordList<8> = WordList::of([
        "replace",
        "replaced",
        "replaces",
        "replacing",
        "succeed",
        "succeeded",
        "succeeding",
        "succeeds",
    ]);
    document.is_one_of(at, &VERBS)
}

/// The person who had the office after the `as` at `link` before `taker`, and whether the office is still held.
pub fn of<'s>(scene: &'s Scene, link: usize, taker: &NameSpan) -> Option<(&'s NameSpan, Status)> {
    let document = scene.document;
    let last = scene.name_until(link).filter(|_| document.is(link, "as"))?;
    let verb = last.honorific.unwrap_or(last.tokens.start).checked_sub(1)?;
    let passive = document.is(verb, "by") && verb > 0;
    let verb = verb - usize::from(passive);
    if !follows(document, verb) {
        return None;
    }
    let sentence = document.sentence_tokens(verb).start;
    let (first, end) = (scene.names.partition_point(|name| name.tokens.start < sentence), verb);
    let subject = || scene.names[first..].iter().take_while(|name| name.tokens.end <= end).last();
    let other = if passive { subject()? } else { last };
    // `will replace Tom Dale`: he holds the office until then.
    let ahead = document.is(verb, "replace") || document.is(verb, "succeed");
    let will = (sentence..verb).any(|at| document.is_one_of(at, const { &WordList::of(["be", "will", "would"]) }));
    let same = document.span(other.tokens.clone()) == document.span(taker.tokens.clone());
    let status = if ahead || will { Status::Current } else { Status::Former };
    (!same && !(sentence..verb).any(|at| document.tags(at).any(Tags::NEGATION))).then_some((other, status))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn who_is_followed_had_the_office() {
        people(
            "
Ann Reed replaced Tom Dale as chairman of Quay Rail. Ivo Amos was succeeded by Una Trant as director. Ruth Parry will replace Gwen Hale as treasurer.
^^^^^^^^ person Ann Reed
                  ^^^^^^^^ person Tom Dale
                              ^^^^^^^^ office [chairman] organisation=[Quay Rail] holder=Ann Reed
                              ^^^^^^^^ office [chairman] organisation=[Quay Rail] status=former holder=Tom Dale
                                                     ^^^^^^^^ person Ivo Amos
                                                                               ^^^^^^^^^ person Una Trant
                                                                                            ^^^^^^^^ office [director] status=former holder=Ivo Amos
                                                                                            ^^^^^^^^ office [director] holder=Una Trant
                                                                                                      ^^^^^^^^^^ person Ruth Parry
                                                                                                                              ^^^^^^^^^ person Gwen Hale
                                                                                                                                           ^^^^^^^^^ office [treasurer] status=designate holder=Ruth Parry
                                                                                                                                           ^^^^^^^^^ office [treasurer] holder=Gwen Hale
",
        );
    }
}
