//! Short forms of given names that do not begin as the name does: `Mike` of Michael, `Liz` of Elizabeth.

/// Short forms with the names they stand for, in small letters and byte order.
const NICKNAMES: [(&str, &str); 52] = [
    ("andy", "andrew"),
    ("barb", "barbara"),
    ("becky", "rebecca"),
    ("bernie", "bernard"),
    ("beth", "elizabeth"),
    ("bill", "william"),
    ("billy", "william"),
    ("bob", "robert"),
    ("bobby", "robert"),
    ("charlie", "charles"),
    ("chuck", "charles"),
    ("cindy", "cynthia"),
    ("danny", "daniel"),
    ("dave", "david"),
    ("debbie", "deborah"),
    ("dick", "richard"),
    ("drew", "andrew"),
    ("ed", "edward"),
    ("eddie", "edward"),
    ("gerry", "gerald"),
    ("harry", "henry"),
    ("jack", "john"),
    ("jerry", "gerald"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("joe", "joseph"),
    ("joey", "joseph"),
    ("johnny", "john"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("kenny", "kenneth"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("maggie", "margaret"),
    ("mandy", "amanda"),
    ("mike", "michael"),
    ("patty", "patricia"),
    ("peggy", "margaret"),
    ("randy", "randall"),
    ("rick", "richard"),
    ("ricky", "richard"),
    ("ronnie", "ronald"),
    ("steve", "stephen"),
    ("sue", "susan"),
    ("ted", "edward"),
    ("ted", "theodore"),
    ("timmy", "timothy"),
    ("tony", "anthony"),
    ("tricia", "patricia"),
    ("trish", "patricia"),
    ("vicki", "victoria"),
    ("vicky", "victoria"),
];

/// Whether one of two given names in small letters is short for the other.
pub fn is_short_for(one: &str, other: &str) -> bool {
    let of = |short: &str, long: &str| {
        let first = NICKNAMES.partition_point(|&(known, _)| known < short);
        NICKNAMES[first..].iter().take_while(|&&(known, _)| known == short).any(|&(_, name)| name == long)
    };
    of(one, other) || of(other, one)
}

#[cfg(test)]
mod tests {
    use super::{NICKNAMES, is_short_for};
    use crate::testing::people;

    #[test]
    fn the_table_is_sorted() {
        assert!(NICKNAMES.is_sorted());
    }

    #[test]
    fn either_may_be_the_short_one() {
        assert!(is_short_for("ted", "theodore") && is_short_for("edward", "ed"));
        assert!(!is_short_for("jack", "james"));
    }

    #[test]
    fn short_forms_of_a_given_name_join() {
        people(
            "
Michael Tolland rowed. Mike Tolland won, but Ted Marsh and Thomas Marsh did not. Mike left.
^^^^^^^^^^^^^^^ person Michael Tolland
                       ^^^^^^^^^^^^ person Michael Tolland
                                             ^^^^^^^^^ person Ted Marsh
                                                           ^^^^^^^^^^^^ person Thomas Marsh
                                                                                 ^^^^ person Michael Tolland
",
        );
    }

    #[test]
    fn two_names_of_one_sentence_are_two_people() {
        people(
            "
Jack Tolland and John Tolland rowed.
^^^^^^^^^^^^ person Jack Tolland
                 ^^^^^^^^^^^^ person John Tolland
",
        );
    }

    #[test]
    fn an_initial_or_a_short_form_is_the_same_person() {
        people(
            "
Robert J. Tolland spoke. Rob Tolland and R. Tolland are one; Jane Tolland is another.
^^^^^^^^^^^^^^^^^ person Robert J. Tolland
                         ^^^^^^^^^^^ person Robert J. Tolland
                                         ^^^^^^^^^^ person Robert J. Tolland
                                                             ^^^^^^^^^^^^ person Jane Tolland
",
        );
    }
}
