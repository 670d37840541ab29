import type { Writable } from "node:stream";
import type { loadClient } from "./generated.js";

type ClientOptions = Parameters<Awaited<ReturnType<typeof loadClient>>["createClient"]>[0];
export type ClientEvent = Parameters<NonNullable<ClientOptions["onEvent"]>>[0];

/** Where progress goes: stderr, or a stand-in for it. */
export interface Screen extends Pick<Writable, "write"> {
  readonly isTTY?: boolean | undefined;
}

export interface Progress {
  readonly onEvent: (event: ClientEvent) => void;
  /** Leaves the cursor on a line of its own, and says no more: something else is printed from here. */
  end(): void;
}

/** What a report is doing, for who waits: one line that changes on a terminal, a line for each change elsewhere. */
export function progress(screen: Screen = process.stderr): Progress {
  const started = Date.now();
  let shown = "";
  let open = false;
  let ended = false;
  const show = (text: string): void => {
    if (ended || text === shown) return;
    shown = text;
    if (!screen.isTTY) screen.write(`${text}\n`);
    else {
      screen.write(`\r\u001b[K${text}  ${Math.round((Date.now() - started) / 1000)} s`);
      open = true;
    }
  };
  return {
    onEvent: (event) => {
      const text = words(event, screen.isTTY === true);
      if (text !== null) show(text);
    },
    end: () => {
      if (open) screen.write("\n");
      open = false;
      ended = true;
    },
  };
}

/** One event in words; null for what is not worth a line. `live` is for words that change all the time. */
function words(event: ClientEvent, live: boolean): string | null {
  switch (event.type) {
    case "violations":
      return event.violations.map(({ severity, path, message, rule }) => `${severity}  ${path}: ${message} [${rule}]`).join("\n");
    case "created":
      return "created   the report is being made";
    case "look":
      return live ? `status    ${event.status}, look ${event.looks}` : `status    ${event.status}`;
    case "wait":
      return event.reason === "retry" ? `waiting   ${Math.ceil(event.ms / 1000)} s before the next attempt` : null;
    case "download":
      return live
        ? `download  ${event.received}${event.expected === null ? "" : ` of ${event.expected}`} bytes`
        : "download  the report is ready";
    default:
      return null;
  }
}
