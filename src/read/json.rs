//! JSON documents: one article, a list of articles, an object that holds a list of articles, or a
//! sequence of articles with a separator before each (RFC 7464).

use std::{
    io::{BufRead, Cursor, Read},
    sync::Arc,
};

use encoding_rs::Encoding;
use serde_json::{Map, Value};

use super::{
    ArticleField, Fields, Format, Place, RawArticle, Reason, encoding,
    json_values::{Piece, SEPARATOR, next_piece, pass_over},
    lenient_json, ninjs,
    reading::{End, Reading},
    record,
    stream::Stream,
    unlisted,
};
use crate::types::Article;

/// A JSON document.
pub const FORMAT: Format =
    Format { name: "JSON", extensions: &["json", "json-seq"], recognise, unmistakable: false, split, article };

/// Keys under which web APIs and exporters have their list of articles.
const LISTS: [&str; 15] = [
    "articles",
    "items",
    "results",
    "docs",
    "data",
    "hits",
    "stories",
    "documents",
    "news",
    "entries",
    "posts",
    "records",
    "response",
    "rows",
    "value",
];

fn recognise(head: &[u8]) -> bool {
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let start = start.strip_prefix(&[SEPARATOR]).unwrap_or(start);
    let Some((first, rest)) = start.split_first() else { return false };
    let next = rest.trim_ascii_start().first();
    match first {
        b'{' => matches!(next, Some(b'"' | b'}')),
        b'[' => matches!(next, Some(b'{')) || rest.trim_ascii() == b"]",
        _ => false,
    }
}

fn split(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, mut bytes, head, .. } = stream;
    if head.starts_with(b"\xEF\xBB\xBF") {
        // The buffer is empty until it is filled, and then nothing could be skipped.
        bytes.fill_buf().map_err(|error| place.at(1).fault(error))?;
        bytes.consume(3);
    }
    let mut objects = Objects { place: &place, number: 0, depth: 0, entered: false, key: None };
    objects.split(&mut bytes, reading)?;
    if objects.number == 0 { Err(place.at(1).fault(Reason::Empty).into()) } else { Ok(()) }
}

/// The state of splitting a document into its objects.
struct Objects<'a> {
    place: &'a Place,
    number: u64,
    /// How many lists are open.
    depth: usize,
    /// Whether the list is inside an object, whose other keys are not articles.
    entered: bool,
    /// The last key of an object that holds an article under each id, with its quotation marks and
    /// colon; `None` while no such object is read.
    key: Option<Vec<u8>>,
}

impl Objects<'_> {
    fn split(&mut self, stream: &mut dyn BufRead, reading: &mut Reading) -> Result<(), End> {
        let mut stream = stream;
        loop {
            let piece = next_piece(&mut stream, reading.limit);
            let Some(piece) = piece.map_err(|error| self.place.at(self.number + 1).fault(error))? else { break };
            match piece {
                Piece::Value(value) => self.hand_on(value, reading)?,
                Piece::TooLong(start) if self.depth == 0 => self.enter(start, stream, reading)?,
                Piece::TooLong(start) => self.leave_out(&start, stream, reading)?,
                Piece::Open => self.depth += 1,
                Piece::Close => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.entered && self.depth == 0 {
                        break;
                    }
                }
                Piece::Other(text) if text == b"null" => {}
                Piece::Other(text) if self.key.is_some() => self.key = Some(text),
                Piece::Other(text) => {
                    self.number += 1;
                    let text = String::from_utf8_lossy(&text).chars().take(20).collect::<String>();
                    reading.fault(self.place.at(self.number), Reason::BrokenJson(format!("{text} is no object")))?;
                }
            }
        }
        match self.depth {
            0 => Ok(()),
            _ => Err(self.place.at(self.number + 1).fault(Reason::Damaged("it ends too early".to_owned())).into()),
        }
    }

    /// Passes on an object, or the objects of its list if it is not an article itself.
    fn hand_on(&mut self, mut value: Vec<u8>, reading: &mut Reading) -> Result<(), End> {
        let holds_list = self.depth == 0;
        if holds_list && let Some(list) = list_inside(&encoding::decode(&value, reading.encoding.map(Encoding::name))) {
            for object in list {
                self.number += 1;
                reading.article(self.place.at(self.number), &FORMAT, object, &Arc::default())?;
            }
            return Ok(());
        }
        self.number += 1;
        if let Some(key) = self.key.as_deref().filter(|key| key.ends_with(b"\":")) {
            // Of two equal keys the last counts, so an id in the article itself is kept.
            value.splice(..1, [b"{\"id\":", &key[..key.len() - 1], b","].concat());
        }
        reading.article(self.place.at(self.number), &FORMAT, value, &Arc::default())
    }

    /// Reads an object that is too long for one article: the list in it, or the articles under
    /// their ids. `start` is what has been read of it.
    fn enter(&mut self, start: Vec<u8>, rest: &mut dyn BufRead, reading: &mut Reading) -> Result<(), End> {
        if holds_articles_by_id(&start) {
            (self.depth, self.entered, self.key) = (1, true, Some(Vec::new()));
            let mut cursor = Cursor::new(start);
            // Skips the opening brace.
            cursor.set_position(1);
            let read = self.split(&mut cursor.chain(rest), reading);
            (self.entered, self.key) = (false, None);
            return read;
        }
        let Some(at) = first_list(&start) else { return self.leave_out(&start, rest, reading) };
        self.entered = true;
        let before = start[..at].to_vec();
        let mut cursor = Cursor::new(start);
        cursor.set_position(at as u64);
        let mut document = cursor.chain(rest);
        self.split(&mut document, reading)?;
        self.entered = false;
        // The rest of the object is not an article.
        pass_over(&mut document, &before).map_err(|error| self.place.at(self.number).fault(error).into())
    }

    /// Reports an object that is too long, and skips its rest.
    fn leave_out(&mut self, start: &[u8], mut rest: &mut dyn BufRead, reading: &mut Reading) -> Result<(), End> {
        self.number += 1;
        reading.fault(self.place.at(self.number), Reason::TooLong { limit: reading.limit })?;
        pass_over(&mut rest, start).map_err(|error| self.place.at(self.number).fault(error).into())
    }
}

/// The objects of the list in an object, unless the object is an article itself.
fn list_inside(value: &str) -> Option<Vec<Vec<u8>>> {
    let mut object: Map<String, Value> = lenient_json::parse(value).ok()?;
    if record::has_text(&object, &Fields::default()) || object.contains_key("bodies") {
        return None;
    }
    // `{"response": {"docs": […]}}`, `{"hits": {"hits": [{"_source": …}]}}`
    for _ in 0..3 {
        let holds = |key: &&&str| object.get(**key).is_some_and(|value| value.is_array() || value.is_object());
        let Some(key) = LISTS.iter().find(holds) else { break };
        match object.remove(*key)? {
            Value::Array(list) => {
                let objects = list.into_iter().filter(Value::is_object);
                return Some(objects.map(|object| object.to_string().into_bytes()).collect());
            }
            Value::Object(inner) => object = inner,
            _ => return None,
        }
    }
    // `{"data": {"text": …}}`
    match record::has_text(&object, &Fields::default()) {
        true => Some(vec![Value::Object(object).to_string().into_bytes()]),
        false => unlisted::articles(object),
    }
}

/// Whether the first value of an object is an article: `{"tarn-1": {"text": …}, …`.
fn holds_articles_by_id(start: &[u8]) -> bool {
    let mut inside = &start[1..];
    let mut next = || next_piece(&mut inside, start.len()).ok().flatten();
    let (Some(Piece::Other(_)), Some(Piece::Value(value))) = (next(), next()) else { return false };
    let object = std::str::from_utf8(&value).ok().and_then(|text| lenient_json::parse(text).ok());
    object.is_some_and(|object| record::has_text(&object, &Fields::default()))
}

/// The position of the first list of objects under one of [`LISTS`].
fn first_list(start: &[u8]) -> Option<usize> {
    let behind_key = |key: &&str| {
        let quoted = format!("\"{key}\"");
        let at = memchr::memmem::find(start, quoted.as_bytes())? + quoted.len();
        let bracket = at + start[at..].iter().position(|byte| !byte.is_ascii_whitespace() && *byte != b':')?;
        // `"items": [1, 2]` is not a list of articles.
        let first = start[bracket + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
        (start[bracket] == b'[' && first.is_none_or(|first| *first == b'{')).then_some(bracket)
    };
    LISTS.iter().filter_map(behind_key).min()
}

/// The article in one object.
fn article(raw: &RawArticle, fields: &Fields) -> Result<Option<Article>, Reason> {
    let text = raw.text();
    let mut object: Map<String, Value> =
        lenient_json::parse(&text).map_err(|error| Reason::BrokenJson(record::without_line(&error)))?;
    // Search engines put the record itself under a key of their own.
    if let Some(Value::Object(inner)) = object.remove("_source") {
        let id = object.remove("_id");
        object = inner;
        if let Some(id) = id.filter(|_| Fields::default().value(&object, ArticleField::Id).is_none()) {
            object.insert("_id".to_owned(), id);
        }
    }
    ninjs::flatten(&mut object);
    fields.note(&object);
    record::name_as_usual(&mut object);
    record::article(&raw.place, &object, fields)
}
