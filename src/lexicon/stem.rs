//! Stems: what is left of a word without its ending, as a hash that can be compared.

/// Endings that are cut off, longest first.
const ENDINGS: [&str; 10] = ["ations", "ation", "ings", "ing", "ies", "es", "ed", "s", "ly", "e"];

/// Hash of a word's stem: `allegations`, `alleged` and `Allegation` have one.
pub fn stem(word: &str) -> u32 {
    // Most words end in none of these letters.
    if !word.as_bytes().last().is_some_and(|last| b"sgdyenSGDYEN".contains(last)) {
        return hash(word.as_bytes());
    }
    let ending = ENDINGS.iter().find(|ending| word.len() >= ending.len() + 3 && ends_with(word, ending));
    hash(&word.as_bytes()[..word.len() - ending.map_or(0, |ending| ending.len())])
}

/// Hash of a whole word, ASCII case ignored.
pub fn word_hash(word: &str) -> u32 {
    hash(word.as_bytes())
}

fn ends_with(word: &str, ending: &str) -> bool {
    word.is_char_boundary(word.len() - ending.len()) && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending)
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
