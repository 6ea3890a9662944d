use std::ops::Deref;
use std::rc::Rc;

/// A shared value as a property: equal when it is the same one, so that comparing costs nothing.
#[derive(Debug)]
pub(super) struct Shared<T>(pub(super) Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = Rc<T>;

    fn deref(&self) -> &Rc<T> {
        &self.0
    }
}
