import { type Code, identifier, imported, joined, literal, type View } from "../code.js";
import type { Home } from "../workspace.js";

/** Longest line that this generator prints where it can choose, in characters. */
export const LINE_WIDTH = 140;

/**
 * The imports of one generated file, collected while the file's code is made: code that uses a name of another file records it here. A
 * leading `type ` marks a name that is used as a type only.
 */
export class Imports {
  readonly #path: string;
  readonly #home: Home;
  readonly #names = new Map<string, Set<string>>();

  /** `path` is the file's path below the output folder. */
  constructor(path: string, home: Home) {
    this.#path = path;
    this.#home = home;
  }

  /** Records names of the runtime's support entry. */
  support(...names: readonly string[]): void {
    this.#add(this.#runtime("support"), names);
  }

  /** Records a name of another generated file, whose path is below the output folder, and returns it. */
  file(path: string, name: Code): Code {
    this.#add(relativePath(this.#path, path), [name]);
    return name.startsWith("type ") ? identifier(name.slice("type ".length)) : name;
  }

  /** Records a name of another file of the same folder, and returns it. */
  sibling(file: string, name: Code): Code {
    return this.file(this.#path.replace(/[^/]*$/, file), name);
  }

  /** Import statements in the linter's order: the runtime's, then those of other files by path. A long one is printed one name per line. */
  get view(): View {
    const runtime = this.#runtime("support");
    const paths = [...this.#names.keys()].sort(
      (one, other) => Number(other === runtime) - Number(one === runtime) || (one < other ? -1 : 1),
    );
    return paths.map((path) => {
      const all = [...(this.#names.get(path) ?? [])];
      // A name that is also used as a value is imported once.
      const names = all.filter((name) => !(name.startsWith("type ") && all.includes(name.slice("type ".length)))).sort(byName);
      const isType = names.every((name) => name.startsWith("type "));
      const codes = names.map((name) => imported(isType ? name.slice("type ".length) : name));
      const line = joined`import ${isType ? joined`type ` : joined``}{ ${codes.join(", ") as Code} } from ${literal(path)};`;
      return { isType, names: codes, from: literal(path), line, long: line.length > LINE_WIDTH };
    });
  }

  #add(path: string, names: readonly string[]): void {
    const known = this.#names.get(path) ?? new Set();
    this.#names.set(path, known);
    for (const name of names) known.add(name);
  }

  #runtime(entry: "support"): string {
    if (this.#home === "elsewhere") return `pinterest-reports/${entry}`;
    return `${"../".repeat(this.#path.split("/").length)}runtime/${entry}.js`;
  }
}

/** The path of a generated file as another one imports it. */
function relativePath(from: string, to: string): string {
  const [own, other] = [from.split("/"), to.replace(/\.ts$/, ".js").split("/")];
  while (own.length > 1 && own[0] === other[0]) {
    own.shift();
    other.shift();
  }
  return `${"../".repeat(own.length - 1) || "./"}${other.join("/")}`;
}

/** The linter's order of imported names. */
export function byName(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.replace("type ", "").toLowerCase()) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}
