//! Turns markup into text: one paragraph for each block, without anything that readers do not see.
//!
//! This is for markup that is only an article, as in feeds, news exchange formats and the fields of
//! publishing systems; `html` is for whole web pages. It takes one pass, and the markup may be
//! malformed.

use quick_xml::escape::resolve_html5_entity;

/// Elements that end a line or a paragraph.
const BLOCKS: [&str; 44] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hl1",
    "hl2",
    "hr",
    "html",
    "li",
    "main",
    "media-caption",
    "nav",
    "nitf",
    "ol",
    "p",
    "pre",
    "q-block",
    "section",
    "table",
    "title",
    "tr",
    "ul",
];

/// Elements whose content is not shown to readers.
const HIDDEN: [&str; 11] =
    ["button", "head", "iframe", "math", "noscript", "script", "select", "style", "svg", "template", "textarea"];

/// Maximum length of an entity, as in `&CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 40;

/// Whether a field holds markup rather than text: it contains a tag or an entity that is common in
/// articles.
pub fn is_markup(text: &str) -> bool {
    text.contains('<')
        && ["</p>", "</P>", "<br", "<BR", "</div>", "</a>", "</em>", "</i>", "</strong>", "</b>", "</span>", "</li>"]
            .iter()
            .any(|tag| text.contains(tag))
        || text.contains('&') && ["&amp;", "&nbsp;", "&quot;", "&#"].iter().any(|entity| text.contains(entity))
}

/// The text of some markup, on one line.
pub fn line(markup: &str) -> String {
    text(markup).replace("\n\n", " ").replace('\n', " ")
}

/// The text of some markup, its blocks separated by blank lines.
pub fn text(markup: &str) -> String {
    written_out(markup, !has_block(markup))
}

/// Like [`text`], for markup whose line ends also separate paragraphs.
pub fn text_in_lines(markup: &str) -> String {
    written_out(markup, true)
}

fn written_out(markup: &str, lines: bool) -> String {
    let mut out = Text { text: String::with_capacity(markup.len()), lines, ..Text::default() };
    let mut rest = markup;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        out.push(&rest[..at]);
        rest = &rest[at..];
        rest = if rest.starts_with('&') { entity(rest, &mut out) } else { tag(rest, &mut out) };
    }
    out.push(rest);
    out.text
}

/// Whether the markup has any block. If it has none, as in text with a stray link, its own line
/// ends are kept.
fn has_block(markup: &str) -> bool {
    memchr::memchr_iter(b'<', markup.as_bytes()).any(|at| {
        let inner = &markup[at + 1..];
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        let length = inner.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        BLOCKS.contains(&inner[..length.unwrap_or(inner.len())].to_ascii_lowercase().as_str())
    })
}

/// The text so far. White space and line breaks are held back until something follows.
#[derive(Default)]
struct Text {
    text: String,
    /// Whether line ends are kept.
    lines: bool,
    breaks: usize,
    space: bool,
    /// The closing marks of the open quotations; an empty one if the text has its own.
    quotes: Vec<&'static str>,
}

impl Text {
    fn push(&mut self, text: &str) {
        for letter in text.chars() {
            if letter.is_ascii_whitespace() || letter == '\u{AD}' || letter == '\u{200B}' {
                self.space |= letter.is_ascii_whitespace();
                self.breaks += usize::from(self.lines && letter == '\n');
            } else {
                self.pay();
                self.text.push(letter);
            }
        }
    }

    /// Opens a quotation before the text that follows. Browsers add quotation marks, so they are
    /// added here, too, unless the author wrote them.
    fn open_quote(&mut self, rest: &str) {
        let (open, close) = if self.quotes.len().is_multiple_of(2) { ("“", "”") } else { ("‘", "’") };
        let rest = rest.trim_start();
        let marked = ["“", "‘", "\"", "'", "«", "„", "&ldquo;", "&lsquo;", "&quot;", "&#34;", "&#8220;", "&#8216;"];
        let before = !self.space && self.breaks == 0 && self.text.ends_with(['“', '‘', '"', '«', '„']);
        let marked = before || marked.iter().any(|mark| rest.starts_with(mark));
        if !marked {
            self.push(open);
        }
        self.quotes.push(if marked { "" } else { close });
    }

    /// Ends the innermost quotation; white space before the closing mark is moved after it.
    fn close_quote(&mut self) {
        let Some(close) = self.quotes.pop().filter(|close| !close.is_empty()) else { return };
        let owed = (self.breaks, self.space);
        (self.breaks, self.space) = (0, false);
        self.push(close);
        (self.breaks, self.space) = owed;
    }

    fn pay(&mut self) {
        match (self.text.is_empty(), self.breaks, self.space) {
            (true, ..) => {}
            (_, 0, true) => self.text.push(' '),
            (_, 0, false) => {}
            (_, 1, _) => self.text.push('\n'),
            _ => self.text.push_str("\n\n"),
        }
        (self.breaks, self.space) = (0, false);
    }
}

/// Adds the character of an entity; an unknown one stays as it is. Returns what follows.
fn entity<'a>(rest: &'a str, out: &mut Text) -> &'a str {
    let window = &rest.as_bytes()[..rest.len().min(LONGEST_ENTITY)];
    let end = memchr::memchr(b';', window).filter(|&end| rest.is_char_boundary(end));
    let found = end.and_then(|end| Some((end, character(&rest[1..end])?)));
    match found {
        Some((end, text)) => {
            out.push(&text.replace('\u{A0}', " "));
            &rest[end + 1..]
        }
        None => {
            out.push("&");
            &rest[1..]
        }
    }
}

fn character(name: &str) -> Option<String> {
    let code = match name.strip_prefix('#') {
        None => return resolve_html5_entity(name).map(str::to_owned),
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => digits.parse().ok()?,
        },
    };
    // Windows programs mean a quotation mark by 145, not a control character.
    let byte = u8::try_from(code).ok().filter(|byte| (0x80..0xA0).contains(byte));
    if let Some(byte) = byte {
        return Some(encoding_rs::WINDOWS_1252.decode(&[byte]).0.into_owned());
    }
    char::from_u32(code).filter(|letter| *letter != '\0').map(String::from)
}

/// Handles a tag: ends a line or paragraph where it does, and skips comments and elements that
/// readers do not see. Returns what follows.
fn tag<'a>(rest: &'a str, out: &mut Text) -> &'a str {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").map_or("", |end| &comment[end + 3..]);
    }
    if let Some(data) = rest.strip_prefix("<![CDATA[") {
        let end = data.find("]]>").unwrap_or(data.len());
        out.push(&data[..end]);
        return data.get(end + 3..).unwrap_or_default();
    }
    let inner = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    if !inner.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '!' | '?')) {
        out.push("<");
        return &rest[1..];
    }
    let length = inner.find(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | ':' | '.'));
    let name = inner[..length.unwrap_or(inner.len())].to_ascii_lowercase();
    let name = name.rsplit(':').next().unwrap_or_default();
    if BLOCKS.contains(&name) {
        out.breaks = out.breaks.max(if name == "br" || name == "tr" { 1 } else { 2 });
    }
    if name == "td" || name == "th" {
        out.space = true;
    }
    let behind = &rest[1 + end_of_tag(&rest[1..])..];
    match rest.starts_with("</") {
        _ if name != "q" => {}
        true => out.close_quote(),
        false => out.open_quote(behind),
    }
    let opens = !rest.starts_with("</") && !rest[..rest.len() - behind.len()].ends_with("/>");
    if opens && name == "sup" {
        return raised(behind, out);
    }
    if !(opens && HIDDEN.contains(&name)) {
        return behind;
    }
    let end = &behind[end_of_raw(behind, name)..];
    &end[end_of_tag(end)..]
}

/// Adds the digits after an opening `<sup>` as raised ones where they follow a digit, as for a power or a footnote:
/// `10<sup>6</sup>` is not 106. Returns what follows; anything else is left to be added as it is.
fn raised<'a>(behind: &'a str, out: &mut Text) -> &'a str {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = &behind[..memchr::memchr(b'<', behind.as_bytes()).unwrap_or(0)];
    let adjoins = !out.space && out.breaks == 0 && out.text.ends_with(|letter: char| letter.is_ascii_digit());
    if !adjoins || digits.bytes().any(|digit| !digit.is_ascii_digit()) {
        return behind;
    }
    out.text.extend(digits.bytes().map(|digit| RAISED[usize::from(digit - b'0')]));
    &behind[digits.len()..]
}

/// The position after the bracket that ends a tag, ignoring brackets in quotation marks; the length
/// of the text if there is none.
pub fn end_of_tag(rest: &str) -> usize {
    let (mut quoted, mut last) = (None, b' ');
    for (at, byte) in rest.bytes().enumerate() {
        match quoted {
            Some(mark) if byte == mark => quoted = None,
            Some(_) => {}
            None if byte == b'>' => return at + 1,
            None if matches!(byte, b'"' | b'\'') && last == b'=' => quoted = Some(byte),
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    rest.len()
}

/// The position of the end tag of an element whose content is raw text; the length of the text if
/// there is none.
pub fn end_of_raw(rest: &str, name: &str) -> usize {
    let ends = |at: &usize| {
        let behind = &rest.as_bytes()[at + 2..];
        behind.len() >= name.len() && behind[..name.len()].eq_ignore_ascii_case(name.as_bytes())
    };
    memchr::memmem::find_iter(rest.as_bytes(), b"</").find(ends).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_lines_and_white_space_is_one_blank() {
        let html = "<p>The  bridge <b>fell</b>,\n he&nbsp;said.</p><div><p>Nobody\twas hurt.</p></div>A<br/>B";
        assert_eq!(text(html), "The bridge fell, he said.\n\nNobody was hurt.\n\nA\nB");
        assert_eq!(line("Fire &amp; <i>smoke</i>"), "Fire & smoke");
    }

    #[test]
    fn raised_digits_stay_apart_from_the_number_before() {
        let markup = "It took 10<sup>6</sup> tons in 2015<sup>14</sup>, on the 5<sup>th</sup>, said Lund<sup>2</sup>.";
        assert_eq!(text(markup), "It took 10⁶ tons in 2015¹⁴, on the 5th, said Lund2.");
    }

    #[test]
    fn quotations_have_marks() {
        assert_eq!(
            text("He said <q>we <q cite=x>will not</q> pay </q>on Monday."),
            "He said “we ‘will not’ pay” on Monday."
        );
        assert_eq!(
            text("<p>He said: <q>“No.”</q></p><p><Q>Yes</Q>, she said.</p>"),
            "He said: “No.”\n\n“Yes”, she said."
        );
        assert_eq!(text("<q>&ldquo;No&rdquo;</q></q>, <q>he said"), "“No”, “he said");
    }

    #[test]
    fn without_blocks_the_text_keeps_its_lines() {
        assert_eq!(
            text("Bells &amp; <i>towers</i>.\n\nTwo  rang.\nOne fell."),
            "Bells & towers.\n\nTwo rang.\nOne fell."
        );
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        let html = "<script>if (a < b) { '</p>' }</script>One<!-- <p>no</p> --> two <STYLE>p {}</STYLE >three";
        assert_eq!(text(html), "One two three");
        assert_eq!(text("a<a title=\"x > y\" href='z'>b</a>"), "ab");
    }

    #[test]
    fn entities_stand_for_letters() {
        assert_eq!(text("&ldquo;Caf&eacute;&#8221; &#x2014; &#146;s &bogus; AT&T"), "“Café” — ’s &bogus; AT&T");
        assert_eq!(text("5 < 6 and <3"), "5 < 6 and <3");
    }

    #[test]
    fn broken_markup_ends() {
        for broken in
            ["<", "<a", "<a href=\"", "<script>", "<!--", "<![CDATA[x", "&", "&#;", "&#x110000;", "</", "é<é&é"]
        {
            text(broken);
        }
        assert_eq!(text("<![CDATA[x"), "x");
    }

    #[test]
    fn fields_of_text_are_left_alone() {
        assert!(!is_markup("Profit < 5 and R&D > 6"));
        assert!(is_markup("<p>Fire</p>"));
    }
}
