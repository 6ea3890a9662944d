//! The letters that a page draws, where it draws them.

use super::fonts::{Face, Fonts};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

/// A file is drawn for so many steps, so that forms that draw each other come to an end.
pub(super) const MOST_STEPS: usize = 50_000_000;
/// Forms stand in forms this deep.
const MOST_DEPTH: usize = 12;

/// A letter on the page; `y` grows upwards.
pub(super) struct Letter {
    pub(super) words: String,
    pub(super) known: bool,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) end: f64,
    pub(super) size: f64,
}

#[derive(Default)]
pub(super) struct Drawn {
    pub(super) letters: Vec<Letter>,
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
fn times(a: Matrix, b: Matrix) -> Matrix {
    let [a0, a1, a2, a3, a4, a5] = a;
    let [b0, b1, b2, b3, b4, b5] = b;
    [
        a0 * b0 + a1 * b2,
        a0 * b1 + a1 * b3,
        a2 * b0 + a3 * b2,
        a2 * b1 + a3 * b3,
        a4 * b0 + a5 * b2 + b4,
        a4 * b1 + a5 * b3 + b5,
    ]
}

#[derive(Clone)]
struct State<'a> {
    place: Matrix,
    face: Option<Face<'a>>,
    size: f64,
    between: f64,
    words: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

struct Pen<'p, 'a> {
    fonts: &'p Fonts<'a>,
    left: &'p mut usize,
    bytes: &'p mut usize,
    drawn: Drawn,
    text: Matrix,
    line: Matrix,
}

/// The letters of a page in the order in which they are drawn.
pub(super) fn letters<'a>(page: &Page<'a>, fonts: &Fonts<'a>, left: &mut usize, bytes: &mut usize) -> Drawn {
    let mut pen = Pen { fonts, left, bytes, drawn: Drawn::default(), text: IDENTITY, line: IDENTITY };
    let state = State {
        place: page.initial_transform(false).as_coeffs(),
        face: None,
        size: 1.0,
        between: 0.0,
        words: 0.0,
        scale: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    pen.draw(page.typed_operations(), page.resources(), state, 0);
    pen.drawn
}

impl<'a> Pen<'_, 'a> {
    fn draw(
        &mut self,
        mut steps: TypedIter<'_>,
        resources: &Resources<'a>,
        mut state: State<'a>,
        depth: usize,
    ) {
        let mut kept = Vec::new();
        let number = |n: &Number| n.as_f64();
        while let Some(step) = steps.next() {
            if *self.left == 0 {
                return;
            }
            *self.left -= 1;
            match step {
                TypedInstruction::SaveState(_) if kept.len() < 1000 => kept.push(state.clone()),
                TypedInstruction::RestoreState(_) => state = kept.pop().unwrap_or(state),
                TypedInstruction::Transform(m) => {
                    let by = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(number);
                    state.place = times(by, state.place);
                }
                TypedInstruction::BeginText(_) => (self.text, self.line) = (IDENTITY, IDENTITY),
                TypedInstruction::CharacterSpacing(n) => state.between = n.0.as_f64(),
                TypedInstruction::WordSpacing(n) => state.words = n.0.as_f64(),
                TypedInstruction::HorizontalScaling(n) => state.scale = n.0.as_f64() / 100.0,
                TypedInstruction::TextLeading(n) => state.leading = n.0.as_f64(),
                TypedInstruction::TextRise(n) => state.rise = n.0.as_f64(),
                TypedInstruction::TextFont(font) => {
                    state.face = resources.get_font(font.0).map(|dict| self.fonts.face(&dict));
                    state.size = font.1.as_f64();
                }
                TypedInstruction::SetTextMatrix(m) => {
                    self.line = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(number);
                    self.text = self.line;
                }
                TypedInstruction::NextLine(n) => self.next(n.0.as_f64(), n.1.as_f64()),
                TypedInstruction::NextLineAndSetLeading(n) => {
                    state.leading = -n.1.as_f64();
                    self.next(n.0.as_f64(), n.1.as_f64());
                }
                TypedInstruction::NextLineUsingLeading(_) => self.next(0.0, -state.leading),
                TypedInstruction::ShowText(s) => self.show(s.0.as_bytes(), &state),
                TypedInstruction::NextLineAndShowText(s) => {
                    self.next(0.0, -state.leading);
                    self.show(s.0.as_bytes(), &state);
                }
                TypedInstruction::ShowTextWithParameters(s) => {
                    (state.words, state.between) = (s.0.as_f64(), s.1.as_f64());
                    self.next(0.0, -state.leading);
                    self.show(s.2.as_bytes(), &state);
                }
                TypedInstruction::ShowTexts(list) => self.show_all(list.0, &state),
                TypedInstruction::XObject(name) if depth < MOST_DEPTH => {
                    if let Some(form) = resources.get_x_object(name.0) {
                        self.form(&form, resources, state.clone(), depth);
                    }
                }
                _ => {}
            }
        }
    }

    fn form(&mut self, form: &Stream<'a>, resources: &Resources<'a>, mut state: State<'a>, depth: usize) {
        let dict = form.dict();
        let subtype = dict.get::<hayro_syntax::object::Name<'_>>(b"Subtype".as_slice());
        if subtype.is_none_or(|name| &*name != b"Form") {
            return;
        }
        if !super::weight::stream_fits(form, self.bytes) {
            return;
        }
        let Ok(content) = form.decoded() else { return };
        *self.left = self.left.saturating_sub(content.len() / 64);
        if let Some(matrix) = dict.get::<Array<'_>>(b"Matrix".as_slice()) {
            let mut by = IDENTITY;
            by.iter_mut().zip(matrix.iter::<f32>()).for_each(|(to, from)| *to = f64::from(from));
            state.place = times(by, state.place);
        }
        let own = dict.get::<Dict<'_>>(b"Resources".as_slice()).map(Resources::new);
        let outer = (self.text, self.line);
        self.draw(TypedIter::new(&content), own.as_ref().unwrap_or(resources), state, depth + 1);
        (self.text, self.line) = outer;
    }

    fn next(&mut self, x: f64, y: f64) {
        self.line = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn show_all(&mut self, list: &Array<'_>, state: &State<'a>) {
        for object in list.iter::<Object<'_>>() {
            match object {
                Object::String(string) => self.show(string.as_bytes(), state),
                Object::Number(number) => {
                    let back = -number.as_f64() / 1000.0 * state.size * state.scale;
                    self.text = times([1.0, 0.0, 0.0, 1.0, back, 0.0], self.text);
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8], state: &State<'a>) {
        let Some(face) = &state.face else { return };
        let mut at = 0;
        while let Some(sign) = face.sign(bytes, at) {
            if *self.left == 0 {
                return;
            }
            *self.left -= 1;
            at += sign.length;
            let spacing = state.between + if sign.space { state.words } else { 0.0 };
            let width = (sign.advance / 1000.0 * state.size) * state.scale;
            let whole = times([1.0, 0.0, 0.0, 1.0, 0.0, state.rise], times(self.text, state.place));
            let [a, b, c, d, x, y] = whole;
            let size = state.size.abs() * c.hypot(d);
            // Writing that runs upwards or down is no part of a text.
            let upright = b.abs() <= a.abs() * 0.2 && a > 0.0;
            if upright && size > 0.5 && size < 1000.0 && x.is_finite() && y.is_finite() {
                let known = sign.words.is_some();
                let words = sign.words.unwrap_or_else(|| "\u{fffd}".to_owned());
                self.drawn.letters.push(Letter { words, known, x, y, end: x + width * a, size });
            }
            self.text = times([1.0, 0.0, 0.0, 1.0, width + spacing * state.scale, 0.0], self.text);
        }
    }
}
