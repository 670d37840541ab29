import type { Request } from "../../generator/model/model.js";
import { breachesOf } from "../../generator/rules/breaches.js";
import { matchesFormula } from "../../runtime/testing/check-body.js";
import { dayNumber } from "../../runtime/validation/dates.js";
import type { Formula } from "../../runtime/validation/rule.js";

type Body = Readonly<Record<string, unknown>>;

/**
 * The rules that a body violates by the formulas of the page, the schema and the diff: `severity
 * rule`, sorted. The types of its fields must be right.
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
