//! Tells which of the user's own keys no record has, and which keys the records have instead.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use serde_json::{Map, Value};

use super::{ArticleField, fields::at_path};

/// Maximum number of keys that are remembered, and of records from which they are taken.
const KEYS: usize = 200;
const RECORDS: u64 = 1_000;

/// Which of the user's own keys were found, shared by all clones of the same fields.
#[derive(Debug, Clone, Default)]
pub struct Sought(Arc<Met>);

#[derive(Debug, Default)]
struct Met {
    /// A bit for each of the first 64 keys of the user: 1 if a record had it.
    found: AtomicU64,
    /// Number of records read while some key had not been found in any.
    without: AtomicU64,
    /// The keys of those records.
    keys: Mutex<BTreeSet<String>>,
}

/// A key that the user named and no record has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The field that it should hold.
    pub field: ArticleField,
    /// The key that no record has.
    pub key: String,
    /// The keys that records do have.
    pub others: Vec<String>,
}

/// Fields are equal if they look for the same keys, whatever was found so far.
impl PartialEq for Sought {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Sought {}

impl Sought {
    /// Notes which of the keys a record has.
    pub fn note(&self, named: &[(ArticleField, String)], record: &Map<String, Value>) {
        let Self(met) = self;
        let found = met.found.load(Relaxed);
        let bits = named.iter().zip(0..64).filter(|((_, key), _)| at_path(record, key).is_some());
        let now = bits.fold(found, |found, (_, at)| found | 1 << at);
        if now != found {
            met.found.fetch_or(now, Relaxed);
        }
        if now.count_ones() < named.len() as u32 && met.without.fetch_add(1, Relaxed) < RECORDS {
            let mut keys = met.keys.lock().unwrap_or_else(PoisonError::into_inner);
            let room = KEYS.saturating_sub(keys.len());
            keys.extend(record.keys().take(room).cloned());
        }
    }

    /// The keys that no record had.
    pub fn missing(&self, named: &[(ArticleField, String)]) -> Vec<Missing> {
        let Self(met) = self;
        let found = met.found.load(Relaxed);
        let unmet = named.iter().zip(0..64).filter(|(_, at)| found & 1 << at == 0);
        let others: Vec<String> = met.keys.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect();
        unmet.map(|((field, key), _)| Missing { field: *field, key: key.clone(), others: others.clone() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_no_record_has_is_missing_beside_those_that_stand_there() {
        let named = [(ArticleField::Text, "Copy".to_owned()), (ArticleField::Story, "desk.story".to_owned())];
        let sought = Sought::default();
        assert_eq!(sought.missing(&named).len(), 2);
        for record in [r#"{"copy":"The mill stands."}"#, r#"{"copy":"It turns.","desk":{"story":"mill"}}"#] {
            sought.note(&named, &serde_json::from_str(record).unwrap());
        }
        let others = vec!["copy".to_owned(), "desk".to_owned()];
        assert_eq!(sought.missing(&named), [Missing { field: ArticleField::Text, key: "Copy".to_owned(), others }]);
    }
}
