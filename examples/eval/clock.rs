use std::fs;
use std::time::{Duration, Instant};

/// Measures processor time, so that what else runs on the computer does not count.
pub(crate) struct Clock {
    processor: Option<Duration>,
    wall: Instant,
}

impl Clock {
    /// Starts measuring.
    pub(crate) fn start() -> Self {
        Self { processor: processor_time(), wall: Instant::now() }
    }

    /// How long this thread has run since the start; where the system does not tell, how much time has passed.
    pub(crate) fn elapsed(&self) -> Duration {
        match (self.processor, processor_time()) {
            (Some(start), Some(now)) => now.saturating_sub(start),
            _ => self.wall.elapsed(),
        }
    }
}

/// Linux tells it; its first number is nanoseconds.
fn processor_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
