import type { Json } from "../parse/json.js";
import type { Groups, Sight } from "./read-context.js";
import type { Field } from "./vocabulary.js";

/** What comparing a sentence with the schema gives: the schema says so too, says nothing, says otherwise, or must be asked about. */
export type Finding =
  | { readonly is: "same" | "silent" }
  | { readonly is: "different"; readonly remark: string }
  | { readonly is: "unknown"; readonly remark?: string };

const same: Finding = { is: "same" };
const silent: Finding = { is: "silent" };
const unknown: Finding = { is: "unknown" };

function factOf(field: Field, name: string): Json | undefined {
  const schema = field.facts.schema;
  const inside =
    typeof schema === "object" && schema !== null && !Array.isArray(schema) ? (schema as { [key: string]: Json })[name] : undefined;
  return field.facts[name] ?? inside;
}

/** "default is all", "defaults to 30". */
export function listOrAll({ value = "" }: Groups, { self }: Sight): Finding {
  const stated = self ? factOf(self, "default") : undefined;
  if (stated === undefined) return silent;
  if (String(stated).toLowerCase() === value.toLowerCase()) return same;
  return { is: "different", remark: `the prose calls ${value} the default of ${self?.name}, the schema ${JSON.stringify(stated)}` };
}

/** "Default is [A, B]". */
export function list({ value = "" }: Groups, { self }: Sight): Finding {
  const stated = self ? factOf(self, "default") : undefined;
  if (stated === undefined) return silent;
  const said = value.split(",").map((item) => item.replaceAll(/['"\s]/g, ""));
  if (Array.isArray(stated) && stated.map(String).join() === said.join()) return same;
  return {
    is: "different",
    remark: `the prose calls ${said.join(", ")} the default of ${self?.name}, the schema ${JSON.stringify(stated)}`,
  };
}

/** "HOUR - counted by the hour": what one of the field's values means. */
export function gloss({ value = "" }: Groups, { self }: Sight): Finding {
  if (!self || self.values.length === 0 || self.values.includes(value)) return silent;
  return { is: "different", remark: `the prose explains ${value}, which ${self.name} does not have` };
}

/** What is assumed when a field is left out, without naming it. */
export function unsaid(_: Groups, { self }: Sight): Finding {
  return self && factOf(self, "default") !== undefined ? same : silent;
}

/** "Max is 50": the schema must say the same, or a limit would be missing. */
export function bounds({ what, most = "" }: Groups, { self, vocabulary }: Sight): Finding {
  const named = what === undefined ? self : vocabulary.fields.get(`${what.toLowerCase().replace(/s$/, "")}_ids`);
  const stated = named && (factOf(named, named.isList || what !== undefined ? "maxItems" : "maximum") ?? factOf(named, "maximum"));
  if (stated === Number(most)) return same;
  return stated === undefined ? unknown : { is: "unknown", remark: `the prose bounds ${named?.name} by ${most}, the schema by ${stated}` };
}

/** That the request travels as JSON, and not in the query. */
export function transport(_: Groups, { vocabulary }: Sight): Finding {
  return [...vocabulary.fields.values()].some(({ where }) => where === "query") ? unknown : same;
}
