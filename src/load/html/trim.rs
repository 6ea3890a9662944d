use super::blocks::Part;
use crate::load::{BlockKind, Meta};

/// Leaves out blocks whose words show that they are not the body.
pub(super) fn trim(parts: Vec<Part>, _meta: &Meta) -> Vec<Part> {
    parts.into_iter().filter(|part| !is_link(part)).collect()
}

fn is_link(part: &Part) -> bool {
    part.linked * 10 >= part.words.len() * 9 && !matches!(part.kind, BlockKind::Quote)
}
