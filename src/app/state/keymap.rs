use super::{Command, command_of, commands};

/// The keys that a person has given to commands in place of the first ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    /// The command's id, and its keys; rarely more than a handful.
    own: Vec<(String, String)>,
}

impl Keymap {
    /// The keys of a command, parted by spaces; empty when it has none.
    pub fn keys<'a>(&'a self, command: &Command) -> &'a str {
        self.own.iter().find(|(id, _)| id == command.id).map_or(command.keys, |(_, keys)| keys)
    }

    /// The command of a key, as [`Key::written`](super::Key::written) writes it.
    pub fn command(&self, key: &str) -> Option<Command> {
        commands().into_iter().find(|command| self.keys(command).split_whitespace().any(|other| other == key))
    }

    /// Gives a command this key and no other; the command that had it goes without. With `None` the command has its first keys again.
    pub fn set(&mut self, id: &str, key: Option<&str>) {
        self.own.retain(|(other, _)| other != id);
        let first = command_of(id).map_or("", |command| command.keys);
        let keys = key.unwrap_or(first).to_owned();
        for command in commands().into_iter().filter(|command| command.id != id) {
            let had = self.keys(&command);
            let kept: Vec<&str> =
                had.split(' ').filter(|&one| !keys.split(' ').any(|taken| taken == one)).collect();
            let kept = kept.join(" ");
            if kept != had {
                self.own.retain(|(other, _)| other != command.id);
                self.own.push((command.id.to_owned(), kept));
            }
        }
        if keys != first {
            self.own.push((id.to_owned(), keys));
        }
    }

    /// Whether every command has its first keys.
    pub fn is_first(&self) -> bool {
        self.own.is_empty()
    }

    /// To be remembered: a line for each command with keys of its own.
    pub fn pack(&self) -> String {
        let lines: Vec<String> = self.own.iter().map(|(id, keys)| [id, "\t", keys].concat()).collect();
        lines.join("\n")
    }

    /// What [`Self::pack`] gave; lines that say nothing are left out.
    pub fn unpack(packed: &str) -> Self {
        let known = |id: &str| command_of(id).is_some();
        let lines = packed.lines().filter_map(|line| line.split_once('\t')).filter(|(id, _)| known(id));
        Self { own: lines.map(|(id, keys)| (id.to_owned(), keys.to_owned())).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(map: &Keymap, id: &str) -> String {
        map.keys(&command_of(id).unwrap()).to_owned()
    }

    #[test]
    fn a_key_belongs_to_one_command() {
        let mut map = Keymap::default();
        assert_eq!(map.command("A").map(|c| c.id), Some("accept"));
        assert_eq!(map.command("Backspace").map(|c| c.id), Some("delete"));
        map.set("reject", Some("A"));
        assert_eq!((keys(&map, "reject"), keys(&map, "accept")), ("A".into(), "".into()));
        assert_eq!(map.command("A").map(|c| c.id), Some("reject"));
        assert!(map.command("X").is_none());
        map.set("note", Some("Backspace"));
        assert_eq!(keys(&map, "delete"), "Delete");
        assert_eq!(Keymap::unpack(&map.pack()), map);
        map.set("accept", None);
        assert_eq!((keys(&map, "accept"), keys(&map, "reject")), ("A".into(), "".into()));
    }

    #[test]
    fn nonsense_is_no_key() {
        for nonsense in ["", "x", "nobody\tA", "\t\t\n"] {
            assert!(Keymap::unpack(nonsense).is_first(), "{nonsense:?}");
        }
        assert!(Keymap::default().command("").is_none());
    }
}
