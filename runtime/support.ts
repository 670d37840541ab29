/**
 * All that generated validators, rules and types may import; for no other code. Pure: no network, no platform. A change of a name here is a
 * major release.
 * @packageDocumentation
 */

export { plan } from "./planner/planner.js";
export type { Bucket, Dropped, DroppedDays, DroppedValues, ListFacts, Plan, PlanFacts, PlanOptions } from "./planner/types.js";
export type { ColumnFacts, ColumnValue } from "./validation/column.js";
export { dayNumber, isoDay, utcToday } from "./validation/dates.js";
export { microToCurrency } from "./validation/money.js";
export type {
  Barred,
  Either,
  Flat,
  Given,
  Has,
  If,
  Is,
  IsNot,
  Listed,
  Maybe,
  Named,
  NoOthers,
  NotAllowed,
  NotGiven,
  Surely,
} from "./validation/request-types.js";
export type { Condition, Rule } from "./validation/rule.js";
export { type StandardResult, type StandardSchema, standardSchema } from "./validation/standard-schema.js";
export {
  add,
  atLeast,
  badToday,
  closest,
  type Found,
  isDayShaped,
  isDigits,
  isRecord,
  itemsIn,
  missing,
  NOTHING,
  notLike,
  notOneOf,
  onEdge,
  outside,
  ownFields,
  type RowIds,
  stepTo,
  unknownField,
  unreadable,
  violation,
  withoutIds,
  wrongType,
} from "./validation/validate.js";
export { formatViolation, type ValidateOptions, type Violation } from "./validation/violation.js";

/** The contract between generated code and this entry. Generated code that was made for another number does not compile. */
export const contract = 1;
