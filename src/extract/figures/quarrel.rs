//! "Over" before the topic of a quarrel, which is not a bound: "Strike over 5% offer", "family sues over 12-year-old".

use std::ops::Range;

use crate::types::{Document, Figure, FigureKind, Tags, TokenKind, WordList};

/// Whether the `over` directly before a number gives the topic of a quarrel or a penalty: "Strike over 5% offer",
/// "jailed over £2m fraud"; not in "fined over £2m" and "arrested over 40 men".
pub fn is_dispute(document: &Document, figure: &Figure, at: usize, tokens: &Range<usize>) -> bool {
    const QUARRELS: WordList<22> = WordList::of([
        "anger",
        "clash",
        "clashes",
        "concern",
        "concerns",
        "controversy",
        "dispute",
        "disputes",
        "fears",
        "fury",
        "lawsuit",
        "outcry",
        "outrage",
        "protest",
        "protests",
        "row",
        "rows",
        "scandal",
        "strike",
        "talks",
        "uproar",
        "wrangle",
    ]);
    const CALLED_TO_ACCOUNT: WordList<20> = WordList::of([
        "apologised",
        "apologises",
        "arrested",
        "charged",
        "condemned",
        "criticised",
        "criticized",
        "detained",
        "fined",
        "grilled",
        "jailed",
        "questioned",
        "quits",
        "quizzed",
        "resigns",
        "sacked",
        "sentenced",
        "slammed",
        "sued",
        "suspended",
    ]);
    const OPENS: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::RELATIVE);
    let next = document.tokens.get(tokens.end);
    let noun = || next.is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(OPENS));
    let amount = matches!(figure.kind, FigureKind::Money | FigureKind::Percent);
    let called = || amount && document.is_one_of(at - 1, &CALLED_TO_ACCOUNT) && noun();
    document.is(at, "over") && at + 1 == tokens.start && at > 0 && (document.is_one_of(at - 1, &QUARRELS) || called())
}

/// Whether the topic is a person of that age, as nobody is over a 12-year-old: "Family sues over 12-year-old", "a row
/// over 16-year-olds".
pub fn is_about_somebody(document: &Document, figure: &Figure, over: usize, tokens: &Range<usize>) -> bool {
    let old = || tokens.clone().any(|at| document.is_one_of(at, const { &WordList::of(["old", "olds"]) }));
    figure.kind == FigureKind::Age && document.is(over, "over") && old()
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn quarrels_over_amounts() {
        figures(
            "
Millers call off strike over 5% offer; Pike jailed over £2m flour fraud. Pike was fined over £2m.
                             ^^ figure percent value=5 unit=percent counted=[offer]
                                                        ^^^ figure money value=2000000 unit=GBP counted=[flour fraud]
                                                                                        ^^^^^^^^ figure money value=2000000 unit=GBP bound=more_than
",
        );
    }

    #[test]
    fn quarrels_about_somebody_young() {
        figures(
            "
Miller sues parish over 12-year-old; row over 16-year-olds goes on.
                        ^^^^^^^^^^^ figure age value=12 unit=year
                                              ^^^^^^^^^^^^ figure age value=16 unit=year
",
        );
    }
}
