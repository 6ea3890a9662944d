use super::blocks::Blocks;
use super::highlights::{Drawn, Highlights, Ink};
use super::near::{AT_REST, NEAR, around};
use crate::document::{Annotation, Article, Document, Id, LabelSet, Place, State};
use crate::text::Span;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

/// The article on the page: its text, which is put there once, and what is drawn over it.
///
/// Long work is cut into slices. When the article or what is shown of it changes meanwhile, the old work stops.
#[derive(Clone)]
pub struct ArticleView {
    pub(super) inner: Rc<Inner>,
}

/// When the text rests: so long after it was scrolled, in ms.
const RESTS: u32 = 200;

/// No annotation is longer, in bytes; of a longer one, the end is drawn only while its beginning is near.
const LONGEST: usize = 12_000;

/// What there is to be seen in the text.
#[derive(Clone)]
pub struct Scene {
    /// The article with its annotations.
    pub document: Rc<Document>,
    /// The annotations that are drawn, in the order of the text.
    pub visible: Rc<Vec<Id>>,
    /// The span that is picked.
    pub picked: Option<Place>,
    /// Where the person is, in bytes: what is set aside there is unfolded.
    pub here: Option<usize>,
}

/// Something to do once the text is on the page.
type Later = Box<dyn FnOnce(&ArticleView)>;

pub(super) struct Inner {
    /// What scrolls.
    pub(super) frame: HtmlElement,
    /// What holds the paragraphs.
    root: Element,
    pub(super) blocks: RefCell<Option<Rc<RefCell<Blocks>>>>,
    built: Cell<bool>,
    highlights: Option<Highlights>,
    drawn: RefCell<Vec<(Id, Rc<Annotation>, Drawn)>>,
    pub(super) picked: RefCell<(Option<Rc<Annotation>>, Drawn)>,
    hovered: RefCell<(Option<Place>, Drawn)>,
    found: RefCell<Drawn>,
    /// What is to be seen, and the bytes around the screen where it is drawn.
    pub(super) scene: RefCell<Option<Scene>>,
    near: Cell<Span>,
    /// Ends the drawing of what is further from the screen, once the text rests.
    resting: RefCell<Option<Timeout>>,
    /// Everything is drawn, not only what is near the screen.
    printing: Cell<bool>,
    /// Where the last move by a line led, and the column it kept to, in CSS pixels.
    pub(super) column: Cell<Option<(usize, f64)>>,
    /// Counts places that the text was scrolled to; an older one is given up.
    pub(super) going: Cell<u32>,
    /// Counts articles; work on an older one sees that it is older.
    article: Cell<u32>,
    /// What to do as soon as the text is there.
    then: RefCell<Vec<Later>>,
}

impl ArticleView {
    /// A view in `root`, which holds nothing else, scrolled by `frame`.
    pub fn new(frame: HtmlElement, root: Element) -> Self {
        let inner = Inner {
            frame,
            root,
            blocks: RefCell::default(),
            built: Cell::new(false),
            highlights: Highlights::new(),
            drawn: RefCell::default(),
            picked: RefCell::default(),
            hovered: RefCell::default(),
            found: RefCell::default(),
            scene: RefCell::default(),
            near: Cell::default(),
            resting: RefCell::default(),
            printing: Cell::default(),
            column: Cell::default(),
            going: Cell::new(0),
            article: Cell::new(0),
            then: RefCell::default(),
        };
        Self { inner: Rc::new(inner) }
    }

    /// Whether this browser can draw over text.
    pub fn can_draw(&self) -> bool {
        self.inner.highlights.is_some()
    }

    /// Takes everything off that is drawn: the article leaves the page, and what is drawn would keep its text in memory.
    pub fn clear(&self) {
        self.inner.scene.take();
        self.erase();
    }

    fn erase(&self) {
        let inner = &self.inner;
        inner.near.set(Span::default());
        inner.drawn.borrow_mut().clear();
        inner.picked.take();
        inner.hovered.take();
        inner.found.take();
        if let Some(highlights) = &inner.highlights {
            highlights.clear();
        }
    }

    /// Shows a scene; only what differs from the last one is done. Tells whether anything does.
    ///
    /// Browsers slow down with thousands of ranges, so that only those near what is on the screen are drawn.
    pub fn present(&self, scene: Scene) -> bool {
        let before = self.inner.scene.replace(Some(scene.clone()));
        let same = |as_before: &dyn Fn(&Scene) -> bool| before.as_ref().is_some_and(as_before);
        let same_text =
            same(&|before| Rc::ptr_eq(&before.document.article.text, &scene.document.article.text));
        let same_document = same(&|before| Rc::ptr_eq(&before.document, &scene.document));
        let same_marks = same_document && same(&|before| Rc::ptr_eq(&before.visible, &scene.visible));
        let same_picked = same_document && same(&|before| before.picked == scene.picked);
        let same_fold = same_document && same(&|before| before.here == scene.here);
        if same_marks && same_picked && same_fold {
            return false;
        }
        if !same_text {
            self.show(&scene.document.article);
        } else if !same(&|before| Rc::ptr_eq(&before.document.article.labels, &scene.document.article.labels))
        {
            // Their colours may have changed.
            for (.., drawn) in self.inner.drawn.take() {
                self.inner.highlights.iter().for_each(|highlights| highlights.erase(&drawn));
            }
        }
        self.when_built(move |view| {
            if !same_fold {
                view.fold();
            }
            if !same_marks {
                view.draw_near(None);
            }
            if !same_picked {
                view.pick();
            }
            view.tie();
        });
        true
    }

    /// Puts an article on the page in place of the last one.
    fn show(&self, article: &Article) {
        let inner = &self.inner;
        let number = inner.article.get() + 1;
        inner.article.set(number);
        inner.built.set(false);
        self.erase();
        let blocks = Blocks::new(
            inner.root.clone(),
            article.text.clone(),
            article.index.clone(),
            article.blocks.clone(),
        );
        let blocks = Rc::new(RefCell::new(blocks));
        inner.blocks.replace(Some(blocks.clone()));
        inner.frame.set_scroll_top(0);
        let view = self.clone();
        spawn_local(async move {
            let current = || view.inner.article.get() == number;
            Blocks::build(&blocks, current).await;
            if current() {
                view.inner.built.set(true);
                for act in view.inner.then.take() {
                    act(&view);
                }
            }
        });
    }

    fn fold(&self) {
        if let Some(blocks) = &*self.inner.blocks.borrow()
            && let Some(scene) = &*self.inner.scene.borrow()
        {
            let (asides, open) = (&scene.document.article.reading.boilerplate, scene.here);
            if !blocks.borrow().is_aside(asides, open) {
                blocks.borrow_mut().set_aside(asides, open);
            }
        }
    }

    /// To be called when the text was scrolled: draws what has come near the screen.
    pub fn scrolled(&self) {
        if self.inner.built.get() {
            if self.draw_near(Some(NEAR)) {
                self.pick();
            }
            self.tie();
            let view = self.clone();
            let rest = Timeout::new(RESTS, move || {
                view.inner.near.set(Span::default());
                view.draw_near(Some(AT_REST));
            });
            self.inner.resting.replace(Some(rest));
        }
    }

    /// Draws everything, as the whole article goes to paper; or again what is near the screen.
    pub fn print(&self, on: bool) {
        self.inner.printing.set(on);
        self.inner.near.set(Span::default());
        if self.inner.built.get() {
            self.draw_near(None);
            self.pick();
        }
    }

    /// Draws the annotations near the screen; those that stay as they were are left alone. With `far`, in bytes, nothing is done while what
    /// is on the screen lies within what was near. Tells whether anything was done.
    fn draw_near(&self, far: Option<usize>) -> bool {
        let inner = &self.inner;
        let (Some(highlights), Some(blocks)) = (&inner.highlights, inner.blocks.borrow().clone()) else {
            return false;
        };
        let Some(Scene { document, visible, .. }) = inner.scene.borrow().clone() else { return false };
        let rect = inner.frame.get_bounding_client_rect();
        let seen = blocks.borrow().between(rect.top(), rect.bottom());
        let is_near = inner.near.get().contains(seen);
        if is_near && far.is_some() {
            return false;
        }
        if !is_near {
            let far = if inner.printing.get() { usize::MAX } else { far.unwrap_or(AT_REST) };
            inner.near.set(around(seen, far, inner.near.get()));
        }
        let near = inner.near.get();
        let start = |id: &Id| document.get(*id).map_or(0, |annotation| annotation.anchor().start);
        let first = visible.partition_point(|id| start(id) < near.start.saturating_sub(LONGEST));
        let ids = visible.iter().skip(first).take_while(|id| start(id) < near.end);
        // What is still as it was drawn stays; the rest is taken off.
        let (mut old, mut drawn) = (inner.drawn.take(), Vec::new());
        let key = |(place, (id, ..)): (usize, &(Id, Rc<Annotation>, Drawn))| (id.0 as usize, place, 0_u32);
        let mut places: Vec<(usize, usize, u32)> = old.iter().enumerate().map(key).collect();
        places.sort_unstable();
        let mut outer = 0; // how far the quotes before this one reach
        let mut fresh = Vec::new();
        for id in ids {
            let Some(annotation) = document.get(*id) else { continue };
            if annotation.spans().all(|(_, _, span)| span.end < near.start) {
                continue;
            }
            let nested = annotation.anchor().end <= outer;
            if annotation.as_quote().is_some() {
                outer = outer.max(annotation.anchor().end);
            }
            let place = places.binary_search_by_key(&(id.0 as usize), |(id, ..)| *id).ok();
            let was = place.and_then(|place| old.get_mut(places.get(place)?.1));
            match was {
                Some((_, was, ranges)) if Rc::ptr_eq(was, annotation) => {
                    drawn.push((*id, annotation.clone(), std::mem::take(ranges)));
                }
                _ => fresh.push((*id, annotation, nested)),
            }
        }
        old.iter().for_each(|(.., ranges)| highlights.erase(ranges));
        for (id, annotation, nested) in fresh {
            let labels = &document.article.labels;
            let ranges = draw_annotation(highlights, &blocks.borrow(), annotation, nested, labels);
            drawn.push((id, annotation.clone(), ranges));
        }
        inner.drawn.replace(drawn);
        true
    }

    /// Draws what is picked: the whole annotation, the one span stronger, and where else its speaker is mentioned.
    fn pick(&self) {
        let inner = &self.inner;
        let (Some(highlights), Some(blocks)) = (&inner.highlights, inner.blocks.borrow().clone()) else {
            return;
        };
        let Some(Scene { document, picked, .. }) = inner.scene.borrow().clone() else { return };
        highlights.erase(&inner.picked.take().1);
        let Some((place, annotation)) = picked.and_then(|place| Some((place, document.get(place.id)?)))
        else {
            return;
        };
        let mut drawn = Drawn::new();
        for (part, number, span) in annotation.spans() {
            let chosen = (part, number) == (place.part, place.number);
            let ink = if chosen { Ink::PickedPart } else { Ink::Picked };
            highlights.draw(ink, &blocks.borrow().pieces(span), &mut drawn);
        }
        let mentions = annotation.speaker().and_then(|name| document.speakers().get(name));
        let near = inner.near.get();
        for &mention in mentions.into_iter().flatten().filter(|mention| near.holds(mention.start)) {
            highlights.draw(Ink::Mention, &blocks.borrow().pieces(mention), &mut drawn);
        }
        inner.picked.replace((Some(annotation.clone()), drawn));
    }

    /// Shows what was looked for, and the one of it that is shown now stronger.
    pub fn found(&self, places: &[Span], now: Option<Span>) {
        let inner = &self.inner;
        let (Some(highlights), Some(blocks)) = (&inner.highlights, inner.blocks.borrow().clone()) else {
            return;
        };
        highlights.erase(&inner.found.take());
        let mut drawn = Drawn::new();
        for &place in places {
            let ink = if Some(place) == now { Ink::PickedPart } else { Ink::Found };
            highlights.draw(ink, &blocks.borrow().pieces(place), &mut drawn);
        }
        inner.found.replace(drawn);
    }

    /// Shows what a click at `byte` would pick.
    pub fn hover(&self, byte: Option<usize>) {
        let inner = &self.inner;
        let (Some(highlights), Some(blocks)) = (&inner.highlights, inner.blocks.borrow().clone()) else {
            return;
        };
        let Some(Scene { document, visible, .. }) = inner.scene.borrow().clone() else { return };
        let shown = |place: &Place| visible.contains(&place.id);
        let place = byte.and_then(|byte| document.at(byte).into_iter().find(shown));
        if inner.hovered.borrow().0 == place {
            return;
        }
        highlights.erase(&inner.hovered.take().1);
        let mut drawn = Drawn::new();
        if let Some(annotation) = place.and_then(|place| document.get(place.id)) {
            for (_, _, span) in annotation.spans() {
                highlights.draw(Ink::Hover, &blocks.borrow().pieces(span), &mut drawn);
            }
        }
        inner.hovered.replace((place, drawn));
    }

    pub(super) fn when_built(&self, act: impl FnOnce(&ArticleView) + 'static) {
        if self.inner.built.get() {
            act(self);
        } else {
            self.inner.then.borrow_mut().push(Box::new(act));
        }
    }
}

fn draw_annotation(
    highlights: &Highlights,
    blocks: &Blocks,
    annotation: &Annotation,
    nested: bool,
    labels: &LabelSet,
) -> Drawn {
    let mut drawn = Drawn::new();
    if annotation.state == State::Rejected {
        return drawn;
    }
    for (part, _, span) in annotation.spans() {
        highlights.draw(Ink::of(annotation, part, nested, labels), &blocks.pieces(span), &mut drawn);
    }
    drawn
}
