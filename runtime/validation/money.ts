/**
 * A value in millionths of a currency's unit, as `*_IN_MICRO_DOLLAR` columns have it, in units: `12500000` gives `"12.5"`. The currency is the
 * ad account's, whatever the column's name says.
 *
 * The result is a text, exact to the last digit, for a decimal type or a database; as a number it could not be told from its neighbours. A
 * number counts as the digits that it prints, which are those of the file.
 */
export function microToCurrency(micro: number | bigint | string): string {
  const text = String(micro).trim();
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (parts === null) throw new RangeError(`not an amount in micro units: ${JSON.stringify(text.slice(0, 40))}`);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  // Where the point stands in the digits once the value is divided by a million.
  const point = whole.length + Number(exponent) - 6;
  const digits = whole + fraction;
  const before = (point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0").replace(/^0+(?=\d)/, "");
  const after = (point > 0 ? digits.slice(point) : "0".repeat(-point) + digits).replace(/0+$/, "");
  const amount = after === "" ? before : `${before}.${after}`;
  return amount === "0" ? "0" : sign + amount;
}
