import { type Code, identifier, literal, prose, type View } from "../code.js";
import { comment } from "../comment.js";
import { hasRows } from "../lower/columns.js";
import type { Flow, Model } from "../model/model.js";
import { checkView } from "./check.js";
import { answeredView, columnsView, rowView } from "./columns.js";
import { factsView } from "./facts.js";
import type { FileView } from "./file.js";
import { flowView } from "./flow.js";
import { ANSWERED } from "./operation.js";
import { has, operationFiles, operationView, TOKENS } from "./operation-files.js";
import { isPlanned, isSinglePlanned, plannerView, singlePlannerView } from "./planner.js";
import { rulesView } from "./rules.js";
import { hasStrict } from "./strict.js";
import { flowNames, shownOf, typesView } from "./types.js";
import { validateView } from "./validate.js";

/** Where generated code finds the runtime: beside it in this repository, the package elsewhere. */
export type Home = "here" | "elsewhere";

/** Every file that templates make, in the order in which they are written. */
export function files(model: Model, home: Home): readonly FileView[] {
  const top = shared(home, 1);
  const flows = model.flows.map((flow) => ({
    ...flowNames(flow),
    folder: folderOf(flow),
    doc: prose(flow.doc),
    described: comment(prose(flow.doc), flow.description),
    types: typesOf(flow),
    strict: hasStrict(flow),
    columned: flow.columns.length > 0,
  }));
  const rest = callsView(model);
  const entry = (path: string, template: string): FileView => ({
    path,
    template,
    view: { ...top, flows, reports: flows.length > 0, clients: model.everything !== true || flows.length > 0, ...rest },
  });
  const planned = [
    ...model.flows.flatMap((flow, at) => (isPlanned(flow) ? [{ ...flows[at], ...plannerView(flow) }] : [])),
    ...model.operations.flatMap((single) => (isSinglePlanned(single) ? [{ ...operationView(single), ...singlePlannerView(single) }] : [])),
  ];
  const planner: FileView = { path: "planner.ts", template: "planner", view: { ...top, flows: planned } };
  const { title, version, sha256 } = model.source;
  return [
    { path: "source.ts", template: "source", view: { ...top, title: literal(title), version: literal(version), sha256: literal(sha256) } },
    entry("index.ts", "index"),
    ...(model.everything === true ? [entry("operations.ts", "operations")] : []),
    entry("validators.ts", "validators"),
    entry("rules.ts", "rule-lists"),
    ...(flows.length === 0 ? [] : [entry("columns.ts", "column-lists")]),
    ...(planned.length === 0 ? [] : [planner]),
    ...(home === "here" ? [entry("testing.ts", "testing")] : []),
    ...model.flows.flatMap((flow) => flowFiles(flow, home)),
    ...(model.operations.some(hasRows)
      ? [{ path: "operations/values.ts", template: "values", view: { ...shared(home, 2), ...answeredView(model) } }]
      : []),
    ...model.operations.flatMap((single) => operationFiles(single, shared(home, 3))),
  ];
}

/** What the entries show of single calls. */
function callsView({ operations: singles, ...model }: Model): { readonly [name: string]: View } {
  const everything = model.everything === true;
  const operations = singles.map(operationView);
  const onClient = everything ? [] : operations.filter(({ basic }) => basic === false);
  const tokens = !everything && singles.some(({ name, call }) => name === TOKENS && call.basic === true);
  const ruled = operations.filter(({ hasRules }) => hasRules === true);
  const rowed = singles.some(hasRows);
  return { everything, operations, onClient, tokens, ruled, rowed, values: ANSWERED, ...has(onClient) };
}

function flowFiles(flow: Flow, home: Home): readonly FileView[] {
  const common = { ...shared(home, 2), ...flowNames(flow) };
  const file = (name: string, view: View): FileView => ({
    path: `${flow.name}/${name}.ts`,
    template: name,
    view: { ...common, ...(view as object) },
  });
  return [
    file("types", typesView(flow)),
    file("flow", flowView(flow)),
    file("validate", validateView(flow)),
    file("rules", rulesView(flow)),
    ...(flow.columns.length > 0 ? [file("columns", columnsView(flow))] : []),
    file("row", rowView(flow)),
    file("check", checkView(flow)),
    ...(home === "here" ? [file("facts", factsView(flow))] : []),
  ];
}

/** What to do instead of editing a generated file. */
export function mendOf(home: Home): Code {
  return prose(home === "here" ? "change spec/ or templates/, then run `npm run generate`" : "run `pinterest-reports generate` again");
}

/** What every template may name: the command that mends a drift, and where the runtime is. */
function shared(home: Home, depth: number): { readonly [name: string]: Code } {
  const up = "../".repeat(depth);
  return {
    mend: mendOf(home),
    support: literal(home === "here" ? `${up}runtime/support.js` : "pinterest-reports/support"),
    supportClient: literal(home === "here" ? `${up}runtime/support-client.js` : "pinterest-reports/support/client"),
    testing: literal(`${up}runtime/testing/index.js`),
  };
}

function folderOf({ name }: Flow): View {
  const parts = ["types", "flow", "validate", "rules", "columns", "row", "check", "facts"];
  return Object.fromEntries(parts.map((part) => [part, literal(`./${name}/${part}.js`)]));
}

/** The types that the entry shows: the request and what it reaches. */
function typesOf(flow: Flow): View {
  return [...shownOf(flow.body, flow)].sort().map(identifier);
}
