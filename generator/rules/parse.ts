import { dayNumber } from "../../runtime/validation/dates.js";
import type { Condition, Field, Rule, RuleSource, Severity } from "../model/model.js";
import {
  checkCondition,
  conditionsInWords,
  narrowedCondition,
  negateCondition,
  parseConditions,
} from "./condition.js";
import { isDay } from "./days.js";
import type { RuleEntry, Shape, TypeCheck } from "./kind.js";
import { kinds } from "./kinds.js";

/**
 * Parses one entry of `x-rules` or rules.yaml.
 *
 * `severity` defaults to warning if the entry has `until`, otherwise to the kind's severity,
 * otherwise to error. Throws a `TypeError` for a missing, malformed or unknown key, and `Absent` if
 * a condition's `ending` matches no value of its field. Use `checkRule` to check whether the body
 * has the rule's fields.
 */
export function parseRule(entry: RuleEntry, shape: Shape): Rule {
  const { id, kind: name, until, when, reason, seenIn, seenOn, sources = [] } = entry;
  if (typeof id !== "string" || !/^[a-z][a-z0-9-]*$/.test(id))
    throw new TypeError("needs `id`: lower-case words joined by hyphens");
  const kind = kinds.get(String(name));
  if (kind === undefined)
    throw new TypeError(
      `has the unknown kind ${String(name)}; known kinds are ${[...kinds.keys()].join(", ")}`,
    );
  const { severity = until === undefined ? (kind.severity ?? "error") : "warning" } = entry;
  if (kind.severity !== undefined && severity !== kind.severity)
    throw new TypeError("is of a kind that can only warn: `severity` must be warning");
  if (severity !== "error" && severity !== "warning")
    throw new TypeError("needs `severity`: error or warning");
  if (until !== undefined && (typeof until !== "string" || !/^\d+(\.\d+)+$/.test(until)))
    throw new TypeError("needs `until`: a version");
  if (reason !== undefined && typeof reason !== "string")
    throw new TypeError("needs `reason`: a string");
  if (seenIn !== undefined && (typeof seenIn !== "string" || seenIn === ""))
    throw new TypeError("needs `seenIn`: a string");
  if (seenOn !== undefined && Number.isNaN(dayNumber(seenOn)))
    throw new TypeError("needs `seenOn`: a date in the format YYYY-MM-DD");
  const conditions = parseConditions(when, shape);
  if (kind.when === "allows" && conditions.length === 0)
    throw new TypeError("needs `when`: the conditions under which the field is allowed");
  const params = kind.parse(entry, shape) as Readonly<Record<string, unknown>>;
  rejectUnknownKeys(entry, Object.keys(params));
  return {
    id,
    kind: kind.name,
    severity: severity as Severity,
    when: conditions,
    params,
    ...(typeof until === "string" && { until }),
    ...(reason === undefined ? {} : { reason }),
    ...(seenIn === undefined ? {} : { seenIn }),
    ...(seenOn === undefined ? {} : { seenOn: seenOn as string }),
    sources: parseSources(sources),
  };
}

/**
 * Throws a `TypeError` if the entry has a key that is neither in `params` nor common to all rules.
 */
function rejectUnknownKeys(entry: RuleEntry, params: readonly string[]): void {
  if (Object.hasOwn(entry, "because")) throw new TypeError("has `because`: rename it to `reason`");
  const known = new Set([
    "id",
    "kind",
    "severity",
    "until",
    "when",
    "reason",
    "seenIn",
    "seenOn",
    "sources",
    ...params,
  ]);
  const unknown = Object.keys(entry).filter((member) => !known.has(member));
  if (unknown.length > 0) throw new TypeError(`has unknown keys: ${unknown.join(", ")}`);
}

/** Checks and returns the `sources` of an entry. Throws a `TypeError` if they are malformed. */
function parseSources(sources: unknown): readonly RuleSource[] {
  if (!Array.isArray(sources)) throw new TypeError("needs `sources`: a list of locations");
  return sources.map(({ at, fingerprint }: RuleEntry) => {
    if (typeof at !== "string" || typeof fingerprint !== "string")
      throw new TypeError("needs `at` and `fingerprint` in each of its sources");
    return { at, fingerprint };
  });
}

/**
 * Removes from a rule the values that this body's fields cannot have.
 *
 * `lacks` contains a message for each removed value. A list that would become empty is unchanged,
 * without a message.
 */
export function narrowRule(
  rule: Rule,
  shape: Shape,
): { readonly rule: Rule; readonly lacks: readonly string[] } {
  const kind = kindOf(rule);
  const when = rule.when.map((condition) => narrowedCondition(condition, shape));
  const narrowedParams = kind.narrow?.(rule.params, shape) ?? { params: rule.params, lacks: [] };
  return {
    rule: {
      ...rule,
      when: when.map(({ condition }) => condition),
      params: narrowedParams.params as Rule["params"],
    },
    lacks: [...when.flatMap(({ lacks }) => lacks), ...narrowedParams.lacks],
  };
}

/**
 * Lists what the rule needs but this body lacks, as messages. Empty if nothing is missing.
 *
 * If fields are missing, only those are reported. Otherwise the messages are about values and
 * types.
 */
export function checkRule(rule: Rule, shape: Shape): readonly string[] {
  const kind = kindOf(rule);
  const unknown = kind.fields(rule.params).filter((field) => shape.field(field) === undefined);
  if (unknown.length > 0) return unknown.map((field) => `the request has no field ${field}`);
  // If a field can never contain a date, the rule would never apply.
  const notDays = kind
    .days(rule.params)
    .filter((name) => !isDay(shape.field(name) as Field, shape));
  return [
    ...rule.when.flatMap((condition) => checkCondition(condition, shape)),
    ...notDays.map((field) => `${field} is not a date (YYYY-MM-DD)`),
    ...kind.check(rule.params, shape),
  ];
}

/** Whether the schema of the body already states the rule. False for every rule with conditions. */
export function isImplied(rule: Rule, shape: Shape): boolean {
  return rule.when.length === 0 && kindOf(rule).implied?.(rule.params, shape) === true;
}

/** The rule in words: its clause, its conditions and "; last stated in version …". */
export function ruleInWords(rule: Rule, shape: Shape): string {
  const clause = kindOf(rule).message(rule.params, shape, rule.severity);
  return `${clause}${conditionInWords(rule, shape)}`;
}

/**
 * The clause for the rule's violations, without conditions. It is printed after the field's path,
 * so it does not begin with the field.
 */
export function violationClause(rule: Rule, shape: Shape): string {
  const kind = kindOf(rule);
  const clause =
    kind.violation?.(rule.params, rule.severity) ?? kind.message(rule.params, shape, rule.severity);
  const field = kind.fields(rule.params).find((name) => clause.startsWith(`${name} `));
  return field === undefined ? clause : clause.slice(field.length + 1);
}

/**
 * The text after a rule's clause: its conditions and the last version that stated it.
 *
 * Empty if it has neither; otherwise it begins with a space or a semicolon.
 */
export function conditionInWords({ when, until }: Rule, shape: Shape): string {
  const condition = when.length === 0 ? "" : ` when ${conditionsInWords(when, shape)}`;
  return until === undefined ? condition : `${condition}; last stated in version ${until}`;
}

/**
 * All fields of a rule, including the fields of its conditions. Can contain duplicates. Throws a
 * `TypeError` for an unknown kind of rule.
 */
export function fieldsOf(rule: Rule): readonly string[] {
  return [...kindOf(rule).fields(rule.params), ...rule.when.map(({ field }) => field)];
}

/** The kind of a rule. Throws a `TypeError` if there is no kind with this name. */
export function kindOf(rule: Rule): NonNullable<ReturnType<typeof kinds.get>> {
  const kind = kinds.get(rule.kind);
  if (kind === undefined) throw new TypeError(`unknown kind of rule: ${rule.kind}`);
  return kind;
}

/**
 * The type check of a rule. Null for:
 * * a warning, which never prevents compilation,
 * * a kind of rule that types cannot express,
 * * a rule about fields inside other fields.
 */
export function typeOf(rule: Rule): TypeCheck | null {
  return rule.severity === "error" && !namesInnerField(rule)
    ? kindOf(rule).type(rule.params)
    : null;
}

/**
 * Whether a rule names a field by its path inside another field. The fields of its conditions count
 * too. Every name with a period is such a path.
 */
export function namesInnerField(rule: Rule): boolean {
  return fieldsOf(rule).some((field) => field.includes("."));
}

/** Whether types can express at least one of the rules. Warnings do not count. */
export function anyTyped(rules: readonly Rule[]): boolean {
  return rules.some((rule) => typeOf(rule) !== null);
}

/**
 * Lists of conditions under which a body is sure to violate the rule. At least one condition from
 * each list must hold.
 *
 * The lists come from the rule's `when`, then from `check`, the rule's type check. Each condition
 * of `when` is its own list. If `when` says when the field is allowed, the negations of its
 * conditions form a single list.
 */
export function violationClauses(rule: Rule, check: TypeCheck): readonly (readonly Condition[])[] {
  const when =
    kindOf(rule).when === "allows"
      ? [rule.when.map(negateCondition)]
      : rule.when.map((condition) => [condition]);
  return [...when, ...check.clauses];
}
