//! Figures that refer back: "the 146 homes" means that 146 homes were mentioned before. If the text has mentioned 143
//! and never 146, one of the two is a slip.

use rust_decimal::Decimal;

use super::{
    quantity::{Quantity, Relation, class, is_beside},
    sameness::digits_kept,
    stems::{shared, stem_at},
};
use crate::{
    grammar::kinds,
    types::{Document, FigureKind, Tags, TokenKind, WordList},
};

/// Words before a figure that refer back to figures mentioned before.
const POINTS_BACK: WordList<5> = WordList::of(["all", "both", "the", "these", "those"]);
/// Possessives that refer back before amounts: "its £9bn debt".
const OWNERS: WordList<5> = WordList::of(["her", "his", "its", "our", "their"]);
/// Tokens after a figure in which a clause may say which things are meant: "the 12 workers who stayed", "all 12 workers
/// of the mill".
const CLAUSE: usize = 4;
/// Counts below this appear everywhere, for one group or another.
const SMALLEST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Whether the later of two figures refers back to a count of the same things, no other figure of the article has or
/// allows its value, and none makes up the difference.
pub fn is_unanswered(document: &Document, quantities: &[Quantity], earlier: &Quantity, later: &Quantity) -> bool {
    let counted = matches!(later.kind, FigureKind::Count | FigureKind::Money | FigureKind::Number);
    let small = earlier.value.min(later.value) < SMALLEST;
    if !counted
        || !later.is_exact()
        || !earlier.is_exact()
        || small
        || earlier.scope != later.scope
        || !points_back(document, earlier, later)
    {
        return false;
    }
    let alike = shared(&earlier.things, &later.things);
    let told = is_told(document, earlier, later);
    let same_thing = alike > 0 && told && alike == earlier.things.len().min(later.things.len());
    let same_thing = same_thing || is_same_amount(document, earlier, later);
    let answers = |other: &Quantity| {
        let near = || other.has_unit_of(later) && other.relation(later) <= Relation::Approximated;
        let same = class(other.kind) == class(later.kind) && (other.value == later.value || near());
        same && other.span != later.span
    };
    // "Five of the six": the whole is stated next to its part.
    let beside = is_beside(quantities, later, earlier) || is_beside(quantities, earlier, later);
    let rest = (earlier.value - later.value).abs();
    let unsettled = |other: &Quantity| !answers(other) && (other.value != rest || other.span == earlier.span);
    same_thing && !beside && quantities.iter().all(unsettled)
}

/// Whether a figure refers back to one that is a slip of the pen away: "the 54 ferries" where 45 were mentioned.
pub fn may_be_slip_of(document: &Document, earlier: &Quantity, later: &Quantity) -> bool {
    let first = later.first;
    let inside = first > document.sentences[later.sentence as usize].tokens.start as usize;
    let slip = digits_kept(earlier.value, later.value).is_some();
    let amount = later.unit.is_none() || later.kind == FigureKind::Money;
    inside && amount && document.is_one_of(first - 1, &POINTS_BACK) && slip
}

/// Whether the later of two amounts a slip apart comes right before a noun of the earlier's counted phrase: "a £4bn
/// dredging debt", "the £9bn debt".
fn is_same_amount(document: &Document, earlier: &Quantity, later: &Quantity) -> bool {
    let behind = later.behind;
    let slip = digits_kept(earlier.value, later.value).is_some();
    later.kind == FigureKind::Money && slip && earlier.things.contains(&stem_at(document, behind))
}

/// Whether every word of the later figure's noun phrase is in the sentence of the earlier one: "the 12 elderly workers"
/// are new if nobody was called elderly before.
fn is_told(document: &Document, earlier: &Quantity, later: &Quantity) -> bool {
    const ENDS: Tags = Tags::PREPOSITION.with(Tags::AUXILIARY).with(Tags::VERB).with(Tags::CUE).with(Tags::CONJUNCTION);
    let behind = later.behind;
    let word = |at: &usize| kinds::is_word(document, *at);
    let phrase = (behind..behind + CLAUSE).take_while(|at| word(at) && !document.tags(*at).any(ENDS));
    let told =
        |at: usize| earlier.context.contains(&stem_at(document, at)) || !later.things.contains(&stem_at(document, at));
    phrase.into_iter().all(told)
}

/// Participles that do not end in "ed".
const DONE: WordList<18> = WordList::of([
    "bought", "brought", "built", "caught", "found", "given", "grown", "held", "hurt", "kept", "left", "lost", "made",
    "sent", "shot", "sold", "stolen", "taken",
]);

/// Whether a relative clause or a participle right after the things referred to says which are meant: "the 68 trees
/// planted last year", "the 102 inmates who".
pub fn is_told_anew(document: &Document, quantities: &[Quantity], earlier: &Quantity, later: &Quantity) -> bool {
    const ONWARD: Tags = Tags::PREPOSITION.with(Tags::POINTER).with(Tags::WEEKDAY).with(Tags::DAY_WORD);
    const VERBS: Tags = Tags::AUXILIARY.with(Tags::VERB).with(Tags::CUE);
    let (first, behind) = (later.first, later.behind);
    let sentence = document.sentence_tokens(first);
    let pointed =
        first > sentence.start && document.is_one_of(first - 1, const { &WordList::of(["the", "these", "those"]) });
    let same_fate = later.fate.is_some() && later.fate == earlier.fate;
    if later.unit.is_some() || !pointed || same_fate {
        return false;
    }
    // It is a participle if another verb is still to come.
    let done = |at: usize| {
        let past = document.ends_in(at, "ed") || document.is_one_of(at, &DONE);
        let passive = document.tags(at - 1).any(Tags::AUXILIARY);
        let known = || earlier.context.contains(&stem_at(document, at)) && !is_beside(quantities, earlier, later);
        let verb = |at: usize| document.tags(at).any(VERBS);
        past && !passive && document.tags(at + 1).any(ONWARD) && !known() && (at + 2..sentence.end).any(verb)
    };
    let told = |at: usize| document.tags(at).any(Tags::RELATIVE) && !document.is(at - 1, ",") || done(at);
    (behind + 1..sentence.end.min(behind + CLAUSE)).any(told)
}

/// Whether words before the figure refer back and no clause after it says which things are meant.
fn points_back(document: &Document, earlier: &Quantity, figure: &Quantity) -> bool {
    let (first, behind) = (figure.first, figure.behind);
    let inside = first > document.sentences[figure.sentence as usize].tokens.start as usize;
    let owned = || {
        let owner = document.tokens[first - 1].kind == TokenKind::Possessive;
        let slip = digits_kept(earlier.value, figure.value).is_some();
        figure.kind == FigureKind::Money && slip && (owner || document.is_one_of(first - 1, &OWNERS))
    };
    let told = inside && (document.is_one_of(first - 1, &POINTS_BACK) || owned());
    let joined = document.tokens.get(behind).is_none_or(|token| token.kind == TokenKind::Dash);
    // ", which" adds to things that are already known.
    let anew = |at: usize| {
        document.tags(at).any(Tags::RELATIVE) && !document.is(at - 1, ",")
            || document.is_one_of(at, const { &WordList::of(["for", "from", "of"]) })
    };
    // "Six of the 12 workers" may mention both for the first time.
    let number = |at: usize| document.tags(at).any(Tags::DIGITS.with(Tags::NUMBER_WORD)) && !document.is(at, "one");
    let part = first > 2 && document.is(first - 2, "of") && number(first - 3);
    // "All seven goats tagged were" says which are meant.
    let involved = |at: usize| {
        let described = document.ends_in(at, "ed") && !document.tags(at - 1).any(Tags::AUXILIARY);
        let known = || earlier.context.contains(&stem_at(document, at));
        described && document.tags(at + 1).any(Tags::AUXILIARY) && !known()
    };
    let end = document.tokens.len().min(behind + CLAUSE);
    told && !joined && !part && !(behind..end).any(anew) && !(behind + 1..end).any(involved)
}

#[cfg(test)]
mod tests {
    use crate::testing::findings;

    const CHECK: &str = "within.conflicting_figure";

    #[test]
    fn what_is_pointed_back_to_was_told_before() {
        for (text, expected) in [
            (
                "Wardens in Bramfield found eight barges without a crew on Monday. The wardens will tow the seventeen barges away.",
                r#"conflicts warning "eight" "seventeen": 8 and 17 for what seems one quantity"#,
            ),
            (
                "Bramfield won an $8 million grant for the mill. The town will spend the $17 million grant on the mill roof.",
                r#"conflicts warning "$8 million" "$17 million": 8,000,000 and 17,000,000 for what seems one quantity"#,
            ),
            (
                "Ostwick ran up a £4bn dredging debt in the dry years. Its £9bn debt weighs on Ostwick.",
                r#"conflicts warning "£4bn" "£9bn": 4,000,000,000 and 9,000,000,000 for what seems one quantity"#,
            ),
        ] {
            findings(CHECK, text, expected);
        }
    }

    #[test]
    fn sums_parts_and_groups_told_anew_are_silent() {
        for text in [
            "Wardens in Bramfield found 40 barges without a crew on Monday and 31 barges on Tuesday. The wardens will tow the 71 barges away.",
            "Wardens in Bramfield found 40 barges without a crew. The wardens towed the 71 barges that lay by the mill in Bramfield.",
            "Wardens in Bramfield found 40 barges without a crew. The wardens towed 40 of the 71 barges in Bramfield.",
            "Wardens in Bramfield found 40 barges without a crew. The other 71 barges lay by the mill, wardens said.",
            "Wardens in Bramfield found 40 barges without a crew. The wardens called all 71 owners of barges in Bramfield.",
            "Wardens in Bramfield found 40 barges without a crew. All 71 barges of the wardens lay in Bramfield.",
            "Wardens will fell 86 trees in Ostwick. The 68 trees planted last year will stay.",
            "There are 120 goats in the Ostwick pound. The 102 goats who are lame will stay.",
            "Wardens held 43 rowers on Saturday and 34 on Sunday. The 34 rowers held on Sunday were freed.",
            "Ostwick lost four goats in fog below the quarry. All seven goats tagged were back in Ostwick by noon.",
        ] {
            findings(CHECK, text, "");
        }
    }
}
