import { camel, hashSuffix, kebab } from "../lower/names.js";
import type { Operation } from "../model/model.js";
import { nameError } from "../parse/config.js";

/** Related calls, such as the calls about campaigns. */
export interface Namespace {
  /** The name in kebab-case. */
  readonly name: string;
  readonly calls: readonly NamespaceCall[];
}

/** A call and its name within its namespace, in camel case. */
export interface NamespaceCall {
  readonly method: string;
  readonly operation: Operation;
}

/** Verbs that say what a call does. A method's name begins with the call's verb. */
const VERBS = new Set(
  "get list create update delete del post put patch edit cancel respond redeem run".split(" "),
);
/** Actions that are more specific than the `update` or `delete` in the same id. */
const ACTIONS = new Set("follow unfollow verify unverify".split(" "));
/** Tags that are too general to name a namespace. */
const EMPTY_TAGS = new Set("api default misc other others resource resources v5".split(" "));

/**
 * Groups calls into namespaces. Namespaces and their calls keep the order of `operations`.
 *
 * A call's name depends only on its own id, tag and path. The namespace is the call's tag, as in
 * Pinterest's reference. If there is no tag, or it is too general, the namespace is the part of the
 * id before the slash. If that is not a valid name, the first fixed part of the path is used, or
 * else `other`. The method's name consists of the verb and its object, without the words of the
 * namespace. For the tag `ad_groups`, `ad_groups/list` becomes `list`, and
 * `ad_groups_bid_floor/get` becomes `getBidFloor`.
 *
 * Namespaces whose names differ only by a plural ending, case or hyphens are merged under the
 * longest name. If calls in a namespace would have the same name, the call with the shortest id
 * keeps it. The others get a hash of their ids as a suffix. The order of the calls does not matter.
 */
export function callTree(operations: readonly Operation[]): readonly Namespace[] {
  const placed = operations.map((operation) => ({ operation, ...placeOf(operation) }));
  const keys = [...new Set(placed.map(({ namespace }) => keyOf(namespace)))];
  return keys.map((key) => {
    const calls = placed.filter(({ namespace }) => keyOf(namespace) === key);
    const [name = key] = byLength(calls.map(({ namespace }) => namespace)).reverse();
    const methods = new Map<Operation, string>();
    const taken = new Set<string>();
    for (const id of byLength(calls.map(({ operation }) => operation.call.id)))
      for (const { operation, method } of calls.filter((call) => call.operation.call.id === id)) {
        const unique = uniqueName(method, id, (name) => taken.has(name));
        taken.add(unique);
        methods.set(operation, unique);
      }
    return {
      name,
      calls: calls.map(({ operation }) => ({ operation, method: methods.get(operation) ?? key })),
    };
  });
}

/**
 * Returns the name in camel case, with a suffix if it is taken. The suffix is a hash of `text`; if
 * that name is taken too, other hashes are tried. `isTaken` is called with names in camel case.
 */
export function uniqueName(name: string, text: string, isTaken: (name: string) => boolean): string {
  let unique = camel(name);
  for (let count = 1; isTaken(unique); count++)
    unique = camel(`${name}-${hashSuffix(count === 1 ? text : `${text}/${count}`)}`);
  return unique;
}

/** Removes duplicates and sorts the strings by length, then by their characters. */
function byLength(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** Returns the same key for names that differ only by a plural ending, case or hyphens. */
function keyOf(namespace: string): string {
  return singular(wordsOf(namespace)).join("");
}

/** Splits a name into lower-case words. */
function wordsOf(text: string): readonly string[] {
  return kebab(text)
    .split("-")
    .filter((word) => word !== "");
}

/**
 * Makes words singular for comparison, such as "category" for "categories". The results are not
 * always real words.
 */
function singular(words: readonly string[]): readonly string[] {
  return words.map((word) =>
    word
      .replace(/ies$/, "y")
      .replace(/(?<=ss|sh|ch|x)es$/, "")
      .replace(/(?<![su])s$/, ""),
  );
}

/**
 * A call's namespace and its name within it, both in kebab-case. The namespace is `other` if no
 * part of the call is a valid name for it. If the method's name would be invalid, it is the call's
 * own name.
 */
function placeOf({ name, call: { id, path, tag = "" } }: Operation): {
  readonly namespace: string;
  readonly method: string;
} {
  const slash = Math.max(id.indexOf("/"), 0);
  const [before, after] = [wordsOf(id.slice(0, slash)), wordsOf(id.slice(slash))];
  const [folder = ""] = path.split("/").filter((part) => part !== "" && !part.includes("{"));
  const isName = (word: string): boolean => nameError(word) === null;
  const candidates = [
    EMPTY_TAGS.has(kebab(tag)) ? "" : kebab(tag),
    VERBS.has(before[0] ?? "") ? "" : before.join("-"),
    kebab(folder),
  ];
  const namespace = candidates.find(isName) ?? "other";
  const method = methodOf(before, after, wordsOf(namespace)).join("-");
  return { namespace, method: isName(method) ? method : name };
}

/**
 * The words of a method's name: the verb, then its object. `before` and `after` are the words of
 * the call's id on either side of the slash; `namespace` contains the words to omit.
 */
function methodOf(
  before: readonly string[],
  after: readonly string[],
  namespace: readonly string[],
): readonly string[] {
  const [own, called] = [splitVerb(before), splitVerb(after)];
  // In `get/invites` and `cancel_invites`, the subject follows the verb.
  const { verb } = own.verb.length > 0 ? own : called;
  const isNamed = before.length > 0 && own.verb.length === 0;
  const [subject, rest] = isNamed ? [before, called.rest] : [[...own.rest, ...called.rest], []];
  const about = withoutNamespace(subject, namespace);
  if (ACTIONS.has(about[0] ?? "") && rest.length === 0) return about;
  const words = [...verb.map((word) => (word === "del" ? "delete" : word)), ...about, ...rest];
  return words.length > 0 ? words : [...before, ...after];
}

/** Splits words into the verb at the beginning or end, if any, and the rest. */
function splitVerb(words: readonly string[]): {
  readonly verb: readonly string[];
  readonly rest: readonly string[];
} {
  const isVerb = (word: string | undefined): boolean => VERBS.has(word ?? "");
  if (isVerb(words[0])) return { verb: words.slice(0, 1), rest: words.slice(1) };
  return isVerb(words.at(-1))
    ? { verb: words.slice(-1), rest: words.slice(0, -1) }
    : { verb: [], rest: words };
}

/**
 * The subject without the namespace's words at its beginning or end. Nothing is left if the subject
 * is the end of the namespace, such as `feeds` in `catalog_feeds`.
 */
function withoutNamespace(
  subject: readonly string[],
  namespace: readonly string[],
): readonly string[] {
  const [words, known] = [singular(subject), singular(namespace).join(" ")];
  if (` ${known}`.endsWith(` ${words.join(" ")}`)) return [];
  const { length } = namespace;
  if (words.slice(0, length).join(" ") === known) return subject.slice(length);
  if (words.slice(-length).join(" ") === known) return subject.slice(0, -length);
  return subject;
}
