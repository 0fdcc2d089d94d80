//! Pages of our own in the layouts of news sites: how much of the article is extracted, and how
//! little else.
//!
//! The measure is token F1 against the paragraphs of which the page was built; the average over all
//! layouts has a floor.

#![cfg(feature = "html")]

use std::{collections::HashMap, fs};

use newsfacts::read::{Fields, Selection, raw_articles};

/// Minimum F1, on average and for each layout.
const AVERAGE: f64 = 0.95;
const EACH: f64 = 0.80;

const SUBJECTS: [&str; 8] =
    ["council", "harbour board", "ferry crew", "school", "union", "clinic", "bakers", "inspector"];
const ACTIONS: [&str; 8] = [
    "refused to pay for",
    "has put off",
    "voted to mend",
    "will close",
    "praised",
    "asked again about",
    "sold",
    "counted",
];
const THINGS: [&str; 8] = [
    "the old bridge",
    "forty new boats",
    "its winter rota",
    "the east pier",
    "a second hall",
    "the flood wall",
    "nine buses",
    "the market",
];

/// The paragraphs of one article.
fn paragraphs(seed: usize) -> Vec<String> {
    let pick = |list: &[&'static str; 8], at: usize| list[(seed * 5 + at * 3 + at * at) % 8];
    let sentence = |at: usize| {
        let (subject, action, thing) = (pick(&SUBJECTS, at), pick(&ACTIONS, at + seed), pick(&THINGS, at * 2 + 1));
        format!(
            "On day {} the {subject} of Tarn, which had waited {at} weeks, {action} {thing}, said Ann Lee.",
            at + seed
        )
    };
    (0..7 + seed % 4)
        .map(|at| (0..1 + (at + seed) % 3).map(|more| sentence(at * 3 + more)).collect::<Vec<_>>().join(" "))
        .collect()
}

fn joined(paragraphs: &[String], open: &str, close: &str) -> String {
    paragraphs.iter().map(|text| format!("{open}{text}{close}\n")).collect()
}

const MENU: &str = "<nav class=\"main-nav\"><ul><li><a href=\"/\">Home</a></li><li><a href=\"/news\">News</a></li>\
    <li><a href=\"/sport\">Sport</a></li><li><a href=\"/weather\">Weather</a></li></ul></nav>";
const COOKIES: &str = "<div id=\"cookie-consent\" class=\"cookie-banner\"><p>We and our partners use cookies to store \
    information on your device and to show you advertising. You can change your choice at any time.</p><button>Accept</button></div>";
const RELATED: &str = "<aside class=\"related\"><h3>Read more</h3><ul><li><a href=\"/1\">Ten walks near the lake for a \
    rainy day</a></li><li><a href=\"/2\">Why the ferry was late again this week</a></li></ul></aside>";
const SHARE: &str =
    "<div class=\"share social\"><a href=\"#\">Share</a> <a href=\"#\">Tweet</a> <a href=\"#\">Email</a></div>";
const FOOTER: &str = "<footer><p>Copyright Tarn Echo. All rights reserved.</p><a href=\"/terms\">Terms</a> \
    <a href=\"/privacy\">Privacy</a></footer>";
const NEWSLETTER: &str = "<div class=\"newsletter-signup\"><h4>Get our newsletter</h4><p>News of the town in your inbox.</p>\
    <form><input type=\"email\"><button>Sign up</button></form></div>";
const COMMENTS: &str = "<section id=\"comments\" class=\"comments\"><h3>Comments</h3><div class=\"comment\"><p>I have lived \
    here for years, and never saw the like.</p></div><div class=\"comment\"><p>They should all go.</p></div></section>";

/// A layout: its name, and the body of the page around the paragraphs.
type Layout = (&'static str, fn(&[String]) -> String);

const LAYOUTS: [Layout; 32] = [
    ("semantic", |text| {
        format!(
            "{MENU}<main><article><h1>Title</h1>{}{SHARE}</article></main>{RELATED}{FOOTER}",
            joined(text, "<p>", "</p>")
        )
    }),
    ("nested divisions", |text| {
        format!(
            "{MENU}<div id=\"page\"><div class=\"col-8\"><div class=\"story-body\"><div class=\"inner\">{}</div></div></div>\
            <div class=\"col-4 sidebar\">{RELATED}{NEWSLETTER}</div></div>{FOOTER}",
            joined(text, "<p>", "</p>")
        )
    }),
    ("a division for each paragraph", |text| {
        format!(
            "{MENU}<article>{}</article>{FOOTER}{COOKIES}",
            joined(text, "<div class=\"text-block\"><p>", "</p></div>")
        )
    }),
    ("line breaks", |text| format!("{MENU}<div class=\"article-text\">{}</div>{FOOTER}", text.join("<br><br>"))),
    ("table", |text| {
        format!(
            "<table><tr><td colspan=\"2\">{MENU}</td></tr><tr><td width=\"150\">{RELATED}</td><td class=\"content\">{}\
            </td></tr></table>{FOOTER}",
            joined(text, "<p>", "</p>")
        )
    }),
    ("interrupted", |text| {
        let (first, last) = text.split_at(text.len() / 2);
        format!(
            "{MENU}<article>{}{NEWSLETTER}{RELATED}{}{SHARE}</article>{FOOTER}",
            joined(first, "<p>", "</p>"),
            joined(last, "<p>", "</p>")
        )
    }),
    ("comments", |text| {
        format!(
            "{MENU}<div class=\"post\"><div class=\"entry-content\">{}</div>{SHARE}</div>{COMMENTS}{FOOTER}",
            joined(text, "<p>", "</p>")
        )
    }),
    ("subheadings", |text| {
        let (first, last) = text.split_at(text.len() / 2);
        format!(
            "{MENU}<main><div class=\"article__body\">{}<h2>Next</h2>{}</div></main>{FOOTER}",
            joined(first, "<p>", "</p>"),
            joined(last, "<p>", "</p>")
        )
    }),
    ("sections", |text| {
        format!(
            "{COOKIES}{MENU}<article>{}</article>{FOOTER}",
            joined(text, "<section class=\"paragraph\"><p>", "</p></section>")
        )
    }),
    ("cards around", |text| {
        let cards = RELATED.repeat(6);
        format!(
            "{MENU}<div class=\"grid\">{cards}</div><div class=\"story\">{}</div><div class=\"grid\">{cards}</div>{FOOTER}",
            joined(text, "<p>", "</p>")
        )
    }),
    ("inline links", |text| {
        let linked: Vec<String> =
            text.iter().map(|text| text.replace("Ann Lee", "<a href=\"/lee\">Ann Lee</a>")).collect();
        format!("{MENU}<div itemprop=\"articleBody\">{}</div>{RELATED}{FOOTER}", joined(&linked, "<p>", "</p>"))
    }),
    ("figure and quotation", |text| {
        let (first, last) = text.split_at(2);
        format!(
            "{MENU}<article>{}<figure><img src=\"x.jpg\"></figure>{}</article>{COOKIES}{FOOTER}",
            joined(first, "<p>", "</p>"),
            joined(last, "<p>", "</p>")
        )
    }),
    ("promotions between", |text| {
        let promotion =
            "<p><strong>Read more:</strong> <a href=\"/x\">The ferry that never came, and who paid for it</a></p>";
        let with: Vec<String> = text.iter().map(|text| format!("<p>{text}</p>{promotion}")).collect();
        format!("{MENU}<article class=\"story\">{}</article>{RELATED}{FOOTER}", with.concat())
    }),
    ("short", |text| {
        format!(
            "{MENU}{COOKIES}<article>{}</article>{RELATED}{NEWSLETTER}{COMMENTS}{FOOTER}",
            joined(&text[..2], "<p>", "</p>")
        )
    }),
    ("byline and tags inside", |text| {
        format!(
            "{MENU}<article><header><h1>Title</h1><p class=\"byline\">By <a href=\"/lee\">Ann Lee</a></p><time datetime=\"2024-05-03\">\
            3 May 2024</time></header>{}<ul class=\"tags\"><li><a href=\"/t/1\">Harbour</a></li><li><a href=\"/t/2\">Council</a></li>\
            </ul></article>{FOOTER}",
            joined(text, "<p>", "</p>")
        )
    }),
    ("told to machines", |text| {
        let body = text.join("\\n\\n");
        format!(
            "{MENU}<div id=\"app\"><p>{}</p><p>Subscribe to go on reading.</p></div>{FOOTER}<script type=\"application/ld+json\">\
            {{\"@type\":\"NewsArticle\",\"headline\":\"Title\",\"articleBody\":\"{body}\"}}</script>",
            text[0]
        )
    }),
    ("live report", |text| {
        let entries: String = text
            .iter()
            .map(|text| {
                format!("<article class=\"entry\"><header><time>9:10</time></header><div><p>{text}</p></div></article>")
            })
            .collect();
        format!("{MENU}<main><h1>Title</h1><div class=\"live\">{entries}</div></main>{RELATED}{FOOTER}")
    }),
    ("mostly a list", |text| {
        let (first, rest) = text.split_at(1);
        format!(
            "{MENU}<article><h1>Title</h1><p>{}</p><ul>{}</ul></article>{RELATED}{FOOTER}",
            first[0],
            joined(rest, "<li>", "</li>")
        )
    }),
    ("links between", |text| {
        let links = "<section class=\"recirc\"><h2>You may also like</h2><ul><li><a href=\"/1\">Ten walks near the \
            lake</a></li><li><a href=\"/2\">Why the ferry was late</a></li></ul></section>";
        between(text, links)
    }),
    ("cards between", |text| {
        let card = "<div class=\"teaser\"><a href=\"/1\"><figure><img src=\"1.jpg\"></figure><span>Ten walks near the \
            lake</span></a></div>";
        between(text, &format!("<div class=\"teasers\">{}</div>", card.repeat(4)))
    }),
    ("words that open links", |text| {
        between(
            text,
            "<p><strong>More of the harbour:</strong></p><ul><li><a href=\"/1\">Ten walks near the lake</a></li></ul>",
        )
    }),
    ("pull quotation", |text| {
        let quoted = text[3].split(',').next().unwrap_or_default();
        between(text, &format!("<aside class=\"pull-quote\"><a href=\"/q\"></a>{quoted}</aside>"))
    }),
    ("player between", |text| {
        between(
            text,
            "<div class=\"player\"><div class=\"vjs-modal-dialog\">The player is loading. This is the beginning of a \
            window; Escape closes it.</div></div>",
        )
    }),
    ("letter between", |text| {
        between(
            text,
            "<div class=\"inline-signup\"><p>Have all the news of the town in your inbox before seven.</p><form><input>\
            <button>Sign up</button></form></div>",
        )
    }),
    ("comments like the text", |text| {
        let comment = "<div class=\"ugc\"><b>Ned</b><p>I have moored on this shore for thirty years and never seen the \
            pier mended in time, whatever they told us.</p></div>";
        format!(
            "{MENU}<article><h1>Title</h1>{}</article><section><h2>What you say</h2>{}</section>{FOOTER}",
            joined(text, "<p>", "</p>"),
            comment.repeat(9)
        )
    }),
    ("next article below", |text| {
        let next = "<p>The ferry was late for the fifth time, and its master told the bailiff that a rope had been cut in \
            the night, by persons whom he would not name.</p>";
        format!(
            "{MENU}<article><h1>Title</h1>{}</article><article><h1>Ferry late</h1>{}</article>{FOOTER}",
            joined(text, "<p>", "</p>"),
            next.repeat(5)
        )
    }),
    ("first paragraphs of a paid text", |text| {
        format!(
            "{MENU}<article><h1>Title</h1>{}<div class=\"subscribe\"><p>Take the Echo for a pound a week.</p>\
            <button>Subscribe</button></div></article>{RELATED}{FOOTER}",
            joined(&text[..3], "<p>", "</p>")
        )
    }),
    ("accelerated page", |text| {
        format!(
            "<amp-sidebar id=\"s\"><ul><li><a href=\"/\">Home</a></li></ul></amp-sidebar><main><article><h1>Title</h1>{}\
            </article></main><amp-consent><div>We use cookies.</div></amp-consent>{FOOTER}",
            joined(text, "<p>", "</p><amp-ad></amp-ad>")
        )
    }),
    ("paragraphs that are divisions", |text| {
        format!("{MENU}<div class=\"body\">{}</div>{RELATED}{FOOTER}", joined(text, "<div>", "</div>"))
    }),
    ("two parts", |text| {
        let (first, last) = text.split_at(text.len() / 2);
        format!(
            "{MENU}<article><h1>Title</h1><div class=\"body-1\">{}</div><div class=\"promo\"><a href=\"/x\">Take the \
            Echo</a></div><div class=\"body-2\">{}</div></article>{FOOTER}",
            joined(first, "<p>", "</p>"),
            joined(last, "<p>", "</p>")
        )
    }),
    ("program for consent", |text| {
        format!(
            "{MENU}<article><h1>Title</h1>{}</article><div id=\"onetrust-consent-sdk\"><div role=\"dialog\"><h2>Your \
            choice</h2><p>We and 400 partners store and read information on your device, to show and measure \
            advertising.</p><p>You may agree, or see more and choose.</p><button>Agree</button></div></div>{FOOTER}",
            joined(&text[..2], "<p>", "</p>")
        )
    }),
    ("nothing but paragraphs", |text| format!("<h1>Title</h1>{}", joined(text, "<p>", ""))),
];

/// An article with something between its paragraphs.
fn between(text: &[String], something: &str) -> String {
    let (first, last) = text.split_at(3);
    format!(
        "{MENU}<article><h1>Title</h1>{}{something}{}</article>{FOOTER}",
        joined(first, "<p>", "</p>"),
        joined(last, "<p>", "</p>")
    )
}

/// Maximum number of paragraphs of an article in a layout.
fn count(layout: &str) -> usize {
    match layout {
        "short" | "program for consent" => 2,
        "first paragraphs of a paid text" => 3,
        _ => usize::MAX,
    }
}

fn words(text: &str) -> HashMap<String, i64> {
    let mut counts = HashMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// Token F1 of the text that was found against the true one.
fn f1(found: &str, truth: &str) -> f64 {
    let (found, truth) = (words(found), words(truth));
    let common: i64 = found.iter().map(|(word, count)| *count.min(truth.get(word).unwrap_or(&0))).sum();
    2.0 * common as f64 / (found.values().sum::<i64>() + truth.values().sum::<i64>()).max(1) as f64
}

fn text_of(page: String) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.html");
    fs::write(&path, page).unwrap();
    let mut files = raw_articles(Selection { paths: vec![path], limit: 1 << 20, ..Selection::default() });
    let raw = files.next().expect("a page").expect("a page that can be read");
    raw.article(&Fields::default())
        .ok()
        .flatten()
        .map_or(String::new(), |article| article.body.of(&article.text).to_owned())
}

/// The text that `dom_smoothie` extracts without our preparation.
fn crate_alone(page: &str) -> String {
    let mut readability = dom_smoothie::Readability::new(page, None, None).unwrap();
    readability.parse().map_or(String::new(), |article| article.text_content.to_string())
}

#[test]
fn articles_come_out_of_every_layout() {
    let (mut sum, mut alone, mut table) = (0.0, 0.0, String::new());
    for (name, layout) in LAYOUTS {
        let (mut ours, mut theirs) = (0.0, 0.0);
        for seed in 0..4 {
            let mut text = paragraphs(seed);
            text.truncate(count(name));
            let page =
                format!("<!DOCTYPE html><html><head><title>Title</title></head><body>{}</body></html>", layout(&text));
            theirs += f1(&crate_alone(&page), &text.join("\n")) / 4.0;
            ours += f1(&text_of(page), &text.join("\n")) / 4.0;
        }
        table += &format!("{name:32} {ours:.3} (crate alone {theirs:.3})\n");
        sum += ours;
        alone += theirs;
        assert!(ours >= EACH, "{table}");
    }
    let layouts = LAYOUTS.len() as f64;
    println!("{table}average {:.3} (crate alone {:.3})", sum / layouts, alone / layouts);
    assert!(sum / layouts >= AVERAGE, "{table}");
}
