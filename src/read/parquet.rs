//! Parquet: one article per row, with its fields in columns of any of their usual names.

use super::{
    Fields, Format, RawArticle, Reason, json,
    reading::{End, Reading},
    stream::Stream,
};
use crate::types::Article;

/// A Parquet file.
pub const FORMAT: Format = Format {
    name: "Parquet",
    extensions: &["parquet", "pq"],
    recognise: |head| head.starts_with(b"PAR1"),
    unmistakable: true,
    split,
    article,
};

#[cfg(feature = "parquet")]
fn split(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    use std::{fs::File, sync::Arc};

    use super::{
        parquet_pages::{CheckedFile, EndingFile},
        parquet_values,
    };
    use ::parquet::{
        errors::ParquetError,
        file::reader::{FileReader, SerializedFileReader},
    };

    /// Rows decoded at once.
    const ROWS: usize = 32;

    let place = stream.place;
    let Some(path) = stream.file else { return Err(place.fault(Reason::NotSeekable("Parquet")).into()) };
    let damaged = |error: ParquetError| match &error {
        ParquetError::General(message) if message.starts_with("Disabled feature") => {
            Reason::OtherKind("Parquet packed in another way", "Parquet with Snappy, gzip or Zstandard")
        }
        _ => Reason::Damaged(error.to_string()),
    };
    let file = File::open(path).map_err(|error| place.clone().fault(error))?;
    let reader = SerializedFileReader::new(EndingFile(file)).map_err(|error| place.at(1).fault(damaged(error)))?;
    let unpacked =
        reader.metadata().row_groups().iter().map(|group| u64::try_from(group.total_byte_size()).unwrap_or(0));
    if !reading.budget.allows(unpacked.sum()) {
        return Err(place.at(1).fault(Reason::Bomb).into());
    }
    let reader = CheckedFile(reader);
    let rows = reader.get_row_iter(None).map_err(|error| place.at(1).fault(damaged(error)))?;
    let header = Arc::default();
    for (row, number) in rows.with_batch_size(ROWS).zip(1..) {
        let place = place.at(number);
        let row = row.map_err(|error| place.clone().fault(damaged(error)))?;
        let object = parquet_values::object(&row).to_string().into_bytes();
        if object.len() > reading.limit {
            reading.fault(place, Reason::TooLong { limit: reading.limit })?;
        } else {
            reading.article(place, &FORMAT, object, &header)?;
        }
    }
    Ok(())
}

/// Fails for every file, since the build is without the feature `parquet`.
#[cfg(not(feature = "parquet"))]
fn split(stream: Stream, _: &mut Reading) -> Result<(), End> {
    Err(stream.place.fault(Reason::Unsupported("Parquet", "parquet")).into())
}

/// The article in one row, which `split` has turned into a JSON object.
fn article(raw: &RawArticle, fields: &Fields) -> Result<Option<Article>, Reason> {
    (json::FORMAT.article)(raw, fields)
}
