import type { FlowsFile, OperationEntry } from "../load/flows.js";
import type { JsonObject } from "../load/json.js";
import type { Call, Single, Type } from "../model/model.js";
import type { Problem } from "../problem.js";
import { type Offer, unionsOf } from "./flow.js";
import { type Lowering, startLowering } from "./lowering.js";
import { kebab, singleNameProblems, typeNames } from "./names.js";
import { type Found, lowerAnswer, lowerCall } from "./operation.js";
import { lowerRequest } from "./request.js";
import { lowerRules } from "./rules.js";
import { shapeOf } from "./shape.js";

/** The single calls to make: those that are named, or all of the description under names made of their ids. */
export function entriesFor({ operations = [] }: FlowsFile, found: ReadonlyMap<string, Found>): readonly OperationEntry[] {
  if (operations !== "all") return operations;
  return [...found.keys()].map((operation) => ({ name: kebab(operation), operation }));
}

/** One call that is answered at once. */
export function lowerSingle(entry: OperationEntry, { contract, found, problems }: Offer): Single | undefined {
  const { document, source, knowledge } = contract;
  const operation = found.get(entry.operation);
  if (operation === undefined) {
    problems.push(lacking(entry));
    return undefined;
  }
  const docs: ReadonlyMap<string, string> = knowledge.docs.get(entry.operation) ?? new Map();
  const lowering = { ...startLowering({ document, names: typeNames(entry.name, problems), docs, problems }), met: new Map() };
  const { parameters, ...asked } = lowerRequest(operation, [], lowering);
  const call = lowerCall(operation, parameters, lowering);
  const answer = lowerAnswer(operation, { ...lowering, met: new Map() });
  const single: Single = {
    name: entry.name,
    doc: docs.get("") ?? "",
    call,
    ...asked,
    answer,
    pageOf: pageOf(call, answer, lowering),
    objects: lowering.objects,
    enums: lowering.enums,
    ...unionsOf(lowering),
    rules: [],
  };
  problems.push(...singleNameProblems(single));
  const shape = shapeOf(single);
  return {
    ...single,
    rules: lowerRules(operation.node as JsonObject, { rules: knowledge.rules, version: source.version, shape }, problems),
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

function lacking({ name, operation }: OperationEntry): Problem {
  return {
    what: `the description has not: an operation ${operation}`,
    where: `spec/flows.yaml, operation ${name}`,
    why: "A call is made of what the description says about it.",
    fix: "Name another operation, or say with `since` from which version on it is there.",
  };
}
