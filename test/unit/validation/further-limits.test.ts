import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnique, repeatedItem } from "../../../runtime/validation/checks.js";
import { isDateTime } from "../../../runtime/validation/dates.js";
import { isMultiple } from "../../../runtime/validation/multiples.js";

const ajv = addFormats.default(new Ajv2020({ strict: false }), ["date-time"]);
const settings = { numRuns: 500, seed: 20_261_130 };

describe("the items of a list", () => {
  it("are unique exactly when Ajv finds no equal items", () => {
    const accepts = ajv.compile({ uniqueItems: true });
    const nested = fc.jsonValue({ maxDepth: 2 });
    const small = fc.constantFrom<unknown>(
      ...[0, 1, "1", "", "0", true, false, null, [], {}, [1], ["1"], [[]], "[]", "{}", "null"],
      ...[{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: "1", b: 2 }, { a: { b: 2 } }, '{"a":1}'],
      ...[JSON.parse('{ "__proto__": 1 }'), { constructor: 1 }, "__proto__", "toString"],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(small, nested), { maxLength: 6 }), (list) => {
        expect(isUnique(list)).toBe(accepts(list));
      }),
      { ...settings, numRuns: 3_000 },
    );
  });

  it("are reported by their indexes if two are equal", () => {
    const list = [{ b: 1 }, 2, { a: [1, { c: null }] }, { a: [1, { c: null }] }];
    expect(repeatedItem("/list", list)).toEqual({
      rule: "unique-items",
      severity: "error",
      path: "/list",
      message: "must not contain an item more than once: items 2 and 3 are equal",
      params: { first: 2, repeated: 3 },
    });
  });

  it("are equal if they differ only in undefined fields, because those are not sent", () => {
    expect(isUnique([{ a: 1 }, { a: 1, b: undefined }])).toBe(false);
  });

  it.each<readonly [string, (index: number) => unknown]>([
    ["texts", (index) => `item ${index}`],
    ["objects", (index) => ({ id: index, of: ["a", { b: "c" }] })],
    ["both", (index) => (index % 2 === 0 ? index : [index])],
  ])("are compared in time proportional to their number: 100,000 %s", (_, item) => {
    const list = Array.from({ length: 100_000 }, (_, index) => item(index));
    // Comparing every pair would take minutes.
    expect(isUnique(list)).toBe(true);
    expect(isUnique([...list, item(70_000)])).toBe(false);
  });
});

describe("a multiple of a number", () => {
  const decimal = (digits: number, places: number): number => Number(`${digits}e-${places}`);

  it("is checked using the decimal digits as they are written", () => {
    const places = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 1_000 }),
        places,
        (digits, of, scale) => {
          // Both numbers have the same scale, so only the digits matter.
          expect(isMultiple(decimal(digits, scale), decimal(of, scale))).toBe(digits % of === 0);
        },
      ),
      settings,
    );
  });

  it("is checked using the digits that are sent, not the binary value, if the number is large", () => {
    const large = fc.double({ min: 2 ** 53, max: 1e21, maxExcluded: true }).map(Math.round);
    fc.assert(
      fc.property(large, fc.integer({ min: 1, max: 1_000 }), (value, of) => {
        expect(isMultiple(value, of)).toBe(BigInt(JSON.stringify(value)) % BigInt(of) === 0n);
      }),
      settings,
    );
  });

  it.each([
    [123_456_789_012_345_680_000, 10, true],
    [0.3, 0.1, true],
    [19.99, 0.01, true],
    [1.005, 0.01, false],
    [1e300, 1e-300, true],
    [5e-324, 1e-323, false],
    [1.5e-7, 5e-8, true],
    [-7.5, 2.5, true],
    [0, 0.7, true],
    [7, 0.5, true],
    [7.25, 2, false],
  ])("is recognized correctly for %d of %d: %s", (value, of, is) => {
    expect(isMultiple(value, of)).toBe(is);
  });
});

describe("a time with a UTC offset", () => {
  it("is valid exactly when Ajv accepts it", () => {
    const accepts = ajv.compile({ format: "date-time" });
    const two = (max: number): fc.Arbitrary<string> =>
      fc.oneof(
        fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, "0")),
        fc.constantFrom("00", "23", "24", "59", "60", "61", "1", "001", "-1", "x1"),
      );
    const day = fc.constantFrom("2024-02-29", "2026-02-29", "2026-12-31", "2100-02-29", "20261231");
    const offset = fc.oneof(
      fc.constantFrom("Z", "z", ""),
      fc
        .tuple(fc.constantFrom("+", "-"), two(23), two(59))
        .map(([sign, h, m]) => `${sign}${h}:${m}`),
    );
    const time = fc
      .tuple(
        day,
        fc.constantFrom("T", "T", "t", " ", "", "_"),
        ...[two(23), two(59), two(59)],
        fc.constantFrom("", "", ".5", ".123456789", ".", ",5"),
        offset,
      )
      .map(
        ([date, between, h, m, s, fraction, zone]) =>
          `${date}${between}${h}:${m}:${s}${fraction}${zone}`,
      );
    fc.assert(
      fc.property(time, (text) => {
        expect(isDateTime(text)).toBe(accepts(text));
      }),
      { ...settings, numRuns: 20_000 },
    );
  });

  it.each([
    ["1990-12-31T15:59:60-08:00", true],
    ["1990-12-31T23:59:60Z", true],
    ["1990-12-31T22:59:60Z", false],
    ["1996-12-19T16:39:57", false],
    ["1996-12-19", false],
    ["1996-12-19T16:39:57+01", false],
    ["1996-12-19T16:39:57+0100", false],
    ["", false],
    [" 1996-12-19T16:39:57Z", false],
    ["1996-12-19T16:39:57Z\n", false],
    ["1996-12-19T24:00:00Z", false],
  ])("is checked correctly for %j: %s", (text, is) => {
    expect(isDateTime(text)).toBe(is);
  });
});
