import { OWN_LIMITS } from "../lower/own-limits.js";
import type { JsonObject } from "../parse/json.js";
import { printEntry } from "../parse/yaml.js";
import { nameRule } from "../rules/name.js";
import type { UnreadSentence } from "./draft.js";

/** An unread sentence of an operation, without its entries. */
type Unread = UnreadSentence & { readonly subject: string };

/** An entry for a file in spec/, as one line of YAML. */
export interface Entry {
  readonly file: "rules.yaml" | "skipped.yaml";
  readonly line: string;
}

/**
 * Entries to paste for each unread sentence.
 *
 * There is one entry in rules.yaml for each rule or limit that the sentence may state. A limit
 * comes first, then proposed rules, then guessed rules. The last entry is in skipped.yaml and skips
 * the sentence. If several operations have the same sentence with the same rules, they share their
 * entries. `taken` returns the names that an operation's rules already have, which new entries
 * avoid. The keys of the result are the objects in `unread`.
 */
export function entriesFor(
  unread: readonly Unread[],
  taken: (operation: string) => ReadonlySet<string>,
): ReadonlyMap<Unread, readonly Entry[]> {
  const alike = new Map<string, Unread[]>();
  for (const sentence of unread) {
    const { fingerprint, proposed, guessed, limit } = sentence;
    const key = JSON.stringify([fingerprint, proposed, guessed, limit]);
    alike.set(key, [...(alike.get(key) ?? []), sentence]);
  }
  const given = new Map<string, Set<string>>();
  const namesIn = (operation: string): Set<string> => {
    const names = given.get(operation) ?? new Set(taken(operation));
    given.set(operation, names);
    return names;
  };
  return new Map(
    [...alike.values()].flatMap((sentences) => {
      const [first] = sentences;
      if (first === undefined) return [];
      const operations = [...new Set(sentences.map(({ subject }) => subject))];
      const { proposed, guessed, limit, location, fingerprint } = first;
      const sources = [{ at: location.replace(/, sentence \d+$/, ""), fingerprint }];
      const ruleEntry = (entry: object): Entry => {
        const operation = operations.length === 1 ? operations[0] : operations;
        const whole = { operation, ...entry, reason: "The description states it.", sources };
        return { file: "rules.yaml", line: printEntry(whole as unknown as JsonObject) };
      };
      const idFrom = (name: string): string => {
        const id = freeName(name, operations.map(namesIn));
        for (const operation of operations) namesIn(operation).add(id);
        return id;
      };
      const rules = [...proposed, ...guessed].map(({ kind, when, params }): Entry => {
        const id = idFrom(nameRule({ kind, when, params }));
        return ruleEntry({ id, kind, ...(when.length > 0 && { when }), ...params });
      });
      if (limit !== undefined) {
        const { own, items } = limit.limits;
        const limits = { ...own, ...(Object.keys(items).length > 0 && { items }) };
        const { field } = limit;
        const id = idFrom(`limits-${field.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`);
        rules.unshift(ruleEntry({ id, kind: OWN_LIMITS, field, limits }));
      }
      const skip = { fingerprint, reason: "It states no rule that a request can break." };
      const entries: readonly Entry[] = [
        ...rules,
        { file: "skipped.yaml", line: printEntry(skip) },
      ];
      return sentences.map((sentence) => [sentence, entries] as const);
    }),
  );
}

/** The name, with a number appended if one of these operations already uses it. */
function freeName(name: string, taken: readonly ReadonlySet<string>[]): string {
  const isTaken = (candidate: string): boolean => taken.some((names) => names.has(candidate));
  if (!isTaken(name)) return name;
  let number = 2;
  while (isTaken(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
