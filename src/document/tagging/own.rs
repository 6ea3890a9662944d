//! A person's own labels: the set of them, and what is said of words beside the label.

use super::{Refusal, change};
use crate::document::{Annotation, Body, Change, Document, Edit, Id, LabelSet};
use std::rc::Rc;

/// Makes `set` the labels of the article. Annotations whose label is no longer in it go with it.
///
/// # Errors
/// When nothing changes.
pub fn set_labels(document: &Document, set: LabelSet) -> Result<Edit, Refusal> {
    if *document.article.labels == set {
        return Err(Refusal("Nothing was changed."));
    }
    let is_gone =
        |annotation: &Annotation| annotation.as_own().is_some_and(|own| set.get(own.label).is_none());
    let gone = document.annotations().filter(|(_, annotation)| is_gone(annotation));
    let gone = gone.map(|(id, before)| Change::Annotation { id, before: Some(before.clone()), after: None });
    let gone: Vec<Change> = gone.collect();
    let labels = Change::Labels { before: document.article.labels.clone(), after: Rc::new(set) };
    Ok(Edit { changes: [vec![labels], gone].concat(), what: "Change labels".into() })
}

/// Says `value` of words with a label of a person's own, under the name of an attribute; an empty value says nothing.
///
/// # Errors
/// When the annotation is gone, or has no such label.
pub fn set_value(document: &Document, id: Id, name: &str, value: &str) -> Result<Edit, Refusal> {
    if super::find(document, id)?.as_own().is_none() {
        return Err(Refusal("Only words with a label of your own have attributes. Pick one."));
    }
    change(document, id, "Change attribute", |annotation| {
        if let Body::Own(own) = &mut annotation.body {
            let place = own.values.iter().position(|(known, _)| known == name);
            match (place.and_then(|place| own.values.get_mut(place)), value.is_empty()) {
                (Some(pair), false) => value.clone_into(&mut pair.1),
                (None, false) => own.values.push((name.to_owned(), value.to_owned())),
                _ => own.values.retain(|(known, _)| known != name),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::packed::{pack_document, pack_edit, unpack_document, unpack_edit};
    use crate::document::tagging::{Tag, relabel, tag};
    use crate::document::{Article, Attribute, LabelId, OwnLabel};
    use crate::extract::Category;
    use crate::text::Span;

    fn set() -> LabelSet {
        let label = OwnLabel {
            id: LabelId(3),
            name: "Frame\tone".into(),
            key: "6".into(),
            colour: 2,
            guideline: "When money\nis the point.".into(),
            examples: "cost".into(),
            attributes: Attribute::parse("stance: for, against\nnote"),
        };
        LabelSet { name: "Frames".into(), labels: vec![label] }
    }

    #[test]
    fn words_get_own_labels_with_values_that_survive_and_can_be_undone() {
        let mut document = Document::new(Article::new("The cost is high."));
        let mut steps: Vec<(Document, Edit)> = Vec::new();
        let mut make = |document: &mut Document, edit: Edit| {
            assert_eq!(unpack_edit(document, &pack_edit(&edit)), Ok(edit.clone()));
            steps.push((document.clone(), edit.clone()));
            edit.apply(document).unwrap();
        };
        let edit = set_labels(&document, set()).unwrap();
        make(&mut document, edit);
        assert!(set_labels(&document, set()).is_err());
        let done = tag(&document, Span::new(4, 8), Tag::Own(LabelId(3)), None).unwrap();
        make(&mut document, done.edit);
        let place = done.select.unwrap();
        for (name, value) in [("stance", "for"), ("note", "a=b"), ("stance", "against"), ("note", "")] {
            let edit = set_value(&document, place.id, name, value).unwrap();
            make(&mut document, edit);
        }
        let own = document.get(place.id).unwrap().as_own().unwrap();
        assert_eq!(own.values, [("stance".to_owned(), "against".to_owned())]);
        assert_eq!(unpack_document(&pack_document(&document)).as_ref(), Ok(&document));
        let done = relabel(&document, place, Tag::Bias(Category::Hedge)).unwrap();
        make(&mut document, done.edit);
        assert!(set_value(&document, place.id, "stance", "for").is_err());
        let done = relabel(&document, place, Tag::Own(LabelId(3))).unwrap();
        make(&mut document, done.edit);
        let edit = set_labels(&document, LabelSet::default()).unwrap();
        make(&mut document, edit);
        assert_eq!(document.annotations().len(), 0, "what has the label goes with it");
        for (before, edit) in steps.into_iter().rev() {
            edit.inverse().apply(&mut document).unwrap();
            assert_eq!(document, before);
        }
    }
}
