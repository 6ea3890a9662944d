use super::*;
use crate::extract::{QuoteKind, Usage};
use crate::text::Span;

const FILE: &str = "# An article of our own.\n# covers: nesting\n\n\
Night ferry\n\n\
“{1 We sail at dawn},” {1s Mayor {2s Ada Moss}} {1c told} {1a reporters}. “{1 Not before}.”\n\
{2s She} {2c calls} it {2 a “{x miracle}”} in “{t Été & Co}”.\n\n\
---\n\
2 mixed | Ada Moss | - | anonymous\n\
1 direct | Ada Moss | reporters | -\n";

#[test]
fn marks_become_spans_of_the_bare_text() {
    let marked = read(FILE).unwrap();
    assert_eq!(
        marked.text,
        "Night ferry\n\n“We sail at dawn,” Mayor Ada Moss told reporters. “Not before.”\n\
         She calls it a “miracle” in “Été & Co”."
    );
    let words = |spans: &[Span]| spans.iter().map(|s| s.of(&marked.text)).collect::<Vec<_>>().join(" / ");
    let [first, second] = marked.quotes.as_slice() else { panic!("{:?}", marked.quotes) };
    assert_eq!((first.id.as_str(), words(&first.content)), ("1", "We sail at dawn / Not before".to_owned()));
    assert_eq!((words(&first.source), words(&first.cue)), ("Mayor Ada Moss".to_owned(), "told".to_owned()));
    assert_eq!(
        (words(&second.content), words(&second.source)),
        ("a “miracle”".into(), "Ada Moss / She".into())
    );
    let details = |quote: &Attribution| quote.details.clone().unwrap();
    assert_eq!(
        details(first),
        Details { kind: QuoteKind::Direct, addressee: Some("reporters".to_owned()), anonymous: Some(false) }
    );
    assert_eq!(details(second), Details { kind: QuoteKind::Mixed, addressee: None, anonymous: Some(true) });
    let uses: Vec<_> = marked.quotations.iter().map(|q| (q.span.of(&marked.text), q.usage)).collect();
    assert_eq!(uses, [("miracle", Usage::ScareQuote), ("Été & Co", Usage::Title)]);
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let row = "1 direct | - | - | -";
    for (file, problem) in [
        ("", "line 1: no line “---” parts the text from its quotes"),
        ("# a\n{1 b}\n", "line 2: no line “---” parts the text from its quotes"),
        ("# a\n\nb\n{1 c\n---\n", "line 4: a { is not closed"),
        ("b\nc}\n---\n", "line 2: a } closes nothing"),
        ("b\n{1z c}\n---\n", "line 2: {1z is no label; 1, 1s, 1c, 1a, t and x are"),
        ("{b\n\nc}\n---\n", "line 1: {b is no label; 1, 1s, 1c, 1a, t and x are"),
        ("{1 }\n---\n", "line 1: nothing stands between { and }"),
        ("a\n{1 b}\n---\n", "line 2: quote 1 has no line below “---”"),
        (&format!("{{1s b}}\n---\n{row}"), "line 3: quote 1 has no content {1 …}"),
        (&format!("{{1 b}}\n---\n{row}\n\n{row}"), "line 5: quote 1 stands twice"),
        (
            "{1 b}\n---\n1 direct | - | -",
            "line 3: 3 fields, where 4 are: N KIND | SPEAKER | ADDRESSEE | FLAGS",
        ),
        ("{1 b}\n---\n1 said | - | - | -", "line 3: “said” is no kind; direct, indirect and mixed are"),
        ("{1 b}\n---\nx direct | - | - | -", "line 3: “x” is no number of a quote"),
        ("{1 b}\n---\n1 direct | | - | -", "line 3: no speaker, not even -"),
        ("{1 b}\n---\n1 direct | - | - | bold", "line 3: “bold” is no flag; anonymous and - are"),
    ] {
        assert_eq!(read(file).map_err(|problem| problem.to_string()), Err(problem.to_owned()), "{file:?}");
    }
}
