//! The offices of one person over time.

use jiff::civil::Date;

use super::{likeness::Sighting, seen::SeenOffice};
use crate::{check::stems::content_of, types::Tenure};

/// The offices that a list of articles gives one person, sorted by first day.
///
/// Articles that mention one office with the same status, and the same body if they name it, make one tenure.
pub fn timeline(sightings: &[Sighting]) -> Vec<Tenure> {
    let mut tenures: Vec<Tenure> = Vec::new();
    for sighting in sightings {
        let day = sighting.seen.published;
        let mut told: Vec<usize> = Vec::new();
        for office in &sighting.person.offices {
            let index = tenures.iter().position(|tenure| is_of(tenure, office)).unwrap_or_else(|| {
                tenures.push(tenure(office));
                tenures.len() - 1
            });
            if !told.contains(&index) {
                told.push(index);
                add(&mut tenures[index], office, day);
            }
        }
    }
    tenures.sort_by(|one, other| {
        (one.first.is_none(), one.first, one.status, &one.role).cmp(&(
            other.first.is_none(),
            other.first,
            other.status,
            &other.role,
        ))
    });
    tenures
}

fn tenure(office: &SeenOffice) -> Tenure {
    Tenure {
        role: office.role.to_string(),
        rank: office.rank,
        organisation: None,
        status: office.status,
        first: None,
        last: None,
        articles: 0,
    }
}

/// Whether `office` belongs to the tenure.
fn is_of(tenure: &Tenure, office: &SeenOffice) -> bool {
    let same_role = match (tenure.rank, office.rank) {
        (Some(one), Some(other)) => one == other,
        _ => tenure.role.eq_ignore_ascii_case(&office.role),
    };
    let same_body = match (&tenure.organisation, &office.organisation) {
        (Some(one), Some(other)) => {
            let (left, right) = (content_of(one), content_of(other));
            left.iter().any(|stem| right.contains(stem))
        }
        _ => true,
    };
    tenure.status == office.status && same_role && same_body
}

fn add(tenure: &mut Tenure, office: &SeenOffice, day: Option<Date>) {
    tenure.articles += 1;
    tenure.first = tenure.first.into_iter().chain(day).min();
    tenure.last = tenure.last.into_iter().chain(day).max();
    if tenure.organisation.is_none() {
        tenure.organisation = office.organisation.as_deref().map(str::to_owned);
    }
}
