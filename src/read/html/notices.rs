//! Notices on cookies and consent, which stand in pages of short articles as if they were text.

use super::tags::{Tag, tags};
use crate::read::markup;

/// Words for what a notice is about, and for what holds it, in names of classes and ids: `cookie-banner`.
const ABOUT: [&str; 3] = ["cookie", "consent", "gdpr"];
const HOLDERS: [&str; 13] = [
    "alert",
    "banner",
    "bar",
    "consent",
    "dialog",
    "disclaimer",
    "law",
    "message",
    "modal",
    "notice",
    "overlay",
    "popup",
    "wall",
];
/// Elements that hold notices.
const ELEMENTS: [&str; 6] = ["aside", "dialog", "div", "footer", "form", "section"];
/// Most bytes of a notice, with its markup and without.
const MARKED: usize = 20_000;
const TEXT: usize = 1_500;

/// The page without the elements that are called notices, and hold no more than one may.
pub fn without_notices(page: &str) -> String {
    let (mut kept, mut from) = (String::with_capacity(page.len()), 0);
    // Of each open notice its element, where it begins, and how many such elements are open from there on.
    let mut open: Vec<(&str, usize, usize)> = Vec::new();
    for tag in tags(page) {
        for (_, _, depth) in open.iter_mut().filter(|(name, ..)| tag.is(name)) {
            *depth = if tag.closing { *depth - 1 } else { *depth + 1 };
        }
        let begin = page[..tag.end].rfind('<').unwrap_or(tag.end);
        if !tag.closing && is_notice(&tag) {
            open.push((tag.name, begin, 1));
        }
        // What is open inside of an element ends with it.
        if let Some(at) = open.iter().position(|(.., depth)| *depth == 0) {
            let begin = open[at].1;
            open.truncate(at);
            let notice = &page[begin..tag.end];
            if begin >= from && notice.len() < MARKED && markup::text(notice).len() < TEXT {
                kept.push_str(&page[from..begin]);
                from = tag.end;
            }
        }
    }
    kept.push_str(&page[from..]);
    kept
}

/// Whether an element is called a notice: by two words, or by one that is a whole name.
fn is_notice(tag: &Tag) -> bool {
    if !ELEMENTS.iter().any(|element| tag.is(element)) {
        return false;
    }
    let names = ["class", "id"].map(|key| tag.attribute(key).unwrap_or_default().to_ascii_lowercase()).join(" ");
    names.split_ascii_whitespace().any(|name| {
        let about = ABOUT.iter().find(|about| name.contains(**about));
        about.is_some_and(|about| {
            name.trim_end_matches('s') == *about
                || HOLDERS.iter().any(|holder| name.replacen(about, "", 1).contains(holder))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_go_and_what_is_like_them_stays() {
        let notice = "<div class='x cookie-banner'><div><p>We use cookies.</p></div></div>";
        let text = "<p>Nobody was hurt.</p>";
        assert_eq!(without_notices(&format!("<body>{notice}{text}</body>")), format!("<body>{text}</body>"));
        for name in ["consent", "CookieConsent", "gdpr_popup", "cookies", "consent-modal"] {
            let page = format!("{text}<section id={name}>Accept all</section>{text}");
            assert_eq!(without_notices(&page), text.repeat(2), "{name}");
        }
        for stays in [
            format!("<div id=christmas-cookies>{text}</div>"),
            format!("<div class=no-cookies-allowed>{text}</div>"),
            format!("<body class=cookie-notice>{text}</body>"),
            format!("<div class=cookie-wall>{}</div>", text.repeat(100)),
            format!("<div class=cookie-banner>{text}"),
        ] {
            assert_eq!(without_notices(&stays), stays);
        }
    }
}
