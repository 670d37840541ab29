import { constant, pascal } from "../lower/names.js";
import type { Condition, Field, Flow, Type } from "../model/model.js";
import { data, identifier, literal, type View } from "../text/code.js";

/** Where a report that is grouped so may be cut. A grouping that is not here is never cut: nobody has said how long it is. */
const CUT = { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } as const;

/** Lists that are not split: their parts would have to be joined, not put one after the other. */
const JOINED = ["columns"];

/** Filters by what a request sums up. */
const JUDGED = ["metrics_filters"];

/** Whether there is something to plan: a span of days. */
export function isPlanned({ body }: Flow): boolean {
  return ["start_date", "end_date"].every((date) => body.fields.some(({ name }) => name === date));
}

/** `planner.ts`: what the planner must know of a flow besides its rules. */
export function plannerView(flow: Flow): { readonly [name: string]: View } {
  const lists = flow.body.fields.flatMap((field) => listOf(field, flow.body.fields));
  const read = new Set([
    ...flow.rules.flatMap(({ when }) => when.map(({ field }) => field)),
    ...lists.flatMap(({ together }) => together?.field ?? []),
  ]);
  const grouping = flow.body.fields.find(({ name }) => name === "granularity");
  if (grouping !== undefined) read.add(grouping.name);
  const defaults = flow.body.fields.filter((field) => field.default !== undefined && read.has(field.name));
  return {
    plan: identifier(`plan${pascal(flow.name)}`),
    planFacts: identifier(`${constant(pascal(flow.name))}`),
    defaults: data(Object.fromEntries(defaults.map((field) => [field.name, field.default]))),
    lists: lists.map((list) => data(list)),
    grouped: grouping !== undefined,
    grouping: grouping === undefined ? literal(null) : data({ field: grouping.name, cut: cutOf(grouping.type, flow) }),
    judged: data(flow.body.fields.filter(({ name }) => JUDGED.includes(name)).map(({ name }) => name)),
  };
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

function cutOf(type: Type, { enums }: Flow): Readonly<Record<string, string>> {
  const grouping = bare(type);
  const values = enums.find((one) => grouping.kind === "enum" && one.name === grouping.name)?.values ?? [];
  return Object.fromEntries(Object.entries(CUT).filter(([value]) => values.includes(value)));
}

function bare(type: Type): Type {
  return type.kind === "nullable" ? bare(type.of) : type;
}
