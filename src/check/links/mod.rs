//! The same person across articles: by name, office, organisation and company.
//!
//! Each article leaves its named people as [`Seen`]; [`link`] groups them. Two are compared if their family names sound
//! alike; the surest pairs are joined first, and no group accepts a person whose name or office contradicts one of its
//! members.

mod called;
mod join;
mod likeness;
mod seen;
mod timeline;

pub use join::link;
pub use seen::Seen;

#[doc(hidden)]
pub use self::{join::link_each, seen::seen};

#[cfg(test)]
mod tests {
    use super::{link, seen};
    use crate::{
        check::Subject,
        pipeline::analyse,
        types::{Article, Link, Places},
    };

    /// The links of articles, given as id, day and text.
    fn links(articles: &[(&str, &str, &str)]) -> Vec<Link> {
        let all = articles.iter().map(|(id, day, text)| {
            let mut article = Article::new(*id, None, text);
            article.published =
                day.parse::<jiff::civil::Date>().ok().map(|day| day.to_datetime(jiff::civil::Time::midnight()));
            let (document, facts) = analyse(&article);
            let places = Places::new(&article);
            seen(Subject { document: &document, facts: &facts, places: &places })
        });
        link(all.collect())
    }

    /// Each link as its name and the articles it joins.
    fn told(articles: &[(&str, &str, &str)]) -> Vec<String> {
        let line = |link: &Link| {
            let articles: Vec<&str> = link.people.iter().map(|person| person.article.as_str()).collect();
            format!("{}: {}", link.name, articles.join(" "))
        };
        links(articles).iter().map(line).collect()
    }

    #[test]
    fn a_full_name_an_initial_and_a_slip_of_the_pen_are_one_person() {
        let articles = [
            ("a", "", "Rosalind Achterberg, the mayor of Norvale, opened the bridge at Ostwick with Harl Dunmoor."),
            ("b", "", "The bridge was opened by Mayor Rosalind M. Achterberg of Norvale."),
            ("c", "", "Mayor Rosalind Acterberg of Norvale opened the bridge at Ostwick, said Harl Dunmoor."),
        ];
        assert_eq!(told(&articles), ["Rosalind M. Achterberg: a b c", "Harl Dunmoor: a c"]);
    }

    #[test]
    fn namesakes_stay_apart_when_office_or_place_contradict() {
        let articles = [
            ("a", "", "Neil Dale, the mayor of Norvale, opened the bridge."),
            ("b", "", "Neil Dale, the mayor of Ostwick, shut a school."),
            ("c", "", "Sergeant Neil Dale of Tarn Police spoke."),
            ("d", "", "Mayor Neil Dale of Norvale cut a ribbon."),
        ];
        assert_eq!(told(&articles), ["Neil Dale: a d"]);
    }

    #[test]
    fn a_surname_alone_needs_the_same_company() {
        let articles = [
            ("a", "", "Kate Addison swam at Ostwick against Brenna Tollack, said Harl Dunmoor."),
            ("b", "", "Ms Addison won at Ostwick, and Brenna Tollack cheered with Harl Dunmoor."),
            ("c", "", "Mr Addison bakes bread."),
        ];
        let found = told(&articles);
        assert!(found.contains(&"Kate Addison: a b".to_owned()), "{found:?}");
    }

    #[test]
    fn offices_over_time_are_a_timeline() {
        let articles = [
            ("a", "2011-05-02", "Councillor Rosalind Achterberg of Norvale spoke."),
            ("b", "2014-06-01", "Rosalind Achterberg, the mayor of Norvale, spoke."),
            ("c", "2015-06-01", "Mayor Rosalind Achterberg spoke at Norvale."),
            ("d", "2019-01-01", "Rosalind Achterberg, the former mayor of Norvale, wrote a book."),
        ];
        let links = links(&articles);
        let tenures = links[0].tenures.iter().map(|tenure| {
            let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
            format!("{} {} {} {}", day(tenure.first), day(tenure.last), tenure.status.name(), tenure.role)
        });
        let expected = [
            "2011-05-02 2011-05-02 current Councillor",
            "2014-06-01 2015-06-01 current mayor",
            "2019-01-01 2019-01-01 former mayor",
        ];
        assert_eq!(tenures.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_order_of_articles_changes_nothing() {
        let articles = [
            ("a", "", "Rosalind Achterberg, the mayor of Norvale, spoke."),
            ("b", "", "Mayor Rosalind Achterberg spoke."),
            ("c", "", "R. Achterberg spoke in Norvale."),
        ];
        let turned: Vec<_> = articles.iter().rev().copied().collect();
        assert_eq!(links(&articles), links(&turned));
    }
}
