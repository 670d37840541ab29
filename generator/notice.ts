import type { Problem } from "./problem.js";

/**
 * Something in a description that stops no generation and that a reader of the output should know. What a description says is met in three
 * steps: a `Problem` stops (a request would be wrong), a `Notice` loosens (a type or a check is left out, the run goes on), all else
 * is ignored (it changes nothing that is generated).
 */
export interface Notice {
  readonly kind: NoticeKind;
  /** What was done without, in one line without a full stop. */
  readonly what: string;
  /** A file with its line, or a JSON pointer into the description. */
  readonly where: string;
  /** The sentence that a notice about prose is about: 16 hex digits, as `spec/skipped.yaml` names it. */
  readonly fingerprint?: string;
}

/**
 * `loosened`: a type or a check is wider than the description. `left out`: an operation that is not offered. `dormant`: a rule of
 * `spec/rules.yaml` about what this description lacks. `unread`: a sentence that may bind and is not enforced.
 */
export type NoticeKind = "loosened" | "left out" | "dormant" | "unread";

/** A notice, or what else is told as one. */
export type Told = Omit<Notice, "kind"> & { readonly kind: string };

/** An operation that is not offered because of a problem, which stops nothing where no entry names the operation. */
export function leftOut(operation: string, { what, where }: Problem): Notice {
  return { kind: "left out", what: `${operation}: ${what}`, where };
}

/** Notices in a fixed order, each once; notices that differ in their place only become one, with the number of its places. */
export function distinct<One extends Told>(notices: readonly One[]): readonly (One & { readonly places: number })[] {
  const alike = new Map<string, { readonly first: One; readonly where: Set<string> }>();
  for (const notice of notices) {
    const key = JSON.stringify([notice.kind, notice.what, notice.fingerprint]);
    const known = alike.get(key) ?? { first: notice, where: new Set<string>() };
    known.where.add(notice.where);
    alike.set(key, known);
  }
  return [...alike.values()].map(({ first, where }) => ({ ...first, places: where.size }));
}
