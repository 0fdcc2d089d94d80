//! Properties of any text: spans are valid, words are in their article, and neither the number of
//! threads nor the order of articles changes what is found.

use std::sync::LazyLock;

use newsfacts::{
    check::across,
    pipeline::{self, Pool, analyse, analyse_with_keys, with_facts},
    read::{Fault, Fields, Place, RawArticle, Seen, Selection, Source, raw_articles},
    types::{Article, ArticleFacts, Finding, Span},
    write::{ndjson, record},
};
use proptest::{prelude::*, sample::Index};
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

/// Phrases from which rules start, to be mixed with anything else.
const STRETCHES: &[&str] = &[
    "more than 500 assault claims",
    "Crews saved 37 of 45 sheep",
    "1.2bn",
    "£5m ($7m)",
    "rose 3% to 5.4 million",
    "between 30 and 20",
    "four out of every five people",
    "31 September",
    "Monday 3 May 2016",
    "in 2014/15",
    "last year",
    "Zoë Lund, 46,",
    "“They were cold,”",
    "\"They were wet",
    "‘It’s over’",
    "said Inspector Ned Marsh of Tarn Police.",
    "He added:",
    "according to Mrs Lund",
    "said that",
    "Dr A. B. O'Neill-Smith, chairman of Tarn Council",
    "a police spokesman",
    "3 May 2024",
    "00:01, 23 September 2015",
    "99999999999999999999999999999999",
    "0.0000000000000000000000000001",
    "１２３",
    "…",
    "—",
    "\u{feff}",
    "\r\n",
];

fn text() -> impl Strategy<Value = String> {
    let stretch = prop_oneof![
        3 => prop::sample::select(STRETCHES).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => any::<String>().prop_map(|any| any.chars().take(12).collect()),
    ];
    let gap = prop::sample::select(vec![" ", " ", " ", ", ", ". ", "\n", "\n\n", ""]);
    prop::collection::vec((stretch, gap), 0..40)
        .prop_map(|parts| parts.into_iter().flat_map(|(stretch, gap)| [stretch, gap.to_owned()]).collect())
}

/// The articles of the corpus.
static CORPUS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let paths = vec!["corpus".into()];
    let raw = raw_articles(Selection { paths, limit: 1 << 20, ..Selection::default() }).map(Result::unwrap);
    raw.filter_map(|raw| raw.article(&Fields::default()).unwrap()).map(|article| article.text).collect()
});

/// A random piece of an article of the corpus, since rules look at what comes before and after.
fn piece() -> impl Strategy<Value = String> {
    (any::<Index>(), any::<Index>(), 1..200usize).prop_map(|(which, from, length)| {
        let starts: Vec<usize> = which.get(&CORPUS[..]).unicode_word_indices().map(|(start, _)| start).collect();
        let text = &which.get(&CORPUS[..])[starts[from.index(starts.len())]..];
        text.chars().take(length).collect()
    })
}

/// Paragraphs of the corpus in random order, some of them repeated.
fn patchwork() -> impl Strategy<Value = String> {
    let paragraph = (any::<Index>(), any::<Index>()).prop_map(|(which, at)| {
        let paragraphs: Vec<&str> = which.get(&CORPUS[..]).split("\n\n").collect();
        at.get(&paragraphs[..]).to_string()
    });
    let paragraphs = prop::collection::vec(paragraph, 1..8);
    (paragraphs, prop::collection::vec(any::<Index>(), 1..16)).prop_map(|(paragraphs, order)| {
        order.iter().map(|at| at.get(&paragraphs[..]).as_str()).collect::<Vec<_>>().join("\n\n")
    })
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() }
}

/// Every span in the facts of an article.
fn spans(facts: &ArticleFacts) -> Vec<Span> {
    let mut spans = Vec::new();
    for fact in &facts.figures {
        spans.push(fact.span);
        spans.extend(fact.detail.counted);
        spans.extend(fact.detail.head);
    }
    for fact in &facts.quotes {
        spans.push(fact.span);
        spans.extend(&fact.detail.content);
        spans.extend(fact.detail.cue);
        spans.extend(fact.detail.speaker.as_ref().map(|speaker| speaker.span));
    }
    for person in &facts.people {
        spans.extend(person.mentions.iter().map(|mention| mention.span));
        for office in &person.offices {
            spans.push(office.role);
            spans.extend(office.organisation);
            spans.extend(office.jurisdiction);
        }
    }
    spans
}

/// Checks every object of a record that has a place against the article's fields.
fn check_words(record: &Value, title: &str, text: &str) -> Result<(), TestCaseError> {
    match record {
        Value::Object(object) => {
            if let (Some(field), Some(start), Some(end)) = (object.get("field"), object.get("start"), object.get("end"))
            {
                let field = if field == "title" { title } else { text };
                let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
                let words: String = field.chars().skip(start).take(end - start).collect();
                prop_assert_eq!(&object["text"], &words);
            }
            object.values().try_for_each(|value| check_words(value, title, text))
        }
        Value::Array(values) => values.iter().try_for_each(|value| check_words(value, title, text)),
        _ => Ok(()),
    }
}

/// The records of some texts in one run, in which the only faults may be texts without words.
fn lines(texts: &[String], threads: usize) -> Vec<u8> {
    let raw = |(text, line): (&String, u64)| {
        let place = Place::in_source(Source { path: "a".to_owned(), ..Source::default() }).at(line);
        let bytes = serde_json::json!({ "id": line, "text": text }).to_string().into_bytes();
        Ok::<_, Fault>(RawArticle::json_line(place, bytes))
    };
    let raws: Vec<_> = texts.iter().zip(1..).map(raw).collect();
    let mut lines = Vec::new();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let take = |_: &Place, result: Option<Result<Vec<u8>, Fault>>| {
        match result.expect("each is an article") {
            Ok(records) => lines.extend(records),
            Err(fault) => assert_eq!(fault.reason.name(), "without text", "{fault}"),
        }
        Ok::<(), ()>(())
    };
    let work = |articles: &[&Article], pool: &mut Pool| {
        with_facts(articles, pool, |document, facts| ndjson::lines(&record::records(document, facts)))
    };
    let (fields, mut seen) = (Fields::default(), Seen::default());
    pool.install(|| pipeline::run(raws.into_iter(), &fields, &mut seen, work, take)).unwrap();
    lines
}

/// The findings within and across some articles.
fn all_findings<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<Finding> {
    let (mut found, mut keys) = (Vec::<Finding>::new(), Vec::new());
    for article in articles {
        let (_, facts, left) = analyse_with_keys(article);
        keys.push(left);
        found.extend(facts.findings);
    }
    found.extend(across::check(keys));
    found
}

/// The findings of all articles as text, in sorted order.
fn findings<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<String> {
    let mut found: Vec<String> = all_findings(articles).iter().map(|finding| format!("{finding:?}")).collect();
    found.sort();
    found
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn spans_lie_in_one_field_on_character_boundaries(title in text(), body in text()) {
        let article = Article::new("a", Some(&title), &body);
        let (_, facts) = analyse(&article);
        for span in spans(&facts) {
            prop_assert!(span.start <= span.end);
            prop_assert!(article.text.get(span.range()).is_some(), "{span:?}");
            prop_assert!(article.title.contains(span) || article.body.contains(span), "{span:?} of {article:?}");
        }
        for list in [facts.figures.iter().map(|fact| fact.span).collect::<Vec<_>>(), facts.quotes.iter().map(|fact| fact.span).collect()] {
            prop_assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn an_article_can_begin_and_end_anywhere(pieces in prop::collection::vec(piece(), 16)) {
        for piece in pieces {
            let article = Article::new("a", None, &piece);
            let (_, facts) = analyse(&article);
            prop_assert!(spans(&facts).iter().all(|span| article.body.contains(*span)), "{piece:?}");
        }
    }

    #[test]
    fn the_words_of_every_record_stand_where_it_says(title in text(), body in text()) {
        let article = Article::new("a", Some(&title), &body);
        let (document, facts) = analyse(&article);
        let lines = ndjson::lines(&record::records(&document, &facts));
        let lines = lines.strip_suffix(b"\n").expect("a line ends as one");
        for line in lines.split(|&byte| byte == b'\n') {
            let record: Value = serde_json::from_slice(line).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert!(record["type"].is_string(), "{record}");
            check_words(&record, &title, &body)?;
        }
    }

    #[test]
    fn threads_do_not_change_a_byte(texts in prop::collection::vec(text(), 0..12)) {
        let one = lines(&texts, 1);
        // A text that looks like markup may have no words.
        let whole = texts.iter().filter(|text| text.contains(char::is_alphanumeric) && !text.contains(['<', '&']));
        let articles = memchr::memmem::find_iter(&one, br#"{"type":"article","#).count();
        prop_assert!(articles >= whole.count(), "only {articles} were read of {texts:?}");
        prop_assert_eq!(one, lines(&texts, 4));
    }

    /// Articles go through the stages together, but each is read as if it were alone.
    #[test]
    fn company_does_not_change_what_is_found(bodies in prop::collection::vec(text(), 1..8)) {
        let articles: Vec<Article> =
            bodies.iter().enumerate().map(|(at, body)| Article::new(format!("article {at}"), None, body)).collect();
        let alone: Vec<ArticleFacts> =
            articles.iter().map(|article| analyse(article).1).collect();
        let mut pool = Pool::default();
        let together = with_facts(&articles.iter().collect::<Vec<_>>(), &mut pool, |_, facts| facts.clone());
        prop_assert_eq!(alone, together);
        prop_assert_eq!(pool.len(), articles.len());
    }

    #[test]
    fn the_order_of_articles_does_not_change_the_findings(bodies in prop::collection::vec(text(), 0..8)) {
        let articles: Vec<Article> =
            bodies.iter().enumerate().map(|(at, body)| Article::new(format!("article {at}"), None, body)).collect();
        prop_assert_eq!(findings(articles.iter()), findings(articles.iter().rev()));
    }

    /// Ids must be unique in the database.
    #[test]
    fn nothing_is_told_twice(bodies in prop::collection::vec(patchwork(), 1..4)) {
        let articles: Vec<Article> =
            bodies.iter().enumerate().map(|(at, body)| Article::new(format!("article {at}"), None, body)).collect();
        let told = all_findings(articles.iter());
        let mut ids: Vec<_> = told.iter().map(|finding| (finding.id(), finding)).collect();
        ids.sort_by_key(|(id, _)| *id);
        for pair in ids.windows(2) {
            prop_assert_ne!(pair[0].0, pair[1].0, "{:?}\n{:?}", pair[0].1, pair[1].1);
        }
        for article in &articles {
            let (document, facts) = analyse(article);
            let records = record::records(&document, &facts);
            let mut ids: Vec<_> = records
                .iter()
                .filter_map(|record| match record {
                    record::Record::Figure(record) => Some(("figure", &record.id)),
                    record::Record::Quote(record) => Some(("quote", &record.id)),
                    record::Record::Person(record) => Some(("person", &record.id)),
                    record::Record::Finding(record) => Some(("finding", &record.id)),
                    _ => None,
                })
                .collect();
            ids.sort();
            for pair in ids.windows(2) {
                prop_assert_ne!(pair[0], pair[1]);
            }
        }
    }
}
