import { type Code, identifier } from "../code.js";
import { constant, fieldCheck, fieldList, objectCheck, signOf } from "../lower/names.js";

/** What the functions and lists of one validator are called. Two that would have one name, as those of `ad_ids` and `ad-ids`, are told apart. */
export interface ValidatorNames {
  /** The function that checks a field of an object. */
  field(object: string, field: string): Code;
  /** The function that checks what an object has under names that it does not list. */
  others(object: string): Code;
  /** The function that checks a member of a union that is no type of its own. */
  option(union: string, index: number): Code;
  /** The function that checks a whole object. */
  object(name: string): Code;
  /** The list of an object's fields. */
  fields(object: string): Code;
  /** The set of an enum's values. */
  values(type: string): Code;
}

export function validatorNames(): ValidatorNames {
  const taken = new Set(["FIELDS", "NOTHING", "ROW_IDS"]);
  const known = new Map<string, Code>();
  const unique = (wanted: string, ...of: readonly string[]): Code => {
    const key = JSON.stringify(of);
    const before = known.get(key);
    if (before !== undefined) return before;
    let name = wanted;
    for (let count = 1; taken.has(name); count++) name = `${wanted}$${signOf(`${key}${count}`)}`;
    taken.add(name);
    const code = identifier(name);
    known.set(key, code);
    return code;
  };
  return {
    field: (object, field) => unique(fieldCheck(object, field), "field", object, field),
    others: (object) => unique(`${fieldCheck(object, "others")}$`, "others", object),
    option: (union, index) => unique(`${fieldCheck(union, `option_${index + 1}`)}$`, "option", union, String(index)),
    object: (name) => unique(objectCheck(name), "object", name),
    fields: (object) => unique(fieldList(object), "fields", object),
    values: (type) => unique(constant(type), "values", type),
  };
}
