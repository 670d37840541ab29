import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseColumns, parseRows } from "../../../generator/parse/annotations.js";
import { Problems } from "../../../generator/problem.js";

const read = (name: string): string =>
  readFileSync(new URL(`../../../spec/${name}`, import.meta.url), "utf8");

describe("spec/rows.yaml", () => {
  it("says what identifies the rows at each level, and gives added ids names that no column has", () => {
    const columns = parseColumns(read("columns.yaml"));
    for (const [, levels] of parseRows(read("rows.yaml"))) {
      for (const [level, { ids, ours }] of levels) {
        expect(ids.length > 0, level).toBe(ours === undefined);
        expect(columns.has(ours ?? ""), level).toBe(false);
      }
    }
  });

  it("only lists columns that contain ids", () => {
    const columns = parseColumns(read("columns.yaml"));
    for (const [, levels] of parseRows(read("rows.yaml"))) {
      for (const { ids, besides } of levels.values()) {
        for (const id of [...ids, ...besides]) expect(columns.get(id)?.value, id).toBe("id");
      }
    }
  });
});

describe("a mistake in spec/rows.yaml", () => {
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
    [`a:\n  A: ${line}\n  B: 3`, "rows.yaml:3 B needs `ids`: a list of columns"],
    [
      `a:\n  A: ${line}\n  B: { ids: [a], evidence: [airbyte] }`,
      "rows.yaml:3 B needs `ids`: a list of columns",
    ],
    [
      `a:\n  A: ${line}\n  B: { ids: [], within: C, evidence: [airbyte] }`,
      "rows.yaml:3 B has a `within` that is not the name of an earlier level",
    ],
    [
      `a:\n  A: ${line}\n  B: { ids: [], within: B, evidence: [airbyte] }`,
      "rows.yaml:3 B has a `within` that is not the name of an earlier level",
    ],
    [
      `a:\n  A: ${line}\n  B: { ids: [] }`,
      "rows.yaml:3 B needs `evidence`: a list with one or more of airbyte, interloper, fivetran, description",
    ],
    [
      `a:\n  A: ${line}\n  B: { ids: [], evidence: [hearsay] }`,
      "rows.yaml:3 B needs `evidence`: a list with one or more of airbyte, interloper, fivetran, description",
    ],
    [
      `a:\n  A: ${line}\n  B: { ids: [], ours: B, evidence: [airbyte] }`,
      "rows.yaml:3 B has an `ours` that is not a column name ending in _ID",
    ],
    [
      `a:\n  A: ${line}\n  B: { ids: [], ours: [B_ID], evidence: [airbyte] }`,
      "rows.yaml:3 B has an `ours` that is not a column name ending in _ID",
    ],
    [
      `a:\n  A: ${line}\n  B: { ids: [], besides: A_ID, evidence: [airbyte] }`,
      "rows.yaml:3 B has a `besides` that is not a list of columns",
    ],
    [
      `a:\n  A: ${line}\n  B: { ids: [], evidence: [airbyte], why: x }`,
      "rows.yaml:3 B has the unknown key why",
    ],
  ])("is rejected, and the error gives its line: %j", (text, problem) => {
    expect(told(text)).toEqual([problem]);
  });
});
