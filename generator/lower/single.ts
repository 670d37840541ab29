import type { FlowsFile } from "../load/flows.js";
import type { JsonObject } from "../load/json.js";
import { flawOf, type OperationEntry } from "../load/offers.js";
import type { Call, Single, Type } from "../model/model.js";
import { wordsOf } from "../parse/words.js";
import type { Problem } from "../problem.js";
import { type Offer, unionsOf } from "./flow.js";
import { described, type Lowering, startLowering } from "./lowering.js";
import { camel, FLOWS_FILE, kebab, singleNameProblems, typeNames } from "./names.js";
import { type Found, lowerAnswer, lowerCall } from "./operation.js";
import { lowerRequest } from "./request.js";
import { lowerRules } from "./rules.js";
import { shapeOf } from "./shape.js";

/** The single calls to make: those that are named and, where all others are wanted, these under names made of their ids. */
export function entriesFor(file: FlowsFile, found: ReadonlyMap<string, Found>, problems: Problem[]): readonly OperationEntry[] {
  const { operations = [], others } = file;
  if (others === undefined) return operations;
  const named = new Set(operations.map(({ operation }) => operation));
  const excepted = new Set(others.except.map(({ operation }) => operation));
  const rest = [...found].filter(([operation]) => !named.has(operation) && !excepted.has(operation));
  const made = rest.map(([operation, { at }]) => ({ name: kebab(operation), operation, where: at }));
  problems.push(...nameFlaws([...operations, ...made], file));
  return [...operations, ...made];
}

/** Names that cannot stand, and two that would be one in the code or on a disk: one of the two calls would be lost. */
function nameFlaws(entries: readonly OperationEntry[], { file = FLOWS_FILE }: FlowsFile): readonly Problem[] {
  const first = new Map<string, OperationEntry>();
  return entries.flatMap((entry): Problem[] => {
    const { name, operation, where = file } = entry;
    const flaw = flawOf(name);
    const other = first.get(camel(name));
    first.set(camel(name), other ?? entry);
    if (flaw === null && other === undefined) return [];
    const shown = operation.length > 80 ? `${operation.slice(0, 80)}…` : operation;
    const what =
      other === undefined ? `${flaw}, made of ${shown}` : `two operations would be called ${name}: ${other.operation} and ${shown}`;
    const fix = `Give it a name in ${file}, \`operations: { all: true, <name>: ${shown} }\`, or leave it out, \`except: [${shown}]\`.`;
    return [{ what, where, why: "It would be lost, or the generated code would not compile.", fix }];
  });
}

/** One call that is answered at once. */
export function lowerSingle(entry: OperationEntry, { contract, found, diagnostics }: Offer): Single | undefined {
  const { document, source, knowledge } = contract;
  const operation = found.get(entry.operation);
  if (operation === undefined) {
    diagnostics.problems.push(lacking(entry));
    return undefined;
  }
  const docs: ReadonlyMap<string, string> = knowledge.docs.get(entry.operation) ?? new Map();
  const lowering = { ...startLowering({ document, names: typeNames(entry.name, diagnostics), docs, diagnostics }), met: new Map() };
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
  diagnostics.problems.push(...singleNameProblems(single, entry.where));
  const shape = shapeOf(single);
  return {
    ...single,
    rules: lowerRules(operation.node as JsonObject, { rules: knowledge.rules, version: source.version, shape }, diagnostics),
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

function lacking({ name, operation, where = FLOWS_FILE }: OperationEntry): Problem {
  return {
    what: `the description has not: an operation ${operation}, for ${name}`,
    where,
    why: "A call is made of what the description says about it.",
    fix: "Name another operation, or say with `since` from which version on it is there.",
  };
}
