use dom_query::NodeRef;

/// A stop on the way through a tree.
pub(super) enum Step<'a> {
    /// Before what hangs from a node.
    Enter(NodeRef<'a>),
    /// After it.
    Leave(NodeRef<'a>),
}

/// Goes through a tree without recursion, so that no depth is too much. What `visit` gives back on entering a node tells whether
/// to go into it.
pub(super) fn walk<'a>(root: NodeRef<'a>, mut visit: impl FnMut(Step<'a>) -> bool) {
    let mut node = root;
    loop {
        if visit(Step::Enter(node))
            && let Some(child) = node.first_child()
        {
            node = child;
            continue;
        }
        loop {
            visit(Step::Leave(node));
            if node.id == root.id {
                return;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return };
            node = parent;
        }
    }
}
