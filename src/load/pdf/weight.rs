//! How much a page is when it is unpacked.

use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::object::{Array, Name, Stream};
use hayro_syntax::page::Page;

/// The pages of a file unpack to so many bytes in all.
pub(super) const MOST_BYTES: usize = 64 << 20;
/// A stream that is packed in the old way may have so many bytes; it grows by 1400 times at most.
const MOST_OLD: usize = 128 << 10;

/// Takes what the page's content unpacks to from `left`; false if it is more. Nothing of it is kept.
pub(super) fn fits(page: &Page<'_>, left: &mut usize) -> bool {
    let dict = page.raw();
    if let Some(stream) = dict.get::<Stream<'_>>(b"Contents".as_slice()) {
        return stream_fits(&stream, left);
    }
    let parts = dict.get::<Array<'_>>(b"Contents".as_slice());
    parts.is_none_or(|parts| parts.iter::<Stream<'_>>().all(|stream| stream_fits(&stream, left)))
}

/// The same for a stream.
pub(super) fn stream_fits(stream: &Stream<'_>, left: &mut usize) -> bool {
    let dict = stream.dict();
    let filters: Vec<Name<'_>> = match dict.get::<Name<'_>>(b"Filter".as_slice()) {
        Some(name) => vec![name],
        None => dict
            .get::<Array<'_>>(b"Filter".as_slice())
            .map(|names| names.iter::<Name<'_>>().collect())
            .unwrap_or_default(),
    };
    let flate = |name: &Name<'_>| matches!(&**name, b"FlateDecode" | b"Fl");
    let packed = filters.iter().filter(|name| flate(name) || matches!(&***name, b"LZWDecode" | b"LZW"));
    let raw = stream.raw_data();
    let size = match (packed.count(), filters.first()) {
        (0, _) => Some(raw.len()),
        (1, Some(first)) if flate(first) => unpacked(&raw, *left),
        (1, _) => (raw.len() <= MOST_OLD).then_some(raw.len()),
        // Packed twice: no program does that but to make a bomb.
        _ => None,
    };
    match size.and_then(|size| left.checked_sub(size)) {
        Some(rest) => {
            *left = rest;
            true
        }
        None => false,
    }
}

/// How many bytes the packed ones are, if no more than `most`.
fn unpacked(packed: &[u8], most: usize) -> Option<usize> {
    let mut inflate = Decompress::new(true);
    let mut window = vec![0; 32 << 10];
    loop {
        let (read, written) = (inflate.total_in(), inflate.total_out());
        let rest = packed.get(usize::try_from(read).ok()?..).unwrap_or_default();
        let status = inflate.decompress(rest, &mut window, FlushDecompress::None);
        let size = usize::try_from(inflate.total_out()).ok()?;
        if size > most {
            return None;
        }
        let stuck = inflate.total_in() == read && inflate.total_out() == written;
        if stuck || !matches!(status, Ok(Status::Ok)) {
            return Some(size);
        }
    }
}
