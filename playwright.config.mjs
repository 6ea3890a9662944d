// The flows: the built dist/ in a real Chromium, served below a sub-path, as a stranger's host would.

import { defineConfig } from "@playwright/test";

// The test processes inherit the port that the first one chose, so that two checkouts can run side by side.
process.env.FLOWS_PORT ??= String(20000 + (process.pid % 20000));
const prefix = "/some/sub/path/";
const baseURL = `http://127.0.0.1:${process.env.FLOWS_PORT}${prefix}`;

export default defineConfig({
  testDir: "tests/flows",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 1, // a second failure is a fault; what passes then is told as flaky
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL,
    browserName: "chromium",
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // No name leads anywhere: a request to another host cannot even leave the machine.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    },
  },
  webServer: {
    command: `node scripts/static-server.mjs --root dist --port ${process.env.FLOWS_PORT} --prefix ${prefix}`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
