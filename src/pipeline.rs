//! Takes articles through all stages: batches of them on all cores, with the results in the order
//! of the input.

use std::{
    panic::{self, AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
};

use rayon::prelude::*;

use crate::{
    check::{
        Prepared, Subject,
        across::{self, Keys},
        within,
    },
    extract::extract_all,
    read::{Fault, Fields, Place, RawArticle, Reason, Seen},
    resolve::resolve,
    segment::segment,
    types::{Article, ArticleFacts, Buffers, Document, Places},
};

/// Maximum number of articles that go through a stage together: enough of them that the code of the
/// stage stays in the processor's cache, few enough that their tokens stay there, too.
#[doc(hidden)]
pub const TOGETHER: usize = 64;

/// Buffers of finished articles, reused by the next ones on the same thread.
pub type Pool = Vec<Buffers>;

/// Bytes of raw articles in a batch. At most five batches are in memory at once: two as articles
/// and three as results.
const BATCH: usize = 1 << 19;

/// Reads and analyses every article and passes the results to `sink`, in the order of the input.
///
/// While one batch is analysed, the next one is read, and another thread passes the results of
/// those before to `sink`, which may have to wait for a disk. `work` runs on all cores and turns
/// some articles into one result each, in their order; [`with_facts`] and [`with_keys`] do that.
/// `sink` receives the place of each item with its result or its [`Fault`], or `None` for a record
/// that is not an article, such as a figure of an earlier run. `seen` rejects articles that were
/// read before.
///
/// # Errors
///
/// The first error of `sink` ends the run and is returned.
///
/// Where `work` panics, it gets the articles one by one, and those that make it panic become faults.
///
/// # Panics
///
/// Panics if `work` does not give one result for each article.
///
/// # Examples
///
/// ```
/// use newsfacts::{
///     pipeline,
///     read::{self, Fields, Seen, Selection},
///     write::{ndjson, record},
/// };
///
/// let selection = Selection { paths: vec!["corpus".into()], ..Selection::default() };
/// let (mut lines, mut faults) = (Vec::new(), 0);
/// pipeline::run(
///     read::raw_articles(selection),
///     &Fields::default(),
///     &mut Seen::default(),
///     |articles, pool| {
///         pipeline::with_facts(articles, pool, |document, facts| ndjson::lines(&record::records(document, facts)))
///     },
///     |_place, result| {
///         match result {
///             Some(Ok(records)) => lines.extend(records),
///             Some(Err(_fault)) => faults += 1,
///             None => {} // A record that is not an article, such as a figure of an earlier run.
///         }
///         Ok::<(), std::io::Error>(())
///     },
/// )?;
/// assert!(lines.starts_with(br#"{"type":"article","schema":1,"#) && faults == 0);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn run<T: Send, E: Send>(
    mut raw_articles: impl Iterator<Item = Result<RawArticle, Fault>> + Send,
    fields: &Fields,
    seen: &mut Seen,
    work: impl Fn(&[&Article], &mut Pool) -> Vec<T> + Sync,
    mut sink: impl FnMut(&Place, Option<Result<T, Fault>>) -> Result<(), E> + Send,
) -> Result<(), E> {
    thread::scope(|scope| {
        let (results, done) = mpsc::sync_channel::<Vec<Placed<T>>>(1);
        let writer =
            scope.spawn(move || done.into_iter().flatten().try_for_each(|(place, result)| sink(&place, result)));
        let mut batch = next_batch(&mut raw_articles, fields, seen);
        while !batch.is_empty() {
            let read = || next_batch(&mut raw_articles, fields, seen);
            let (analysed, next) = rayon::join(|| analyse_batch(batch, &work), read);
            if results.send(analysed).is_err() {
                break; // Nobody listens after an error.
            }
            batch = next;
        }
        drop(results);
        writer.join().unwrap_or_else(|panic| panic::resume_unwind(panic))
    })
}

/// Analyses one article: returns its document, and everything found in it.
///
/// The spans of facts refer to the document; [`Document::text`] gives their words.
///
/// To analyse many articles one after another, use [`with_facts`], which reuses the memory of each
/// for the next.
///
/// ```
/// let article = newsfacts::Article::new("mill", None, "The mill employs 45 people, said its owner, Ada Thorn.");
/// let (document, facts) = newsfacts::analyse(&article);
/// assert_eq!(document.text(facts.figures[0].span), "45");
/// ```
pub fn analyse(article: &Article) -> (Document<'_>, ArticleFacts) {
    let (document, facts, ()) = only(stages(&[article], &mut Pool::new(), |_| ()));
    (document, facts)
}

/// Like [`analyse`], and also returns the keys by which the article is compared with others.
pub fn analyse_with_keys(article: &Article) -> (Document<'_>, ArticleFacts, Keys) {
    only(stages(&[article], &mut Pool::new(), across::keys))
}

/// Analyses some articles and returns what `work` makes of the facts of each, in their order.
///
/// Buffers are taken from `pool` and put back into it.
pub fn with_facts<T>(articles: &[&Article], pool: &mut Pool, work: impl Fn(&Document, &ArticleFacts) -> T) -> Vec<T> {
    with(articles, pool, |_| (), |document, facts, ()| work(document, facts))
}

/// Like [`with_facts`], and also gives `work` the keys by which an article is compared with others.
pub fn with_keys<T>(
    articles: &[&Article],
    pool: &mut Pool,
    work: impl Fn(&Document, &ArticleFacts, Keys) -> T,
) -> Vec<T> {
    with(articles, pool, across::keys, work)
}

fn with<L, T>(
    articles: &[&Article],
    pool: &mut Pool,
    leave: impl Fn(&Prepared) -> L,
    work: impl Fn(&Document, &ArticleFacts, L) -> T,
) -> Vec<T> {
    let use_up = |(document, facts, left): (Document, ArticleFacts, L)| {
        let result = work(&document, &facts, left);
        (result, document.recycle())
    };
    let (results, used): (Vec<T>, Vec<Buffers>) = stages(articles, pool, leave).into_iter().map(use_up).unzip();
    pool.extend(used);
    results
}

/// Takes some articles through one stage after the other, so that the code of a stage and what the
/// processor has learnt of its branches serve all of them. `leave` makes what is kept of an
/// article.
fn stages<'a, T>(
    articles: &[&'a Article],
    pool: &mut Pool,
    leave: impl Fn(&Prepared) -> T,
) -> Vec<(Document<'a>, ArticleFacts, T)> {
    let documents: Vec<Document> =
        articles.iter().map(|article| segment(article, pool.pop().unwrap_or_default())).collect();
    let extracted = extract_all(&documents);
    let mut facts: Vec<ArticleFacts> =
        documents.iter().zip(extracted).map(|(document, extracted)| resolve(document, extracted)).collect();
    let places: Vec<Places> = articles.iter().map(|article| Places::new(article)).collect();
    let subjects = documents.iter().zip(&facts).zip(&places);
    let prepared: Vec<Prepared> =
        subjects.map(|((document, facts), places)| Prepared::new(Subject { document, facts, places })).collect();
    let findings = within::check_all(&prepared);
    let left: Vec<T> = prepared.iter().map(leave).collect();
    drop(prepared);
    for (facts, findings) in facts.iter_mut().zip(findings) {
        facts.findings = findings;
    }
    documents.into_iter().zip(facts).zip(left).map(|((document, facts), left)| (document, facts, left)).collect()
}

/// The result for the only article.
fn only<T>(mut made: Vec<T>) -> T {
    made.pop().expect("each article is made into something")
}

/// The place of an item of the input, and its result; `None` for a record that is not an article.
type Placed<T> = (Place, Option<Result<T, Fault>>);

/// Reads the next articles, parses them on all cores, and then rejects repeated ones in their
/// order.
fn next_batch(
    raw_articles: &mut impl Iterator<Item = Result<RawArticle, Fault>>,
    fields: &Fields,
    seen: &mut Seen,
) -> Vec<Placed<Article>> {
    let mut bytes = 0;
    let mut batch = Vec::new();
    while bytes < BATCH {
        let Some(item) = raw_articles.next() else { break };
        bytes += item.as_ref().map_or(size_of::<Fault>(), |raw| raw.bytes.len() + size_of::<RawArticle>());
        batch.push(item);
    }
    let understand = |item: Result<RawArticle, Fault>| match item {
        Ok(raw) => (raw.place.clone(), raw.article(fields).transpose()),
        Err(fault) => (fault.place.clone(), Some(Err(fault))),
    };
    let mut batch: Vec<Placed<Article>> = batch.into_par_iter().map(understand).collect();
    for (place, article) in &mut batch {
        if let Some(Ok(found)) = article
            && let Err(reason) = seen.admit(found)
        {
            *article = Some(Err(place.clone().fault(reason)));
        }
    }
    batch
}

fn analyse_batch<T: Send>(
    batch: Vec<Placed<Article>>,
    work: &(impl Fn(&[&Article], &mut Pool) -> Vec<T> + Sync),
) -> Vec<Placed<T>> {
    let analyse_some = |pool: &mut Pool, some: Vec<Placed<Article>>| -> Vec<Placed<T>> {
        let articles: Vec<&Article> = some.iter().filter_map(|(_, item)| item.as_ref()?.as_ref().ok()).collect();
        let mut results = attempt(&articles, pool, work).into_iter();
        let made = |(place, item): Placed<Article>| match item {
            Some(Ok(_)) => {
                let result = results.next().flatten().ok_or_else(|| place.clone().fault(Reason::Unanalysable));
                (place, Some(result))
            }
            Some(Err(fault)) => (place, Some(Err(fault))),
            None => (place, None),
        };
        some.into_iter().map(made).collect()
    };
    // Two shares for each thread, so that none waits long for another.
    let share = batch.len().div_ceil(2 * rayon::current_num_threads());
    let some = batch.into_par_iter().chunks(share.clamp(1, TOGETHER));
    some.map_init(Pool::default, analyse_some).flatten_iter().collect()
}

/// What `work` makes of each article; `None` for an article that makes it panic, which must not end a
/// run over millions.
fn attempt<T>(
    articles: &[&Article],
    pool: &mut Pool,
    work: &impl Fn(&[&Article], &mut Pool) -> Vec<T>,
) -> Vec<Option<T>> {
    let tried = catch_unwind(AssertUnwindSafe(|| work(articles, pool)));
    if let Ok(results) = tried {
        assert_eq!(results.len(), articles.len(), "work makes something of each article");
        return results.into_iter().map(Some).collect();
    }
    // The panic may have left buffers half filled.
    pool.clear();
    let alone = |article: &&Article| catch_unwind(AssertUnwindSafe(|| work(&[article], &mut Pool::new()).pop()));
    articles.iter().map(|article| alone(article).ok().flatten()).collect()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;
    use crate::read::Source;

    /// The texts of the articles, with a panic for one of them.
    fn work(articles: &[&Article], _: &mut Pool) -> Vec<String> {
        assert!(articles.iter().all(|article| article.text != "fault"), "a fault of ours");
        articles.iter().map(|article| article.text.to_string()).collect()
    }

    #[test]
    fn an_article_that_cannot_be_analysed_is_a_fault_and_the_others_are_analysed() {
        let place = Place::in_source(Source { path: "mill.jsonl".into(), size: 0, modified: 0 });
        let lines = ["weir", "fault", "barge"].map(|text| format!(r#"{{"text":"{text}"}}"#));
        let raw = lines.into_iter().map(|line| Ok(RawArticle::json_line(place.at(1), line.into_bytes())));
        let mut found = Vec::new();
        let sink = |_: &Place, result: Option<Result<String, Fault>>| {
            found.push(result.expect("each line is an article").map_err(|fault| fault.reason.name()));
            Ok::<(), Infallible>(())
        };
        run(raw, &Fields::default(), &mut Seen::default(), work, sink).unwrap();
        assert_eq!(found, [Ok("weir".to_owned()), Err("unanalysable"), Ok("barge".to_owned())]);
    }
}
