import type { Field, ObjectType, Single } from "../model/model.js";
import { type Found, stepOf } from "./change.js";
import { resolve } from "./resolve.js";

/** Two calls whose bodies are given in the same way, and what the other way means for who gives them. */
export interface Aligned {
  readonly old: Single;
  readonly now: Single;
  readonly found: readonly Found[];
}

/**
 * A body that may be left out is a field by itself; the fields of one that may not stand in the request. Where only that has changed,
 * the fields have not: they are compared as if they had stood in the request both times.
 */
export function alignBodies(old: Single, now: Single): Aligned {
  const untouched = { old, now, found: [] };
  if (old.content === null || now.content === null || (old.bodyField === null) === (now.bodyField === null)) return untouched;
  const [before, after] = [inRequest(old), inRequest(now)];
  if (before === null || after === null) return untouched;
  return { old: before, now: after, found: [moved(old, now)] };
}

/** The call with its body's fields among the request's own; null where the body is no plain object, or a parameter has a field's name. */
function inRequest(single: Single): Single | null {
  const whole = wholeBody(single);
  if (whole === null) return single;
  const object = resolve(whole.type, single);
  if (object.nullable || object.bare.kind !== "object") return null;
  const { fields, others } = object.bare.object;
  const beside = single.body.fields.filter((field) => field !== whole);
  if (beside.some(({ name }) => fields.some((field) => field.name === name))) return null;
  const body: ObjectType = { ...single.body, fields: [...beside, ...fields], ...(others !== undefined && { others }) };
  return { ...single, body };
}

function wholeBody({ body, bodyField }: Single): Field | null {
  return body.fields.find(({ name }) => name === bodyField) ?? null;
}

function moved(old: Single, now: Single): Found {
  const [before, after] = [wholeBody(old), wholeBody(now)];
  const isRequired = (whole: Field | null): boolean => whole === null || whole.required;
  const need = isRequired(before) === isRequired(after) ? "" : `${isRequired(after) ? "required" : "optional"} now, `;
  const text =
    after === null
      ? `${need}its fields stand in the request, were in the field ${old.bodyField}`
      : `${need}its fields stand in the field ${now.bodyField}, were in the request`;
  return {
    ...{ place: old.bodyField ?? now.bodyField ?? "", kind: "required", step: stepOf("other", "request"), text },
    ...{ old: { required: isRequired(before), field: old.bodyField }, new: { required: isRequired(after), field: now.bodyField } },
  };
}
