use super::Packed;

/// Entries on their way to the disk, each with its number in the session, so that a reload adds just those that did not
/// arrive.
#[derive(Debug, Default)]
pub struct Pending {
    /// Counts sessions: what arrives late of an older one does not count for this one.
    session: u32,
    /// How many entries the disk has.
    done: usize,
    waiting: Vec<Packed>,
}

impl Pending {
    /// The session on disk has `count` entries and nothing is on its way.
    pub fn restart(&mut self, count: usize) {
        *self = Self { session: self.session + 1, done: count, waiting: vec![] };
    }

    /// The number of the session.
    pub fn session(&self) -> u32 {
        self.session
    }

    /// An entry sets out.
    pub fn push(&mut self, entry: Packed) {
        self.waiting.push(entry);
    }

    /// The first one of that session has arrived.
    pub fn done(&mut self, session: u32) {
        if session == self.session && !self.waiting.is_empty() {
            self.waiting.remove(0);
            self.done += 1;
        }
    }

    /// What is on its way, for the tab; empty when nothing is.
    pub fn pack(&self) -> String {
        let entries = self.waiting.iter().map(|p| format!("{}\u{1f}{}", p.kind, p.body));
        let entries = entries.collect::<Vec<_>>().join("\u{1e}");
        if entries.is_empty() { entries } else { format!("{}\u{1e}{entries}", self.done) }
    }

    /// Of what was on its way, what a session of `count` entries lacks.
    pub fn unpack(packed: &str, count: usize) -> Vec<Packed> {
        let mut parts = packed.split('\u{1e}');
        let done: usize = parts.next().and_then(|done| done.parse().ok()).unwrap_or(usize::MAX);
        let entry = |part: &str| {
            let (kind, body) = part.split_once('\u{1f}')?;
            Some(Packed { kind: kind.to_owned(), body: body.to_owned() })
        };
        let Some(arrived) = count.checked_sub(done) else { return vec![] };
        parts.skip(arrived).map_while(entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_did_not_arrive_is_added() {
        let entry = |body: &str| Packed { kind: "make".into(), body: body.into() };
        let mut pending = Pending::default();
        pending.restart(2);
        for body in ["a", "b\n", "c"] {
            pending.push(entry(body));
        }
        pending.done(pending.session() - 1); // of an older session, late
        pending.done(pending.session());
        let packed = pending.pack();
        assert_eq!(Pending::unpack(&packed, 3), [entry("b\n"), entry("c")]);
        assert_eq!(Pending::unpack(&packed, 4), [entry("c")]);
        assert_eq!(Pending::unpack(&packed, 5), []);
        assert_eq!(Pending::unpack(&packed, 2), []);
        assert_eq!(Pending::unpack("", 7), []);
        pending.done(pending.session());
        pending.done(pending.session());
        assert_eq!(pending.pack(), "");
    }
}
