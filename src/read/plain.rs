//! Plain text: the whole file is the body of one article, in which segmentation finds the title,
//! dateline and byline.

use super::{Fields, Format, RawArticle, Reason, parts::hashed_id};
use crate::types::Article;

/// Plain text.
pub const FORMAT: Format = Format {
    name: "plain text",
    extensions: &["txt", "text"],
    recognise: |_| false,
    unmistakable: false,
    split: |stream, reading| reading.whole(stream, &FORMAT),
    article,
};

fn article(raw: &RawArticle, _: &Fields) -> Result<Option<Article>, Reason> {
    let text = raw.text();
    if memchr::memchr(0, text.as_bytes()).is_some() {
        return Err(Reason::Binary);
    }
    if text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    // Old files end lines with a carriage return alone. Offsets stay the same.
    let old = !text.contains('\n') && text.contains('\r');
    let text = if old { text.replace('\r', "\n").into() } else { text };
    let id = hashed_id(&raw.place.path, None, &text);
    Ok(Some(Article { source: raw.place.to_string(), ..Article::new(id, None, &text) }))
}
