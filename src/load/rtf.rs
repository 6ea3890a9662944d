//! Rich Text Format, `.rtf`.

use super::word::{Style, add, style};
use super::{BlockKind, Incoming, Meta, Problem};
use encoding_rs::{Encoding, WINDOWS_1252};
use rustc_hash::FxHashMap;

/// The article in a rich text. Notes, headers, footers, fields' instructions and deleted passages are left out.
///
/// # Errors
/// It is no rich text, or there is no text in it.
pub fn rtf(bytes: &[u8]) -> Result<Incoming, Problem> {
    let Some(start) = bytes.windows(5).take(64).position(|five| five == b"{\\rtf") else {
        return Err(Problem(
            "The file is no rich text, whatever its name says. Choose another file.".to_owned(),
        ));
    };
    let mut reader = Reader { page: WINDOWS_1252, ..Reader::default() };
    reader.read(bytes.get(start..).unwrap_or_default());
    reader.incoming.not_empty()
}

/// Where the words of a group go.
#[derive(Clone, Copy, Default, PartialEq)]
enum Place {
    #[default]
    Body,
    Nowhere,
    Styles,
    Fonts,
    Title,
    Author,
    Created,
}

/// What ends with its group.
#[derive(Clone, Copy)]
struct Group {
    place: Place,
    font: i32,
    /// So many characters follow a `\u` for those who do not know it.
    spare: usize,
    deleted: bool,
}

struct Reader {
    incoming: Incoming,
    page: &'static Encoding,
    fonts: FxHashMap<i32, &'static Encoding>,
    styles: FxHashMap<i32, Style>,
    group: Group,
    groups: Vec<Group>,
    /// Bytes in the code page that are not decoded yet.
    raw: Vec<u8>,
    /// The first half of a UTF-16 pair.
    half: Option<u16>,
    words: String,
    field: String,
    style: i32,
    /// The number that a style or font of the tables has.
    listed: i32,
    item: bool,
    heading: Option<BlockKind>,
    skip: usize,
    /// `\*` came just before.
    optional: bool,
    date: [i32; 3],
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            incoming: Incoming::default(),
            page: WINDOWS_1252,
            fonts: FxHashMap::default(),
            styles: FxHashMap::default(),
            group: Group { place: Place::Body, font: 0, spare: 1, deleted: false },
            groups: vec![],
            raw: vec![],
            half: None,
            words: String::new(),
            field: String::new(),
            style: 0,
            listed: 0,
            item: false,
            heading: None,
            skip: 0,
            optional: false,
            date: [0; 3],
        }
    }
}

impl Reader {
    fn read(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            match byte {
                b'{' => {
                    self.flush();
                    self.groups.push(self.group);
                    self.skip = 0;
                    if matches!(self.group.place, Place::Styles | Place::Fonts) {
                        self.field.clear();
                        self.listed = 0;
                    }
                }
                b'}' => {
                    self.close();
                    let Some(group) = self.groups.pop() else { break };
                    self.group = group;
                    if self.groups.is_empty() {
                        break;
                    }
                }
                b'\\' => rest = self.control(after),
                b'\r' | b'\n' => {}
                _ => self.byte(byte),
            }
        }
        self.paragraph();
    }

    fn control<'a>(&mut self, after: &'a [u8]) -> &'a [u8] {
        let Some((&first, rest)) = after.split_first() else { return after };
        if !first.is_ascii_alphabetic() {
            return self.symbol(first, rest);
        }
        let end = after.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(after.len());
        let (name, rest) = after.split_at(end);
        let digits =
            rest.iter().skip(1).position(|byte| !byte.is_ascii_digit()).map_or(rest.len(), |at| at + 1);
        let numbered = rest.first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'-');
        let (number, rest) = rest.split_at(if numbered { digits } else { 0 });
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i32>().ok());
        let rest = rest.strip_prefix(b" ").unwrap_or(rest);
        if name == b"bin" {
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            return rest.get(length..).unwrap_or_default();
        }
        self.word(std::str::from_utf8(name).unwrap_or_default(), number);
        rest
    }

    fn symbol<'a>(&mut self, first: u8, rest: &'a [u8]) -> &'a [u8] {
        match first {
            b'\'' => {
                let digits = rest.get(..2).and_then(|two| std::str::from_utf8(two).ok());
                let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) else {
                    return rest;
                };
                self.byte(byte);
                return rest.get(2..).unwrap_or_default();
            }
            b'*' => self.optional = true,
            b'~' => self.letter('\u{a0}'),
            b'_' => self.letter('\u{2011}'),
            b'\\' | b'{' | b'}' => self.byte(first),
            b'\r' | b'\n' => self.paragraph(),
            _ => {}
        }
        rest
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        if name != "u" {
            self.flush();
        }
        let optional = std::mem::take(&mut self.optional);
        let value = number.unwrap_or(0);
        let body = self.group.place == Place::Body;
        match name {
            "ansicpg" => self.page = code_page(value).unwrap_or(self.page),
            "mac" => self.page = encoding_rs::MACINTOSH,
            "fonttbl" => self.group.place = Place::Fonts,
            "stylesheet" => self.group.place = Place::Styles,
            "title" if self.group.place == Place::Nowhere => self.group.place = Place::Title,
            "author" if self.group.place == Place::Nowhere => self.group.place = Place::Author,
            "creatim" if self.group.place == Place::Nowhere => self.group.place = Place::Created,
            "yr" | "mo" | "dy" if self.group.place == Place::Created => {
                let at = ["yr", "mo", "dy"].iter().position(|part| *part == name).unwrap_or(0);
                if let Some(part) = self.date.get_mut(at) {
                    *part = value;
                }
            }
            "info" | "colortbl" | "pict" | "object" | "footnote" | "header" | "headerl" | "headerr"
            | "headerf" | "footer" | "footerl" | "footerr" | "footerf" | "fldinst" | "listtext"
            | "pntext" | "annotation" | "listtable" | "listoverridetable" | "revtbl" | "rsidtbl"
            | "generator" | "xmlnstbl" | "themedata" | "datastore" | "nonshppict" | "filetbl" | "tc"
            | "xe" | "bkmkstart" | "bkmkend" => {
                self.group.place = Place::Nowhere;
            }
            "f" if self.group.place == Place::Fonts => self.listed = value,
            "f" => self.group.font = value,
            "fcharset" if self.group.place == Place::Fonts => {
                if let Some(page) = charset(value) {
                    self.fonts.insert(self.listed, page);
                }
            }
            "s" if self.group.place == Place::Styles => self.listed = value,
            "s" if body => self.style = value,
            "pard" if body => (self.style, self.item, self.heading) = (0, false, None),
            "ls" if body && value > 0 => self.item = true,
            "outlinelevel" if body => {
                self.heading = u8::try_from(value)
                    .ok()
                    .filter(|level| *level < 9)
                    .map(|level| BlockKind::Heading(level + 1));
            }
            "plain" => self.group.deleted = false,
            "deleted" | "v" => self.group.deleted = number != Some(0),
            "uc" => self.group.spare = usize::try_from(value).unwrap_or(1).min(16),
            "u" => {
                self.skip = 0;
                self.flush();
                self.unit(value as u16);
                self.skip = self.group.spare;
            }
            "par" | "sect" | "page" | "row" => self.paragraph(),
            "line" => self.letter('\n'),
            "tab" | "cell" | "nestcell" => self.letter('\t'),
            "lquote" => self.letter('‘'),
            "rquote" => self.letter('’'),
            "ldblquote" => self.letter('“'),
            "rdblquote" => self.letter('”'),
            "endash" => self.letter('–'),
            "emdash" => self.letter('—'),
            "bullet" => self.letter('•'),
            "shppict" | "cs" | "ds" | "ts" => {}
            _ if optional => self.group.place = Place::Nowhere,
            _ => {}
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.group.place != Place::Nowhere {
            self.raw.push(byte);
        }
    }

    /// A unit of UTF-16.
    fn unit(&mut self, unit: u16) {
        let units = [self.half.take(), Some(unit)];
        for letter in char::decode_utf16(units.into_iter().flatten()) {
            match letter {
                Ok(letter) => self.letter(letter),
                Err(half) if (0xd800..0xdc00).contains(&half.unpaired_surrogate()) => {
                    self.half = Some(half.unpaired_surrogate());
                }
                Err(_) => {}
            }
        }
    }

    fn letter(&mut self, letter: char) {
        self.flush();
        let into = match self.group.place {
            Place::Nowhere => return,
            Place::Body if self.group.deleted => return,
            Place::Body => &mut self.words,
            _ => &mut self.field,
        };
        // Symbol fonts put their letters here.
        if !('\u{f000}'..='\u{f0ff}').contains(&letter) {
            into.push(letter);
        }
    }

    /// Decodes what is left in the code page.
    fn flush(&mut self) {
        if self.raw.is_empty() {
            return;
        }
        let raw = std::mem::take(&mut self.raw);
        let page = self.fonts.get(&self.group.font).copied().unwrap_or(self.page);
        let (text, _) = page.decode_without_bom_handling(&raw);
        match self.group.place {
            Place::Nowhere => {}
            Place::Body if self.group.deleted => {}
            Place::Body => self.words.push_str(&text),
            _ => self.field.push_str(&text),
        }
        self.raw = raw;
        self.raw.clear();
    }

    fn close(&mut self) {
        self.flush();
        self.skip = 0;
        let field = match self.group.place {
            Place::Body | Place::Nowhere => return,
            _ => std::mem::take(&mut self.field),
        };
        let meta: &mut Meta = &mut self.incoming.meta;
        match self.group.place {
            Place::Title => meta.title = super::xml::some(&field).or(meta.title.take()),
            Place::Author => meta.byline = super::xml::some(&field).or(meta.byline.take()),
            Place::Created => {
                let [year, month, day] = self.date;
                if year > 0 && (1..=12).contains(&month) && (1..=31).contains(&day) {
                    meta.date = Some(format!("{year:04}-{month:02}-{day:02}"));
                }
            }
            Place::Styles => {
                if let Some(style) = style(field.trim_matches([';', ' '])) {
                    self.styles.insert(self.listed, style);
                }
            }
            Place::Body | Place::Nowhere | Place::Fonts => {}
        }
    }

    fn paragraph(&mut self) {
        self.flush();
        if self.group.place != Place::Body {
            return;
        }
        let words = std::mem::take(&mut self.words);
        let bare = words.trim_start().trim_start_matches(['•', '◦', '▪']);
        let item = self.item || bare.len() < words.trim_start().len();
        let style = self.styles.get(&self.style).copied();
        let style =
            style.or(self.heading.map(Style::Block)).or(item.then_some(Style::Block(BlockKind::Item)));
        add(&mut self.incoming, style, if item { bare } else { &words });
    }
}

fn code_page(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        866 => "ibm866".to_owned(),
        874 => "windows-874".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        _ => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font for letters of one script; `None` where the document's own is meant.
fn charset(number: i32) -> Option<&'static Encoding> {
    code_page(match number {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Incoming {
        rtf(text.as_bytes()).unwrap()
    }

    #[test]
    fn letters_in_every_way_of_writing_them() {
        let text = r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f1\fcharset128 A;}}\uc1 \'cc\'e8\'f0\par\u8220 ?a\u-10179?\u-9138? b\u8221\'94{\uc2\u233 ab}{\f1\'83\'7e}\emdash\~\{\}\par}";
        assert_eq!(read(text).text, "Мир\n\n“a👎 b”éミ—\u{a0}{}");
    }

    #[test]
    fn what_is_no_text_is_left_out() {
        let text = r"{\rtf1{\info{\title Ferry}{\author Tessa Quill}{\creatim\yr2031\mo4\dy2}}{\stylesheet{\s2 heading 2;}{\s3 Title;}}{\header no}{\*\other no}a{\footnote no} b{\deleted no}\bin3 }}}\par\pard\s2 Head\par\pard\ls1{\listtext *}item\par}";
        let incoming = read(text);
        assert_eq!(incoming.text, "a b\n\nHead\n\nitem");
        assert_eq!(incoming.blocks[1].kind, BlockKind::Heading(2));
        assert_eq!(incoming.blocks[2].kind, BlockKind::Item);
        let meta = incoming.meta;
        assert_eq!((meta.title.as_deref(), meta.date.as_deref()), (Some("Ferry"), Some("2031-04-02")));
    }

    #[test]
    fn deep_nesting_and_other_files() {
        assert!(rtf(&[b"{\\rtf1 a".as_slice(), &[b'{'; 1_000_000]].concat()).is_ok());
        assert!(rtf(b"PK").is_err() && rtf(b"{\\rtf1}").is_err());
    }
}
