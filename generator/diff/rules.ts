import { shapeOf } from "../lower/shape.js";
import type { Request } from "../model/model.js";
import type { Rule } from "../model/rule.js";
import { kindOf, ruleInWords } from "../rules/parse.js";
import type { Data, Found } from "./change.js";
import { bodies, verdict } from "./probe.js";

/** The rules of a request, by their ids, each judged by what it refuses. */
export function compareRules(old: Request, now: Request): readonly Found[] {
  const [before, after] = [byId(old), byId(now)];
  const renamed = renamedIn(before, after);
  const all = [...new Set([...after.keys(), ...before.keys()])].flatMap((id): Found[] => {
    if ([...renamed.values()].includes(id)) return [];
    const [was, is] = [before.get(renamed.get(id) ?? id), after.get(id)];
    if (meaning(was) === meaning(is)) return [];
    const judged = judge(was, is, old, now);
    const said = [sayings(was, old), sayings(is, now)] as const;
    // A value that is new may have joined those that a rule is about: that is told with the values.
    if (said[0] === said[1] && judged.way === "the same") return [];
    const isLost = is?.until !== undefined && was?.until === undefined;
    return [
      { place: id, kind: "rule", step: judged.step, text: text(judged, said, isLost), old: data(was, said[0]), new: data(is, said[1]) },
    ];
  });
  return all.filter((found) => !all.some((other) => other.step === found.step && follows(found, other, before, after)));
}

/** The rules that have another id because their condition is another, by their new ids: of the same kind, about the same, and the only ones. */
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

/** What a rule is about, whenever it applies. */
function subject(rule: Rule): string {
  return unsorted([rule.kind, kindOf(rule).fields(rule.params), rule.params.values ?? null]);
}

/** Whether all that is told of a rule is told with one that says the same of more bodies. */
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

/** All of a rule but its name, why we enforce it and where it was read. */
function meaning(rule: Rule | undefined): string {
  return unsorted(rule === undefined ? null : { kind: rule.kind, severity: rule.severity, when: rule.when, params: rule.params });
}

/** What is the same for the same data in whatever order: no list of a rule is read from one end to the other. */
function unsorted(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(unsorted).sort()}]`;
  if (typeof data !== "object" || data === null) return JSON.stringify(data) ?? "";
  return `{${Object.entries(data)
    .map(([name, inside]) => `${name}:${unsorted(inside)}`)
    .sort()}}`;
}

interface Judged {
  readonly step: "major" | "minor" | "patch";
  /** What bodies see of it that were fine, or were not. */
  readonly way: "stricter" | "warns of more" | "looser" | "the same";
}

const STRICTER: Judged = { step: "major", way: "stricter" };

/** A rule over so many fields that more bodies differ is taken for stricter, whatever it says: nobody shall wait for it. */
const MOST_BODIES = 50_000;

/** Which bodies fare worse than before, and which fare better. Rules of the same kind about the same fields count as one: a rule may be cut in two. */
function judge(was: Rule | undefined, is: Rule | undefined, old: Request, now: Request): Judged {
  const [before, after] = [alike(old, was, is), alike(now, was, is)];
  let judged: Judged = { step: "patch", way: "the same" };
  let left = MOST_BODIES;
  for (const body of bodies([...before, ...after], old, now)) {
    if (left-- === 0) return STRICTER;
    const [then, today] = [verdict(before, body, old), verdict(after, body, now)];
    // Whose doing it is: of this rule as it is, or of this rule as it was.
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
