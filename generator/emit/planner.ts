import { type Code, data, identifier, list, literal, type View } from "../code.js";
import { withoutNull } from "../lower/fields.js";
import { constant, pascal } from "../lower/names.js";
import type { Condition, Field, Flow, Operation, Request, Type } from "../model/model.js";
import type { Imports } from "./imports.js";
import { allowedItems } from "./request-types.js";

/**
 * Units at which a date range may be split, by granularity. Other granularities are never split,
 * because their length is not documented.
 */
const SPLIT_UNITS = {
  HOUR: "day",
  DAY: "day",
  WEEK: "week",
  MONTH: "month",
  TOTAL: "total",
} as const;

const GROUPING = "granularity";

/** Lists that are never split, because the rows of the parts would have to be joined. */
const UNSPLIT = ["columns"];

/** Filters that compare totals over the whole request. */
const FILTERS = ["metrics_filters"];

/** The request field that selects the next page. */
const BOOKMARK = "bookmark";

/**
 * Response list with one entry per day. A call with this list can be split by day without losing
 * data.
 */
const DAILY = "daily_metrics";

/** Response fields with totals over all requested days, in addition to daily values. */
const TOTALS = ["summary_metrics"];

/**
 * Whether the request has a date range to plan: both `start_date` and `end_date`. Only the names of
 * the fields are checked.
 */
export function isPlanned({ body }: Request): boolean {
  return ["start_date", "end_date"].every((date) => body.fields.some(({ name }) => name === date));
}

/**
 * Whether a call can be planned. It must be a GET call with one of the following:
 *
 * * a rule that limits the length or age of a date range,
 * * a list with a maximum number of items, except `columns` and lists of objects.
 */
export function isOperationPlanned({ call, body, rules }: Operation): boolean {
  const limited = rules.some(({ kind }) => kind === "max-range" || kind === "max-lookback");
  return (
    call.method === "get" &&
    (limited || body.fields.some((field) => splittableList(field, body.fields).length > 0))
  );
}

/**
 * The view of one report in `planner.ts`: what the planner needs besides the rules.
 *
 * This includes the lists that may be split, the fields that filter rows, and the defaults of
 * `granularity` and of fields in conditions. For each granularity, it includes the unit at which
 * the days may be split, such as a week. Adds the types that the planner uses to `imports`.
 */
export function plannerView(flow: Flow, imports: Imports): { readonly [name: string]: View } {
  return {
    ...requestView(flow, imports),
    hasRules: true,
    undivided: false,
    totals: [],
    bookmark: false,
  };
}

/**
 * The view of one call in `planner.ts`: what the planner needs besides the rules.
 *
 * `undivided`: the response only has totals over all days, so the days are split only with
 * `splitTotal`. `totals`: response fields with totals over all days, in addition to daily values.
 * If the call has a granularity, `undivided` is false and `totals` is empty. `bookmark`: the
 * request field that selects the next page, or false for a call without pages. Adds the types that
 * the planner uses to `imports`.
 */
export function operationPlannerView(
  operation: Operation,
  imports: Imports,
): { readonly [name: string]: View } {
  const fields = new Set(
    operation.objects.flatMap((object) => object.fields.map(({ name }) => name)),
  );
  const isGrouped = operation.body.fields.some(({ name }) => name === GROUPING);
  const totals = TOTALS.filter((name) => fields.has(name));
  return {
    ...requestView(operation, imports),
    undivided: isPlanned(operation) && !isGrouped && !fields.has(DAILY),
    totals: isGrouped ? [] : totals.map((name) => literal(name)),
    bookmark: operation.pageOf !== null && literal(operation.paging?.parameter ?? BOOKMARK),
  };
}

/** The part of the planner's view that reports and calls have in common. */
function requestView(flow: Request, imports: Imports): { readonly [name: string]: View } {
  const lists = flow.body.fields.flatMap((field) => splittableList(field, flow.body.fields));
  const read = new Set([
    ...flow.rules.flatMap(({ when }) => when.map(({ field }) => field)),
    ...lists.flatMap(({ together }) => together?.field ?? []),
  ]);
  const unsplitField = UNSPLIT.find((joined) =>
    flow.body.fields.some(
      ({ name, type }) => name === joined && withoutNull(type).kind === "array",
    ),
  );
  if (unsplitField !== undefined) imports.support("type Plannable");
  const allowed = unsplitField === undefined ? [] : allowedItems(flow, unsplitField, imports);
  const grouping = flow.body.fields.find(({ name }) => name === GROUPING);
  if (grouping !== undefined) read.add(grouping.name);
  const defaults = flow.body.fields.filter(
    (field) => field.default !== undefined && read.has(field.name),
  );
  return {
    ...plannedNames(flow),
    hasDays: isPlanned(flow),
    hasUnsplitField: unsplitField !== undefined,
    unsplitField: literal(unsplitField ?? null),
    hasAllowed: allowed.length > 0,
    allowed: list(allowed, ", "),
    defaults: data(Object.fromEntries(defaults.map((field) => [field.name, field.default]))),
    lists: lists.map((list) => data(list)),
    hasGrouping: grouping !== undefined,
    grouping:
      grouping === undefined
        ? literal(null)
        : data({ field: grouping.name, buckets: splitUnitsOf(grouping.type, flow) }),
    filters: data(
      flow.body.fields.filter(({ name }) => FILTERS.includes(name)).map(({ name }) => name),
    ),
  };
}

/**
 * Names of the generated planner function and of its facts. For `template-report` they are
 * `planTemplateReport` and `TEMPLATE_REPORT`.
 */
export function plannedNames({ name }: { readonly name: string }): {
  readonly plan: Code;
  readonly planFacts: Code;
} {
  return { plan: identifier(`plan${pascal(name)}`), planFacts: identifier(constant(pascal(name))) };
}

interface List {
  readonly field: string;
  readonly maxItems: number;
  readonly minItems: number;
  readonly together?: Condition;
  readonly splitsRows: boolean;
}

/**
 * A list of one if the planner may split the field's list, otherwise an empty list. Lists of
 * objects, lists without a maximum length, and `columns` are never split.
 */
function splittableList({ name, type, limits }: Field, fields: readonly Field[]): readonly List[] {
  const bareType = withoutNull(type);
  if (
    bareType.kind !== "array" ||
    bareType.items.kind === "object" ||
    limits.maxItems === undefined ||
    UNSPLIT.includes(name)
  )
    return [];
  const combine = fields.find((field) => field.name === `combine_${name}`);
  const sizes = { field: name, maxItems: limits.maxItems, minItems: limits.minItems ?? 1 };
  if (combine === undefined) return [{ ...sizes, splitsRows: false }];
  return [{ ...sizes, together: { field: combine.name, is: [true] }, splitsRows: true }];
}

/** The unit at which days may be split, for each granularity that the field allows. */
function splitUnitsOf(type: Type, { enums }: Request): Readonly<Record<string, string>> {
  const grouping = withoutNull(type);
  const values =
    enums.find((type) => grouping.kind === "enum" && type.name === grouping.name)?.values ?? [];
  return Object.fromEntries(
    Object.entries(SPLIT_UNITS).filter(([value]) => values.includes(value)),
  );
}
