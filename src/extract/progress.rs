//! How far the work is.

/// The bytes of text after which a stage tells again.
const STEP: usize = 32 * 1024;

/// Tells a listener which share of the work is done, from 0 to 1, rising. The work has stages, each with its own share.
pub(crate) struct Progress<'p> {
    tell: &'p mut dyn FnMut(f32),
    bytes: usize,
    /// What the stages before took.
    before: f32,
    /// What this stage takes.
    share: f32,
    /// The byte at which this stage told last.
    told: usize,
}

impl<'p> Progress<'p> {
    /// For a text of so many `bytes`.
    pub(crate) fn new(bytes: usize, tell: &'p mut dyn FnMut(f32)) -> Self {
        Self { tell, bytes: bytes.max(1), before: 0.0, share: 0.0, told: 0 }
    }

    /// Ends the stage before and begins one that takes `share` of the work.
    pub(crate) fn stage(&mut self, share: f32) {
        (self.before, self.share, self.told) = (self.before + self.share, share, 0);
        (self.tell)(self.before.min(1.0));
    }

    /// This stage has come to `byte`.
    pub(crate) fn at(&mut self, byte: usize) {
        if byte >= self.told + STEP {
            self.told = byte;
            let part = (byte as f32 / self.bytes as f32).min(1.0);
            (self.tell)((self.before + self.share * part).min(1.0));
        }
    }

    /// All is done.
    pub(crate) fn end(self) {
        (self.tell)(1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_add_up_and_small_steps_are_silent() {
        let mut told = Vec::new();
        let mut tell = |share| told.push(share);
        let mut progress = Progress::new(4 * STEP, &mut tell);
        progress.stage(0.5);
        (0..=4 * STEP).step_by(STEP / 4).for_each(|byte| progress.at(byte));
        progress.stage(0.5);
        progress.at(STEP / 2);
        progress.end();
        assert_eq!(told, [0.0, 0.125, 0.25, 0.375, 0.5, 0.5, 1.0]);
    }
}
