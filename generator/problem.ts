/** An error that has to be resolved before anything is written. */
export interface Problem {
  /** What is wrong, on one line without a period at the end. */
  readonly what: string;
  /** The location: a file with its line, or a JSON pointer into the description. */
  readonly where: string;
  /** What would go wrong if the problem were ignored. */
  readonly why: string;
  /** How to fix it. */
  readonly fix: string;
  /** More details, such as the sentence in question, as names and values. */
  readonly notes?: readonly (readonly [name: string, value: string])[];
}

/**
 * Why problems stop a run. `refused`: you must change the input or make a decision. `unreadable`:
 * an input cannot be read at all, such as a missing file or text that is not YAML. `temporary`: the
 * same command may succeed later.
 */
export type Cause = "refused" | "unreadable" | "temporary";

/** All problems that a stage found, thrown together. */
export class Problems extends Error {
  override readonly name = "Problems";
  readonly list: readonly Problem[];
  readonly kind: Cause;

  /** The message contains a line for each problem: its location, and what is wrong. */
  constructor(list: readonly Problem[], kind: Cause = "refused") {
    super(list.map(({ what, where }) => `${where}: ${what}`).join("\n"));
    this.list = list;
    this.kind = kind;
  }
}

/** Maximum number of further locations that are listed with a problem. */
const MAX_LOCATIONS = 3;

/**
 * Removes duplicate problems, and keeps the order. If several problems differ only in `where`, the
 * first is kept. Its notes list up to three other locations and count the rest.
 */
export function withoutDuplicates(problems: readonly Problem[]): readonly Problem[] {
  const alike = new Map<string, { readonly first: Problem; readonly where: Set<string> }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.what, problem.why, problem.fix, problem.notes]);
    const group = alike.get(key) ?? { first: problem, where: new Set<string>() };
    group.where.add(problem.where);
    alike.set(key, group);
  }
  return [...alike.values()].map(({ first, where }) => {
    const [, ...locations] = where;
    if (locations.length === 0) return first;
    const notes = locations.slice(0, MAX_LOCATIONS).map((location) => ["also", location] as const);
    const remaining = locations.length - notes.length;
    return {
      ...first,
      notes: [
        ...(first.notes ?? []),
        ...notes,
        ...(remaining > 0 ? [["also", `${remaining} more places`] as const] : []),
      ],
    };
  });
}

/**
 * A non-fatal finding in a description. A type or a check is left out, and the run continues. A
 * finding that would make a request wrong is a `Problem` and stops the run. A finding that does not
 * change the output is ignored.
 */
export interface Notice {
  readonly kind: NoticeKind;
  /** What was left out or loosened, on one line without a period at the end. */
  readonly what: string;
  /** The location: a file with its line, or a JSON pointer into the description. */
  readonly where: string;
  /**
   * Fingerprint of the sentence, for a notice about prose. It has 16 hex digits, as in
   * `spec/skipped.yaml`.
   */
  readonly fingerprint?: string;
  /** Lines to paste, each preceded by the name of the file to paste it into. */
  readonly paste?: readonly string[];
}

/**
 * The kind of a notice. `loosened`: a type or a check accepts more than the description allows.
 * `left out`: an operation is not generated. `dormant`: a rule of `spec/rules.yaml` has no effect,
 * because this description lacks its fields or values. `unread`: a sentence that may state a
 * requirement is not enforced.
 */
export type NoticeKind = "loosened" | "left out" | "dormant" | "unread";

/** A notice, or another message in the same form. */
export type Message = Omit<Notice, "kind"> & { readonly kind: string };

/**
 * Returns the notice about an operation that is left out because of a problem. The notice has the
 * operation's name followed by the problem's `what`, and the problem's `where`. Use it only for
 * operations without an entry of their own. For operations with an entry, the problem is an error.
 */
export function leftOutNotice(operation: string, { what, where }: Problem): Notice {
  return { kind: "left out", what: `${operation}: ${what}`, where };
}

/**
 * Removes duplicate messages, and keeps the order. Messages with the same `kind`, `what` and
 * `fingerprint` are duplicates. The first one is kept, with its `where` and `paste`.
 * `locationCount` is the number of different locations.
 */
export function distinct<Item extends Message>(
  notices: readonly Item[],
): readonly (Item & { readonly locationCount: number })[] {
  const alike = new Map<string, { readonly first: Item; readonly where: Set<string> }>();
  for (const notice of notices) {
    const key = JSON.stringify([notice.kind, notice.what, notice.fingerprint]);
    const group = alike.get(key) ?? { first: notice, where: new Set<string>() };
    group.where.add(notice.where);
    alike.set(key, group);
  }
  return [...alike.values()].map(({ first, where }) => ({ ...first, locationCount: where.size }));
}
