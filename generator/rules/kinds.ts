import { atLeastOneOf } from "./at-least-one-of.js";
import { dateFormat } from "./date-format.js";
import { dateOrder } from "./date-order.js";
import { forbiddenValuesWhen } from "./forbidden-values-when.js";
import { forbiddenWhen } from "./forbidden-when.js";
import { hourOrder } from "./hour-order.js";
import { inaccurateWhenOlder } from "./inaccurate-when-older.js";
import type { RuleKind } from "./kind.js";
import { knownCombinations } from "./known-combinations.js";
import { maxLookback } from "./max-lookback.js";
import { maxRange } from "./max-range.js";
import { minDate } from "./min-date.js";
import { minRange } from "./min-range.js";
import { noDataWhen } from "./no-data-when.js";
import { notAfterToday } from "./not-after-today.js";
import { numberOrder } from "./number-order.js";
import { onlyWhen } from "./only-when.js";
import { requiresPresent } from "./requires-present.js";
import { requiresValue } from "./requires-value.js";

/** All kinds. They are cast because each kind's parameter type is private to its module. */
const KINDS = [
  dateFormat,
  dateOrder,
  notAfterToday,
  maxLookback,
  maxRange,
  minRange,
  minDate,
  hourOrder,
  numberOrder,
  forbiddenWhen,
  onlyWhen,
  requiresValue,
  requiresPresent,
  forbiddenValuesWhen,
  atLeastOneOf,
  noDataWhen,
  knownCombinations,
  inaccurateWhenOlder,
] as unknown as readonly RuleKind[];

/** All kinds of rules, keyed by their name in `x-rules` and rules.yaml. */
export const kinds: ReadonlyMap<string, RuleKind> = new Map(KINDS.map((kind) => [kind.name, kind]));
