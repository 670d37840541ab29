import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, isoDay } from "../../../runtime/validation/dates.js";
import { runs } from "../../support/effort.js";

describe("the number of a day", () => {
  it("is correct for every date from the year 0 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        expect(dayNumber(isoDay(day))).toBe(day);
      }),
      { numRuns: runs(5_000, 500) },
    );
  });

  it("is NaN for text that is not a date in the form YYYY-MM-DD", () => {
    const character = fc.constantFrom(..."0123456789-/:. eE+");
    const text = fc.oneof(
      fc.string({ unit: character, maxLength: 12 }),
      fc.tuple(fc.nat(9_999), fc.nat(19), fc.nat(39)).map(shaped),
    );
    const edited = fc
      .tuple(fc.constant("2024-02-29"), fc.nat(9), character)
      .map(([day, at, letter]) => day.slice(0, at) + letter + day.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(text, edited), (value) => {
        const isDay =
          /^\d{4}-\d{2}-\d{2}$/.test(value) &&
          new Date(`${value}T00:00Z`).toJSON()?.slice(0, 10) === value;
        expect(dayNumber(value)).toBe(
          isDay ? Date.parse(`${value}T00:00Z`) / 86_400_000 : Number.NaN,
        );
      }),
      { numRuns: runs(5_000, 500) },
    );
  });
});

function shaped([year, month, day]: readonly [number, number, number]): string {
  return [
    String(year).padStart(4, "0"),
    String(month).padStart(2, "0"),
    String(day).padStart(2, "0"),
  ].join("-");
}
