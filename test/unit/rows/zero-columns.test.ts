import { describe, expect, it } from "vitest";
import { reportColumns } from "../../../generated/columns.js";
import { report } from "../../../generated/report/flow.js";
import { columnFacts, zeroColumns } from "../../../runtime/validation/columns.js";

describe("the columns whose missing values are zero", () => {
  const all = Object.entries(reportColumns);

  it("are the numeric ones, except those that can be absent", () => {
    const kinds = {
      A: "count",
      B: "money?",
      C: "money or none",
      D: "micro-money? or none",
      E: "id",
      F: "label?",
      G: "unknown",
    } as const;
    expect(zeroColumns(kinds)).toEqual(["A", "B"]);
    expect(columnFacts(kinds).D).toEqual({ value: "micro-money", verified: false, zero: false });
    expect(columnFacts(kinds).B).toEqual({ value: "money", verified: false, zero: true });
  });

  it("are the same in the client and in the columns' data, and include neither ids nor text", () => {
    const zeros = all.filter(([, { zero }]) => zero).map(([name]) => name);
    expect([...report.zeros].sort()).toEqual(zeros.sort());
    expect(
      zeros.filter((name) => report.ids.includes(name) || report.texts?.includes(name)),
    ).toEqual([]);
    expect(zeros).toEqual(
      expect.arrayContaining([
        "SPEND_IN_DOLLAR",
        "SPEND_IN_MICRO_DOLLAR",
        "TOTAL_CLICKTHROUGH",
        "CTR",
        "CHECKOUT_ROAS",
      ]),
    );
    expect(zeros.filter((name) => /_AVG_|_AVERAGE_|_FREQUENCY/.test(name))).toEqual([]);
    for (const name of [
      "CPC_IN_MICRO_DOLLAR",
      "COST_PER_LEAD",
      "VIDEO_LENGTH",
      "CAMPAIGN_NAME",
      "CAMPAIGN_ID",
    ])
      expect(zeros).not.toContain(name);
  });
});
