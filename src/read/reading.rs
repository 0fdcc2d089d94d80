//! Turns one file into raw articles: unpacks it as often as it is packed, then cuts it by its
//! format.

use std::{rc::Rc, sync::Arc};

use encoding_rs::Encoding;

use super::{
    Fault, Fields, NESTING, PassedOver, Place, RawArticle, Reason,
    budget::Budget,
    encoding,
    format::{by_name, format},
    other_kind::other_kind,
    stream::Stream,
    wrappers::{is_packed_name, wrapper},
};

/// The state of reading a file, with the receiver of its articles.
pub struct Reading<'a> {
    /// Maximum length of an article in bytes.
    pub limit: usize,
    /// The user's own keys, which tell a table of articles from other tables.
    pub fields: Fields,
    pub budget: Rc<Budget>,
    /// How many packed forms the current stream is inside.
    pub nesting: usize,
    /// Number of articles and faults, from the start of the file, that an earlier run has processed
    /// and that are left to skip.
    pub done: u64,
    /// Number of articles that were read, and of faults.
    pub articles: u64,
    pub faults: u64,
    /// Files that were skipped, since their types are not supported.
    pub passed_over: PassedOver,
    /// Receives what is read; returns `false` once nobody wants more.
    pub sink: &'a mut dyn FnMut(Result<RawArticle, Fault>) -> bool,
    /// The encoding of the current stream, if its first bytes show that it is not UTF-8.
    pub encoding: Option<&'static Encoding>,
}

/// Why a file was not read to its end.
#[derive(Debug)]
pub enum End {
    /// Nobody wants more.
    Stopped,
    /// The rest cannot be read.
    Fault(Fault),
}

impl Reading<'_> {
    /// Reads a stream of any kind to its end. A fault that ends it is passed on like any other.
    pub fn read(&mut self, stream: Stream) -> Result<(), End> {
        let place = stream.place.clone();
        let before = self.articles;
        let read = match (other_kind(&stream.head), wrapper(&stream.head)) {
            (Some(reason), _) => self.leave_out(&stream, reason),
            (None, Some(_)) if self.nesting == NESTING => Err(End::Fault(place.fault(Reason::Packed))),
            (None, Some(wrapper)) => {
                self.nesting += 1;
                let read = (wrapper.unpack)(stream, self);
                self.nesting -= 1;
                read
            }
            (None, None) => self.split(stream),
        };
        match read {
            Err(End::Fault(Fault { place, reason: Reason::Damaged(how) })) if self.articles == before => {
                self.fault(place, Reason::Unusable(how))
            }
            Err(End::Fault(fault)) => self.hand_on(Err(fault)),
            other => other,
        }
    }

    /// Skips a document of an unsupported kind. It is a fault if the user named it, or if its name
    /// is that of a supported format.
    fn leave_out(&mut self, stream: &Stream, reason: Reason) -> Result<(), End> {
        if stream.named || by_name(stream).is_some() {
            return Err(stream.place.at(1).fault(reason).into());
        }
        self.passed_over.add(&stream.place.path, false);
        Ok(())
    }

    fn split(&mut self, stream: Stream) -> Result<(), End> {
        let is_wanted = stream.named || by_name(&stream).is_some() || is_packed_name(stream.extension());
        if stream.head.is_empty() && (is_wanted || stream.extension().is_empty()) {
            return Err(stream.place.at(1).fault(Reason::Empty).into());
        }
        match format(&stream, &self.fields) {
            Some(Ok(format)) => {
                self.encoding = encoding::of_file(&stream.head);
                (format.split)(stream, self)
            }
            Some(Err(reason)) => Err(stream.place.at(1).fault(reason).into()),
            None => {
                // A file that is skipped although its extension is that of a format is a table
                // without text.
                self.passed_over.add(&stream.place.path, by_name(&stream).is_some());
                Ok(())
            }
        }
    }

    /// Passes on an article.
    pub fn article(
        &mut self,
        place: Place,
        format: &'static super::Format,
        bytes: Vec<u8>,
        header: &Arc<[u8]>,
    ) -> Result<(), End> {
        self.articles += 1;
        let (header, encoding, limit) = (Arc::clone(header), self.encoding, self.limit);
        self.hand_on(Ok(RawArticle { place, format, bytes, header, encoding, limit }))
    }

    /// Passes on a fault, after which reading goes on.
    pub fn fault(&mut self, place: Place, reason: impl Into<Reason>) -> Result<(), End> {
        self.hand_on(Err(place.fault(reason)))
    }

    fn hand_on(&mut self, item: Result<RawArticle, Fault>) -> Result<(), End> {
        self.faults += u64::from(item.is_err());
        if self.done > 0 {
            self.done -= 1;
            return Ok(());
        }
        if (self.sink)(item) { Ok(()) } else { Err(End::Stopped) }
    }

    /// Passes on a file that is one article.
    pub fn whole(&mut self, mut stream: Stream, format: &'static super::Format) -> Result<(), End> {
        let place = stream.place.clone();
        let whole = stream.whole(self.limit).map_err(|error| place.at(1).fault(error))?;
        match whole {
            Some(bytes) => self.article(place, format, bytes, &Arc::default()),
            None => self.fault(place.at(1), Reason::TooLong { limit: self.limit }),
        }
    }
}

impl From<Fault> for End {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
