//! Words that are a slip of the pen apart: "Monteith" and "Montieth", "Tolland" and "Toland".

/// Whether two surnames are one letter apart, except for a letter added at the end, or have two neighbouring letters
/// swapped.
pub fn is_slip(one: &str, other: &str) -> bool {
    let (short, long) =
        if one.len() <= other.len() { (one.as_bytes(), other.as_bytes()) } else { (other.as_bytes(), one.as_bytes()) };
    let start = short.iter().zip(long).take_while(|(left, right)| left == right).count();
    match long.len() - short.len() {
        0 => {
            let (short, long) = (&short[start..], &long[start..]);
            short.len() == 1 || short.len() > 1 && short[1..] == long[1..] || is_swapped(one, other)
        }
        1 => start < short.len() && short[start..] == long[start + 1..],
        _ => false,
    }
}

/// Whether two neighbouring letters are swapped: "Monteith" and "Montieth".
pub fn is_swapped(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let start = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[start..], &other[start..]);
    one.len() > 1 && one.len() == other.len() && one[..2] == [other[1], other[0]] && one[2..] == other[2..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_or_two_swapped_make_a_slip() {
        for (one, other) in [("Tolland", "Toland"), ("Monteith", "Montieth"), ("Reed", "Reid"), ("Lund", "Lnud")] {
            assert!(is_slip(one, other) && is_slip(other, one), "{one} {other}");
        }
        for (one, other) in [("Dale", "Dales"), ("Dale", "Pike"), ("Tolland", "Tolan"), ("Reed", "Reed")] {
            assert!(!is_slip(one, other) && !is_slip(other, one), "{one} {other}");
        }
    }
}
