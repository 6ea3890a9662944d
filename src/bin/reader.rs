//! The reader's door: files of other kinds than text, but for PDF, away from the page's main thread. Trunk builds it for wasm32; a page loads it
//! only when such a file comes in.

fn main() {
    #[cfg(target_arch = "wasm32")]
    reader::listen();
}

#[cfg(target_arch = "wasm32")]
mod reader {
    use js_sys::Uint8Array;
    use scarequote::browser::{Posted, listen as hear, say};
    use scarequote::document::Document;
    use scarequote::formats::{labels, scarequote as annotations};
    use scarequote::load::encoding::ENCODINGS;
    use scarequote::load::table::{Columns, Table};
    use scarequote::load::{Told, harvest};
    use wasm_bindgen::JsCast;

    /// Answers each message `["load", name, bytes, columns, encoding]`. See `scarequote::browser::Backstage`.
    pub(crate) fn listen() {
        hear(|job| {
            let text = |place| job.get(place).as_string().unwrap_or_default();
            let bytes = job.get(2).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
            match load(&text(1), &bytes, &text(3), &text(4)) {
                Ok(found) => found.post(),
                Err(why) => say("refused", &why.into()),
            }
        });
    }

    /// `encoding` is the number of the one that was chosen; or `?` and the present one, when all are to be told.
    fn load(name: &str, bytes: &[u8], choice: &str, encoding: &str) -> Result<Posted, String> {
        let mut found = Posted::default();
        if let Some(present) = encoding.strip_prefix('?') {
            found.table = Some(encodings(present));
            return Ok(found);
        }
        let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes));
        if annotations::is_annotation_file(name, &head) {
            let json =
                std::str::from_utf8(bytes).map_err(|_| "The file is damaged: it is not UTF-8.".to_owned())?;
            found.add("document", &annotations::read(json).map_err(|problem| problem.to_string())?);
            return Ok(found);
        }
        if labels::is_label_file(&head) {
            let set = labels::read(&String::from_utf8_lossy(bytes)).map_err(|problem| problem.to_string())?;
            found.labels(&set);
            return Ok(found);
        }
        let chosen = encoding.parse().ok().and_then(|number: usize| ENCODINGS.get(number));
        let encoding = chosen.map(|(label, _)| *label);
        let told = Told { encoding, choose: &|_| Ok(columns(choice)), pdf: None };
        let harvest = harvest(name, bytes, told).map_err(|problem| problem.to_string())?;
        found.guess = harvest.encodings.first().copied();
        found.table = harvest.table.as_ref().map(pack);
        for article in harvest.found {
            found.add("article", &Document::new(article.article()));
        }
        for (name, problem) in &harvest.refused {
            found.fail(name, &problem.0);
        }
        for (name, bytes) in &harvest.pdfs {
            found.pdf(name, bytes);
        }
        Ok(found)
    }

    /// The columns in which a person says the texts and the titles stand: two numbers, the second of which may be missing.
    fn columns(choice: &str) -> Option<Columns> {
        let mut numbers = choice.split(' ').map(|number| number.parse().ok());
        let text = numbers.next()??;
        Some(Columns { text, title: numbers.next().flatten(), ..Columns::default() })
    }

    /// The encodings to choose from, as a table without rows.
    fn encodings(present: &str) -> String {
        let at = ENCODINGS.iter().position(|(label, _)| label.eq_ignore_ascii_case(present));
        let mut out = format!("0\t{}\t", at.unwrap_or(0));
        for (label, words) in ENCODINGS {
            out.push_str(&format!("\n{words}\t{label}"));
        }
        out
    }

    /// See `scarequote::app::state::Table::unpack`.
    fn pack(table: &Table) -> String {
        const SAMPLE: usize = 40; // characters
        let guess = table.guess();
        let title = guess.title.map(|title| title.to_string()).unwrap_or_default();
        let mut out = format!("{}\t{}\t{title}", table.rows.len(), guess.text);
        let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        for (number, name) in table.columns.iter().enumerate() {
            let sample =
                table.rows.iter().filter_map(|row| row.get(number)).find(|cell| !cell.trim().is_empty());
            let sample =
                plain(&sample.map(|cell| cell.chars().take(SAMPLE).collect::<String>()).unwrap_or_default());
            out.push_str(&format!("\n{}\t{sample}", plain(name)));
        }
        out
    }
}
