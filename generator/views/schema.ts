import openapiTS, { astToString } from "openapi-typescript";
import { seen } from "../text/code.js";

/** What openapi-typescript makes of the contract: `paths` and `components`. */
export async function schemaText(document: object, header: string): Promise<string> {
  // Its default would make every field that has a default required, in requests too.
  const nodes = await openapiTS(JSON.stringify(document), { defaultNonNullable: false, immutable: true, silent: true });
  return `${header}\n${seen(astToString(nodes))}`.replace(/\n*$/, "\n");
}
