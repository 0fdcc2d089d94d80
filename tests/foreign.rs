//! Files written by other programs, as `tests/foreign/README.md` describes, and what damage to them
//! costs.

#![cfg(feature = "command")]

use std::{fs, path::Path, process::Command};

use serde_json::Value;

const FOLDER: &str = "tests/foreign";

/// The articles in a file, and the messages about it.
fn read(path: &Path) -> (Vec<Value>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_newsfacts")).arg("read").arg(path).output().unwrap();
    let lines = output.stdout.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    (lines.map(|line| serde_json::from_slice(line).unwrap()).collect(), String::from_utf8(output.stderr).unwrap())
}

/// Expects the file to have the title and text of the three articles.
#[track_caller]
fn holds_all(name: &str) {
    let (articles, told) = read(&Path::new(FOLDER).join(name));
    assert_eq!((articles.len(), told.as_str()), (3, ""), "{name}");
    for (number, place) in ["Tarn Bridge", "Quillon Dale", "Zoë Street"].iter().enumerate() {
        let article = &articles[number];
        assert_eq!(article["title"], format!("Crews save sheep at {place}"), "{name}");
        let text = format!(
            "Crews saved {} of 45 sheep at {place} on Friday, the council said after the flood had gone.\n\n“They were \
             cold,” said Inspector Ned Marsh of the valley police, who had led the boats to {place}.\n\nThe road to \
             {place} will stay shut until the water has left the fields, the county’s engineers said.",
            37 + number
        );
        assert_eq!(article["text"], text, "{name}");
        let id = if name.contains("warc") { "url" } else { "article" };
        let expected = if id == "url" { format!("https://echo.example/{number}") } else { format!("sheep-{number}") };
        assert_eq!(article[id], expected, "{name}");
    }
}

/// Expects a file that is cut off to give fewer articles, and one line that tells what is wrong.
#[track_caller]
fn cut_tells(name: &str, wrong: &str) {
    let bytes = fs::read(Path::new(FOLDER).join(name)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, &bytes[..bytes.len() * 2 / 3]).unwrap();
    let (articles, told) = read(&path);
    assert!(articles.len() < 3 && told.lines().count() == 1 && told.contains(wrong), "{name}: {told}");
}

#[cfg(feature = "html")]
#[test]
fn warcio() {
    holds_all("warcio.warc");
    holds_all("warcio.warc.gz");
    cut_tells("warcio.warc", "ends too early");
    cut_tells("warcio.warc.gz", "ends too early");
}

#[cfg(feature = "parquet")]
#[test]
fn pyarrow() {
    for kind in ["none", "snappy", "gzip", "zstd", "v2-pages", "delta"] {
        holds_all(&format!("pyarrow-{kind}.parquet"));
        cut_tells(&format!("pyarrow-{kind}.parquet"), "damaged");
    }
}

/// Pages with three values that claim two billion: of a dictionary in its header, of lengths in
/// their first bytes.
#[cfg(feature = "parquet")]
#[test]
fn a_page_that_claims_too_much_is_damage() {
    for (name, before) in [("pyarrow-none.parquet", &[0x4c, 0x15][..]), ("pyarrow-delta.parquet", &[0x80, 1, 4])] {
        let mut bytes = fs::read(Path::new(FOLDER).join(name)).unwrap();
        let start = bytes.windows(before.len()).position(|window| window == before).unwrap() + before.len();
        bytes.splice(start..=start, [0xfe, 0xff, 0xff, 0xff, 0x0f]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let (articles, told) = read(&path);
        assert_eq!((articles.len(), told.lines().count()), (0, 1), "{name}: {told}");
        assert!(told.contains(":1: damaged") && told.contains("a page claims more values"), "{name}: {told}");
    }
}

#[cfg(feature = "parquet")]
#[test]
fn a_packing_that_is_not_read_is_no_damage() {
    let (articles, told) = read(&Path::new(FOLDER).join("pyarrow-lz4.parquet"));
    assert_eq!(articles.len(), 0);
    assert!(told.contains(":1: Parquet packed in another way, which is not read; save it as Parquet with"), "{told}");
}

#[test]
fn packers() {
    for name in ["python.jsonl.xz", "python.jsonl.bz2", "python.zip", "python-pax.tar.xz"] {
        holds_all(name);
        cut_tells(name, "damaged");
    }
}
