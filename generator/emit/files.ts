import { type Code, identifier, literal, local, property, prose, type View } from "../code.js";
import { comment } from "../comment.js";
import { camel, kebab, pascal } from "../lower/names.js";
import { hasRows } from "../lower/report.js";
import type { Flow, Model, NamedTypes, Operation } from "../model/model.js";
import { namedIn, withoutShared } from "../model/written.js";
import { hasRules } from "../rules/nested.js";
import { anyTyped } from "../rules/parse.js";
import type { Home } from "../workspace.js";
import { callTree, type Namespace, uniqueName } from "./call-tree.js";
import { CHECKS_FILE, SharedChecks } from "./checks.js";
import { allColumns, columnLabelsView } from "./column-labels.js";
import { enumValuesView } from "./enum-values.js";
import { Imports, requestPath, SCHEMAS_FILE, statements } from "./imports.js";
import { jsonSchemasView } from "./json-schema.js";
import { listedItemsView } from "./listed-items.js";
import { columnKindsTable, columnTable, LISTS_FILE, Lists } from "./lists.js";
import { COLUMN_VALUES, callComment, callView, operationNames } from "./operation.js";
import { clientView } from "./operation-client.js";
import { isOperationPlanned, isPlanned, operationPlannerView, plannerView } from "./planner.js";
import {
  columnsView,
  columnValuesView,
  factsView,
  flowView,
  hasLevels,
  levelsView,
  rowView,
  tableFunctionView,
  tableView,
} from "./report.js";
import { checkView, hasStrict } from "./request-types.js";
import { rulesView } from "./rules.js";
import { syncedFlow, syncView } from "./sync.js";
import {
  declaredTypes,
  type FileContext,
  flowNames,
  operationTypesView,
  schemasView,
  typesView,
} from "./types.js";
import { checksView, validateView } from "./validator.js";

/** A file of `generated/`: its path, its template and the template's input. */
export interface FileView {
  readonly path: string;
  readonly template: string;
  readonly view: View;
}

/**
 * Which kinds of client the calls need, judging by the views of `operationView`. `hasOperations`:
 * some calls are not paged. `hasPages`: some calls are paged. `hasColumnValues`: some calls have
 * rows with the requested columns. All are false if there are no calls.
 */
function clientKinds(operations: readonly { readonly [name: string]: View }[]): {
  readonly [name: string]: boolean;
} {
  return {
    hasOperations: operations.some(({ isPaged }) => isPaged === false),
    hasPages: operations.some(({ isPaged }) => isPaged === true),
    hasColumnValues: operations.some(({ hasTypedRows }) => hasTypedRows === true),
  };
}

/**
 * The view of a call in shared files: names, import paths, doc comment and flags. `folder` contains
 * the import paths of the call's own files, which begin with `root`.
 */
function operationView(operation: Operation, root = "./"): { readonly [name: string]: View } {
  const parts = ["schema", "call", "rules", "check"];
  const folder = Object.fromEntries(
    parts.map((part) => [part, literal(`${root}operations/${operation.name}/${part}.js`)]),
  );
  return {
    ...operationNames(operation),
    folder,
    doc: callComment(operation),
    usesAppCredentials: operation.call.clientCredentials === true,
    isOnClient: operation.onClient !== false,
    isPaged: operation.pageOf !== null,
    hasRules: hasRules(operation),
    hasTypedRules: anyTyped(operation.rules),
    hasTypedRows: hasRows(operation),
    hasStrict: hasStrict(operation),
  };
}

/**
 * Statements for shared files that export the declarations of a request's `schema.ts`. `root` is
 * the path to the output folder. `typeExports` exports all types. `validatorExports` exports the
 * validator and the request's type. For a call that uses the app's credentials, it exports all
 * types, because no client exports them.
 */
function schemaExports(
  request: Flow | Operation,
  shared: ReadonlySet<string>,
  root = "./",
): { readonly typeExports: readonly Code[]; readonly validatorExports: readonly Code[] } {
  const path = `${root}${requestPath(request).replace(/\.ts$/, ".js")}`;
  const names = "call" in request ? operationNames(request) : flowNames(request);
  const { schema, validate } = names as Readonly<Record<"schema" | "validate", Code>>;
  const types = declaredTypes(request, shared).map((name) => `type ${name}`);
  const isOfApp = "call" in request && request.call.clientCredentials === true;
  const withValidator = isOfApp ? types : types.slice(0, 1);
  return {
    typeExports: statements("export", path, types),
    validatorExports: statements("export", path, [...withValidator, schema, validate]),
  };
}

/**
 * The files of one call, with templates and views, in the order they are written. `rules.ts` and
 * `check.ts` are included only if the call needs them. `build` says where the files import the
 * runtime from, and contains the long lists and checks that they share with other files.
 */
function operationFiles(operation: Operation, build: Build): readonly FileView[] {
  const common = { ...shared(build.home, 3), ...operationNames(operation) };
  const file = (name: string, view: View | ((context: FileContext) => View)): FileView =>
    fileView(
      { path: `operations/${operation.name}/${name}.ts`, template: name, common, view },
      build,
    );
  return [
    file("schema", (context) => ({
      ...operationTypesView(operation, context),
      ...validateView(operation, context),
    })),
    file("call", (context) => ({
      ...callView(operation, context),
      ...clientView(operation, context),
    })),
    ...(hasRules(operation) ? [file("rules", rulesView(operation))] : []),
    ...(anyTyped(operation.rules)
      ? [file("check", (context) => checkView(operation, context))]
      : []),
  ];
}

/** Data that all files of one output share. */
interface Build {
  readonly home: Home;
  readonly lists: Lists;
  readonly checks: SharedChecks;
  /** Names of the types in `schemas.ts`. */
  readonly shared: ReadonlySet<string>;
}

/** The view of a file; its imports are collected while the view is created. */
function fileView(
  {
    path,
    template,
    common,
    view,
  }: Omit<FileView, "view"> & {
    readonly common: object;
    readonly view: View | ((context: FileContext) => View);
  },
  { home, ...build }: Build,
): FileView {
  const imports = new Imports(path, home, build.shared);
  const ownView = typeof view === "function" ? view({ imports, ...build }) : view;
  return { path, template, view: { ...common, ...(ownView as object), imports: imports.view } };
}

/**
 * All files that are generated from templates, with their views, in the order they are written.
 *
 * `home` decides where the files import the runtime from. `files.ts`, `testing.ts`,
 * `listed-items.ts`, `validators/` and each report's `facts.ts` are only included for `here`.
 * `jobs.ts` and the files of `sync` are only included if `syncedFlow` finds a report. Files that
 * would have no content are left out, such as `calls.ts` if there are no calls.
 */
export function fileViews(model: Model, home: Home): readonly FileView[] {
  const lists = new Lists(model);
  const checks = new SharedChecks(model, lists);
  const { request, response } = model.schemas ?? { request: NOTHING, response: NOTHING };
  const sharedNames = new Set([request, response].flatMap(namedIn).map(({ name }) => name));
  const build = { home, lists, checks, shared: sharedNames };
  const top = shared(home, 1);
  const synced = syncedFlow(model, home);
  const flows = model.flows.map((flow) => ({
    ...flowNames(flow),
    ...schemaExports(flow, sharedNames),
    folder: importPathsOf(flow),
    doc: prose(flow.doc),
    described: comment(prose(flow.doc), flow.description),
    hasStrict: hasStrict(flow),
    hasColumns: flow.columns.length > 0,
  }));
  const namespaces = namespacesOf(model);
  const calls = { ...callsView(model, sharedNames), ...namespacesView(namespaces) };
  const hasColumns = allColumns(model).length > 0;
  const entry = (path: string, template: string): FileView => ({
    path,
    template,
    view: {
      ...top,
      flows,
      hasColumns,
      hasSchemas: build.shared.size > 0,
      hasReports: flows.length > 0,
      hasSync: synced !== null,
      hasClients: model.allOperations !== true || flows.length > 0,
      ...calls,
    },
  });
  const plannerImports = new Imports("planner.ts", home);
  plannerImports.support("type Plan", "type PlanFacts", "type Planned", "type PlanOptions", "plan");
  const planned = [
    ...model.flows.flatMap((flow, at) =>
      isPlanned(flow) ? [{ ...flows[at], ...plannerView(flow, plannerImports) }] : [],
    ),
    ...model.operations.flatMap((operation) =>
      isOperationPlanned(operation)
        ? [{ ...operationView(operation), ...operationPlannerView(operation, plannerImports) }]
        : [],
    ),
  ];
  const planner: FileView = {
    path: "planner.ts",
    template: "planner",
    view: { ...top, flows: planned, imports: plannerImports.view },
  };
  const described = model.flows.flatMap((flow, at) =>
    flow.columns.length > 0 ? [{ ...flows[at], ...tableFunctionView(flow) }] : [],
  );
  const tables: FileView = {
    path: "tables.ts",
    template: "tables",
    view: { ...top, flows: described },
  };
  const { title, version, sha256 } = model.source;
  const files: readonly FileView[] = [
    {
      path: "source.ts",
      template: "source",
      view: { ...top, title: literal(title), version: literal(version), sha256: literal(sha256) },
    },
    entry("index.ts", "index"),
    ...(model.allOperations === true
      ? [entry("operations.ts", "operations"), entry("types.ts", "operation-types")]
      : []),
    ...(namespaces.length === 0
      ? []
      : [
          entry("calls.ts", "calls"),
          ...namespaces.map((namespace) => namespaceFile(namespace, build)),
        ]),
    entry("validators.ts", "validators"),
    entry("rules.ts", "rule-lists"),
    ...(flows.length === 0 && !hasColumns ? [] : [entry("columns.ts", "column-lists")]),
    ...(planned.length === 0 ? [] : [planner]),
    ...(described.length === 0 ? [] : [tables]),
    ...(home === "here"
      ? [
          entry("files.ts", "files"),
          entry("testing.ts", "testing"),
          {
            path: "listed-items.ts",
            template: "listed-items",
            view: { ...top, ...(listedItemsView(model) as object) },
          },
          ...model.flows.map((flow) => validatorFile(flow, sharedNames)),
        ]
      : []),
    ...(synced === null
      ? []
      : [...syncFiles(synced, model, top), jobsFile(synced, { model, flows, top })]),
    ...model.flows.flatMap((flow) => flowFiles(flow, { ...build, isSynced: flow === synced })),
    ...(model.operations.some(hasRows) ? columnFiles(model, build) : []),
    ...model.operations.flatMap((operation) => operationFiles(operation, build)),
    ...schemaFiles(model, build),
    ...checkFiles(request, build),
    ...labelFiles(model, build),
    ...requestFiles(model, build),
    ...listFiles(build),
  ];
  const parts = DATA_FILES.filter((part) => files.some(({ path }) => path === `${part}.ts`)).map(
    (part) => literal(`./${part}.js`),
  );
  return [...files, { path: "data.ts", template: "data", view: { ...top, parts } }];
}

/** The files that `data.ts` re-exports, if they exist. */
const DATA_FILES = ["rules", "columns", "values", "json-schema"];

/**
 * Names that `calls.ts` and the namespace files declare or import. Names of flows and operations
 * are not included.
 */
const OWN_NAMES = (
  "apiRequest client connect connection createFullClient fullClientOf operationClient options pagedClient reconnect " +
  "request shareConnection withOptions"
).split(" ");

/**
 * File names in the folder of a flow. No namespace may have one of these names, because the files
 * of a flow called `calls` are in the same folder as the namespace files.
 */
const FLOW_FILES = "schema flow client rules column-kinds columns levels row check facts".split(
  " ",
);

/** A namespace and the name of its function. */
interface NamedNamespace extends Namespace {
  readonly factory: string;
}

/**
 * The namespaces of the calls that need a user's token. A name that other code already uses gets
 * the suffix `-calls`.
 */
function namespacesOf({ flows, operations }: Model): readonly NamedNamespace[] {
  const calls = operations.filter(({ call }) => call.clientCredentials !== true);
  const ofFlows = flows.flatMap(({ name }) => [camel(name), camel(`${name}-client`)]);
  const taken = new Set([
    ...OWN_NAMES,
    ...FLOW_FILES.map(camel),
    ...ofFlows,
    ...calls.map(aliasOf),
  ]);
  return callTree(calls).map((namespace) => {
    const isFree =
      !taken.has(camel(namespace.name)) && local(camel(namespace.name)) === camel(namespace.name);
    const name = isFree
      ? namespace.name
      : kebab(uniqueName(`${namespace.name}-calls`, namespace.name, (word) => taken.has(word)));
    taken.add(camel(name));
    return { ...namespace, name, factory: camel(name) };
  });
}

/** A call's name in its namespace's file. It never equals the name of the namespace's function. */
function aliasOf({ name }: Operation): string {
  return `${camel(name)}Operation`;
}

/**
 * The names of a namespace for the templates: its type, function, file, and a phrase for comments.
 */
function namespaceNames({ name, calls, factory }: NamedNamespace): {
  readonly [name: string]: Code;
} {
  const subject =
    calls.length === 1
      ? `The call \`${calls[0]?.operation.call.id}\``
      : `Calls in the namespace \`${factory}\``;
  return {
    type: identifier(`${pascal(name)}Calls`),
    factory: identifier(factory),
    subject: prose(subject),
    file: literal(`./calls/${name}.js`),
  };
}

/** The part of the view of `calls.ts` that describes namespaces. */
function namespacesView(namespaces: readonly NamedNamespace[]): { readonly [name: string]: View } {
  const count = namespaces.reduce((sum, { calls }) => sum + calls.length, 0);
  return {
    namespaces: namespaces.map(namespaceNames),
    example: identifier(namespaces[0]?.factory ?? "none"),
    inWords: prose(count === 1 ? "one call" : `${count} calls`),
  };
}

/** `calls/<namespace>.ts`: the calls of a namespace, and the function that creates them. */
function namespaceFile(namespace: NamedNamespace, { home }: Build): FileView {
  const calls = namespace.calls.map(({ method, operation }) => ({
    ...operationView(operation, "../"),
    method: property(method),
    alias: identifier(aliasOf(operation)),
  }));
  return {
    path: `calls/${namespace.name}.ts`,
    template: "namespace",
    view: { ...shared(home, 2), ...namespaceNames(namespace), calls, ...clientKinds(calls) },
  };
}

/** The entry points for the targets of `sync`. */
function syncFiles(flow: Flow, model: Model, top: object): readonly FileView[] {
  return [
    { path: "sync.ts", template: "sync", view: { ...top, ...(syncView(flow, model) as object) } },
    {
      path: "sync-postgres.ts",
      template: "sync-postgres",
      view: { ...top, postgres: literal("../runtime/sync/postgres.js") },
    },
    {
      path: "sync-duckdb.ts",
      template: "sync-duckdb",
      view: { ...top, duckdb: literal("../runtime/sync/duckdb.js") },
    },
    {
      path: "sync-s3.ts",
      template: "sync-s3",
      view: { ...top, s3: literal("../runtime/sync/s3.js") },
    },
  ];
}

/** `jobs.ts`: the entry point that runs all reports as jobs in a queue. */
function jobsFile(
  synced: Flow,
  {
    model,
    flows,
    top,
  }: { readonly model: Model; readonly flows: readonly object[]; readonly top: object },
): FileView {
  const named = model.flows.map((flow, at) => ({
    ...flows[at],
    name: literal(flow.name),
    isDefault: flow === synced,
  }));
  const { request } = flowNames(synced) as { readonly request: Code };
  return {
    path: "jobs.ts",
    template: "jobs",
    view: { ...top, flows: named, synced: request, jobs: literal("../runtime/jobs/index.js") },
  };
}

/** `validators/<flow>.ts`: the package's entry point with the validator for one report. */
function validatorFile(flow: Flow, sharedNames: ReadonlySet<string>): FileView {
  const view = {
    ...shared("here", 2),
    ...flowNames(flow),
    ...schemaExports(flow, sharedNames, "../"),
  };
  return { path: `validators/${flow.name}.ts`, template: "validator", view };
}

/** The files with the columns of all synchronous responses and the types of their values. */
function columnFiles({ columns = [] }: Model, build: Build): readonly FileView[] {
  const common = shared(build.home, 2);
  const table = columnKindsTable();
  return [
    {
      path: table.path,
      template: "column-kinds",
      view: { ...common, owner: prose("all synchronous calls"), ...tableView(table, columns) },
    },
    fileView(
      { path: "operations/values.ts", template: "values", common, view: columnValuesView },
      build,
    ),
  ];
}

const NOTHING: NamedTypes = { objects: [], enums: [] };

/** The file with the types that operations share; empty if there are none. */
function schemaFiles({ schemas, operations }: Model, build: Build): readonly FileView[] {
  if (schemas === undefined || build.shared.size === 0) return [];
  const view = (context: FileContext): View => schemasView(schemas, operations, context);
  return [
    fileView(
      { path: SCHEMAS_FILE, template: "schemas", common: shared(build.home, 1), view },
      build,
    ),
  ];
}

/**
 * The file with the checks that validators share and the checks of the shared `types`; empty if
 * there are no such checks.
 */
function checkFiles(types: NamedTypes, build: Build): readonly FileView[] {
  const { checks, home } = build;
  const { objects, unions = [] } = types;
  if (checks.all.length + objects.length + unions.length === 0) return [];
  const view = (context: FileContext): View => checksView(types, context);
  return [
    fileView({ path: CHECKS_FILE, template: "checks", common: shared(home, 1), view }, build),
  ];
}

/** The file with all columns' labels and descriptions; empty if there are no columns. */
function labelFiles(model: Model, build: Build): readonly FileView[] {
  if (allColumns(model).length === 0) return [];
  const view = (context: FileContext): View => columnLabelsView(model, context);
  return [
    fileView(
      { path: "column-labels.ts", template: "column-labels", common: shared(build.home, 1), view },
      build,
    ),
  ];
}

/** The entry points for enum values, if any, and for each request's JSON Schema. */
function requestFiles(model: Model, build: Build): readonly FileView[] {
  const requests = [...model.flows, ...model.operations];
  const sent = model.schemas?.request ?? NOTHING;
  const common = shared(build.home, 1);
  const values = fileView(
    {
      path: "values.ts",
      template: "enum-values",
      common,
      view: (context) => enumValuesView(requests, sent, context),
    },
    build,
  );
  const schemas = fileView(
    {
      path: "json-schema.ts",
      template: "json-schemas",
      common,
      view: (context) => jsonSchemasView(requests, sent, context),
    },
    build,
  );
  return requests.length === 0 ? [] : [values, schemas];
}

/** The file with the long lists of values that other files use. */
function listFiles({ home, lists }: Build): readonly FileView[] {
  const { view } = lists;
  return view.lists.length === 0
    ? []
    : [{ path: LISTS_FILE, template: "lists", view: { ...shared(home, 1), ...view } }];
}

/** The part of the entry files' view that describes calls. */
function callsView(
  model: Model,
  sharedNames: ReadonlySet<string>,
): { readonly [name: string]: View } {
  const allOperations = model.allOperations === true;
  const operations = model.operations.map((operation): { readonly [name: string]: View } => ({
    ...operationView(operation),
    ...schemaExports(operation, sharedNames),
  }));
  const ofUser = operations.filter(({ usesAppCredentials }) => usesAppCredentials === false);
  const onClient = allOperations ? [] : ofUser.filter(({ isOnClient }) => isOnClient === true);
  const importedAlone = ofUser.filter((operation) => !onClient.includes(operation));
  const operationsWithRules = operations.filter(({ hasRules }) => hasRules === true);
  const hasTypedRows = model.operations.some(hasRows);
  return {
    ...{ allOperations, operations, onClient, importedAlone, operationsWithRules, hasTypedRows },
    ...{ values: COLUMN_VALUES, ...clientKinds(onClient) },
  };
}

/**
 * The files of one report, with templates and views, in the order they are written. Columns and
 * levels have files only if the report has any, and `facts.ts` is only included for `here`.
 */
function flowFiles(flow: Flow, build: Build & { readonly isSynced: boolean }): readonly FileView[] {
  const { home } = build;
  const common = { ...shared(home, 2), ...flowNames(flow) };
  const file = (name: string, view: View | ((context: FileContext) => View)): FileView =>
    fileView({ path: `${flow.name}/${name}.ts`, template: name, common, view }, build);
  const table = columnTable(flow);
  return [
    file("schema", (context) => ({ ...typesView(flow, context), ...validateView(flow, context) })),
    file("flow", (context) => flowView(flow, context)),
    file("client", {
      doc: prose(flow.doc),
      isSynced: build.isSynced,
      hasColumns: flow.columns.length > 0,
    }),
    file("rules", rulesView(flow)),
    ...(flow.columns.length > 0
      ? [
          file("column-kinds", {
            owner: prose(`\`${flow.body.name}\``),
            ...tableView(table, flow.columns),
          }),
          file("columns", columnsView(flow)),
        ]
      : []),
    ...(hasLevels(flow) ? [file("levels", levelsView(flow))] : []),
    file("row", (context) => rowView(flow, context)),
    file("check", (context) => checkView(flow, context)),
    ...(home === "here" ? [file("facts", (context) => factsView(flow, context))] : []),
  ];
}

/**
 * Returns the header phrase that says what to do instead of editing a generated file. It depends on
 * whether the file is in this repository (`here`) or another.
 */
export function editInstead(home: Home): Code {
  return prose(
    home === "here"
      ? "change spec/ or templates/, then run `npm run generate`"
      : "run `pinterest-reports generate` again",
  );
}

/** Values that every template may use: the regeneration hint and the runtime's import paths. */
function shared(home: Home, depth: number): { readonly [name: string]: Code } {
  const up = "../".repeat(depth);
  return {
    mend: editInstead(home),
    support: literal(
      home === "here" ? `${up}runtime/support-data.js` : "pinterest-reports/support",
    ),
    supportClient: literal(
      home === "here" ? `${up}runtime/support-client.js` : "pinterest-reports/support",
    ),
    testing: literal(`${up}runtime/testing/index.js`),
    writers: literal(`${up}runtime/writers/index.js`),
  };
}

/** The import paths of a report's files, by file name. */
function importPathsOf({ name }: Flow): View {
  return Object.fromEntries(FLOW_FILES.map((part) => [part, literal(`./${name}/${part}.js`)]));
}

/**
 * The format version of model.json. Increase it when a member is renamed or changes its meaning,
 * because files of different formats are not compared.
 */
export const MODEL_FORMAT = 4;

/**
 * Prints `model.json`: the whole model, one line for each report, call and shared type. It omits
 * the source and the description's prose, so a new version by itself does not change the file. If a
 * sentence is reworded, only its fingerprint changes, in the sources of its rules.
 */
export function modelText(model: Model): string {
  const { flows, operations, columns, schemas, allOperations } = withoutShared(model);
  const header =
    "Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.";
  const members = Object.entries({
    "//": header,
    format: MODEL_FORMAT,
    flows,
    operations,
    schemas,
    columns,
    allOperations,
  });
  const lines = members.flatMap(([key, value]) =>
    value === undefined ? [] : [` ${JSON.stringify(key)}: ${memberText(value)}`],
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Prints a value of model.json. Each list item is on its own line, even inside objects. */
function memberText(value: unknown): string {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return `{ ${Object.entries(value)
      .map(([key, member]) => `${JSON.stringify(key)}: ${memberText(member)}`)
      .join(", ")} }`;
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => `  ${JSON.stringify(item, omitDescription)}`).join(",\n")}\n ]`;
}

/** A `JSON.stringify` replacer that omits members called `description`. */
function omitDescription(key: string, value: unknown): unknown {
  return key === "description" ? undefined : value;
}
