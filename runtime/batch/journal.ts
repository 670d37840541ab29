import { InvalidArgumentError } from "../errors.js";
import type { ReportHandle } from "../types.js";

/** One line of a journal. */
export interface JournalEntry {
  readonly version: 1;
  /** ISO 8601. */
  readonly at: string;
  /** Identifies the request: a digest of flow, account, tag and body. */
  readonly key: string;
  /**
   * The step. `intent`: a create is about to be sent. `handle`: it created this report. `refused`:
   * it certainly created none. `done`: all rows were taken.
   */
  readonly what: "intent" | "handle" | "refused" | "done";
  readonly handle?: ReportHandle;
  readonly rows?: number;
}

/** Stores the steps of many reports, for example in a database table. */
export interface Journal {
  /** All entries, oldest first. */
  read(): Promise<readonly JournalEntry[]>;
  /** Resolves when the entry would survive a crash. Calls can overlap. */
  append(entry: JournalEntry): Promise<void>;
  /** Called once when the run has ended. */
  close?(): Promise<void>;
}

/** The parts of a request on which its journal key depends. */
export interface JournalRequest {
  /** Name of the flow, such as `report`. */
  readonly flow: string;
  readonly adAccountId: string;
  readonly body: unknown;
  readonly tag?: string;
}

/**
 * State of a request according to the journal:
 * - `new`: no report was created
 * - `unknown`: one may have been created
 * - `created`: its report exists
 * - `done`: all its rows were taken
 */
export type Known =
  | { readonly state: "new" | "unknown" }
  | { readonly state: "created"; readonly handle: ReportHandle }
  | { readonly state: "done"; readonly rows: number };

/**
 * The state of each request that the entries mention, by key, according to its last entry: `intent`
 * means `unknown`, `handle` means `created`, `refused` means `new`, and `done` means `done`, with 0
 * rows if it has no number.
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

/** The steps of one create. */
export interface RecordedCreate {
  /** Records a step; resolves when it is durable. */
  record(step: Pick<JournalEntry, "what" | "handle">): Promise<void>;
  /** Creates the report; calls `before` before each attempt. */
  create(before: () => Promise<void>): Promise<ReportHandle>;
  /** Whether to record nothing after this error of either function, because a report may exist. */
  isOpen(error: unknown): boolean;
}

/**
 * Creates a report and resolves to its handle. Records `intent` before each attempt, then `handle`,
 * or `refused` if certainly no report was created. Throws the errors of both functions.
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

/** Parses one line of a journal; null if it is not a journal entry of version 1. */
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
 * Makes journal keys. A request has the same key in every process; a repeated request gets a number
 * appended.
 */
export class Keys {
  readonly #flow: string;
  readonly #times = new Map<string, number>();

  constructor(flow: string) {
    this.#flow = flow;
  }

  /**
   * The key of the next request. Must be called in the order of the requests: repeated requests get
   * ` 2`, ` 3` and so on appended. Throws an `InvalidArgumentError` if the body cannot be JSON.
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
 * Resolves to the key of a request in the journal. The key is a SHA-256 digest of flow, account,
 * body and `tag`, the same in every process. If a run repeats a request, the journal appends a
 * number. Rejects with an `InvalidArgumentError` if the body cannot be JSON.
 */
export function journalKey({ flow, ...request }: JournalRequest): Promise<string> {
  return new Keys(flow).next(request);
}

/**
 * JSON that does not depend on the order of members. Throws an `InvalidArgumentError` if the value
 * cannot be JSON.
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

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
