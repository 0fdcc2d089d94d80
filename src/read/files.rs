//! Reads, unpacks and cuts files and standard input into raw articles on one thread, while others
//! analyse what it has read before.

use std::{
    collections::HashMap,
    fs::File,
    io::{self, Read},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    rc::Rc,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::AtomicU64,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

use super::{
    Fault, Fields, PassedOver, Place, RawArticle, Reason, Source,
    budget::{Budget, Packed},
    reading::{End, Reading},
    stream::Stream,
    walk::{Found, Walk},
};

/// Bytes of raw articles that are sent at once, and how many such parcels may wait.
const PARCEL: usize = 1 << 18;
const WAITING: usize = 4;

/// The default limit on the length of an article, in bytes.
pub const LARGEST: usize = 10_000_000;

/// What to read, and what an earlier run has read of it.
#[derive(Debug, Clone)]
pub struct Selection {
    /// Files, folders, and `-` for standard input. Folders are walked in order of names, and files
    /// of unsupported types in them are skipped. A file that is named here is read whatever its
    /// name.
    pub paths: Vec<PathBuf>,
    /// A folder that is not walked: the one to which output goes.
    pub left_out: Option<PathBuf>,
    /// Maximum length of an article in bytes, [`LARGEST`] by default.
    pub limit: usize,
    /// The user's own names of fields.
    pub fields: Fields,
    /// The files that an earlier run has read, by path. A file that has changed since is read from
    /// its start.
    pub known: HashMap<String, Known>,
}

/// How far an earlier run has read a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The file as it was then.
    pub source: Source,
    /// Number of articles and faults that were processed.
    pub items: u64,
    /// Whether the whole file was read.
    pub finished: bool,
}

/// An iterator over the raw articles of a selection in order, with a fault in the place of whatever
/// cannot be read.
pub struct Files {
    parcels: Receiver<Vec<Item>>,
    parcel: std::vec::IntoIter<Item>,
    /// Bytes read from files so far, counted before unpacking.
    pub read: Arc<AtomicU64>,
    passed_over: Arc<Mutex<PassedOver>>,
}

type Item = Result<RawArticle, Fault>;

/// No paths, and the default limit.
impl Default for Selection {
    fn default() -> Self {
        let (paths, left_out, fields, known) = Default::default();
        Self { paths, left_out, limit: LARGEST, fields, known }
    }
}

/// Starts a thread that reads a selection, and returns its raw articles.
pub fn raw_articles(selection: Selection) -> Files {
    let (sender, parcels) = sync_channel(WAITING);
    let (read, passed_over) = (Arc::default(), Arc::default());
    let mut reader =
        Reader { sender, parcel: Vec::new(), bytes: 0, read: Arc::clone(&read), passed_over: Arc::clone(&passed_over) };
    thread::spawn(move || reader.read_all(&selection));
    Files { parcels, parcel: Vec::new().into_iter(), read, passed_over }
}

/// Total size in bytes of the files of a selection that are still to be read, as far as it is
/// known.
pub fn total_size(selection: &Selection) -> u64 {
    let files = Walk::new(&selection.paths, selection.left_out.as_deref()).flatten();
    files
        .map(|found| Source::of(&found.path))
        .filter(|source| !selection.is_read(source))
        .map(|source| source.size)
        .sum()
}

/// Whether a selection has anything that an earlier run has not read, files of unsupported types
/// aside.
pub fn has_unread(selection: &Selection) -> bool {
    let mut files = Walk::new(&selection.paths, selection.left_out.as_deref());
    files.any(|found| match found {
        Ok(found) => !selection.is_read(&Source::of(&found.path)) && yields(&found, selection),
        Err(fault) => !Reason::is_harmless(fault.reason.name()),
    })
}

/// Whether a file has an article or a fault. A pipe, which can be read only once, is assumed to
/// have one.
fn yields(found: &Found, selection: &Selection) -> bool {
    let mut any = false;
    let mut sink = |_| {
        any = true;
        false
    };
    let ended = is_searchable(&found.path).then(|| read_whole(found, selection, &Arc::default(), &mut sink).0);
    any || !matches!(ended, Some(Ok(())))
}

impl Selection {
    /// What an earlier run has read of a file, unless the file has changed.
    fn known(&self, source: &Source) -> Option<&Known> {
        self.known.get(&source.path).filter(|known| known.source == *source && source.modified != 0)
    }

    fn is_read(&self, source: &Source) -> bool {
        self.known(source).is_some_and(|known| known.finished)
    }

    /// The paths of the files that have changed since an earlier run read them, sorted.
    pub fn changed(&self) -> Vec<String> {
        let files = Walk::new(&self.paths, self.left_out.as_deref()).flatten();
        let changed =
            files.filter(|found| self.has_changed(&Source::of(&found.path)) && File::open(&found.path).is_ok());
        let mut changed: Vec<String> = changed.map(|found| Source::of(&found.path).path).collect();
        changed.sort_unstable();
        changed.dedup();
        changed
    }

    /// Whether a file has changed since an earlier run read it.
    fn has_changed(&self, source: &Source) -> bool {
        let earlier = self.known.get(&source.path).map(|known| &known.source);
        earlier.is_some_and(|earlier| earlier != source && earlier.modified != 0)
    }

    /// Number of articles and faults of a file that an earlier run has processed.
    pub fn done(&self, source: &Source) -> u64 {
        self.known(source).map_or(0, |known| known.items)
    }
}

impl Files {
    /// The files in folders and members of archives that were skipped so far, since their types are
    /// not supported.
    pub fn passed_over(&self) -> PassedOver {
        self.passed_over.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Iterator for Files {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if let Some(item) = self.parcel.next() {
                return Some(item);
            }
            self.parcel = self.parcels.recv().ok()?.into_iter();
        }
    }
}

/// The state of the thread that reads.
struct Reader {
    sender: SyncSender<Vec<Item>>,
    parcel: Vec<Item>,
    /// Bytes in the parcel.
    bytes: usize,
    read: Arc<AtomicU64>,
    passed_over: Arc<Mutex<PassedOver>>,
}

impl Reader {
    fn read_all(&mut self, selection: &Selection) {
        for found in Walk::new(&selection.paths, selection.left_out.as_deref()) {
            let wanted = match found {
                Ok(found) => self.read_file(&found, selection),
                Err(fault) => self.hand_over(Err(fault)),
            };
            if !wanted {
                return;
            }
        }
        self.send();
    }

    /// Reads a file; `false` once nobody wants more.
    fn read_file(&mut self, found: &Found, selection: &Selection) -> bool {
        let source = Source::of(&found.path);
        if selection.is_read(&source) {
            return true;
        }
        let (read, mut wanted) = (Arc::clone(&self.read), true);
        let mut sink = |item| {
            wanted = self.hand_over(item);
            wanted
        };
        let (ended, passed_over) = read_whole(found, selection, &read, &mut sink);
        self.passed_over.lock().unwrap_or_else(PoisonError::into_inner).merge(passed_over);
        match ended {
            Ok(()) => wanted,
            Err(End::Fault(fault)) => wanted && self.hand_over(Err(fault)),
            Err(End::Stopped) => false,
        }
    }

    fn hand_over(&mut self, item: Item) -> bool {
        self.bytes += item.as_ref().map_or(0, |raw| raw.bytes.len()) + size_of::<Item>();
        self.parcel.push(item);
        self.bytes < PARCEL || self.send()
    }

    fn send(&mut self) -> bool {
        self.bytes = 0;
        self.sender.send(std::mem::take(&mut self.parcel)).is_ok()
    }
}

/// Reads a file to its end, counting its bytes; also returns which files in it were skipped.
fn read_whole(
    found: &Found,
    selection: &Selection,
    read_bytes: &Arc<AtomicU64>,
    sink: &mut dyn FnMut(Item) -> bool,
) -> (Result<(), End>, PassedOver) {
    let source = Source::of(&found.path);
    let done = selection.done(&source);
    let place = Place::in_source(source);
    let budget = Rc::new(Budget::new(place.source.size, Arc::clone(read_bytes)));
    let mut reading = Reading {
        limit: selection.limit,
        fields: selection.fields.clone(),
        budget: Rc::clone(&budget),
        nesting: 0,
        done,
        articles: 0,
        faults: 0,
        passed_over: PassedOver::default(),
        sink,
        encoding: None,
    };
    // Unpacking and decoding is partly done by other crates, and a panic in them must not end the
    // run.
    let read = catch_unwind(AssertUnwindSafe(|| read(found, &place, &mut reading)));
    let fault = |reason| Err(End::Fault(place.clone().fault(reason)));
    let ended = match read {
        Ok(Ok(())) if budget.shrunk() => fault(Reason::Shrunk { size: place.source.size }),
        Ok(ended) => ended,
        Err(_) => fault(Reason::Damaged("its parts contradict each other".to_owned())),
    };
    (ended, reading.passed_over)
}

fn read(found: &Found, place: &Place, reading: &mut Reading) -> Result<(), End> {
    let at = |error: io::Error| place.clone().fault(error);
    let standard_input = found.path.as_os_str() == "-";
    let bytes: Box<dyn Read> = match standard_input {
        true => Box::new(io::stdin()),
        false => Box::new(File::open(&found.path).map_err(at)?),
    };
    let bytes = Packed { bytes, budget: Rc::clone(&reading.budget) };
    let name = found.path.to_string_lossy();
    let mut stream = Stream::new(place.clone(), &name, !found.in_folder, Box::new(bytes)).map_err(at)?;
    stream.file = is_searchable(&found.path).then(|| found.path.clone());
    reading.read(stream)
}

/// Whether a path is a regular file, in which one can seek, rather than a pipe or a device.
fn is_searchable(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.is_file())
}
