//! Holds the examples in the headers of the word lists against what is marked: `marks:` with the words in brackets, `spares:`
//! with none of that category.

use super::tests::found;
use crate::extract::Category;
use std::fs;
use std::path::Path;

#[test]
fn the_examples_of_each_category_hold() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    let files = ["loaded", "epistemic"].map(|folder| fs::read_dir(data.join(folder)).unwrap());
    let mut wrong = Vec::new();
    for file in files.into_iter().flatten() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        // The words of “harmless” are examples themselves.
        let Some(category) = Category::ALL.into_iter().find(|category| category.name() == name) else {
            continue;
        };
        let text = fs::read_to_string(&path).unwrap();
        let header = |key: &str| text.lines().filter_map(|line| line.strip_prefix(key)).collect::<Vec<_>>();
        let (marks, spares) = (header("# marks: "), header("# spares: "));
        assert!(marks.len() > 1 && spares.len() > 1, "{name} has few examples");
        for example in marks {
            let plain = example.replace(['[', ']'], "");
            let expected: Vec<&str> =
                example.split('[').skip(1).map(|part| part.split(']').next().unwrap()).collect();
            wrong.extend(judge(category, &plain, &expected));
        }
        wrong.extend(spares.into_iter().filter_map(|example| judge(category, example, &[])));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong, when the words of `category` in `text` are others than `expected`.
fn judge(category: Category, text: &str, expected: &[&str]) -> Option<String> {
    let markers = found(text, &[]).markers.into_iter().filter(|marker| marker.category == category);
    let marked: Vec<&str> = markers.map(|marker| marker.span.of(text)).collect();
    (marked != expected).then(|| format!("{}: “{text}” has {marked:?}, not {expected:?}", category.name()))
}
