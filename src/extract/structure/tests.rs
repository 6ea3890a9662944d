use super::*;
use crate::extract::{Findings, extract, extract_structured};
use crate::text::Span;

/// A text written a block a line, each with its kind before it, and the quotes that are found in it:
///
/// ```text
/// # what is shown
/// h Ferry sinks
/// p The ferry sank on Monday.
/// = source | cue | content // content | speaker
/// ```
///
/// `p` is a paragraph, `h` a heading, `i` an item, `q` a paragraph of a block quote, `c` a caption; what begins with `-` is set aside.
const EXAMPLES: &str = include_str!("examples.txt");

#[derive(Default)]
struct Example<'a> {
    shown: &'a str,
    text: String,
    blocks: Vec<Block>,
    aside: Vec<Boilerplate>,
    expected: Vec<&'a str>,
}

fn examples() -> Vec<Example<'static>> {
    let mut examples: Vec<Example> = Vec::new();
    for line in EXAMPLES.lines().filter(|line| !line.is_empty()) {
        let (mark, words) = line.split_once(' ').unwrap();
        if mark == "#" {
            examples.push(Example { shown: words, ..Example::default() });
            continue;
        }
        let example = examples.last_mut().unwrap();
        let kind = match mark.trim_start_matches('-') {
            "=" => {
                example.expected.push(words);
                continue;
            }
            "h" => BlockKind::Heading(2),
            "i" => BlockKind::Item,
            "q" => BlockKind::Quote,
            "c" => BlockKind::Caption,
            "p" => BlockKind::Paragraph,
            _ => panic!("{line}"),
        };
        if !example.text.is_empty() {
            example.text.push_str("\n\n");
        }
        let span = Span::new(example.text.len(), example.text.len() + words.len());
        example.text.push_str(words);
        example.blocks.push(Block { span, kind });
        if mark.starts_with('-') {
            example.aside.push(Boilerplate { span, reason: "set aside by hand".into() });
        }
    }
    examples
}

fn told(text: &str, found: &Findings) -> Vec<String> {
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" // ");
    let quotes = found.quotes.iter().map(|quote| {
        let speaker = quote.speaker.as_deref().unwrap_or("-");
        format!("{} | {} | {} | {speaker}", words(&quote.source), words(&quote.cue), words(&quote.content))
    });
    quotes.collect()
}

fn structured(text: &str, structure: Structure) -> Findings {
    extract_structured(text, &structure, &mut |_| ())
}

#[test]
fn blocks_tell_who_speaks() {
    let mut wrong = Vec::new();
    for Example { shown, text, blocks, aside, expected } in examples() {
        let aside = Some(&*aside);
        let found = told(&text, &structured(&text, Structure { blocks: &blocks, aside }));
        if found != expected {
            wrong.push(format!("# {shown}\n= {}\nnot\n= {}\n", found.join("\n= "), expected.join("\n= ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn paragraphs_and_what_the_core_sets_aside_change_nothing() {
    for Example { text, blocks, .. } in examples() {
        let paragraphs: Vec<Block> =
            blocks.iter().map(|block| Block { kind: BlockKind::Paragraph, ..*block }).collect();
        let plain = extract(&text);
        let structure = Structure { blocks: &paragraphs, aside: Some(&plain.boilerplate) };
        assert_eq!(structured(&text, structure), plain);
    }
}

#[test]
fn exactly_what_is_given_is_set_aside() {
    let text = "The ferry sank.\n“It all sank,” Mira Toll said.\n“We swam,” she said.\nShare this";
    let aside = |words: &str| {
        let start = text.find(words).unwrap();
        Boilerplate { span: Span::new(start, start + words.len()), reason: "by hand".into() }
    };
    let given = [aside("“It all sank,” Mira Toll said.")];
    let found = structured(text, Structure { aside: Some(&given), ..Structure::default() });
    assert_eq!(found.boilerplate, given);
    assert_eq!(told(text, &found), ["she | said | We swam, | -"]);
    let found = structured(text, Structure { aside: Some(&[]), ..Structure::default() });
    assert_eq!((found.boilerplate.len(), found.quotes.len()), (0, 2));
    let inside = [aside("all"), aside("this")];
    let found = structured(text, Structure { aside: Some(&inside), ..Structure::default() });
    assert_eq!(told(text, &found)[0], "Mira Toll | said | It // sank, | Mira Toll");
}

#[test]
fn what_does_not_fit_is_passed_over() {
    let text = "Öl: teuer\nMira Toll sagte nichts.";
    let block = |start, end, kind| Block { span: Span::new(start, end), kind };
    let blocks =
        [block(30, 2, BlockKind::Quote), block(1, 4, BlockKind::Heading(1)), block(0, 900, BlockKind::Quote)];
    let aside = [(1, 3), (8, 5), (0, 2), (1, 4), (99, 100)]
        .map(|(start, end)| Boilerplate { span: Span::new(start, end), reason: String::new() });
    let found = structured(text, Structure { blocks: &blocks, aside: Some(&aside) });
    assert_eq!(found.boilerplate.len(), 1);
}
