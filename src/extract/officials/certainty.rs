//! How sure each kind of evidence makes it that a name names a person, and that an office is somebody's.
//!
//! Each number is the share that is right. Of names it is the share of people whose best evidence it is, on the
//! annotated articles for development, most of which the model has not seen (2,500 people). Of offices it is the share of 400 of each
//! source of the development articles that were read one by one; few are found by a verb of heading or in place
//! of a name, and their shares are estimates.

/// A title or honorific before the name: 571 people.
pub const TITLED: f32 = 0.98;
/// A given and a family name: 1,219 people.
pub const FULL_NAME: f32 = 0.975;
/// A given and a family name in a headline, or somebody's relation: 64 people.
pub const HEADLINE: f32 = 0.93;
/// A full name with an age, an office set off by commas, or `By` before it: 28 people, and 40 read besides.
pub const INTRODUCED: f32 = 0.95;
/// A single name with an age or `By` before it, a name of two words that are others too: 25 people.
pub const ADDRESSED: f32 = 0.88;
/// A verb of speech or a clause with `who` beside the name, or words of people named elsewhere: 42 people.
pub const TOLD: f32 = 0.7;

/// Nothing but what the model makes of the words around, by its score in hundredths of log odds.
///
/// Counted on people of articles that the model has not seen: 132, 136, 94 and 120 in the four bands.
pub fn judged(score: i32) -> f32 {
    match score {
        ..0 => 0.54,
        0..100 => 0.62,
        100..200 => 0.71,
        200.. => 0.87,
    }
}

/// A title before a name: 285 offices.
pub const TITLE_BEFORE: f32 = 0.95;
/// An office behind a name, set off by a mark: 75 offices.
pub const SET_OFF: f32 = 0.96;
/// A verb between name and office: 14 offices.
pub const BY_VERB: f32 = 0.93;
/// An official known by office only: 35 read, and 21 of the annotated articles.
pub const UNNAMED: f32 = 0.95;
/// A verb between pronoun and office.
pub const OF_PRONOUN: f32 = 0.9;
/// A verb of heading: `who chairs the board`.
pub const HEADS: f32 = 0.85;
/// A former office in place of the one person named before.
pub const IN_PLACE: f32 = 0.6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_better_score_is_never_less_sure() {
        let bands = [-60, -1, 0, 99, 100, 199, 200, 900].map(judged);
        assert!(bands.is_sorted() && bands[0] > 0.5 && bands[7] < FULL_NAME, "{bands:?}");
    }
}
