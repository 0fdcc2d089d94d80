//! What precedes the root of an XML document: its encoding and its type.

/// Whether the first element of a document has a name. If a long type declaration pushes it beyond
/// the first bytes, the name of the type counts instead.
pub fn has_root(head: &[u8], name: &[u8]) -> bool {
    let mut rest = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    while rest.starts_with(b"<?") || rest.starts_with(b"<!") {
        let (end, declared) = match declared_type(rest) {
            Some(declared) => (end_of_declaration(rest), Some(declared)),
            None if rest.starts_with(b"<!--") => (memchr::memmem::find(rest, b"-->").map(|at| at + 3), None),
            None => (memchr::memchr(b'>', rest).map(|at| at + 1), None),
        };
        let Some(end) = end else { return declared.is_some_and(|declared| local(declared) == name) };
        rest = rest[end..].trim_ascii_start();
    }
    rest.strip_prefix(b"<").is_some_and(|rest| local(rest) == name)
}

/// What follows `<!DOCTYPE ` in a declaration of a type.
fn declared_type(rest: &[u8]) -> Option<&[u8]> {
    const WORD: &[u8] = b"<!DOCTYPE";
    let word = rest.get(..WORD.len()).filter(|word| word.eq_ignore_ascii_case(WORD))?;
    Some(rest[word.len()..].trim_ascii_start())
}

/// The name at the start of a text, without the prefix of its namespace.
fn local(rest: &[u8]) -> &[u8] {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'[');
    let name = &rest[..rest.iter().position(ends).unwrap_or(rest.len())];
    name.rsplit(|&byte| byte == b':').next().unwrap_or(name)
}

/// The position after the declaration of a type, including what it declares in brackets; `None` if
/// it does not end. Quoted values and comments in it may contain any bracket.
pub fn end_of_declaration(rest: &[u8]) -> Option<usize> {
    let (mut at, mut inside) = (0, false);
    loop {
        let found = at + rest[at..].iter().position(|byte| b"[]<>\"'".contains(byte))?;
        let close: &[u8] = match rest[found] {
            b'>' if !inside => return Some(found + 1),
            b'<' if rest[found..].starts_with(b"<!--") => b"-->",
            b'<' if rest[found..].starts_with(b"<?") => b"?>",
            b'"' => b"\"",
            b'\'' => b"'",
            mark => {
                inside = (inside || mark == b'[') && mark != b']';
                at = found + 1;
                continue;
            }
        };
        at = found + 1 + memchr::memmem::find(&rest[found + 1..], close)? + close.len();
    }
}

/// The encoding that a document names: `encoding="iso-8859-1"`.
pub fn label(header: &[u8]) -> Option<String> {
    let header = String::from_utf8_lossy(&header[..header.len().min(200)]);
    let (_, rest) = header.split_once("encoding=")?;
    let rest = rest.trim_start_matches(['"', '\'']);
    Some(rest.split(['"', '\'', '?']).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_behind_whatever_stands_before_it() {
        for before in [
            "",
            "\u{FEFF}<?xml version=\"1.0\"?>\n",
            "<!-- <rss> --><?xml-stylesheet href='a.xsl'?>",
            "<!DOCTYPE nitf SYSTEM \"nitf.dtd\">",
            "<!DOCTYPE nitf SYSTEM \"nitf.dtd\" [<!ENTITY co \"Tarn > Wire]\"> <!-- ]> ' -->\n<?a ]> ?>\n] >",
            "<!doctype nitf [\n<!ELEMENT p (#PCDATA)><!ATTLIST p id CDATA '>'>\n]>\n",
        ] {
            let document = format!("{before}<n:nitf a='1'><rss/></n:nitf>");
            assert!(has_root(document.as_bytes(), b"nitf"), "{before}");
            assert!(!has_root(document.as_bytes(), b"rss"), "{before}");
        }
    }

    #[test]
    fn a_type_that_does_not_end_names_the_root() {
        for head in ["<!DOCTYPE nitf [<!ENTITY co \"Tarn", "<!DOCTYPE nitf[<!-- ]><rss>", "<!DOCTYPE nitf"] {
            assert!(has_root(head.as_bytes(), b"nitf") && !has_root(head.as_bytes(), b"rss"), "{head}");
        }
        for none in ["", "<", "<!", "<!-- nitf", "<?nitf", "nitf", "<!DOCTYPE"] {
            assert!(!has_root(none.as_bytes(), b"nitf"), "{none}");
        }
    }
}
