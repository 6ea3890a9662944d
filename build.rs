//! Compiles the word lists of `src/lexicon/data/` into finite state maps, and stamps the build.
//!
//! A list is a text file. Its header lines start with `#` and give `source:`, `licence:`, `count:` and, when its entries
//! carry tags, `tags:` (at most 64). An entry is a line: the words in lower case, then, after a tab, its tags. The map's
//! value is the set of tags, the first tag of the header being bit 0. For `cues.txt` the module `cues` is made, with the
//! map as `BYTES` and a constant for each tag.
//!
//! A folder is one list too: each of its files holds the entries of one tag, which is the file's name, so they carry none.
//! Header lines `marks:` and `spares:` are examples for the tests.
//!
//! A list with the header `values:` holds a text for each entry instead of tags: its module has `PAIRS`, the lines of the list, and
//! its entries must stand in the list that `values:` names.
//!
//! The rules for boilerplate, `src/extract/boilerplate/rules/`, become one text without their comments: for each file a line with
//! `=`, the file's name and the most bytes a line may have, with a tab between them, then its rules.
//!
//! One more list, the module `vocabulary`, holds every word of every entry. Its tags are those of `words.txt`, then those that
//! say for each list whether the word is an entry (`cues`) and whether it is the first word of a longer one (`cues-opens`), and
//! whether it is a later word of any (`inside`); and of a first name whom it is for (`first-names-female`). So one look-up of a word tells which lists are worth another. It is written as
//! text, a line for each set of tags: the set in hexadecimal digits, then the words, with spaces between them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!("cargo::rerun-if-changed=src");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    if let Err(reason) = compile_lists(Path::new("src/lexicon/data"), &out) {
        println!("cargo::error={reason}");
    }
    if let Err(reason) = join_rules(Path::new("src/extract/boilerplate/rules"), &out.join("boilerplate.txt"))
    {
        println!("cargo::error={reason}");
    }
    println!("cargo::rustc-env=SCAREQUOTE_BUILD={:016x}", fingerprint());
}

/// Writes one file a list and `lexicon.rs`, which names them.
fn compile_lists(from: &Path, out: &Path) -> Result<(), String> {
    let mut code = String::new();
    let write = |name: &str, bytes: &[u8]| {
        fs::write(out.join(format!("{name}.bin")), bytes).map_err(|e| e.to_string())
    };
    let (mut lists, mut pairs) = (Vec::new(), Vec::new());
    for path in inside(from) {
        let name = stem(&path);
        let list = if path.is_dir() {
            List::folder(&path)?
        } else {
            let (text, list) = List::read(&path)?;
            if let Some(keys) = list.keys.clone() {
                pairs.push((name, keys, list, text));
                continue;
            }
            list
        };
        let map = fst::Map::from_iter(list.entries.iter().map(|(words, &tags)| (words, tags)))
            .map_err(|e| format!("{name}: {e}"))?;
        write(&name, map.as_fst().as_bytes())?;
        list.declare(&name, &mut code);
        lists.push((name, list));
    }
    for (name, keys, list, text) in pairs {
        let known = lists.iter().find(|(known, _)| *known == keys).map(|(_, known)| known);
        let known = known.ok_or(format!("{name}.txt: there is no list “{keys}”"))?;
        if let Some(odd) = list.entries.keys().find(|key| !known.entries.contains_key(*key)) {
            return Err(format!("{name}.txt: “{odd}” is not in the list “{keys}”"));
        }
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        write(&name, lines.join("\n").as_bytes())?;
        let _ = writeln!(
            code,
            "/// {}\npub mod {name} {{\n    /// The entries, each with a tab and its text.\n    pub static PAIRS: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}.bin\"));\n}}",
            list.about
        );
    }
    let vocabulary = vocabulary(&lists);
    write("vocabulary", vocabulary.grouped().as_bytes())?;
    vocabulary.declare("vocabulary", &mut code);
    fs::write(out.join("lexicon.rs"), code).map_err(|e| e.to_string())
}

/// Writes the rules for boilerplate as one text.
fn join_rules(from: &Path, to: &Path) -> Result<(), String> {
    let mut joined = String::new();
    for path in inside(from).into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let longest = text.lines().find_map(|line| line.strip_prefix("# longest: "));
        let longest: u16 = longest
            .and_then(|longest| longest.trim().parse().ok())
            .ok_or(format!("{}: the header lacks a number after “longest:”", path.display()))?;
        let _ = writeln!(joined, "={}\t{longest}", stem(&path).replace('-', " "));
        for rule in text.lines().filter(|line| !line.starts_with("# ") && !line.trim().is_empty()) {
            let _ = writeln!(joined, "{rule}");
        }
    }
    fs::write(to, joined).map_err(|e| e.to_string())
}

/// All words of all `lists`.
fn vocabulary(lists: &[(String, List)]) -> List {
    let words = lists.iter().find(|(name, _)| name == "words").map(|(_, list)| list);
    let mut tags = words.map(|list| list.tags.clone()).unwrap_or_default();
    let mut entries = words.map(|list| list.entries.clone()).unwrap_or_default();
    let mut tag = |word: &str, bit: usize| *entries.entry(word.to_owned()).or_default() |= 1_u64 << bit;
    for (name, list) in lists {
        for entry in list.entries.keys() {
            tag(entry.split(' ').next().unwrap_or_default(), tags.len() + usize::from(entry.contains(' ')));
        }
        tags.extend([name.clone(), format!("{name}-opens")]);
        // Whom a first name is for, so that its list need not be shipped beside this one.
        for (bit, own) in list.tags.iter().enumerate().filter(|_| name == "first-names") {
            for entry in list.entries.iter().filter(|(_, set)| **set >> bit & 1 == 1) {
                tag(entry.0, tags.len());
            }
            tags.push(format!("{name}-{own}"));
        }
    }
    for entry in lists.iter().flat_map(|(_, list)| list.entries.keys()) {
        entry.split(' ').skip(1).for_each(|word| tag(word, tags.len()));
    }
    tags.push("inside".into());
    List { about: "The words of all entries.".into(), tags, keys: None, entries }
}

struct List {
    about: String,
    tags: Vec<String>,
    /// The list whose entries these are, when they carry texts and not tags.
    keys: Option<String>,
    entries: BTreeMap<String, u64>,
}

impl List {
    /// The text of a file, and the list in it.
    fn read(path: &Path) -> Result<(String, List), String> {
        let at = |reason: String| format!("{}: {reason}", path.display());
        let text = fs::read_to_string(path).map_err(|e| at(e.to_string()))?;
        let list = List::parse(&text).map_err(at)?;
        Ok((text, list))
    }

    /// The lists of a folder as one, each file's name being the tag of its entries.
    fn folder(path: &Path) -> Result<List, String> {
        let mut all = List { about: String::new(), tags: vec![], keys: None, entries: BTreeMap::new() };
        for (bit, file) in inside(path).into_iter().enumerate() {
            let (_, list) = List::read(&file)?;
            let twice =
                list.entries.into_keys().find(|words| all.entries.insert(words.clone(), 1 << bit).is_some());
            if let Some(words) = twice {
                return Err(format!(
                    "{}: “{words}” stands in another file of the folder too",
                    file.display()
                ));
            }
            all.tags.push(stem(&file));
        }
        all.about =
            format!("{} entries. Sources and licences: in the files of the folder.", all.entries.len());
        Ok(all)
    }

    fn parse(text: &str) -> Result<List, String> {
        let header = |key: &str| {
            let line =
                text.lines().take_while(|l| l.starts_with('#')).find_map(|l| l[1..].trim().strip_prefix(key));
            line.map(|value| value.trim().to_owned()).ok_or(format!("the header lacks “{key}”"))
        };
        let (source, licence) = (header("source:")?, header("licence:")?);
        let count: usize = header("count:")?.parse().map_err(|e| format!("count: {e}"))?;
        let tags: Vec<String> =
            header("tags:").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        let keys = header("values:").ok();
        let mut entries = BTreeMap::new();
        for (number, line) in
            text.lines().enumerate().filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty())
        {
            let at = |reason: String| format!("line {}: {reason}", number + 1);
            let (words, given) = line.split_once('\t').unwrap_or((line, ""));
            if words != words.trim() || words != words.to_lowercase() {
                return Err(at(format!("“{words}” is not lower case without space at its ends")));
            }
            let mut set = 0;
            if keys.is_some() && given.trim().is_empty() {
                return Err(at(format!("“{words}” has no text")));
            }
            for tag in given.split_whitespace().filter(|_| keys.is_none()) {
                let bit = tags.iter().position(|t| t == tag).ok_or_else(|| at(format!("no tag “{tag}”")))?;
                set |= 1 << bit;
            }
            if entries.insert(words.to_owned(), set).is_some() {
                return Err(at(format!("“{words}” stands twice")));
            }
        }
        if entries.len() != count {
            return Err(format!("count says {count}, the list has {}", entries.len()));
        }
        Ok(List {
            about: format!("{count} entries. Source: {source} Licence: {licence}"),
            tags,
            keys,
            entries,
        })
    }

    /// A line for each set of tags.
    fn grouped(&self) -> String {
        let mut groups: BTreeMap<u64, String> = BTreeMap::new();
        for (word, &tags) in &self.entries {
            let line = groups.entry(tags).or_insert_with(|| format!("{tags:x}"));
            line.push(' ');
            line.push_str(word);
        }
        groups.into_values().collect::<Vec<_>>().join("\n")
    }

    fn declare(&self, name: &str, code: &mut String) {
        let module = name.replace('-', "_");
        let _ = writeln!(code, "/// {}\n#[allow(dead_code, missing_docs)]\npub mod {module} {{", self.about);
        let _ = writeln!(
            code,
            "    pub static BYTES: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.bin\"));"
        );
        for (bit, tag) in self.tags.iter().enumerate() {
            let _ =
                writeln!(code, "    pub const {}: u64 = 1 << {bit};", tag.replace('-', "_").to_uppercase());
        }
        code.push_str("}\n");
    }
}

/// A hash (FNV-1a) of all sources, equal in every build of the same tree: the page and the worker compare it.
fn fingerprint() -> u64 {
    let mut paths = files(Path::new("src"));
    paths.push("Cargo.lock".into());
    let bytes = paths.iter().flat_map(|path| fs::read(path).unwrap_or_default());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What stands in `folder`, sorted.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// A file's name without its ending.
fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// All files below `folder`, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    inside(folder).into_iter().flat_map(below).collect()
}
