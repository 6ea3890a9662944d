use super::window;
use gloo_timers::future::TimeoutFuture;

/// How long work on the main thread may go on before the page gets a turn, in ms. Half a frame.
const SLICE: f64 = 8.0;

/// Cuts long work on the main thread into slices, so that typing and scrolling stay smooth.
pub(super) struct Slices {
    until: f64,
}

impl Slices {
    /// The first slice begins now.
    pub(super) fn new() -> Self {
        Self { until: now() + SLICE }
    }

    /// To be called between two small pieces of work: lets the page have its turn when the slice is used up.
    pub(super) async fn pause(&mut self) {
        if now() >= self.until {
            TimeoutFuture::new(0).await;
            self.until = now() + SLICE;
        }
    }
}

fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
