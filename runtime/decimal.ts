/** Maximum number of digits of a decimal: 20 before the decimal point and 18 after it. */
export const DECIMAL_PRECISION = 38;
/** Digits after the decimal point in every decimal column, in all files and databases. */
export const DECIMAL_SCALE = 18;

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
// A number with a larger exponent is left unchanged, because it does not fit in any column.
const MAX_EXPONENT = 400;

/**
 * Writes a number without an exponent: `1.5e3` becomes `1500`. A string that is not a number is
 * returned unchanged, and so is a number with an exponent above 400 or below -400.
 */
export function plainNumber(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent] = NUMBER.exec(text) ?? [];
  const power = Number(exponent);
  if (exponent === undefined || Math.abs(power) > MAX_EXPONENT) return text;
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded =
    point <= 0 ? `0.${"0".repeat(-point)}${digits}` : digits.padEnd(point, "0").slice(0, point);
  const rest = point > 0 && point < digits.length ? `.${digits.slice(point)}` : "";
  return sign + padded.replace(/^0+(?=\d)/, "") + rest;
}

/**
 * Converts a number, bigint or numeric string to a decimal cell, such as `412345.67`. The cell has
 * no exponent and no redundant zeros; minus zero becomes `0`. Returns undefined for anything else,
 * and for more than 20 digits before the decimal point or 18 after it.
 */
export function decimalOf(value: unknown): string | undefined {
  const text = typeof value === "number" || typeof value === "bigint" ? String(value) : value;
  if (typeof text !== "string") return undefined;
  const [, sign = "", whole, fraction = "", exponent] = NUMBER.exec(plainNumber(text)) ?? [];
  if (whole === undefined || exponent !== undefined) return undefined;
  const before = whole.replace(/^0+(?=\d)/, "");
  const behind = fraction.replace(/0+$/, "");
  if (before.length > DECIMAL_PRECISION - DECIMAL_SCALE || behind.length > DECIMAL_SCALE)
    return undefined;
  const digits = behind === "" ? before : `${before}.${behind}`;
  return digits === "0" ? "0" : sign + digits;
}

/**
 * Rounds a quotient to 18 decimal places, half away from zero. Any further digits of a double are
 * noise. Returns a string, which may end in zeros. Returns the value unchanged if it needs no
 * rounding or is not a number.
 */
export function roundedQuotient(value: unknown): unknown {
  const text = plainNumber(String(value));
  const [, sign = "", whole = "", fraction = "", exponent] = NUMBER.exec(text) ?? [];
  if (fraction.length <= DECIMAL_SCALE || exponent !== undefined) return value;
  const kept = BigInt(whole + fraction.slice(0, DECIMAL_SCALE));
  const units = String(kept + (Number(fraction[DECIMAL_SCALE]) > 4 ? 1n : 0n));
  const digits = units.padStart(DECIMAL_SCALE + 1, "0");
  return `${sign}${digits.slice(0, -DECIMAL_SCALE)}.${digits.slice(-DECIMAL_SCALE)}`;
}

/**
 * Converts a decimal cell to units of the 18th decimal place. For example, `0.5` becomes
 * 500,000,000,000,000,000. The cell must come from `decimalOf`.
 */
export function unscaled(decimal: string): bigint {
  const [whole = "", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(DECIMAL_SCALE, "0"));
}

/**
 * Converts units of the last decimal place to a decimal cell, the reverse of `unscaled`. `scale` is
 * the number of decimal places, at least 1. For example, to convert the unscaled sum of amounts in
 * millionths to whole currency units, use 24 (18 + 6). The cell has no redundant zeros.
 */
export function scaled(units: bigint, scale: number = DECIMAL_SCALE): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const behind = digits.slice(-scale).replace(/0+$/, "");
  const text = behind === "" ? digits.slice(0, -scale) : `${digits.slice(0, -scale)}.${behind}`;
  return units < 0n ? `-${text}` : text;
}
