//! A story in several articles that all go back to one text.
//!
//! Severity: info.
//! Example: three papers print one agency story about a flood, and no one else reports it.
//! Traps: two copies (reported as copies), a story with one more article of its own.

use super::{Across, Archive, found};
use crate::{check::NOTE, types::Finding};

/// Finds stories without a second source.
pub const CHECK: Across =
    Across { name: "across.no_independent_source", source: include_str!("no_independent_source.rs"), check };

/// Articles from which a story seems to be widely reported.
const SEVERAL: usize = 3;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for articles in archive.part.told.iter().filter(|articles| articles.len() >= SEVERAL) {
        if archive.origins_of(articles.iter().copied()) == 1 {
            let message = format!("{} articles tell this story, and all are copies of one text", articles.len());
            let evidence = articles.iter().map(|&article| archive.beginning(article)).collect();
            findings.push(found(&CHECK, NOTE, message, evidence));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const TEXT: &str = "The old mill in Bramfield burnt down on Monday night. Wardens said that nobody was hurt, but \
                        forty sheep were lost in the barn next door.";

    #[test]
    fn three_copies_are_one_source() {
        findings_among(
            CHECK.name,
            &[("one", "", TEXT), ("two", "", TEXT), ("three", "", TEXT)],
            r#"
unclear info one "" three "" two "": 3 articles tell this story, and all are copies of one text
"#,
        );
    }

    #[test]
    fn two_copies_and_a_second_source_are_silent() {
        findings_among(CHECK.name, &[("one", "", TEXT), ("two", "", TEXT)], "");
        let own = "Our reporter saw the mill of Bramfield in flames. Ann Dale called the wardens at nine.";
        findings_among(CHECK.name, &[("one", "", TEXT), ("two", "", TEXT), ("three", "", own)], "");
    }
}
