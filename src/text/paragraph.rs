use super::Span;

/// The paragraphs of `text`: each line that holds more than white space, without the white space at its ends.
///
/// Plain text from a web page has one paragraph a line, with or without empty lines between.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let whole = Span::new(at, at + line.len());
        at = whole.end;
        let inner = whole.trimmed(text);
        (!inner.is_empty()).then_some(inner)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_are_no_paragraphs() {
        let text = "\n One.\r\n\n  \nTwo. \n";
        let found: Vec<&str> = paragraphs(text).map(|p| p.of(text)).collect();
        assert_eq!(found, ["One.", "Two."]);
    }
}
