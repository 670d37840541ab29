import { readFileSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import { complaint, sizes, table } from "./sizes.js";

const all = await sizes(inject("packed"));

describe("the sizes that have a budget", () => {
  console.log(table(all));

  it.each(all)("$name", (size) => {
    const text = complaint(size);
    if (text !== null) expect.fail(text);
  });
});

describe("docs/guide/package.md", () => {
  it.each([
    [/a\s+client\s+is\s+at\s+most\s+(\d+)\s+kB/, "pinterest-reports#createClient"],
    [/one\s+report's\s+validator\s+(\d+)\s+kB/, "pinterest-reports/validators#validateReport"],
    [/all\s+validators\s+together\s+(\d+)\s+kB/, "pinterest-reports/validators"],
    [/one\s+report's\s+rules\s+(\d+)\s+kB/, "pinterest-reports/data#reportRules"],
  ])("states the budgets: %s", (said, name) => {
    const page = readFileSync(new URL("../../docs/guide/package.md", import.meta.url), "utf8");
    const budget = all.find((size) => size.name === name)?.budget ?? Number.NaN;
    expect(Number(said.exec(page)?.[1])).toBe(Math.ceil(budget / 1000));
  });
});

describe("a size over its budget", () => {
  it("is reported with its excess, and the message says how to find the cause and raise the budget", () => {
    expect(complaint({ name: "pinterest-reports/validators", size: 20_500, budget: 20_000 })).toBe(
      "pinterest-reports/validators is 20,500, 500 over its budget of 20,000. `npm run size -- pinterest-reports/validators` shows what takes the place. Is it worth it? Then set its number in test/package/budgets.json, 1.5 % above the size, and say in the commit what it buys",
    );
    expect(complaint({ name: "tarball", size: 2, budget: 1 })).toContain("`npm pack --dry-run`");
    expect(complaint({ name: "pinterest-reports/new", size: 2, budget: null })).toContain(
      "has no budget",
    );
    expect(complaint({ name: "tarball", size: 1, budget: 1 })).toBeNull();
  });
});
