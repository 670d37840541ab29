/**
 * Everything that generated validators, rules, tables and types may import. Not for other code.
 * Uses no network and no platform APIs. Renaming an export here requires a major release.
 * @packageDocumentation
 */

export type { LevelFacts } from "./contract.js";
export { plan } from "./planner/plan.js";
export type {
  Bucket,
  Dropped,
  DroppedDays,
  DroppedValues,
  ListFacts,
  Plan,
  PlanFacts,
  Plannable,
  Planned,
  PlanOptions,
} from "./planner/types.js";
export type { ParquetType, SqlDialect } from "./tables/column-types.js";
export { type CreateTableOptions, createTable } from "./tables/create-table.js";
export {
  type DescribeOptions,
  describeRowsOf,
  type KeyedRowsDescription,
  type RowColumn,
  type RowFacts,
  type RowsDescription,
  requireKey,
} from "./tables/describe.js";
export {
  atLeast,
  atMost,
  bestUnionMatch,
  boundaryViolation,
  checkFields,
  combinationOf,
  countCharacters,
  countItems,
  excludedNumber,
  type FieldCheck,
  type FieldChecks,
  hasRepeats,
  innerField,
  invalidToday,
  isDayShaped,
  isDigits,
  isRecord,
  isUnique,
  missing,
  NO_VIOLATIONS,
  outOfRange,
  ownFields,
  patternMismatch,
  push,
  pushNotOneOf,
  type RowIds,
  repeatedItem,
  requireFields,
  rowsWithoutIds,
  timeMismatch,
  unknownField,
  unreadable,
  type Violations,
  violation,
  wrongType,
} from "./validation/checks.js";
export type {
  ColumnFacts,
  ColumnKind,
  ColumnType,
  ColumnUnit,
  ColumnValue,
} from "./validation/column-kinds.js";
export {
  type ColumnKinds,
  type ColumnOf,
  type ColumnValues,
  columnFacts,
  columnKinds,
  describeColumns,
  type ItemOf,
  idColumns,
  textColumns,
  valueSet,
  type ZeroColumns,
  zeroColumns,
} from "./validation/columns.js";
export { dayNumber, isDateTime, isoDay, utcToday } from "./validation/dates.js";
export {
  type JsonSchema,
  type JsonSchemaOptions,
  type StandardJsonSchema,
  withJsonSchema,
} from "./validation/json-schema.js";
export { microToCurrency } from "./validation/money.js";
export { isMultiple } from "./validation/multiples.js";
export { pointerTo } from "./validation/pointer.js";
export type {
  ErrorIf,
  FieldType,
  ForbidItems,
  IsGiven,
  IsNoneOf,
  IsOmitted,
  IsOneOf,
  ListsNoneOf,
  LiteralItems,
  NoExtraKeys,
  NotAllowed,
  OptionalColumns,
  Or,
  PossibleItems,
  RequiredColumns,
  Simplify,
} from "./validation/request-types.js";
export type { Condition, Rule } from "./validation/rule.js";
export {
  formatViolation,
  type SchemaOptions,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
  standardSchema,
  type ValidateOptions,
  type Violation,
  type ViolationParams,
} from "./validation/violation.js";

/**
 * Version of the contract between generated code and this entry point. Code generated for another
 * version does not compile.
 */
export const contract = 2;
