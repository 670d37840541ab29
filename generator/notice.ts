import type { Problem } from "./problem.js";

/**
 * A non-fatal finding in a description. A finding has one of three consequences: a `Problem` stops the run (a request would be wrong), a
 * `Notice` loosens (a type or a check is left out, the run continues), everything else is ignored (it does not change the output).
 */
export interface Notice {
  readonly kind: NoticeKind;
  /** What was left out or loosened, in one line without a full stop. */
  readonly what: string;
  /** A file with its line, or a JSON pointer into the description. */
  readonly where: string;
  /** Fingerprint of the sentence that a notice about prose refers to: 16 hex digits, as in `spec/skipped.yaml`. */
  readonly fingerprint?: string;
}

/**
 * `loosened`: a type or a check is wider than the description. `left out`: an operation that is not offered. `dormant`: a rule of
 * `spec/rules.yaml` whose fields or values this description lacks. `unread`: a sentence that may bind and is not enforced.
 */
export type NoticeKind = "loosened" | "left out" | "dormant" | "unread";

/** A notice, or another message in the same form. */
export type Told = Omit<Notice, "kind"> & { readonly kind: string };

/** Notice about an operation that is left out because of a problem, which is not fatal when no entry names the operation. */
export function leftOut(operation: string, { what, where }: Problem): Notice {
  return { kind: "left out", what: `${operation}: ${what}`, where };
}

/** Notices without duplicates, in their order. Notices that differ in `where` only become one, with the number of places. */
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
