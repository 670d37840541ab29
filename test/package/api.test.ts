import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { apiReports, PAGE, pageOf, type Report, unreachable } from "./api.js";

let reports: readonly Report[] = [];

beforeAll(async () => {
  reports = await apiReports(inject("packed"));
});

describe("the public names", () => {
  it("match docs/api.md, which `npm run api` updates for review", () => {
    expect(pageOf(reports)).toBe(readFileSync(PAGE, "utf8"));
  });

  it("can all be imported, except helpers that transform types", () => {
    expect(unreachable(reports)).toEqual([]);
  });

  it("all have a description if they are written by hand", () => {
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
