import { markedKind } from "../../runtime/validation/column-kinds.js";
import {
  type Code,
  data,
  identifier,
  joined,
  list,
  literal,
  property,
  prose,
  typeCode,
  type View,
} from "../code.js";
import { fieldAt, fieldsIn } from "../lower/fields.js";
import type { Column, Flow, ReportOperation, Request, Type } from "../model/model.js";
import { certainBreaches } from "../rules/breaches.js";
import { shapeOf } from "../rules/shape.js";
import { patternsOf } from "./column-patterns.js";
import { type Imports, REQUEST_FILE } from "./imports.js";
import { columnKindsTable, columnTable, type ListHome, listValues } from "./lists.js";
import { COLUMN_VALUES, headersDoc, partsView } from "./operation.js";
import { ADDED_COLUMNS, columnDoc, type FileContext, flowNames, reachableTypes } from "./types.js";

/**
 * The doc comment of an id column with a name of our own, because the API has no column for this
 * id.
 */
function ourDoc(levels: readonly string[]): string {
  return (
    `Id of the row's entity at level ${levels.join(" or ")}. The column's name is ours: Pinterest has no column for this id, but groups the file's rows by it. ` +
    "Every such row contains the id, which cannot be requested in `columns`."
  );
}

/**
 * The view of `columns.ts`: the type of column names, and the name of the table with each column's
 * kind of value.
 */
export function columnsView(flow: Flow): View {
  const type = columnType(flow);
  return {
    column: typeCode(type),
    hasColumnType: "name" in type,
    kinds: columnTable(flow).name,
  };
}

/**
 * The view of a table of columns. Each column has the kind of its values, with the suffix `?` if
 * the kind is not verified, then ` or none` if a missing value is not zero. The column's comment is
 * included too. `kinds` lists the column names of each kind as patterns. Columns of the same kind
 * are listed together, and kinds are in the order of their first column.
 */
export function tableView(
  { name }: ListHome,
  columns: readonly Column[],
): { readonly [name: string]: View } {
  const byKind = [...new Set(columns.map(markedKind))].map(
    (kind) => [kind, columns.filter((column) => markedKind(column) === kind)] as const,
  );
  return {
    name,
    columns: byKind.flatMap(([kind, ofKind]) =>
      ofKind.map((column) => ({
        name: property(column.name),
        kind: literal(kind),
        doc: columnDoc(column),
      })),
    ),
    kinds: byKind.map(([kind, ofKind]) => ({
      kind: property(kind),
      patterns: data(patternsOf(ofKind.map(({ name }) => name))),
    })),
  };
}

/**
 * Type of one item of the request's `columns`, without null. A string if the request has no such
 * field.
 */
export function columnType({ body }: Request): Type {
  const bare = (type: Type): Type =>
    type.kind === "nullable" ? bare(type.of) : type.kind === "array" ? bare(type.items) : type;
  return bare(body.fields.find(({ name }) => name === "columns")?.type ?? { kind: "string" });
}

/** Whether it is known which columns the rows of a report contain at each level. */
export function hasLevels({ levels = [] }: Flow): boolean {
  return levels.length > 0;
}

/** The view of `levels.ts`: the facts about the rows of each level. */
export function levelsView({ levels = [] }: Flow): View {
  return { rows: levels.map((level) => data(level)) };
}

/** A column that every row contains if a request field has one of certain values. */
interface Guarantee {
  readonly column: string;
  readonly field: "level" | "granularity";
  readonly is: readonly string[];
  /**
   * Values of `field` for which JSON files group rows by this column. The column's values are the
   * keys of these files.
   */
  readonly key: readonly string[];
  /** Set if every row contains the column even if it is not requested. */
  readonly added?: true;
}

/** Guaranteed columns of a report. Empty if its files have never been observed. */
function guaranteesOf(flow: Flow): readonly Guarantee[] {
  const { levels = [] } = flow;
  if (levels.length === 0) return [];
  const dated = valuesOf(flow, "granularity").filter((value) => value !== "TOTAL");
  const targeting = valuesOf(flow, "level").filter((value) => value.endsWith("_TARGETING"));
  const ids = [...new Set(levels.flatMap((level) => level.has))];
  const ours = oursOf(flow).map(({ column, levels }) => ({
    column,
    field: "level" as const,
    is: levels,
    key: levels,
    added: true as const,
  }));
  const all: readonly Guarantee[] = [
    { column: "DATE", field: "granularity", is: dated, key: dated },
    { column: "TARGETING_TYPE", field: "level", is: targeting, key: [] },
    { column: "TARGETING_VALUE", field: "level", is: targeting, key: [] },
    ...ours,
    ...ids.map((column) => ({
      column,
      field: "level" as const,
      is: levels.filter((level) => level.has.includes(column)).map(({ name }) => name),
      key: levels.filter(({ listedUnder }) => listedUnder.includes(column)).map(({ name }) => name),
    })),
  ];
  return all.filter((guarantee) => guarantee.is.length > 0);
}

/**
 * Id columns that we named, and the levels whose rows contain them. The API has no columns with
 * these ids.
 */
function oursOf({
  levels = [],
}: Flow): readonly { readonly column: string; readonly levels: readonly string[] }[] {
  const names = [...new Set(levels.flatMap(({ ours }) => ours ?? []))];
  return names.map((column) => ({
    column,
    levels: levels.filter(({ ours }) => ours === column).map(({ name }) => name),
  }));
}

/**
 * The columns that every row contains for certain levels or granularities, for the runtime. Empty
 * if the report's files have never been observed.
 */
function guaranteesView(flow: Flow): View {
  return guaranteesOf(flow).map((value) => data(value));
}

/**
 * The values of an enum field as strings. Empty if there is no such field, or it is not an enum.
 */
function valuesOf(flow: Flow, field: string): readonly string[] {
  const type = flow.body.fields.find(({ name }) => name === field)?.type;
  return ((type && shapeOf(flow).values(type)) ?? []).map(String);
}

/**
 * The view of `row.ts`: the types of a row, including columns that the file adds. If the request
 * has no `columns`, the row type lists none. Adds the types that the file uses to `imports`.
 */
export function rowView(flow: Flow, { imports }: FileContext): View {
  const ours = oursOf(flow);
  const known = {
    ...Object.fromEntries(ours.map(({ column, levels }) => [column, ourDoc(levels)])),
    ...ADDED_COLUMNS,
  };
  const added = Object.entries(known).filter(
    ([name]) => !flow.columns.some((column) => column.name === name),
  );
  const deciding = ["granularity", "level"].filter((name) => has(flow, name));
  const hasColumns = flow.columns.length > 0;
  const guarantees = guaranteesOf(flow);
  const hasFormat = has(flow, "report_format");
  const hasLevel = deciding.includes("level");
  const hasGranularity = deciding.includes("granularity");
  const helpers = [
    ...["Simplify", "LiteralItems", "RequiredColumns", "ZeroColumns", "FieldType"],
    "PossibleItems",
    "OptionalColumns",
  ].sort();
  const column = columnType(flow);
  const needed = ["columns", ...deciding, ...(hasFormat ? ["report_format"] : [])];
  if (hasColumns) {
    imports.support(...[...helpers, "ColumnValues"].map((name) => `type ${name}`));
    imports.sibling("column-kinds.ts", joined`type ${columnTable(flow).name}`);
    imports.type(column);
    imports.sibling(REQUEST_FILE, joined`type ${identifier(flow.body.name)}`);
  }
  return {
    hasColumns,
    kinds: columnTable(flow).name,
    hasGuarantees: guarantees.length > 0,
    guarantees: guarantees.map((guarantee) => ({
      column: property(guarantee.column),
      field: property(guarantee.field),
      values: union(guarantee.is),
    })),
    hasFormat: hasColumns && hasFormat,
    dependsOnRequest: deciding.length > 0,
    hasGranularity,
    hasLevel,
    column: typeCode(column),
    requestConstraint: constraintOf(flow, needed),
    addedIds: ours.map(({ column, levels }) => ({
      column: literal(column),
      levels: union(levels),
    })),
    added: added.map(([name, doc]) => ({
      name: property(name),
      type: identifier("string"),
      doc: prose(doc),
    })),
  };
}

/** The constraint on a request's type: the given fields or, for a union body, any object. */
function constraintOf({ body }: Flow, fields: readonly string[]): Code {
  // In a union body, some members lack these fields.
  return body.oneOf === undefined
    ? joined`Pick<${identifier(body.name)}, ${union(fields)}>`
    : identifier("object");
}

/**
 * The view of one report in `tables.ts`, without its names. It contains the request's type and
 * whether the report's levels are known.
 */
export function tableFunctionView(flow: Flow): { readonly [name: string]: View } {
  const fields = ["columns", "granularity", "level"].filter((name) => has(flow, name));
  return {
    hasLevels: hasLevels(flow),
    requestConstraint: constraintOf(flow, fields),
    isUnion: flow.body.oneOf !== undefined,
  };
}

/**
 * The view of `operations/values.ts`, which declares the column values of synchronous responses. It
 * contains only the interface's name, and the name of the table of column kinds that determines the
 * interface's fields. Adds the types that the file uses to `imports`.
 */
export function columnValuesView({ imports }: FileContext): { readonly [name: string]: View } {
  const { name } = columnKindsTable();
  imports.support("type ColumnValues");
  imports.sibling("column-kinds.ts", joined`type ${name}`);
  return { values: COLUMN_VALUES, kinds: name };
}

/** Whether the request has a field of that name. */
function has({ body }: Flow, name: string): boolean {
  return body.fields.some((field) => field.name === name);
}

/** Code for a union of string literals; `never` if there are none. */
function union(names: readonly string[]): Code {
  return names.length === 0
    ? joined`never`
    : list(
        names.map((name) => literal(name)),
        " | ",
      );
}

/**
 * The view of `facts.ts`: what the fake server needs to check bodies and respond. This includes
 * calls, statuses, types and levels. Adds the lists that the file uses to `imports`.
 */
export function factsView(flow: Flow, { imports, lists }: FileContext): View {
  const reached = reachableTypes(flow.body, flow);
  const each = (items: readonly unknown[]) => items.map((item) => data(item));
  return {
    name: data(flow.name),
    create: data({
      ...factsOf(flow.create, flow),
      ...(flow.content === null ? { body: false } : {}),
      ...repeatedOf(flow),
    }),
    poll: data(factsOf(flow.poll, flow)),
    isUnion: flow.body.oneOf !== undefined,
    oneOf: data(flow.body.oneOf ?? ""),
    unions: each((flow.unions ?? []).filter(({ name }) => reached.has(name))),
    hasUnions: (flow.unions ?? []).length > 0,
    statuses: data(flow.statuses),
    body: data(flow.body.name),
    hasColumns: flow.columns.length > 0,
    hasLevels: hasLevels(flow),
    breaches: each(certainBreaches(flow.rules)),
    fields: each(flow.body.fields.map(({ doc: _, ...field }) => field)),
    objects: each(
      flow.objects
        .filter(({ name }) => reached.has(name))
        .map(({ fields, additionalProperties, ...object }) => ({
          ...object,
          ...(additionalProperties && {
            additionalProperties: { ...additionalProperties, doc: undefined },
          }),
          fields: fields.map(({ doc: _, ...field }) => field),
        })),
    ),
    enums: flow.enums
      .filter(({ name }) => reached.has(name))
      .map((type) => {
        const home = lists.of(type);
        const values = home === null ? data(type.values) : listValues(home, imports);
        return joined`{ name: ${literal(type.name)}, values: ${values} }`;
      }),
  };
}

// Fields that the fake server sends as null if they have no value.
const NULLS = ["message", "size", "url"] as const;

/** What the fake server needs to know about a report's create or poll call. */
function factsOf(
  { method, path, account, token, paths, envelope, response }: ReportOperation,
  flow: Flow,
): Readonly<Record<string, unknown>> {
  const fields = fieldsIn(response, flow);
  const notNull = NULLS.filter((name) => {
    const field = fieldAt((name === "url" && paths?.url?.join(".")) || name, fields);
    return field !== undefined && field.type.kind !== "nullable";
  });
  return {
    method,
    path,
    ...(account !== undefined && { account }),
    ...(token !== undefined && { token }),
    ...(paths !== undefined && { paths }),
    ...(envelope !== undefined && { envelope }),
    ...(notNull.length > 0 && { notNull }),
  };
}

/**
 * Request fields that the response to a create call must repeat, as `repeats`. Empty if there are
 * none.
 */
function repeatedOf({ create: { response }, body }: Flow): Readonly<Record<string, unknown>> {
  const requested = new Set(body.fields.map(({ name }) => name));
  const repeats = response.fields
    .filter(({ name, required }) => required && requested.has(name))
    .map(({ name }) => name);
  return repeats.length > 0 ? { repeats } : {};
}

/**
 * The view of `flow.ts`: a report's calls, and facts for reading its rows.
 *
 * The calls create and poll the report; their types come from the generated request. The facts are
 * the statuses, the id columns, the other text columns, the columns with omitted zeros, the
 * guaranteed columns, and whether the body has a `report_format`. Adds the names that the file uses
 * to `imports`.
 */
export function flowView(flow: Flow, { imports }: FileContext): View {
  const { ids, texts, zeros } = columnsByKind(flow, imports);
  const create = partsView(
    {
      parameters: flow.create.parameters,
      headers: flow.create.headers,
      content: flow.content,
      mediaType: flow.mediaType,
      bodyField: null,
    },
    imports,
    { [accountOf(flow.create)]: ACCOUNT },
  );
  const poll = partsView(
    {
      parameters: flow.poll.parameters,
      headers: flow.poll.headers,
      content: null,
      bodyField: null,
    },
    imports,
    {
      ...Object.fromEntries(
        Object.entries(flow.poll.constants ?? {}).map(([name, value]) => [name, literal(value)]),
      ),
      [accountOf(flow.poll)]: ACCOUNT,
      [flow.poll.token ?? "token"]: TOKEN,
    },
  );
  const { request, validate } = flowNames(flow) as {
    readonly request: Code;
    readonly validate: Code;
  };
  imports.supportClient("type Flow");
  imports.sibling(REQUEST_FILE, joined`type ${request}`);
  imports.sibling(REQUEST_FILE, validate);
  return {
    name: literal(flow.name),
    statuses: data(flow.statuses),
    ids,
    texts,
    zeros,
    hasGuarantees: flow.levels !== undefined,
    guarantees: guaranteesView(flow),
    formatUnknown: !flow.body.fields.some((field) => field.name === "report_format"),
    requests: [
      callOf("create", flow.create, {
        init: create.init,
        pattern: inputWith("body", create.pattern),
      }),
      callOf("poll", flow.poll, {
        init: poll.init,
        // Not every report is polled with an account.
        pattern: flow.poll.parameters.some(({ name }) => name === accountOf(flow.poll))
          ? inputWith("token", TOKEN)
          : joined`{ ${TOKEN} }`,
      }),
    ],
  };
}

/**
 * Code for three lists of columns: `ids`, `texts` (other text columns), and `zeros`. In `zeros`, a
 * missing value means zero. The lists are read from the table of columns if the report has one.
 * Otherwise they are lists of the flow's `known` columns.
 */
function columnsByKind(
  flow: Flow,
  imports: Imports,
): { readonly ids: Code; readonly texts: Code; readonly zeros: Code } {
  if (flow.columns.length === 0) {
    const { ids, texts, zeros } = flow.known ?? { ids: [], texts: [], zeros: [] };
    return { ids: data(ids), texts: data(texts), zeros: data(zeros) };
  }
  const { name } = columnTable(flow);
  imports.sibling("column-kinds.ts", name);
  imports.support("idColumns", "textColumns", "zeroColumns");
  return {
    ids: joined`/* @__PURE__ */ idColumns(${name})`,
    texts: joined`/* @__PURE__ */ textColumns(${name})`,
    zeros: joined`/* @__PURE__ */ zeroColumns(${name})`,
  };
}

const ACCOUNT = identifier("account");
const TOKEN = identifier("token");

/** The name of a call's parameter for the ad account. */
function accountOf({ account = "ad_account_id" }: ReportOperation): string {
  return account;
}

/** The view of a report's create or poll call. */
function callOf(
  name: "create" | "poll",
  call: ReportOperation,
  { pattern, init }: Pick<ReturnType<typeof partsView>, "pattern" | "init">,
): View {
  const { method, path, rateLimit, envelope, paths } = call;
  return {
    name: identifier(name),
    doc: headersDoc(call),
    rateLimit: literal(rateLimit),
    hasEnvelope: envelope !== undefined,
    envelope: data(envelope ?? null),
    hasPaths: paths !== undefined,
    paths: data(paths ?? null),
    method: identifier(method.toUpperCase()),
    path: literal(path),
    pattern,
    init,
  };
}

/**
 * The pattern that destructures the input of a flow's call. It contains the ad account, and the
 * body or the token if the call has one.
 */
function inputWith(name: "body" | "token", pattern: Code): Code {
  if (pattern === "_input") return joined`{ account }`;
  return pattern === name
    ? joined`{ account, ${pattern} }`
    : joined`{ account, ${identifier(name)}: ${pattern} }`;
}
