//! The country of the rupees in "Rs": India, unless the article is about another country that has them.

use crate::{
    lexicon::{LEXICON, Unit},
    types::{Document, WordList},
};

/// Words for the countries that have rupees; India comes first.
const COUNTRIES: [(&str, WordList<8>); 4] = [
    ("INR", WordList::of(["india", "indian", "delhi", "mumbai", "kolkata", "chennai", "bengaluru", "hyderabad"])),
    (
        "PKR",
        WordList::of(["pakistan", "pakistani", "islamabad", "karachi", "lahore", "peshawar", "quetta", "rawalpindi"]),
    ),
    ("LKR", WordList::of(["lanka", "lankan", "colombo", "kandy", "galle", "jaffna", "sinhala", "lankans"])),
    ("NPR", WordList::of(["nepal", "nepali", "kathmandu", "pokhara", "nepalese", "lalitpur", "biratnagar", "terai"])),
];

/// The rupee of a country other than India for the `Rs` at `at`, if the article names that country more often.
pub fn of_country(document: &Document, at: usize) -> Option<&'static Unit> {
    if document.word(at) != "Rs" {
        return None;
    }
    let mut named = [0; COUNTRIES.len()];
    for at in 0..document.tokens.len() {
        for (count, (_, words)) in named.iter_mut().zip(&COUNTRIES) {
            *count += usize::from(document.is_one_of(at, words));
        }
    }
    let most = (1..named.len()).max_by_key(|&country| named[country])?;
    let code = COUNTRIES[most].0;
    let units = (named[most] > named[0]).then(|| LEXICON.units.all(LEXICON.id(&code.to_ascii_lowercase())))?;
    units.iter().find(|unit| unit.name == code)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn rupees_by_country() {
        figures(
            "
KARACHI: The toll in Pakistan is Rs. 500.
                                 ^^^^^^^ figure money value=500 unit=PKR counted=[toll]
",
        );
    }

    #[test]
    fn rupees_of_india() {
        figures(
            "
The toll is Rs 500, or Rs.40 a day.
            ^^^^^^ figure money value=500 unit=INR counted=[toll]
                       ^^^^^ figure money value=40 unit=INR per=day counted=[toll]
",
        );
    }
}
