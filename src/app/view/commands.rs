use super::keys::shown;
use super::shared::closes;
use crate::app::state::{Action, Command, Dialog, State, matching};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The dialog's content: the palette of commands, those that `query` finds; the one with number `choice` is run by Enter.
pub(super) fn palette_of_commands(state: &State, query: &str, choice: usize, act: &Callback<Action>) -> Html {
    let found: Vec<Command> =
        matching(query).into_iter().filter(|c| state.session.is_some() || c.needs_no_article()).collect();
    let last = found.len().saturating_sub(1);
    let choice = choice.min(last);
    let chosen = found.get(choice).map(|command| command.id);
    let oninput = act.reform(|event: InputEvent| {
        let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        Action::Dialog(Some(Dialog::Commands(value.unwrap_or_default(), 0)))
    });
    let onkeydown = {
        let (act, query) = (act.clone(), query.to_owned());
        Callback::from(move |event: KeyboardEvent| {
            let to = |choice| Action::Dialog(Some(Dialog::Commands(query.clone(), choice)));
            let action = match (event.key().as_str(), chosen) {
                ("ArrowDown", _) => to(if choice == last { 0 } else { choice + 1 }),
                ("ArrowUp", _) => to(choice.checked_sub(1).unwrap_or(last)),
                ("Enter", Some(id)) if !event.is_composing() => Action::Run(id),
                _ => return,
            };
            event.prevent_default();
            act.emit(action);
        })
    };
    let row = |(number, command): (usize, &Command)| {
        let id = command.id;
        let onclick = act.reform(move |_: MouseEvent| Action::Run(id));
        let keys = shown(state.keymap.keys(command));
        html! {
            <li key={id} id={["command-", id].concat()} role="option" aria-selected={(number == choice).to_string()} {onclick}>
                <span>{ command.name }</span>
                if !keys.is_empty() { <kbd>{ keys }</kbd> }
            </li>
        }
    };
    html! {
        <div class="commands">
            <h2 id="dialog-title" class="hidden">{ "Commands" }</h2>
            <div class="ask"><input type="text" role="combobox" aria-label="Command" aria-expanded="true" aria-controls="commands" aria-autocomplete="list"
                aria-activedescendant={chosen.map(|id| ["command-", id].concat())} placeholder="What do you want to do?" autocomplete="off"
                autofocus=true value={query.to_owned()} {oninput} {onkeydown} />{ closes("Close", "", act) }</div>
            <ul id="commands" role="listbox" aria-label="Commands">{ for found.iter().enumerate().map(row) }</ul>
            if found.is_empty() {
                <p class="quiet" role="status">{ "No command has these words in its name." }</p>
            }
        </div>
    }
}
