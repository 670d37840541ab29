import type { Request } from "../../generator/model/model.js";
import { breachesOf } from "../../generator/rules/breaches.js";
import { matchesFormula } from "../../runtime/testing/check-body.js";
import { dayNumber } from "../../runtime/validation/dates.js";
import type { Formula } from "../../runtime/validation/rule.js";

type Body = Readonly<Record<string, unknown>>;

/**
 * The rules that a body violates according to the formulas on the rules page, in the schema and in
 * the diff, each as `severity rule`, sorted. The body's types must be valid.
 */
export function brokenFormulas(body: Body, request: Request, today: string): readonly string[] {
  const defaults = Object.fromEntries(
    request.body.fields.flatMap(({ name, default: value }) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  const holds = (formula: Formula): boolean =>
    matchesFormula(formula, { body, defaults, today: dayNumber(today) });
  const broken = request.rules.flatMap((rule) =>
    breachesOf(rule)
      .filter(({ guard, body: breach }) => [...guard, breach].every(holds))
      .map(({ edge }) => `${edge ? "warning" : rule.severity} ${rule.id}`),
  );
  return [...new Set(broken)].sort();
}
