// Runs in the page before anything else, in Scarequote's and in the peer's alike: sees what is painted, and when.
// The page itself is asked through `subject`, which ours.js and peer/page.mjs define: where it scrolls, which paragraphs stand in which
// parts, if in any, and what it has drawn.

{
  /** Does something in a task after this frame. */
  const afterFrame = (act) => scheduler.postTask(act, { priority: "user-blocking" });

  /**
   * Gives the time at which the first frame was done whose requestAnimationFrame callbacks found that `test` holds: its style, layout
   * and paint are done then, and it is on its way to the screen. That is seen from the first thing that runs after it, which is a
   * task or, as the browser puts a late frame before any task, the next frame.
   */
  const painted = (test) =>
    new Promise((resolve) => {
      const done = () => resolve(performance.now()); // the first call counts
      const look = () => {
        const holds = test();
        if (holds) afterFrame(done);
        requestAnimationFrame(holds ? done : look);
      };
      requestAnimationFrame(look);
    });

  const edges = () => subject.frame()?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  const overlaps = (rect, { top, bottom }) => rect.bottom > top && rect.top < bottom;

  const range = ({ paragraph, start, end }) => {
    const node = subject.paragraphs()[paragraph].firstChild;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range;
  };

  /** The number of the first element that reaches below a height of the window. */
  const firstBelow = (elements, top) => {
    let [low, high] = [0, elements.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (elements[middle].getBoundingClientRect().bottom > top) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  /** The number of a paragraph, at most some before the first that reaches below a height of the window. */
  const firstNear = (paragraphs, top) => {
    // Paragraphs in a part that the browser leaves out are not measured: that would have it lay them out.
    const parts = subject.parts?.();
    return parts ? Number(parts[firstBelow(parts, top)]?.dataset.first ?? paragraphs.length) : firstBelow(paragraphs, top);
  };

  /** The spans that are in view, by the rectangles of their words, and not drawn. */
  const missing = () => {
    const [frame, paragraphs, drawn] = [edges(), subject.paragraphs(), subject.drawn()];
    const found = [];
    for (let paragraph = firstNear(paragraphs, frame.top); paragraph < paragraphs.length; paragraph++) {
      if (paragraphs[paragraph].getBoundingClientRect().top >= frame.bottom) break;
      for (const part of eyes.spans[paragraph] ?? []) {
        const span = { paragraph, ...part };
        if (drawn.has(subject.key(span))) continue;
        if ([...range(span).getClientRects()].some((rect) => overlaps(rect, frame))) found.push(span);
      }
    }
    return found;
  };

  const tests = {
    /** The text fills the frame. */
    readable: () => {
      const paragraphs = subject.paragraphs();
      return paragraphs.length > 0 && paragraphs[paragraphs.length - 1].getBoundingClientRect().bottom >= edges().bottom;
    },
    /** The text is whole, every annotation is known, and those in view are drawn. */
    marked: () =>
      subject.paragraphs().length >= eyes.spans.length && subject.count() === eyes.count && missing().length === 0,
    tagged: () => subject.has(eyes.target),
    undone: () => !subject.has(eyes.target) && tests.marked(),
  };

  const eyes = {
    /** What is to be seen: for each paragraph the spans, and how many annotations there are. */
    spans: [],
    count: 0,
    /** The words that are tagged next. */
    target: null,
    taken: null,

    /** Starts a clock at the next event of a type (and a key); `taken` gives the ms from its time to where each test holds. */
    watch(type, names, key) {
      eyes.taken = new Promise((resolve) => {
        const listener = async (event) => {
          if (key && event.key !== key) return;
          removeEventListener(type, listener, true);
          const times = await Promise.all(names.map((name) => painted(tests[name])));
          resolve(times.map((time) => time - event.timeStamp));
        };
        addEventListener(type, listener, true);
      });
    },

    /** Scrolls to words and selects them, as a person would before a key. */
    async choose(span) {
      eyes.target = span;
      // Twice: what comes into view may turn out higher or lower than the page thought.
      for (let time = 0; time < 2; time++) {
        subject.paragraphs()[span.paragraph].scrollIntoView({ block: "center", behavior: "instant" });
        await eyes.rest();
      }
      const { startContainer, startOffset, endContainer, endOffset } = range(span);
      getSelection().setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
      await eyes.rest();
    },

    /** Lets the page finish what it does a moment later. */
    rest: () => new Promise((done) => setTimeout(() => requestAnimationFrame(() => afterFrame(done)), 250)),

    toStart: () => subject.paragraphs()[0].scrollIntoView({ block: "start", behavior: "instant" }),

    /** Notes the time of every frame until `stop`, or, when `looking`, after every frame what is missing. */
    record(looking) {
      const [times, absent] = [[], []];
      let going = true;
      const step = (time) => {
        if (!going) return;
        times.push(time);
        if (looking) afterFrame(() => absent.push(missing().length));
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
      eyes.stop = () => {
        going = false;
        return { gaps: times.slice(1).map((time, n) => time - times[n]), absent };
      };
    },
  };
  window.eyes = eyes;
}
