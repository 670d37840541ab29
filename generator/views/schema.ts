import openapiTS, { astToString } from "openapi-typescript";

/** What openapi-typescript makes of the contract: `paths` and `components`. */
export async function schemaText(document: object, header: string): Promise<string> {
  // Its default would make every field that has a default required, in requests too.
  const nodes = await openapiTS(JSON.stringify(document), { defaultNonNullable: false, immutable: true, silent: true });
  return `${header}\n${astToString(nodes)}`.replace(/\n*$/, "\n");
}
