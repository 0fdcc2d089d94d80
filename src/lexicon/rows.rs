//! Reads the tables: tab-separated rows after comment lines that begin with `#`.

/// The rows of a table, each split at its tabs.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    /// Rows are sorted by byte, without duplicates, all with as many columns as the header names.
    #[test]
    fn tables_are_sorted_and_without_doubles() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
        let mut tables = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "tsv") {
                continue;
            }
            tables += 1;
            let text = fs::read_to_string(&path).unwrap();
            let name = path.display();
            let comments: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
            assert!(comments.len() >= 2, "{name}: say where the words come from, then name the columns");
            let columns = comments[comments.len() - 1].split('\t').count();
            let rows: Vec<&str> = text.lines().skip(comments.len()).collect();
            for pair in rows.windows(2) {
                assert!(pair[0] < pair[1], "{name}: \"{}\" stands before \"{}\"; sort by byte", pair[0], pair[1]);
            }
            for row in rows {
                assert_eq!(row.split('\t').count(), columns, "{name}: wrong number of columns: {row}");
            }
        }
        assert!(tables > 10, "the tables moved; only {tables} found");
    }
}
