import { dayNumber } from "../../runtime/validation/dates.js";
import type { Distance, Formula, Point } from "../../runtime/validation/rule.js";
import { pluralize } from "../../runtime/validation/wording.js";
import type { Field, ObjectType, Request, Rule, Type } from "../model/model.js";
import { breachesOf } from "../rules/breaches.js";
import { covers } from "../rules/covered.js";
import { occurrencesIn, rulesOf } from "../rules/nested.js";
import { kindOf, ruleInWords } from "../rules/parse.js";
import { shapeOf } from "../rules/shape.js";
import type { Data, FlowChange, Side } from "./change.js";
import type { RulesComparison } from "./shape.js";
import { compareTypes, sidesOf } from "./types.js";

/** The verdict of rules on a body: 0 valid, 1 warning, 2 rejected. */
export type Verdict = 0 | 1 | 2;

type Token = string | number | boolean | typeof ABSENT | typeof ANY_OTHER | typeof NO_DAY;

const ABSENT: unique symbol = Symbol("not there");
const ANY_OTHER: unique symbol = Symbol("any other value");
const NO_DAY: unique symbol = Symbol("no day");

/**
 * A symbolic body: the value of each field, and the distance of each pair of points that a rule
 * compares. A point is a date field, a number field, a fixed day or today.
 */
type Body = ReadonlyMap<string, Token>;

/**
 * The worst verdict of the rules on a body. It is 2 if an error-level rule rejects the body, 1 if
 * rules only warn, and 0 if the body violates none. `request` contains the defaults of absent
 * fields.
 */
function worstVerdict(rules: readonly Rule[], body: Body, request: Request): Verdict {
  const { field } = shapeOf(request);
  const verdicts = rules.flatMap((rule) =>
    breachesOf(rule)
      .filter(({ guard, body: broken }) =>
        [...guard, broken].every((formula) => holds(formula, body, field)),
      )
      .map(({ edge }): Verdict => (edge || rule.severity === "warning" ? 1 : 2)),
  );
  return Math.max(0, ...verdicts) as Verdict;
}

/** Whether a formula holds for a body. `field` looks up the default of an absent field. */
function holds(formula: Formula, body: Body, field: (name: string) => Field | undefined): boolean {
  if ("all" in formula) return formula.all.every((part) => holds(part, body, field));
  if ("any" in formula) return formula.any.some((part) => holds(part, body, field));
  if ("from" in formula) return isWithin(formula, body);
  const token = body.get(formula.field) ?? ABSENT;
  if ("present" in formula) return (token !== ABSENT) === formula.present;
  if ("holds" in formula) return formula.holds.some((value) => value === token);
  if ("matching" in formula)
    return typeof token === "string" && new RegExp(formula.matching).test(token);
  if ("noDay" in formula) return token === NO_DAY;
  const value = token === ABSENT ? field(formula.field)?.default : token;
  return "is" in formula
    ? formula.is.some((expected) => expected === value)
    : !formula.isNot.some((expected) => expected === value);
}

/**
 * Whether the distance between the two points of a body is in range. False if one of the fields has
 * no value.
 */
function isWithin(distance: Distance, body: Body): boolean {
  const far = body.get(axis(distance));
  const isGiven = fieldsOf(distance).every(
    (name) => ![ABSENT, NO_DAY, undefined].includes(body.get(name) as symbol | undefined),
  );
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = distance;
  return (
    isGiven &&
    typeof far === "number" &&
    far + offset(distance) >= min &&
    far + offset(distance) <= max &&
    far + offset(distance) < (distance.below ?? Number.POSITIVE_INFINITY)
  );
}

/**
 * Yields a symbolic body for every combination of values and distances that the rules distinguish.
 * Includes only bodies that both requests would accept if they had no rules. The number of bodies
 * is not limited here. If `rules` is empty, yields one empty body.
 */
function* distinguishingBodies(
  rules: readonly Rule[],
  old: Request,
  current: Request,
): Generator<Body> {
  const formulas = rules
    .flatMap((rule) => [
      ...rule.when,
      ...breachesOf(rule).flatMap(({ guard, body }) => [...guard, body]),
    ])
    .flatMap(atoms);
  const named = rules.flatMap((rule) => [
    ...kindOf(rule).fields(rule.params),
    ...rule.when.map(({ field }) => field),
  ]);
  const axes = new Map<string, Set<Token>>(
    [...new Set(named)].map((name) => [name, new Set(tokensOf(name, formulas, old, current))]),
  );
  for (const formula of formulas) {
    if (!("from" in formula)) continue;
    const { min, max, below } = formula;
    const ends = [
      ...(min === undefined ? [] : [min - 1, min]),
      ...(max === undefined ? [] : [max, max + 1]),
      ...(below === undefined ? [] : [below - 1, below]),
    ];
    const placed = ends.map((end) => end - offset(formula));
    axes.set(axis(formula), new Set([...(axes.get(axis(formula)) ?? []), ...placed]));
  }
  yield* combined([...axes]);
}

/** Yields a body for every combination of the tokens. */
function* combined([first, ...otherAxes]: readonly (readonly [
  string,
  ReadonlySet<Token>,
])[]): Generator<Body> {
  if (first === undefined) return yield new Map();
  for (const body of combined(otherAxes))
    for (const token of first[1]) yield new Map([...body, [first[0], token]]);
}

type Atom = Exclude<Formula, { readonly all: unknown } | { readonly any: unknown }>;

/** The parts of a formula that contain no `all` or `any`. */
function atoms(formula: Formula): readonly Atom[] {
  if ("all" in formula) return formula.all.flatMap(atoms);
  return "any" in formula ? formula.any.flatMap(atoms) : [formula];
}

/** The values of a field that the rules distinguish. */
function tokensOf(
  name: string,
  formulas: readonly Atom[],
  old: Request,
  current: Request,
): readonly Token[] {
  const [before, after] = [shapeOf(old), shapeOf(current)];
  const [oldField, newField] = [before.field(name), after.field(name)];
  // A field that only one request has cannot be in a body that both accept.
  if (oldField === undefined || newField === undefined) return [ABSENT];
  const about = formulas.filter((formula) => "field" in formula && formula.field === name);
  const [known, knownNow] = [before.values(oldField.type), after.values(newField.type)];
  const mentioned = new Set<Token>(about.flatMap((formula) => valuesIn(formula, known ?? [])));
  const isKnown = (value: Token): boolean =>
    [known, knownNow].every(
      (values) => values === null || values.some((knownValue) => knownValue === value),
    );
  const isOther = known === null || known.some((value) => !mentioned.has(value) && isKnown(value));
  return [
    ...[...mentioned].filter(isKnown),
    ...(isOther ? [ANY_OTHER] : []),
    ...(about.some((formula) => "noDay" in formula) ? [NO_DAY] : []),
    ...(oldField.required || newField.required ? [] : [ABSENT]),
  ] as readonly Token[];
}

/** The values that a formula distinguishes. `known` contains the field's possible values. */
function valuesIn(formula: Atom, known: readonly Token[]): readonly Token[] {
  // One matching value represents all of them.
  if ("matching" in formula)
    return known.filter((value) => new RegExp(formula.matching).test(String(value))).slice(0, 1);
  if ("is" in formula) return formula.is;
  if ("isNot" in formula) return formula.isNot;
  return "holds" in formula ? formula.holds : [];
}

/**
 * A key for the two ends of a distance. All fixed days count as the same end and differ only in
 * their `offset`.
 */
function axis({ from, to }: Distance): string {
  return JSON.stringify(
    [from, to].map((point) => (dateOf(point) === null ? point : "a fixed day")),
  );
}

/** The part of a distance that depends on its fixed days, in days. */
function offset({ from, to }: Distance): number {
  return (dateOf(to) ?? 0) - (dateOf(from) ?? 0);
}

/** The number of a fixed day; null for any other point. */
function dateOf(point: Point): number | null {
  return typeof point === "object" && "date" in point ? dayNumber(point.date) : null;
}

/** The fields at the ends of a distance. */
function fieldsOf({ from, to }: Distance): readonly string[] {
  return [from, to].flatMap((point: Point) =>
    point === "today" || "date" in point ? [] : ["day" in point ? point.day : point.number],
  );
}

/**
 * Changes to a request's rules. Rules are matched by id. If a rule's id changed together with its
 * conditions, the rule is matched by kind, fields and values. This requires that no other removed
 * or added rule fits.
 *
 * The step depends on which bodies the rules reject or warn about:
 * * major: they reject more bodies (assumed if there are more than 50,000 bodies to compare, unless
 *   the rule was removed),
 * * minor: they warn about more bodies, or they are looser,
 * * patch: only the wording differs, or another rule now covers this one.
 *
 * A change is omitted if the same rule with fewer conditions changed by the same step.
 */
function compareRules(old: Request, current: Request): readonly FlowChange[] {
  const [before, after] = [byId(old), byId(current)];
  const renamed = renamedIn(before, after);
  const all = [...new Set([...after.keys(), ...before.keys()])].flatMap((id): FlowChange[] => {
    if ([...renamed.values()].includes(id)) return [];
    const [oldRule, newRule] = [before.get(renamed.get(id) ?? id), after.get(id)];
    if (meaning(oldRule) === meaning(newRule)) return [];
    if (newRule === undefined && oldRule !== undefined) {
      const covering = [...after.values()].find((rule) => covers(rule, oldRule));
      if (covering !== undefined) return [coveredChange(oldRule, covering, old, current)];
    }
    const judgement = judge(oldRule, newRule, old, current);
    const texts = [ruleText(oldRule, old), ruleText(newRule, current)] as const;
    // A new enum value may extend a rule's values; this is reported as a change to the enum.
    if (texts[0] === texts[1] && judgement.trend === "the same") return [];
    const isLost = newRule?.until !== undefined && oldRule?.until === undefined;
    return [
      {
        path: id,
        kind: "rule",
        step: judgement.step,
        text: text(judgement, texts, isLost),
        old: data(oldRule, texts[0]),
        new: data(newRule, texts[1]),
      },
    ];
  });
  return all.filter(
    (change) =>
      !all.some(
        (otherChange) =>
          otherChange.step === change.step && follows(change, otherChange, before, after),
      ),
  );
}

/** Compares the rules of an object that is at the same location in two requests. */
function compareObjectRules(old: Request, current: Request): RulesComparison {
  const about = (request: Request, object: ObjectType): Request => ({
    ...request,
    body: object,
    rules: rulesOf(object, request, occurrencesIn(request).get(object.name) === "updated"),
  });
  return (before, after, path) =>
    compareRules(about(old, before), about(current, after)).map((change) => ({
      ...change,
      path: `${path} ${change.path}`,
    }));
}

/**
 * The change for a rule that was removed because another one covers it. The other rule checks every
 * request that the old one checked.
 */
function coveredChange(rule: Rule, covering: Rule, old: Request, current: Request): FlowChange {
  const text = ruleText(rule, old);
  return {
    path: rule.id,
    kind: "rule",
    step: "patch",
    text: `rule covered by ${covering.id}: ${text}`,
    old: data(rule, text),
    new: data(covering, ruleText(covering, current)),
  };
}

/**
 * Rules whose id changed with their condition, as new ids mapped to old ids. A pair is included
 * only if no other removed or added rule has the same subject.
 */
function renamedIn(
  before: ReadonlyMap<string, Rule>,
  after: ReadonlyMap<string, Rule>,
): ReadonlyMap<string, string> {
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const added = [...after.values()].filter(({ id }) => !before.has(id));
  return new Map(
    added.flatMap((newRule) => {
      const same = (rule: Rule): boolean => subject(rule) === subject(newRule);
      const [oldRule, ...duplicates] = gone.filter(same);
      return oldRule === undefined || duplicates.length > 0 || added.filter(same).length > 1
        ? []
        : [[newRule.id, oldRule.id] as const];
    }),
  );
}

/** Returns the same string for rules about the same thing, regardless of their conditions. */
function subject(rule: Rule): string {
  return unsorted([rule.kind, kindOf(rule).fields(rule.params), rule.params.values ?? null]);
}

/**
 * Whether another change covers this one: the other change's rule says the same, but applies to
 * more bodies.
 */
function follows(
  { path: id }: FlowChange,
  { path: wider }: FlowChange,
  before: ReadonlyMap<string, Rule>,
  after: ReadonlyMap<string, Rule>,
): boolean {
  const isGone = !after.has(id);
  if (isGone !== !after.has(wider)) return false;
  const [narrow, wide] = [id, wider].map((ruleId) => (isGone ? before : after).get(ruleId));
  if (narrow === undefined || wide === undefined || narrow.when.length <= wide.when.length)
    return false;
  const conditions = narrow.when.map(unsorted);
  return (
    meaning({ ...narrow, when: wide.when }) === meaning(wide) &&
    wide.when.every((condition) => conditions.includes(unsorted(condition)))
  );
}

/** A request's rules, keyed by id. */
function byId({ rules }: Request): ReadonlyMap<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/**
 * Returns the same string for rules that differ only in id, sources, or our reason for enforcing
 * them.
 */
function meaning(rule: Rule | undefined): string {
  return unsorted(
    rule === undefined
      ? null
      : {
          kind: rule.kind,
          severity: rule.severity,
          when: rule.when,
          params: rule.params,
          breaches: breachesOf(rule),
        },
  );
}

/**
 * Returns the same string for equal data in any order. In a rule, order only matters in
 * combinations, where a different order also results in different `breaches`.
 */
function unsorted(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(unsorted).sort()}]`;
  if (typeof data !== "object" || data === null) return JSON.stringify(data) ?? "";
  return `{${Object.entries(data)
    .map(([name, inside]) => `${name}:${unsorted(inside)}`)
    .sort()}}`;
}

interface Judgement {
  readonly step: "major" | "minor" | "patch";
  /** How the verdicts on bodies changed. */
  readonly trend: "stricter" | "warns about more" | "looser" | "the same";
}

const STRICTER: Judgement = { step: "major", trend: "stricter" };

/**
 * Maximum number of bodies to compare, which limits the run time. Above this number, a changed rule
 * counts as stricter.
 */
const MAX_BODIES = 50_000;

/**
 * Compares which bodies a rule rejects or warns about in both versions. Undefined means that a
 * version lacks the rule. Rules of the same kind about the same fields count as one, because a rule
 * may be split in two. If there are more than `MAX_BODIES` bodies to compare, a rule that still
 * exists counts as stricter.
 */
function judge(
  oldRule: Rule | undefined,
  newRule: Rule | undefined,
  old: Request,
  current: Request,
): Judgement {
  const [before, after] = [alike(old, oldRule, newRule), alike(current, oldRule, newRule)];
  let judgement: Judgement = { step: "patch", trend: "the same" };
  let remaining = MAX_BODIES;
  for (const body of distinguishingBodies([...before, ...after], old, current)) {
    // There are too many bodies to compare. A removed rule is never stricter.
    if (remaining-- === 0)
      return newRule === undefined ? { step: "minor", trend: "looser" } : STRICTER;
    const [oldVerdict, newVerdict] = [
      worstVerdict(before, body, old),
      worstVerdict(after, body, current),
    ];
    // A difference counts only if this rule causes it: the worse verdict comes from its new or old
    // version.
    const isWorse =
      newRule !== undefined &&
      newVerdict > oldVerdict &&
      worstVerdict([newRule], body, current) === newVerdict;
    const isBetter =
      oldRule !== undefined &&
      newVerdict < oldVerdict &&
      worstVerdict([oldRule], body, old) === oldVerdict;
    if (isWorse && newVerdict === 2) return STRICTER;
    if (isWorse) judgement = { step: "minor", trend: "warns about more" };
    else if (isBetter && judgement.trend === "the same")
      judgement = { step: "minor", trend: "looser" };
  }
  return judgement;
}

/** The rules of the same kind and about the same fields as one of the examples. */
function alike({ rules }: Request, ...examples: readonly (Rule | undefined)[]): readonly Rule[] {
  const about = (rule: Rule): string =>
    JSON.stringify([rule.kind, [...kindOf(rule).fields(rule.params)].sort()]);
  const wanted = examples.flatMap((rule) => (rule === undefined ? [] : [about(rule)]));
  return rules.filter((rule) => wanted.includes(about(rule)));
}

/** A rule in words; empty if there is no rule. */
function ruleText(rule: Rule | undefined, request: Request): string {
  if (rule === undefined) return "";
  return `${ruleInWords(rule, shapeOf(request))}${rule.severity === "warning" ? " (warns only)" : ""}`;
}

/** A rule as data for the change, with its text as `message`. Null if there is no rule. */
function data(rule: Rule | undefined, message: string): Data {
  if (rule === undefined) return null;
  const { kind, severity, when, params } = rule;
  return {
    message,
    kind,
    severity,
    when: when as unknown as Data,
    ...(params as { readonly [key: string]: Data }),
  };
}

/** The text of the change. `isLost` is true if the description no longer states the rule. */
function text(
  { trend }: Judgement,
  [before, after]: readonly [string, string],
  isLost: boolean,
): string {
  if (before === "") return `new rule: ${after}`;
  if (after === "") return `rule removed: ${before}`;
  if (isLost) return `rule no longer stated: ${after}; was: ${before}`;
  return `rule ${trend === "the same" ? "reworded" : trend}: ${after}; was: ${before}`;
}

/**
 * Changes to a request's fields and rules, and to our comments. A comment only counts if both
 * versions have it with different wording; all such comments are one change. If a field has the
 * format `date` in either version, a `date-format` rule without conditions and with severity error
 * counts as that format.
 */
export function compareRequests(before: Request, after: Request): readonly FlowChange[] {
  const formatted = [before, after].flatMap(({ body }) =>
    body.fields.filter(({ limits }) => limits.format === "date").map(({ name }) => name),
  );
  const [old, current] = [withFormats(before, formatted), withFormats(after, formatted)];
  return [
    ...compareRootObjects(
      [old, old.body],
      [current, current.body],
      "",
      "request",
      compareObjectRules(old, current),
    ),
    ...compareRules(old, current),
    ...compareDocs(old, current),
  ];
}

/**
 * Turns `date-format` rules of the named fields into field formats. A description can use either to
 * state that a field is a calendar day.
 */
function withFormats(request: Request, names: readonly string[]): Request {
  const isFormat = ({ kind, severity, when, params }: Rule): boolean =>
    kind === "date-format" &&
    severity === "error" &&
    when.length === 0 &&
    names.includes(String(params.field));
  const dateFields = request.rules.filter(isFormat).map(({ params }) => params.field);
  const fields = request.body.fields.map(
    (field): Field =>
      dateFields.includes(field.name)
        ? { ...field, limits: { ...field.limits, format: "date" } }
        : field,
  );
  return {
    ...request,
    body: { ...request.body, fields },
    rules: request.rules.filter((rule) => !isFormat(rule)),
  };
}

type RequestObject = readonly [request: Request, object: ObjectType];

/**
 * Changes between two objects outside their request's types, such as two bodies or responses. Each
 * pair consists of a request and an object that refers to the request's types. `path` is the
 * location of the objects, empty for the request itself; `side` decides which changes are major.
 * Rules of objects are compared only if `rules` is given.
 */
export function compareRootObjects(
  [old, before]: RequestObject,
  [current, after]: RequestObject,
  path: string,
  side: Side,
  rules?: RulesComparison,
): readonly FlowChange[] {
  const sides = sidesOf(
    { ...old, objects: [...old.objects, before] },
    { ...current, objects: [...current.objects, after] },
    side,
    rules,
  );
  return compareTypes(typeOf(before), typeOf(after), path, sides);
}

/** The type that refers to this object, or to its union. */
function typeOf({ name, oneOf }: ObjectType): Type {
  return oneOf === undefined ? { kind: "object", name } : { kind: "union", name: oneOf };
}

/**
 * Changes to our comments in the generated code. Ignores a comment that only one version has:
 * comments are matched by names, which a description may change.
 */
function compareDocs(old: Request, current: Request): readonly FlowChange[] {
  const [before, after] = [docsOf(old), docsOf(current)];
  const reworded = [...after.keys()].filter(
    (path) => before.get(path) && after.get(path) && before.get(path) !== after.get(path),
  );
  if (reworded.length === 0) return [];
  const pick = (docs: ReadonlyMap<string, string>): Record<string, string> =>
    Object.fromEntries(reworded.map((path) => [path, docs.get(path) ?? ""]));
  const text = `${pluralize(reworded.length, "comment")} reworded`;
  return [{ path: "", kind: "docs", step: "patch", text, old: pick(before), new: pick(after) }];
}

/** Our comments on a request and on all fields, keyed by location. */
function docsOf({ name, doc, body, objects }: Request): ReadonlyMap<string, string> {
  const of = ({ name: object, fields }: ObjectType): readonly (readonly [string, string])[] =>
    fields.map((field: Field) => [`${object}.${field.name}`, field.doc]);
  return new Map([[name, doc], ...[body, ...objects].flatMap(of)]);
}
