import { dayNumber, isoDay } from "../../runtime/validation/dates.js";
import type { Distance, Formula, Point } from "../../runtime/validation/rule.js";
import type { Limits, Rule, Type } from "../model/model.js";
import { breachesOf } from "./breaches.js";
import { inWords } from "./condition.js";
import { isDayShaped, matches, SOME_DAYS } from "./days.js";
import type { Shape } from "./kind.js";

/** A string in the format of a date that is not a real day. */
const NO_DAY = "2025-02-30";

/** Stands for the day of the request. Rules compare it with dates as if it were a field. */
const TODAY: unique symbol = Symbol("today");

/** Stands for any string that no rule mentions. */
const OTHER = "some other text";

/** Maximum number of bodies to try. A rule that would need more is assumed to be breakable. */
const MAX_BODIES = 200_000;

/** Maximum number of values listed in a reason. */
const MAX_LISTED = 5;

/** The name of a field, or `TODAY`, a symbol that equals no field's name. */
type Name = string | typeof TODAY;
type Values = Map<Name, readonly unknown[]>;
type Body = ReadonlyMap<Name, unknown>;
type Atom = Exclude<Formula, { readonly all: unknown } | { readonly any: unknown }>;

/**
 * Explains why no body of this shape can break the rule; null if one can.
 *
 * Tries bodies with the values that make a difference to the rule and that types and limits accept.
 * Also returns null if that would take too long. The rule's fields must exist; `checkRule` checks
 * that.
 */
export function whyUnbreakable(rule: Rule, shape: Shape): string | null {
  let reason: string | null = null;
  for (const form of shape.forms ?? [shape])
    for (const { guard, body } of breachesOf(rule)) {
      const found = tryBodies([...guard, body].flatMap(partsOf), form, shape);
      if (found === true) return null;
      reason ??= found || null;
    }
  return `no request can break it${reason === null ? "" : `: ${reason}`}`;
}

/**
 * Tries to find a body that satisfies all of `parts`.
 *
 * True if there is one, or if there are too many bodies to try. Otherwise, the reason why there is
 * none, or an empty string if there is no simple reason. `form` is one form of the body; `shape` is
 * the whole body and has the defaults.
 */
function tryBodies(parts: readonly Formula[], form: Shape, shape: Shape): true | string {
  const atoms = parts.flatMap(atomsOf);
  const names = [...new Set(atoms.flatMap(namesIn))];
  const values: Values = new Map(
    names.map((name) => [name, name === TODAY ? SOME_DAYS : valuesOf(name, atoms, form)]),
  );
  const holdsFor = (part: Formula, body: Body): boolean =>
    holds(part, body, (name) => shape.field(name)?.default);
  for (const name of names) {
    const own = parts.filter((part) =>
      atomsOf(part)
        .flatMap(namesIn)
        .every((one) => one === name),
    );
    const fitting = (values.get(name) ?? []).filter((value) =>
      own.every((part) => holdsFor(part, new Map([[name, value]]))),
    );
    if (fitting.length === 0) return name === TODAY ? "" : reasonFor(name, form);
    values.set(name, fitting);
  }
  let count = 1;
  for (const list of values.values()) count *= list.length;
  if (count > MAX_BODIES) return true;
  for (const body of bodiesOf([...values]))
    if (parts.every((part) => holdsFor(part, body))) return true;
  return "";
}

/** Yields every combination of the fields' values. */
function* bodiesOf([first, ...others]: readonly (readonly [
  Name,
  readonly unknown[],
])[]): Generator<Body> {
  if (first === undefined) return yield new Map();
  const [name, values] = first;
  for (const body of bodiesOf(others))
    for (const value of values) yield new Map([...body, [name, value]]);
}

/** Splits a formula into parts that must all hold. */
function partsOf(formula: Formula): readonly Formula[] {
  return "all" in formula ? formula.all.flatMap(partsOf) : [formula];
}

/** The parts of a formula that contain no `all` or `any`. */
function atomsOf(formula: Formula): readonly Atom[] {
  if ("all" in formula) return formula.all.flatMap(atomsOf);
  return "any" in formula ? formula.any.flatMap(atomsOf) : [formula];
}

/** The fields that an atom compares; `TODAY` stands for the day of the request. */
function namesIn(atom: Atom): readonly Name[] {
  if (!("from" in atom)) return [atom.field];
  return [atom.from, atom.to].flatMap((point: Point): readonly Name[] => {
    if (point === "today") return [TODAY];
    if ("date" in point) return [];
    return ["day" in point ? point.day : point.number];
  });
}

/**
 * Whether a formula is true of a body. A field without a value is compared as its default, which
 * `defaultOf` returns.
 */
function holds(formula: Formula, body: Body, defaultOf: (name: string) => unknown): boolean {
  if ("all" in formula) return formula.all.every((part) => holds(part, body, defaultOf));
  if ("any" in formula) return formula.any.some((part) => holds(part, body, defaultOf));
  if ("from" in formula) return isWithin(formula, body);
  const value = body.get(formula.field);
  const items = Array.isArray(value) ? value : [];
  if ("present" in formula) return (value !== undefined) === formula.present;
  if ("holds" in formula) return formula.holds.some((each) => items.includes(each));
  if ("matching" in formula) return items.some((each) => matches(formula.matching, String(each)));
  if ("noDay" in formula) return isDayShaped(value) && Number.isNaN(dayNumber(value));
  const compared = value ?? defaultOf(formula.field);
  return "is" in formula
    ? formula.is.some((each) => each === compared)
    : !formula.isNot.some((each) => each === compared);
}

/**
 * Whether the distance between the two points of a body is in range. False if either is not a date
 * or number.
 */
function isWithin(distance: Distance, body: Body): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = distance;
  const [from, to] = [distance.from, distance.to].map((point: Point) => {
    if (point === "today") return dayNumber(body.get(TODAY));
    if ("date" in point) return dayNumber(point.date);
    return "day" in point ? dayNumber(body.get(point.day)) : Number(body.get(point.number));
  }) as [number, number];
  const { below = Number.POSITIVE_INFINITY } = distance;
  return to - from >= min && to - from <= max && to - from < below;
}

/**
 * The values to try for a field. The field's type and limits accept them, and the atoms distinguish
 * them.
 */
function valuesOf(name: string, atoms: readonly Atom[], form: Shape): readonly unknown[] {
  const field = form.field(name);
  if (field === undefined) return [undefined];
  const mentioned = new Set(
    atoms.flatMap((atom): readonly unknown[] => {
      if ("from" in atom || !("field" in atom) || atom.field !== name) return [];
      if ("is" in atom) return atom.is;
      if ("isNot" in atom) return atom.isNot;
      // Trying one matching value is enough.
      if ("matching" in atom)
        return (form.values(field.type) ?? [])
          .filter((value) => matches(atom.matching, String(value)))
          .slice(0, 1);
      return "holds" in atom ? atom.holds : [];
    }),
  );
  const samples = [...mentioned, OTHER, NO_DAY, ...daysAround(atoms, form)];
  const given = accepted(field.type, field.limits, samples, form);
  return field.required ? given : [undefined, ...given];
}

/**
 * The values to try for a type: the samples that its limits accept, and some other values. For a
 * list type, these are lists of at most one item.
 */
function accepted(
  type: Type,
  limits: Limits,
  samples: readonly unknown[],
  form: Shape,
): readonly unknown[] {
  if (type.kind === "nullable") return [...accepted(type.of, limits, samples, form), null];
  if (type.kind === "array") {
    if (limits.maxItems === 0) return [[]];
    return [[], ...accepted(type.items, type.each, samples, form).map((item) => [item])];
  }
  const known = form.values(type);
  if (known !== null) {
    const mentioned = new Set(samples);
    const unmentioned = known.find((value) => !mentioned.has(value));
    return known.filter(
      (value) =>
        mentioned.has(value) ||
        value === unmentioned ||
        typeof value === "number" ||
        isDayShaped(value),
    );
  }
  switch (type.kind) {
    case "constant":
      return [type.value];
    case "boolean":
      return [true, false];
    case "string":
      return samples.filter((value) => typeof value === "string" && fits(value, limits));
    case "integer":
      return numbersIn(limits, samples);
    case "number":
      return [...numbersIn(limits, samples), ...fractionsIn(limits)];
    case "object":
    case "bytes":
      return [{}];
    default:
      return [
        ...samples,
        ...numbersIn(limits, samples),
        true,
        false,
        ...samples.map((each) => [each]),
      ];
  }
}

/** Numbers to try: the range's ends and numbers inside it, including the `samples`. */
function numbersIn(
  { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf: step = 1 }: Limits,
  samples: readonly unknown[],
): readonly number[] {
  const far = 1e9;
  const lower = minimum ?? (exclusiveMinimum === undefined ? -far : exclusiveMinimum + 1);
  const upper =
    maximum ??
    (exclusiveMaximum === undefined ? Math.max(far, lower + step) : exclusiveMaximum - 1);
  const [least, most] = [Math.ceil(lower / step) * step, Math.floor(upper / step) * step];
  const numbers = [...samples, least, least + step, 0, 1, most - step, most].filter(
    (value): value is number => typeof value === "number",
  );
  return [...new Set(numbers)].filter((value) => value >= least && value <= most);
}

/**
 * The middle and the ends of the range, or numbers close to an excluded end. These are needed
 * because the range may contain no integer.
 */
function fractionsIn({
  minimum,
  exclusiveMinimum,
  maximum,
  exclusiveMaximum,
  multipleOf,
}: Limits): readonly number[] {
  if (multipleOf !== undefined) return [];
  const upper = maximum ?? exclusiveMaximum ?? (minimum ?? exclusiveMinimum ?? 0) + 1;
  const lower = minimum ?? exclusiveMinimum ?? upper - 1;
  const close = (upper - lower) / 1024;
  return [minimum ?? lower + close, (lower + upper) / 2, maximum ?? upper - close];
}

/** Whether the limits accept a string. `OTHER` always counts as accepted. */
function fits(value: string, limits: Limits): boolean {
  if (value === OTHER) return true;
  const { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY, format } = limits;
  return (
    value.length >= minLength &&
    value.length <= maxLength &&
    (format === undefined || (format === "date" && !Number.isNaN(dayNumber(value)))) &&
    matches(pattern, value)
  );
}

/**
 * Days to try: some fixed days, and the days that rules or fields mention. Also the days that are a
 * minimum or maximum distance before or after one of these.
 */
function daysAround(atoms: readonly Atom[], form: Shape): readonly string[] {
  const distances = atoms.filter((atom): atom is Distance => "from" in atom);
  const fixed = distances.flatMap(({ from, to }) =>
    [from, to].flatMap((point) => (typeof point === "object" && "date" in point ? point.date : [])),
  );
  const listed = distances.flatMap(namesIn).flatMap((name) => {
    const field = name === TODAY ? undefined : form.field(name);
    return (field && form.values(field.type)?.filter(isDayShaped)) ?? [];
  });
  const steps = distances.flatMap(({ min, max }) => [min, max].filter((end) => end !== undefined));
  const apart = [0, ...steps.flatMap((step) => [step, -step])];
  const days = [...SOME_DAYS, ...fixed, ...new Set(listed)]
    .map(dayNumber)
    .flatMap((day) => apart.map((step) => day + Math.trunc(step)));
  return [...new Set(days)].filter((day) => Math.abs(day) < 700_000).map(isoDay);
}

/** Why no value of a field can break the rule. Empty if there is no simple reason. */
function reasonFor(name: string, form: Shape): string {
  const field = form.field(name);
  if (field === undefined)
    return `${name} belongs to a different variant of the body than the other fields`;
  const bare = field.type.kind === "nullable" ? field.type.of : field.type;
  const values = bare.kind === "constant" ? [String(bare.value)] : (form.values(bare) ?? []);
  if (bare.kind === "array") return field.limits.maxItems === 0 ? `${name} is always empty` : "";
  if (values.length > 0 && values.length <= MAX_LISTED)
    return `${name} can only be ${inWords(values)}`;
  return field.required ? `${name} is always set` : "";
}
