//! Edits that keep the meaning and change only the style, as house styles do.

use crate::types::{FigureKind, QuoteForm, Span, Tags};

use super::{
    Edit, Read,
    dates::days,
    numbers::{WORDS, only_number},
    random::Random,
};

/// Ranks and their short forms.
const SHORT: [(&str, &str); 6] = [
    ("Captain", "Capt"),
    ("Colonel", "Col"),
    ("Inspector", "Insp"),
    ("Lieutenant", "Lt"),
    ("Sergeant", "Sgt"),
    ("Superintendent", "Supt"),
];

/// "7 farms", "seven farms".
pub fn number_in_words(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let counts = article.facts.figures.iter().filter(|fact| fact.detail.kind == FigureKind::Count);
    let edit = |span: Span| {
        let written = article.document.text(span);
        let digits = written.parse::<u32>().ok();
        let word = WORDS.iter().find(|(word, value)| digits == Some(*value) || written.eq_ignore_ascii_case(word))?;
        let words = if digits.is_some() { word.0.to_owned() } else { word.1.to_string() };
        Some(Edit { span, words })
    };
    counts.filter_map(|fact| edit(only_number(article.document, fact.span)?)).collect()
}

/// "1,284 farms", "1284 farms".
pub fn thousands_marks(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let spans = article.facts.figures.iter().filter_map(|fact| only_number(article.document, fact.span));
    let marked = spans.filter(|span| article.document.text(*span).contains(','));
    marked.map(|span| Edit { span, words: article.document.text(span).replace(',', "") }).collect()
}

/// "5%", "5 per cent".
pub fn percent_sign(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let document = article.document;
    let percentages = article.facts.figures.iter().filter(|fact| fact.detail.kind == FigureKind::Percent);
    let sign = percentages.filter_map(|fact| document.tokens_in(fact.span).find(|&at| document.is(at, "%")));
    sign.map(|at| Edit { span: document.tokens[at].span, words: " per cent".to_owned() }).collect()
}

/// "£5 million", "£5m".
pub fn short_magnitude(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let document = article.document;
    let money = article.facts.figures.iter().filter(|fact| fact.detail.kind == FigureKind::Money);
    let edit = |span: Span| {
        let at = document.tokens_in(span).find(|&at| document.tags(at).any(Tags::MAGNITUDE))?;
        let word = document.word(at);
        let short = [("million", "m"), ("billion", "bn")].into_iter().find(|(long, _)| *long == word)?.1;
        let number = document.tokens[at.checked_sub(1)?];
        let digits = number.tags.any(Tags::DIGITS) && document.text(span).starts_with(|mark: char| !mark.is_ascii());
        let span = Span { start: number.span.end, end: document.tokens[at].span.end };
        digits.then(|| Edit { span, words: short.to_owned() })
    };
    money.filter_map(|fact| edit(fact.span)).collect()
}

/// "\"Yes,\" she said", "“Yes,” she said".
pub fn curly_marks(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let quotes = article.facts.quotes.iter().filter(|fact| fact.detail.form == QuoteForm::Direct);
    let edit = |span: Span| {
        let inside = article.document.text(span).strip_prefix('"')?.strip_suffix('"')?;
        let plain = !inside.contains(['"', '\n']);
        plain.then(|| Edit { span, words: format!("“{}”", inside.replace('\'', "’")) })
    };
    quotes.filter_map(|fact| edit(fact.span)).collect()
}

/// "Sergeant Dale", "Sgt Dale".
pub fn short_rank(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let text = &article.document.article.text;
    let mentions = article.facts.people.iter().flat_map(|person| &person.mentions);
    let edit = |name: usize| {
        let before = text[..name].strip_suffix(' ')?;
        let (rank, short) = SHORT.iter().find(|(rank, _)| before.ends_with(rank))?;
        let span = Span::new(before.len() - rank.len(), before.len());
        Some(Edit { span, words: (*short).to_owned() })
    };
    mentions.filter_map(|mention| edit(mention.span.start as usize)).collect()
}

/// "March 12", "12 March".
pub fn day_before_month(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let document = article.document;
    let edit = |(day, month): (usize, usize)| {
        let span = document.tokens[month].span.cover(document.tokens[day].span);
        let words = format!("{} {}", document.word(day), document.word(month));
        // "Friday, March 12, 1999": the comma after the day belongs to that order.
        let american = month < day && !document.is(day + 1, ",");
        american.then_some(Edit { span, words })
    };
    days(article).filter_map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::planting::tests::edits;

    #[test]
    fn the_same_is_said_in_other_letters() {
        let text =
            "On March 12 Sergeant Tom Reed saw 7 farms and 1,284 sheep, 5% of £5 million. \"It's cold,\" he said.";
        for (plant, expected) in [
            (number_in_words as fn(&Read, &Read, &mut Random) -> Vec<Edit>, "7 -> seven"),
            (thousands_marks, "1,284 -> 1284"),
            (percent_sign, "% ->  per cent"),
            (short_magnitude, " million -> m"),
            (curly_marks, "\"It's cold,\" -> “It’s cold,”"),
            (short_rank, "Sergeant -> Sgt"),
            (day_before_month, "March 12 -> 12 March"),
        ] {
            assert_eq!(edits(plant, text, text), [expected]);
        }
    }

    #[test]
    fn what_is_so_already_stays() {
        let text = "On 12 March Sgt Tom Reed saw 1284 sheep, five per cent of £5m. “It’s cold,” he said.";
        for plant in [thousands_marks, percent_sign, short_magnitude, curly_marks, short_rank, day_before_month] {
            assert_eq!(edits(plant, text, text), [""; 0]);
        }
    }
}
