import type { Flow, HttpCall, Model, Operation, Rule } from "../model/model.js";
import { opposite } from "../rules/condition.js";
import type { Formula } from "../rules/kind.js";
import { kindOf } from "../rules/parse.js";

/** One way to violate a rule. */
export interface Broken {
  /** Readings of the prose differ here: a warning, whatever the rule's severity. */
  readonly edge: boolean;
  /** When the rule applies; all of these must hold. */
  readonly guard: readonly Formula[];
  readonly body: Formula;
}

/** The ways to violate a rule, the one that every reading agrees on first. */
export function waysToBreak(rule: Rule): readonly Broken[] {
  return kindOf(rule)
    .breaches(rule.params)
    .map((breach) => ({ ...breach, guard: guardOf(rule) }));
}

/** The way to violate a rule that every reading agrees on. Throws a `TypeError` when there is none. */
export function certainly(rule: Rule): Broken {
  const certain = waysToBreak(rule).find(({ edge }) => !edge);
  if (certain === undefined) throw new TypeError(`nothing breaks ${rule.id} for certain`);
  return certain;
}

/** Whether a formula only says that some fields are absent. */
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

/** A report or an operation. */
export type Offered = Flow | Operation;

/** Reports first, then operations, in the order of `spec/flows.yaml`. */
export function allOffered({ flows, operations }: Pick<Model, "flows" | "operations">): readonly Offered[] {
  return [...flows, ...operations];
}

/** The call that sends the request; of a report, `create`. */
export function callOf(offered: Offered): HttpCall {
  return "create" in offered ? offered.create : offered.call;
}
