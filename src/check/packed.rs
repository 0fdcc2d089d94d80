//! Compact encodings, for `serde(with)`, of types in the data kept from articles.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::ranks;

/// A day as year, month and day.
pub mod date {
    use jiff::civil::Date;

    use super::*;

    /// Packs the date.
    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(|date| (date.year(), date.month(), date.day())).serialize(serializer)
    }

    /// Unpacks the date.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let date = Option::<(i16, i8, i8)>::deserialize(deserializer)?;
        date.map(|(year, month, day)| Date::new(year, month, day)).transpose().map_err(D::Error::custom)
    }
}

/// A number as integer and scale.
pub mod decimal {
    use rust_decimal::Decimal;

    use super::*;

    /// Packs the number.
    pub fn serialize<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        (number.mantissa(), number.scale()).serialize(serializer)
    }

    /// Unpacks the number.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let (mantissa, scale) = Deserialize::deserialize(deserializer)?;
        Decimal::try_from_i128_with_scale(mantissa, scale).map_err(D::Error::custom)
    }
}

/// Hashes as four bytes each, read all at once: their values are too large for a variable-length form.
pub mod hashes {
    use super::*;

    /// Packs the hashes.
    pub fn serialize<S: Serializer>(hashes: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
        serializer.serialize_bytes(&bytes)
    }

    /// Unpacks the hashes.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<[u32]>, D::Error> {
        let (hashes, rest) = <&[u8]>::deserialize(deserializer)?.as_chunks();
        match rest {
            [] => Ok(hashes.iter().map(|hash| u32::from_le_bytes(*hash)).collect()),
            _ => Err(D::Error::custom("a hash is cut off")),
        }
    }
}

/// The canonical form of a title, one of those in titles.tsv.
pub mod rank {
    use super::*;

    /// Packs the title.
    pub fn serialize<S: Serializer>(rank: &str, serializer: S) -> Result<S::Ok, S::Error> {
        rank.serialize(serializer)
    }

    /// Unpacks the title.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
        let rank: &str = Deserialize::deserialize(deserializer)?;
        ranks::canonical(rank).ok_or_else(|| D::Error::custom("no title in titles.tsv"))
    }
}

/// Like [`rank`], but optional.
pub mod known_rank {
    use super::*;

    /// Packs the title.
    pub fn serialize<S: Serializer>(rank: &Option<&str>, serializer: S) -> Result<S::Ok, S::Error> {
        rank.serialize(serializer)
    }

    /// Unpacks the title.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static str>, D::Error> {
        let rank: Option<&str> = Deserialize::deserialize(deserializer)?;
        rank.map(|rank| ranks::canonical(rank).ok_or_else(|| D::Error::custom("no title in titles.tsv"))).transpose()
    }
}
