import type { Measure } from "./measures.js";

type Digits = `${number}`;

const LOCALE = "en-US";
const PLAIN = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 });
const CENTS = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Whether it is the code of a currency, such as `EUR`, which amounts can be printed in. */
export function isCurrency(code: unknown): code is string {
  return typeof code === "string" && /^[A-Z]{3}$/.test(code);
}

/**
 * A decimal as people read it: `1,234,567`, and money with the sign and the digits of its currency,
 * or two digits if that is not known. Rounds from the exact digits, however many they are.
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
