//! What a token is, as a set of bits.

use std::ops::BitOr;

/// A set of tags. Extractors name the tags that they start from, so that the driver calls them only
/// there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Tags(pub u64);

impl Tags {
    /// No tag.
    pub const NONE: Tags = Tags(0);

    // Shape, seen in the token itself.
    /// A number in digits.
    pub const DIGITS: Tags = Tags(1);
    /// The first letter is upper case, or the second in names of firms such as `eBarge`.
    pub const CAPITALISED: Tags = Tags(1 << 1);
    /// At least two letters, all upper case.
    pub const UPPERCASE: Tags = Tags(1 << 2);
    /// It has a capital or a letter where no name of a person has one: `LinkedIn`, `MPs`, `Αθήνα`.
    pub const MADE_UP: Tags = Tags(1 << 55);
    /// First word of its sentence.
    pub const SENTENCE_START: Tags = Tags(1 << 3);
    /// A quotation mark that can open.
    pub const OPENING: Tags = Tags(1 << 4);
    /// A quotation mark that can close.
    pub const CLOSING: Tags = Tags(1 << 5);

    // Numbers and quantities, from numbers.tsv, units.tsv, currencies.tsv.
    /// Cardinal number word: `seven`, `dozen`, `hundred`.
    pub const NUMBER_WORD: Tags = Tags(1 << 6);
    /// Multiplies the number before it: `hundred`, `million`, `bn`.
    pub const MAGNITUDE: Tags = Tags(1 << 7);
    /// `half`, `third`, `quarters`.
    pub const FRACTION: Tags = Tags(1 << 8);
    /// `first`, `twenty-first`.
    pub const ORDINAL: Tags = Tags(1 << 9);
    /// Currency sign, code or name.
    pub const CURRENCY: Tags = Tags(1 << 10);
    /// Unit of measure.
    pub const UNIT: Tags = Tags(1 << 11);
    /// `%`, `percent`, `pc`.
    pub const PERCENT: Tags = Tags(1 << 12);
    /// May be a bound or its first word: `more`, `at`, `nearly`, `up`.
    pub const BOUND: Tags = Tags(1 << 13);
    /// `rose`, `fell`, `doubled`.
    pub const CHANGE: Tags = Tags(1 << 14);

    // Time, from time.tsv.
    /// Name of a month, or its abbreviation.
    pub const MONTH: Tags = Tags(1 << 15);
    /// Name of a day of the week, or its abbreviation.
    pub const WEEKDAY: Tags = Tags(1 << 16);
    /// `year`, `weeks`, `hours`.
    pub const TIME_UNIT: Tags = Tags(1 << 17);
    /// A time by itself: `yesterday`, `now`, `daily`.
    pub const DAY_WORD: Tags = Tags(1 << 18);
    /// `spring`, `summers`.
    pub const SEASON: Tags = Tags(1 << 19);

    // Speech, from cues.tsv.
    /// A form of a verb of speech: `said`, `adding`.
    pub const CUE: Tags = Tags(1 << 20);
    /// A noun of speech: `statement`, `claim`.
    pub const CUE_NOUN: Tags = Tags(1 << 21);

    // People and offices, from titles.tsv, honorifics.tsv, given_names.tsv, surnames.tsv, words.tsv; places and bodies,
    // from bodies_and_places.tsv, cities.tsv.
    /// First or only word of a title, rank or role.
    pub const TITLE: Tags = Tags(1 << 22);
    /// `Mr`, `Dame`.
    pub const HONORIFIC: Tags = Tags(1 << 23);
    /// `Anna`.
    pub const GIVEN_NAME: Tags = Tags(1 << 24);
    /// `Whitlow`.
    pub const SURNAME: Tags = Tags(1 << 25);
    /// `Jr`, `Snr`: distinguishes people of one name in a family.
    pub const GENERATION: Tags = Tags(1 << 61);
    /// `van`, `al`, `de`: may be inside a name in lower case.
    pub const PARTICLE: Tags = Tags(1 << 26);
    /// Country, region or large city.
    pub const PLACE: Tags = Tags(1 << 27);
    /// `British`, `Israeli`.
    pub const NATIONALITY: Tags = Tags(1 << 28);
    /// Head of an organisation's name: `Council`, `University`.
    pub const ORGANISATION: Tags = Tags(1 << 29);
    /// A noun for people: `officers`, `residents`, `woman`.
    pub const PERSON_NOUN: Tags = Tags(1 << 30);
    /// A noun for one or several relatives: `mother`, `sons`, `fiancée`.
    pub const KIN: Tags = Tags(1 << 60);

    // Closed classes, from words.tsv.
    /// `the`, `a`, `this`.
    pub const DETERMINER: Tags = Tags(1 << 31);
    /// `a`, `an`, `the`.
    pub const ARTICLE: Tags = Tags(1 << 57);
    /// A possessive determiner: `her`, `its`.
    pub const POSSESSIVE: Tags = Tags(1 << 58);
    /// `of`, `in`, `by`.
    pub const PREPOSITION: Tags = Tags(1 << 32);
    /// `she`, `it`, `who`.
    pub const PRONOUN: Tags = Tags(1 << 33);
    /// `and`, `but`, `because`.
    pub const CONJUNCTION: Tags = Tags(1 << 34);
    /// `is`, `had`, `will`, `could`.
    pub const AUXILIARY: Tags = Tags(1 << 35);
    /// A modal auxiliary: `could`, `shall`.
    pub const MODAL: Tags = Tags(1 << 59);
    /// `not`, `no`, `never`.
    pub const NEGATION: Tags = Tags(1 << 36);
    /// `who`, `which`, `that`, `whose`.
    pub const RELATIVE: Tags = Tags(1 << 37);
    /// `only`, `nearly`, `then`.
    pub const ADVERB: Tags = Tags(1 << 38);
    /// A common finite or participial verb form, from verbs.tsv.
    pub const VERB: Tags = Tags(1 << 39);
    /// A common adjective, from words.tsv.
    pub const ADJECTIVE: Tags = Tags(1 << 40);
    /// An adjective with which no phrase ends, from adjectives.tsv.
    pub const DESCRIPTIVE: Tags = Tags(1 << 49);
    /// Takes a full stop without ending a sentence: `Mr`, `St`, `Inc`.
    pub const ABBREVIATION: Tags = Tags(1 << 41);

    /// `morning`, `nights`, `noon`.
    pub const DAY_PART: Tags = Tags(1 << 50);
    /// A word that is part of a time only together with others: `period`, `past`, the first word of
    /// a holiday.
    pub const TIME_CUE: Tags = Tags(1 << 52);
    /// Joins the ends of a range: `and`, `to`, `until`, a dash.
    pub const LINK: Tags = Tags(1 << 45);
    /// Occurs mostly with a time of day: `am`, `GMT`, `o'clock`, `past`, a colon.
    pub const CLOCK: Tags = Tags(1 << 46);
    /// Precedes an age: `aged`, `turned`.
    pub const AGE: Tags = Tags(1 << 47);
    /// Places a period before or after now: `past`, `next`, `first`.
    pub const POINTER: Tags = Tags(1 << 48);
    /// Is followed by a number that is a name: `section`, `page`, `Boeing`.
    pub const DESIGNATOR: Tags = Tags(1 << 51);

    // Against false names, from ordinary_words.tsv and words.tsv.
    /// Usually in lower case, so that a capital at the start of a sentence does not make it a name.
    pub const ORDINARY: Tags = Tags(1 << 42);
    /// Head of the name of a place or thing that may be named after a person: `Airport`, `Street`.
    pub const SITE: Tags = Tags(1 << 43);
    /// Precedes the name of a thing that is named after a person: `Hurricane`, `Mount`.
    pub const NAMED_THING: Tags = Tags(1 << 44);
    /// First word of a title of several words that is no title alone: `finance`, `public`.
    pub const TITLE_START: Tags = Tags(1 << 54);
    /// `housing`, `affairs`: a field of government or of a body's work.
    pub const FIELD: Tags = Tags(1 << 53);
    /// Kind of organisation that does not occur in names, in lower case: `carmaker`, `factory`.
    pub const BODY: Tags = Tags(1 << 56);

    /// Whether the two sets share a tag.
    pub const fn any(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all tags of `other` are in the set.
    pub const fn all(self, other: Tags) -> bool {
        self.0 & other.0 == other.0
    }

    /// The tags of either set; `|` for constants.
    pub const fn with(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}

impl BitOr for Tags {
    type Output = Tags;
    fn bitor(self, other: Tags) -> Tags {
        self.with(other)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_tag_has_a_bit_of_its_own() {
        let source = include_str!("tags.rs");
        let bits = source.lines().filter_map(|line| line.trim().strip_prefix("pub const ")?.split_once("Tags(1"));
        let bits: Vec<u32> = bits
            .map(|(name, rest)| match rest.trim_end_matches(");") {
                "" => 0,
                shift => {
                    shift.strip_prefix(" << ").and_then(|bit| bit.parse().ok()).unwrap_or_else(|| panic!("{name}"))
                }
            })
            .collect();
        let different: BTreeSet<u32> = bits.iter().copied().collect();
        assert!(bits.len() > 50 && different.iter().all(|bit| *bit < u64::BITS), "{bits:?}");
        assert_eq!(different.len(), bits.len(), "two tags share a bit");
    }
}
