import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { hoversPage, PAGE } from "./hovers-page.js";

it("docs/hovers.md is what editors, compilers and errors show: npm run hovers", async () => {
  const page = await hoversPage();
  expect(readFileSync(PAGE, "utf8")).toBe(page);
  expect(page).not.toMatch(/\bany\b|\[Getter\]|no error/);
  // Rows and requests are plain objects: no name of a type function is shown.
  expect(page).not.toMatch(/Simplify|RequiredColumns|OptionalColumns|ZeroColumns|FieldType|ErrorIf|ForbidItems/);
  const [, mistakes = ""] = /^## Mistakes .*\n([\s\S]*?)^## /m.exec(page) ?? [];
  const errors = [...mistakes.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, text = ""]) => text.split("\n").length);
  expect(errors.length).toBeGreaterThan(8);
  expect(Math.max(...errors)).toBeLessThanOrEqual(3);
  expect(page).toMatch(/offers all \d+ columns.*\n.*that are allowed, without .*`AD_ID`/);
});
