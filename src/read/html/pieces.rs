//! Long runs of text cut into pieces, since what writes a page out again looks from every `&` to the next tag: in a
//! paragraph of megabytes, that takes time by the square of its length.

use super::tags::{Tag, tags};

/// Bytes of text between two tags from which on it is cut, and of the attributes of a tag that are kept.
const PIECE: usize = 1 << 12;
const ATTRIBUTES: usize = 1 << 16;
/// The remark that is inserted where a run is cut: it is not shown, and separates two pieces.
const CUT: &str = "<!---->";
/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 10] =
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"];

/// The page with empty remarks in its long runs of text, and without attributes that no person would write.
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

/// Adds the text between two tags, with its remarks and raw text as they are.
fn cut(page: &str, from: usize, end: usize, changed: &mut String) {
    let mut rest = &page[from..end];
    while rest.len() > PIECE {
        let text = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        if text <= PIECE {
            // A remark, in whatever form, or a bracket that opens nothing.
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
        // Neither an entity nor a letter may be cut.
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
