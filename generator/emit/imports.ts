import {
  type Code,
  identifier,
  imported,
  joined,
  LINE_WIDTH,
  list,
  literal,
  typeCode,
  type View,
} from "../code.js";
import type { Request, Type } from "../model/model.js";
import type { Home } from "../workspace.js";

/** The file with the types and validator of a report or call. */
export const REQUEST_FILE = "schema.ts";

/** The path of a request's `schema.ts` in the output folder. */
export function requestPath(request: Request): string {
  const folder = "call" in request ? `operations/${request.name}` : request.name;
  return `${folder}/${REQUEST_FILE}`;
}

/** The file of the types that operations share. */
export const SCHEMAS_FILE = "schemas.ts";

/**
 * The imports of one generated file, collected while its code is generated. Code that uses a name
 * from another file records it here. A leading `type ` marks a name that is only used as a type.
 */
export class Imports {
  readonly #path: string;
  readonly #home: Home;
  readonly #shared: ReadonlySet<string>;
  readonly #names = new Map<string, Set<string>>();

  /**
   * `path` is the file's path in the output folder. `shared` contains the type names of
   * `schemas.ts`.
   */
  constructor(path: string, home: Home, shared: ReadonlySet<string> = new Set()) {
    this.#path = path;
    this.#home = home;
    this.#shared = shared;
  }

  /** Records names from the runtime's support entry for code without network access. */
  support(...names: readonly string[]): void {
    this.#add(this.#runtime("support-data"), names);
  }

  /** Records names from the runtime's support entry for clients. */
  supportClient(...names: readonly string[]): void {
    this.#add(this.#runtime("support-client"), names);
  }

  /**
   * Records a name from another generated file and returns it. Paths are relative to the output
   * folder; names from the file itself are not recorded.
   */
  file(path: string, name: Code): Code {
    if (path !== this.#path) this.#add(relativePath(this.#path, path), [name]);
    return name.startsWith("type ") ? identifier(name.slice("type ".length)) : name;
  }

  /** Records a name from another file in the same folder, and returns it. */
  sibling(file: string, name: Code): Code {
    return this.file(this.#path.replace(/[^/]*$/, file), name);
  }

  /**
   * Returns a type's code, and records the declared types that it mentions. They are from the
   * folder's `schema.ts` or from `schemas.ts`.
   */
  type(type: Type): Code {
    for (const name of namesOf(type))
      if (this.#shared.has(name)) this.file(SCHEMAS_FILE, joined`type ${name}`);
      else this.sibling(REQUEST_FILE, joined`type ${name}`);
    return typeCode(type);
  }

  /** All names recorded so far. */
  get names(): readonly string[] {
    return [...this.#names.values()].flatMap((names) =>
      [...names].map((name) => name.replace("type ", "")),
    );
  }

  /**
   * Import statements: first from the runtime, then from the same folder, then from other folders.
   * Bundlers keep this order. Shared checks then come after the validator's long table of columns,
   * next to its own checks, which compresses better.
   */
  get view(): View {
    const runtime = [this.#runtime("support-data"), this.#runtime("support-client")];
    const distance = (path: string): number =>
      runtime.includes(path) ? 0 : path.startsWith("./") ? 1 : 2;
    const paths = [...this.#names.keys()].sort(
      (a, b) => distance(a) - distance(b) || (a < b ? -1 : 1),
    );
    return paths.flatMap((path) => {
      const all = [...(this.#names.get(path) ?? [])];
      // A name that is also used as a value is imported once.
      const names = all.filter(
        (name) => !(name.startsWith("type ") && all.includes(name.slice("type ".length))),
      );
      return statements("import", path, names);
    });
  }

  #add(path: string, names: readonly string[]): void {
    const known = this.#names.get(path) ?? new Set();
    this.#names.set(path, known);
    for (const name of names) known.add(name);
  }

  #runtime(entry: "support-data" | "support-client"): string {
    if (this.#home === "elsewhere") return "pinterest-reports/support";
    return `${"../".repeat(this.#path.split("/").length)}runtime/${entry}.js`;
  }
}

/**
 * A list with the type's name, or empty if the type is not declared. An array or a nullable type
 * counts as its inner type. Types inside a declared type are not included.
 */
function namesOf(type: Type | null): readonly Code[] {
  if (type?.kind === "array") return namesOf(type.items);
  if (type?.kind === "nullable") return namesOf(type.of);
  return type !== null && "name" in type ? [identifier(type.name)] : [];
}

/**
 * The statements that import or export names from the file `path`. A leading `type ` marks a type.
 * There is one statement if it fits on one line. Otherwise, types and values have one each.
 */
export function statements(
  keyword: "import" | "export",
  path: string,
  names: readonly string[],
): readonly Code[] {
  const all = statement(keyword, path, names);
  if (all.length <= LINE_WIDTH) return [all];
  const isType = (name: string): boolean => name.startsWith("type ");
  return [names.filter(isType), names.filter((name) => !isType(name))].flatMap((part) =>
    part.length === 0 ? [] : [statement(keyword, path, part)],
  );
}

/**
 * One import or export statement. A statement that only lists types begins with `import type` or
 * `export type`.
 */
function statement(keyword: "import" | "export", path: string, names: readonly string[]): Code {
  const isType = names.every((name) => name.startsWith("type "));
  const sorted = names.toSorted(byName);
  const codes = sorted.map((name) => imported(isType ? name.slice("type ".length) : name));
  return joined`${identifier(keyword)} ${isType ? joined`type ` : joined``}{ ${list(codes, ", ")} } from ${literal(path)};`;
}

/** The path that the file `from` uses to import the file `to`. */
function relativePath(from: string, to: string): string {
  const [fromParts, toParts] = [from.split("/"), to.replace(/\.ts$/, ".js").split("/")];
  while (fromParts.length > 1 && fromParts[0] === toParts[0]) {
    fromParts.shift();
    toParts.shift();
  }
  return `${"../".repeat(fromParts.length - 1) || "./"}${toParts.join("/")}`;
}

/** Compares names as the linter sorts imports: by letter first, then by case. */
function byName(first: string, second: string): number {
  const [a, b] = [first, second].map((name) => name.replace("type ", "")) as [string, string];
  const [small, large] = [a.toLowerCase(), b.toLowerCase()];
  if (small === large) return a < b ? -1 : 1;
  return small < large ? -1 : 1;
}
