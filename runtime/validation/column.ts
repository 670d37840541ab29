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
