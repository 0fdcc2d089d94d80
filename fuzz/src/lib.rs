//! What the targets share: bytes are read as a file of some name, and what comes out is analysed.

use std::{fs, panic, path::PathBuf, sync::LazyLock};

use newsfacts::{
    Archive, Article,
    read::{Fields, Selection, raw_articles},
};

/// A folder in memory where there is one.
static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    folder.expect("a folder for what is read")
});

/// In place of the hook that ends a run at the first panic, caught or not.
static CAUGHT: LazyLock<()> = LazyLock::new(|| panic::set_hook(Box::new(|panic| eprintln!("{panic}"))));

/// Reads bytes as a file of this name: it ends, and every article that comes out has text. What unpacks and
/// decodes files is partly not ours: a panic that the reader catches and tells of ends no run.
pub fn read(name: &str, bytes: &[u8]) {
    LazyLock::force(&CAUGHT);
    let path = FOLDER.path().join(name);
    fs::write(&path, bytes).expect("the file is written");
    let selection = Selection { paths: vec![path], limit: 1 << 16, ..Selection::default() };
    for raw in raw_articles(selection).flatten() {
        if let Ok(Some(article)) = raw.article(&Fields::default()) {
            assert!(!article.text.trim().is_empty(), "an article without text");
        }
    }
}

/// Every stage on one text, and its comparison with itself under another name.
pub fn analyse(text: &str) {
    let mut archive = Archive::default();
    for id in ["one", "other"] {
        let article = Article::new(id, text.lines().next(), text);
        let (document, facts) = archive.add(&article);
        facts.to_json(&document);
    }
    archive.findings();
    archive.people();
}
