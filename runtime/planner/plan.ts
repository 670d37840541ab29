import { checkNames } from "../options.js";
import { isRecord, unreadable, violation } from "../validation/checks.js";
import { dayNumber, isoDay, utcToday } from "../validation/dates.js";
import { pointerTo } from "../validation/pointer.js";
import { holds } from "../validation/rule.js";
import type { Violation } from "../validation/violation.js";
import { pluralize } from "../validation/wording.js";
import { applicableRules, boundsDays, rangeFields } from "./bounds.js";
import type {
  Body,
  DroppedValues,
  ListFacts,
  Plan,
  PlanContext,
  PlanFacts,
  PlanFindings,
  PlanOptions,
} from "./types.js";
import { fewestPieces, type Window, windowsOf } from "./windows.js";

type Value = string | number;

interface CleanBody extends Pick<PlanFindings, "dropped" | "notes"> {
  readonly body: Body;
}

/**
 * Returns a copy of the body without repeated or forbidden values in its lists. Also returns the
 * dropped values, and notes on the repeated values. A forbidden value is kept if its list would
 * become empty or cannot be split; the validator then reports it.
 */
function cleanBody(context: PlanContext): CleanBody {
  const deduplicated = withoutDuplicates(context);
  const allowed = withoutForbidden({ ...context, body: deduplicated.body });
  return { body: allowed.body, dropped: allowed.dropped, notes: deduplicated.notes };
}

/** Removes repeated values, with a note for each list that contained any. */
function withoutDuplicates({ body, facts }: PlanContext): Pick<CleanBody, "body" | "notes"> {
  const changed: Record<string, readonly Value[]> = {};
  const notes: string[] = [];
  for (const { field } of facts.lists) {
    const values = valuesOf(body, field);
    const uniqueValues = [...new Set(values)];
    if (uniqueValues.length === values.length) continue;
    changed[field] = uniqueValues;
    notes.push(
      `${field}: ${pluralize(values.length - uniqueValues.length, "repeated value")} ${uniqueValues.length + 1 === values.length ? "is" : "are"} left out.`,
    );
  }
  return { body: { ...body, ...changed }, notes };
}

/**
 * Removes values that a rule forbids. A list stays unchanged if it would become empty or cannot be
 * split; the validator then reports it.
 */
function withoutForbidden(context: PlanContext): Pick<CleanBody, "body" | "dropped"> {
  const { facts } = context;
  let { body } = context;
  const dropped: DroppedValues[] = [];
  for (const rule of applicableRules(context, "forbidden-values-when")) {
    const field = String(rule.params.field);
    const forbidden = new Set<unknown>(Array.isArray(rule.params.values) ? rule.params.values : []);
    const values = valuesOf(body, field);
    const remainingValues = values.filter((value) => !forbidden.has(value));
    const indivisible = facts.lists.some(
      (list) => list.field === field && isIndivisible(list, context),
    );
    if (remainingValues.length === values.length || remainingValues.length === 0 || indivisible)
      continue;
    dropped.push({
      field,
      values: [...new Set(values.filter((value) => forbidden.has(value)))],
      reason: rule.id,
    });
    body = { ...body, [field]: remainingValues };
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

/**
 * Splits each list that is too long into as few parts as possible. The values keep their order, and
 * must be distinct. `lists` contains the parts of each split list, and `notes` contains a sentence
 * about each split list. For a list that cannot be split, `problems` contains a violation. The body
 * is not changed.
 */
function splitLists(context: PlanContext): SplitLists {
  const lists: Parts[] = [];
  const notes: string[] = [];
  const problems: Violation[] = [];
  for (const list of context.facts.lists) {
    const values = valuesOf(context.body, list.field);
    if (values.length <= list.maxItems) continue;
    const edges = Array.from({ length: values.length + 1 }, (_, index) => index);
    const pieces = isIndivisible(list, context)
      ? null
      : fewestPieces(edges, { min: list.minItems, max: list.maxItems });
    if (pieces === null) problems.push(tooLong(list, values.length));
    else {
      lists.push({ field: list.field, parts: pieces.map(([from, to]) => values.slice(from, to)) });
      notes.push(
        `${list.field}: ${values.length} values in ${pieces.length} parts; ${effectOf(list)}`,
      );
    }
  }
  return { lists, notes, problems };
}

/** Describes how splitting the list affects the rows, for the end of a note. */
function effectOf({ splitsRows }: ListFacts): string {
  if (splitsRows) return "all rows for a value are in the same part.";
  return "no value is in two parts, so nothing is counted twice, but a row that combines several values is split.";
}

/** Creates the violation for a list that is too long and cannot be split. */
function tooLong({ field, maxItems, together }: ListFacts, length: number): Violation {
  const why =
    together === undefined
      ? "and the list cannot be split evenly"
      : `and the list cannot be split while ${together.field} combines all values in one breakdown`;
  const message = `has ${length} items, but at most ${maxItems} are allowed, ${why}`;
  const params = { limit: maxItems, actual: length, ...(together && { together: together.field }) };
  return violation("max-items", "error", pointerTo(field), message, params);
}

/**
 * Whether the values of a list only make sense together for this body. Such a list must not be
 * split.
 */
function isIndivisible({ together }: ListFacts, { body, facts }: PlanContext): boolean {
  return together !== undefined && holds(together, body, facts.defaults);
}

/** Returns the values of a list of strings or numbers; empty for anything else. */
function valuesOf(body: Body, field: string): readonly Value[] {
  const values = body[field];
  return Array.isArray(values) &&
    values.every((value) => typeof value === "string" || typeof value === "number")
    ? values
    : [];
}

/**
 * Maximum number of requests in a plan. A larger plan is most likely a mistake, and would take days
 * to run.
 */
const MAX_REQUESTS = 10_000;

/**
 * Splits a body into the fewest requests that the rules allow. Together, the requests cover every
 * allowed day and value exactly once. Synchronous and pure. `facts` describes the flow.
 *
 * Does not throw for a body that cannot be planned or would take more than 10,000 requests. The
 * plan then has no requests, and `problems` contains an error. If no days remain, the plan has
 * neither requests nor an error. A plan with requests may have warnings in `problems`. Throws a
 * `TypeError` for an unknown option.
 */
export function plan<Request>(
  facts: PlanFacts,
  input: unknown,
  options?: PlanOptions | null,
): Plan<Request> {
  checkNames(options ?? {}, ["today", "splitTotal"]);
  const { today = isoDay(utcToday()), splitTotal } = options ?? {};
  let body: unknown;
  try {
    // Copied as JSON, because a getter may return a different value later.
    const text: string | undefined = JSON.stringify(input);
    body = text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    return withoutRequests([unreadable(error)]);
  }
  const unfixable = facts
    .validate(body, { today })
    .filter((violation) => violation.severity === "error" && !isFixable(violation, facts));
  if (!isRecord(body) || unfixable.length > 0) return withoutRequests(unfixable);
  const context: PlanContext = {
    body: { ...body },
    facts,
    today: dayNumber(today),
    splitTotal: splitTotal === true,
  };
  const tidied = cleanBody(context);
  const windows = windowsOf({ ...context, body: tidied.body });
  const split = splitLists({ ...context, body: tidied.body });
  const problems = [...windows.problems, ...split.problems];
  const count = split.lists.reduce(
    (product, { parts }) => product * parts.length,
    windows.windows.length,
  );
  if (count > MAX_REQUESTS) problems.push(tooMany(count));
  const { bookmark } = facts;
  if (count > 1 && bookmark !== undefined && (tidied.body[bookmark] ?? null) !== null)
    problems.push(splitBookmark(bookmark, count));
  if (problems.length > 0) return withoutRequests(problems);
  const bodies = windows.windows.flatMap((window) =>
    combined(windowed(tidied.body, window), split.lists),
  );
  // Each request is validated, so that a violation of a rule that the planner does not know is
  // reported as a problem.
  const remaining = distinct(bodies, (request) => facts.validate(request, { today }));
  if (remaining.some(({ severity }) => severity === "error")) return withoutRequests(remaining);
  return {
    // A valid body has the type `Request`.
    requests: bodies as readonly unknown[] as readonly Request[],
    dropped: [...windows.dropped, ...tidied.dropped],
    notes: [
      ...tidied.notes,
      ...windows.notes,
      ...(count > 0 ? split.notes : []),
      ...notesOnFilters(bodies, facts),
    ],
    problems: remaining,
  };
}

/** Returns a plan that contains only `problems`. */
function withoutRequests<Request>(problems: readonly Violation[]): Plan<Request> {
  return { requests: [], dropped: [], notes: [], problems };
}

/** Whether planning can fix a violation by using other days, fewer values or more requests. */
function isFixable({ rule: id, path }: Violation, { rules, lists }: PlanFacts): boolean {
  if (id === "max-items") return lists.some(({ field }) => path === pointerTo(field));
  const rule = rules.find((rule) => rule.id === id);
  if (rule === undefined) return false;
  const fields = rangeFields(rules);
  return rule.kind === "forbidden-values-when" || (fields !== null && boundsDays(rule, fields));
}

/** Returns a copy of the body with the days of a window. */
function windowed(body: Body, { set, omit }: Window): Body {
  const fields = Object.entries({ ...body, ...set }).filter(([field]) => !omit.includes(field));
  return Object.fromEntries(fields);
}

/** Returns a body for every combination of the lists' parts. */
function combined(body: Body, lists: ReturnType<typeof splitLists>["lists"]): readonly Body[] {
  return lists.reduce<readonly Body[]>(
    (bodies, { field, parts }) =>
      bodies.flatMap((request) => parts.map((part) => ({ ...request, [field]: part }))),
    [body],
  );
}

/**
 * Returns a note for each field that the API applies to each request separately. There are no notes
 * for a single request.
 */
function notesOnFilters(bodies: readonly Body[], { filters }: PlanFacts): readonly string[] {
  const [first] = bodies;
  if (first === undefined || bodies.length < 2) return [];
  return filters
    .filter((field) => first[field] !== undefined)
    .map(
      (field) =>
        `${field}: applied to each request separately, so the matching rows may differ from those of a single report.`,
    );
}

/**
 * Returns the violations of all bodies, one for each rule and path. The requests differ only in
 * days and values, so they break the same rules. Keeping each violation only once saves memory.
 */
function distinct(
  bodies: readonly Body[],
  validate: (body: Body) => readonly Violation[],
): readonly Violation[] {
  const byKey = new Map<string, Violation>();
  for (const body of bodies)
    for (const violation of validate(body))
      byKey.set(`${violation.rule} ${violation.path}`, violation);
  return [...byKey.values()];
}

/** Creates the violation for a plan with more requests than allowed. */
function tooMany(count: number): Violation {
  const message = `would take ${count} requests; at most ${MAX_REQUESTS} are planned`;
  return violation("too-many-requests", "error", "", message, {
    limit: MAX_REQUESTS,
    actual: count,
  });
}

/** Creates the violation for a bookmark in a body that needs several requests. */
function splitBookmark(field: string, count: number): Violation {
  const message = `must be omitted: it belongs to one request, but this body needs ${count} requests`;
  return violation("split-bookmark", "error", pointerTo(field), message, { requests: count });
}
