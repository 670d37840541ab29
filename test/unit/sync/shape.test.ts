import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidRow, Shape, TooNarrow, widest } from "../../../runtime/sync/shape.js";
import type { Cell, CellType, TargetTable } from "../../../runtime/sync/target.js";
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

const TYPES: readonly CellType[] = ["integer", "double", "boolean", "date", "text"];
const values = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.string(),
  fc.constant("2026-03-01"),
  fc.constant(null),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.array(fc.integer(), { maxLength: 2 }),
);
const rows = fc.array(
  fc.record(
    { KEY: fc.string(), N: values, DAY: values, A: values, B: values },
    { requiredKeys: ["KEY"] },
  ),
  {
    minLength: 1,
    maxLength: 12,
  },
);

const holds = (type: CellType, cell: Cell): boolean => {
  if (cell === null) return true;
  if (type === "integer") return typeof cell === "bigint" || Number.isSafeInteger(cell);
  if (type === "double") return typeof cell === "number";
  if (type === "boolean") return typeof cell === "boolean";
  return typeof cell === "string";
};

describe("a table's columns", () => {
  it("hold all rows that they were widened for, with cells of their types", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const shape = new Shape(TABLE, null);
        for (const row of all) shape.widen(row);
        const { columns } = shape.table;
        for (const row of all) {
          const cells = shape.cells(row);
          expect(cells).toHaveLength(columns.length);
          for (const [at, { name, type }] of columns.entries()) {
            const [cell = null, value = null] = [
              cells[at],
              (row as Readonly<Record<string, unknown>>)[name],
            ];
            expect(holds(type, cell)).toBe(true);
            expect(cell === null).toBe(value === null);
            if (typeof value === typeof cell) expect(cell).toBe(value);
          }
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it("never become narrower, and begin as wide as those of the target", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...TYPES), fc.constantFrom(...TYPES), (all, n, a) => {
        const existing = {
          ...TABLE,
          columns: [
            ...TABLE.columns.map((column) =>
              column.name === "N" ? { ...column, type: n } : column,
            ),
            { name: "A", type: a, nullable: true, comment: null },
          ],
        };
        const shape = new Shape(TABLE, existing);
        const typeOf = (name: string): CellType | undefined =>
          shape.table.columns.find((column) => column.name === name)?.type;
        let before = new Map<string, CellType>([["N", n]]);
        for (const row of all) {
          shape.widen(row);
          for (const [name, type] of before)
            expect(widest(type, typeOf(name) ?? type)).toBe(typeOf(name));
          before = new Map(shape.table.columns.map(({ name, type }) => [name, type]));
        }
        const ofA = typeOf("A");
        if (ofA !== undefined) expect(widest(a, ofA)).toBe(ofA);
      }),
      { numRuns: runs(500) },
    );
  });

  it("do not take a row that they are too narrow for, or that has no key", () => {
    const shape = new Shape(TABLE, null);
    expect(shape.cells({ KEY: "k", N: 1, DAY: "2026-03-01" })).toEqual(["k", 1, "2026-03-01"]);
    for (const narrow of [{ N: 1.5 }, { N: "1" }, { DAY: "2026-02-30" }, { DAY: 5 }, { NEW: 1 }])
      expect(() => shape.cells({ KEY: "k", ...narrow })).toThrow(TooNarrow);
    expect(() => shape.cells({ N: 1 })).toThrow(
      new InvalidRow("a row has no KEY, by which rows are told apart"),
    );
    expect(() => shape.widen({ KEY: "k", day: 1 })).toThrow(
      /^a row has day, which differs from another column only in case$/,
    );
  });

  it("with the day stay days", () => {
    const shape = new Shape({ ...TABLE, dayColumn: "DAY" }, null);
    for (const [day, named] of [
      ["2026-02-30", '"2026-02-30"'],
      ["2026-03-01/../x", '"2026-03-01/../x"'],
      [20260301, "20260301"],
    ])
      expect(() => shape.widen({ KEY: "k", DAY: day })).toThrow(
        new InvalidRow(`a row has the DAY ${named}, which is no day as YYYY-MM-DD`),
      );
    expect(shape.table.columns).toEqual(TABLE.columns);
  });

  it("take cells that were made before they were widened", () => {
    const shape = new Shape(TABLE, null);
    const before = shape.cells({ KEY: "k", N: 5 });
    expect(shape.fitted(before)).toBe(before);
    shape.widen({ KEY: "k", N: "many", NEW: true });
    expect(shape.fitted(before)).toEqual(["k", "5", null, null]);
  });
});
