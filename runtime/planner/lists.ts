import { stepTo, violation } from "../validation/validate.js";
import type { Violation } from "../validation/violation.js";
import { fewest } from "./cut.js";
import { applying, holds } from "./reading.js";
import { type Asked, type Body, counted, type DroppedValues, type ListFacts, type Said } from "./types.js";

type Value = string | number;

interface Tidied extends Said {
  readonly body: Body;
}

/** The body without values that occur twice and without those that a rule bars for it. */
export function tidy(asked: Asked): Tidied {
  const single = withoutDoubles(asked);
  const barred = withoutBarred({ ...asked, body: single.body });
  return { body: barred.body, dropped: barred.dropped, notes: single.notes, problems: [] };
}

function withoutDoubles({ body, facts }: Asked): Pick<Tidied, "body" | "notes"> {
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

/** A list that would be empty then, or that means something only as a whole, stays: the validator says what is wrong with it. */
function withoutBarred(asked: Asked): Pick<Tidied, "body" | "dropped"> {
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
    dropped.push({ field, values: [...new Set(values.filter((value) => barred.has(value)))], because: rule.id });
    body = { ...body, [field]: left };
  }
  return { body, dropped };
}

interface Parts {
  readonly field: string;
  readonly parts: readonly (readonly Value[])[];
}

interface SplitLists extends Pick<Said, "notes" | "problems"> {
  readonly lists: readonly Parts[];
}

/** The lists that are too long for one request, each in the fewest parts. No value is in two of them. */
export function splitLists(asked: Asked): SplitLists {
  const lists: Parts[] = [];
  const notes: string[] = [];
  const problems: Violation[] = [];
  for (const list of asked.facts.lists) {
    const values = valuesOf(asked.body, list.field);
    if (values.length <= list.most) continue;
    const edges = Array.from({ length: values.length + 1 }, (_, index) => index);
    const pieces = isWhole(list, asked) ? null : fewest(edges, list);
    if (pieces === null) problems.push(tooLong(list, values.length));
    else {
      lists.push({ field: list.field, parts: pieces.map(([from, to]) => values.slice(from, to)) });
      notes.push(`${list.field}: ${values.length} values in ${pieces.length} parts; ${effectOf(list)}`);
    }
  }
  return { lists, notes, problems };
}

function effectOf({ splitsRows }: ListFacts): string {
  if (splitsRows) return "each value has rows of its own, in one of the parts.";
  return "no value is in two parts, so nothing is counted twice, but a row that gathers several values comes in pieces.";
}

function tooLong({ field, most, together }: ListFacts, length: number): Violation {
  const why =
    together === undefined ? "and cannot be split evenly" : `and is not split while ${together.field} makes one breakdown of all values`;
  return violation("max-items", "error", stepTo(field), () => `may have at most ${most}, not ${length}, ${why}`);
}

function isWhole({ together }: ListFacts, { body, facts }: Asked): boolean {
  return together !== undefined && holds(together, body, facts.defaults);
}

/** A list's values; none where it is not a list of texts or numbers. */
function valuesOf(body: Body, field: string): readonly Value[] {
  const values = body[field];
  return Array.isArray(values) && values.every((value) => typeof value === "string" || typeof value === "number") ? values : [];
}
