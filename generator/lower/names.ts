import { createHash } from "node:crypto";

/** `ad-group_ids` as `AdGroupIds`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join("");
}

/** `pascal` with a small first letter. */
export function camel(name: string): string {
  const words = pascal(name);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** `ReportMetricsFilter` as `REPORT_METRICS_FILTER`, the way constants are written. */
export function constant(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
}

/** One of what a plural names: `statuses` gives `status`, `targeting_types` gives `targeting_type`. */
export function singular(name: string): string {
  if (/ies$/i.test(name)) return name.replace(/ies$/i, "y");
  if (/(s|x|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
}

/** The function that checks one field of an object. */
export function fieldCheck(object: string, field: string): string {
  return `check${object.replace(/Request$/, "")}${pascal(field)}`;
}

/** The function that checks a whole object within the body. */
export function objectCheck(object: string): string {
  return `checkObject${object}`;
}

/** The list of an object's fields. */
export function fieldList(object: string): string {
  return `${constant(object)}_FIELDS`;
}

/** `ad_accounts/list` as `ad-accounts-list`. */
export function kebab(id: string): string {
  return id
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .join("-")
    .toLowerCase();
}

/** Where entries stand that do not say it. */
export const FLOWS_FILE = "spec/flows.yaml";

/** What generated files call what they import or the platform gives: no type of a description may be called so. */
const RESERVED = (
  "AnsweredColumnValues Array Asked Barred Blob Boolean Bucket CheckedClient ColumnFacts ColumnValue Connection CsvRow Date Either Error Everywhere Exclude " +
  "Extract Flat Flow Given Has If Is IsNot JsonRow Listed Map Maybe Named NoOthers NotAllowed NotGiven NonNullable Number Object Omit Operation Parameters Partial " +
  "Pick Plan PlanFacts PlanOptions Promise Readonly Record RegExp Required Row Rule Set StandardSchema String Surely Symbol Tokens ValidateOptions Violation"
).split(" ");

/** Names that two things would have in a generated file. */
export interface Clashes {
  /** Entries that have such a name, each with that name and what else has it. */
  readonly entries: ReadonlyMap<string, { readonly called: string; readonly other: string }>;
  /** Of types within entries. */
  readonly types: ReadonlySet<string>;
}

export const NO_CLASHES: Clashes = { entries: new Map(), types: new Set() };

/** A short sign of a text, for a name that another one has taken: the same for the same text, whatever else there is. */
export function signOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}

/** The names of types in all of the generated code: each is given once. */
export class Names {
  readonly #taken: Set<string>;
  readonly #own = new Map<string, string>();

  /** What each entry has by itself is its own before any schema is read. */
  constructor(entries: readonly { readonly name: string }[], { types }: Clashes = NO_CLASHES) {
    this.#taken = new Set([...RESERVED, ...types]);
    for (const { name } of entries) {
      const own = pascal(name);
      const parts = ["Request", "Answer", "Row", "ColumnValues", "Client"].map((part) => `${own}${part}`);
      for (const one of [...parts, `Strict${own}Request`, `Checked${own}`]) this.#taken.add(one);
      for (const part of ["Request", "Answer"]) this.#own.set(`${own}${part}`, name);
    }
  }

  /** Names within an entry are made from fields, so that a schema renamed upstream renames nothing here. */
  of(entry: string): TypeNames {
    const claimed = new Set<string>();
    return {
      claim: (path) => {
        const place = path.join("/");
        const name = typeName(entry, path);
        const isOwn = (place === "request" || place === "answer") && this.#own.get(name) === entry && !claimed.has(name);
        claimed.add(name);
        if (isOwn) return name;
        return this.#unique(name, `${entry}/${place}`);
      },
    };
  }

  /** The name, or where another type has it, the name with a sign of where the type stands. */
  #unique(name: string, place: string): string {
    let free = name;
    for (let count = 1; this.#taken.has(free); count++) free = `${name}_${signOf(count === 1 ? place : `${place}/${count}`)}`;
    this.#taken.add(free);
    return free;
  }
}

/** `report_format` of the flow `report` is ReportFormat, not ReportReportFormat. A word without a letter that code may have is a sign. */
function typeName(entry: string, path: readonly string[]): string {
  const words = path.map((word) => pascal(word) || `X${signOf(word)}`).join("");
  const own = pascal(entry);
  return path[0]?.startsWith(`${entry}_`) === true && words.startsWith(own) ? words : `${own}${words}`;
}

/** The names of types within an entry. */
export interface TypeNames {
  /** A name for the type at this place. */
  claim(path: readonly string[], at: string): string;
}
