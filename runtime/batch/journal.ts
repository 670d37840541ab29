import { InvalidArgumentError } from "../errors.js";
import type { ReportHandle } from "../types.js";

/** One line of a journal. */
export interface JournalEntry {
  readonly version: 1;
  /** When the step was recorded, in ISO 8601 format. */
  readonly at: string;
  /** Identifies the request: a digest of flow, account, tag and body. */
  readonly key: string;
  /**
   * The step.
   * - `intent`: a create request is about to be sent
   * - `handle`: the request created a report
   * - `refused`: the request definitely did not create a report
   * - `done`: all rows were delivered
   */
  readonly what: "intent" | "handle" | "refused" | "done";
  readonly handle?: ReportHandle;
  readonly rows?: number;
}

/** Stores the steps of many reports, for example in a database table. */
export interface Journal {
  /** All entries, oldest first. */
  read(): Promise<readonly JournalEntry[]>;
  /** Stores an entry; resolves when it would survive a crash. Calls can overlap. */
  append(entry: JournalEntry): Promise<void>;
  /** Called once when the run has ended. */
  close?(): Promise<void>;
}

/** The parts of a request that determine its journal key. */
export interface JournalRequest {
  /** Name of the flow, such as `report`. */
  readonly flow: string;
  readonly adAccountId: string;
  readonly body: unknown;
  readonly tag?: string;
}

/**
 * State of a request according to the journal.
 * - `new`: no report was created
 * - `unknown`: a report may have been created
 * - `created`: its report exists
 * - `done`: all its rows were delivered
 */
export type Known =
  | { readonly state: "new" | "unknown" }
  | { readonly state: "created"; readonly handle: ReportHandle }
  | { readonly state: "done"; readonly rows: number };

/**
 * The state of each request in the entries, by key. It depends on the request's last entry:
 * `intent` means `unknown`, `handle` means `created`, `refused` means `new`, and `done` means
 * `done`. A `done` entry without a row count has 0 rows. A `handle` entry without a handle is
 * ignored.
 */
export function knownFrom(entries: readonly JournalEntry[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const { key, what, handle, rows = 0 } of entries) {
    if (what === "intent") known.set(key, { state: "unknown" });
    else if (what === "refused") known.set(key, { state: "new" });
    else if (what === "done") known.set(key, { state: "done", rows });
    else if (handle !== undefined) known.set(key, { state: "created", handle });
  }
  return known;
}

/** How to create one report and record the steps. */
export interface RecordedCreate {
  /** Records a step; resolves when it is durable. */
  record(step: Pick<JournalEntry, "what" | "handle">): Promise<void>;
  /** Creates the report; calls `before` before each attempt. */
  create(before: () => Promise<void>): Promise<ReportHandle>;
  /**
   * Whether a report may exist after this error. The outcome then stays open and is not recorded.
   */
  isOpen(error: unknown): boolean;
}

/**
 * Creates a report and resolves to its handle. Records `intent` before each attempt, then `handle`,
 * or `refused` if it is certain that no report was created. If `create` fails before its first
 * attempt, nothing is recorded. If it fails later and `isOpen` returns true, a report may exist, so
 * nothing more is recorded. Rethrows any error from `record` and `create`.
 */
export async function createRecorded({
  record,
  create,
  isOpen,
}: RecordedCreate): Promise<ReportHandle> {
  let isSent = false;
  const before = (): Promise<void> => {
    isSent = true;
    return record({ what: "intent" });
  };
  let handle: ReportHandle;
  try {
    handle = await create(before);
  } catch (error) {
    if (isSent && !isOpen(error)) await record({ what: "refused" });
    throw error;
  }
  await record({ what: "handle", handle });
  return handle;
}

/**
 * Parses one line of a journal; null if it is not a version 1 entry. Does not check `handle` and
 * `rows`, and keeps unknown members.
 */
export function entryFrom(textLine: string): JournalEntry | null {
  try {
    const entry: JournalEntry = JSON.parse(textLine);
    const { version, at, key, what } = entry;
    const texts = typeof at === "string" && typeof key === "string";
    return version === 1 && texts && ["intent", "handle", "refused", "done"].includes(what)
      ? entry
      : null;
  } catch {
    return null;
  }
}

/**
 * Creates journal keys. A request has the same key in every process. If a run contains the request
 * more than once, a number is appended to the key.
 */
export class Keys {
  readonly #flow: string;
  readonly #times = new Map<string, number>();

  constructor(flow: string) {
    this.#flow = flow;
  }

  /**
   * The key of the next request. Must be called in the order of the requests: if a request occurs
   * more than once, ` 2`, ` 3` and so on are appended. Throws an `InvalidArgumentError` if the body
   * cannot be written as JSON.
   */
  async next({
    adAccountId,
    body,
    tag = null,
  }: {
    adAccountId: unknown;
    body: unknown;
    tag?: unknown;
  }): Promise<string> {
    const bytes = new TextEncoder().encode(sorted([this.#flow, adAccountId, tag, body]));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const key = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const times = (this.#times.get(key) ?? 0) + 1;
    this.#times.set(key, times);
    return times === 1 ? key : `${key} ${times}`;
  }
}

/**
 * Resolves to a request's key in the journal. The key is a SHA-256 digest of flow, account, body
 * and `tag`, in hexadecimal. It is the same in every process, and does not depend on the order of
 * the body's members. If a run contains the same request more than once, the keys of the duplicates
 * end in ` 2`, ` 3` and so on in the journal. This function always returns the key without such a
 * number. Rejects with an `InvalidArgumentError` if the body cannot be written as JSON.
 */
export function journalKey({ flow, ...request }: JournalRequest): Promise<string> {
  return new Keys(flow).next(request);
}

/**
 * Writes JSON that does not depend on the order of members. Throws an `InvalidArgumentError` if the
 * value cannot be written as JSON.
 */
function sorted(value: unknown): string {
  try {
    return JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(byName))
        : inner,
    );
  } catch {
    throw new InvalidArgumentError("the report body cannot be written as JSON; nothing was sent");
  }
}

/** Compares two members by name, for sorting. */
function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
