//! The command: exit codes and standard error.

use std::io::{BufRead, BufWriter, Write};

use newsfacts::{pipeline::analyse, read, types::Buffers, write::record};

fn main() {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut buffers = Buffers::default();
    for path in std::env::args().skip(2).filter(|path| !path.starts_with('-')) {
        for line in std::io::BufReader::new(std::fs::File::open(&path).unwrap()).lines() {
            let article = read::article(&line.unwrap()).unwrap();
            let (document, facts) = analyse(&article, std::mem::take(&mut buffers));
            for record in record::records(&document, &facts) {
                serde_json::to_writer(&mut out, &record).unwrap();
                out.write_all(b"\n").unwrap();
            }
            buffers = document.recycle();
        }
    }
}
