import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ColumnName, columnDescriptions, columnLabels } from "../../../generated/columns.js";
import { reportColumnValues } from "../../../generated/values.js";
import { SharedChecks } from "../../../generator/emit/checks.js";
import { columnLabelsView, labelOf } from "../../../generator/emit/column-labels.js";
import { Imports } from "../../../generator/emit/imports.js";
import { Lists } from "../../../generator/emit/lists.js";
import type { Model } from "../../../generator/model/model.js";
import { packageRoot } from "../../../generator/workspace.js";
import { runs } from "../../support/effort.js";

describe("the labels of columns", () => {
  it("are unique, and each column of the report has a label and a description", () => {
    const labels = Object.values(columnLabels);
    expect(new Set(labels).size).toBe(labels.length);
    expect(Object.keys(columnDescriptions)).toEqual(Object.keys(columnLabels));
    expect(reportColumnValues.length).toBeGreaterThan(600);
    for (const column of reportColumnValues) {
      expect(columnLabels[column]).toMatch(/^[A-Z0-9][^_]*$/);
      expect(columnDescriptions[column]).toMatch(/^[A-Z0-9].*[.]$/);
      expect(columnDescriptions[column].startsWith(`${columnLabels[column]}: `)).toBe(true);
    }
  });

  it.each<readonly [ColumnName, string]>([
    ["SPEND_IN_DOLLAR", "Spend"],
    ["SPEND_IN_MICRO_DOLLAR", "Spend (millionths)"],
    ["CLICKTHROUGH_1", "Click-throughs (paid)"],
    ["IMPRESSION_1_GROSS", "Impressions (paid, gross)"],
    ["TOTAL_VIEW_CATEGORY", "Total category views"],
    ["TOTAL_VIEW_VIEW_CATEGORY", "Total category views after a view"],
    [
      "TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
      "Total value of web checkouts after a click (millionths)",
    ],
    [
      "TOTAL_SEARCH_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
      "Total searches on desktop after an action on mobile",
    ],
    ["OFFLINE_LEAD_COST_PER_ACTION", "Cost per offline lead"],
    ["VIDEO_P95_COMBINED_2", "Video plays to 95% (earned)"],
    ["COST_PER_OUTBOUND_CLICK", "Cost per outbound click (unit not documented)"],
    ["PIN_ID", "Pin id"],
    ["DATE", "Date"],
  ])("are derived from the name, or taken from spec/columns.yaml: %s", (column, label) => {
    expect(columnLabels[column]).toBe(label);
  });

  it("state the unit, or that it was inferred from the name, and other known facts", () => {
    expect(columnDescriptions.SPEND_IN_MICRO_DOLLAR).toBe(
      "Spend (millionths): money in millionths of the ad account's currency.",
    );
    expect(columnDescriptions.TOTAL_CLICK_SEARCH).toBe(
      "Total searches after a click: a count. The meaning is inferred from the column's name; Pinterest does not document it.",
    );
    expect(columnDescriptions.ECPC_IN_DOLLAR).toContain("A missing value is not zero.");
    expect(columnDescriptions.PIN_ID).toContain(
      "18 digits, more than a double can represent exactly.",
    );
  });

  it("never take the unit of money from a currency in the column's name", () => {
    const money = Object.entries(columnDescriptions).filter(([, text]) => text.includes(": money"));
    expect(money.length).toBeGreaterThan(100);
    const silent = money.filter(([, text]) =>
      text.includes(
        "does not document whether it is in the ad account's currency or in millionths",
      ),
    );
    expect(silent.length).toBeGreaterThan(25);
    for (const [name, text] of silent)
      expect(`${name} ${text}`).not.toMatch(/DOLLAR|[Uu]nit inferred|whatever/);
    const certain = money.filter((entry) => !silent.includes(entry));
    for (const [, text] of certain)
      expect(text).toMatch(
        /: money in (?:the ad account's currency, regardless of the column's name|millionths of the ad account's currency)[.]/,
      );
    expect(columnDescriptions.ADVERTISER_PAID_ECPC_IN_DOLLAR).toBe(
      "Advertiser paid effective cost per click: money in the ad account's currency, regardless of the column's name. A missing value is not zero. " +
        "The cost of a click, computed from the spend that the advertiser paid.",
    );
  });

  it("are never empty, whatever the column name", () => {
    const name = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom("A", "_", "1", "2", "P", "%", "IN", "VIEW", "SEARCH", "_DOLLAR"),
      }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), name, (prefix, drawn) => {
        expect(labelOf({ name: prefix + drawn, value: "count" })).not.toBe("");
      }),
      { numRuns: runs(2_000) },
    );
  });

  it("include the column's name if two labels would be equal", () => {
    const model: Model = JSON.parse(
      readFileSync(new URL("generated/model.json", packageRoot), "utf8"),
    );
    const columns = ["A_B", "A__B", "A.B"].map((name) => ({
      name,
      value: "text" as const,
      verified: true,
    }));
    const flows = model.flows.slice(0, 1).map((flow) => ({ ...flow, columns, levels: [] }));
    const { columns: _, ...rest } = model;
    const made = { ...rest, flows, operations: [] };
    const lists = new Lists(made);
    const context = {
      imports: new Imports("column-labels.ts", "here"),
      lists,
      checks: new SharedChecks(made, lists),
      shared: new Set<string>(),
    };
    const labels = (
      columnLabelsView(made, context).columns as unknown as readonly { readonly label: string }[]
    ).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['"A b"', '"A b (A__B)"', '"A b (A.B)"']);
  });
});
