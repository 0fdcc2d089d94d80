//! Known kinds of documents that are not supported, recognised by their first bytes. Some look like
//! text or like an archive.

use super::Reason;

/// What most of them can be saved as.
const TEXT: &str = "text or HTML";
const ARCHIVE: &str = "zip or tar";
const PACKED: &str = "gzip, Zstandard or xz";
const COLUMNS: &str = "Parquet or JSON Lines";
/// The first bytes of each kind, its name in messages, and what to save it as.
const STARTS: [(&[u8], &str, &str); 13] = [
    (b"%PDF-", "a PDF", TEXT),
    (b"{\\rtf", "rich text (RTF)", TEXT),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a document of an office program", TEXT),
    (b"filedesc://", "a crawl in the old form (ARC)", "WARC"),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", ARCHIVE),
    (b"Rar!\x1A\x07", "a RAR archive", ARCHIVE),
    (b"\x04\x22\x4D\x18", "a file packed with LZ4", PACKED),
    (b"\x1F\x9D", "a file packed with compress", PACKED),
    (b"\x5D\0\0", "a file packed with LZMA alone", PACKED),
    (b"SQLite format 3\0", "a database of SQLite", "CSV or JSON Lines"),
    (b"ARROW1\0\0", "an Arrow file (Feather)", COLUMNS),
    (b"Obj\x01", "an Avro file", COLUMNS),
    (b"\x89HDF\r\n\x1A\n", "an HDF5 file", COLUMNS),
];
/// Beginnings of the name of the first member in documents that are zip archives.
const MEMBERS: [&[u8]; 6] =
    [b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"mimetypeapplication/"];
/// How stored mail messages begin, and what every message has further on.
const MAIL: [&[u8]; 5] = [b"Return-Path: ", b"Delivered-To: ", b"Received: ", b"MIME-Version: ", b"Message-ID: "];
const SENDER: &[u8] = b"\nFrom: ";
/// Number of bytes of a zip archive before the name of its first member.
const BEFORE_NAME: usize = 30;

/// The fault of a stream with these first bytes, if it is of such a kind.
pub fn other_kind(head: &[u8]) -> Option<Reason> {
    let start = STARTS.iter().find(|(start, ..)| head.starts_with(start));
    let packed = head.starts_with(b"PK\x03\x04")
        && head.get(BEFORE_NAME..).is_some_and(|name| MEMBERS.iter().any(|member| name.starts_with(member)));
    let packed = packed.then_some(Reason::OtherKind("a document of an office program or a book", TEXT));
    let mail = is_mail(head).then_some(Reason::OtherKind("electronic mail", TEXT));
    start.map(|(_, name, form)| Reason::OtherKind(name, form)).or(packed).or(mail)
}

/// Whether these are the first bytes of a mail message, or of a mailbox:
/// `From ann@tarn.example Mon Mar 2`.
fn is_mail(head: &[u8]) -> bool {
    let sender = head.strip_prefix(b"From ").and_then(|rest| rest.split(|byte| byte.is_ascii_whitespace()).next());
    let headed = MAIL.iter().any(|start| head.starts_with(start));
    sender.is_some_and(|sender| sender.contains(&b'@')) || headed && memchr::memmem::find(head, SENDER).is_some()
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
        assert_eq!(told(b"Rar!\x1A\x07\x01\0"), "a RAR archive, which is not read; save it as zip or tar");
        assert!(other_kind(&zip("[Content_Types].xml")).is_some());
        assert!(other_kind(&zip("mimetypeapplication/epub+zip")).is_some());
        assert!(told(b"From ann@tarn.example Mon Mar 2 10:00:00 2020\n").starts_with("electronic mail"));
        assert!(other_kind(b"Received: from mail.tarn.example\r\nFrom: ann@tarn.example\r\n").is_some());
        for read in [
            b"PDF files".as_slice(),
            b"{\"text\":\"x\"}",
            b"PK\x03\x04",
            &zip("2024/words/fire.html"),
            b"From Tarn our reporter @ann writes",
            b"Received: nine letters.\n\nThe warden of Tarn counted them.",
        ] {
            assert!(other_kind(read).is_none());
        }
    }
}
