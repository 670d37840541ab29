import type { Condition, Rule } from "../model/rule.js";
import { opposite } from "./condition.js";
import type { TypeCheck } from "./kind.js";
import { kindOf } from "./parse.js";

/** The type check of a rule that stops requests; a warning never keeps anything from compiling. */
export function typeOf(rule: Rule): TypeCheck | null {
  return rule.severity === "error" ? kindOf(rule).type(rule.params) : null;
}

/** Whether types can see any of the rules. */
export function anyTyped(rules: readonly Rule[]): boolean {
  return rules.some((rule) => typeOf(rule) !== null);
}

/** When a rule certainly applies, as lists of conditions of which each needs one that surely holds. */
export function certainly(rule: Rule, check: TypeCheck): readonly (readonly Condition[])[] {
  const when = kindOf(rule).when === "allows" ? [rule.when.map(opposite)] : rule.when.map((condition) => [condition]);
  return [...when, ...check.certain];
}
