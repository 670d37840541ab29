import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { apiReports, PAGE, pageOf, type Report, unreachable } from "./api.js";

let reports: readonly Report[] = [];

beforeAll(async () => {
  reports = await apiReports(inject("packed"));
});

describe("the public names", () => {
  it("are as docs/api.md says: `npm run api` updates it, and its diff is for review", () => {
    expect(pageOf(reports)).toBe(readFileSync(PAGE, "utf8"));
  });

  it("are made of names that can be imported, but for what turns one type into another", () => {
    expect(unreachable(reports)).toEqual([]);
  });

  it("that people have written each say what they are", () => {
    const written = reports.filter(({ name }) => /-(support|testing|planner)\.api\.md$/.test(name));
    expect(written).toHaveLength(3);
    const silent = written.flatMap(({ name, text }) =>
      [...text.matchAll(/^\/\/ @public \(undocumented\)\nexport (.*)$/gm)].map(
        ([, line]) => `${name}: ${line}`,
      ),
    );
    expect(silent).toEqual([]);
  });
});
