import { type Code, data, identifier, literal, type View } from "../code.js";
import { constant, pascal } from "../lower/names.js";
import type { Condition, Field, Flow, Operation, Request, Type } from "../model/model.js";

/** Where a report that is grouped so may be cut. A grouping that is not here is never cut: nobody has said how long it is. */
const CUT = { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } as const;

const GROUPING = "granularity";

/** Lists that are not split: their parts would have to be joined, not put one after the other. */
const JOINED = ["columns"];

/** Filters by what a request sums up. */
const JUDGED = ["metrics_filters"];

/** A list of an answer with an entry for each day: of days that are cut nothing is lost. */
const DAILY = "daily_metrics";

/** Sums of an answer over all days that were asked for, beside what it says day by day. */
const SUMMED = ["summary_metrics"];

/** Whether there is something to plan: a span of days. */
export function isPlanned({ body }: Request): boolean {
  return ["start_date", "end_date"].every((date) => body.fields.some(({ name }) => name === date));
}

/** The same of a single call, which only reads: days that a rule limits, or a list that may be too long. */
export function isSinglePlanned({ call, body, rules }: Operation): boolean {
  const limited = rules.some(({ kind }) => kind === "max-range" || kind === "max-lookback");
  return call.method === "get" && (limited || body.fields.some((field) => listOf(field, body.fields).length > 0));
}

/** `planner.ts`: what the planner must know of a report besides its rules. */
export function plannerView(flow: Flow): { readonly [name: string]: View } {
  return { ...requestView(flow), hasRules: true, undivided: false, summed: [] };
}

/** The same of a single call, whose answer says what can be put together of several. */
export function singlePlannerView(single: Operation): { readonly [name: string]: View } {
  const fields = new Set(single.objects.flatMap((object) => object.fields.map(({ name }) => name)));
  const isGrouped = single.body.fields.some(({ name }) => name === GROUPING);
  const summed = SUMMED.filter((name) => fields.has(name));
  return {
    ...requestView(single),
    undivided: isPlanned(single) && !isGrouped && !fields.has(DAILY),
    summed: isGrouped ? [] : summed.map((name) => literal(name)),
  };
}

function requestView(flow: Request): { readonly [name: string]: View } {
  const lists = flow.body.fields.flatMap((field) => listOf(field, flow.body.fields));
  const read = new Set([
    ...flow.rules.flatMap(({ when }) => when.map(({ field }) => field)),
    ...lists.flatMap(({ together }) => together?.field ?? []),
  ]);
  const grouping = flow.body.fields.find(({ name }) => name === GROUPING);
  if (grouping !== undefined) read.add(grouping.name);
  const defaults = flow.body.fields.filter((field) => field.default !== undefined && read.has(field.name));
  return {
    ...plannedNames(flow),
    defaults: data(Object.fromEntries(defaults.map((field) => [field.name, field.default]))),
    lists: lists.map((list) => data(list)),
    grouped: grouping !== undefined,
    grouping: grouping === undefined ? literal(null) : data({ field: grouping.name, cut: cutOf(grouping.type, flow) }),
    judged: data(flow.body.fields.filter(({ name }) => JUDGED.includes(name)).map(({ name }) => name)),
  };
}

/** What the planner of an entry goes by. */
export function plannedNames({ name }: { readonly name: string }): { readonly plan: Code; readonly planFacts: Code } {
  return { plan: identifier(`plan${pascal(name)}`), planFacts: identifier(constant(pascal(name))) };
}

interface List {
  readonly field: string;
  readonly most: number;
  readonly least: number;
  readonly together?: Condition;
  readonly splitsRows: boolean;
}

function listOf({ name, type, limits }: Field, fields: readonly Field[]): readonly List[] {
  const list = bare(type);
  if (list.kind !== "array" || list.items.kind === "object" || limits.maxItems === undefined || JOINED.includes(name)) return [];
  const combine = fields.find((field) => field.name === `combine_${name}`);
  const sizes = { field: name, most: limits.maxItems, least: limits.minItems ?? 1 };
  if (combine === undefined) return [{ ...sizes, splitsRows: false }];
  return [{ ...sizes, together: { field: combine.name, is: [true] }, splitsRows: true }];
}

function cutOf(type: Type, { enums }: Request): Readonly<Record<string, string>> {
  const grouping = bare(type);
  const values = enums.find((one) => grouping.kind === "enum" && one.name === grouping.name)?.values ?? [];
  return Object.fromEntries(Object.entries(CUT).filter(([value]) => values.includes(value)));
}

function bare(type: Type): Type {
  return type.kind === "nullable" ? bare(type.of) : type;
}
