use super::{Document, Edit, Mismatch};

/// The edits that were made and those that were taken back, all the way to the beginning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
}

impl History {
    /// Makes an edit. What was undone before can no longer be redone.
    ///
    /// With `joins`, an edit of the same annotations becomes one step with the last: so that the letters of a note are
    /// undone together. So does an edit without a name, whatever the last one was.
    ///
    /// # Errors
    /// [`Mismatch`] when the edit does not fit the document; nothing has changed then.
    pub fn make(&mut self, document: &mut Document, edit: Edit, joins: bool) -> Result<(), Mismatch> {
        edit.apply(document)?;
        let fresh = self.undone.is_empty();
        self.undone.clear();
        match self.done.last_mut() {
            Some(last)
                if joins
                    && fresh
                    && (edit.what.is_empty() || last.what == edit.what && last.ids().eq(edit.ids())) =>
            {
                *last = last.then(&edit);
            }
            _ => self.done.push(edit),
        }
        Ok(())
    }

    /// Takes the last edit back and returns it; `None` when there is none.
    pub fn undo(&mut self, document: &mut Document) -> Option<&Edit> {
        let edit = self.done.pop()?;
        if edit.inverse().apply(document).is_err() {
            return None; // cannot happen while every change goes through here
        }
        self.undone.push(edit);
        self.undone.last()
    }

    /// Makes the last undone edit again and returns it; `None` when there is none.
    pub fn redo(&mut self, document: &mut Document) -> Option<&Edit> {
        let edit = self.undone.pop()?;
        if edit.apply(document).is_err() {
            return None;
        }
        self.done.push(edit);
        self.done.last()
    }

    /// How many edits undo could take back.
    pub fn steps(&self) -> usize {
        self.done.len()
    }

    /// The edit that undo would take back.
    pub fn last_done(&self) -> Option<&Edit> {
        self.done.last()
    }

    /// The edit that redo would make.
    pub fn last_undone(&self) -> Option<&Edit> {
        self.undone.last()
    }
}
