//! Finds the `<article>` element of a page that holds its article, if that is certain.

use super::tags::tags;
use crate::read::markup;

/// Minimum number of paragraphs of an article and of bytes in them. An element with less may be a
/// teaser, or a heading whose text is elsewhere.
const PARAGRAPHS: usize = 3;
const BYTES: usize = 350;

/// An `<article>` element that is not inside another.
#[derive(Debug, Default, Clone, Copy)]
struct Element {
    start: usize,
    end: usize,
    /// Whether it contains the first `<h1>` of the page.
    headed: bool,
    paragraphs: usize,
    /// Bytes of text in its paragraphs.
    bytes: usize,
}

/// The part of a page that is its article: its only `<article>` element, or the one with the page's
/// first heading. Otherwise the whole page, as for live reports and lists of teasers.
pub fn article_of(page: &str) -> &str {
    let (articles, outside) = elements(page);
    let chosen = match articles.as_slice() {
        [one] => one.headed || one.bytes >= outside,
        _ => false,
    };
    let chosen = if chosen { articles.first() } else { articles.iter().find(|article| article.headed) };
    match chosen.filter(|article| article.paragraphs >= PARAGRAPHS && article.bytes >= BYTES) {
        Some(article) => &page[article.start..article.end],
        None => page,
    }
}

/// The outermost `<article>` elements of a page, and the number of bytes of paragraphs outside
/// them.
fn elements(page: &str) -> (Vec<Element>, usize) {
    let (mut found, mut outside) = (Vec::new(), 0);
    let mut open = Element::default();
    let (mut depth, mut headed, mut paragraph) = (0_usize, false, None);
    for tag in tags(page) {
        if tag.is("article") {
            if depth == 0 && !tag.closing {
                open = Element { start: tag.start, ..Element::default() };
            }
            depth = if tag.closing { depth.saturating_sub(1) } else { depth + 1 };
            if depth == 0 && tag.closing && open.end == 0 {
                open.end = tag.end;
                found.push(open);
            }
        } else if tag.is("h1") && !headed {
            headed = true;
            open.headed = depth > 0;
        } else if tag.is("p") && !tag.closing {
            paragraph = Some(tag.end);
        } else if tag.is("p")
            && let Some(begin) = paragraph.take()
        {
            let bytes = markup::text(&page[begin..tag.start]).len();
            match depth {
                0 => outside += bytes,
                _ => (open.paragraphs, open.bytes) = (open.paragraphs + 1, open.bytes + bytes),
            }
        }
    }
    (found, outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn has(page: &str, expected: &str) {
        assert_eq!(article_of(page), expected);
    }

    fn text(count: usize) -> String {
        "<p>The warden of the lock has counted all barges that passed since the ice went, and found ninety.</p>"
            .repeat(count)
    }

    #[test]
    fn the_article_with_the_heading_is_that_of_the_page() {
        let article = format!("<article><h1>Barges counted</h1>{}</article>", text(4));
        let next = format!("<article><h1>Mill sold</h1>{}</article>", text(9));
        has(&format!("<body>{article}{next}</body>"), &article);
        let nested = format!("<article><h1>Barges counted</h1><article>{}</article>{}</article>", text(3), text(2));
        has(&format!("<body>{}{nested}{}</body>", text(8), text(8)), &nested);
    }

    #[test]
    fn the_only_article_is_that_of_the_page_where_it_has_most_of_its_text() {
        let article = format!("<article class=x>{}</article>", text(4));
        has(&format!("<h1>Barges counted</h1>{article}{}", text(3)), &article);
        let page = format!("<h1>Barges counted</h1>{}{article}", text(5));
        has(&page, &page);
    }

    #[test]
    fn where_it_is_in_doubt_the_page_stays_whole() {
        for page in [
            format!("<h1>As it happened</h1><article>{0}</article><article>{0}</article>", text(4)),
            format!("<article><h1>Barges counted</h1>{}</article><div>{}</div>", text(1), text(9)),
            format!("<article><h1>Barges counted</h1>{}", text(9)),
            text(9),
        ] {
            has(&page, &page);
        }
    }
}
