use super::Problem;
use crate::extract::QuoteKind;

/// What a line below `---` says about a quote.
pub(super) struct Row {
    pub(super) quote: u32,
    pub(super) kind: QuoteKind,
    pub(super) speaker: Option<String>,
    pub(super) addressee: Option<String>,
    pub(super) anonymous: bool,
    pub(super) line: usize,
}

/// Reads `N KIND | SPEAKER | ADDRESSEE | FLAGS`, line number `line` of its file.
pub(super) fn read(row: &str, line: usize) -> Result<Row, Problem> {
    let wrong = |reason: String| Problem::new(line, reason);
    let fields: Vec<&str> = row.split('|').map(str::trim).collect();
    let &[head, speaker, addressee, flags] = fields.as_slice() else {
        return Err(wrong(format!(
            "{} fields, where 4 are: N KIND | SPEAKER | ADDRESSEE | FLAGS",
            fields.len()
        )));
    };
    let (number, kind) = head.split_once(' ').ok_or_else(|| wrong(format!("“{head}” is not N KIND")))?;
    Ok(Row {
        quote: number.parse().map_err(|_| wrong(format!("“{number}” is no number of a quote")))?,
        kind: match kind.trim() {
            "direct" => QuoteKind::Direct,
            "indirect" => QuoteKind::Indirect,
            "mixed" => QuoteKind::Mixed,
            other => return Err(wrong(format!("“{other}” is no kind; direct, indirect and mixed are"))),
        },
        speaker: name(speaker).map_err(|()| wrong("no speaker, not even -".to_owned()))?,
        addressee: name(addressee).map_err(|()| wrong("no addressee, not even -".to_owned()))?,
        anonymous: match flags {
            "-" => false,
            "anonymous" => true,
            other => return Err(wrong(format!("“{other}” is no flag; anonymous and - are"))),
        },
        line,
    })
}

fn name(field: &str) -> Result<Option<String>, ()> {
    match field {
        "" => Err(()),
        "-" => Ok(None),
        name => Ok(Some(name.to_owned())),
    }
}
