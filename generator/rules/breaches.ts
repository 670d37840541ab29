import type { Formula } from "../../runtime/validation/rule.js";
import type { Rule } from "../model/model.js";
import { negateCondition } from "./condition.js";
import { kindOf } from "./parse.js";

/** One way to violate a rule: all of `guard` and `body` hold. */
export interface RuleBreach {
  /** Readings of the prose differ here: a warning, whatever the rule's severity. */
  readonly edge: boolean;
  /** When the rule applies; all of these must hold. */
  readonly guard: readonly Formula[];
  readonly body: Formula;
}

/**
 * The ways to violate a rule: first those that every reading of the prose agrees on, then those
 * that only some readings forbid (`edge` is true). Throws a `TypeError` for an unknown kind.
 */
export function breachesOf(rule: Rule): readonly RuleBreach[] {
  return kindOf(rule)
    .breaches(rule.params)
    .map((breach) => ({ ...breach, guard: guardOf(rule) }));
}

/**
 * The first way to violate a rule that every reading of the prose agrees on, as formulas: the rule
 * is violated if all of `guard`, and `body`, hold. Throws a `TypeError` if there is none.
 */
export function certainBreach(rule: Rule): RuleBreach {
  const breach = breachesOf(rule).find(({ edge }) => !edge);
  if (breach === undefined) throw new TypeError(`the rule ${rule.id} has no certain breach`);
  return breach;
}

/**
 * The ways to violate the rules of severity error on which all readings agree, each with the rule's
 * id in `rule`; a rule may have several. A body violates the rule if all formulas of `when`, and
 * `body`, hold. Rules that only warn have none.
 */
export function certainBreaches(
  rules: readonly Rule[],
): readonly { rule: string; when: readonly Formula[]; body: Formula }[] {
  return rules
    .filter(({ severity }) => severity === "error")
    .flatMap((rule) =>
      breachesOf(rule)
        .filter(({ edge }) => !edge)
        .map(({ guard, body }) => ({ rule: rule.id, when: guard, body })),
    );
}

/** Whether a formula only states that fields are absent, alone or combined by `all` and `any`. */
export function isAbsence(formula: Formula): boolean {
  if ("any" in formula) return formula.any.every(isAbsence);
  if ("all" in formula) return formula.all.every(isAbsence);
  return "present" in formula && !formula.present;
}

/**
 * The formulas that all hold when the rule applies: its conditions, or for a kind whose conditions
 * allow, that one of them does not hold.
 */
function guardOf(rule: Rule): readonly Formula[] {
  if (kindOf(rule).when === "applies") return rule.when;
  return rule.when.length === 1
    ? rule.when.map(negateCondition)
    : [{ any: rule.when.map(negateCondition) }];
}
