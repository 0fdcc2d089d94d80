//! Offices of one rank in articles of one story that only one person at a time holds.

use super::{
    Archive,
    archive::FactAt,
    keys::{KeyedOffice, Keys},
};
use crate::{
    check::{pairing::pairs_of, ranks::has_one_holder, stems::word},
    spill::{Sorted, Sorter},
    types::Status,
};

/// Up to this many offices of one rank in a story are all compared; of more, each with its next [`REACH`].
const CROWD: usize = 24;
const REACH: usize = 4;

/// Offices by story and rank, each as the article with an index into [`Keys::offices`].
pub type Offices = Sorter<((usize, u32), FactAt)>;

/// Adds such offices of an article of a story with several articles.
pub fn add_offices(article: usize, keys: &Keys, story: usize, keyed: &mut Offices) {
    let offices = keys.offices.iter().enumerate().filter(|(_, office)| is_single(keys, office));
    keyed.extend(offices.map(|(index, office)| ((story, word(office.rank)), FactAt::new(article, index))));
}

/// Pairs of offices, in order.
pub fn holders(archive: &Archive, keyed: Offices) -> Sorted<(FactAt, FactAt)> {
    pairs_of(keyed, CROWD, REACH, &archive.scratch, |one, other| archive.share_story(one.article(), other.article()))
}

/// Offices with one holder whose last word is also the title of others.
const OF_A_PLACE: [&str; 4] = ["city administrator", "city manager", "county administrator", "town manager"];

fn is_single(keys: &Keys, office: &KeyedOffice) -> bool {
    let role = keys.text(office.place.text);
    let single = has_one_holder(office.rank, office.body.len > 0)
        || OF_A_PLACE.iter().any(|single| role.eq_ignore_ascii_case(single));
    // "Ann Dale, the mayor of Tarn": with its body named, it need not come before the name.
    (office.title || office.body.len > 0) && office.status == Status::Current && single
}

/// Index of the person who holds an office of the same keys.
pub fn holder(keys: &Keys, office: usize) -> usize {
    let holds = |stretch: super::keys::Stretch| (stretch.start..stretch.start + stretch.len).contains(&(office as u32));
    keys.people.iter().position(|person| holds(person.offices)).unwrap_or_default()
}
