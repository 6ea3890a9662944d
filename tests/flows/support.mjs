// What every flow shares. Import `test` and `expect` from here: a test then fails when the page logs an error, throws,
// breaks its content security policy, or asks another origin for anything.

import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

export { expect };

/** Fails when axe finds an accessibility violation on the page as it is now. */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target}`));
  expect(found, "accessibility violations").toEqual([]);
}

/** Neither the page nor anything in it can be scrolled sideways, and no control sticks out of the window. */
export async function expectFits(page) {
  const trouble = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    if (document.documentElement.scrollHeight > innerHeight) found.push("the page scrolls as a whole");
    for (const element of document.querySelectorAll("button, input, select, textarea, h1, h2, p")) {
      if (!element.checkVisibility() || element.closest(".labels, .hidden, :not(dialog) > .hidden")) continue;
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own > 1 && (right > width + 1 || left < -1)) found.push(`${element.outerHTML.slice(0, 80)} sticks out`);
    }
    return found;
  });
  expect(trouble).toEqual([]);
}

export const test = base.extend({
  /**
   * What went wrong so far, as lines. A test that provokes a problem on purpose takes it out:
   * `problems.splice(0)`. What is left when the test ends fails it.
   */
  problems: [
    async ({ context, baseURL }, use) => {
      const problems = [];
      const { origin } = new URL(baseURL);
      context.on("console", (message) => {
        if (message.type() === "error") problems.push(`console: ${message.text()}`);
      });
      context.on("weberror", (error) => problems.push(`error: ${error.error().message}`));
      context.on("request", (request) => {
        const url = new URL(request.url());
        const local = url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";
        if (!local) problems.push(`request to another origin: ${url.href}`);
      });
      await context.exposeBinding("reportViolation", (_, text) => problems.push(`policy: ${text}`));
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", (violation) =>
          window.reportViolation(`${violation.violatedDirective} refused ${violation.blockedURI}`),
        );
      });
      await use(problems);
      expect(problems, "errors, policy violations and foreign requests").toEqual([]);
    },
    { auto: true },
  ],
});
