import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidRow, Shape, widest } from "../../../runtime/sync/shape.js";
import type { TargetTable } from "../../../runtime/sync/target.js";
import { runs } from "../../support/effort.js";

const TABLE: TargetTable = {
  name: "t",
  columns: [
    { name: "KEY", type: "text", nullable: false, comment: null },
    { name: "N", type: "integer", nullable: true, comment: null },
    { name: "DAY", type: "date", nullable: true, comment: null },
  ],
  primaryKey: ["KEY"],
  accountColumn: "KEY",
  dayColumn: null,
};

const values = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.string(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 2 }),
);
const items = fc.array(
  fc.record({ KEY: fc.string(), A: values, B: values }, { requiredKeys: ["KEY"] }),
  { minLength: 1, maxLength: 12 },
);

describe("a table's columns", () => {
  it("include the unknown fields of listed items, always as text", () => {
    fc.assert(
      fc.property(items, (all) => {
        const shape = new Shape(TABLE, null);
        for (const item of all) shape.extend(item);
        const { columns } = shape.table;
        expect(columns.slice(0, TABLE.columns.length)).toEqual(TABLE.columns);
        for (const { type } of columns.slice(TABLE.columns.length)) expect(type).toBe("text");
        for (const item of all) {
          const cells = shape.cells(item);
          expect(cells).toHaveLength(columns.length);
          for (const [at, { name }] of columns.entries()) {
            const value = (item as Readonly<Record<string, unknown>>)[name] ?? null;
            const text = typeof value === "string" ? value : JSON.stringify(value);
            expect(cells[at]).toBe(value === null ? null : text);
          }
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it("are initially as wide as those of the target", () => {
    const columns = TABLE.columns.map((column) =>
      column.name === "N" ? { ...column, type: "text" as const } : column,
    );
    expect(new Shape(TABLE, { ...TABLE, columns }).table.columns).toEqual(columns);
    expect(widest("integer", "double")).toBe("double");
    expect(widest("double", "boolean")).toBe("text");
  });

  it("reject a row with an unknown column, with a value that does not fit, or without a key", () => {
    const shape = new Shape(TABLE, null);
    expect(shape.cells({ KEY: "k", N: 1, DAY: "2026-03-01" })).toEqual(["k", 1, "2026-03-01"]);
    for (const [odd, message] of [
      [{ N: 1.5 }, "N is 1.5, which is not a 64-bit integer"],
      [{ N: "N/A" }, 'N is "N/A", which is not a 64-bit integer'],
      [{ DAY: "2026-02-30" }, 'DAY is "2026-02-30", which is not a date in the format YYYY-MM-DD'],
      [{ DAY: 5 }, "DAY is 5, which is not a date in the format YYYY-MM-DD"],
      [{ NEW: [1] }, "NEW was not requested, but has the value [1]"],
      [{ KEY: null }, "there is no KEY, which is part of the primary key"],
    ] as const)
      expect(() => shape.cells({ KEY: "k", ...odd })).toThrow(new InvalidRow(message));
    expect(shape.table.columns).toEqual(TABLE.columns);
    expect(() => shape.extend({ KEY: "k", day: 1 })).toThrow(
      /^day differs from another column only in case$/,
    );
  });

  it("keep every digit of an integer or a decimal", () => {
    const columns = [
      ...TABLE.columns,
      { name: "M", type: "decimal" as const, nullable: true, comment: null },
    ];
    const shape = new Shape({ ...TABLE, columns }, null);
    const cells = (N: unknown, M: unknown) => shape.cells({ KEY: "k", N, M }).slice(1);
    expect(cells("9223372036854775807", "0.10")).toEqual([2n ** 63n - 1n, null, "0.1"]);
    expect(cells(-5, 1e-7)).toEqual([-5, null, "0.0000001"]);
    expect(cells(0, "90071992547409.930001")).toEqual([0, null, "90071992547409.930001"]);
    for (const [integer, money] of [
      ["9223372036854775808", 0],
      [0, "N/A"],
      [0, `0.${"1".repeat(19)}`],
      [0, "1".repeat(21)],
      [0, Number.NaN],
    ])
      expect(() => cells(integer, money)).toThrow(InvalidRow);
  });

  it("of a report are found only by Pinterest's names", () => {
    const columns = TABLE.columns.map((column) => ({ ...column, name: column.name.toLowerCase() }));
    const daily = {
      ...TABLE,
      columns,
      primaryKey: ["key"],
      accountColumn: "key",
      dayColumn: "day",
    };
    const shape = new Shape(daily, null);
    const row = { KEY: "k", N: 5, DAY: "2026-03-01" };
    expect(shape.cells(row)).toEqual(["k", 5, "2026-03-01"]);
    // If one column had two names, one of its values would be lost.
    expect(() => shape.cells({ ...row, day: "2026-03-02" })).toThrow(
      "day was not requested, but has the value ",
    );
  });
});
