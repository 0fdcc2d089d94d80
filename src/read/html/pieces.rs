//! Cuts long runs of text into pieces. The serializer looks from every `&` to the next tag, which
//! takes quadratic time in a paragraph of megabytes.

use super::tags::{Tag, tags};

/// Length in bytes of a text without tags above which it is cut, and of the attributes of a tag
/// above which they are dropped.
const PIECE: usize = 1 << 12;
const ATTRIBUTES: usize = 1 << 16;
/// The comment that is inserted at a cut: it is not shown, and separates two pieces.
const CUT: &str = "<!---->";
/// Elements whose content is raw text.
const RAW: [&str; 10] =
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"];

/// Inserts empty comments into long runs of text, and drops attributes longer than any real one.
pub fn in_pieces(page: String) -> String {
    let (mut changed, mut from, mut raw) = (String::new(), 0, false);
    for tag in tags(&page) {
        if !raw {
            cut(&page, from, tag.start, &mut changed);
        } else {
            changed.push_str(&page[from..tag.start]);
        }
        raw = !tag.closing && RAW.iter().any(|name| tag.is(name));
        push(&page, tag, &mut changed);
        from = tag.end;
    }
    cut(&page, from, page.len(), &mut changed);
    changed
}

fn push(page: &str, tag: Tag, changed: &mut String) {
    match tag.attributes.len() {
        0..ATTRIBUTES => changed.push_str(&page[tag.start..tag.end]),
        _ => changed.extend([if tag.closing { "</" } else { "<" }, tag.name, ">"]),
    }
}

/// Adds the text between two tags; comments in it stay whole.
fn cut(page: &str, from: usize, end: usize, changed: &mut String) {
    let mut rest = &page[from..end];
    while rest.len() > PIECE {
        let text = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        if text <= PIECE {
            // A comment of any form, or a bracket that opens no tag.
            let close = match &rest.as_bytes()[text..] {
                [b'<', b'!', b'-', b'-', ..] => "-->",
                [b'<', b'!' | b'?', ..] => ">",
                _ => "<",
            };
            let behind = rest[text..].find(close).map_or(rest.len(), |at| text + at + close.len());
            changed.push_str(&rest[..behind]);
            rest = &rest[behind..];
            continue;
        }
        // Cuts neither an entity nor a letter in two.
        let apart = |byte: &u8| *byte == b'&' || *byte >= 0xC0 || byte.is_ascii_whitespace();
        let at = rest.as_bytes()[PIECE..text].iter().position(apart).map_or(text, |at| PIECE + at);
        changed.extend([&rest[..at], CUT]);
        rest = &rest[at..];
    }
    changed.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::markup;

    /// The longest run without a tag.
    fn longest(page: &str) -> usize {
        page.split('<').map(str::len).max().unwrap_or_default()
    }

    #[test]
    fn no_run_of_text_is_long_and_no_word_changes() {
        for run in ["&amp;", "a &amp; b ", "£", "&nbsp;x", "“no” ", "a < b ", "<!-- & -->&lt;"] {
            let page = format!("<p>{0}</p><!--{0}--><p title='{0}'>{0}</p>", run.repeat(1 << 13));
            let pieces = in_pieces(page.clone());
            let kept = pieces.replace("<!---->", "");
            assert!(longest(&kept) <= longest(&page), "{run}");
            assert!(markup::text(&pieces) == markup::text(&page), "{run}");
            let text = &pieces[..pieces.find("</p>").unwrap()];
            assert!(longest(text) <= PIECE + CUT.len() + run.len(), "{run}: {}", longest(text));
        }
    }

    #[test]
    fn what_is_no_text_is_left_as_it_is() {
        let long = "a & b ".repeat(PIECE);
        for page in [
            format!("<title>{long}</title>"),
            format!("<script>{long}</script>"),
            format!("<p>x</p><!-- {long} -->"),
            format!("<p>x</p><!-- {long}"),
            "<p>A &amp; B</p>".to_owned(),
        ] {
            assert!(in_pieces(page.clone()) == page, "{}", &page[..9]);
        }
        assert_eq!(in_pieces(format!("<p data-x='{}'>a</p>", long.repeat(4))), "<p>a</p>");
    }
}
