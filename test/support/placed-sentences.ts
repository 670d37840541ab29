import {
  getOwn,
  isObject,
  type Json,
  type JsonObject,
  listOf,
} from "../../generator/parse/json.js";
import { contractOf } from "../../generator/prose/contract.js";
import { type BodyRule, breaks } from "./rule-meaning.js";

/** A sentence, and the place where it is added to a description. */
export interface PlacedSentence {
  readonly id: number | string;
  /** Whether it states a rule that a client can check. */
  readonly binding: boolean;
  readonly kind: string;
  /** Whether it is about fields of the request itself or of nested objects. */
  readonly place: "flat" | "nested";
  readonly operation: string;
  /** JSON pointer to the text that it is added to. */
  readonly at: string;
  readonly sentence: string;
  /** For binding sentences: parts of a request that violate the sentence, and parts that do not. */
  readonly bad?: Json;
  readonly good?: Json;
  /** The date for which these examples hold, if it matters. */
  readonly today?: string;
}

/**
 * How a sentence was read. `bound`: completely enforced. `proposed`: enforced once the proposal is
 * accepted. `wrong`: the enforced or proposed rules are not what it states. `told`: reported as
 * unread. `silent`: nothing is reported.
 */
export type Fate = "bound" | "proposed" | "wrong" | "told" | "silent";

export interface Outcome {
  readonly sentence: PlacedSentence;
  readonly fate: Fate;
  /** The enforced or proposed rules. */
  readonly rules: readonly string[];
  readonly isProposed: boolean;
}

/** A description to which sentences are added one at a time. */
export class PlacedReader {
  readonly #description: JsonObject;
  readonly #before = new Map<string, Reading>();

  constructor(description: JsonObject) {
    this.#description = description;
  }

  outcomeOf(sentence: PlacedSentence): Outcome {
    const { operation } = sentence;
    const before = this.#before.get(operation) ?? readingOf(this.#description, operation);
    this.#before.set(operation, before);
    const after = readingOf(withText(this.#description, sentence), operation);
    const known = [...before.certain, ...before.proposed];
    const isNew = (rule: PlacedRule): boolean => !known.some((old) => isEqual(old, rule));
    const certain = after.certain.filter(isNew);
    const proposed = after.proposed.filter(isNew);
    const rules = [...certain, ...proposed];
    // Fields with the same name can have the same limit, so each known limit is removed only once.
    const left = [...before.limits, ...before.openLimits];
    const isNewLimit = (limit: Limit): boolean => {
      const at = left.findIndex((old) => isEqual(old, limit));
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    };
    const certainLimits = after.limits.filter(isNewLimit);
    const openLimits = after.openLimits.filter(isNewLimit);
    const limits = [...certainLimits, ...openLimits];
    const isOpen = proposed.length + openLimits.length > 0;
    const isTold = after.unread.some((item) => !before.unread.includes(item));
    return {
      sentence,
      fate:
        rules.length + limits.length === 0
          ? isTold
            ? "told"
            : "silent"
          : isRight(sentence, rules, limits)
            ? isOpen
              ? "proposed"
              : "bound"
            : "wrong",
      rules: [...rules, ...limits].map((rule) => JSON.stringify(rule)),
      isProposed: certain.length === 0 && isOpen,
    };
  }
}

/**
 * Whether rules and limits agree with a sentence: they reject its bad example and accept its good
 * one.
 */
function isRight(
  { binding, bad, good, today }: PlacedSentence,
  rules: readonly PlacedRule[],
  limits: readonly Limit[],
): boolean {
  if (!binding || bad === undefined || good === undefined) return false;
  const itemsOf = (body: Json): readonly Json[] => (Array.isArray(body) ? body : [body]);
  const isRefused = (body: Json): boolean =>
    itemsOf(body).some(
      (item) =>
        rules.some(({ isNested, ...rule }) => !isNested && breaks(item, rule, today)) ||
        limits.some((limit) => valuesOf(item, limit).some((value) => isBeyond(value, limit))),
    );
  // The example does not show which object a rule applies to, so any of its objects is accepted.
  const isRefusedWithin = (one: Json, other: Json): boolean =>
    rules.some(({ isNested, ...rule }) => {
      const others = new Map(objectsIn(other).map(([path, object]) => [path, object]));
      return (
        isNested &&
        objectsIn(one).some(([path, object]) => {
          const counterpart = others.get(path);
          return counterpart && breaks(object, rule, today) && !breaks(counterpart, rule, today);
        })
      );
    });
  return (
    (isRefused(bad) || isRefusedWithin(bad, good)) &&
    !isRefused(good) &&
    !isRefusedWithin(good, bad)
  );
}

/** A rule of a request or of nested objects. */
type PlacedRule = BodyRule & { readonly isNested: boolean };

/** All objects in a body, with their paths. */
function objectsIn(node: Json, path = ""): readonly (readonly [string, JsonObject])[] {
  if (typeof node !== "object" || node === null) return [];
  const inside = Object.entries(node).flatMap(([key, value]) =>
    objectsIn(value as Json, `${path}/${key}`),
  );
  return isObject(node) ? [[path, node], ...inside] : inside;
}

/** A limit that a schema sets on a field or on its items. */
interface Limit {
  readonly field: string;
  readonly isOfItems: boolean;
  readonly keyword: string;
  readonly limit: Json;
}

const LIMITS = [
  ...["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "pattern", "enum"],
  ...["exclusiveMinimum", "exclusiveMaximum", "multipleOf", "uniqueItems"],
];

/** The limits on all properties and parameters of a document. */
function limitsIn(document: Json): readonly Limit[] {
  const named = Object.entries(
    (getOwn(getOwn(document, "components"), "schemas") ?? {}) as JsonObject,
  );
  // A named schema's limits apply to each field that refers to it.
  const referring = (node: Json, field = ""): readonly (readonly [string, string])[] => {
    if (typeof node !== "object" || node === null) return [];
    if (!isObject(node)) return listOf(node).flatMap((item) => referring(item, field));
    const { $ref, name, schema } = node;
    const own = typeof name === "string" && isObject(schema) ? name : field;
    return [
      ...(typeof $ref === "string" ? [[$ref, own] as const] : []),
      ...Object.entries(node).flatMap(([key, value]) =>
        key === "properties" && isObject(value)
          ? Object.entries(value).flatMap(([property, schema]) => referring(schema, property))
          : referring(value, own),
      ),
    ];
  };
  const references = referring(document);
  const ofNamed = named.flatMap(([name, schema]) =>
    references
      .filter(([at, field]) => at === `#/components/schemas/${name}` && field !== "")
      .flatMap(([, field]) => limitsWithin(schema, field).filter((limit) => limit.field === field)),
  );
  return [...limitsWithin(document).filter(({ field }) => field !== ""), ...ofNamed];
}

function limitsWithin(node: Json, field = "", isOfItems = false): readonly Limit[] {
  if (Array.isArray(node)) return node.flatMap((item) => limitsWithin(item, field, isOfItems));
  if (!isObject(node)) return [];
  const name = typeof node.name === "string" && isObject(node.schema) ? node.name : field;
  const own = LIMITS.flatMap((keyword): Limit[] => {
    const bound = node[keyword];
    // In OpenAPI 3.0, a separate keyword says that the limit is exclusive.
    const limit =
      bound === true
        ? node[keyword.replace(/^exclusiveM/, "m")]
        : bound === false
          ? undefined
          : bound;
    return limit === undefined ? [] : [{ field: name, isOfItems, keyword, limit }];
  });
  const inside = Object.entries(node).flatMap(([key, value]) =>
    key === "properties" && isObject(value)
      ? Object.entries(value).flatMap(([property, schema]) => limitsWithin(schema, property))
      : limitsWithin(value, name, isOfItems || key === "items" || key === "additionalProperties"),
  );
  return [...own, ...inside];
}

/** All values of a field at any depth, or all values of its items with `isOfItems`. */
function valuesOf(node: Json, { field, isOfItems }: Limit): readonly Json[] {
  const found = (inner: Json): readonly Json[] => {
    if (Array.isArray(inner)) return inner.flatMap(found);
    if (!isObject(inner)) return [];
    return Object.entries(inner).flatMap(([key, value]) => [
      ...(key === field ? [value] : []),
      ...found(value),
    ]);
  };
  const values = found(node);
  return isOfItems
    ? values.flatMap((value) => (isObject(value) ? Object.values(value) : listOf(value)))
    : values;
}

function isBeyond(value: Json, { keyword, limit }: Limit): boolean {
  if (keyword === "enum") return !listOf(limit).includes(value);
  if (keyword === "uniqueItems") return new Set(listOf(value)).size < listOf(value).length;
  if (keyword === "pattern") return !new RegExp(String(limit)).test(String(value));
  if (typeof limit !== "number") return false;
  if (keyword === "multipleOf") return Number(value) % limit !== 0;
  if (keyword === "exclusiveMinimum") return Number(value) <= limit;
  if (keyword === "exclusiveMaximum") return Number(value) >= limit;
  const isOfSize = /Length|Items/.test(keyword);
  const size =
    isOfSize && (typeof value === "string" || Array.isArray(value)) ? value.length : Number(value);
  return keyword.startsWith("min") ? size < limit : size > limit;
}

interface Reading {
  readonly certain: readonly PlacedRule[];
  readonly proposed: readonly PlacedRule[];
  readonly limits: readonly Limit[];
  /** The proposed limits. */
  readonly openLimits: readonly Limit[];
  /** The unread sentences, without the full stop that may have been added before the new sentence. */
  readonly unread: readonly string[];
}

/** Reads a single operation, because reading all takes long. */
function readingOf(description: JsonObject, operation: string): Reading {
  const paths = Object.entries(description.paths as JsonObject).filter(([, item]) =>
    Object.values(item as JsonObject).some((one) => getOwn(one, "operationId") === operation),
  );
  const text = JSON.stringify({ ...description, paths: Object.fromEntries(paths) });
  const { document, unread } = contractOf(text, {
    flows: [],
    operations: [{ name: "tried", operation }],
    prose: "tolerant",
    undecided: [],
  });
  return {
    certain: rulesOf(document),
    limits: limitsIn(document),
    openLimits: unread.flatMap(({ limit }) =>
      limit === undefined
        ? []
        : limitsIn({
            properties: {
              [limit.field]: { ...limit.limits.own, items: limit.limits.items } as JsonObject,
            },
          }),
    ),
    proposed: unread.flatMap(({ proposed, subject }) =>
      proposed.map(({ kind, when, params }) => ({
        ...{ kind, when, ...params },
        isNested: subject.startsWith("schema:"),
      })),
    ),
    unread: unread.map(({ text }) => text.replace(/\.$/, "")),
  };
}

/** The rules of operations and schemas. */
function rulesOf(node: Json): readonly PlacedRule[] {
  if (Array.isArray(node)) return node.flatMap(rulesOf);
  if (!isObject(node)) return [];
  const own = listOf(node["x-rules"]).map((rule) => {
    const { id: _id, sources: _sources, ...meaning } = rule as JsonObject;
    const isNested = node.operationId === undefined;
    return { ...meaning, isNested } as unknown as PlacedRule;
  });
  return [...own, ...Object.values(node).flatMap(rulesOf)];
}

const isEqual = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The description with the sentence added at its place. */
function withText(description: JsonObject, { at, sentence }: PlacedSentence): JsonObject {
  const steps = at
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const edit = (node: Json | undefined, [step, ...further]: readonly string[]): Json => {
    if (step === undefined) {
      const text = typeof node === "string" ? node : "";
      if (text === "" || /^\s/.test(sentence)) return `${text}${sentence}`;
      return `${text}${/[.!?:]\W*$/.test(text) ? "" : "."} ${sentence}`;
    }
    if (Array.isArray(node))
      return node.map((item, index) => (index === Number(step) ? edit(item, further) : item));
    return { ...(isObject(node) ? node : {}), [step]: edit(getOwn(node, step), further) };
  };
  return edit(description, steps) as JsonObject;
}

const FATES: readonly Fate[] = ["bound", "proposed", "wrong", "told", "silent"];

/** A row of totals: how many sentences there are, and how many have each fate. */
export function totalsOf(outcomes: readonly Outcome[]): string {
  const amounts = FATES.map(
    (fate) => `${fate} ${outcomes.filter((outcome) => outcome.fate === fate).length}`,
  );
  return `${outcomes.length} sentences: ${amounts.join(", ")}`;
}
