//! The whole program on one screen: batches of articles go through the stages on all cores, results
//! come out in the order of the input.

use rayon::prelude::*;

use crate::{
    check::{Subject, across::Keys, check_and_key, within},
    extract::extract,
    read::{Fault, Fields, Place, RawArticle, Seen},
    resolve::resolve,
    segment::segment,
    types::{Article, ArticleFacts, Buffers, Document, Places},
};

/// Bytes of raw articles in a batch; three batches are in memory at any time.
const BATCH: usize = 1 << 19;

/// Reads, analyses and hands on every article, in the order of the input, whatever the number of threads.
///
/// While one batch is analysed, the results of the one before are handed to `sink` and the next is
/// read. `work` turns an article into what `sink` wants, by [`with_facts`] or [`with_keys`]; it runs on all
/// cores. Of a record that is no article `sink` hears only where it stands. The first error of `sink` ends the run.
pub fn run<T: Send, E: Send>(
    mut raw_articles: impl Iterator<Item = Result<RawArticle, Fault>> + Send,
    fields: &Fields,
    seen: &mut Seen,
    work: impl Fn(&Article, &mut Buffers) -> T + Sync,
    mut sink: impl FnMut(&Place, Option<Result<T, Fault>>) -> Result<(), E> + Send,
) -> Result<(), E> {
    let mut batch = next_batch(&mut raw_articles, fields, seen);
    let mut done = Vec::new();
    while !batch.is_empty() || !done.is_empty() {
        let hand_on_and_read = || {
            done.into_iter().try_for_each(|(place, result)| sink(&place, result))?;
            Ok(next_batch(&mut raw_articles, fields, seen))
        };
        let (results, next) = rayon::join(|| analyse_batch(batch, &work), hand_on_and_read);
        (done, batch) = (results, next?);
    }
    Ok(())
}

/// One article's way from text to checked facts.
pub fn analyse(article: &Article, buffers: Buffers) -> (Document<'_>, ArticleFacts) {
    let document = segment(article, buffers);
    let mut facts = resolve(&document, extract(&document));
    let places = Places::new(article);
    facts.findings = within::check(Subject { document: &document, facts: &facts, places: &places });
    (document, facts)
}

/// As [`analyse`], with what the article leaves behind for comparing it with others.
pub fn analyse_with_keys(article: &Article, buffers: Buffers) -> (Document<'_>, ArticleFacts, Keys) {
    let document = segment(article, buffers);
    let mut facts = resolve(&document, extract(&document));
    let places = Places::new(article);
    let (findings, keys) = check_and_key(Subject { document: &document, facts: &facts, places: &places });
    facts.findings = findings;
    (document, facts, keys)
}

/// What `work` makes of an article's facts; the buffers are used and filled again.
pub fn with_facts<T>(article: &Article, buffers: &mut Buffers, work: impl FnOnce(&Document, &ArticleFacts) -> T) -> T {
    let (document, facts) = analyse(article, std::mem::take(buffers));
    let result = work(&document, &facts);
    *buffers = document.recycle();
    result
}

/// As [`with_facts`], with what the article leaves behind for comparing it with others.
pub fn with_keys<T>(
    article: &Article,
    buffers: &mut Buffers,
    work: impl FnOnce(&Document, &ArticleFacts, Keys) -> T,
) -> T {
    let (document, facts, keys) = analyse_with_keys(article, std::mem::take(buffers));
    let result = work(&document, &facts, keys);
    *buffers = document.recycle();
    result
}

/// What was made of something in the input, and where it stands.
type Placed<T> = (Place, Option<Result<T, Fault>>);

/// The next articles, understood on all cores, then checked for repetition in their order.
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
    work: &(impl Fn(&Article, &mut Buffers) -> T + Sync),
) -> Vec<Placed<T>> {
    let analyse_one = |buffers: &mut Buffers, (place, article): Placed<Article>| {
        let result = article.map(|article| article.map(|article| work(&article, buffers)));
        (place, result)
    };
    batch.into_par_iter().map_init(Buffers::default, analyse_one).collect()
}
