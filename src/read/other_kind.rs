//! Documents that look like text or like an archive and are neither: known by their first bytes, and not read.

/// The first bytes of each, and its name for messages.
const STARTS: [(&[u8], &str); 3] = [
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a document of an office program"),
];
/// Names that the first members of packed documents have.
const MEMBERS: [&[u8]; 6] =
    [b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"mimetypeapplication/"];
/// Bytes of a zip archive before its first member's name.
const BEFORE_NAME: usize = 30;

/// What a stream with these first bytes is, if it is such a document.
pub fn other_kind(head: &[u8]) -> Option<&'static str> {
    let start = STARTS.iter().find(|(start, _)| head.starts_with(start));
    let packed = head.starts_with(b"PK\x03\x04")
        && head.get(BEFORE_NAME..).is_some_and(|name| MEMBERS.iter().any(|member| name.starts_with(member)));
    start.map(|(_, name)| *name).or(packed.then_some("a document of an office program or a book"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_known_by_their_first_bytes() {
        let zip = |name: &str| [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes()].concat();
        assert_eq!(other_kind(b"%PDF-1.7\n"), Some("a PDF"));
        assert_eq!(other_kind(b"{\\rtf1\\ansi Fire"), Some("rich text (RTF)"));
        assert!(other_kind(&zip("[Content_Types].xml")).is_some());
        assert!(other_kind(&zip("mimetypeapplication/epub+zip")).is_some());
        for read in [b"PDF files".as_slice(), b"{\"text\":\"x\"}", b"PK\x03\x04", &zip("2024/words/fire.html")] {
            assert_eq!(other_kind(read), None);
        }
    }
}
