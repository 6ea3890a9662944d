use super::suggest::suggestions;
use super::{About, Annotation, Article, Id, LabelSet, Ordered, Place, Reading, Source, State};
use crate::extract::{Boilerplate, Findings, Lean};
use crate::text::Span;
use std::rc::Rc;

/// An article with its annotations. Copies are cheap: they share the text and each annotation.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text and what is known about it.
    pub article: Rc<Article>,
    annotations: Ordered<Id, Rc<Annotation>>,
    speakers: Ordered<String, Vec<Span>>,
    /// The next id to give away. Never goes back, so that an undone annotation's id is not taken.
    next: u32,
}

/// Equal in all that can be seen: which id would come next does not count.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.article == other.article
            && self.annotations == other.annotations
            && self.speakers == other.speakers
    }
}

impl Document {
    /// An article without annotations.
    pub fn new(article: Article) -> Self {
        Self {
            article: Rc::new(article),
            annotations: Ordered::default(),
            speakers: Ordered::default(),
            next: 1,
        }
    }

    /// The annotation of that name.
    pub fn get(&self, id: Id) -> Option<&Rc<Annotation>> {
        self.annotations.get(&id)
    }

    /// Every annotation, by id.
    pub fn annotations(&self) -> impl ExactSizeIterator<Item = (Id, &Rc<Annotation>)> {
        self.annotations.iter().map(|(&id, annotation)| (id, annotation))
    }

    /// Every annotation's id, in the order of the text: by first span, the longer first.
    pub fn in_order(&self) -> Vec<Id> {
        let mut order: Vec<(usize, usize, u32)> = self.annotations().map(|(id, a)| key(id, a)).collect();
        order.sort_unstable();
        order.into_iter().map(|(_, _, id)| Id(id)).collect()
    }

    /// Where an annotation stands in the order of the text, to be compared with others; `None` when there is none of that id.
    pub fn place(&self, id: Id) -> Option<impl Ord + use<>> {
        self.get(id).map(|annotation| key(id, annotation))
    }

    /// Each speaker's mentions in the text, by canonical name.
    pub fn speakers(&self) -> &Ordered<String, Vec<Span>> {
        &self.speakers
    }

    /// The canonical names in use, by quotes or by mentions, sorted.
    pub fn speaker_names(&self) -> Vec<&str> {
        let quoted = self.annotations.iter().filter_map(|(_, a)| a.speaker());
        let mut names: Vec<&str> = self.speakers.iter().map(|(name, _)| name.as_str()).collect();
        for name in quoted {
            if let Err(place) = names.binary_search(&name) {
                names.insert(place, name); // rare: speakers have mentions
            }
        }
        names
    }

    /// What stands at byte `offset`, the shortest span first; rejected annotations last.
    pub fn at(&self, offset: usize) -> Vec<Place> {
        let (mut places, mut order) = (Vec::new(), Vec::new());
        for (id, annotation) in self.annotations() {
            let rejected = usize::from(annotation.state == State::Rejected);
            for (part, number, span) in annotation.spans().filter(|(_, _, span)| span.holds(offset)) {
                order.push((rejected, span.len(), places.len() as u32));
                places.push(Place { id, part, number });
            }
        }
        order.sort_unstable();
        order.into_iter().filter_map(|(_, _, n)| places.get(n as usize).copied()).collect()
    }

    /// An id that was never used in this document. It is taken once an annotation of that id is set.
    pub fn free_id(&self) -> Id {
        Id(self.next)
    }

    /// Adds the core's findings as suggestions, and its boilerplate. What is there stays. What quotation marks are there
    /// for is not kept.
    pub fn suggest(&mut self, findings: Findings) {
        for (id, annotation) in suggestions(findings.quotes, findings.bias, self.free_id()) {
            self.set(id, Some(Rc::new(annotation)));
        }
        for speaker in findings.speakers {
            let before = self.speakers.get(&speaker.name).into_iter().flatten().copied();
            let mentions = before.chain(speaker.mentions).collect();
            self.speakers.insert(speaker.name, mentions);
        }
        self.set_reading(Reading {
            boilerplate: findings.boilerplate,
            foreign: findings.foreign,
            bias_score: findings.bias_score,
            bias_sentences: findings.bias_sentences,
        });
    }

    /// Sets what the core tells of the text as a whole.
    pub(crate) fn set_reading(&mut self, reading: Reading) {
        Rc::make_mut(&mut self.article).reading = reading;
    }

    /// Where the article's own wording leans: its score, and its sentences.
    pub(crate) fn lean(&self) -> (f32, Vec<Lean>) {
        let reading = &self.article.reading;
        (reading.bias_score, reading.bias_sentences.clone())
    }

    /// Sets where the article's own wording leans.
    pub(crate) fn set_lean(&mut self, (score, sentences): &(f32, Vec<Lean>)) {
        let reading = &mut Rc::make_mut(&mut self.article).reading;
        reading.bias_score = *score;
        reading.bias_sentences.clone_from(sentences);
    }

    /// Whether nothing differs from `other` but where the article came from, which may be learned at any time.
    pub(crate) fn is_like(&self, other: &Document) -> bool {
        let source = self.article.source.as_ref();
        *self == other.with_source(source)
    }

    /// Makes this document like `other`. The ids that were given away stay taken.
    pub(crate) fn become_like(&mut self, other: &Document) {
        let next = self.next.max(other.next);
        *self = Self { next, ..other.with_source(self.article.source.as_ref()) };
    }

    fn with_source(&self, source: Option<&Source>) -> Self {
        let mut copy = self.clone();
        if copy.article.source.as_ref() != source {
            Rc::make_mut(&mut copy.article).source = source.cloned();
        }
        copy
    }

    /// Sets where the article came from.
    pub(crate) fn set_source(&mut self, source: Source) {
        Rc::make_mut(&mut self.article).source = Some(source);
    }

    /// Sets the labels that a person has made.
    pub(crate) fn set_labels(&mut self, labels: Rc<LabelSet>) {
        Rc::make_mut(&mut self.article).labels = labels;
    }

    /// Sets what is known about the article.
    pub(crate) fn set_about(&mut self, about: About) {
        Rc::make_mut(&mut self.article).about = about;
    }

    /// Sets `span` aside for a reason, or puts it back.
    pub(crate) fn set_aside(&mut self, span: Span, reason: Option<&str>) {
        let asides = &mut Rc::make_mut(&mut self.article).reading.boilerplate;
        asides.retain(|aside| aside.span != span);
        if let Some(reason) = reason {
            let place = asides.partition_point(|aside| aside.span.start < span.start);
            asides.insert(place, Boilerplate { span, reason: reason.to_owned() });
        }
    }

    /// Puts an annotation there, or takes it away. For edits and readers of files.
    pub(crate) fn set(&mut self, id: Id, annotation: Option<Rc<Annotation>>) {
        match annotation {
            Some(annotation) => {
                self.annotations.insert(id, annotation);
                self.next = self.next.max(id.0.saturating_add(1));
            }
            None => self.annotations.remove(&id),
        }
    }

    /// Sets a speaker's mentions, or takes the speaker away.
    pub(crate) fn set_speaker(&mut self, name: &str, mentions: Option<Vec<Span>>) {
        match mentions {
            Some(mentions) => self.speakers.insert(name.to_owned(), mentions),
            None => self.speakers.remove(name),
        }
    }
}

/// By first span, the longer first.
fn key(id: Id, annotation: &Annotation) -> (usize, usize, u32) {
    (annotation.anchor().start, usize::MAX - annotation.anchor().end, id.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{self, Category, QuoteKind};

    fn findings() -> Findings {
        Findings {
            quotes: vec![extract::Quote {
                kind: QuoteKind::Direct,
                content: vec![Span::new(1, 9)],
                source: vec![Span::new(12, 14)],
                cue: vec![],
                speaker: Some("Ada".into()),
                addressee: None,
                anonymous: true,
                score: 0.9,
            }],
            bias: vec![extract::Marker {
                span: Span::new(3, 6),
                category: Category::Doubt,
                score: 0.5,
                reason: "Why.".into(),
                neutral: None,
                quote: Some(0),
            }],
            ..Findings::default()
        }
    }

    #[test]
    fn a_marker_in_a_quote_keeps_its_tie() {
        let mut document = Document::new(Article::new("“a claim b” says Ada"));
        document.suggest(findings());
        let marker = document.annotations().find_map(|(_, a)| a.as_marker().cloned()).unwrap();
        assert!(document.get(marker.quote.unwrap()).unwrap().as_quote().is_some());
        assert!(document.get(Id(1)).unwrap().as_quote().is_some_and(|quote| quote.anonymous));
        assert_eq!(document.speaker_names(), ["Ada"]);
    }

    #[test]
    fn the_shortest_span_is_hit_first() {
        let mut document = Document::new(Article::new("“a claim b” says Ada"));
        document.suggest(findings());
        let parts: Vec<_> = document.at(4).into_iter().map(|place| place.part).collect();
        assert_eq!(parts, [super::super::Part::Marker, super::super::Part::Content]);
        assert!(document.at(10).is_empty());
    }
}
