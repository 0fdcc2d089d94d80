//! Converts byte offsets in an article's text to code points in its fields.

use super::{Article, Field, Span};

/// Bytes between two stored counts; a lookup counts at most this many.
const STRIDE: usize = 256;

/// Converts spans of an article to offsets in code points of its title or body.
///
/// ASCII text needs no table; for other text, the number of code points is stored every few hundred
/// bytes.
#[derive(Debug)]
pub struct Places<'a> {
    article: &'a Article,
    /// Number of code points before byte `STRIDE * index`; empty if the text is ASCII.
    counts: Vec<u32>,
}

impl<'a> Places<'a> {
    /// Makes the table for an article.
    pub fn new(article: &'a Article) -> Self {
        let bytes = article.text.as_bytes();
        let mut counts = Vec::new();
        if !bytes.is_ascii() {
            let mut total = 0;
            for chunk in bytes.chunks(STRIDE) {
                counts.push(total);
                total += starts(chunk);
            }
            counts.push(total);
        }
        Self { article, counts }
    }

    /// The field that contains a span, and its start and end in code points of that field.
    pub fn of(&self, span: Span) -> (Field, u32, u32) {
        let (field, whole) = self.article.field(span);
        let origin = self.code_points(whole.start);
        (field, self.code_points(span.start) - origin, self.code_points(span.end) - origin)
    }

    fn code_points(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        match self.counts.get(byte / STRIDE) {
            None => byte as u32,
            Some(before) => before + starts(&self.article.text.as_bytes()[byte / STRIDE * STRIDE..byte]),
        }
    }
}

/// Number of code points that start in some bytes.
fn starts(bytes: &[u8]) -> u32 {
    // Few enough bytes at a time that the sum fits into a byte, so that a processor can add many at
    // once.
    let some = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|bytes| u32::from(some(bytes))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_count_in_the_users_own_fields() {
        let title = "Zoë’s £5";
        let body = "é".repeat(700) + " 43 forces";
        let article = Article::new("a", Some(title), &body);
        let places = Places::new(&article);
        let at = article.text.find("43").unwrap();
        assert_eq!(places.of(Span::new(at, at + 2)), (Field::Text, 701, 703));
        let at = article.text.find('£').unwrap();
        assert_eq!(places.of(Span::new(at, at + 3)), (Field::Title, 6, 8));
    }
}
