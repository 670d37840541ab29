import { InvalidArgumentError } from "../errors.js";
import type { ReportHandle } from "../types.js";

/** One line of a journal. */
export interface JournalEntry {
  readonly version: 1;
  /** ISO 8601. */
  readonly at: string;
  /** What the request is known by: a digest of flow, account, tag and body. */
  readonly key: string;
  /**
   * `intent`: a create is about to be sent. `handle`: it made this report. `refused`: it surely made none. `done`: all rows were taken.
   */
  readonly what: "intent" | "handle" | "refused" | "done";
  readonly handle?: ReportHandle;
  readonly rows?: number;
}

/** Where many reports are written down. */
export interface Journal {
  /** All entries, oldest first. */
  read(): Promise<readonly JournalEntry[]>;
  /** Resolves when the entry will be there after a crash. Called many times at once. */
  append(entry: JournalEntry): Promise<void>;
  close?(): Promise<void>;
}

/** A request, as a journal knows it. */
export interface JournalRequest {
  /** Such as `report`. */
  readonly flow: string;
  readonly adAccountId: string;
  readonly body: unknown;
  readonly tag?: string;
}

/** What a journal knows of a request: nothing that matters, that its outcome is unknown, its report, or that it is done. */
export type Known =
  | { readonly state: "new" | "unknown" }
  | { readonly state: "created"; readonly handle: ReportHandle }
  | { readonly state: "done"; readonly rows: number };

/** The latest about each request. */
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

/** A line of a journal, when it is one. */
export function entryFrom(line: string): JournalEntry | null {
  try {
    const entry: JournalEntry = JSON.parse(line);
    const { version, at, key, what } = entry;
    const texts = typeof at === "string" && typeof key === "string";
    return version === 1 && texts && ["intent", "handle", "refused", "done"].includes(what) ? entry : null;
  } catch {
    return null;
  }
}

/** Keys of requests: the same for the same request in every process, and a number after it for one that comes again. */
export class Keys {
  readonly #flow: string;
  readonly #times = new Map<string, number>();

  constructor(flow: string) {
    this.#flow = flow;
  }

  /** In the order in which the requests come. */
  async next({ adAccountId, body, tag = null }: { adAccountId: unknown; body: unknown; tag?: unknown }): Promise<string> {
    const bytes = new TextEncoder().encode(sorted([this.#flow, adAccountId, tag, body]));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const key = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const times = (this.#times.get(key) ?? 0) + 1;
    this.#times.set(key, times);
    return times === 1 ? key : `${key} ${times}`;
  }
}

/**
 * What a journal knows a request by: a digest of flow, such as `report`, account, body and `tag`, the same in every process. Of a request that
 * comes again in one run, the journal has it with a number after it. Throws an `InvalidArgumentError` for a body that cannot be JSON.
 */
export function journalKey({ flow, ...request }: JournalRequest): Promise<string> {
  return new Keys(flow).next(request);
}

/** JSON in which the order of members does not matter. */
function sorted(value: unknown): string {
  try {
    return JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(byName)) : inner,
    );
  } catch {
    throw new InvalidArgumentError("the report body cannot be written as JSON; nothing was sent");
  }
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
