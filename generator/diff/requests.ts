import { dayNumber } from "../../runtime/validation/dates.js";
import type { Distance, Formula, Point } from "../../runtime/validation/rule.js";
import { shapeOf } from "../lower/request.js";
import type { Field, ObjectType, Request, Rule, Type } from "../model/model.js";
import { waysToBreak } from "../rules/breaches.js";
import { kindOf, ruleInWords } from "../rules/parse.js";
import type { Data, Found, Side } from "./change.js";
import { counted } from "./shape.js";
import { compareTypes, sidesOf } from "./types.js";

/** Verdict of rules on a body: 0 passes, 1 warns, 2 refuses. */
export type Verdict = 0 | 1 | 2;

type Token = string | number | boolean | typeof ABSENT | typeof OTHER | typeof NO_DAY;

const ABSENT: unique symbol = Symbol("not there");
const OTHER: unique symbol = Symbol("any other value");
const NO_DAY: unique symbol = Symbol("no day");

/** An abstract body: the values of its fields and the distances between its days. */
type Body = ReadonlyMap<string, Token>;

/** The worst verdict of the rules on a body. */
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
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = distance;
  return isGiven && typeof far === "number" && far + offset(distance) >= min && far + offset(distance) <= max;
}

/** Bodies with all combinations of values that the rules distinguish and that both requests accept without rules. */
export function* bodies(rules: readonly Rule[], old: Request, now: Request): Generator<Body> {
  const formulas = rules
    .flatMap((rule) => [...rule.when, ...waysToBreak(rule).flatMap(({ guard, body }) => [...guard, body])])
    .flatMap(atoms);
  const named = rules.flatMap((rule) => [...kindOf(rule).fields(rule.params), ...rule.when.map(({ field }) => field)]);
  const axes = new Map<string, Set<Token>>([...new Set(named)].map((name) => [name, new Set(tokensOf(name, formulas, old, now))]));
  for (const formula of formulas) {
    if (!("from" in formula)) continue;
    const { min, max } = formula;
    const ends = [...(min === undefined ? [] : [min - 1, min]), ...(max === undefined ? [] : [max, max + 1])];
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

/** Values of a field that the rules distinguish. */
function tokensOf(name: string, formulas: readonly Atom[], old: Request, now: Request): readonly Token[] {
  const [before, after] = [shapeOf(old), shapeOf(now)];
  const [was, is] = [before.field(name), after.field(name)];
  // A field that only one request has cannot be in a body that both accept.
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
  // One value that matches the pattern stands for all.
  if ("matching" in formula) return known.filter((value) => new RegExp(formula.matching).test(String(value))).slice(0, 1);
  if ("is" in formula) return formula.is;
  if ("isNot" in formula) return formula.isNot;
  return "holds" in formula ? formula.holds : [];
}

/** Axis on which a distance is measured. Fixed days share one axis, each at its own offset. */
function axis({ from, to }: Distance): string {
  return JSON.stringify([from, to].map((point) => (dateOf(point) === null ? point : "a fixed day")));
}

/** Offset of a fixed day from the origin of its axis, in days. */
function offset({ from, to }: Distance): number {
  return (dateOf(to) ?? 0) - (dateOf(from) ?? 0);
}

function dateOf(point: Point): number | null {
  return typeof point === "object" && "date" in point ? dayNumber(point.date) : null;
}

function fieldsOf({ from, to }: Distance): readonly string[] {
  return [from, to].flatMap((point: Point) => (point === "today" || "date" in point ? [] : ["day" in point ? point.day : point.number]));
}

/**
 * The changes of a request's rules: matched by id, or by kind and subject if only the id changed, and judged by the bodies that they
 * refuse or warn of. With more than 50,000 bodies to try, a rule counts as stricter.
 */
export function compareRules(old: Request, now: Request): readonly Found[] {
  const [before, after] = [byId(old), byId(now)];
  const renamed = renamedIn(before, after);
  const all = [...new Set([...after.keys(), ...before.keys()])].flatMap((id): Found[] => {
    if ([...renamed.values()].includes(id)) return [];
    const [was, is] = [before.get(renamed.get(id) ?? id), after.get(id)];
    if (meaning(was) === meaning(is)) return [];
    const judged = judge(was, is, old, now);
    const said = [sayings(was, old), sayings(is, now)] as const;
    // A new enum value may be added to the values of a rule; it is reported with the values.
    if (said[0] === said[1] && judged.way === "the same") return [];
    const isLost = is?.until !== undefined && was?.until === undefined;
    return [
      { place: id, kind: "rule", step: judged.step, text: text(judged, said, isLost), old: data(was, said[0]), new: data(is, said[1]) },
    ];
  });
  return all.filter((found) => !all.some((other) => other.step === found.step && follows(found, other, before, after)));
}

/** Rules whose id changed with their condition, old ids by new ids: the only ones of their kind and subject. */
function renamedIn(before: ReadonlyMap<string, Rule>, after: ReadonlyMap<string, Rule>): ReadonlyMap<string, string> {
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const added = [...after.values()].filter(({ id }) => !before.has(id));
  return new Map(
    added.flatMap((is) => {
      const same = (rule: Rule): boolean => subject(rule) === subject(is);
      const [was, ...more] = gone.filter(same);
      return was === undefined || more.length > 0 || added.filter(same).length > 1 ? [] : [[is.id, was.id] as const];
    }),
  );
}

/** What a rule is about, independent of its conditions. */
function subject(rule: Rule): string {
  return unsorted([rule.kind, kindOf(rule).fields(rule.params), rule.params.values ?? null]);
}

/** Whether another change covers this one: its rule says the same of more bodies. */
function follows(
  { place: id }: Found,
  { place: wider }: Found,
  before: ReadonlyMap<string, Rule>,
  after: ReadonlyMap<string, Rule>,
): boolean {
  const isGone = !after.has(id);
  if (isGone !== !after.has(wider)) return false;
  const [narrow, wide] = [id, wider].map((one) => (isGone ? before : after).get(one));
  if (narrow === undefined || wide === undefined || narrow.when.length <= wide.when.length) return false;
  const conditions = narrow.when.map(unsorted);
  return meaning({ ...narrow, when: wide.when }) === meaning(wide) && wide.when.every((one) => conditions.includes(unsorted(one)));
}

function byId({ rules }: Request): ReadonlyMap<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** All of a rule but its id, our reason to enforce it and its sources. */
function meaning(rule: Rule | undefined): string {
  return unsorted(rule === undefined ? null : { kind: rule.kind, severity: rule.severity, when: rule.when, params: rule.params });
}

/** Text that is the same for the same data in any order: no list in a rule is ordered. */
function unsorted(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(unsorted).sort()}]`;
  if (typeof data !== "object" || data === null) return JSON.stringify(data) ?? "";
  return `{${Object.entries(data)
    .map(([name, inside]) => `${name}:${unsorted(inside)}`)
    .sort()}}`;
}

interface Judged {
  readonly step: "major" | "minor" | "patch";
  /** How the verdicts on bodies changed. */
  readonly way: "stricter" | "warns of more" | "looser" | "the same";
}

const STRICTER: Judged = { step: "major", way: "stricter" };

/** Maximum number of bodies to compare. With more, a changed rule counts as stricter, which bounds the run time. */
const MOST_BODIES = 50_000;

/**
 * Finds bodies with a worse or better verdict than before. Rules of the same kind about the same fields count as one: a rule may be split
 * in two.
 */
function judge(was: Rule | undefined, is: Rule | undefined, old: Request, now: Request): Judged {
  const [before, after] = [alike(old, was, is), alike(now, was, is)];
  let judged: Judged = { step: "patch", way: "the same" };
  let left = MOST_BODIES;
  for (const body of bodies([...before, ...after], old, now)) {
    if (left-- === 0) return STRICTER;
    const [then, today] = [verdict(before, body, old), verdict(after, body, now)];
    // The cause must be this rule: a worse verdict comes from its new form, a better one from its old form.
    const isWorse = is !== undefined && today > then && verdict([is], body, now) === today;
    const isBetter = was !== undefined && today < then && verdict([was], body, old) === then;
    if (isWorse && today === 2) return STRICTER;
    if (isWorse) judged = { step: "minor", way: "warns of more" };
    else if (isBetter && judged.way === "the same") judged = { step: "minor", way: "looser" };
  }
  return judged;
}

function alike({ rules }: Request, ...examples: readonly (Rule | undefined)[]): readonly Rule[] {
  const about = (rule: Rule): string => JSON.stringify([rule.kind, [...kindOf(rule).fields(rule.params)].sort()]);
  const wanted = examples.flatMap((rule) => (rule === undefined ? [] : [about(rule)]));
  return rules.filter((rule) => wanted.includes(about(rule)));
}

function sayings(rule: Rule | undefined, request: Request): string {
  if (rule === undefined) return "";
  return `${ruleInWords(rule, shapeOf(request))}${rule.severity === "warning" ? " (warns only)" : ""}`;
}

function data(rule: Rule | undefined, says: string): Data {
  if (rule === undefined) return null;
  const { kind, severity, when, params } = rule;
  return { says, kind, severity, when: when as unknown as Data, ...(params as { readonly [key: string]: Data }) };
}

function text({ way }: Judged, [before, after]: readonly [string, string], isLost: boolean): string {
  if (before === "") return `new rule: ${after}`;
  if (after === "") return `rule gone: ${before}`;
  if (isLost) return `rule no longer said: ${after}; was: ${before}`;
  return `rule ${way === "the same" ? "in other words" : way}: ${after}; was: ${before}`;
}

/** Changes of a request's fields, of its rules and of our words about it. */
export function compareRequests(before: Request, after: Request): readonly Found[] {
  const formatted = [before, after].flatMap(({ body }) =>
    body.fields.filter(({ limits }) => limits.format === "date").map(({ name }) => name),
  );
  const [old, now] = [withFormats(before, formatted), withFormats(after, formatted)];
  return [...compareWholes([old, old.body], [now, now.body], "", "request"), ...compareRules(old, now), ...compareDocs(old, now)];
}

/** A calendar day may be stated by a field's format or by a rule. For the named fields the rule is turned into the format. */
function withFormats(request: Request, names: readonly string[]): Request {
  const isFormat = ({ kind, severity, when, params }: Rule): boolean =>
    kind === "date-format" && severity === "error" && when.length === 0 && names.includes(String(params.field));
  const said = request.rules.filter(isFormat).map(({ params }) => params.field);
  const fields = request.body.fields.map(
    (field): Field => (said.includes(field.name) ? { ...field, limits: { ...field.limits, format: "date" } } : field),
  );
  return { ...request, body: { ...request.body, fields }, rules: request.rules.filter((rule) => !isFormat(rule)) };
}

type Whole = readonly [request: Request, object: ObjectType];

/** Compares objects that are not among the types of their request. */
export function compareWholes([old, before]: Whole, [now, after]: Whole, place: string, side: Side): readonly Found[] {
  const sides = sidesOf({ ...old, objects: [...old.objects, before] }, { ...now, objects: [...now.objects, after] }, side);
  return compareTypes(typeOf(before), typeOf(after), place, sides);
}

function typeOf({ name, oneOf }: ObjectType): Type {
  return oneOf === undefined ? { kind: "object", name } : { kind: "union", name: oneOf };
}

/** Changes of our words, which become comments in the generated code. */
function compareDocs(old: Request, now: Request): readonly Found[] {
  const [before, after] = [docsOf(old), docsOf(now)];
  const reworded = [...after.keys()].filter((place) => before.has(place) && before.get(place) !== after.get(place));
  if (reworded.length === 0) return [];
  const pick = (docs: ReadonlyMap<string, string>): Record<string, string> =>
    Object.fromEntries(reworded.map((place) => [place, docs.get(place) ?? ""]));
  const text = `${counted(reworded.length, "comment")} reworded`;
  return [{ place: "", kind: "docs", step: "patch", text, old: pick(before), new: pick(after) }];
}

function docsOf({ name, doc, body, objects }: Request): ReadonlyMap<string, string> {
  const of = ({ name: object, fields }: ObjectType): readonly (readonly [string, string])[] =>
    fields.map((field: Field) => [`${object}.${field.name}`, field.doc]);
  return new Map([[name, doc], ...[body, ...objects].flatMap(of)]);
}
