//! Whatever bytes a file has, reading it ends, no parser panics, and every article that is read has
//! text.

use std::{fs, io::Write};

use newsfacts::read::{Fields, Reason, Selection, raw_articles};
use proptest::prelude::*;

/// Small files of every format, which are then damaged.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let json = r#"{"id":"a","title":"Fire","date":"2024-05-03","text":"Nobody was hurt at Tarn Bridge."}"#;
    let page = "<!DOCTYPE html><html><head><title>Fire</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\
        \"headline\":\"Fire\"}</script></head><body><div id=cookie-banner><div>Accept</div></div><article><p>Nobody was hurt &amp; nothing burnt.</p></article></body></html>";
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{page}\r\n\r\n",
        page.len() + 47
    );
    let lines = format!("{json}\n{json}\n").into_bytes();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&lines).unwrap();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("a.jsonl", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(&lines).unwrap();
    let mut tar = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(lines.len() as u64);
    tar.append_data(&mut header, "a.jsonl", lines.as_slice()).unwrap();
    vec![
        ("a.json", format!("{{\"articles\":[{json},{json}]}}").into_bytes()),
        ("a.csv", b"id,title,text\n1,Fire,\"Nobody, it was said,\nwas hurt.\"\n2,Flood,No.\n".to_vec()),
        ("a.html", page.as_bytes().to_vec()),
        ("a.warc", warc.into_bytes()),
        ("a.rss", b"<rss><channel><title>T</title><item><title>F</title><description><![CDATA[<p>Fire</p>]]></description></item></channel></rss>".to_vec()),
        ("a.nitf", b"<nitf><body><body.head><hedline><hl1>F</hl1></hedline></body.head><body.content><p>Fire &eacute;</p></body.content></body></nitf>".to_vec()),
        ("a.xml", b"<newsItem guid=\"u\"><contentSet><inlineXML><html><p>Fire</p></html></inlineXML></contentSet></newsItem>".to_vec()),
        ("a.txt", "Zoë said “no”.".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("a.zst", zstd::encode_all(lines.as_slice(), 1).unwrap()),
        ("a.gz", gzip.finish().unwrap()),
        ("a.zip", zip.finish().unwrap().into_inner()),
        ("a.tar", tar.into_inner().unwrap()),
        ("a.jsonl", lines),
    ]
}

/// A sample with some bytes changed, removed or repeated.
fn damaged() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let edit = (any::<prop::sample::Index>(), 0..3_u8, any::<u8>(), 1..20_usize);
    (prop::sample::select(samples()), prop::collection::vec(edit, 0..6)).prop_map(|((name, mut bytes), edits)| {
        for (index, kind, byte, length) in edits {
            let at = index.index(bytes.len());
            let end = (at + length).min(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 if bytes.len() > length + 1 => drop(bytes.drain(at..end)),
                _ => bytes.splice(at..at, bytes[at..end].to_vec()).for_each(drop),
            }
        }
        (name, bytes)
    })
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_bytes_are_read_or_told(file in prop_oneof![
        3 => damaged(),
        1 => (prop::sample::select(vec!["a.json", "a.html", "a.csv", "a.warc", "a.xml", "a"]), any::<Vec<u8>>()),
    ]) {
        let (name, bytes) = file;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        for item in raw_articles(Selection { paths: vec![path], limit: 1 << 16, ..Selection::default() }) {
            match item.and_then(|raw| raw.article(&Fields::default())) {
                Ok(Some(article)) => prop_assert!(!article.body.of(&article.text).trim().is_empty()),
                Ok(None) => {}
                Err(fault) => {
                    let told = fault.to_string();
                    let gave_up = told.contains("its parser gave up") || told.contains("its parts contradict");
                    prop_assert!(!gave_up && !matches!(fault.reason, Reason::Missing | Reason::Unreadable(_)), "{told}");
                }
            }
        }
    }
}
