//! Kinds of offices, told by their canonical titles: of a field, at the head of a body, at somebody's side.

use super::title::Title;

/// Titles that take their field behind them: `Minister of Education`, `Ambassador to …`.
pub fn has_portfolio(canonical: &str) -> bool {
    let ends = |end: &str| canonical.ends_with(end);
    let minister =
        ends("Minister") && !matches!(canonical, "Prime Minister" | "First Minister" | "Deputy Prime Minister");
    let secretary = ends("Secretary") && canonical != "General Secretary";
    minister
        || secretary
        || ends("Undersecretary")
        || ends("Ambassador")
        || ends("Envoy")
        || ends("Adviser")
        || ends("Advisor")
        || ends("Secretary of State")
        || canonical == "Minister of State"
}

/// Offices that serve a person as well as a body: `spokesman for Ann Reed`.
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

/// Heads of companies and bodies: what stands before them with `'s` is no person.
pub fn heads_body(title: &Title) -> bool {
    let canonical = title.form.canonical;
    let named = matches!(canonical, "CEO" | "CFO" | "COO" | "CTO" | "Managing Director");
    named || canonical.starts_with("Chief ") || canonical.starts_with("Chair")
}
