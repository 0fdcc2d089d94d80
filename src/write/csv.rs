//! Rows of CSV.

/// A row of cells with its line end; cells with commas, quotation marks or line breaks are quoted.
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    cells.into_iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
}

fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_what_would_end_them() {
        assert_eq!(row(["ewes", "two, or \"three\"", "a\nb", ""]), "ewes,\"two, or \"\"three\"\"\",\"a\nb\",\n");
    }
}
