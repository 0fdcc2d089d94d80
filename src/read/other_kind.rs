//! Documents that look like text or like an archive and are neither: known by their first bytes, and not read.

use super::Reason;

/// What most can be saved as.
const TEXT: &str = "text or HTML";
/// The first bytes of each, its name for messages, and what to save it as.
const STARTS: [(&[u8], &str, &str); 4] = [
    (b"%PDF-", "a PDF", TEXT),
    (b"{\\rtf", "rich text (RTF)", TEXT),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a document of an office program", TEXT),
    (b"filedesc://", "a crawl in the old form (ARC)", "WARC"),
];
/// Names that the first members of packed documents have.
const MEMBERS: [&[u8]; 6] =
    [b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"mimetypeapplication/"];
/// Bytes of a zip archive before its first member's name.
const BEFORE_NAME: usize = 30;

/// What is wrong with a stream of these first bytes, if it is such a document.
pub fn other_kind(head: &[u8]) -> Option<Reason> {
    let start = STARTS.iter().find(|(start, ..)| head.starts_with(start));
    let packed = head.starts_with(b"PK\x03\x04")
        && head.get(BEFORE_NAME..).is_some_and(|name| MEMBERS.iter().any(|member| name.starts_with(member)));
    let packed = packed.then_some(Reason::OtherKind("a document of an office program or a book", TEXT));
    start.map(|(_, name, form)| Reason::OtherKind(name, form)).or(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_known_by_their_first_bytes() {
        let zip = |name: &str| [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes()].concat();
        let told = |head: &[u8]| other_kind(head).map(|reason| reason.to_string()).unwrap_or_default();
        assert_eq!(told(b"%PDF-1.7\n"), "a PDF, which is not read; save it as text or HTML");
        assert!(told(b"{\\rtf1\\ansi Fire").starts_with("rich text (RTF)"));
        assert!(told(b"filedesc://a.arc 0.0.0.0").ends_with("save it as WARC"));
        assert!(other_kind(&zip("[Content_Types].xml")).is_some());
        assert!(other_kind(&zip("mimetypeapplication/epub+zip")).is_some());
        for read in [b"PDF files".as_slice(), b"{\"text\":\"x\"}", b"PK\x03\x04", &zip("2024/words/fire.html")] {
            assert!(other_kind(read).is_none());
        }
    }
}
