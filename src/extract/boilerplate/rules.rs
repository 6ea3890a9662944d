//! The rules of the files in `rules/`, found by a line's first or last word.

use super::rule::{Force, Rule};
use super::words::bare;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Lines longer than this are not looked at.
pub(super) const LONGEST: usize = 600;
/// No key has more bytes.
const KEY: usize = 24;

/// The files as one text, made by `build.rs`.
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/boilerplate.txt"));
static RULES: LazyLock<Rules> = LazyLock::new(Rules::read);

#[derive(Default)]
struct Rules {
    by_first: FxHashMap<&'static str, Vec<Rule>>,
    by_last: FxHashMap<&'static str, Vec<Rule>>,
}

impl Rules {
    fn read() -> Rules {
        let mut rules = Rules::default();
        let (mut reason, mut longest) = ("", 0);
        for line in TEXT.lines() {
            if let Some((name, most)) = line.strip_prefix('=').and_then(|line| line.split_once('\t')) {
                (reason, longest) = (name, most.parse().unwrap_or(0));
                continue;
            }
            let rule = Rule::read(line, reason, longest);
            let (key, last) = rule.key();
            let map = if last { &mut rules.by_last } else { &mut rules.by_first };
            map.entry(plain(key)).or_default().push(rule);
        }
        rules
    }
}

/// A word as the maps have it: without marks, unless it has nothing else.
fn plain(word: &str) -> &str {
    let inner = bare(word);
    if inner.is_empty() { word } else { inner }
}

/// The first rule that `line` fits: one that counts everywhere, if there is such a one.
pub(super) fn fitting(line: &str) -> Option<Rule> {
    if line.len() > LONGEST {
        return None;
    }
    opening(line)
        .or_else(|| {
            // Marks before the words of a button: “← Older post”, “(With inputs from …)”.
            let inner =
                line.trim_start_matches(|c: char| c.is_whitespace() || "-–—•*>»→←|([►▶+#·✕×✓".contains(c));
            let inner = inner.strip_suffix(')').filter(|_| inner.len() < line.len()).unwrap_or(inner);
            (inner.len() < line.len()).then(|| opening(inner)).flatten()
        })
        .or_else(|| {
            let last = line.rsplit(char::is_whitespace).next()?;
            best(keyed(&RULES.by_last, last)?, line)
        })
}

fn opening(line: &str) -> Option<Rule> {
    let first = line.split_whitespace().next()?;
    let key = match first.as_bytes().first()? {
        b'0'..=b'9' => "N",
        _ if first.starts_with('©') => "©",
        _ => first,
    };
    if key == "N" {
        return best(RULES.by_first.get("N")?, line);
    }
    if key == "©" {
        // The year may follow without a space.
        return RULES.by_first.get("©")?.first().copied();
    }
    best(keyed(&RULES.by_first, key)?, line)
}

fn best(rules: &[Rule], line: &str) -> Option<Rule> {
    let mut fitting = rules.iter().filter(|rule| rule.fits(line));
    let first = fitting.next()?;
    if matches!(first.force, Force::Full | Force::Heading) {
        return Some(*first);
    }
    Some(*fitting.find(|rule| matches!(rule.force, Force::Full | Force::Heading)).unwrap_or(first))
}

/// What `map` has for `word`, in any case.
fn keyed<'m>(map: &'m FxHashMap<&'static str, Vec<Rule>>, word: &str) -> Option<&'m Vec<Rule>> {
    let word = plain(word);
    let mut lower = [0; KEY];
    if !word.is_ascii() {
        // “don’t” and signs such as “»”.
        return map.get(word.replace('’', "'").to_lowercase().as_str()).filter(|_| word.len() <= KEY);
    }
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    map.get(std::str::from_utf8(lower).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// The lines of the files' headers that begin with `mark`, each with the file's name.
    fn examples(mark: &str) -> Vec<(String, String)> {
        let files = fs::read_dir("src/extract/boilerplate/rules").unwrap().map(|file| file.unwrap().path());
        let files = files.filter(|path| path.extension().is_some_and(|e| e == "txt"));
        let of_file = |path: std::path::PathBuf| {
            let name = path.file_stem().unwrap().to_string_lossy().replace('-', " ");
            let text = fs::read_to_string(&path).unwrap();
            let found = text.lines().filter_map(|line| line.strip_prefix(mark));
            found.map(|line| (name.clone(), line.to_owned())).collect::<Vec<_>>()
        };
        files.flat_map(of_file).collect()
    }

    #[test]
    fn the_files_set_aside_and_keep_what_they_say() {
        let (aside, kept) = (examples("# sets aside: "), examples("# keeps: "));
        assert!(aside.len() > 50 && kept.len() > 50);
        for (name, line) in aside {
            let rule = fitting(&line).unwrap_or_else(|| panic!("{name} lets pass: {line}"));
            assert_eq!(rule.reason, name, "{line}");
        }
        for (name, line) in kept {
            assert!(fitting(&line).is_none(), "{name} takes: {line}");
        }
    }

    #[test]
    fn every_rule_is_in_lower_case_and_found_by_its_own_words() {
        let mut count = 0;
        for line in TEXT.lines().filter(|line| !line.starts_with('=')) {
            count += 1;
            let words = line.replace("NAMES", "").replace('N', "");
            assert_eq!(words, words.to_lowercase(), "{line}");
            assert!(!line.contains('’') && !line.contains("  "), "{line}");
        }
        assert!(count > 900, "{count}");
    }
}
