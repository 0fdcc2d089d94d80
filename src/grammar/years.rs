//! Which numbers can be years, and which can be an age.
//!
//! How early a year may be depends on how clearly the words around it say that it is one, hence three ranges.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::types::{Document, TokenKind};

/// Years, if the words around four digits say that they are one: `in 1066`, `3 May 1215`, `between 1180 and 1240`.
pub const WRITTEN: RangeInclusive<i16> = 1000..=2199;

/// Years that a bare number of four digits may be if the words around it do not decide: earlier ones are rarely given
/// as a bare number.
pub const PLAUSIBLE: RangeInclusive<i16> = 1500..=2100;

/// Years that a bare number of four digits is unless something says otherwise: most years in the news.
pub const RECENT: RangeInclusive<i16> = 1900..=2099;

/// Years of the longest human life on record, that of Jeanne Calment.
pub const LONGEST_LIFE: u32 = 122;

/// The year in four digits at `at`: `1996`, but neither `1,996` nor `0996`.
pub fn in_digits(document: &Document, at: usize) -> Option<i16> {
    let token = document.tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.span.len() == 4)?;
    document.text(token.span).parse().ok().filter(|year| WRITTEN.contains(year))
}

/// Whether a bare number may be a year, see [`PLAUSIBLE`]: `1850`, but neither `850` nor `1850.5`.
pub fn is_plausible(value: Decimal) -> bool {
    value.is_integer() && (Decimal::from(*PLAUSIBLE.start())..=Decimal::from(*PLAUSIBLE.end())).contains(&value)
}

/// Whether a bare number may be an age in years: `34`, `122`, but neither `150` nor `3.5`.
pub fn can_be_age(value: Decimal) -> bool {
    value > Decimal::ZERO && value <= Decimal::from(LONGEST_LIFE) && value.is_integer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn years_have_four_digits() {
        for (text, year) in [("1066", Some(1066)), ("1,066", None), ("0966", None), ("2345", None), ("year", None)] {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            assert_eq!(in_digits(&document, 0), year, "{text}");
            assert_eq!(in_digits(&document, 9), None, "behind the last token");
        }
    }

    #[test]
    fn bare_numbers_may_be_years_or_ages() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let years = ["1499", "1500", "2015", "2015.0", "2100", "2101", "1812.5"];
        assert_eq!(years.map(|text| is_plausible(number(text))), [false, true, true, true, true, false, false]);
        let ages = ["0", "1", "122", "123", "2.5", "-4"];
        assert_eq!(ages.map(|text| can_be_age(number(text))), [false, true, true, false, false, false]);
    }
}
