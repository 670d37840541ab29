import { describe, expectTypeOf, test } from "vitest";
import { writeParquet } from "../../../generated/files.js";
import type { ReportRequest } from "../../../generated/index.js";
import {
  describeRows,
  type KeyedRowsDescription,
  type RowsDescription,
  requireKey,
} from "../../../generated/tables.js";

describe("describeRows", () => {
  test("accepts a request with or without dates, even one that is not a literal", () => {
    expectTypeOf(
      describeRows({ granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] }),
    ).toEqualTypeOf<RowsDescription>();
    describeRows({
      start_date: "2026-03-01",
      end_date: "2026-03-07",
      granularity: "DAY",
      click_window_days: 7,
    });
    describeRows({} as ReportRequest);
    // @ts-expect-error: there is no such column
    describeRows({ granularity: "DAY", columns: ["CTRR"] });
    // @ts-expect-error: the granularity is missing
    describeRows({ columns: ["CTR"] });
  });

  test("has a key that is not null after requireKey, and columns for writeParquet", () => {
    const described = describeRows({ granularity: "DAY", columns: ["CTR"] });
    expectTypeOf(described.primaryKey).toEqualTypeOf<readonly string[] | null>();
    expectTypeOf(requireKey(described)).toEqualTypeOf<KeyedRowsDescription>();
    expectTypeOf(requireKey(described).primaryKey).toEqualTypeOf<readonly string[]>();
    void writeParquet([], "rows.parquet", { columns: described.columns });
  });
});
