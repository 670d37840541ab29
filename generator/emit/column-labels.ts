import { literal, property, type View } from "../code.js";
import type { Column, Model } from "../model/model.js";
import { columnKindsTable, columnTable } from "./lists.js";
import { ADDED_COLUMNS, type FileContext, noteOf } from "./types.js";

/**
 * Events that columns measure. Keys are parts of column names; values are the event in words,
 * singular and plural.
 */
const EVENTS: Readonly<Record<string, readonly [single: string, several: string]>> = {
  PAGE_VISIT: ["page visit", "page visits"],
  SIGNUP: ["sign-up", "sign-ups"],
  CHECKOUT: ["checkout", "checkouts"],
  CUSTOM: ["custom event", "custom events"],
  ADD_TO_CART: ["addition to the cart", "additions to the cart"],
  ADD_TO_WISHLIST: ["addition to the wish list", "additions to the wish list"],
  SUBSCRIBE: ["subscription", "subscriptions"],
  LEAD: ["lead", "leads"],
  SEARCH: ["search", "searches"],
  WATCH_VIDEO: ["watched video", "watched videos"],
  VIEW_CATEGORY: ["category view", "category views"],
  APP_INSTALL: ["app install", "app installs"],
  UNKNOWN: ["unknown event", "unknown events"],
};

const PLACES: Readonly<Record<string, string>> = {
  WEB: "web ",
  INAPP: "in-app ",
  INAPP_SKAN: "in-app SKAN ",
  INAPP_SKAN_ASSISTED: "in-app SKAN-assisted ",
  OFFLINE: "offline ",
  PINTEREST: "Pinterest ",
};

/** How a person interacted with the ad before the event. */
const CAUSES: Readonly<Record<string, string>> = {
  ENGAGEMENT: " after an engagement",
  CLICK: " after a click",
  VIEW: " after a view",
};

/** The source of a regular expression that matches any of the keys; longer keys come first. */
const anyOf = (names: object): string => Object.keys(names).sort(longestFirst).join("|");
const EVENT_COLUMN = new RegExp(
  `^(TOTAL_)?(?:(${anyOf(PLACES)})_)?(?:(${anyOf(CAUSES)})_)?(${anyOf(EVENTS)})` +
    "(?:_(VALUE|QUANTITY|COST_PER_ACTION|ROAS|CONVERSION_RATE)|_([A-Z]+)_ACTION_TO_([A-Z]+)_CONVERSION)?$",
);

/** Words of column names whose label is not simply the word in lower case. */
const WORDS: Readonly<Record<string, string>> = {
  "15SEC": "15-second",
  "3SEC": "3-second",
  AVG: "average",
  CLICKTHROUGH: "click-through",
  CPC: "cost per click",
  CPCV: "cost per completed video view",
  CPM: "cost per thousand impressions",
  CPV: "cost per video view",
  CTR: "click-through rate",
  ECPC: "effective cost per click",
  ECPCV: "effective cost per completed video view",
  ECPE: "effective cost per engagement",
  ECPM: "effective cost per thousand impressions",
  ECPV: "effective cost per video view",
  ECTR: "effective click-through rate",
  EENGAGEMENT: "effective engagement",
  INAPP: "in-app",
  MRC: "MRC",
  ONSITE: "on-site",
  PIN: "Pin",
  PINTEREST: "Pinterest",
  REPIN: "save",
  ROAS: "return on ad spend",
  SKAN: "SKAN",
  SUBPIN: "sub-Pin",
  URL: "URL",
  USD: "USD",
  WATCHTIME: "watch time",
};

/** Matches labels that do not get a plural ending. */
const INVARIABLE = /(?:s|ed|ity|left|right|forward|backward|%)$/;

/**
 * Derives a label from a column's name.
 *
 * Counts are plural. `CLICKTHROUGH_1` with the value `count` becomes "Click-throughs (paid)": other
 * programs read `_1` as paid and `_2` as earned. Units are omitted, except millionths:
 * `SPEND_IN_MICRO_DOLLAR` becomes "Spend (millionths)". Returns the name itself if it has no
 * letters or digits.
 */
export function labelOf({ name, value }: Pick<Column, "name" | "value">): string {
  const unit = /_IN_(?:MICRO_DOLLAR|DOLLAR|LOCAL_CURRENCY|SECOND)(?=$|_[12]$)/;
  const bare = name.replace(unit, "");
  const [, base = bare, origin, gross] = /^(.*[A-Z0-9])_([12])(_GROSS)?$/.exec(bare) ?? [];
  const remarks = [
    ...(origin === undefined ? [] : [origin === "1" ? "paid" : "earned"]),
    ...(gross === undefined ? [] : ["gross"]),
    ...(name.includes("_IN_MICRO_DOLLAR") ? ["millionths"] : []),
  ];
  const label = eventLabel(base) ?? plainLabel(base, value === "count");
  const capital = label.charAt(0).toUpperCase() + label.slice(1);
  return `${capital || name}${remarks.length === 0 ? "" : ` (${remarks.join(", ")})`}`;
}

/** The label of a column about an event, such as a checkout; otherwise null. */
function eventLabel(name: string): string | null {
  const match = EVENT_COLUMN.exec(name);
  if (match === null) return null;
  const [, total, origin, cause, event = "", measure, from, to] = match;
  const [single, several] = (EVENTS[event] ?? [event, event]).map(
    (words) => `${PLACES[origin ?? ""] ?? ""}${words}`,
  ) as [string, string];
  const prefix = total === undefined ? "" : "total ";
  const events = `${several}${CAUSES[cause ?? ""] ?? ""}`;
  if (from !== undefined && to !== undefined)
    return `${prefix}${events} on ${to.toLowerCase()} after an action on ${from.toLowerCase()}`;
  if (measure === "COST_PER_ACTION")
    return `${prefix}cost per ${single}${CAUSES[cause ?? ""] ?? ""}`;
  if (measure === "ROAS") return `${prefix}return on ad spend of ${events}`;
  return measure === undefined
    ? `${prefix}${events}`
    : `${prefix}${measure.toLowerCase().replace("_", " ")} of ${events}`;
}

/** The words of a name; for a count, the last word is plural. */
function plainLabel(name: string, isCount: boolean): string {
  const label = name
    .replace(/VIDEO_P(\d+)_(?:COMBINED|COMPLETE)$/, "VIDEO_PLAYS_TO_$1%")
    .replace(/_P(\d+)$/, "_TO_$1%")
    .split(/[^A-Za-z0-9%]+/)
    .filter((word) => word !== "")
    .map((word) => WORDS[word] ?? word.toLowerCase())
    .join(" ");
  return !isCount || INVARIABLE.test(label)
    ? label
    : /(?:ch|sh|x)$/.test(label)
      ? `${label}es`
      : `${label}s`;
}

/** Compares strings by length, longest first. */
function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}

/**
 * All columns of reports, then all columns of calls, without duplicate names. If several columns
 * have the same name, only the last one is returned, at the position of the first.
 */
export function allColumns({ flows, columns = [] }: Model): readonly Column[] {
  const all = [...flows.flatMap((flow) => flow.columns), ...columns];
  return [...new Map(all.map((column) => [column.name, column])).values()];
}

/**
 * The view of `column-labels.ts`: each column's label and description. Includes columns that report
 * files contain even if they were not requested. If several columns have the same label, all except
 * the first also show their name. Adds what the file uses to `imports`.
 */
export function columnLabelsView(
  model: Model,
  { imports }: FileContext,
): { readonly [name: string]: View } {
  const tables = [
    ...model.flows.filter(({ columns }) => columns.length > 0).map(columnTable),
    ...(model.columns === undefined ? [] : [columnKindsTable()]),
  ];
  const requested = allColumns(model);
  const names = new Set(requested.map(({ name }) => name));
  const ours = model.flows.flatMap(({ levels = [] }) =>
    levels.flatMap((level) => level.ours ?? []),
  );
  const added = [...new Set([...ours, ...Object.keys(ADDED_COLUMNS)])].filter(
    (name) => !names.has(name),
  );
  const entries = [
    ...requested.map((column) => ({
      name: column.name,
      label: column.label ?? labelOf(column),
      note: noteOf(column),
    })),
    ...added.map((name) => ({
      name,
      label: labelOf({ name, value: "text" }),
      note: addedNote(name),
    })),
  ];
  // The first column with a label keeps it; the others also show their name.
  const owners = new Map(entries.map(({ name, label }) => [label, name] as const).toReversed());
  imports.support("describeColumns");
  return {
    tables: tables.map(({ path, name }) => imports.file(path, name)),
    added: added.map((name) => literal(name)),
    columns: entries.map(({ name, label }) => ({
      name: property(name),
      label: literal(owners.get(label) === name ? label : `${label} (${name})`),
    })),
    notes: entries.flatMap(({ name, note }) =>
      note === undefined ? [] : [{ name: property(name), note: literal(note) }],
    ),
  };
}

/**
 * Describes a column that cannot be requested. The text begins in lower case and ends with a
 * period.
 */
function addedNote(name: string): string {
  const text = ADDED_COLUMNS[name] ?? OUR_ID;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const OUR_ID =
  "the id of the row's entity. The column's name is ours: Pinterest has no column for this id, but groups the file's rows by it.";
