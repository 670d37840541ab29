import openapiTS, { astToString } from "openapi-typescript";
import { seen } from "../text/code.js";
import { plainer } from "./plainer.js";

/** What openapi-typescript makes of the contract: `paths` and `components`. */
export async function schemaText(document: object, header: string): Promise<string> {
  // Its default would make every field that has a default required, in requests too.
  const options = { defaultNonNullable: false, immutable: true, silent: true };
  const nodes = await openapiTS(JSON.stringify(plainer(document)), options);
  return `${header}\n${seen(astToString(nodes))}`.replace(/\n*$/, "\n");
}
