//! Prints generated articles as JSON Lines:
//! `cargo run --example archive -- 100000 > archive.jsonl`. A second number is the seed.

mod generator;

use std::io::{BufWriter, Write, stdout};

fn main() -> std::io::Result<()> {
    let numbers: Vec<u64> = std::env::args().skip(1).map(|number| number.parse().expect("a number")).collect();
    let (count, seed) = (numbers.first().copied().unwrap_or(1000), numbers.get(1).copied().unwrap_or(1));
    let templates = generator::templates("corpus".as_ref());
    let mut out = BufWriter::new(stdout().lock());
    for number in 0..count {
        writeln!(out, "{}", generator::article(&templates, seed, number))?;
    }
    out.flush()
}
