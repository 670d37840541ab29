import { dayNumber, isoDay, utcToday } from "../validation/dates.js";
import { isRecord, stepTo, unreadable, violation } from "../validation/validate.js";
import type { Violation } from "../validation/violation.js";
import { boundsDays } from "./bounds.js";
import { splitLists, tidy } from "./lists.js";
import { rangeFields } from "./reading.js";
import type { Asked, Body, Plan, PlanFacts, PlanOptions } from "./types.js";
import { type Window, windowsOf } from "./windows.js";

/** A plan with more is a slip of the pen, and takes days to run. */
const MOST_REQUESTS = 10_000;

/** Plans a body: the fewest requests that the rules allow and that cover what may be asked for, each day and value once. Pure; never throws. */
export function plan<Request>(facts: PlanFacts, given: unknown, options?: PlanOptions | null): Plan<Request> {
  const { today = isoDay(utcToday()), splitTotal } = options ?? {};
  let body: unknown;
  try {
    // As it would be sent: what a getter gives now it need not give later.
    const text: string | undefined = JSON.stringify(given);
    body = text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    return refused([unreadable(error)]);
  }
  const stuck = facts.validate(body, { today }).filter((found) => found.severity === "error" && !isMendable(found, facts));
  if (!isRecord(body) || stuck.length > 0) return refused(stuck);
  const asked: Asked = { body: { ...body }, facts, today: dayNumber(today), splitTotal: splitTotal === true };
  const tidied = tidy(asked);
  const windows = windowsOf({ ...asked, body: tidied.body });
  const split = splitLists({ ...asked, body: tidied.body });
  const problems = [...windows.problems, ...split.problems];
  const count = split.lists.reduce((product, { parts }) => product * parts.length, windows.windows.length);
  if (count > MOST_REQUESTS) problems.push(tooMany(count));
  if (problems.length > 0) return refused(problems);
  const bodies = windows.windows.flatMap((window) => combined(windowed(tidied.body, window), split.lists));
  // The validator has the last word: a rule that planning knows nothing of is a problem, never a request.
  const left = distinct(bodies, (one) => facts.validate(one, { today }));
  if (left.some(({ severity }) => severity === "error")) return refused(left);
  return {
    // What the validator lets through has the type that it stands for.
    requests: bodies as readonly unknown[] as readonly Request[],
    dropped: [...windows.dropped, ...tidied.dropped],
    notes: [...tidied.notes, ...windows.notes, ...(count > 0 ? split.notes : []), ...notesOnJudged(bodies, facts)],
    problems: left,
  };
}

function refused<Request>(problems: readonly Violation[]): Plan<Request> {
  return { requests: [], dropped: [], notes: [], problems };
}

/** Whether planning can do something about it: other days, fewer values, more requests. */
function isMendable({ rule: id, path }: Violation, { rules, lists }: PlanFacts): boolean {
  if (id === "max-items") return lists.some(({ field }) => path === stepTo(field));
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return false;
  const fields = rangeFields(rules);
  return rule.kind === "forbidden-values-when" || (fields !== null && boundsDays(rule, fields));
}

function windowed(body: Body, { set, leaveOut }: Window): Body {
  const kept = Object.entries({ ...body, ...set }).filter(([field]) => !leaveOut.includes(field));
  return Object.fromEntries(kept);
}

/** The body once for every combination of the lists' parts. */
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
    .map((field) => `${field}: judged in every request by itself, so that rows may pass or fail otherwise than in one report.`);
}

/** Requests differ in days and values only, so they break a rule alike; it is said once, and no more than that is held. */
function distinct(bodies: readonly Body[], validate: (body: Body) => readonly Violation[]): readonly Violation[] {
  const said = new Map<string, Violation>();
  for (const body of bodies) for (const found of validate(body)) said.set(`${found.rule} ${found.path}`, found);
  return [...said.values()];
}

function tooMany(count: number): Violation {
  return violation("too-many-requests", "error", "", () => `would take ${count} requests; at most ${MOST_REQUESTS} are planned`);
}
