//! Stems: words without their endings, as hashes that can be compared.

/// Endings that are removed, the first match only.
const ENDINGS: [&str; 10] = ["ations", "ation", "ings", "ing", "ies", "es", "ed", "s", "ly", "e"];

/// Hash of a word's stem: `allegations`, `alleged` and `Allegation` have the same.
pub fn stem(word: &str) -> u32 {
    let bytes = word.as_bytes();
    // Most words end in none of these letters, and few endings share the last letter of a word.
    let last = bytes.last().map(u8::to_ascii_lowercase).filter(|last| b"sgdyen".contains(last));
    let Some(last) = last else { return hash(bytes) };
    let ends = |ending: &&[u8]| {
        ending.last() == Some(&last)
            && bytes.len() >= ending.len() + 3
            && bytes[bytes.len() - ending.len()..].eq_ignore_ascii_case(ending)
    };
    let ending = ENDINGS.into_iter().map(str::as_bytes).find(ends);
    hash(&bytes[..bytes.len() - ending.map_or(0, <[u8]>::len)])
}

/// A word as the tables spell it: in lower case, with straight apostrophes.
pub fn folded(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// Hash of a whole word, ignoring ASCII case.
pub fn word_hash(word: &str) -> u32 {
    hash(word.as_bytes())
}

/// FNV-1a over the bytes in lower case.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        assert_eq!(stem("allegations"), stem("Alleged"));
        assert_eq!(stem("killed"), stem("killing"));
        assert_ne!(stem("force"), stem("fork"));
        assert_ne!(stem("red"), stem("r"), "three letters stay");
    }
}
