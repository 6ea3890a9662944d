use super::shared::press;
use crate::app::state::{Action, State};
use yew::prelude::*;

/// How far the person is who goes through the suggestions one by one; nothing when nobody does.
pub(super) fn review(state: &State, act: &Callback<Action>) -> Html {
    let Some(review) = state.review else { return html! {} };
    let done = review.total - review.left.min(review.total);
    let said = [&review.left.to_string(), " left of ", &review.total.to_string()].concat();
    let order = press(act, Action::ReviewOrder(!review.by_doubt));
    html! {
        <div class="review" role="group" aria-label="Review">
            <b>{ "Review" }</b>
            <progress max={review.total.to_string()} value={done.to_string()} aria-label="Suggestions judged" />
            <span role="status">{ said }</span>
            <span class="ignores">
                <button type="button" aria-pressed={review.by_doubt.to_string()} onclick={order} title="Else in the order of the text">{ "Doubtful first" }</button>
                <button type="button" onclick={press(act, Action::Review)} aria-keyshortcuts="Shift+R">{ "End" }</button>
            </span>
        </div>
    }
}
