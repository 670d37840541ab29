import { shapeOf } from "../lower/shape.js";
import type { Request } from "../model/model.js";
import type { Rule, Severity } from "../model/rule.js";
import type { Shape } from "../rules/kind.js";
import { ruleInWords } from "../rules/parse.js";
import { waysToBreak } from "./broken.js";
import { allInCel } from "./cel-formula.js";

/** One rule in CEL. The expression is true for a body that keeps it. */
export interface CelRule {
  /** The rule's id; where readings of the rule differ, a record of its own with `.edge` behind the id. */
  readonly id: string;
  readonly message: string;
  readonly severity: Severity;
  readonly expression: string;
}

/** Every rule as CEL over `body`, a map, and `today`, the timestamp of the day's first moment in UTC. */
export function cel(request: Request): { readonly "//": string; readonly cel: readonly CelRule[] } {
  const shape = shapeOf(request);
  return {
    "//":
      "Generated from Pinterest's API description. Variables: body, the request as a map; today, the first moment of the day in UTC as a " +
      "timestamp. An expression is true when the rule is kept. It takes the types of the fields for granted: check them first, as with the " +
      "JSON Schema. A day before the year 100 counts as none, which leaves timestamps room. Rules that CEL cannot say: none.",
    cel: request.rules.flatMap((rule) => celRules(rule, shape)),
  };
}

function celRules(rule: Rule, shape: Shape): readonly CelRule[] {
  const says = ruleInWords(rule, shape);
  return waysToBreak(rule).map(({ edge, guard, body }) => ({
    id: edge ? `${rule.id}.edge` : rule.id,
    message: edge ? `${says}; here readings of that limit differ` : says,
    severity: edge ? "warning" : rule.severity,
    expression: `!(${allInCel([...guard, body], shape)})`,
  }));
}
