use dom_query::{Document, NodeId, NodeRef};
use html5ever::ParseOpts;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use std::cell::Cell;

/// A page of news nests some thirty elements. What comes after grows with the depth, so that more than this is not taken.
const DEEPEST: usize = 250;
/// The depth is looked at each time that so many tags have come.
const OFTEN: usize = 32;
/// Elements that hang from others without end are made by a page that repeats its formatting elements in each paragraph.
const NODES_A_TAG: usize = 8;

/// The tree of a page; nothing when it nests deeper than any page that is read by people, which would take too long.
pub(super) fn parse(html: &str) -> Option<Document> {
    let builder_options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder: builder_options, ..ParseOpts::default() };
    let builder = TreeBuilder::new(Document::default(), options.tree_builder);
    let guard = Guard { builder, tags: Cell::new(0), too_much: Cell::new(false), templates: Cell::new(0) };
    let tokenizer = Tokenizer::new(guard, options.tokenizer);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // A script does not run: it only ends a step.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    let guard = tokenizer.sink;
    guard.builder.sink.errors.borrow_mut().clear();
    (!guard.too_much.get()).then_some(guard.builder.sink)
}

/// Hands tokens to the builder of the tree until the tree is too deep.
struct Guard {
    builder: TreeBuilder<NodeId, Document>,
    tags: Cell<usize>,
    too_much: Cell<bool>,
    /// How many templates are open: what is in them is not shown.
    templates: Cell<usize>,
}

impl Guard {
    fn passes(&self, token: &Token) -> bool {
        if self.too_much.get() {
            return false;
        }
        let Token::TagToken(tag) = token else { return self.templates.get() == 0 };
        let name: &str = tag.name.as_ref();
        if name == "template" {
            self.template(tag);
            return false;
        }
        if self.templates.get() > 0 || (name == "plaintext" && tag.kind == TagKind::StartTag) {
            return false;
        }
        let tags = self.tags.get() + 1;
        self.tags.set(tags);
        if tags.is_multiple_of(OFTEN) {
            let tree = &self.builder.sink.tree;
            self.too_much.set(tree.len() > 1_000 + tags * NODES_A_TAG || last_depth(tree.root()) > DEEPEST);
            self.builder.sink.errors.borrow_mut().clear();
        }
        !self.too_much.get()
    }

    /// The content of a template is shown only when it is the shadow of the element around it, whose words it then are.
    fn template(&self, tag: &Tag) {
        let open = self.templates.get();
        let is_start = tag.kind == TagKind::StartTag;
        let is_shadow =
            || tag.attrs.iter().any(|attribute| attribute.name.local.as_ref() as &str == "shadowrootmode");
        if is_start && (open > 0 || !is_shadow()) {
            self.templates.set(open + 1);
        } else if !is_start {
            self.templates.set(open.saturating_sub(1));
        }
    }
}

/// How deep the last of everything stands. Stops counting beyond the deepest.
fn last_depth(root: NodeRef) -> usize {
    std::iter::successors(Some(root), NodeRef::last_child).take(DEEPEST + 2).count()
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let passes = self.passes(&token) || matches!(token, Token::EOFToken);
        if passes {
            return self.builder.process_token(token, line);
        }
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => raw(&tag.name),
            _ => TokenSinkResult::Continue,
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Has the tokenizer read the content of an element as the builder of a tree would have it read.
pub(super) fn raw<Handle>(name: &str) -> TokenSinkResult<Handle> {
    TokenSinkResult::RawData(match name {
        "script" => RawKind::ScriptData,
        "style" | "iframe" | "noembed" | "noframes" | "xmp" => RawKind::Rawtext,
        "title" | "textarea" => RawKind::Rcdata,
        _ => return TokenSinkResult::Continue,
    })
}
