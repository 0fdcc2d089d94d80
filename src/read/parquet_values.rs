//! Values of Parquet columns as JSON, including texts stored as bytes, and times.

use ::parquet::record::{Field, Row};
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::{encoding, stream::is_text};

/// A row as an object with its columns by name.
pub fn object(row: &Row) -> Value {
    row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect::<Map<String, Value>>().into()
}

fn value(field: &Field) -> Value {
    let time = |time: Result<Timestamp, jiff::Error>| time.map_or(Value::Null, |time| time.to_string().into());
    match field {
        Field::Bytes(bytes) => bytes_as_text(bytes.data()).into(),
        Field::TimestampMillis(count) => time(Timestamp::from_millisecond(*count)),
        Field::TimestampMicros(count) => time(Timestamp::from_microsecond(*count)),
        Field::Group(row) => object(row),
        Field::ListInternal(list) => list.elements().iter().map(value).collect(),
        other => other.to_json_value(),
    }
}

/// Older writers store texts without marking them as such. Bytes that are not text, such as an id,
/// become hexadecimal digits.
fn bytes_as_text(bytes: &[u8]) -> String {
    if is_text(bytes) {
        return encoding::decode(bytes, None).into_owned();
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
