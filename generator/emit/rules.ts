import type { Distance, Formula } from "../../runtime/validation/rule.js";
import {
  type Code,
  data,
  identifier,
  joined,
  literal,
  local,
  localDay,
  partial,
  prose,
  template,
  type View,
} from "../code.js";
import type { NamedTypes, ObjectType, Request, Rule } from "../model/model.js";
import { breachesOf, certainBreaches } from "../rules/breaches.js";
import { columnGroups, groupConstant } from "../rules/column-groups.js";
import { conditionsAsCode, negatedAsCode } from "../rules/condition.js";
import { type Shape, seenBy, stepsTo } from "../rules/kind.js";
import {
  differsInUpdates,
  nestedRules,
  rulesOf,
  shapeOfObject,
  shapeOfRequest,
} from "../rules/nested.js";
import {
  conditionInWords,
  fieldsOf,
  kindOf,
  ruleInWords,
  violationClause,
} from "../rules/parse.js";
import { shapeOf } from "../rules/shape.js";
import type { Imports } from "./imports.js";

/** The part of a validator that checks one object's rules. */
export interface RulesPart {
  /** The object's fields that the rules read. */
  readonly fields: ReadonlySet<string>;
  readonly view: {
    readonly today: boolean;
    /** Fields nested inside `fields` that the rules read. */
    readonly innerFields: readonly View[];
    readonly days: readonly View[];
    readonly columnGroups: readonly View[];
    readonly ruleChecks: readonly View[];
  };
}

/**
 * Rules that are checked only if the guard is true. The guard is code that ends in `&&`, or empty.
 */
interface GuardedRules {
  readonly rules: readonly Rule[];
  readonly guard: Code;
}

/**
 * The checks of a request's own rules, without the rules of nested objects. To report each mistake
 * once, a rule has no check if another rule covers it. A limit is not checked where a tighter limit
 * on the same fields applies. Adds the names that the checks use to `imports`.
 */
export function rulesPart(request: Request, imports: Imports): RulesPart {
  const guarded = [{ rules: request.rules, guard: joined`` }];
  return partOf(guarded, shapeOfRequest(request), joined``, imports);
}

/**
 * The checks of a nested object's rules, in the function that checks the object. Adds the names
 * that the checks use to `imports`. `isUpdate` says whether the request is an update, or is null if
 * the function takes that as an argument.
 */
export function objectRulesPart(
  object: ObjectType,
  types: NamedTypes,
  isUpdate: boolean | null,
  imports: Imports,
): RulesPart {
  const of = (update: boolean): readonly Rule[] => rulesOf(object, types, update);
  const guarded =
    isUpdate === null && differsInUpdates(object, types)
      ? [
          { rules: of(false), guard: joined`!isUpdate && ` },
          { rules: of(true), guard: joined`isUpdate && ` },
        ]
      : [{ rules: of(isUpdate === true), guard: joined`` }];
  return partOf(guarded, shapeOfObject(object, types), joined`base + at`, imports);
}

/**
 * The checks of one object's rules, and the `fields` that they read. `path` is the object's path.
 * To report each mistake once, a rule has no check if another rule covers it. A limit is not
 * checked where a tighter limit on the same fields applies.
 */
function partOf(
  guarded: readonly GuardedRules[],
  shape: Shape,
  path: Code,
  imports: Imports,
): RulesPart {
  const parts = guarded.flatMap(({ rules }) => rules.map((rule) => ({ rule, kind: kindOf(rule) })));
  const days = new Set(parts.flatMap(({ rule, kind }) => kind.days(rule.params)));
  const paths = [...new Set(parts.flatMap(({ rule }) => fieldsOf(rule)))].map((field) => ({
    field,
    steps: stepsTo(field, shape),
  }));
  const inner = paths.filter(({ steps }) => steps.length > 1);
  const today = parts.some(({ kind }) => kind.today);
  imports.support(...parts.flatMap(({ kind }) => ["push", ...kind.uses]));
  if (today) imports.support("invalidToday", "push", "utcToday");
  if (inner.length > 0) imports.support("innerField");
  if (today || days.size > 0) imports.support("dayNumber");
  const ruleChecks = checksOf(guarded, shape, path);
  const groups = new Set(parts.flatMap(({ rule, kind }) => kind.groups?.(rule.params) ?? []));
  return {
    fields: new Set(paths.map(({ steps: [first = ""] }) => first)),
    view: {
      today,
      innerFields: inner.map(({ field, steps: [first = "", ...steps] }) => ({
        variable: local(field),
        outer: local(first),
        names: data(steps),
      })),
      days: [...days].map((field) => ({ day: localDay(field), value: local(field) })),
      columnGroups: [...groups].map((group) => ({
        doc: prose(`The columns that are ${group}, according to their names.`),
        name: identifier(groupConstant(group)),
        pattern: literal(columnGroups.get(group) ?? ""),
      })),
      ruleChecks,
    },
  };
}

/** The views of the checks. A check gets no guard if it is in all groups. */
function checksOf(groups: readonly GuardedRules[], shape: Shape, path: Code): readonly RuleView[] {
  const checks = groups.map(({ rules }) => {
    const checked = rules.filter((rule) => !rules.some((candidate) => covers(candidate, rule)));
    return checked.map((rule) => ruleView(rule, checked, shape, path));
  });
  const contents = checks.map((views) => views.map((view) => JSON.stringify(view)));
  return checks.flatMap((views, group) =>
    views.flatMap((view, index) => {
      const content = contents[group]?.[index] ?? "";
      if (!contents.every((others) => others.includes(content)))
        return [{ ...view, guard: joined`${groups[group]?.guard ?? joined``}${view.guard}` }];
      return group === 0 ? [view] : [];
    }),
  );
}

/**
 * Whether every body that violates `rule` also violates `wider`, which requires the same under
 * fewer conditions. Checking both would report a violation twice.
 */
function covers(wider: Rule, rule: Rule): boolean {
  const conditions = new Set(rule.when.map((condition) => JSON.stringify(condition)));
  return (
    wider.kind === rule.kind &&
    wider.severity === rule.severity &&
    kindOf(rule).when === "applies" &&
    JSON.stringify(wider.params) === JSON.stringify(rule.params) &&
    wider.when.length < rule.when.length &&
    wider.when.every((condition) => conditions.has(JSON.stringify(condition)))
  );
}

/**
 * Whether the candidate sets a tighter limit than the rule, wherever the candidate applies. A
 * distance that exceeds the rule's limit then also exceeds the candidate's limit.
 */
function isTighter(candidate: Rule, rule: Rule): boolean {
  const conditions = new Set(candidate.when.map((condition) => JSON.stringify(condition)));
  if (candidate.severity !== "error" || candidate.when.length <= rule.when.length) return false;
  if (!rule.when.every((condition) => conditions.has(JSON.stringify(condition)))) return false;
  const limit = certainBreaches([candidate]).map(({ body }) => body);
  return breachesOf(rule).every(({ body }) => limit.some((tighter) => isWithin(body, tighter)));
}

/** Whether both formulas are about the same distance, and the first implies the second. */
function isWithin(longer: Formula, shorter: Formula): boolean {
  if (!("from" in longer && "from" in shorter) || shorter.max !== undefined) return false;
  const ends = ({ from, to }: Distance): string => JSON.stringify([from, to]);
  return (
    ends(longer) === ends(shorter) &&
    (longer.min ?? Number.NEGATIVE_INFINITY) >= (shorter.min ?? Number.NEGATIVE_INFINITY)
  );
}

/**
 * Code for the condition under which a rule is checked. It is negated if the rule's `when` says
 * when the field is allowed.
 */
function condition(rule: Rule, shape: Shape): Code {
  return kindOf(rule).when === "allows"
    ? negatedAsCode(rule.when, shape)
    : conditionsAsCode(rule.when, shape);
}

type RuleView = { readonly [name: string]: View } & { readonly guard: Code };

/**
 * The view of a rule's check. The rule is not checked where a tighter limit among `checkedRules`
 * applies.
 */
function ruleView(rule: Rule, checkedRules: readonly Rule[], shape: Shape, path: Code): RuleView {
  const kind = kindOf(rule);
  const seen = seenBy(rule, shape);
  const view = kind.view(rule.params, seen, rule.severity);
  const guards = [
    ...(rule.when.length === 0 ? [] : [condition(rule, seen)]),
    ...checkedRules
      .filter((candidate) => isTighter(candidate, rule))
      .map(({ when }) => negatedAsCode(when, shape)),
  ];
  return {
    ...view,
    path: pathOf(path, view.path as Code | undefined),
    kind: partial(kind.name),
    id: literal(rule.id),
    severity: literal(rule.severity),
    message: messageOf(rule, shape),
    params: paramsOf(rule),
    guard: guards.reduce<Code>((all, guard) => joined`${all}${guard} && `, joined``),
  };
}

/** Code for a violation's path: the object's path, then the field, if any. */
function pathOf(object: Code, field: Code | undefined): Code {
  if (object === "") return field ?? literal("");
  return field === undefined ? object : joined`${object} + ${field}`;
}

/** Code for a violation's message. The runtime appends where the rule was seen. */
function messageOf(rule: Rule, shape: Shape): Code {
  const ending = conditionInWords(rule, shape);
  const valueMessage = kindOf(rule).valueMessage?.(rule.params, rule.severity) ?? null;
  if (valueMessage === null) return literal(`${violationClause(rule, shape)}${ending}`);
  const { value, clause, finding } = valueMessage;
  const found = finding === undefined ? [] : [{ text: " " }, { code: finding }];
  return template([{ code: value }, { text: clause }, ...found, { text: ending }]);
}

/**
 * The code for a violation's params. They are the rule's params, or its field and value, then its
 * conditions and where the rule was observed.
 */
function paramsOf(rule: Rule): Code {
  const { until, seenIn, seenOn } = rule;
  const conditions = { ...(rule.when.length > 0 && { when: rule.when }), until, seenIn, seenOn };
  const value = kindOf(rule).valueMessage?.(rule.params, rule.severity)?.value;
  if (value === undefined) return data({ ...rule.params, ...conditions });
  const { values: _, ...params } = rule.params;
  const members = data({ ...params, ...conditions }).replace(/^\{ | \}$/g, "") as Code;
  return joined`{ value: ${value}, ${members} }`;
}

/**
 * The view of `rules.ts`. `list` contains an entry for each rule of the request, in order, then for
 * the rules of nested objects. An entry contains all members of the rule, and its `message` in
 * words. `until`, `reason`, `seenIn` and `seenOn` are empty if the rule has none; `hasUntil` and so
 * on are then false.
 */
export function rulesView(flow: Request): View {
  const ownShape = shapeOf(flow);
  const own = flow.rules.map((rule) => ({ rule, shape: ownShape, object: null }));
  return {
    list: [...own, ...nestedRules(flow)].map(({ rule, shape, object }) => ({
      id: data(rule.id),
      kind: data(rule.kind),
      severity: data(rule.severity),
      hasObject: object !== null,
      object: data(object?.name ?? ""),
      message: data(ruleInWords(rule, shape)),
      when: data(rule.when),
      params: data(rule.params),
      hasUntil: rule.until !== undefined,
      until: data(rule.until ?? ""),
      hasReason: rule.reason !== undefined,
      reason: data(rule.reason ?? ""),
      hasSeenIn: rule.seenIn !== undefined,
      seenIn: data(rule.seenIn ?? ""),
      hasSeenOn: rule.seenOn !== undefined,
      seenOn: data(rule.seenOn ?? ""),
      sources: data(rule.sources),
    })),
  };
}
