//! The base of the paths in an output folder: the working directory of its first run. Later runs
//! write paths relative to it, wherever they are started and however their paths are written, so
//! that each file has one name, and no two files share one.

use std::{
    env, fs,
    path::{Component, Path, PathBuf},
};

use anyhow::Context;

/// Makes `paths` relative to the base of the folder `out`, and changes to the base. A folder
/// without a base gets the working directory.
pub fn enter(out: &mut PathBuf, paths: &mut [PathBuf], base: &mut String) -> anyhow::Result<()> {
    let here = env::current_dir().and_then(fs::canonicalize).context("the working directory cannot be read")?;
    let whole = fs::canonicalize(&out)?;
    let earlier = fs::canonicalize(whole.join(&*base)).ok().filter(|_| !base.is_empty());
    let root = earlier.unwrap_or_else(|| here.clone());
    for path in &mut *paths {
        *path = seen_from(&root, path);
    }
    if root != here {
        *out = whole.clone();
        env::set_current_dir(&root).with_context(|| format!("cannot go to {}", root.display()))?;
    }
    *base = way(&whole, &root).to_string_lossy().into_owned();
    Ok(())
}

/// A path relative to a folder if it is inside it, else absolute. A link keeps its own name.
fn seen_from(root: &Path, path: &Path) -> PathBuf {
    if path == Path::new("-") {
        return path.to_owned();
    }
    let whole = match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => {
            let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
            fs::canonicalize(parent).map(|parent| parent.join(name))
        }
        _ => fs::canonicalize(path),
    };
    let Ok(whole) = whole else { return path.to_owned() };
    match whole.strip_prefix(root) {
        Ok(inside) if inside.as_os_str().is_empty() => PathBuf::from("."),
        Ok(inside) => inside.to_owned(),
        Err(_) => whole,
    }
}

/// The relative path from one absolute folder to another: `../../news`.
fn way(from: &Path, to: &Path) -> PathBuf {
    let shared = from.components().zip(to.components()).take_while(|(one, other)| one == other).count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.components().skip(shared)).collect();
    if way.as_os_str().is_empty() { PathBuf::from(".") } else { way }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_go_up_and_down() {
        for (from, to, expected) in [
            ("/news/out", "/news", ".."),
            ("/a/out", "/b/c", "../../b/c"),
            ("/news", "/news", "."),
            ("/a", "/a/b", "b"),
        ] {
            assert_eq!(way(Path::new(from), Path::new(to)), Path::new(expected));
        }
    }

    #[test]
    fn one_file_has_one_path() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir(root.join("a")).unwrap();
        for path in [root.join("a"), root.join("./a"), root.join("a/../a")] {
            assert_eq!(seen_from(&root, &path), Path::new("a"));
        }
        assert_eq!(seen_from(&root.join("a"), &root.join("b")), root.join("b"));
        assert_eq!(seen_from(&root, Path::new("-")), Path::new("-"));
    }
}
