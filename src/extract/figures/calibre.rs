//! Calibres of weapons, which count nothing.

use crate::{
    grammar::endings,
    types::{Document, WordList},
};

/// Calibres in hundredths of an inch.
const CALIBRES: [&str; 8] = ["22", "25", "32", "38", "40", "44", "45", "50"];

/// Words after a calibre.
const WEAPONS: WordList<12> = WordList::of([
    "bullet", "bullets", "caliber", "calibre", "gun", "handgun", "magnum", "pistol", "pistols", "revolver", "rifle",
    "rounds",
]);

/// Whether the number that ends before token `end` is a calibre: `a .45 handgun`, `a .22 calibre rifle`.
pub fn is_calibre(document: &Document, end: usize) -> bool {
    let hyphen = usize::from(document.is(end, "-"));
    // "A Colt .45".
    let dot = end
        .checked_sub(2)
        .is_some_and(|dot| document.is(dot, ".") && document.is_glued(dot) && !(dot > 0 && document.is_glued(dot - 1)));
    if dot && CALIBRES.contains(&document.word(end - 1)) {
        return true;
    }
    let weapon = end + hyphen;
    if !document.is_one_of(weapon, &WEAPONS) {
        return false;
    }
    // "A 45 pistol": after a count the noun would be plural.
    let calibre = document.is(weapon, "caliber") || document.is(weapon, "calibre");
    let plural = endings::is_plural(document, weapon) || endings::is_plural(document, weapon + 1);
    let one = calibre || !plural && CALIBRES.contains(&document.word(end - 1));
    one || document.tokens.get(end.wrapping_sub(2)).is_some_and(|dot| document.text(dot.span) == ".")
}
