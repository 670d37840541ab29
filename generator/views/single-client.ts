import { hasRows } from "../lower/columns.js";
import { shapeOf } from "../lower/shape.js";
import type { Single, Type } from "../model/model.js";
import { anyTyped } from "../rules/certain.js";
import { type Code, identifier, joined, list, literal, type View } from "../text/code.js";
import { callDoc, singleNames } from "./call.js";
import { answerName } from "./types.js";

/** Whether types know more of a call than what it is given and what it answers: what breaks its rules, or what its rows have. */
export function hasClient(single: Single): boolean {
  return anyTyped(single.rules) || hasRows(single);
}

/** `client.ts`: how it is called, and what a row of its answer is. */
export function singleClientView(single: Single): View {
  const { body, answer, pageOf, rules } = single;
  const { request, checked } = singleNames(single) as { readonly request: Code; readonly checked: Code };
  const [typedRules, rowed] = [anyTyped(rules), hasRows(single)];
  const answered = rowed ? namesOf(itemOf(answer)) : [...(answer === null ? [] : [answerName(single)]), ...namesOf(pageOf)];
  const supported = [...(rowed ? ["Flat", "Maybe"] : []), ...(typedRules ? [] : ["NoOthers"])];
  return {
    doc: callDoc(single),
    typedRules,
    rowed,
    paged: pageOf !== null,
    bare: body.fields.every(({ required }) => !required),
    isSupported: supported.length > 0,
    supported: list(supported.map(identifier), ", "),
    typeNames: list([...new Set([...answered, request])].sort(), ", "),
    given: typedRules ? joined`${checked}<Asked>` : joined`Asked & NoOthers<Asked, ${request}>`,
    ...(rowed ? rowView(single) : {}),
  };
}

/** What a row has of itself, whatever is asked for, and what decides about it. */
function rowView(single: Single): { readonly [name: string]: View } {
  const { answer, objects } = single;
  const own = objects.filter(({ name }) => namesOf(itemOf(answer)).some((one) => one === name)).flatMap(({ fields }) => fields);
  const granular = isGranular(single) && own.some(({ name }) => name === "DATE");
  const always = own.map(({ name }) =>
    granular && name === "DATE" ? joined`(Asked["granularity"] extends "TOTAL" ? never : "DATE")` : literal(name),
  );
  const names = own.map(({ name }) => literal(name));
  return {
    item: list(namesOf(itemOf(answer)), ", "),
    own: own.length > 0,
    always: list(always, " | "),
    names: own.length > 0 ? list(names, " | ") : identifier("never"),
    needed: list(["columns", ...(granular ? ["granularity"] : [])].map(literal), " | "),
  };
}

/** Whether the request says if all days are one. */
function isGranular(single: Single): boolean {
  const field = single.body.fields.find(({ name }) => name === "granularity");
  return field?.required === true && shapeOf(single).values(field.type)?.includes("TOTAL") === true;
}

function itemOf(answer: Type | null): Type | null {
  return answer?.kind === "array" ? answer.items : null;
}

/** The name of the type that is imported for it, if it has one. */
function namesOf(type: Type | null): readonly Code[] {
  return type !== null && "name" in type ? [identifier(type.name)] : [];
}
