// The parts of an output's model.json that the judge reads. Every output contains this file.

import type { Rule } from "../../../runtime/validation/rule.js";
import type { Tree } from "./draft.js";

/** A rule as model.json lists it. */
export type ListedRule = Omit<Rule, "message">;

interface ListedRequest {
  readonly name: string;
  readonly body: { readonly name: string };
  readonly content: string | null;
  readonly rules: readonly ListedRule[];
  readonly objects?: readonly { readonly rules?: readonly ListedRule[] }[];
}

interface ListedCall {
  readonly id: string;
  readonly parameters: readonly { readonly name: string }[];
}

export interface ListedFlow extends ListedRequest {
  readonly create: ListedCall;
  readonly poll: ListedCall;
}

export interface ListedOperation extends ListedRequest {
  readonly onClient?: false;
  readonly call: ListedCall & { readonly clientCredentials?: true };
  readonly bodyField: string | null;
  readonly pageOf: object | null;
}

/** The parts of model.json that are read. */
export interface Model {
  readonly flows: readonly ListedFlow[];
  readonly operations: readonly ListedOperation[];
  /** If set, the client has no methods for calls; each call is imported separately. */
  readonly allOperations?: true;
}

/** A line that a run prints about the description. */
export interface Said {
  readonly kind: string;
  readonly where: string;
  readonly what: string;
}

/** An output, and what was printed while it was generated. */
export interface Made {
  readonly is: "made";
  readonly output: ReadonlyMap<string, string>;
  readonly model: Model;
  readonly said: readonly Said[];
  /** The document from which the types of paths are generated. */
  readonly document: object;
}

export type Listed = ListedFlow | ListedOperation;

export function isFlow(one: Listed): one is ListedFlow {
  return "create" in one;
}

/** The id of the operation that takes the request. */
export function idOf(one: Listed): string {
  return isFlow(one) ? one.create.id : one.call.id;
}

export function listedIn({ flows, operations }: Model): readonly Listed[] {
  return [...flows, ...operations];
}

/** The ids of all rules of a model, including those of objects inside requests. */
export function ruleIdsIn(model: object): ReadonlySet<string> {
  const ids = new Set<string>();
  const open: unknown[] = [model];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== "object" || one === null) continue;
    for (const [key, value] of Object.entries(one)) {
      if (key === "rules" && Array.isArray(value)) for (const { id } of value) ids.add(String(id));
      else open.push(value);
    }
  }
  return ids;
}

/** Reads an output's model.json. */
export function modelIn(output: ReadonlyMap<string, string>): Model {
  return JSON.parse(output.get("model.json") ?? "{}") as Tree as unknown as Model;
}
