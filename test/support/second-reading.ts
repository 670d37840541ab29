import type { Condition, Rule } from "../../generated/rules.js";

interface Given {
  readonly defaults: ReadonlyMap<string, unknown>;
  readonly today: string;
  /** The allowed values of a field; undefined if it has no enum. */
  readonly possible?: (field: string) => readonly unknown[] | undefined;
}

type Body = Readonly<Record<string, unknown>>;

/** The parameters of all kinds of rules. Each kind has some of them. */
interface Params {
  readonly field: string;
  readonly start: string;
  readonly end: string;
  readonly startHour: string;
  readonly endHour: string;
  readonly amount: number;
  readonly unit: "day" | "month" | "year";
  readonly after: string;
  readonly grace?: number;
  readonly values: readonly unknown[];
  readonly requires: Condition;
  readonly groups: readonly (readonly string[])[];
  readonly fields: readonly string[];
  readonly date: string;
}

/**
 * An independent reading of a rule, from its data alone, without code of the generator or runtime.
 * Returns `severity rule path` for each place where the body violates it.
 */
export function read(
  rule: Rule,
  body: Body,
  { defaults, today, possible }: Given,
): readonly string[] {
  const holds = rule.when.every((condition) => meets(condition, body, defaults));
  if (rule.kind === "only-when" ? holds : !holds) return [];
  const p = rule.params as unknown as Params;
  const given = (name: string) => body[name] !== undefined;
  const found = (path: string, severity: string = rule.severity) => [
    `${severity} ${rule.id} ${path}`,
  ];
  const day = (name: string) => dayOf(body[name]);
  const now = dayOf(today);
  switch (rule.kind) {
    case "max-range":
      return window(day(p.end) - day(p.start), p, `/${p.end}`, found);
    case "max-lookback":
      return window(now - day(p.field), p, `/${p.field}`, found);
    case "min-range": {
      const inclusive = day(p.end) - day(p.start) + 1;
      const least = p.amount * (p.unit === "year" ? 365 : 1);
      return inclusive < least
        ? found(`/${p.end}`)
        : inclusive === least
          ? found(`/${p.end}`, "warning")
          : [];
    }
    case "min-date":
      return day(p.field) < dayOf(p.after)
        ? found(`/${p.field}`)
        : body[p.field] === p.after
          ? found(`/${p.field}`, "warning")
          : [];
    case "date-format":
      return /^\d{4}-\d\d-\d\d$/.test(String(body[p.field])) &&
        typeof body[p.field] === "string" &&
        Number.isNaN(day(p.field))
        ? found(`/${p.field}`)
        : [];
    case "date-order":
      return day(p.end) < day(p.start) ? found(`/${p.end}`) : [];
    case "not-after-today":
      return day(p.field) > now + (p.grace ?? 0)
        ? found(`/${p.field}`)
        : day(p.field) > now
          ? found(`/${p.field}`, "warning")
          : [];
    case "hour-order": {
      const [first, last] = [body[p.startHour], body[p.endHour]];
      if (
        day(p.start) !== day(p.end) ||
        typeof first !== "number" ||
        typeof last !== "number" ||
        last > first
      )
        return [];
      return found(`/${p.endHour}`, last === first ? "warning" : rule.severity);
    }
    case "forbidden-when":
    case "only-when":
      return given(p.field) ? found(`/${p.field}`) : [];
    case "requires-present":
      return given(p.field) ? [] : found(`/${p.field}`);
    case "requires-value":
      return given(p.field) && !meets(p.requires, body, defaults) ? found(`/${p.field}`) : [];
    case "forbidden-values-when": {
      if (!Array.isArray(body[p.field]))
        return p.values.includes(body[p.field]) ? found(`/${p.field}`) : [];
      const items = body[p.field] as readonly unknown[];
      return items.flatMap((item, at) =>
        p.values.includes(item) ? found(`/${p.field}/${at}`) : [],
      );
    }
    case "no-data-when": {
      if (p.values === undefined) return given(p.field) ? found(`/${p.field}`) : [];
      const items: readonly unknown[] = Array.isArray(body[p.field])
        ? (body[p.field] as readonly unknown[])
        : [];
      const isMeant = (item: unknown): boolean =>
        (item !== "conversion metrics" && p.values.includes(item)) ||
        (p.values.includes("conversion metrics") && isConversion(item));
      return items.flatMap((item, at) => (isMeant(item) ? found(`/${p.field}/${at}`) : []));
    }
    case "at-least-one-of":
      return p.groups.some((group) => group.every(given)) ? [] : found("");
    case "known-combinations": {
      const values = p.fields.map((name) => body[name] ?? defaults.get(name));
      const isKnown = values.every((value, at) => {
        const all = possible?.(p.fields[at] ?? "");
        return all === undefined
          ? ["number", "boolean"].includes(typeof value)
          : all.includes(value);
      });
      const listed = new Set(p.values.map((combination) => JSON.stringify(combination)));
      return isKnown && !listed.has(JSON.stringify(values)) ? found("") : [];
    }
    case "inaccurate-when-older": {
      const most = p.amount * { day: 1, month: 31, year: 366 }[p.unit];
      const items: unknown = body[p.field];
      if (!Array.isArray(items) || !(now - day(p.date) > most)) return [];
      return items.flatMap((item, at) =>
        p.values.includes(item) ? found(`/${p.field}/${at}`) : [],
      );
    }
    default:
      throw new Error(`this reading does not support the rule kind ${rule.kind}`);
  }
}

/** The events that conversion metrics count. */
const EVENTS =
  "CONVERSION CONVERSIONS CHECKOUT CHECKOUTS ADD_TO_CART ADD_TO_WISHLIST SUBSCRIBE SIGNUP SIGNUPS LEAD LEADS PAGE_VISIT PAGE_VISITS WATCH_VIDEO VIEW_CATEGORY SEARCH UNKNOWN APP_INSTALL APP_INSTALLS ROAS CPA COST_PER_ACTION CUSTOM";

function isConversion(item: unknown): boolean {
  return (
    EVENTS.split(" ").some((event) => `_${String(item)}_`.includes(`_${event}_`)) &&
    !String(item).includes("CUSTOM_LABEL")
  );
}

function meets(condition: Condition, body: Body, defaults: ReadonlyMap<string, unknown>): boolean {
  const written = body[condition.field];
  if ("present" in condition) return (written !== undefined) === condition.present;
  const value = written ?? defaults.get(condition.field) ?? written;
  const values: readonly unknown[] = "is" in condition ? condition.is : condition.isNot;
  return values.includes(value) === "is" in condition;
}

/** Right at the limit, readings can differ because years have 365 or 366 days. */
function window(
  length: number,
  { amount, unit }: Params,
  path: string,
  found: (path: string, severity?: string) => readonly string[],
): readonly string[] {
  const inMonths = [
    Math.floor((amount * 365) / 12) - 2,
    Math.ceil((amount * 366) / 12) + 1,
  ] as const;
  const inYears = [Math.floor(amount * 365), Math.ceil(amount * 366)] as const;
  const [least, most] = unit === "year" ? inYears : unit === "month" ? inMonths : [amount, amount];
  return length > most ? found(path) : length >= least ? found(path, "warning") : [];
}

/** The day number of a date in the platform's calendar, or NaN. */
export function dayOf(value: unknown): number {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return Number.NaN;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
    ? date.getTime() / 86_400_000
    : Number.NaN;
}
