//! A fault in one record, member or page costs nothing else, and what is read keeps its signs,
//! numbers and times.

#![cfg(feature = "command")]

use std::{
    fs,
    io::{Cursor, Write},
    process::{Command, Stdio},
};

use serde_json::{Value, json};

/// The articles that `newsfacts read` prints for a file with this name and content, and its
/// messages.
fn read(name: &str, bytes: impl AsRef<[u8]>, options: &[&str]) -> (Vec<Value>, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.arg("read").args(options).arg(name).current_dir(folder.path()).output().unwrap();
    (articles(&output.stdout), String::from_utf8(output.stderr).unwrap())
}

fn articles(lines: &[u8]) -> Vec<Value> {
    let lines = lines.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_slice(line).unwrap()).collect()
}

/// Expects `count` articles and `faults` lines of messages, the first of which contains `wrong`.
#[track_caller]
fn keeps(name: &str, bytes: impl AsRef<[u8]>, count: usize, faults: usize, wrong: &str) -> Vec<Value> {
    let (articles, told) = read(name, bytes, &[]);
    assert_eq!((articles.len(), told.lines().count()), (count, faults), "{name}: {told}");
    assert!(told.lines().next().unwrap_or_default().contains(wrong), "{name}: {told}");
    articles
}

fn record(id: usize) -> String {
    json!({"id": id, "title": "Sheep", "text": format!("Crews saved {id} of 45 sheep.")}).to_string()
}

fn narrow(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

#[test]
fn signs_of_money_stay_what_they_are() {
    for text in ["Fined £1,000.", "Fined £1,000 and £5 for the rest.", "He paid £5 – “too much”."] {
        assert_eq!(keeps("a.txt", narrow(text), 1, 0, "")[0]["text"], text);
    }
    let table = "id,text\n1,\"Zoë Lund’s café is shut.\"\n2,\"£5 for all, she said.\"\n3,Müller\n";
    let read = keeps("a.csv", narrow(table), 3, 0, "");
    assert_eq!(
        read.iter().map(|article| &article["text"]).collect::<Vec<_>>(),
        ["Zoë Lund’s café is shut.", "£5 for all, she said.", "Müller"]
    );
    let list = "{\"articles\": [{\"text\":\"It cost £5.\"}, {\"text\":\"Zoë paid.\"}]}";
    assert_eq!(keeps("a.json", narrow(list), 2, 0, "")[1]["text"], "Zoë paid.");
    let lines = "{\"text\":\"Zoë Lund’s café is shut.\"}\n{\"text\":\"Œuvre: £5\"}\n";
    assert_eq!(keeps("a.jsonl", narrow(lines), 2, 0, "")[1]["text"], "Œuvre: £5");
}

#[test]
fn a_broken_record_of_json_hides_no_other() {
    let mut records: Vec<String> = (0..40).map(record).collect();
    for broken in
        [r#"{"id":5,"text":"open}"#, r#"{"id":5,"text":"x","a":{"b":1}"#, r#"{"id":5,"text":"x"}}"#, "garbage"]
    {
        records[5] = broken.to_owned();
        let list = format!("[\n{}\n]", records.join(",\n"));
        let (read, told) = read("a.json", list, &[]);
        let least = if broken.ends_with("}}") { 40 } else { 39 };
        assert!(read.len() >= least, "{broken}: {} {told}", read.len());
    }
    records[0] = json!({"id": 0, "text": "Ten sheep. ".repeat(3000)}).to_string();
    records[5] = r#"{"id":5,"text":"open}"#.to_owned();
    keeps("a.json", records.join("\n"), 39, 1, "a.json:6: broken JSON");
}

#[test]
fn what_stands_beside_a_long_list_is_nothing() {
    let list: Vec<Value> = (0..3000).map(|id| serde_json::from_str(&record(id)).unwrap()).collect();
    let ids: Vec<usize> = (0..20_000).collect();
    let document = json!({"articles": list, "seen": ids, "total": 3000, "zone": {"id": 1}});
    let (read_, told) = read("a.json", document.to_string(), &["--max-article", "100KB"]);
    assert_eq!((read_.len(), told.as_str()), (3000, ""));
    let document = format!("{{\"items\": [1, 2], \"articles\": [{}]}}", vec![record(1).as_str(); 2000].join(","));
    let (read_, told) = read("a.json", document, &["--max-article", "50KB"]);
    assert_eq!(read_.len(), 1, "the others are repetitions: {told}");
    let under_ids: Vec<String> =
        (0..3000).map(|id| format!("\"tarn-{id}\": {{\"text\": \"Ten sheep and {id}.\"}}")).collect();
    let (read_, told) = read("a.json", format!("{{{}}}\n", under_ids.join(", ")), &["--max-article", "50KB"]);
    assert_eq!((read_.len(), told.as_str(), &read_[2999]["article"]), (3000, "", &json!("tarn-2999")));
    let long = json!({"id": 9, "text": "Ten sheep. ".repeat(20_000)}).to_string();
    let (read_, told) = read("a.json", [record(1), long, record(2)].join("\n"), &["--max-article", "100KB"]);
    assert_eq!((read_.len(), told.lines().count()), (2, 1), "{told}");
    assert!(told.contains("a.json:2: longer than"), "{told}");
}

#[test]
fn json_by_any_name_with_any_mark() {
    let marked = [b"\xEF\xBB\xBF".as_slice(), record(1).as_bytes(), b"\n", record(2).as_bytes()].concat();
    assert_eq!(keeps("a.json", &marked, 2, 0, "")[0]["source"], "a.json:1");
    keeps("a.jsonl", format!("[{},\n{}]", record(1), record(2)), 2, 0, "");
    let scrolled = json!({"_index": "n", "_id": "e1", "_source": {"title": "Sheep", "body": "Ten sheep."}});
    assert_eq!(keeps("a.jsonl", format!("{scrolled}\n"), 1, 0, "")[0]["article"], "e1");
}

#[test]
fn tables_as_databases_and_old_machines_write_them() {
    let escaped = "id,text\n1,\"She said \\\"no\\\".\"\n2,\"\\\"No,\\\" she said, \\\"no.\\\"\"\n3,\"In C:\\\"\n4,\"A \"\"ram\"\".\"\n";
    let read = keeps("a.csv", escaped, 4, 0, "");
    let texts: Vec<&Value> = read.iter().map(|article| &article["text"]).collect();
    assert_eq!(texts, ["She said \"no\".", "\"No,\" she said, \"no.\"", "In C:\\", "A \"ram\"."]);
    assert_eq!(keeps("a.csv", "id,text\r1,Ten sheep.\r2,A ram.\r", 2, 0, "")[1]["text"], "A ram.");
    assert_eq!(keeps("a.csv", "\n\nid,text,text\n1,Ten sheep.,none\n", 1, 0, "")[0]["text"], "Ten sheep.");
}

#[test]
fn a_bad_member_of_an_archive_hides_no_other() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for id in 0..3 {
        archive.start_file(format!("{id}.jsonl"), zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(record(id).as_bytes()).unwrap();
    }
    let mut bytes = archive.finish().unwrap().into_inner();
    let cut = bytes[..bytes.len() - 60].to_vec();
    let second = bytes.windows(7).position(|window| window == b"1.jsonl").unwrap() + 7;
    bytes[second..second + 8].fill(0xFF);
    keeps("a.zip", &bytes, 2, 1, "a.zip/1.jsonl");
    let (read, told) = read("a.zip", &cut, &[]);
    assert!(read.len() == 3 && told.contains("a.zip:1: damaged (the list of its members is missing)"), "{told}");
}

#[test]
fn damage_inside_what_is_packed_ends() {
    let member = |text: &str| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    };
    let mut members: Vec<Vec<u8>> = (0..3).map(|id| member(&(record(id) + "\n"))).collect();
    members[0][10..14].fill(0xFF);
    keeps("a.jsonl.gz", members.concat(), 2, 1, "damaged");
    members[1][10..14].fill(0xFF);
    members[2][10..14].fill(0xFF);
    keeps("a.jsonl.gz", members.concat(), 0, 1, "damaged");
    // This holds for any content, such as a crawl, in which pages are looked for after damage.
    let mut state = 1_u32;
    let body = (0..400_000).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (state >> 28) as u8)
    });
    let crawl = format!("WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 400000\r\n\r\n{}", body.collect::<String>());
    let mut packed = zstd::encode_all(crawl.as_bytes(), 1).unwrap();
    let middle = packed.len() / 2;
    packed[middle..].fill(0xFF);
    keeps("a.warc.zst", packed, 0, 1, "damaged");
}

#[test]
fn frames_to_pass_over_and_large_windows() {
    let packed = zstd::encode_all(record(1).as_bytes(), 1).unwrap();
    keeps("a.jsonl.zst", [b"\x50\x2a\x4d\x18\x04\0\0\0abcd".as_slice(), &packed].concat(), 1, 0, "");
    let mut packer = zstd::stream::write::Encoder::new(Vec::new(), 1).unwrap();
    packer.window_log(28).unwrap();
    packer.write_all(record(1).as_bytes()).unwrap();
    keeps("a.jsonl.zst", packer.finish().unwrap(), 0, 1, "unsupported compression");
}

#[cfg(feature = "html")]
#[test]
fn bodies_that_are_too_long_or_no_pages() {
    let response = |coding: &str, body: &[u8]| {
        let http = [
            format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n").as_bytes(),
            body,
        ]
        .concat();
        let head = format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\n", http.len());
        [head.as_bytes(), &http, b"\r\n\r\n"].concat()
    };
    let page = format!(
        "<html><body><article>{}</article></body></html>",
        "<p>Ten sheep were saved on Monday at Tarn Bridge, wardens said.</p>".repeat(4000)
    );
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(page.as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    let (read_, told) = read("a.warc", response("gzip", &packed), &["--max-article", "100KB"]);
    assert!(read_.is_empty() && told.contains("a.warc:1: longer than 100000 bytes"), "{told}");
    keeps("a.warc", response("gzip", &packed), 1, 0, "");
    keeps("a.warc", response("identity", b"%PDF-1.4\n1 0 obj"), 0, 1, "a PDF, which is not read");
    keeps(
        "a.warc",
        response("identity", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        0,
        1,
        "binary data",
    );
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_keeps_texts_in_bytes_and_times_of_day() {
    use parquet::{
        data_type::{ByteArray, ByteArrayType, Int64Type},
        file::writer::SerializedFileWriter,
        schema::parser::parse_message_type,
    };

    for (unit, count) in [("MILLIS", 1_714_730_400_000_i64), ("MICROS", 1_714_730_400_000_000)] {
        let schema =
            format!("message article {{ required binary text; required int64 published (TIMESTAMP({unit},true)); }}");
        let mut bytes = Vec::new();
        let schema = parse_message_type(&schema).unwrap();
        let mut writer = SerializedFileWriter::new(&mut bytes, schema.into(), Default::default()).unwrap();
        let mut group = writer.next_row_group().unwrap();
        let mut column = group.next_column().unwrap().expect("the text");
        column.typed::<ByteArrayType>().write_batch(&[ByteArray::from("Zoë saw ten sheep.")], None, None).unwrap();
        column.close().unwrap();
        let mut column = group.next_column().unwrap().expect("the time");
        column.typed::<Int64Type>().write_batch(&[count], None, None).unwrap();
        column.close().unwrap();
        group.close().unwrap();
        writer.close().unwrap();
        let read = keeps("a.parquet", bytes, 1, 0, "");
        assert_eq!(read[0]["text"], "Zoë saw ten sheep.");
        assert_eq!(read[0]["published"], "2024-05-03T10:00:00", "{unit}");
    }
}

#[test]
fn members_on_standard_input_are_told_so() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("a.jsonl", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(record(1).as_bytes()).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let mut child = command.args(["read", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    let read = articles(&child.wait_with_output().unwrap().stdout);
    assert_eq!(read[0]["source"], "standard input/a.jsonl:1");
}
