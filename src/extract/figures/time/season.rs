//! A season, with its year where one is stated: "summer 2012", "the winter of 2010", "in the spring".

use super::{
    calendar::Moment,
    edges,
    phrase::{self, Phrase, Time},
    tense, years,
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, Tense, TimeWord},
    types::{Document, Figure, Tags},
};

/// Seasons.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.season",
    source: include_str!("season.rs"),
    anchors: Tags::SEASON,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The season at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Season(season) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let behind = at + 1 + usize::from(document.is(at + 1, "of"));
    if let Some((year, end)) = years::at(document, behind).or_else(|| years::short(document, behind)) {
        return Some(Phrase::new(edges::lead(document, at)..end, Time::At(Moment::Season(year, season))));
    }
    if !is_placed(document, at) {
        return None;
    }
    let tokens = edges::lead(document, at)..at + 1;
    let moment = document.dateline.and_then(|dateline| {
        let Moment::Season(year, now) = Moment::season_of(dateline) else { return None };
        Some(match tense::of(document, &tokens) {
            Some(Tense::Future) => Moment::Season(year + i16::from(season < now), season),
            _ => Moment::Season(year - i16::from(season > now), season),
        })
    });
    Some(Phrase::new(tokens, moment.map_or(Time::Unplaced, Time::At)))
}

/// Whether the words before make it a season: "In the spring", "this autumn". Spring and fall have other meanings, and
/// summers are often names.
fn is_placed(document: &Document, at: usize) -> bool {
    let the = at.checked_sub(1).filter(|&before| document.is(before, "the"));
    let early = the.unwrap_or(at).checked_sub(1).is_some_and(|before| {
        edges::is_any(document, before, &["in", "during", "over", "since", "until", "by", "early", "late"])
    });
    early && (the.is_some() || edges::is_any(document, at, &["summer", "winter", "autumn", "spring"]))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn seasons_take_their_year() {
        figures_at(
            "2015-09-23",
            "
The pier shut in the winter of 2010 and will reopen in the spring.
                 ^^^^^^^^^^^^^^^^^^ figure date resolved=2010-WI
                                                       ^^^^^^^^^^ figure date resolved=2016-SP
Ostwick flooded in the autumn of '87.
                   ^^^^^^^^^^^^^^^^^ figure date resolved=1987-FA
",
        );
    }
}
