import { createHash } from "node:crypto";
import { stepsOf } from "../../runtime/validation/pointer.js";

/**
 * `ad-group_ids` as `AdGroupIds`: words of ASCII letters and digits with upper-case first letters;
 * empty if there are none.
 */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join("");
}

/**
 * `ad-group_ids` as `adGroupIds`: words of ASCII letters and digits joined, each but the first with
 * an upper-case first letter, the first with a lower-case one; further letters stay. Empty if there
 * are none.
 */
export function camel(name: string): string {
  const words = pascal(name);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/**
 * `ReportMetricsFilter` as `REPORT_METRICS_FILTER`: an underscore before each upper-case letter
 * that follows a lower-case letter or a digit, then all in upper case; other characters stay.
 */
export function constant(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
}

/**
 * The singular of a name by its ending alone: `ies` becomes `y`; `es` is dropped after s, x, ch or
 * sh; else an `s` that follows no other `s` is dropped. Other names stay. `statuses` becomes
 * `status`, `entries` becomes `entry`, but `status` becomes `statu`.
 */
export function singular(name: string): string {
  if (/ies$/i.test(name)) return name.replace(/ies$/i, "y");
  if (/(s|x|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
}

/** `ad_accounts/listAll` as `ad-accounts-list-all`; empty without ASCII letters and digits. */
export function kebab(id: string): string {
  return id
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .join("-")
    .toLowerCase();
}

/** Default of `where` for entries without one. */
export const FLOWS_FILE = "spec/flows.yaml";

/**
 * Names that generated files import or that are global: no type of a description may have one of
 * them.
 */
const RESERVED = (
  "AddedColumn AnalyticsColumnValues Array Blob Boolean Bucket CheckedClient ColumnFacts ColumnValue Connection CsvRow Date Error ErrorIf Exclude Extract " +
  "FieldType Flow ForbidItems GuaranteedColumn Guarantees IsGiven IsNoneOf IsOmitted IsOneOf JsonRow LiteralItems Map NoExtraKeys NonNullable NotAllowed Number Object Omit " +
  "Operation OptionalColumns Or Parameters Partial Pick Plan PlanFacts PlanOptions PossibleItems Promise Readonly Record RegExp Request Required " +
  "RequiredColumns Row Rule Set Simplify StandardSchema String Symbol Tokens ValidateOptions Violation"
).split(" ");

/** Names that two things would share in a generated file, found by rendering it. */
export interface Clashes {
  /** Clashing entries by name: the name in the generated code, and the other owner of that name. */
  readonly entries: ReadonlyMap<
    string,
    { readonly generatedName: string; readonly otherName: string }
  >;
  /** Clashing type names within entries. */
  readonly types: ReadonlySet<string>;
}

/** No clashing names. */
export const NO_CLASHES: Clashes = { entries: new Map(), types: new Set() };

/** Suffix for a name that is taken: the first 6 hex digits of the text's SHA-256 hash. */
export function hashSuffix(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}

/**
 * Assigns the names of types in all generated code, each once. One instance serves all entries of a
 * model.
 */
export class Names {
  readonly #taken: Set<string>;
  readonly #typePrefix = new Map<string, string>();

  /**
   * Reserves the names that every entry has, such as `ReportRequest`, and the clashing type names,
   * before any schema is read.
   */
  constructor(entries: readonly { readonly name: string }[], { types }: Clashes = NO_CLASHES) {
    this.#taken = new Set([...RESERVED, ...types]);
    for (const { name } of entries) {
      const prefix = pascal(name);
      const parts = ["Request", "Response", "Row", "ColumnValues", "Client"].map(
        (part) => `${prefix}${part}`,
      );
      for (const derived of [...parts, `Strict${prefix}Request`, `Checked${prefix}`])
        this.#taken.add(derived);
      for (const part of ["Request", "Response"]) this.#typePrefix.set(`${prefix}${part}`, name);
    }
  }

  /**
   * The names of types within the entry of this name. They are derived from fields, so that a
   * schema renamed in the description changes no generated name.
   */
  of(entry: string): TypeNames {
    const claimed = new Set<string>();
    return {
      claim: (path) => {
        const key = path.join("/");
        const name = typeName(entry, path);
        const isOwn =
          (key === "request" || key === "response") &&
          this.#typePrefix.get(name) === entry &&
          !claimed.has(name);
        claimed.add(name);
        if (isOwn) return name;
        return this.#unique(name, `${entry}/${key}`);
      },
    };
  }

  /**
   * The names of the description's named schemas and of what is inside them, from now on: no other
   * type gets one. A schema has its own name, without the signs that none may have. One that is
   * global, or a name of an entry, gets the suffix `Model`; of several that would be equal, those
   * that are spelt otherwise get a hash.
   */
  reserveSchemas(references: Iterable<string>): SchemaNames {
    const taken = new Set(this.#taken);
    const wanted = [...references].map((reference) => [reference, wordsOf(reference)] as const);
    const counts = new Map<string, number>();
    for (const [, words] of wanted) counts.set(words, (counts.get(words) ?? 0) + 1);
    const own = wanted.map(([reference, words]) => {
      const isOther = !reference.endsWith(`/${words}`) && (counts.get(words) ?? 0) > 1;
      return [reference, isOther ? `${words}_${hashSuffix(reference)}` : words] as const;
    });
    // Free names first, whatever the order of the description.
    const byReference = new Map(
      own
        .toSorted(([, one], [, other]) => Number(taken.has(one)) - Number(taken.has(other)))
        .map(([reference, name]) => [
          reference,
          this.#unique(taken.has(name) ? `${name}Model` : name, reference),
        ]),
    );
    const inputs = new Map(
      [...byReference].map(([reference, name]) => [
        reference,
        this.#unique(`${name}Input`, `${reference}/input`),
      ]),
    );
    // Of a schema that is the same on both sides, both have the same names.
    const claimed = new Map<string, string>();
    return {
      of: (reference, isInput) => {
        const root = (isInput ? inputs : byReference).get(reference) ?? "";
        const times = new Map<string, number>();
        return {
          root,
          claim: ([, ...fields]) => {
            const path = fields.join("/");
            const time = times.get(path) ?? 0;
            times.set(path, time + 1);
            const key = `${root}/${path} ${time}`;
            const words = shortened(byReference.get(reference) ?? "", fields);
            const name =
              claimed.get(key) ??
              (path === "" && time === 0
                ? root
                : this.#unique(isInput ? `${words}Input` : words, key));
            claimed.set(key, name);
            return name;
          },
        };
      },
    };
  }

  /** The name, with a hash of the type's place as a suffix if it is taken. */
  #unique(name: string, key: string): string {
    let free = name;
    for (let count = 1; this.#taken.has(free); count++)
      free = `${name}_${hashSuffix(count === 1 ? key : `${key}/${count}`)}`;
    this.#taken.add(free);
    return free;
  }
}

/**
 * `report_format` of the flow `report` becomes ReportFormat, not ReportReportFormat. A word without
 * ASCII letters or digits becomes a hash.
 */
function typeName(entry: string, path: readonly string[]): string {
  const words = path.map((word) => pascal(word) || `X${hashSuffix(word)}`).join("");
  const entryType = pascal(entry);
  return path[0]?.startsWith(`${entry}_`) === true && words.startsWith(entryType)
    ? words
    : `${entryType}${words}`;
}

/** `#/components/schemas/Pinterest.Lib.Error` as `PinterestLibError`. */
function wordsOf(reference: string): string {
  const name = stepsOf(reference).at(-1) ?? "";
  const words = pascal(name);
  return /^[A-Z]/.test(words) ? words : `X${words}${words === "" ? hashSuffix(name) : ""}`;
}

/** Most words of the name of a type that a description gives no name. */
const MOST_WORDS = 4;

/**
 * The name of a type inside a named one, from the field that holds it: up to three last words of the
 * field, and before them as many of the first words of the named type as there is room for.
 */
function shortened(holder: string, fields: readonly string[]): string {
  const wordsIn = (name: string): readonly string[] =>
    (pascal(name) || `X${hashSuffix(name)}`).split(/(?<=[a-z0-9])(?=[A-Z])/);
  const own = wordsIn(fields.at(-1) ?? "").slice(1 - MOST_WORDS);
  return [...wordsIn(holder).slice(0, MOST_WORDS - own.length), ...own].join("");
}

/** The names of the types of named schemas. */
export interface SchemaNames {
  /** Those of one schema and of what is inside it; `isInput`: of what is sent, where it differs. */
  of(reference: string, isInput: boolean): TypeNames & { readonly root: string };
}

/** The names of types within an entry. */
export interface TypeNames {
  /**
   * The name of the type at this path of fields, with a hash as a suffix if it is taken; taken from
   * then on, so a second call with the same path returns another name.
   */
  claim(path: readonly string[], at: string): string;
}
