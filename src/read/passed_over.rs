//! Files in folders and members of archives that were skipped, since their types are not supported.

use std::fmt;

/// How many of the files are named.
const NAMED: usize = 3;

/// The files that were skipped because their types are not supported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassedOver {
    /// Number of files.
    pub count: u64,
    /// The paths of the first of them, including the names of members of archives.
    first: Vec<String>,
    /// Whether any is a table without a column for the text.
    has_table: bool,
}

impl PassedOver {
    /// Counts a file.
    pub(super) fn add(&mut self, path: &str, is_table: bool) {
        self.merge(Self { count: 1, first: vec![path.to_owned()], has_table: is_table });
    }

    /// Counts other files after these.
    pub(super) fn merge(&mut self, others: Self) {
        self.count += others.count;
        let room = NAMED.saturating_sub(self.first.len());
        self.first.extend(others.first.into_iter().take(room));
        self.has_table |= others.has_table;
    }
}

/// Writes how many files were skipped, which, and how to read them; nothing if there are none.
impl fmt::Display for PassedOver {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { count, first, has_table } = self;
        let files = match count {
            0 => return Ok(()),
            1 => "1 file of an unsupported type",
            _ => &format!("{count} files of unsupported types"),
        };
        let more = if *count > first.len() as u64 { ", …" } else { "" };
        let column = if *has_table { "; for a table give --field text=COLUMN" } else { "" };
        let names = first.join(", ");
        write!(formatter, "skipped {files} ({names}{more}); to read one anyway, name it{column}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_named_and_the_others_counted() {
        let mut passed_over = PassedOver::default();
        assert_eq!(passed_over.to_string(), "");
        passed_over.add("weir.log", false);
        assert_eq!(
            passed_over.to_string(),
            "skipped 1 file of an unsupported type (weir.log); to read one anyway, name it"
        );
        for path in ["mill.csv", "a.zip/notes.md", "barn.log"] {
            passed_over.add(path, path.ends_with(".csv"));
        }
        let told = passed_over.to_string();
        assert!(told.starts_with("skipped 4 files of unsupported types (weir.log, mill.csv, a.zip/notes.md, …); "));
        assert!(told.ends_with("; for a table give --field text=COLUMN"), "{told}");
    }
}
