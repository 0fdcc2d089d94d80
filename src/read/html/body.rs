//! The text of a page's article, without menus, notices and what else stands around it.

use crate::read::Reason;

/// The paragraphs of the article, set apart by blank lines; empty where the page has none.
#[cfg(feature = "html")]
pub fn body(page: &str, title: Option<&str>) -> Result<String, Reason> {
    use dom_smoothie::{Config, Readability};

    use crate::read::markup;

    let broken = |error: dom_smoothie::ReadabilityError| Reason::Broken("HTML", error.to_string());
    let config = Config { disable_json_ld: true, ..Config::default() };
    let mut readability = Readability::new(page, None, Some(config)).map_err(broken)?;
    let article = match readability.parse() {
        Ok(article) => article,
        Err(dom_smoothie::ReadabilityError::GrabFailed) => return Ok(String::new()),
        Err(error) => return Err(broken(error)),
    };
    let text = markup::text(&article.content);
    // Some pages print their title again above the text.
    let behind_title = title.and_then(|title| text.strip_prefix(title)).and_then(|rest| rest.strip_prefix("\n\n"));
    Ok(behind_title.unwrap_or(&text).to_owned())
}

/// Without the feature no page is read.
#[cfg(not(feature = "html"))]
pub fn body(_: &str, _: Option<&str>) -> Result<String, Reason> {
    Err(Reason::Unsupported("HTML", "html"))
}
