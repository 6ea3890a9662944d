/**
 * Runs all contenders in turn, so that others' work on the machine disturbs all alike. Each is `[run, times]`: how often it runs in
 * a round, the more the faster it is. Stops after some rounds, or after the round in which the seconds are over.
 * Gives for each, in milliseconds, what its first run took, which warmed it up, the median and the least of the others; and how
 * many these are.
 */
export function race(contenders, seconds, rounds = 7) {
  const entries = Object.entries(contenders).map(([name, [run, times]]) => ({ name, run, times, taken: [] }));
  const end = performance.now() + seconds * 1000;
  for (const entry of entries) entry.first = time(entry.run);
  for (let round = 0; round < rounds && (round === 0 || performance.now() < end); round++) {
    for (const { run, times, taken } of entries) {
      for (let n = 0; n < times; n++) taken.push(time(run));
    }
  }
  return Object.fromEntries(
    entries.map(({ name, first, taken }) => {
      taken.sort((a, b) => a - b);
      return [name, { first, median: taken[taken.length >> 1], least: taken[0], runs: taken.length }];
    }),
  );
}

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}
