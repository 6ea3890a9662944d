/// No tag that a person or a program means has so many attributes; the parser compares each with all before it.
const MOST: usize = 5_000;
/// Elements of which the content is no markup, and what ends it.
const RAW: [(&str, &str); 3] = [("script", "</script"), ("style", "</style"), ("textarea", "</textarea")];

/// Whether some tag has more attributes than any tag needs.
pub(super) fn is_flooded(html: &str) -> bool {
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = if let Some(comment) = tag.strip_prefix("!--") {
            comment.split_once("-->").map_or("", |(_, rest)| rest)
        } else if tag.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (count, after) = attributes(tag);
            if count > MOST {
                return true;
            }
            without_raw(tag, after)
        } else {
            tag
        };
    }
    false
}

/// How many attributes a tag has, and what comes after it.
fn attributes(tag: &str) -> (usize, &str) {
    let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    let mut rest = tag.get(1..).unwrap_or_default().trim_start_matches(|c| !ends_name(c));
    let mut count = 0;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (count, rest);
        }
        count += 1;
        // A name may begin with “=”.
        rest = rest.strip_prefix('=').unwrap_or(rest).trim_start_matches(|c| !ends_name(c) && c != '=');
        let Some(value) = rest.trim_ascii_start().strip_prefix('=') else { continue };
        let value = value.trim_ascii_start();
        rest = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                value.get(1..).and_then(|v| v.split_once(quote)).map_or("", |(_, rest)| rest)
            }
            _ => value.trim_start_matches(|c: char| !c.is_ascii_whitespace() && c != '>'),
        };
    }
}

/// What comes after a tag and after the content of its element, when that is no markup.
fn without_raw<'a>(tag: &str, after: &'a str) -> &'a str {
    let begins = |name: &str| tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let Some((_, end)) = RAW.iter().find(|(name, _)| begins(name)) else { return after };
    let is_end = |at: usize| after.get(at..at + end.len()).is_some_and(|text| text.eq_ignore_ascii_case(end));
    after
        .match_indices("</")
        .find(|(at, _)| is_end(*at))
        .and_then(|(at, _)| after.get(at..))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_tag_with_very_many_attributes_is_flooded() {
        let many = "a ".repeat(MOST + 1);
        assert!(is_flooded(&format!("<p>x</p><div {many}>")));
        assert!(is_flooded(&format!("<div b='>' {many}")));
        assert!(is_flooded(&format!("<script>a<b c=\"</SCRIPT><div {many}>")));
        assert!(is_flooded(&format!("<!-- <b c=\" --><div {many}>")));
        for text in [
            format!("<p title='{many}'>{many}"),
            format!("<script>if (a < b || a<b) {{ {many} }}</script>"),
            format!("<!-- <div {many}> --> 1 < 2"),
            "<é".to_owned(),
            "<a".to_owned(),
            "<a b=".to_owned(),
            "</".to_owned(),
        ] {
            assert!(!is_flooded(&text), "{text}");
        }
        assert_eq!(attributes("a b=1 c = '2 3' d/e=f>g").0, 4);
    }
}
