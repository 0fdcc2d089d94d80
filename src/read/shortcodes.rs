//! The text of a post as WordPress stores and exports it: blank lines separate paragraphs, and
//! shortcodes stand for what the site generates, such as `[caption width="300"]…[/caption]`.

use super::markup;

/// The shortcodes that come with WordPress; other words in brackets stay.
const CODES: [&str; 8] = ["audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption", "more"];

/// The text of a post, with the content of shortcodes in paragraphs of its own.
pub fn text(post: &str) -> String {
    markup::text_in_lines(&without_codes(post))
}

/// Replaces each shortcode tag by the end of a paragraph; what is between two of them stays.
fn without_codes(post: &str) -> String {
    let (mut kept, mut from, mut at) = (String::with_capacity(post.len()), 0, 0);
    while let Some(open) = memchr::memchr(b'[', &post.as_bytes()[at..]).map(|found| at + found) {
        at = open + 1;
        let inner = post[at..].strip_prefix('/').unwrap_or(&post[at..]);
        let length = inner.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(inner.len());
        let (name, behind) = inner.split_at(length);
        if !CODES.contains(&name) || !behind.starts_with([']', ' ', '/']) {
            continue;
        }
        let Some(close) = post[at..].find(']') else { break };
        kept.extend([&post[from..open], "\n\n"]);
        at += close + 1;
        from = at;
    }
    kept + &post[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_beside_blocks() {
        let post =
            "Ten <b>sheep</b>.\n\nA ram.\n<blockquote>Baa</blockquote>\n<!-- wp:paragraph --><p>All.</p><!-- /wp -->";
        assert_eq!(text(post), "Ten sheep.\n\nA ram.\n\nBaa\n\nAll.");
    }

    #[test]
    fn short_codes_go_and_captions_stay() {
        let post = "One [sic].\n[caption id=\"a\" width=\"3\"]<img src=a> The ram[/caption]\nTwo.[gallery ids=\"1,2\"]";
        assert_eq!(text(post), "One [sic].\n\nThe ram\n\nTwo.");
        for kept in ["[captions]", "[/] [", "[caption", "[audio-visual] x", "[é]"] {
            assert_eq!(text(kept), kept);
        }
    }
}
