/** A column that can be asked for. */
export interface Column {
  readonly name: string;
  readonly value: ColumnValue;
  /** False where only the column's name speaks for `value`. */
  readonly verified: boolean;
  /** What else is known, in our words. */
  readonly note?: string;
}

/** A level of a report whose files others were seen to read. */
export interface Level {
  readonly name: string;
  /** Columns that every row has if they were asked for: the ids of what it is about, and of what that stands in. */
  readonly has: readonly string[];
  /** Those of them that hold the id under which JSON files list the row. */
  readonly listedUnder: readonly string[];
  /** What we call that id where no column holds it: every row has it, though it cannot be asked for. */
  readonly ours?: string;
  /** What rows are told apart by, besides what the file adds: of each group, one column must be asked for. */
  readonly toldApartBy: readonly (readonly string[])[];
}

/** What a column's values are. Money is in the ad account's currency whatever the column's name says. */
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
