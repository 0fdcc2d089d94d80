//! Numbers split after their comma or point, in text that was split into words and joined again: `20, 000 people`, `52.
//! 3 percent`, `a 4. 6 magnitude quake`.

use rust_decimal::Decimal;

use super::numeral::{follows_currency, glued};
use crate::types::{Document, Tags, WordList};

/// The whole number whose first token is `at`, and the token after it. Three zeros continue any number; digits after a
/// point do so before a magnitude or unit, or where an article shows that no sentence ends there.
pub fn rest(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    let torn = document.tags(at + 2).any(Tags::DIGITS) && glued(document, at) && !glued(document, at + 1);
    if !torn {
        return None;
    }
    let (whole, rest) = (document.word(at), document.word(at + 2));
    let plain = |text: &str| text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(rest) || whole.starts_with('0') && whole.len() > 1 {
        return None;
    }
    let joined = match document.word(at + 1) {
        "," if rest == "000" => format!("{whole}{rest}"),
        "." if is_decimal(document, at) => format!("{whole}.{rest}"),
        _ => return None,
    };
    joined.parse().ok().map(|value| (value, at + 3))
}

/// Whether the digits two tokens after `at` are decimals of the number there.
fn is_decimal(document: &Document, at: usize) -> bool {
    const SIZES: Tags = Tags::MAGNITUDE.with(Tags::PERCENT).with(Tags::UNIT);
    let article = at > 0 && (document.is(at - 1, "a") || document.is(at - 1, "an"));
    let free = at < 2 || !(document.is(at - 1, ".") && document.tags(at - 2).any(Tags::DIGITS));
    free && (article || is_measured(document, at) || follows_currency(document, at) || document.tags(at + 3).any(SIZES))
}

/// Whether the words around show a size: "Of magnitude 4. 6", "she averaged 14. 4 points", "4. 6 quake".
fn is_measured(document: &Document, at: usize) -> bool {
    const LEADS: WordList<5> = WordList::of(["averaged", "averages", "averaging", "magnitude", "measuring"]);
    let led = |word: usize| document.is_one_of(word - usize::from(word > 0 && document.is(word, "of")), &LEADS);
    is_quake(document, at + 3) || document.is(at + 3, "magnitude") || at.checked_sub(1).is_some_and(led)
}

/// Whether the word at `at` means an earthquake.
pub fn is_quake(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["earthquake", "quake", "temblor", "tremor"]) })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn torn_numbers() {
        figures(
            "
About 20, 000 porters met after a 4. 6 magnitude quake, and 52. 3 percent left.
^^^^^^^^^^^^^ figure count value=20000 bound=approx counted=[porters]
                                  ^^^^ figure count value=4.6 counted=[quake]
                                                            ^^^^^^^^^^^^^ figure percent value=52.3 unit=percent
",
        );
    }

    #[test]
    fn sizes() {
        figures(
            "
A quake of magnitude 4. 6 was felt in Tarn; Pike averaged 14. 4 goals.
                     ^^^^ figure count value=4.6 counted=[magnitude]
                                                          ^^^^^ figure count value=14.4 counted=[goals]

4. 6 quake in Dorn
^^^^ figure count value=4.6 counted=[quake]
",
        );
    }

    #[test]
    fn two_numbers() {
        figures(
            "
The barns are all 12. 30 goats burned. She kept 2, 300 and 40 goats.
                  ^^ figure count value=12
                      ^^ figure count value=30 counted=[goats]
                                                ^ figure count value=2
                                                   ^^^ figure count value=300 counted=[goats]
                                                           ^^ figure count value=40 counted=[goats]
",
        );
    }
}
