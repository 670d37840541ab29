import { createHash } from "node:crypto";
import { stepsOf } from "../../runtime/validation/pointer.js";
import { GLOBAL_TYPES, OWN_TYPES, SUPPORT_TYPES } from "../taken-names.js";

/**
 * Turns `ad-group_ids` into `AdGroupIds`.
 *
 * Joins words of ASCII letters and digits, each with an upper-case first letter. Empty if there are
 * no such words.
 */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join("");
}

/**
 * Turns `ad-group_ids` into `adGroupIds`.
 *
 * Joins words of ASCII letters and digits. The first letter becomes lower case, and the first
 * letter of each later word becomes upper case. Other letters stay unchanged. Empty if there are no
 * such words.
 */
export function camel(name: string): string {
  const words = pascal(name);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/**
 * Turns `ReportMetricsFilter` into `REPORT_METRICS_FILTER`.
 *
 * Puts an underscore before each upper-case letter that follows a lower-case letter or a digit.
 * All other characters are only converted to upper case.
 */
export function constant(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
}

/**
 * The singular of a name, judged only by its ending.
 *
 * `ies` becomes `y`; `es` is dropped after s, x, ch or sh; otherwise a final `s` is dropped, except
 * after another `s`. So `entries` becomes `entry` and `statuses` becomes `status`, but `status`
 * becomes `statu`.
 */
export function singular(name: string): string {
  if (/ies$/i.test(name)) return name.replace(/ies$/i, "y");
  if (/(s|x|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
}

/**
 * Turns `ad_accounts/listAll` into `ad-accounts-list-all`. Empty if `id` contains no ASCII letters
 * or digits.
 */
export function kebab(id: string): string {
  return id
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .join("-")
    .toLowerCase();
}

/** The location of a problem with an entry that has no `where`. */
export const FLOWS_FILE = "spec/flows.yaml";

/**
 * Names that no type from the description can have. Each is reserved even if no generated file uses
 * it, so a schema's name does not depend on what else the description contains.
 */
const RESERVED = [...GLOBAL_TYPES, ...OWN_TYPES, ...SUPPORT_TYPES];

/** Names that would occur twice in a generated file. They are found by rendering the file. */
export interface Clashes {
  /**
   * For each clashing entry: the clashing name in the generated code, and what else has that name.
   */
  readonly entries: ReadonlyMap<
    string,
    { readonly generatedName: string; readonly otherName: string }
  >;
  /** Clashing names of entries' types. */
  readonly types: ReadonlySet<string>;
}

/** No clashing names. */
export const NO_CLASHES: Clashes = { entries: new Map(), types: new Set() };

/** Suffix for a taken name: the first 6 hex digits of the text's SHA-256. */
export function hashSuffix(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}

/**
 * Assigns a unique name to each type in the generated code. One instance serves all entries of a
 * model.
 */
export class Names {
  readonly #taken: Set<string>;
  readonly #typePrefix = new Map<string, string>();

  /**
   * Reserves the clashing type names, and the names that every entry has, such as `ReportRequest`.
   * This must happen before any schema is read.
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
   * Returns the names of the types within an entry. They are derived from fields, so renaming a
   * schema in the description changes no generated name.
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
   * Reserves names for the description's named schemas and the types inside them.
   *
   * A schema keeps its own name, without characters that are not allowed in names. If that name is
   * global or belongs to an entry, it gets the suffix `Model`. If several schemas would get the
   * same name, the schemas whose own name had to be changed get a hash.
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
    // Names that are not taken come first, so the order in the description does not matter.
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
    // A schema that is the same in requests and responses has the same names in both.
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

  /**
   * Reserves the name and returns it. If the name is taken, a hash of the type's location is
   * appended.
   */
  #unique(name: string, key: string): string {
    let free = name;
    for (let count = 1; this.#taken.has(free); count++)
      free = `${name}_${hashSuffix(count === 1 ? key : `${key}/${count}`)}`;
    this.#taken.add(free);
    return free;
  }
}

/**
 * Name of a type: `report_format` of the flow `report` becomes ReportFormat, not
 * ReportReportFormat. A word without ASCII letters or digits becomes a hash.
 */
function typeName(entry: string, path: readonly string[]): string {
  const words = path.map((word) => pascal(word) || `X${hashSuffix(word)}`).join("");
  const entryType = pascal(entry);
  return path[0]?.startsWith(`${entry}_`) === true && words.startsWith(entryType)
    ? words
    : `${entryType}${words}`;
}

/** Turns `#/components/schemas/Pinterest.Lib.Error` into `PinterestLibError`. */
function wordsOf(reference: string): string {
  const name = stepsOf(reference).at(-1) ?? "";
  const words = pascal(name);
  return /^[A-Z]/.test(words) ? words : `X${words}${words === "" ? hashSuffix(name) : ""}`;
}

/** Maximum number of words in a name that we make up. */
const MAX_WORDS = 4;

/**
 * Names a type inside a named type after the field it belongs to. The name has at most four words:
 * the first words of the named type, then at most the last three words of the field.
 */
function shortened(holder: string, fields: readonly string[]): string {
  const wordsIn = (name: string): readonly string[] =>
    (pascal(name) || `X${hashSuffix(name)}`).split(/(?<=[a-z0-9])(?=[A-Z])/);
  const own = wordsIn(fields.at(-1) ?? "").slice(1 - MAX_WORDS);
  return [...wordsIn(holder).slice(0, MAX_WORDS - own.length), ...own].join("");
}

/** The names of the types of named schemas. */
export interface SchemaNames {
  /**
   * The names for one schema and the types inside it. With `isInput`, returns the names for
   * requests, if they differ from the names for responses.
   */
  of(reference: string, isInput: boolean): TypeNames & { readonly root: string };
}

/** The names of types within an entry. */
export interface TypeNames {
  /**
   * Returns a name for the type at this field path, and reserves it. A hash is added if the
   * name is taken, so a second call with the same path returns a different name.
   */
  claim(path: readonly string[], at: string): string;
}
