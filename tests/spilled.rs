//! Comparing articles from a file, with almost nothing in memory, gives the same as comparing them
//! in memory.

use newsfacts::{
    Archive, Article,
    check::{across, links},
    spill::{Filling, Scratch, Shelf, packed},
};
use serde::{Serialize, de::DeserializeOwned};

#[path = "../examples/measure/archive/generator.rs"]
mod generator;

/// An archive of generated articles and of those in the corpus; some have a given story, and some
/// occur twice.
fn left() -> Archive {
    let templates = generator::templates("corpus".as_ref());
    let generated = (0..200).map(|number| generator::article(&templates, 7, number));
    let lines = generated.chain(std::fs::read_dir("corpus").unwrap().flat_map(|entry| {
        let path = entry.unwrap().path();
        let is_article = path.extension().is_some_and(|extension| extension == "jsonl");
        let text = if is_article { std::fs::read_to_string(path).unwrap() } else { String::new() };
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    }));
    let mut archive = Archive::default();
    for (number, line) in lines.enumerate() {
        let record: serde_json::Value = serde_json::from_str(&line).unwrap();
        for id in ["a", "b"].into_iter().take(1 + usize::from(number % 10 == 0)) {
            let mut article =
                Article::new(format!("{id}{number}"), record["title"].as_str(), record["text"].as_str().unwrap());
            article.published = record["date"].as_str().and_then(|day| day.parse().ok());
            article.story = (number % 3 == 0).then(|| format!("story {}", number % 4));
            archive.add(&article);
        }
    }
    archive
}

/// Packs things, and spills all but a few of them to a file.
fn filed<T: Serialize + DeserializeOwned + Default>(things: &[T], scratch: &Scratch) -> Shelf<T> {
    let mut filling = Filling::new(scratch);
    things.iter().for_each(|thing| filling.push(&packed(thing)));
    filling.shelf()
}

#[test]
fn what_lies_in_files_is_compared_like_what_is_in_memory() {
    let archive = left();
    let folder = tempfile::tempdir().unwrap();
    let scratch = Scratch::holding(folder.path(), 5000);
    let (mut findings, mut linked) = (Vec::new(), Vec::new());
    across::check_each(filed(&archive.keys, &scratch), &scratch, |finding| findings.push(finding));
    links::link_each(filed(&archive.seen, &scratch), &scratch, |link| linked.push(link));
    assert!(scratch.failure().is_none());
    let (in_memory, links_in_memory) = (archive.findings(), archive.people());
    let checks = |name: &str| in_memory.iter().any(|finding| finding.check == name);
    for check in ["near_duplicate", "conflicting_figure", "corroborated_figure", "reworded_quotation"] {
        assert!(checks(&format!("across.{check}")), "nothing to compare: {check}");
    }
    assert!(findings == in_memory, "findings differ");
    assert!(linked == links_in_memory && !linked.is_empty(), "links differ");
}

#[test]
fn a_disk_that_fails_is_told() {
    let archive = left();
    let folder = tempfile::tempdir().unwrap();
    let shelf = filed(&archive.keys, &Scratch::holding(folder.path(), 5000));
    let scratch = Scratch::holding(&folder.path().join("gone"), 5000);
    across::check_each(shelf, &scratch, |_| {});
    assert!(scratch.failure().is_some());
}
