//! The rules of the code base: which module may import which, what a file looks like, and that
//! documents name existing paths.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// All modules of the crate, each with those that it may import.
const IMPORTS: &[(&str, &[&str])] = &[
    ("types", &[]),
    ("spill", &[]),
    ("lexicon", &["types"]),
    ("carets", &["types"]),
    ("read", &["types"]),
    ("write", &["types", "carets", "spill"]),
    ("score", &["types"]),
    ("segment", &["types", "lexicon"]),
    ("grammar", &["types", "lexicon"]),
    ("extract", &["types", "lexicon", "grammar"]),
    ("resolve", &["types", "lexicon", "grammar"]),
    ("check", &["types", "lexicon", "grammar", "spill"]),
    ("trial", &["types", "check", "pipeline"]),
    ("pipeline", &["types", "read", "segment", "extract", "resolve", "check"]),
    ("archive", &["types", "check", "pipeline"]),
];
const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;

/// A file of the crate: its path below `src`, and its text.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The text before its tests.
    fn shipped(&self) -> &str {
        self.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default()
    }

    /// The module it belongs to: the first folder or file below `src`.
    fn module(&self) -> String {
        let first = self.path.components().next().unwrap().as_os_str().to_string_lossy();
        first.trim_end_matches(".rs").to_owned()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { path: path.strip_prefix(root().join("src")).unwrap().to_owned(), text });
            }
        }
    }
    assert!(found.len() > 40, "the sources moved; only {} found", found.len());
    found
}

/// The modules of the crate that the text names in `crate::` paths, including grouped imports.
fn imported(text: &str) -> Vec<String> {
    let mut modules = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let names = if rest.starts_with('{') { top_level(rest) } else { vec![rest] };
        for name in names {
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
            modules.push(name[..end].to_owned());
        }
    }
    modules
}

/// The paths that a file names from `crate` or `super` on, relative to `src` and including grouped
/// imports: `extract/figures/money/money` for an item.
fn named_paths(source: &Source) -> Vec<PathBuf> {
    let text = source.shipped();
    let mut paths = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        expand(PathBuf::new(), &text[at + "crate::".len()..], &mut paths);
    }
    for (at, _) in text.match_indices("super::") {
        if text[..at].ends_with("super::") {
            continue;
        }
        let mut rest = &text[at..];
        let mut folder = source.path.with_extension("");
        if folder.ends_with("mod") {
            folder.pop();
        }
        while let Some(behind) = rest.strip_prefix("super::") {
            folder.pop();
            rest = behind;
        }
        expand(folder, rest, &mut paths);
    }
    paths
}

/// Adds the paths from `folder` on that the text continues: `a::b` or `{a, b::{c, d}}`.
fn expand(folder: PathBuf, text: &str, paths: &mut Vec<PathBuf>) {
    if text.starts_with('{') {
        top_level(text).iter().for_each(|item| expand(folder.clone(), item, paths));
        return;
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let folder = folder.join(&text[..end]);
    match text[end..].strip_prefix("::") {
        Some(rest) => expand(folder, rest, paths),
        None => paths.push(folder),
    }
}

/// The items of `{a::b, c::{d, e}}` at its first level.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 1, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && letter == ',') {
            items.push(group[start..at].trim());
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    items.retain(|item| !item.is_empty());
    items
}

#[test]
fn modules_import_only_what_they_may() {
    for source in sources() {
        let module = source.module();
        let Some((_, allowed)) = IMPORTS.iter().find(|(name, _)| *name == module) else { continue };
        for import in imported(source.shipped()) {
            assert!(
                import == module || allowed.contains(&import.as_str()),
                "src/{}: `{module}` may import {allowed:?}, not `{import}`",
                source.name()
            );
        }
    }
}

/// An unused permission would allow an import that nobody meant to allow.
#[test]
fn every_permission_to_import_is_used() {
    let sources = sources();
    for (module, allowed) in IMPORTS {
        let of_module = sources.iter().filter(|source| source.module() == *module);
        let used: Vec<String> = of_module.flat_map(|source| imported(source.shipped())).collect();
        for import in *allowed {
            assert!(used.iter().any(|name| name == import), "`{module}` does not import `{import}`: take it out");
        }
    }
}

#[test]
fn paths_are_followed_from_where_they_stand() {
    let text =
        "use super::{one, two::{Three, four}};\nuse super::super::five::Six;\nuse crate::types::Seven;\n".to_owned();
    let source = Source { path: "extract/figures/rule.rs".into(), text };
    let expected = [
        "types/Seven",
        "extract/figures/one",
        "extract/figures/two/Three",
        "extract/figures/two/four",
        "extract/five/Six",
    ];
    assert_eq!(named_paths(&source), expected.map(PathBuf::from));
    for code in ["fn a() {", "pub fn a() {", "pub const fn a() {", "pub(in crate::x) fn a() {", "const fn a() {"] {
        assert!(is_function(code), "{code}");
    }
    assert!(!is_function("const A: fn() = b;") && !is_function("static FN: u8 = 1;"));
}

#[test]
fn every_module_has_a_row_in_the_import_table() {
    let free = ["main", "cli", "lib", "testing"];
    for source in sources() {
        let module = source.module();
        let known = IMPORTS.iter().any(|(name, _)| *name == module) || free.contains(&module.as_str());
        assert!(known, "src/{}: add `{module}` to IMPORTS in tests/architecture.rs", source.name());
    }
}

/// A file with an extractor or a check may be imported only by the table beside it.
#[test]
fn rules_do_not_import_each_other() {
    let sources = sources();
    let is_rule = |source: &&Source| {
        let constants = ["pub const EXTRACTOR:", "pub const CHECK:", "pub const RULE: Rule"];
        constants.iter().any(|constant| source.shipped().contains(constant))
    };
    let rules: Vec<&Source> = sources.iter().filter(is_rule).collect();
    assert!(!rules.is_empty(), "no rules found");
    for other in &rules {
        let named = named_paths(other);
        for rule in rules.iter().filter(|rule| rule.path != other.path) {
            let module = rule.path.with_extension("");
            let found = named.iter().any(|path| path.starts_with(&module));
            assert!(!found, "src/{} imports the rule {}; move what they share to a module", other.name(), rule.name());
        }
    }
}

/// `figures.money` must be in a file `money.rs` somewhere below a folder `figures`.
#[test]
fn a_rule_is_named_after_its_file() {
    let mut rules = 0;
    for source in sources() {
        let constants = ["pub const EXTRACTOR:", "pub const CHECK:", "pub const RULE: Rule"];
        let shipped = source.shipped();
        let Some(at) = constants.iter().find_map(|constant| shipped.find(constant)) else { continue };
        let name = shipped[at..].split("name: \"").nth(1).and_then(|rest| rest.split('"').next());
        let (folder, stem) = name.and_then(|name| name.split_once('.')).expect("a name with its folder");
        let is_there = source.path.file_stem().is_some_and(|file| file == stem)
            && source.path.parent().is_some_and(|parent| parent.iter().any(|part| part == folder));
        assert!(is_there, "src/{} holds the rule {folder}.{stem}", source.name());
        rules += 1;
    }
    assert!(rules > 100, "only {rules} rules found");
}

#[test]
fn files_open_with_their_purpose_and_stay_short() {
    for source in sources() {
        let name = source.name();
        assert!(source.text.starts_with("//! "), "src/{name}: open with one `//!` line");
        let lines = source.text.lines().count();
        assert!(lines <= LONGEST_FILE, "src/{name}: {lines} lines; split it by concern");
        let stem = source.path.file_stem().unwrap().to_string_lossy();
        let vague = ["util", "utils", "helper", "helpers", "common", "manager", "misc"];
        assert!(!vague.contains(&stem.as_ref()), "src/{name}: name the concern");
    }
}

/// Whether a line of code begins a function, whatever precedes `fn`.
fn is_function(code: &str) -> bool {
    let before = code.split_once("fn ").map(|(before, _)| before.trim_end());
    let qualifier = |word: &str| matches!(word, "const" | "pub" | "unsafe" | "async") || word.starts_with("pub(");
    before.is_some_and(|before| {
        let inside = before.strip_prefix("pub(").and_then(|rest| rest.split_once(')'));
        inside.map_or(before, |(_, behind)| behind).split_whitespace().all(qualifier)
    })
}

/// Functions as rustfmt formats them: from the line with `fn` to the brace at the same indentation.
#[test]
fn functions_stay_short() {
    for source in sources() {
        let lines: Vec<&str> = source.text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let code = line.trim_start();
            if !is_function(code) || code.ends_with(';') || code.ends_with('}') {
                continue;
            }
            let indent = &line[..line.len() - code.len()];
            let closing = format!("{indent}}}");
            let length = lines[at..].iter().position(|line| *line == closing).map_or(0, |end| end + 1);
            assert!(length <= LONGEST_FUNCTION, "src/{}:{}: {length} lines; split it", source.name(), at + 1);
        }
    }
}

/// This includes private and hidden modules. For public ones, the compiler also requires a comment
/// on every field and variant (`missing_docs` in `src/lib.rs`).
#[test]
fn public_items_are_documented() {
    let items = ["pub fn ", "pub struct ", "pub enum ", "pub trait ", "pub const ", "pub static ", "pub type "];
    for source in sources() {
        let lines: Vec<&str> = source.shipped().lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let code = line.trim_start();
            if !items.iter().any(|item| code.starts_with(item)) {
                continue;
            }
            let above = lines[..at].iter().rev().find(|line| !line.trim_start().starts_with("#["));
            let documented = above.is_some_and(|line| line.trim_start().starts_with("///"));
            assert!(documented, "src/{}:{}: say what it is", source.name(), at + 1);
        }
    }
}

/// Paths are in backticks and begin with a folder of the repository.
#[test]
fn documents_name_paths_that_exist() {
    for document in ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "THIRD_PARTY.md", "corpus/README.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap_or_else(|_| panic!("{document} is missing"));
        for quoted in text.split('`').skip(1).step_by(2) {
            let folder = ["src/", "tests/", "corpus/", "benches/", "examples/", "fuzz/"]
                .iter()
                .any(|start| quoted.starts_with(start));
            // This folder exists only after fuzzing.
            if folder && quoted != "fuzz/artifacts" && !quoted.contains(['*', '…', '<']) {
                let path = quoted.split([':', '#', ' ']).next().unwrap();
                assert!(root().join(path).exists(), "{document} names `{quoted}`, which does not exist");
            }
        }
    }
    let lines = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap().lines().count();
    assert!(lines < 250, "ARCHITECTURE.md has {lines} lines; keep it under 250");
}
