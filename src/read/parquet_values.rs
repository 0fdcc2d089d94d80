//! Values of Parquet columns as JSON: texts that are kept as bytes, and times with their time of day.

use ::parquet::record::{Field, Row};
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::encoding;

/// A row as an object, its columns by name.
pub fn object(row: &Row) -> Value {
    row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect::<Map<String, Value>>().into()
}

fn value(field: &Field) -> Value {
    let time = |time: Result<Timestamp, jiff::Error>| time.map_or(Value::Null, |time| time.to_string().into());
    match field {
        // Older writers keep texts without saying that they are.
        Field::Bytes(bytes) => encoding::decode(bytes.data(), None).into_owned().into(),
        Field::TimestampMillis(count) => time(Timestamp::from_millisecond(*count)),
        Field::TimestampMicros(count) => time(Timestamp::from_microsecond(*count)),
        Field::Group(row) => object(row),
        Field::ListInternal(list) => list.elements().iter().map(value).collect(),
        other => other.to_json_value(),
    }
}
