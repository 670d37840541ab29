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

/** Facts about the rows of a report, known before a request is made. */
export interface RowFacts {
  /** The columns that can be requested. */
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  /** What each column holds, including columns that a file always adds. */
  readonly descriptions: Readonly<Record<string, string>>;
  /** The levels whose rows are known. Empty if no file of the report has been examined. */
  readonly levels: readonly LevelFacts[];
}

/** Options of a description. */
export interface DescribeOptions {
  /**
   * Whether omitted zeros are filled in, as `rows()` does by default. Pass false for the rows of
   * `rows({ zeroFill: false })`. Default: true.
   */
  readonly zeroFill?: boolean | undefined;
}

/** A column of the rows of a report. */
export interface RowColumn {
  /** The column's name in rows, such as `CAMPAIGN_ID`. */
  readonly name: string;
  /** Its name in tables, such as `campaign_id`, which needs no quotes in SQL. */
  readonly sqlName: string;
  /** The type that holds all values. A `date` is written as YYYY-MM-DD in rows. */
  readonly type: ColumnType;
  /** The type in SQL, by database. */
  readonly sqlTypes: Readonly<Record<SqlDialect, string>>;
  /** The type in Parquet files. */
  readonly parquetType: ParquetType;
  /** Whether a row may lack the column; false if every row has it. */
  readonly nullable: boolean;
  /** Kind of the values. */
  readonly value: ColumnValue;
  /** Unit of the values; null if they have none, or an undocumented one. */
  readonly unit: ColumnUnit | null;
  /** What the column holds, as a sentence. */
  readonly description: string;
}

/** The rows of a request as a table. */
export interface RowsDescription {
  /** The columns that the file always adds, then the requested ones in order. */
  readonly columns: readonly RowColumn[];
  /**
   * The fewest columns that identify a row within one ad account; null if none do. Rows at account
   * level have no id: a table with several ad accounts also needs the account's id.
   */
  readonly primaryKey: readonly string[] | null;
  /** Why `primaryKey` is null; null if it is not. */
  readonly noKeyReason: string | null;
  /** The column whose value begins with the row's day, as YYYY-MM-DD; null without days. */
  readonly partitionColumn: string | null;
}

/** The description of rows that have a primary key. */
export interface KeyedRowsDescription extends RowsDescription {
  readonly primaryKey: readonly string[];
  readonly noKeyReason: null;
}

/** The fields of a request on which its rows depend. */
interface RowFields {
  readonly granularity: unknown;
  readonly level: unknown;
  readonly columns: readonly string[];
}

/**
 * Describes the rows of a report for this `body`, from the report's facts. For a CSV file, they are
 * the rows of `rows({ columnNames })`. Throws an `InvalidArgumentError` if the body is not an
 * object, or its `columns` are not a list of texts.
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
  // Rows of reports whose files have not been examined may lack any column.
  const guaranteed = new Set(level === undefined ? [] : [...added, ...level.has]);
  const column = (name: string): RowColumn => {
    const facts = Object.hasOwn(known, name) ? known[name] : undefined;
    const value =
      facts?.value ?? (name === level?.ours ? "id" : added.includes(name) ? "text" : "unknown");
    const { inTables, unit } = COLUMN_KINDS[value];
    // Pinterest does not document how a file writes an hour.
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

/** The fields of a body that are read here. */
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
    throw new InvalidArgumentError("columns of the body must be a list of the columns' names");
  return { granularity, level, columns: names };
}

type Key = Pick<RowsDescription, "primaryKey" | "noKeyReason">;

/**
 * The columns that tell rows apart: one that holds the id of the row's entity, what else the level
 * needs, and those of `added` that every row of the level has. The ids of what contains the entity
 * follow from its own id, so that a request for more of them has the same key.
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
  if (granularity === "TOTAL") return none("granularity is TOTAL: its rows have no date");
  if (!hasLevels) return none("it is not known which ids the rows of this report have");
  if (level === undefined)
    return none(
      typeof fields.level === "string"
        ? `the rows of level ${fields.level} are not known`
        : "level is missing",
    );
  const { distinguishedBy = [], listedUnder, ours } = level;
  // Of two columns with the same id, the last one has the current name.
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
 * Returns the description if its rows have a primary key. Otherwise throws an
 * `InvalidArgumentError` with the reason. `name` is the table's name in that message. Default: `the
 * rows`.
 */
export function requireKey(description: RowsDescription, name = "the rows"): KeyedRowsDescription {
  const { primaryKey, noKeyReason } = description;
  if (primaryKey !== null) return { ...description, primaryKey, noKeyReason: null };
  throw new InvalidArgumentError(`${name} have no primary key: ${noKeyReason}`);
}
