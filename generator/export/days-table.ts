import { shapeOf } from "../lower/shape.js";
import type { Request } from "../model/model.js";
import type { Rule } from "../model/rule.js";
import type { Distance, Point } from "../rules/breach.js";
import { conditionsInWords } from "../rules/condition.js";
import { waysToBreak } from "./broken.js";
import { code, table, words } from "./table.js";

/** The day that examples take for today: the page has no clock. */
export const EXAMPLE_TODAY = "2026-03-08";

const MS_PER_DAY = 86_400_000;

/** From how many days on, and up to how many. */
interface Days {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** Every rule that is a limit in days: the days that are fine, that warn, and that are errors. Null when there is no such rule. */
export function daysTable(request: Request): string | null {
  const rows = request.rules.flatMap((rule) => rowOf(rule, request) ?? []);
  return rows.length === 0 ? null : table(["rule", "when", "day", "fine", "warns", "error"], rows.map(cells));
}

interface Row {
  readonly rule: Rule;
  readonly when: string;
  readonly limits: readonly { readonly distance: Distance; readonly edge: boolean }[];
}

function rowOf(rule: Rule, request: Request): Row | null {
  const limits = waysToBreak(rule).flatMap(({ edge, body }) => ("from" in body && isOfDays(body) ? [{ distance: body, edge }] : []));
  return limits.length === 0 ? null : { rule, when: conditionsInWords(rule.when, shapeOf(request)), limits };
}

function isOfDays({ from, to }: Distance): boolean {
  return ![from, to].some((at) => typeof at === "object" && "number" in at);
}

function cells({ rule, when, limits }: Row): readonly string[] {
  const said = (severity: Rule["severity"]): string =>
    limits
      .filter(({ edge }) => (edge ? "warning" : rule.severity) === severity)
      .map(({ distance }) => inWords(distance, distance))
      .join("; ");
  const [first] = limits;
  const fine = first === undefined ? "" : inWords(first.distance, outside(limits.map(({ distance }) => distance)));
  return [code(rule.id), words(when), first === undefined ? "" : code(moving(first.distance)), fine, said("warning"), said("error")];
}

/** What none of the limits covers: each of them is open on the same side. */
function outside(limits: readonly Distance[]): Days {
  const open = limits.find(({ least, most }) => least === undefined || most === undefined);
  if (open?.most === undefined) return { most: Math.min(...limits.flatMap(({ least }) => least ?? [])) - 1 };
  return { least: Math.max(...limits.flatMap(({ most }) => most ?? [])) + 1 };
}

/** The field that is too early or too late: the end of the distance, unless that is today. */
function moving({ from, to }: Distance): string {
  const at = to === "today" ? from : to;
  return typeof at === "object" && "day" in at ? at.day : "";
}

function inWords({ from, to }: Distance, { least, most }: Days): string {
  const day = (days: number): string => (to === "today" ? away(to, -days) : away(from, days));
  const [later, earlier] = to === "today" ? ["earlier", "later"] : ["later", "earlier"];
  if (least !== undefined && most !== undefined) return least === most ? day(least) : `${day(least)} to ${day(most)}`;
  return least !== undefined ? `${day(least)} or ${later}` : `${day(most ?? 0)} or ${earlier}`;
}

/** A day so many days from another. */
function away(at: Point, days: number): string {
  if (typeof at === "object" && "date" in at) return iso(at.date, days);
  const name = at === "today" ? "today" : code("day" in at ? at.day : at.number);
  const example = at === "today" ? ` (${iso(EXAMPLE_TODAY, days)})` : "";
  const amount = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
  return days === 0 ? `${name}${example}` : `${name} ${days > 0 ? "+" : "−"} ${amount}${example}`;
}

function iso(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}
