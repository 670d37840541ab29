import type { loadClient } from "./modules.js";
import { isLive, liveLines, plain, type Screen } from "./screen.js";

type ClientOptions = Parameters<Awaited<ReturnType<typeof loadClient>>["createClient"]>[0];
export type ClientEvent = Parameters<NonNullable<ClientOptions["onEvent"]>>[0];

const WORTH_WORDS_MS = 3_000;

export interface Progress {
  readonly onEvent: (event: ClientEvent) => void;
  /** Writes a line that stays. */
  say(text: string): void;
  /** Leaves the cursor on a line of its own, and shows no more: something else is printed from here. */
  end(): void;
}

/** What a report is doing, for who waits: one line that changes on a terminal, a line for each change elsewhere. */
export function progress(screen: Screen = process.stderr): Progress {
  const started = Date.now();
  const live = isLive(screen);
  let shown = "";
  let ended = false;
  const lines = live ? liveLines(screen, () => (shown === "" ? [] : [`${shown}  ${secondsSince(started)}`])) : null;
  const say = (text: string): void => {
    if (lines !== null && !ended) lines.say(text);
    else screen.write(`${text}\n`);
  };
  return {
    onEvent: (event) => {
      // Also when rows are on their way to the terminal: what they lack is known last.
      if (isWarning(event)) return say(warningLines(event));
      if (ended) return;
      const text = words(event, live);
      if (text === null || text === shown) return;
      shown = text;
      if (!live) screen.write(`${text}\n`);
    },
    say,
    end: () => {
      if (!ended) lines?.end();
      ended = true;
    },
  };
}

const WARNINGS = ["violations", "unknown-status", "less-data"] as const;
type Warning = Extract<ClientEvent, { readonly type: (typeof WARNINGS)[number] }>;

export function isWarning(event: ClientEvent): event is Warning {
  return WARNINGS.some((type) => type === event.type);
}

/** The warnings of an event, a line each: what is doubtful about a body or a file, or a status that is not classified. */
export function warningLines(event: Warning): string {
  if (event.type === "less-data") {
    const { received, announced, adAccountId } = event;
    return `warning  the file of ${adAccountId} has ${received} bytes, and Pinterest announced ${announced}: rows may be missing`;
  }
  if (event.type === "unknown-status")
    return plain(`warning  the status ${event.status} is not known to this version: it counts as pending until the deadline`);
  return event.violations.map(({ severity, path, message, rule }) => `${severity}  ${path}: ${message} [${rule}]`).join("\n");
}

export function secondsSince(started: number): string {
  return `${Math.round((Date.now() - started) / 1000)} s`;
}

/** A wait that somebody may wonder about, in words; null for those between looks. */
export function waitWords({ reason, ms, because }: Extract<ClientEvent, { readonly type: "wait" }>): string | null {
  const seconds = `waiting   ${Math.ceil(ms / 1000)} s`;
  if (reason === "retry") return `${seconds} before the next attempt${because === undefined ? "" : `: ${plain(because)}`}`;
  return reason === "rate-limit" && ms >= WORTH_WORDS_MS ? `${seconds} to keep below the rate limit` : null;
}

/** That reports wait because the API is out of order, and until when. */
export function heldBackWords({ waiting, because, ms }: Extract<ClientEvent, { readonly type: "held-back" }>): string {
  const reports = waiting === 1 ? "1 report waits" : `${waiting.toLocaleString("en-US")} reports wait`;
  const why = because === "no answer" ? "Pinterest does not answer" : `Pinterest answers ${plain(because)}`;
  return `waiting   ${reports} to be asked for: ${why}; tried again within ${Math.ceil(ms / 1_000)} s`;
}

/** One event in words; null for what is not worth a line. `live` is for words that change all the time. */
function words(event: ClientEvent, live: boolean): string | null {
  switch (event.type) {
    case "created":
      return "created   the report is being made";
    case "look":
      return plain(live ? `status    ${event.status}, look ${event.looks}` : `status    ${event.status}`);
    case "wait":
      return waitWords(event);
    case "download":
      return live
        ? `download  ${event.received}${event.expected === null ? "" : ` of ${event.expected}`} bytes`
        : "download  the report is ready";
    default:
      return null;
  }
}
