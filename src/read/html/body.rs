//! The text of a page's article, without menus, notices and what else stands around it.

use crate::read::Reason;

/// The paragraphs of the article, set apart by blank lines; empty where the page has none.
#[cfg(feature = "html")]
pub fn body(page: &str, title: Option<&str>) -> Result<String, Reason> {
    use dom_smoothie::{Config, Readability};

    use super::notices::without_notices;
    use crate::read::markup;

    let broken = |error: dom_smoothie::ReadabilityError| Reason::Broken("HTML", error.to_string());
    let config = Config { disable_json_ld: true, ..Config::default() };
    let page = with_pull_quotes(&without_notices(page));
    let mut readability = Readability::new(page, None, Some(config)).map_err(broken)?;
    let article = match readability.parse() {
        Ok(article) => article,
        Err(dom_smoothie::ReadabilityError::GrabFailed) => return Ok(String::new()),
        Err(error) => return Err(broken(error)),
    };
    let text = markup::text(&without_promotions(&article.content));
    // Some pages print their title again above the text.
    let behind_title = title.and_then(|title| text.strip_prefix(title)).and_then(|rest| rest.strip_prefix("\n\n"));
    Ok(behind_title.unwrap_or(&text).to_owned())
}

/// The page with its pull quotes as block quotes: `<aside class="pullquote">`. What else stands aside is none of
/// the article.
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
            changed.push_str(&page[from..page[..tag.end].rfind('<').unwrap_or(from)]);
            changed.push_str(if tag.closing { "</blockquote>" } else { "<blockquote>" });
            from = tag.end;
        }
    }
    changed.push_str(&page[from..]);
    changed
}

/// Most bytes of a paragraph that only leads to another page.
#[cfg(feature = "html")]
const PROMOTION: usize = 200;

/// Leaves out the paragraphs between others that are links for more than half of their text: `Read more: …`.
#[cfg(feature = "html")]
fn without_promotions(content: &str) -> String {
    use super::tags::tags;
    use crate::read::markup;

    let (mut kept, mut from) = (String::with_capacity(content.len()), 0);
    // Where the open paragraph and the open link begin, and the bytes of links in the paragraph.
    let (mut paragraph, mut link, mut linked) = (None, None, 0);
    let mut any = false;
    for tag in tags(content) {
        let start = content[..tag.end].rfind('<').unwrap_or(0);
        match (tag.is("p"), tag.is("a"), tag.closing) {
            (true, _, false) => (paragraph, linked) = (Some((start, tag.end)), 0),
            (_, true, false) => link = Some(tag.end),
            (_, true, true) => linked += link.take().map_or(0, |at| markup::text(&content[at..start]).len()),
            (true, _, true) => {
                let Some((begin, inner)) = paragraph.take() else { continue };
                let length = markup::text(&content[inner..start]).len();
                if any && length < PROMOTION && 2 * linked > length {
                    kept.push_str(&content[from..begin]);
                    from = tag.end;
                }
                any |= length >= PROMOTION / 4;
            }
            _ => {}
        }
    }
    kept.push_str(&content[from..]);
    kept
}

/// Without the feature no page is read.
#[cfg(not(feature = "html"))]
pub fn body(_: &str, _: Option<&str>) -> Result<String, Reason> {
    Err(Reason::Unsupported("HTML", "html"))
}
