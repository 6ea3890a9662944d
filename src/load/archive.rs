//! ZIP archives: those that a user gives, and those that Word files, OpenDocument texts and e-books are.

use super::Problem;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use rustc_hash::FxHashMap;
use std::io::Read;

/// All files of an archive together are at most this long when unpacked.
pub(super) const MOST_BYTES: u64 = 512 << 20;
/// An archive has at most so many files.
pub(super) const MOST_FILES: usize = 20_000;

/// An open archive.
pub(super) struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    /// The files in their order in the archive.
    pub(super) names: Vec<String>,
    entries: FxHashMap<String, Entry>,
    left: u64,
}

struct Entry {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    locked: bool,
}

impl<'a> Archive<'a> {
    /// # Errors
    /// It is no archive, or cut off, or too large.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| damaged())?;
        let mut listed = zip.entries();
        let mut names = Vec::new();
        let mut entries = FxHashMap::default();
        while let Some(entry) = listed.next_entry().map_err(|_| damaged())? {
            if entry.is_dir() {
                continue;
            }
            if names.len() == MOST_FILES {
                return Err(Problem(format!(
                    "The archive has more than {MOST_FILES} files. Unpack it and choose the files that you need."
                )));
            }
            let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
            let locked = entry.flags().is_encrypted();
            entries.insert(
                name.clone(),
                Entry { place: entry.wayfinder(), method: entry.compression_method(), locked },
            );
            names.push(name);
        }
        Ok(Self { zip, names, entries, left: MOST_BYTES })
    }

    /// The file of this name, unpacked; `None` if there is none.
    ///
    /// # Errors
    /// It is damaged, locked with a password, or too large.
    pub(super) fn file(&mut self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(entry) = self.entries.get(name) else { return Ok(None) };
        if entry.locked {
            return Err(locked());
        }
        let packed = self.zip.get_entry(entry.place).map_err(|_| damaged())?.data();
        let mut bytes = Vec::new();
        let most = self.left.saturating_add(1);
        let read = match entry.method {
            CompressionMethod::STORE => packed.take(most).read_to_end(&mut bytes),
            CompressionMethod::DEFLATE => {
                flate2::read::DeflateDecoder::new(packed).take(most).read_to_end(&mut bytes)
            }
            _ => {
                return Err(Problem(format!(
                    "“{name}” is packed in a way that is not known here. Unpack the archive and choose the file itself."
                )));
            }
        };
        read.map_err(|_| damaged())?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(length).ok_or_else(|| {
            Problem("The archive is larger than 512 MB when unpacked. Unpack it and choose the files that you need.".to_owned())
        })?;
        Ok(Some(bytes))
    }

    /// The file of this name, unpacked.
    ///
    /// # Errors
    /// There is none, it is damaged, locked with a password, or too large.
    pub(super) fn needed(&mut self, name: &str) -> Result<Vec<u8>, Problem> {
        self.file(name)?.ok_or_else(damaged)
    }
}

fn damaged() -> Problem {
    Problem("The file is damaged or not complete. Fetch or save it once more and try again.".to_owned())
}

/// A file that needs a password.
pub(super) fn locked() -> Problem {
    Problem("The file is locked with a password. Open it in its own program, save it without a password, and try again.".to_owned())
}

/// The files in a ZIP archive with their names, in its order. Hidden files and what macOS adds are left out, and so are archives
/// within the archive.
///
/// # Errors
/// It is damaged, locked with a password, has more than [`MOST_FILES`] files or more than [`MOST_BYTES`] bytes.
pub fn zip(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let mut archive = Archive::open(bytes)?;
    let mut files = Vec::new();
    for name in std::mem::take(&mut archive.names) {
        let hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        if hidden || name.to_lowercase().ends_with(".zip") {
            continue;
        }
        let content = archive.needed(&name)?;
        files.push((name, content));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_archive_is_refused() {
        for bytes in [&b""[..], b"PK\x03\x04", b"PK\x05\x06", &[b'P'; 100]] {
            assert!(zip(bytes).is_err());
        }
    }
}
