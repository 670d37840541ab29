/**
 * Converts millionths of a currency to units: `12500000` becomes `"12.5"`. Columns such as
 * `*_IN_MICRO_DOLLAR` are in millionths. The currency is the ad account's, regardless of the
 * column's name.
 *
 * Returns a string that is exact to the last digit, for use with a decimal type or a database; a
 * number could be rounded to a different amount. If `micro` is a number, its printed digits are
 * used, which are the digits in the file. White space around a string is ignored. Throws a
 * `RangeError` if `micro` is not an amount, for example an empty string or NaN.
 */
export function microToCurrency(micro: number | bigint | string): string {
  const text = String(micro).trim();
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (parts === null)
    throw new RangeError(`not an amount in micro units: ${JSON.stringify(text.slice(0, 40))}`);
  const [, sign = "", integer = "", fraction = "", exponent = "0"] = parts;
  // Position of the decimal point in the digits, after dividing by a million.
  const point = integer.length + Number(exponent) - 6;
  const digits = integer + fraction;
  const before = (point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0").replace(
    /^0+(?=\d)/,
    "",
  );
  const after = (point > 0 ? digits.slice(point) : "0".repeat(-point) + digits).replace(/0+$/, "");
  const amount = after === "" ? before : `${before}.${after}`;
  return amount === "0" ? "0" : sign + amount;
}
