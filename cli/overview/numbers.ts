import type { Measure } from "./measures.js";

type Digits = `${number}`;

const LOCALE = "en-US";
const PLAIN = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 });
const CENTS = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * Whether `code` looks like a currency code, such as `EUR`: three capital letters. Does not check
 * whether such a currency exists.
 */
export function isCurrency(code: unknown): code is string {
  return typeof code === "string" && /^[A-Z]{3}$/.test(code);
}

/**
 * Formats a decimal for display: `1,234,567`. Money gets its currency's symbol and number of
 * decimals, or two decimals without a symbol if `currency` is null. Other numbers keep up to 20
 * decimals. Rounds from the exact digits, however many there are. Throws a `RangeError` for an
 * invalid currency.
 */
export function numberText(
  decimal: string,
  { isMoney }: Pick<Measure, "isMoney">,
  currency: string | null,
): string {
  if (!isMoney) return PLAIN.format(decimal as Digits);
  if (currency === null) return CENTS.format(decimal as Digits);
  return new Intl.NumberFormat(LOCALE, { style: "currency", currency }).format(decimal as Digits);
}
