import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainNumber } from "../../../runtime/decimal.js";
import { runs } from "../../support/effort.js";

const digits = (minLength: number) =>
  fc.stringMatching(new RegExp(`^\\d{${minLength},12}$`)).filter((text) => text.length <= 12);
/** Numbers in JSON notation, with an exponent. */
const written = fc
  .tuple(
    fc.constantFrom("", "-"),
    digits(1).map((text) => text.replace(/^0+(?=\d)/, "")),
    digits(0).map((text) => (text === "" ? "" : `.${text}`)),
    fc.integer({ min: -20, max: 20 }),
  )
  .map(([sign, whole, fraction, power]) => `${sign}${whole}${fraction}e${power}`);

describe("a number without its exponent", () => {
  it("has the same value, and is written as JSON writes numbers", () => {
    fc.assert(
      fc.property(written, (text) => {
        const plain = plainNumber(text);
        expect(plain).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
        expect(Number(plain)).toBe(Number(text));
      }),
      { numRuns: runs(2_000, 500) },
    );
  });
});
