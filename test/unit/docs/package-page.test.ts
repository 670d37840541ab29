import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { entriesOf } from "../../../entries.js";
import type { Model } from "../../../generator/model/model.js";

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

const entries = entriesOf(JSON.parse(read("package.json")).exports).map(({ name }) => name);

describe("docs/guide/package.md", () => {
  it("names an existing entry point for the validator of each report", () => {
    const { flows } = JSON.parse(read("generated/model.json")) as Pick<Model, "flows">;
    const expected = flows.map(({ name }) => `pinterest-reports/validators/${name}`);
    expect(
      entries.filter((name) => name.startsWith("pinterest-reports/validators/")).sort(),
    ).toEqual(expected.sort());
    const [row = ""] =
      /^\| `pinterest-reports\/validators\/.*$/m.exec(read("docs/guide/package.md")) ?? [];
    for (const { name } of flows) expect(row).toContain(`/${name}\``);
  });

  it("names each entry point that the runtime test program does not use", () => {
    const isOfCode = (entry: string) => !entry.endsWith("/support");
    const used = [
      ...read("test/runtimes/report.ts").matchAll(/ from "(pinterest-reports[^"]*)";/g),
    ].map(([, entry = ""]) => entry);
    const [, named = ""] =
      /every other entry point in each of these\s+runtimes, except(.*?)\.\n/s.exec(
        read("docs/guide/package.md"),
      ) ?? [];
    const exceptions = [...named.matchAll(/`([^`]+)`/g)].map(([, entry = ""]) => entry);
    expect(entries.filter((entry) => isOfCode(entry) && !used.includes(entry)).sort()).toEqual(
      exceptions.sort(),
    );
  });
});
