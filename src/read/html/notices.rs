//! Leaves out what lies around or over an article in a page: menus, notices about cookies and
//! consent, dialogs, controls of video players, sign-up boxes. They are recognised by their element
//! or by the names in their class and id. In pages with a short article they would look like text.

use super::tags::{Tag, tags};
use crate::read::markup;

/// Words for what a notice is about, and for its container, in classes and ids: `cookie-banner`.
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
/// Prefixes of the names that consent managers and video players use in pages.
const PROGRAMS: [&str; 10] =
    ["cmplz-", "didomi-", "iubenda-", "klaro", "onetrust-", "osano-", "qc-cmp", "sp_message", "usercentrics-", "vjs-"];
/// Words in the names of sign-up boxes.
const OFFERS: [&str; 4] = ["newsletter", "signup", "sign-up", "subscri"];
/// Elements of accelerated pages (AMP) that are not part of the article.
const ACCELERATED: [&str; 21] = [
    "amp-ad",
    "amp-analytics",
    "amp-app-banner",
    "amp-auto-ads",
    "amp-byside-content",
    "amp-consent",
    "amp-embed",
    "amp-fx-flying-carpet",
    "amp-list",
    "amp-mega-menu",
    "amp-nested-menu",
    "amp-next-page",
    "amp-recaptcha-input",
    "amp-sidebar",
    "amp-smartlinks",
    "amp-social-share",
    "amp-state",
    "amp-sticky-ad",
    "amp-story-auto-ads",
    "amp-user-notification",
    "amp-web-push-widget",
];
/// Elements that may hold notices.
const ELEMENTS: [&str; 6] = ["aside", "dialog", "div", "footer", "form", "section"];
/// Roles of elements that lie over the text or lead to other pages.
const ROLES: [&str; 4] = ["alertdialog", "dialog", "navigation", "search"];
/// Maximum number of bytes of an element that is left out, including its markup.
const MARKED: usize = 100_000;

/// A kind of element to leave out. Its value is the maximum number of bytes of its text: an element
/// with more is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Menu = 10_000,
    Notice = 1_500,
    /// With a button or a form.
    Offer = 400,
}

/// An element of a notice whose end has not been reached.
#[derive(Debug, Clone, Copy)]
struct Open<'a> {
    name: &'a str,
    begin: usize,
    /// How many elements of its name are open, itself included.
    depth: usize,
    kind: Kind,
    /// The number of bytes kept before it, and the position from which nothing was kept or left out
    /// yet.
    kept: usize,
    from: usize,
}

/// Leaves out the elements that are named like notices and are short enough to be some.
pub fn without_notices(page: &str) -> String {
    let (mut kept, mut from) = (String::with_capacity(page.len()), 0);
    let mut open: Vec<Open> = Vec::new();
    // How many articles and quotations are open: their own footers name dates and authors.
    let mut holders = 0_usize;
    for tag in tags(page) {
        for notice in open.iter_mut().filter(|notice| tag.is(notice.name)) {
            notice.depth = if tag.closing { notice.depth - 1 } else { notice.depth + 1 };
        }
        if tag.is("article") || tag.is("blockquote") {
            holders = if tag.closing { holders.saturating_sub(1) } else { holders + 1 };
        }
        let of_page = tag.is("footer") && holders == 0;
        let kind = if of_page { Some(Kind::Menu) } else { kind(&tag) };
        if let Some(kind) = kind.filter(|_| !tag.closing) {
            open.push(Open { name: tag.name, begin: tag.start, depth: 1, kind, kept: kept.len(), from });
        }
        // The end of an element also ends those that are still open inside it.
        if let Some(at) = open.iter().position(|notice| notice.depth == 0) {
            let notice = open[at];
            open.truncate(at);
            if is_left_out(&page[notice.begin..tag.end], notice.kind) {
                kept.truncate(notice.kept);
                kept.push_str(&page[notice.from..notice.begin]);
                from = tag.end;
            }
        }
    }
    kept.push_str(&page[from..]);
    kept
}

fn is_left_out(element: &str, kind: Kind) -> bool {
    let pressed = |tag: Tag| ["button", "form", "input"].iter().any(|name| tag.is(name));
    element.len() < MARKED
        && markup::text(element).len() < kind as usize
        && (kind != Kind::Offer || tags(element).any(pressed))
}

/// The kind of an element by its name, role, class or id.
fn kind(tag: &Tag) -> Option<Kind> {
    let role = tag.attribute("role").is_some_and(|role| ROLES.iter().any(|known| role.eq_ignore_ascii_case(known)));
    if tag.is("nav") || role && !tag.is("body") || ACCELERATED.iter().any(|element| tag.is(element)) {
        return Some(Kind::Menu);
    }
    if !ELEMENTS.iter().any(|element| tag.is(element)) {
        return None;
    }
    let names = ["class", "id"].map(|key| tag.attribute(key).unwrap_or_default().to_ascii_lowercase()).join(" ");
    let mut names = names.split_ascii_whitespace();
    if names.clone().any(is_notice) {
        return Some(Kind::Notice);
    }
    names.any(|name| OFFERS.iter().any(|offer| name.contains(offer))).then_some(Kind::Offer)
}

fn is_notice(name: &str) -> bool {
    let about = ABOUT.iter().find(|about| name.contains(**about));
    let called = about.is_some_and(|about| {
        name.trim_end_matches('s') == *about
            || HOLDERS.iter().any(|holder| name.replacen(about, "", 1).contains(holder))
    });
    called || PROGRAMS.iter().any(|program| name.starts_with(program))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<p>Nobody was hurt.</p>";

    #[test]
    fn notices_go_and_what_is_like_them_stays() {
        let notice = "<div class='x cookie-banner'><div><p>We use cookies.</p></div></div>";
        assert_eq!(without_notices(&format!("<body>{notice}{TEXT}</body>")), format!("<body>{TEXT}</body>"));
        for name in ["consent", "CookieConsent", "gdpr_popup", "cookies", "consent-modal", "didomi-host"] {
            let page = format!("{TEXT}<section id={name}>Accept all</section>{TEXT}");
            assert_eq!(without_notices(&page), TEXT.repeat(2), "{name}");
        }
        for stays in [
            format!("<div id=christmas-cookies>{TEXT}</div>"),
            format!("<div class=no-cookies-allowed>{TEXT}</div>"),
            format!("<body class=cookie-notice>{TEXT}</body>"),
            format!("<div class=cookie-wall>{}</div>", TEXT.repeat(100)),
            format!("<div class=cookie-banner>{TEXT}"),
        ] {
            assert_eq!(without_notices(&stays), stays);
        }
    }

    #[test]
    fn menus_windows_and_offers_go() {
        for gone in [
            "<nav><ul><li>Home</li></ul></nav>",
            "<div role=dialog><p>Take the Echo for a month.</p></div>",
            "<DIV ROLE='Navigation'>Home</DIV>",
            "<footer><p>All rights are reserved.</p></footer>",
            "<footer><nav>Home</nav><p>All rights</p><nav>News</nav> are reserved.</footer>",
            "<div class='vjs-modal'>The player is loading.</div>",
            "<amp-consent><div>We use cookies.</div></amp-consent>",
            "<amp-sticky-ad layout=nodisplay><AMP-AD>Buy a boat.</AMP-AD></amp-sticky-ad>",
            "<div class=newsletter><p>All the news of Tarn by post.</p><form><input></form></div>",
        ] {
            assert_eq!(without_notices(&format!("{TEXT}{gone}{TEXT}")), TEXT.repeat(2), "{gone}");
        }
        for stays in [
            format!("<div class=newsletter>{TEXT}</div>"),
            format!("<div class=for-subscribers>{}<button>Share</button></div>", TEXT.repeat(30)),
            format!("<div role=main>{TEXT}</div>"),
            format!("<figure><amp-img src=a.jpg></amp-img><figcaption>The lock</figcaption></figure>{TEXT}"),
            format!("<amp-ad>{TEXT}"),
            format!("<blockquote>{TEXT}<footer>Ann Lee</footer></blockquote>"),
        ] {
            assert_eq!(without_notices(&stays), stays);
        }
    }
}
