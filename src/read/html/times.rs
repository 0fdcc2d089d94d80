//! Finds the `<time>` of publication in a page, which may also show clocks and the times of other
//! articles.

use jiff::civil::DateTime;
use serde_json::Value;

use super::tags::Tag;
use crate::read::dates;

/// Elements that tell what a time inside them belongs to.
const PARTS: [&str; 6] = ["article", "main", "header", "nav", "footer", "aside"];
/// Words in the classes of times of publication, and of times of changes.
const PUBLISHED: [&str; 6] = ["publish", "pubdate", "pub-date", "entry-date", "post-date", "posted"];
const UPDATED: [&str; 3] = ["update", "modif", "edited"];

/// How likely a time is that of publication, the likeliest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// Its class or property names a later version.
    Updated,
    /// It is anywhere in the page.
    Somewhere,
    /// It is inside the article.
    Inside,
    /// Its class, property or attribute names the time of publication.
    Called,
}

/// The state of a search for the time of publication.
#[derive(Debug, Default)]
pub struct Times {
    /// The open elements of [`PARTS`], the outermost first.
    open: Vec<&'static str>,
    best: Option<(Weight, DateTime)>,
}

impl Times {
    /// Adds a tag. `text` gives the content of a `<time>` element, which is used if it has no
    /// `datetime`.
    pub fn add(&mut self, tag: &Tag, text: impl FnOnce() -> Option<String>) {
        if let Some(part) = PARTS.iter().find(|part| tag.is(part)) {
            match tag.closing {
                // An end tag also ends what is open inside; one without a start tag ends nothing.
                true => self.open.truncate(self.open.iter().rposition(|open| open == part).unwrap_or(self.open.len())),
                false => self.open.push(part),
            }
        } else if tag.is("time")
            && !tag.closing
            && let Some(weight) = self.weight(tag)
            && self.best.is_none_or(|(best, _)| weight > best)
            && let Some(time) =
                tag.attribute("datetime").filter(|time| !time.is_empty()).map(str::to_owned).or_else(text)
            && let Some(time) = dates::published(&Value::String(time))
        {
            self.best = Some((weight, time));
        }
    }

    /// The likeliest time of publication.
    pub fn published(self) -> Option<DateTime> {
        self.best.map(|(_, time)| time)
    }

    /// The weight of a time at this position; `None` if it belongs to something other than the
    /// article.
    fn weight(&self, tag: &Tag) -> Option<Weight> {
        let names = |key: &str| tag.attribute(key).unwrap_or_default().to_ascii_lowercase();
        let (class, property) = (names("class"), names("itemprop"));
        let is_one_of = |words: &[&str]| words.iter().any(|word| class.contains(word));
        let called = property.contains("datepublished");
        let article = self.open.iter().position(|part| matches!(*part, "article" | "main"));
        let of_page = |(at, part): (usize, &&str)| match *part {
            "nav" | "aside" => true,
            // Headers and footers inside the article belong to it. On some pages the header with
            // the time precedes the article, and its property tells.
            "header" => article.is_none_or(|article| at < article) && !called,
            "footer" => article.is_none_or(|article| at < article),
            _ => false,
        };
        if self.open.iter().enumerate().any(of_page) {
            return None;
        }
        Some(if called || tag.attributes.to_ascii_lowercase().contains("pubdate") || is_one_of(&PUBLISHED) {
            Weight::Called
        } else if property.contains("modified") || is_one_of(&UPDATED) {
            Weight::Updated
        } else if article.is_some() {
            Weight::Inside
        } else {
            Weight::Somewhere
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tags::tags, *};

    #[track_caller]
    fn has(page: &str, day: Option<i8>) {
        let mut times = Times::default();
        for tag in tags(page) {
            times.add(&tag, || Some("9 May 2024".to_owned()));
        }
        assert_eq!(times.published().map(|time| time.day()), day, "{page}");
    }

    const THIRD: &str = "<time datetime=2024-05-03>";

    #[test]
    fn a_time_in_the_article_comes_before_others() {
        has(THIRD, Some(3));
        has(&format!("<time datetime=2024-05-01></time><main>{THIRD}</main>"), Some(3));
        has(&format!("<article><header>{THIRD}</header><time datetime=2024-05-04></article>"), Some(3));
        has(&format!("<article><p>x</p><footer>{THIRD}</footer></article>"), Some(3));
        has("<article><time>yesterday</time></article>", Some(9));
    }

    #[test]
    fn what_is_called_the_time_of_publication_is_it() {
        for called in ["itemprop=datePublished", "pubdate", "class='entry-date updated'", "class=c-published__at"] {
            has(
                &format!("<article><time datetime=2024-05-01>x</time></article><time {called} datetime=2024-05-03>"),
                Some(3),
            );
        }
        has(&format!("<main><time class=updated datetime=2024-05-04></time>{THIRD}</main>"), Some(3));
        has("<header><h1>Mill sold</h1><time itemprop=datePublished datetime=2024-05-03></header>", Some(3));
    }

    #[test]
    fn clocks_and_times_of_other_articles_are_none() {
        for part in ["header", "nav", "footer", "aside"] {
            let clock = format!("<{part}><time datetime=2024-05-08>today</time></{part}>");
            has(&clock, None);
            has(&format!("{clock}{THIRD}"), Some(3));
        }
        has("<aside><article><time class=published datetime=2024-05-08></article></aside>", None);
        has(&format!("<main><aside><time datetime=2024-05-08></aside></nav>{THIRD}</main>"), Some(3));
    }
}
