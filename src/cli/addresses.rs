//! Web addresses and dates of articles, for tables of findings across them.

use newsfacts::{
    spill::{Filling, Scratch, Shelf, packed},
    types::Document,
    write::{findings_table::Address, record},
};
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

/// Collects the addresses of articles one after another.
pub struct Addresses {
    filling: Filling<Address>,
    numbers: FxHashMap<u64, usize>,
}

/// What a table shows of an article, with a hash of the article's id.
pub type Known = (u64, Address);

/// Returns the address of an article.
pub fn address(document: &Document) -> Known {
    let article = record::article(document);
    let address = Address { url: article.url.map(str::to_owned), published: article.published };
    (xxh3_64(article.article.as_bytes()), address)
}

impl Addresses {
    /// A collection without articles.
    pub fn new(scratch: &Scratch) -> Self {
        Self { filling: Filling::new(scratch), numbers: FxHashMap::default() }
    }

    /// Adds the address of an article.
    pub fn push(&mut self, (id, address): &Known) {
        self.numbers.insert(*id, self.numbers.len());
        self.filling.push(&packed(address));
    }

    /// Returns a function from the id of an article to its address.
    pub fn finish(self) -> impl Fn(&str) -> Address {
        let (shelf, numbers): (Shelf<Address>, _) = (self.filling.shelf(), self.numbers);
        move |id| {
            let number = numbers.get(&xxh3_64(id.as_bytes())).filter(|&&number| number < shelf.len());
            number.map(|&number| shelf.look(number, Address::clone)).unwrap_or_default()
        }
    }
}
