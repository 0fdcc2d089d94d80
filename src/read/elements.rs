//! Cuts XML elements of given names out of a stream, in memory bounded by the limit on their
//! length.

use std::io::{self, BufRead};

use super::prolog::end_of_declaration;

/// Maximum number of bytes before the first element that are kept.
const LONGEST_HEADER: usize = 1 << 16;

/// An element, or why it was not read.
#[derive(Debug, PartialEq, Eq)]
pub enum Cut {
    /// From the start of its tag to the end of its end tag.
    Whole(Vec<u8>),
    /// An element longer than the limit.
    TooLong,
    /// The stream ended inside it.
    Unfinished,
}

/// The state of cutting elements out of a stream.
pub struct Cutter<'a> {
    /// The names to look for, without prefixes.
    pub names: &'a [&'a str],
    pub limit: usize,
    /// The text before the first element, such as the title of a feed.
    pub header: Vec<u8>,
    /// Whether an element was found.
    pub any: bool,
}

impl Cutter<'_> {
    /// Returns the next element; `None` at the end of the stream.
    pub fn next(&mut self, stream: &mut impl BufRead) -> io::Result<Option<Cut>> {
        let (mut element, mut inside, mut too_long) = (Vec::new(), false, false);
        let mut token = Vec::new();
        loop {
            let tag = match read_token(stream, &mut token, self.limit)? {
                Token::End => return Ok(inside.then_some(Cut::Unfinished)),
                Token::Data => &[],
                Token::Tag => token.iter().rposition(|&byte| byte == b'<').map_or(&[][..], |at| &token[at..]),
            };
            if !inside && self.names(tag, b"<") {
                (self.any, inside) = (true, true);
                element = tag.to_vec();
                if tag.ends_with(b"/>") {
                    return Ok(Some(Cut::Whole(element)));
                }
            } else if inside {
                too_long |= element.len() + token.len() > self.limit;
                if too_long {
                    element = Vec::new();
                } else {
                    element.extend_from_slice(&token);
                }
                if self.names(tag, b"</") {
                    return Ok(Some(if too_long { Cut::TooLong } else { Cut::Whole(element) }));
                }
            } else if !self.any && self.header.len() + token.len() < LONGEST_HEADER {
                self.header.extend_from_slice(&token);
            }
        }
    }

    /// Whether a tag starts with `open` and has one of the names.
    fn names(&self, tag: &[u8], open: &[u8]) -> bool {
        let Some(rest) = tag.strip_prefix(open) else { return false };
        let end = rest.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
        let name = &rest[..end.unwrap_or(rest.len())];
        let local = name.iter().rposition(|&byte| byte == b':').map_or(name, |at| &name[at + 1..]);
        self.names.iter().any(|wanted| wanted.as_bytes() == local)
    }
}

/// What a token ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Tag,
    /// A comment or character data: tags in it do not count.
    Data,
    /// The end of the stream.
    End,
}

/// Reads up to the end of the next tag, or over a whole comment or section of character data. Keeps
/// no more than about twice `limit` bytes.
fn read_token(stream: &mut impl BufRead, token: &mut Vec<u8>, limit: usize) -> io::Result<Token> {
    token.clear();
    let mut closing: Option<&[u8]> = None;
    loop {
        let available = stream.fill_buf()?;
        if available.is_empty() {
            return Ok(if token.is_empty() { Token::End } else { Token::Data });
        }
        let end = memchr::memchr(b'>', available);
        let taken = end.map_or(available.len(), |end| end + 1);
        if token.len() > 2 * limit + MARK {
            // The end is kept, since it shows where comments and character data end.
            token.drain(limit..token.len() - MARK);
        }
        token.extend_from_slice(&available[..taken]);
        stream.consume(taken);
        if end.is_some() {
            let closing = *closing.get_or_insert_with(|| closing_mark(token));
            match closing {
                b">" => return Ok(Token::Tag),
                END_OF_TYPE if token[..token.len() - 1].trim_ascii_end().ends_with(b"]") => return Ok(Token::Data),
                mark if token.ends_with(mark) => return Ok(Token::Data),
                _ => {}
            }
        }
    }
}

/// Number of bytes at the end of a token that show whether it is complete.
const MARK: usize = 16;
/// The end of a document type with declarations; there may be white space between the two.
const END_OF_TYPE: &[u8] = b"]>";

/// The bytes that end a token, once its first `>` has been read.
fn closing_mark(token: &[u8]) -> &'static [u8] {
    let tag = &token[memchr::memchr(b'<', token).unwrap_or(token.len())..];
    // Declarations may contain what looks like an element or like a comment without an end.
    if tag.starts_with(b"<!DOCTYPE") && tag.contains(&b'[') && end_of_declaration(tag).is_none() {
        return END_OF_TYPE;
    }
    let first = |open: &[u8]| memchr::memmem::find(token, open);
    match (first(b"<![CDATA["), first(b"<!--")) {
        (Some(data), comment) if comment.is_none_or(|comment| data < comment) => b"]]>",
        (_, Some(_)) => b"-->",
        _ => b">",
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn cut(xml: &str, limit: usize) -> (Vec<Cut>, String) {
        let mut stream = BufReader::with_capacity(5, xml.as_bytes());
        let mut cutter = Cutter { names: &["item"], limit, header: Vec::new(), any: false };
        let cuts = std::iter::from_fn(|| cutter.next(&mut stream).unwrap()).collect();
        (cuts, String::from_utf8(cutter.header).unwrap())
    }

    fn whole(xml: &str) -> Cut {
        Cut::Whole(xml.as_bytes().to_vec())
    }

    #[test]
    fn elements_are_cut_and_what_stands_before_is_kept() {
        let (cuts, header) =
            cut("<rss><title>T</title> <item a='1'>x</item>\n<n:item><items/></n:item><item/></rss>", 100);
        assert_eq!(cuts, [whole("<item a='1'>x</item>"), whole("<n:item><items/></n:item>"), whole("<item/>")]);
        assert_eq!(header, "<rss><title>T</title>");
    }

    #[test]
    fn character_data_and_comments_hold_no_tags() {
        let item = "<item><![CDATA[a</item>b]]><!-- </item> --></item>";
        assert_eq!(cut(item, 100).0, [whole(item)]);
    }

    #[test]
    fn declarations_of_a_type_hold_no_elements() {
        for end in ["]>", "]\n >"] {
            let declared = format!("<!DOCTYPE rss [<!ENTITY a \"<item>\"><!-- > --><!ENTITY b \"x\">{end}");
            let (cuts, header) = cut(&format!("{declared}<rss><item>&a;</item></rss>"), 100);
            assert_eq!((cuts, header), (vec![whole("<item>&a;</item>")], format!("{declared}<rss>")));
        }
        assert_eq!(cut("<!DOCTYPE rss SYSTEM 'a'><item/>", 100).0, [whole("<item/>")]);
    }

    #[test]
    fn an_element_beyond_the_limit_hides_no_other() {
        let long = format!("<item>{}</item><item>1</item><item>", "<b>long</b>".repeat(100));
        assert_eq!(cut(&long, 20).0, [Cut::TooLong, whole("<item>1</item>"), Cut::Unfinished]);
    }
}
