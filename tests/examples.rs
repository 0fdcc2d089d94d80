//! The examples for users print what their first lines show; `UPDATE_EXAMPLES=1` updates these
//! lines.

use std::{env, fs, path::Path, process::Command};

/// Arguments that make cargo build the examples with the same features as these tests.
fn built_alike() -> Vec<String> {
    let all = [
        ("command", cfg!(feature = "command")),
        ("sqlite", cfg!(feature = "sqlite")),
        ("html", cfg!(feature = "html")),
        ("parquet", cfg!(feature = "parquet")),
    ];
    let features: Vec<&str> = all.iter().filter(|(_, on)| *on).map(|(feature, _)| *feature).collect();
    let mut arguments = Vec::new();
    if !cfg!(feature = "default") {
        arguments.extend(["--no-default-features".to_owned(), format!("--features={}", features.join(","))]);
    }
    if !cfg!(debug_assertions) {
        arguments.push("--release".to_owned());
    }
    arguments
}

/// Runs the `cargo run --example …` in the first lines of an example, and compares its output with
/// the block after it.
#[track_caller]
fn prints_what_it_shows(name: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("examples").join(name).with_extension("rs");
    let source = fs::read_to_string(&path).unwrap();
    let call = source.split('`').nth(1).and_then(|call| call.strip_prefix("cargo run ")).expect("a call of cargo");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet"])
        .args(built_alike())
        .args(call.split(' '))
        .current_dir(root)
        .output()
        .unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    let printed: String = printed.lines().map(|line| format!("{}\n", format!("//! {line}").trim_end())).collect();
    let (before, rest) = source.split_once("//! ```text\n").expect("a block of text");
    let (shown, after) = rest.split_once("//! ```\n").expect("the end of the block");
    if env::var_os("UPDATE_EXAMPLES").is_some() {
        fs::write(path, format!("{before}//! ```text\n{printed}//! ```\n{after}")).unwrap();
    } else {
        assert!(printed == shown, "examples/{name}.rs prints\n{printed}");
    }
}

#[test]
fn one_article() {
    prints_what_it_shows("one_article");
}

#[test]
fn two_articles() {
    prints_what_it_shows("two_articles");
}

#[test]
fn folder() {
    prints_what_it_shows("folder");
}
