import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseColumns } from "../../generator/load/columns.js";
import { parseRows } from "../../generator/load/rows.js";
import { Problems } from "../../generator/problem.js";

const read = (name: string): string => readFileSync(new URL(`../../spec/${name}`, import.meta.url), "utf8");

describe("spec/rows.yaml", () => {
  it("names columns whose values are ids, and nothing else", () => {
    const columns = parseColumns(read("columns.yaml"));
    for (const [, levels] of parseRows(read("rows.yaml"))) {
      for (const { ids } of levels.values()) for (const id of ids) expect(columns.get(id)?.value, id).toBe("id");
    }
  });
});

describe("a slip in it", () => {
  const told = (text: string): readonly string[] => {
    try {
      parseRows(text, "rows.yaml");
    } catch (error) {
      if (error instanceof Problems) return error.list.map(({ what, where }) => `${where} ${what}`);
      throw error;
    }
    return [];
  };
  const line = "{ ids: [A_ID], evidence: [airbyte] }";

  it.each([
    ["a: {}", "rows.yaml:1 a has no levels"],
    ["a: 3", "rows.yaml:1 a has no levels"],
    [`a:\n  A: ${line}\n  B: 3`, "rows.yaml:3 B has no list of columns called ids"],
    [`a:\n  A: ${line}\n  B: { ids: [a], evidence: [airbyte] }`, "rows.yaml:3 B has no list of columns called ids"],
    [`a:\n  A: ${line}\n  B: { ids: [], within: C, evidence: [airbyte] }`, "rows.yaml:3 B stands within a level that is not above it"],
    [`a:\n  A: ${line}\n  B: { ids: [], within: B, evidence: [airbyte] }`, "rows.yaml:3 B stands within a level that is not above it"],
    [`a:\n  A: ${line}\n  B: { ids: [] }`, "rows.yaml:3 B has no known evidence: airbyte, interloper, fivetran, description"],
    [
      `a:\n  A: ${line}\n  B: { ids: [], evidence: [hearsay] }`,
      "rows.yaml:3 B has no known evidence: airbyte, interloper, fivetran, description",
    ],
    [`a:\n  A: ${line}\n  B: { ids: [], evidence: [airbyte], why: x }`, "rows.yaml:3 B has an unknown key: why"],
  ])("%j is refused with its line", (text, problem) => {
    expect(told(text)).toEqual([problem]);
  });
});
