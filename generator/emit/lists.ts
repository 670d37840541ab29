import { type Code, identifier, joined, members, prose, type View } from "../code.js";
import { constant, hashSuffix, pascal } from "../lower/names.js";
import { hasRows } from "../lower/report.js";
import type { Column, EnumType, Flow, Model } from "../model/model.js";
import type { Imports } from "./imports.js";

/** Maximum number of values that an enum repeats at each use. Longer lists are defined once. */
const LONGEST_CHAIN = 12;

/** The file with all lists except the tables of columns. */
export const LISTS_FILE = "lists.ts";

/** Where a long list of values is defined. */
export interface ListHome {
  readonly name: Code;
  readonly path: string;
  /** A table of columns, whose keys are the values, or an array of the values. */
  readonly kind: "table" | "array";
}

/**
 * Collects the long lists of values, and where each is defined. Equal lists are defined once for
 * all requests and responses.
 */
export class Lists {
  readonly #tables = new Map<string, ListHome>();
  readonly #arrays = new Map<
    string,
    ListHome & { readonly type: EnumType; readonly typeNames: Set<string> }
  >();

  constructor(model: Model) {
    if (model.operations.some(hasRows)) this.#addTable(columnKindsTable(), model.columns ?? []);
    for (const flow of model.flows)
      if (flow.columns.length > 0) this.#addTable(columnTable(flow), flow.columns);
  }

  /**
   * Returns where an enum's values are defined, and adds them to `view` if they are not in a table
   * of columns. Returns null for an enum of at most 12 values.
   */
  of(type: EnumType): ListHome | null {
    if (type.values.length <= LONGEST_CHAIN) return null;
    const table = this.#tables.get(valueSetKey(type.values));
    if (table !== undefined) return table;
    const key = JSON.stringify(type.values);
    const known = this.#arrays.get(key);
    known?.typeNames.add(type.name);
    if (known !== undefined) return known;
    const wanted = `${constant(type.name)}_VALUES`;
    const isTaken = [...this.#arrays.values()].some(({ name }) => name === wanted);
    const name = identifier(isTaken ? `${wanted}$${hashSuffix(key)}` : wanted);
    const home = {
      name,
      path: LISTS_FILE,
      kind: "array" as const,
      type,
      typeNames: new Set([type.name]),
    };
    this.#arrays.set(key, home);
    return home;
  }

  /**
   * Returns the same key for enums whose generated code is the same. These are enums with the
   * columns of one table, and enums with the same values in the same order.
   */
  keyOf({ values }: EnumType): string {
    const table = values.length > LONGEST_CHAIN ? this.#tables.get(valueSetKey(values)) : undefined;
    return table?.name ?? JSON.stringify(values);
  }

  /** The view of `lists.ts`: the arrays that other files use. */
  get view(): { readonly lists: readonly View[] } {
    const all = [...this.#arrays.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
      lists: all.map(({ name, type, typeNames }) => ({
        name,
        values: members(type),
        doc: listDoc([...typeNames]),
      })),
    };
  }

  #addTable(home: ListHome, columns: readonly Column[]): void {
    this.#tables.set(valueSetKey(columns.map(({ name }) => name)), home);
  }
}

/** Maximum number of enums in a list's comment. If there are more, it names only the first enum. */
const MAX_NAMED = 4;

/**
 * The doc comment of a list. It names the enums that have these values, because editors also show
 * the comment where `values.ts` exports the list.
 */
function listDoc(typeNames: readonly string[]): Code {
  const named = typeNames
    .slice(0, typeNames.length > MAX_NAMED ? 1 : MAX_NAMED)
    .map((name) => `\`${name}\``);
  const unnamed = typeNames.length - named.length;
  return prose(
    `The values of ${named.join(" and ")}${unnamed > 0 ? ` and ${unnamed} other enums` : ""}.`,
  );
}

/** Returns the same key for lists with the same values, in any order. */
function valueSetKey(values: readonly (string | number)[]): string {
  return JSON.stringify([...values].sort());
}

/** Name and path of the generated table of a report's columns. */
export function columnTable({ name }: Flow): ListHome {
  return {
    name: identifier(`${constant(pascal(name))}_COLUMN_KINDS`),
    path: `${name}/column-kinds.ts`,
    kind: "table",
  };
}

/** Name and path of the generated table with the columns of all synchronous responses. */
export function columnKindsTable(): ListHome {
  return {
    name: identifier("ANALYTICS_COLUMN_KINDS"),
    path: "operations/column-kinds.ts",
    kind: "table",
  };
}

/**
 * Returns code for the type of an enum whose values are in a generated list. Adds the list's name
 * and the helper type to `imports`.
 */
export function listType({ name, path, kind }: ListHome, imports: Imports): Code {
  const helper = kind === "table" ? identifier("ColumnOf") : identifier("ItemOf");
  imports.support(`type ${helper}`);
  imports.file(path, `type ${name}` as Code);
  return joined`${helper}<typeof ${name}>`;
}

/** Returns code for the array of an enum's values. Adds the list's name to `imports`. */
export function listValues({ name, path, kind }: ListHome, imports: Imports): Code {
  imports.file(path, name);
  return kind === "table" ? joined`Object.keys(${name})` : name;
}
