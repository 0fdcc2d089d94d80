//! Firms and commodities, recognised by the move of their price: "Lonza tumbled 3.8%", "Brent crude".

use crate::types::{Document, Tags, WordList};

/// Maximum number of tokens from the verb to the sign of per cent.
const REACH: usize = 5;

/// Whether the words after a stretch that ends before `end` say how its price moved.
pub fn is_traded(document: &Document, end: usize) -> bool {
    const MOVES: WordList<18> = WordList::of([
        "added",
        "climbed",
        "declined",
        "dipped",
        "dropped",
        "eased",
        "fell",
        "gained",
        "jumped",
        "plunged",
        "rallied",
        "retreated",
        "rose",
        "shed",
        "slid",
        "slipped",
        "soared",
        "tumbled",
    ]);
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let verb = end + usize::from(document.is_one_of(end, const { &WordList::of(["shares", "stock"]) }));
    let percent = |at: usize| document.tags(at).any(Tags::PERCENT) || document.is(at, "percent");
    let moved = lower(verb) && document.is_one_of(verb, &MOVES);
    document.is(end, "crude")
        || moved && reach(document, verb).any(percent) && !reach(document, verb).any(|at| document.is(at, "vote"))
}

/// The tokens after the verb in its sentence, within reach.
fn reach(document: &Document, verb: usize) -> impl Iterator<Item = usize> {
    verb + 1..document.sentence_tokens(verb).end.min(verb + REACH)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn what_has_a_price_is_nobody() {
        people(
            "
Orvane tumbled 3.8% and Brent crude rose 2%. Tolland Quay slipped by 4 per cent. Una Lund fell.
                                                                                 ^^^^^^^^ person Una Lund
",
        );
    }
}
