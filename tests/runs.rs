//! Whole runs, which write the same bytes with any number of threads, from files or a pipe, and
//! from their own output.

#![cfg(feature = "command")]

#[cfg(feature = "sqlite")]
mod database;

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

#[cfg(feature = "sqlite")]
use database::{TABLES, rows};

/// Writes articles in both formats, enough of them for several batches.
fn articles(folder: &Path) {
    let mut lines = String::new();
    for at in 0..800 {
        let text = format!(
            "Crews saved {at} of 45 sheep at Tarn Bridge on 3 May 2024, a rise of {}%.\\n\\n“They were cold,” said \
             Inspector Ned Marsh of Tarn Police. Mrs Lund said that {} walkers had helped on 31 September.\\n\\n{}",
            at % 97,
            at % 13,
            "Nobody was hurt. ".repeat(at % 70 * 7)
        );
        lines += &format!(
            "{{\"id\":{at},\"title\":\"Crews save {at} sheep\",\"date\":\"2024-05-04\",\"text\":\"{text}\"}}\n"
        );
    }
    fs::write(folder.join("articles.jsonl"), lines).unwrap();
    fs::write(folder.join("bridge.txt"), "Tarn Bridge shut\n\n3 May 2024\n\nPolice said 40 sheep were saved.\n")
        .unwrap();
}

fn newsfacts(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn threads_do_not_change_a_byte() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    for subcommand in ["extract", "check", "explain"] {
        let one = newsfacts(folder.path(), &[subcommand, "--threads", "1", "."]);
        let four = newsfacts(folder.path(), &[subcommand, "--threads", "4", "."]);
        assert!(one == four && !one.is_empty(), "{subcommand} depends on the number of threads");
    }
}

#[test]
fn records_read_back_give_themselves() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    let records = newsfacts(folder.path(), &["extract", "articles.jsonl", "bridge.txt"]);
    fs::write(folder.path().join("facts.ndjson"), &records).unwrap();
    assert!(newsfacts(folder.path(), &["extract", "facts.ndjson"]) == records, "reading records back changes them");
}

#[test]
fn standard_input_is_read_like_a_file() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let mut child =
        command.args(["check", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command starts");
    let lines = fs::read(folder.path().join("articles.jsonl")).unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(&lines).unwrap());
    let piped = child.wait_with_output().unwrap().stdout;
    writer.join().unwrap();
    let named = String::from_utf8(piped).unwrap().replace("standard input:", "articles.jsonl:");
    assert!(named.into_bytes() == newsfacts(folder.path(), &["check", "articles.jsonl"]), "findings differ");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    fs::write(folder.path().join(".gold"), "{\"type\":\"article\",\"article\":\"bridge\"}\n").unwrap();
    for arguments in [
        "read .",
        "extract .",
        "check .",
        "people .",
        "explain .",
        "trial bridge.txt",
        "score . --gold .gold",
        "list",
        "schema",
        "man",
        "completions bash",
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        command.args(arguments.split(' ')).current_dir(folder.path()).stdout(closed_pipe()).stderr(Stdio::piped());
        let output = command.spawn().unwrap().wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), told.as_str()), (Some(0), ""), "{arguments}");
    }
}

/// A pipe whose reader is closed.
fn closed_pipe() -> std::io::PipeWriter {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer
}

/// While one run writes to a folder, another does not touch it.
#[cfg(unix)]
#[test]
fn two_runs_do_not_write_to_one_folder() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    let first = newsfacts::write::lock(&folder.path().join("out")).unwrap();
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        command.args(["run", "bridge.txt", "--out", "out"]).args(more).current_dir(folder.path()).output().unwrap()
    };
    for more in [&[][..], &["--restart"]] {
        let output = run(more);
        let told = String::from_utf8(output.stderr).unwrap();
        let message = "newsfacts: cannot write to out: another run is writing there; wait until it has ended, or name \
                       another folder\n";
        assert_eq!((output.status.code(), told.as_str()), (Some(2), message));
    }
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 0);
    drop(first);
    assert!(run(&[]).status.success());
}

/// The messages of `run` if it cannot write to the folder, in which nothing is changed.
#[cfg(feature = "sqlite")]
#[test]
fn output_needs_a_folder_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["in", "mine", "tables", "notes"] {
        fs::create_dir(at(name)).unwrap();
    }
    fs::write(at("in/a.txt"), "Nobody was in the hall.").unwrap();
    fs::write(at("mine/facts.sqlite"), "something of my own, for a while").unwrap();
    fs::write(at("notes/facts.ndjson"), "{\"ewes\": 12}\n").unwrap();
    let tables = rusqlite::Connection::open(at("tables/facts.sqlite")).unwrap();
    tables.execute_batch("CREATE TABLE ewes (name TEXT)").unwrap();
    drop(tables);
    let foreign = |name: &str| fs::read(at(name)).unwrap();
    let before = ["mine/facts.sqlite", "notes/facts.ndjson", "tables/facts.sqlite"].map(foreign);
    newsfacts(folder.path(), &["run", "in", "--out", "torn"]);
    fs::remove_file(at("torn/facts.ndjson")).unwrap();
    for (out, wrong) in [
        ("in/a.txt", "in/a.txt is a file; name a folder with --out"),
        ("in/a.txt/out", "in/a.txt is a file; name a folder with --out"),
        ("in", "in is both input and output; choose another --out"),
        (
            "mine",
            "cannot write to mine: facts.sqlite there was not written by newsfacts; name another folder, or move that file away",
        ),
        (
            "tables",
            "cannot write to tables: facts.sqlite there was not written by newsfacts; name another folder, or move that file away",
        ),
        (
            "notes",
            "cannot write to notes: facts.ndjson there was not written by newsfacts; name another folder, or move that file away",
        ),
        (
            "torn",
            "cannot write to torn: the files in it do not belong to one run, or one is missing; start over with --restart",
        ),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        let output = command.args(["run", "in", "--out", out]).current_dir(folder.path()).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!((told, output.status.code()), (format!("newsfacts: {wrong}\n"), Some(2)));
    }
    assert_eq!(fs::read_dir(at("in")).unwrap().count(), 1);
    for out in ["mine", "tables", "notes"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        let output =
            command.args(["run", "in", "--restart", "--out", out]).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "--restart removes nothing of somebody else's in {out}");
        assert_eq!(fs::read_dir(at(out)).unwrap().count(), 1);
    }
    assert!(["mine/facts.sqlite", "notes/facts.ndjson", "tables/facts.sqlite"].map(foreign) == before);
    newsfacts(folder.path(), &["run", "in", "--out", "torn", "--restart"]);
    assert!(at("torn/facts.ndjson").exists());
}

#[cfg(feature = "sqlite")]
#[test]
fn running_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    newsfacts(folder.path(), &["run", ".", "--out", "first"]);
    let records = fs::read(folder.path().join("first/facts.ndjson")).unwrap();
    let stored = rows(&folder.path().join("first/facts.sqlite"), TABLES);
    newsfacts(folder.path(), &["run", "articles.jsonl", "bridge.txt", "--out", "first", "--threads", "1"]);
    assert!(stored == rows(&folder.path().join("first/facts.sqlite"), TABLES), "the second run changed the tables");
    assert_eq!(stored.iter().filter(|row| row.starts_with("articles")).count(), 801);
    newsfacts(folder.path(), &["run", "first/facts.ndjson", "--out", "second"]);
    assert!(records == fs::read(folder.path().join("second/facts.ndjson")).unwrap(), "records read back differ");
    assert!(stored == rows(&folder.path().join("second/facts.sqlite"), TABLES), "tables of records read back differ");
}

/// The output of another run inside the input is skipped with a message; if it is named, its
/// records are read.
#[cfg(feature = "sqlite")]
#[test]
fn output_of_other_runs_is_no_input() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    fs::write(folder.path().join("in/weir.txt"), "The weir holds, said Ada Thorn.\n").unwrap();
    newsfacts(folder.path(), &["run", "in", "--out", "in/earlier"]);
    let alone = newsfacts(folder.path(), &["extract", "in/weir.txt"]);
    let run = |path: &str, out: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        let output = command.args(["run", path, "--out", out]).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let facts = fs::read(folder.path().join(out).join("facts.ndjson")).unwrap();
        assert!(facts == alone, "{path} holds one article");
        String::from_utf8(output.stderr).unwrap()
    };
    let told = run("in", "out");
    let message = "newsfacts: in/earlier: output of an earlier run; to read its articles, name its facts.ndjson\n";
    assert!(told.starts_with(message) && told.ends_with("skipped    1 output of a run\n"), "{told}");
    assert_eq!(run("in", "out"), "newsfacts: nothing new; out is up to date\n");
    assert!(!run("in/earlier", "second").contains("skipped"), "of output that is named the records are read");
}

#[cfg(feature = "sqlite")]
#[test]
fn an_article_is_the_same_however_its_path_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["in", "moved", "moved/deeper"] {
        fs::create_dir(at(name)).unwrap();
    }
    fs::write(at("in/bridge.txt"), "Police said 40 sheep were saved on 31 September.\n").unwrap();
    fs::write(
        at("in/mill.jsonl"),
        "{\"title\":\"Mill\",\"text\":\"It burns.\"}\n{\"title\":\"Barn\",\"text\":\"It burns.\"}\n",
    )
    .unwrap();
    newsfacts(folder.path(), &["run", "in", "--out", "out"]);
    let stored = rows(&at("out/facts.sqlite"), TABLES);
    assert_eq!(stored.iter().filter(|row| row.starts_with("articles")).count(), 3, "two titles are two articles");
    let whole = at("in");
    newsfacts(folder.path(), &["run", whole.to_str().unwrap(), "--out", "out"]);
    fs::copy(at("in/bridge.txt"), at("moved/deeper/bridge.txt")).unwrap();
    newsfacts(folder.path(), &["run", "moved", "--out", "out"]);
    assert!(stored == rows(&at("out/facts.sqlite"), TABLES), "other ways to write a path change the tables");
    let finding = newsfacts(folder.path(), &["check", "in/bridge.txt"]);
    let id = String::from_utf8(finding).unwrap().split('"').nth(7).unwrap().to_owned();
    fs::write(at("seen"), id).unwrap();
    assert!(newsfacts(folder.path(), &["check", "moved/deeper/bridge.txt", "--ignore", "seen"]).is_empty());
}
