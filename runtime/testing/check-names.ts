import { nearest } from "../validation/nearest.js";

/** Throws unless each option is one that there is: a name that is mistyped would be a test that tries nothing. */
export function checkNames(what: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name))
      throw new TypeError(`${what} has no option ${quoted(name)}${meant(name, known)}; there are ${known.join(", ")}`);
  }
}

/** Throws unless it is a whole number of at least this. */
export function checkCount(
  what: string,
  value: unknown,
  { least, most = Number.MAX_SAFE_INTEGER }: { readonly least: number; readonly most?: number },
): void {
  const isCount =
    typeof value === "number" && value >= least && (Number.isSafeInteger(value) || value === Number.POSITIVE_INFINITY) && value <= most;
  if (!isCount)
    throw new RangeError(`${what} must be a whole number, ${least} or more${most === Number.POSITIVE_INFINITY ? ", or Infinity" : ""}`);
}

/** What was likely meant, for the end of a sentence. */
export function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === null ? "" : `; did you mean ${near}?`;
}

/** A value as it stands in code. */
export function quoted(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
