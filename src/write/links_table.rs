//! People across articles as a table, with a row for each of their offices.

use super::csv::row;
use crate::types::{Link, Tenure};

/// The header line of the rows that [`csv()`] returns. `articles` counts the articles that state
/// the office, `appears_in` those with the person.
pub const CSV_HEADER: &str = "name,role,rank,organisation,status,first,last,articles,appears_in,id\n";

/// The rows of a person; a single one with empty cells if no article gives an office.
pub fn csv(link: &Link) -> String {
    let (id, appears_in) = (link.id().to_string(), link.people.len().to_string());
    if link.tenures.is_empty() {
        return row([&link.name, "", "", "", "", "", "", "", &appears_in, &id]);
    }
    let office = |tenure: &Tenure| {
        let [first, last] = [tenure.first, tenure.last].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
        row([
            &link.name,
            &tenure.role,
            tenure.rank.unwrap_or_default(),
            tenure.organisation.as_deref().unwrap_or_default(),
            tenure.status.name(),
            &first,
            &last,
            &tenure.articles.to_string(),
            &appears_in,
            &id,
        ])
    };
    link.tenures.iter().map(office).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Status;

    #[test]
    fn each_office_is_a_row() {
        let tenure = Tenure {
            role: "warden, lower locks".to_owned(),
            rank: None,
            organisation: Some("Tarn Navigation".to_owned()),
            status: Status::Current,
            first: Some(jiff::civil::date(2024, 5, 4)),
            last: None,
            articles: 2,
        };
        let mut link = Link { name: "Ada Thorn".to_owned(), people: Vec::new(), tenures: vec![tenure] };
        let id = link.id();
        let expected = format!("Ada Thorn,\"warden, lower locks\",,Tarn Navigation,current,2024-05-04,,2,0,{id}\n");
        assert_eq!(csv(&link), expected);
        link.tenures.clear();
        assert_eq!(csv(&link), format!("Ada Thorn,,,,,,,,0,{id}\n"));
        assert_eq!(CSV_HEADER.matches(',').count(), 9);
    }
}
