import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { hoversPage, PAGE } from "./hovers-page.js";

it("docs/hovers.md is what editors, compilers and errors show: npm run hovers", async () => {
  const page = await hoversPage();
  expect(readFileSync(PAGE, "utf8")).toBe(page);
  expect(page).not.toMatch(/\bany\b|\[Getter\]|no error/);
});
