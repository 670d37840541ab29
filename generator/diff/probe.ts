import { waysToBreak } from "../export/broken.js";
import { shapeOf } from "../lower/shape.js";
import type { Field, Request } from "../model/model.js";
import type { Rule } from "../model/rule.js";
import type { Distance, Formula, Point } from "../rules/breach.js";
import { kindOf } from "../rules/parse.js";

/** What a rule does to a body: lets it pass, warns, refuses it. */
export type Verdict = 0 | 1 | 2;

type Token = string | number | boolean | typeof ABSENT | typeof OTHER | typeof NO_DAY;

const ABSENT: unique symbol = Symbol("not there");
const OTHER: unique symbol = Symbol("any other value");
const NO_DAY: unique symbol = Symbol("no day");

/** A body, by its fields and by how far days are apart. */
type Body = ReadonlyMap<string, Token>;

/** How badly a body fares under rules, the worst of them counting. */
export function verdict(rules: readonly Rule[], body: Body, request: Request): Verdict {
  const { field } = shapeOf(request);
  const verdicts = rules.flatMap((rule) =>
    waysToBreak(rule)
      .filter(({ guard, body: broken }) => [...guard, broken].every((formula) => holds(formula, body, field)))
      .map(({ edge }): Verdict => (edge || rule.severity === "warning" ? 1 : 2)),
  );
  return Math.max(0, ...verdicts) as Verdict;
}

function holds(formula: Formula, body: Body, field: (name: string) => Field | undefined): boolean {
  if ("all" in formula) return formula.all.every((one) => holds(one, body, field));
  if ("any" in formula) return formula.any.some((one) => holds(one, body, field));
  if ("from" in formula) return isWithin(formula, body);
  const token = body.get(formula.field) ?? ABSENT;
  if ("present" in formula) return (token !== ABSENT) === formula.present;
  if ("holds" in formula) return formula.holds.some((value) => value === token);
  if ("matching" in formula) return typeof token === "string" && new RegExp(formula.matching).test(token);
  if ("noDay" in formula) return token === NO_DAY;
  const value = token === ABSENT ? field(formula.field)?.default : token;
  return "is" in formula ? formula.is.some((one) => one === value) : !formula.isNot.some((one) => one === value);
}

function isWithin(distance: Distance, body: Body): boolean {
  const far = body.get(axis(distance));
  const isGiven = fieldsOf(distance).every((name) => ![ABSENT, NO_DAY, undefined].includes(body.get(name) as symbol | undefined));
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = distance;
  return isGiven && typeof far === "number" && far + offset(distance) >= least && far + offset(distance) <= most;
}

/** Bodies that differ in all that the rules look at, and that both requests would take were there no rules. */
export function* bodies(rules: readonly Rule[], old: Request, now: Request): Generator<Body> {
  const formulas = rules
    .flatMap((rule) => [...rule.when, ...waysToBreak(rule).flatMap(({ guard, body }) => [...guard, body])])
    .flatMap(atoms);
  const named = rules.flatMap((rule) => [...kindOf(rule).fields(rule.params), ...rule.when.map(({ field }) => field)]);
  const axes = new Map<string, Set<Token>>([...new Set(named)].map((name) => [name, new Set(tokensOf(name, formulas, old, now))]));
  for (const formula of formulas) {
    if (!("from" in formula)) continue;
    const { least, most } = formula;
    const ends = [...(least === undefined ? [] : [least - 1, least]), ...(most === undefined ? [] : [most, most + 1])];
    const placed = ends.map((end) => end - offset(formula));
    axes.set(axis(formula), new Set([...(axes.get(axis(formula)) ?? []), ...placed]));
  }
  yield* combined([...axes]);
}

function* combined([first, ...rest]: readonly (readonly [string, ReadonlySet<Token>])[]): Generator<Body> {
  if (first === undefined) return yield new Map();
  for (const body of combined(rest)) for (const token of first[1]) yield new Map([...body, [first[0], token]]);
}

type Atom = Exclude<Formula, { readonly all: unknown } | { readonly any: unknown }>;

function atoms(formula: Formula): readonly Atom[] {
  if ("all" in formula) return formula.all.flatMap(atoms);
  return "any" in formula ? formula.any.flatMap(atoms) : [formula];
}

/** What a field may be as far as the rules can tell. */
function tokensOf(name: string, formulas: readonly Atom[], old: Request, now: Request): readonly Token[] {
  const [before, after] = [shapeOf(old), shapeOf(now)];
  const [was, is] = [before.field(name), after.field(name)];
  // What only one of both knows cannot be in a body that both take.
  if (was === undefined || is === undefined) return [ABSENT];
  const about = formulas.filter((formula) => "field" in formula && formula.field === name);
  const [known, knownNow] = [before.values(was.type), after.values(is.type)];
  const said = new Set<Token>(about.flatMap((formula) => valuesIn(formula, known ?? [])));
  const isKnown = (value: Token): boolean => [known, knownNow].every((values) => values === null || values.some((one) => one === value));
  const isOther = known === null || known.some((value) => !said.has(value) && isKnown(value));
  return [
    ...[...said].filter(isKnown),
    ...(isOther ? [OTHER] : []),
    ...(about.some((formula) => "noDay" in formula) ? [NO_DAY] : []),
    ...(was.required || is.required ? [] : [ABSENT]),
  ] as readonly Token[];
}

function valuesIn(formula: Atom, known: readonly Token[]): readonly Token[] {
  // Of many that a pattern fits one is enough.
  if ("matching" in formula) return known.filter((value) => new RegExp(formula.matching).test(String(value))).slice(0, 1);
  if ("is" in formula) return formula.is;
  if ("isNot" in formula) return formula.isNot;
  return "holds" in formula ? formula.holds : [];
}

/** What a distance is measured on. Fixed days stand on one axis, each at its own place. */
function axis({ from, to }: Distance): string {
  return JSON.stringify([from, to].map((point) => (dateOf(point) === null ? point : "a fixed day")));
}

/** How far a fixed day is from where its axis begins. */
function offset({ from, to }: Distance): number {
  return (dateOf(to) ?? 0) - (dateOf(from) ?? 0);
}

function dateOf(point: Point): number | null {
  return typeof point === "object" && "date" in point ? Date.parse(`${point.date}T00:00:00Z`) / 86_400_000 : null;
}

function fieldsOf({ from, to }: Distance): readonly string[] {
  return [from, to].flatMap((point: Point) => (point === "today" || "date" in point ? [] : ["day" in point ? point.day : point.number]));
}
