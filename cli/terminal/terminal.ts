import { noCommand } from "../../generator/print.js";
import { durationText, secondsText } from "../../runtime/validation/wording.js";
import type { loadClient } from "../modules.js";
import { clockOf, type Environment, type Io, type Screen } from "./io.js";
import { violationLine } from "./violation-line.js";

const REDRAW_MS = 100;
const DEFAULT_SIZE = { columns: 80, rows: 24 };

/**
 * Whether lines can be redrawn. True if `screen` is a terminal, TERM is not `dumb`, and CI is
 * unset, empty, `0` or `false`.
 */
export function isLive({ isTTY }: Screen, { CI, TERM }: Environment): boolean {
  return isTTY === true && TERM !== "dumb" && ["", "0", "false", undefined].includes(CI);
}

/**
 * Whether to use colors on a stream. FORCE_COLOR decides if it is set, even to an empty string: `0`
 * and `false` mean no, any other value means yes. Otherwise, true if NO_COLOR is unset or empty and
 * the terminal supports colors.
 */
export function hasColors(
  stream: Pick<Screen, "hasColors">,
  { FORCE_COLOR: force, NO_COLOR: no }: Environment,
): boolean {
  if (force !== undefined) return !["0", "false"].includes(force);
  return !no && stream.hasColors?.() === true;
}

/** Lines at the end of a terminal that are redrawn in place. */
export interface LiveLines {
  /** Writes permanent text above the lines. */
  print(text: string): void;
  /** Draws the lines one last time and moves the cursor to a new line. */
  end(): void;
}

/**
 * Redraws `lines` in place every 100 ms, until `end` is called. Writes nothing while the lines are
 * unchanged. Truncates the lines to the terminal's size, and replaces control characters, so the
 * lines cannot contain colors. A terminal of unknown size counts as 80 by 24. Calls `lines` with
 * the number of lines that fit. The timer does not keep the process alive.
 */
export function liveLines(screen: Screen, lines: (room: number) => readonly string[]): LiveLines {
  let drawn = 0;
  let lastText = "";
  const erase = (): string => {
    const up = drawn > 1 ? `\u001b[${drawn - 1}A` : "";
    return drawn === 0 ? "" : `\r${up}\u001b[J`;
  };
  const draw = (printed = ""): void => {
    // One line and one column are left free, because some terminals wrap or scroll after the last
    // one.
    const room = Math.max(1, (screen.rows || DEFAULT_SIZE.rows) - 1);
    const visible = lines(room)
      .slice(0, room)
      .map((lineText) => fitted(lineText, screenWidth(screen)));
    const text = visible.join("\n");
    if (text === lastText && printed === "") return;
    screen.write(`${erase()}${printed}${text}`);
    drawn = visible.length;
    lastText = text;
  };
  const timer = setInterval(draw, REDRAW_MS).unref();
  return {
    print: (text) => draw(`${text}\n`),
    end: () => {
      clearInterval(timer);
      draw();
      if (drawn > 0) screen.write("\n");
    },
  };
}

/**
 * Makes API text safe to print. Replaces control and invisible characters, including tabs and line
 * feeds, with U+FFFD, because they could move the cursor. Escapes GitHub workflow commands.
 */
export function withoutControls(text: string): string {
  return noCommand(text.replace(/\p{C}/gu, "\ufffd"));
}

/**
 * The number of characters that fit on a line; one column is left free. 79 if the width is unknown.
 */
export function screenWidth({ columns }: Screen): number {
  return (columns || DEFAULT_SIZE.columns) - 1;
}

/**
 * Truncates each line of `text` to `width` UTF-16 units. A truncated line ends with `…`. Lines with
 * wide characters may still wrap. Replaces control characters, but keeps line feeds.
 */
export function fittedLines(text: string, width: number): string {
  return text
    .split("\n")
    .map((lineText) => fitted(lineText, width))
    .join("\n");
}

/** Replaces control characters and truncates the text to `maxLength` characters. */
function fitted(lineText: string, maxLength: number): string {
  const text = withoutControls(lineText);
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}

type ClientOptions = NonNullable<
  Parameters<Awaited<ReturnType<typeof loadClient>>["createClient"]>[0]
>;
export type ClientEvent = Parameters<NonNullable<ClientOptions["onEvent"]>>[0];

const MIN_PRINTED_MS = 3_000;
/** Without a terminal, a long-running command prints a line at least this often. */
export const SILENCE_MS = 30_000;
/** How often `SILENCE_MS` is checked if no event arrives. */
export const CHECK_MS = 1_000;

/** Prints a command's progress, based on the client's events. */
export interface Progress extends Omit<StatusLine, "show"> {
  readonly onEvent: (event: ClientEvent) => void;
}

/** The streams, environment and clock that progress output needs. */
export type ProgressIo = Pick<Io, "stderr" | "env" | "clock">;

/** Options for progress output. */
export interface ProgressOptions {
  /** Whether to print only warnings and failures. Default: false. */
  readonly quiet?: boolean;
}

/** One line that says what a command is doing. */
export interface StatusLine {
  /** Replaces the text shown; null keeps it. */
  show(text: string | null): void;
  /** Writes a permanent line, even after `end`. */
  print(text: string): void;
  /** Ends the display and moves the cursor to a new line, for other output. */
  end(): void;
}

/**
 * Shows on stderr what a command is doing. On a terminal, the line is redrawn. Elsewhere, each
 * change is printed as a line of its own. After 30 s without a change, a line with the elapsed time
 * is printed. With `quiet`, only lines passed to `print` are written. A timer updates the output
 * until `end` is called; it does not keep the process alive.
 */
export function statusLine(io: ProgressIo, { quiet = false }: ProgressOptions = {}): StatusLine {
  const { stderr: screen, env } = io;
  const elapsed = stopwatch(io);
  const live = !quiet && isLive(screen, env);
  let lastText = "";
  let printedMs = 0;
  let ended = false;
  const breakSilence = (): void => {
    if (ended || quiet || live || elapsed() - printedMs < SILENCE_MS) return;
    printedMs = elapsed();
    screen.write(`${lastText || "waiting"}  ${durationText(printedMs)}\n`);
  };
  const timer = quiet || live ? undefined : setInterval(breakSilence, CHECK_MS).unref();
  const lines = live
    ? liveLines(screen, () => (lastText === "" ? [] : [`${lastText}  ${secondsText(elapsed())}`]))
    : null;
  return {
    show: (text) => {
      if (ended || quiet) return;
      if (text === null || text === lastText) return breakSilence();
      lastText = text;
      printedMs = elapsed();
      if (!live) screen.write(`${text}\n`);
    },
    print: (text) => {
      if (lines !== null && !ended) lines.print(text);
      else screen.write(`${text}\n`);
    },
    end: () => {
      clearInterval(timer);
      if (!ended) lines?.end();
      ended = true;
    },
  };
}

/** Shows the progress of one report as a status line. With `quiet`, only warnings are printed. */
export function createProgress(io: ProgressIo, options: ProgressOptions = {}): Progress {
  const { show, print, end } = statusLine(io, options);
  const live = isLive(io.stderr, io.env);
  return {
    onEvent: (event) => {
      // A warning is printed even after `end`, while rows are written to the terminal. Missing rows
      // are only noticed once the whole file is read.
      if (isWarning(event)) print(warningLines(event));
      else show(eventText(event, live));
    },
    print,
    end,
  };
}

const WARNINGS = ["violations", "unknown-status", "size-mismatch"] as const;
type Warning = Extract<ClientEvent, { readonly type: (typeof WARNINGS)[number] }>;

/**
 * Whether the event is a warning. Warnings are body violations, unknown statuses and files of
 * unexpected size.
 */
export function isWarning(event: ClientEvent): event is Warning {
  return WARNINGS.some((type) => type === event.type);
}

/** The warnings of an event, one per line, without a trailing line feed. */
export function warningLines(event: Warning): string {
  if (event.type === "size-mismatch") {
    const { received, announced, adAccountId } = event;
    return `warning  the file for ${adAccountId} has ${received} bytes, but Pinterest reported ${announced}: rows may be missing`;
  }
  if (event.type === "unknown-status")
    return withoutControls(
      `warning  this version does not know the status ${event.status}: it is treated as pending until the deadline`,
    );
  return event.violations.map(violationLine).join("\n");
}

/**
 * Starts a stopwatch on the command's clock. The returned function returns the elapsed
 * milliseconds.
 */
export function stopwatch(io: Pick<Io, "clock">): () => number {
  const clock = clockOf(io);
  const startedMs = clock.now();
  return () => clock.now() - startedMs;
}

/**
 * Describes a wait, in seconds rounded up. Null for a wait between polls, and for a rate-limit wait
 * of less than three seconds. A wait before another attempt is always described.
 */
export function waitText({
  reason,
  ms,
  message,
}: Extract<ClientEvent, { readonly type: "wait" }>): string | null {
  const seconds = `waiting   ${Math.ceil(ms / 1000)} s`;
  if (reason === "retry")
    return `${seconds} before the next attempt${message === undefined ? "" : `: ${withoutControls(message)}`}`;
  return reason === "rate-limit" && ms >= MIN_PRINTED_MS
    ? `${seconds} to stay below the rate limit`
    : null;
}

/**
 * Describes an API outage: how many reports are waiting to be created, how Pinterest responds, and
 * when the next attempt is.
 */
export function pausedText({
  waiting,
  message,
  ms,
}: Extract<ClientEvent, { readonly type: "paused" }>): string {
  const reports = waiting === 1 ? "1 report is" : `${waiting.toLocaleString("en-US")} reports are`;
  const why =
    message === "no response"
      ? "Pinterest is not responding"
      : `Pinterest responds with ${withoutControls(message)}`;
  return `waiting   ${reports} waiting to be created: ${why}; next attempt within ${Math.ceil(ms / 1_000)} s`;
}

/**
 * Describes an event; null if it is not printed. With `live`, includes details that change often.
 */
function eventText(event: ClientEvent, live: boolean): string | null {
  switch (event.type) {
    case "created":
      return "created   Pinterest is generating the report";
    case "poll":
      return withoutControls(
        live ? `status    ${event.status}, poll ${event.attempts}` : `status    ${event.status}`,
      );
    case "wait":
      return waitText(event);
    case "download":
      return live
        ? `download  ${event.received}${event.expected === null ? "" : ` of ${event.expected}`} bytes`
        : "download  the report is ready";
    default:
      return null;
  }
}
