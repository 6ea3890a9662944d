//! The writer of packed records.

use super::HUNDRED;
use crate::document::{
    About, Annotation, Article, Attribute, Block, Body, COLOURS, Id, LabelSet, Origin, Patch, Reading, State,
};
use crate::extract::{Boilerplate, Lean, QuoteKind, reason};
use crate::text::Span;

/// Records, one a line.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) text: String,
}

impl Lines {
    pub(super) fn with_room(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes) }
    }

    pub(super) fn line(&mut self, letter: char, fields: &[&str]) {
        self.text.push(letter);
        fields.iter().for_each(|field| self.field(field));
        self.text.push('\n');
    }

    fn field(&mut self, words: &str) {
        self.text.push('\t');
        self.plain(words);
    }

    /// `=` before the words when there are some, so that empty words differ from none.
    fn some(&mut self, words: Option<&str>) {
        self.text.push('\t');
        if let Some(words) = words {
            self.text.push('=');
            self.plain(words);
        }
    }

    fn plain(&mut self, words: &str) {
        let special = |byte| matches!(byte, b'\\' | b'\t' | b'\n');
        let mut rest = words;
        while let Some(at) = rest.bytes().position(special) {
            let (plain, special) = rest.split_at(at);
            self.text.push_str(plain);
            self.text.push_str(match special.as_bytes().first() {
                Some(b'\t') => "\\t",
                Some(b'\n') => "\\n",
                _ => "\\\\",
            });
            rest = special.get(1..).unwrap_or("");
        }
        self.text.push_str(rest);
    }

    fn spans(&mut self, spans: &[Span]) {
        self.text.push('\t');
        for span in spans {
            self.number(span.start);
            self.text.push('-');
            self.number(span.end);
            self.text.push(' ');
        }
    }

    fn score(&mut self, score: f32) {
        let hundredths = (score * 100.0).round();
        let exact = hundredths / 100.0 == score && (0.0..=HUNDRED).contains(&hundredths);
        let bits = Some(score.to_bits()).filter(|&bits| bits > HUNDRED as u32).unwrap_or(0);
        self.number(if exact { hundredths as u32 } else { bits });
    }

    fn number(&mut self, number: impl itoa::Integer) {
        self.text.push_str(itoa::Buffer::new().format(number));
    }

    pub(super) fn about(&mut self, about: &About) {
        self.line('i', &about.fields().map(|(_, value)| value));
    }

    /// What is known of an article without its text.
    pub(super) fn frame(&mut self, article: &Article) {
        self.about(&article.about);
        if let Some(source) = &article.source {
            self.line('g', &[&source.name, &source.sha256]);
        }
        self.blocks(&article.blocks);
        if *article.labels != LabelSet::default() {
            self.labels(&article.labels);
        }
    }

    pub(super) fn labels(&mut self, set: &LabelSet) {
        self.line('v', &[&set.name]);
        for label in &set.labels {
            let attributes = Attribute::write(&label.attributes);
            let colour = COLOURS.get(usize::from(label.colour)).copied().unwrap_or_default();
            let id = label.id.to_string();
            self.line(
                'V',
                &[&id, &label.name, &label.key, colour, &label.guideline, &label.examples, &attributes],
            );
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.text.push('k');
            self.spans(&[block.span]);
            self.field(&block.kind.name());
            self.text.push('\n');
        }
    }

    pub(super) fn asides(&mut self, asides: &[Boilerplate]) {
        for aside in asides {
            self.aside(aside.span, Some(&aside.reason));
        }
    }

    pub(super) fn aside(&mut self, span: Span, reason: Option<&str>) {
        self.text.push(if reason.is_some() { 'o' } else { 'p' });
        self.spans(&[span]);
        if let Some(reason) = reason {
            self.field(reason);
        }
        self.text.push('\n');
    }

    pub(super) fn reading(&mut self, reading: &Reading) {
        self.asides(&reading.boilerplate);
        if reading.foreign {
            self.text.push_str("f\n");
        }
        if reading.bias_score > 0.0 || !reading.bias_sentences.is_empty() {
            self.lean(reading.bias_score, &reading.bias_sentences);
        }
    }

    pub(super) fn lean(&mut self, score: f32, sentences: &[Lean]) {
        self.text.push_str("l\t");
        self.score(score);
        self.text.push('\n');
        for lean in sentences {
            self.text.push('L');
            self.spans(&[lean.span]);
            self.text.push('\t');
            self.score(lean.score);
            self.text.push('\n');
        }
    }

    pub(super) fn patches(&mut self, patches: &[Patch]) {
        for patch in patches {
            self.text.push('e');
            self.spans(&[patch.span]);
            self.field(&patch.words);
            self.text.push('\n');
        }
    }

    /// `text` is the article's, or empty when it is not at hand: then reasons are written out.
    pub(super) fn annotation(&mut self, id: Id, annotation: &Annotation, text: &str) {
        let neutral = annotation
            .as_marker()
            .and_then(|m| reason::neutral_in(&m.reason, m.category, text.get(m.span.start..m.span.end)?));
        let state = match annotation.state {
            State::Suggested => "s",
            State::Accepted => "a",
            State::Rejected => "r",
        };
        self.text.push(match annotation.body {
            Body::Quote(_) => 'q',
            Body::Bias(_) if neutral.is_some() => 'c',
            Body::Bias(_) => 'b',
            Body::Own(_) => 'n',
        });
        self.id(Some(id));
        self.text.push('\t');
        self.text.push_str(state);
        self.text.push('\t');
        if let Origin::Core { version } = &annotation.origin {
            self.plain(version);
            self.text.push(' ');
        }
        self.text.push('\t');
        if let Some(score) = annotation.score {
            self.score(score);
        }
        self.text.push('\t');
        if !annotation.note.is_empty() {
            self.plain(&annotation.note);
        }
        match &annotation.body {
            Body::Quote(q) => {
                self.field(match q.kind {
                    QuoteKind::Direct => "d",
                    QuoteKind::Indirect => "i",
                    QuoteKind::Mixed => "m",
                });
                self.some(q.speaker.as_deref());
                self.some(q.addressee.as_deref());
                [&q.content, &q.source, &q.cue].into_iter().for_each(|spans| self.spans(spans));
                if q.anonymous {
                    self.field("u");
                }
            }
            Body::Bias(m) => {
                self.field(m.category.name());
                self.id(m.quote);
                self.spans(&[m.span]);
                self.field(neutral.unwrap_or(&m.reason));
            }
            Body::Own(own) => {
                self.field(&own.label.to_string());
                self.spans(&[own.span]);
                own.values.iter().for_each(|(name, value)| self.field(&[name, "=", value].concat()));
            }
        }
        self.text.push('\n');
    }

    fn id(&mut self, id: Option<Id>) {
        self.text.push('\t');
        if let Some(Id(number)) = id {
            self.text.push('a');
            self.number(number);
        }
    }

    pub(super) fn speaker(&mut self, name: &str, mentions: &[Span]) {
        self.text.push('s');
        self.field(name);
        self.spans(mentions);
        self.text.push('\n');
    }
}
