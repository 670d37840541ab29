import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { parseColumns } from "../../../generator/parse/annotations.js";
import { readSpec } from "../../../generator/pipeline.js";
import { Problems } from "../../../generator/problem.js";
import { workspace } from "../../../generator/workspace.js";

describe("spec/columns.yaml", () => {
  const columns = parseColumns(
    readFileSync(new URL("../../../spec/columns.yaml", import.meta.url), "utf8"),
  );

  it("contains every column of the reports and the analytics, and the columns that files add", () => {
    const { flows, columns: answered = [] } = lower(readSpec(workspace())).model;
    const asked = flows
      .filter(({ name }) => name !== "conversion-product-report")
      .flatMap((flow) => flow.columns);
    expect(
      [...asked, ...answered].filter(({ value }) => value === "unknown").map(({ name }) => name),
    ).toEqual([]);
    expect(asked.length).toBeGreaterThanOrEqual(613);
    const added = [...columns].filter(([, facts]) => facts.added).map(([name]) => name);
    expect(added).toEqual(["DATE", "TARGETING_TYPE", "TARGETING_VALUE"]);
  });

  it("marks units that only the name indicates", () => {
    const unverified = [...columns.values()].filter(({ verified }) => !verified);
    expect(unverified.length).toBeGreaterThan(columns.size / 2);
    expect(columns.get("SPEND_IN_MICRO_DOLLAR")).toEqual({
      value: "micro-money",
      verified: true,
      added: false,
    });
    expect(columns.get("ADS_CREDIT_SPEND_IN_DOLLAR")).toEqual({
      value: "money",
      verified: false,
      added: false,
    });
  });

  it("says that a missing rate or sum is zero, but a missing cost per action or average is not", () => {
    const none = [...columns].filter(([, { zero }]) => zero === false).map(([name]) => name);
    const quotient = /COST_PER|(^|_)E?CP(C|M|V|CV|E)_|_AVG_|_AVERAGE_|_FREQUENCY/;
    expect(
      [...columns.keys()].filter((name) => quotient.test(name) && !none.includes(name)),
    ).toEqual([]);
    const other = none.filter((name) => !quotient.test(name));
    expect(other.sort()).toEqual([
      "AD_GROUP_BID_MULTIPLIER",
      "AD_GROUP_BUDGET_IN_LOCAL_CURRENCY",
      "CAMPAIGN_DAILY_SPEND_CAP",
      "CAMPAIGN_LIFETIME_SPEND_CAP",
      "PRODUCT_ITEM_PRICE",
      "PRODUCT_ITEM_SALE_PRICE",
      "VIDEO_LENGTH",
    ]);
  });

  it("treats a column as an id exactly when its name ends in _ID", () => {
    for (const [name, { value }] of columns)
      expect(value === "id", name).toBe(name.endsWith("_ID"));
  });
});

describe("a mistake in spec/columns.yaml", () => {
  const told = (text: string): readonly string[] => {
    try {
      parseColumns(text, "columns.yaml");
    } catch (error) {
      if (error instanceof Problems) return error.list.map(({ what, where }) => `${where} ${what}`);
      throw error;
    }
    return [];
  };

  it.each([
    [
      "columns:\n  A: { value: idd, evidence: unverified }",
      "columns.yaml:2 `value` of A is not one of the known kinds",
    ],
    [
      "columns:\n  A: { value: id }",
      "columns.yaml:2 `evidence` of A is not one of the known values",
    ],
    [
      "columns:\n  A: { value: id, evidence: [] }",
      "columns.yaml:2 `evidence` of A is not one of the known values",
    ],
    [
      "columns:\n  A: { value: id, evidence: [hearsay] }",
      "columns.yaml:2 `evidence` of A is not one of the known values",
    ],
    [
      "columns:\n  A: { value: id, evidence: unverified, why: x }",
      'columns.yaml:2 unknown key "why"',
    ],
    [
      "columns:\n  A: { value: id, value: id, evidence: unverified }",
      "columns.yaml:2 the key value occurs twice",
    ],
    [
      "columns:\n  A: { value: id, zero: false, evidence: unverified }",
      "columns.yaml:2 `zero` of A must be `false`, and is only allowed on number columns",
    ],
    [
      "columns:\n  A: { value: rate, zero: true, evidence: unverified }",
      "columns.yaml:2 `zero` of A must be `false`, and is only allowed on number columns",
    ],
    [
      "columns:\n  A: { value: id, evidence: unverified, note: 3 }",
      "columns.yaml:2 the note of A is not a string",
    ],
    [
      "columns:\n  A: { value: id, evidence: unverified }\nadded:\n  A: { value: id, evidence: unverified }",
      "columns.yaml:4 A is listed twice",
    ],
    [
      "columns:\n  __proto__: { value: id, evidence: unverified }",
      'columns.yaml:2 "__proto__" is not a valid column name',
    ],
    ["columns:\n\n  A:", "columns.yaml:3 A has no facts"],
    ["columns: 3", "columns.yaml:1 columns is not a list of columns"],
    ["colums: {}", 'columns.yaml:1 unknown key "colums"'],
    ["", "columns.yaml:1 the file has no columns"],
  ])("is rejected, and the error gives its line: %j", (text, problem) => {
    expect(told(text)).toEqual([problem]);
  });

  it("is reported along with all other mistakes", () => {
    expect(told("columns:\n  A: 1\n  B: { value: x, evidence: y }")).toHaveLength(3);
  });

  it("is reported if the file is not YAML", () => {
    expect(told("columns: [")[0]).toMatch(/^columns\.yaml:1 invalid YAML: /);
  });
});
