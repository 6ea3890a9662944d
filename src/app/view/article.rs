use super::shared::Shared;
use crate::app::state::Action;
use crate::browser::{ArticleView, page};
use crate::document::{Document, Id, Place};
use crate::text::Span;
use gloo_events::EventListener;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) document: Shared<Document>,
    pub(super) visible: Shared<Vec<Id>>,
    pub(super) selected: Option<Place>,
    /// Where the person is in the text, in bytes: what is set aside there is unfolded.
    pub(super) here: Option<usize>,
    pub(super) act: Callback<Action>,
    /// Told once the article can be drawn on.
    pub(super) on_view: Callback<ArticleView>,
}

/// The article. Yew renders its frame once; the text and the highlights are put there by [`ArticleView`].
#[function_component]
pub(super) fn ArticlePane(props: &Props) -> Html {
    let (frame, root) = (use_node_ref(), use_node_ref());
    let view = use_state(|| None::<ArticleView>);
    {
        let (frame, root, view, on_view) =
            (frame.clone(), root.clone(), view.setter(), props.on_view.clone());
        use_effect_with((), move |()| {
            if let (Some(frame), Some(root)) = (frame.cast::<HtmlElement>(), root.cast::<Element>()) {
                let made = ArticleView::new(frame, root);
                on_view.emit(made.clone());
                view.set(Some(made));
            }
        });
    }
    // The text: once an article. Its `Rc<str>` stays the same through all edits.
    let text = Text(props.document.article.text.clone());
    {
        let (view, document) = (view.clone(), props.document.clone());
        use_effect_with((text, view.is_some()), move |_| {
            if let Some(view) = &*view {
                view.show(&document.article);
            }
        });
    }
    {
        let drawn = (props.document.clone(), props.visible.clone(), view.is_some());
        let view = view.clone();
        use_effect_with(drawn, move |(document, visible, _)| {
            if let Some(view) = &*view {
                view.draw(document, visible);
            }
        });
    }
    {
        let view = view.clone();
        let picked = (props.selected, props.document.clone(), view.is_some());
        use_effect_with(picked, move |(selected, document, _)| {
            if let Some(view) = &*view {
                let picked = selected.and_then(|place| Some((document.get(place.id)?.clone(), place)));
                let speaker = picked.as_ref().and_then(|(annotation, _)| annotation.speaker());
                let mentions = speaker.and_then(|name| document.speakers().get(name)).cloned();
                view.pick(picked, mentions.unwrap_or_default());
            }
        });
    }
    {
        let view = view.clone();
        use_effect_with((props.here, view.is_some()), move |(here, _)| {
            if let Some(view) = &*view {
                view.unfold(*here);
            }
        });
    }
    {
        let act = props.act.clone();
        use_effect_with((*view).clone().map(Same), move |view| {
            let view = view.as_ref().map(|same| same.0.clone());
            let listener = EventListener::new(&page(), "selectionchange", move |_| {
                if let Some((anchor, focus)) = view.as_ref().and_then(ArticleView::selection) {
                    let words = Span::new(anchor.min(focus), anchor.max(focus));
                    act.emit(Action::Words(Some(words).filter(|words| !words.is_empty())));
                }
            });
            move || drop(listener)
        });
    }
    let onclick = {
        let (view, act) = (view.clone(), props.act.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(view) = &*view else { return };
            let chosen = view.selection().is_some_and(|(anchor, focus)| anchor != focus);
            let at_pointer = view.byte_at(event.client_x() as f32, event.client_y() as f32);
            let byte = at_pointer.or_else(|| view.selection().map(|(_, focus)| focus));
            match byte {
                _ if chosen => {
                    // With Alt or Control: just what was selected, though it cuts words.
                    if let Some((anchor, focus)) =
                        view.selection().filter(|_| event.alt_key() || event.ctrl_key())
                    {
                        act.emit(Action::Exact(Span::new(anchor.min(focus), anchor.max(focus))));
                    }
                    act.emit(Action::Chosen);
                }
                Some(byte) => act.emit(Action::Hit(byte)),
                None => {}
            }
        })
    };
    let onpointermove = {
        let (view, document, visible) = (view.clone(), props.document.clone(), props.visible.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(view) = view.as_ref().filter(|_| event.buttons() == 0) else { return };
            let byte = view.byte_at(event.client_x() as f32, event.client_y() as f32);
            let shown = |place: &Place| visible.contains(&place.id);
            view.hover(&document, byte.and_then(|byte| document.at(byte).into_iter().find(shown)));
        })
    };
    let onpointerleave = {
        let (view, document) = (view.clone(), props.document.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some(view) = &*view {
                view.hover(&document, None);
            }
        })
    };
    let onscroll = {
        let (view, act) = (view.clone(), props.act.clone());
        Callback::from(move |_: Event| {
            if let Some(view) = &*view {
                view.scrolled();
            }
            act.emit(Action::Scrolled);
        })
    };
    let let_go = {
        let view = view.clone();
        Callback::from(move |()| {
            if let Some(view) = &*view {
                view.let_go();
            }
        })
    };
    let (onwheel, onpointerdown) = (let_go.reform(|_: WheelEvent| ()), let_go.reform(|_: PointerEvent| ()));
    html! {
        <div ref={frame} class="frame" {onscroll} {onwheel} {onpointerdown}>
            <article ref={root} id="article" class="text" tabindex="0" lang="" dir="auto"
                role="region" aria-label="Text of the article. Arrow keys choose words; letters label them."
                {onclick} {onpointermove} {onpointerleave} />
            <svg class="ties" aria-hidden="true"><path class="tie-source" /><path class="tie-cue" /></svg>
        </div>
    }
}

/// The text, equal when it is the same one.
struct Text(Rc<str>);

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A view, never compared: there is one.
struct Same(ArticleView);

impl PartialEq for Same {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
