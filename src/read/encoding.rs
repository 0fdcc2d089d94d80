//! Decodes bytes into text, whatever their encoding.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Maximum number of bytes from which the encoding is guessed.
const SAMPLE: usize = 1 << 16;
/// Minimum number of well-formed letters beyond ASCII for each wrong byte in a text that still
/// counts as UTF-8, although a damaged one.
const SOUND: usize = 8;

/// Decodes bytes: as UTF-8 if they are that; else in the encoding that `label` names, such as
/// `windows-1252`, if there is one; else in the likeliest encoding.
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

/// Guesses the encoding of a file from its first bytes; `None` if they are UTF-8 (or ASCII), or
/// damaged UTF-8.
pub fn of_file(head: &[u8]) -> Option<&'static Encoding> {
    // The head may end in the middle of a letter.
    let whole = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true);
    (!whole && !is_damaged_utf8(head)).then(|| guess(head))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let bytes = &bytes[..bytes.len().min(SAMPLE)];
    if is_western(bytes) {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether all bytes beyond ASCII are punctuation of windows-1252, as in `£5 – “no”`, or a currency
/// sign stands before digits, where the letter that another encoding has in its place would not
/// stand: `Ł5`. The detector judges by letters only.
fn is_western(bytes: &[u8]) -> bool {
    let sign =
        |byte: u8| matches!(byte, 0x80 | 0x82 | 0x84..=0x87 | 0x89 | 0x8B | 0x91..=0x97 | 0x99 | 0x9B | 0xA0..=0xBF);
    let beyond = || bytes.iter().filter(|byte| !byte.is_ascii());
    let money = |window: &[u8]| {
        let [before, sign, digit] = [window[0], window[1], window[2]];
        before.is_ascii()
            && !before.is_ascii_alphanumeric()
            && matches!(sign, 0x80 | 0xA3 | 0xA5)
            && digit.is_ascii_digit()
    };
    beyond().all(|byte| sign(*byte)) && beyond().count() * 3 <= bytes.len() || bytes.windows(3).any(money)
}

/// Whether wrong bytes are so few among well-formed letters beyond ASCII that the text is damaged
/// UTF-8.
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
    fn signs_of_money_are_no_letters() {
        let texts = [
            "Fined £1,000 and £5.",
            "She said – “no” – it’s £5m.",
            "Zoë’s café: £5, ¥20 or €3.",
            "© Tarn Wire",
            "10°C",
        ];
        for text in texts {
            let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(decode(&bytes, None), text);
        }
        let polish = "Rada zamknęła most w Łodzi. Koszt: 5 milionów złotych, mówi wójt.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1250.encode(polish);
        assert_eq!(decode(&bytes, None), polish);
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("橋は来年まで閉鎖される");
        assert_ne!(of_file(&bytes), Some(WINDOWS_1252));
    }

    #[test]
    fn a_letter_that_the_head_cuts_is_no_other_encoding() {
        assert_eq!(of_file("Zoë".as_bytes().split_last().unwrap().1), None);
        assert_eq!(of_file(b"Zo\xEB Lund"), Some(encoding_rs::WINDOWS_1252));
    }

    #[test]
    fn a_wrong_byte_does_not_spoil_a_text() {
        let text = "“Zoë’s café”, “naïve façade”, “Málaga”";
        let mut bytes = text.as_bytes().to_vec();
        bytes.push(0xE2);
        assert_eq!(decode(&bytes, None), format!("{text}\u{FFFD}"));
    }
}
