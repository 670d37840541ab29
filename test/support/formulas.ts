import { waysToBreak } from "../../generator/export/rules.js";
import type { Request } from "../../generator/model/model.js";
import type { Formula, Point } from "../../generator/rules/kind.js";
import { dayOf } from "./second-reading.js";

type Body = Readonly<Record<string, unknown>>;

/**
 * The rules that a body breaks by the formulas that the page, the schema and the diff are made of: `severity rule`, sorted. Takes the types
 * of the fields for granted.
 */
export function brokenFormulas(body: Body, request: Request, today: string): readonly string[] {
  const defaults = new Map(request.body.fields.map((field) => [field.name, field.default]));
  const holds = (formula: Formula): boolean => {
    if ("all" in formula) return formula.all.every(holds);
    if ("any" in formula) return formula.any.some(holds);
    if ("from" in formula) {
      const apart = at(formula.to) - at(formula.from);
      return apart >= (formula.least ?? Number.NEGATIVE_INFINITY) && apart <= (formula.most ?? Number.POSITIVE_INFINITY);
    }
    const given = body[formula.field];
    if ("present" in formula) return (given !== undefined) === formula.present;
    const value = given ?? defaults.get(formula.field) ?? given;
    if ("is" in formula) return formula.is.some((one) => one === value);
    if ("isNot" in formula) return !formula.isNot.some((one) => one === value);
    if ("noDay" in formula) return typeof given === "string" && /^\d{4}-\d\d-\d\d$/.test(given) && Number.isNaN(dayOf(given));
    const items = Array.isArray(given) ? given.filter((item) => typeof item === "string") : [];
    return items.some((item) => ("holds" in formula ? formula.holds.includes(item) : new RegExp(formula.matching).test(item)));
  };
  const at = (point: Point): number => {
    if (point === "today") return dayOf(today);
    if ("date" in point) return dayOf(point.date);
    if ("day" in point) return dayOf(body[point.day]);
    const number = body[point.number];
    return typeof number === "number" ? number : Number.NaN;
  };
  const broken = request.rules.flatMap((rule) =>
    waysToBreak(rule)
      .filter(({ guard, body: breach }) => [...guard, breach].every(holds))
      .map(({ edge }) => `${edge ? "warning" : rule.severity} ${rule.id}`),
  );
  return [...new Set(broken)].sort();
}
