use crate::document::BlockKind;

/// What the text in an HTML element of that name is, given in lower case; `None` for one that says nothing of it.
pub fn element_kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" => BlockKind::Heading(1),
        "h2" => BlockKind::Heading(2),
        "h3" => BlockKind::Heading(3),
        "h4" => BlockKind::Heading(4),
        "h5" => BlockKind::Heading(5),
        "h6" => BlockKind::Heading(6),
        "li" | "dt" | "dd" => BlockKind::Item,
        "blockquote" => BlockKind::Quote,
        "figcaption" | "caption" => BlockKind::Caption,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_that_tell_are_known() {
        assert_eq!(element_kind("h6"), Some(BlockKind::Heading(6)));
        assert_eq!(element_kind("dd"), Some(BlockKind::Item));
        assert_eq!(element_kind("p"), None);
    }
}
