//! Things named after people, recognised by the noun before the name: "the trawler Ann Reed", "the biopic Amos".

use super::candidate::Candidate;
use crate::{
    grammar::{kinds, tenses},
    types::{Document, Tags, WordList},
};

/// Ships, vehicles, animals and storms.
const CRAFT: WordList<58> = WordList::of([
    "aircraft",
    "airship",
    "asteroid",
    "barge",
    "battleship",
    "boat",
    "bus",
    "catamaran",
    "colt",
    "comet",
    "corvette",
    "cruiser",
    "cyclone",
    "destroyer",
    "dredger",
    "ferry",
    "filly",
    "freighter",
    "frigate",
    "gelding",
    "greyhound",
    "horse",
    "hurricane",
    "icebreaker",
    "ketch",
    "lifeboat",
    "liner",
    "locomotive",
    "lorry",
    "mare",
    "minesweeper",
    "plane",
    "probe",
    "racehorse",
    "rover",
    "satellite",
    "schooner",
    "ship",
    "spacecraft",
    "stallion",
    "steamer",
    "steamship",
    "storm",
    "submarine",
    "supertanker",
    "tanker",
    "telescope",
    "towboat",
    "train",
    "tram",
    "trawler",
    "tug",
    "tugboat",
    "typhoon",
    "vessel",
    "warship",
    "whaler",
    "yacht",
]);

/// Works of art.
const WORKS: WordList<31> = WordList::of([
    "album",
    "anthology",
    "ballad",
    "ballet",
    "biopic",
    "blockbuster",
    "cartoon",
    "comedy",
    "documentary",
    "drama",
    "film",
    "melodrama",
    "memoir",
    "movie",
    "musical",
    "novel",
    "opera",
    "operetta",
    "painting",
    "pantomime",
    "poem",
    "prequel",
    "remake",
    "romcom",
    "sequel",
    "series",
    "sitcom",
    "song",
    "soundtrack",
    "thriller",
    "videogame",
]);

/// What craft and works do, or what happens to them.
const HAPPENS: WordList<29> = WordList::of([
    "anchored",
    "arrived",
    "battered",
    "berthed",
    "burned",
    "capsized",
    "caught",
    "caused",
    "collided",
    "crashed",
    "departed",
    "docked",
    "drifted",
    "exploded",
    "foundered",
    "grossed",
    "killed",
    "opened",
    "premiered",
    "ran",
    "sailed",
    "sank",
    "starred",
    "steamed",
    "struck",
    "swept",
    "topped",
    "toppled",
    "won",
]);

/// Whether the name belongs to the thing that the noun before it denotes.
pub fn is_called(document: &Document, candidate: &Candidate) -> bool {
    let Some(noun) = candidate.tokens.start.checked_sub(1) else { return false };
    let thing = document.is_one_of(noun, &CRAFT) || document.is_one_of(noun, &WORKS);
    thing
        && !document.tags(noun).any(Tags::CAPITALISED)
        && document.tokens[noun].sentence == document.tokens[noun + 1].sentence
        && !candidate.is_titled()
        && !acts(document, candidate.tokens.end)
}

/// Whether the name is the subject of a clause without a relative pronoun: `the film Ann Reed directed`, `the boat she
/// and Reed had bought`.
fn acts(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let word = kinds::is_word(document, at);
    let past = |at: usize| {
        let told = tenses::is_irregular_past(document, at);
        let verb = told || document.ends_in(at, "ed") || document.tags(at).any(Tags::CUE);
        verb && !document.is_one_of(at, &HAPPENS)
    };
    let being = document.is_one_of(at, const { &WordList::of(["is", "was"]) });
    let doing = |at: usize| document.tokens.get(at).is_some_and(|_| document.ends_in(at, "ing"));
    let had = document.is_one_of(at, const { &WordList::of(["had", "has", "will", "would"]) });
    word && (had || being && doing(at + 1) || !tags.any(Tags::AUXILIARY) && past(at))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn ships_and_works_are_nobody() {
        people(
            "
The trawler Ann Reed sank off Norvale in the biopic Ivo Amos. The barge Tom Dale bought was the yacht Una Trant was steering.
                                                                        ^^^^^^^^ person Tom Dale
                                                                                                      ^^^^^^^^^ person Una Trant
",
        );
    }
}
