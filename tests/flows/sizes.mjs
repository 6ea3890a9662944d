// The windows that every action is tried in.

export const SIZES = {
  "a desktop": { viewport: { width: 1280, height: 800 } },
  "a phone": { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  "200 % zoom": { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
};
