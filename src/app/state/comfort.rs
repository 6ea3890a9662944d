/// One thing that can be set about how the text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The name of the attribute `data-…` of the page's root that the styles follow.
    pub name: &'static str,
    /// What it is called on the screen.
    pub title: &'static str,
    /// Its values, as the styles and the screen know them.
    pub values: &'static [(&'static str, &'static str)],
    /// Which of them is the first one.
    pub first: usize,
}

/// All that can be set. The styles are in `styles/comfort.css`; `static/boot.js` sets what is remembered before the page is drawn.
pub const SETTINGS: [Setting; 5] = [
    Setting {
        name: "size",
        title: "Text size",
        values: &[("xs", "Smaller"), ("s", "Small"), ("m", "Medium"), ("l", "Large"), ("xl", "Very large")],
        first: 2,
    },
    Setting {
        name: "width",
        title: "Line width",
        values: &[("narrow", "Narrow"), ("normal", "Normal"), ("wide", "Wide")],
        first: 1,
    },
    Setting {
        name: "lines",
        title: "Line spacing",
        values: &[("close", "Close"), ("normal", "Normal"), ("open", "Open")],
        first: 1,
    },
    Setting {
        name: "face",
        title: "Typeface",
        values: &[("serif", "Serif"), ("sans", "Sans serif")],
        first: 0,
    },
    Setting {
        name: "theme",
        title: "Colours",
        values: &[("system", "As the system"), ("light", "Light"), ("dark", "Dark")],
        first: 0,
    },
];

/// How a person likes to read: a value of each of [`SETTINGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comfort([usize; SETTINGS.len()]);

impl Default for Comfort {
    fn default() -> Self {
        Self(SETTINGS.map(|setting| setting.first))
    }
}

impl Comfort {
    /// Each setting with the number of its value.
    pub fn all(&self) -> impl Iterator<Item = (&'static Setting, usize)> + '_ {
        SETTINGS.iter().zip(self.0)
    }

    /// Sets the value of the setting with this name; one that there is not changes nothing.
    pub fn set(&mut self, name: &str, value: &str) {
        for (setting, now) in SETTINGS.iter().zip(&mut self.0) {
            if setting.name == name
                && let Some(number) = setting.values.iter().position(|(known, _)| *known == value)
            {
                *now = number;
            }
        }
    }

    /// To be remembered: `size=m width=wide`.
    pub fn pack(&self) -> String {
        let pair = |(setting, value): (&Setting, usize)| {
            let value = setting.values.get(value).map_or("", |(name, _)| name);
            [setting.name, "=", value].concat()
        };
        self.all().map(pair).collect::<Vec<_>>().join(" ")
    }

    /// What [`Self::pack`] gave; what cannot be read is as at first.
    pub fn unpack(packed: &str) -> Self {
        let mut comfort = Self::default();
        for (name, value) in packed.split(' ').filter_map(|pair| pair.split_once('=')) {
            comfort.set(name, value);
        }
        comfort
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_comes_back_and_nonsense_is_as_at_first() {
        let mut comfort = Comfort::default();
        comfort.set("theme", "dark");
        comfort.set("size", "huge");
        assert_eq!(comfort.pack(), "size=m width=normal lines=normal face=serif theme=dark");
        assert_eq!(Comfort::unpack(&comfort.pack()), comfort);
        for nonsense in ["", "size", "size=;x", "theme=black ==="] {
            assert_eq!(Comfort::unpack(nonsense), Comfort::default());
        }
    }
}
