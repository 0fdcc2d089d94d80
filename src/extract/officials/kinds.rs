//! Kinds of offices by canonical title: those with a field, heads of a body, those who serve a person.

use super::title::Title;

/// Whether the field of the office follows the title: `Minister of Education`, `Ambassador to …`.
pub fn has_portfolio(canonical: &str) -> bool {
    const MEMBERS: [&str; 5] =
        ["Cabinet Member", "Executive Member", "Lead Member", "Member of the Executive Council", "Portfolio Holder"];
    let ends = |end: &str| canonical.ends_with(end);
    let adviser = (ends("Adviser") || ends("Advisor")) && !canonical.starts_with("National");
    governs(canonical) || ends("Ambassador") || ends("Envoy") || adviser || MEMBERS.contains(&canonical)
}

/// Whether the title is of a minister or secretary without a field; a foreign minister, by contrast, belongs to a
/// country.
pub fn governs(canonical: &str) -> bool {
    const OPEN: [&str; 16] = [
        "Cabinet Secretary",
        "Deputy Minister",
        "Deputy Secretary",
        "Minister",
        "Minister of State",
        "Senior Minister of State",
        "Parliamentary Secretary",
        "Parliamentary Under-Secretary",
        "Principal Secretary",
        "Secretary",
        "Secretary of State",
        "Under Secretary",
        "Under Secretary of State",
        "Under-Secretary",
        "Undersecretary",
        "Union Minister",
    ];
    OPEN.contains(&canonical)
}

/// Whether the office can serve a person as well as a body: `spokesman for Ann Reed`.
pub fn serves(canonical: &str) -> bool {
    const SERVING: [&str; 11] = [
        "Adviser",
        "Advisor",
        "Agent",
        "Aide",
        "Assistant",
        "Attorney",
        "Chief of Staff",
        "Lawyer",
        "Publicist",
        "Representative",
        "Secretary",
    ];
    canonical.starts_with("Spokes") || SERVING.iter().any(|title| canonical.ends_with(title))
}

/// Whether the holder speaks or pleads for others: `a lawyer for the family`.
pub fn speaks_for(canonical: &str) -> bool {
    const PLEADING: [&str; 7] = ["Advocate", "Attorney", "Barrister", "Counsel", "Lawyer", "QC", "Solicitor"];
    canonical.starts_with("Spokes") || PLEADING.iter().any(|title| canonical.ends_with(title))
}

/// Whether the title is of the head of a company or body: a possessive before it is not a person's.
pub fn heads_body(title: &Title) -> bool {
    let canonical = title.form.canonical;
    let named = matches!(canonical, "CEO" | "CFO" | "COO" | "CTO" | "Managing Director");
    named || canonical.starts_with("Chief ") || canonical.starts_with("Chair")
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn whom_somebody_speaks_for() {
        people(
            "
Ann Reed, a lawyer for the victims, met Tom Dale, a spokesman for the family.
^^^^^^^^ person Ann Reed
            ^^^^^^ office [lawyer] holder=Ann Reed
                                        ^^^^^^^^ person Tom Dale
                                                    ^^^^^^^^^ office [spokesman] holder=Tom Dale
",
        );
    }
}
