import type { Flow, HttpCall, Model, Operation, Rule } from "../model/model.js";
import { opposite } from "../rules/condition.js";
import type { Formula } from "../rules/kind.js";
import { kindOf } from "../rules/parse.js";

/** One way to break a rule. */
export interface Broken {
  /** Readings differ here: a warning, however severe the rule is. */
  readonly edge: boolean;
  /** When the rule applies; all of it must hold. */
  readonly guard: readonly Formula[];
  readonly body: Formula;
}

/** The ways to break a rule, that of which every reading is certain first. */
export function waysToBreak(rule: Rule): readonly Broken[] {
  return kindOf(rule)
    .breaches(rule.params)
    .map((breach) => ({ ...breach, guard: guardOf(rule) }));
}

/** How a rule is broken for certain. */
export function certainly(rule: Rule): Broken {
  const certain = waysToBreak(rule).find(({ edge }) => !edge);
  if (certain === undefined) throw new TypeError(`nothing breaks ${rule.id} for certain`);
  return certain;
}

/** Whether it says no more than that some fields are not there. */
export function isAbsence(formula: Formula): boolean {
  if ("any" in formula) return formula.any.every(isAbsence);
  if ("all" in formula) return formula.all.every(isAbsence);
  return "present" in formula && !formula.present;
}

function guardOf(rule: Rule): readonly Formula[] {
  if (kindOf(rule).when === "applies") return rule.when;
  return rule.when.length === 1 ? rule.when.map(opposite) : [{ any: rule.when.map(opposite) }];
}

/** "a, b and c", or "none". */
export function named(rules: readonly Rule[]): string {
  const ids = rules.map(({ id }) => id);
  return ids.length < 2 ? (ids[0] ?? "none") : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
}

/** What can be asked for: a report, or a single call. */
export type Offered = Flow | Operation;

/** Reports first, then the calls that are answered at once, as `spec/flows.yaml` lists them. */
export function allOffered({ flows, operations }: Pick<Model, "flows" | "operations">): readonly Offered[] {
  return [...flows, ...operations];
}

/** The call that the request goes with. */
export function callOf(offered: Offered): HttpCall {
  return "create" in offered ? offered.create : offered.call;
}
