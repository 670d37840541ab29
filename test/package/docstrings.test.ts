import { beforeAll, describe, expect, inject, it } from "vitest";
import { type Declared, declaredBy } from "./docstrings.js";

let all: ReadonlyMap<string, Declared> = new Map();

beforeAll(() => {
  all = new Map(declaredBy(inject("packed")).map((one) => [one.name, one]));
});

describe("what an editor shows", () => {
  it("is something for each public name and each member", () => {
    const silent = [...all.values()]
      .filter(({ doc, file }) => doc === "" && !file.startsWith("runtime/"))
      .map(({ name }) => name);
    expect(all.size).toBeGreaterThan(2000);
    expect(silent).toEqual([]);
  });

  it("begins with a sentence of at most fifteen words", () => {
    const long = [...all.values()].flatMap(({ name, doc }) => {
      const [first] = doc.split(/(?<=[.!?])\s+(?=[A-Z`*])/);
      const words = first?.split(/\s+/).length ?? 0;
      return words > 15 ? [`${name}: ${first}`] : [];
    });
    expect(long).toEqual([]);
  });

  it.each([
    [
      "ReportColumnValues.SPEND_IN_MICRO_DOLLAR",
      "Money in millionths of the ad account's currency.",
    ],
    [
      "ReportColumnValues.SPEND_IN_DOLLAR",
      "Money in the ad account's currency, whatever the column's name says.",
    ],
    [
      "ReportColumnValues.OUTBOUND_CTR",
      "A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest.",
    ],
    [
      "ReportColumnValues.COST_PER_OUTBOUND_CLICK",
      "Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero.",
    ],
    ["reportLevelValues", "The values of `ReportLevel`."],
    ["ReportRequest.campaign_ids", "Only these campaigns. 1 to 500 ids. Each: digits only."],
    [
      "ReportGranularity",
      "`granularity` of `ReportRequest`. How the days are grouped. TOTAL gives one row for the whole range, without DATE.",
    ],
  ])("of %s is its meaning, with its unit", (name, doc) => {
    expect(all.get(name)?.doc).toBe(doc);
  });

  it("of poll is what it throws, stated once for all reports", () => {
    const [name = "", ...others] = [...all.keys()].filter((one) =>
      /(ReportClient|ReportMethods|FlowClient)\.poll$/.test(one),
    );
    expect(others).toEqual([]);
    expect(all.get(name)?.throws.join(" ")).toMatch(/`InvalidArgumentError`.*`options\.signal`/s);
  });

  it.each(["run", "create", "resume", "runAll"])(
    "of %s is what it throws, in each report",
    (method) => {
      const reports = [
        "Report",
        "TemplateReport",
        "MmmReport",
        "ConversionProductReport",
        "CatalogReport",
      ];
      const methods = reports.map((report) => `${report}Client.${method}`);
      expect(
        [...all.keys()].filter((name) => name.endsWith(`ReportClient.${method}`)).sort(),
      ).toEqual(methods.sort());
      for (const name of methods)
        expect(all.get(name)?.throws.join(" ")).toMatch(
          /`InvalidArgumentError`.*`options\.signal`/s,
        );
    },
  );
});
