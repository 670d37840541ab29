import { isRecord, unreadable, violation } from "../validation/checks.js";
import { dayNumber, isoDay, utcToday } from "../validation/dates.js";
import { pointerTo } from "../validation/pointer.js";
import { holds } from "../validation/rule.js";
import type { Violation } from "../validation/violation.js";
import { applying, boundsDays, rangeFields } from "./bounds.js";
import {
  type Body,
  counted,
  type DroppedValues,
  type ListFacts,
  type Plan,
  type PlanContext,
  type PlanFacts,
  type PlanFindings,
  type PlanOptions,
} from "./types.js";
import { fewest, type Window, windowsOf } from "./windows.js";

type Value = string | number;

interface Tidied extends PlanFindings {
  readonly body: Body;
}

/** The body without repeated values, and without values that a rule forbids for it. */
export function tidy(asked: PlanContext): Tidied {
  const single = withoutDoubles(asked);
  const barred = withoutBarred({ ...asked, body: single.body });
  return { body: barred.body, dropped: barred.dropped, notes: single.notes, problems: [] };
}

function withoutDoubles({ body, facts }: PlanContext): Pick<Tidied, "body" | "notes"> {
  const changed: Record<string, readonly Value[]> = {};
  const notes: string[] = [];
  for (const { field } of facts.lists) {
    const values = valuesOf(body, field);
    const once = [...new Set(values)];
    if (once.length === values.length) continue;
    changed[field] = once;
    notes.push(
      `${field}: ${counted(values.length - once.length, "value")} that stood there before ${once.length + 1 === values.length ? "is" : "are"} left out.`,
    );
  }
  return { body: { ...body, ...changed }, notes };
}

/**
 * Leaves out forbidden values. A list that would become empty, or whose values belong together, stays: the validator reports what is wrong
 * with it.
 */
function withoutBarred(asked: PlanContext): Pick<Tidied, "body" | "dropped"> {
  const { facts } = asked;
  let { body } = asked;
  const dropped: DroppedValues[] = [];
  for (const rule of applying(asked, "forbidden-values-when")) {
    const field = String(rule.params.field);
    const barred = new Set<unknown>(Array.isArray(rule.params.values) ? rule.params.values : []);
    const values = valuesOf(body, field);
    const left = values.filter((value) => !barred.has(value));
    const whole = facts.lists.some((list) => list.field === field && isWhole(list, asked));
    if (left.length === values.length || left.length === 0 || whole) continue;
    dropped.push({ field, values: [...new Set(values.filter((value) => barred.has(value)))], reason: rule.id });
    body = { ...body, [field]: left };
  }
  return { body, dropped };
}

interface Parts {
  readonly field: string;
  readonly parts: readonly (readonly Value[])[];
}

interface SplitLists extends Pick<PlanFindings, "notes" | "problems"> {
  readonly lists: readonly Parts[];
}

/** Splits the lists that are too long for one request, each into the fewest parts. No value is in two parts. */
export function splitLists(asked: PlanContext): SplitLists {
  const lists: Parts[] = [];
  const notes: string[] = [];
  const problems: Violation[] = [];
  for (const list of asked.facts.lists) {
    const values = valuesOf(asked.body, list.field);
    if (values.length <= list.maxItems) continue;
    const edges = Array.from({ length: values.length + 1 }, (_, index) => index);
    const pieces = isWhole(list, asked) ? null : fewest(edges, { least: list.minItems, most: list.maxItems });
    if (pieces === null) problems.push(tooLong(list, values.length));
    else {
      lists.push({ field: list.field, parts: pieces.map(([from, to]) => values.slice(from, to)) });
      notes.push(`${list.field}: ${values.length} values in ${pieces.length} parts; ${effectOf(list)}`);
    }
  }
  return { lists, notes, problems };
}

function effectOf({ splitsRows }: ListFacts): string {
  if (splitsRows) return "the rows of each value are in exactly one part.";
  return "no value is in two parts, so nothing is counted twice, but a row that combines several values is split.";
}

function tooLong({ field, maxItems, together }: ListFacts, length: number): Violation {
  const why =
    together === undefined ? "and cannot be split evenly" : `and is not split while ${together.field} makes one breakdown of all values`;
  return violation("max-items", "error", pointerTo(field), () => `must have at most ${maxItems}, not ${length}, ${why}`);
}

function isWhole({ together }: ListFacts, { body, facts }: PlanContext): boolean {
  return together !== undefined && holds(together, body, facts.defaults);
}

/** Values of a list; empty if it is not a list of texts or numbers. */
function valuesOf(body: Body, field: string): readonly Value[] {
  const values = body[field];
  return Array.isArray(values) && values.every((value) => typeof value === "string" || typeof value === "number") ? values : [];
}

/** A plan with more requests is most likely a mistake, and takes days to run. */
const MOST_REQUESTS = 10_000;

/**
 * Plans a body: the fewest requests that the rules allow and that cover all that may be requested, each day and value once. Pure; never
 * throws.
 */
export function plan<Request>(facts: PlanFacts, input: unknown, options?: PlanOptions | null): Plan<Request> {
  const { today = isoDay(utcToday()), splitTotal } = options ?? {};
  let body: unknown;
  try {
    // Copied as it would be sent, because a getter may return another value later.
    const text: string | undefined = JSON.stringify(input);
    body = text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    return refused([unreadable(error)]);
  }
  const stuck = facts.validate(body, { today }).filter((found) => found.severity === "error" && !isMendable(found, facts));
  if (!isRecord(body) || stuck.length > 0) return refused(stuck);
  const asked: PlanContext = { body: { ...body }, facts, today: dayNumber(today), splitTotal: splitTotal === true };
  const tidied = tidy(asked);
  const windows = windowsOf({ ...asked, body: tidied.body });
  const split = splitLists({ ...asked, body: tidied.body });
  const problems = [...windows.problems, ...split.problems];
  const count = split.lists.reduce((product, { parts }) => product * parts.length, windows.windows.length);
  if (count > MOST_REQUESTS) problems.push(tooMany(count));
  if (problems.length > 0) return refused(problems);
  const bodies = windows.windows.flatMap((window) => combined(windowed(tidied.body, window), split.lists));
  // Each request is validated: a broken rule that planning does not know is a problem, never a request.
  const left = distinct(bodies, (one) => facts.validate(one, { today }));
  if (left.some(({ severity }) => severity === "error")) return refused(left);
  return {
    // A body that passes the validator has the type `Request`.
    requests: bodies as readonly unknown[] as readonly Request[],
    dropped: [...windows.dropped, ...tidied.dropped],
    notes: [...tidied.notes, ...windows.notes, ...(count > 0 ? split.notes : []), ...notesOnJudged(bodies, facts)],
    problems: left,
  };
}

function refused<Request>(problems: readonly Violation[]): Plan<Request> {
  return { requests: [], dropped: [], notes: [], problems };
}

/** Whether planning can mend a violation, by other days, fewer values or more requests. */
function isMendable({ rule: id, path }: Violation, { rules, lists }: PlanFacts): boolean {
  if (id === "max-items") return lists.some(({ field }) => path === pointerTo(field));
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return false;
  const fields = rangeFields(rules);
  return rule.kind === "forbidden-values-when" || (fields !== null && boundsDays(rule, fields));
}

function windowed(body: Body, { set, leaveOut }: Window): Body {
  const kept = Object.entries({ ...body, ...set }).filter(([field]) => !leaveOut.includes(field));
  return Object.fromEntries(kept);
}

/** One body for every combination of the lists' parts. */
function combined(body: Body, lists: ReturnType<typeof splitLists>["lists"]): readonly Body[] {
  return lists.reduce<readonly Body[]>(
    (bodies, { field, parts }) => bodies.flatMap((one) => parts.map((part) => ({ ...one, [field]: part }))),
    [body],
  );
}

function notesOnJudged(bodies: readonly Body[], { judged }: PlanFacts): readonly string[] {
  const [first] = bodies;
  if (first === undefined || bodies.length < 2) return [];
  return judged
    .filter((field) => first[field] !== undefined)
    .map((field) => `${field}: applied to each request separately, so rows may match differently than in one report.`);
}

/**
 * The violations of all bodies, without repetition. Requests differ only in days and values, so they break the same rules; keeping each
 * violation once saves memory.
 */
function distinct(bodies: readonly Body[], validate: (body: Body) => readonly Violation[]): readonly Violation[] {
  const said = new Map<string, Violation>();
  for (const body of bodies) for (const found of validate(body)) said.set(`${found.rule} ${found.path}`, found);
  return [...said.values()];
}

function tooMany(count: number): Violation {
  return violation("too-many-requests", "error", "", () => `would take ${count} requests; at most ${MOST_REQUESTS} are planned`);
}
