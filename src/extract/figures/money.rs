//! An amount of money, by sign, code or name: "£1.2bn", "20 cents".

use super::{
    designation::is_title_case,
    numeral::joins,
    quantity::{Quantity, QuantityExtractor},
};
use crate::types::{Document, Fact, Figure, FigureKind, Tags};
use rust_decimal::Decimal;

/// Money.
pub const EXTRACTOR: QuantityExtractor =
    QuantityExtractor { name: "figures.money", source: include_str!("money.rs"), extract };

fn extract(document: &Document, quantity: &Quantity, found: &mut Vec<Fact<Figure>>) {
    if quantity.kind() == FigureKind::Money && !is_in_name(document, quantity) {
        found.push(quantity.fact(document, EXTRACTOR.name));
    }
}

/// Whether capitals inside a sentence make a sum without a number a name: "The Million Dollar Mill".
fn is_in_name(document: &Document, quantity: &Quantity) -> bool {
    let first = quantity.numeral.tokens.start;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    // "50 Cent sang", but not "a 50-Cent fare": with that number the noun would be plural.
    let unit = quantity.tokens.end - 1;
    if document.word(unit) == "Cent" && quantity.numeral.low > Decimal::ONE && !joins(document, unit - 1) {
        return true;
    }
    quantity.numeral.tokens.len() == 1
        && document.tags(first).any(Tags::MAGNITUDE)
        && capital(first)
        && capital(quantity.tokens.end - 1)
        && capital(quantity.tokens.end)
        && !is_title_case(document, first)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn sums_in_names() {
        figures(
            "
Many old millers from other towns paid to watch Million Dollar Barge there. A million pounds!
                                                                            ^^^^^^^^^^^^^^^^ figure money value=1000000 unit=GBP
",
        );
    }

    #[test]
    fn letters_for_magnitudes() {
        figures(
            "
The debt rose to $1.2T, then to £3M.
                 ^^^^^ figure money value=1200000000000 unit=USD change=up counted=[debt]
                                ^^^ figure money value=3000000 unit=GBP counted=[debt]
",
        );
    }

    #[test]
    fn signs_codes_and_names() {
        figures(
            "
The yard is worth £1.2bn, or US$171 million, HK $216,925 and A$40.
                  ^^^^^^ figure money value=1200000000 unit=GBP counted=[yard]
                             ^^^^^^^^^^^^^^ figure money value=171000000 unit=USD counted=[yard]
                                             ^^^^^^^^^^^ figure money value=216925 unit=HKD counted=[yard]
                                                             ^^^^ figure money value=40 unit=AUD counted=[yard]
Fares of RM120,000 and EUR50m beat 900 Canadian dollars.
         ^^^^^^^^^ figure money value=120000 unit=MYR counted=[Fares]
                       ^^^^^^ figure money value=50000000 unit=EUR counted=[beat]
                                   ^^^^^^^^^^^^^^^^^^^^ figure money value=900 unit=CAD counted=[EUR50m beat]
",
        );
    }

    #[test]
    fn minor_units_keep_their_own_name() {
        figures(
            "
A stamp is 50p here and 20 cents there.
           ^^^ figure money value=50 unit=penny counted=[stamp]
                        ^^^^^^^^ figure money value=20 unit=cent counted=[stamp]
",
        );
    }

    #[test]
    fn cents_are_no_degrees_and_years_no_inches() {
        figures(
            "
It opens at 6pm, sold 50,000 in 2020 and pays 14.7c a share.
            ^^^ figure date resolved=T18:00
                      ^^^^^^ figure count value=50000
                                ^^^^ figure date resolved=2020
                                              ^^^^^ figure money value=14.7 unit=cent per=share
",
        );
    }

    #[test]
    fn mis_encoded_signs() {
        figures(
            "
The bid was worth PS8.1bn and then Y=50 billion.
                  ^^^^^^^ figure money value=8100000000 unit=GBP counted=[bid]
                                   ^^^^^^^^^^^^ figure money value=50000000000 unit=JPY counted=[bid]
",
        );
    }

    #[test]
    fn signs_of_one_letter() {
        figures(
            "
The mill owes R2.3-million, N1,550 and P40 million; N95 masks are sold at 12 N lamps on the N4.
              ^^^^^^^^^^^^ figure money value=2300000 unit=ZAR
                            ^^^^^^ figure money value=1550 unit=NGN
                                       ^^^^^^^^^^^ figure money value=40000000 unit=PHP
                                                                          ^^ figure count value=12 counted=[N lamps]
It paid KSh 4.5 billion and Php900, near 1300 N. Dorrin.
        ^^^^^^^^^^^^^^^ figure money value=4500000000 unit=KES
                            ^^^^^^ figure money value=900 unit=PHP
",
        );
    }

    #[test]
    fn pounds_may_be_a_weight() {
        figures(
            "
She lost 20 pounds and found £3.
         ^^^^^^^^^ figure measure value=20 unit=pound-mass change=down
                             ^^ figure money value=3 unit=GBP
The pull is 20 kilonewtons (4,500 pounds).
            ^^^^^^^^^^^^^^ figure measure value=20 unit=kilonewton counted=[pull]
                            ^^^^^^^^^^^^ figure measure value=4500 unit=pound-mass counted=[pull]
",
        );
    }

    #[test]
    fn millions_before_the_code() {
        figures(
            "
The firm owes 30 MUSD, $5MM and Rs 12,34,567.
              ^^^^^^^ figure money value=30000000 unit=USD
                       ^^^^ figure money value=5000000 unit=USD
                                ^^^^^^^^^^^^ figure money value=1234567 unit=INR
",
        );
    }

    #[test]
    fn a_sign_may_be_the_first_token() {
        figures("\u{feff}\n$40 was paid.\n^^^ figure money value=40 unit=USD");
    }

    #[test]
    fn no_money_without_an_amount() {
        figures(
            "
The dollar fell and the pound won.
",
        );
    }

    #[test]
    fn a_few_of_a_large_number() {
        figures(
            "
Repairs cost a few hundred million dollars.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure money low=200000000 high=1000000000 unit=USD bound=approx counted=[Repairs]
",
        );
    }
}
