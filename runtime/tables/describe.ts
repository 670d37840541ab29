import type { LevelFacts } from "../contract.js";
import { InvalidArgumentError } from "../errors.js";
import { ownOptions } from "../options.js";
import {
  COLUMN_KINDS,
  type ColumnFacts,
  type ColumnType,
  type ColumnUnit,
  type ColumnValue,
} from "../validation/column-kinds.js";
import { COLUMN_TYPES, type ParquetType, type SqlDialect } from "./column-types.js";

/** Facts about a report's rows that are known before any request. */
export interface RowFacts {
  /** The columns that can be requested. */
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  /** Description of each column, including the columns that every file contains. */
  readonly descriptions: Readonly<Record<string, string>>;
  /**
   * Levels for which we know what rows contain. Empty for kinds of reports whose files we have not
   * seen.
   */
  readonly levels: readonly LevelFacts[];
}

/** Options for describing rows. */
export interface DescribeOptions {
  /**
   * Whether to assume that omitted zeros are filled in, as `rows()` does by default. Pass false if
   * you read with `rows({ zeroFill: false })`. Default: true.
   */
  readonly zeroFill?: boolean | undefined;
}

/** A column in the rows of a report. */
export interface RowColumn {
  /** The column's name in rows, such as `CAMPAIGN_ID`. */
  readonly name: string;
  /** The column's name in tables, such as `campaign_id`, which needs no quotes in SQL. */
  readonly sqlName: string;
  /** Type that fits all values. In rows, a `date` is a string such as `2026-03-01`. */
  readonly type: ColumnType;
  /** SQL type in each dialect. */
  readonly sqlTypes: Readonly<Record<SqlDialect, string>>;
  /** Type in Parquet files. */
  readonly parquetType: ParquetType;
  /** Whether a row may lack the column; false if every row has it. */
  readonly nullable: boolean;
  /** Kind of the values. */
  readonly value: ColumnValue;
  /** Unit of the values; null if they have none, or if the unit is undocumented. */
  readonly unit: ColumnUnit | null;
  /** Description of the column, as a sentence. */
  readonly description: string;
}

/** Describes the rows of a request as a table. */
export interface RowsDescription {
  /** The columns that every file contains, then the requested columns, in the order requested. */
  readonly columns: readonly RowColumn[];
  /**
   * The smallest set of columns that identifies a row within one ad account. Null if there is none.
   * Account-level rows have no id, so a table with several ad accounts also needs the account's id
   * in its key.
   */
  readonly primaryKey: readonly string[] | null;
  /** Why there is no `primaryKey`; null if there is one. */
  readonly noKeyReason: string | null;
  /**
   * The column with the row's date. Its values start with YYYY-MM-DD. Null if rows have no date.
   */
  readonly partitionColumn: string | null;
}

/** A table with a primary key. */
export interface KeyedRowsDescription extends RowsDescription {
  readonly primaryKey: readonly string[];
  readonly noKeyReason: null;
}

/** The request fields that determine the rows. */
interface RowFields {
  readonly granularity: unknown;
  readonly level: unknown;
  readonly columns: readonly string[];
}

/**
 * Describes the rows of a report for this `body` as a table. For a CSV file, these are the rows
 * that `rows({ columnNames })` returns. The columns that every file contains come first: DATE
 * unless `granularity` is `TOTAL`, the targeting columns of a targeting level, and the id of the
 * level. Then come the requested columns; none if `columns` is missing. An unknown column gets the
 * kind `unknown`. `primaryKey` is null if `granularity` is `TOTAL`, if the level is missing or
 * unknown, or if an id that the level needs is not requested. `zeroFill` only affects which columns
 * can be null. The body is not validated against the rules. Throws an `InvalidArgumentError` if the
 * body is not an object, or if its `columns` are not a list of strings.
 */
export function describeRowsOf(
  { columns: known, descriptions, levels }: RowFacts,
  body: unknown,
  options: DescribeOptions,
): RowsDescription {
  const { zeroFill = true } = ownOptions(options);
  const fields = fieldsOf(body);
  const level = levels.find(({ name }) => name === fields.level);
  const isTargeting = typeof fields.level === "string" && fields.level.endsWith("_TARGETING");
  const targeting = isTargeting ? ["TARGETING_TYPE", "TARGETING_VALUE"] : [];
  const isDated = fields.granularity !== "TOTAL";
  const added = [
    ...(isDated ? ["DATE"] : []),
    ...targeting,
    ...(level?.ours === undefined ? [] : [level.ours]),
  ];
  // If nothing is known about the level, any column may be missing from a row.
  const guaranteed = new Set(level === undefined ? [] : [...added, ...level.has]);
  const column = (name: string): RowColumn => {
    const facts = Object.hasOwn(known, name) ? known[name] : undefined;
    const value =
      facts?.value ?? (name === level?.ours ? "id" : added.includes(name) ? "text" : "unknown");
    const { inTables, unit } = COLUMN_KINDS[value];
    // Pinterest does not document how files represent an hour.
    const type = name === "DATE" && fields.granularity !== "HOUR" ? "date" : inTables;
    return {
      name,
      sqlName: name.toLowerCase(),
      type,
      sqlTypes: COLUMN_TYPES[type].sql,
      parquetType: COLUMN_TYPES[type].parquet,
      nullable: !guaranteed.has(name) && !(zeroFill && facts?.zero === true),
      value,
      unit,
      description:
        (Object.hasOwn(descriptions, name) ? descriptions[name] : undefined) ??
        `${name}: not documented.`,
    };
  };
  const columns = [...new Set([...added, ...fields.columns])].map(column);
  const key = keyOf(fields, { level, hasLevels: levels.length > 0, added });
  return { columns, ...key, partitionColumn: isDated ? "DATE" : null };
}

/**
 * Reads the fields that determine the rows; missing `columns` become an empty list. Throws an
 * `InvalidArgumentError` if the body is not an object, or `columns` is not a list of strings.
 */
function fieldsOf(body: unknown): RowFields {
  if (typeof body !== "object" || body === null)
    throw new InvalidArgumentError(
      "the body must be an object, such as { level, granularity, columns }",
    );
  const { granularity, level, columns } = ownOptions(
    body as Partial<Record<keyof RowFields, unknown>>,
  );
  const names: unknown = columns ?? [];
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string"))
    throw new InvalidArgumentError("the body's columns must be a list of column names");
  return { granularity, level, columns: names };
}

type Key = Pick<RowsDescription, "primaryKey" | "noKeyReason">;

/**
 * Determines the primary key. It consists of a column with the entity's id, other columns that the
 * level needs, and the columns in `added`, which every row has. Ids of parents are left out,
 * because the entity's id determines them. Therefore, the key does not depend on which parent ids
 * are requested.
 */
function keyOf(
  { granularity, columns, ...fields }: RowFields,
  {
    level,
    hasLevels,
    added,
  }: {
    readonly level: LevelFacts | undefined;
    readonly hasLevels: boolean;
    readonly added: readonly string[];
  },
): Key {
  const none = (noKeyReason: string): Key => ({ primaryKey: null, noKeyReason });
  if (granularity === "TOTAL") return none("granularity is TOTAL, so rows have no date");
  if (!hasLevels) return none("the ids in the rows of this report are not known");
  if (level === undefined)
    return none(
      typeof fields.level === "string"
        ? `it is not known what identifies a row of level ${fields.level}`
        : "level is missing",
    );
  const { distinguishedBy = [], listedUnder, ours } = level;
  // If a group has several names for the same id, the last one is the current name.
  const requested = (group: readonly string[]): string | undefined =>
    group.findLast((name) => columns.includes(name));
  const missing = distinguishedBy.filter((group) => requested(group) === undefined);
  if (missing.length > 0)
    return none(`columns has no ${missing.map((group) => group.join(" or ")).join(" and ")}`);
  const isOutermost = distinguishedBy.length === 0 && ours === undefined;
  const groups = isOutermost ? [listedUnder] : distinguishedBy;
  const ids = [
    ...groups.flatMap((group) => requested(group) ?? []),
    ...(ours === undefined ? [] : [ours]),
  ];
  return { primaryKey: [...new Set([...ids, ...added])], noKeyReason: null };
}

/**
 * Returns the description if it has a primary key. Otherwise, throws an `InvalidArgumentError` with
 * the reason. `name` is the subject of the message. Default: `the rows`.
 */
export function requireKey(description: RowsDescription, name = "the rows"): KeyedRowsDescription {
  const { primaryKey, noKeyReason } = description;
  if (primaryKey !== null) return { ...description, primaryKey, noKeyReason: null };
  throw new InvalidArgumentError(`${name} have no primary key: ${noKeyReason}`);
}
