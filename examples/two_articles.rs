//! Prints where two articles contradict each other, and who appears in both.
//!
//! `cargo run --example two_articles` prints
//!
//! ```text
//! conflicts (across.conflicting_figure): 430 and 340 for what seems one quantity
//!     echo: 430
//!     herald: 340
//!     herald: 340
//! conflicts (across.reworded_quotation): printed with other words: “Everybody” / “Nobody”
//!     echo: “Everybody in Tarn has seen such a storm before,”
//!     herald: “Nobody in Tarn has seen such a storm before,”
//! Mara Quill is in echo, herald
//! ```

use newsfacts::{Archive, Article, types::ParseDateError};

fn main() -> Result<(), ParseDateError> {
    let herald = Article::new(
        "herald",
        Some("Storm fells 340 trees in Tarn Forest"),
        "The storm felled 340 trees in Tarn Forest on Friday night. “Nobody in Tarn has seen such a storm before,” said \
         Mara Quill, the head of Tarn Council.",
    );
    let echo = Article::new(
        "echo",
        Some("Tarn cleans up after the storm"),
        "Friday night's storm felled 430 trees in Tarn Forest. “Everybody in Tarn has seen such a storm before,” Mara \
         Quill of Tarn Council said.",
    );

    let mut archive = Archive::default();
    for article in [herald, echo] {
        archive.add(&article.published_on("2024-05-04")?);
    }
    for finding in archive.findings() {
        println!("{} ({}): {}", finding.verdict.name(), finding.check, finding.message);
        for evidence in &finding.evidence {
            println!("    {}: {}", evidence.article, evidence.text);
        }
    }
    for person in archive.people() {
        let articles: Vec<&str> = person.people.iter().map(|one| one.article.as_str()).collect();
        println!("{} is in {}", person.name, articles.join(", "));
    }
    Ok(())
}
