//! Bytes become text, whatever encoding they are in.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Bytes that the encoding is guessed from.
const SAMPLE: usize = 1 << 16;
/// Letters beyond ASCII for each wrong byte of a text that is still UTF-8, if a damaged one.
const SOUND: usize = 8;

/// The bytes as text: UTF-8 as it is; else in the encoding that `label` names, such as
/// `windows-1252`, if there is one; else in the likeliest.
pub fn decode<'a>(bytes: &'a [u8], label: Option<&str>) -> Cow<'a, str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    if is_damaged_utf8(bytes) {
        return String::from_utf8_lossy(bytes);
    }
    let named = label.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|encoding| *encoding != UTF_8);
    let (text, _, _) = named.unwrap_or_else(|| guess(bytes)).decode(bytes);
    text
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether wrong bytes are so few among well-made letters beyond ASCII that the text is UTF-8 with damage.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut wrong, mut right) = (0, 0);
    for chunk in bytes[..bytes.len().min(SAMPLE)].utf8_chunks() {
        wrong += usize::from(!chunk.invalid().is_empty());
        right += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
    }
    right > 0 && wrong * SOUND <= right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_borrowed_and_loses_its_mark() {
        assert!(matches!(decode("Zoë".as_bytes(), Some("windows-1252")), Cow::Borrowed("Zoë")));
        assert_eq!(decode(b"\xEF\xBB\xBFfire", None), "fire");
    }

    #[test]
    fn other_encodings_are_guessed_or_named() {
        let text = "Zoë Lund’s café closed on Monday – “for good”, she said.";
        for encoding in [encoding_rs::WINDOWS_1252, encoding_rs::MACINTOSH] {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(decode(&bytes, Some(encoding.name())), text, "{}", encoding.name());
        }
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(decode(&bytes, None), text);
        assert_eq!(decode(&bytes, Some("utf-8")), text, "a label that is wrong");
        let russian = "Мост через гавань закроют на год, сообщил совет.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(decode(&bytes, None), russian);
    }

    #[test]
    fn a_wrong_byte_does_not_spoil_a_text() {
        let text = "“Zoë’s café”, “naïve façade”, “Málaga”";
        let mut bytes = text.as_bytes().to_vec();
        bytes.push(0xE2);
        assert_eq!(decode(&bytes, None), format!("{text}\u{FFFD}"));
    }
}
