use crate::app::state::Action;
use crate::browser::{ArticleView, page};
use crate::text::Span;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// When words are chosen that are selected by touch: so long after the handles were moved, in ms. Nothing tells that they were let go.
const HANDLES_REST: u32 = 700;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) act: Callback<Action>,
    /// Told once the article can be drawn on.
    pub(super) on_view: Callback<ArticleView>,
}

/// The article. Yew renders its frame once; the text and the highlights are put there by [`ArticleView::present`].
#[function_component]
pub(super) fn ArticlePane(props: &Props) -> Html {
    let (frame, root) = (use_node_ref(), use_node_ref());
    let view = use_state(|| None::<ArticleView>);
    // The hand that was last in the text was a finger's.
    let touched = use_memo((), |()| Cell::new(false));
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
    {
        let (act, touched) = (props.act.clone(), touched.clone());
        use_effect_with((*view).clone().map(Same), move |view| {
            let view = view.as_ref().map(|same| same.0.clone());
            let chosen = RefCell::new(None);
            let listener = EventListener::new(&page(), "selectionchange", move |_| {
                if let Some((anchor, focus)) = view.as_ref().and_then(ArticleView::selection) {
                    let words = Span::new(anchor.min(focus), anchor.max(focus));
                    act.emit(Action::Words(Some(words).filter(|words| !words.is_empty())));
                    let act = act.clone();
                    let rests = || Timeout::new(HANDLES_REST, move || act.emit(Action::Chosen));
                    chosen.replace(touched.get().then(rests));
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
        let view = view.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(view) = view.as_ref().filter(|_| event.buttons() == 0) else { return };
            view.hover(view.byte_at(event.client_x() as f32, event.client_y() as f32));
        })
    };
    let onpointerleave = {
        let view = view.clone();
        Callback::from(move |_: PointerEvent| {
            if let Some(view) = &*view {
                view.hover(None);
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
    let onwheel = let_go.reform(|_: WheelEvent| ());
    let onpointerdown = {
        let touched = touched.clone();
        let_go.reform(move |event: PointerEvent| touched.set(event.pointer_type() == "touch"))
    };
    let onkeydown = Callback::from(move |_: KeyboardEvent| touched.set(false));
    html! {
        <div ref={frame} class="frame" {onscroll} {onwheel} {onpointerdown} {onkeydown}>
            <article ref={root} id="article" class="text" tabindex="0" lang="" dir="auto"
                role="region" aria-label="Text of the article. Arrow keys choose words; letters label them."
                {onclick} {onpointermove} {onpointerleave} />
            <svg class="ties" aria-hidden="true"><path class="tie-source" /><path class="tie-cue" /></svg>
        </div>
    }
}

/// A view, never compared: there is one.
struct Same(ArticleView);

impl PartialEq for Same {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
