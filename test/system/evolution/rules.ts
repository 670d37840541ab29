// Finds listed rules that never apply: for each rule, creates inputs that should violate it. The
// meaning of a rule is taken from its data alone.

import type { Violation } from "../../../runtime/validation/violation.js";
import { define, listed, type Tree, tree, type Value } from "./draft.js";
import type { ListedRule } from "./output.js";
import { randomBy } from "./random.js";
import type { Reading } from "./reading.js";
import type { Field, Subject } from "./subject.js";

const DAY = 86_400_000;
const NOW = Date.parse("2026-03-08");

/** Maximum number of ways to meet a rule's conditions that are tried. */
const WAYS = 24;

/** Changes to an input. Undefined removes a field. */
type Patch = Readonly<Record<string, Value | undefined>>;

type Condition = ListedRule["when"][number];

interface Parameters {
  readonly field: string;
  readonly start: string;
  readonly end: string;
  readonly startHour: string;
  readonly endHour: string;
  readonly amount: number;
  readonly unit: "day" | "month" | "year";
  readonly after: string;
  readonly grace?: number;
  readonly values?: readonly string[];
  readonly requires: Condition;
  readonly groups: readonly (readonly string[])[];
  readonly fields: readonly string[];
  readonly date: string;
}

/** The place of a rule that a schema states: the schema followed by the keyword. */
const BY_SCHEMA = /^(.*)\/(?:not|if|dependentRequired|dependentSchemas|dependencies)$/;

const isThere = (text: string | undefined): text is string => text !== undefined;

/** Describes the rules that no input accepted by Ajv violates. */
export function idleRules(
  subject: Subject,
  validate: (input: Tree) => readonly Violation[],
  reading: Reading,
): readonly string[] {
  if (subject.inputs.length === 0) return [];
  // Rules for nested objects are tested where the request is compared with Ajv.
  return subject.listed.rules
    .filter(({ object }) => object === undefined)
    .filter((rule) => !canFire(rule, subject, validate, reading))
    .map(({ id, kind }) => `lists the rule ${id} (${kind}), which no valid input violates`);
}

function canFire(
  rule: ListedRule,
  subject: Subject,
  validate: (input: Tree) => readonly Violation[],
  reading: Reading,
): boolean {
  const builder = new Builder(subject, reading);
  // A field whose type or limits exclude all of its values cannot be tested.
  const { field, startHour, endHour } = rule.params;
  if ([field, startHour, endHour].some((name) => builder.isContradicted(String(name)))) return true;
  const stated = rule.sources.map(({ at }) => BY_SCHEMA.exec(at)?.[1]).filter(isThere);
  const told = subject.listed.rules.filter((other) => covers(other, rule)).map(({ id }) => id);
  for (const patch of builder.patches(rule))
    for (const input of subject.inputs) {
      const built = patched(input, patch);
      // An input that violates a rule from a schema is rejected by that schema.
      const others = subject
        .check(built)
        .filter(({ schema }) => !stated.some((at) => schema.startsWith(at)));
      if (others.length > 0) continue;
      if (validate(built).some(({ rule: id }) => told.includes(id))) return true;
    }
  return false;
}

/**
 * Whether two rules are the same, or violating `other` always violates `one`. If two rules differ
 * only in their limits, a validator reports the stricter one.
 */
function covers(one: ListedRule, other: ListedRule): boolean {
  if (one.id === other.id) return true;
  const same = ({ kind, params: { amount: _, unit: __, ...params } }: ListedRule): string =>
    JSON.stringify([kind, params]);
  const conditions = other.when.map((condition) => JSON.stringify(condition));
  return (
    one.severity === "error" &&
    same(one) === same(other) &&
    one.when.every((condition) => conditions.includes(JSON.stringify(condition))) &&
    (one.kind === "min-range" ? daysIn(one) > daysIn(other) : daysIn(one) < daysIn(other))
  );
}

/** A rule's limit in days, at its longest. */
function daysIn({ params }: ListedRule): number {
  const { amount = 0, unit = "day" } = params as unknown as Partial<Parameters>;
  return amount * { day: 1, month: 31, year: 366 }[unit];
}

function patched(input: Tree, patch: Patch): Tree {
  const { ...made } = input;
  for (const [name, value] of Object.entries(patch))
    if (value === undefined) delete made[name];
    else define(made, name, value);
  return made;
}

class Builder {
  readonly #subject: Subject;
  readonly #reading: Reading;

  constructor(subject: Subject, reading: Reading) {
    this.#subject = subject;
    this.#reading = reading;
  }

  /** Several changes that make a valid input violate a rule. */
  patches(rule: ListedRule): readonly Patch[] {
    const p = rule.params as unknown as Parameters;
    // This kind applies when its conditions are not met.
    const isOnlyWhen = rule.kind === "only-when";
    const groups = isOnlyWhen
      ? [rule.when.flatMap((one) => this.#unmet(one))]
      : rule.when.map((one) => this.#met(one));
    const conditions = groups.reduce<readonly Patch[]>(
      (all, some) => all.flatMap((one) => some.map((other) => ({ ...one, ...other }))),
      [{}],
    );
    const breaches = this.#breaches(rule, p);
    return conditions
      .slice(0, WAYS)
      .flatMap((condition) => breaches.map((breach) => ({ ...condition, ...breach })));
  }

  #breaches(rule: ListedRule, p: Parameters): readonly Patch[] {
    const span = daysIn(rule);
    switch (rule.kind) {
      case "max-range":
        return this.#dates({ [p.start]: -1 - span - 2, [p.end]: -1 });
      case "min-range":
        return this.#dates({ [p.start]: -1, [p.end]: -1 });
      case "max-lookback":
        return this.#dates({ [p.field]: -span - 3 });
      case "date-order":
        return this.#dates({ [p.start]: -1, [p.end]: -4 });
      case "not-after-today":
        return this.#dates({ [p.field]: (p.grace ?? 0) + 5 });
      case "min-date":
        return this.#dates({ [p.field]: (Date.parse(p.after) - NOW) / DAY - 10 });
      case "date-format":
        return ["2026-02-31", "2026-13-45", "20260231", "20261345"].map((day) => ({
          [p.field]: day,
        }));
      case "hour-order":
        return this.#dates({ [p.start]: -2, [p.end]: -2 }).flatMap((dates) =>
          [...HOURS, ...this.#pairs(p.startHour, p.endHour)].map(([start, end]) => ({
            ...dates,
            [p.startHour]: start,
            [p.endHour]: end,
          })),
        );
      case "requires-present":
        return [{ [p.field]: undefined }];
      case "requires-value":
        return this.#given(p.field).flatMap((one) =>
          this.#unmet(p.requires).map((other) => ({ ...one, ...other })),
        );
      case "forbidden-values-when":
      case "no-data-when":
        return p.values === undefined ? this.#given(p.field) : this.#valued(p.field, p.values);
      case "known-combinations": {
        const listed = new Set(p.values?.map((combination) => JSON.stringify(combination)));
        const others = p.fields
          .reduce<readonly Patch[]>(
            (all, name) =>
              all.flatMap((one) =>
                this.#numbered(name).map((value) => ({ ...one, [name]: value })),
              ),
            [{}],
          )
          .filter((patch) => !listed.has(JSON.stringify(Object.values(patch))))
          .slice(0, 60);
        // A field that is omitted has its default value.
        const sparse = p.fields.flatMap((name) =>
          others.map((patch) => ({ ...patch, [name]: undefined })),
        );
        return [...others, ...sparse];
      }
      case "inaccurate-when-older":
        return this.#dates({ [p.date]: -span - 3 }).flatMap((dates) =>
          this.#valued(p.field, p.values).map((values) => ({ ...dates, ...values })),
        );
      case "at-least-one-of":
        return p.groups
          .reduce<readonly (readonly string[])[]>(
            (all, group) => all.flatMap((names) => group.map((name) => [...names, name])),
            [[]],
          )
          .map((names) => Object.fromEntries(names.map((name) => [name, undefined])));
      default:
        return this.#given(p.field);
    }
  }

  /** Ways to meet a condition. */
  #met(condition: Condition): readonly Patch[] {
    const { field } = condition;
    if ("present" in condition)
      return condition.present ? this.#given(field) : [{ [field]: undefined }];
    if ("is" in condition) return condition.is.map((value) => this.#of(field, value));
    const own = this.#valuesOf(field);
    return [
      ...own
        .filter((value) => !condition.isNot.includes(value as string))
        .slice(0, 4)
        .map((value) => this.#of(field, value)),
      // A field without a list of values takes any value of its type.
      ...(own.length === 0 ? this.#given(field) : []),
      { [field]: undefined },
    ];
  }

  /** Ways not to meet a condition. */
  #unmet(condition: Condition): readonly Patch[] {
    const { field } = condition;
    if ("present" in condition) return this.#met({ field, present: !condition.present });
    if ("is" in condition) return this.#met({ field, isNot: condition.is });
    return this.#met({ field, is: condition.isNot });
  }

  #of(field: string, value: Value): Patch {
    return { [field]: this.#isList(field) ? [value] : value };
  }

  #field(name: string): Field | undefined {
    return this.#subject.fields.get(name);
  }

  #isList(name: string): boolean {
    return [this.#field(name)?.whole.type].flat().includes("array");
  }

  /**
   * Whether all of a field's enum values have another type than the field, or exceed its limits.
   */
  isContradicted(name: string): boolean {
    const { type, enum: values, minimum, maximum } = this.#nodeOf(name);
    if (Number(minimum) > Number(maximum)) return true;
    const wanted = type === "integer" ? "number" : type;
    const all = listed(values);
    return typeof type === "string" && all.length > 0 && all.every((one) => typeof one !== wanted);
  }

  #nodeOf(name: string): Tree {
    const { whole = {} } = this.#field(name) ?? {};
    return this.#isList(name) ? tree(whole.items) : whole;
  }

  /** The enum values of a field, or of its items. */
  #valuesOf(name: string): readonly Value[] {
    const node = this.#nodeOf(name);
    if (node.const !== undefined) return [node.const];
    const values = listed(node.enum);
    if (values.length > 0) return values;
    return node.type === "boolean" ? [true, false] : [];
  }

  /** A field's first enum values, or numbers if it has none. */
  #numbered(name: string): readonly Value[] {
    const values = this.#valuesOf(name).slice(0, 8);
    return values.length > 0 ? values : [0, 1, 2];
  }

  /** Pairs of values for two fields. */
  #pairs(one: string, other: string): readonly (readonly [Value, Value])[] {
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    const of = (name: string): readonly Value[] => {
      const values = this.#valuesOf(name);
      return values.length > 0 ? values : hours;
    };
    if (this.#valuesOf(one).length + this.#valuesOf(other).length === 0) return [];
    return of(one).flatMap((first) => of(other).map((second) => [first, second] as const));
  }

  /** Ways to set a field to a generated value. */
  #given(name: string): readonly Patch[] {
    const field = this.#field(name);
    if (field === undefined) return [];
    const drawn = [undefined, 1, 2, 3].flatMap((seed): readonly Patch[] => {
      try {
        const random = seed === undefined ? undefined : randomBy(seed, name);
        return [{ [name]: this.#reading.value(field.schema, "request", random) }];
      } catch {
        return [];
      }
    });
    return [...drawn, ...this.#valued(name, undefined)];
  }

  /** Ways to set a field to these values, or to its own values one by one and combined. */
  #valued(name: string, values: readonly string[] | undefined): readonly Patch[] {
    const own = this.#valuesOf(name);
    // Some rules name a group of values instead of the values.
    const some = values?.filter((value) => own.length === 0 || own.includes(value)) ?? [];
    const all = some.length > 0 ? some : own;
    if (!this.#isList(name)) return all.slice(0, 60).map((value) => ({ [name]: value }));
    const most = Number(this.#field(name)?.whole.maxItems ?? 1000);
    const size = Math.max(1, Math.min(most, 50));
    const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
      all.slice(index * size, (index + 1) * size),
    );
    return [...chunks, ...all.slice(0, 20).map((value) => [value])].map((chunk) => ({
      [name]: [...chunk],
    }));
  }

  /** Sets each field to a date this many days from today, in every notation. */
  #dates(days: Readonly<Record<string, number>>): readonly Patch[] {
    return Object.entries(days).reduce<readonly Patch[]>(
      (all, [name, offset]) =>
        all.flatMap((one) =>
          NOTATIONS.map((notation) => ({ ...one, [name]: notation(NOW + offset * DAY) })),
        ),
      [{}],
    );
  }
}

const iso = (time: number): string => new Date(time).toISOString();

/** Hours in the wrong order, including some that are multiples of a step. */
const HOURS = [
  [5, 3],
  [23, 0],
  [20, 10],
  [12, 6],
  [5, 0],
] as const;

/** The ways to write a date. */
const NOTATIONS: readonly ((time: number) => Value)[] = [
  (time) => iso(time).slice(0, 10),
  iso,
  (time) => iso(time).replace(".000", ""),
  (time) => iso(time).slice(0, 19),
  (time) => iso(time).slice(0, 10).replaceAll("-", ""),
  (time) => iso(time).slice(0, 10).replaceAll("-", "/"),
  (time) => Number(iso(time).slice(0, 10).replaceAll("-", "")),
  (time) => time / 1000,
  (time) => time,
];
