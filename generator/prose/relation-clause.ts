import type { Condition } from "../model/model.js";
import { negateCondition } from "../rules/condition.js";
import type { Draft } from "./draft.js";
import { spanOf } from "./read-clause.js";
import type { Listed, RelationRow, Value } from "./relation-row.js";
import { isDay, isNumber, isWhole } from "./relations.js";
import type { Field, ReadContext } from "./vocabulary.js";

/** Rules, or null if they cannot be derived. */
export type Derived = readonly Draft[] | null;

/** How the conditions of a clause apply. "" means "if". */
export type How = "" | "ONLY" | "UNLESS" | "IFF";

const SECONDS: Readonly<Record<string, number>> = {
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** The condition that a field is set. */
export const present = ({ name }: Field): Condition => ({ field: name, present: true });

const forbid = (subjects: readonly Field[], when: readonly Condition[]): readonly Draft[] =>
  subjects.map(({ name }) => ({ kind: "forbidden-when", when, params: { field: name } }));

const need = (subjects: readonly Field[], when: readonly Condition[]): readonly Draft[] =>
  subjects.map(({ name }) => ({ kind: "requires-present", when, params: { field: name } }));

const only = (subjects: readonly Field[], condition: Condition): readonly Draft[] =>
  subjects.map(({ name }) => ({ kind: "only-when", when: [condition], params: { field: name } }));

const anyOf = (groups: readonly (readonly string[])[], when: readonly Condition[]): Derived =>
  groups.length < 2 ? null : [{ kind: "at-least-one-of", when, params: { groups } }];

/** Forbids these values of a boolean under the conditions. */
const asValue = (field: Field, values: readonly Value[], when: readonly Condition[]): Derived =>
  values.length === 0 || when.some((condition) => condition.field === field.name)
    ? null
    : forbid([field], [...when, { field: field.name, is: values }]);

/**
 * Reads what a clause says about the fields and values it names, under its conditions. Methods take
 * marks such as `F0`; "" is the described field.
 */
export class Clause {
  /** The text without the conditions. */
  readonly text: string;
  readonly when: readonly Condition[];
  readonly how: How;
  readonly #row: RelationRow;
  readonly #context: ReadContext;

  constructor(
    text: string,
    { when, how }: { readonly when: readonly Condition[]; readonly how: How },
    { row, context }: { readonly row: RelationRow; readonly context: ReadContext },
  ) {
    this.text = text;
    this.when = when;
    this.how = how;
    this.#row = row;
    this.#context = context;
  }

  #fields(mark: string): readonly Field[] {
    const { self } = this.#context;
    return mark === "" ? (self ? [self] : []) : this.#row.fieldsOf(mark);
  }

  /**
   * The fields of a list. If it has a single entry other than the described field, the described
   * field is added before that entry.
   */
  #withOwn(mark: string): Listed {
    const { self } = this.#context;
    const listed = this.#row.listOf(mark);
    const [[first] = []] = listed.groups;
    return listed.groups.length === 1 && self && first !== self
      ? { ...listed, groups: [[self], ...listed.groups] }
      : listed;
  }

  /** The condition, if there is exactly one. */
  get #sole(): Condition | null {
    const [condition = null, ...others] = this.when;
    return others.length === 0 ? condition : null;
  }

  #named({ field }: Condition): readonly Field[] {
    const named = this.#context.vocabulary.fields.get(field);
    return named ? [named] : [];
  }

  // ---- several fields

  /** Allows at most one of the fields. */
  apart(mark: string): Derived {
    return this.how === "" ? this.#apart(this.#withOwn(mark)) : null;
  }

  #apart({ groups }: Listed): readonly Draft[] {
    return groups.flatMap((group, index) =>
      groups.slice(index + 1).flatMap((other) =>
        group.flatMap((first) =>
          other.flatMap((second) => {
            // A required field is always set, so the other one is forbidden.
            const [excluded, owner] = first.isRequired ? [second, first] : [first, second];
            return forbid([excluded], [...this.when, present(owner)]);
          }),
        ),
      ),
    );
  }

  /** Requires at least one of the fields. */
  oneOf(mark: string): Derived {
    const { groups } = this.#row.listOf(mark);
    // "At least one of its items" only means that the list is set.
    if (groups.length === 1) return this.required(mark);
    if (this.how !== "") return null;
    return anyOf(
      groups.map((group) => group.map(({ name }) => name)),
      this.when,
    );
  }

  /** Requires at least one of the fields if the described field is set. */
  oneOfWithOwn(mark: string): Derived {
    const { self } = this.#context;
    const { groups } = this.#row.listOf(mark);
    if (this.how !== "") return null;
    const isOwn = this.when.length === 0 && self !== null && !groups.flat().includes(self);
    return anyOf(
      groups.map((group) => group.map(({ name }) => name)),
      isOwn ? [present(self)] : this.when,
    );
  }

  /** Like `oneOf`, but only for a list with "or". */
  oneOfList(mark: string): Derived {
    return this.#row.listOf(mark).isOr ? this.oneOf(mark) : null;
  }

  /** Requires exactly one of the fields. */
  exactlyOne(mark: string): Derived {
    const listed = this.#withOwn(mark);
    const any = anyOf(
      listed.groups.map((group) => group.map(({ name }) => name)),
      this.when,
    );
    return any && this.how === "" ? [...any, ...this.#apart(listed)] : null;
  }

  /** Requires either all of the fields or none. */
  together(mark: string): Derived {
    const all = this.#withOwn(mark).groups.flat();
    return all.length < 2 || this.how !== ""
      ? null
      : all.flatMap((from) =>
          need(
            all.filter((to) => to !== from),
            [...this.when, present(from)],
          ),
        );
  }

  /**
   * "A link needs both a label and a url". If `from` is one of the two, they require each other.
   */
  needsBoth(from: string, mark: string): Derived {
    const [owner] = this.#fields(from);
    const { groups } = this.#row.listOf(mark);
    return owner && !groups.flat().includes(owner) ? this.needs(from, mark) : this.together(mark);
  }

  // ---- two fields

  /** Requires the fields of `to` if a field of `from` is set. */
  needs(from: string, to: string): Derived {
    const { groups, isOr } = this.#row.listOf(to);
    if (this.how !== "") return null;
    if (from === "" && this.when.length > 0)
      return this.text.includes("WITHOUT") ? null : this.required(to);
    const owners = this.#fields(from).filter((one) => !groups.flat().includes(one));
    const each = owners.map((owner) => {
      const when = [...this.when, present(owner)];
      return isOr && groups.length > 1
        ? anyOf(
            groups.map((group) => group.map(({ name }) => name)),
            when,
          )
        : need(groups.flat(), when);
    });
    return each.flatMap((drafts) => drafts ?? []);
  }

  /** Requires the fields of `needed` if a field of `mark` is set. */
  neededBy(mark: string, needed: string): Derived {
    return this.when.length > 0
      ? null
      : this.#fields(mark).flatMap((owner) => need(this.#fields(needed), [present(owner)]));
  }

  /** "A without b, or b without a, is an error": `both` contains b twice. */
  eachOther(marks: readonly [string, string], both: string): Derived {
    const [first, ...others] = new Set(marks.flatMap((mark) => this.#fields(mark)));
    const [second, ...more] = new Set(this.#fields(both));
    return first === undefined || second === undefined || others.length + more.length > 0
      ? null
      : [
          ...need([second], [...this.when, present(first)]),
          ...need([first], [...this.when, present(second)]),
        ];
  }

  /** Requires at least one of two fields. */
  either(one: string, other: string): Derived {
    const [first, second] = [this.#fields(one), this.#fields(other)];
    return first.length === 0 || this.how !== ""
      ? null
      : anyOf(
          [second, first].map((group) => group.map(({ name }) => name)),
          this.when,
        );
  }

  /** Forbids a field of `from` together with a field of `to`. */
  excludes(from: string, to: string): Derived {
    if (this.how !== "") return null;
    if (from === "" && this.when.length > 0)
      return this.text.includes("WITHOUT") ? null : this.forbidden(to);
    const others = this.#fields(to);
    return this.#fields(from)
      .filter((one) => !others.includes(one))
      .flatMap((owner) => this.#apart({ groups: [[owner], others], isOr: false }));
  }

  /** Compares one field with another: `sign` is GE, LE, GT or LT. */
  compared(from: string, to: string, sign: string, isDenied: boolean): Derived {
    const [first, ...others] = this.#fields(from);
    const [second, ...more] = this.#fields(to);
    const isPair = first && second && first !== second && others.length + more.length === 0;
    if (this.how !== "" || !isPair) return null;
    const isUpper = sign.startsWith("G") !== isDenied;
    const isStrict = sign.endsWith("T") !== isDenied;
    const [lower, upper] = isUpper ? [second, first] : [first, second];
    // "If it is set" adds nothing.
    const when = this.when.filter(
      (condition) =>
        !("present" in condition) || ![lower.name, upper.name].includes(condition.field),
    );
    if (isDay(lower) && isDay(upper)) {
      const range = { start: lower.name, end: upper.name };
      return isStrict
        ? [{ kind: "min-range", when, params: { ...range, amount: 1, unit: "day" } }]
        : [{ kind: "date-order", when, params: range }];
    }
    // "Greater than" means a difference of at least 1 only for integers.
    const isFit = isStrict ? isWhole : isNumber;
    if (!isFit(lower) || !isFit(upper)) return null;
    const params = { lower: lower.name, upper: upper.name, ...(isStrict && { apart: 1 }) };
    return [{ kind: "number-order", when, params }];
  }

  /**
   * Limits the time between two fields. `sign` says whether the distance must be at least or at
   * most `span`. The first field must be after the second if `way` is GT, and before it if `way` is
   * LT. If both are whole numbers, they must be times in seconds.
   */
  distant(
    [from, to]: readonly [string, string],
    {
      sign,
      way,
      span,
      isDenied,
    }: {
      readonly sign: string;
      readonly way: string;
      readonly span: string;
      readonly isDenied: boolean;
    },
  ): Derived {
    const [first, ...others] = this.#fields(from);
    const [second, ...more] = this.#fields(to);
    const isPair = first && second && first !== second && others.length + more.length === 0;
    const isBound = isDenied ? /^[GL]T$/.test(sign) : /^(?:at|within|[GL]E)/.test(sign);
    if (this.how !== "" || !isPair || !isBound || (way === "of" && sign !== "within")) return null;
    const isLeast = isDenied ? sign === "LT" : /^(?:at least|GE)$/.test(sign);
    const [lower, upper] = way === "LT" ? [first, second] : [second, first];
    const { amount, unit } = this.#row.spanOf(span);
    const length = /(?:^|_)(?:end|last)_/.test(lower.name) ? null : spanOf(amount, unit);
    if (isDay(lower) && isDay(upper))
      return (
        length && [
          {
            kind: isLeast ? "min-range" : "max-range",
            when: this.when,
            params: { start: lower.name, end: upper.name, ...length },
          },
        ]
      );
    const seconds = amount * (SECONDS[unit] ?? 0);
    const areTimes = [lower, upper].every(
      (field) => isWhole(field) && /_(?:time|at|timestamp)$/.test(field.name),
    );
    return isLeast && areTimes && Number.isInteger(seconds) && seconds > 0
      ? [
          {
            kind: "number-order",
            when: this.when,
            params: { lower: lower.name, upper: upper.name, apart: seconds },
          },
        ]
      : null;
  }

  /** Requires that, on the same day, the start hour is not after the end hour. */
  hours(marks: readonly [string, string], days: string): Derived {
    const hours = marks.map((mark) => this.#fields(mark));
    const [[startHour, ...more] = [], [endHour, ...others] = []] = hours;
    const [start, end, ...rest] = this.#fields(days);
    if (this.how !== "" || !startHour || !endHour || !start || !end) return null;
    if (!isDay(start) || !isDay(end)) return null;
    const areHours = [startHour, endHour].every(
      (field) => isWhole(field) && /(?:^|_)hour$/.test(field.name),
    );
    return areHours && more.length + others.length + rest.length === 0
      ? [
          {
            kind: "hour-order",
            when: this.when,
            params: {
              start: start.name,
              end: end.name,
              startHour: startHour.name,
              endHour: endHour.name,
            },
          },
        ]
      : null;
  }

  // ---- fields under conditions

  /** Requires the fields under the conditions. */
  required(mark: string): Derived {
    const fields = this.#fields(mark);
    const { isOr } = this.#row.listOf(mark);
    const { when, how } = this;
    if (when.length === 0) return null;
    // "Required only if …", but not "must be given only if …".
    if (how === "ONLY") return /\bNEEDED\b/.test(this.text) ? need(fields, when) : null;
    const sole = this.#sole;
    const isChoice = isOr && fields.length > 1;
    if (how !== "") {
      if (sole === null || isChoice) return null;
      if (how === "IFF") return [...need(fields, when), ...only(fields, sole)];
      return "present" in sole && sole.present
        ? this.#instead(sole, fields)
        : need(fields, [negateCondition(sole)]);
    }
    if (isChoice) return this.oneOf(mark);
    return sole && "present" in sole && !sole.present
      ? this.#instead(sole, fields)
      : need(fields, when);
  }

  /** Requires either these fields or the field of the condition. */
  #instead({ field }: Condition, fields: readonly Field[]): Derived {
    return anyOf([[field], fields.map(({ name }) => name)], []);
  }

  /** Forbids the fields under the conditions. */
  forbidden(mark: string): Derived {
    const fields = this.#fields(mark);
    const sole = this.#sole;
    if (this.when.length === 0 || this.how === "ONLY" || this.how === "IFF") return null;
    if (this.how === "UNLESS") return this.#allowedOnly(mark);
    return sole && "present" in sole && !sole.present
      ? need(this.#named(sole), fields.map(present))
      : forbid(fields, this.when);
  }

  /**
   * Allows the fields only under the conditions. For UNLESS, allows them only if the conditions do
   * not hold.
   */
  allowed(mark: string): Derived {
    if (this.how === "") return null;
    return this.how === "UNLESS"
      ? this.#sole && forbid(this.#fields(mark), this.when)
      : this.#allowedOnly(mark);
  }

  /** Allows the fields only under the conditions. */
  limited(mark: string): Derived {
    return this.how === "" ? this.#allowedOnly(mark) : null;
  }

  #allowedOnly(mark: string): Derived {
    const sole = this.#sole;
    if (!sole) return null;
    return "present" in sole && sole.present
      ? this.#fields(mark).flatMap((field) => need(this.#named(sole), [present(field)]))
      : this.how === "UNLESS"
        ? forbid(this.#fields(mark), [negateCondition(sole)])
        : only(this.#fields(mark), sole);
  }

  // ---- values under conditions

  /**
   * The values of a mark, and their field. If `of` is empty, the field is determined from the
   * values.
   */
  #valuesOf(mark: string, of: string): { field: Field; values: readonly Value[] } | null {
    const [field = null] = of === "" ? [this.#row.ownerOf(mark)] : this.#row.fieldsOf(of);
    const values = field && this.#row.valuesOf(mark, field);
    return field && values ? { field, values } : null;
  }

  /** Forbids the values under the conditions. */
  forbiddenValues(mark: string, of: string): Derived {
    const { when, how } = this;
    const sole = this.#sole;
    if (how === "UNLESS") return sole && this.#forbiddenValues(mark, of, [negateCondition(sole)]);
    const named = of === "" ? null : this.#valuesOf(mark, of);
    // "If a is set, level must not be SHOP": a is not allowed for SHOP.
    if (how === "" && named && sole && "present" in sole && sole.present)
      return forbid(this.#named(sole), [{ field: named.field.name, is: named.values }]);
    return how === "" ? this.#forbiddenValues(mark, of, when) : null;
  }

  /**
   * Allows the values only under the condition. For UNLESS, allows them only if the condition does
   * not hold.
   */
  limitedValues(mark: string): Derived {
    const sole = this.#sole;
    if (!sole || this.how === "IFF") return null;
    const condition = this.how === "UNLESS" ? sole : negateCondition(sole);
    return this.#forbiddenValues(mark, "", [condition]);
  }

  #forbiddenValues(mark: string, of: string, when: readonly Condition[]): Derived {
    const named = this.#valuesOf(mark, of);
    if (!named || when.length === 0) return null;
    if (named.field.facts.type === "boolean") return asValue(named.field, named.values, when);
    const params = { field: named.field.name, values: named.values };
    return [{ kind: "forbidden-values-when", when, params }];
  }

  /** Makes a field require certain values of another field. */
  needsValue(from: string, mark: string): Derived {
    const [requires, ...others] = this.#row.conditionsOf(mark.slice(1));
    if (this.how !== "" || !requires || others.length > 0 || !("is" in requires)) return null;
    const sole = this.#sole;
    const isGiven = sole !== null && "present" in sole && sole.present;
    if (this.when.length === 0 || isGiven)
      return (isGiven ? this.#named(sole) : this.#fields(from))
        .filter(({ name }) => name !== requires.field)
        .map(({ name }) => ({
          kind: "requires-value",
          when: [],
          params: { field: name, requires },
        }));
    // "RARE requires is_open to be true": RARE is forbidden otherwise.
    if (sole && "is" in sole && from === "" && sole.is.every((value) => typeof value !== "boolean"))
      return [
        {
          kind: "forbidden-values-when",
          when: [negateCondition(requires)],
          params: { field: sole.field, values: sole.is },
        },
      ];
    const [field] = this.#named(requires);
    const values = field?.values.filter((value) => !requires.is.includes(value)) ?? [];
    return field && from === "" && values.length > 0
      ? [{ kind: "forbidden-values-when", when: this.when, params: { field: field.name, values } }]
      : null;
  }

  /** Forbids all other values of the field under the conditions. */
  onlyValues(mark: string, of: string): Derived {
    const named = this.#valuesOf(mark, of);
    const { self } = this.#context;
    const sole = this.#sole;
    if (!named || !(this.how === "" || (this.how === "UNLESS" && sole))) return null;
    const { field, values } = named;
    const when = this.how === "" || sole === null ? this.when : [negateCondition(sole)];
    const given = sole && "present" in sole && sole.present ? sole.field : null;
    const owner = this.when.length === 0 ? (self?.name ?? null) : given;
    if (owner !== null && owner !== field.name && !field.isList) {
      const requires = { field: field.name, is: values };
      return [{ kind: "requires-value", when: [], params: { field: owner, requires } }];
    }
    if (when.length === 0) return null;
    if (field.facts.type === "boolean")
      return asValue(
        field,
        [true, false].filter((value) => !values.includes(value)),
        when,
      );
    const others = field.values.filter((value) => !values.includes(value));
    const params = { field: field.name, values: others };
    return others.length > 0 ? [{ kind: "forbidden-values-when", when, params }] : null;
  }
}
