//! Round-ups: headlines that add up the victims of several events, which the text reports one by one.

use super::quantity::Quantity;
use crate::types::{Document, WordList};

/// Words for several events together.
const SEVERAL: WordList<9> = WordList::of([
    "bombings",
    "explosions",
    "incidents",
    "killings",
    "robberies",
    "separate",
    "shootings",
    "stabbings",
    "weekend",
]);

/// Whether the figure of the text may be a part of the headline's: it is smaller, and only the headline speaks of
/// several events.
pub fn is_round_up(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let several = |quantity: &Quantity| {
        let tokens = &document.sentences[quantity.sentence as usize].tokens;
        (tokens.start as usize..tokens.end as usize).any(|at| document.is_one_of(at, &SEVERAL))
    };
    other.value < figure.value && several(figure) && !several(other)
}

#[cfg(test)]
mod tests {
    use crate::testing::findings;

    const CHECK: &str = "within.headline_figure";

    #[test]
    fn a_headline_counts_several_events_together() {
        let text =
            "# 16 hurt in Bramfield mill explosions\n\nA kettle of the Bramfield mill hurt nine workers on Monday.";
        findings(CHECK, text, "");
    }

    #[test]
    fn what_the_text_tells_of_all_is_no_part() {
        for (text, expected) in [
            (
                "# 9 workers hurt in Bramfield explosions\n\nA kettle of the Bramfield mill hurt 16 workers on Monday.",
                r#"conflicts warning "9" "16": “9” in the headline, “16” in the text"#,
            ),
            (
                "# 16 workers hurt in Bramfield explosions\n\nExplosions in Bramfield hurt nine workers on Monday.",
                r#"conflicts warning "16" "nine": “16” in the headline, “nine” in the text"#,
            ),
        ] {
            findings(CHECK, text, expected);
        }
    }
}
