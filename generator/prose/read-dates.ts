import type { Reading, Strange } from "./draft.js";
import { conditions, type Groups, type Sight } from "./read-context.js";
import { type Field, fieldMeant } from "./vocabulary.js";

/** What limits are counted in. How long a month is nobody says: a rule in months would have too many readings. */
const units: Readonly<Record<string, string>> = { day: "day", days: "day", year: "year", years: "year" };

function strangeUnit(...said: readonly (string | undefined)[]): Strange | null {
  const unit = said.find((word) => word !== undefined && !Object.hasOwn(units, word.toLowerCase()));
  return unit === undefined ? null : { strange: `a sentence binds, and its unit is unknown: ${unit}; known are days and years` };
}

function duration(amount: string | undefined, unit: string | undefined): { readonly amount: number; readonly unit: string } | null {
  const known = units[(unit ?? "").toLowerCase()];
  const number = Number(amount);
  return known && number > 0 ? { amount: number, unit: known } : null;
}

const date = (name: string, { vocabulary }: Sight): string | null => (vocabulary.fields.has(name) ? name : null);
const isDate = (field: Field | null): field is Field => field !== null && /(?:^|_)date$/.test(field.name);

/** How far back, how long a range, or both. */
export function windows(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const start = date("start_date", sight);
  const end = date("end_date", sight);
  const strange = strangeUnit(groups.backUnit, groups.spanUnit);
  if (strange) return strange;
  if (!when || !start || !end) return null;
  const back = duration(groups.back, groups.backUnit);
  const span = duration(groups.span, groups.spanUnit);
  if ((groups.back !== undefined && !back) || (groups.span !== undefined && !span)) return null;
  return [
    ...(back ? [{ kind: "max-lookback", when, params: { field: start, ...back } }] : []),
    ...(span ? [{ kind: "max-range", when, params: { start, end, ...span } }] : []),
  ];
}

/** "Cannot be more than 90 days back from today": about its own field, unless it names another. */
export function lookbackOf(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const far = duration(groups.back, groups.backUnit);
  const strange = strangeUnit(groups.backUnit);
  if (strange) return strange;
  const field = groups.subject === undefined ? sight.self : fieldMeant(groups.subject, sight.self, sight.vocabulary);
  return when && far && isDate(field) ? [{ kind: "max-lookback", when, params: { field: field.name, ...far } }] : null;
}

/** "Cannot be more than 90 days past start_date": about its own field, unless it names another. */
export function rangeAfter(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const long = duration(groups.span, groups.spanUnit);
  const strange = strangeUnit(groups.spanUnit);
  if (strange) return strange;
  const start = fieldMeant(groups.field ?? "", null, sight.vocabulary);
  const end = groups.subject === undefined ? sight.self : fieldMeant(groups.subject, sight.self, sight.vocabulary);
  if (!when || !long || !isDate(end) || !isDate(start) || start === end) return null;
  return [{ kind: "max-range", when, params: { start: start.name, end: end.name, ...long } }];
}

export function minRange(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const long = duration(groups.least, groups.leastUnit);
  const strange = strangeUnit(groups.leastUnit);
  if (strange) return strange;
  const start = date("start_date", sight);
  const end = date("end_date", sight);
  return when && long && start && end ? [{ kind: "min-range", when, params: { start, end, ...long } }] : null;
}

export function minDate(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const field = fieldMeant(groups.field ?? "", sight.self, sight.vocabulary);
  const after = groups.date ?? "";
  const isReal = new Date(`${after}T00:00:00Z`).toString() !== "Invalid Date" && new Date(after).toISOString().startsWith(after);
  return when && isDate(field) && isReal ? [{ kind: "min-date", when, params: { field: field.name, after } }] : null;
}

/** A format that the schema states as well needs no rule. */
export function dateFormat(_: Groups, { self }: Sight): Reading {
  if (!self || self.isList) return null;
  const { type = "string", format = "date" } = self.facts;
  if (type !== "string" || format !== "date")
    return { dead: `the prose calls ${self.name} a day, the schema ${format === "date" ? type : format}` };
  return self.facts.format === "date" ? [] : [{ kind: "date-format", when: [], params: { field: self.name } }];
}
