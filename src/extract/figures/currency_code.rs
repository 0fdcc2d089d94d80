//! Letters next to an amount that are a currency's, and letters that only look so: "Rs. 500", "$5 US", "PS4", "COP26".

use super::quantity::currency;
use crate::types::{Document, Tags, WordList};

/// Whether the number at `at` has at most two digits and no magnitude.
pub fn is_small(document: &Document, at: usize) -> bool {
    let two = document.tokens.get(at).is_some_and(|token| token.span.len() <= 2);
    two && !document.tags(at + 1).any(Tags::MAGNITUDE)
}

/// Whether the number at `at` is one digit without a magnitude.
pub fn is_console(document: &Document, at: usize) -> bool {
    let one = document.tokens.get(at).is_some_and(|token| token.span.len() == 1);
    one && !(document.is_glued(at) && document.tags(at + 1).any(Tags::MAGNITUDE | Tags::DIGITS))
        && !document.tags(at + 1).any(Tags::MAGNITUDE)
}

/// Whether the full stop ends an abbreviated currency: "Rs. 500", "Tk. 40".
pub fn is_stop_of_code(document: &Document, at: usize) -> bool {
    at > 0
        && document.is(at, ".")
        && document.is_glued(at - 1)
        && document.is_one_of(at - 1, const { &WordList::of(["re", "rs", "sh", "shs", "tk"]) })
        && currency(document, at - 1)
}

/// The end of an amount including words that only repeat the currency: `$5 US`, `£40 sterling`.
pub fn code_behind(document: &Document, end: usize) -> usize {
    let repeats = document.tokens.get(end).is_some_and(|token| {
        matches!(document.text(token.span), "US" | "USD" | "AUD" | "CAD" | "NZD" | "sterling" | "Canadian" | "dollars")
    });
    if repeats { end + 1 } else { end }
}
