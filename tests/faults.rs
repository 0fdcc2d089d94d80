//! Every fault of an input gives one message with its place and exit code 2, and everything else is
//! read.

#![cfg(feature = "command")]

use std::{
    fs,
    io::{Seek, Write},
    path::Path,
    process::{Command, Output, Stdio},
};

/// An article beside the fault, which must still be read.
const GOOD: &str = "{\"id\":\"good\",\"text\":\"Nobody was in the hall.\"}\n";

/// Runs `extract` on `folder`, whose faults give `messages`, and expects the good article to be
/// found.
#[track_caller]
fn tells(folder: &Path, messages: &[&str]) {
    fs::write(folder.join("good.jsonl"), GOOD).unwrap();
    let output = extract(folder, ".");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told.lines().collect::<Vec<_>>(), messages);
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.contains(r#""article":"good""#), "the good article is lost: {found}");
    assert_eq!(output.status.code(), Some(2));
}

fn extract(folder: &Path, path: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    command.args(["extract", path]).current_dir(folder).output().unwrap()
}

#[track_caller]
fn file_tells(name: &str, bytes: impl AsRef<[u8]>, message: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    tells(folder.path(), &[message]);
}

#[test]
fn empty_files() {
    let message = |name| format!("newsfacts: {name}:1: the file is empty; leave it out");
    file_tells("a.txt", "", &message("a.txt"));
    file_tells("a.txt", " \n\n", &message("a.txt"));
    file_tells("a.jsonl", "\n \n", &message("a.jsonl"));
    // Files with a byte order mark and nothing else.
    file_tells("a.txt", b"\xFF\xFE", &message("a.txt"));
    file_tells("a.csv", b"\xFE\xFF", &message("a.csv"));
}

#[test]
fn binary_files() {
    let message =
        |name| format!("newsfacts: {name}:1: binary data in no supported format; convert it to text or JSON Lines");
    for name in ["a.txt", "a.jsonl", "a.csv", "a"] {
        file_tells(name, b"\x7fELF\x08\x00\x00\x00", &message(name));
    }
    // No encoding can be guessed from so few bytes.
    file_tells("a.txt", b"\xE9\x81", &message("a.txt"));
    // In packed data all byte values are equally frequent, even if there is no zero near the start.
    file_tells("a", (0..200_u8).map(|at| at.wrapping_mul(37) | 1).collect::<Vec<u8>>(), &message("a"));
}

/// A row without its closing quotation mark is a fault, and neither it nor the rest of the file is
/// an article.
#[test]
fn rows_that_never_end() {
    let rows = "id,text\na,Nobody was in the hall.\nb,\"The weir holds.\nc,Ten sheep.\n";
    let message = "newsfacts: a.csv:3: invalid row (a quotation mark opens a field and none closes it, so the row runs \
        to the end of the file); fix it or leave it out";
    file_tells("a.csv", rows, message);
}

#[test]
fn folders_without_articles() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("bare")).unwrap();
    for arguments in [&["extract", "bare"][..], &["run", "bare", "--out", "out"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        let output = command.args(arguments).current_dir(folder.path()).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.starts_with("newsfacts: no articles found in bare\n"), "{told}");
        assert_eq!(output.status.code(), Some(0));
    }
}

/// Documents of office programs are neither text nor archives of articles, whatever their names.
#[test]
fn documents_of_other_kinds() {
    let message = |name, kind| format!("newsfacts: {name}:1: {kind}, which is not read; save it as text or HTML");
    file_tells("a.txt", "%PDF-1.4\n1 0 obj\n", &message("a.txt", "a PDF"));
    file_tells("a.txt", "{\\rtf1\\ansi Ten sheep.}", &message("a.txt", "rich text (RTF)"));
    file_tells("a.txt", "From ann@tarn.example Mon Mar 2\nSubject: sheep\n", &message("a.txt", "electronic mail"));
    let folder = tempfile::tempdir().unwrap();
    let mut packed = zip::ZipWriter::new(fs::File::create(folder.path().join("a.docx")).unwrap());
    packed.start_file("[Content_Types].xml", zip::write::SimpleFileOptions::default()).unwrap();
    packed.write_all(b"<Types/>").unwrap();
    packed.finish().unwrap();
    let named = extract(folder.path(), "a.docx");
    let told = message("a.docx", "a document of an office program or a book") + "\n";
    assert_eq!((String::from_utf8(named.stderr).unwrap(), named.status.code()), (told, Some(2)));
    // In a folder it is skipped, like a picture.
    let passed_by = extract(folder.path(), ".");
    let told = "newsfacts: skipped 1 file of an unsupported type (a.docx); to read one anyway, name it\n\
                newsfacts: no articles found in .\n";
    assert_eq!((String::from_utf8(passed_by.stderr).unwrap().as_str(), passed_by.status.code()), (told, Some(0)));
}

/// XML of an unknown form is a fault if it is named and is skipped in a folder; its markup is never
/// read as text.
#[test]
fn xml_of_an_unknown_form() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.xml"), "<?xml version=\"1.0\"?><sheep><count>10</count></sheep>").unwrap();
    let named = extract(folder.path(), "a.xml");
    let told = "newsfacts: a.xml:1: XML of an unknown form, which is not read; \
        save it as RSS, NITF, NewsML-G2 or JSON Lines\n";
    assert_eq!((String::from_utf8(named.stderr).unwrap().as_str(), named.status.code()), (told, Some(2)));
    let passed_by = extract(folder.path(), ".");
    assert_eq!((passed_by.stdout.len(), passed_by.status.code()), (0, Some(0)));
}

#[test]
fn records_of_a_later_version() {
    let record = r#"{"type":"article","schema":2,"article":"a","text":"Ten sheep."}"#;
    let reason = "records of schema 2, but this newsfacts reads schema 1; upgrade it";
    file_tells("a.jsonl", record, &format!("newsfacts: a.jsonl:1: {reason}"));
}

#[test]
fn broken_lines_hide_no_others() {
    let good = |id: &str| GOOD.replace("good", id);
    let lines = format!("{}{{\"text\":\n{}{{\"title\":\"x\"}}\n{}", good("a"), good("b"), good("c"));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), lines).unwrap();
    tells(
        folder.path(),
        &[
            "newsfacts: a.jsonl:2: broken JSON (EOF while parsing a value at byte 8); put one whole object on each line",
            "newsfacts: a.jsonl:4: no text; put it under text, body, content or maintext, or name its key with --field text=KEY",
        ],
    );
    let found = String::from_utf8(extract(folder.path(), "a.jsonl").stdout).unwrap();
    assert_eq!(found.lines().count(), 3);
}

#[test]
fn a_line_of_50_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    let long = "ten sheep ".repeat(5_000_000);
    fs::write(folder.path().join("a.jsonl"), format!("{{\"id\":\"long\",\"text\":\"{long}\"}}\n")).unwrap();
    let message = "newsfacts: a.jsonl:1: longer than 10000000 bytes; split it or raise --max-article";
    tells(folder.path(), &[message]);
}

#[test]
fn deeply_nested_json() {
    let lines = format!("{{\"id\":\"deep\",\"text\":\"x\",\"tags\":{}\n", "[".repeat(100_000));
    let message =
        "newsfacts: a.jsonl:1: broken JSON (recursion limit exceeded at byte 158); put one whole object on each line";
    file_tells("a.jsonl", lines, message);
}

#[test]
fn missing_paths() {
    let folder = tempfile::tempdir().unwrap();
    let output = extract(folder.path(), "nowhere");
    let message = "newsfacts: nowhere: no such file or folder; check the path\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
    assert_eq!(output.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn folders_without_permission() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let locked = folder.path().join("locked");
    fs::create_dir(&locked).unwrap();
    fs::write(locked.join("inside.jsonl"), GOOD.replace("good", "inside")).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&locked).is_ok() {
        // The superuser can read every folder.
        let found = String::from_utf8(extract(folder.path(), ".").stdout).unwrap();
        assert!(found.contains(r#""article":"inside""#), "{found}");
    } else {
        let reason = "cannot be read (Permission denied (os error 13)); check its permissions or leave it out";
        tells(folder.path(), &[&format!("newsfacts: locked: {reason}")]);
    }
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).unwrap();
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
    fs::write(folder.path().join("good.jsonl"), GOOD).unwrap();
    let output = extract(folder.path(), ".");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn pipes_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe.jsonl")).status().unwrap().success());
    tells(folder.path(), &["newsfacts: pipe.jsonl: neither file nor folder; leave it out"]);
}

#[test]
fn strict_runs_stop_at_the_first_fault() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), format!("{GOOD}{{broken\n{}", GOOD.replace("good", "behind"))).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.args(["extract", "--strict", "a.jsonl"]).current_dir(folder.path()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("a.jsonl:2: broken JSON") && told.ends_with("stopped there, as --strict asks\n"), "{told}");
    assert_eq!(output.status.code(), Some(2));
}

/// Output files cannot grow beyond a limit, as on a full disk; once there is room, the run goes on.
#[cfg(all(unix, feature = "sqlite"))]
#[test]
fn output_that_does_not_fit() {
    let folder = tempfile::tempdir().unwrap();
    let line =
        |at: u32| format!("{{\"id\":{at},\"text\":\"Nobody was in hall {at}. {}\"}}\n", "It was shut. ".repeat(40));
    fs::write(folder.path().join("a.jsonl"), (0..400).map(line).collect::<String>()).unwrap();
    let run = |limit: &str| {
        let newsfacts = env!("CARGO_BIN_EXE_newsfacts");
        let script = format!("trap '' XFSZ; ulimit -f {limit}; exec {newsfacts} run a.jsonl --out out");
        Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().unwrap()
    };
    let full = run("200");
    assert_eq!(full.status.code(), Some(2), "{}", String::from_utf8_lossy(&full.stderr));
    assert!(!folder.path().join("out/facts.ndjson").exists(), "facts.ndjson is there, but not all of it");
    let done = run("unlimited");
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let facts = fs::read_to_string(folder.path().join("out/facts.ndjson")).unwrap();
    assert_eq!(facts.lines().filter(|line| line.contains("\"type\":\"article\"")).count(), 400);
}

#[test]
fn what_is_skipped_is_written_down() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), format!("{GOOD}{{broken\n")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    command.args(["run", "a.jsonl", "--out", "out"]).current_dir(folder.path()).output().unwrap();
    let again = command.output().unwrap();
    let told = "newsfacts: nothing new; out is up to date (see its skipped.ndjson for inputs that failed)\n";
    assert_eq!((String::from_utf8(again.stderr).unwrap().as_str(), again.status.code()), (told, Some(2)));
    let skipped = fs::read_to_string(folder.path().join("out/skipped.ndjson")).unwrap();
    let start =
        r#"{"type":"skipped","source":"a.jsonl","path":"a.jsonl","number":2,"reason":"broken JSON","message":"broken"#;
    assert!(skipped.starts_with(start) && skipped.lines().count() == 1, "{skipped}");
}

#[test]
fn files_of_other_kinds_are_nothing_new() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    fs::write(folder.path().join("in/a.jsonl"), GOOD).unwrap();
    fs::write(folder.path().join("in/a.png"), b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        let output = command.args(["run", "in", "--out", "out"]).current_dir(folder.path()).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(run().contains("skipped    1 of unsupported types\n"));
    assert_eq!(run(), "newsfacts: nothing new; out is up to date\n");
    fs::write(folder.path().join("in/b.jsonl"), "{\"id\":\"b\",\"text\":\"Ten sheep.\"}\n").unwrap();
    assert!(run().contains("before     1 articles\narticles   1 "));
}

/// Runs `extract` in 1.5 GB of address space.
#[cfg(unix)]
fn extract_in_little_memory(folder: &Path, path: &str) -> Output {
    let script = format!("ulimit -v 1500000; exec {} extract --threads 2 {path}", env!("CARGO_BIN_EXE_newsfacts"));
    Command::new("sh").args(["-c", &script]).current_dir(folder).output().unwrap()
}

/// Writes a file with one article and the start of a second, extended to `size` bytes without
/// taking up disk space.
#[cfg(unix)]
fn long_line(path: &Path, size: u64) -> fs::File {
    let mut file = fs::File::create(path).unwrap();
    file.write_all(GOOD.replace("good", "before").as_bytes()).unwrap();
    file.write_all(format!("{{\"id\":\"long\",\"text\":\"{}", "ten sheep ".repeat(10_000)).as_bytes()).unwrap();
    file.set_len(size).unwrap();
    file
}

#[cfg(unix)]
#[test]
fn a_line_of_2_gigabytes() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = long_line(&folder.path().join("a.jsonl"), 2 << 30);
    file.seek(std::io::SeekFrom::End(0)).unwrap();
    file.write_all(format!("\"}}\n{}", GOOD.replace("good", "behind")).as_bytes()).unwrap();
    let output = extract_in_little_memory(folder.path(), "a.jsonl");
    let message = "newsfacts: a.jsonl:2: longer than 10000000 bytes; split it or raise --max-article\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.contains(r#""article":"before""#) && found.contains(r#""article":"behind""#), "{found}");
    assert_eq!(output.status.code(), Some(2));
}

/// A file that shrinks while it is read is a fault, and the files after it are read.
#[cfg(unix)]
#[test]
fn a_file_that_shrinks_while_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.jsonl"), GOOD).unwrap();
    let path = folder.path().join("a.jsonl");
    // The time until the file is open depends on the machine.
    let shrunk = [100, 300, 1000, 3000].into_iter().any(|wait| {
        let file = long_line(&path, 16 << 30);
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        command.args(["extract", "."]).current_dir(folder.path());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        file.set_len(50_000).unwrap();
        let output = child.wait_with_output().unwrap();
        let (found, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(found.contains(r#""article":"good""#) && found.contains(r#""article":"before""#), "{told}");
        told.contains("a.jsonl: ended before its size of 17179869184 bytes")
    });
    assert!(shrunk, "it is never told that the file shrank");
}

#[cfg(feature = "html")]
#[test]
fn deeply_nested_pages() {
    let page = format!("<html><body>{}<p>Nobody was hurt.", "<div>".repeat(100_000));
    file_tells("a.html", page, "newsfacts: a.html:1: nested deeper than 512 elements; leave it out");
}
