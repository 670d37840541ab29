import type { Formula } from "../../runtime/validation/rule.js";
import type { Rule } from "../model/model.js";
import { negateCondition } from "./condition.js";
import { kindOf } from "./parse.js";

/** One way to violate a rule: `body` and all formulas of `guard` hold. */
export interface RuleBreach {
  /**
   * True if it is uncertain that this is a violation, for example because the description is
   * ambiguous. It is then only a warning, regardless of the rule's severity.
   */
  readonly edge: boolean;
  /** The formulas that must all hold for the rule to apply. */
  readonly guard: readonly Formula[];
  readonly body: Formula;
}

/**
 * Lists the ways to violate a rule.
 *
 * Certain violations come first. The others, whose `edge` is true, are uncertain. Throws a
 * `TypeError` for an unknown kind.
 */
export function breachesOf(rule: Rule): readonly RuleBreach[] {
  return kindOf(rule)
    .breaches(rule.params)
    .map((breach) => ({ ...breach, guard: guardOf(rule) }));
}

/**
 * The rule's first certain violation: the first breach whose `edge` is false. Throws a `TypeError`
 * if there is none.
 */
export function certainBreach(rule: Rule): RuleBreach {
  const breach = breachesOf(rule).find(({ edge }) => !edge);
  if (breach === undefined)
    throw new TypeError(`no request is certain to break the rule ${rule.id}`);
  return breach;
}

/**
 * Lists the certain violations of the rules with severity error.
 *
 * `rule` is the rule's id; one rule can have several entries. A body violates the rule if `body`
 * and all formulas of `when` hold. Throws a `TypeError` for an unknown kind.
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

/** Whether a formula only states that fields are absent, possibly combined by `all` and `any`. */
export function isAbsence(formula: Formula): boolean {
  if ("any" in formula) return formula.any.every(isAbsence);
  if ("all" in formula) return formula.all.every(isAbsence);
  return "present" in formula && !formula.present;
}

/**
 * The formulas that must all hold for the rule to apply.
 *
 * These are the rule's conditions. If the conditions say when a field is allowed, there is a single
 * formula: at least one of the conditions does not hold.
 */
function guardOf(rule: Rule): readonly Formula[] {
  if (kindOf(rule).when === "applies") return rule.when;
  return rule.when.length === 1
    ? rule.when.map(negateCondition)
    : [{ any: rule.when.map(negateCondition) }];
}
