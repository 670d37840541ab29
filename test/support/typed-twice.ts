// Compares generated calls with openapi-typescript's types for the same description. Consumers do
// not compile this.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ENTRIES: ReadonlySet<string> = new Set(["index.ts", "calls.ts"]);
const TYPED = fileURLToPath(new URL("typed-endpoint.ts", import.meta.url));

/**
 * The same files, with each call also typed by openapi-typescript. They compile only if the types
 * agree.
 */
export function typedTwice(output: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const files = [...output].flatMap(([path, text]): (readonly [string, string])[] => {
    // Entries and clients pass calls and flows to the runtime, which does not use those types.
    if (!path.endsWith(".ts") || ENTRIES.has(path) || /^[^/]+\/client\.ts$/.test(path)) return [];
    if (/^operations\/[^/]+\/call\.ts$/.test(path)) return [[path, call(text)]];
    return [[path, /^[^/]+\/flow\.ts$/.test(path) ? flow(text) : text]];
  });
  return new Map([...files, ["typed-endpoint.ts", readFileSync(TYPED, "utf8")]]);
}

function call(text: string): string {
  const [, path = ""] = /^ {2}path: (".*"),$/m.exec(text) ?? [];
  const [, method = ""] = /^ {2}method: "(\w+)",$/m.exec(text) ?? [];
  const typed = text.replace(
    /^(export const [\w$]+: )Operation</m,
    `$1CheckedOperation<paths[${path}]["${method.toLowerCase()}"], `,
  );
  return imports(typed, "../..", "CheckedOperation", "Operation");
}

function flow(text: string): string {
  return imports(
    text.replace(/^(export const [\w$]+: )Flow</m, "$1CheckedFlow<paths, "),
    "..",
    "CheckedFlow",
    "Flow",
  );
}

function imports(text: string, up: string, typed: string, name: string): string {
  const added = `import type { ${typed} } from "${up}/typed-endpoint.js";\nimport type { paths } from "${up}/schema.js";\n`;
  const without = text.replace(
    new RegExp(`^(import (?:type )?\\{[^}]*?)(?:type )?\\b${name}\\b,?\\s*`, "m"),
    "$1",
  );
  return without.replace(/^import /m, `${added}import `);
}
