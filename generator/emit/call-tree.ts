import { camel, hashSuffix, kebab } from "../lower/names.js";
import type { Operation } from "../model/model.js";
import { nameError } from "../parse/config.js";

/** Calls that belong together, such as those of campaigns. */
export interface Namespace {
  /** In kebab-case. */
  readonly name: string;
  readonly calls: readonly NamespaceCall[];
}

/** A call, and its name within its namespace, in camel case. */
export interface NamespaceCall {
  readonly method: string;
  readonly operation: Operation;
}

/**
 * Words for what a call does: an operation id that begins with one, such as `get/invites`, does not
 * name its subject there.
 */
const VERBS = ["get", "list", "create", "update", "delete", "del", "post", "put", "patch"];

/**
 * Sorts calls into namespaces, both in the order of `operations`. `campaigns/create` is `create` in
 * `campaigns`. The namespace of an id without a slash, or that begins with a verb, is the
 * operation's tag, else the first fixed part of its path, else `other`; the method is then the
 * whole id. A part of an id that cannot be a name counts as missing; the method is then the
 * operation's name. Of two calls with one name in a namespace, the later one gets a hash of its id
 * as a suffix. Names of namespaces that differ in case or hyphens only are one.
 */
export function callTree(operations: readonly Operation[]): readonly Namespace[] {
  const byKey = new Map<
    string,
    { readonly name: string; readonly calls: Map<string, NamespaceCall> }
  >();
  for (const operation of operations) {
    const { name, subId } = placeOf(operation);
    const key = camel(name).toLowerCase();
    const namespace = byKey.get(key) ?? { name, calls: new Map() };
    byKey.set(key, namespace);
    const word = kebab(subId);
    const method = uniqueName(
      nameError(word) === null ? word : operation.name,
      operation.call.id,
      (method) => namespace.calls.has(method),
    );
    namespace.calls.set(method, { method, operation });
  }
  return [...byKey.values()].map(({ name, calls }) => ({ name, calls: [...calls.values()] }));
}

/** The name in camel case; with a hash of `text` as a suffix if it is taken. */
export function uniqueName(name: string, text: string, isTaken: (name: string) => boolean): string {
  let unique = camel(name);
  for (let count = 1; isTaken(unique); count++)
    unique = camel(`${name}-${hashSuffix(count === 1 ? text : `${text}/${count}`)}`);
  return unique;
}

/** The namespace of a call, and the part of its id that names it there. */
function placeOf({ call: { id, path, tag } }: Operation): {
  readonly name: string;
  readonly subId: string;
} {
  const slash = id.indexOf("/");
  const subject = kebab(id.slice(0, Math.max(slash, 0)));
  if (nameError(subject) === null && !VERBS.includes(subject))
    return { name: subject, subId: id.slice(slash + 1) };
  const [folder = ""] = path.split("/").filter((part) => part !== "" && !part.includes("{"));
  return {
    name: [tag ?? "", folder].map(kebab).find((name) => nameError(name) === null) ?? "other",
    subId: id,
  };
}
