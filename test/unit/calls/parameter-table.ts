import { parse } from "yaml";

/** The allowed values. */
export interface Cells {
  readonly type: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** The items of a list. */
  readonly items?: Cells;
  /** The rows of an object. */
  readonly rows?: readonly Row[];
}

/** A row in the table of a body's parameters, as on a documentation page. */
export interface Row extends Cells {
  readonly name: string;
  readonly required: boolean;
}

interface Schema extends Omit<Cells, "items" | "rows"> {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Reads the table from the description itself, without the generator's code. */
export function parameterTable(description: string, path: string): readonly Row[] {
  const document = parse(description);
  return rowsOf(
    folded(document.paths[path].post.requestBody.content["application/json"].schema, document),
    document,
  );
}

function rowsOf(
  { properties = {}, required = [] }: Pick<Schema, "properties" | "required">,
  document: object,
): readonly Row[] {
  return Object.entries(properties).map(([name, schema]) => ({
    ...cellsOf(folded(schema, document), document),
    name,
    required: required.includes(name),
  }));
}

function cellsOf({ items, properties, required = [], ...cells }: Schema, document: object): Cells {
  if (properties !== undefined)
    return { ...cells, type: "object", rows: rowsOf({ properties, required }, document) };
  return items === undefined
    ? cells
    : { ...cells, items: cellsOf(folded(items, document), document) };
}

/** A schema with its reference resolved and its parts merged. The schema's own keywords win. */
function folded({ $ref, allOf = [], ...own }: Schema, document: object): Schema {
  const parts = [...($ref === undefined ? [] : [at($ref, document)]), ...allOf].map((part) =>
    folded(part, document),
  );
  const all: Record<string, unknown> = {};
  const [properties, required]: [Record<string, Schema>, string[]] = [{}, []];
  for (const part of [...parts, own]) {
    Object.assign(all, part);
    Object.assign(properties, part.properties);
    required.push(...(part.required ?? []));
  }
  if (Object.keys(properties).length > 0) Object.assign(all, { properties, required });
  return all as unknown as Schema;
}

function at(reference: string, document: object): Schema {
  return reference
    .slice("#/".length)
    .split("/")
    .reduce((node: unknown, step) => (node as Record<string, unknown>)[step], document) as Schema;
}
