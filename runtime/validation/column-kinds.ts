/**
 * Type of a column in a table. Text is UTF-8, integers have 64 bits, decimals have 18 decimal
 * places, and dates have no time.
 */
export type ColumnType = "text" | "integer" | "double" | "decimal" | "date";

/**
 * Unit of a column's values. `currency` is the ad account's currency, and `micro-currency` is
 * millionths of it. `unknown-currency` is one of the two; Pinterest does not document which.
 */
export type ColumnUnit = "currency" | "micro-currency" | "unknown-currency" | "seconds";

/**
 * Kind of a column's values. Money is in the ad account's currency, regardless of the column's
 * name.
 */
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

/** Kinds whose values are strings in rows. */
export type TextKind = "id" | "name" | "text" | "url";

/** Kinds whose values are strings or numbers in rows. All other values are numbers. */
export type MixedKind = "label" | "unknown";

/** Facts that all values of a kind share. */
interface KindFacts<Value> {
  /** TypeScript type of a value in a row. */
  readonly inRows: Value extends TextKind
    ? "string"
    : Value extends MixedKind
      ? "string | number"
      : "number";
  /**
   * Type of a column in a table. An id is text, because it may have more digits than a double can
   * represent.
   */
  readonly inTables: ColumnType;
  /** Unit of the values; null if there is none or it is undocumented. Only money has a currency. */
  readonly unit: ColumnUnit | null;
  /**
   * Whether JSON files omit zeros. If so, a missing value is zero, unless its column is marked ` or
   * none`.
   */
  readonly zeroIsLeftOut: boolean;
  /**
   * Description of a value, which follows the column's label and a colon. It may be two sentences,
   * without the final period.
   */
  readonly meaning: string;
  /**
   * The description if the kind is inferred from the name. Default: `meaning`, followed by a
   * sentence that says so.
   */
  readonly inferredMeaning?: string;
  /** Set if `meaning` already mentions what is undocumented. */
  readonly isUndocumented?: true;
}

/**
 * The kinds of values in columns. Rows, tables, files, documentation, JSON Schema and the fake
 * server use this table. To add a kind, add its name above and a row here. `spec/columns.yaml`
 * defines the kind of each column; a column that is not listed there is `unknown`.
 */
export const COLUMN_KINDS: { readonly [Value in ColumnValue]: KindFacts<Value> } = {
  id: {
    inRows: "string",
    inTables: "text",
    unit: null,
    zeroIsLeftOut: false,
    meaning: "an id, exact to the last digit",
  },
  name: {
    inRows: "string",
    inTables: "text",
    unit: null,
    zeroIsLeftOut: false,
    meaning: "a name, as the advertiser entered it",
  },
  text: {
    inRows: "string",
    inTables: "text",
    unit: null,
    zeroIsLeftOut: false,
    meaning: "text, such as a brand, a category or a description",
  },
  url: { inRows: "string", inTables: "text", unit: null, zeroIsLeftOut: false, meaning: "a URL" },
  label: {
    inRows: "string | number",
    inTables: "text",
    unit: null,
    zeroIsLeftOut: false,
    meaning: "a word or a numeric code, such as a status",
  },
  count: {
    inRows: "number",
    inTables: "integer",
    unit: null,
    zeroIsLeftOut: true,
    meaning: "a count",
  },
  number: {
    inRows: "number",
    inTables: "double",
    unit: null,
    zeroIsLeftOut: true,
    meaning: "a number. Pinterest does not document a unit",
  },
  rate: {
    inRows: "number",
    inTables: "double",
    unit: null,
    zeroIsLeftOut: true,
    meaning:
      "a rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage",
    inferredMeaning:
      "a rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage",
  },
  ratio: {
    inRows: "number",
    inTables: "double",
    unit: null,
    zeroIsLeftOut: true,
    meaning: "a ratio of two amounts, such as return on ad spend. Can exceed 1",
  },
  seconds: {
    inRows: "number",
    inTables: "double",
    unit: "seconds",
    zeroIsLeftOut: true,
    meaning: "a duration in seconds",
  },
  money: {
    inRows: "number",
    inTables: "decimal",
    unit: "currency",
    zeroIsLeftOut: true,
    meaning: "money in the ad account's currency, regardless of the column's name",
  },
  "micro-money": {
    inRows: "number",
    inTables: "decimal",
    unit: "micro-currency",
    zeroIsLeftOut: true,
    meaning: "money in millionths of the ad account's currency",
  },
  "unknown-money": {
    inRows: "number",
    inTables: "decimal",
    unit: "unknown-currency",
    zeroIsLeftOut: true,
    meaning:
      "money. Pinterest does not document whether it is in the ad account's currency or in millionths of it",
    isUndocumented: true,
  },
  unknown: {
    inRows: "string | number",
    inTables: "text",
    unit: null,
    zeroIsLeftOut: false,
    meaning: "a number or text. Pinterest does not document what it means",
    isUndocumented: true,
  },
};

/** Facts about a column. */
export interface ColumnFacts {
  /**
   * Kind of the values. `micro-money` is in millionths of the currency. `unknown-money` is in units
   * or in millionths. A `label` is a word or a numeric code.
   */
  readonly value: ColumnValue;
  /** False if `value` is inferred from the column name because Pinterest does not document it. */
  readonly verified: boolean;
  /**
   * Whether a missing value means zero. JSON files omit zeros, and `rows()` adds them. False for
   * ids and text, and for numbers that may not exist, such as a cost per click without clicks or a
   * cap that is not set.
   */
  readonly zero: boolean;
}

/**
 * Kind of a column's values in a generated table. A `?` marks a kind that is inferred from the
 * column's name. ` or none` marks numbers for which a missing value is not zero.
 */
export type ColumnKind =
  | ColumnValue
  | `${ColumnValue}?`
  | `${ColumnValue} or none`
  | `${ColumnValue}? or none`;

/**
 * Returns the kind with its marks, for a generated table. The mark `?` means that the kind is not
 * verified. ` or none` means that a missing number is not zero (`zero` is false).
 */
export function markedKind({
  value,
  verified,
  zero,
}: Omit<ColumnFacts, "zero"> & { readonly zero?: boolean }): ColumnKind {
  return `${value}${verified ? "" : "?"}${zero === false ? " or none" : ""}`;
}

/** Returns the facts about a column, given its marked kind. */
export function factsOf(kind: ColumnKind): ColumnFacts {
  const value = kind.replace(/\?| or none/g, "") as ColumnValue;
  return {
    value,
    verified: !kind.includes("?"),
    zero: COLUMN_KINDS[value].zeroIsLeftOut && !kind.endsWith(" or none"),
  };
}

/**
 * Describes the values of a column of this kind. If applicable, mentions that the meaning is
 * inferred from the name, and that a missing number is not zero. The `note`, a sentence, comes
 * last. The result starts with a lowercase letter so that it can follow a colon.
 */
export function meaningOf(kind: ColumnKind, note?: string): string {
  const { value, verified, zero } = factsOf(kind);
  const {
    meaning,
    inferredMeaning = `${meaning}. The meaning is inferred from the column's name; Pinterest does not document it`,
    zeroIsLeftOut,
    isUndocumented = false,
  } = COLUMN_KINDS[value];
  const what = verified || isUndocumented ? meaning : inferredMeaning;
  const none = zeroIsLeftOut && !zero ? " A missing value is not zero." : "";
  const noted = note === undefined ? "" : ` ${note}`;
  return `${what}.${none}${noted}`;
}
