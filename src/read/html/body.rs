//! The text of a page's article, without menus, notices and other things around it.

use crate::read::Reason;

/// The paragraphs of the article, separated by blank lines; empty if the page has none.
#[cfg(feature = "html")]
pub fn body(page: &str, title: Option<&str>) -> Result<String, Reason> {
    use dom_smoothie::{Config, Readability, ReadabilityError};

    use super::{element::article_of, notices::without_notices, pieces::in_pieces, promotions::without_promotions};
    use crate::read::markup;

    let broken = |error: ReadabilityError| Reason::Broken("HTML", error.to_string());
    let config = Config { disable_json_ld: true, ..Config::default() };
    let page = in_pieces(with_pull_quotes(&without_notices(article_of(page))));
    let mut readability = Readability::new(page, None, Some(config)).map_err(broken)?;
    let article = match readability.parse() {
        Ok(article) => article,
        Err(ReadabilityError::GrabFailed) => return Ok(String::new()),
        Err(error) => return Err(broken(error)),
    };
    let text = markup::text(&without_promotions(&article.content));
    // Some pages print their title again above the text.
    let behind_title = title.and_then(|title| text.strip_prefix(title)).and_then(|rest| rest.strip_prefix("\n\n"));
    Ok(behind_title.unwrap_or(&text).to_owned())
}

/// Turns pull quotes, `<aside class="pullquote">`, into block quotes, since other asides are not
/// part of the article.
#[cfg(feature = "html")]
fn with_pull_quotes(page: &str) -> String {
    let (mut changed, mut from) = (String::with_capacity(page.len()), 0);
    let mut asides = Vec::new();
    for tag in super::tags::tags(page).filter(|tag| tag.is("aside")) {
        let quotes = match tag.closing {
            true => asides.pop().unwrap_or(false),
            false => tag.attribute("class").is_some_and(|class| class.to_ascii_lowercase().contains("quote")),
        };
        if !tag.closing {
            asides.push(quotes);
        }
        if quotes {
            changed.push_str(&page[from..tag.start]);
            changed.push_str(if tag.closing { "</blockquote>" } else { "<blockquote>" });
            from = tag.end;
        }
    }
    changed.push_str(&page[from..]);
    changed
}

/// Fails for every page, since the build is without the feature `html`.
#[cfg(not(feature = "html"))]
pub fn body(_: &str, _: Option<&str>) -> Result<String, Reason> {
    Err(Reason::Unsupported("HTML", "html"))
}
