//! `newsfacts score`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::Args;
use newsfacts::{
    check::across,
    pipeline::with_keys,
    score::{calibration, calibration_table, json, misplaced, score, table},
    write::{ndjson, record},
};
use serde_json::Value;

use super::{input::Input, outcome::Outcome};

/// Print precision, recall and F1 of the facts found in articles with gold annotations, and how far the
/// confidence of quotes is right
#[derive(Debug, Args)]
pub struct Score {
    /// The articles, as files or folders [default: the folder above the gold's folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Gold annotations, in the form that corpus/README.md describes; a folder stands for its files
    #[arg(long, required = true, num_args = 1.., value_name = "FILE")]
    gold: Vec<PathBuf>,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
}

impl Score {
    /// Writes the scores on standard output.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let files = gold_files(&self.gold)?;
        let mut gold = Vec::new();
        for file in &files {
            gold.extend(records(&fs::read(file).with_context(|| file.display().to_string())?, file)?);
        }
        let paths = if self.paths.is_empty() { above(&files) } else { self.paths };
        let (found, outcome) = find(paths)?;
        if let Some(wrong) = misplaced(&gold, &found).first() {
            bail!("gold does not fit the articles: {wrong}");
        }
        let scores = score(&gold, &found);
        if self.json {
            println!("{:#}", json(&scores));
        } else {
            print!("{}\n{}", table(&scores), calibration_table(&calibration(&gold, &found)));
        }
        Ok(outcome)
    }
}

/// The files given, and those of the folders given, in order of their names.
fn gold_files(paths: &[PathBuf]) -> anyhow::Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    for path in paths {
        if path.is_dir() {
            for entry in fs::read_dir(path).with_context(|| path.display().to_string())? {
                files.insert(entry?.path());
            }
        } else {
            files.insert(path.clone());
        }
    }
    Ok(files)
}

/// The folders above those that hold the files.
fn above(files: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
    let folder = |file: &PathBuf| Some(file.canonicalize().ok()?.parent()?.parent()?.to_owned());
    files.iter().filter_map(folder).collect::<BTreeSet<_>>().into_iter().collect()
}

fn records(lines: &[u8], file: &Path) -> anyhow::Result<Vec<Value>> {
    let lines = lines.split(|&byte| byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    let record = |(number, line): (usize, &[u8])| {
        serde_json::from_slice(line).with_context(|| format!("{}:{}", file.display(), number + 1))
    };
    lines.map(record).collect()
}

/// Every record of the articles, findings across them too.
fn find(paths: Vec<PathBuf>) -> anyhow::Result<(Vec<Value>, Outcome)> {
    let (mut lines, mut keys) = (Vec::new(), Vec::new());
    let reading = Input::of(paths).run(
        |articles, pool| {
            with_keys(articles, pool, |document, facts, keys| (ndjson::lines(&record::records(document, facts)), keys))
        },
        |(found, key)| {
            lines.extend(found);
            keys.push(key);
            Ok(())
        },
    )?;
    lines.extend(ndjson::lines(&record::findings(&across::check(keys))));
    Ok((records(&lines, Path::new("records"))?, reading.outcome()))
}
