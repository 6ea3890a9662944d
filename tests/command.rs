//! The command line, run as a program.
#![cfg(not(target_arch = "wasm32"))] // files and programs
#![allow(clippy::unwrap_used)] // a test may fail

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const TEXT: &str =
    "“We sail at dawn, 𝄞,” Ada Moss said on Monday. The so-called storm is over.\n\nLeave a Reply\n";

fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_scarequote"))
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn folder(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("ferry.txt"), TEXT).unwrap();
    folder
}

#[test]
fn extract_reads_files_and_json_lines() {
    let folder = folder("extract");
    let from_file = lines(&run(&folder, &["extract", "ferry.txt"], ""));
    let start = from_file[0]["quotes"][0]["content"][0]["start"].as_u64().unwrap() as usize;
    let end = from_file[0]["quotes"][0]["content"][0]["end"].as_u64().unwrap() as usize;
    let said: String = TEXT.chars().skip(start).take(end - start).collect();
    assert_eq!(said, "We sail at dawn, 𝄞,");
    assert_eq!(from_file[0]["quotes"][0]["speaker"], "Ada Moss");
    let line = serde_json::json!({ "id": 7, "text": TEXT }).to_string();
    let from_lines = lines(&run(&folder, &["extract", "--jsonl"], &format!("{line}\n\n{line}\n")));
    assert_eq!((from_lines.len(), &from_lines[0]["id"]), (2, &Value::from("7")));
    assert_eq!(from_lines[1]["quotes"], from_file[0]["quotes"]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let folder = folder("windows");
    std::fs::write(folder.join("w.txt"), format!("\u{feff}{}", TEXT.replace('\n', "\r\n"))).unwrap();
    let both = lines(&run(&folder, &["extract", "ferry.txt", "w.txt"], ""));
    assert_eq!(both[0]["quotes"], both[1]["quotes"]);
    let read = lines(&run(&folder, &["read", "w.txt"], ""));
    assert_eq!(read[0]["text"], TEXT);
}

#[test]
fn wrong_usage_is_an_error_and_help_is_not() {
    let folder = folder("usage");
    assert_eq!(run(&folder, &["extract", "--nonsense"], "").status.code(), Some(1));
    assert_eq!(run(&folder, &["--help"], "").status.code(), Some(0));
    assert_eq!(run(&folder, &["validate", "ferry.txt"], "").status.code(), Some(1));
}

#[test]
fn a_bad_line_is_named_and_the_status_is_1() {
    let output = run(&folder("bad"), &["extract", "--jsonl"], "{\"id\": 1, \"text\": \"a\"}\n{oops\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("standard input, line 2"));
}

#[test]
fn what_is_converted_is_valid_and_reads_back() {
    let folder = folder("convert");
    let made = run(&folder, &["convert", "ferry.txt", "--to", "scarequote", "--out", "out"], "");
    assert!(made.status.success());
    let valid = run(&folder, &["validate", "out/ferry.scarequote.json"], "");
    assert!(valid.status.success() && String::from_utf8_lossy(&valid.stdout).contains("annotations"));
    let read = lines(&run(&folder, &["read", "out/ferry.scarequote.json", "ferry.txt"], ""));
    assert_eq!((&read[0]["text"], &read[1]["text"]), (&Value::from(TEXT), &Value::from(TEXT)));
    assert_eq!(read[0]["boilerplate"], read[1]["boilerplate"]);
    assert_eq!(read[0]["boilerplate"][0]["reason"], "comment form");
    std::fs::write(folder.join("broken.scarequote.json"), "{\"format\": \"scarequote\", \"version\": 1")
        .unwrap();
    let broken = run(&folder, &["validate", "broken.scarequote.json"], "");
    assert_eq!(broken.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&broken.stderr).contains("not valid JSON"));
}

#[test]
fn extract_heeds_the_blocks_of_an_annotation_file() {
    let folder = folder("blocks");
    let text = "Ferry lost\n\nWe swam for it, all of us.\n\nMira Toll, diver";
    let block = |kind: &str, words: &str| {
        let start = text.find(words).unwrap();
        serde_json::json!({ "kind": kind, "start": start, "end": start + words.len() })
    };
    let made = run(&folder, &["convert", "ferry.txt", "--to", "scarequote"], "");
    assert!(made.status.success());
    let file = folder.join("ferry.scarequote.json");
    let mut json: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    json["article"]["text"] = text.into();
    json["article"]["blocks"] = [
        block("heading-1", "Ferry lost"),
        block("quote", "We swam for it, all of us."),
        block("caption", "Mira Toll, diver"),
    ]
    .into_iter()
    .collect();
    for list in ["annotations", "speakers"] {
        json[list] = Value::Array(vec![]);
    }
    for list in ["boilerplate", "bias_sentences"] {
        json["article"][list] = Value::Array(vec![]);
    }
    std::fs::write(&file, json.to_string()).unwrap();
    let found = lines(&run(&folder, &["extract", "ferry.scarequote.json"], ""));
    assert_eq!(found[0]["quotes"][0]["speaker"], "Mira Toll");
}

#[test]
fn read_takes_the_encoding_that_is_named() {
    let folder = folder("encoding");
    std::fs::write(folder.join("mac.txt"), b"Gar\x8don, she said: \x8et\x8e.").unwrap();
    let read = lines(&run(&folder, &["read", "--encoding", "macintosh", "mac.txt"], ""));
    assert_eq!(read[0]["text"], "Garçon, she said: été.");
    let unknown = run(&folder, &["read", "--encoding", "latin-seventeen", "mac.txt"], "");
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no encoding “latin-seventeen”"));
}

#[test]
fn read_takes_many_formats_and_goes_on_after_a_bad_file() {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let output = run(&files, &["read", "scan.pdf", "articles.csv", "writer.docx", "nothing.txt"], "");
    assert_eq!(output.status.code(), Some(1));
    let problems = String::from_utf8_lossy(&output.stderr);
    assert!(problems.contains("scan.pdf: There is no text") && problems.contains("cannot open nothing.txt"));
    let found = String::from_utf8_lossy(&output.stdout);
    let found: Vec<Value> = found.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&Value> = found.iter().map(|line| &line["id"]).collect();
    assert_eq!(ids, ["articles.csv#1", "articles.csv#2", "writer.docx"]);
    assert_eq!(found[0]["byline"], "Tessa Quill");
    let named = ["read", "articles.csv", "--text-column", "headline", "--title-column", "author"];
    let found = lines(&run(&files, &named, ""));
    assert_eq!((&found[0]["text"], &found[0]["title"]), (&"Ferry runs again".into(), &"Tessa Quill".into()));
    let wrong = run(&files, &["read", "articles.csv", "--text-column", "story"], "");
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("headline, author, date, body"));
}
