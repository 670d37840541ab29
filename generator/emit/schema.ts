import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { seen } from "../code.js";
import { wordsAsLines } from "../comment.js";
import { wordsOf } from "../parse/words.js";
import { plainer } from "./plainer.js";

const ABOUT = `/**
 * The operations as openapi-typescript writes them: types only, for code that talks to openapi-fetch by itself.
 * @packageDocumentation
 */
`;

/** What openapi-typescript makes of the contract: `paths` and `components`. */
export async function schemaText(document: object, header: string): Promise<string> {
  // Its default would make every field that has a default required, in requests too.
  const options = { defaultNonNullable: false, immutable: true, silent: true, transform: bytes };
  const text = JSON.stringify(described(plainer(document)));
  const end = ending(text);
  const nodes = await openapiTS(text.replace(new RegExp(`"(${NAMES})"`, "g"), `"$1${end}"`), options);
  const typed = seen(astToString(nodes)).replace(new RegExp(`(${NAMES})${end}`, "g"), "$1");
  return fileOf(header, typed);
}

/**
 * The document with its words where OpenAPI has them, as they may stand in a comment, and without references that leave its components:
 * openapi-typescript would read a file, or ask a host.
 */
function described(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(described);
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key, held]) => key !== "$ref" || typeof held !== "string" || held.startsWith("#/components/"));
  const whole = Object.fromEntries(kept.map(([key, held]) => [key, described(held)]));
  const lines = wordsAsLines(wordsOf(node));
  return lines.length === 0 ? whole : { ...whole, description: lines.join("\n") };
}

/** What stands in its place where openapi-typescript does not read a description: code that is generated calls without it. */
export function schemaWithout(header: string): string {
  return fileOf(header, "export type paths = Record<string, never>;\nexport type components = Record<string, never>;");
}

function fileOf(header: string, types: string): string {
  return `${header}\n${ABOUT}\n${types}`.replace(/(?<!\n)\n*$/, "\n");
}

/** What every object has. openapi-typescript finds it where it looks for what a document says of a field of that name, and may fail by it. */
const NAMES = Object.getOwnPropertyNames(Object.prototype).join("|");

/** What none of these names is followed by in the text. */
function ending(text: string): string {
  let end = "_";
  while (new RegExp(`(${NAMES})${end}`).test(text)) end += "_";
  return end;
}

/** What is no text is a Blob; left alone, it would be called a text. */
function bytes({ format }: { readonly format?: string }): ts.TypeNode | undefined {
  return format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined;
}
