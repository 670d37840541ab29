import { COLUMN_KINDS } from "../../runtime/validation/column-kinds.js";
import type { Diagnostics } from "../diagnostics.js";
import type {
  Column,
  Field,
  Flow,
  Level,
  ObjectType,
  Operation,
  ReportOperation,
  Request,
  Type,
} from "../model/model.js";
import type { ColumnFacts, Entity } from "../parse/annotations.js";
import type { FlowEntry, FlowsFile } from "../parse/config.js";
import type { Annotations, Contract } from "../parse/contract.js";
import type { JsonObject } from "../parse/json.js";
import { wordsOf } from "../parse/json.js";
import type { Notice, Problem } from "../problem.js";
import type { LocatedNode } from "./context.js";
import { type SchemaContext, startSchemaContext, withDescription } from "./context.js";
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
import { lowerRequest, lowerRules, shapeOf } from "./request.js";

/**
 * The columns that the request's `columns` accepts, with their facts from `known`; a column without
 * facts has the kind `unknown`. Empty if the request has no `columns`, or they are not an enum of
 * strings.
 */
function columnsOf(request: Request, known: ReadonlyMap<string, ColumnFacts>): readonly Column[] {
  const type = request.body.fields.find(({ name }) => name === "columns")?.type;
  const values = type === undefined ? null : shapeOf(request).values(type);
  return columnNames(values).map((name) => ({ name, ...factsOf(known.get(name)) }));
}

/** The column names, which are strings; empty if there is any other value. */
function columnNames(values: readonly (string | number)[] | null): readonly string[] {
  return values?.every((name) => typeof name === "string") ? values : [];
}

/** Location of the rows in a response: a list of objects, each with the requested columns. */
export interface RowLocation {
  /** The response field that holds the list; null if the response is the list. */
  readonly list: string | null;
  /** Type of a list item. */
  readonly item: ObjectType;
  /**
   * The item field that holds the columns, such as `metrics`; null if the columns are fields of the
   * item itself.
   */
  readonly cells: string | null;
}

/**
 * Location of the rows in the response of an operation whose argument `columns` is a list of an
 * enum of strings: the response if it is a list of objects, else its first field with a list of
 * objects that have columns. Null without that argument or such a list, for items with several
 * forms, and for a response in pages. Other fields of the response are ignored, since versions of
 * the description differ in them.
 */
export function rowLocationOf(operation: Operation): RowLocation | null {
  const { body, response, objects, enums } = operation;
  const columnsType = body.fields.find(({ name }) => name === "columns")?.type;
  const values = columnsType === undefined ? null : shapeOf({ body, enums }).values(columnsType);
  const columns = withoutNull(columnsType)?.kind === "array" ? columnNames(values) : [];
  if (columns.length === 0 || operation.pageOf !== null) return null;
  const objectFor = (type: Type | undefined): ObjectType | undefined =>
    type?.kind === "object" ? objects.find(({ name }) => name === type.name) : undefined;
  const isColumn = ({ name }: Field): boolean => name === "DATE" || columns.includes(name);
  // The cells are an object with column fields only, or with no declared fields, in an item without
  // column fields of its own.
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
    const item = objectFor(nonNull?.kind === "array" ? nonNull.items : undefined);
    if (item === undefined || item.oneOf !== undefined) continue;
    const cells = cellsOf(item);
    if (cells !== null || item.fields.some(isColumn)) return { list: name, item, cells };
  }
  return null;
}

/**
 * Whether the response has rows with the requested columns, that is, `rowLocationOf` is not null.
 */
export function hasRows(operation: Operation): boolean {
  return rowLocationOf(operation) !== null;
}

function withoutNull(type: Type | undefined): Type | undefined {
  return type?.kind === "nullable" ? withoutNull(type.of) : type;
}

/**
 * The distinct columns, by name, of all operations that respond with rows, with their facts from
 * `known`; empty if there are none.
 */
export function operationColumns(
  operations: readonly Operation[],
  known: ReadonlyMap<string, ColumnFacts>,
): readonly Column[] {
  const all = operations.filter(hasRows).flatMap((operation) => columnsOf(operation, known));
  return [...new Map(all.map((column) => [column.name, column])).values()];
}

function factsOf(facts: ColumnFacts | undefined): Omit<Column, "name"> {
  if (facts === undefined) return { value: "unknown", verified: false };
  const { added: _, ...column } = facts;
  return column;
}

const TARGETING = /_TARGETING$/;

/**
 * The facts about the rows of each level that the flow's `level` accepts, in its order: ids that
 * the rows have, and columns that distinguish them, both restricted to `columns`. Levels without an
 * entity in `spec/rows.yaml` are left out; the suffix `_TARGETING` is ignored. Empty without a
 * `level` field.
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
    // The outermost entity occurs once in a report, so its rows need no id.
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

function idsOf({ ids, within }: Entity, entities: ReadonlyMap<string, Entity>): readonly string[] {
  const parent = within === null ? undefined : entities.get(within);
  return parent === undefined ? ids : [...idsOf(parent, entities), ...ids];
}

/**
 * Names of columns: of `ids`; of `texts`, which are neither ids nor numbers; of `zeros`, the
 * numbers that are zero where they are missing.
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
 * The columns of `known`, the facts of spec/columns.yaml by name, as columns; without those marked
 * `added`, which a file has without being requested. For a flow that reads another report's rows:
 * its columns are chosen elsewhere.
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
 * Lowers a report: its create and its poll operation. Findings, including that the operations are
 * not a report, go to `diagnostics`. Undefined if `operations` lacks one of the two. Throws
 * `Problems` for references that cannot be followed.
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
  const account = accountOf(parametersIn(poll, document));
  // Optional poll parameters that the runtime does not set are left out.
  const isSent = ({ node }: LocatedNode): boolean =>
    node.name === account || node.name === "token" || node.required === true;
  const parameters = lowerParameters(
    parametersIn(poll, document, diagnostics).filter(isSent),
    "poll",
    context,
  );
  const { headers } = entry;
  const described = [create, poll].flatMap((operation) => headersIn(operation, document));
  checkHeaders(entry, described, context);
  // The body is always sent, even if the description makes it optional: without one a report would
  // have no contents.
  const requestParts = lowerRequest(create, { separate: [account], withBody: true }, context);
  const flow: Flow = {
    name: entry.name,
    doc: docs.get("") ?? "",
    ...withDescription(wordsOf(create.node)),
    body: requestParts.body,
    create: lowerReportOperation(
      create,
      { role: "create", fields: READ.create },
      { parameters: requestParts.parameters, headers },
      context,
    ),
    poll: lowerReportOperation(
      poll,
      { role: "poll", fields: READ.poll },
      { parameters, headers },
      context,
    ),
    content: requestParts.content,
    ...(requestParts.mediaType !== undefined && { mediaType: requestParts.mediaType }),
    objects: context.objects,
    enums: context.enums,
    ...unionsOf(context),
    statuses: annotations.flows.statuses,
    rules: [],
    columns: [],
  };
  const isObject =
    requestParts.content === null ||
    (requestParts.content === "json" && requestParts.bodyField === null);
  const bodyFlaws = isObject ? [] : [`the request body of ${entry.create} is not a JSON object`];
  // An unreadable response was already reported; its missing fields have the same cause.
  const readableRoles = ROLES.filter((role) => hasJsonResponse({ create, poll }[role], document));
  const flaws = [
    ...bodyFlaws,
    ...checkResponses(flow, readableRoles),
    ...checkParameters(flow, account),
  ];
  problems.push(...flaws.map((what) => shapeProblem(entry, what)));
  return {
    ...flow,
    ...rowsOf(flow, entry, annotations),
    rules: lowerRules(
      create.node as JsonObject,
      { rules: annotations.rules, shape: shapeOf(flow) },
      diagnostics,
    ),
  };
}

/** The facts about the report's rows. */
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
    // Only a request that names columns has any that could be filled.
    ...(columns.length === 0 && shares
      ? { known: namesColumns ? known : { ...known, zeros: [] } }
      : {}),
  };
}

/**
 * `{ unions }` with the unions that were added to the context, to be spread into a request; an
 * empty object if there are none.
 */
export function unionsOf({ unions }: SchemaContext): Pick<Flow, "unions"> {
  return unions.length === 0 ? {} : { unions };
}

/** Fields that the runtime needs: a token from create, a status and a link from poll. */
const READ = { create: ["token"], poll: ["report_status", "url"] } as const;
const ROLES = ["create", "poll"] as const;

function checkResponses(flow: Flow, roles: readonly (typeof ROLES)[number][]): readonly string[] {
  const wrongFields = roles.flatMap((role) => {
    const { id, response } = flow[role];
    return READ[role].flatMap((name) => {
      const field = response.fields.find((candidate) => candidate.name === name);
      if (field === undefined) return [`the response of ${id} has no ${name}`];
      return isReadable(field.type, name === "token", flow)
        ? []
        : [`${name} in the response of ${id} is not a string`];
    });
  });
  return [...wrongFields, ...(wrongFields.length === 0 ? checkStatuses(flow) : [])];
}

/** That the described statuses of a report are texts, and that one of them means done. */
function checkStatuses(flow: Flow): readonly string[] {
  const { id, response } = flow.poll;
  const type = response.fields.find(({ name }) => name === "report_status")?.type;
  const values = type === undefined ? null : shapeOf(flow).values(type);
  if (values === null || values.length === 0) return [];
  if (!values.every((value) => typeof value === "string"))
    return [`report_status in the response of ${id} is not a string`];
  const { done } = flow.statuses;
  const known = done.map((status) => status.toUpperCase());
  return values.some((value) => known.includes(value.toUpperCase()))
    ? []
    : [
        `no report_status in the response of ${id} means that a report is done: it is ${values.join(", ")}, and \`statuses\` has ${done.join(", ")}`,
      ];
}

/**
 * Whether the runtime can read the value as a string. A token may also be an integer, which is as
 * exact.
 */
function isReadable(type: Type, mayCount: boolean, flow: Flow): boolean {
  if (type.kind === "nullable") return isReadable(type.of, mayCount, flow);
  const union =
    type.kind === "union" ? flow.unions?.find(({ name }) => name === type.name) : undefined;
  if (union !== undefined)
    return union.members.every((member) => isReadable(member.type, mayCount, flow));
  return (
    ["string", "enum", "any"].includes(type.kind) ||
    (type.kind === "constant" && typeof type.value === "string") ||
    (mayCount && type.kind === "integer")
  );
}

/** Name of the ad account parameter; empty if there is none. */
function accountOf(parameters: readonly LocatedNode[]): string {
  const account = parameters.find(
    ({ node }) => node.name !== "token" && (node.in === "path" || node.name === "ad_account_id"),
  );
  return account === undefined ? "" : String(account.node.name);
}

/**
 * The runtime polls with an account and a token only: any other required parameter would be missing
 * in each request.
 */
function checkParameters(flow: Flow, account: string): readonly string[] {
  const names = ({ parameters }: ReportOperation): readonly string[] =>
    parameters.map(({ name }) => name);
  if (!names(flow.create).includes(account))
    return [
      "poll has no parameter for the ad account of create, neither in its path nor as ad_account_id",
    ];
  const required = names(flow.poll).filter((name) => name !== account && name !== "token");
  if (!names(flow.poll).includes("token"))
    return ["poll has no parameter for the token that create returns"];
  return required.length === 0
    ? []
    : [`poll requires parameters other than the ad account and the token: ${required.join(", ")}`];
}

/**
 * Notices for values of `report_status` in the flows' responses that the flows file does not
 * classify, which the runtime treats as pending; empty if there are none. Each status once, since
 * all flows share the statuses. `statusesAt` is the location that the notices name.
 */
export function unclassifiedStatuses(
  flows: readonly Flow[],
  { statuses, statusesAt = FLOWS_FILE }: FlowsFile,
): readonly Notice[] {
  const sorted = new Set(
    [...statuses.pending, ...statuses.done, ...statuses.failed].map((status) =>
      status.toUpperCase(),
    ),
  );
  const stated = flows.flatMap((flow) =>
    [flow.create, flow.poll]
      .flatMap(({ response }) => response.fields.filter(({ name }) => name === "report_status"))
      .flatMap(({ type }) => shapeOf(flow).values(type) ?? [])
      .map(String),
  );
  return [...new Set(stated)]
    .filter((status) => !sorted.has(status.toUpperCase()))
    .map((status) => ({
      kind: "loosened",
      what: `the status ${status} is treated as pending: \`statuses\` does not list it under pending, done or failed`,
      where: statusesAt,
    }));
}

function shapeProblem({ name, where = FLOWS_FILE }: FlowEntry, what: string): Problem {
  return {
    what: `the flow ${name} is not a report: ${what}`,
    where,
    why: "A report is created, polled by its token, and downloaded from a link.",
    fix: "Choose other operations for the flow, or remove it.",
  };
}
