//! `newsfacts score`.

use std::{
    collections::BTreeSet,
    fs,
    io::{Write, stdout},
    path::PathBuf,
};

use anyhow::{Context, anyhow, bail};
use clap::Args;
use newsfacts::{
    check::across,
    pipeline::with_keys,
    read::Seen,
    score::{calibration, calibration_table, flaw, json, misplaced, score, table},
    write::{ndjson, record},
};
use serde_json::Value;

use super::{
    input::Input,
    outcome::{EXIT_CODES, Outcome},
};

/// Print precision, recall and F1 of the facts found in articles with gold annotations, and how
/// well the confidence of quotes is calibrated
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES, override_usage = "newsfacts score [OPTIONS] [PATH]... --gold <FILE>...")]
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
    /// Writes the scores to standard output.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let files = gold_files(&self.gold)?;
        let (gold, places) = gold_records(&files)?;
        if gold.is_empty() {
            let paths: Vec<_> = self.gold.iter().map(|path| path.display().to_string()).collect();
            bail!("no gold records in {}; name files of them with --gold", paths.join(", "));
        }
        let paths = if self.paths.is_empty() { above(&files) } else { self.paths };
        let (found, outcome) = find(paths)?;
        if let Some((number, wrong)) = misplaced(&gold, &found).first() {
            bail!("{}: {wrong}", places[*number]);
        }
        let scores = score(&gold, &found);
        let text = match self.json {
            true => format!("{:#}\n", json(&scores)),
            false => format!("{}\n{}", table(&scores), calibration_table(&calibration(&gold, &found))),
        };
        stdout().write_all(text.as_bytes())?;
        Ok(outcome)
    }
}

/// The given files, and the files in the given folders, in order of names.
fn gold_files(paths: &[PathBuf]) -> anyhow::Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    for path in paths {
        if path.is_dir() {
            for entry in fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
                files.insert(entry?.path());
            }
        } else {
            files.insert(path.clone());
        }
    }
    Ok(files)
}

/// The parents of the folders that contain the files.
fn above(files: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
    let folder = |file: &PathBuf| Some(file.canonicalize().ok()?.parent()?.parent()?.to_owned());
    files.iter().filter_map(folder).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The records in the files, and the place of each: `gold/fire.gold:3`.
fn gold_records(files: &BTreeSet<PathBuf>) -> anyhow::Result<(Vec<Value>, Vec<String>)> {
    let (mut gold, mut places) = (Vec::new(), Vec::new());
    for file in files {
        let lines = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        for (line, number) in lines.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
            let place = format!("{}:{number}", file.display());
            let record = serde_json::from_str(line).map_err(|error| {
                // The parser has only one line, so its line number is always 1.
                let reason = error.to_string().replace(" at line 1 column ", " at byte ");
                anyhow!("{place}: broken JSON ({reason}); put one whole gold record on each line")
            })?;
            if let Some(flaw) = flaw(&record) {
                bail!("{place}: {flaw}; corpus/README.md says what a gold record is");
            }
            gold.push(record);
            places.push(place);
        }
    }
    Ok((gold, places))
}

/// All records of the articles, including findings across them.
fn find(paths: Vec<PathBuf>) -> anyhow::Result<(Vec<Value>, Outcome)> {
    let (mut lines, mut keys) = (Vec::new(), Vec::new());
    let input = Input::of(paths);
    // Files of other types, such as the gold, are not reported; gold of articles that were not read
    // is.
    let counts = input.run_all(
        input.selection(),
        &mut Seen::default(),
        |articles, pool| {
            with_keys(articles, pool, |document, facts, keys| (ndjson::lines(&record::records(document, facts)), keys))
        },
        |_, result| {
            if let Some(Ok((found, key))) = result {
                lines.extend(found);
                keys.push(key);
            }
            Ok(())
        },
    )?;
    counts.tell_if_nothing(&input.paths);
    lines.extend(ndjson::lines(&record::findings(&across::check(keys))));
    let records = serde_json::Deserializer::from_slice(&lines).into_iter().collect::<Result<_, _>>()?;
    Ok((records, counts.outcome()))
}
