import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateReport } from "../../../generated/validators.js";
import { hasRepeats } from "../../../runtime/validation/checks.js";
import { describeColumns } from "../../../runtime/validation/columns.js";
import { runs } from "../../support/effort.js";

const report = {
  start_date: "2024-06-01",
  end_date: "2024-06-02",
  granularity: "DAY",
  level: "CAMPAIGN",
};
const found = (columns: readonly string[]): readonly string[] =>
  validateReport({ ...report, columns } as never, { today: "2024-06-15" }).map(
    ({ severity, rule, path, message }) => `${severity} ${rule} ${path}: ${message}`,
  );

it("columns named like inherited properties have descriptions", () => {
  expect(describeColumns({ constructor: "Maker", SPEND: "Spend" }, [], { SPEND: "Dear." })).toEqual(
    {
      constructor: "Maker: ",
      SPEND: "Spend: Dear.",
    },
  );
});

describe("a list of columns", () => {
  it("causes a warning if it is empty", () => {
    expect(found([])).toEqual([
      "warning no-columns /columns: is empty: the response might contain no data",
    ]);
  });

  it("causes a warning if it contains a column twice", () => {
    const twice =
      "warning repeated-columns /columns: contains a column more than once: the response might contain it only once";
    expect(found(["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CTR", "SPEND_IN_DOLLAR"])).toEqual([twice]);
    expect(found(["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CTR"])).toEqual([]);
  });

  it("contains a duplicate exactly when the set of its items is smaller than the list, for any length and items", () => {
    const item = fc.oneof(
      fc.integer({ min: 0, max: 2_000 }),
      fc.constantFrom(Number.NaN, undefined, null, "1"),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60, size: "max" }), (list) => {
        expect(hasRepeats(list)).toBe(new Set(list).size < list.length);
      }),
      { numRuns: runs(2_000, 300) },
    );
  });
});
