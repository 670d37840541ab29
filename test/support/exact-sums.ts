const SCALE = 18;

/** Converts a decimal to an integer in units of 10⁻¹⁸, without using doubles. */
export function unscaledOf(text: string): bigint {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const digits = BigInt(whole + fraction.padEnd(SCALE, "0").slice(0, SCALE));
  return sign === "-" ? -digits : digits;
}

/** Converts an integer in units of 10⁻¹⁸ to its shortest decimal text. */
export function decimalText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(SCALE + 1, "0");
  const fraction = digits.slice(-SCALE).replace(/0+$/, "");
  const whole = digits.slice(0, -SCALE);
  return `${value < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The exact sum of decimals, as text. */
export function sumOf(texts: readonly string[]): string {
  return decimalText(texts.reduce((sum, text) => sum + unscaledOf(text), 0n));
}
