use super::shared::{button, closes, press};
use crate::app::state::{Action, Command, Dialog, Group, Key, State, commands};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The dialog's content: the map of keys. Each key can be changed: `listening` is the command that gets the next key.
pub(super) fn keys(state: &State, listening: Option<&'static str>, act: &Callback<Action>) -> Html {
    let on_letters = act.reform(|event: Event| {
        Action::LettersOff(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| !input.checked()))
    });
    let onkeydown = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(id) = listening else { return };
            let name = event.key();
            let is_modifier =
                ["Shift", "Control", "Alt", "AltGraph", "Meta", "Dead"].contains(&name.as_str());
            if is_modifier || name == "Escape" || name == "Tab" || event.is_composing() {
                return;
            }
            event.prevent_default();
            let key = Key {
                name: &name,
                control: event.ctrl_key() || event.meta_key(),
                shift: event.shift_key(),
                alt: event.alt_key(),
            };
            if let Some(written) = key.written() {
                act.emit(Action::SetKey(id, Some(written)));
            }
        })
    };
    let row = |command: Command| {
        let keys = state.keymap.keys(&command);
        let waits = listening == Some(command.id);
        let onclick = press(act, Action::Dialog(Some(Dialog::Keys(Some(command.id).filter(|_| !waits)))));
        let shown = match (waits, keys) {
            (true, _) => "Press a key…".to_owned(),
            (_, "") => "none".to_owned(),
            _ => shown(keys),
        };
        let name = [command.name, ": ", &shown, ". Change the key"].concat();
        html! {
            <div>
                <dt><button type="button" class="key" aria-pressed={waits.to_string()} aria-label={name} {onclick}><kbd>{ shown }</kbd></button></dt>
                <dd>{ command.name }</dd>
            </div>
        }
    };
    html! {
        <div {onkeydown}>
            <h2 id="dialog-title" tabindex="-1" autofocus=true>{ "Keys" }</h2>
            <p class="quiet">{ "Press one to give its command another key. Shift with a key that moves chooses words. Esc lets go, one thing at a time." }</p>
            <div class="keys">
                { for Group::ALL.iter().map(|&(group, title)| html! {
                    <section>
                        <h3>{ title }</h3>
                        <dl>{ for commands().into_iter().filter(|command| command.group == group).map(row) }</dl>
                    </section>
                }) }
            </div>
            <div class="choices">
                { closes("Close", "primary", act) }
                { button("All commands…", "", "", press(act, Action::Dialog(Some(Dialog::Commands(String::new(), 0))))) }
                if !state.keymap.is_first() {
                    { button("First keys again", "", "Gives every command the key it had at first", press(act, Action::ResetKeys)) }
                }
                <label>
                    <input type="checkbox" checked={!state.letters_off} onchange={on_letters} />
                    { " Keys that are a single letter or mark" }
                </label>
            </div>
        </div>
    }
}

/// Keys as people know them.
pub(super) fn shown(keys: &str) -> String {
    let signs = [("Arrow", ""), ("Left", "←"), ("Right", "→"), ("Up", "↑"), ("Down", "↓"), ("+", " ")];
    signs.iter().fold(keys.replace(' ', " or "), |keys, (from, to)| keys.replace(from, to))
}
