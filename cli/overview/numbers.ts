import type { Measure } from "./measures.js";

type Digits = `${number}`;

const LOCALE = "en-US";
const PLAIN = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 });
const CENTS = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Whether `code` is a currency code, such as `EUR`, that amounts can be printed in. */
export function isCurrency(code: unknown): code is string {
  return typeof code === "string" && /^[A-Z]{3}$/.test(code);
}

/**
 * Formats a decimal for people: `1,234,567`. Money gets its currency's symbol and number of
 * decimals, or two decimals if the currency is unknown. Rounds from the exact digits, however many
 * there are.
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
