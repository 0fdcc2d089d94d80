//! Every format: what is read from it, what is known of an article's source, and what damage costs.

#![cfg(feature = "command")]

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output},
};

use serde_json::{Value, json};

const BODY: &str = "Crews saved 37 of 45 sheep at Tarn Bridge.\n\n“They were cold,” said Inspector Ned Marsh.";

fn newsfacts(folder: &Path, name: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    command.args(["read", name]).current_dir(folder).output().unwrap()
}

/// The articles of a file with this name and content, and the messages about it.
fn read(name: &str, bytes: impl AsRef<[u8]>) -> (Vec<Value>, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let output = newsfacts(folder.path(), name);
    let lines = output.stdout.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    let articles = lines.map(|line| serde_json::from_slice(line).unwrap()).collect();
    (articles, String::from_utf8(output.stderr).unwrap())
}

/// Expects a file to have one article with these fields, and no messages.
#[track_caller]
fn reads(name: &str, bytes: impl AsRef<[u8]>, fields: &Value) {
    let (articles, told) = read(name, bytes);
    assert_eq!((articles.len(), told.as_str()), (1, ""), "{name}: {articles:?}");
    for (key, value) in fields.as_object().unwrap() {
        assert_eq!(&articles[0][key], value, "{name}: {key} of {}", articles[0]);
    }
}

/// Expects `count` articles of a damaged file to be read, and one line that tells what is wrong.
#[track_caller]
fn keeps(name: &str, bytes: impl AsRef<[u8]>, count: usize, wrong: &str) {
    let (articles, told) = read(name, bytes);
    assert_eq!(articles.len(), count, "{name}: {told}");
    assert!(told.lines().count() == 1 && told.contains(wrong), "{name}: {told}");
}

fn record(id: u32) -> Value {
    json!({"id": id, "title": "Crews save sheep", "date": "2024-05-03", "text": format!("{BODY}\n\nNumber {id}.")})
}

fn lines(count: u32) -> Vec<u8> {
    (0..count).flat_map(|id| format!("{}\n", record(id)).into_bytes()).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn page(title: &str) -> String {
    let paragraphs: String = (0..9)
        .map(|at| format!("<p>The bridge across harbour {at} will close in May, the council said, and stay shut.</p>"))
        .collect();
    format!(
        r#"<!DOCTYPE html><html lang="en"><head><title>{title} | Tarn Echo</title><meta property="og:site_name"
        content="Tarn Echo"><script type="application/ld+json">{{"@graph":[{{"@type":"WebSite","name":"x"}},
        {{"@type":"NewsArticle","headline":"{title}","datePublished":"2024-05-03T10:00:00Z","author":[{{"name":
        "Ann Lee"}},{{"name":"Bo Day"}}]}}]}}</script></head><body><nav><a href="/">Home</a> <a href="/n">News</a></nav>
        <article><h1>{title}</h1>{paragraphs}</article><div class="cookie-banner">We use cookies.</div></body></html>"#
    )
}

fn response(url: &str, page: &str) -> Vec<u8> {
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
    let length = block.len();
    let header =
        format!("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {length}\r\n\r\n");
    format!("{header}{block}\r\n\r\n").into_bytes()
}

#[test]
fn text_in_any_encoding() {
    let text = "Zoë Lund’s café in the harbour is shut, she said: “for good”.";
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bare: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (narrow, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    for bytes in [text.as_bytes(), &wide, &wide[2..], &bare, &narrow] {
        reads("a.txt", bytes, &json!({"text": text, "source": "a.txt"}));
    }
    reads("a.txt", "Ten sheep.\r\rA ram.\r", &json!({"text": "Ten sheep.\n\nA ram.\n"}));
    reads("a.txt", "Ten sheep.\r\n\r\nA ram.", &json!({"text": "Ten sheep.\r\n\r\nA ram."}));
}

#[test]
fn json() {
    reads("a.jsonl", record(1).to_string(), &json!({"article": "1", "published": "2024-05-03", "source": "a.jsonl:1"}));
    reads("a.json", format!("{:#}", record(1)), &json!({"article": "1"}));
    reads("a.json", format!("[{:#}]", record(1)), &json!({"article": "1", "source": "a.json:1"}));
    for name in ["a.json-seq", "a.jsonl", "a.json"] {
        reads(name, format!("\u{1e}{}\n", record(1)), &json!({"article": "1", "source": format!("{name}:1")}));
    }
    reads("a.json", format!("{:#}", json!({"hits": {"hits": [{"_source": record(1)}]}})), &json!({"article": "1"}));
    reads(
        "a.json",
        json!({"status": "ok", "data": record(1)}).to_string(),
        &json!({"article": "1", "source": "a.json:1"}),
    );
    let (articles, told) = read("a.json", json!({"k1": {"text": BODY}, "k2": {"text": "Ten sheep."}}).to_string());
    assert_eq!((articles.len(), &articles[1]["article"], told.as_str()), (2, &json!("k2"), ""));
    // A line is a document like any other, such as one of a search engine or of ninjs 2.
    reads("a.jsonl", format!("{}\n", json!({"_source": record(1)})), &json!({"article": "1"}));
    let ninjs = json!({"uri": "urn:tarn:1", "headlines": [{"role": "main", "value": "Fire"}], "bodies": [{"role": "main",
        "value": "It burnt."}]});
    reads("a.jsonl", format!("{ninjs}\n"), &json!({"article": "urn:tarn:1", "title": "Fire", "text": "It burnt."}));
    keeps("a.json", format!("[{},{{\"text\":tru}},{}]", record(1), record(2)), 2, "broken JSON");
}

/// The records of the main exporters, each with its own keys.
#[test]
fn fields_of_exporters() {
    let fields = json!({"title": "Fire", "byline": "Ann Lee", "publisher": "echo.example", "published": "2024-05-03",
        "url": "https://echo.example/1", "text": BODY});
    for exported in [
        json!({"title": "Fire", "author": "Ann Lee", "hostname": "echo.example", "date": "2024-05-03",
            "source": "https://echo.example/1", "url": "https://echo.example/1", "text": BODY}),
        json!({"title": "Fire", "authors": ["Ann Lee"], "source_domain": "echo.example", "date_publish":
            "2024-05-03 00:00:00", "url": "https://echo.example/1", "maintext": BODY}),
        json!({"headline": "Fire", "author": [{"@type": "Person", "name": "Ann Lee"}], "publisher": {"name":
            "echo.example"}, "datePublished": "2024-05-03", "url": "https://echo.example/1", "articleBody": BODY}),
        json!({"title": {"rendered": "Fire"}, "byline": "Ann Lee", "domain": "echo.example", "date": "2024-05-03T00:00:00",
            "link": "https://echo.example/1", "content": {"rendered":
            "<p>Crews saved 37 of 45 sheep at Tarn Bridge.</p>\n<p>&#8220;They were cold,&#8221; said Inspector Ned Marsh.</p>"}}),
        json!({"Headline": "Fire", "Author": "Ann Lee", "Publisher": "echo.example", "Publication Date":
            {"$date": "2024-05-03T00:00:00Z"}, "URL": "https://echo.example/1", "Full Text": BODY}),
        json!({"title": "Fire", "author": "Ann Lee", "domain": "echo.example", "published_at":
            {"$date": {"$numberLong": "1714694400000"}}, "url": "https://echo.example/1", "body": BODY}),
        // newspaper4k
        json!({"title": "Fire", "authors": ["Ann Lee"], "publish_date": "2024-05-03 00:00:00+00:00", "meta_lang": "en",
            "meta_site_name": "echo.example", "canonical_link": "https://echo.example/1", "text": BODY, "summary": "",
            "url": "https://echo.example/1", "top_image": "https://echo.example/1.jpg", "text_cleaned": BODY}),
        // A result of a GDELT search, with its text added.
        json!({"url": "https://echo.example/1", "url_mobile": "", "title": "Fire", "seendate": "20240503T000000Z",
            "domain": "echo.example", "language": "English", "sourcecountry": "x", "author": "Ann Lee", "content": BODY}),
        // articledata
        json!({"id": "x1", "title": "Fire", "section": "News", "date": "2024-05-03", "url": "https://echo.example/1",
            "tags": [], "site": "echo.example", "bylines": ["Ann Lee"], "description": "d", "lede": "l", "text": BODY}),
    ] {
        reads("a.jsonl", exported.to_string(), &fields);
    }
    let named = json!({"site": "tarnecho", "publisher": "Tarn Echo", "text": BODY});
    reads("a.jsonl", named.to_string(), &json!({"publisher": "Tarn Echo"}));
    let exported = json!({"_id": {"$oid": "65aa"}, "date": {"$date": 1_714_694_400_000_i64}, "Text": BODY});
    reads("a.jsonl", exported.to_string(), &json!({"article": "65aa", "published": "2024-05-03", "text": BODY}));
}

/// Keys in other case are recognised even beside one that the user named.
#[test]
fn own_names_beside_usual_ones() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), r#"{"Rumpf": "Ten sheep.", "Headline": "Sheep", "Text": "no"}"#).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.args(["read", "a.json", "--field", "text=Rumpf"]).current_dir(folder.path()).output().unwrap();
    let article: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&article["title"], &article["text"]), (&json!("Sheep"), &json!("Ten sheep.")));
}

/// Many programs write NaN and infinity as JavaScript does.
#[test]
fn numbers_that_are_none() {
    let line = |id| format!(r#"{{"id": "{id}", "score": NaN, "low": -Infinity, "text": "Ten sheep."}}"#);
    let found = json!({"article": "1", "text": "Ten sheep."});
    reads("a.jsonl", line(1), &found);
    reads("a", line(1) + "\n", &found);
    reads("a.json", format!("{{\"total\": NaN, \"articles\": [{}]}}", line(1)), &found);
    let (articles, told) = read("a.json", format!("[{},{}]", line(1), line(2)));
    assert_eq!((articles.len(), told.as_str()), (2, ""));
}

#[test]
fn tables() {
    let fields = json!({"article": "7", "title": "Fire, again", "text": "One “line”.\nAnother."});
    reads("a.csv", "ID,Headline,Full Text\n7,\"Fire, again\",\"One “line”.\nAnother.\"\n", &fields);
    reads("a", "id\ttitle\ttext\n7\tFire, again\tOne “line”.\n", &json!({"text": "One “line”."}));
    let spread = "sep=;\r\nid;text\r\n7;One, two.\r\n";
    reads("a.csv", spread, &json!({"article": "7", "text": "One, two.", "source": "a.csv:3"}));
    keeps("a.csv", "id,text\n1,One.\n2,Two,three.\n4,Four.\n", 2, "a.csv:3: invalid row");
}

#[cfg(feature = "html")]
#[test]
fn pages() {
    let fields = json!({"title": "Bridge shut", "publisher": "Tarn Echo", "byline": "Ann Lee, Bo Day", "language": "en",
        "published": "2024-05-03T10:00:00"});
    reads("a.html", page("Bridge shut"), &fields);
    let (articles, _) = read("a.html", page("Bridge shut"));
    let text = articles[0]["text"].as_str().unwrap();
    assert!(text.starts_with("The bridge across harbour 0") && text.ends_with("stay shut."), "{text}");
    assert_eq!(text.lines().filter(|line| !line.is_empty()).count(), 9);
    keeps("a.html", format!("<html>{}", "<div>".repeat(100_000)), 0, "nested deeper");
}

/// Linked data of pages is often not valid JSON, inside comments, or with markup in its values.
#[cfg(feature = "html")]
#[test]
fn linked_data_of_pages() {
    let fields = json!({"title": "Mill sold", "byline": "Ann Lee", "published": "2024-05-03", "publisher": null});
    let data = "{\"@type\": \"NewsArticle\", \"headline\": \"Mill sold\", \"description\": \"<p>The mill\n\tof Tarn</p>\",\n\
        \"author\": {\"name\": \"Ann Lee\"}, \"publisher\": {\"@id\": \"https://echo.example/#us\"}, \
        \"datePublished\": \"2024-05-03\"}";
    for (open, close) in [("", ""), ("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>"), ("[", "]")] {
        let data = format!("<script type=\"application/ld+json\">{open}{data}{close}</script>");
        let body =
            "<p>The mill above the lock was sold to its two carters, the town clerk has let us know.</p>".repeat(4);
        reads("a.html", format!("<html><head><title>x</title>{data}</head><body>{body}</body></html>"), &fields);
    }
}

/// Notices are left out even if the page has little else than a short article.
#[cfg(feature = "html")]
#[test]
fn notices_of_short_pages() {
    let notice =
        r#"<div id="cookie-consent"><p>We and our 842 partners store cookies.</p><button>Accept</button></div>"#;
    let page =
        format!("<!DOCTYPE html><html><body>{notice}<article><p>Ten sheep were lost.</p></article></body></html>");
    reads("a.html", page, &json!({"text": "Ten sheep were lost."}));
}

/// Captions and pull quotes between paragraphs are blocks of their own, and are recognised as such.
#[cfg(feature = "html")]
#[test]
fn captions_and_pull_quotes_of_pages() {
    let caption = "<figure><img src=a.jpg><figcaption>The bridge at dawn</figcaption></figure>";
    let quotes = [
        r#"<blockquote>“The water was cold and high.” - Ned Marsh</blockquote>"#,
        r#"<aside class="o-PullQuote"><p>“We will not sell the old mill.” - Ann Lee</p></aside><aside>Most read</aside>"#,
    ];
    let article = page("Bridge shut")
        .replace("5 will close in May, the council said, and stay shut.</p>", &format!("5.</p>{caption}"));
    let article = article.replace(
        "</article>",
        &format!("{}<p>The council meets again in June, it said.</p></article>", quotes.concat()),
    );
    let (articles, told) = read("a.html", article);
    let blocks: Vec<&str> = articles[0]["text"].as_str().unwrap().split("\n\n").collect();
    assert!(blocks.contains(&"The bridge at dawn"), "{blocks:?} {told}");
    let behind = [
        "“The water was cold and high.” - Ned Marsh",
        "“We will not sell the old mill.” - Ann Lee",
        "The council meets again in June, it said.",
    ];
    assert!(blocks.ends_with(&behind), "{blocks:?}");
}

/// A page with something before its article and something inside it.
#[cfg(feature = "html")]
fn page_with(head: &str, before: &str, inside: &str) -> String {
    let paragraph = "<p>The mill above the lock was sold to its two carters, the town clerk has let us know.</p>";
    format!(
        "<!DOCTYPE html><html><head><title>x</title>{head}</head><body>{before}<main><h1>Mill sold</h1>{}{inside}{}\
        </main></body></html>",
        paragraph.repeat(4),
        paragraph.repeat(4)
    )
}

/// Publishing systems give author and publisher as ids, and describe them beside the article.
#[cfg(feature = "html")]
#[test]
fn linked_data_by_ids() {
    let graph = json!({"@context": "https://schema.org", "@graph": [
        {"@type": "Article", "headline": "Mill sold", "author": {"@id": "#ann"}, "publisher":
            {"@id": "https://echo.example/#us"}, "mainEntityOfPage": {"@id": "https://echo.example/1"}},
        {"@type": "WebPage", "@id": "https://echo.example/1", "name": "Mill sold | Tarn Echo"},
        {"@type": "Organization", "@id": "https://echo.example/#us", "name": "Tarn Echo"},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]});
    let head = format!("<script type=\"application/ld+json\">{graph}</script>");
    let fields =
        json!({"title": "Mill sold", "byline": "Ann Lee", "publisher": "Tarn Echo", "url": "https://echo.example/1"});
    reads("a.html", page_with(&head, "", ""), &fields);
}

/// Clocks on pages are not dates of publication, boxes of AMP pages are not part of the text, and
/// quotations get their marks.
#[cfg(feature = "html")]
#[test]
fn what_pages_show_beside_the_article() {
    let clock = "<header><time datetime=\"2026-11-30T11:00\">today</time></header>";
    let time = "<time datetime=\"2024-05-03T10:00\">3 May 2024</time>";
    reads("a.html", page_with("", clock, time), &json!({"published": "2024-05-03T10:00:00"}));
    reads("a.html", page_with("", clock, ""), &json!({"published": null}));
    let boxes = "<p>The warden said <q>we will not pay</q>.</p><amp-ad>Buy a boat.</amp-ad><amp-consent><div>We use \
        cookies on our site.</div></amp-consent><figure><amp-img src=a.jpg></amp-img><figcaption>The lock at dawn\
        </figcaption></figure>";
    let (articles, _) = read("a.html", page_with("", "<amp-sidebar><p>Weather</p></amp-sidebar>", boxes));
    let text = articles[0]["text"].as_str().unwrap();
    assert!(text.contains("The warden said “we will not pay”.\n\nThe lock at dawn\n\n"), "{text}");
    assert!(!["boat", "cookies", "Weather"].iter().any(|word| text.contains(word)), "{text}");
}

/// A paragraph of megabytes is read whole, including its entities.
#[cfg(feature = "html")]
#[test]
fn a_page_of_entities() {
    let (articles, told) = read("a.html", page_with("", "", &format!("<p>{}</p>", "A &amp; B ".repeat(300_000))));
    assert_eq!((articles.len(), told.as_str()), (1, ""));
    assert!(articles[0]["text"].as_str().unwrap().contains(&"A & B ".repeat(299_999)));
}

#[cfg(feature = "html")]
#[test]
fn crawls() {
    let records: Vec<Vec<u8>> =
        (0..3).map(|at| response(&format!("https://echo.example/{at}"), &page(&format!("Bridge {at} shut")))).collect();
    reads("a.warc", &records[0], &json!({"url": "https://echo.example/0", "title": "Bridge 0 shut"}));
    let mut packed: Vec<Vec<u8>> = records.iter().map(|record| gzip(record)).collect();
    let (articles, _) = read("a.warc.gz", packed.concat());
    assert_eq!(articles.len(), 3);
    packed[1][50..90].fill(0xAA);
    keeps("a.warc.gz", packed.concat(), 2, "damaged");
    let whole = records.concat();
    keeps("a.warc", &whole[..whole.len() - 40], 2, "ends too early");
}

#[test]
fn feeds() {
    let rss = |items: &str| {
        format!(
            "<?xml version=\"1.0\"?><rss><channel><title>Tarn Echo</title><language>en</language>{items}</channel></rss>"
        )
    };
    let item = "<item><title>Fire &amp; flood</title><link>https://echo.example/1</link><dc:creator>Ann Lee</dc:creator>\
        <pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>One.</p><p>Two &amp; three.</p>]]>\
        </content:encoded></item>";
    let fields = json!({"article": "https://echo.example/1", "title": "Fire & flood", "publisher": "Tarn Echo",
        "byline": "Ann Lee", "published": "2024-05-03T10:00:00", "language": "en", "text": "One.\n\nTwo & three."});
    reads("a.xml", rss(item), &fields);
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tarn Echo</title><entry><title>Fire</title><link \
        href=\"https://echo.example/2\"/><id>tag:2</id><updated>2024-05-03T10:00:00Z</updated><author><name>Ann Lee</name>\
        </author><content type=\"html\">&lt;p&gt;One.&lt;/p&gt;</content></entry></feed>";
    reads("a.xml", atom, &json!({"article": "tag:2", "url": "https://echo.example/2", "text": "One."}));
    keeps("a.xml", &rss(&item.repeat(2))[..rss(item).len() + 60], 1, "ends too early");
}

/// Pictures and podcasts have titles, texts and descriptions of their own, which are not those of
/// the article.
#[test]
fn feeds_with_extensions() {
    let media = "<media:group><media:title>Photo</media:title></media:group><media:title>Photo</media:title>\
        <media:description>A photo</media:description><media:content url=\"x\"><media:credit>Photo: Bo Day</media:credit>\
        </media:content><itunes:title>Cast</itunes:title><itunes:summary>A cast</itunes:summary><itunes:author>Bo\
        </itunes:author>";
    let text = "<title>Fire</title><link>https://echo.example/1</link><description>The full text.</description>\
        <dc:creator>Ann Lee</dc:creator>";
    let fields =
        json!({"title": "Fire", "text": "The full text.", "byline": "Ann Lee", "url": "https://echo.example/1"});
    for item in [format!("{media}{text}"), format!("{text}{media}")] {
        let rss = "<rss xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Tarn Echo</title><item>";
        reads("a.rss", format!("{rss}{item}</item></channel></rss>"), &fields);
    }
    let entry = "<id>tag:1</id><title>Fire</title><author><name>Ann Lee</name></author><link \
        href=\"https://echo.example/1\"/><content type=\"text\">The full text.</content>";
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:media=\"http://search.yahoo.com/mrss/\">";
    reads("a.atom", format!("{atom}<entry>{media}{entry}</entry></feed>"), &fields);
    let own = "<content xmlns=\"http://search.yahoo.com/mrss/\"><credit>Bo Day</credit></content>";
    reads("a.atom", format!("{atom}<entry>{own}{entry}</entry></feed>"), &fields);
}

#[test]
fn atom_with_markup_of_its_own() {
    let atom = "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tarn Echo</title>\
        <link href=\"https://echo.example/\"/>";
    let entry = "<entry><title type=\"html\">Fire &amp;amp; flood</title><link rel=\"enclosure\" href=\"a.mp3\"/><link \
        rel=\"alternate\" href=\"https://echo.example/1\"/><id>tag:1</id><published>2024-05-03T10:00:00Z</published><updated>\
        2024-05-04T10:00:00Z</updated><author><name>Ann Lee</name></author><author><name>Bo Day</name></author><summary>\
        Short.</summary><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One &lt; <b>two</b>.</p>\
        <h:p xmlns:h=\"http://www.w3.org/1999/xhtml\">Three.</h:p></div></content></entry>";
    let fields = json!({"article": "tag:1", "title": "Fire & flood", "url": "https://echo.example/1", "publisher":
        "Tarn Echo", "byline": "Ann Lee, Bo Day", "published": "2024-05-03T10:00:00", "updated": "2024-05-04T10:00:00",
        "text": "One < two.\n\nThree."});
    reads("a.xml", format!("{atom}{entry}</feed>"), &fields);
    let second = entry.replace("tag:1", "tag:2").replace("Three", "Four");
    keeps("a.atom", format!("{atom}{entry}{second}{}", &entry[..200]), 2, "ends too early");
    keeps("a.atom", format!("{atom}{}{second}</feed>", entry.replace("</b>", "")), 1, "a.atom:1: invalid XML");
    keeps("a.atom", format!("{atom}</feed>"), 0, "");
}

#[test]
fn rss_1() {
    let rdf = "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\
        \"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://echo.example/\">\
        <title>Tarn Echo</title><link>https://echo.example/</link><dc:language>en</dc:language><items><rdf:Seq><rdf:li \
        resource=\"https://echo.example/1\"/></rdf:Seq></items></channel><item rdf:about=\"https://echo.example/1\"><title>Fire\
        </title><link>https://echo.example/1</link><description>It burnt.</description><dc:creator>Ann Lee</dc:creator>\
        <dc:date>2024-05-03T10:00:00+01:00</dc:date></item></rdf:RDF>";
    let fields = json!({"article": "https://echo.example/1", "title": "Fire", "publisher": "Tarn Echo", "byline": "Ann Lee",
        "published": "2024-05-03T10:00:00", "language": "en", "text": "It burnt."});
    reads("a.xml", rdf, &fields);
    reads("a.rdf", rdf, &fields);
}

/// An export of WordPress: posts with summaries and comments, drafts and pictures.
#[test]
fn exports_of_publishing_systems() {
    let item = |title: &str, status: &str, kind: &str| {
        format!(
            "<item><title>{title}</title><link>https://echo.example/{title}</link><pubDate>Fri, 03 May 2024 10:00:00 +0000\
            </pubDate><dc:creator><![CDATA[ann]]></dc:creator><guid isPermaLink=\"false\">https://echo.example/?p=1</guid>\
            <description></description><excerpt:encoded><![CDATA[Short.]]></excerpt:encoded><content:encoded><![CDATA[\
            <!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\nTwo.\n\n[caption id=\"x\"]<img src=\"x\"/> The \
            lock[/caption]\nThree.\n\n<blockquote>Four</blockquote>]]></content:encoded><wp:post_id>1</wp:post_id><wp:status>\
            {status}</wp:status><wp:post_type>{kind}</wp:post_type><wp:comment><wp:comment_content><![CDATA[No!]]>\
            </wp:comment_content></wp:comment></item>"
        )
    };
    let items = [("fire", "publish", "post"), ("mill", "draft", "post"), ("jpg", "inherit", "attachment")]
        .map(|(title, status, kind)| item(title, status, kind));
    let export = format!(
        "<?xml version=\"1.0\"?><rss xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" xmlns:content=\
        \"http://purl.org/rss/1.0/modules/content/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Tarn \
        Echo</title><language>en-GB</language>{}</channel></rss>",
        items.concat()
    );
    let fields = json!({"title": "fire", "byline": "ann", "url": "https://echo.example/fire", "publisher": "Tarn Echo",
        "published": "2024-05-03T10:00:00", "text": "One.\n\nTwo.\n\nThe lock\n\nThree.\n\nFour"});
    reads("a.xml", export, &fields);
}

/// A document type that declares entities, however many, does not cost the text.
#[test]
fn documents_that_declare_their_type() {
    let declared = |root: &str, entities: &str| {
        format!(
            "<?xml version=\"1.0\"?><!DOCTYPE {root} SYSTEM \"a.dtd\" [<!ENTITY co \"<item>Tarn > Wire\">{entities}] >"
        )
    };
    let nitf = "<nitf><body><body.content><p>It burnt.</p><p>&co; told.</p></body.content></body></nitf>";
    let rss = "<rss><channel><item><description>It burnt.</description></item></channel></rss>";
    let newsml =
        "<newsItem guid=\"u\"><contentSet><inlineXML><html><p>It burnt.</p></html></inlineXML></contentSet></newsItem>";
    let long: String = (0..2000).map(|at| format!("<!ENTITY e{at} \"letter\">\n")).collect();
    for entities in ["", "<!-- ]> -->", &long] {
        reads("a.xml", declared("nitf", entities) + nitf, &json!({"text": "It burnt.\n\n&co; told."}));
        reads("a.xml", declared("rss", entities) + rss, &json!({"text": "It burnt."}));
        reads("a.xml", declared("newsItem", entities) + newsml, &json!({"text": "It burnt."}));
    }
    let doubled: String = (1..40).map(|at| format!("<!ENTITY e{at} \"&e{0};&e{0};\">", at - 1)).collect();
    let bomb = declared("nitf", &doubled) + &nitf.replace("&co;", "&e39;");
    reads("a.xml", bomb, &json!({"text": "It burnt.\n\n&e39; told."}));
}

/// All items of a message are read, except pictures and those that the agency has withdrawn.
#[test]
fn messages_of_several_items() {
    let item = |id: u32, class: &str, status: &str| {
        format!(
            "<newsItem guid=\"urn:tarn:{id}\"><itemMeta><itemClass qcode=\"ninat:{class}\"/><pubStatus qcode=\"stat:{status}\"/>\
            </itemMeta><contentMeta><headline>Fire {id}</headline></contentMeta><contentSet><inlineXML><html><body><p>It burnt \
            {id} times.</p></body></html></inlineXML></contentSet></newsItem>"
        )
    };
    let items = [
        item(1, "text", "usable"),
        item(2, "picture", "usable"),
        item(3, "text", "canceled"),
        item(4, "composite", "usable"),
        item(5, "text", "withheld"),
    ];
    let head =
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2024-05-03</sent></header><itemSet>";
    let message = format!("{head}{}</itemSet></newsMessage>", items.concat());
    let (articles, told) = read("a.xml", &message);
    let ids: Vec<&Value> = articles.iter().map(|article| &article["article"]).collect();
    assert_eq!((ids, told.as_str()), (vec![&json!("urn:tarn:1"), &json!("urn:tarn:4")], ""));
    keeps("a.xml", &message[..message.len() - 50], 2, "ends too early");
    let ninjs = |status: &str| json!({"uri": "urn:tarn:6", "pubstatus": status, "body_text": "It burnt."}).to_string();
    reads("a.jsonl", format!("{}\n{}\n", ninjs("canceled"), ninjs("usable")), &json!({"article": "urn:tarn:6"}));
}

/// The name and title of a byline may be elements without anything between them.
#[test]
fn bylines_of_elements() {
    let nitf = |byline: &str| {
        format!(
            "<nitf><body><body.head><byline>{byline}</byline></body.head><body.content><p>It burnt.</p></body.content></body></nitf>"
        )
    };
    for (byline, expected) in [
        ("By <person>Ann Lee</person><byttl>Staff</byttl>", "By Ann Lee, Staff"),
        ("<person>Ann Lee</person>, <byttl>Staff</byttl>", "Ann Lee, Staff"),
        ("<person><name.given>Ann</name.given><name.family>Lee</name.family></person>", "Ann Lee"),
    ] {
        reads("a.nitf", nitf(byline), &json!({"byline": expected}));
    }
}

#[test]
fn news_exchange_formats() {
    let nitf = "<?xml version=\"1.0\"?><nitf><head><docdata><doc-id id-string=\"tarn-1\"/><date.issue norm=\"20240503T100000Z\"/>\
        <doc.copyright holder=\"Tarn Wire\"/></docdata></head><body><body.head><hedline><hl1>Bridge shut</hl1></hedline>\
        <byline>Ann Lee</byline></body.head><body.content><p>One.</p><media><media-caption>The bridge.</media-caption></media>\
        <p>Two.</p></body.content></body></nitf>";
    let fields = json!({"article": "tarn-1", "title": "Bridge shut", "byline": "Ann Lee", "publisher": "Tarn Wire",
        "published": "2024-05-03T10:00:00", "text": "One.\n\nThe bridge.\n\nTwo."});
    reads("a.xml", nitf, &fields);
    keeps("a.xml", nitf.replace("</hl1>", ""), 0, "invalid XML");
    let newsml = "<newsItem guid=\"urn:tarn:2\" xml:lang=\"en\"><rightsInfo><usageTerms>Not for radio</usageTerms></rightsInfo>\
        <itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"Tarn Wire\"/><versionCreated>2024-05-04T10:00:00Z\
        </versionCreated><firstCreated>2024-05-03T10:00:00Z</firstCreated><embargoed>2024-05-05T00:00:00Z</embargoed></itemMeta>\
        <contentMeta><headline>Bridge shut</headline><by>Ann Lee</by></contentMeta><contentSet><inlineXML><html><body>\
        <p>One.</p><p>Two.</p></body></html></inlineXML></contentSet></newsItem>";
    let fields = json!({"article": "urn:tarn:2", "title": "Bridge shut", "byline": "Ann Lee", "publisher": "Tarn Wire",
        "published": "2024-05-03T10:00:00", "updated": "2024-05-04T10:00:00", "embargo": "2024-05-05T00:00:00Z",
        "rights": "Not for radio", "language": "en", "text": "One.\n\nTwo."});
    reads("a.xml", newsml, &fields);
    keeps("a.xml", &newsml[..newsml.len() - 30], 0, "ends too early");
}

#[cfg(feature = "parquet")]
#[test]
fn parquet() {
    use parquet::{
        data_type::{ByteArray, ByteArrayType},
        file::writer::SerializedFileWriter,
        schema::parser::parse_message_type,
    };

    let schema =
        "message article { required binary id (UTF8); required binary headline (UTF8); required binary text (UTF8); }";
    let schema = parse_message_type(schema).unwrap();
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema.into(), Default::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    for value in ["7", "Fire", BODY] {
        let mut column = group.next_column().unwrap().expect("a column");
        column.typed::<ByteArrayType>().write_batch(&[ByteArray::from(value)], None, None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.close().unwrap();
    reads("a.parquet", &bytes, &json!({"article": "7", "title": "Fire", "text": BODY, "source": "a.parquet:1"}));
    keeps("a.parquet", &bytes[..bytes.len() - 30], 0, "damaged");
}

/// A few kilobytes whose metadata say that they unpack to a third of a gigabyte.
#[cfg(feature = "parquet")]
#[test]
fn parquet_bombs() {
    use parquet::{
        basic::{Compression, ZstdLevel},
        data_type::{ByteArray, ByteArrayType},
        file::{properties::WriterProperties, writer::SerializedFileWriter},
        schema::parser::parse_message_type,
    };

    let schema = parse_message_type("message article { required binary text (UTF8); }").unwrap();
    let packing = Compression::ZSTD(ZstdLevel::default());
    let properties = WriterProperties::builder().set_compression(packing).set_dictionary_enabled(false).build();
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema.into(), properties.into()).unwrap();
    let nothing = vec![ByteArray::from(vec![b'0'; 1 << 20]); 32];
    for _ in 0..10 {
        let mut group = writer.next_row_group().unwrap();
        let mut column = group.next_column().unwrap().expect("a column");
        column.typed::<ByteArrayType>().write_batch(&nothing, None, None).unwrap();
        column.close().unwrap();
        group.close().unwrap();
    }
    writer.close().unwrap();
    keeps("a.parquet", &bytes, 0, "unpacks to more than");
}

#[test]
fn packed_forms() {
    let plain = lines(50);
    let mut bzip2 = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    bzip2.write_all(&plain).unwrap();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("2024/a.jsonl", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(&plain).unwrap();
    let zip = archive.finish().unwrap().into_inner();
    let mut builder = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(plain.len() as u64);
    builder.append_data(&mut header, "2024/a.jsonl", plain.as_slice()).unwrap();
    let tar = builder.into_inner().unwrap();
    let zst = zstd::encode_all(plain.as_slice(), 1).unwrap();
    for (name, bytes, source) in [
        ("a.gz", gzip(&plain), "a.gz:50"),
        ("a.bz2", bzip2.finish().unwrap(), "a.bz2:50"),
        ("a.zst", zst.clone(), "a.zst:50"),
        ("a.tar", tar.clone(), "a.tar/2024/a.jsonl:50"),
        ("a.tgz", gzip(&tar), "a.tgz/2024/a.jsonl:50"),
        ("a.zip", zip.clone(), "a.zip/2024/a.jsonl:50"),
    ] {
        let (articles, told) = read(name, &bytes);
        assert_eq!((articles.len(), told.as_str()), (50, ""), "{name}");
        assert_eq!(articles[49]["source"], source);
    }
    let mut locked = zip.clone();
    let list = locked.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("the list of members");
    locked[6] |= 1;
    locked[list + 8] |= 1;
    keeps("a.zip", &locked, 0, "unsupported compression (Password required to decrypt file); unpack it first");
    let packed = gzip(&plain);
    let (articles, told) = read("a.gz", &packed[..packed.len() - 20]);
    assert!(!articles.is_empty() && told.contains("it ends too early"), "{told}");
    let (articles, told) = read("a.zip", &zip[..zip.len() / 2]);
    assert!(!articles.is_empty() && told.lines().count() == 1 && told.contains("it ends too early"), "{told}");
    keeps("a.zst", &zst[..20], 0, "ends too early");
}

/// A document may be longer than an article: the list in it is read, and the rest is ignored.
#[test]
fn long_documents() {
    let folder = tempfile::tempdir().unwrap();
    let list: Vec<Value> = (0..30).map(record).collect();
    fs::write(folder.path().join("a.json"), json!({"articles": list, "total": 30, "zones": [[1], {}]}).to_string())
        .unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.args(["read", "--max-article", "1KB", "a.json"]).current_dir(folder.path()).output().unwrap();
    assert_eq!((String::from_utf8(output.stderr).unwrap().as_str(), output.status.code()), ("", Some(0)));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 30);
}

/// A few kilobytes that unpack to a gigabyte are rejected before they fill the memory.
#[test]
fn decompression_bombs() {
    let zeros = vec![b'0'; 1 << 20];
    let mut packer = zstd::stream::write::Encoder::new(Vec::new(), 1).unwrap();
    for _ in 0..1024 {
        packer.write_all(&zeros).unwrap();
    }
    keeps("a.jsonl.zst", packer.finish().unwrap(), 0, "unpacks to more than");
}

#[test]
fn an_article_in_two_files_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), lines(3)).unwrap();
    fs::write(folder.path().join("b.jsonl"), lines(4)).unwrap();
    let output = newsfacts(folder.path(), ".");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 4);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        told,
        "newsfacts: b.jsonl:1: article 0 was already read from another place; nothing is lost; further repetitions are counted but not shown\n"
    );
    assert_eq!(output.status.code(), Some(0));
}
