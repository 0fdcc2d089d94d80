//! The day an article speaks from.

use jiff::civil::Date;

use crate::{
    lexicon::{LEXICON, TimeWord},
    types::{BlockKind, Document, Tags},
};

/// The day of publication, else the first full date of a dateline block.
pub fn dateline(document: &Document) -> Option<Date> {
    if let Some(published) = document.article.published {
        return Some(published.date());
    }
    let datelines = document.blocks.iter().filter(|block| block.kind == BlockKind::Dateline);
    datelines.filter_map(|block| full_date(document, block.tokens.start as usize..block.tokens.end as usize)).next()
}

/// `23 September 2015`, `September 23, 2015` among the tokens.
fn full_date(document: &Document, tokens: std::ops::Range<usize>) -> Option<Date> {
    let at = tokens.clone().find(|&at| document.tags(at).any(Tags::MONTH))?;
    let Some(&TimeWord::Month(month)) = LEXICON.times.get(document.tokens[at].word) else { return None };
    let number =
        |at: usize| document.tags(at).any(Tags::DIGITS).then(|| document.word(at).parse::<i16>().ok()).flatten();
    let behind = (at + 1..tokens.end.min(at + 6)).filter_map(number);
    let before = (tokens.start.max(at.saturating_sub(2))..at).rev().filter_map(number);
    let year = behind.clone().find(|year| (1800..=2200).contains(year))?;
    let day = before.chain(behind).find(|day| (1..=31).contains(day))?;
    Date::new(year, month, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn a_dateline_dates_the_article() {
        for line in
            ["00:01, 23 September 2015", "Wednesday, September 23rd, 2015", "Published Sept. 23, 2015 at 9:30 am"]
        {
            let text = format!("Bridge shut\n{line}\nThe bridge was shut on Monday.");
            let article = Article::new("a", None, &text);
            let document = segment(&article, Buffers::default());
            assert_eq!(document.dateline.map(|date| date.to_string()).as_deref(), Some("2015-09-23"), "{line}");
        }
    }

    #[test]
    fn prose_does_not() {
        let article = Article::new("a", None, "Bridge shut\nIt was built on 3 May 1888 by hand.");
        assert_eq!(segment(&article, Buffers::default()).dateline, None);
    }
}
