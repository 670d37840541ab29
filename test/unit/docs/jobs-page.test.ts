import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { JOBS, jobsPage, linesOf, PAGE, programs } from "../../package/jobs/page.js";

describe("docs/jobs.md", () => {
  it("is up to date: npm run jobs", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(jobsPage());
  });

  it("has each file of the jobs once", () => {
    expect(JOBS.flatMap(({ files }) => files).sort()).toEqual([...programs()].sort());
  });

  it("has the jobs of the test", () => {
    const test = readFileSync(new URL("../../package/jobs/jobs.test.ts", import.meta.url), "utf8");
    expect([...test.matchAll(/^describe\("([^"]+)"/gm)].map(([, name]) => name)).toEqual(JOBS.map(({ name }) => name));
  });

  it("counts lines of code", () => {
    expect(linesOf("// a comment\n\n/** one */\nconst one = 1; // said\n\n  # two\ntwo\n")).toBe(2);
  });
});
