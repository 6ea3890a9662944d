// The page as a file on a host: it starts below a sub-path, and stays within its policy.

import { expect, expectAccessible, test } from "./support.mjs";

test("starts below a sub-path", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle(/Scarequote/);
  await expect(page.locator("#app")).not.toBeEmpty();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("alert")).toHaveText("");
  await expectAccessible(page);
});

test("its policy allows no inline script, no eval and no other origin", async ({ page }) => {
  await page.goto("./");
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy.replace("'wasm-unsafe-eval'", "")).not.toContain("eval");
  expect(policy).not.toMatch(/https?:|\*/);
});

test("the policy is in force, and a breach of it would fail a test", async ({ page, problems, baseURL }) => {
  await page.goto("./");
  const fetched = await page.evaluate(() => fetch("https://elsewhere.example/").then(() => "fetched", () => "refused"));
  expect(fetched).toBe("refused");
  await expect.poll(() => problems.join("\n")).toContain("connect-src refused https://elsewhere.example/");
  problems.splice(0);
  const image = new URL("/favicon.ico", baseURL.replace("127.0.0.1", "localhost")).href;
  await page.evaluate((src) => document.body.append(Object.assign(new Image(), { src })), image);
  await expect.poll(() => problems.join("\n")).toContain("img-src refused");
  problems.splice(0);
});

test("says why when a part of it cannot be loaded", async ({ page, problems }) => {
  await page.route(/page-.*\.wasm$/, (route) => route.fulfill({ status: 500 }));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("Scarequote could not start");
  await expectAccessible(page);
  problems.splice(0);
});

test("the worker says why when its program cannot be loaded", async ({ page, problems }) => {
  await page.goto("./");
  await page.route(/worker_bg\.wasm/, (route) => route.fulfill({ status: 500 }));
  const answer = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new Worker("./worker-boot.js?v=test").onmessage = ({ data }) => resolve(data);
      }),
  );
  expect(answer.error).toContain("The worker could not start");
  problems.splice(0);
});
