//! Lines that are nothing but a date or a time: `Updated 4 hours ago`, `5 April 2024`, `00:00 / 03:12`.

use super::rule::Force;
use super::words::{bare, same};

/// Longer lines are no date lines.
const LONGEST: usize = 110;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTHS_LEFT: [&str; 16] = [
    "", "uary", "ruary", "ch", "il", "e", "y", "ust", "t", "tember", "ober", "ember", "january", "february",
    "march", "s",
];
const DAYS: [&str; 19] = [
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "yesterday",
];
/// What says that a date is that of the page.
const LABELS: [&str; 11] = [
    "updated",
    "published",
    "posted",
    "modified",
    "publishing",
    "edited",
    "created",
    "uploaded",
    "issued",
    "last",
    "first",
];
const HALVES: [&str; 4] = ["am", "pm", "a.m", "p.m"];
const ZONES: [&str; 24] = [
    "gmt", "bst", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "ist",
    "utc", "cet", "cest", "aest", "aedt", "eat", "wat", "sast", "hrs",
];
const UNITS: [&str; 16] = [
    "second", "seconds", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "day", "days", "week",
    "weeks", "month", "months", "h",
];
const SMALL: [&str; 6] = ["on", "at", "date", "time", "an", "a"];

#[derive(Default)]
struct Seen {
    month: bool,
    day: bool,
    year: bool,
    whole_date: bool,
    times: usize,
    half_or_zone: bool,
    label: bool,
    ago: bool,
    unit: bool,
    read: bool,
    number: bool,
    slash: bool,
}

/// Whether `line` is a date, and where it counts as one; and the reason.
pub(super) fn reason(line: &str) -> Option<(&'static str, Force)> {
    // Most lines have no number, and are told by that.
    if line.len() > LONGEST || !(line.bytes().any(|b| b.is_ascii_digit()) || line.ends_with("ago")) {
        return None;
    }
    let mut seen = Seen::default();
    for word in line.split(|c: char| c.is_whitespace() || "•|·,()".contains(c)) {
        if !seen.takes(word) {
            return None;
        }
    }
    let Seen { month, year, times, label, number, .. } = seen;
    let other =
        month || year || label || seen.day || seen.ago || seen.half_or_zone || seen.unit || seen.whole_date;
    if times > 0 && !other {
        let player = times > 1 && seen.slash;
        return (!number).then_some(("player", if player { Force::Full } else { Force::Weak }));
    }
    let dated = seen.whole_date || month && number;
    let sure = label && (dated || times > 0 || seen.ago && (number || seen.unit))
        || seen.ago && (number || seen.unit)
        || times == 1 && seen.half_or_zone
        || times > 0 && (year || seen.whole_date)
        || seen.read && seen.unit && number;
    if sure {
        return Some(("date line", Force::Full));
    }
    let dated = seen.whole_date || month && year && seen.number;
    if dated {
        return Some(("date line", Force::Head));
    }
    (month && number).then_some(("date line", Force::Weak))
}

impl Seen {
    /// Notes what `word` is; false when it is no part of a date.
    fn takes(&mut self, word: &str) -> bool {
        self.slash |= word == "/";
        let word = bare(word);
        let Some(first) = word.bytes().next() else { return true };
        if first.is_ascii_digit() {
            return self.takes_number(word);
        }
        let any = |list: &[&str]| list.iter().any(|want| same(word, want) == Some(""));
        if any(&LABELS) {
            self.label = true;
        } else if any(&HALVES) || any(&ZONES) {
            self.half_or_zone = true;
        } else if any(&DAYS) {
            self.day = true;
        } else if any(&UNITS) {
            self.unit = true;
        } else if any(&["ago"]) {
            self.ago = true;
        } else if any(&["read"]) {
            self.read = true;
        } else if MONTHS.iter().any(|month| same(word, month).is_some_and(|left| MONTHS_LEFT.contains(&left)))
        {
            self.month = true;
        } else {
            return any(&SMALL);
        }
        true
    }

    fn takes_number(&mut self, word: &str) -> bool {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let left = word.get(digits..).unwrap_or_default();
        let inner = |sep: char| left.starts_with(sep) && left.bytes().skip(1).any(|b| b.is_ascii_digit());
        if left.is_empty() {
            let year = digits == 4 && (word.starts_with("19") || word.starts_with("20"));
            self.year |= year;
            self.number |= !year && digits < 3;
            return year || digits < 3;
        }
        if ["st", "nd", "rd", "th"].contains(&left) {
            self.number = true;
            return true;
        }
        if ["h", "m", "d", "hr", "min", "w"].contains(&left) {
            (self.unit, self.number) = (true, true);
            return true;
        }
        if ["am", "pm", "AM", "PM"].contains(&left) {
            (self.half_or_zone, self.times) = (true, self.times + 1);
            return true;
        }
        if !left.bytes().all(|b| b.is_ascii_digit() || b"./-:hampAMPTZ+".contains(&b)) {
            return false;
        }
        if inner(':') || inner('.') && left.len() == 3 {
            self.times += 1;
            self.half_or_zone |= left.ends_with(['m', 'M']);
            return digits < 3;
        }
        let parts =
            word.split(['/', '.', '-']).filter(|part| part.bytes().all(|b| b.is_ascii_digit())).count();
        self.whole_date |= parts == 3;
        parts == 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_the_page_are_told() {
        for line in [
            "Updated 4 hours ago",
            "Published 6:14 p.m. CT March 3, 2023",
            "Mon 12 Jun 2023 09.15 BST",
            "Last modified on Mon 12 Jun 2023 11.02 BST",
            "Posted: Aug 2, 2022 / 07:15 AM CDT",
            "41m ago",
            "14.32 GMT",
            "14 minute read",
            "Publishing date: Nov 04, 2022 • 4 hours ago • 2 minute read",
            "Last updated: 18:04",
        ] {
            assert_eq!(reason(line), Some(("date line", Force::Full)), "{line}");
        }
        for line in ["5 April 2024", "April 21, 2020", "14/02/2023"] {
            assert_eq!(reason(line), Some(("date line", Force::Head)), "{line}");
        }
        assert_eq!(reason("00:00 / 03:12"), Some(("player", Force::Full)));
        assert_eq!(reason("03:12"), Some(("player", Force::Weak)));
        assert_eq!(reason("2 January"), Some(("date line", Force::Weak)));
    }

    #[test]
    fn other_lines_are_none() {
        for line in [
            "",
            "1971",
            "1971 was a good year.",
            "Monday",
            "12",
            "Belnor 3 Tarn 3",
            "Turnout: 41%",
            "July 2019",
            "Last",
            "First",
            "Updated figures are due on Friday.",
            "Last updated in 1974, the rule book fills one page.",
            "1. Walk the sands",
            "288/6",
            "May",
            "9.30 A.M. / 7.00 P.M.",
        ] {
            assert_eq!(reason(line), None, "{line}");
        }
    }
}
