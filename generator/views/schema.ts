import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { seen } from "../text/code.js";
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
  const text = JSON.stringify(plainer(document));
  const stand = standIn(text);
  const nodes = await openapiTS(text.replaceAll(METHOD, stand), options);
  return `${header}\n${ABOUT}\n${seen(astToString(nodes)).replaceAll(stand, METHOD)}`.replace(/\n*$/, "\n");
}

/** openapi-typescript calls it on the objects of a document. One that has a field of that name has no such method. */
const METHOD = "hasOwnProperty";

/** A name that is nowhere in the text. */
function standIn(text: string): string {
  let name = `${METHOD}_`;
  while (text.includes(name)) name += "_";
  return name;
}

/** What is no text is a Blob; left alone, it would be called a text. */
function bytes({ format }: { readonly format?: string }): ts.TypeNode | undefined {
  return format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined;
}
