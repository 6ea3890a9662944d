use super::ArticleView;
use crate::document::{Annotation, Part};
use crate::text::Span;
use web_sys::{DomRect, Element};

/// How deep a line hangs that joins words of one line of text, in CSS pixels.
const DEPTH: f64 = 11.0;

impl ArticleView {
    /// Draws the lines that tie the source and the cue of what is picked to its content; none for anything else. To be called whenever
    /// something of the text may have moved.
    pub(super) fn tie(&self) {
        let picked = self.inner.picked.borrow().0.clone();
        for (part, class) in [(Part::Source, ".tie-source"), (Part::Cue, ".tie-cue")] {
            if let Some(path) = self.inner.frame.query_selector(class).ok().flatten() {
                let line = picked.as_ref().map(|annotation| self.lines(annotation, part)).unwrap_or_default();
                set(&path, &line);
            }
        }
    }

    /// The lines from each span of `part` to the nearest end of the content.
    fn lines(&self, annotation: &Annotation, part: Part) -> String {
        let Some(quote) = annotation.as_quote() else { return String::new() };
        let frame = &self.inner.frame;
        let corner = frame.get_bounding_client_rect();
        let (left, top) =
            (corner.left() - f64::from(frame.scroll_left()), corner.top() - f64::from(frame.scroll_top()));
        let mut path = String::new();
        for (_, _, span) in annotation.spans().filter(|(of, ..)| *of == part) {
            let gap = |content: &&Span| {
                content.start.saturating_sub(span.end) + span.start.saturating_sub(content.end)
            };
            let Some(&content) = quote.content.iter().min_by_key(gap) else { continue };
            let at = if content.start >= span.end { content.start } else { self.last_letter(content) };
            let (Some(from), Some(to)) = (self.middle(span), self.letter_rect(at)) else { continue };
            let (x1, x2) = (from.0 - left, (to.left() + to.right()) / 2.0 - left);
            let same = (from.1.top() - to.top()).abs() < to.height() / 2.0;
            let above = from.1.top() < to.top();
            let (y1, y2) = match (same, above) {
                (true, _) => (from.1.bottom() - top, to.bottom() - top),
                (_, true) => (from.1.bottom() - top, to.top() - top),
                (_, false) => (from.1.top() - top, to.bottom() - top),
            };
            let (c1, c2) = if same { (y1 + DEPTH, y2 + DEPTH) } else { ((y1 + y2) / 2.0, (y1 + y2) / 2.0) };
            let points = [("M", x1, y1), ("C", x1, c1), (" ", x2, c2), (" ", x2, y2)];
            for (command, x, y) in points {
                path.push_str(&[command, &(x as i32).to_string(), " ", &(y as i32).to_string()].concat());
            }
        }
        path
    }

    /// The middle of `words`, or of what of them stands in their first line, and the box of their first letter.
    fn middle(&self, words: Span) -> Option<(f64, DomRect)> {
        let first = self.letter_rect(words.start)?;
        let last = self.letter_rect(self.last_letter(words))?;
        let one_line = (first.top() - last.top()).abs() < first.height() / 2.0;
        let end = if one_line { last.right() } else { first.right() };
        Some(((first.left() + end) / 2.0, first))
    }
}

fn set(path: &Element, line: &str) {
    if path.get_attribute("d").unwrap_or_default() != line {
        let _ = path.set_attribute("d", line);
    }
}
