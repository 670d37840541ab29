/**
 * Whether a number is a whole multiple of another, in exact decimal arithmetic. For example, 0.3 is
 * a multiple of 0.1. Both must be finite, and `of` must be above 0.
 */
export function isMultiple(value: number, of: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return value % of === 0;
  const [digits, exponent] = decimal(value);
  const [ofDigits, ofExponent] = decimal(of);
  const shift = exponent - ofExponent;
  return shift < 0
    ? digits % (ofDigits * 10n ** BigInt(-shift)) === 0n
    : (digits * 10n ** BigInt(shift)) % ofDigits === 0n;
}

/** Returns a number as its digits and a power of ten. */
function decimal(value: number): readonly [bigint, number] {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
