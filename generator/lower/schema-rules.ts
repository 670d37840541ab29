import { createHash } from "node:crypto";
import { below } from "../../runtime/validation/pointer.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Condition, Field, Rule } from "../model/model.js";
import { jsTypeOf } from "../rules/condition.js";
import { isList, type RuleEntry, type Shape } from "../rules/kind.js";
import { nameRule } from "../rules/name.js";
import { checkRule, parseRule } from "../rules/parse.js";
import { whyUnbreakable } from "../rules/unbreakable.js";
import { isNode, type Node, resolveReference } from "./context.js";
import type { Constraint } from "./flatten.js";

type Values = readonly (string | number | boolean)[];

/**
 * A fact about one field: whether the field is set, that it has one of the listed values (`among`),
 * or that it has a value that is not listed (`beside`).
 */
type Fact =
  | { readonly field: string; readonly present: boolean }
  | { readonly field: string; readonly among: Values }
  | { readonly field: string; readonly beside: Values };

/**
 * A set of bodies: those for which all facts of at least one of the `ways` are true. If `lost` is
 * true, the set may also contain bodies that facts cannot describe.
 */
interface Bodies {
  readonly ways: readonly (readonly Fact[])[];
  readonly lost: boolean;
}

const ALL: Bodies = { ways: [[]], lost: false };
const NONE: Bodies = { ways: [], lost: false };
const UNKNOWN: Bodies = { ways: [], lost: true };

/**
 * Maximum number of ways in one constraint, and of facts in one way. Rules with more would be
 * unreadable.
 */
const MAX_WAYS = 100;
const MAX_FACTS = 32;

/** The bodies that are in at least one of the sets. */
function either(all: readonly Bodies[]): Bodies {
  const ways = all.flatMap((bodies) => bodies.ways);
  return {
    ways: ways.slice(0, MAX_WAYS),
    lost: ways.length > MAX_WAYS || all.some(({ lost }) => lost),
  };
}

/** The bodies that are in all of the sets. */
function both(all: readonly Bodies[]): Bodies {
  return all.reduce((first, second) => {
    const ways: (readonly Fact[])[] = [];
    let lost = first.lost || second.lost;
    for (const facts of first.ways)
      for (const further of second.ways) {
        const way = joined([...facts, ...further]);
        if (way === null) continue;
        if (ways.length === MAX_WAYS || way.length > MAX_FACTS) lost = true;
        else ways.push(way);
      }
    return { ways, lost };
  }, ALL);
}

/** Combines facts into one fact for each field. Null if two facts contradict each other. */
function joined(facts: readonly Fact[]): readonly Fact[] | null {
  const byField = new Map<string, Fact>();
  for (const fact of facts) {
    const known = byField.get(fact.field);
    const sum = known === undefined ? fact : ofBoth(known, fact);
    if (sum === null) return null;
    // The fact moves to the end, because a rule is about its last field.
    byField.delete(fact.field);
    byField.set(fact.field, sum);
  }
  return [...byField.values()];
}

/** Combines two facts about the same field into one. Null if they contradict each other. */
function ofBoth(first: Fact, second: Fact): Fact | null {
  if ("present" in first && "present" in second)
    return first.present === second.present ? first : null;
  if ("present" in first) return first.present ? second : null;
  if ("present" in second) return second.present ? first : null;
  const { field } = first;
  if ("beside" in first && "beside" in second)
    return { field, beside: [...new Set([...first.beside, ...second.beside])] };
  const [one, other] = "among" in first ? [first, second] : [second, first];
  const [listed, isAmong] = "among" in other ? [other.among, true] : [other.beside, false];
  const compared = new Set(listed);
  const among = ("among" in one ? one.among : []).filter(
    (value) => compared.has(value) === isAmong,
  );
  return among.length === 0 ? null : { field, among };
}

/** The document and body that schemas are about, and the references already followed. */
interface Reading {
  readonly document: Node;
  readonly shape: Shape;
  readonly followed: readonly string[];
}

/** Whether a keyword says nothing about values. */
const isAnnotation = (keyword: string): boolean =>
  ["default", "deprecated", "readOnly", "writeOnly"].includes(keyword) ||
  (keyword.startsWith("x-") && keyword !== "x-inexact");

/** The bodies that a schema accepts or, with `refused`, rejects. */
function bodiesOf(schema: Node, refused: boolean, reading: Reading): Bodies {
  const parts = Object.entries(schema).map(([keyword, value]): Bodies => {
    const neutral = refused ? NONE : ALL;
    const schemas = (Array.isArray(value) ? value : []).map((part) =>
      isNode(part) ? bodiesOf(part, refused, reading) : UNKNOWN,
    );
    switch (keyword) {
      // A body is always an object, never null.
      case "type":
        return value === "object" ? neutral : UNKNOWN;
      case "nullable":
        return neutral;
      case "required":
        return (refused ? either : both)(
          (Array.isArray(value) ? value : []).map((name) => given(String(name), !refused)),
        );
      case "properties":
        return (refused ? either : both)(
          Object.entries(isNode(value) ? value : {}).map(([name, property]) =>
            isNode(property) ? propertyBodies(name, property, refused, reading) : UNKNOWN,
          ),
        );
      case "additionalProperties":
        return value === true || (isNode(value) && Object.keys(value).length === 0)
          ? neutral
          : UNKNOWN;
      case "allOf":
        return (refused ? either : both)(schemas);
      case "anyOf":
        return (refused ? both : either)(schemas);
      case "$ref":
        return referenceBodies(String(value), refused, reading);
      case "then":
      case "else":
        return neutral;
      default:
        return isAnnotation(keyword)
          ? neutral
          : constraintBodies({ keyword, value, part: schema }, refused, reading);
    }
  });
  return (refused ? either : both)(parts);
}

/**
 * The bodies that a referenced schema accepts or rejects.
 *
 * Some keywords of the schema may have been dropped, which is reported when the schema is read. So
 * only the refused bodies are known, not the accepted ones.
 */
function referenceBodies(reference: string, refused: boolean, reading: Reading): Bodies {
  const { document, followed } = reading;
  if (!refused || followed.includes(reference)) return UNKNOWN;
  const target = resolveReference(document, reference);
  return bodiesOf(target, refused, { ...reading, followed: [...followed, reference] });
}

/** The bodies that have the field (or lack it, if `present` is false). */
const given = (field: string, present: boolean): Bodies => ({
  ways: [[{ field, present }]],
  lost: false,
});

/** The bodies that a constraint accepts or, with `refused`, rejects. */
function constraintBodies(
  { keyword, value, part }: Omit<Constraint, "pointer">,
  refused: boolean,
  reading: Reading,
): Bodies {
  const implied = (condition: (refused: boolean) => Bodies, consequence: unknown): Bodies => {
    if (!isNode(consequence)) return refused ? NONE : ALL;
    const then = bodiesOf(consequence, refused, reading);
    return refused ? both([condition(false), then]) : either([condition(true), then]);
  };
  const join = refused ? either : both;
  switch (keyword) {
    case "not":
      return isNode(value) ? bodiesOf(value, !refused, reading) : UNKNOWN;
    case "if": {
      if (!isNode(value)) return UNKNOWN;
      const condition = (isRefused: boolean): Bodies => bodiesOf(value, isRefused, reading);
      return join([
        implied(condition, part.then),
        implied((isRefused) => condition(!isRefused), part.else),
      ]);
    }
    case "dependentRequired":
    case "dependentSchemas":
    case "dependencies":
      return join(
        Object.entries(isNode(value) ? value : {}).map(([name, needed]) =>
          implied(
            (isRefused) => given(name, !isRefused),
            keyword === "dependentRequired" ? { required: needed } : needed,
          ),
        ),
      );
    default:
      return UNKNOWN;
  }
}

/**
 * The bodies in which the schema accepts the property or, with `refused`, rejects it. An absent
 * property counts as accepted.
 */
function propertyBodies(field: string, schema: Node, refused: boolean, { shape }: Reading): Bodies {
  const keywords = Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword));
  const { type, enum: allowed, not, ...others } = Object.fromEntries(keywords) as Node;
  if (Object.keys(others).length > 0) return UNKNOWN;
  if (not !== undefined) {
    if (!isNode(not) || type !== undefined || allowed !== undefined) return UNKNOWN;
    const fact = factOf(field, not, shape);
    if (fact === null) return UNKNOWN;
    return fact === "any"
      ? given(field, refused)
      : refused
        ? oneFact({ field, among: fact })
        : either([given(field, false), oneFact({ field, beside: fact })]);
  }
  const fact = factOf(field, schema, shape);
  if (fact === null) return UNKNOWN;
  if (fact === "any") return refused ? NONE : ALL;
  return refused
    ? oneFact({ field, beside: fact })
    : either([given(field, false), oneFact({ field, among: fact })]);
}

/** The bodies for which the fact is true. */
const oneFact = (fact: Fact): Bodies => ({ ways: [[fact]], lost: false });

/**
 * The values that a schema lists, or "any" if it accepts any value of the field's type. Null for
 * any other schema.
 */
function factOf(field: string, schema: Node, shape: Shape): Values | "any" | null {
  const keywords = Object.keys(schema).filter((keyword) => !isAnnotation(keyword));
  if (keywords.some((keyword) => keyword !== "type" && keyword !== "enum")) return null;
  const { type, enum: allowed } = schema;
  if (keywords.length === 0) return "any";
  if (allowed === undefined) return shape.field(field)?.type.kind === type ? "any" : null;
  if (!Array.isArray(allowed)) return null;
  const isScalar = (value: unknown): boolean =>
    ["string", "number", "boolean"].includes(typeof value);
  if (!allowed.every(isScalar)) return null;
  return (allowed as Values).filter(
    (value) =>
      type === undefined || (type === "integer" ? Number.isInteger(value) : typeof value === type),
  );
}

/** A rule without a name. */
type Draft = Pick<Rule, "kind" | "when" | "params">;

/**
 * A rule, or the reason why there is none. Null means that no kind of rule can express the facts.
 * Undefined means that no body could break the rule.
 */
type Found = Draft | null | undefined;

/**
 * The rule that rejects bodies for which all these facts hold.
 *
 * Null if no kind of rule can express this; undefined if no body could break the rule.
 */
function ruleFor(facts: readonly Fact[], shape: Shape): Found {
  const known = facts.map((fact) => withinType(fact, shape));
  if (known.includes("never")) return undefined;
  if (known.includes("unknown")) return null;
  const open = known.filter((fact): fact is Fact => typeof fact === "object");
  for (let index = open.length - 1; index >= 0; index--) {
    const others = open.filter((_, other) => other !== index);
    const found = ruleAbout(open[index] as Fact, others, shape);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The part of a fact that remains to be checked if all fields have the right types.
 *
 * `always` or `never` if the types alone decide whether the fact holds. `unknown` if rules cannot
 * check the fact, for example because the body lacks the field.
 */
function withinType(fact: Fact, shape: Shape): Fact | "always" | "never" | "unknown" {
  const field = shape.field(fact.field);
  if (field === undefined) return "unknown";
  if ("present" in fact) {
    if (!field.required) return fact;
    return fact.present ? "always" : "never";
  }
  const { type } = field;
  const jsType = jsTypeOf(type);
  const values = isList(type) ? null : shape.values(type);
  const known = values === null ? null : new Set<unknown>(values);
  const isPossible = (value: string | number | boolean): boolean =>
    known === null ? jsType === null || jsType === typeof value : known.has(value);
  const mayBeNull = type.kind === "nullable" || type.kind === "any" || type.kind === "union";
  const compared = ("among" in fact ? fact.among : fact.beside).filter(isPossible);
  const distinct = new Set<unknown>(compared);
  // Rules treat null as the default, but for a schema it is a different value.
  if (mayBeNull && field.default !== undefined && compared.includes(field.default))
    return "unknown";
  const all = jsType === "boolean" ? [true, false] : values;
  const hasAll = !mayBeNull && all !== null && all.every((value) => distinct.has(value));
  const isGiven = field.required ? "always" : { field: field.name, present: true };
  if ("among" in fact) {
    if (compared.length === 0) return "never";
    return hasAll ? isGiven : { field: field.name, among: compared };
  }
  if (compared.length === 0) return isGiven;
  return hasAll ? "never" : { field: field.name, beside: compared };
}

/**
 * Maximum length of a list of forbidden values. For a longer list, another kind of rule is tried.
 */
const MAX_FORBIDDEN = 12;

/**
 * The rule that rejects the fact about its field when all other facts hold. Null if no kind of rule
 * can express this.
 */
function ruleAbout(fact: Fact, others: readonly Fact[], shape: Shape): Found {
  const { name, type, required, default: assumed } = shape.field(fact.field) as Field;
  const when = others.flatMap((other) => conditionsOf(other, shape));
  if ("present" in fact)
    return {
      kind: fact.present ? "forbidden-when" : "requires-present",
      when,
      params: { field: name },
    };
  const values = isList(type) ? null : shape.values(type);
  const besides = new Set<unknown>("beside" in fact ? fact.beside : []);
  const forbidden = "among" in fact ? fact.among : values?.filter((value) => !besides.has(value));
  if (
    values !== null &&
    type.kind !== "nullable" &&
    forbidden !== undefined &&
    forbidden.length <= MAX_FORBIDDEN &&
    forbidden.every((value) => typeof value === "string" && value !== assumed)
  )
    return { kind: "forbidden-values-when", when, params: { field: name, values: forbidden } };
  if (!required) {
    const own = conditionsOf(fact, shape).filter((condition) => !("present" in condition));
    return { kind: "forbidden-when", when: [...when, ...own], params: { field: name } };
  }
  const holder = others.find((other) => !("present" in other) || other.present);
  return "beside" in fact && holder !== undefined
    ? {
        kind: "requires-value",
        when,
        params: { field: holder.field, requires: { field: name, is: fact.beside } },
      }
    : null;
}

/**
 * Turns a fact into conditions. In rules, an absent field counts as its default, but facts are only
 * about fields that are set.
 */
function conditionsOf(fact: Fact, shape: Shape): readonly Condition[] {
  const { name, required, default: assumed } = shape.field(fact.field) as Field;
  if ("present" in fact) return [fact];
  const isGiven: readonly Condition[] = required ? [] : [{ field: name, present: true }];
  if ("among" in fact) {
    const counts = assumed !== undefined && fact.among.includes(assumed);
    return [...(counts ? isGiven : []), { field: name, is: fact.among }];
  }
  const isExcluded = assumed !== undefined && fact.beside.includes(assumed);
  return [...(isExcluded ? [] : isGiven), { field: name, isNot: fact.beside }];
}

/** The document and shape of a body. */
export interface DescribedBody {
  readonly document: Node;
  readonly shape: Shape;
}

/**
 * Makes rules from the constraints of a body.
 *
 * The new rules do not reuse names of rules in `stated`. Rules that no body can break are left out.
 * A constraint is reported if rules can express only a part of the constraint, or none of it.
 */
export function constraintRules(
  constraints: readonly Constraint[],
  { document, shape }: DescribedBody,
  stated: readonly Rule[],
  diagnostics: Diagnostics,
): readonly Rule[] {
  const rules: Rule[] = [];
  for (const constraint of constraints) {
    const { keyword, pointer, value, part } = constraint;
    const bodies = constraintBodies(constraint, true, { document, shape, followed: [] });
    const { then, else: otherwise } = part;
    const content = keyword === "if" ? [value, then, otherwise] : value;
    const source = {
      at: below(pointer, keyword),
      fingerprint: createHash("sha256")
        .update(JSON.stringify([keyword, content]))
        .digest("hex")
        .slice(0, 16),
    };
    const found = bodies.ways.map((facts) => ruleFor(facts, shape));
    const drafts = merged(found.filter((draft) => draft !== null && draft !== undefined));
    const fitting = drafts.flatMap((draft) => named(draft, source, shape) ?? []);
    if (bodies.lost || found.includes(null) || fitting.length < drafts.length)
      diagnostics.report(
        fitting.length > 0 ? "partly checked keyword" : "unchecked keyword",
        pointer,
        keyword,
      );
    for (const rule of fitting)
      if (whyUnbreakable(rule, shape) === null)
        rules.push({ ...rule, id: freeId(rule.id, [...stated, ...rules]), inUpdates: true });
  }
  return rules;
}

/**
 * Merges a rule for an absent field with a rule for other values of the field. A single `isNot`
 * covers both.
 */
function merged(drafts: readonly Draft[]): readonly Draft[] {
  const contentOf = (draft: Draft): string => JSON.stringify(draft);
  const absorbed = new Set<string>();
  const wider = drafts.map((draft) => {
    const { when } = draft;
    const given = when.find(
      ({ field, ...condition }) =>
        "present" in condition &&
        condition.present &&
        when.some((other) => other.field === field && "isNot" in other),
    );
    if (given === undefined) return draft;
    const others = when.filter(({ field }) => field !== given.field);
    const isAbsent: Draft = { ...draft, when: [...others, { field: given.field, present: false }] };
    const absent = drafts.find((other) => contentOf(sorted(other)) === contentOf(sorted(isAbsent)));
    if (absent === undefined) return draft;
    absorbed.add(contentOf(absent));
    return { ...draft, when: when.filter((condition) => condition !== given) };
  });
  return wider.filter((draft) => !absorbed.has(contentOf(draft)));
}

/** A copy of the draft with its conditions in a fixed order. */
function sorted({ kind, when, params }: Draft): Draft {
  const texts = when.map((condition) => JSON.stringify(condition)).sort();
  return { kind, when: texts.map((text) => JSON.parse(text) as Condition), params };
}

/** Gives the rule a name and a source. Returns null if the rule does not fit the body. */
function named(draft: Draft, source: Rule["sources"][number], shape: Shape): Rule | null {
  const { kind, when, params } = draft;
  const entry: RuleEntry = { id: nameRule(draft), kind, when, ...params, sources: [source] };
  const rule = parseRule(entry, shape);
  return checkRule(rule, shape).length > 0 ? null : rule;
}

/**
 * An unused name for a rule. A name does not contain all values of the rule, so two rules can get
 * the same name.
 */
function freeId(id: string, others: readonly Rule[]): string {
  const isFree = (candidate: string): boolean => others.every((rule) => rule.id !== candidate);
  if (isFree(id)) return id;
  let number = 2;
  while (!isFree(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
