//! The confidence that each kind of evidence gives: that a name names a person, and that a person holds an office.
//!
//! Each number is the share that is right. For names it is the share of people whose best evidence it is, on the
//! annotated development articles, most of which the model has not seen (2,500 people). For offices it is the share of
//! 400 from each source of the development articles, read one by one; offices found by a verb of heading or in place of
//! a name are few, so their shares are estimates.

/// A title or honorific before the name: 571 people.
pub const TITLED: f32 = 0.98;
/// A given and a family name: 1,219 people.
pub const FULL_NAME: f32 = 0.975;
/// A given and a family name in a headline, or a relative of a person: 64 people.
pub const HEADLINE: f32 = 0.93;
/// A full name with an age, an office set off by commas, or `By` before it: 28 people, and 40 more read.
pub const INTRODUCED: f32 = 0.95;
/// A single name with an age or `By` before it, or a name of two words that are also ordinary words: 25 people.
pub const ADDRESSED: f32 = 0.88;
/// A verb of speech or a `who` clause next to the name, or words of people named elsewhere: 42 people.
pub const TOLD: f32 = 0.7;

/// The confidence where the only evidence is the model's score of the words around, in hundredths of log odds.
///
/// Counted on people in articles that the model has not seen: 132, 136, 94 and 120 in the four bands.
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
/// An office after a name, set off by a mark: 75 offices.
pub const SET_OFF: f32 = 0.96;
/// A verb between name and office: 14 offices.
pub const BY_VERB: f32 = 0.93;
/// An official known only by office: 35 read, and 21 in the annotated articles.
pub const UNNAMED: f32 = 0.95;
/// A verb between pronoun and office.
pub const OF_PRONOUN: f32 = 0.9;
/// A verb of heading: `who chairs the board`.
pub const HEADS: f32 = 0.85;
/// A former office in place of the only person named before.
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
