//! A run that is killed at any moment and repeated ends with the same output as an uninterrupted
//! one, and a later run reads only what is new.

#![cfg(all(feature = "command", feature = "sqlite"))]

mod database;

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use database::{TABLES, rows};

/// Number of times that a run is killed.
const KILLS: u32 = 20;

/// Writes three files, one of them in an archive, with faults and an article that occurs twice.
fn archive(folder: &Path) {
    // The articles share few words, since comparing similar ones takes long.
    let name = |at: u32, stem: &str| {
        let letters = [at / 676 % 26, at / 26 % 26, at % 26].map(|letter| char::from(b'a' + letter as u8));
        format!("{stem}{}", letters.iter().collect::<String>())
    };
    let article = |at: u32| {
        let (place, person) = (name(at, "Tarn"), name(at * 7, "Mar"));
        let counted: Vec<String> =
            (1..40).map(|count| format!("{} {}", count * at + 2, name(at * count, "ox"))).collect();
        let text = format!("{place} counted {}, said Inspector Ned {person} of {place} Police.", counted.join(", "));
        format!("{{\"id\":{at},\"title\":\"{place} counts\",\"date\":\"2024-05-04\",\"text\":\"{text}\"}}\n")
    };
    let lines = |numbers: std::ops::Range<u32>| numbers.map(article).collect::<String>();
    fs::create_dir(folder.join("in")).unwrap();
    fs::write(folder.join("in/a.jsonl"), lines(0..180) + "{broken\n" + &lines(180..300)).unwrap();
    fs::write(folder.join("in/b.jsonl"), lines(280..350)).unwrap();
    let packed = lines(350..450);
    let mut builder = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(packed.len() as u64);
    header.set_mode(0o644);
    builder.append_data(&mut header, "c.jsonl", packed.as_bytes()).unwrap();
    fs::write(folder.join("in/c.tar"), builder.into_inner().unwrap()).unwrap();
}

fn start(folder: &Path, out: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    command.args(["run", "in", "--out", out]).current_dir(folder).stderr(Stdio::null()).spawn().unwrap()
}

/// What a run has written: both NDJSON files, and every row of the tables.
fn written(folder: &Path, out: &str) -> Vec<String> {
    let read = |name: &str| fs::read_to_string(folder.join(out).join(name)).unwrap();
    let mut written = vec![read("facts.ndjson"), read("skipped.ndjson")];
    let tables = TABLES.into_iter().chain(["skipped", "sources"]);
    written.extend(rows(&folder.join(out).join("facts.sqlite"), tables));
    written
}

/// Fractions of a run's time, different for each kill and the same whenever the test runs.
fn moments() -> impl Iterator<Item = f64> {
    let mut state = 0x9E37_79B9_u32;
    std::iter::from_fn(move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(f64::from(state >> 8) / f64::from(1 << 24))
    })
}

/// Kills a run after some time, unless it has already ended.
fn kill_after(child: &mut Child, time: Duration) {
    let started = Instant::now();
    while started.elapsed() < time && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_millis(1));
    }
    let _ = child.kill();
    // On a busy machine it may write until it is dead.
    child.wait().unwrap();
}

#[test]
fn a_run_that_is_killed_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    archive(folder);
    let started = Instant::now();
    assert_eq!(start(folder, "whole").wait().unwrap().code(), Some(2), "one line is broken");
    let mut longest = started.elapsed();
    let whole = written(folder, "whole");
    let (mut kills, mut round) = (0, 0);
    for moment in moments() {
        let out = format!("killed{round}");
        let started = Instant::now();
        let mut child = start(folder, &out);
        if kills < KILLS {
            kill_after(&mut child, longest.mul_f64(moment));
        }
        match child.wait().unwrap().code() {
            // It was killed, and is repeated.
            None => kills += 1,
            Some(code) => {
                assert_eq!(code, 2);
                assert!(written(folder, &out) == whole, "after {kills} kills the result differs");
                if kills >= KILLS {
                    break;
                }
                longest = started.elapsed();
                round += 1;
            }
        }
    }
}

#[test]
fn only_what_is_new_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    archive(folder);
    start(folder, "whole").wait().unwrap();
    let whole = written(folder, "whole");
    fs::rename(folder.join("in/b.jsonl"), folder.join("b.jsonl")).unwrap();
    fs::rename(folder.join("in/c.tar"), folder.join("c.tar")).unwrap();
    for file in ["b.jsonl", "c.tar"] {
        start(folder, "grown").wait().unwrap();
        fs::rename(folder.join(file), folder.join("in").join(file)).unwrap();
    }
    start(folder, "grown").wait().unwrap();
    assert!(written(folder, "grown") == whole, "files that came later give another result");
    let before = fs::metadata(folder.join("grown/facts.ndjson")).unwrap().modified().unwrap();
    assert_eq!(start(folder, "grown").wait().unwrap().code(), Some(2), "the broken line is still there");
    assert_eq!(fs::metadata(folder.join("grown/facts.ndjson")).unwrap().modified().unwrap(), before);
}

#[test]
fn files_that_changed_or_are_gone_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("in")).unwrap();
    for (name, text) in
        [("in/a.txt", "Nobody was in the hall."), ("in/b.txt", "The weir holds."), ("in/c.txt", "Rain.")]
    {
        fs::write(folder.join(name), text).unwrap();
    }
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        let output = command.args(["run", "in", "--out", "out"]).current_dir(folder).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(run().starts_with("articles   3 "));
    fs::write(folder.join("in/b.txt"), "The weir gave way.").unwrap();
    let told = run();
    let replaced = "newsfacts: in/b.txt has changed since it was read; its earlier articles are replaced\n";
    assert!(told.starts_with(&format!("{replaced}before     2 articles\narticles   1 ")), "{told}");
    fs::remove_file(folder.join("in/a.txt")).unwrap();
    fs::remove_file(folder.join("in/c.txt")).unwrap();
    let gone = "newsfacts: in/a.txt has gone since it was read (and one other file); its earlier articles are kept; \
                use --restart to start over\n";
    assert_eq!(run(), format!("{gone}newsfacts: nothing new; out is up to date\n"));
}

/// What a file no longer has is in no table, and what it has now is there once, even if the same
/// article is in another file.
#[test]
fn a_file_that_changed_replaces_what_was_read_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    archive(folder);
    start(folder, "changed").wait().unwrap();
    // It has articles 0 to 299. Those from 280 on are also in b.jsonl, from which they must be read
    // once they are gone here.
    let lines = fs::read_to_string(folder.join("in/a.jsonl")).unwrap();
    let shorter: Vec<&str> = lines.lines().take(100).collect();
    fs::write(folder.join("in/a.jsonl"), shorter.join("\n").replace(" counts\"", " counts again\"")).unwrap();
    for moment in moments().take(6) {
        kill_after(&mut start(folder, "changed"), Duration::from_millis(400).mul_f64(moment));
    }
    start(folder, "changed").wait().unwrap();
    start(folder, "whole").wait().unwrap();
    let sorted = |out: &str| {
        let tables = rows(&folder.join(out).join("facts.sqlite"), TABLES.into_iter().chain(["skipped"]));
        let facts = fs::read_to_string(folder.join(out).join("facts.ndjson")).unwrap();
        let mut all: Vec<String> = tables.into_iter().chain(facts.lines().map(str::to_owned)).collect();
        all.sort_unstable();
        all
    };
    let (changed, whole) = (sorted("changed"), sorted("whole"));
    let first = changed.iter().zip(&whole).find(|(one, other)| one != other);
    assert!(changed == whole, "a run of what has changed differs from one of all: {first:?}");
    assert_eq!(fs::read_dir(folder.join("changed")).unwrap().count(), 4, "nothing else is left behind");
}

/// Files are told apart correctly, whichever folder a run is started in and however it writes their
/// paths.
#[test]
fn a_file_is_one_wherever_a_run_is_started() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (name, text) in [("one", "Nobody was in the hall."), ("two", "The weir holds.")] {
        fs::create_dir_all(folder.join(name).join("in")).unwrap();
        fs::write(folder.join(name).join("in/a.txt"), text).unwrap();
    }
    let run = |start: &str, path: &Path, out: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        let command = command.arg("run").arg(path).args(["--out", out]).current_dir(folder.join(start));
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let facts = fs::read_to_string(folder.join("out/facts.ndjson")).unwrap();
        let words = ["Nobody was", "weir holds", "weir gave"].map(|text| facts.contains(text));
        (rows(&folder.join("out/facts.sqlite"), ["articles"]).len(), words, String::from_utf8(output.stderr).unwrap())
    };
    run("one", Path::new("in"), "../out");
    let (count, words, told) = run("two", Path::new("./in"), "../out");
    assert_eq!((count, words), (2, [true, true, false]), "{told}");
    fs::write(folder.join("two/in/a.txt"), "The weir gave way.").unwrap();
    let (count, words, told) = run("", &folder.join("two/in"), "out");
    assert_eq!((count, words), (2, [true, false, true]), "{told}");
    assert!(run("one", Path::new("../one/in"), "../out").2.ends_with("is up to date\n"));
}

#[test]
fn other_options_need_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("in")).unwrap();
    fs::write(folder.join("in/a.jsonl"), "{\"text\":\"Nobody was in the hall.\",\"alt\":\"Two were.\"}\n").unwrap();
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
        let output = command.args(["run", "in", "--out", "out"]).args(more).current_dir(folder).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(run(&[]).0, Some(0));
    let (code, told) = run(&["--field", "text=alt"]);
    assert!(code == Some(2) && told.contains("(now --field text=alt); use the same ones"), "{told}");
    assert_eq!(run(&["--field", "text=alt", "--restart"]).0, Some(0));
    assert!(fs::read_to_string(folder.join("out/facts.ndjson")).unwrap().contains("Two were."));
}
