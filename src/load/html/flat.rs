use super::blocks::{Part, is_block};
use super::parse::raw;
use super::words::{count, one_line};
use crate::load::BlockKind;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// A paragraph of a page without a tree has so many words.
const LEAST: usize = 8;

/// The paragraphs of a page that nests too deep for a tree: all its longer lines, whatever they belong to.
pub(super) fn flat(html: &str) -> Vec<Part> {
    let tokenizer = Tokenizer::new(Flat::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    let mut lines = tokenizer.sink.0.into_inner();
    lines.end_line();
    lines.parts
}

#[derive(Default)]
struct Flat(RefCell<Lines>);

#[derive(Default)]
struct Lines {
    parts: Vec<Part>,
    line: String,
    /// Within an element of which nobody reads the words.
    unread: bool,
}

impl Lines {
    fn end_line(&mut self) {
        let words = one_line(&std::mem::take(&mut self.line));
        if count(&words) >= LEAST {
            self.parts.push(Part { kind: BlockKind::Paragraph, words, linked: 0 });
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = tag.name.as_ref();
        if is_block(name) || matches!(name, "br" | "td" | "th") {
            self.end_line();
        }
        if tag.kind == TagKind::EndTag {
            self.unread = false;
            return TokenSinkResult::Continue;
        }
        let reading = raw(name);
        self.unread = !matches!(reading, TokenSinkResult::Continue);
        reading
    }
}

impl TokenSink for Flat {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut lines = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return lines.tag(&tag),
            Token::CharacterTokens(text) if !lines.unread => lines.line.push_str(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_page_without_a_tree() {
        let html = "<title>Not this title, however many words it may have</title><div><p>The wall stood &amp; the tide turned \
            back before noon.<p>Short.<script>if (1 < 2) { return 'eight words that are no text at all' }</script>";
        let words: Vec<String> = flat(html).into_iter().map(|part| part.words).collect();
        assert_eq!(words, ["The wall stood & the tide turned back before noon."]);
    }
}
