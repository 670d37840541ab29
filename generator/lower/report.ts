import { COLUMN_KINDS } from "../../runtime/validation/column-kinds.js";
import { didYouMean } from "../../runtime/validation/wording.js";
import type { Diagnostics } from "../diagnostics.js";
import type {
  Column,
  Field,
  Flow,
  Level,
  ObjectType,
  Operation,
  Parameter,
  ReportOperation,
  Request,
  Statuses,
  Type,
} from "../model/model.js";
import type { ColumnFacts, Entity } from "../parse/annotations.js";
import type { FlowEntry, FlowsFile } from "../parse/config.js";
import type { Annotations, Contract } from "../parse/contract.js";
import type { JsonObject } from "../parse/json.js";
import { wordsOf } from "../parse/json.js";
import type { Notice, Problem } from "../problem.js";
import { shapeOf } from "../rules/shape.js";
import type { LocatedNode, Node } from "./context.js";
import { type SchemaContext, startSchemaContext, withDescription } from "./context.js";
import {
  didYouMeanField,
  type FieldAt,
  fieldAt,
  fieldsIn,
  listNames,
  typesIn,
  withoutNull,
  writtenPath,
} from "./fields.js";
import { checkHeaders } from "./headers.js";
import { FLOWS_FILE, type Names } from "./names.js";
import {
  hasJsonResponse,
  headersIn,
  lowerParameters,
  lowerReportOperation,
  type OperationNode,
  parametersIn,
} from "./operation.js";
import { checkParameters, type Flaw, takenAs, takenBy } from "./report-parameters.js";
import { lowerRequest } from "./request.js";
import { lowerRules } from "./rules.js";

/**
 * The columns that can be listed in the request's `columns`, with their facts from `known`.
 *
 * A column without facts has the kind `unknown`. Empty if the request has no `columns`, or if they
 * are not an enum of strings.
 */
function columnsOf(request: Request, known: ReadonlyMap<string, ColumnFacts>): readonly Column[] {
  const type = request.body.fields.find(({ name }) => name === "columns")?.type;
  const values = type === undefined ? null : shapeOf(request).values(type);
  return columnNames(values).map((name) => ({ name, ...factsOf(known.get(name)) }));
}

/** The column names; empty if any value is not a string. */
function columnNames(values: readonly (string | number)[] | null): readonly string[] {
  return values?.every((name) => typeof name === "string") ? values : [];
}

/** Where a response contains the rows, a list of objects with the requested columns. */
export interface RowLocation {
  /** The response field with the list; null if the response is the list. */
  readonly list: string | null;
  /** Type of a list item. */
  readonly item: ObjectType;
  /**
   * The item field with the columns, such as `metrics`. Null if the columns are fields of the item
   * itself.
   */
  readonly cells: string | null;
}

/**
 * Finds the rows in the response of an operation.
 *
 * The operation must have an argument `columns`, a list of string enum values. The rows are the
 * response itself if it is a list of objects. Otherwise, they are in the response's first field
 * that is a list of objects with columns. Null if there is no such argument or list, if the list's
 * items have several variants, or if the response is paged. Other fields of the response are
 * ignored, because versions of the description differ in them.
 */
export function rowLocationOf(operation: Operation): RowLocation | null {
  const { body, response, objects, enums } = operation;
  const columnsType = body.fields.find(({ name }) => name === "columns")?.type;
  const values = columnsType === undefined ? null : shapeOf({ body, enums }).values(columnsType);
  const columns =
    columnsType !== undefined && withoutNull(columnsType).kind === "array"
      ? columnNames(values)
      : [];
  if (columns.length === 0 || operation.pageOf !== null) return null;
  const objectFor = (type: Type | undefined): ObjectType | undefined =>
    type?.kind === "object" ? objects.find(({ name }) => name === type.name) : undefined;
  const isColumn = ({ name }: Field): boolean => name === "DATE" || columns.includes(name);
  // The cells are in a nested object whose fields are all columns, or that declares no fields. The
  // item itself must not have fields that are columns.
  const cellsOf = (item: ObjectType): string | null => {
    const inside = item.fields.filter(
      ({ type }) => objectFor(withoutNull(type))?.fields.every(isColumn) === true,
    );
    return inside.length === 1 && !item.fields.some(isColumn) ? (inside[0]?.name ?? null) : null;
  };
  if (response?.kind === "array") {
    const item = objectFor(response.items);
    return item === undefined || item.oneOf !== undefined
      ? null
      : { list: null, item, cells: cellsOf(item) };
  }
  for (const { name, type } of objectFor(response ?? undefined)?.fields ?? []) {
    const nonNull = withoutNull(type);
    const item = objectFor(nonNull.kind === "array" ? nonNull.items : undefined);
    if (item === undefined || item.oneOf !== undefined) continue;
    const cells = cellsOf(item);
    if (cells !== null || item.fields.some(isColumn)) return { list: name, item, cells };
  }
  return null;
}

/** Whether `rowLocationOf` finds rows with the requested columns in the response. */
export function hasRows(operation: Operation): boolean {
  return rowLocationOf(operation) !== null;
}

/**
 * All columns of operations that respond with rows, without duplicates, with their facts from
 * `known`. A column without facts has the kind `unknown` and is not verified. Empty if there are
 * none.
 */
export function operationColumns(
  operations: readonly Operation[],
  known: ReadonlyMap<string, ColumnFacts>,
): readonly Column[] {
  const all = operations.filter(hasRows).flatMap((operation) => columnsOf(operation, known));
  return [...new Map(all.map((column) => [column.name, column])).values()];
}

/** A column's facts, without `added`. Without facts, the kind is `unknown`. */
function factsOf(facts: ColumnFacts | undefined): Omit<Column, "name"> {
  if (facts === undefined) return { value: "unknown", verified: false };
  const { added: _, ...column } = facts;
  return column;
}

const TARGETING = /_TARGETING$/;

/**
 * Facts about the rows of each level that the flow accepts, in order.
 *
 * The facts are the id columns and the columns that distinguish rows. Only columns in `columns` are
 * included. Levels without an entity in `spec/rows.yaml` are left out; the suffix `_TARGETING` is
 * ignored. Empty if there is no `level` field.
 */
function levelsOf(
  flow: Flow,
  columns: readonly Column[],
  entities: ReadonlyMap<string, Entity>,
): readonly Level[] {
  const type = flow.body.fields.find(({ name }) => name === "level")?.type;
  const offered = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => columns.some(({ name }) => name === id));
  return ((type && shapeOf(flow).values(type)) ?? []).flatMap((value) => {
    const name = String(value);
    const entity = entities.get(name.replace(TARGETING, ""));
    if (entity === undefined) return [];
    const { ids, ours, besides, within } = entity;
    // The outermost entity occurs once per report, so its rows need no id.
    const groups =
      within === null
        ? []
        : [...(ours === undefined ? [ids] : []), ...besides.map((column) => [column])];
    const distinguishedBy = groups.map(offered).filter((group) => group.length > 0);
    return {
      name,
      has: offered(idsOf(entity, entities)),
      listedUnder: offered(ids),
      ...(ours !== undefined && { ours }),
      distinguishedBy,
    };
  });
}

/** The id columns of an entity and its parents, outermost first. */
function idsOf({ ids, within }: Entity, entities: ReadonlyMap<string, Entity>): readonly string[] {
  const parent = within === null ? undefined : entities.get(within);
  return parent === undefined ? ids : [...idsOf(parent, entities), ...ids];
}

/**
 * Names of columns by kind. `texts` contains columns that are neither ids nor numbers. `zeros`
 * contains number columns in which a missing value means zero.
 */
function columnsByKind(columns: readonly Column[]): NonNullable<Flow["known"]> {
  const named = (holds: (column: Column) => boolean): readonly string[] =>
    columns.filter(holds).map(({ name }) => name);
  return {
    ids: named(({ value }) => value === "id"),
    texts: named(({ value }) => value !== "id" && COLUMN_KINDS[value].inRows !== "number"),
    zeros: named(({ value, zero }) => COLUMN_KINDS[value].zeroIsLeftOut && zero !== false),
  };
}

/**
 * The columns in `known`, which is spec/columns.yaml keyed by column name.
 *
 * Columns marked `added` are left out, because files contain them even if they are not requested.
 * Used for a flow that reads the rows of another report. That report's request determined the
 * columns.
 */
function knownColumns(known: ReadonlyMap<string, ColumnFacts>): readonly Column[] {
  return [...known].flatMap(([name, facts]) => (facts.added ? [] : [{ name, ...factsOf(facts) }]));
}

/** Context for lowering an entry of `spec/flows.yaml`. */
export interface ReportContext {
  readonly contract: Contract;
  readonly operations: ReadonlyMap<string, OperationNode>;
  /** Names of types, shared by all entries. */
  readonly names: Names;
  readonly diagnostics: Diagnostics;
}

/**
 * Lowers a report: its create and its poll operation.
 *
 * Findings go to `diagnostics`, including the problem that the operations are not a report. The
 * flow is returned even if it has problems. Undefined if `operations` lacks the create or the poll
 * operation. Throws `Problems` for references that cannot be followed.
 */
export function lowerFlow(
  entry: FlowEntry,
  { contract, operations, names, diagnostics }: ReportContext,
): Flow | undefined {
  const { problems } = diagnostics;
  const { document, annotations } = contract;
  const [create, poll] = [operations.get(entry.create), operations.get(entry.poll)];
  if (create === undefined || poll === undefined) return undefined;
  const docs: ReadonlyMap<string, string> = annotations.docs.get(entry.create) ?? new Map();
  const context = startSchemaContext({ document, names: names.of(entry.name), docs, diagnostics });
  const parametersOf = (operation: OperationNode): readonly Node[] =>
    parametersIn(operation, document).map(({ node }) => node);
  const taken = { create: parametersOf(create), poll: parametersOf(poll) };
  const takes = takenBy(taken, entry);
  // Leave out optional poll parameters that the runtime does not set.
  const isSent = ({ node }: LocatedNode): boolean =>
    node.name === takes.poll.account || node.name === takes.poll.token || node.required === true;
  const parameters = lowerParameters(
    parametersIn(poll, document, diagnostics).filter(isSent),
    "poll",
    context,
  );
  const constants = constantsAmong(
    parameters.filter(({ name }) => name !== takes.poll.account && name !== takes.poll.token),
    context,
  );
  const { headers } = entry;
  const described = [create, poll].flatMap((operation) => headersIn(operation, document));
  checkHeaders(entry, described, context);
  // The body is always sent, even if it is optional: without a body, a report would be empty.
  const { parts: requestParts, constraints } = lowerRequest(
    create,
    { separate: [takes.create.account], withBody: true },
    context,
  );
  const words = wordsFor(entry);
  const lowered = {
    create: lowerReportOperation(
      create,
      { role: "create", fields: READ.create.map((name) => words[name].from) },
      { parameters: requestParts.parameters, headers },
      context,
    ),
    poll: lowerReportOperation(
      poll,
      { role: "poll", fields: READ.poll.map((name) => words[name].from) },
      { parameters, headers },
      context,
    ),
  };
  const located = {
    create: locate(lowered.create, { names: READ.create, words }, context),
    poll: locate(lowered.poll, { names: READ.poll, words }, context),
  };
  const { token } = takes.poll;
  const flow: Flow = {
    name: entry.name,
    doc: docs.get("") ?? "",
    ...withDescription(wordsOf(create.node)),
    body: requestParts.body,
    create: { ...lowered.create, ...takenAs(takes.create), ...located.create.paths },
    poll: {
      ...lowered.poll,
      ...takenAs(takes.poll),
      ...(token !== "token" && { token }),
      ...(Object.keys(constants).length > 0 && { constants }),
      ...located.poll.paths,
    },
    content: requestParts.content,
    ...(requestParts.mediaType !== undefined && { mediaType: requestParts.mediaType }),
    objects: context.objects,
    enums: context.enums,
    ...unionsOf(context),
    statuses: statusesFor(entry, annotations.flows.statuses),
    rules: [],
    columns: [],
  };
  const isObject =
    requestParts.content === null ||
    (requestParts.content === "json" && requestParts.bodyField === null);
  const bodyFlaws = isObject
    ? []
    : [{ what: `the request body of ${entry.create} is not a JSON object` }];
  // An unreadable response has already been reported, so its missing fields are not reported.
  const responseFlaws = ROLES.filter((role) =>
    hasJsonResponse({ create, poll }[role], document),
  ).flatMap((role) => located[role].flaws);
  const status = located.poll.found.get("report_status");
  const flaws = [
    ...bodyFlaws,
    ...responseFlaws,
    ...(responseFlaws.length === 0 && status !== undefined
      ? checkStatuses(flow, entry, status)
      : []),
    ...checkParameters(taken, takes, {
      ...entry,
      knowsToken: located.create.found.has("token"),
      constants: Object.keys(constants),
    }),
  ];
  problems.push(...flaws.map((flaw) => shapeProblem(entry, flaw)));
  return {
    ...flow,
    ...rowsOf(flow, entry, annotations),
    rules: lowerRules(
      create.node as JsonObject,
      { rules: annotations.rules, constraints, document, shape: shapeOf(flow) },
      diagnostics,
    ),
  };
}

/** Values of the parameters that have only one possible value, keyed by name. */
function constantsAmong(
  parameters: readonly Parameter[],
  { enums }: SchemaContext,
): NonNullable<ReportOperation["constants"]> {
  return Object.fromEntries(
    parameters.flatMap(({ name, type }): [string, string | number | boolean][] => {
      const values =
        type.kind === "constant"
          ? [type.value]
          : (enums.find((one) => type.kind === "enum" && one.name === type.name)?.values ?? []);
      const [only = null] = values;
      return values.length === 1 && only !== null ? [[name, only]] : [];
    }),
  );
}

/**
 * What is known about a report's rows. `known` is only set for a report without columns that shares
 * its poll operation with another report.
 */
function rowsOf(
  flow: Flow,
  entry: FlowEntry,
  annotations: Annotations,
): Pick<Flow, "columns" | "levels" | "known"> {
  const columns = columnsOf(flow, annotations.columns);
  const entities = annotations.rows.get(entry.create);
  const shares = annotations.flows.flows.some(
    (flow) => flow.name !== entry.name && flow.poll === entry.poll,
  );
  const known = columnsByKind(knownColumns(annotations.columns));
  const namesColumns = flow.body.fields.some(({ name }) => name === "columns");
  return {
    columns,
    ...(entities && { levels: levelsOf(flow, columns, entities) }),
    // Missing values are filled in only if the request names columns.
    ...(columns.length === 0 && shares
      ? { known: namesColumns ? known : { ...known, zeros: [] } }
      : {}),
  };
}

/**
 * Returns `{ unions }`, or `{}` if none were added to the context. Spread the result into a
 * request.
 */
export function unionsOf({ unions }: SchemaContext): Pick<Flow, "unions"> {
  return unions.length === 0 ? {} : { unions };
}

/** Fields that the runtime needs: a token from create, and a status and a link from poll. */
const READ = { create: ["token"], poll: ["report_status", "url"] } as const;
const ROLES = ["create", "poll"] as const;

/** The usual name of a field that the runtime reads. */
type ReadName = (typeof READ)[(typeof ROLES)[number]][number];

/** The key in flows.yaml that locates each field, keyed by the field's usual name. */
const KEYS = { token: "token", report_status: "status", url: "link" } as const;

/**
 * Where to find a field: a path from flows.yaml, or else the usual name. `where` is set if the path
 * comes from flows.yaml.
 */
interface Word {
  readonly from: string;
  readonly where?: string;
}

/**
 * Where to find each field that the runtime reads: as the entry says, or else under its usual name.
 */
function wordsFor({ mapping }: FlowEntry): Readonly<Record<ReadName, Word>> {
  return {
    token: mapping?.token ?? { from: "token" },
    report_status: mapping?.status ?? { from: "report_status" },
    url: mapping?.link ?? { from: "url" },
  };
}

/**
 * Finds the fields with these names in the response.
 *
 * `paths` contains the fields that are not at the response's top level under their usual names.
 * `flaws` reports the fields that are missing or cannot be read.
 */
function locate(
  { id, response }: ReportOperation,
  {
    names,
    words,
  }: { readonly names: readonly ReadName[]; readonly words: Readonly<Record<ReadName, Word>> },
  context: SchemaContext,
): {
  readonly paths: Pick<ReportOperation, "paths">;
  readonly found: ReadonlyMap<ReadName, FieldAt>;
  readonly flaws: readonly Flaw[];
} {
  const fields = fieldsIn(response, context);
  const found = new Map<ReadName, FieldAt>();
  // If flows.yaml locates any of the fields, accept the others at any level if their usual names
  // occur only once.
  const isMapped = names.some((name) => words[name].where !== undefined);
  const onlyOne = (name: ReadName): FieldAt | undefined => {
    const { from, where } = words[name];
    const all = fields.filter(({ path }) => path.at(-1) === from);
    return isMapped && where === undefined && all.length === 1 ? all[0] : undefined;
  };
  const flaws = names.flatMap((name): Flaw[] => {
    const { from, where } = words[name];
    const key = KEYS[name];
    // A field with its usual name can be in the same object as a field that flows.yaml names.
    const objects = names.map((other) => words[other].from.split(".").slice(0, -1));
    const beside = where === undefined ? objects.map((path) => [...path, from].join(".")) : [];
    const [path = from] = beside.filter((each) => fieldAt(each, fields) !== undefined);
    const field = fieldAt(from, fields) ?? fieldAt(path, fields) ?? onlyOne(name);
    const at = where === undefined ? {} : { where };
    if (field === undefined) {
      const named = where === undefined ? "" : ` (named in \`${key}\`)`;
      const others = (Object.keys(words) as ReadName[]).filter((other) => other !== name);
      const taken = others.map((other) => fieldAt(words[other].from, fields));
      return [
        {
          what: `the response of ${id} has no ${from}${named}${didYouMeanField(from, fields)}`,
          ...at,
          fix: fixFor(
            key,
            fields.filter(
              (each) => !taken.includes(each) && isReadable(each.type, key === "token", context),
            ),
          ),
        },
      ];
    }
    found.set(name, field);
    if (isReadable(field.type, name === "token", context)) return [];
    return [{ what: `${from} in the response of ${id} is not a string`, ...at }];
  });
  const other = [...found].filter(([name, { path }]) => path.length > 1 || path[0] !== name);
  return {
    paths:
      other.length === 0
        ? {}
        : { paths: Object.fromEntries(other.map(([name, { path }]) => [name, path])) },
    found,
    flaws,
  };
}

/**
 * Patterns for likely names of each field. A field that matches is used as the example in the
 * suggested fix.
 */
const LIKELY = { token: /token|id$/i, status: /stat/i, link: /url|link|href/i } as const;

/** The suggested fix for a field that was not found. `fields` are the fields to choose from. */
function fixFor(key: keyof typeof LIKELY, fields: readonly FieldAt[]): string {
  const paths = fields.map(writtenPath);
  const example = paths.find((path) => LIKELY[key].test(path)) ?? paths[0];
  return paths.length === 0
    ? "Choose other operations for the flow, or remove the flow."
    : `Specify the field in the entry, as in \`${key}: ${example}\`: the response has ${listNames(paths)}. Alternatively, choose other operations for the flow, or remove the flow.`;
}

/**
 * Merges the statuses of the file and of the entry. The entry's statuses come first and take
 * precedence.
 */
function statusesFor({ mapping }: FlowEntry, statuses: Statuses): Statuses {
  const own = (kind: keyof Statuses): readonly string[] => mapping?.statuses?.[kind]?.words ?? [];
  const all = new Set(
    (["pending", "done", "failed"] as const).flatMap(own).map((word) => word.toUpperCase()),
  );
  const merged = (kind: keyof Statuses): readonly string[] => [
    ...own(kind),
    ...statuses[kind].filter((word) => !all.has(word.toUpperCase())),
  ];
  return { pending: merged("pending"), done: merged("done"), failed: merged("failed") };
}

/**
 * Checks the described statuses of a report.
 *
 * They must be strings, at least one of them must mean done, and they must include the statuses of
 * the entry.
 */
function checkStatuses(
  flow: Flow,
  { mapping }: FlowEntry,
  { type, path }: FieldAt,
): readonly Flaw[] {
  const { id } = flow.poll;
  const name = path.join(".");
  const values = shapeOf(flow).values(type);
  if (flow.statuses.done.length === 0)
    return [
      {
        what: "none of the statuses means that a report is done",
        fix: "Specify in the entry which status means done, as in `done: [COMPLETED]`.",
      },
    ];
  if (values === null || values.length === 0) return [];
  if (!values.every((value) => typeof value === "string"))
    return [{ what: `${name} in the response of ${id} is not a string` }];
  const isOneOf = (words: readonly string[], value: string): boolean =>
    words.some((word) => word.toUpperCase() === value.toUpperCase());
  const unknown = Object.entries(mapping?.statuses ?? {}).flatMap(([kind, { words, where }]) =>
    words
      .filter((word) => !isOneOf(values, word))
      .map((word) => ({
        what: `${name} in the response of ${id} is never ${word} (listed in \`${kind}\`)${didYouMean(word, values)}`,
        where,
        fix: `Use a status from the description: ${values.join(", ")}.`,
      })),
  );
  const { pending, done, failed } = flow.statuses;
  if (unknown.length > 0 || values.some((value) => isOneOf(done, value))) return unknown;
  const [open = "DONE"] = values.filter((value) => !isOneOf([...pending, ...failed], value));
  return [
    {
      what: `${name} in the response of ${id} never means done: its values are ${values.join(", ")}, but \`done\` lists ${done.join(", ")}`,
      fix: `Specify in the entry which status means that the report is done, as in \`done: [${open}]\`. Alternatively, choose other operations for the flow, or remove the flow.`,
    },
  ];
}

/**
 * Whether the runtime can read the value as a string. If `allowsInteger` is true, as for a token, the
 * value can also be an integer.
 */
function isReadable(type: Type, allowsInteger: boolean, types: Pick<Request, "unions">): boolean {
  return typesIn(type, types).every(
    (each) =>
      ["string", "enum", "any"].includes(each.kind) ||
      (each.kind === "constant" && typeof each.value === "string") ||
      (allowsInteger && each.kind === "integer"),
  );
}

/**
 * Notices for statuses in responses that neither the flow nor the file classifies.
 *
 * The runtime treats these statuses as pending. The statuses of both the create and the poll
 * response are checked, ignoring case. Each status is reported once, at `statusesAt`. Empty if
 * there are none.
 */
export function unclassifiedStatuses(
  flows: readonly Flow[],
  { statusesAt = FLOWS_FILE }: Pick<FlowsFile, "statusesAt">,
): readonly Notice[] {
  const unclassified = flows.flatMap((flow) => {
    const { pending, done, failed } = flow.statuses;
    const sorted = new Set([...pending, ...done, ...failed].map((status) => status.toUpperCase()));
    const path = flow.poll.paths?.report_status?.join(".") ?? "report_status";
    return [flow.create, flow.poll]
      .flatMap(({ response }) => fieldAt(path, fieldsIn(response, flow)) ?? [])
      .flatMap(({ type }) => shapeOf(flow).values(type) ?? [])
      .map(String)
      .filter((status) => !sorted.has(status.toUpperCase()));
  });
  return [...new Set(unclassified)].map((status) => ({
    kind: "loosened",
    what: `the status ${status} is treated as pending: \`statuses\` does not list it under pending, done or failed`,
    where: statusesAt,
  }));
}

/** The problem to report if an entry's operations do not work as a report. */
function shapeProblem(
  { name, where: entryAt = FLOWS_FILE }: FlowEntry,
  {
    what,
    where = entryAt,
    fix = "Choose other operations for the flow, or remove the flow.",
  }: Flaw,
): Problem {
  return {
    what: `the flow ${name} is not a report: ${what}`,
    where,
    why: "A report is created, polled by its token, and downloaded from a link.",
    fix,
  };
}
