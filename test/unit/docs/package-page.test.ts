import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Model } from "../../../generator/model/model.js";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

describe("docs/guide/package.md", () => {
  it("names an entry for the validator of each report, which the package has", () => {
    const { exports } = JSON.parse(read("package.json")) as { readonly exports: object };
    const { flows } = JSON.parse(read("generated/model.json")) as Pick<Model, "flows">;
    const entries = flows.map(({ name }) => `./validators/${name}`);
    expect(Object.keys(exports).filter((path) => path.startsWith("./validators/"))).toEqual(entries);
    const [row = ""] = /^\| `pinterest-reports\/validators\/.*$/m.exec(read("docs/guide/package.md")) ?? [];
    for (const { name } of flows) expect(row).toContain(`/${name}\``);
  });

  it("names each entry that the program of test:runtimes does not use", () => {
    const { exports } = JSON.parse(read("package.json")) as { readonly exports: object };
    const entries = Object.keys(exports).map((path) => path.replace(".", "pinterest-reports"));
    const isOfCode = (entry: string) => !/\/(support.*|package\.json)$/.test(entry);
    const used = [...read("test/runtimes/report.ts").matchAll(/ from "(pinterest-reports[^"]*)";/g)].map(([, entry = ""]) => entry);
    const [, named = ""] = /and use each other entry except (.*?)\. /s.exec(read("docs/guide/package.md")) ?? [];
    const exceptions = [...named.matchAll(/`([^`]+)`/g)].map(([, entry = ""]) => entry);
    expect(entries.filter((entry) => isOfCode(entry) && !used.includes(entry)).sort()).toEqual(exceptions.sort());
  });
});
