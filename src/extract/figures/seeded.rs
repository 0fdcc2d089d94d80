//! The holder of a rank before its own name: "the second seed Ada Pike", "their second album Barge Songs".

use super::phrase::Phrase;
use crate::types::{Document, Tags, WordList};

/// The phrase up to the noun before a name.
pub fn before_name(document: &Document, phrase: Phrase) -> Phrase {
    const NAMED: WordList<9> =
        WordList::of(["album", "book", "film", "movie", "novel", "seed", "seeds", "single", "song"]);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let named = |&at: &usize| document.is_one_of(at, &NAMED) && !capital(at) && at + 1 < phrase.end;
    let noun = phrase.clone().find(named).filter(|&at| capital(at + 1) && capital(phrase.end - 1));
    phrase.start..noun.map_or(phrase.end, |noun| noun + 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn seeds_songs_and_how_it_is_done() {
        figures(
            "
The second seed Ada Pike won. Their second album Barge Songs sold well. A 3-year-old accidentally shoots a goat; 35-year-old Billy Pike left.
    ^^^^^^ figure ordinal value=2 counted=[seed]
                                    ^^^^^^ figure ordinal value=2 counted=[album]
                                                                          ^^^^^^^^^^ figure age value=3 unit=year
                                                                                                                 ^^^^^^^^^^^ figure age value=35 unit=year counted=[Billy Pike]
",
        );
    }
}
