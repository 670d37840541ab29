/** What a column's values are. Money is in the ad account's currency, whatever the column's name says. */
export type ColumnValue =
  | "id"
  | "name"
  | "text"
  | "url"
  | "label"
  | "count"
  | "number"
  | "rate"
  | "ratio"
  | "seconds"
  | "money"
  | "micro-money"
  | "unknown-money"
  | "unknown";

/** What is known of a column. */
export interface ColumnFacts {
  /** `micro-money` is in millionths of the currency's unit; `unknown-money` may be either; a `label` is a word or a number that stands for one. */
  readonly value: ColumnValue;
  /** False where only the column's name speaks for `value`. */
  readonly verified: boolean;
}

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

/** A cross-field rule as data: for forms, docs and planners that want to show or use it. */
export interface Rule {
  /** Public and stable; stands in every violation of the rule. */
  readonly id: string;
  /** `max-range`, `forbidden-when` and so on; says what `params` holds. */
  readonly kind: string;
  readonly severity: "error" | "warning";
  /** The rule in words. */
  readonly says: string;
  /** All must hold for the rule to apply; none: it always applies. */
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
  /** Last version of the description that states the rule. Set if a newer one no longer does; the rule is then a warning. */
  readonly until?: string;
  /** Why it is enforced, where Pinterest's description does not say it. */
  readonly because?: string;
  /** Where the description says it: JSON pointer and fingerprint of the sentence. */
  readonly sources: readonly { readonly at: string; readonly fingerprint: string }[];
}

/** About a field after defaults are filled in; `present` is about what the caller wrote. `isNot` also holds for a field that is not there. */
export type Condition =
  | { readonly field: string; readonly is: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly isNot: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly present: boolean };
