//! A walk over XML, as forgiving as can be: the part before a fault is used.

use super::encoding::decode;
use quick_xml::Reader;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// What a walk meets, in order.
pub(super) enum Piece<'a> {
    /// An element opens.
    Open(Tag<'a>),
    /// The element of this name, without its prefix, closes.
    Close(&'a str),
    /// Words, with references resolved.
    Words(&'a str),
}

/// An opening tag.
pub(super) struct Tag<'a> {
    /// The name without its prefix: `p` for `<w:p>`.
    pub(super) name: &'a str,
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// The value of the attribute of this name, whatever its prefix.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.attributes();
        let found = attributes.with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
        let value = found.value;
        Some(if value.contains('&') {
            quick_xml::escape::unescape(&value).map(Cow::into_owned).unwrap_or_default().into()
        } else {
            value
        })
    }
}

/// Calls `visit` with each piece of the document.
pub(super) fn walk(bytes: &[u8], mut visit: impl FnMut(Piece<'_>)) {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Err(_) => decode(bytes).map_or(String::from_utf8_lossy(bytes), |decoded| decoded.text.into()),
    };
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => open(&start, &mut visit),
            Ok(Event::Empty(start)) => {
                open(&start, &mut visit);
                visit(Piece::Close(start.local_name().as_ref()));
            }
            Ok(Event::End(end)) => visit(Piece::Close(end.local_name().as_ref())),
            Ok(Event::Text(text)) => visit(Piece::Words(&text.xml10_content())),
            Ok(Event::CData(text)) => visit(Piece::Words(&text.xml10_content())),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => visit(Piece::Words(letter.encode_utf8(&mut [0; 4]))),
                _ => {
                    visit(Piece::Words(resolve_html5_entity(&reference.xml10_content()).unwrap_or_default()))
                }
            },
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

fn open(start: &BytesStart<'_>, visit: &mut impl FnMut(Piece<'_>)) {
    let name = start.local_name();
    visit(Piece::Open(Tag { name: name.as_ref(), start }));
}

/// The words of the first element of this name, such as the title in a file's properties.
pub(super) fn element(bytes: &[u8], name: &str) -> Option<String> {
    let mut words = String::new();
    let mut inside = false;
    let mut done = false;
    walk(bytes, |piece| match piece {
        Piece::Open(tag) if tag.name == name => inside = true,
        Piece::Close(closed) if closed == name => {
            inside = false;
            done |= !words.trim().is_empty();
        }
        Piece::Words(more) if inside && !done => words.push_str(more),
        _ => {}
    });
    some(&words)
}

/// The words with white space as single spaces, if there are any.
pub(super) fn some(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_attributes_are_resolved_and_faults_end_the_walk() {
        let mut seen = String::new();
        walk(b"<w:p w:a='x &amp; y'>a&amp;b&#233;&nbsp;&nothing; <br/><![CDATA[<]]></q></w:p><", |piece| {
            match piece {
                Piece::Open(tag) => seen += &format!("[{} {:?}]", tag.name, tag.get("a")),
                Piece::Close(name) => seen += &format!("[/{name}]"),
                Piece::Words(words) => seen += words,
            }
        });
        assert_eq!(seen, "[p Some(\"x & y\")]a&bé\u{a0} [br None][/br]<[/q][/p]");
        assert_eq!(element(b"<a><t> </t><t>Ferry\n runs</t></a>", "t"), Some("Ferry runs".to_owned()));
    }
}
