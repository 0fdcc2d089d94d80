//! Bytes per second of each stage on one thread, over generated articles:
//! `cargo bench --bench speed`.
//!
//! `NEWSFACTS_ARTICLES=PATH` uses the articles of a file of your own instead.
//!
//! `b_segment` is the measure for the rest: `h_analysis`, which includes it, should take at most
//! three times as long.

#[path = "../examples/measure/archive/generator.rs"]
mod generator;

use std::{env, sync::LazyLock};

use divan::{Bencher, black_box, counter::BytesCount};
use newsfacts::{
    check::{Prepared, Subject, across, within},
    extract::{extract, extract_all, figures, officials, quotes},
    pipeline::{Pool, TOGETHER, analyse, with_facts, with_keys},
    read::{Fields, Place, RawArticle, Selection, raw_articles},
    resolve::resolve,
    segment::segment,
    types::{Article, Buffers, Document, Places},
    write::{ndjson, record},
};

/// The allocator of the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// About 2 MB of text.
const ARTICLES: u64 = 800;

/// The environment variable with the path of other articles.
const OWN: &str = "NEWSFACTS_ARTICLES";

static RAW: LazyLock<Vec<RawArticle>> = LazyLock::new(|| {
    if let Some(path) = env::var_os(OWN) {
        let selection = Selection { paths: vec![path.into()], limit: 1 << 20, ..Selection::default() };
        return raw_articles(selection).take(ARTICLES as usize).filter_map(Result::ok).collect();
    }
    let templates = generator::templates("corpus".as_ref());
    let place = Place::of("archive.jsonl".as_ref());
    let raw = |number| RawArticle::json_line(place.clone(), generator::article(&templates, 1, number).into_bytes());
    (0..ARTICLES).map(raw).collect()
});

static ALL: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let read = |raw: &RawArticle| raw.article(&Fields::default()).unwrap().unwrap();
    RAW.iter().map(read).collect()
});

static DOCUMENTS: LazyLock<Vec<Document>> =
    LazyLock::new(|| ALL.iter().map(|article| segment(article, Buffers::default())).collect());

fn main() {
    divan::main();
}

/// Runs `work` on every article, and counts bytes of text.
fn over_articles(bencher: Bencher, mut work: impl FnMut(&'static Article)) {
    let bytes: usize = ALL.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| ALL.iter().for_each(&mut work));
}

/// Like [`over_articles`], on documents that are already segmented, with as many together as in the
/// command.
fn over_documents<T>(bencher: Bencher, work: impl Fn(&'static [Document<'static>]) -> T) {
    let bytes: usize = ALL.iter().map(|article| article.text.len()).sum();
    LazyLock::force(&DOCUMENTS);
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for documents in DOCUMENTS.chunks(TOGETHER) {
            black_box(work(documents));
        }
    });
}

#[divan::bench]
fn a_read_json_lines(bencher: Bencher) {
    let bytes: usize = RAW.iter().map(|raw| raw.bytes.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for raw in RAW.iter() {
            let _ = black_box(raw.article(&Fields::default()));
        }
    });
}

#[divan::bench]
fn b_segment(bencher: Bencher) {
    let mut buffers = Buffers::default();
    over_articles(bencher, |article| {
        buffers = black_box(segment(article, std::mem::take(&mut buffers))).recycle();
    });
}

#[divan::bench]
fn c_figures(bencher: Bencher) {
    over_documents(bencher, figures::extract_all);
}

#[divan::bench]
fn d_quotes(bencher: Bencher) {
    over_documents(bencher, quotes::extract_all);
}

#[divan::bench]
fn e_officials(bencher: Bencher) {
    over_documents(bencher, officials::extract_all);
}

#[divan::bench]
fn f_extract_and_resolve(bencher: Bencher) {
    over_documents(bencher, |documents| {
        let extracted = documents.iter().zip(extract_all(documents));
        extracted.map(|(document, extracted)| resolve(document, extracted)).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn g_check_within(bencher: Bencher) {
    let facts: Vec<_> = DOCUMENTS.iter().map(|document| resolve(document, extract(document))).collect();
    let subjects: Vec<_> = DOCUMENTS.iter().zip(&facts).collect();
    let bytes: usize = ALL.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for some in subjects.chunks(TOGETHER) {
            let places: Vec<_> = some.iter().map(|(document, _)| Places::new(document.article)).collect();
            let with_places = some.iter().zip(&places);
            let prepared: Vec<_> = with_places
                .map(|(&(document, facts), places)| Prepared::new(Subject { document, facts, places }))
                .collect();
            black_box(within::check_all(&prepared));
        }
    });
}

#[divan::bench]
fn h_analysis(bencher: Bencher) {
    let bytes: usize = ALL.iter().map(|article| article.text.len()).sum();
    let articles: Vec<&Article> = ALL.iter().collect();
    let mut pool = Pool::default();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for some in articles.chunks(TOGETHER) {
            black_box(with_facts(some, &mut pool, |_, facts| _ = black_box(facts)));
        }
    });
}

/// Like [`h_analysis`], and compares all articles at the end.
#[divan::bench(sample_count = 10)]
fn i_analysis_and_check_across(bencher: Bencher) {
    let bytes: usize = ALL.iter().map(|article| article.text.len()).sum();
    let articles: Vec<&Article> = ALL.iter().collect();
    let mut pool = Pool::default();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let keys = articles.chunks(TOGETHER).flat_map(|some| {
            with_keys(some, &mut pool, |_, facts, keys| {
                black_box(facts);
                keys
            })
        });
        black_box(across::check(keys.collect()).len())
    });
}

#[divan::bench]
fn j_write_ndjson(bencher: Bencher) {
    let analysed: Vec<_> = ALL.iter().map(analyse).collect();
    let lines = || analysed.iter().map(|(document, facts)| ndjson::lines(&record::records(document, facts)).len());
    bencher.counter(BytesCount::new(lines().sum::<usize>())).bench_local(|| black_box(lines().sum::<usize>()));
}
