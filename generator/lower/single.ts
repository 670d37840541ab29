import type { Call, Single, Type } from "../model/model.js";
import type { FlowsFile } from "../parse/flows.js";
import type { JsonObject } from "../parse/json.js";
import { flawOf, type OperationEntry } from "../parse/offers.js";
import { wordsOf } from "../parse/words.js";
import type { Problem } from "../problem.js";
import { described, type Lowering, startLowering } from "./context.js";
import { type Offer, unionsOf } from "./flow.js";
import { type Clashes, camel, FLOWS_FILE, kebab, NO_CLASHES, signOf } from "./names.js";
import { type Found, lowerAnswer, lowerCall } from "./operation.js";
import { lowerRequest } from "./request.js";
import { lowerRules } from "./rules.js";
import { shapeOf } from "./shape.js";

/**
 * The single calls to make: those that are named and, where all others are wanted, these under names made of their ids. A written name that clashes is a
 * problem, and a made one another name.
 */
export function entriesFor(
  file: FlowsFile,
  found: ReadonlyMap<string, Found>,
  clashes: Clashes["entries"] = NO_CLASHES.entries,
): { readonly entries: readonly OperationEntry[]; readonly problems: readonly Problem[] } {
  const { flows, operations = [], others } = file;
  const taken = new Map<string, string>();
  const problems = [...flows, ...operations].flatMap(({ name, where = file.file ?? FLOWS_FILE }): Problem[] => {
    const other = taken.get(keyOf(name));
    taken.set(keyOf(name), name);
    const clash = clashes.get(name);
    if (other !== undefined) return [twoCalled(camel(name), [name, other], where)];
    return clash === undefined ? [] : [twoCalled(clash.called, [name, clash.other], where)];
  });
  const named = new Set(operations.map(({ operation }) => operation));
  const excepted = new Set(others?.except.map(({ operation }) => operation));
  const rest = others === undefined ? [] : [...found].filter(([operation]) => !named.has(operation) && !excepted.has(operation));
  const made = rest.map(([operation, { at }]): OperationEntry => {
    const wanted = nameFor(operation);
    const name = taken.has(keyOf(wanted)) || clashes.has(wanted) ? `${wanted}-${signOf(operation)}` : wanted;
    taken.set(keyOf(name), name);
    return { name, operation, where: at };
  });
  return { entries: [...operations, ...made], problems };
}

/** Names that are one in the code, in upper case or on a disk that does not tell cases apart. */
function keyOf(name: string): string {
  return camel(name).toLowerCase();
}

/** A name made of an id, which may be anything. */
function nameFor(id: string): string {
  const name = kebab(id);
  if (flawOf(name) === null) return name;
  const words = `operation-${name}`.slice(0, 60).replace(/-+$/, "");
  return `${words}-${signOf(id)}`;
}

function twoCalled(called: string, [name, other]: readonly [string, string], where: string): Problem {
  return {
    what: `two things would be called ${called}: ${name} and ${other}`,
    where,
    why: "One of them would be lost, or the generated code would not compile.",
    fix: "Give the entry another name.",
  };
}

/** One call that is answered at once. */
export function lowerSingle(entry: OperationEntry, { contract, found, names, diagnostics }: Offer): Single | undefined {
  const { document, knowledge } = contract;
  const operation = found.get(entry.operation);
  if (operation === undefined) return undefined;
  const docs: ReadonlyMap<string, string> = knowledge.docs.get(entry.operation) ?? new Map();
  const lowering = { ...startLowering({ document, names: names.of(entry.name), docs, diagnostics }), met: new Map() };
  const { parameters, ...asked } = lowerRequest(operation, { beside: [], withBody: false }, lowering);
  const call = lowerCall(operation, parameters, lowering);
  const answer = lowerAnswer(operation, { ...lowering, met: new Map() });
  const single: Single = {
    name: entry.name,
    doc: docs.get("") ?? "",
    ...described(wordsOf(operation.node)),
    call,
    ...asked,
    answer,
    pageOf: pageOf(call, answer, lowering),
    objects: lowering.objects,
    enums: lowering.enums,
    ...unionsOf(lowering),
    rules: [],
  };
  const shape = shapeOf(single);
  return {
    ...single,
    rules: lowerRules(operation.node as JsonObject, { rules: knowledge.rules, shape }, diagnostics),
  };
}

/** A page has items and a bookmark that the next call takes: that is the description's word for one of many. */
function pageOf({ method, parameters }: Call, answer: Type | null, { objects }: Lowering): Type | null {
  const takes = parameters.find(({ name, in: place }) => name === "bookmark" && place === "query");
  const page = answer?.kind === "object" ? objects.find(({ name }) => name === answer.name) : undefined;
  const [items, bookmark] = ["items", "bookmark"].map((name) => page?.fields.find((field) => field.name === name));
  const isText =
    bookmark !== undefined && bare(bookmark.type).kind === "string" && takes !== undefined && bare(takes.type).kind === "string";
  return method === "get" && isText && items?.required === true && items.type.kind === "array" ? items.type.items : null;
}

function bare(type: Type): Type {
  return type.kind === "nullable" ? bare(type.of) : type;
}
