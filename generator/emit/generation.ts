import { createHash } from "node:crypto";
import { identifier, literal, type View } from "../code.js";

/** The file that names all others of its generation. */
export const GENERATION = "generation.ts";

/** Changes with every version of the description, so it has no part in the names: a new version alone must touch no other file. */
const SOURCE = "source.ts";

/** Stands above the first statement, which must be one that declarations keep: a compiler drops the comments of an import of a type that is not used. */
const ABOUT_ALL = "@packageDocumentation";

/** Files that are tied together, and what the file says that ties them. */
export interface Tied {
  readonly files: ReadonlyMap<string, string>;
  readonly stamps: View;
}

/**
 * The same files, the code among them tied together: each imports a type from `generation.ts` whose name is made of the file's path and code.
 * A name begins with `_`, because only such an import may stay unused under `noUnusedLocals`. A file whose code stays keeps its name, also
 * when the words in its comments are others.
 */
export function tied(output: ReadonlyMap<string, string>): Tied {
  const code = [...output].filter(([path]) => path.endsWith(".ts") && path !== SOURCE);
  const listed = code.map(([path, text]) => [path, stampOf(`${path}\0${codeOf(text)}`)] as const).sort(byPath);
  const names = new Map([...listed, [SOURCE, stampOf(listed.map(([, name]) => name).join("\n"))]]);
  const files = [...output].map(([path, text]): [string, string] => {
    const name = names.get(path);
    return [path, name === undefined ? text : withImport(path, text, name)];
  });
  return { files: new Map(files), stamps: [...names].map(([path, name]) => ({ path: literal(path), stamp: identifier(name) })) };
}

function byPath([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

/** Without the lines of comments: in files of ours no other line begins as these do. */
function codeOf(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/|\/\*|\*|$)/.test(line))
    .join("\n");
}

function withImport(path: string, text: string, name: string): string {
  const up = "../".repeat(path.split("/").length - 1) || "./";
  const line = `import type { ${name} } from "${up}generation.js";\n`;
  if (text.includes(ABOUT_ALL)) return `${text}\n${line}`;
  const head = text.slice(0, text.indexOf("\n\n") + 2);
  const rest = text.slice(head.length);
  return `${head}${line}${rest.startsWith("import ") ? "" : "\n"}${rest}`;
}

function stampOf(text: string): string {
  return `_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
