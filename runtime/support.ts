/**
 * All that generated validators, rules and types may import; for no other code. Pure: no network, no platform. A change of a name here is a
 * major release.
 * @packageDocumentation
 */

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
} from "./checked.js";
export type { ColumnFacts, ColumnValue } from "./column.js";
export { dayNumber, isoDay, utcToday } from "./dates.js";
export { microToCurrency } from "./money.js";
export type { Bucket, Dropped, DroppedDays, DroppedValues, ListFacts, Plan, PlanFacts, PlanOptions } from "./plan/plan.js";
export { plan } from "./planner.js";
export type { Condition, Rule } from "./rule.js";
export { type StandardResult, type StandardSchema, standardSchema } from "./standard-schema.js";
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
} from "./validate.js";
export { formatViolation, type ValidateOptions, type Violation } from "./violation.js";

/** The contract between generated code and this entry. Generated code that was made for another number does not compile. */
export const contract = 1;
