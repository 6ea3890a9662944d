use crate::app::state::{Action, Notice};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long a notice of something done stays, in ms.
const STAYS: u32 = 5_000;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) notice: Option<Notice>,
    pub(super) act: Callback<Action>,
}

/// What there is to tell, above everything else. A problem stays until it is read.
#[function_component]
pub(super) fn NoticeBar(props: &Props) -> Html {
    {
        let act = props.act.clone();
        use_effect_with(props.notice.clone(), move |notice| {
            let goes = notice.as_ref().is_some_and(|notice| !notice.problem);
            let timer = goes.then(|| Timeout::new(STAYS, move || act.emit(Action::Dismiss)));
            move || drop(timer)
        });
    }
    let onclick = props.act.reform(|_: MouseEvent| Action::Dismiss);
    let problem = props.notice.as_ref().is_some_and(|notice| notice.problem);
    // The live regions stay on the page, so that a screen reader hears what comes into them.
    let text = |wanted: bool| props.notice.as_ref().filter(|n| n.problem == wanted).map(|n| n.text.clone());
    html! {
        <div class={classes!("notice", props.notice.is_none().then_some("hidden"), problem.then_some("problem"))}>
            <span role="status">{ text(false).unwrap_or_default() }</span>
            <span role="alert">{ text(true).unwrap_or_default() }</span>
            if props.notice.is_some() {
                <button type="button" class="icon" {onclick} aria-label="Dismiss">{ "×" }</button>
            }
        </div>
    }
}
