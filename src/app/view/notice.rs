use super::shared::press;
use crate::app::state::{Action, Notice};
use yew::prelude::*;

/// What there is to tell, above everything else. A problem stays until it is read.
pub(super) fn notice(notice: Option<&Notice>, act: &Callback<Action>) -> Html {
    let onclick = press(act, Action::Dismiss);
    let problem = notice.is_some_and(|notice| notice.problem);
    // The live regions stay on the page, so that a screen reader hears what comes into them.
    let text =
        |wanted: bool| notice.filter(|n| n.problem == wanted).map(|n| n.text.clone()).unwrap_or_default();
    html! {
        <div class={classes!("notice", notice.is_none().then_some("hidden"), problem.then_some("problem"))}>
            <span role="status">{ text(false) }</span>
            <span role="alert">{ text(true) }</span>
            if let Some((name, action)) = notice.and_then(|notice| notice.offer.clone()) {
                <button type="button" onclick={press(act, *action)}>{ name }</button>
            }
            if notice.is_some() {
                <button type="button" class="icon" {onclick} aria-label="Dismiss">{ "×" }</button>
            }
        </div>
    }
}
