//! Prints what an article states: its figures, quotes and people, and where it contradicts itself.
//!
//! `cargo run --example one_article` prints
//!
//! ```text
//! FIGURES
//! a third         proportion  exact 0.33      passengers
//! 84,000          count       exact 84000     passengers
//! last year       date        2023
//! 120,000         count       exact 120000    passengers
//! 2021            date        2021
//! 40%             percent     exact 40        passengers
//! more than 60    count       more_than 60    families
//!
//! QUOTES
//! Ingrid Halloran (direct): “Nobody asked us before the fares went up,”
//! Ingrid Halloran (indirect): that more than 60 families had left the island
//!
//! PEOPLE
//! Ingrid Halloran: mayor
//!
//! FINDINGS
//! conflicts (within.percent_change): from 120,000 to 84,000 is -30%, the text says 40%
//! ```

use newsfacts::{Article, analyse, types::ParseDateError};

fn main() -> Result<(), ParseDateError> {
    let title = "Ferry to Skarn lost a third of its passengers";
    let text = "OSTWICK — The ferry to Skarn carried 84,000 passengers last year, down from 120,000 in 2021, a fall of \
                40%.\n\n\
                “Nobody asked us before the fares went up,” said Ingrid Halloran, the mayor of Skarn. She added that \
                more than 60 families had left the island.";
    let article = Article::new("skarn-ferry", Some(title), text).published_on("2024-05-04")?;
    let (document, facts) = analyse(&article);

    println!("FIGURES");
    for figure in &facts.figures {
        let detail = &figure.detail;
        let stated = match (detail.value, &detail.resolved) {
            (Some(value), _) => format!("{} {}", detail.bound.name(), value.round_dp(2)),
            (None, resolved) => resolved.clone().unwrap_or_default(),
        };
        let counted = detail.counted.map_or("", |span| document.text(span));
        println!("{:15} {:11} {stated:15} {counted}", document.text(figure.span), detail.kind.name());
    }

    println!("\nQUOTES");
    for quote in &facts.quotes {
        let speaker = facts.speaker_name(&quote.detail, &document).unwrap_or("somebody");
        println!("{speaker} ({}): {}", quote.detail.form.name(), document.text(quote.span));
    }

    println!("\nPEOPLE");
    for person in &facts.people {
        let offices: Vec<&str> = person.offices.iter().map(|office| document.text(office.role)).collect();
        println!("{}: {}", person.name.as_deref().unwrap_or("unnamed"), offices.join(", "));
    }

    println!("\nFINDINGS");
    for finding in &facts.findings {
        println!("{} ({}): {}", finding.verdict.name(), finding.check, finding.message);
    }
    Ok(())
}
