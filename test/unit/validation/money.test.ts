import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { microToCurrency } from "../../../runtime/validation/money.js";

describe("microToCurrency", () => {
  it.each<[number | bigint | string, string]>([
    [12_500_000, "12.5"],
    [0, "0"],
    [-0, "0"],
    [1, "0.000001"],
    [1_000_000, "1"],
    [412_345.67, "0.41234567"],
    [-9_100_000, "-9.1"],
    ["9007199254740993", "9007199254.740993"],
    [9_007_199_254_740_993_000n, "9007199254740.993"],
    ["007", "0.000007"],
    [1e21, "1000000000000000"],
    [1.5e-7, "0.00000000000015"],
    ["0.0", "0"],
    ["-0.0", "0"],
    [" 5 ", "0.000005"],
  ])("converts %s to %s", (micro, amount) => {
    expect(microToCurrency(micro)).toBe(amount);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, "", "1,234", "12.", ".5", "0x10", "1e9999"])(
    "rejects %s",
    (micro) => {
      expect(() => microToCurrency(micro)).toThrow(RangeError);
    },
  );

  it("is exact for every integer, and puts a point before the last six digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (micro) => {
        const [, sign, whole, rest = ""] =
          /^(-?)(\d+)(?:\.(\d+))?$/.exec(microToCurrency(micro)) ?? [];
        expect(BigInt(`${sign}${whole}${rest.padEnd(6, "0")}`)).toBe(micro);
      }),
    );
  });
});
